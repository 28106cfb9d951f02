import { wrongClocks } from './check-clocks.js';
import { clockRow } from './clock-rows.js';
import { loadPolicies } from './in-force.js';

const row = (more: object) => clockRow.parse({ id: 'ARB-TEST', zh: '试验', en: 'trial', n: 45, unit: 'calendarDays', level: 'law', source: 'LDMA 43', confidence: 'A', ...more });
const award = {
  extension: { n: 15, times: 1, approver: 'committeeDirector' }, starts: [{ on: 'resolution.application-accepted.v1', when: { track: 'speedy' } }],
  suspends: [{ on: 'resolution.arbitration-stayed.v1' }], resumes: [{ on: 'resolution.arbitration-resumed.v1', ends: 'resolution.arbitration-stayed.v1' }],
  extends: [{ on: 'resolution.award-deadline-extended.v1', by: 'days' }], satisfies: [{ on: 'resolution.payment-due.v1', at: 'performBy', when: { basis: ['award', 'instrument'] } }],
};

describe('The check of clocks', () => {
  it('finds nothing in a row whose events, fields and values exist', () => expect(wrongClocks([row(award)])).toEqual([]));

  it('looks into a field, and at one that must hold something', () => {
    expect(wrongClocks([row({ starts: [{ on: 'routing.routing-overridden.v1', has: 'from', when: { 'from.department': 'arbOffice' } }], satisfies: [{ on: 'resolution.award-made.v1' }] })])).toEqual([]);
  });

  it('lets a clock go on where what cancelled it is taken back', () => expect(wrongClocks([row({ cancels: [{ on: 'resolution.case-closed.v1' }], resumes: [{ on: 'resolution.case-reopened.v1', ends: 'resolution.case-closed.v1' }] })])).toEqual([]));

  it.each([
    ['an event', { ...award, starts: [{ on: 'resolution.aplication-accepted.v1' }] }, 'no such event'],
    ['a field of a condition', { ...award, starts: [{ on: 'resolution.application-accepted.v1', when: { trak: 'speedy' } }] }, 'the event has no field trak'],
    ['a field that must hold something', { ...award, starts: [{ on: 'routing.transfer-returned.v1', has: 'too' }] }, 'the event has no field too'],
    ['a field within a field', { ...award, starts: [{ on: 'routing.routing-overridden.v1', when: { 'from.departement': 'arbOffice' } }] }, 'the event has no field from.departement'],
    ['a value within a field', { ...award, starts: [{ on: 'routing.routing-overridden.v1', when: { 'from.department': true } }] }, 'a value that from.department never has'],
    ['a value', { ...award, starts: [{ on: 'resolution.application-accepted.v1', when: { track: 'fast' } }] }, 'a value that track never has'],
    ['a truth value written as a word', { ...award, starts: [{ on: 'resolution.application-accepted.v1', when: { collective: 'true' } }] }, 'a value that collective never has'],
    ['the day to count from', { ...award, starts: [{ on: 'resolution.application-accepted.v1', at: 'acceptedOn' }] }, 'the event has no field acceptedOn'],
    ['the amount of an extension', { ...award, extends: [{ on: 'resolution.award-deadline-extended.v1', by: 'dais' }] }, 'the event has no field dais'],
    ['the pause that is ended', { ...award, resumes: [{ on: 'resolution.arbitration-resumed.v1', ends: 'resolution.notice-published.v1' }] }, 'ends a pause that no suspends begins, and no end of cancels: resolution.notice-published.v1'],
    ['what is resumed', { ...award, suspends: [], resumes: [{ on: 'resolution.arbitration-resumed.v1' }] }, 'resumes what nothing suspends'],
    ['what ends a pause', { ...award, resumes: [] }, 'a pause that nothing ends: resolution.arbitration-stayed.v1'],
    ['how far it is extended', { ...award, extension: undefined }, 'is extended by what no extension allows'],
    ['another clock', { ...award, notWhile: ['INSP-INVESTIGATE'] }, 'no such clock: INSP-INVESTIGATE'],
    ['the order of its days', { ...award, from: '2026-05-01', to: '2026-04-01' }, 'must be later than from'],
  ])('names a row that mistakes %s', (_, more, en) => expect(wrongClocks([row(more)]).map((wrong) => wrong.en)).toContain(en));

  it('finds nothing in the packs of this release', () => {
    expect(loadPolicies('policies').packs.flatMap(({ ref, clocks }) => wrongClocks(clocks.values()).map(({ row: id, field, en }) => `${ref.division} ${id} ${field}: ${en}`))).toEqual([]);
  });
});
