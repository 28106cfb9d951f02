import type { CalendarNotice, PolicyEvent } from '#libs/contracts/policy.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './policy.refusals.js';

interface Said { readonly at: Instant; /** `policy:<subject>` */ readonly by: string; readonly proposal: string }
type PackNamed = { readonly division: string; readonly version: string };
/** A piece of a file, so that each fits into an event. */
export interface Part { readonly file: string; readonly part: number; readonly of: number; readonly text: string }

/** What the law says of a command, read at the door (`policy.desk.ts`). */
interface Door {
  /** How many times the law had been changed when this was read. */
  readonly law: number;
}

export type PolicyCommand =
  | Said & PackNamed & {
    readonly type: 'ProposePack'; readonly hash: string; readonly from: Day; readonly ground: string | null; readonly note: string;
    readonly parts: readonly Part[]; /** Errors that the check found, one line each. */ readonly problems: readonly string[]; /** The hash of the pack that has this name already. */ readonly standing: string | null;
  }
  | Said & Door & { readonly type: 'PublishPack'; /** Of the content as it would be now. */ readonly hash: string; readonly reviewed: string | null; readonly problems: readonly string[]; readonly standing: string | null }
  | Said & { readonly type: 'RejectPack'; readonly reason: string }
  | Omit<Said, 'proposal'> & PackNamed & Door & { readonly type: 'WithdrawPack'; readonly reason: string; readonly standing: { readonly hash: string; readonly from: Day } | null; /** Divisions that would be without law. */ readonly lawless: readonly string[] }
  | Said & { readonly type: 'ProposeCalendar'; readonly division: string; readonly year: number; readonly version: string; readonly notice: CalendarNotice; readonly note: string; readonly problem: CalendarProblem | null }
  | Said & Door & { readonly type: 'AnnounceCalendar'; /** Of the calendar as it is with this notice. */ readonly version: string; readonly problem: CalendarProblem | null }
  | Said & { readonly type: 'RejectCalendar'; readonly reason: string };

interface CalendarProblem { readonly field: string; readonly expected: string }

type Proposed = Extract<PolicyEvent, { type: 'PackProposed' | 'CalendarProposed' }>;

export interface PolicyState {
  readonly proposals: Readonly<Record<string, { readonly asked: Proposed; readonly outcome: 'open' | 'accepted' | 'rejected' }>>;
  /** By `<division>/<version>`; a withdrawn one keeps its name. */
  readonly published: Readonly<Record<string, 'inForce' | 'withdrawn'>>;
  /** How many times packs were published or withdrawn, or calendars announced. */
  readonly law: number;
}

export const policy: Decider<PolicyState, PolicyCommand, PolicyEvent> = { initial: { proposals: {}, published: {}, law: 0 }, decide, evolve, may: {} };

function decide(command: PolicyCommand, state: PolicyState): readonly PolicyEvent[] {
  switch (command.type) {
    case 'ProposePack': return proposed(command, state);
    case 'PublishPack': {
      const { at, by, proposal } = command;
      const asked = open(command, state, 'PackProposed', 'accepted');
      if (!asked) return [];
      const { division, version, from, hash, ground } = asked;
      if (personOf(by) === personOf(asked.by)) throw refuse('FOUR_EYES');
      if (command.reviewed !== null && command.reviewed !== hash) throw refuse('REVIEWED_ANOTHER', { proposed: hash });
      if (command.standing !== null || Object.hasOwn(state.published, nameOf(asked))) throw refuse('VERSION_TAKEN', { division, version });
      if (command.hash !== hash || command.law !== state.law) throw refuse('LAW_HAS_CHANGED', { proposed: hash, now: command.hash });
      notInPast(from, at, ground);
      sound(command.problems);
      return [{ type: 'PackPublished', at, by, proposal, division, version, hash, from }];
    }
    case 'RejectPack': {
      const { at, by, proposal, reason } = command;
      const asked = open(command, state, 'PackProposed', 'rejected');
      return asked ? [{ type: 'PackRejected', at, by, proposal, division: asked.division, version: asked.version, reason }] : [];
    }
    case 'WithdrawPack': return withdrawn(command, state);
    case 'ProposeCalendar': {
      const { problem, ...asked } = command;
      if (problem) throw refuse('CALENDAR_INVALID', { ...problem });
      return Object.hasOwn(state.proposals, asked.proposal) ? [] : [{ ...asked, type: 'CalendarProposed' }];
    }
    case 'AnnounceCalendar': {
      const { at, by, proposal } = command;
      const asked = open(command, state, 'CalendarProposed', 'accepted');
      if (!asked) return [];
      if (personOf(by) === personOf(asked.by)) throw refuse('FOUR_EYES');
      if (command.problem) throw refuse('CALENDAR_INVALID', { ...command.problem });
      if (command.law !== state.law) throw refuse('LAW_HAS_CHANGED');
      const { version } = command; // Of the calendar as it is now: another notice may have come between.
      const { division, year, notice } = asked;
      return [{ type: 'CalendarAnnounced', at, by, proposal, division, year, version, notice }];
    }
    case 'RejectCalendar': {
      const { at, by, proposal, reason } = command;
      const asked = open(command, state, 'CalendarProposed', 'rejected');
      return asked ? [{ type: 'CalendarRejected', at, by, proposal, division: asked.division, year: asked.year, version: asked.version, reason }] : [];
    }
    default: return never(command);
  }
}

