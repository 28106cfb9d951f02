import type { VisitEvent } from '#libs/contracts/campaign.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './visit.refusals.js';

export type { VisitEvent } from '#libs/contracts/campaign.events.js';

type Of<Type extends VisitEvent['type']> = Omit<Extract<VisitEvent, { readonly type: Type }>, 'type' | 'at' | 'by'>;
interface Asked { readonly at: Instant; readonly by: string }
export type VisitCommand = Asked & (
  | { readonly type: 'PlanVisit' } & Of<'VisitPlanned'>
  | { readonly type: 'RecordVisit' } & Of<'PlaceVisited'>
  /** `campaign` and `division` are the place's own, where nobody says another. */
  | { readonly type: 'RecordFinding' } & Omit<Of<'VisitFindingRecorded'>, 'campaign' | 'division'>
  | { readonly type: 'NoteFiled' } & Of<'VisitFindingFiled'>
  | { readonly type: 'NoteOverdue'; readonly dueOn: Day }
);

interface Visit extends Pick<Of<'PlaceVisited'>, 'interviewed' | 'registered' | 'informed' | 'revisitOn'> {
  readonly on: Day;
  readonly by: string;
}
interface Found { readonly visit: string; readonly category: string; readonly caseId: string | null }

/** The place as it stands. Plain values only: the read table keeps it as it is. */
export interface Place {
  readonly about: Of<'VisitPlanned'> | null;
  readonly visits: Readonly<Record<string, Visit>>;
  readonly findings: Readonly<Record<string, Found>>;
  /** When somebody has to be there next; null where nobody has. */
  readonly nextOn: Day | null;
  /** The day that passed without a visit, until there is one. */
  readonly overdue: boolean;
}

const known = ({ about }: Place): Refusal | undefined => (about ? undefined : refuse('NO_SUCH_PLACE'));
const visited = (state: Place): Refusal | undefined => known(state) ?? (Object.keys(state.visits).length > 0 ? undefined : refuse('NO_SUCH_VISIT'));

/** A place of one of the four kinds of residence, and the visits paid to it (S-SH21 二). */
export const visit: Decider<Place, VisitCommand, VisitEvent> = {
  initial: { about: null, visits: {}, findings: {}, nextOn: null, overdue: false }, decide, evolve, may: { RecordVisit: known, RecordFinding: visited },
};

function decide(command: VisitCommand, state: Place): readonly VisitEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'PlanVisit': {
      const { campaign, division, residence, place, dueOn } = command;
      const { about } = state;
      if (about) {
        if (about.campaign === campaign && about.division === division && about.residence === residence && about.place === place && about.dueOn === dueOn) return [];
        throw refuse('PLACE_DIFFERS');
      }
      return [{ type: 'VisitPlanned', at, by, campaign, division, residence, place, dueOn }];
    }
    case 'RecordVisit': {
      const { visit: id, interviewed, registered, informed, note, revisitOn } = command;
      const standing = state.visits[id];
      if (standing) {
        if (standing.interviewed === interviewed && standing.registered === registered && standing.informed === informed && standing.revisitOn === revisitOn) return [];
        throw refuse('VISIT_SAID_OTHERWISE');
      }
      throwIf(known(state));
      if (registered > interviewed) throw refuse('VISIT_COUNTS_DIFFER');
      if (revisitOn !== null && revisitOn <= dayOf(at)) throw refuse('REVISIT_IN_PAST', { revisitOn });
      return [{ type: 'PlaceVisited', at, by, visit: id, interviewed, registered, informed, note, revisitOn }];
    }
    case 'RecordFinding': {
      const { visit: id, finding, category, kinds, matters, requester, employer, project, text, facts, missing } = command;
      const standing = state.findings[finding];
      if (standing) {
        if (standing.visit === id && standing.category === category) return [];
        throw refuse('VISIT_SAID_OTHERWISE');
      }
      throwIf(visited(state));
      if (!state.visits[id]) throw refuse('NO_SUCH_VISIT');
      const { campaign, division } = state.about!;
      return [{ type: 'VisitFindingRecorded', at, by, campaign, visit: id, finding, division, category, kinds, matters, requester, employer, project, text, facts, missing }];
    }
    case 'NoteFiled': {
      const standing = state.findings[command.finding];
      return standing && standing.caseId === null ? [{ type: 'VisitFindingFiled', at, finding: command.finding, caseId: command.caseId }] : [];
    }
    case 'NoteOverdue':
      if (state.nextOn === null || state.nextOn !== command.dueOn || state.overdue || dayOf(at) <= state.nextOn) return []; // Somebody was there meanwhile, or the day was moved.
      return [{ type: 'VisitOverdue', at, dueOn: command.dueOn }];
    default: return never(command);
  }
}

function evolve(state: Place, event: VisitEvent): Place {
  switch (event.type) {
    case 'VisitPlanned': {
      const { campaign, division, residence, place, dueOn } = event;
      return { ...state, about: { campaign, division, residence, place, dueOn }, nextOn: dueOn };
    }
    case 'PlaceVisited': {
      const { at, by, visit: id, interviewed, registered, informed, revisitOn } = event;
      return { ...state, visits: { ...state.visits, [id]: { on: dayOf(at), by, interviewed, registered, informed, revisitOn } }, nextOn: revisitOn, overdue: false };
    }
    case 'VisitFindingRecorded': return { ...state, findings: { ...state.findings, [event.finding]: { visit: event.visit, category: event.category, caseId: null } } };
    case 'VisitFindingFiled': return { ...state, findings: { ...state.findings, [event.finding]: { ...state.findings[event.finding]!, caseId: event.caseId } } };
    case 'VisitOverdue': return { ...state, overdue: true };
    default: return never(event);
  }
}

function throwIf(refusal: Refusal | undefined): void {
  if (refusal) throw refusal;
}
