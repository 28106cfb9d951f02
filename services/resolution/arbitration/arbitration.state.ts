import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';

export interface Owed {
  readonly worker: number;
  readonly amount: number;
}

export interface Award {
  readonly final: boolean;
  readonly performBy: Day;
  readonly owed: readonly Owed[];
  readonly madeOn: Day;
  readonly servedOn: { readonly worker: Day | undefined; readonly employer: Day | undefined };
  readonly effectiveOn: Day | undefined;
  readonly suits: readonly ('worker' | 'employer')[];
  readonly setAsideAppliedOn: Day | undefined;
  /** What the court ruled on the application to set it aside, and when the party received it. */
  readonly setAside: { readonly annulled: boolean; readonly on: Day } | undefined;
}

export interface Hearing {
  readonly on: Day;
  readonly room: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The calendar that holds its time. */
  readonly list: string | undefined;
  readonly notified: boolean;
  /** Parties whose receipt of the call is proven. */
  readonly called: readonly string[];
  readonly held: boolean;
  readonly adjournment: string | undefined;
}

export interface Issues {
  readonly agreed: readonly string[];
  readonly disputed: readonly string[];
}

export interface Arbitration {
  readonly phase: 'none' | 'applied' | 'correcting' | 'accepted' | 'refused' | 'awarded' | 'settled' | 'withdrawn';
  /** The order that the office leads; null where an application stands beside it. */
  readonly order: number | null;
  /** The day of application, acceptance or end; a later step cannot lie before it. */
  readonly since: Day | undefined;
  readonly track: 'speedy' | 'ordinary';
  readonly simplified: boolean;
  readonly collective: boolean;
  readonly gaps: readonly string[] | undefined;
  readonly copyServedOn: Day | undefined;
  readonly answer: 'awaited' | 'waived' | 'received' | 'forwarded';
  readonly answeredOn: Day | undefined;
  /** Papers promised in writing and still outstanding; until when; and what became of each that no longer is. */
  readonly pending: readonly string[];
  readonly promisedUntil: Day | undefined;
  readonly documents: Readonly<Record<string, 'received' | 'broken'>>;
  /** Nobody once an arbitrator had to withdraw: a tribunal must be formed anew. */
  readonly panel: readonly string[];
  /** What became of each arbitrator's recusal, by the last request. */
  readonly recusals: Readonly<Record<string, 'asked' | 'granted' | 'refused'>>;
  readonly noticed: boolean;
  readonly hearing: Hearing | undefined;
  readonly mediation: { readonly first: readonly string[]; readonly attended: readonly string[] } | undefined;
  /** How the last mediation inside the arbitration ended. */
  readonly mediationEnded: string | undefined;
  /** Kinds of claim that a partial instrument settled. */
  readonly settledKinds: readonly string[];
  /** What each party says of each element of the form, its last word. */
  readonly stated: Readonly<Record<'worker' | 'employer', Readonly<Record<string, string | number | boolean>>>>;
  readonly remarks: readonly string[];
  readonly issues: Issues | undefined;
  readonly advanceApplied: boolean;
  /** Owed by a partial instrument or a final partial award, before the award. */
  readonly owedInPart: readonly Owed[];
  /** Of partial awards that are not final: owed when the award takes effect. */
  readonly awardedInPart: readonly Owed[];
  readonly heard: boolean;
  readonly converted: boolean;
  readonly extended: { readonly at: Instant; readonly days: number } | undefined;
  /** First day on which the award was overdue. */
  readonly overdueFrom: Day | undefined;
  readonly stayedOn: Day | undefined;
  readonly resumedAt: Instant | undefined;
  readonly noticeOn: Day | undefined;
  readonly noticeEnded: boolean;
  /** The last fact of a kind that may come again, by which a repeat is known. */
  readonly lastChange: string | undefined;
  readonly partialAwards: readonly string[];
  readonly advances: readonly string[];
  readonly award: Award | undefined;
  readonly settlement: { readonly performBy: Day; readonly owed: readonly Owed[] } | undefined;
}

