import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';
import { packRef } from './routing.events.js';
import { sealed } from './sealed.js';

const at = instant;
const clock = z.uuid();
/** Clock id of domain law, `ARB-AWARD`. */
const kind = z.string();
/** A day (it ends at 24:00), an instant for clocks in hours, or `PENDING_CALENDAR`. */
const due = z.string();

const schedule = {
  due, provisionalDue: z.string().nullable(),
  /** When the clock warns and when it breaches; null while it has no due date that counts. */
  warnAt: instant.nullable(), breachAt: instant.nullable(),
  calendar: z.string(),
};

const rule = z.strictObject({ n: z.number().nullable(), unit: z.string(), roll: z.boolean(), source: z.string(), level: z.enum(['law', 'target', 'service']), duty: z.enum(['authority', 'person', 'employer']) });

/** clocks/<caseId>: every deadline of the case. A clock moves by these events only. */
export const clockEvents = stream('supervision', 'clocks', {
  ClocksOpened: ['期限档案已建立', z.strictObject({ at, division: z.string(), pack: packRef, receivedAt: instant })],
  /** `part`: what tells it from others of its kind on the same order, as the assisting body. */
  ClockStarted: ['期限开始计算', z.strictObject({ at, clock, kind, order: z.int().nullable(), part: z.string().optional(), startedAt: z.string(), rule, ...schedule, causedBy: z.string() })],
  ClockRestarted: ['期限重新计算', z.strictObject({ at, clock, kind, startedAt: z.string(), ...schedule, causedBy: z.string() })],
  /** `by` is the actor, an opaque id; `ground` the event that began the pause: a clock may stand still on two grounds at once. */
  ClockSuspended: ['期限中止', z.strictObject({ at, clock, kind, from: z.string(), reason: z.string(), by: z.string().optional(), ground: z.string().optional(), causedBy: z.string() })],
  /** One of several grounds is gone; the clock still stands. */
  ClockPauseEnded: ['一项中止事由已消除', z.strictObject({ at, clock, kind, ground: z.string(), to: z.string(), by: z.string().optional(), causedBy: z.string() })],
  ClockResumed: ['期限恢复计算', z.strictObject({ at, clock, kind, to: z.string(), ...schedule, by: z.string().optional(), causedBy: z.string() })],
  ClockExtended: ['期限已延长', z.strictObject({ at, clock, kind, by: z.number(), ...schedule, approvedBy: z.string(), ground: z.string().optional(), causedBy: z.string() })],
  /** An extension beyond what the pack allows moves nothing: `limit` is what it met, `allowed` what the pack says. */
  ClockExtensionRefused: ['延长期限超出规定，不予计算', z.strictObject({
    at, clock, kind, by: z.number().nullable(), limit: z.enum(['none', 'amount', 'times', 'approver', 'ended']),
    allowed: z.strictObject({ n: z.number(), times: z.int(), approver: z.string() }).nullable(), approvedBy: z.string(), causedBy: z.string(),
  })],
  /** `causedBy` is the event of the `notice`. */
  ClockRescheduled: ['日历变更，期限重新核定', z.strictObject({
    at, clock, kind, before: due, beforeProvisional: z.string().nullable().optional(), ...schedule,
    notice: z.strictObject({ division: z.string(), year: z.int(), version: z.string() }).optional(), causedBy: z.string().optional(),
  })],
  ClockSatisfied: ['期限内事项已完成', z.strictObject({ at, clock, kind, onTime: z.boolean(), causedBy: z.string() })],
  ClockCancelled: ['期限终止', z.strictObject({ at, clock, kind, causedBy: z.string() })],
  ClockWarned: ['期限预警', z.strictObject({ at, clock, kind, order: z.int().nullable(), due, warnAt: instant })],
  /** `lagMs` is how long after its time the breach was recorded: evidence that nothing was held back. */
  ClockBreached: ['期限已逾期', z.strictObject({ at, clock, kind, duty: z.enum(['authority', 'person', 'employer']), order: z.int().nullable(), due, breachAt: instant, lagMs: z.number() })],
});
export type ClockEvent = EventsOf<typeof clockEvents>;

/** escalation/<caseId>: pressure up the line, step by step. */
export const escalationEvents = stream('supervision', 'escalation', {
  EscalationRaised: ['已升级督办', z.strictObject({ at, escalation: z.uuid(), clock: clock.nullable(), kind: z.string(), step: z.int().min(1), addressee: z.string(), measure: z.enum(['reminder', 'writtenNotice', 'interview']), answerDue: instant })],
  EscalationAnswered: ['督办已答复', z.strictObject({ at, escalation: z.uuid(), by: z.string(), answer: z.string() })],
  EscalationSettled: ['督办事项已了结', z.strictObject({ at, escalation: z.uuid(), causedBy: z.string() })],
  /** A major case by its decision (`flag`): somebody lists it or not. */
  SupervisionProposed: ['建议挂牌督办', z.strictObject({ at, flag: z.string() })],
  /** `head`: staff id of the head who answers for it (S-BJ25 七: of the arbitration body). */
  SupervisionListed: ['挂牌督办', z.strictObject({ at, by: z.string(), reason: z.string(), answerDue: instant, head: z.string().optional() })],
  SupervisionAnswered: ['挂牌督办已答复', z.strictObject({ at, by: z.string(), answer: sealed })],
  SupervisionDelisted: ['督办销号', z.strictObject({ at, by: z.string(), solved: z.literal(true) })],
});
export type EscalationEvent = EventsOf<typeof escalationEvents>;
