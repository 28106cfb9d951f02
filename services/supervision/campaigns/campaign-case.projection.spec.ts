import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { CampaignCase } from './campaign-case.projection.js';
import { campaignCase } from './campaign-case.projection.js';

const at = '2026-11-10T14:00:00+08:00';
let serial = 0;
const happened = (type: string, data: Record<string, unknown>, checked = true): PublishedEvent => {
  serial += 1;
  if (checked) eventKinds.get(type)!.schema.parse({ at, ...data });
  return { position: String(serial), logId: 'l', id: 'e', type, caseId: 'c', stream: 's/c', version: serial, data: { at, ...data }, meta: { actor: 'test' }, recordedAt: at };
};
const filed = (facts: object = {}, more: object = {}): PublishedEvent => happened('intake.claim-filed.v1', { caseNumber: '439901-2026-D01-000001', division: '439901', category: 'D01', receivedAt: at, facts, project: null, ...more }, false);
const due = (owed: readonly object[]): PublishedEvent => happened('resolution.payment-due.v1', { basis: 'award', performBy: '2026-12-01', owed });
const paid = (worker: number, amount: number): PublishedEvent => happened('resolution.wage-paid.v1', { worker, amount, source: 'employer', evidence: 'HD', by: 'officer:o' });
const after = (...events: PublishedEvent[]): CampaignCase => events.reduce<CampaignCase | undefined>((row, event) => campaignCase(row, event), undefined)!;

describe('What a campaign asks of a case', () => {
  it.each([[{ governmentInvested: true }, 'government'], [{ stateOwned: true }, 'stateOwned'], [{ publicPrivate: true }, 'ppp'], [{}, 'other'], [{ governmentInvested: 'unknown' }, 'other'], [{ governmentInvested: false, stateOwned: true }, 'stateOwned']])(
    'funding of %j is %s', (facts, funding) => expect(after(filed(facts)).funding).toBe(funding));

  it.each([[{ caseYear: 2025 }, 2025], [{ periodTo: '2025-12' }, 2025], [{ caseYear: 2024, periodTo: '2025-12' }, 2024], [{}, 2026], [{ periodTo: 'unknown' }, 2026]])('arrears of %j arose in %i', (facts, year) => expect(after(filed(facts)).arrearsYear).toBe(year));

  it('nothing is verified, and nothing unpaid, before somebody has established it', () => expect(after(filed({ amount: 100, workers: 2 }))).toMatchObject({ verified: false, workers: 0, unpaid: 0 }));

  it('a clue that is true counts what was found, until it is established worker by worker', () => {
    const verified = happened('resolution.clue-verified.v1', { order: 0, conclusion: 'trueArrears', arrears: true, resolved: false, facts: { amount: 11_400_000, workers: 8 }, by: 'inspector:i' });
    expect(after(filed(), verified)).toMatchObject({ verified: true, workers: 8, unpaid: 11_400_000 }); // S03 of the sample cases.
    expect(after(filed(), verified, due([{ worker: 1, amount: 300 }, { worker: 2, amount: 200 }]))).toMatchObject({ workers: 2, unpaid: 500 });
    const settled = happened('resolution.clue-verified.v1', { order: 0, conclusion: 'trueSettled', arrears: true, resolved: true, by: 'inspector:i' });
    expect(after(filed(), settled)).toMatchObject({ verified: true, workers: 0, unpaid: 0 });
    const untrue = happened('resolution.clue-verified.v1', { order: 0, conclusion: 'falseClue', arrears: false, resolved: false, by: 'inspector:i' });
    expect(after(filed(), untrue).verified).toBe(false);
  });

  it('a worker who is paid in part is owed still; one who has more than enough owes nobody anything', () => {
    const owed = due([{ worker: 1, amount: 300 }, { worker: 2, amount: 200 }]);
    expect(after(filed(), owed, paid(1, 100))).toMatchObject({ workers: 2, unpaid: 400, reason: 'paymentDue' });
    expect(after(filed(), owed, paid(1, 350))).toMatchObject({ workers: 1, unpaid: 200 });
    expect(after(filed(), owed, paid(1, 300), paid(2, 200))).toMatchObject({ workers: 0, unpaid: 0 });
    const corrected = happened('resolution.wage-paid-corrected.v1', { worker: 1, evidence: 'HD', was: 300, amount: 30, reason: null, by: 'officer:o' });
    expect(after(filed(), owed, paid(1, 300), paid(2, 200), corrected)).toMatchObject({ workers: 1, unpaid: 270 });
    expect(after(filed(), owed, happened('resolution.wages-owed-corrected.v1', { worker: 1, was: 300, amount: 120, reason: null, by: 'officer:o' }))).toMatchObject({ workers: 2, unpaid: 320 });
    const fetched = happened('resolution.held-wages-paid.v1', { worker: 2, amount: 200, evidence: 'LQ', by: 'officer:o' });
    expect(after(filed(), owed, fetched, happened('resolution.held-wages-paid-corrected.v1', { worker: 2, evidence: 'LQ', was: 200, amount: 20, reason: null, by: 'officer:o' }))).toMatchObject({ workers: 2, unpaid: 480 });
  });

  it('says of what is open what happened last', () => {
    const arbitration = happened('resolution.application-accepted.v1', {}, false);
    expect(after(filed(), arbitration).reason).toBe('arbitration');
    expect(after(filed(), due([{ worker: 1, amount: 1 }]), happened('resolution.payment-defaulted.v1', { unpaid: 1, workers: 1 })).reason).toBe('defaulted');
    expect(after(filed(), happened('resolution.case-closed.v1', { reason: null, by: 'o' }, false))).toMatchObject({ closed: true, reason: 'closedUnpaid' });
  });

  it('moves with the case, and remembers the visit that found it', () => {
    const to = { department: 'inspectionBody', division: '439902' };
    expect(after(filed(), happened('routing.case-redispatched.v1', { order: 0, to }, false)).division).toBe('439902');
    expect(after(filed(), happened('routing.case-redispatched.v1', { order: 1, to }, false)).division).toBe('439901');
    expect(after(filed({}, { foundBy: { campaign: 'k' } })).foundBy).toBe('k');
  });

  it('is the same row where nothing that a rule asks has changed', () => {
    const row = after(filed());
    expect(campaignCase(row, happened('resolution.reply-given.v1', {}, false))).toBe(row);
    expect(campaignCase(row, happened('intake.claim-supplemented.v1', { facts: {} }, false))).toBe(row);
  });
});