export const initial: Arbitration = {
  phase: 'none', order: null, since: undefined, track: 'ordinary', simplified: false, collective: false, gaps: undefined,
  copyServedOn: undefined, answer: 'awaited', answeredOn: undefined, pending: [], promisedUntil: undefined, documents: {}, panel: [], recusals: {}, noticed: false, hearing: undefined,
  mediation: undefined, mediationEnded: undefined, settledKinds: [], stated: { worker: {}, employer: {} }, remarks: [], issues: undefined, advanceApplied: false, owedInPart: [], awardedInPart: [], heard: false, converted: false,
  extended: undefined, overdueFrom: undefined, stayedOn: undefined, resumedAt: undefined, noticeOn: undefined, noticeEnded: false,
  lastChange: undefined, partialAwards: [], advances: [], award: undefined, settlement: undefined,
};

export function evolve(state: Arbitration, event: ArbitrationEvent): Arbitration {
  const on = dayOf(event.at);
  switch (event.type) {
    case 'ArbitrationApplied':        return { ...initial, settledKinds: state.settledKinds, owedInPart: state.owedInPart, phase: 'applied', order: event.order, since: on, track: event.track, simplified: event.simplified, collective: event.collective };
    case 'CorrectionsRequired':       return { ...state, phase: 'correcting', since: on, gaps: event.gaps };
    case 'CorrectionsCompleted':      return { ...state, phase: 'applied', since: on };
    case 'ApplicationAccepted':       return { ...state, phase: 'accepted', since: on, track: event.track, simplified: event.simplified, collective: event.collective, pending: event.pendingDocuments };
    case 'DocumentsPromised':         return { ...state, promisedUntil: event.until };
    case 'PendingDocumentReceived':   return settledDocument(state, event.document, 'received');
    case 'DocumentPromiseBroken':     return settledDocument(state, event.document, 'broken');
    case 'ApplicationRefused':        return { ...state, phase: 'refused', since: on };
    case 'CopyServed':                return { ...state, copyServedOn: on };
    case 'AnswerPeriodWaived':        return { ...state, answer: 'waived' };
    case 'AnswerReceived':            return { ...state, answer: 'received', answeredOn: on };
    case 'AnswerForwarded':           return { ...state, answer: 'forwarded' };
    case 'PanelFormed':               return { ...state, panel: event.arbitrators };
    case 'RecusalRequested':          return { ...state, recusals: { ...state.recusals, [event.arbitrator]: 'asked' } };
    case 'RecusalRuled':              return { ...state, recusals: { ...state.recusals, [event.arbitrator]: event.granted ? 'granted' : 'refused' }, panel: event.granted ? [] : state.panel };
    case 'MediationOffered':          return { ...state, mediation: { first: event.first, attended: [] }, mediationEnded: undefined };
    case 'MediationAttended':         return { ...state, mediation: state.mediation && { ...state.mediation, attended: event.parties } };
    case 'MediationEnded':            return { ...state, mediation: undefined, mediationEnded: event.outcome };
    case 'PartialInstrumentServed':   return { ...state, settledKinds: [...state.settledKinds, ...event.kinds], owedInPart: [...state.owedInPart, ...event.owed] };
    case 'ElementsStated':            return { ...state, stated: { ...state.stated, [event.party]: { ...state.stated[event.party], ...Object.fromEntries(event.statements.map(({ element, value }) => [element, value])) } }, remarks: event.remark ? [...state.remarks, event.at] : state.remarks };
    case 'IssuesFixed':               return { ...state, issues: { agreed: event.agreed, disputed: event.disputed } };
    case 'CollectiveNoticeServed':    return { ...state, noticed: true };
    case 'HearingScheduled':          return { ...state, hearing: { on: event.hearingOn, room: event.room, from: event.from, to: event.to, list: event.list, notified: false, called: [], held: false, adjournment: undefined } };
    case 'AdjournmentRequested':      return state.hearing ? { ...state, hearing: { ...state.hearing, adjournment: `${event.party} ${event.at}` } } : state;
    case 'HearingNotified':           return state.hearing ? { ...state, hearing: { ...state.hearing, notified: true, called: (event.services ?? []).map(({ party }) => party) } } : state;
    case 'HearingHeld':               return { ...state, heard: true, hearing: state.hearing && { ...state.hearing, held: true } };
    case 'AwardDeadlineExtended':     return { ...state, extended: { at: event.at, days: event.days } };
    case 'AwardLimitPassed':          return { ...state, overdueFrom: on };
    case 'ArbitrationStayed':         return { ...state, stayedOn: on };
    case 'ArbitrationResumed':        return { ...state, stayedOn: undefined, resumedAt: event.at };
    case 'NoticePublished':           return { ...state, noticeOn: on, noticeEnded: false };
    case 'NoticeEnded':               return { ...state, noticeEnded: true };
    case 'ClaimsChanged':             return { ...state, lastChange: `${event.at} ${event.change}`, overdueFrom: undefined }; // CHR 46: the limit runs anew.
    case 'ConvertedToOrdinary':       return { ...state, track: 'ordinary', simplified: false, converted: true };
    case 'PartialAwardMade':          return inPart({ ...state, partialAwards: [...state.partialAwards, `${event.at} ${event.amount}`] }, event.final === true, event.owed ?? []);
    case 'AdvanceEnforcementApplied': return { ...state, advanceApplied: true };
    case 'AdvanceEnforcementRuled':   return { ...state, advances: [...state.advances, `${event.at} ${event.amount}`] };
    case 'AwardMade':                 return { ...state, phase: 'awarded', award: made(event, on) };
    case 'AwardServed':               return withAward(state, (award) => ({ servedOn: served(award, event.party, on) }));
    case 'AwardTookEffect':           return withAward(state, () => ({ effectiveOn: on }));
    case 'MediationInstrumentServed': return { ...state, phase: 'settled', since: on, settlement: { performBy: event.performBy, owed: event.owed } };
    case 'ApplicationWithdrawn':      return { ...state, phase: 'withdrawn', since: on };
    case 'SuitFiled':                 return withAward(state, (award) => ({ suits: [...award.suits, event.party], effectiveOn: undefined }));
    case 'SetAsideApplied':           return withAward(state, () => ({ setAsideAppliedOn: on }));
    case 'SetAsideRuled':             return withAward(state, (award) => ({ setAside: { annulled: event.annulled, on }, effectiveOn: event.annulled ? undefined : award.effectiveOn }));
    default:                          return never(event);
  }
}

