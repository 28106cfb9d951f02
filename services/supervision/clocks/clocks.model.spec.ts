import '#libs/contracts/catalogue.js';
import fc from 'fast-check';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import { published } from '#libs/event-store/streams.js';
import { CaseClocks, pack } from './case-clocks.js';
import type { ClockRowView } from './clock-view.js';
import { clockView } from './clock-view.js';
import type { Notices, Uncounted } from './dates-by-hand.js';
import { dueByHand, next, noticesOfPack, saidOtherwise } from './dates-by-hand.js';

const START = '2026-01-12';
const first = noticesOfPack();
/** The calendars that are published one after another in the year. */
const calendars: readonly Notices[] = [
  first,
  saidOtherwise(first, '2026-01-20', '2026', { off: ['2026-02-27', '2026-03-18', '2026-03-19'], workingDays: ['2026-03-07'] }),
  saidOtherwise(first, '2026-02-20', '2026', { off: ['2026-03-05', '2026-04-08', '2026-04-09', '2026-04-10'], workingDays: ['2026-03-21', '2026-03-22'] }),
];

type Step =
  | { readonly do: 'publishNotice' | 'endNotice' | 'stay' | 'resume' | 'change' | 'award' | 'close' | 'calendar' | 'breaches' }
  | { readonly do: 'extend'; readonly days: number }
  | { readonly do: 'unrelated'; readonly type: string };

const FACTS: Partial<Record<Step['do'], string>> = {
  publishNotice: 'notice-published', endNotice: 'notice-ended', stay: 'arbitration-stayed', resume: 'arbitration-resumed', change: 'claims-changed', award: 'award-made', close: 'case-closed', extend: 'award-deadline-extended',
};

/** The clock of the award as a clerk would keep it, with nothing but a list of what happened. */
class Clerk {
  start = START;
  status: 'running' | 'suspended' | 'met' | 'cancelled' = 'running';
  onTime: boolean | undefined;
  refused = 0;
  breached = false;
  due: string;
  private granted: number[] = [];
  private pauses: Uncounted[] = [];
  private readonly open = new Map<string, string>();

  constructor(private calendar: Notices) {
    this.due = this.count();
  }

  private count(): string {
    return dueByHand(45 + this.granted.reduce((sum, days) => sum + days, 0), 'calendarDays', this.start, this.pauses, this.calendar);
  }

  private readonly late = (day: string): boolean => this.open.size === 0 && day > this.due;

  take(step: Step, day: string): void {
    if (this.status === 'met' || this.status === 'cancelled') return;
    switch (step.do) {
      case 'publishNotice': case 'stay':
        if (!this.late(day) && !this.open.has(step.do)) this.open.set(step.do, day);
        break;
      case 'endNotice': this.ends('publishNotice', day); break;
      case 'resume': this.ends('stay', day); break;
      case 'change':
        this.start = day;
        this.granted = [];
        this.pauses = this.pauses.filter(({ to }) => to > day);
        this.breached = false;
        this.due = this.count();
        break;
      case 'extend':
        if (this.late(day) || step.days > 15 || this.granted.length > 0) this.refused++;
        else this.granted.push(step.days), this.due = this.count();
        break;
      case 'calendar':
        this.calendar = calendars[Math.min(calendars.indexOf(this.calendar) + 1, calendars.length - 1)]!;
        if (!this.breached) this.due = this.count();
        break;
      case 'breaches': if (this.late(day)) this.breached = true; break;
      case 'award': this.status = 'met', this.onTime = !this.late(day); return;
      case 'close': this.status = 'cancelled'; return;
      case 'unrelated': return;
    }
    this.status = this.open.size > 0 ? 'suspended' : 'running';
  }

  private ends(pause: string, day: string): void {
    const from = this.open.get(pause);
    if (from === undefined) return;
    this.open.delete(pause);
    this.pauses.push({ from, to: day });
    // A breach that was there when it stopped is there when it goes on, unless time was won.
    if (this.open.size === 0) {
      const due = this.count();
      if (due !== this.due) this.breached = false;
      this.due = due;
    }
  }
}

const named = new Set([...pack.clocks.values()].flatMap(({ starts, restarts, suspends, resumes, extends: extended, satisfies, cancels }) => [starts, restarts, suspends, resumes, extended, satisfies, cancels].flat().map(({ on }) => on)));
const LISTING = ['case-routed', 'case-rerouted', 'duplicate-routed', 'transfer-accepted', 'case-redispatched', 'routing-overridden', 'order-split'].map((name) => `routing.${name}.v1`);
const unrelated = [...eventKinds.keys()].filter((type) => !named.has(type) && !LISTING.includes(type));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...(['publishNotice', 'endNotice', 'stay', 'resume'] as const)).map((name) => ({ do: name })) },
  { weight: 2, arbitrary: fc.constantFrom(...(['change', 'calendar', 'breaches'] as const)).map((name) => ({ do: name })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }).map((days) => ({ do: 'extend' as const, days })) },
  { weight: 1, arbitrary: fc.constantFrom(...unrelated).map((type) => ({ do: 'unrelated' as const, type })) },
  { weight: 1, arbitrary: fc.constantFrom(...(['award', 'close'] as const)).map((name) => ({ do: name })) },
);

