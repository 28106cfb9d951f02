import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';

/** access/<caseId>: who looked at personal data, and why; who took a copy of the case away. */
export const accessEvents = stream('audit', 'access', {
  PersonalDataRead: ['个人信息已被查阅', z.strictObject({ at: instant, by: z.string(), fields: z.array(z.string()).min(1), reason: z.string() })],
  /** What the case consisted of up to a position, its streams each with its last version: sealed in the log, so that a copy can be held against it. */
  CaseBundled: ['案卷核验包已导出', z.strictObject({ at: instant, by: z.string(), upTo: z.string(), events: z.int().min(1), streams: z.array(z.strictObject({ stream: z.string(), version: z.int().min(1) })).min(1) })],
});
export type AccessEvent = EventsOf<typeof accessEvents>;

/** parking/<caseId>: what a person did with an event that a consumer could not process. */
export const parkingEvents = stream('audit', 'parking', {
  ParkedEventsRetried: ['搁置事件已重试', z.strictObject({ at: instant, consumer: z.string(), positions: z.array(z.string()), by: z.string() })],
  ParkedEventSkipped: ['搁置事件已跳过', z.strictObject({ at: instant, consumer: z.string(), position: z.string(), reason: z.string(), by: z.string() })],
});
export type ParkingEvent = EventsOf<typeof parkingEvents>;
