import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Arbitration, Owed } from './arbitration.state.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
type Track = 'speedy' | 'ordinary';
/** A field that may be left out of a request. */
type Maybe<T> = T | undefined;
/** Commands that say no more than that it happened. */
type Bare<T extends string> = T extends string ? { readonly type: T } : never;
type Of<Type extends ArbitrationEvent['type']> = Extract<ArbitrationEvent, { readonly type: Type }>;
export type Party = 'worker' | 'employer';
export type Service = NonNullable<Of<'HearingNotified'>['services']>[number];
export type Moved = NonNullable<Of<'HearingScheduled'>['moved']>;
/** One claim as the award answers it. */
export interface ClaimAwarded {
  readonly kind: string;
  readonly claimed: number;
  readonly awarded: number;
  readonly law: string;
  readonly elements?: Maybe<readonly string[]>;
}
/** Why the register says that somebody cannot hear the case. */
export type Unfit = 'conflict' | 'left' | 'away';

export type ArbitrationCommand = Given & (
  /** `order` 0 where absent. `renewed`: a new application after a refusal or withdrawal, which a late message must not bring about. */
  | { readonly type: 'ApplyForArbitration'; readonly collective: boolean; readonly track: Track; readonly simplified: boolean; readonly order?: Maybe<number>; readonly renewed?: Maybe<boolean> }
  | { readonly type: 'RequireCorrections'; readonly gaps: readonly string[] }
  /** What is absent stays as it was applied for. */
  | { readonly type: 'AcceptApplication'; readonly track?: Maybe<Track>; readonly simplified?: Maybe<boolean>; readonly collective?: Maybe<boolean>; readonly pendingDocuments?: Maybe<readonly string[]>; readonly promisedUntil?: Maybe<Day> }
  | { readonly type: 'ReceivePendingDocument'; readonly document: string }
  | { readonly type: 'RecordBrokenPromise'; readonly document: string; readonly consequence: 'decidedWithout' | 'leavesSpeedy' }
  | { readonly type: 'RefuseApplication'; readonly ground: string }
  | { readonly type: 'ServeCopy'; readonly proof: string; readonly means?: Maybe<Service['means']> }
  /** `unfit` and `proposed`: what the register of the division says, read at the door; nothing where it keeps none. */
  | {
    readonly type: 'FormPanel'; readonly arbitrators: readonly string[]; readonly presiding?: Maybe<string>; readonly overrideReason?: Sealed | null;
    readonly unfit?: readonly { readonly arbitrator: string; readonly why: Unfit }[]; readonly proposed?: readonly { readonly arbitrator: string; readonly open: number }[];
  }
  | { readonly type: 'RequestRecusal'; readonly arbitrator: string; readonly party: Party | 'self'; readonly ground: Of<'RecusalRequested'>['ground']; readonly reason?: Sealed | null }
  | { readonly type: 'RuleOnRecusal'; readonly arbitrator: string; readonly granted: boolean }
  /** `first`: where the caller leaves it out, the claims for pay, read at the door. */
  | { readonly type: 'OfferMediation'; readonly first?: Maybe<readonly string[]> }
  | { readonly type: 'AttendMediation'; readonly parties: readonly Party[] }
  | { readonly type: 'EndMediation'; readonly outcome: Of<'MediationEnded'>['outcome'] }
  | { readonly type: 'ServePartialInstrument'; readonly kinds: readonly string[]; readonly performBy: Day; readonly owed: readonly Owed[] }
  | { readonly type: 'StateElements'; readonly party: Party; readonly statements: readonly Of<'ElementsStated'>['statements'][number][]; readonly remark?: Sealed | null }
  /** `noticeBy`: the last day on which the law of the place lets the parties be called, read at the door. */
  | {
    readonly type: 'ScheduleHearing'; readonly hearingOn: Day; readonly room: string; readonly from?: Maybe<string>; readonly to?: Maybe<string>; readonly online?: Maybe<boolean>;
    readonly list?: Maybe<string>; readonly replaces?: Maybe<string>; readonly moved?: Maybe<Moved>; readonly noticeBy?: Maybe<Day>;
  }
  | { readonly type: 'NotifyHearing'; readonly services?: Maybe<readonly Service[]> }
  | { readonly type: 'HoldHearing'; readonly absent?: Maybe<'employer'>; readonly heard?: Maybe<readonly string[]> }
  /** `lastDay`: until when the law of the place lets a party ask, read at the door. */
  | { readonly type: 'RequestAdjournment'; readonly party: 'worker' | 'employer'; readonly reason: string; readonly lastDay?: Maybe<Day> }
  | { readonly type: 'ExtendAwardDeadline'; readonly days: number; readonly approvedBy: string }
  | { readonly type: 'StayArbitration'; readonly ground: string }
  | { readonly type: 'ChangeClaims'; readonly change: 'addedParty' | 'changedClaims' | 'counterClaim' | 'transferredCase' }
  | { readonly type: 'ConvertToOrdinary'; readonly ground: string }
  /** `most`: twelve times the minimum wage of the month, read at the door; nothing where the place has none. */
  | {
    readonly type: 'MakePartialAward'; readonly amount: number; readonly kind?: Maybe<string>; readonly elements?: Maybe<readonly string[]>; readonly performBy?: Maybe<Day>; readonly owed?: Maybe<readonly Owed[]>; readonly most?: Maybe<number>;
  }
  /** `appliedFor`: the claim itself asked for it, read at the door. */
  | { readonly type: 'RuleAdvanceEnforcement'; readonly amount: number; readonly rightsClear?: Maybe<boolean>; readonly lifeAffected?: Maybe<boolean>; readonly appliedFor?: boolean }
  | {
    readonly type: 'MakeAward'; readonly final: boolean; readonly performBy: Day; readonly owed: readonly Owed[]; readonly items?: Maybe<readonly ClaimAwarded[]>; readonly grounds?: Sealed | null; readonly most?: Maybe<number>;
  }
  | { readonly type: 'ServeAward'; readonly party: Party | 'both'; readonly means?: Maybe<Service['means']>; readonly proof?: Maybe<string> }
  | { readonly type: 'ServeMediationInstrument'; readonly performBy: Day; readonly owed: readonly Owed[]; readonly services?: Maybe<readonly Service[]> }
  | { readonly type: 'WithdrawApplication'; readonly settled: boolean }
  | { readonly type: 'FileSuit'; readonly party: 'worker' | 'employer' }
  | { readonly type: 'RuleOnSetAside'; readonly annulled: boolean }
  | Bare<'CompleteCorrections' | 'WaiveAnswerPeriod' | 'ReceiveAnswer' | 'ForwardAnswer' | 'NotifyCollective' | 'FixIssues' | 'DeemWithdrawn' | 'ApplyForAdvanceEnforcement'>
  | Bare<'ResumeArbitration' | 'PublishNotice' | 'EndNotice' | 'PassAwardLimit' | 'TakeEffect' | 'ApplyToSetAside'>
);

export type Step<C> = (command: C, state: Arbitration) => readonly ArbitrationEvent[];
export type Steps<T extends ArbitrationCommand['type']> = { readonly [Type in T]: Step<Extract<ArbitrationCommand, { readonly type: Type }>> };
