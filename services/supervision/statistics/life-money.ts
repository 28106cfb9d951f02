import type { PublishedEvent } from '#libs/contracts/event.js';
import type { HandoverEvent, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Life } from './life.js';
import { counted, countedOnce, without } from './life.js';

type Of<Type extends PaymentEvent['type']> = Extract<PaymentEvent, { type: Type }>;

/** Of conclusions recorded before the pack said what they mean. */
const ARREARS_BEFORE = 'trueArrears';

/** The money, worker by worker, and what became of a clue. */
export function afterMoney(life: Life, event: PublishedEvent): Life {
  switch (event.type) {
    case 'resolution.clue-verified.v1': return verified(life, event);
    case 'resolution.payment-due.v1': {
      const owed = { ...life.owed };
      for (const { worker, amount } of (event.data as never as Of<'PaymentDue'>).owed) owed[worker] = Math.max(owed[worker] ?? 0, amount); // One debt on two grounds is owed once.
      const due = arrears({ ...life, owed, clearZero: life.clearZero ?? (event.data as never as Of<'PaymentDue'>).clearZeroClass ?? null }, event);
      return life.clueResolved ? due : without(due, 'clueResolved'); // More is owed than was paid.
    }
    case 'resolution.wages-owed-corrected.v1': {
      const { worker, amount } = event.data as never as Of<'WagesOwedCorrected'>;
      return arrears({ ...life, owed: { ...life.owed, [worker]: amount } }, event);
    }
    case 'resolution.payment-reopened.v1': return life.clueResolved ? life : without(life, 'clueResolved');
    case 'resolution.payment-completed.v1': return life.facts['clueTrue'] ? clue(life, 'clueResolved', event) : life;
    case 'resolution.wage-paid.v1': {
      const { worker, amount, source, evidence } = event.data as never as Of<'WagePaid'>;
      return paid(life, { worker, amount, source, evidence }, event);
    }
    case 'resolution.wages-held.v1': {
      const { worker, evidence, source } = event.data as never as Of<'WagesHeld'>;
      return { ...life, held: { ...life.held, [worker]: source, [`${worker}/${evidence}`]: source } };
    }
    case 'resolution.held-wages-paid.v1': {
      const { worker, amount, evidence } = event.data as never as Of<'HeldWagesPaid'>;
      return paid(life, { worker, amount, evidence, source: life.held[`${worker}/${evidence}`] ?? life.held[worker] ?? '' }, event);
    }
    case 'resolution.wage-paid-corrected.v1':
    case 'resolution.held-wages-paid-corrected.v1': {
      const { worker, evidence, was, amount } = event.data as never as Of<'WagePaidCorrected' | 'HeldWagesPaidCorrected'>;
      return paid(life, { worker, amount: amount - was, evidence, source: life.facts[`paid/${worker}/${evidence}`]?.part ?? '' }, event);
    }
    default: return life;
  }
}

/** The first conclusion says what was found; that wages were owed, or are paid, may come out later. All of it counts on the day of the receipt. */
function verified(life: Life, event: PublishedEvent): Life {
  const { conclusion, arrears: owed = conclusion === ARREARS_BEFORE, resolved = false, facts } = event.data as never as Extract<HandoverEvent, { type: 'ClueVerified' }>;
  if (life.clues.length === 0) return life;
  let next = clue({ ...life, clueResolved: life.clueResolved || resolved, clueAmount: owed ? facts?.amount ?? life.clueAmount : life.clueAmount }, 'clueVerified', event);
  if (owed) next = clue(next, 'clueTrue', event);
  if (next.facts['clueTrue'] && next.clueResolved) next = clue(next, 'clueResolved', event);
  return arrears(next, event);
}

function clue(life: Life, kind: 'clueVerified' | 'clueTrue' | 'clueResolved', event: PublishedEvent): Life {
  return countedOnce(life, kind, event, { day: life.facts['clueReceived']!.day });
}

interface Payment { readonly worker: number; readonly amount: number; readonly source: string; readonly evidence: string }

/** A payment, or what a correction makes of it: counted on the day on which it was made. */
function paid(life: Life, { worker, amount, source, evidence }: Payment, event: PublishedEvent): Life {
  const key = `paid/${worker}/${evidence}`;
  const before = life.facts[key];
  const total = (before?.amount ?? 0) + amount;
  const of = { ...life, paid: { ...life.paid, [worker]: (life.paid[worker] ?? 0) + amount } };
  const day = before && { day: before.day };
  const money = total > 0 ? counted(of, key, 'paid', event, { amount: total, part: source, ...day }) : without(of, key);
  return arrears(workers(money, worker, source, event), event);
}

/** How many workers got money: each once, and once for each source. */
function workers(life: Life, worker: number, source: string, event: PublishedEvent): Life {
  const any = `worker/${worker}`;
  const from = `${any}/${source}`;
  const still = Object.entries(life.facts).filter(([key]) => key.startsWith(`paid/${worker}/`)).map(([, { part }]) => part);
  let next = still.includes(source) ? (life.facts[from] ? life : counted(life, from, 'workerPaidFrom', event, { part: source })) : without(life, from);
  if (still.length === 0) next = without(next, any);
  return still.length > 0 && !next.facts[any] ? counted(next, any, 'workerPaid', event) : next;
}

/** Verified arrears of the two zero-clearances, on the last day of the year in which they arose: the year is all that they are asked by. */
function arrears(life: Life, event: PublishedEvent): Life {
  const { owed, paid: got, clearZero, facts } = life;
  const stated = Object.keys(owed).length > 0;
  if (clearZero === null || !(stated || facts['clueTrue'])) return without(life, 'arrears', 'arrearsOpen');
  const total = stated ? sum(Object.values(owed)) : life.clueAmount;
  const unpaid = stated ? sum(Object.entries(owed).map(([worker, amount]) => Math.max(0, amount - (got[worker] ?? 0)))) : life.clueResolved ? 0 : life.clueAmount;
  const open = stated ? unpaid > 0 : !life.clueResolved; // A clue may be found true before anybody has counted the money.
  const day = { day: `${life.arrearsYear}-12-31`, part: clearZero };
  const known = counted(life, 'arrears', 'arrearsVerified', event, { ...day, amount: total });
  return open ? counted(known, 'arrearsOpen', 'arrearsOpen', event, { ...day, amount: unpaid }) : without(known, 'arrearsOpen');
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
