import type { PublishedEvent } from '#libs/contracts/event.js';
import { dayOf } from '#libs/contracts/time.js';

/**
 * The metrics of domain (e) counted again, from nothing but the log: for each metric the events are looked through from the beginning, case by case. Slow, plain,
 * and without a word in common with the product's own counting.
 */
export interface Question { readonly from: string; readonly to: string; readonly on: string; readonly satisfied: readonly string[]; readonly keep: (hit: Hit, of: Told) => boolean }
export interface Hit { readonly index: number; readonly order: number; readonly day: string; readonly n: number; readonly amount: number; readonly part: string }
export interface Told { readonly id: string; readonly history: readonly PublishedEvent[] }
export type Counted = Readonly<Record<string, readonly [numerator: number, denominator: number | null]>>;

interface Place { readonly department: string; readonly division: string }
/** Every field of an event that is looked at here. */
interface Data {
  readonly at: string; readonly order: number; readonly role: string; readonly from: Place | null; readonly to: Place; readonly unit: Place; readonly decision: Decision;
  readonly solved: boolean | null; readonly satisfied: string; readonly attempt: number; readonly tries?: number; readonly other: string; readonly relation: string; readonly category: string; readonly matters: string[];
  readonly rule: { readonly duty: string }; readonly clock: string; readonly due?: string; readonly kind: string; readonly origin: string; readonly channelNumber: string; readonly receivedAt: string; readonly division: string;
  readonly conclusion: string; readonly arrears?: boolean; readonly resolved?: boolean; readonly facts: { readonly amount: number }; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly clearZeroClass?: string;
  readonly worker: number; readonly amount: number; readonly was: number; readonly evidence: string; readonly source?: string; readonly track: string; readonly final: boolean; readonly settled: boolean; readonly ground: string;
  readonly requester: { readonly migrantWorker: boolean } | null;
}
interface Decision { mode: string; orders: { order: number; lead: string | null; category: string; matter: string | null }[]; handlingDivision: string; flags: Record<string, unknown>; inputs: Record<string, unknown> }

export function tellings(log: readonly PublishedEvent[]): Told[] {
  const ids = [...new Set(log.map(({ caseId }) => caseId))];
  return ids.map((id) => ({ id, history: log.filter(({ caseId }) => caseId === id) })).filter(({ history }) => history[0]!.type === 'intake.claim-filed.v1');
}

const dataOf = (event: PublishedEvent): Data => event.data as never;
const short = ({ type }: PublishedEvent): string => type.split('.')[1]!;

