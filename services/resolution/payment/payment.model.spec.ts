import fc from 'fast-check';
import type { Law, Verdict } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import { someFen, someOwed, someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { PaymentCommand } from './payment.decider.js';
import { payment } from './payment.decider.js';

type Owed = readonly { readonly worker: number; readonly amount: number }[];
type Due = Extract<PaymentCommand, { readonly type: 'DuePayment' | 'StateWagesOwed' }>;

const dues = (past: Past<PaymentCommand>): readonly Due[] => past.done.filter((each): each is Due => each.type === 'DuePayment' || each.type === 'StateWagesOwed');
const workers = (past: Past<PaymentCommand>): readonly number[] => [...new Set(dues(past).flatMap(({ owed }) => owed.map(({ worker }) => worker)))];
const paid = (worker: number, past: Past<PaymentCommand>): number => past.all('RecordWagePaid').filter((each) => each.worker === worker).reduce((sum, { amount }) => sum + amount, 0);

/** Per worker (PAID is a fact of one worker). An award on an agreement that was not kept is about the same money: the larger is owed. */
function unpaid(worker: number, past: Past<PaymentCommand>): number {
  const due = Math.max(0, ...dues(past).flatMap(({ owed }) => owed.filter((each) => each.worker === worker).map(({ amount }) => amount)));
  return Math.max(0, due - paid(worker, past));
}
const settled = (past: Past<PaymentCommand>): boolean => dues(past).length > 0 && workers(past).every((worker) => unpaid(worker, past) === 0);

/** RESOLVED when unpaid = 0, and said once; an agreement is not payment, and one for money already paid is. */
function comesTo(event: string, command: PaymentCommand, past: Past<PaymentCommand>): readonly string[] {
  const wasSettled = settled(past) && command.type === 'RecordWagePaid';
  return settled(new Past([...past.done, command])) && !wasSettled ? [event, 'PaymentCompleted'] : [event];
}

function fallsDue(command: Due, basis: string, past: Past<PaymentCommand>): Verdict {
  if (command.owed.length === 0) return false; // An agreement about something else than money.
  const told = dues(past).some((each) => basisOf(each) === basis && each.performBy === command.performBy && String(pairs(each.owed)) === String(pairs(command.owed)));
  return told ? false : comesTo('PaymentDue', command, past);
}
const basisOf = (due: Due): string => (due.type === 'DuePayment' ? due.basis : 'voluntary');
const pairs = (owed: Owed): readonly (readonly number[])[] => owed.map(({ worker, amount }) => [worker, amount]);

/** WPR 3: each worker in full. LDMA 15, LSR 26: what was not paid on the day is in default from the day after. */
const law: Law<PaymentCommand> = {
  DuePayment: (command, past) => fallsDue(command, command.basis, past),
  StateWagesOwed: (command, past) => {
    if (command.performBy < command.at.slice(0, 10)) return false;
    return new Set(command.owed.map(({ worker }) => worker)).size < command.owed.length ? undefined : fallsDue(command, 'voluntary', past);
  },
  RecordWagePaid: (command, past) => {
    if (past.all('RecordWagePaid').some(({ worker, evidence }) => worker === command.worker && evidence === command.evidence)) return false; // One receipt proves one payment.
    if (dues(past).length === 0) return ['WagePaid'];
    if (!workers(past).includes(command.worker)) return undefined;
    return command.amount > unpaid(command.worker, past) ? false : comesTo('WagePaid', command, past);
  },
  DefaultPayment: ({ at: on }, past) => {
    const due = dues(past).at(-1);
    return due && due.performBy < on.slice(0, 10) && !settled(past) && !past.after('DuePayment', 'StateWagesOwed').has('DefaultPayment') ? ['PaymentDefaulted'] : false;
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
  const some = fc.oneof(someOwed, fc.constantFrom(owed, [{ worker: 1, amount: 0 }]));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(payment, law, {
    DuePayment: fc.record({ basis: fc.constantFrom('agreement' as const, 'award' as const), performBy: someDay, owed: some }), StateWagesOwed: fc.record({ performBy: someDay, owed: some }),
    RecordWagePaid: fc.record({ worker: fc.integer({ min: 1, max: 3 }), amount: someFen.filter((amount) => amount > 0), source: fc.constant('employer' as const), evidence: someText }), DefaultPayment: fc.constant({}),
  }, [course], ['EVIDENCE_USED']));
});
