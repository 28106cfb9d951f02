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
const admitted: PaymentEvent = { ...agreed, basis: 'voluntary' };
const lower = { type: 'CorrectWagesOwed', at: on(12), by, worker: 1, amount: 50_000 } as const;
const lowered: PaymentEvent = { type: 'WagesOwedCorrected', at: on(12), worker: 1, was: 500_000, amount: 50_000, reason: null, by };
const correctHeld = { type: 'CorrectWagesHeld', at: on(12), by, worker: 2, evidence: 'slip-5', amount: 200_000 } as const;
const heldCorrected: PaymentEvent = { type: 'WagesHeldCorrected', at: on(12), worker: 2, evidence: 'slip-5', was: 300_000, amount: 200_000, reason: null, by };
const correctClaimed = { type: 'CorrectHeldWagesPaid', at: on(26), by, worker: 2, evidence: 'slip-6', amount: 30_000 } as const;
const claimedCorrected: PaymentEvent = { type: 'HeldWagesPaidCorrected', at: on(26), worker: 2, evidence: 'slip-6', was: 300_000, amount: 30_000, reason: null, by };
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
  it('is not in default while a later ground gives more time', () => given(agreed, { ...awarded, owed: two }).when(runOut).thenNothing());
  it('has one day that runs, the first by which somebody is to be paid still: more time for one worker is none for another', () => {
    const moved = (day: string, at: string): PaymentEvent => ({ type: 'PerformanceDayMoved', at, performBy: day });
    const award = { ...due, at: on(7), basis: 'award', performBy: '2026-05-25', owed: awarded.owed } as const;
    given(agreed).when(award).then(awarded, moved('2026-05-20', on(7)));
    const both = [agreed, awarded, moved('2026-05-20', on(7))];
    given(...both).when(runOut).then({ ...defaulted, unpaid: 300_000, workers: 1 }, moved('2026-05-25', on(21)));
    given(...both, { ...defaulted, unpaid: 300_000, workers: 1 }, moved('2026-05-25', on(21))).when({ ...runOut, at: on(26) }).then({ ...defaulted, at: on(26), unpaid: 600_000, workers: 1 });
    given(...both).when(payTwo).then(paidTwo, moved('2026-05-25', on(11)));
    given(...both, paidTwo, moved('2026-05-25', on(11))).when(runOut).thenNothing();
    const done = [...both, paidTwo, moved('2026-05-25', on(11)), { ...paidOne, amount: 600_000 }, { ...completed, total: 900_000 }] as const;
    const struck: PaymentEvent = { ...corrected, worker: 2, evidence: 'slip-2', was: 300_000, amount: 100_000 };
    const reopened: PaymentEvent = { type: 'PaymentReopened', at: on(12), performBy: '2026-05-20', unpaid: 200_000, workers: 1 };
    given(...done).when({ ...correct, worker: 2, evidence: 'slip-2', amount: 100_000 }).then(struck, reopened);
    given(...done, struck, reopened).when({ ...payTwo, at: on(13), evidence: 'slip-3', amount: 100_000 }).then({ ...paidTwo, at: on(13), evidence: 'slip-3', amount: 100_000 });
    given(agreed, defaulted, paidOne, paidTwo, completed, struck, reopened).when({ ...runOut, at: on(22) }).then({ ...defaulted, at: on(22), unpaid: 200_000, workers: 1 }); // It was thought paid meanwhile: told again.
    given(...both, paidTwo, moved('2026-05-25', on(11))).when({ ...correct, worker: 2, evidence: 'slip-2', amount: 1 }).then({ ...corrected, worker: 2, evidence: 'slip-2', was: 300_000, amount: 1 }, moved('2026-05-20', on(12)));
  });

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
    const stays: PaymentEvent = { type: 'PerformanceDayMoved', at: on(12), performBy: '2026-05-20' };
    given(planned, first).when(other).then(otherDue, { ...first, at: on(12) }, stays); // Opened again: the new ground has ended its clock.
    given(planned, first, otherDue, { ...first, at: on(12) }, stays).when(missInstalment).then(missed, { ...second, at: on(13) });
    given({ ...planned, acceleration: true }, first, otherDue, { ...first, at: on(12) }, stays).when(missInstalment).then({ ...missed, accelerated: true }, { ...defaulted, at: on(13), unpaid: 900_000, workers: 3 });
    given(planned, first, { ...missed, accelerated: true }, { ...defaulted, at: on(13) }).when({ ...other, at: on(14) }).then({ ...otherDue, at: on(14) }); // None runs any more.
  });
  it('leaves its plan behind when another ground takes its place', () => given(planned, first, { ...awarded, owed: two }).when(missInstalment).thenNothing());
  it('leaves the parts of those whom the other ground does not name', () => {
    const other = { ...due, at: on(7), basis: 'award', performBy: '2026-05-25', owed: [{ worker: 1, amount: 600_000 }] } as const;
    const left: PaymentEvent = { ...first, at: on(7), owed: [{ worker: 2, amount: 300_000 }] };
    const stays: PaymentEvent = { type: 'PerformanceDayMoved', at: on(7), performBy: '2026-05-20' };
    given(planned, first).when(other).then(awarded, left, stays);
    given(planned, first, awarded, left, stays).when(missInstalment).then({ ...missed, unpaid: 300_000, workers: 1 });
    const inParts = [{ worker: 1, on: '2026-05-10', amount: 300_000 }, { worker: 1, on: '2026-05-20', amount: 300_000 }];
    given(planned, first).when({ ...other, plan: inParts }).then({ ...awarded, plan: inParts }, { ...left, on: '2026-05-10', owed: [{ worker: 1, amount: 300_000 }] }, stays);
    given({ ...planned, acceleration: true }, first, { ...missed, accelerated: true }, { ...defaulted, at: on(13) }).when({ ...other, at: on(14) }).then({ ...awarded, at: on(14) }); // None ran any more.
  });

  it('recorded wrongly is corrected by a fact of its own', () => given(agreed, paidOne).when(correct).then(corrected));
  it('that was never paid is struck out', () => given(agreed, paidOne).when({ ...correct, amount: 0 }).then({ ...corrected, amount: 0 }));
  it('corrected upwards may complete', () => given(agreed, { ...paidOne, amount: 400_000 }, paidTwo).when({ ...correct, amount: 500_000 }).then({ ...corrected, was: 400_000, amount: 500_000 }, { ...completed, at: on(12) }));
  it('corrected downwards is unpaid again', () => {
    given(agreed, paidOne, paidTwo, completed).when(correct).then(corrected, { type: 'PaymentReopened', at: on(12), performBy: '2026-05-20', unpaid: 100_000, workers: 1 });
    given(agreed, paidOne, paidTwo, completed, corrected, { type: 'PaymentReopened', at: on(12), performBy: '2026-05-20', unpaid: 100_000, workers: 1 }).when(runOut).then({ ...defaulted, unpaid: 100_000, workers: 1 });
  });

  it('stated too high is lowered by a fact of its own, and complete where the rest was paid', () => {
    given(admitted).when(lower).then(lowered);
    given(admitted, paidTwo).when(lower).then(lowered);
    expect(unpaidOf(fold(payment, [admitted, paidTwo, lowered]))).toBe(50_000);
    given(admitted, paidTwo, { ...paidOne, amount: 50_000 }).when(lower).then(lowered, { ...completed, at: on(12), total: 350_000 });
    given({ ...admitted, owed: [two[0]!] }).when({ ...lower, amount: 0 }).then({ ...lowered, amount: 0 }, { ...completed, at: on(12), total: 0, workers: 1 });
  });
  it('stated too high is not lowered below what was agreed, ordered or awarded', () => {
    const order: PaymentEvent = { ...agreed, basis: 'payOrder', owed: [{ worker: 1, amount: 60_000 }] };
    given(admitted, order).when({ ...lower, amount: 60_000 }).then({ ...lowered, amount: 60_000 });
    given(order, admitted).when({ ...lower, amount: 60_000 }).then({ ...lowered, amount: 60_000 });
  });
  it('lowered by mistake is stated again', () => given(admitted, lowered).when({ ...state, at: on(13) }).then({ ...admitted, at: on(13) }));
  it('lowered shrinks the last parts of its plan', () => {
    const plannedByWord: PaymentEvent = { ...planned, basis: 'voluntary' };
    given(plannedByWord, first, paidTwo).when({ ...lower, amount: 250_000 }).then({ ...lowered, amount: 250_000 });
    given(plannedByWord, first, paidTwo, { ...lowered, amount: 250_000 }).when({ ...payOne, at: on(12), amount: 200_000 })
      .then({ ...paidOne, at: on(12), amount: 200_000 }, { ...met, at: on(12) }, { ...second, at: on(12), owed: [{ worker: 1, amount: 50_000 }] });
    given(plannedByWord, first, paidTwo, { ...paidOne, amount: 150_000 }).when({ ...lower, amount: 150_000 })
      .then({ ...lowered, amount: 150_000 }, { ...met, at: on(12) }, { ...second, at: on(12), owed: [{ worker: 1, amount: 0 }] }, { type: 'InstalmentMet', at: on(12), number: 2 }, { ...completed, at: on(12), total: 450_000 });
  });
  it('recorded wrongly as kept is corrected, not below what was fetched', () => {
    given(agreed, paidOne, held).when(correctHeld).then(heldCorrected);
    expect(unpaidOf(fold(payment, [agreed, paidOne, held, heldCorrected]))).toBe(100_000);
    given(agreed, held, { ...claimed, amount: 200_000 }).when(correctHeld).then(heldCorrected);
  });
  it('recorded wrongly as fetched is kept again: nobody owes it, and the worker does not have it', () => {
    const done = [agreed, paidOne, held, claimed, { ...completed, at: on(25) }];
    given(...done).when(correctClaimed).then(claimedCorrected);
    const state = fold(payment, [...done, claimedCorrected]);
    expect([unpaidOf(state), heldOf(state), state.completed]).toEqual([0, 270_000, false]);
    given(...done, claimedCorrected).when({ ...claim, at: on(27), evidence: 'slip-8', amount: 270_000 }).then({ ...claimed, at: on(27), evidence: 'slip-8', amount: 270_000 }, { ...completed, at: on(27) });
    given(agreed, paidOne, held, { ...claimed, amount: 30_000 }).when({ ...correctClaimed, amount: 300_000 }).then({ ...claimedCorrected, was: 30_000, amount: 300_000 }, { ...completed, at: on(26) });
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
    CorrectWagePaid: [[agreed, paidOne], correct], CorrectWagesOwed: [[admitted], lower], CorrectWagesHeld: [[agreed, held], correctHeld], CorrectHeldWagesPaid: [[agreed, held, claimed], correctClaimed], HoldWages: [[agreed], hold], PayHeldWages: [[agreed, held], claim], DefaultInstalment: [[planned, first], missInstalment],
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
    ['PAYMENT_NOT_RECORDED', [agreed, paidTwo], { ...correctHeld, evidence: 'slip-2' }],
    ['PAYMENT_NOT_RECORDED', [agreed, held], correctClaimed],
    ['OVERPAID', [agreed, { ...held, amount: 200_000 }], { ...correctHeld, amount: 300_001 }],
    ['FETCHED_ALREADY', [agreed, held, claimed], correctHeld],
    ['NOT_HELD', [agreed, held, { ...claimed, amount: 200_000 }], { ...correctClaimed, amount: 300_001 }],
    ['WORKER_NOT_OWED', [admitted], { ...lower, worker: 3 }],
    ['STATED_AS_MORE', [admitted], { ...lower, amount: 500_001 }],
    ['OWED_BY_DECISION', [agreed], lower],
    ['OWED_BY_DECISION', [admitted, { ...awarded, owed: [{ worker: 1, amount: 60_000 }] }], lower],
    ['NOT_HELD', [agreed, { ...held, amount: 200_000 }], claim],
    ['PLAN_DOES_NOT_ADD_UP', [], { ...state, plan: plan.slice(1) }],
    ['INSTALMENT_OUTSIDE', [], { ...state, plan: [...plan.slice(0, 2), { ...plan[2]!, on: '2026-05-21' }] }],
    ['DUE_BEFORE_STATED', [], { ...state, performBy: '2026-05-05' }],
  ]);
});
