import type { TribunalEvent } from '#libs/contracts/tribunal.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './tribunal.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
type Ground = Extract<TribunalEvent, { type: 'ConflictDeclared' }>['ground'];

export type TribunalCommand = Given & (
  | { readonly type: 'RegisterArbitrator'; readonly division: string; readonly arbitrator: string; readonly specialities: readonly string[] }
  | { readonly type: 'NoteAbsence'; readonly arbitrator: string; readonly from: Day; readonly to: Day }
  | { readonly type: 'RecordLeaving'; readonly arbitrator: string }
  /** `employer`: its keyed fingerprint, made at the door. */
  | { readonly type: 'DeclareConflict'; readonly arbitrator: string; readonly employer: string; readonly ground: Ground }
  | { readonly type: 'LiftConflict'; readonly arbitrator: string; readonly employer: string }
  | { readonly type: 'OpenRoom'; readonly division: string; readonly room: string; readonly opens: string; readonly closes: string; readonly online: boolean }
  | { readonly type: 'CloseRoom'; readonly room: string }
);

export interface Arbitrator {
  readonly specialities: readonly string[];
  readonly absences: readonly { readonly from: Day; readonly to: Day }[];
  /** By the fingerprint of the employer. */
  readonly conflicts: Readonly<Record<string, Ground>>;
  readonly left: boolean;
}

export interface Room {
  readonly opens: string;
  readonly closes: string;
  readonly online: boolean;
}

export interface Tribunal {
  readonly arbitrators: Readonly<Record<string, Arbitrator>>;
  readonly rooms: Readonly<Record<string, Room>>;
}

/** Nothing here depends on the state alone: there is no step of which one could say beforehand that it is closed. */
const may = {};

export const tribunal: Decider<Tribunal, TribunalCommand, TribunalEvent> = { initial: { arbitrators: {}, rooms: {} }, decide, evolve, may };

function decide(command: TribunalCommand, state: Tribunal): readonly TribunalEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'RegisterArbitrator': {
      const { division, arbitrator, specialities } = command;
      const known = state.arbitrators[arbitrator];
      if (known && !known.left && String(known.specialities) === String(specialities)) return [];
      return [{ type: 'ArbitratorRegistered', at, division, arbitrator, specialities: [...specialities], by }];
    }
    case 'NoteAbsence': {
      const { arbitrator, from, to } = command;
      if (present(arbitrator, state).absences.some((one) => one.from === from && one.to === to)) return [];
      if (to < from) throw refuse('ABSENCE_ENDS_BEFORE_IT_BEGINS');
      return [{ type: 'AbsenceNoted', at, arbitrator, from, to, by }];
    }
    case 'RecordLeaving':
      if (state.arbitrators[command.arbitrator]?.left) return [];
      present(command.arbitrator, state);
      return [{ type: 'ArbitratorLeft', at, arbitrator: command.arbitrator, by }];
    case 'DeclareConflict': {
      const { arbitrator, employer, ground } = command;
      if (present(arbitrator, state).conflicts[employer] === ground) return [];
      return [{ type: 'ConflictDeclared', at, arbitrator, employer, ground, by }];
    }
    case 'LiftConflict': {
      const { arbitrator, employer } = command;
      if (!present(arbitrator, state).conflicts[employer]) return [];
      return [{ type: 'ConflictLifted', at, arbitrator, employer, by }];
    }
    case 'OpenRoom': {
      const { division, room, opens, closes, online } = command;
      const known = state.rooms[room];
      if (known && known.opens === opens && known.closes === closes && known.online === online) return [];
      if (closes <= opens) throw refuse('ROOM_CLOSES_BEFORE_IT_OPENS');
      return [{ type: 'RoomOpened', at, division, room, opens, closes, online, by }];
    }
    case 'CloseRoom':
      return state.rooms[command.room] ? [{ type: 'RoomClosed', at, room: command.room, by }] : [];
    default: return never(command);
  }
}

function evolve(state: Tribunal, event: TribunalEvent): Tribunal {
  switch (event.type) {
    case 'ArbitratorRegistered': {
      const known = state.arbitrators[event.arbitrator];
      return withArbitrator(state, event.arbitrator, { specialities: event.specialities, absences: known?.absences ?? [], conflicts: known?.conflicts ?? {}, left: false });
    }
    case 'AbsenceNoted':     return changed(state, event.arbitrator, ({ absences }) => ({ absences: [...absences, { from: event.from, to: event.to }] }));
    case 'ArbitratorLeft':   return changed(state, event.arbitrator, () => ({ left: true }));
    case 'ConflictDeclared': return changed(state, event.arbitrator, ({ conflicts }) => ({ conflicts: { ...conflicts, [event.employer]: event.ground } }));
    case 'ConflictLifted':   return changed(state, event.arbitrator, ({ conflicts }) => ({ conflicts: without(conflicts, event.employer) }));
    case 'RoomOpened':       return { ...state, rooms: { ...state.rooms, [event.room]: { opens: event.opens, closes: event.closes, online: event.online } } };
    case 'RoomClosed':       return { ...state, rooms: without(state.rooms, event.room) };
    default:                 return never(event);
  }
}

/** Why a registered person cannot hear a case of these employers on a day; undefined where the person can. */
export function unfitness({ arbitrators }: Tribunal, arbitrator: string, employers: readonly string[], on: Day): 'conflict' | 'left' | 'away' | undefined {
  const known = Object.hasOwn(arbitrators, arbitrator) ? arbitrators[arbitrator] : undefined;
  if (!known || known.left) return 'left';
  if (employers.some((employer) => known.conflicts[employer])) return 'conflict';
  return isAway(known, on) ? 'away' : undefined;
}

export function isAway({ absences }: Arbitrator, on: Day): boolean {
  return absences.some(({ from, to }) => from <= on && on <= to);
}

function present(arbitrator: string, { arbitrators }: Tribunal): Arbitrator {
  const known = Object.hasOwn(arbitrators, arbitrator) ? arbitrators[arbitrator] : undefined;
  if (!known || known.left) throw refuse('NO_SUCH_ARBITRATOR');
  return known;
}

function changed(state: Tribunal, arbitrator: string, change: (known: Arbitrator) => Partial<Arbitrator>): Tribunal {
  const known = state.arbitrators[arbitrator];
  return known ? withArbitrator(state, arbitrator, { ...known, ...change(known) }) : state;
}

function withArbitrator(state: Tribunal, arbitrator: string, one: Arbitrator): Tribunal {
  return { ...state, arbitrators: { ...state.arbitrators, [arbitrator]: one } };
}

function without<T>(entries: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key));
}