export function recount(log: readonly PublishedEvent[], { from, to, on, satisfied, keep }: Question): Counted {
  const cases = tellings(log).filter((told) => !leftOut(told));
  const hits = (find: (told: Told) => readonly Hit[]): readonly Hit[] => cases.flatMap((told) => find(told).filter((hit) => keep(hit, told)));
  const within = (some: readonly Hit[]): readonly Hit[] => some.filter(({ day }) => from <= day && day <= to);
  const fallen = (some: readonly Hit[]): readonly Hit[] => within(some).filter(({ day }) => day < on);
  const year = (some: readonly Hit[]): readonly Hit[] => some.filter(({ day }) => day.slice(0, 4) === to.slice(0, 4));
  const n = (some: readonly Hit[]): number => some.reduce((sum, hit) => sum + hit.n, 0);
  const fen = (some: readonly Hit[]): number => some.reduce((sum, hit) => sum + hit.amount, 0);
  const share = (numerator: readonly Hit[], denominator: readonly Hit[]): [number, number] => [n(numerator), n(denominator)];

  const call = (told: Told) => rounds(told).flatMap((round) => last(round, 'callback-made'));
  const called = hits((told) => call(told).map((event) => hit(told, event)));
  const solved = (want: boolean) => hits((told) => call(told).filter((event) => dataOf(event).solved === want).map((event) => hit(told, event)));
  const graded = (grades: readonly string[]) => hits((told) => call(told).filter((event) => grades.includes(dataOf(event).satisfied)).map((event) => hit(told, event)));
  const clocks = (state: string, contact: boolean) => hits((told) => clocksOf(told).filter((clock) => clock.state === state && (!contact || (clock.kind === 'HOT-CONTACT' && clock.order === 0))).map((clock) => clock.hit));
  const lateMet = hits((told) => clocksOf(told).filter(({ state }) => state === 'late').map((clock) => ({ ...clock.hit, day: clock.metOn! })));
  const first = (find: (told: Told) => PublishedEvent | undefined): readonly Hit[] => hits((told) => { const event = find(told); return event ? [hit(told, event)] : []; });
  const accepted = first(({ history }) => history.find((event) => /^case-(re)?routed$/.test(short(event)) && !['merge', 'triage'].includes(dataOf(event).decision.mode)));
  const given = first(firstDispatch);
  const moved = first((told) => told.history.find((event, at) => ['routing-overridden', 'case-redispatched'].includes(short(event)) && dataOf(event).order === 0 && dataOf(event).from !== null
    && JSON.stringify(dataOf(event).from) !== JSON.stringify(dataOf(event).to) && firstDispatch({ ...told, history: told.history.slice(0, at) }) !== undefined));
  const objected = first(({ history }) => history.find((event) => short(event) === 'dispatch-objected' && dataOf(event).order === 0));
  const concluded = first(conclusion);
  const clue = (wanted: 'received' | 'verified' | 'true' | 'resolved') => hits((told) => clueOf(told, wanted));
  const zero = (which: 'A' | 'B') => hits((told) => arrearsOf(told).filter(({ part }) => part === which));
  const open = (which: 'A' | 'B') => zero(which).filter(({ n: left }) => left !== 0);
  const payments = hits(paymentsOf);
  const arbAccepted = first(({ history }) => history.find((event) => short(event) === 'application-accepted'));
  const arbClosed = first(arbitrationEnd);
  const before = (some: readonly Hit[]) => some.filter(({ day }) => day < from);
  const wage = (speedy: boolean) => first((told) => { const event = told.history.find((one) => short(one) === 'application-accepted'); return event && isWage(told, event) && (!speedy || staysSpeedy(told)) ? event : undefined; });
  const speedyEnd = (most: number) => first((told) => { const end = arbitrationEnd(told); const begin = told.history.find((one) => short(one) === 'application-accepted'); return end && begin && wasSpeedy(told, end) && daysFrom(begin, end) <= most ? end : undefined; });
  const disputes = (settled: boolean) => first((told) => { const end = conclusion(told); return end && wasDispute(told, end) && (!settled || endedFriendly(told, end)) ? end : undefined; });
  const award = (final: boolean) => first(({ history }) => history.find((event) => short(event) === 'award-made' && (!final || dataOf(event).final)));
  const one = (type: string) => first(({ history }) => history.find((event) => short(event) === type));
  const overdue = clocks('overdue', false);

  return {
    response: share(fallen(clocks('met', true)), fallen([...clocks('met', true), ...clocks('late', true), ...clocks('overdue', true)])),
    resolution: share(within(solved(true)), within([...solved(true), ...solved(false)])),
    satisfaction: share(within(graded(satisfied)), within(graded(['satisfied', 'basicallySatisfied', 'dissatisfied']))),
    unreached: [n(within(hits((told) => rounds(told).flatMap((round) => (last(round, 'callback-made').length > 0 ? [] : last(round, 'callback-unreached', (event) => dataOf(event).attempt >= (dataOf(event).tries ?? 3)).map((event) => hit(told, event))))))), null],
    onTime: share(fallen(clocks('met', false)), fallen([...clocks('met', false), ...clocks('late', false), ...overdue])),
    conclusion: share(within(concluded), within(accepted)), accepted: [n(within(accepted)), null], concluded: [n(within(concluded)), null],
    reopen: share(within(hits((told) => told.history.filter((event) => short(event) === 'case-reopened').map((event) => hit(told, event)))), within(called)),
    overdue: [n(overdue) + n(within(lateMet)), null], overdueOpen: [n(overdue), null], awardOverdue: [n(overdue.filter(({ part }) => part === 'ARB-AWARD')), null],
    objection: share(within(objected), within(given)), redispatch: share(within(moved), within(given)), precision: [n(within(given)) - n(within(moved)), n(within(given))],
    clueVerification: share(within(clue('verified')), within(clue('received'))), clueTruth: share(within(clue('true')), within(clue('verified'))), clueResolution: share(within(clue('resolved')), within(clue('true'))),
    ...Object.fromEntries((['A', 'B'] as const).flatMap((which) => [[`clearZero${which}Open`, [year(open(which)).length, null]], [`clearZero${which}Unpaid`, [fen(year(open(which))), null]], [`cleared${which}`, [year(zero(which)).length - year(open(which)).length, year(zero(which)).length]]])),
    recovered: [fen(within(payments)), null], workersPaid: [hits((told) => workersOf(told, false)).filter(({ day }) => from <= day && day <= to).length, null], workersPaidBySource: [hits((told) => workersOf(told, true)).filter(({ day }) => from <= day && day <= to).length, null],
    mediationSuccess: share(within(disputes(true)), within(disputes(false))),
    arbitrationClosing: [n(within(arbClosed)), n(before(arbAccepted)) - n(before(arbClosed)) + n(within(arbAccepted))],
    finalAward: share(within(award(true)), within(award(false))), speedyShare: share(within(wage(true)), within(wage(false))), speedy30: share(within(speedyEnd(30)), within(speedyEnd(Infinity))),
    policeTransfers: [n(within(one('transferred-to-police'))), null], publications: [n(within(one('violation-published'))), null],
    sanctionListings: [n(within(first(({ history }) => { const revoked = latestAt(history, (event) => short(event) === 'sanction-list-removed' && dataOf(event).ground === 'revoked'); return history.slice(revoked + 1).find((event) => short(event) === 'sanction-listed'); }))), null],
  };
}

