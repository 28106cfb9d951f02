import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { fold } from '#libs/decider/decider.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { payment } from './payment.decider.js';
import { heldOf, unpaidOf } from './payment.state.js';

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

const plan = [{ worker: 1, on: '2026-05-12', amount: 200_000 }, { worker: 2, on: '2026-05-12', amount: 300_000 }, { worker: 1, on: '2026-05-20', amount: 300_000 }];
const planned: PaymentEvent = { ...agreed, plan };
const first: PaymentEvent = { type: 'InstalmentOpened', at: on(6), number: 1, on: '2026-05-12', owed: [{ worker: 1, amount: 200_000 }, { worker: 2, amount: 300_000 }] };
const second: PaymentEvent = { type: 'InstalmentOpened', at: on(11), number: 2, on: '2026-05-20', owed: [{ worker: 1, amount: 300_000 }] };
const met: PaymentEvent = { type: 'InstalmentMet', at: on(11), number: 1 };
const missed: PaymentEvent = { type: 'InstalmentDefaulted', at: on(13), number: 1, unpaid: 500_000, workers: 2, accelerated: false };
const corrected: PaymentEvent = { type: 'WagePaidCorrected', at: on(12), worker: 1, evidence: 'slip-1', was: 500_000, amount: 400_000, reason: null, by };
const held: PaymentEvent = { type: 'WagesHeld', at: on(11), worker: 2, amount: 300_000, holder: 'inspection body', source: 'employer', evidence: 'slip-5', by };
const claimed: PaymentEvent = { type: 'HeldWagesPaid', at: on(25), worker: 2, amount: 300_000, evidence: 'slip-6', by };
const offers = [{ step: 'paymentOrder', zh: '申请支付令', en: 'ask for a payment order', source: 'LDMA 16' }];