function proposed(command: Extract<PolicyCommand, { type: 'ProposePack' }>, state: PolicyState): readonly PolicyEvent[] {
  const { at, by, proposal, division, version, hash, from, ground, note, parts } = command;
  if (Object.hasOwn(state.proposals, proposal)) return [];
  sound(command.problems);
  if (command.standing !== null || Object.hasOwn(state.published, nameOf(command))) throw refuse('VERSION_TAKEN', { division, version });
  notInPast(from, at, ground);
  const files = [...new Set(parts.map(({ file }) => file))];
  return [
    { type: 'PackProposed', at, by, proposal, division, version, hash, from, ground, note, files },
    ...parts.map((part) => ({ type: 'PackFileProposed' as const, at, proposal, ...part })),
  ];
}

function withdrawn(command: Extract<PolicyCommand, { type: 'WithdrawPack' }>, state: PolicyState): readonly PolicyEvent[] {
  const { at, by, division, version, reason, standing } = command;
  if (!standing) throw refuse('NO_SUCH_PACK');
  if (state.published[nameOf(command)] === 'withdrawn') return [];
  if (command.law !== state.law) throw refuse('LAW_HAS_CHANGED');
  if (command.lawless.length > 0) throw refuse('LAST_PACK', { divisions: command.lawless });
  return [{ type: 'PackWithdrawn', at, by, division, version, hash: standing.hash, from: standing.from, reason }];
}

/** The proposal that a person decides on; undefined where it has been decided so already. */
function open<Type extends Proposed['type']>({ proposal }: { proposal: string }, { proposals }: PolicyState, type: Type, wanted: 'accepted' | 'rejected'): Extract<Proposed, { type: Type }> | undefined {
  const found = Object.hasOwn(proposals, proposal) ? proposals[proposal]! : undefined;
  if (found?.asked.type !== type) throw refuse('NO_SUCH_PROPOSAL');
  if (found.outcome === wanted) return undefined;
  if (found.outcome !== 'open') throw refuse('PROPOSAL_DECIDED');
  return found.asked as Extract<Proposed, { type: Type }>;
}

function sound(problems: readonly string[]): void {
  if (problems.length > 0) throw refuse('PACK_HAS_PROBLEMS', { count: problems.length, problems: problems.slice(0, PROBLEMS_SHOWN) });
}

const PROBLEMS_SHOWN = 100;

function notInPast(from: Day, at: Instant, ground: string | null): void {
  if (from < dayOf(at) && ground === null) throw refuse('PACK_BEGINS_IN_PAST', { from, today: dayOf(at) });
}

/** The person behind `policy:<subject>`: another role does not make another person. */
function personOf(by: string): string {
  return by.slice(by.indexOf(':') + 1);
}

function nameOf({ division, version }: PackNamed): string {
  return `${division}/${version}`;
}

function evolve(state: PolicyState, event: PolicyEvent): PolicyState {
  const after = (outcome: 'accepted' | 'rejected'): PolicyState['proposals'] => {
    const { proposal } = event as { proposal: string };
    return { ...state.proposals, [proposal]: { ...state.proposals[proposal]!, outcome } };
  };
  switch (event.type) {
    case 'PackProposed': case 'CalendarProposed': return { ...state, proposals: { ...state.proposals, [event.proposal]: { asked: event, outcome: 'open' } } };
    case 'PackPublished': return { proposals: after('accepted'), published: { ...state.published, [nameOf(event)]: 'inForce' }, law: state.law + 1 };
    case 'PackWithdrawn': return { ...state, published: { ...state.published, [nameOf(event)]: 'withdrawn' }, law: state.law + 1 };
    case 'CalendarAnnounced': return { ...state, proposals: after('accepted'), law: state.law + 1 };
    case 'PackRejected': case 'CalendarRejected': return { ...state, proposals: after('rejected') };
    case 'PackFileProposed': return state;
    default: return never(event);
  }
}