function latest<T>(list: readonly T[], fits: (one: T) => boolean): T | undefined {
  return [...list].reverse().find(fits);
}

function latestAt<T>(list: readonly T[], fits: (one: T) => boolean): number {
  const back = [...list].reverse().findIndex(fits);
  return back < 0 ? -1 : list.length - 1 - back;
}

function hit(told: Told, event: PublishedEvent, more: Partial<Hit> = {}): Hit {
  return { index: told.history.indexOf(event), order: 0, day: dayOf(dataOf(event).at), n: 1, amount: 0, part: '', ...more };
}

/** Merged by its last decision, or told of already by a case that was filed before. */
function leftOut({ id, history }: Told): boolean {
  const decision = latest(history, (event) => /^case-(re)?routed$/.test(short(event)));
  if (decision && dataOf(decision).decision.mode === 'merge') return true;
  const others = new Set(history.filter((event) => short(event) === 'related-linked').map((event) => dataOf(event).other));
  return [...others].some((other) => {
    const said = latest(history, (event) => ['related-linked', 'unrelated-declared'].includes(short(event)) && dataOf(event).other === other)!;
    return short(said) === 'related-linked' && dataOf(said).relation === 'duplicate' && other < id;
  });
}

export function holderAt(told: Told, order: number, index: number): { department: string; division: string } {
  let dispatched = false;
  const holders: Record<number, { department: string; division: string }> = { 0: { department: '', division: (told.history[0]!.data as { division: string }).division } };
  for (const event of told.history.slice(0, index + 1)) {
    const data = dataOf(event);
    if (/^case-(re)?routed$/.test(short(event))) for (const one of data.decision.orders) if (!dispatched || !holders[one.order]) holders[one.order] = { department: one.lead ?? '', division: data.decision.handlingDivision };
    if (short(event) === 'case-assigned' && data.role === 'lead') holders[data.order] = data.unit;
    if (['routing-overridden', 'case-redispatched', 'case-transferred'].includes(short(event))) holders[data.order] = data.to;
    if (isDispatch(event)) dispatched = true;
  }
  return holders[order] ?? holders[0]!;
}

