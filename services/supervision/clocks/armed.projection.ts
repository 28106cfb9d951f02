import { addDays } from '#libs/calendar/day.js';
import type { CampaignEvent, VisitEvent } from '#libs/contracts/campaign.events.js';
import type { CircularEvent, ClockEvent, EscalationEvent } from '#libs/contracts/supervision.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { startOfDay } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { SignEvent } from '#libs/contracts/warning.events.js';
import { startOfBreach } from '#libs/policy/due.js';
import { RUNGS } from '../campaigns/campaign.decider.js';

/** A time that an event arms, or, without a due time, settles. What it means when it comes stands in its note: a stream and a command. */
export interface Armed {
  readonly id: string;
  readonly kind: string;
  readonly due: Instant | null;
  readonly note: string;
}
interface Meaning {
  readonly stream: string;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/** Days before a target's day at which the place is warned (P). */
const WARN_DAYS = 7;

/**
 * What each event arms and settles, by the first part of its stream's name. The table of armed times is a fold of the log by this and nothing else: what a time
 * does when it comes is an event again, which settles it. So whoever has the log can say which times must stand armed.
 */
export const armsOf = {
  clocks: clockArms, escalation: escalationArms, sign: signArms, campaign: campaignArms, visit: visitArms, circular: circularArms,
} as const;

/** Arming the same thing again moves it, and it fires once. */
function arm(caseId: string, of: string, kind: string, due: Instant | null, { stream, command }: Meaning): Armed {
  return { id: uuidv5(`${caseId}/${of}/${kind}`), kind, due, note: JSON.stringify({ stream: `${stream}/${caseId}`, command }) };
}

/** Every clock that runs has two armed times; one that stands still, is met or has ended has none. */
function clockArms(event: ClockEvent, caseId: string): readonly Armed[] {
  if (event.type === 'ClocksOpened') return [];
  const { clock } = event;
  const both = (warnAt: Instant | null, breachAt: Instant | null): readonly Armed[] => [
    arm(caseId, clock, 'warn', warnAt, { stream: 'clocks', command: { type: 'WarnOfClock', clock } }),
    arm(caseId, clock, 'breach', breachAt, { stream: 'clocks', command: { type: 'BreachClock', clock } }),
  ];
  switch (event.type) {
    case 'ClockStarted': case 'ClockRestarted': case 'ClockResumed': case 'ClockExtended': case 'ClockRescheduled': return both(event.warnAt, event.breachAt);
    case 'ClockPauseEnded': case 'ClockExtensionRefused': return []; // It stands as it stood.
    case 'ClockSuspended': case 'ClockSatisfied': case 'ClockCancelled': case 'ClockBreached': return both(null, null);
    case 'ClockWarned': return both(null, null).slice(0, 1);
  }
}

/** The time to answer, where something follows by itself; an answer, or its end, disarms it. */
function escalationArms(event: EscalationEvent, caseId: string): readonly Armed[] {
  if (!('escalation' in event) || event.type === 'EscalationAcknowledged' || (event.type === 'InterviewHeld' && !event.attended)) return [];
  const { escalation: id } = event;
  const due = event.type === 'EscalationRaised' && event.next ? event.answerDue : null;
  return [arm(caseId, id, 'climb', due, { stream: 'escalation', command: { type: 'ClimbEscalation', escalation: id } })];
}

/** A project is looked at before its end, once for each announced end. */
function signArms(event: SignEvent, id: string): readonly Armed[] {
  const due = event.type === 'ProjectEndWatched' ? startOfDay(event.lookOn) : event.type === 'ProjectEndChecked' ? null : undefined;
  return due === undefined ? [] : [arm(id, 'projectEnd', 'look', due, { stream: 'sign', command: { type: 'LookAtProjectEnd' } })];
}

/** Each target is warned of, then judged when its day has ended; a missed one climbs until it is answered. */
function campaignArms(event: CampaignEvent, id: string): readonly Armed[] {
  const of = (division: string, type: 'WarnOfTarget' | 'JudgeTarget' | 'ClimbCampaign', due: Instant | null): Armed => arm(id, division, type, due, { stream: 'campaign', command: { type, division } });
  switch (event.type) {
    case 'CampaignStarted': return event.targets.flatMap(({ division, dueOn }) => [of(division, 'WarnOfTarget', startOfDay(addDays(dueOn, -WARN_DAYS))), of(division, 'JudgeTarget', startOfBreach(dueOn))]);
    case 'CampaignTargetWarned': return [of(event.division, 'WarnOfTarget', null)];
    case 'CampaignTargetMet':
    case 'CampaignTargetMissed': return [of(event.division, 'WarnOfTarget', null), of(event.division, 'JudgeTarget', null)];
    case 'CampaignEscalated': return [of(event.division, 'ClimbCampaign', event.step < RUNGS.length ? event.answerDue : null)];
    case 'CampaignAnswered': return [of(event.division, 'ClimbCampaign', null)];
    case 'CampaignClosed': return event.targets.flatMap(({ division }) => [of(division, 'WarnOfTarget', null), of(division, 'JudgeTarget', null)]);
    default: return [];
  }
}

/** A visit that is due and not paid says so when its day has ended. */
function visitArms(event: VisitEvent, place: string): readonly Armed[] {
  const overdue = (dueOn: Day | null): readonly Armed[] => [arm(place, 'next', 'overdue', dueOn && startOfBreach(dueOn), { stream: 'visit', command: { type: 'NoteOverdue', dueOn } })];
  switch (event.type) {
    case 'VisitPlanned': return overdue(event.dueOn);
    case 'PlaceVisited': return overdue(event.revisitOn);
    case 'VisitOverdue': return overdue(null);
    default: return [];
  }
}

/** The time to answer is armed with the circular, and settled by the last answer; when it is over before, the missing answers are named. */
function circularArms(event: CircularEvent, id: string): readonly Armed[] {
  const due = event.type === 'CircularIssued' ? event.answerDue : event.type === 'CircularAllAnswered' || event.type === 'CircularAnswersMissed' ? null : undefined;
  return due === undefined ? [] : [arm(id, id, 'answers', due, { stream: 'circular', command: { type: 'MissAnswers' } })];
}
