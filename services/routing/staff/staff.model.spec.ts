import fc from 'fast-check';
import type { Needs } from '#libs/contracts/routing.events.js';
import type { StaffEvent } from '#libs/contracts/staff.events.js';
import { fold } from '#libs/decider/decider.js';
import type { StaffCommand } from './staff.decider.js';
import { staff } from './staff.decider.js';

const OFFICERS = ['a', 'b', 'c', 'd'];
const unit = { department: 'inspectionBody', division: '439901' };
const by = 'supervisor:s';
const EMPLOYERS = ['e1', 'e2'];
const caseId = (n: number): string => `01a202d7-fb82-79c6-9585-${String(n).padStart(12, '0')}`;
const speciality = fc.record({ kind: fc.constant('category' as const), code: fc.constantFrom('D01', 'D05') });
const order = fc.record({ caseId: fc.integer({ min: 0, max: 12 }).map(caseId), order: fc.constant(0), weight: fc.integer({ min: 1, max: 3 }), needs: fc.record({ category: fc.constantFrom('D01', 'D05'), matter: fc.constant(null), track: fc.constant(null), employer: fc.constantFrom(null, ...EMPLOYERS) }) });
const officer = fc.record({ officer: fc.constantFrom(...OFFICERS) });
const day = (n: number): string => `2026-03-${String(1 + n).padStart(2, '0')}`;
const of = (type: StaffCommand['type'], ...parts: fc.Arbitrary<object>[]): fc.Arbitrary<{ type: StaffCommand['type'] }> => fc.tuple(...parts).map((all) => Object.assign({ type }, ...all));
const command = fc.oneof(
  of('EnrolOfficer', officer, fc.record({ unit: fc.constant(unit), specialities: fc.array(speciality, { maxLength: 1 }), openMax: fc.integer({ min: 1, max: 4 }) })),
  of('GiveSpeciality', officer, fc.record({ speciality })), of('TakeSpeciality', officer, fc.record({ speciality })), of('SetOpenLimit', officer, fc.record({ openMax: fc.integer({ min: 1, max: 4 }) })),
  of('NoteAbsence', officer, fc.record({ from: fc.integer({ min: 0, max: 9 }).map(day), to: fc.constantFrom(null, day(5), day(9)) })), of('NoteReturn', officer), of('NoteLeaving', officer), of('ReassignOrders', officer),
  of('DeclareConflict', officer, fc.record({ concern: fc.record({ kind: fc.constant('employer'), value: fc.constantFrom(...EMPLOYERS) }), basis: fc.constant('relative') })),
  { weight: 6, arbitrary: of('AllotOrder', order, fc.record({ previous: fc.constantFrom(null, ...OFFICERS) })) }, of('NoteNamed', order, officer), of('ReleaseOrder', order, fc.record({ why: fc.constant('concluded') })),
);

interface Person { specialities: string[]; openMax: number; away: { from: string; to: string | null } | null; left: boolean; conflicts: string[] }
interface Lying { officer: string | null; weight: number; needs: Needs }

/** The unit as somebody with a list on paper would keep it: written from the events, and never by the decider's own code. */
class OnPaper {
  readonly people = new Map<string, Person>();
  readonly orders = new Map<string, Lying>();

  note(event: StaffEvent): void {
    const one = 'officer' in event && event.officer !== null ? this.people.get(event.officer) : undefined;
    switch (event.type) {
      case 'OfficerEnrolled': this.people.set(event.officer, { specialities: event.specialities.map(({ code }) => code), openMax: event.openMax, away: null, left: false, conflicts: one?.conflicts ?? [] }); break;
      case 'SpecialityGiven': one!.specialities.push(event.speciality.code); break;
      case 'SpecialityTaken': one!.specialities = one!.specialities.filter((code) => code !== event.speciality.code); break;
      case 'OpenLimitSet': one!.openMax = event.openMax; break;
      case 'OfficerAbsent': one!.away = { from: event.from, to: event.to }; break;
      case 'OfficerBack': one!.away = null; break;
      case 'OfficerLeft': one!.left = true; break;
      case 'ConflictDeclared': one!.conflicts.push(event.concern.value); break;
      case 'OrderAllotted': this.orders.set(event.caseId, { officer: event.officer, weight: event.receipt.weight, needs: event.receipt.needs }); break;
      case 'OrderUnallotted': this.orders.set(event.caseId, { officer: null, weight: event.receipt.weight, needs: event.receipt.needs }); break;
      case 'OrderReleased': this.orders.delete(event.caseId);
    }
  }
  load(officer: string, without: string): number {
    return [...this.orders].filter(([id, each]) => each.officer === officer && id !== without).reduce((sum, [, { weight }]) => sum + weight, 0);
  }
  count(officer: string, without: string): number {
    return [...this.orders].filter(([id, each]) => each.officer === officer && id !== without).length;
  }
  able(id: string, needs: Needs, today: string): string[] {
    return [...this.people].filter(([officer, { left, away, conflicts, openMax }]) => {
      const absent = away !== null && away.from <= today && today <= (away.to ?? '9999-12-31');
      return !left && !absent && !(needs.employer !== null && conflicts.includes(needs.employer)) && this.count(officer, id) < openMax;
    }).map(([officer]) => officer);
  }
  rank(officer: string, { category }: Needs): number {
    const { specialities } = this.people.get(officer)!;
    return specialities.length === 0 ? 1 : specialities.includes(category) ? 0 : 2;
  }
}

