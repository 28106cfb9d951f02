import type { Needs } from '#libs/contracts/routing.events.js';
import type { StaffEvent } from '#libs/contracts/staff.events.js';
import { fold } from '#libs/decider/decider.js';
import { specify } from '#libs/decider/specify.js';
import type { StaffCommand } from './staff.decider.js';
import { staff } from './staff.decider.js';

const at = '2026-03-18T09:00:00+08:00';
const by = 'supervisor:s1';
const asked = { at, by } as const;
const unit = { department: 'inspectionBody', division: '439901' };
const wages: Needs = { category: 'D01', matter: 'wages', track: null, employer: 'e1' };
const cases = ['01a202d7-fb82-79c6-9585-04ddeb2ca280', '01a202d7-fb82-79c6-9585-04ddeb2ca281', '01a202d7-fb82-79c6-9585-04ddeb2ca282'] as const;
const knows = (kind: 'category' | 'matter' | 'track', code: string) => ({ kind, code });
const enrolled = (officer: string, specialities: StaffEvent extends never ? never : readonly { kind: 'category' | 'matter' | 'track'; code: string }[] = [], openMax = 20): StaffEvent => ({ type: 'OfficerEnrolled', at, unit, officer, specialities: [...specialities], openMax, by });
const enrol = (officer: string, openMax = 20): StaffCommand => ({ type: 'EnrolOfficer', ...asked, unit, officer, specialities: [], openMax });
const allot = (caseId: string, more: object = {}): StaffCommand => ({ type: 'AllotOrder', ...asked, caseId, order: 0, weight: 1, needs: wages, previous: null, ...more });
const candidate = (officer: string, more: object = {}) => ({ officer, load: 0, open: 0, openMax: 20, fit: 'general' as const, lost: null, ...more });
const receipt = (candidates: readonly ReturnType<typeof candidate>[], weight = 1) => ({ weight, needs: wages, candidates: [...candidates] });
const has = (officer: string, caseId: string, weight = 1): StaffEvent => ({ type: 'OrderAllotted', at, caseId, order: 0, officer, instead: null, receipt: receipt([candidate(officer)], weight), by });
const declare = (officer: string, value = 'e1'): StaffCommand => ({ type: 'DeclareConflict', ...asked, officer, concern: { kind: 'employer', value }, basis: 'relative' });
const declared = (officer: string, value = 'e1'): StaffEvent => ({ type: 'ConflictDeclared', at, officer, concern: { kind: 'employer', value }, basis: 'relative', by });
const away = (officer: string, from = '2026-03-18', to: string | null = '2026-03-20'): StaffEvent => ({ type: 'OfficerAbsent', at, officer, from, to, by });
const unallotted = (caseId: string, candidates: readonly ReturnType<typeof candidate>[], instead: string | null = null): StaffEvent => ({ type: 'OrderUnallotted', at, caseId, order: 0, instead, receipt: receipt(candidates), by });
const two = [enrolled('a'), enrolled('b')] as const;
const given = specify(staff);
/** Who had what, and by what each other lost. */
const outcome = (history: readonly StaffEvent[], command: StaffCommand): (string | null | undefined)[] => {
  const [event] = staff.decide(command, fold(staff, history));
  if (event?.type !== 'OrderAllotted' && event?.type !== 'OrderUnallotted') throw new Error(event?.type ?? 'nothing');
  return [event.type === 'OrderAllotted' ? event.officer : null, ...event.receipt.candidates.map(({ lost }) => lost)];
};

