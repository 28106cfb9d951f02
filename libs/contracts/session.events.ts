import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';

/** session/<id of a person>: what ended a sign-in before its time. Sessions live in real time, whatever the demo's clock says. */
export const sessionEvents = stream('supervision', 'session', {
  /** `startedAt`: the one that began then (milliseconds since 1970); null for every one that began before `endedAt`. */
  SessionEnded: ['登录会话已结束', z.strictObject({ at: instant, by: z.string(), startedAt: z.int().nullable(), endedAt: z.int() })],
});
export type SessionEvent = EventsOf<typeof sessionEvents>;