describe('Allotment', () => {
  it('gives each order to one who may have it and has least, never twice, and leaves none lying while somebody could', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(fc.array(command, { maxLength: 60, size: 'max' }), (row) => {
      const paper = new OnPaper();
      let state = staff.initial;
      row.forEach((each, n) => {
        const today = day(Math.min(20, Math.floor(n / 5)));
        const asked = { ...each, at: `${today}T09:00:00+08:00`, by } as StaffCommand;
        let events: readonly StaffEvent[];
        try {
          events = staff.decide(asked, state);
        } catch {
          return;
        }
        for (const event of events) {
          seen.add(event.type);
          if (event.type === 'OrderAllotted' && asked.type !== 'NoteNamed') judge(event, paper, today, asked);
          if (event.type === 'OrderUnallotted') expect(paper.able(event.caseId, event.receipt.needs, today)).toEqual([]);
          paper.note(event);
        }
        state = fold({ initial: state, evolve: staff.evolve }, events);
        expect(staff.decide({ ...asked }, state)).toEqual([]); // Twice is nothing.
        const held = [...state.officers].flatMap(([id, { open }]) => open.map((one) => [one.caseId, id]));
        expect(Object.fromEntries([...held, ...state.waiting.map((one) => [one.caseId, null])])).toEqual(Object.fromEntries([...paper.orders].map(([id, { officer: whose }]) => [id, whose])));
        expect(held.length + state.waiting.length).toBe(paper.orders.size);
        expect(state.waiting).toHaveLength([...paper.orders.values()].filter(({ officer: whose }) => whose === null).length);
      });
    }), { numRuns: 300 });
    expect([...seen].sort()).toEqual(['ConflictDeclared', 'OfficerAbsent', 'OfficerBack', 'OfficerEnrolled', 'OfficerLeft', 'OpenLimitSet', 'OrderAllotted', 'OrderReleased', 'OrderUnallotted', 'SpecialityGiven', 'SpecialityTaken']);
  });

  function judge(event: Extract<StaffEvent, { type: 'OrderAllotted' }>, paper: OnPaper, today: string, asked: StaffCommand): void {
    const { needs } = event.receipt;
    const able = paper.able(event.caseId, needs, today);
    expect(able).toContain(event.officer);
    for (const { officer: one, load, open } of event.receipt.candidates) expect([load, open]).toEqual([paper.load(one, event.caseId), paper.count(one, event.caseId)]);
    expect(event.receipt.candidates.filter(({ lost }) => lost === null).map(({ officer: one }) => one)).toEqual([event.officer]);
    if (asked.type === 'AllotOrder' && asked.previous === event.officer) return;
    const best = Math.min(...able.map((one) => paper.rank(one, needs)));
    expect(paper.rank(event.officer, needs)).toBe(best);
    expect(paper.load(event.officer, event.caseId)).toBe(Math.min(...able.filter((one) => paper.rank(one, needs) === best).map((one) => paper.load(one, event.caseId))));
  }

  it('is fair: among equals who are all there, no load is ever further from another than the heaviest order, and turns go round', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 60 }), fc.integer({ min: 2, max: 6 }), (weights, size) => {
      const people = Array.from({ length: size }, (_, i) => `o${i}`);
      let state = fold(staff, people.map((id): StaffEvent => ({ type: 'OfficerEnrolled', at: '2026-03-01T09:00:00+08:00', unit, officer: id, specialities: [], openMax: 99, by })));
      weights.forEach((weight, n) => {
        const events = staff.decide({ type: 'AllotOrder', at: '2026-03-02T09:00:00+08:00', by, caseId: caseId(n), order: 0, weight, needs: { category: 'D01', matter: null, track: null, employer: null }, previous: null }, state);
        state = fold({ initial: state, evolve: staff.evolve }, events);
        const loads = people.map((id) => state.officers.get(id)!.open.reduce((sum, one) => sum + one.weight, 0));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(3);
        if (n + 1 === size) expect(new Set(people.map((id) => state.officers.get(id)!.open.length))).toEqual(new Set([1])); // Whoever has nothing comes first.
      });
    }), { numRuns: 200 });
  });

  it('of a busy year is folded in the time of one command', () => {
    const people = Array.from({ length: 40 }, (_, i) => `o${String(i).padStart(2, '0')}`);
    let state = fold(staff, people.map((id): StaffEvent => ({ type: 'OfficerEnrolled', at: '2026-03-01T09:00:00+08:00', unit, officer: id, specialities: [], openMax: 99, by })));
    const log: StaffEvent[] = [];
    for (let n = 0; n < 4000; n++) {
      const done: StaffCommand[] = [{ type: 'AllotOrder', at: '2026-03-02T09:00:00+08:00', by, caseId: caseId(n), order: 0, weight: 1, needs: { category: 'D01', matter: null, track: null, employer: null }, previous: null }];
      if (n >= 800) done.push({ type: 'ReleaseOrder', at: '2026-03-02T09:00:00+08:00', by, caseId: caseId(n - 800), order: 0, why: 'concluded' });
      for (const each of done) {
        const events = staff.decide(each, state);
        log.push(...events);
        state = fold({ initial: state, evolve: staff.evolve }, events);
      }
    }
    const begun = performance.now();
    fold(staff, log);
    const ms = performance.now() - begun;
    process.stdout.write(`${log.length} events of a unit of 40 folded in ${Math.round(ms)} ms\n`);
    expect(ms).toBeLessThan(2000);
  });
});
