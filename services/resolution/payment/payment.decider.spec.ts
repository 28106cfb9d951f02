import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { fold } from '#libs/decider/decider.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { payment, unpaidOf } from './payment.decider.js';

const given = specify(payment);
const by = 'inspector:1';
const on = (day: number): string => `2026-05-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const two = [{ worker: 1, amount: 500_000 }, { worker: 2, amount: 300_000 }];

const agreed: PaymentEvent = { type: 'PaymentDue', at: on(6), basis: 'agreement', performBy: '2026-05-20', owed: two };
const awarded: PaymentEvent = { type: 'PaymentDue', at: on(7), basis: 'award', performBy: '2026-05-25', owed: [{ worker: 1, amount: 600_000 }] };
const paidOne: PaymentEvent = { type: 'WagePaid', at: on(10), worker: 1, amount: 500_000, source: 'employer', evidence: 'slip-1', by };
const paidTwo: PaymentEvent = { type: 'WagePaid', at: on(11), worker: 2, amount: 300_000, source: 'deposit', evidence: 'slip-2', by };
const completed: PaymentEvent = { type: 'PaymentCompleted', at: on(11), total: 800_000, workers: 2 };
const defaulted: PaymentEvent = { type: 'PaymentDefaulted', at: on(21), unpaid: 800_000, workers: 2 };

const due = { type: 'DuePayment', at: on(6), by: 'process:resolution', basis: 'agreement', performBy: '2026-05-20', owed: two } as const;
const state = { type: 'StateWagesOwed', at: on(6), by, performBy: '2026-05-20', owed: two } as const;
const payOne = { type: 'RecordWagePaid', at: on(10), by, worker: 1, amount: 500_000, source: 'employer', evidence: 'slip-1' } as const;
const payTwo = { type: 'RecordWagePaid', at: on(11), by, worker: 2, amount: 300_000, source: 'deposit', evidence: 'slip-2' } as const;
const runOut = { type: 'DefaultPayment', at: on(21), by: 'process:resolution' } as const;

describe('The money', () => {
  it('becomes due by an agreement', () => given().when(due).then(agreed));
  it('carries the day by which arrears of class B are cleared', () => given().when({ ...due, clearZeroClass: 'B', clearBy: '2027-02-05' }).then({ ...agreed, clearZeroClass: 'B', clearBy: '2027-02-05' }));
  it('is not due where the agreement is about something else', () => given().when({ ...due, owed: [] }).thenNothing());
  it('becomes due by what the employer admits', () => given().when(state).then({ ...agreed, basis: 'voluntary' }));
  it('is paid worker by worker', () => given(agreed).when(payOne).then(paidOne));
  it('is complete when the last worker is paid', () => given(agreed, paidOne).when(payTwo).then(paidTwo, completed));
  it('may come in parts', () => given(agreed, { ...paidOne, amount: 200_000 }, paidTwo).when({ ...payOne, amount: 300_000, evidence: 'slip-3' })
    .then({ ...paidOne, amount: 300_000, evidence: 'slip-3' }, { ...completed, at: on(10) }));
  it('may come before anything is due, and completes nothing by itself', () => given().when(payOne).then(paidOne));
  it('counts what came before against what becomes due', () => given(paidOne).when({ ...due, owed: [two[0]!] })
    .then({ ...agreed, owed: [two[0]!] }, { type: 'PaymentCompleted', at: on(6), total: 500_000, workers: 1 }));
  it('is raised by a greater claim, never doubled', () => expect(unpaidOf(fold(payment, [agreed, awarded]))).toBe(900_000));
  it('is not lowered by a smaller claim', () => expect(unpaidOf(fold(payment, [awarded, agreed]))).toBe(900_000));
  it('is due again by a later ground with another day', () => given(agreed).when({ ...due, at: on(8), basis: 'payOrder', performBy: '2026-05-28' }).then({ ...agreed, at: on(8), basis: 'payOrder', performBy: '2026-05-28' }));
  it('that was complete is incomplete when more becomes due', () => given(agreed, paidOne, paidTwo, completed).when({ ...payOne, evidence: 'slip-9', amount: 1 }).thenRefused('OVERPAID'));
  it('is in default on the day after the last, not before', () => {
    given(agreed).when({ ...runOut, at: on(20) }).thenNothing();
    given(agreed).when(runOut).then(defaulted);
  });
  it('is in default by what is left only', () => given(agreed, paidOne).when(runOut).then({ ...defaulted, unpaid: 300_000, workers: 1 }));
  it('is not in default where all was paid, or nothing due', () => {
    given(agreed, paidOne, paidTwo, completed).when(runOut).thenNothing();
    given().when(runOut).thenNothing();
  });
  it('is not in default while a later ground gives more time', () => given(agreed, awarded).when(runOut).thenNothing());

  takesEffectOnce(payment, { DuePayment: [[], due], StateWagesOwed: [[], state], RecordWagePaid: [[agreed], payOne], DefaultPayment: [[agreed], runOut] });

  refusesWith(payment, [
    ['OVERPAID', [agreed], { ...payOne, amount: 500_001 }],
    ['OVERPAID', [agreed, paidOne], { ...payOne, evidence: 'slip-4', amount: 1 }],
    ['WORKER_NOT_OWED', [agreed], { ...payOne, worker: 3 }],
    ['EVIDENCE_USED', [agreed, { ...paidOne, amount: 100_000 }], { ...payOne, amount: 200_000 }],
    ['WORKER_NAMED_TWICE', [], { ...state, owed: [...two, ...two] }],
    ['DUE_BEFORE_STATED', [], { ...state, performBy: '2026-05-05' }],
  ]);
});
