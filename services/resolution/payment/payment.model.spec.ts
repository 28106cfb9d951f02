import fc from 'fast-check';
import type { Law, Verdict } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import { someFen, someOwed, someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { PaymentCommand } from './payment.decider.js';
import { payment } from './payment.decider.js';

type Owed = readonly { readonly worker: number; readonly amount: number }[];
type Due = Extract<PaymentCommand, { readonly type: 'DuePayment' | 'StateWagesOwed' }>;
type Before = Past<PaymentCommand>;

const dues = (past: Before): readonly Due[] => past.done.filter((each): each is Due => each.type === 'DuePayment' || each.type === 'StateWagesOwed');
const workers = (past: Before): readonly number[] => [...new Set(dues(past).flatMap(({ owed }) => owed.map(({ worker }) => worker)))];
const sum = (rows: readonly { readonly worker: number; readonly amount: number }[], worker: number): number => rows.filter((each) => each.worker === worker).reduce((all, { amount }) => all + amount, 0);
type Recording = 'RecordWagePaid' | 'HoldWages' | 'PayHeldWages';
const CORRECTS = { RecordWagePaid: 'CorrectWagePaid', HoldWages: 'CorrectWagesHeld', PayHeldWages: 'CorrectHeldWagesPaid' } as const;
/** What a slip says now: as it was recorded, or as it was last corrected. */
const slip = (recording: Recording, worker: number, evidence: string, past: Before): number | undefined =>
  [...past.all(recording), ...past.all(CORRECTS[recording])].filter((each) => each.worker === worker && each.evidence === evidence)
    .sort((a, b) => past.done.indexOf(a) - past.done.indexOf(b)).at(-1)?.amount;
const slips = (recording: Recording, worker: number, past: Before): number =>
  [...new Set(past.all(recording).filter((each) => each.worker === worker).map(({ evidence }) => evidence))].reduce((all, evidence) => all + slip(recording, worker, evidence, past)!, 0);
/** In the worker's own hand. */
const paid = (worker: number, past: Before): number => slips('RecordWagePaid', worker, past) + slips('PayHeldWages', worker, past);
const held = (worker: number, past: Before): number => slips('HoldWages', worker, past) - slips('PayHeldWages', worker, past);

const greatest = (rows: readonly Due[], worker: number): number => Math.max(0, ...rows.flatMap(({ owed }) => owed.filter((each) => each.worker === worker).map(({ amount }) => amount)));
/** What was agreed, ordered or awarded stands until who made it changes it. */
const decided = (worker: number, past: Before): number => greatest(dues(past).filter(({ type }) => type === 'DuePayment'), worker);
/** Per worker (PAID is a fact of one worker). An award on an agreement that was not kept is about the same money: the larger is owed. A statement counts as it was last corrected, or stated after that. */
function due(worker: number, past: Before): number {
  const at = past.done.map((each) => each.type === 'CorrectWagesOwed' && each.worker === worker).lastIndexOf(true);
  const since = new Past(past.done.slice(at + 1));
  const said = at < 0 ? 0 : past.all('CorrectWagesOwed').filter((each) => each.worker === worker).at(-1)!.amount;
  return Math.max(decided(worker, past), said, greatest(dues(since), worker));
}
/** By the debtor: money kept for a worker who cannot be found has left the debtor's hands. */
const unpaid = (worker: number, past: Before): number => Math.max(0, due(worker, past) - paid(worker, past) - held(worker, past));
const settled = (past: Before): boolean => dues(past).length > 0 && workers(past).every((worker) => paid(worker, past) >= due(worker, past));

/** RESOLVED when unpaid = 0, and said once; an agreement is not payment, and one for money already paid is. A correction may show that it was not paid after all. */
function comesTo(event: string, command: PaymentCommand, past: Before): Verdict {
  const after = new Past([...past.done, command]);
  if (planOf(after).parts.length > 0) return true; // Which instalments it opens and meets, the specification of the desk says.
  if (command.type === 'CorrectHeldWagesPaid') return withDay(settled(after) && !settled(past) ? [event, 'PaymentCompleted'] : [event], command, past); // What was not fetched is kept again: unpaid by nobody.
  const wasSettled = settled(past) && command.type !== 'DuePayment' && command.type !== 'StateWagesOwed';
  if (wasSettled && !settled(after)) return withDay([event, 'PaymentReopened'], command, past);
  return withDay(settled(after) && !wasSettled ? [event, 'PaymentCompleted'] : [event], command, past);
}

function fallsDue(command: Due, basis: string, past: Before): Verdict {
  if (command.owed.length === 0) return false; // An agreement about something else than money.
  const lowered = command.owed.some(({ worker, amount }) => due(worker, past) < amount);
  const told = !lowered && dues(past).some((each) => basisOf(each) === basis && each.performBy === command.performBy && String(pairs(each.owed)) === String(pairs(command.owed)) && JSON.stringify(each.plan) === JSON.stringify(command.plan));
  return told ? false : comesTo('PaymentDue', command, past);
}
const basisOf = (each: Due): string => (each.type === 'DuePayment' ? each.basis : 'voluntary');
const pairs = (owed: Owed): readonly (readonly number[])[] => owed.map(({ worker, amount }) => [worker, amount]);

type Part = { readonly worker: number; readonly on: string; readonly amount: number };
interface Plan { readonly parts: readonly Part[]; readonly acceleration: boolean; readonly runs: string | undefined }
const dayOn = (parts: readonly Part[], from: string, after = false): string | undefined => parts.map(({ on }) => on).filter((on) => (after ? on > from : on >= from)).sort()[0];
/** Everything promised up to a day has come, as far as it is still owed. */
const covered = (parts: readonly Part[], on: string, past: Before): boolean => {
  const promised = parts.filter((each) => each.on <= on);
  return promised.every(({ worker }) => Math.min(sum(promised, worker), due(worker, past)) <= paid(worker, past) + held(worker, past));
};
/** The parts in force, and the day of the instalment that runs: the first neither paid nor missed; none where one missed made the rest due. A ground replaces the parts of its own workers, and leaves the others theirs while one runs. */
function planOf(past: Before): Plan {
  let [parts, acceleration, runs]: [readonly Part[], boolean, string | undefined] = [[], false, undefined];
  past.done.forEach((each, i) => {
    if (each.type === 'DuePayment' || each.type === 'StateWagesOwed') {
      const own = each.plan ?? [];
      const others = parts.filter(({ worker }) => !each.owed.some((one) => one.worker === worker));
      if (own.length > 0 || others.length < parts.length) {
        const left = runs === undefined ? [] : others;
        const from = [...(left.length > 0 ? [runs!] : []), ...own.map(({ on }) => on)].sort()[0];
        parts = [...left, ...own];
        acceleration = own.length > 0 ? each.acceleration ?? false : parts.length > 0 && acceleration;
        runs = from === undefined ? undefined : dayOn(parts, from);
      }
    }
    while (each.type === 'DefaultInstalment' && runs !== undefined && runs < each.at.slice(0, 10)) runs = acceleration ? undefined : dayOn(parts, runs, true);
    while (runs !== undefined && covered(parts, runs, new Past(past.done.slice(0, i + 1)))) runs = dayOn(parts, runs, true);
  });
  return { parts, acceleration, runs };
}

interface Days { readonly days: ReadonlyMap<number, string>; readonly told: ReadonlySet<number>; readonly clock: string | undefined }
const unpaidAt = ({ days, told }: Pick<Days, 'days' | 'told'>, past: Before): readonly number[] => [...days.keys()].filter((worker) => unpaid(worker, past) > 0 && !told.has(worker));
const firstDay = (standing: Pick<Days, 'days' | 'told'>, past: Before): string | undefined => unpaidAt(standing, past).map((worker) => standing.days.get(worker)!).sort()[0];
const overdue = (standing: Pick<Days, 'days' | 'told'>, past: Before, on: string): readonly number[] => unpaidAt(standing, past).filter((worker) => standing.days.get(worker)! < on);
const reopens = (command: PaymentCommand, past: Before): boolean => command.type === 'CorrectWagePaid' && settled(past) && !settled(new Past([...past.done, command]));

/** By when each worker is to be paid (by the last ground that names the worker; by the missed instalment where that makes the rest due), of whom default was told, and the one day that a clock runs to. */
function daysIn(past: Before): Days {
  const days = new Map<number, string>();
  let told = new Set<number>();
  let clock: string | undefined;
  past.done.forEach((each, i) => {
    const [before, then] = [new Past(past.done.slice(0, i)), new Past(past.done.slice(0, i + 1))];
    const on = each.at.slice(0, 10);
    if (each.type === 'DuePayment' || each.type === 'StateWagesOwed') {
      each.owed.forEach(({ worker }) => { days.set(worker, each.performBy); told.delete(worker); });
      clock = each.performBy;
    }
    const { acceleration, runs } = each.type === 'DefaultInstalment' ? planOf(before) : { acceleration: false, runs: undefined };
    const all = acceleration && runs !== undefined && runs < on;
    if (all) days.forEach((day, worker) => { if (runs < day) days.set(worker, runs); });
    if (all || each.type === 'DefaultPayment') overdue({ days, told }, then, on).forEach((worker) => told.add(worker));
    if (reopens(each, before)) told = new Set();
    clock = firstDay({ days, told }, then) ?? clock;
  });
  return { days, told, clock };
}

/** One day runs at a time: the first by which somebody is to be paid still. */
function withDay(events: readonly string[], command: PaymentCommand, past: Before): readonly string[] {
  const after = new Past([...past.done, command]);
  const first = firstDay(daysIn(after), after);
  const running = command.type === 'DuePayment' || command.type === 'StateWagesOwed' ? command.performBy : reopens(command, past) ? first : daysIn(past).clock;
  return first !== undefined && first !== running ? [...events, 'PerformanceDayMoved'] : events;
}

/** WPR 3: each worker in full. LDMA 15, LSR 26: what was not paid on the day is in default from the day after. */
const law: Law<PaymentCommand> = {
  DuePayment: (command, past) => fallsDue(command, command.basis, past),
  StateWagesOwed: (command, past) => {
    if ([command.performBy, ...(command.plan ?? []).map(({ on }) => on)].some((on) => on < command.at.slice(0, 10))) return false;
    return new Set(command.owed.map(({ worker }) => worker)).size < command.owed.length ? undefined : fallsDue(command, 'voluntary', past);
  },
  RecordWagePaid: (command, past) => {
    if (slip('RecordWagePaid', command.worker, command.evidence, past) !== undefined) return false; // One receipt proves one payment.
    if (dues(past).length === 0) return ['WagePaid'];
    if (command.by.startsWith('process:')) return comesTo('WagePaid', command, past); // The fund has handed it over, too much or not.
    if (!workers(past).includes(command.worker)) return undefined;
    return command.amount > unpaid(command.worker, past) && !command.beyondOwed ? false : comesTo('WagePaid', command, past);
  },
  CorrectWagePaid: (command, past) => {
    const was = slip('RecordWagePaid', command.worker, command.evidence, past);
    if (was === undefined || was === command.amount) return false;
    const more = command.amount - was;
    if (workers(past).includes(command.worker) && more > 0 && more > unpaid(command.worker, past)) return false;
    return comesTo('WagePaidCorrected', command, past);
  },
  CorrectWagesHeld: (command, past) => {
    const was = slip('HoldWages', command.worker, command.evidence, past);
    if (was === undefined || was === command.amount) return false;
    const more = command.amount - was;
    if (held(command.worker, past) + more < 0 || (more > 0 && more > unpaid(command.worker, past))) return false;
    return comesTo('WagesHeldCorrected', command, past);
  },
  CorrectHeldWagesPaid: (command, past) => {
    const was = slip('PayHeldWages', command.worker, command.evidence, past);
    if (was === undefined || was === command.amount || command.amount - was > held(command.worker, past)) return false;
    return comesTo('HeldWagesPaidCorrected', command, past);
  },
  CorrectWagesOwed: (command, past) => {
    const { worker, amount } = command;
    return workers(past).includes(worker) && amount < due(worker, past) && amount >= decided(worker, past) ? comesTo('WagesOwedCorrected', command, past) : false;
  },
  HoldWages: (command, past) => {
    if (past.all('HoldWages').some(({ worker, evidence }) => worker === command.worker && evidence === command.evidence)) return false;
    return command.amount > unpaid(command.worker, past) ? false : comesTo('WagesHeld', command, past);
  },
  PayHeldWages: (command, past) => {
    if (past.all('PayHeldWages').some(({ worker, evidence }) => worker === command.worker && evidence === command.evidence)) return false;
    return command.amount > held(command.worker, past) ? false : comesTo('HeldWagesPaid', command, past);
  },
  DefaultPayment: (command, past) => (overdue(daysIn(past), past, command.at.slice(0, 10)).length > 0 ? withDay(['PaymentDefaulted'], command, past) : false),
  DefaultInstalment: ({ at: on }, past) => {
    const { runs } = planOf(past);
    return runs !== undefined && runs < on.slice(0, 10);
  },
};

describe('Payment against the law', () => {
  const by = 'officer:a';
  const owed = [{ worker: 1, amount: 300_000 }, { worker: 2, amount: 200_000 }];
  const pay = (n: number, worker: number, evidence: string): PaymentCommand => ({ type: 'RecordWagePaid', at: at(n), by, worker, amount: 100_000, source: 'employer', evidence });
  const course: readonly PaymentCommand[] = [
    pay(0, 1, 'x'), { type: 'DuePayment', at: at(1), by, basis: 'agreement', performBy: day(20), owed }, pay(5, 1, 'y'), { type: 'DefaultPayment', at: at(21), by },
    { type: 'DuePayment', at: at(30), by, basis: 'award', performBy: day(50), owed }, pay(40, 1, 'z'), pay(41, 2, 'x'), pay(42, 2, 'y'),
  ];
  const plan = [{ worker: 1, on: day(10), amount: 100_000 }, { worker: 2, on: day(10), amount: 200_000 }, { worker: 1, on: day(20), amount: 200_000 }];
  const later = [{ worker: 2, on: day(12), amount: 100_000 }, { worker: 2, on: day(18), amount: 100_000 }];
  const parts: readonly PaymentCommand[] = [{ type: 'DuePayment', at: at(1), by, basis: 'agreement', performBy: day(20), owed, plan }, pay(5, 1, 'x'), { type: 'DefaultInstalment', at: at(11), by }, pay(12, 2, 'x'), pay(13, 2, 'y'), pay(14, 1, 'y')];
  const money = { worker: fc.integer({ min: 1, max: 3 }), amount: someFen.filter((amount) => amount > 0), source: fc.constant('employer' as const), evidence: someText };
  const oneSlip = { worker: money.worker, amount: someFen, evidence: someText };
  const some = fc.oneof(someOwed, fc.constantFrom(owed, [{ worker: 1, amount: 0 }]));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(payment, law, {
    DuePayment: fc.oneof(fc.record({ basis: fc.constantFrom('agreement' as const, 'award' as const), performBy: someDay, owed: some }), fc.record({ basis: fc.constant('agreement' as const), performBy: fc.constant(day(20)), owed: fc.constant(owed), plan: fc.constant(plan), acceleration: fc.boolean() })),
    StateWagesOwed: fc.oneof(fc.record({ performBy: someDay, owed: some }), fc.record({ performBy: fc.constant(day(20)), owed: fc.constant(owed), plan: fc.constant(plan), acceleration: fc.boolean() }), fc.record({ performBy: fc.constant(day(18)), owed: fc.constant([owed[1]!]), plan: fc.constant(later) })), RecordWagePaid: fc.record({ ...money, beyondOwed: fc.boolean() }), CorrectWagePaid: fc.record(oneSlip), CorrectWagesHeld: fc.record(oneSlip), CorrectHeldWagesPaid: fc.record(oneSlip), CorrectWagesOwed: fc.record({ worker: money.worker, amount: fc.oneof(someFen, fc.constant(100_000)) }),
    HoldWages: fc.record({ ...money, holder: someText }), PayHeldWages: fc.record(money), DefaultPayment: fc.constant({}), DefaultInstalment: fc.constant({}),
  }, [course, parts], ['EVIDENCE_USED']));
});