const correct = { type: 'CorrectWagePaid', at: on(12), by, worker: 1, evidence: 'slip-1', amount: 400_000 } as const;
const hold = { type: 'HoldWages', at: on(11), by, worker: 2, amount: 300_000, holder: 'inspection body', source: 'employer', evidence: 'slip-5' } as const;
const claim = { type: 'PayHeldWages', at: on(25), by, worker: 2, amount: 300_000, evidence: 'slip-6' } as const;
const missInstalment = { type: 'DefaultInstalment', at: on(13), by: 'process:resolution' } as const;

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

  it('says who paid, where the source does not', () => given(agreed).when({ ...payOne, source: 'deposit', payer: 'generalContractor' }).then({ ...paidOne, source: 'deposit', payer: 'generalContractor' }));
  it('may be more than was owed, where somebody has looked', () => given(agreed, paidOne).when({ ...payOne, evidence: 'slip-7', amount: 100, beyondOwed: true }).then({ ...paidOne, evidence: 'slip-7', amount: 100, beyondOwed: true }));
  it('in default is told with what the law of the case offers', () => given(agreed).when({ ...runOut, offers }).then({ ...defaulted, offers }));

  it('by a plan has each instalment opened in its turn', () => {
    given().when({ ...due, plan }).then(planned, first);
    given(planned, first, { ...paidOne, amount: 200_000 }).when(payTwo).then(paidTwo, met, second);
  });
  it('by a plan is complete with its last part', () => given(planned, first, { ...paidOne, amount: 200_000 }, paidTwo, met, second).when({ ...payOne, at: on(18), amount: 300_000, evidence: 'slip-3' })
    .then({ ...paidOne, at: on(18), amount: 300_000, evidence: 'slip-3' }, { type: 'InstalmentMet', at: on(18), number: 2 }, { ...completed, at: on(18) }));
  it('paid ahead passes over what it covers', () => given(planned, first, paidTwo).when(payOne).then(paidOne, { ...met, at: on(10) }, { ...second, at: on(10) }, { type: 'InstalmentMet', at: on(10), number: 2 }, { ...completed, at: on(10) }));
  it('of one instalment is missed on the day after its day, and the next one opens', () => {
    given(planned, first).when({ ...missInstalment, at: on(12) }).thenNothing();
    given(planned, first).when(missInstalment).then(missed, { ...second, at: on(13) });
  });
  it('of one instalment missed is all due where the parties said so', () => given({ ...planned, acceleration: true }, first).when({ ...missInstalment, offers })
    .then({ ...missed, accelerated: true }, { ...defaulted, at: on(13), offers }));
  it('that was late is made up by what comes later', () => given(planned, first, missed, { ...second, at: on(13) }, { ...paidTwo, at: on(14) }).when({ ...payOne, at: on(15) })
    .then({ ...paidOne, at: on(15) }, { type: 'InstalmentMet', at: on(15), number: 2 }, { ...completed, at: on(15) }));
  it('goes on by its plan when a ground comes that is about other workers', () => {
    const other = { ...due, at: on(12), basis: 'award', performBy: '2026-06-30', owed: [{ worker: 3, amount: 100_000 }] } as const;
    const otherDue: PaymentEvent = { type: 'PaymentDue', at: on(12), basis: 'award', performBy: '2026-06-30', owed: [{ worker: 3, amount: 100_000 }] };
    given(planned, first).when(other).then(otherDue, { ...first, at: on(12) }); // Opened again: the new ground has ended its clock.
    given(planned, first, otherDue, { ...first, at: on(12) }).when(missInstalment).then(missed, { ...second, at: on(13) });
    given({ ...planned, acceleration: true }, first, otherDue, { ...first, at: on(12) }).when(missInstalment).then({ ...missed, accelerated: true }, { ...defaulted, at: on(13), unpaid: 900_000, workers: 3 });
    given(planned, first, { ...missed, accelerated: true }).when({ ...other, at: on(14) }).then({ ...otherDue, at: on(14) }); // None runs any more.
  });
  it('leaves its plan behind when another ground takes its place', () => given(planned, first, awarded).when(missInstalment).thenNothing());

  it('recorded wrongly is corrected by a fact of its own', () => given(agreed, paidOne).when(correct).then(corrected));
  it('that was never paid is struck out', () => given(agreed, paidOne).when({ ...correct, amount: 0 }).then({ ...corrected, amount: 0 }));
  it('corrected upwards may complete', () => given(agreed, { ...paidOne, amount: 400_000 }, paidTwo).when({ ...correct, amount: 500_000 }).then({ ...corrected, was: 400_000, amount: 500_000 }, { ...completed, at: on(12) }));
  it('corrected downwards is unpaid again', () => {
    given(agreed, paidOne, paidTwo, completed).when(correct).then(corrected, { type: 'PaymentReopened', at: on(12), performBy: '2026-05-20', unpaid: 100_000, workers: 1 });
    given(agreed, paidOne, paidTwo, completed, corrected, { type: 'PaymentReopened', at: on(12), performBy: '2026-05-20', unpaid: 100_000, workers: 1 }).when(runOut).then({ ...defaulted, unpaid: 100_000, workers: 1 });
  });

  it('is kept for a worker who cannot be found: the debtor is free, the case is not paid', () => {
    given(agreed, paidOne).when(hold).then(held);
    given(agreed, paidOne, held).when(runOut).thenNothing();
    const state = fold(payment, [agreed, paidOne, held]);
    expect([unpaidOf(state), heldOf(state), state.completed]).toEqual([0, 300_000, false]);
  });
  it('is paid when the worker comes for it', () => given(agreed, paidOne, held).when(claim).then(claimed, { ...completed, at: on(25) }));
  it('is not complete while nothing is due for a worker with whom nothing was agreed', () => {
    given({ ...agreed, owed: [two[0]!], unsettled: [2] }).when(payOne).then(paidOne);
    given({ ...agreed, owed: [two[0]!], unsettled: [2] }, paidOne).when({ ...state, owed: [{ worker: 2, amount: 0 }] }).then({ ...agreed, basis: 'voluntary', owed: [{ worker: 2, amount: 0 }] }, { ...completed, at: on(6), total: 500_000 });
  });

  it('of one claim, paid while another of the same worker is still heard, is not all', () => {
    const part: PaymentEvent = { ...agreed, basis: 'instrument', owed: [two[0]!], unsettled: [1] };
    given().when({ ...due, basis: 'instrument', owed: [two[0]!], unsettled: [1] }).then(part);
    given(part).when(payOne).then(paidOne);
    given(part, paidOne).when({ ...due, at: on(12), basis: 'award', owed: [{ worker: 1, amount: 600_000 }] }).then({ ...agreed, at: on(12), basis: 'award', owed: [{ worker: 1, amount: 600_000 }] });
    given(part, paidOne).when({ ...due, at: on(12), basis: 'award', owed: [two[0]!] }).then({ ...agreed, at: on(12), basis: 'award', owed: [two[0]!] }, { ...completed, at: on(12), total: 500_000, workers: 1 });
    given(part, paidOne).when({ ...due, at: on(12), basis: 'instrument', owed: [two[0]!] }).then({ ...agreed, at: on(12), basis: 'instrument', owed: [two[0]!] }, { ...completed, at: on(12), total: 500_000, workers: 1 }); // Nothing came of the rest.
    given(part, { ...awarded, owed: [two[1]!] }, paidOne).when(payTwo).then(paidTwo); // A ground about somebody else settles nothing for this one.
  });
  it('that the fund handed over is told, though it became too much meanwhile', () => {
    const advance = { ...payOne, source: 'emergencyFund', evidence: 'YJ-1', by: 'process:resolution' } as const;
    const told: PaymentEvent = { ...paidOne, source: 'emergencyFund', evidence: 'YJ-1', by: 'process:resolution' };
    given(agreed).when(advance).then(told);
    given(agreed, paidOne).when(advance).then({ ...told, beyondOwed: true });
    given({ ...agreed, owed: [two[1]!] }).when(advance).then(told);
  });

  takesEffectOnce(payment, {
    CorrectWagePaid: [[agreed, paidOne], correct], HoldWages: [[agreed], hold], PayHeldWages: [[agreed, held], claim], DefaultInstalment: [[planned, first], missInstalment],
    DuePayment: [[], due], StateWagesOwed: [[], state], RecordWagePaid: [[agreed], payOne], DefaultPayment: [[agreed], runOut] });

  refusesWith(payment, [
    ['OVERPAID', [agreed], { ...payOne, amount: 500_001 }],
    ['OVERPAID', [agreed, paidOne], { ...payOne, evidence: 'slip-4', amount: 1 }],
    ['WORKER_NOT_OWED', [agreed], { ...payOne, worker: 3 }],
    ['EVIDENCE_USED', [agreed, { ...paidOne, amount: 100_000 }], { ...payOne, amount: 200_000 }],
    ['WORKER_NAMED_TWICE', [], { ...state, owed: [...two, ...two] }],
    ['EVIDENCE_USED', [agreed, held], { ...hold, amount: 1 }],
    ['OVERPAID', [agreed, { ...paidOne, amount: 400_000 }], { ...correct, amount: 500_001 }],
    ['OVERPAID', [agreed, paidTwo], hold],
    ['WORKER_NOT_OWED', [], hold],
    ['PAYMENT_NOT_RECORDED', [agreed], correct],
    ['NOT_HELD', [agreed, { ...held, amount: 200_000 }], claim],
    ['PLAN_DOES_NOT_ADD_UP', [], { ...state, plan: plan.slice(1) }],
    ['INSTALMENT_OUTSIDE', [], { ...state, plan: [...plan.slice(0, 2), { ...plan[2]!, on: '2026-05-21' }] }],
    ['DUE_BEFORE_STATED', [], { ...state, performBy: '2026-05-05' }],
  ]);
});
