import type { Calendar } from '#libs/calendar/working-days.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Ladder } from '#libs/policy/ladder.js';
import { conditionNamed, idleLimit, shortestIdle } from '#libs/policy/ladder.js';
import { after } from './answer-due.js';
import type { Unowned } from './unowned.js';

/** What is known of a case when its time to be looked at has come. */
export interface Known {
  readonly caseId: string;
  readonly over: boolean;
  readonly state: string;
  readonly mode: string | null;
  readonly orders: readonly { readonly order: number; readonly officer: string | null; readonly concluded: boolean }[];
  readonly movedAt: Instant;
  /** Which event last moved it: each time that it stands still has a name of its own. */
  readonly movedBy: string;
  /** It stands on the ladder for not moving. */
  readonly stuck: boolean;
}

/** A condition that holds for longer than it may. */
export interface Wanted {
  readonly type: 'RaiseEscalation';
  readonly escalation: string;
  readonly condition: 'ownerless' | 'noMovement';
  readonly kind: string;
  readonly clock: null;
  readonly order: number | null;
  readonly since: Instant;
}

export interface Look {
  readonly raise: readonly Wanted[];
  /** It moved in the moment in which it was put on the ladder: off again. */
  readonly settle: boolean;
  /** When to look again; null: not until something happens to it. */
  readonly next: Instant | null;
}

/** In these modes somebody is to work on it; one that is not routed yet is somebody's as well. */
const ON_A_DESK: readonly (string | null)[] = ['dispatch', 'transfer', 'handover', 'refuse', 'triage', null];
const UNTOUCHED: readonly string[] = ['REGISTERED', 'TRIAGED'];
/** Nobody needs to have it any more, or for now. */
const OFF_DESK: readonly string[] = ['RESOLVED', 'CALLBACK', 'CARRIED', 'WITHDRAWN', 'ANSWERED', 'ADVISED_CLOSED', 'HANDED_TO_EMERGENCY'];

export const OVER: Look = { raise: [], settle: false, next: null };

/** Orders that a person ought to have: what a case is asked for before its assignment is read. */
export function mayBeUnowned({ over, state, mode, orders }: Known): boolean {
  return !over && ON_A_DESK.includes(mode) && !OFF_DESK.includes(state) && orders.some(({ officer, concluded }) => officer === null && !concluded);
}

/**
 * What is to be done about a case now, and when to look again: when a limit that runs is over, or, because a case can come into a state of a shorter
 * limit without being noted, when the shortest of all could be. Pure.
 */
export function look(known: Known, unowned: readonly Unowned[], { ladder, calendar }: { readonly ladder: Ladder; readonly calendar: Calendar }, now: Instant): Look {
  if (known.over) return OVER;
  const raise: Wanted[] = [];
  const later: Instant[] = [];
  const judge = (due: Instant, wanted: Wanted): void => {
    if (epochMs(due) <= epochMs(now)) raise.push(wanted);
    else later.push(due);
  };
  const { caseId, state, mode, movedAt, movedBy } = known;
  const ownerless = conditionNamed(ladder, 'ownerless');
  if (ownerless?.limit && mayBeUnowned(known)) {
    for (const { order, since, version } of unowned) {
      if (known.orders[order]?.concluded) continue;
      judge(after(ownerless.limit, since, calendar), wish('ownerless', uuidv5(`ownerless/${caseId}/${order}/${version}`), order, since));
    }
  }
  const noMovement = conditionNamed(ladder, 'noMovement');
  const limit = idleLimit(noMovement, state);
  if (limit && (ON_A_DESK.includes(mode) || !UNTOUCHED.includes(state))) judge(after(limit, movedAt, calendar), wish('noMovement', uuidv5(`noMovement/${caseId}/${movedBy}`), null, movedAt));
  const shortest = shortestIdle(noMovement);
  if (shortest) later.push(after(shortest, now, calendar));
  const settle = known.stuck && !raise.some(({ condition }) => condition === 'noMovement');
  return { raise, settle, next: later.sort((a, b) => epochMs(a) - epochMs(b))[0] ?? null };
}

function wish(condition: Wanted['condition'], escalation: string, order: number | null, since: Instant): Wanted {
  return { type: 'RaiseEscalation', escalation, condition, kind: condition, clock: null, order, since };
}
