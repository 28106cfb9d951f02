import type { ClueFacts, HandoverEvent, Procedure } from '#libs/contracts/resolution.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Handover } from './handover.state.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
export interface OnOrder extends Given {
  readonly order: number;
}

export type HandoverCommand =
  /** `procedure` absent: as it was before for this order, else general. `moved`: a person sent the order here, so that what another department had of it ends. */
  | OnOrder & { readonly type: 'HandOver'; readonly department: string; readonly division: string; readonly role: 'lead' | 'assist'; readonly procedure?: Procedure | undefined; readonly moved?: boolean | undefined }
  /** `urgent`: help cannot wait for the decision (LAL 44; SAR 48). */
  | OnOrder & { readonly type: 'ApplyForProcedure'; readonly procedure: Procedure; readonly urgent?: boolean | undefined }
  /** `factsClear`: rights and duties are clear, so that the shorter limit holds (WII 20). */
  | OnOrder & { readonly type: 'AcceptProcedure'; readonly procedure: Procedure; readonly factsClear?: boolean | undefined }
  /** The order went to another kind of desk: what a department had of it ends here. */
  | OnOrder & { readonly type: 'TakeOver' }
  | OnOrder & { readonly type: 'GiveRelief'; readonly amount: number; readonly basis?: ReliefBasis | undefined; readonly form?: ReliefForm | undefined }
  /** After the ordinary audit, where nothing was urgent. */
  | OnOrder & { readonly type: 'GrantRelief'; readonly amount: number }
  | OnOrder & { readonly type: 'LapseReliefPapers' }
  | OnOrder & { readonly type: 'EscortToStation'; readonly escort: 'police' | 'civilAffairs' | 'none'; readonly vulnerable?: Vulnerable | null | undefined }
  | OnOrder & { readonly type: 'CompleteReliefPapers' }
  | OnOrder & { readonly type: 'GrantLegalAid' }
  /** `meansExempt`: the law of the case exempts the person from the means check, as its decision says at the door (LAL 42). */
  | OnOrder & { readonly type: 'RefuseLegalAid'; readonly ground: string; readonly cause?: AidCause | undefined; readonly meansExempt?: boolean | undefined }
  | OnOrder & { readonly type: 'HelpFirst'; readonly ground: 'limitEnds' | 'preservation' | 'advanceEnforcement' | 'other' }
  | OnOrder & { readonly type: 'ObjectToAidRefusal' }
  | OnOrder & { readonly type: 'ReviewAidRefusal'; readonly upheld: boolean }
  /** `conflict`: the lawyer acts, or has acted, for the other side. */
  | OnOrder & { readonly type: 'AssignLawyer'; readonly lawyer?: string | undefined; readonly conflict?: boolean | undefined }
  /** `arrears`, `resolved` and `name` are the pack's, read at the door. */
  | OnOrder & ClueFacts & { readonly type: 'VerifyClue'; readonly conclusion: string; readonly arrears?: boolean; readonly resolved?: boolean; readonly name?: { readonly zh: string; readonly en: string } }
  | OnOrder & { readonly type: 'ConcludeMatter'; readonly procedure: Procedure; readonly result: string; readonly reply?: Sealed | null | undefined }
  | OnOrder & { readonly type: 'NoteProgress'; readonly procedure: Procedure; readonly note?: Sealed | null | undefined }
  | CourseCommand
  | HelpCommand;

export type ReliefBasis = 'emergencyPlace' | 'habitualResidence' | 'regionalRule';
export type ReliefForm = 'cash' | 'kind' | 'shelter';
export type Vulnerable = 'minor' | 'elder' | 'disabled' | 'ill';
export type AidCause = 'means' | 'scope' | 'merit' | 'other';

/** What the pack offers without application, for the case as it is now. */
export interface Offering {
  readonly order: number;
  readonly offer: string;
  readonly procedure: Procedure | null;
  readonly department: string | null;
  readonly division: string;
  readonly source: string;
}

interface OnHelp extends OnOrder {
  readonly department: string;
  readonly division: string;
}

/** Help that others are asked for, and what the person is offered. */
export type HelpCommand =
  | OnHelp & { readonly type: 'RequestAssistance' }
  | OnHelp & { readonly type: 'AcceptAssistance' }
  | OnHelp & { readonly type: 'ContributeAssistance'; readonly note?: Sealed | null | undefined }
  | OnHelp & { readonly type: 'DeclineAssistance'; readonly ground: string }
  /** `offers`: read at the door from the pack and the decision. */
  | Given & { readonly type: 'MakeOffers'; readonly offers?: readonly Offering[] | undefined }
  | Given & { readonly type: 'AcceptOffer'; readonly offer: string }
  | Given & { readonly type: 'DeclineOffer'; readonly offer: string };

/** What may happen in any department's procedure on its way. */
export type CourseCommand = OnOrder & { readonly procedure: Procedure } & (
  | { readonly type: 'RefuseProcedure'; readonly ground: string }
  | { readonly type: 'ForwardProcedure'; readonly department: string }
  | { readonly type: 'ReturnProcedure'; readonly ground: string }
  | { readonly type: 'RequestMaterials'; readonly gaps: readonly string[] }
  | { readonly type: 'ReceiveMaterials' }
  | { readonly type: 'ExtendProcedure'; readonly days: number; readonly reason: string; readonly approvedBy: string }
  | { readonly type: 'SuspendProcedure'; readonly reason: string }
  | { readonly type: 'ResumeProcedure' }
  | { readonly type: 'ChallengeProcedure'; readonly route: 'lawsuit' | 'reconsideration' }
);

export type Step<C> = (command: C, state: Handover) => readonly HandoverEvent[];
export type Steps<T extends HandoverCommand['type']> = { readonly [Type in T]: Step<Extract<HandoverCommand, { readonly type: Type }>> };
