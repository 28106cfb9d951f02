import fc from 'fast-check';
import type { GroupMember } from '#libs/contracts/group.events.js';
import { groupMembers } from '#libs/contracts/group-members.js';
import { fold } from '#libs/decider/decider.js';
import { Refusal } from '#libs/decider/refusal.js';
import { specify } from '#libs/decider/specify.js';
import type { Group, GroupCommand, GroupEvent } from './group.decider.js';
import { group } from './group.decider.js';

const at = '2026-03-02T10:15:00+08:00';
const by = 'officer:o';
const given = specify(group);
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const caseOf = (n: number): string => idOf(n);
const OTHER = idOf(9001);
const THIRD = idOf(9002);
const member = (n: number, more: Partial<GroupMember> = {}): GroupMember => ({ caseId: caseOf(n), subgroup: { tier: null, site: null }, closed: false, from: null, ...more });
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const form = (...members: number[]) => ({ type: 'FormGroup', at, by, ground: 'person', employer: 'e', project: null, division: '439901', lead: caseOf(members[0]!), splitFrom: null, members: members.map((n) => member(n)) } as const);
const formed = (...members: number[]): GroupEvent => ({ ...form(...members), type: 'GroupFormed' });
const joined = (...members: GroupMember[]): GroupEvent => ({ type: 'MembersJoined', at, by, members });
const left = (reason: Extract<GroupEvent, { type: 'MembersLeft' }>['reason'], ...members: number[]): GroupEvent => ({ type: 'MembersLeft', at, by, reason, members: members.map(caseOf) });
const merged: GroupEvent = { type: 'GroupMerged', at, by, other: OTHER };
const undone: GroupEvent = { type: 'MergeUndone', at, by, other: OTHER };
const absorbed: GroupEvent = { type: 'GroupAbsorbed', at, by, into: THIRD };
const memberClosed = (n: number): GroupEvent => ({ type: 'MemberClosed', at, caseId: caseOf(n) });
const lead = (n: number): GroupEvent => ({ type: 'LeadChanged', at, by: 'process:intake', lead: caseOf(n) });
const end: GroupEvent = { type: 'GroupClosed', at };
const leave = (...members: number[]) => ({ type: 'LeaveGroup', at, by, reason: 'settled', members: members.map(caseOf) } as const);