function inPart(state: Arbitration, final: boolean, owed: readonly Owed[]): Arbitration {
  return final ? { ...state, owedInPart: [...state.owedInPart, ...owed] } : { ...state, awardedInPart: [...state.awardedInPart, ...owed] };
}

/** What each is owed by several papers about different claims. */
export function inAll(...papers: readonly (readonly Owed[])[]): Owed[] {
  const sums = new Map<number, number>();
  for (const { worker, amount } of papers.flat()) sums.set(worker, (sums.get(worker) ?? 0) + amount);
  return [...sums].map(([worker, amount]) => ({ worker, amount }));
}

function settledDocument(state: Arbitration, document: string, what: 'received' | 'broken'): Arbitration {
  return { ...state, pending: state.pending.filter((one) => one !== document), documents: { ...state.documents, [document]: what } };
}

function made(event: Extract<ArbitrationEvent, { type: 'AwardMade' }>, madeOn: Day): Award {
  const { final, performBy, owed } = event;
  return { final, performBy, owed, madeOn, servedOn: { worker: undefined, employer: undefined }, effectiveOn: undefined, suits: [], setAsideAppliedOn: undefined, setAside: undefined };
}

function served(award: Award, party: 'worker' | 'employer' | 'both', on: Day): Award['servedOn'] {
  return { worker: party === 'employer' ? award.servedOn.worker : on, employer: party === 'worker' ? award.servedOn.employer : on };
}

function withAward(state: Arbitration, change: (award: Award) => Partial<Award>): Arbitration {
  return state.award ? { ...state, award: { ...state.award, ...change(state.award) } } : state;
}