describe('The staff of a unit', () => {
  it('enrols an officer once', () => {
    given().when(enrol('a')).then(enrolled('a'));
    given(enrolled('a')).when(enrol('a')).thenNothing();
  });
  it('notes specialities, limits, absence, return and leaving, each once', () => {
    const give: StaffCommand = { type: 'GiveSpeciality', ...asked, officer: 'a', speciality: knows('category', 'D01') };
    const gave: StaffEvent = { type: 'SpecialityGiven', at, officer: 'a', speciality: knows('category', 'D01'), by };
    given(enrolled('a')).when(give).then(gave);
    given(enrolled('a'), gave).when(give).thenNothing();
    class Known { kind = 'category' as const; code = 'D01'; surplus = 1; } // As the door reads it: the log takes plain objects of the fields named.
    expect(staff.decide({ ...give, speciality: new Known() } as StaffCommand, fold(staff, [enrolled('a')]))).toStrictEqual([gave]);
    given(enrolled('a'), gave).when({ ...give, type: 'TakeSpeciality' } as StaffCommand).then({ ...gave, type: 'SpecialityTaken' });
    given(enrolled('a')).when({ ...give, type: 'TakeSpeciality' } as StaffCommand).thenNothing();
    const limit: StaffCommand = { type: 'SetOpenLimit', ...asked, officer: 'a', openMax: 5 };
    given(enrolled('a')).when(limit).then({ type: 'OpenLimitSet', at, officer: 'a', openMax: 5, by });
    given(enrolled('a', [], 5)).when(limit).thenNothing();
    const absence: StaffCommand = { type: 'NoteAbsence', ...asked, officer: 'a', from: '2026-03-18', to: '2026-03-20' };
    given(enrolled('a')).when(absence).then(away('a'));
    given(enrolled('a'), away('a')).when(absence).thenNothing();
    given(enrolled('a')).when({ ...absence, to: '2026-03-17' } as StaffCommand).thenRefused('STAFF_ABSENCE_REVERSED');
    const back: StaffCommand = { type: 'NoteReturn', ...asked, officer: 'a' };
    given(enrolled('a'), away('a')).when(back).then({ type: 'OfficerBack', at, officer: 'a', by });
    given(enrolled('a')).when(back).thenNothing();
    const leaving: StaffCommand = { type: 'NoteLeaving', ...asked, officer: 'a' };
    const left: StaffEvent = { type: 'OfficerLeft', at, officer: 'a', by };
    given(enrolled('a')).when(leaving).then(left);
    given(enrolled('a'), left).when(leaving).thenNothing();
    given(enrolled('a'), left).when(back).thenRefused('OFFICER_HAS_LEFT');
    given(enrolled('a'), left).when(enrol('a')).then(enrolled('a'));
    given().when(back).thenRefused('NOT_ENROLLED');
  });
});

