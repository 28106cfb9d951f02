import type { FundEvent } from '#libs/contracts/project.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { fund } from './fund.decider.js';

const given = specify(fund);
const by = 'officer:1';
const on = (day: number): string => `2026-04-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const two = [{ worker: 1, amount: 600_000 }, { worker: 2, amount: 400_000 }];

const applied: FundEvent = { type: 'FundApplied', at: on(1), ground: 'absconded', asked: two, by };
const approved: FundEvent = { type: 'FundApproved', at: on(3), approved: two, approvedBy: 'head' };
const declined: FundEvent = { type: 'FundDeclined', at: on(3), reason: 'able to pay', by };
const advanced: FundEvent = { type: 'FundAdvanced', at: on(4), worker: 1, amount: 600_000, evidence: 'YJ-1', by };
const advancedToo: FundEvent = { type: 'FundAdvanced', at: on(4), worker: 2, amount: 400_000, evidence: 'YJ-1', by };
const claimed: FundEvent = { type: 'RecourseClaimed', at: on(6), amount: 600_000, by };
const recovered: FundEvent = { type: 'RecourseRecovered', at: on(9), amount: 600_000, evidence: 'ZC-1', by };

const apply = { type: 'ApplyForFund', at: on(1), by, ground: 'absconded', asked: two } as const;
const approve = { type: 'ApproveFund', at: on(3), by, approved: two, approvedBy: 'head' } as const;
const decline = { type: 'DeclineFund', at: on(3), by, reason: 'able to pay' } as const;
const advance = { type: 'AdvanceFromFund', at: on(4), by, worker: 1, amount: 600_000, evidence: 'YJ-1' } as const;
const claim = { type: 'ClaimRecourse', at: on(6), by, amount: 600_000 } as const;
const recover = { type: 'RecordRecourse', at: on(9), by, amount: 600_000, evidence: 'ZC-1' } as const;

describe('The emergency fund', () => {
  it('is applied for, approved in part and advanced worker by worker', () => {
    given().when(apply).then(applied);
    given(applied).when({ ...approve, approved: [{ worker: 1, amount: 300_000 }] }).then({ ...approved, approved: [{ worker: 1, amount: 300_000 }] });
    given(applied, approved).when(advance).then(advanced);
    given(applied, approved, advanced).when({ ...advance, worker: 2, amount: 400_000 }).then(advancedToo); // One transfer, two workers.
  });
  it('advances an approved sum in instalments', () => given(applied, approved, { ...advanced, amount: 200_000 }).when({ ...advance, amount: 400_000, evidence: 'YJ-2' }).then({ ...advanced, amount: 400_000, evidence: 'YJ-2' }));
  it('advances no more than the worker is owed', () => given(applied, approved).when({ ...advance, unpaid: 600_000 }).then(advanced));
  it('may be applied for again after a no, and after all was advanced', () => {
    given(applied, declined).when({ ...apply, at: on(5) }).then({ ...applied, at: on(5) });
    given(applied, approved, advanced, advancedToo).when({ ...apply, at: on(8) }).then({ ...applied, at: on(8) });
  });
  it('goes after the employer for what it advanced, and until all is back (WPR 63)', () => {
    given(applied, approved, advanced).when(claim).then(claimed);
    given(applied, approved, advanced, claimed).when({ ...recover, amount: 200_000 }).then({ ...recovered, amount: 200_000 });
  });
  it('takes what the employer pays back before anybody claimed it', () => given(applied, approved, advanced).when(recover).then(recovered));

  takesEffectOnce(fund, {
    ApplyForFund: [[], apply], ApproveFund: [[applied], approve], DeclineFund: [[applied], decline], AdvanceFromFund: [[applied, approved], advance], ClaimRecourse: [[applied, approved, advanced], claim],
    RecordRecourse: [[applied, approved, advanced, claimed], recover],
  });

  refusesWith(fund, [
    ['FUND_APPLICATION_OPEN', [applied], { ...apply, ground: 'unable' }],
    ['FUND_APPLICATION_OPEN', [applied, approved, advanced], { ...apply, at: on(5) }],
    ['FUND_NOT_APPLIED', [], approve],
    ['FUND_NOT_APPLIED', [applied, approved], decline],
    ['FUND_NOT_APPROVED', [applied], advance],
    ['FUND_NOT_APPROVED', [applied, approved, advanced, advancedToo], { ...advance, evidence: 'YJ-3' }],
    ['FUND_BEYOND_APPLICATION', [applied], { ...approve, approved: [{ worker: 1, amount: 600_001 }] }],
    ['FUND_BEYOND_APPLICATION', [applied], { ...approve, approved: [{ worker: 3, amount: 1 }] }],
    ['FUND_BEYOND_APPROVAL', [applied, approved], { ...advance, amount: 600_001 }],
    ['FUND_BEYOND_WAGES', [applied, approved], { ...advance, unpaid: 599_999 }],
    ['FUND_EVIDENCE_USED', [applied, approved, advanced], { ...advance, amount: 1 }],
    ['NOTHING_ADVANCED', [applied, approved], claim],
    ['NOTHING_ADVANCED', [applied, approved, advanced, recovered], 'ClaimRecourse'],
    ['NOTHING_ADVANCED', [applied, approved], recover],
    ['RECOURSE_BEYOND_ADVANCE', [applied, approved, advanced], { ...claim, amount: 600_001 }],
    ['RECOURSE_BEYOND_ADVANCE', [applied, approved, advanced, recovered], { ...recover, amount: 1, evidence: 'ZC-2' }],
    ['WORKER_NAMED_TWICE', [], { ...apply, asked: [two[0]!, two[0]!] }],
    ['FACT_OUT_OF_ORDER', [applied], { ...approve, at: '2026-03-31T09:00:00+08:00' }],
  ]);
});
