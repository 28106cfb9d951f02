import type { AgreementTerms, InvitationAnswer, InvitationMeans, MediationKind } from './mediation.state.js';
import type { Party } from '#libs/contracts/resolution.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Day, Instant } from '#libs/contracts/time.js';

interface Given {
  readonly at: Instant;
  /** `<role>:<subject>`, `process:<service>` */
  readonly by: string;
}

interface Application {
  readonly organisation: string;
  /** `single` where it is not said. */
  readonly kind?: MediationKind | undefined;
  /** Who mediates jointly, besides the organisation. */
  readonly bodies?: readonly string[] | undefined;
  readonly roundOn?: Day | undefined;
  readonly roundPlace?: string | undefined;
  readonly applicant?: 'worker' | 'employer' | 'both' | undefined;
  readonly online?: boolean | undefined;
  /** The worker's wish should the mediation fail. */
  readonly thenArbitration?: boolean | undefined;
}

/** `lastDay`: until when the law lets the parties apply, read at the door; undefined where it sets no limit. */
interface InTime {
  readonly lastDay?: Day | undefined;
}
interface Verdict {
  readonly confirmed: boolean;
  /** Why it was not confirmed. */
  readonly ground?: string | undefined;
}

export type MediationCommand = Given & (
  | { readonly type: 'ApplyForMediation' } & Application
  | { readonly type: 'AnswerJointMediation'; readonly body: string; readonly takesPart: boolean }
  | { readonly type: 'StartMediation'; readonly mediator: string; readonly noConflict?: boolean | undefined }
  | { readonly type: 'ReplaceMediator'; readonly mediator: string; readonly noConflict: boolean; readonly reason?: Sealed | null }
  | { readonly type: 'ExtendMediation'; readonly days: number; readonly bothAgree: boolean }
  | { readonly type: 'InviteParty'; readonly party: Party; readonly means: InvitationMeans; readonly proof?: Sealed | null }
  | { readonly type: 'AnswerInvitation'; readonly party: Party; readonly answer: InvitationAnswer }
  | { readonly type: 'ScheduleSession'; readonly startsAt: Instant; readonly mode: 'onSite' | 'online'; readonly place?: string | undefined }
  | { readonly type: 'JoinSessionOnline'; readonly party: Party }
  | { readonly type: 'HoldSession'; readonly attended: readonly Party[]; readonly minutes?: Sealed | null }
  | { readonly type: 'AdjournSession'; readonly reason?: Sealed | null }
  | { readonly type: 'RecordNoShow'; readonly party: Party }
  | { readonly type: 'DraftAgreement' } & AgreementTerms
  | { readonly type: 'SignAgreement'; readonly party: Party; readonly worker?: number | undefined; readonly means: 'paper' | 'online' }
  | { readonly type: 'RecordAgreement' } & AgreementTerms
  | { readonly type: 'FailMediation'; readonly reason: string; readonly wantsArbitration: boolean }
  | { readonly type: 'WithdrawFromMediation'; readonly party: Party }
  | { readonly type: 'ExpireMediation' }
  /** The claim itself was withdrawn: there is nothing left to mediate. */
  | { readonly type: 'CloseMediation' }
  | { readonly type: 'CertifyFailure'; readonly to: 'worker' | 'employer' | 'both' }
  | { readonly type: 'ApplyForArbitralReview' } & InTime
  | { readonly type: 'DecideArbitralReview' } & Verdict
  | { readonly type: 'ApplyForJudicialConfirmation' } & InTime
  | { readonly type: 'DecideJudicialConfirmation' } & Verdict
  | { readonly type: 'ConfirmRelation' }
);

type OfType<T extends MediationCommand['type']> = Extract<MediationCommand, { readonly type: T }>;
export type { OfType };
