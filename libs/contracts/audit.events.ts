import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, instant, stream } from './event.js';

/** What of a person somebody may ask to see, by the door that was tried. */
export const readings = ['personalData', 'evidence', 'paper', 'bundle', 'replay', 'whoLooked', 'entries'] as const;
export type Reading = (typeof readings)[number];

/** access/<caseId>: who looked at personal data, and why; who took a copy of the case away; who asked and was refused; who read this very list. */
export const accessEvents = stream('audit', 'access', {
  PersonalDataRead: ['个人信息已被查阅', z.strictObject({ at: instant, by: z.string(), fields: z.array(z.string()).min(1), reason: z.string() })],
  /** The person, or an officer on the person's request, took a copy of what is kept (个人信息保护法 45). `cases`: all that the copy tells of, of which this is one. */
  PersonalDataExported: ['个人信息已被复制', z.strictObject({ at: instant, by: z.string(), subject: z.uuid(), cases: z.array(z.uuid()).min(1), fields: z.array(z.string()), reason: z.string(), format: z.enum(['json', 'html']) })],
  /** What the case consisted of up to a position, its streams each with its last version: sealed in the log, so that a copy can be held against it. */
  CaseBundled: ['案卷核验包已导出', z.strictObject({ at: instant, by: z.string(), upTo: z.string(), events: z.int().min(1), streams: z.array(z.strictObject({ stream: z.string(), version: z.int().min(1) })).min(1) })],
  AccessReviewed: ['查阅留痕已被调阅', z.strictObject({ at: instant, by: z.string(), reason: z.string(), looks: z.int().min(0) })],
  /** Of one caller and one kind of reading the first of a day: a flood of tries is one fact, and the metrics count them. */
  ReadingRefused: ['查阅已被拒绝', z.strictObject({ at: instant, by: z.string(), reading: z.enum(readings), code: z.string() })],
});
export type AccessEvent = EventsOf<typeof accessEvents>;

/** looking/<id of a caller>: what one person asked for that is of no single case. */
export const lookingEvents = stream('audit', 'looking', {
  /** By which fields, and how many cases that gave; never what was asked for. */
  PersonSearched: ['已按人员检索', z.strictObject({ at: instant, by: z.string(), fields: z.array(z.enum(['name', 'phone', 'idNumber'])).min(1), reason: z.string(), found: z.int().min(0) })],
  /** The first entries that a caller fetched on a day: sealed they are, and still every case. */
  LogExported: ['日志条目已被导出', z.strictObject({ at: instant, by: z.string(), on: day, size: z.int().min(1) })],
  LookRefused: ['检索已被拒绝', z.strictObject({ at: instant, by: z.string(), reading: z.enum(readings), code: z.string() })],
});
export type LookingEvent = EventsOf<typeof lookingEvents>;

/** parking/<caseId>: what a person did with an event that a consumer could not process. */
export const parkingEvents = stream('audit', 'parking', {
  ParkedEventsRetried: ['搁置事件已重试', z.strictObject({ at: instant, consumer: z.string(), positions: z.array(z.string()), by: z.string() })],
  ParkedEventSkipped: ['搁置事件已跳过', z.strictObject({ at: instant, consumer: z.string(), position: z.string(), reason: z.string(), by: z.string() })],
});
export type ParkingEvent = EventsOf<typeof parkingEvents>;

/** rebuild/<id of a read table>: that it was made again from the log beside the one in use, and whether the two said the same. */
export const rebuildEvents = stream('audit', 'rebuild', {
  ProjectionRebuilt: ['读表已重建', z.strictObject({
    at: instant, by: z.string(), projection: z.string(), /** Everything up to here is in it. */ position: z.string(), events: z.int().min(0), rows: z.int().min(0),
    /** SHA-256 over the SHA-256 of each row, in the order of the key. */ digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** How many rows of the table in use were otherwise, and were exchanged; the key of the first. */ differing: z.int().min(0), firstKey: z.string().nullable(),
  })],
});
export type RebuildEvent = EventsOf<typeof rebuildEvents>;

const position = z.string().regex(/^[1-9]\d{0,17}$/);
const acted = { at: instant, by: z.string(), reason: z.string() };

/** log/<id of the log>: what a person decided about the log itself, after a restore or for a copy of it. */
export const logEvents = stream('audit', 'log', {
  /** Positions that were published or sealed are lost for good, and from the first of them on the log takes another way. */
  LogForked: ['日志已另立新纪元', z.strictObject({
    ...acted, /** Number of the new way; the first is 0. */ epoch: z.int().min(1), /** The first lost position. */ from: position, /** The last of which anything outside knows. */ lostTo: position, lost: z.int().min(1),
    /** The newest signed checkpoint that covered what is lost. */ givenUp: z.strictObject({ size: z.int().min(1), root: z.string() }).nullable(),
  })],
  /** The log lives on in this database, with what was brought back from outside: nothing that is known there is missing here. */
  LogRestored: ['日志已恢复', z.strictObject({
    ...acted, /** Events brought back, from the first position to the last. */ events: z.int().min(0), from: position.nullable(), to: position.nullable(),
    /** Up to which position a signed checkpoint vouches for them. */ provenTo: z.int().min(0), /** Persons of these events whose keys were not restored: what is sealed of them cannot be read. */ keysMissing: z.int().min(0),
  })],
  /** This database is a copy of another log, and a log of its own from here on. */
  LogCopied: ['日志已复制为独立日志', z.strictObject({ ...acted, epoch: z.int().min(1), copyOf: z.string(), logId: z.string(), /** The last position that the two have in common. */ upTo: z.string() })],
});
export type LogEvent = EventsOf<typeof logEvents>;