describe('A group', () => {
  it('is formed of two cases or more, one of which leads', () => {
    given().when(form(1, 2)).then(formed(1, 2));
    given().when(form(1)).thenRefused('GROUP_TOO_SMALL');
    given().when(form(1, 2, 1)).thenRefused('MEMBER_TWICE');
    given().when({ ...form(1, 2), lead: caseOf(3) }).thenRefused('LEAD_NOT_A_MEMBER');
    given().when({ ...form(1, 2), members: [member(1), member(2, { closed: true })] }).thenRefused('MEMBER_CASE_CLOSED');
    given(formed(1, 2)).when(form(1, 2)).thenNothing();
  });

  it('of many is written in several events of one append', () => {
    const events = group.decide(form(...range(1, 500)), group.initial);
    expect(events.map((event) => 'members' in event && event.members.length)).toEqual([100, 100, 100, 100, 100]);
    expect(groupMembers(events).size).toBe(500);
    expect(Math.max(...events.map((event) => JSON.stringify(event).length))).toBeLessThan(40_000); // An entry of the log holds 65,535 bytes.
  });

  it('is joined by cases that are open', () => {
    const join = { type: 'JoinGroup', at, by, members: [member(2), member(3)] } as const;
    given(formed(1, 2)).when(join).then(joined(member(3)));
    given(formed(1, 2, 3)).when(join).thenNothing();
    given(formed(1, 2)).when({ ...join, members: [member(3, { closed: true })] }).thenRefused('MEMBER_CASE_CLOSED');
    given(formed(1, 2)).when({ ...join, members: [member(3), member(3)] }).thenRefused('MEMBER_TWICE');
    given().when(join).thenRefused('NO_SUCH_GROUP');
    given(formed(1, 2), absorbed).when(join).thenRefused('GROUP_ABSORBED');
    given(formed(1, 2), left('settled', 1, 2), end).when(join).thenRefused('GROUP_CLOSED');
  });

  it('is left by those who settle for themselves; the lead passes on, and nobody left is the end', () => {
    given(formed(1, 2, 3)).when(leave(3)).then(left('settled', 3));
    given(formed(1, 2, 3)).when(leave(1)).then(left('settled', 1), lead(2));
    given(formed(1, 2, 3)).when(leave(1, 2, 3)).then(left('settled', 1, 2, 3), end);
    given(formed(1, 2), memberClosed(1)).when(leave(2)).then(left('settled', 2), end);
    given(formed(1, 2)).when(leave(3)).thenRefused('NOT_A_MEMBER');
    given(formed(1, 2)).when(leave(2, 2)).thenRefused('MEMBER_TWICE');
  });

  it('is split into a new one, and leaves somebody behind', () => {
    const split = { type: 'SplitGroup', at, by, into: OTHER, members: [caseOf(2), caseOf(3)] } as const;
    const done: GroupEvent = { type: 'GroupSplit', at, by, into: OTHER };
    given(formed(1, 2, 3)).when(split).then(done, left('split', 2, 3));
    given(formed(1, 2, 3), done, left('split', 2, 3)).when(split).thenNothing();
    given(formed(1, 2, 3, 4), done, left('split', 2, 3)).when({ ...split, members: [caseOf(4)] }).thenRefused('GROUP_EXISTS');
    given(formed(2, 3)).when(split).thenRefused('NOBODY_WOULD_STAY');
    given().when({ ...form(2), ground: 'split', splitFrom: THIRD }).then({ ...formed(2), ground: 'split', splitFrom: THIRD } as GroupEvent);
  });

  it('takes in another one, and gives back who came with it and has not left', () => {
    const merge = { type: 'MergeGroup', at, by, other: OTHER, members: [member(3), member(4)] } as const;
    const [three, four] = [member(3, { from: OTHER }), member(4, { from: OTHER })];
    given(formed(1, 2)).when(merge).then(merged, joined(three, four));
    given(formed(1, 2), merged, joined(three, four)).when(merge).thenNothing();
    const undo = { type: 'UndoMerge', at, by, other: OTHER } as const;
    given(formed(1, 2), merged, joined(three, four), left('settled', 4)).when(undo).then(undone, left('mergeUndone', 3));
    given(formed(1, 2), merged, joined(three, four), joined(member(5)), { type: 'LeadChanged', at, by, lead: caseOf(3) }).when(undo).then(undone, left('mergeUndone', 3, 4), lead(1));
    given(formed(1, 2), merged, joined(three), undone, left('mergeUndone', 3)).when(undo).thenNothing();
    given(formed(1, 2)).when(undo).thenRefused('NOT_MERGED');
    given(formed(1, 2)).when({ type: 'AbsorbGroup', at, by, into: THIRD }).then(absorbed);
    given(formed(1, 2), absorbed).when({ type: 'AbsorbGroup', at, by, into: THIRD }).thenNothing();
    given(formed(1, 2), absorbed).when({ type: 'AbsorbGroup', at, by, into: OTHER }).thenRefused('GROUP_ABSORBED');
    given(formed(1, 2, 3), absorbed).when({ type: 'RestoreGroup', at, by, into: THIRD, members: [{ caseId: caseOf(2), closed: true }, { caseId: caseOf(3), closed: false }] })
      .then({ type: 'GroupRestored', at, by, members: [{ caseId: caseOf(2), closed: true }, { caseId: caseOf(3), closed: false }] }, lead(2));
    given(formed(1, 2)).when({ type: 'RestoreGroup', at, by, into: THIRD, members: [] }).thenNothing();
    given(formed(1, 2), absorbed).when({ type: 'RestoreGroup', at, by, into: OTHER, members: [] }).thenRefused('GROUP_NOT_ABSORBED');
  });

  it('of ten or more chooses three to five of its own to speak for it (LDMA 7, CHR 5)', () => {
    const choose = (...members: number[]) => ({ type: 'ChooseRepresentatives', at, by, representatives: members.map(caseOf) } as const);
    const ten = formed(...range(1, 10));
    given(ten).when(choose(1, 2, 3)).then({ type: 'RepresentativesChosen', at, by, representatives: [caseOf(1), caseOf(2), caseOf(3)] });
    given(formed(...range(1, 9))).when(choose(1, 2, 3)).thenRefused('REPRESENTATIVES_FROM_TEN');
    given(ten).when(choose(1, 2)).thenRefused('REPRESENTATIVES_THREE_TO_FIVE');
    given(ten).when(choose(1, 2, 3, 4, 5, 6)).thenRefused('REPRESENTATIVES_THREE_TO_FIVE');
    given(ten).when(choose(1, 2, 11)).thenRefused('REPRESENTATIVE_NOT_A_MEMBER');
    expect(fold(group, [ten, ...group.decide(choose(1, 2, 3), fold(group, [ten])), left('settled', 2)]).representatives).toEqual([caseOf(1), caseOf(3)]);
  });

  it('says where its members worked', () => {
    const place = { type: 'PlaceMembers', at, by, members: [caseOf(1), caseOf(2)], subgroup: { tier: '二级', site: null } } as const;
    const placed: GroupEvent = { type: 'MembersPlaced', at, by, members: [caseOf(1), caseOf(2)], subgroup: { tier: '二级', site: null } };
    given(formed(1, 2, 3)).when(place).then(placed);
    given(formed(1, 2, 3), placed).when(place).thenNothing();
    given(formed(1, 2, 3), placed).when({ ...place, members: [caseOf(2), caseOf(3)] }).then({ ...placed, members: [caseOf(3)] } as GroupEvent);
    given(formed(1, 2)).when({ ...place, members: [caseOf(3)] }).thenRefused('NOT_A_MEMBER');
    given(formed(1, 2), absorbed).when(place).thenRefused('GROUP_ABSORBED');
    expect(groupMembers([formed(1, 2), placed]).get(caseOf(2))!.subgroup).toEqual({ tier: '二级', site: null });
  });

  it('notes why who came by itself came', () => {
    given(formed(1, 2)).when({ type: 'JoinGroup', at, by, members: [member(3)], ground: 'threshold', turns: [] }).then({ ...joined(member(3)), ground: 'threshold' } as GroupEvent);
    given().when({ ...form(1, 2), ground: 'threshold', turns: [{ space: 's', value: 'v' }] }).then({ ...formed(1, 2), ground: 'threshold' } as GroupEvent); // Turns are claimed, not told.
  });

  it('has another lead by a person’s word', () => {
    given(formed(1, 2)).when({ type: 'ChangeLead', at, by, lead: caseOf(2) }).then({ type: 'LeadChanged', at, by, lead: caseOf(2) });
    given(formed(1, 2)).when({ type: 'ChangeLead', at, by, lead: caseOf(1) }).thenNothing();
    given(formed(1, 2)).when({ type: 'ChangeLead', at, by, lead: caseOf(3) }).thenRefused('LEAD_NOT_A_MEMBER');
  });

  it('ends when each case is closed, and goes on when one is opened again', () => {
    const note = (closed: number[], open: number[] = []) => ({ type: 'NoteMembers', at, by, closed: closed.map(caseOf), open: open.map(caseOf) } as const);
    given(formed(1, 2)).when(note([1])).then(memberClosed(1));
    given(formed(1, 2), memberClosed(1)).when(note([1])).thenNothing();
    given(formed(1, 2), memberClosed(1)).when(note([2])).then(memberClosed(2), end);
    given(formed(1, 2)).when(note([3])).thenNothing();
    given(formed(1, 2), memberClosed(1), memberClosed(2), end).when(note([], [2])).then({ type: 'MemberReopened', at, caseId: caseOf(2) });
    given(formed(1, 2), memberClosed(1), memberClosed(2), end, { type: 'MemberReopened', at, caseId: caseOf(2) }).when(note([2])).then(memberClosed(2), end);
  });
});

