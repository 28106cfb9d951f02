import type { employerRecord, InspectionEvent } from '#libs/contracts/resolution.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Inspection, Owed } from './inspection.state.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}

export type InspectionCommand = Given & (
  /** `order` is absent where the body only assists. */
  | { readonly type: 'ReceiveComplaint'; readonly division: string; readonly order: number | null }
  | { readonly type: 'RequestSupplements'; readonly gaps: readonly string[] }
  | { readonly type: 'ReceiveSupplements' }
  | { readonly type: 'AcceptComplaint' }
  | { readonly type: 'RefuseComplaint'; readonly ground: string; readonly otherRoutes: readonly string[] }
  /** `noInterest`: each declared to have no direct interest in the matter; false where one has. */
  | { readonly type: 'FileInspection'; readonly inspectors: readonly string[]; readonly noInterest?: boolean | undefined }
  | { readonly type: 'ExtendInvestigation'; readonly days: number; readonly approvedBy: string }
  | { readonly type: 'SuspendInvestigation'; readonly reason: string }
  | { readonly type: 'ResumeInvestigation' }
  | { readonly type: 'CompleteInvestigation' }
  | { readonly type: 'OrderPayment'; readonly owed: readonly Owed[]; readonly dueOn: Day; readonly service: 'inPerson' | 'posted' | 'mail' | 'notice' }
  | { readonly type: 'ExpirePayOrder' }
  | { readonly type: 'DecideHandling'; readonly amount: number; readonly additionalCompensation: number }
  | { readonly type: 'DecidePenalty'; readonly fine: number }
  | { readonly type: 'WithdrawFiling'; readonly reason: string }
  | { readonly type: 'ReportCrime' }
  | { readonly type: 'ApproveTransfer'; readonly approvedBy: string }
  | { readonly type: 'DeclineTransfer'; readonly reason: string }
  | { readonly type: 'TransferToPolice' }
  | { readonly type: 'ForwardByPolice'; readonly to: string }
  | { readonly type: 'RecordPoliceFiling' }
  | { readonly type: 'RecordPoliceRefusal'; readonly reason: string }
  | { readonly type: 'RequestReconsideration' }
  /** `filed`: the police changed their mind. */
  | { readonly type: 'RecordReconsideration'; readonly filed: boolean; readonly reason: string }
  | { readonly type: 'ApplyForCourtEnforcement' }
) | FollowUpCommand | DemandCommand;

/** What the employer is told to do by a day, beside paying. */
export type DemandCommand = Given & (
  | { readonly type: 'OrderRectification'; readonly matters: readonly string[]; readonly dueOn: Day }
  | { readonly type: 'ExpireRectification' }
  | { readonly type: 'RecordRectified'; readonly proof: string }
  | { readonly type: 'DemandRecords'; readonly records: readonly (typeof employerRecord.options)[number][]; readonly dueOn: Day }
  | { readonly type: 'ReceiveRecords' }
  | { readonly type: 'MakeAdverseFinding' }
);

/** What follows a decision or an order to pay. */
export type FollowUpCommand = Given & (
  | { readonly type: 'NotifySanctionListing' }
  | { readonly type: 'ObjectToSanctionListing'; readonly ground: string }
  | { readonly type: 'ExtendSanctionListing'; readonly days: number; readonly approvedBy: string }
  | { readonly type: 'ListForSanctions' }
  | { readonly type: 'DeclineSanctionListing'; readonly reason: string }
  /** `early`: six months after the wrong was made good, with a written promise. */
  | { readonly type: 'RemoveFromSanctionList'; readonly ground: 'termEnded' | 'early' | 'revoked'; readonly correctedOn?: Day | undefined; readonly promised?: boolean | undefined }
  | { readonly type: 'FindMajorViolation'; readonly publishing: 'local' | 'provincial' }
  | { readonly type: 'PublishViolation' }
  | { readonly type: 'CallDeposit'; readonly amount: number }
  | { readonly type: 'RecordDepositUsed' }
  | { readonly type: 'RecordDepositRefilled' }
  | { readonly type: 'AnnounceAccountClosure' }
  /** `noticeUntil`: last day of the public notice by the law of the place, read at the door. */
  | { readonly type: 'CloseWageAccount'; readonly noticeUntil?: Day | undefined }
  | { readonly type: 'AnnounceDecision'; readonly decision: 'handling' | 'penalty' }
  | { readonly type: 'ServeDecision'; readonly decision: 'handling' | 'penalty' }
);

export type Step<C> = (command: C, state: Inspection) => readonly InspectionEvent[];
export type Steps<T extends InspectionCommand['type']> = { readonly [Type in T]: Step<Extract<InspectionCommand, { readonly type: Type }>> };
