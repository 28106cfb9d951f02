import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { ledgerOf } from './ledger.projection.js';

const by = 'officer:1';
const on = (day: number): string => `2026-05-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const plan = [{ worker: 1, on: '2026-05-12', amount: 200_000 }, { worker: 1, on: '2026-05-20', amount: 300_000 }];
const due: PaymentEvent = { type: 'PaymentDue', at: on(6), basis: 'agreement', performBy: '2026-05-20', owed: [{ worker: 1, amount: 500_000 }, { worker: 2, amount: 300_000 }], plan: [...plan, { worker: 2, on: '2026-05-20', amount: 300_000 }], payers: ['employer', 'generalContractor'] };
const opened: PaymentEvent = { type: 'InstalmentOpened', at: on(6), number: 1, on: '2026-05-12', owed: [{ worker: 1, amount: 200_000 }] };
const paid: PaymentEvent = { type: 'WagePaid', at: on(8), worker: 1, amount: 200_000, source: 'employer', evidence: 's-1', by };
const met: PaymentEvent = { type: 'InstalmentMet', at: on(8), number: 1 };
const next: PaymentEvent = { type: 'InstalmentOpened', at: on(8), number: 2, on: '2026-05-20', owed: [{ worker: 1, amount: 300_000 }, { worker: 2, amount: 300_000 }] };
const corrected: PaymentEvent = { type: 'WagePaidCorrected', at: on(9), worker: 1, evidence: 's-1', was: 200_000, amount: 150_000, reason: null, by };
const held: PaymentEvent = { type: 'WagesHeld', at: on(10), worker: 2, amount: 300_000, holder: 'inspection body', source: 'deposit', evidence: 's-2', by };
const missed: PaymentEvent = { type: 'InstalmentDefaulted', at: on(21), number: 2, unpaid: 350_000, workers: 1, accelerated: false };
const offers = [{ step: 'paymentOrder', zh: '支付令', en: 'payment order', source: 'LDMA 16' }];
const defaulted: PaymentEvent = { type: 'PaymentDefaulted', at: on(21), unpaid: 350_000, workers: 1, offers };

describe('The ledger of a case', () => {
  it('says of each worker what is owed, promised, paid, by whom, and from which money', () => {
    const ledger = ledgerOf([due, opened, paid, met, next]);
    expect(ledger).toMatchObject({ standing: 'due', performBy: '2026-05-20', payers: ['employer', 'generalContractor'], totals: { owed: 800_000, paid: 200_000, unclaimed: 0, unpaid: 600_000, overpaid: 0 } });
    expect(ledger.instalments).toEqual([{ number: 1, on: '2026-05-12', amount: 200_000, standing: 'met' }, { number: 2, on: '2026-05-20', amount: 600_000, standing: 'open' }]);
    expect(ledger.workers[0]).toEqual({
      worker: 1, owed: 500_000, lowered: [], paid: 200_000, unclaimed: 0, unpaid: 300_000, overpaid: 0, grounds: [{ basis: 'agreement', amount: 500_000, performBy: '2026-05-20' }],
      promised: plan.map(({ on: day, amount }) => ({ on: day, amount })), kept: [], payments: [{ at: on(8), amount: 200_000, evidence: 's-1', payer: 'employer', source: 'employer', corrected: [] }],
    });
  });
  it('shows a slip as it was corrected, and what it said before', () => expect(ledgerOf([due, opened, paid, met, next, corrected]).workers[0]).toMatchObject({
    paid: 150_000, unpaid: 350_000, payments: [{ amount: 150_000, corrected: [{ at: on(9), was: 200_000 }] }] }));
  it('keeps what waits for a worker apart from what was paid and from what is unpaid', () => expect(ledgerOf([due, opened, paid, met, next, held]).workers[1]).toMatchObject({
    owed: 300_000, paid: 0, unclaimed: 300_000, unpaid: 0, kept: [{ amount: 300_000, holder: 'inspection body', what: 'held' }] }));
  it('shows what was kept as it was corrected, and what was stated too high', () => {
    const admitted: PaymentEvent = { ...due, basis: 'voluntary' };
    const lowered: PaymentEvent = { type: 'WagesOwedCorrected', at: on(9), worker: 1, was: 500_000, amount: 260_000, reason: null, by };
    const ledger = ledgerOf([admitted, opened, paid, met, next, lowered, held, { type: 'WagesHeldCorrected', at: on(11), worker: 2, evidence: 's-2', was: 300_000, amount: 100_000, reason: null, by }]);
    expect(ledger.workers).toMatchObject([
      { owed: 260_000, lowered: [{ at: on(9), was: 500_000 }], unpaid: 60_000, promised: [{ amount: 200_000 }, { amount: 60_000 }] },
      { owed: 300_000, lowered: [], unclaimed: 100_000, unpaid: 200_000, kept: [{ amount: 100_000, what: 'held', corrected: [{ at: on(11), was: 300_000 }] }] },
    ]);
    expect(ledger.instalments).toMatchObject([{ amount: 200_000, standing: 'met' }, { amount: 360_000, standing: 'open' }]);
  });
  it('tells that an instalment was missed, that all is in default, and what the law offers then', () => {
    expect(ledgerOf([due, opened, paid, met, next, held, corrected, missed])).toMatchObject({ standing: 'instalmentMissed', offers: [] });
    expect(ledgerOf([due, opened, paid, met, next, held, corrected, missed, defaulted])).toMatchObject({ standing: 'defaulted', offers });
  });
  it('tells what came beyond what was owed', () => {
    const lone: PaymentEvent = { type: 'PaymentDue', at: on(6), basis: 'payOrder', performBy: '2026-05-20', owed: [{ worker: 1, amount: 100_000 }] };
    expect(ledgerOf([lone, { ...paid, amount: 100_500, beyondOwed: true } as PaymentEvent, { type: 'PaymentCompleted', at: on(8), total: 100_000, workers: 1 }])).toMatchObject({ standing: 'paid', payers: ['employer'], totals: { owed: 100_000, paid: 100_500, unpaid: 0, overpaid: 500 } });
  });
  it('is empty where nothing is known, and no debt where something was paid of one’s own accord', () => {
    expect(ledgerOf([])).toMatchObject({ standing: 'nothingDue', performBy: null, payers: [], workers: [] });
    expect(ledgerOf([paid])).toMatchObject({ standing: 'nothingDue', totals: { owed: 0, paid: 200_000, overpaid: 0 } });
  });
  it('is unclaimed where nothing but the worker is missing', () => expect(ledgerOf([{ ...due, owed: [{ worker: 2, amount: 300_000 }], plan: undefined } as never, held]).standing).toBe('unclaimed'));
});
