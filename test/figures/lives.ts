import fc from 'fast-check';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { dayOf, epochMs, instantOf, startOfDay } from '#libs/contracts/time.js';
import { addDays } from '#libs/calendar/day.js';

/** What may happen to one of the cases. `n`: a number that the step makes of it what it needs. */
const steps = [
  'route', 'reroute', 'assign', 'override', 'object', 'redispatch', 'transfer', 'classify', 'same', 'unrelated', 'link', 'separate', 'start', 'meet', 'cancel', 'suspend', 'resume', 'extend', 'goOn',
  'resolve', 'close', 'reopen', 'call', 'unreached', 'clue', 'due', 'pay', 'correct', 'lower', 'hold', 'payHeld', 'correctHeld', 'complete', 'unpay', 'mediate', 'agree', 'fail', 'accept', 'convert', 'award', 'instrument', 'withdraw', 'police', 'list', 'revoke', 'publish',
] as const;
type StepName = (typeof steps)[number];
export interface Step { readonly which: number; readonly step: StepName; readonly n: number; readonly hours: number }

export const CASES = 12;
export const anyLives: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ which: fc.nat(CASES - 1), step: fc.constantFrom(...steps), n: fc.nat(999), hours: fc.oneof({ weight: 5, arbitrary: fc.nat(30) }, { weight: 1, arbitrary: fc.nat(400) }) }), { minLength: 150, maxLength: 400 });
/** Every step on every case, twice and in another order for each: what chance may leave out of forty lives stands in this one. */
export const everyStep: readonly Step[] = Array.from({ length: 2 * steps.length }, (_, turn) => Array.from({ length: CASES }, (_, which) => ({ which, step: steps[(which * 11 + turn * 13) % steps.length]!, n: (turn * 29 + which * 3) % 1000, hours: 1 }))).flat();

const PLACES = ['439901', '439902', '439901001'];
const BODIES = ['inspectionBody', 'speedyTribunal', 'mediationOrg', 'civilAffairs'];
const CLOCKS = ['HOT-CONTACT', 'HOT-7D', 'ARB-AWARD', 'INSP-ACCEPT'];
const SOURCES = ['employer', 'deposit', 'emergencyFund'];
const GRADES = ['satisfied', 'basicallySatisfied', 'dissatisfied', null];

interface Running { readonly id: string; readonly kind: string; due: string; status: 'running' | 'suspended' | 'ended'; breached: boolean; cancelled?: boolean; readonly duty: string }
interface Told { readonly id: string; readonly clocks: Running[]; holder: { department: string; division: string } | null; version: number; readonly paid: { worker: number; evidence: string; amount: number }[]; held: { worker: number; evidence: string; amount: number }[]; readonly fetched: { worker: number; evidence: string; amount: number }[]; readonly owed: Record<number, number>; accepted: boolean; linked: string[] }

/** The log that such lives leave behind: events in the order of their record, each well-formed as the product would write it. */
export class World {
  readonly log: PublishedEvent[] = [];
  private now = epochMs('2025-11-20T08:00:00+08:00');
  private readonly cases: Told[] = [];

  constructor(private readonly seed = 0) {
    for (let which = 0; which < CASES; which++) this.file(which);
  }

  live(all: readonly Step[]): this {
    for (const step of all) {
      this.advance(step.hours);
      this.take(this.cases[step.which]!, step);
    }
    return this;
  }

  private file(which: number): void {
    const id = `0190000${which.toString(16)}-0000-7000-8000-${String(this.seed).padStart(12, '0')}`;
    const told: Told = { id, clocks: [], holder: null, version: 0, paid: [], held: [], fetched: [], owed: {}, accepted: false, linked: [] };
    this.cases.push(told);
    this.say(told, 'claim', 'intake.claim-filed.v1', {
      channel: which % 3 === 0 ? 'clue-platform' : '12345', channelNumber: `N${which}`, origin: which % 3 === 0 ? 'cluePlatform' : '12345', receivedAt: this.at(), division: PLACES[which % 3], category: which % 5 === 0 ? null : 'D01',
      requester: which % 4 === 0 ? null : { migrantWorker: which % 2 === 1 }, matters: which % 5 === 1 ? ['wages'] : [],
    });
    this.advance(5);
  }