describe('An order goes', () => {
  it('to nobody in a unit that registers nobody', () => given().when(allot(cases[0])).thenNothing());
  it('to one, once, with the sum that anybody can do again', () => {
    given(...two).when(allot(cases[0])).then({ type: 'OrderAllotted', at, caseId: cases[0], order: 0, officer: 'a', instead: null, receipt: receipt([candidate('a'), candidate('b', { lost: 'turn' })]), by });
    given(...two, has('a', cases[0])).when(allot(cases[0])).thenNothing();
  });
  it('to who has the least weighted load, not the fewest orders', () => {
    expect(outcome([...two, has('a', cases[0], 3), has('b', cases[1], 1), has('b', cases[2], 1)], allot('01a202d7-fb82-79c6-9585-04ddeb2ca289'))).toEqual(['b', 'load', null]);
  });
  it('to who knows the matter, before who does everything, before who does something else', () => {
    const specialists = [enrolled('a', [knows('matter', 'housing')]), enrolled('b'), enrolled('c', [knows('category', 'D01')])];
    expect(outcome([...specialists, has('c', cases[0], 9)], allot(cases[1]))).toEqual(['c', 'speciality', 'speciality', null]);
    expect(outcome(specialists.slice(0, 2), allot(cases[1]))).toEqual(['b', 'speciality', null]);
    expect(outcome(specialists.slice(0, 1), allot(cases[1]))).toEqual(['a', null]);
  });
  it('past who is absent on that day, and not on the day before or after', () => {
    const absence = [...two, away('a', '2026-03-19', '2026-03-20')];
    for (const [day, who] of [['2026-03-18', 'a'], ['2026-03-19', 'b'], ['2026-03-20', 'b'], ['2026-03-21', 'a']] as const) expect(outcome(absence, allot(cases[0], { at: `${day}T09:00:00+08:00` }))[0]).toBe(who);
  });
  it('past who declared a conflict with the employer or the case', () => {
    expect(outcome([...two, declared('a')], allot(cases[0]))).toEqual(['b', 'conflict', null]);
    expect(outcome([...two, declared('a', 'another')], allot(cases[0]))[0]).toBe('a');
    const ofCase: StaffEvent = { type: 'ConflictDeclared', at, officer: 'a', concern: { kind: 'case', value: cases[0] }, basis: 'complainedAbout', by };
    expect([outcome([...two, ofCase], allot(cases[0]))[0], outcome([...two, ofCase], allot(cases[1]))[0]]).toEqual(['b', 'a']);
  });
  it('past who has as many as may be', () => expect(outcome([enrolled('a', [], 1), enrolled('b'), has('a', cases[0]), has('b', cases[1], 9)], allot(cases[2]))).toEqual(['b', 'limit', null]));
  it('back to who had it before', () => expect(outcome([...two, has('b', cases[1], 9)], allot(cases[0], { previous: 'b' }))).toEqual(['b', 'continuity', null]));
  it('to nobody where nobody can, and to the first who can again', () => {
    given(enrolled('a'), away('a')).when(allot(cases[0])).then(unallotted(cases[0], [candidate('a', { lost: 'absent' })]));
    const waiting = unallotted(cases[0], [candidate('a', { lost: 'absent' })]);
    const back: StaffEvent = { type: 'OfficerBack', at, officer: 'a', by };
    given(enrolled('a'), away('a'), waiting).when({ type: 'NoteReturn', ...asked, officer: 'a' }).then(back, has('a', cases[0]));
    given(enrolled('a'), away('a'), waiting).when(enrol('b')).then(enrolled('b'), { ...has('b', cases[0]), receipt: receipt([candidate('a', { lost: 'absent' }), candidate('b')]) } as StaffEvent);
    given(enrolled('a'), away('a'), waiting).when(allot(cases[0])).thenNothing();
  });
  it('to somebody else at once, where its officer declares a conflict', () => {
    given(...two, has('a', cases[0])).when(declare('a')).then(declared('a'), {
      type: 'OrderAllotted', at, caseId: cases[0], order: 0, officer: 'b', instead: 'a', receipt: receipt([candidate('a', { lost: 'conflict' }), candidate('b')]), by });
    given(...two, declared('a')).when(declare('a')).thenNothing();
  });
  it('to somebody else on command, where its officer is absent or has left', () => {
    const reassign: StaffCommand = { type: 'ReassignOrders', ...asked, officer: 'a' };
    given(...two, has('a', cases[0])).when(reassign).thenRefused('OFFICER_PRESENT');
    given(...two, has('a', cases[0]), away('a')).when(reassign).then({ ...has('b', cases[0]), instead: 'a', receipt: receipt([candidate('a', { lost: 'absent' }), candidate('b')]) } as StaffEvent);
    given(...two, away('a')).when(reassign).thenNothing();
    given(enrolled('a'), has('a', cases[0]), { type: 'OfficerLeft', at, officer: 'a', by }).when(reassign).then(unallotted(cases[0], [], 'a'));
  });
  it('to whom a person names, whatever the load, with the reason', () => {
    const named: StaffCommand = { type: 'NoteNamed', ...asked, caseId: cases[0], order: 0, officer: 'b', weight: 1, needs: wages, reason: '专案' };
    const override: StaffEvent = { type: 'OrderAllotted', at, caseId: cases[0], order: 0, officer: 'b', instead: 'a', receipt: receipt([candidate('a', { lost: 'override' }), candidate('b')]), reason: '专案', by };
    given(...two, has('a', cases[0])).when(named).then(override);
    given(...two, has('a', cases[0]), override).when(named).thenNothing();
    given(...two, has('a', cases[0])).when({ ...named, officer: 'stranger' } as StaffCommand).then({ type: 'OrderReleased', at, caseId: cases[0], order: 0, officer: 'a', why: 'named' });
    given().when(named).thenNothing();
  });
  it('out of the load when it is done or gone, once', () => {
    const release: StaffCommand = { type: 'ReleaseOrder', ...asked, caseId: cases[0], order: 0, why: 'concluded' };
    const released: StaffEvent = { type: 'OrderReleased', at, caseId: cases[0], order: 0, officer: 'a', why: 'concluded' };
    given(...two, has('a', cases[0])).when(release).then(released);
    given(...two, has('a', cases[0]), released).when(release).thenNothing();
    expect(outcome([...two, has('a', cases[0], 9), released, has('b', cases[1])], allot(cases[2]))[0]).toBe('a');
  });
});
