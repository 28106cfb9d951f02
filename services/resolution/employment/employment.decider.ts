import type { EmploymentEvent, referralResults, referredTo } from '#libs/contracts/employment.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './employment.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
  readonly order: number;
}
type Result = (typeof referralResults)[number];

export type EmploymentCommand = Given & (
  | { readonly type: 'ReferJobSeeker'; readonly to: (typeof referredTo)[number]; readonly unit: string }
  | { readonly type: 'AcceptReferral'; readonly referral: number }
  | { readonly type: 'ConcludeReferral'; readonly referral: number; readonly result: Result; readonly startsOn?: Day | null | undefined }
);

export interface Referral {
  readonly order: number;
  readonly to: (typeof referredTo)[number];
  readonly unit: string;
  readonly step: 'referred' | 'accepted' | 'concluded';
  readonly since: Day;
  readonly result: Result | null;
  readonly startsOn: Day | null;
}
/** By its number, 1..k. */
export type Employment = readonly Referral[];

const open = (state: Employment): boolean => state.some(({ step }) => step !== 'concluded');
const may = {
  AcceptReferral: (state: Employment): Refusal | undefined => (state.some(({ step }) => step === 'referred') ? undefined : refuse('NO_SUCH_REFERRAL')),
  ConcludeReferral: (state: Employment): Refusal | undefined => (open(state) ? undefined : refuse(state.length === 0 ? 'NO_SUCH_REFERRAL' : 'REFERRAL_CONCLUDED')),
};

/** A job-seeker sent on (X2; S-CQ24 (一), as by 渝职聘), until it is known what came of it. Who was declined is referred again. */
export const employment: Decider<Employment, EmploymentCommand, EmploymentEvent> = { initial: [], decide, evolve, may };

function decide(command: EmploymentCommand, state: Employment): readonly EmploymentEvent[] {
  const { at, by, order } = command;
  switch (command.type) {
    case 'ReferJobSeeker': {
      const { to, unit } = command;
      if (state.some((one) => one.order === order && one.to === to && one.unit === unit && (one.step !== 'concluded' || one.since === dayOf(at)))) return []; // Lies there already.
      return [{ type: 'JobSeekerReferred', at, order, referral: state.length + 1, to, unit, by }];
    }
    case 'AcceptReferral': {
      const { referral } = command;
      const known = referralOf(command, state);
      if (known?.step === 'accepted') return [];
      if (known?.step === 'concluded') throw refuse('REFERRAL_CONCLUDED', { referral });
      ensure(may, command, state);
      if (!known) throw refuse('NO_SUCH_REFERRAL', { referral });
      inOrder(dayOf(at), known.since);
      return [{ type: 'ReferralAccepted', at, order, referral, by }];
    }
    case 'ConcludeReferral': {
      const { referral, result, startsOn = null } = command;
      const known = referralOf(command, state);
      if (known?.step === 'concluded') {
        if (known.result === result && known.startsOn === startsOn) return [];
        throw refuse('REFERRAL_CONCLUDED', { referral });
      }
      ensure(may, command, state);
      if (!known) throw refuse('NO_SUCH_REFERRAL', { referral });
      const taken = result === 'placed' || result === 'trained';
      if (taken !== (startsOn !== null)) throw refuse('START_UNKNOWN', { referral });
      if (taken && known.step !== 'accepted') throw refuse('REFERRAL_NOT_ACCEPTED', { referral });
      inOrder(dayOf(at), known.since);
      return [{ type: 'ReferralConcluded', at, order, referral, result, startsOn, by }];
    }
    default: return never(command);
  }
}

function evolve(state: Employment, event: EmploymentEvent): Employment {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'JobSeekerReferred': return [...state, { order: event.order, to: event.to, unit: event.unit, step: 'referred', since, result: null, startsOn: null }];
    case 'ReferralAccepted': return state.map((one, i) => (i + 1 === event.referral ? { ...one, step: 'accepted', since } : one));
    case 'ReferralConcluded': return state.map((one, i) => (i + 1 === event.referral ? { ...one, step: 'concluded', since, result: event.result, startsOn: event.startsOn } : one));
    default: return never(event);
  }
}

function referralOf({ order, referral }: { readonly order: number; readonly referral: number }, state: Employment): Referral | undefined {
  const known = state[referral - 1];
  return known?.order === order ? known : undefined;
}
