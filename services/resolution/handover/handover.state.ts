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
  /** `lapsed`: the papers did not come in time. */
  readonly relief: { readonly amount: number; readonly papers: boolean; readonly lapsed: boolean } | undefined;
  readonly escorted: boolean;
  /** When the person was told of its progress: each once. */
  readonly toldAt: readonly Instant[];
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

/** What another body or place was asked to help with. */
export interface Assistance {
  readonly step: 'requested' | 'accepted' | 'contributed' | 'declined';
  readonly contributedAt: readonly Instant[];
}

/** What the person gets without asking, and what became of it. */
export interface Offered {
  readonly order: number;
  readonly offer: string;
  readonly procedure: Procedure | null;
  readonly department: string | null;
  readonly division: string;
  readonly step: 'made' | 'accepted' | 'declined';
}

export interface Handover {
  /** By order and procedure: legal aid may stand beside the matter it helps with. */
  readonly matters: Readonly<Record<string, Matter>>;
  readonly clues: Readonly<Record<number, string>>;
  /** By order, body and place. */
  readonly assistance: Readonly<Record<string, Assistance>>;
  /** By the rule that offers it. */
  readonly offers: Readonly<Record<string, Offered>>;
}

export const initial: Handover = { matters: {}, clues: {}, assistance: {}, offers: {} };

export function evolve(state: Handover, event: HandoverEvent): Handover {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'MatterHandedOver': {
      const back = state.matters[key(event.order, event.procedure)]?.result === TAKEN_OVER; // It comes back, and is to be accepted anew.
      return put(state, event.order, event.procedure, since, { holder: holder(event.department, event.division), role: event.role, ...(back && { step: 'handedOver', result: undefined, since }) });
    }
    case 'ProcedureApplied':      return put(state, event.order, event.procedure, since, applied(state.matters[key(event.order, event.procedure)], since));
    case 'ProcedureAccepted':     return put(state, event.order, event.procedure, since, { step: 'accepted', since, waits: undefined });
    case 'ReliefGiven':           return put(state, event.order, 'relief', since, { relief: { amount: event.amount, papers: false, lapsed: false }, since });
    case 'ReliefGranted':         return put(state, event.order, 'relief', since, { relief: { amount: event.amount, papers: true, lapsed: false }, since });
    case 'ReliefPapersCompleted': return put(state, event.order, 'relief', since, { relief: { ...reliefOf(state, event.order), papers: true, lapsed: false }, since });
    case 'ReliefPapersLapsed':    return put(state, event.order, 'relief', since, { relief: { ...reliefOf(state, event.order), lapsed: true } });
    case 'EscortedToStation':     return put(state, event.order, 'relief', since, { escorted: true });
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
    case 'MatterTakenOver':       return put(state, event.order, event.procedure, since, { step: 'concluded', since, result: TAKEN_OVER, waits: undefined });
    case 'ProgressNoted':         return put(state, event.order, event.procedure, since, { toldAt: [...(state.matters[key(event.order, event.procedure)]?.toldAt ?? []), event.at] });
    case 'AssistanceRequested':   return helped(state, event, { step: 'requested' });
    case 'AssistanceAccepted':    return helped(state, event, { step: 'accepted' });
    case 'AssistanceContributed': return helped(state, event, { step: 'contributed', contributedAt: [...(state.assistance[keyOfHelp(event)]?.contributedAt ?? []), event.at] });
    case 'AssistanceDeclined':    return helped(state, event, { step: 'declined' });
    case 'OfferMade': {
      const { order, offer, procedure, department, division } = event;
      return { ...state, offers: { ...state.offers, [offer]: { order, offer, procedure, department, division, step: 'made' } } };
    }
    case 'OfferAccepted':         return answered(state, event.offer, 'accepted');
    case 'OfferDeclined':         return answered(state, event.offer, 'declined');
    case 'MatterConcluded':       return put(state, event.order, event.procedure, since, { step: 'concluded', since, result: event.result, waits: undefined });
    default:                      return never(event);
  }
}

/** How a matter ends that went to another body: the order goes on there. */
export const TAKEN_OVER = 'takenOver';

function reliefOf(state: Handover, order: number): NonNullable<Matter['relief']> {
  return state.matters[key(order, 'relief')]?.relief ?? { amount: 0, papers: false, lapsed: false };
}

interface Help { readonly order: number; readonly department: string; readonly division: string }

export function keyOfHelp({ order, department, division }: Help): string {
  return `${order} ${holder(department, division)}`;
}

function helped(state: Handover, help: Help, change: Partial<Assistance>): Handover {
  const known = state.assistance[keyOfHelp(help)] ?? { step: 'requested', contributedAt: [] };
  return { ...state, assistance: { ...state.assistance, [keyOfHelp(help)]: { ...known, ...change } } };
}

function answered(state: Handover, offer: string, step: Offered['step']): Handover {
  const known = state.offers[offer];
  return known ? { ...state, offers: { ...state.offers, [offer]: { ...known, step } } } : state;
}

/** A new application after an end is another instance; what happened in the one before counts no more. */
function applied(known: Matter | undefined, since: Day): Partial<Matter> {
  const fresh = { step: 'applied', since, result: undefined, aid: 'undecided', lawyer: false, helpedFirst: false, objection: 'none' } as const;
  if (known?.step !== 'concluded') return fresh;
  const relieved = known.result !== TAKEN_OVER && { relief: undefined, escorted: false }; // Another emergency is relieved anew.
  return { ...fresh, ...relieved, instance: known.result === TAKEN_OVER ? known.instance : 'second', waits: undefined, materials: 'none', forwardedTo: undefined, returnedAt: undefined, extended: {}, challenged: false };
}

function put(state: Handover, order: number, procedure: Procedure, since: Day, change: Partial<Matter>): Handover {
  const blank: Matter = { order, procedure, role: 'assist', holder: undefined, step: 'handedOver', since, result: undefined, relief: undefined, escorted: false, toldAt: [], aid: 'undecided', lawyer: false,
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