export function categoryOf({ history }: Told): string {
  let category = (history[0]!.data as { category: string | null }).category ?? '';
  for (const event of history) {
    if (short(event) === 'demand-classified') category = dataOf(event).category;
    if (/^case-(re)?routed$/.test(short(event))) category = dataOf(event).decision.orders[0]!.category;
  }
  return category;
}

function isDispatch(event: PublishedEvent): boolean {
  const { order, role } = dataOf(event);
  return order === 0 && ((short(event) === 'case-assigned' && role === 'lead') || short(event) === 'routing-overridden' || short(event) === 'case-redispatched');
}

function firstDispatch({ history }: Told): PublishedEvent | undefined {
  return history.find(isDispatch);
}

function rounds({ history }: Told): PublishedEvent[][] {
  const found: PublishedEvent[][] = [[]];
  for (const event of history) {
    found.at(-1)!.push(event);
    if (short(event) === 'case-reopened') found.push([]);
  }
  return found;
}

function last(events: readonly PublishedEvent[], type: string, fits: (event: PublishedEvent) => boolean = () => true): PublishedEvent[] {
  const found = latest(events, (event) => short(event) === type && fits(event));
  return found ? [found] : [];
}

function conclusion({ history }: Told): PublishedEvent | undefined {
  const since = history.slice(latestAt(history, (event) => short(event) === 'case-reopened') + 1);
  return latest(since, (event) => short(event) === 'case-resolved') ?? since.find((event) => short(event) === 'case-closed');
}

interface ClockFound { readonly kind: string; readonly order: number; readonly state: 'met' | 'late' | 'overdue' | 'none'; readonly metOn?: string; readonly hit: Hit }

/** Every authority's clock by what is on paper: its last due day, whether it was met by then, whether it stands still. */
function clocksOf(told: Told): ClockFound[] {
  return told.history.filter((event) => short(event) === 'clock-started' && dataOf(event).rule.duty === 'authority').map((started) => {
    const { kind } = dataOf(started);
    const order = (dataOf(started).order as number | null) ?? 0;
    const own = told.history.filter((event) => dataOf(event).clock === dataOf(started).clock);
    const due = String(dataOf(latest(own, (event) => dataOf(event).due !== undefined)!).due);
    const last = latest(own, (event) => ['clock-satisfied', 'clock-cancelled', 'clock-resumed'].includes(short(event)));
    const end = last && short(last) !== 'clock-resumed' ? last : undefined;
    const made = own.at(-1)!;
    const none: ClockFound = { kind, order, state: 'none', hit: hit(told, made) };
    if (due === 'PENDING_CALENDAR' || (end && short(end) === 'clock-cancelled')) return none;
    const found = (event: PublishedEvent, state: ClockFound['state']): ClockFound => ({ kind, order, state, hit: { ...hit(told, event), order, part: kind, day: due.length === 10 ? due : dayOf(due) }, ...(state === 'late' && { metOn: dayOf(dataOf(event).at) }) });
    if (end) return found(end, due.length === 10 ? (dayOf(dataOf(end).at) <= due ? 'met' : 'late') : Date.parse(dataOf(end).at) <= Date.parse(due) ? 'met' : 'late');
    const still = latest(own, (event) => ['clock-suspended', 'clock-resumed'].includes(short(event)));
    if (still && short(still) === 'clock-suspended') return none;
    const missed = own.some((event) => short(event) === 'clock-breached' && String(dataOf(event).due) === due);
    return missed ? found(made, 'overdue') : none;
  });
}

