import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { someText } from '../any-order.js';
import { at, obeys } from '../random-commands.js';
import type { FundCommand } from './fund.decider.js';
import { fund } from './fund.decider.js';

type Before = Past<FundCommand>;
const sum = (amounts: readonly { readonly amount: number }[]): number => amounts.reduce((total, { amount }) => total + amount, 0);
const round = (past: Before): Before => past.after('ApplyForFund');
const undecided = (past: Before): boolean => past.has('ApplyForFund') && !round(past).has('ApproveFund', 'DeclineFund');
const approvedFor = (worker: number, past: Before): number => (round(past).last('ApproveFund')?.approved ?? []).filter((one) => one.worker === worker).reduce((total, { amount }) => total + amount, 0);
const leftFor = (worker: number, past: Before): number => approvedFor(worker, past) - sum(round(past).all('AdvanceFromFund').filter((one) => one.worker === worker));
const leftAtAll = (past: Before): boolean => [1, 2].some((worker) => leftFor(worker, past) > 0);
const out = (past: Before): number => sum(past.all('AdvanceFromFund')) - sum(past.all('RecordRecourse'));

/** WPR 63, as a clerk with a ledger would keep it: no more is approved than asked, advanced than approved or owed, recovered than is out. */
const law: Law<FundCommand> = {
  ApplyForFund: ({ asked }, past) => (undecided(past) || leftAtAll(past) ? false : new Set(asked.map(({ worker }) => worker)).size === asked.length),
  ApproveFund: ({ approved }, past) => {
    if (!undecided(past) || new Set(approved.map(({ worker }) => worker)).size < approved.length) return false;
    const { asked } = past.last('ApplyForFund')!;
    return approved.every(({ worker, amount }) => amount <= (asked.find((one) => one.worker === worker)?.amount ?? 0)) ? ['FundApproved'] : false;
  },
  DeclineFund: (_, past) => (undecided(past) ? ['FundDeclined'] : false),
  AdvanceFromFund: ({ worker, amount, evidence, unpaid }, past) => {
    if (past.all('AdvanceFromFund').some((one) => one.worker === worker && one.evidence === evidence)) return false;
    return amount <= leftFor(worker, past) && (unpaid === undefined || amount <= unpaid) ? ['FundAdvanced'] : false;
  },
  ClaimRecourse: ({ amount }, past) => {
    if (amount > out(past)) return false;
    return past.after('AdvanceFromFund').last('ClaimRecourse')?.amount === amount ? false : ['RecourseClaimed'];
  },
  RecordRecourse: ({ amount, evidence }, past) => {
    if (past.all('RecordRecourse').some((one) => one.evidence === evidence)) return false;
    return amount <= out(past) ? ['RecourseRecovered'] : false;
  },
};

describe('The emergency fund against the law', () => {
  const by = 'officer:a';
  const some = fc.array(fc.record({ worker: fc.constantFrom(1, 2), amount: fc.constantFrom(100, 200, 300) }), { minLength: 1, maxLength: 2 });
  const amount = fc.constantFrom(100, 200, 300);
  const course: readonly FundCommand[] = [
    { type: 'ApplyForFund', at: at(1), by, ground: 'unable', asked: [{ worker: 1, amount: 300 }] }, { type: 'ApproveFund', at: at(3), by, approved: [{ worker: 1, amount: 200 }], approvedBy: 'h' },
    { type: 'AdvanceFromFund', at: at(4), by, worker: 1, amount: 100, evidence: 'a' }, { type: 'ClaimRecourse', at: at(5), by, amount: 100 }, { type: 'RecordRecourse', at: at(6), by, amount: 100, evidence: 'a' },
  ];
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(fund, law, {
    ApplyForFund: fc.record({ ground: fc.constantFrom('unable' as const, 'absconded' as const), asked: some }), ApproveFund: fc.record({ approved: some, approvedBy: someText }), DeclineFund: fc.record({ reason: someText }),
    AdvanceFromFund: fc.record({ worker: fc.constantFrom(1, 2), amount, evidence: someText, unpaid: fc.option(fc.constantFrom(50, 500), { nil: undefined }) }), ClaimRecourse: fc.record({ amount }), RecordRecourse: fc.record({ amount, evidence: someText }),
  }, [course], ['FUND_EVIDENCE_USED']));
});
