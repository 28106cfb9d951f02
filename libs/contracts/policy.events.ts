import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, instant, stream } from './event.js';
import { uuidv5 } from './uuid.js';

const at = instant;
const by = z.string();
const proposal = z.uuid();
const division = z.string();
const version = z.string();
/** SHA-256 over the canonical content of a pack with all that it takes from its parents. */
const hash = z.string();

/** A year of the calendar as `calendar.json` writes it; what it must say, `calendarOf` checks before it is stored. */
export const calendarNotice = z.looseObject({ notice: z.string(), title: z.string(), issuedOn: day });
export type CalendarNotice = z.infer<typeof calendarNotice>;

/** So many UTF-16 units of a file go into one event: an entry of the log holds 65,535 bytes, and a unit takes at most three. */
export const PART_LENGTH_MAX = 20_000;

/** policy/<id of the log's law>: packs and calendars, proposed by one person and put in force by another. */
export const policyEvents = stream('routing', 'policy', {
  /** Its files follow in the same append, each in parts. `ground`: what lets it begin before its publication. */
  PackProposed: ['规则包已提请发布', z.strictObject({ at, by, proposal, division, version, hash, from: day, ground: z.string().nullable(), note: z.string(), files: z.array(z.string()).min(1) })],
  /** A piece of a file's canonical JSON; the pieces of a file, joined in order, are the file. */
  PackFileProposed: ['规则包文件已存入', z.strictObject({ at, proposal, file: z.string(), part: z.int().min(1), of: z.int().min(1), text: z.string().max(PART_LENGTH_MAX) })],
  PackPublished: ['规则包已发布', z.strictObject({ at, by, proposal, division, version, hash, from: day })],
  PackRejected: ['规则包未予发布', z.strictObject({ at, by, proposal, division, version, reason: z.string() })],
  /** It decides no new case from now on, whenever that was received; cases that it has routed keep it. `from` is its own first day. */
  PackWithdrawn: ['规则包已撤回', z.strictObject({ at, by, division, version, hash, from: day, reason: z.string() })],
  CalendarProposed: ['节假日安排已提请公布', z.strictObject({ at, by, proposal, division, year: z.int(), version, notice: calendarNotice, note: z.string() })],
  /** From now on days of this year count as the notice says, for running clocks too. */
  CalendarAnnounced: ['节假日安排已公布', z.strictObject({ at, by, proposal, division, year: z.int(), version, notice: calendarNotice })],
  CalendarRejected: ['节假日安排未予公布', z.strictObject({ at, by, proposal, division, year: z.int(), version, reason: z.string() })],
});
export type PolicyEvent = EventsOf<typeof policyEvents>;

/** What stands where the case's id would in the stream of a log's law. */
export function policyIdOf(logId: string): string {
  return uuidv5(`policy/${logId}`);
}

export function policyStreamOf(logId: string): string {
  return `policy/${policyIdOf(logId)}`;
}
