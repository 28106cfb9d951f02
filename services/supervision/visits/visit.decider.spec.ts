import type { VisitEvent } from '#libs/contracts/campaign.events.js';
import { specify } from '#libs/decider/specify.js';
import type { VisitCommand } from './visit.decider.js';
import { visit } from './visit.decider.js';

const given = specify(visit);
const at = '2026-12-10T10:00:00+08:00';
const by = 'coordinator:c-3';
const [campaign, visitId, finding, caseId] = ['c1', 'c2', 'c3', 'c4'].map((end) => `01a202d7-fb82-79c6-9585-04ddeb2ca2${end}`) as [string, string, string, string];
const about = { campaign, division: '439901', residence: 'lodging' as const, place: '测试旅店', dueOn: '2026-12-15' };
const plan: VisitCommand = { type: 'PlanVisit', at, by, ...about };
const planned: VisitEvent = { type: 'VisitPlanned', at, by, ...about };
const went = { visit: visitId, interviewed: 12, registered: 10, informed: true, note: null, revisitOn: '2026-12-24' };
const record: VisitCommand = { type: 'RecordVisit', at, by, ...went };
const visited: VisitEvent = { type: 'PlaceVisited', at, by, ...went };
const told = { category: 'D01', kinds: ['complaint'], matters: ['wages'], requester: null, employer: null, project: null, text: null, facts: { workers: 3 }, missing: [] };
const tell: VisitCommand = { type: 'RecordFinding', at, by, visit: visitId, finding, ...told };
const found: VisitEvent = { type: 'VisitFindingRecorded', at, by, campaign, visit: visitId, finding, division: '439901', ...told };
const filed: VisitEvent = { type: 'VisitFindingFiled', at, finding, caseId };

describe('A place', () => {
  it('is planned once under its id', () => {
    given().when(plan).then(planned);
    given(planned).when(plan).thenNothing();
    given(planned).when({ ...plan, residence: 'barracks' } as VisitCommand).thenRefused('PLACE_DIFFERS');
  });
  it('is visited, each visit once', () => {
    given(planned).when(record).then(visited);
    given(planned, visited).when(record).thenNothing();
    given(planned, visited).when({ ...record, interviewed: 13 } as VisitCommand).thenRefused('VISIT_SAID_OTHERWISE');
    given().when(record).thenRefused('NO_SUCH_PLACE');
  });
  it('has no more workers registered than were spoken to, and is visited again later', () => {
    given(planned).when({ ...record, registered: 13 } as VisitCommand).thenRefused('VISIT_COUNTS_DIFFER');
    given(planned).when({ ...record, revisitOn: '2026-12-10' } as VisitCommand).thenRefused('REVISIT_IN_PAST');
  });
  it('is overdue when its day has ended, once, until somebody is there', () => {
    const late = (dueOn: string, when: string): VisitCommand => ({ type: 'NoteOverdue', at: when, by: 'process:clocks', dueOn });
    const overdue: VisitEvent = { type: 'VisitOverdue', at: '2026-12-16T00:00:00+08:00', dueOn: '2026-12-15' };
    given(planned).when(late('2026-12-15', '2026-12-15T23:59:59+08:00')).thenNothing();
    given(planned).when(late('2026-12-15', '2026-12-16T00:00:00+08:00')).then(overdue);
    given(planned, overdue).when(late('2026-12-15', '2026-12-17T00:00:00+08:00')).thenNothing();
    given(planned, visited).when(late('2026-12-15', '2026-12-16T00:00:00+08:00')).thenNothing();
    given(planned, visited).when(late('2026-12-24', '2026-12-25T00:00:00+08:00')).then({ type: 'VisitOverdue', at: '2026-12-25T00:00:00+08:00', dueOn: '2026-12-24' });
  });
});

describe('A finding', () => {
  it('belongs to a visit and is told once', () => {
    given(planned, visited).when(tell).then(found);
    given(planned, visited, found).when(tell).thenNothing();
    given(planned, visited, found).when({ ...tell, category: 'D02' } as VisitCommand).thenRefused('VISIT_SAID_OTHERWISE');
    given(planned).when(tell).thenRefused('NO_SUCH_VISIT');
    given(planned, visited).when({ ...tell, visit: campaign } as VisitCommand).thenRefused('NO_SUCH_VISIT');
  });
  it('knows the case that it has become, once', () => {
    const note: VisitCommand = { type: 'NoteFiled', at, by: 'process:supervision', finding, caseId };
    given(planned, visited, found).when(note).then(filed);
    given(planned, visited, found, filed).when(note).thenNothing();
    given(planned, visited).when(note).thenNothing();
  });
});