function later(day: string, days: number): string {
  return Array.from({ length: days }).reduce<string>((at) => next(at), day);
}

describe('The clock of an award, whatever is thrown at it', () => {
  it('stands where a clerk with a paper calendar has it, after every step', () => {
    fc.assert(fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 25 }), (steps) => {
      const ours = new CaseClocks(first);
      ours.fact('resolution.application-accepted.v1', START, { track: 'ordinary', simplified: false, collective: false });
      const clerk = new Clerk(first);
      let day = START;
      let issued = 0;
      for (const [one, wait] of steps) {
        day = later(day, wait);
        if (day > '2026-10-01') break; // Beyond lies 2027, which has no notice.
        if (one.do === 'calendar') ours.calendar(calendars[issued = Math.min(issued + 1, 2)]!, day);
        else if (one.do === 'breaches') ours.until(day);
        else if (one.do === 'unrelated') ours.fact(one.type, day, { order: 0, days: 15, approvedBy: 'x', performBy: day, ground: 'x', reason: 'x' });
        else ours.fact(`resolution.${FACTS[one.do]!}.v1`, day, one.do === 'extend' ? { days: one.days, approvedBy: 'director:1' } : { by: 'a:1', ground: 'x', final: true });
        clerk.take(one, day);
        const [award] = ours.of('ARB-AWARD');
        const last = ours.events.filter((event) => event.type === 'ClockSatisfied' && event.kind === 'ARB-AWARD').at(-1);
        expect({ due: award!.due, status: award!.status, startedAt: award!.startedAt, onTime: last && 'onTime' in last ? last.onTime : undefined, breached: award!.breached, refused: ours.events.filter(({ type }) => type === 'ClockExtensionRefused').length, armed: ours.wronglyArmed() })
          .toEqual({ due: clerk.due, status: clerk.status, startedAt: clerk.start, onTime: clerk.onTime, breached: clerk.breached, refused: clerk.refused, armed: [] });
      }
      // What the read table remembers of it, so that a notice can be tried on it, is what the stream remembers.
      const [id, { pauses, open, extension, due, status, breached, warned }] = [...ours.state.clocks].find(([, clock]) => clock.kind === 'ARB-AWARD')!;
      const row = ours.events.map((event) => ({ ...published('supervision', event), caseId: 'c', position: '1' }) as never as PublishedEvent)
        .filter(({ data }) => data['clock'] === id).reduce<ClockRowView | undefined>((before, event) => clockView(before, event, id), undefined);
      expect(row).toMatchObject({ due, status, breached, warned, counted: { n: 45, unit: 'calendarDays', roll: true, pauses, open, extension } });
    }), { numRuns: 250 });
  });
});

describe('An event that no clock waits for', () => {
  /** Every clock of the pack that a case can have, running at once. */
  function everything(): CaseClocks {
    const one = new CaseClocks(first);
    const clocks = [...pack.clocks.values()].filter(({ unit }) => unit !== 'seconds').map(({ id, unit }) => ({ id, startedAt: unit === 'hours' ? `${START}T10:00:00+08:00` : START }));
    one.fact('routing.case-routed.v1', START, { decision: { orders: [{ order: 0, clocks }] } });
    return one;
  }
  const anything = fc.dictionary(fc.constantFrom('order', 'days', 'at', 'dueOn', 'performBy', 'hearingOn', 'ground', 'reason', 'by', 'approvedBy', 'clocks', 'procedure', 'track', 'party', 'reached', 'role', 'collective'), fc.oneof(
    fc.constantFrom<unknown>(0, 1, 15, '2026-02-10', 'speedy', 'workInjury', 'employer', true, false, null), fc.constant([{ id: 'INSP-ACCEPT', startedAt: START }])));

  it('is a real part of all that happens', () => expect(unrelated.length).toBeGreaterThan(20));

  it('moves no date, whatever it says', () => {
    const one = everything();
    const standing = JSON.stringify([...one.state.clocks]);
    fc.assert(fc.property(fc.constantFrom(...unrelated), anything, (type, data) => {
      const events = one.fact(type, '2026-01-13', { ...data, at: '2026-01-13T10:00:00+08:00' });
      expect([type, events, JSON.stringify([...one.state.clocks]) === standing]).toEqual([type, [], true]);
    }), { numRuns: 600 });
  });

  it.each([...eventKinds.keys()].filter((type) => !unrelated.includes(type) && !LISTING.includes(type)))('%s moves only clocks whose rows name it', (type) => {
    const one = everything();
    const events = one.fact(type, '2026-01-13', { order: 0, days: 15, approvedBy: 'x', performBy: '2026-03-01', hearingOn: '2026-03-02', dueOn: '2026-03-03', ground: 'x', reason: 'x', by: 'x', track: 'speedy', collective: false, procedure: 'workInjury', reached: true, party: 'both', final: true, basis: 'award', role: 'lead' });
    const naming = new Set([...pack.clocks.values()].filter((row) => JSON.stringify(row).includes(`"${type}"`)).map(({ id }) => id));
    expect(events.map((event) => ('kind' in event ? event.kind : event.type)).filter((kind) => !naming.has(kind))).toEqual([]);
  });
});