  private at(): string { return instantOf(this.now); }

  /** Time goes on, and what it breaks is broken at its moment. */
  private advance(hours: number): void {
    const until = this.now + hours * 3_600_000 + 1_000;
    const breaking = this.cases.flatMap((told) => told.clocks.map((clock) => ({ told, clock, breachAt: breachOf(clock.due) }))).filter(({ clock, breachAt }) => clock.status === 'running' && !clock.breached && breachAt !== null && breachAt <= until).sort((a, b) => a.breachAt! - b.breachAt!);
    for (const { told, clock, breachAt } of breaking) {
      this.now = Math.max(this.now, breachAt!);
      clock.breached = true;
      this.say(told, 'clocks', 'supervision.clock-breached.v1', { clock: clock.id, kind: clock.kind, duty: clock.duty, due: clock.due });
    }
    this.now = until;
  }

  private say(told: Told, stream: string, type: string, data: object): void {
    told.version += 1;
    this.log.push({ position: String(this.log.length + 1), logId: 'l', id: `e${this.log.length}`, type, caseId: told.id, stream: `${stream}/${told.id}`, version: told.version, data: { at: this.at(), ...data }, meta: { actor: 'test' }, recordedAt: this.at() });
  }

  private take(told: Told, { step, n }: Step): void {
    const routing = (type: string, data: object): void => this.say(told, 'assignment', `routing.${type}.v1`, data);
    const closing = (type: string, data: object = {}): void => this.say(told, 'closure', `resolution.${type}.v1`, data);
    const disputing = (stream: string, type: string, data: object = {}): void => this.say(told, stream, `resolution.${type}.v1`, data);
    const unit = { department: BODIES[n % 4]!, division: PLACES[n % 3]! };
    const other = this.cases[(n * 7) % CASES]!;
    const clock = told.clocks[n % Math.max(1, told.clocks.length)];
    const payment = told.paid[n % Math.max(1, told.paid.length)];
    const decision = { mode: ['dispatch', 'dispatch', 'dispatch', 'guide', 'merge', 'triage'][n % 6], orders: [{ order: 0, lead: unit.department, category: n % 7 === 0 ? 'X1' : 'D01', matter: n % 2 ? 'wages' : null }], handlingDivision: unit.division, flags: { clearZeroClass: ['A', 'B', null][n % 3] }, inputs: n % 4 === 0 ? { caseYear: 2025 } : {} };
    switch (step) {
      case 'route': case 'reroute': return routing(told.version > 1 && step === 'reroute' ? 'case-rerouted' : 'case-routed', { decision: step === 'reroute' ? { ...decision, mode: 'dispatch' } : decision });
      case 'assign': told.holder = unit; return routing('case-assigned', { order: 0, role: n % 5 === 0 ? 'assist' : 'lead', unit });
      case 'override': return routing('routing-overridden', { order: n % 6 === 0 ? 1 : 0, from: n % 3 === 0 ? null : { department: BODIES[(n + 1) % 4], division: unit.division }, to: unit });
      case 'redispatch': return routing('case-redispatched', { order: 0, from: { department: BODIES[(n + 1) % 4], division: PLACES[n % 2] }, to: unit });
      case 'transfer': return routing('case-transferred', { order: 0, from: unit, to: unit });
      case 'object': return routing('dispatch-objected', { order: n % 4 === 0 ? 1 : 0, unit });
      case 'classify': return this.say(told, 'claim', 'intake.demand-classified.v1', { category: n % 2 ? 'D02' : 'D01', matters: n % 3 ? ['wages'] : [] });
      case 'same': case 'unrelated':
        if (other === told || n % 5 !== 0) return;
        for (const [one, two] of [[told, other], [other, told]] as const) this.say(one, 'claim', step === 'same' ? 'intake.related-linked.v1' : 'intake.unrelated-declared.v1', { other: two.id, ...(step === 'same' && { relation: n % 2 ? 'duplicate' : 'related' }) });
        return;
      case 'link': told.linked.push(`L${told.version}`); return this.say(told, 'claim', 'intake.duplicate-linked.v1', { channel: 'clue-platform', channelNumber: told.linked.at(-1), origin: n % 2 ? 'cluePlatform' : '12333', receivedAt: this.at() });
      case 'separate': if (told.linked.length > 0) this.say(told, 'claim', 'intake.duplicate-separated.v1', { channel: 'clue-platform', channelNumber: told.linked.pop() }); return;
      case 'start': return this.start(told, n);
      case 'meet': return this.meet(told, clock);
      case 'cancel': case 'suspend': case 'resume': case 'extend': case 'goOn': return clock && this.move(told, clock, step, n);
      case 'resolve': return closing('case-resolved');
      case 'close': return closing('case-closed');
      case 'reopen': return closing('case-reopened');
      case 'call': return closing('callback-made', { solved: [true, true, false, null][n % 4], satisfied: GRADES[n % 4] });
      case 'unreached': return closing('callback-unreached', { attempt: 1 + (n % 4), ...(n % 2 ? { tries: 3 } : {}) });
      case 'clue': return this.say(told, 'handover', 'resolution.clue-verified.v1', { conclusion: n % 2 ? 'trueArrears' : 'falseClue', ...(n % 3 ? { arrears: n % 2 === 1, resolved: n % 6 === 1 } : {}), facts: { amount: 100 + n } });
      case 'due': { const worker = 1 + (n % 2); told.owed[worker] = Math.max(told.owed[worker] ?? 0, 1000 + n); return this.say(told, 'payment', 'resolution.payment-due.v1', { owed: [{ worker, amount: 1000 + n }], ...(n % 4 === 0 ? { clearZeroClass: 'B' } : {}) }); }
      case 'pay': { const paid = { worker: 1 + (n % 3), evidence: `P${told.version}`, amount: 1 + n }; told.paid.push(paid); return this.say(told, 'payment', 'resolution.wage-paid.v1', { ...paid, source: SOURCES[n % 3] }); }
      case 'correct': if (payment) { const amount = n % 3 === 0 ? 0 : n; this.say(told, 'payment', 'resolution.wage-paid-corrected.v1', { worker: payment.worker, evidence: payment.evidence, was: payment.amount, amount }); payment.amount = amount; } return;
      case 'lower': { const worker = 1 + (n % 2); const was = told.owed[worker]; if (was) { told.owed[worker] = n % was; this.say(told, 'payment', 'resolution.wages-owed-corrected.v1', { worker, was, amount: n % was }); } return; }
      case 'hold': { const held = { worker: 4, evidence: `H${told.version}`, amount: 1 + n }; told.held.push(held); return this.say(told, 'payment', 'resolution.wages-held.v1', { ...held, source: SOURCES[n % 3] }); }
      case 'payHeld': { const held = told.held.pop(); if (held) { told.fetched.push({ ...held }); this.say(told, 'payment', 'resolution.held-wages-paid.v1', held); } return; }
      case 'correctHeld': { const fetched = told.fetched.at(-1); if (fetched) { const amount = n % fetched.amount; this.say(told, 'payment', 'resolution.held-wages-paid-corrected.v1', { worker: fetched.worker, evidence: fetched.evidence, was: fetched.amount, amount }); if (amount === 0) told.fetched.pop(); else fetched.amount = amount; } return; }
      case 'unpay': return this.say(told, 'payment', 'resolution.payment-reopened.v1', {});
      case 'complete': return this.say(told, 'payment', 'resolution.payment-completed.v1', {});
      case 'mediate': return disputing('mediation', 'mediation-started');
      case 'agree': return disputing('mediation', 'case-mediated');
      case 'fail': return disputing('mediation', 'mediation-failed');
      case 'accept': if (told.accepted) return; told.accepted = true; return disputing('arbitration', 'application-accepted', { track: n % 4 ? 'speedy' : 'ordinary' });
      case 'convert': return disputing('arbitration', 'converted-to-ordinary');
      case 'award': return disputing('arbitration', 'award-made', { final: n % 2 === 0 });
      case 'instrument': return disputing('arbitration', 'mediation-instrument-served');
      case 'withdraw': return disputing('arbitration', 'application-withdrawn', { settled: n % 2 === 0 });
      case 'police': return disputing('inspection', 'transferred-to-police');
      case 'list': return disputing('inspection', 'sanction-listed');
      case 'revoke': return disputing('inspection', 'sanction-list-removed', { ground: n % 2 ? 'revoked' : 'termEnded' });
      case 'publish': return disputing('inspection', 'violation-published');
    }
  }

