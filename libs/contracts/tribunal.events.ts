import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, instant, stream } from './event.js';
import { uuidv5 } from './uuid.js';

const at = instant;
const by = z.string();
/** Staff id, never a name. */
const arbitrator = z.string();
/** A clock time of the day: 09:30. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const ground = z.enum(['partyOrRelative', 'interest', 'otherRelation']);

/** tribunal/<id of the division>: who hears cases in a division, whom of the employers somebody may not judge, and in which rooms. */
export const tribunalEvents = stream('resolution', 'tribunal', {
  ArbitratorRegistered: ['仲裁员已入册', z.strictObject({ at, division: z.string(), arbitrator, specialities: z.array(z.string()), by })],
  AbsenceNoted: ['仲裁员不在岗', z.strictObject({ at, arbitrator, from: day, to: day, by })],
  ArbitratorLeft: ['仲裁员已出册', z.strictObject({ at, arbitrator, by })],
  /** `employer`: keyed fingerprint of its credit code or name, so that the register tells nobody whom a person is related to. */
  ConflictDeclared: ['已申报利益关系', z.strictObject({ at, arbitrator, employer: z.string().regex(/^[0-9a-f]{64}$/), ground, by })],
  ConflictLifted: ['利益关系已解除', z.strictObject({ at, arbitrator, employer: z.string().regex(/^[0-9a-f]{64}$/), by })],
  RoomOpened: ['仲裁庭已启用', z.strictObject({ at, division: z.string(), room: z.string(), opens: time, closes: time, online: z.boolean(), by })],
  RoomClosed: ['仲裁庭已停用', z.strictObject({ at, room: z.string(), by })],
});
export type TribunalEvent = EventsOf<typeof tribunalEvents>;

/** hearings/<id of the division's day>: what is heard in a division on one day. One stream, so that no room and no person is taken twice. */
export const hearingsEvents = stream('resolution', 'hearings', {
  HearingBooked: ['庭期已预定', z.strictObject({
    at, division: z.string(), on: day, case: z.uuid(), room: z.string(), online: z.boolean(), from: time, to: time, arbitrators: z.array(arbitrator).min(1),
    moved: z.enum(['party', 'arbitrator', 'room', 'service', 'other']).nullable(), replaces: z.uuid().nullable(), by,
  })],
  HearingReleased: ['庭期已释放', z.strictObject({ at, case: z.uuid(), by })],
});
export type HearingsEvent = EventsOf<typeof hearingsEvents>;

/** The id of a division's register: its stream is `tribunal/<id>`. */
export function tribunalOf(division: string): string {
  return uuidv5(`tribunal/${division}`);
}

/** The id of a division's day: its stream is `hearings/<id>`. */
export function hearingsOf(division: string, on: string): string {
  return uuidv5(`hearings/${division}/${on}`);
}
