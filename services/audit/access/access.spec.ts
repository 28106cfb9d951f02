import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { access } from './access.decider.js';
import { looking } from './looking.decider.js';
import { looksIn } from './looks.projection.js';

const [at, by] = ['2026-03-05T09:12:00.000+08:00', 'auditor:a'] as const;

describe('A look', () => {
  it('is a fact each time, twice as once', () => {
    const review = { type: 'RecordReview', at, by, reason: '季度抽查', looks: 3 } as const;
    const recorded = [{ type: 'AccessReviewed', at, by, reason: '季度抽查', looks: 3 }];
    expect([access.decide(review, null), access.decide(review, null)]).toEqual([recorded, recorded]);
  });

  it('for a person is kept by the fields asked, never by what they were', () => {
    expect(looking.decide({ type: 'RecordSearch', at, by, fields: ['name'], reason: '季度抽查', found: 1 }, looking.initial)).toEqual([{ type: 'PersonSearched', at, by, fields: ['name'], reason: '季度抽查', found: 1 }]);
  });

  it('at the whole log is one fact a day, however many entries are fetched', () => {
    const fetched = { type: 'RecordExport', at, by, size: 300 } as const;
    const [first] = looking.decide(fetched, looking.initial);
    expect(first).toEqual({ type: 'LogExported', at, by, on: '2026-03-05', size: 300 });
    const state = looking.evolve(looking.initial, first!);
    expect(looking.decide({ ...fetched, at: '2026-03-05T23:59:59.000+08:00' }, state)).toEqual([]);
    expect(looking.decide({ ...fetched, at: '2026-03-06T00:00:00.000+08:00' }, state)).toHaveLength(1);
  });
});

describe('Who looked at a case', () => {
  const event = (position: number, type: string, data: object, actor = 'officer:o'): PublishedEvent => ({
    position: String(position), logId: 'l', id: 'e', type, caseId: 'c', stream: 's', version: 1, data: { at, by: actor, ...data }, meta: { actor, organ: '439900' }, recordedAt: at,
  });

  it('is every reading, copy, paper with personal fields, list and refusal, and nothing else', () => {
    const looks = looksIn([
      event(1, 'intake.claim-filed.v1', {}), event(2, 'audit.personal-data-read.v1', { fields: ['name', 'phone'], reason: '联系诉求人' }), event(3, 'intake.evidence-read.v1', { evidence: 'e-1' }, 'mediator:m'),
      event(4, 'resolution.paper-issued.v1', { opened: ['requester.name'], reason: undefined }), event(5, 'resolution.paper-issued.v1', { opened: [] }), event(6, 'resolution.paper-read.v1', { opened: ['requester.name'] }),
      event(7, 'audit.case-bundled.v1', { streams: [] }, 'auditor:a'), event(8, 'audit.access-reviewed.v1', { reason: '季度抽查' }, 'auditor:a'), event(9, 'audit.reading-refused.v1', { reading: 'personalData', code: 'NO_SUCH_CASE' }, 'officer:x'),
      event(10, 'routing.order-signed.v1', {}),
    ]);
    expect(looks.map(({ position, by: who, what, reason, refused }) => [position, who, what.join(), reason, refused])).toEqual([
      ['2', 'officer:o', 'name,phone', '联系诉求人', null], ['3', 'mediator:m', 'e-1', null, null], ['4', 'officer:o', 'requester.name', null, null], ['6', 'officer:o', 'requester.name', null, null],
      ['7', 'auditor:a', 'bundle', null, null], ['8', 'auditor:a', 'whoLooked', '季度抽查', null], ['9', 'officer:x', 'personalData', null, 'NO_SUCH_CASE'],
    ]);
    expect(looks.every(({ title }) => /\p{Script=Han}/u.test(title))).toBe(true);
  });
});
