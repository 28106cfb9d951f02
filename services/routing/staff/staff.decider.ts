import type { Needs, Unit } from '#libs/contracts/routing.events.js';
import type { Concern, Speciality, StaffEvent } from '#libs/contracts/staff.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { fold, never } from '#libs/decider/decider.js';
import type { Officer, OpenOrder } from './allot.js';
import { choose, chosenBy, hasConflict, isAway, isSame } from './allot.js';
import { refuse } from './staff.refusals.js';

export type { StaffEvent } from '#libs/contracts/staff.events.js';

interface Asked { readonly at: Instant; readonly by: string }
interface Of extends Asked { readonly officer: string }
interface OnOrder extends Asked { readonly caseId: string; readonly order: number }
/** What the edge reads of the case: its weight, what it asks to know, and who had it before. */
interface Weighed { readonly weight: number; readonly needs: Needs }

export type StaffCommand =
  | Of & { readonly type: 'EnrolOfficer'; readonly unit: Unit; readonly specialities: readonly Speciality[]; readonly openMax: number }
  | Of & { readonly type: 'GiveSpeciality' | 'TakeSpeciality'; readonly speciality: Speciality }
  | Of & { readonly type: 'SetOpenLimit'; readonly openMax: number }
  | Of & { readonly type: 'NoteAbsence'; readonly from: Day; readonly to: Day | null }
  | Of & { readonly type: 'NoteReturn' | 'NoteLeaving' | 'ReassignOrders' }
  | Of & { readonly type: 'DeclareConflict'; readonly concern: Concern; readonly basis: Extract<StaffEvent, { type: 'ConflictDeclared' }>['basis'] }
  | OnOrder & Weighed & { readonly type: 'AllotOrder'; readonly previous: string | null }
  | OnOrder & Weighed & { readonly type: 'NoteNamed'; readonly officer: string; readonly reason?: string }
  | OnOrder & { readonly type: 'ReleaseOrder'; readonly why: 'concluded' | 'moved' };

export interface Staff {
  readonly officers: ReadonlyMap<string, Officer>;
  /** Orders that nobody can take now, the oldest first. */
  readonly waiting: readonly OpenOrder[];
  readonly turn: number;
}

const initial: Staff = { officers: new Map(), waiting: [], turn: 0 };

/** The people of one body of one place, and whose each of its orders is. One stream, so that two orders of one moment do not both go to whoever had least. */
export const staff: Decider<Staff, StaffCommand, StaffEvent> = { initial, decide, evolve, may: {} };

function decide(command: StaffCommand, state: Staff): readonly StaffEvent[] {
  switch (command.type) {
    case 'EnrolOfficer': return enrol(command, state);
    case 'AllotOrder': return allot(command, state);
    case 'NoteNamed': return noteNamed(command, state);
    case 'ReleaseOrder': {
      const { at, caseId, order, why } = command;
      const officer = holderOf(state, command);
      return officer === undefined ? [] : withWaiting([{ type: 'OrderReleased', at, caseId, order, officer, why }], command, state);
    }
    default: return ofOfficer(command, state);
  }
}

function enrol(command: StaffCommand & { type: 'EnrolOfficer' }, state: Staff): readonly StaffEvent[] {
  const { at, by, unit, officer, specialities, openMax } = command;
  const known = state.officers.get(officer);
  if (known && !known.left) return [];
  return withWaiting([{ type: 'OfficerEnrolled', at, unit, officer, specialities: specialities.map(named), openMax, by }], command, state);
}