/** Three groups as a clerk would keep them on cards: who lies where, and whence each came. */
class Cards {
  readonly place = new Map<number, number>();
  /** Of each case, the groups that brought it along, the last one last. */
  readonly cameFrom = new Map<number, readonly number[]>();
  readonly closed = new Set<number>();
  readonly inside = new Map<number, number>();
}

interface Step { readonly what: 'join' | 'leave' | 'merge' | 'undo' | 'close' | 'reopen'; readonly a: number; readonly b: number; readonly n: number }

describe('Three groups under any steps', () => {
  const GROUPS = [0, 1, 2];
  const groupId = (g: number): string => idOf(9100 + g);

  const run = (steps: readonly Step[]): void => {
    const states: Group[] = GROUPS.map((g) => fold(group, group.decide({ ...form(3 * g + 1, 3 * g + 2, 3 * g + 3) }, group.initial)));
    const cards = new Cards();
    for (const g of GROUPS) for (const n of [1, 2, 3]) cards.place.set(3 * g + n, g);
    const give = (g: number, command: GroupCommand): boolean => {
      try {
        states[g] = group.decide(command, states[g]!).reduce(group.evolve, states[g]!);
        return true;
      } catch (error) {
        if (error instanceof Refusal) return false;
        throw error;
      }
    };
    const lying = (g: number): number[] => [...cards.place].filter(([, at]) => at === g).map(([n]) => n).sort((x, y) => x - y);
    const isDone = (g: number): boolean => lying(g).every((n) => cards.closed.has(n));
    const finished = GROUPS.map(() => false);
    const settle = (): void => GROUPS.forEach((g) => { if (!cards.inside.has(g) && isDone(g)) finished[g] = true; });
    for (const { what, a, b, n } of steps) {
      const free = !cards.inside.has(a) && !finished[a];
      switch (what) {
        case 'join': {
          if (cards.place.has(n)) break; // The door refuses it: in a group already.
          const legal = free && !cards.closed.has(n);
          expect(give(a, { type: 'JoinGroup', at, by, members: [member(n, { closed: cards.closed.has(n) })] })).toBe(legal);
          if (legal) { cards.place.set(n, a); cards.cameFrom.delete(n); }
          break;
        }
        case 'leave': {
          const legal = free && cards.place.get(n) === a;
          expect(give(a, leave(n))).toBe(legal);
          if (legal) { cards.place.delete(n); cards.cameFrom.delete(n); }
          break;
        }
        case 'merge': {
          if (a === b || cards.inside.has(b) || finished[b] || !free) break;
          const members = [...states[b]!.members.values()];
          expect([give(b, { type: 'AbsorbGroup', at, by, into: groupId(a) }), give(a, { type: 'MergeGroup', at, by, other: groupId(b), members })]).toEqual([true, true]);
          cards.inside.set(b, a);
          for (const each of lying(b)) { cards.place.set(each, a); cards.cameFrom.set(each, [...(cards.cameFrom.get(each) ?? []), b]); }
          break;
        }
        case 'undo': {
          if (cards.inside.get(b) !== a || cards.inside.has(a)) break;
          expect(give(a, { type: 'UndoMerge', at, by, other: groupId(b) })).toBe(true);
          expect(give(b, { type: 'RestoreGroup', at, by, into: groupId(a), members: states[a]!.returned.get(groupId(b))! })).toBe(true);
          cards.inside.delete(b);
          for (const each of lying(a).filter((one) => cards.cameFrom.get(one)?.at(-1) === b)) { cards.place.set(each, b); cards.cameFrom.set(each, cards.cameFrom.get(each)!.slice(0, -1)); }
          break;
        }
        case 'close': case 'reopen': {
          if (what === 'close') cards.closed.add(n); else cards.closed.delete(n);
          const g = cards.place.get(n);
          if (g === undefined) break;
          give(g, { type: 'NoteMembers', at, by, closed: what === 'close' ? [caseOf(n)] : [], open: what === 'reopen' ? [caseOf(n)] : [] });
          if (what === 'reopen' && finished[g]) finished[g] = isDone(g);
        }
      }
      settle();
      for (const g of GROUPS) {
        const { phase, members, lead: leads } = states[g]!;
        const there = lying(g).map(caseOf);
        expect([what, phase]).toEqual([what, cards.inside.has(g) ? 'absorbed' : finished[g] ? 'closed' : 'open']);
        if (phase !== 'absorbed') expect([...members.keys()].sort()).toEqual(there);
        if (phase === 'open') expect(there).toContain(leads);
      }
    }
  };

  it('hold each case once at most, give back what was merged, and end only when each case is closed', () => {
    const step = fc.record({ what: fc.constantFrom('join', 'leave', 'merge', 'merge', 'undo', 'undo', 'close', 'reopen'), a: fc.nat(2), b: fc.nat(2), n: fc.integer({ min: 1, max: 11 }) }) as fc.Arbitrary<Step>;
    fc.assert(fc.property(fc.array(step, { maxLength: 40, size: 'max' }), run), { numRuns: 300 });
  });
});
