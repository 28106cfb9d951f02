import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { ArbitrationCommand, Party, Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';
import { checkServices } from './arbitration.service.js';
import type { Arbitration } from './arbitration.state.js';

const EXTENSION_MAX_DAYS = 15; // LDMA 43

/** The hearings, and what moves the time limit. */
export const hearing: Steps<
  'NotifyCollective' | 'ScheduleHearing' | 'NotifyHearing' | 'RequestAdjournment' | 'HoldHearing' | 'DeemWithdrawn' | 'ExtendAwardDeadline' | 'PassAwardLimit'
  | 'StayArbitration' | 'ResumeArbitration' | 'PublishNotice' | 'EndNotice' | 'ChangeClaims' | 'ConvertToOrdinary'
> = {
  NotifyCollective(command, state) {
    if (state.noticed) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'CollectiveNoticeServed', at: command.at, by: command.by }];
  },
  ScheduleHearing(command, state) {
    const { at, hearingOn, room, moved, noticeBy, by } = command;
    const { hearing } = state;
    if (hearing?.on === hearingOn && hearing.room === room && hearing.from === command.from && hearing.to === command.to) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    if (hearingOn < dayOf(at)) throw refuse('HEARING_IN_THE_PAST', { hearingOn });
    if (command.from && command.to && command.to <= command.from) throw refuse('HEARING_ENDS_BEFORE_IT_BEGINS');
    if (noticeBy && !state.simplified && dayOf(at) > noticeBy) throw refuse('HEARING_TOO_SOON', { noticeBy });
    const replaces = hearing && !hearing.held && hearing.list !== command.list ? hearing.list ?? null : null;
    return [{ type: 'HearingScheduled', at, hearingOn, room, ...timeOf(command), ...(command.list && { list: command.list, replaces }), ...(moved && { moved }), by }];
  },
  NotifyHearing(command, state) {
    if (state.hearing?.notified) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    if (state.hearing && dayOf(command.at) > state.hearing.on) throw refuse('HEARING_DAY_PASSED', { hearingOn: state.hearing.on });
    const services = checkServices(command.services, state);
    return [{ type: 'HearingNotified', at: command.at, ...(services && { services }), by: command.by }];
  },
  RequestAdjournment(command, state) {
    const { at, party, reason, lastDay, by } = command;
    if (state.hearing?.adjournment === `${party} ${at}`) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    if (lastDay && dayOf(at) > lastDay) throw refuse('ADJOURNMENT_TOO_LATE', { lastDay });
    return [{ type: 'AdjournmentRequested', at, party, reason, by }]; // Whether the hearing moves, the committee decides: another day is set, or it is held.
  },
  HoldHearing(command, state) {
    if (state.hearing?.held) return [];
    ensure(may, command, state);
    checkDay(command.at, state);
    if (command.absent) checkCalled(command.absent, state);
    const outside = (command.heard ?? []).filter((element) => !state.issues?.disputed.includes(element));
    if (outside.length > 0) throw refuse('ELEMENT_NOT_DISPUTED', { elements: outside });
    return [{ type: 'HearingHeld', at: command.at, ...(command.absent && { absent: command.absent }), ...(command.heard && { heard: [...command.heard] }), by: command.by }];
  },
  DeemWithdrawn(command, state) {
    if (state.phase === 'withdrawn') return [];
    ensure(may, command, state);
    checkDay(command.at, state);
    checkCalled('worker', state);
    return [{ type: 'ApplicationWithdrawn', at: command.at, order: state.order, settled: false, deemed: true, by: command.by }];
  },
  ExtendAwardDeadline(command, state) {
    const { at, days, approvedBy } = command;
    if (state.extended?.at === at && state.extended.days === days) return [];
    ensure(may, command, state);
    if (days > EXTENSION_MAX_DAYS) throw refuse('EXTENSION_OVER_15_DAYS', { days });
    if (!approvedBy.trim()) throw refuse('APPROVER_MISSING');
    inOrder(dayOf(at), state.since);
    checkInTime(dayOf(at), state);
    return [{ type: 'AwardDeadlineExtended', at, days, approvedBy }];
  },
  PassAwardLimit({ at }, state) {
    if (state.phase !== 'accepted' || state.overdueFrom) return [];
    return [{ type: 'AwardLimitPassed', at }];
  },
  StayArbitration(command, state) {
    if (state.stayedOn) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'ArbitrationStayed', at: command.at, ground: command.ground, by: command.by }];
  },
  ResumeArbitration(command, state) {
    if (!state.stayedOn && state.resumedAt === command.at) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.stayedOn);
    return [{ type: 'ArbitrationResumed', at: command.at, by: command.by }];
  },
  PublishNotice(command, state) {
    if (state.noticeOn === dayOf(command.at)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'NoticePublished', at: command.at, collective: state.collective, by: command.by }];
  },
  EndNotice(command, state) {
    if (state.noticeEnded) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.noticeOn);
    return [{ type: 'NoticeEnded', at: command.at, by: command.by }];
  },
  ChangeClaims(command, state) {
    const { at, change, by } = command;
    if (state.lastChange === `${at} ${change}`) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'ClaimsChanged', at, change, by }];
  },
  ConvertToOrdinary(command, state) {
    if (state.converted) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    checkInTime(dayOf(command.at), state); // CHR 61. The limit runs on from the acceptance: no event here restarts it.
    return [{ type: 'ConvertedToOrdinary', at: command.at, ground: command.ground, by: command.by }];
  },
};

function timeOf({ from, to, online }: Extract<ArbitrationCommand, { type: 'ScheduleHearing' }>): { from?: string; to?: string; online?: boolean } {
  return { ...(from && { from }), ...(to && { to }), ...(online && { online }) };
}

function checkDay(at: string, { hearing }: Arbitration): void {
  if (dayOf(at) !== hearing?.on) throw refuse('NOT_THE_HEARING_DAY', { hearingOn: hearing?.on });
}

/** LDMA 36; simplified too, default and deemed withdrawal rest on proof that the party was called. */
function checkCalled(party: Party, { hearing }: Arbitration): void {
  if (!hearing?.called.includes(party)) throw refuse('CALL_NOT_PROVEN', { party });
}

export function checkInTime(on: string, state: Arbitration): void {
  if (state.overdueFrom && on >= state.overdueFrom) throw refuse('AWARD_LIMIT_ENDED', { endedBefore: state.overdueFrom });
}
