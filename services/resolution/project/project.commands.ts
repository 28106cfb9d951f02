import type { ProjectEvent } from '#libs/contracts/project.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Project } from './project.state.js';

type Of<Type extends ProjectEvent['type']> = Omit<Extract<ProjectEvent, { readonly type: Type }>, 'type' | 'at' | 'by'>;
type Asked = { readonly at: Instant; readonly by: string };
/** What is asked as its event will say it. */
type Saying<Command extends string, Type extends ProjectEvent['type']> = { readonly type: Command } & Of<Type>;

export type ProjectCommand = Asked & (
  | Saying<'RegisterProject', 'ProjectRegistered'>
  | Saying<'AddSubcontractor', 'SubcontractorAdded'>
  | Saying<'OpenProjectAccount', 'ProjectAccountOpened'>
  | Saying<'FundLabourCost', 'LabourCostFunded'>
  | Saying<'PayProjectWages', 'ProjectWagesPaid'>
  | Saying<'AnnounceClosing', 'ProjectClosureAnnounced'>
  /** `openCases`: linked cases that are not closed; `noticeUntil`: last day of the public notice. Both read at the door. */
  | { readonly type: 'CloseProjectAccount'; readonly openCases?: number | undefined; readonly noticeUntil?: Day | undefined }
  | Saying<'PayInDeposit', 'ProjectDepositPaidIn'>
  | Saying<'DrawProjectDeposit', 'ProjectDepositDrawn'>
  | Saying<'TopUpDeposit', 'ProjectDepositToppedUp'>
  | { readonly type: 'ReleaseDeposit'; readonly openCases?: number | undefined }
  | Saying<'CheckRoster', 'RosterChecked'>
  | Saying<'CheckRightsBoard', 'RightsBoardChecked'>
  | Saying<'MakeFinding', 'ProjectFindingMade'>
  | Saying<'CorrectFinding', 'ProjectFindingCorrected'>
  | Saying<'VisitSite', 'SiteVisited'>
  | Saying<'LinkProjectCase', 'ProjectCaseLinked'>
  | Saying<'UnlinkProjectCase', 'ProjectCaseUnlinked'>
  | Saying<'PlanProjectEnd', 'ProjectEndPlanned'>
  /** `contractor`, `division`: those of the file where nobody is named. */
  | { readonly type: 'IssueSiteCode'; readonly contractor?: string | null | undefined; readonly division?: string | null | undefined; readonly until?: Day | null | undefined }
  | Saying<'RevokeSiteCode', 'SiteCodeRevoked'>
  | { readonly type: 'CompleteProject' }
);

export type Step<C> = (command: C, state: Project) => readonly ProjectEvent[];
export type Steps<T extends ProjectCommand['type'] = ProjectCommand['type']> = { readonly [Type in T]: Step<Extract<ProjectCommand, { readonly type: Type }>> };
