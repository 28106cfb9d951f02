import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';
import { packRef, unit } from './routing.events.js';
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
  /** `fact`: the type of what ended it, for what may take that back. */
  ClockCancelled: ['期限终止', z.strictObject({ at, clock, kind, causedBy: z.string(), fact: z.string().optional() })],
  ClockWarned: ['期限预警', z.strictObject({ at, clock, kind, duty: z.enum(['authority', 'person', 'employer']).optional(), order: z.int().nullable(), due, warnAt: instant })],
  /** `lagMs` is how long after its time the breach was recorded: evidence that nothing was held back. */
  ClockBreached: ['期限已逾期', z.strictObject({ at, clock, kind, duty: z.enum(['authority', 'person', 'employer']), order: z.int().nullable(), due, breachAt: instant, lagMs: z.number() })],
});
export type ClockEvent = EventsOf<typeof clockEvents>;

/** The rungs of the ladder in their lawful order; a pack may leave some out. A rung's number (`step`) is its place here. */
export const measures = ['warning', 'reminder', 'writtenNotice', 'interview', 'criticism'] as const;
export type Measure = (typeof measures)[number];

const escalation = z.uuid();
/** What a person wrote; events from before texts were sealed hold it open. */
const freeText = z.union([z.string(), sealed]);

/** escalation/<caseId>: pressure up the line, rung by rung. An escalation is one way up the ladder; it keeps its id from rung to rung. */
export const escalationEvents = stream('supervision', 'escalation', {
  /**
   * A rung was given. `kind`: the clock's, or `ownerless`, `noMovement`, `returnedTwice`, `byHand`. `addressee`: who in `division`, of the body `unit`; `to`: by staff id.
   * `next`: the rung that follows by itself when no answer comes by `answerDue`. `since`: from when the condition has held. `by`, `from`: the person who gave it and the office.
   */
  EscalationRaised: ['已升级督办', z.strictObject({
    at, escalation, clock: clock.nullable(), kind: z.string(), step: z.int().min(0), addressee: z.string(), measure: z.enum(measures), answerDue: instant.nullable(),
    order: z.int().nullable().optional(), unit: unit.nullable().optional(), division: z.string().optional(), to: z.string().optional(), next: z.enum(measures).nullable().optional(),
    since: instant.optional(), by: z.string().optional(), from: z.string().optional(), text: sealed.nullable().optional(), ground: z.enum(['unanswered', 'breach']).optional(), causedBy: z.string().optional(),
  })],
  EscalationAcknowledged: ['督办已签收', z.strictObject({ at, escalation, step: z.int().min(0), by: z.string() })],
  EscalationAnswered: ['督办已答复', z.strictObject({ at, escalation, by: z.string(), answer: freeText })],
  /** Whoever was called in and did not come has not answered. */
  InterviewHeld: ['约谈已进行', z.strictObject({ at, escalation, by: z.string(), attended: z.boolean(), record: sealed.nullable() })],
  EscalationSettled: ['督办事项已了结', z.strictObject({ at, escalation, causedBy: z.string() })],
  /** A major case by its decision (`flag`): somebody lists it or not. */
  SupervisionProposed: ['建议挂牌督办', z.strictObject({ at, flag: z.string() })],
  /** `head`: staff id of the head who answers for it (S-BJ25 七: of the arbitration body). */
  SupervisionListed: ['挂牌督办', z.strictObject({ at, by: z.string(), reason: freeText, answerDue: instant, head: z.string().optional() })],
  SupervisionAnswered: ['挂牌督办已答复', z.strictObject({ at, by: z.string(), answer: sealed })],
  SupervisionDelisted: ['督办销号', z.strictObject({ at, by: z.string(), solved: z.literal(true) })],
});
export type EscalationEvent = EventsOf<typeof escalationEvents>;

/** What a figure was asked for: enough to compute it again. `at`: the moment by which limits had fallen due. */
export const figureParameters = z.strictObject({
  kind: z.enum(['figures', 'league', 'extract']), period: z.string(), by: z.string(), level: z.int(), metrics: z.array(z.string()), division: z.string(), at: instant, only: z.record(z.string(), z.string()), ranks: z.boolean(),
  /** Whose weights, bands, grades and minimum sample it is judged by. */
  pack: packRef,
});
export type FigureParameters = z.infer<typeof figureParameters>;
/** `position`: of the log, as it stood then. `digest`: SHA-256 over the canonical JSON of the answer. */
const pedigree = { parameters: figureParameters, position: z.string(), queryVersion: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/) };

/** figures/<id>: what was made known, and what was taken away. The numbers are not kept: they are computed again from the log up to `position`. */
export const figureEvents = stream('supervision', 'figures', {
  FiguresPublished: ['统计数据已发布', z.strictObject({ at, by: z.string(), title: z.string(), ...pedigree })],
  FiguresExported: ['统计数据已导出', z.strictObject({ at, by: z.string(), format: z.enum(['csv', 'xlsx', 'json']), ...pedigree })],
});
export type FigureEvent = EventsOf<typeof figureEvents>;

/** circular/<id>: a dispatch circular (调度通报) to named units, with published figures, and what the units answered. */
export const circularEvents = stream('supervision', 'circular', {
  CircularIssued: ['调度通报已印发', z.strictObject({
    at, by: z.string(), number: z.string(), title: z.string(), text: z.string(), division: z.string(), figures: z.uuid(), position: z.string(), units: z.array(unit).min(1), answerDue: instant,
    rule: z.strictObject({ workingDays: z.int().min(1), source: z.string(), confidence: z.string(), calendar: z.string() }),
  })],
  CircularReceived: ['调度通报已签收', z.strictObject({ at, by: z.string(), unit })],
  CircularAnswered: ['调度通报已回复', z.strictObject({ at, by: z.string(), unit, answer: z.string(), late: z.boolean() })],
  CircularAllAnswered: ['调度通报各单位均已回复', z.strictObject({ at })],
  /** The time to answer is over, and these have not. */
  CircularAnswersMissed: ['调度通报逾期未回复', z.strictObject({ at, units: z.array(unit).min(1) })],
});
export type CircularEvent = EventsOf<typeof circularEvents>;
