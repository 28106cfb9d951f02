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
  /** `procedure` absent: as it was before for this order, else general. */
  | OnOrder & { readonly type: 'HandOver'; readonly department: string; readonly division: string; readonly role: 'lead' | 'assist'; readonly procedure?: Procedure | undefined }
  /** `urgent`: help cannot wait for the decision (LAL 44; SAR 48). */
  | OnOrder & { readonly type: 'ApplyForProcedure'; readonly procedure: Procedure; readonly urgent?: boolean | undefined }
  /** `factsClear`: rights and duties are clear, so that the shorter limit holds (WII 20). */
  | OnOrder & { readonly type: 'AcceptProcedure'; readonly procedure: Procedure; readonly factsClear?: boolean | undefined }
  | OnOrder & { readonly type: 'GiveRelief'; readonly amount: number }
  | OnOrder & { readonly type: 'CompleteReliefPapers' }
  | OnOrder & { readonly type: 'GrantLegalAid' }
  | OnOrder & { readonly type: 'RefuseLegalAid'; readonly ground: string }
  | OnOrder & { readonly type: 'HelpFirst'; readonly ground: 'limitEnds' | 'preservation' | 'advanceEnforcement' | 'other' }
  | OnOrder & { readonly type: 'ObjectToAidRefusal' }
  | OnOrder & { readonly type: 'ReviewAidRefusal'; readonly upheld: boolean }
  | OnOrder & { readonly type: 'AssignLawyer' }
  /** `arrears`, `resolved` and `name` are the pack's, read at the door. */
  | OnOrder & ClueFacts & { readonly type: 'VerifyClue'; readonly conclusion: string; readonly arrears?: boolean; readonly resolved?: boolean; readonly name?: { readonly zh: string; readonly en: string } }
  | OnOrder & { readonly type: 'ConcludeMatter'; readonly procedure: Procedure; readonly result: string; readonly reply?: Sealed | null | undefined }
  | CourseCommand;

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
