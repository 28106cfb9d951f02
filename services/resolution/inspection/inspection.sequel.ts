import type { InspectionEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';

type Of<Type extends InspectionEvent['type']> = Extract<InspectionEvent, { readonly type: Type }>;

/** Which thread of the sequel an event belongs to, and the step that it has reached by it. */
const reached = {
  SanctionListingNotified: ['sanction', 'notified'], SanctionListingObjected: ['sanction', 'objected'], SanctionListed: ['sanction', 'listed'],
  SanctionListingDeclined: ['sanction', 'declined'], SanctionListRemoved: ['sanction', 'removed'],
  MajorViolationFound: ['violation', 'found'], ViolationPublished: ['violation', 'published'],
  DepositCalled: ['deposit', 'called'], DepositUsed: ['deposit', 'used'], DepositRefilled: ['deposit', 'refilled'],
  AccountClosureAnnounced: ['account', 'announced'], WageAccountClosed: ['account', 'closed'],
} as const satisfies Partial<Record<InspectionEvent['type'], readonly [Thread, string]>>;

export type Thread = 'sanction' | 'violation' | 'deposit' | 'account' | 'handling' | 'penalty';
type Reaching = keyof typeof reached;
/** Events that carry on after a decision or an order: joint sanctions, publication, deposit, wage account, service on an absent party. */
export type SequelEvent = Of<Reaching | 'SanctionListingExtended' | 'DecisionAnnounced' | 'DecisionServed'>;

/** Where each thread stands, and since when. */
export interface Sequel {
  readonly threads: Readonly<Partial<Record<Thread, { readonly step: string; readonly on: Day }>>>;
  /** Day of the listing notice's extension: the same wish again is nothing. */
  readonly listingExtended: string | undefined;
}

export const sequelStart: Sequel = { threads: {}, listingExtended: undefined };

export function isSequel(event: InspectionEvent): event is SequelEvent {
  return Object.hasOwn(reached, event.type) || event.type === 'SanctionListingExtended' || event.type === 'DecisionAnnounced' || event.type === 'DecisionServed';
}

export function evolveSequel(state: Sequel, event: SequelEvent): Sequel {
  if (event.type === 'SanctionListingExtended') return { ...state, listingExtended: `${event.at} ${event.days}` };
  const [thread, step] = event.type === 'DecisionAnnounced' ? [event.decision, 'announced'] as const
    : event.type === 'DecisionServed' ? [event.decision, 'served'] as const : reached[event.type];
  const listingExtended = event.type === 'SanctionListingNotified' ? undefined : state.listingExtended;
  return { listingExtended, threads: { ...state.threads, [thread]: { step, on: dayOf(event.at) } } };
}

/** The step that a thread has reached; `none` where it has not begun. */
export function stepOf(state: Sequel, thread: Thread): string {
  return state.threads[thread]?.step ?? 'none';
}

export function stepDay(state: Sequel, thread: Thread): Day | undefined {
  return state.threads[thread]?.on;
}
