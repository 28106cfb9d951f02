import type { Payer, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { fold } from '#libs/decider/decider.js';
import { payment } from './payment.decider.js';
import { partsOf, promisedBy } from './payment.plan.js';
import type { Basis, Offer, Payment, Source } from './payment.state.js';
import { unpaidBy, workersOf } from './payment.state.js';

type Of<T extends PaymentEvent['type']> = Extract<PaymentEvent, { readonly type: T }>;

/** One slip: what it says now, and what it said before it was corrected. */
interface Entry {
  readonly at: Instant;
  readonly amount: number;
  readonly evidence: string;
  readonly payer: Payer | null;
  readonly source: Source;
  readonly corrected: readonly { readonly at: Instant; readonly was: number }[];
}
/** Money that was kept for a worker, and what of it was fetched: as it stands, and what was said before it was corrected. */
interface Kept {
  readonly at: Instant;
  readonly amount: number;
  readonly evidence: string;
  readonly corrected: readonly { readonly at: Instant; readonly was: number }[];
  readonly holder: string | null;
  readonly what: 'held' | 'claimed';
}
interface Line {
  readonly worker: number;
  /** All in Fen. `lowered`: what was owed before a statement that had been too high was corrected. */
  readonly owed: number;
  readonly lowered: readonly { readonly at: Instant; readonly was: number }[];
  readonly paid: number;
  readonly unclaimed: number;
  readonly unpaid: number;
  readonly overpaid: number;
  /** On which grounds it is owed, until when, and in which parts. */
  readonly grounds: readonly { readonly basis: Basis; readonly amount: number; readonly performBy: Day }[];
  readonly promised: readonly { readonly on: Day; readonly amount: number }[];
  readonly payments: readonly Entry[];
  readonly kept: readonly Kept[];
}

export interface Ledger {
  readonly standing: 'nothingDue' | 'due' | 'instalmentMissed' | 'defaulted' | 'unclaimed' | 'paid';
  readonly performBy: Day | null;
  readonly payers: readonly Payer[];
  readonly acceleration: boolean;
  readonly instalments: readonly { readonly number: number; readonly on: Day; readonly amount: number; readonly standing: 'open' | 'met' | 'missed' }[];
  readonly offers: readonly Offer[];
  readonly unsettled: readonly number[];
  readonly totals: { readonly owed: number; readonly paid: number; readonly unclaimed: number; readonly unpaid: number; readonly overpaid: number };
  readonly workers: readonly Line[];
}

/** Who was owed what, who paid it, from which money, and what is missing: folded from the events of the payment stream. */
export function ledgerOf(events: readonly PaymentEvent[]): Ledger {
  const state = fold(payment, events);
  const dues = all(events, 'PaymentDue');
  const last = dues.at(-1);
  const workers = [...new Set([...workersOf(state), ...Object.keys(state.paid).map(Number)])].sort((a, b) => a - b).map((worker) => lineOf(worker, events, {
    owed: state.due[worker] ?? 0, paid: state.paid[worker] ?? 0, unclaimed: state.held[worker] ?? 0, unpaid: unpaidBy(state, worker),
  }, promisedBy(state)));
  const total = (field: 'owed' | 'paid' | 'unclaimed' | 'unpaid' | 'overpaid'): number => workers.reduce((sum, line) => sum + line[field], 0);
  const totals = { owed: total('owed'), paid: total('paid'), unclaimed: total('unclaimed'), unpaid: total('unpaid'), overpaid: total('overpaid') };
  const instalments = instalmentsOf(events, state);
  const inDefault = state.defaulted.some((worker) => unpaidBy(state, worker) > 0);
  const missed = instalments.some(({ standing }) => standing === 'missed') && totals.unpaid > 0;
  return {
    standing: state.completed ? 'paid' : state.bases.length === 0 ? 'nothingDue' : inDefault ? 'defaulted' : missed ? 'instalmentMissed' : totals.unpaid === 0 && totals.unclaimed > 0 ? 'unclaimed' : 'due',
    performBy: state.performBy ?? null, payers: last?.payers ?? (last ? ['employer'] : []), acceleration: state.acceleration, instalments,
    offers: state.defaulted.length > 0 ? all(events, 'PaymentDefaulted').at(-1)?.offers ?? [] : [], unsettled: state.unsettled, totals, workers,
  };
}

function lineOf(worker: number, events: readonly PaymentEvent[], sums: Pick<Line, 'owed' | 'paid' | 'unclaimed' | 'unpaid'>, plan: Payment['plan']): Line {
  const mine = <T extends { readonly worker: number }>(rows: readonly T[]): readonly T[] => rows.filter((row) => row.worker === worker);
  const grounds = all(events, 'PaymentDue').flatMap(({ basis, performBy, owed }) => mine(owed).map(({ amount }) => ({ basis, amount, performBy })));
  const payments = mine(all(events, 'WagePaid')).map(({ at, amount, evidence, source, payer }): Entry => {
    return { at, evidence, payer: payer ?? payerBy(source), source, ...asItStands(amount, evidence, mine(all(events, 'WagePaidCorrected'))) };
  });
  const kept: readonly Kept[] = [
    ...mine(all(events, 'WagesHeld')).map(({ at, amount, evidence, holder }): Kept => ({ at, evidence, holder, what: 'held', ...asItStands(amount, evidence, mine(all(events, 'WagesHeldCorrected'))) })),
    ...mine(all(events, 'HeldWagesPaid')).map(({ at, amount, evidence }): Kept => ({ at, evidence, holder: null, what: 'claimed', ...asItStands(amount, evidence, mine(all(events, 'HeldWagesPaidCorrected'))) })),
  ];
  const overpaid = grounds.length > 0 ? Math.max(0, sums.paid + sums.unclaimed - sums.owed) : 0;
  const lowered = mine(all(events, 'WagesOwedCorrected')).map(({ at, was }) => ({ at, was }));
  return { worker, ...sums, lowered, overpaid, grounds, promised: mine(plan).map(({ on, amount }) => ({ on, amount })), payments, kept };
}

function asItStands(amount: number, evidence: string, corrections: readonly { readonly at: Instant; readonly evidence: string; readonly was: number; readonly amount: number }[]): Pick<Kept, 'amount' | 'corrected'> {
  const its = corrections.filter((each) => each.evidence === evidence);
  return { amount: its.at(-1)?.amount ?? amount, corrected: its.map(({ at, was }) => ({ at, was })) };
}

/** Those of the plan in force: each as it was last opened, met or missed since its parts are these. */
function instalmentsOf(events: readonly PaymentEvent[], state: Payment): Ledger['instalments'] {
  const standing = new Map<number, 'open' | 'met' | 'missed'>();
  let now = payment.initial;
  for (const event of events) {
    const { plan } = now;
    now = payment.evolve(now, event);
    if (now.plan !== plan) standing.clear();
    if (event.type === 'InstalmentOpened') standing.set(event.number, 'open');
    if (event.type === 'InstalmentMet') standing.set(event.number, 'met');
    if (event.type === 'InstalmentDefaulted') standing.set(event.number, 'missed');
  }
  return partsOf(state).flatMap(({ on, owed }, i) => (standing.has(i + 1) ? [{ number: i + 1, on, amount: owed.reduce((sum, { amount }) => sum + amount, 0), standing: standing.get(i + 1)! }] : []));
}

/** Some sources say who paid; a deposit or a court's account does not. */
function payerBy(source: Source): Payer | null {
  return source === 'employer' || source === 'generalContractor' || source === 'projectOwner' ? source : null;
}

function all<T extends PaymentEvent['type']>(events: readonly PaymentEvent[], type: T): readonly Of<T>[] {
  return events.filter((event): event is Of<T> => event.type === type);
}
