import type { HandoverEvent, Procedure } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './handover.refusals.js';

export interface Matter {
  readonly order: number;
  readonly procedure: Procedure;
  readonly role: 'lead' | 'assist';
  /** The body that has it; undefined where a person applied without an order. */
  readonly holder: string | undefined;
  readonly step: 'handedOver' | 'applied' | 'accepted' | 'concluded';
  readonly since: Day;
  readonly result: string | undefined;
  readonly relief: { readonly amount: number; readonly papers: boolean } | undefined;
  readonly aid: 'undecided' | 'granted' | 'refused';
  /** Help was given before the decision (LAL 44). */
  readonly helpedFirst: boolean;
  /** The objection to a refusal of aid (LAL 49). */
  readonly objection: 'none' | 'made' | 'upheld' | 'dismissed';
  readonly instance: 'first' | 'second';
  /** Why it stands still: papers are awaited, or another body's conclusion. */
  readonly waits: 'materials' | 'conclusion' | undefined;
  readonly materials: 'none' | 'requested' | 'received';
  readonly forwardedTo: string | undefined;
  readonly returnedAt: Instant | undefined;
  /** By the limit that grew: the last extension, and how often. */
  readonly extended: Readonly<Partial<Record<'apply' | 'decide', { readonly said: string; readonly times: number }>>>;
  readonly challenged: boolean;
  readonly lawyer: boolean;
}

export interface Handover {
  /** By order and procedure: legal aid may stand beside the matter it helps with. */
  readonly matters: Readonly<Record<string, Matter>>;
  readonly clues: Readonly<Record<number, string>>;
}

export const initial: Handover = { matters: {}, clues: {} };

export function evolve(state: Handover, event: HandoverEvent): Handover {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'MatterHandedOver':      return put(state, event.order, event.procedure, since, { holder: holder(event.department, event.division), role: event.role });
    case 'ProcedureApplied':      return put(state, event.order, event.procedure, since, applied(state.matters[key(event.order, event.procedure)], since));
    case 'ProcedureAccepted':     return put(state, event.order, event.procedure, since, { step: 'accepted', since, waits: undefined });
    case 'ReliefGiven':           return put(state, event.order, 'relief', since, { relief: { amount: event.amount, papers: false }, since });
    case 'ReliefPapersCompleted': return put(state, event.order, 'relief', since, { relief: { amount: state.matters[key(event.order, 'relief')]?.relief?.amount ?? 0, papers: true }, since });
    case 'LegalAidGranted':       return put(state, event.order, 'legalAid', since, { aid: 'granted', step: 'accepted', since });
    case 'LegalAidRefused':       return put(state, event.order, 'legalAid', since, { aid: 'refused', step: 'accepted', since });
    case 'LegalAidGivenFirst':    return put(state, event.order, 'legalAid', since, { helpedFirst: true });
    case 'LegalAidObjected':      return put(state, event.order, 'legalAid', since, { objection: 'made', since });
    case 'LegalAidReviewed':      return put(state, event.order, 'legalAid', since, { objection: event.upheld ? 'upheld' : 'dismissed', aid: event.upheld ? 'undecided' : 'refused', since });
    case 'ProcedureRefused':      return put(state, event.order, event.procedure, since, { step: 'concluded', since, result: 'refused', waits: undefined });
    case 'ProcedureForwarded':    return put(state, event.order, event.procedure, since, { forwardedTo: event.department, since });
    case 'ProcedureReturned':     return put(state, event.order, event.procedure, since, { forwardedTo: undefined, returnedAt: event.at, since });
    case 'MaterialsRequested':    return put(state, event.order, event.procedure, since, { waits: 'materials', materials: 'requested', since });
    case 'MaterialsReceived':     return put(state, event.order, event.procedure, since, { waits: undefined, materials: 'received', since });
    case 'ProcedureSuspended':    return put(state, event.order, event.procedure, since, { waits: 'conclusion', since });
    case 'ProcedureResumed':      return put(state, event.order, event.procedure, since, { waits: undefined, since });
    case 'ProcedureChallenged':   return put(state, event.order, event.procedure, since, { challenged: true });
    case 'ProcedureExtended': {
      const before = state.matters[key(event.order, event.procedure)]?.extended ?? {};
      return put(state, event.order, event.procedure, since, { extended: { ...before, [event.limit]: { said: `${event.at} ${event.days}`, times: (before[event.limit]?.times ?? 0) + 1 } } });
    }
    case 'LawyerAssigned':        return put(state, event.order, 'legalAid', since, { lawyer: true, since });
    case 'ClueVerified':          return { ...state, clues: { ...state.clues, [event.order]: event.conclusion } };
    case 'MatterConcluded':       return put(state, event.order, event.procedure, since, { step: 'concluded', since, result: event.result, waits: undefined });
    default:                      return never(event);
  }
}

/** A new application after an end is another instance; what happened in the one before counts no more. */
function applied(known: Matter | undefined, since: Day): Partial<Matter> {
  const fresh = { step: 'applied', since, result: undefined, aid: 'undecided', lawyer: false, helpedFirst: false, objection: 'none' } as const;
  if (known?.step !== 'concluded') return fresh;
  return { ...fresh, instance: 'second', waits: undefined, materials: 'none', forwardedTo: undefined, returnedAt: undefined, extended: {}, challenged: false };
}

function put(state: Handover, order: number, procedure: Procedure, since: Day, change: Partial<Matter>): Handover {
  const blank: Matter = { order, procedure, role: 'assist', holder: undefined, step: 'handedOver', since, result: undefined, relief: undefined, aid: 'undecided', lawyer: false,
    helpedFirst: false, objection: 'none', instance: 'first', waits: undefined, materials: 'none', forwardedTo: undefined, returnedAt: undefined, extended: {}, challenged: false };
  return { ...state, matters: { ...state.matters, [key(order, procedure)]: { ...(state.matters[key(order, procedure)] ?? blank), ...change } } };
}

export function open(state: Handover, order: number, procedure: Procedure): Matter {
  const matter = state.matters[key(order, procedure)];
  if (!matter) throw refuse('MATTER_NOT_HANDED_OVER', { order, procedure });
  if (matter.step === 'concluded') throw refuse('MATTER_CONCLUDED', { order, procedure });
  return matter;
}

export function undecided(matter: Matter): boolean {
  return matter.procedure === 'legalAid' && matter.aid === 'undecided' && matter.step !== 'concluded';
}

export function where(state: Handover, test: (matter: Matter) => boolean, otherwise: () => Refusal): Refusal | undefined {
  return some(state, test) ? undefined : otherwise();
}

export function some(state: Handover, test: (matter: Matter) => boolean): boolean {
  return Object.values(state.matters).some(test);
}

export function key(order: number, procedure: Procedure): string {
  return `${order} ${procedure}`;
}

export function holder(department: string, division: string): string {
  return `${department} ${division}`;
}
