import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';
import type { Arbitration } from './arbitration.state.js';

const EXTENSION_MAX_DAYS = 15; // LDMA 43

/** The tribunal, its hearings, and what moves the time limit. */
export const hearing: Steps<
  'FormPanel' | 'NotifyCollective' | 'ScheduleHearing' | 'NotifyHearing' | 'RequestAdjournment' | 'HoldHearing' | 'ExtendAwardDeadline' | 'PassAwardLimit'
  | 'StayArbitration' | 'ResumeArbitration' | 'PublishNotice' | 'EndNotice' | 'ChangeClaims' | 'ConvertToOrdinary'
> = {
  FormPanel(command, state) {
    const arbitrators = [...command.arbitrators];
    if (arbitrators.length > 0 && String([...arbitrators].sort()) === String([...state.panel].sort())) return [];
    ensure(may, command, state); // Another panel replaces the first: LDMA 33 lets an arbitrator withdraw.
    if (new Set(arbitrators).size < arbitrators.length) throw refuse('ARBITRATOR_NAMED_TWICE');
    checkSize(arbitrators.length, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'PanelFormed', at: command.at, arbitrators, by: command.by }];
  },
  NotifyCollective(command, state) {
    if (state.noticed) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'CollectiveNoticeServed', at: command.at, by: command.by }];
  },
  ScheduleHearing(command, state) {
    const { at, hearingOn, room, by } = command;
    if (state.hearing?.on === hearingOn && state.hearing.room === room) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    if (hearingOn < dayOf(at)) throw refuse('HEARING_IN_THE_PAST', { hearingOn });
    return [{ type: 'HearingScheduled', at, hearingOn, room, by }];
  },
  NotifyHearing(command, state) {
    if (state.hearing?.notified) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    if (state.hearing && dayOf(command.at) > state.hearing.on) throw refuse('HEARING_DAY_PASSED', { hearingOn: state.hearing.on });
    return [{ type: 'HearingNotified', at: command.at, by: command.by }];
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
    if (dayOf(command.at) !== state.hearing?.on) throw refuse('NOT_THE_HEARING_DAY', { hearingOn: state.hearing?.on });
    return [{ type: 'HearingHeld', at: command.at, by: command.by }];
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

/** LDMA 31; CHR 56, 62: a collective dispute takes three even where it is simplified. */
function checkSize(size: number, state: Arbitration): void {
  if (state.collective) {
    if (size !== 3) throw refuse('THREE_ARBITRATORS', { arbitrators: size });
  } else if (state.simplified) {
    if (size !== 1) throw refuse('ONE_ARBITRATOR', { arbitrators: size });
  } else if (size !== 1 && size !== 3) {
    throw refuse('ONE_OR_THREE_ARBITRATORS', { arbitrators: size });
  }
}

function checkInTime(on: string, state: Arbitration): void {
  if (state.overdueFrom && on >= state.overdueFrom) throw refuse('AWARD_LIMIT_ENDED', { endedBefore: state.overdueFrom });
}