function ofOfficer(command: Extract<StaffCommand, { officer: string }> & { type: Exclude<StaffCommand['type'], 'EnrolOfficer' | 'NoteNamed'> }, state: Staff): readonly StaffEvent[] {
  const { at, by, officer } = command;
  const found = state.officers.get(officer);
  if (!found) throw refuse('NOT_ENROLLED');
  if (found.left && command.type !== 'ReassignOrders') {
    if (command.type === 'NoteLeaving') return [];
    throw refuse('OFFICER_HAS_LEFT');
  }
  switch (command.type) {
    case 'GiveSpeciality': return knows(found, command.speciality) ? [] : [{ type: 'SpecialityGiven', at, officer, speciality: named(command.speciality), by }];
    case 'TakeSpeciality': return knows(found, command.speciality) ? [{ type: 'SpecialityTaken', at, officer, speciality: named(command.speciality), by }] : [];
    case 'SetOpenLimit':
      return found.openMax === command.openMax ? [] : withWaiting([{ type: 'OpenLimitSet', at, officer, openMax: command.openMax, by }], command, state);
    case 'NoteAbsence': {
      const { from, to } = command;
      if (to !== null && to < from) throw refuse('STAFF_ABSENCE_REVERSED');
      return found.away?.from === from && found.away.to === to ? [] : [{ type: 'OfficerAbsent', at, officer, from, to, by }];
    }
    case 'NoteReturn':
      return !found.away ? [] : withWaiting([{ type: 'OfficerBack', at, officer, by }], command, state);
    case 'NoteLeaving': return [{ type: 'OfficerLeft', at, officer, by }];
    case 'DeclareConflict': return conflict(command, found, state);
    case 'ReassignOrders':
      if (!found.left && !isAway(found, dayOf(at))) throw refuse('OFFICER_PRESENT');
      return moved(found.open, command, state);
    default: return never(command);
  }
}

/** Whoever declares a conflict gives up at once what it concerns: withdrawal does not wait for a command. */
function conflict(command: StaffCommand & { type: 'DeclareConflict' }, found: Officer, state: Staff): readonly StaffEvent[] {
  const { at, by, officer, concern, basis } = command;
  if (found.conflicts.some(({ kind, value }) => kind === concern.kind && value === concern.value)) return [];
  const declared: StaffEvent = { type: 'ConflictDeclared', at, officer, concern: { kind: concern.kind, value: concern.value }, basis, by };
  const after = evolve(state, declared);
  const concerned = found.open.filter((one) => hasConflict(after.officers.get(officer)!, one.caseId, one.needs));
  return [declared, ...moved(concerned, command, after)];
}

/** Each order to somebody else, in the order in which they came; each choice sees the ones before it. */
function moved(orders: readonly OpenOrder[], { at, by, officer }: Of, state: Staff): readonly StaffEvent[] {
  const events: StaffEvent[] = [];
  let now = state;
  for (const one of orders) {
    const event = allotted(one, officer, { at, by }, now);
    events.push(event);
    now = evolve(now, event);
  }
  return events;
}

function allot(command: StaffCommand & { type: 'AllotOrder' }, state: Staff): readonly StaffEvent[] {
  const { caseId, order, weight, needs, previous } = command;
  if (state.officers.size === 0 || holderOf(state, command) !== undefined) return []; // A unit that registers nobody gives out its orders itself.
  return [allotted({ caseId, order, weight, needs }, previous, command, state, previous)];
}

function allotted(one: OpenOrder, instead: string | null, { at, by }: Asked, state: Staff, previous: string | null = null): StaffEvent {
  const { caseId, order } = one;
  const { officer, receipt } = choose(state.officers, one, dayOf(at), previous);
  if (officer === null) return { type: 'OrderUnallotted', at, caseId, order, instead, receipt, by };
  return { type: 'OrderAllotted', at, caseId, order, officer, instead, receipt, by };
}

/** A person named somebody. One who is not of this unit's register has it then, and the unit counts it no more. */
function noteNamed(command: StaffCommand & { type: 'NoteNamed' }, state: Staff): readonly StaffEvent[] {
  const { at, by, caseId, order, officer, weight, needs, reason } = command;
  const before = holderOf(state, command);
  if (state.officers.size === 0 || before === officer) return [];
  const member = state.officers.get(officer);
  if (!member || member.left) return before === undefined ? [] : [{ type: 'OrderReleased', at, caseId, order, officer: before, why: 'named' }];
  const receipt = chosenBy(state.officers, { caseId, order, weight, needs }, dayOf(at), officer);
  return [{ type: 'OrderAllotted', at, caseId, order, officer, instead: before ?? null, receipt, ...(reason !== undefined && { reason }), by }];
}