function clueOf(told: Told, wanted: 'received' | 'verified' | 'true' | 'resolved'): Hit[] {
  const { history } = told;
  const numbers: { number: string; event: PublishedEvent }[] = [];
  let first: PublishedEvent | undefined;
  let verifiedAt: PublishedEvent | undefined;
  let trueAt: PublishedEvent | undefined;
  let resolvedAt: PublishedEvent | undefined;
  let settled = false;
  for (const event of history) {
    const data = dataOf(event);
    if (['claim-filed', 'duplicate-linked'].includes(short(event)) && data.origin === 'cluePlatform') { if (numbers.length === 0) first = event; numbers.push({ number: String(data.channelNumber), event }); }
    if (short(event) === 'duplicate-separated') {
      const at = numbers.findIndex(({ number }) => number === data.channelNumber);
      if (at >= 0) numbers.splice(at, 1);
      if (at >= 0 && numbers.length === 0) first = verifiedAt = trueAt = resolvedAt = undefined;
    }
    if (short(event) === 'clue-verified' && numbers.length > 0) {
      const owed = data.arrears ?? data.conclusion === 'trueArrears';
      settled ||= data.resolved ?? false;
      verifiedAt ??= event;
      if (owed) trueAt ??= event;
      if (trueAt && settled) resolvedAt ??= event;
    }
    if (short(event) === 'payment-completed' && trueAt) resolvedAt ??= event;
    if (['payment-due', 'payment-reopened'].includes(short(event)) && !settled) resolvedAt = undefined;
  }
  const found = { received: first, verified: verifiedAt, true: trueAt, resolved: resolvedAt }[wanted];
  return found && first ? [hit(told, found, { day: dayOf(String(dataOf(first).receivedAt)) })] : [];
}

/** `n` is 1 while anything is unpaid, else 0; `amount` what is unpaid. */
function arrearsOf(told: Told): Hit[] {
  const { history } = told;
  const owed: Record<string, number> = {};
  const got: Record<string, number> = {};
  let made: PublishedEvent | undefined;
  let flag: unknown = null;
  let year = Number(dayOf(String(dataOf(history[0]!).receivedAt)).slice(0, 4));
  let amount = 0;
  let settled = false;
  let counts = false;
  let part = '';
  let on = year;
  for (const [at, event] of history.entries()) {
    const data = dataOf(event);
    if (/^case-(re)?routed$/.test(short(event))) {
      flag = data.decision.flags['clearZeroClass'] ?? null;
      year = (data.decision.inputs['caseYear'] as number | undefined) ?? Number(dayOf(data.at).slice(0, 4));
    }
    let touches = true;
    switch (short(event)) {
      case 'clue-verified': {
        if (clueOf({ ...told, history: history.slice(0, at + 1) }, 'received').length === 0) { touches = false; break; }
        const found = data.arrears ?? data.conclusion === 'trueArrears';
        settled ||= data.resolved ?? false;
        if (found) amount = data.facts.amount;
        break;
      }
      case 'payment-due': for (const { worker, amount: sum } of data.owed) owed[worker] = Math.max(owed[worker] ?? 0, sum); flag ??= data.clearZeroClass ?? null; break;
      case 'wage-paid': case 'held-wages-paid': got[data.worker] = (got[data.worker] ?? 0) + Number(data.amount); break;
      case 'wages-owed-corrected': owed[data.worker] = data.amount; break;
      case 'wage-paid-corrected': case 'held-wages-paid-corrected': got[data.worker] = (got[data.worker] ?? 0) + Number(data.amount) - Number(data.was); break;
      default: touches = false;
    }
    if (!touches) continue;
    counts = flag !== null && (Object.keys(owed).length > 0 || clueOf({ ...told, history: history.slice(0, at + 1) }, 'true').length > 0);
    part = String(flag);
    on = year;
    made = event;
  }
  if (!counts || !made) return [];
  const stated = Object.keys(owed).length > 0;
  const unpaid = stated ? Object.entries(owed).reduce((sum, [worker, sumOwed]) => sum + Math.max(0, sumOwed - (got[worker] ?? 0)), 0) : settled ? 0 : amount;
  const isOpen = stated ? unpaid > 0 : !settled;
  return [hit(told, made, { part, day: `${on}-12-31`, n: isOpen ? 1 : 0, amount: isOpen ? unpaid : 0 })];
}

