import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Arbitration, Owed } from './arbitration.state.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
type Track = 'speedy' | 'ordinary';
/** A field that may be left out of a request may also be null. */
type Maybe<T> = T | null | undefined;
/** Commands that say no more than that it happened. */
type Bare<T extends string> = T extends string ? { readonly type: T } : never;

export type ArbitrationCommand = Given & (
  /** `order` 0 where absent. `renewed`: a new application after a refusal or withdrawal, which a late message must not bring about. */
  | { readonly type: 'ApplyForArbitration'; readonly collective: boolean; readonly track: Track; readonly simplified: boolean; readonly order?: Maybe<number>; readonly renewed?: Maybe<boolean> }
  | { readonly type: 'RequireCorrections'; readonly gaps: readonly string[] }
  /** What is absent stays as it was applied for. */
  | { readonly type: 'AcceptApplication'; readonly track?: Maybe<Track>; readonly simplified?: Maybe<boolean>; readonly collective?: Maybe<boolean>; readonly pendingDocuments?: Maybe<readonly string[]> }
  | { readonly type: 'RefuseApplication'; readonly ground: string }
  | { readonly type: 'ServeCopy'; readonly proof: string }
  | { readonly type: 'FormPanel'; readonly arbitrators: readonly string[] }
  | { readonly type: 'ScheduleHearing'; readonly hearingOn: Day; readonly room: string }
  /** `lastDay`: until when the law of the place lets a party ask, read at the door. */
  | { readonly type: 'RequestAdjournment'; readonly party: 'worker' | 'employer'; readonly reason: string; readonly lastDay?: Maybe<Day> }
  | { readonly type: 'ExtendAwardDeadline'; readonly days: number; readonly approvedBy: string }
  | { readonly type: 'StayArbitration'; readonly ground: string }
  | { readonly type: 'ChangeClaims'; readonly change: 'addedParty' | 'changedClaims' | 'counterClaim' | 'transferredCase' }
  | { readonly type: 'ConvertToOrdinary'; readonly ground: string }
  | { readonly type: 'MakePartialAward'; readonly amount: number }
  | { readonly type: 'RuleAdvanceEnforcement'; readonly amount: number }
  | { readonly type: 'MakeAward'; readonly final: boolean; readonly performBy: Day; readonly owed: readonly Owed[] }
  | { readonly type: 'ServeAward'; readonly party: 'worker' | 'employer' | 'both' }
  | { readonly type: 'ServeMediationInstrument'; readonly performBy: Day; readonly owed: readonly Owed[] }
  | { readonly type: 'WithdrawApplication'; readonly settled: boolean }
  | { readonly type: 'FileSuit'; readonly party: 'worker' | 'employer' }
  | { readonly type: 'RuleOnSetAside'; readonly annulled: boolean }
  | Bare<'CompleteCorrections' | 'WaiveAnswerPeriod' | 'ReceiveAnswer' | 'ForwardAnswer' | 'NotifyCollective' | 'NotifyHearing' | 'HoldHearing'>
  | Bare<'ResumeArbitration' | 'PublishNotice' | 'EndNotice' | 'PassAwardLimit' | 'TakeEffect' | 'ApplyToSetAside'>
);

export type Step<C> = (command: C, state: Arbitration) => readonly ArbitrationEvent[];
export type Steps<T extends ArbitrationCommand['type']> = { readonly [Type in T]: Step<Extract<ArbitrationCommand, { readonly type: Type }>> };