  private start(told: Told, n: number): void {
    const kind = CLOCKS[n % 4]!;
    if (kind === 'HOT-CONTACT' && told.clocks.some((one) => one.kind === kind)) return;
    const due = kind === 'HOT-CONTACT' ? instantOf(this.now + 24 * 3_600_000) : n % 11 === 0 ? 'PENDING_CALENDAR' : addDays(dayOf(this.at()), 1 + (n % 20));
    const clock: Running = { id: `c${told.version}-${told.id.slice(7, 8)}`, kind, due, status: 'running', breached: false, duty: n % 9 === 0 ? 'person' : 'authority' };
    told.clocks.push(clock);
    this.say(told, 'clocks', 'supervision.clock-started.v1', { clock: clock.id, kind, order: n % 5 === 0 ? 1 : n % 2 ? 0 : null, due, rule: { duty: clock.duty } });
  }

  private meet(told: Told, clock: Running | undefined): void {
    if (!clock || clock.status === 'ended') return;
    clock.status = 'ended';
    const breachAt = breachOf(clock.due);
    this.say(told, 'clocks', 'supervision.clock-satisfied.v1', { clock: clock.id, kind: clock.kind, onTime: breachAt === null || this.now < breachAt });
  }

  private move(told: Told, clock: Running, step: 'cancel' | 'suspend' | 'resume' | 'extend' | 'goOn', n: number): void {
    if (step === 'goOn' ? !clock.cancelled : clock.status === 'ended') return;
    const say = (type: string, data: object = {}): void => this.say(told, 'clocks', `supervision.clock-${type}.v1`, { clock: clock.id, kind: clock.kind, due: clock.due, ...data });
    if (step === 'cancel') { Object.assign(clock, { status: 'ended', cancelled: true }); return say('cancelled'); }
    if (step === 'goOn') { Object.assign(clock, { status: 'running', cancelled: false }); return say('resumed'); }
    if (step === 'suspend' && clock.status === 'running') { clock.status = 'suspended'; return say('suspended'); }
    const moved = breachOf(clock.due) !== null && clock.due.length === 10 && n % 3 > 0 ? addDays(clock.due, 10 + (n % 60)) : clock.due;
    const stays = moved === clock.due;
    if (step === 'resume' && clock.status === 'suspended') { Object.assign(clock, { status: 'running', due: moved, breached: clock.breached && stays }); return say('resumed'); }
    if (step === 'extend' && clock.status === 'running') { Object.assign(clock, { due: moved, breached: clock.breached && stays }); return say('extended'); }
  }
}

/** When a due date is missed: the end of its day, or its instant; never while it waits for a calendar. */
export function breachOf(due: string): number | null {
  return due === 'PENDING_CALENDAR' ? null : due.length === 10 ? epochMs(startOfDay(addDays(due, 1))) : epochMs(due) + 1;
}