/** What happened, and then every order that waited for somebody and can have one now, the oldest first. */
function withWaiting(events: readonly StaffEvent[], { at, by }: Asked, before: Staff): readonly StaffEvent[] {
  let now = fold({ initial: before, evolve }, events);
  const given: StaffEvent[] = [];
  for (const one of now.waiting) {
    const event = allotted(one, null, { at, by }, now);
    if (event.type !== 'OrderAllotted') continue;
    given.push(event);
    now = evolve(now, event);
  }
  return [...events, ...given];
}

function named({ kind, code }: Speciality): Speciality {
  return { kind, code };
}

function knows({ specialities }: Officer, { kind, code }: Speciality): boolean {
  return specialities.some((one) => one.kind === kind && one.code === code);
}

/** Whose an order is: an officer's, nobody's yet (null), or not this unit's (undefined). */
export function holderOf({ officers, waiting }: Staff, order: Pick<OpenOrder, 'caseId' | 'order'>): string | null | undefined {
  for (const [id, { open }] of officers) if (open.some((one) => isSame(one, order))) return id;
  return waiting.some((one) => isSame(one, order)) ? null : undefined;
}

function evolve(state: Staff, event: StaffEvent): Staff {
  switch (event.type) {
    case 'OfficerEnrolled': return changed(state, event.officer, { specialities: event.specialities, openMax: event.openMax, left: false, away: null });
    case 'SpecialityGiven': return changed(state, event.officer, { specialities: [...(state.officers.get(event.officer)?.specialities ?? []), event.speciality] });
    case 'SpecialityTaken': {
      const { kind, code } = event.speciality;
      return changed(state, event.officer, { specialities: (state.officers.get(event.officer)?.specialities ?? []).filter((one) => one.kind !== kind || one.code !== code) });
    }
    case 'OpenLimitSet': return changed(state, event.officer, { openMax: event.openMax });
    case 'OfficerAbsent': return changed(state, event.officer, { away: { from: event.from, to: event.to } });
    case 'OfficerBack': return changed(state, event.officer, { away: null });
    case 'OfficerLeft': return changed(state, event.officer, { left: true });
    case 'ConflictDeclared': return changed(state, event.officer, { conflicts: [...(state.officers.get(event.officer)?.conflicts ?? []), event.concern] });
    case 'OrderAllotted': {
      const without = released(state, event, event.instead);
      const turn = state.turn + 1;
      return { ...changed(without, event.officer, { open: [...(without.officers.get(event.officer)?.open ?? []), openOrder(event)], lastTurn: turn }), turn };
    }
    case 'OrderUnallotted': {
      const without = released(state, event, event.instead);
      return { ...without, waiting: [...without.waiting, openOrder(event)] };
    }
    case 'OrderReleased': return released(state, event, event.officer);
    default: return never(event);
  }
}

const nobody: Officer = { specialities: [], openMax: 1, away: null, left: false, conflicts: [], open: [], lastTurn: 0 };

function changed(state: Staff, officer: string, change: Partial<Officer>): Staff {
  return { ...state, officers: new Map(state.officers).set(officer, { ...(state.officers.get(officer) ?? nobody), ...change }) };
}

/** Without an order, which the event says this officer had; null: it waited for one, if it was there at all. */
function released(state: Staff, order: Pick<OpenOrder, 'caseId' | 'order'>, officer: string | null): Staff {
  const others = (open: readonly OpenOrder[]): readonly OpenOrder[] => open.filter((one) => !isSame(one, order));
  const had = officer === null ? undefined : state.officers.get(officer);
  return had ? changed(state, officer!, { open: others(had.open) }) : { ...state, waiting: others(state.waiting) };
}

function openOrder({ caseId, order, receipt: { weight, needs } }: Extract<StaffEvent, { receipt: unknown }>): OpenOrder {
  return { caseId, order, weight, needs };
}
