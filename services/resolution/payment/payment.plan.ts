import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Owed, Payment } from './payment.state.js';
import { daysOf, evolve } from './payment.state.js';

/** All that is to be paid on one day. */
interface Part {
  readonly on: Day;
  readonly owed: readonly Owed[];
}

/** Opens the first instalment, and passes over each that is paid already: every one has its own beginning and end in the log. */
export function advance(at: Instant, state: Payment): readonly PaymentEvent[] {
  const events: PaymentEvent[] = [];
  let now = state;
  const tell = (event: PaymentEvent): void => {
    events.push(event);
    now = evolve(now, event);
  };
  for (let number = state.instalment; number !== undefined && shortBy(now, number).unpaid === 0; number = now.instalment) {
    tell({ type: 'InstalmentMet', at, number });
    const next = opened(at, now, number + 1);
    if (next) tell(next);
  }
  return events;
}

/** The first instalment of a plan that has just been agreed; of one that goes on beside a new ground, the one that runs, whose clock that ground has ended. */
export function begin(at: Instant, state: Payment): readonly PaymentEvent[] {
  const first = state.instalment === undefined ? undefined : opened(at, state, state.instalment);
  return first ? [first, ...advance(at, evolve(state, first))] : [];
}

/** Every instalment whose day has passed: with the first missed the rest is due where the parties said so, else the next opens. */
export function missed(at: Instant, state: Payment): readonly PaymentEvent[] {
  const events: PaymentEvent[] = [];
  let now = state;
  const tell = (event: PaymentEvent): void => {
    events.push(event);
    now = evolve(now, event);
  };
  for (let number = now.instalment; number !== undefined && partsOf(now)[number - 1]!.on < dayOf(at); number = now.instalment) {
    const { unpaid, workers } = shortBy(now, number);
    if (unpaid === 0) break;
    tell({ type: 'InstalmentDefaulted', at, number, unpaid, workers, accelerated: now.acceleration });
    const next = now.acceleration ? undefined : opened(at, now, number + 1);
    if (next) tell(next);
  }
  return events;
}

function opened(at: Instant, state: Payment, number: number): PaymentEvent | undefined {
  const part = partsOf(state)[number - 1];
  return part && { type: 'InstalmentOpened', at, number, on: part.on, owed: [...part.owed] };
}

/** What is missing of everything that was to be paid up to an instalment. */
function shortBy(state: Payment, number: number): { readonly unpaid: number; readonly workers: number } {
  const promised = new Map<number, number>();
  for (const { worker, amount } of partsOf(state).slice(0, number).flatMap(({ owed }) => owed)) promised.set(worker, (promised.get(worker) ?? 0) + amount);
  const short = [...promised].map(([worker, amount]) => amount - (state.paid[worker] ?? 0) - (state.held[worker] ?? 0)).filter((missing) => missing > 0);
  return { unpaid: short.reduce((sum, missing) => sum + missing, 0), workers: short.length };
}

/** Where less is owed than was promised, because the debt had been stated too high, the last parts are the ones that shrink. */
export function promisedBy({ plan, due }: Pick<Payment, 'plan' | 'due'>): Payment['plan'] {
  const left = { ...due };
  return [...plan].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).map((part) => {
    const amount = Math.min(part.amount, left[part.worker] ?? 0);
    left[part.worker] = (left[part.worker] ?? 0) - amount;
    return { ...part, amount };
  });
}

export function partsOf(state: Payment): readonly Part[] {
  const plan = promisedBy(state);
  return daysOf(plan).map((on) => ({ on, owed: plan.filter((each) => each.on === on).map(({ worker, amount }) => ({ worker, amount })) }));
}
