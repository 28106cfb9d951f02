import fc from 'fast-check';
import type { Law } from '#libs/decider/model.js';
import { at, day, obeys } from '../../resolution/random-commands.js';
import type { VisitCommand } from './visit.decider.js';
import { visit } from './visit.decider.js';

/** S-SH21 二: a plan, visits, re-visits; each visit and each finding is told once. */
const law: Law<VisitCommand> = {
  PlanVisit: (_, past) => !past.has('PlanVisit'),
  RecordVisit: ({ visit: id, interviewed, registered, revisitOn, at: when }, past) => past.has('PlanVisit') && registered <= interviewed && (revisitOn === null || revisitOn > when.slice(0, 10)) && !past.all('RecordVisit').some((each) => each.visit === id),
  RecordFinding: ({ visit: id, finding }, past) => past.all('RecordVisit').some((each) => each.visit === id) && !past.all('RecordFinding').some((each) => each.finding === finding),
  NoteFiled: ({ finding }, past) => past.all('RecordFinding').some((each) => each.finding === finding) && !past.all('NoteFiled').some((each) => each.finding === finding),
  NoteOverdue: ({ dueOn, at: when }, past) => {
    const planned = past.last('PlanVisit');
    const last = past.last('RecordVisit');
    const next = last ? last.revisitOn : planned?.dueOn;
    const since = last ? past.after('RecordVisit') : past;
    return next === dueOn && when.slice(0, 10) > dueOn && !since.has('NoteOverdue');
  },
};

describe('A place against the plan', () => {
  const about = { campaign: 'c', division: '439901', residence: 'community' as const, place: 'p', dueOn: day(10) };
  const id = fc.constantFrom('a', 'b');
  const told = { category: 'D01', kinds: [], matters: [], requester: null, employer: null, project: null, text: null, facts: {}, missing: [] };
  const went = { interviewed: 2, registered: 1, informed: true, note: null };
  const by = 'officer:a';
  const course: readonly VisitCommand[] = [
    { type: 'PlanVisit', at: at(0), by, ...about }, { type: 'NoteOverdue', at: at(11), by, dueOn: day(10) }, { type: 'RecordVisit', at: at(12), by, visit: 'a', ...went, revisitOn: day(20) },
    { type: 'RecordFinding', at: at(12), by, visit: 'a', finding: 'a', ...told }, { type: 'NoteFiled', at: at(13), by, finding: 'a', caseId: 'x' }, { type: 'NoteOverdue', at: at(21), by, dueOn: day(20) },
  ];
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(visit, law, {
    PlanVisit: fc.constantFrom(day(10), day(11)).map((dueOn) => ({ ...about, dueOn })), RecordVisit: fc.record({ visit: id, registered: fc.constantFrom(1, 3), revisitOn: fc.constantFrom(null, day(20), day(60)) }).map((each) => ({ ...went, ...each })),
    RecordFinding: fc.record({ visit: id, finding: id }).map((each) => ({ ...told, ...each })), NoteFiled: fc.record({ finding: id }).map((each) => ({ ...each, caseId: 'x' })), NoteOverdue: fc.record({ dueOn: fc.constantFrom(day(10), day(20), day(60)) }),
  }, [course], ['PLACE_DIFFERS', 'VISIT_SAID_OTHERWISE', 'NO_SUCH_VISIT']));
});