interface Paid { readonly key: string; readonly worker: number; readonly source: string; readonly amount: number; readonly first: PublishedEvent; readonly last: PublishedEvent }
function papers({ history }: Told): Paid[] {
  const paid = new Map<string, Paid>();
  const held = new Map<string, string>();
  for (const event of history) {
    const data = dataOf(event);
    const key = `${data.worker}/${data.evidence}`;
    if (short(event) === 'wages-held') held.set(key, data.source!);
    if (['wage-paid', 'held-wages-paid'].includes(short(event))) paid.set(key, { key, worker: data.worker, source: data.source ?? held.get(key)!, amount: data.amount, first: event, last: event });
    if (/^(wage|held-wages)-paid-corrected$/.test(short(event))) {
      const before = paid.get(key)!;
      const amount = before.amount + Number(data.amount) - Number(data.was);
      paid.set(key, { ...before, amount, first: before.amount > 0 ? before.first : event, last: event });
    }
  }
  return [...paid.values()].filter(({ amount }) => amount > 0);
}

function paymentsOf(told: Told): Hit[] {
  return papers(told).map(({ first, last: touched, amount, source }) => hit(told, touched, { day: dayOf(dataOf(first).at), amount, part: source }));
}

/** Since when each worker has had money, without a break; by the source as well where asked. */
function workersOf(told: Told, bySource: boolean): Hit[] {
  const since = new Map<string, PublishedEvent>();
  for (const [at, event] of told.history.entries()) {
    if (!/wage-paid|held-wages-paid/.test(short(event))) continue;
    const now = new Set(papers({ ...told, history: told.history.slice(0, at + 1) }).map(({ worker, source }) => (bySource ? `${worker}/${source}` : String(worker))));
    for (const key of since.keys()) if (!now.has(key)) since.delete(key);
    for (const key of now) if (!since.has(key)) since.set(key, event);
  }
  return [...since.values()].map((event) => hit(told, event));
}

const ENDS = ['award-made', 'mediation-instrument-served', 'application-withdrawn'];
function arbitrationEnd({ history }: Told): PublishedEvent | undefined {
  const begun = history.findIndex((event) => short(event) === 'application-accepted');
  return begun < 0 ? undefined : history.slice(begun).find((event) => ENDS.includes(short(event)));
}

function wasSpeedy({ history }: Told, end: PublishedEvent): boolean {
  const begun = history.findIndex((event) => short(event) === 'application-accepted');
  return dataOf(history[begun]!).track === 'speedy' && !history.slice(begun, history.indexOf(end)).some((event) => short(event) === 'converted-to-ordinary');
}

function staysSpeedy({ history }: Told): boolean {
  const begun = history.findIndex((event) => short(event) === 'application-accepted');
  return dataOf(history[begun]!).track === 'speedy' && !history.slice(begun).some((event) => short(event) === 'converted-to-ordinary');
}

function daysFrom(begin: PublishedEvent, end: PublishedEvent): number {
  return Math.round((Date.parse(dayOf(dataOf(end).at)) - Date.parse(dayOf(dataOf(begin).at))) / 86_400_000);
}

/** A migrant worker's claim for wages, as it was known when the application was accepted. */
function isWage({ history }: Told, accepted: PublishedEvent): boolean {
  let matters: string[] = (history[0]!.data as { matters: string[] }).matters;
  for (const event of history.slice(0, history.indexOf(accepted))) {
    if (short(event) === 'demand-classified') matters = dataOf(event).matters;
    if (/^case-(re)?routed$/.test(short(event))) matters = [...matters, ...dataOf(event).decision.orders.flatMap(({ matter }) => matter ?? [])];
  }
  return ((history[0]!.data as { requester: { migrantWorker: boolean } | null }).requester?.migrantWorker ?? false) && matters.includes('wages');
}

function wasDispute({ history }: Told, end: PublishedEvent): boolean {
  return history.slice(0, history.indexOf(end)).some((event) => ['mediation-started', 'case-mediated', 'application-accepted'].includes(short(event)));
}

function endedFriendly({ history }: Told, end: PublishedEvent): boolean {
  const said = latest(history.slice(0, history.indexOf(end)), (event) => ['case-mediated', 'mediation-failed', ...ENDS].includes(short(event)));
  return said !== undefined && (['case-mediated', 'mediation-instrument-served'].includes(short(said)) || (short(said) === 'application-withdrawn' && dataOf(said).settled === true));
}
