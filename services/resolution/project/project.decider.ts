import type { ProjectEvent } from '#libs/contracts/project.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { ProjectCommand, Step, Steps } from './project.commands.js';
import { refuse } from './project.refusals.js';
import type { Project } from './project.state.js';
import { contractorsOf, evolve, holds, initial, meant } from './project.state.js';

export type { ProjectCommand } from './project.commands.js';
export type { Project } from './project.state.js';
export { holds } from './project.state.js';

type Guard = (state: Project) => Refusal | undefined;
const known: Guard = ({ about }) => (about ? undefined : refuse('NO_SUCH_PROJECT'));
const held: Guard = ({ deposit }) => (deposit.step === 'held' ? undefined : refuse('DEPOSIT_NOT_HELD'));
const then = (...guards: readonly Guard[]): Guard => (state) => guards.reduce<Refusal | undefined>((found, guard) => found ?? guard(state), undefined);
const completed: Guard = ({ completedOn }) => (completedOn ? undefined : refuse('PROJECT_NOT_COMPLETED'));

const may = {
  AddSubcontractor: then(known, ({ completedOn }) => (completedOn ? refuse('PROJECT_COMPLETED') : undefined)),
  OpenProjectAccount: then(known, ({ account }) => (account.step === 'none' ? undefined : refuse('ACCOUNT_OPEN_ALREADY'))),
  FundLabourCost: then(known, ({ account }) => (account.step === 'open' || account.step === 'announced' ? undefined : refuse('ACCOUNT_NOT_OPEN'))),
  PayProjectWages: then(known, ({ account }) => (account.step === 'open' || account.step === 'announced' ? undefined : refuse('ACCOUNT_NOT_OPEN'))),
  AnnounceClosing: then(known, ({ account }) => (account.step === 'open' ? undefined : refuse(account.step === 'announced' ? 'CLOSING_ANNOUNCED' : 'ACCOUNT_NOT_OPEN')), completed),
  CloseProjectAccount: then(known, ({ account }) => (account.step === 'announced' ? undefined : refuse(account.step === 'open' ? 'CLOSING_NOT_ANNOUNCED' : 'ACCOUNT_NOT_OPEN'))),
  PayInDeposit: then(known, ({ deposit }) => (deposit.step === 'none' ? undefined : refuse('DEPOSIT_PAID_IN_ALREADY'))),
  DrawProjectDeposit: then(known, held), TopUpDeposit: then(known, held), ReleaseDeposit: then(known, held, completed),
  CheckRoster: known, CheckRightsBoard: known, MakeFinding: known, VisitSite: known, PlanProjectEnd: then(known, ({ completedOn }) => (completedOn ? refuse('PROJECT_COMPLETED') : undefined)), LinkProjectCase: known, UnlinkProjectCase: known, CompleteProject: known, IssueSiteCode: known,
  RevokeSiteCode: then(known, ({ siteCodes = {} }) => (Object.keys(siteCodes).length > 0 ? undefined : refuse('NO_SUCH_SITE_CODE'))),
  CorrectFinding: then(known, ({ findings }) => (Object.keys(findings).length > 0 ? undefined : refuse('NO_SUCH_FINDING'))),
} satisfies Readonly<Record<string, Guard>>;

/** The file of a building project, shared by the regulators of construction, transport and water and the inspection body (WPR 24 to 37). */
export const project: Decider<Project, ProjectCommand, ProjectEvent> = { initial, decide, evolve, may };

function decide(command: ProjectCommand, state: Project): readonly ProjectEvent[] {
  return (steps[command.type] as Step<ProjectCommand>)(command, state);
}

function allow(type: keyof typeof may, state: Project): void {
  const refusal = may[type](state);
  if (refusal) throw refusal;
}

const file: Steps<'RegisterProject' | 'AddSubcontractor' | 'MakeFinding' | 'CorrectFinding' | 'VisitSite' | 'LinkProjectCase' | 'UnlinkProjectCase' | 'PlanProjectEnd' | 'CompleteProject' | 'CheckRoster' | 'CheckRightsBoard' | 'IssueSiteCode' | 'RevokeSiteCode'> = {
  RegisterProject({ at, by, name, sector, division, owner, generalContractor: { name: firm, creditCode }, investment, startedOn, fingerprint }, state) {
    const generalContractor = { name: firm, creditCode };
    const about = { name, sector, division, owner, generalContractor, investment, startedOn, fingerprint };
    if (state.about) {
      if (sameFile(state.about, about)) return [];
      throw refuse('PROJECT_EXISTS');
    }
    return [{ type: 'ProjectRegistered', at, by, name, sector, division, owner, generalContractor, investment, startedOn, fingerprint }];
  },
  AddSubcontractor({ at, by, name, creditCode, kind }, state) {
    if (state.subcontractors.some((one) => one.name === name && one.creditCode === creditCode && one.kind === kind)) return [];
    allow('AddSubcontractor', state);
    return [{ type: 'SubcontractorAdded', at, by, name, creditCode, kind }];
  },
  CheckRoster({ at, by, onSite, registered, withContract }, state) {
    allow('CheckRoster', state);
    if (registered > onSite || withContract > onSite) throw refuse('ROSTER_COUNTS_DIFFER');
    const { roster } = state;
    if (roster?.on === dayOf(at) && roster.onSite === onSite && roster.registered === registered && roster.withContract === withContract) return [];
    inOrder(dayOf(at), roster?.on);
    return [{ type: 'RosterChecked', at, by, onSite, registered, withContract }];
  },
  CheckRightsBoard({ at, by, complete, proof }, state) {
    const { board } = state;
    if (board?.on === dayOf(at) && board.complete === complete && board.proof === proof) return [];
    allow('CheckRightsBoard', state);
    inOrder(dayOf(at), board?.on);
    return [{ type: 'RightsBoardChecked', at, by, complete, proof }];
  },
  MakeFinding({ at, by, finding, duty, dueOn }, state) {
    const standing = state.findings[finding];
    if (standing?.duty === duty && standing.dueOn === dueOn) return [];
    if (standing) throw refuse('FINDING_DIFFERS');
    allow('MakeFinding', state);
    if (dueOn < dayOf(at)) throw refuse('FINDING_DUE_BEFORE', { dueOn });
    return [{ type: 'ProjectFindingMade', at, by, finding, duty, dueOn }];
  },
  CorrectFinding({ at, by, finding, proof }, state) {
    allow('CorrectFinding', state);
    const standing = state.findings[finding];
    if (!standing) throw refuse('NO_SUCH_FINDING');
    return standing.correctedOn ? [] : [{ type: 'ProjectFindingCorrected', at, by, finding, proof }];
  },
  VisitSite({ at, by, visit, interviewed, unpaid: said }, state) {
    const unpaid = said && { workers: said.workers, amount: said.amount, months: said.months };
    const standing = state.visits[visit];
    if (standing) {
      if (standing.interviewed === interviewed && sameArrears(standing.unpaid, unpaid)) return [];
      throw refuse('VISIT_DIFFERS');
    }
    allow('VisitSite', state);
    return [{ type: 'SiteVisited', at, by, visit, interviewed, unpaid }];
  },
  LinkProjectCase({ at, by, caseId }, state) {
    if (state.cases[caseId] === 'linked') return [];
    allow('LinkProjectCase', state);
    return [{ type: 'ProjectCaseLinked', at, by, caseId }];
  },
  UnlinkProjectCase({ at, by, caseId }, state) {
    if (state.cases[caseId] === 'unlinked') return [];
    allow('UnlinkProjectCase', state);
    return [{ type: 'ProjectCaseUnlinked', at, by, caseId }];
  },
  PlanProjectEnd({ at, by, endsOn }, state) {
    if (state.endsOn === endsOn) return [];
    allow('PlanProjectEnd', state);
    inOrder(endsOn, state.about!.startedOn);
    return [{ type: 'ProjectEndPlanned', at, by, endsOn }];
  },
  IssueSiteCode({ at, by, until = null, ...asked }, state) {
    allow('IssueSiteCode', state); // Also after the works: arrears are complained of for years.
    const contractor = asked.contractor ?? state.about!.generalContractor.name;
    const division = asked.division ?? state.about!.division;
    if (!contractorsOf(state).includes(contractor)) throw refuse('CONTRACTOR_UNKNOWN');
    if (until !== null && until < dayOf(at)) throw refuse('SITE_CODE_ENDS_BEFORE', { until });
    const codes = Object.values(state.siteCodes ?? {});
    if (codes.some((one) => holds(one, dayOf(at)) && one.contractor === contractor && one.division === division && one.until === until)) return []; // The poster hangs already.
    return [{ type: 'SiteCodeIssued', at, by, code: codes.length + 1, contractor, division, until }];
  },
  RevokeSiteCode({ at, by, code }, state) {
    allow('RevokeSiteCode', state);
    const issued = state.siteCodes?.[code];
    if (!issued) throw refuse('NO_SUCH_SITE_CODE');
    if (issued.revokedOn !== null) return [];
    inOrder(dayOf(at), issued.issuedOn);
    return [{ type: 'SiteCodeRevoked', at, by, code }];
  },
  CompleteProject({ at, by }, state) {
    if (state.completedOn) return [];
    allow('CompleteProject', state);
    inOrder(dayOf(at), state.about!.startedOn);
    return [{ type: 'ProjectCompleted', at, by }];
  },
};

const money: Steps<Exclude<ProjectCommand['type'], keyof typeof file>> = {
  OpenProjectAccount({ at, by, bank, openedOn }, state) {
    if (state.account.step === 'open' && state.account.bank === bank && state.account.on === openedOn) return [];
    allow('OpenProjectAccount', state);
    return [{ type: 'ProjectAccountOpened', at, by, bank, openedOn }];
  },
  FundLabourCost: ({ at, by, month, amount, proof }, state) => booked({ type: 'LabourCostFunded', at, by, month, amount, proof }, 'FundLabourCost', state),
  PayProjectWages: ({ at, by, month, amount, workers, proof }, state) => booked({ type: 'ProjectWagesPaid', at, by, month, amount, workers, proof }, 'PayProjectWages', state),
  AnnounceClosing({ at, by }, state) {
    if (state.account.step === 'announced') return [];
    allow('AnnounceClosing', state);
    inOrder(dayOf(at), state.completedOn ?? undefined);
    return [{ type: 'ProjectClosureAnnounced', at, by }];
  },
  CloseProjectAccount({ at, by, openCases = 0, noticeUntil }, state) {
    if (state.account.step === 'closed') return [];
    allow('CloseProjectAccount', state);
    if (openCases > 0) throw refuse('WAGES_OUTSTANDING', { openCases });
    inOrder(dayOf(at), state.account.on ?? undefined);
    if (noticeUntil !== undefined && dayOf(at) <= noticeUntil) throw refuse('CLOSING_NOTICE_RUNS', { until: noticeUntil }); // WPR 27: thirty days first.
    return [{ type: 'ProjectAccountClosed', at, by }];
  },
  PayInDeposit: ({ at, by, amount, form, proof }, state) => booked({ type: 'ProjectDepositPaidIn', at, by, amount, form, proof }, 'PayInDeposit', state),
  DrawProjectDeposit: ({ at, by, amount, proof }, state) => booked({ type: 'ProjectDepositDrawn', at, by, amount, proof }, 'DrawProjectDeposit', state),
  TopUpDeposit: ({ at, by, amount, proof }, state) => booked({ type: 'ProjectDepositToppedUp', at, by, amount, proof }, 'TopUpDeposit', state),
  ReleaseDeposit({ at, by, openCases = 0 }, state) {
    if (state.deposit.step === 'released') return [];
    allow('ReleaseDeposit', state);
    if (openCases > 0) throw refuse('WAGES_OUTSTANDING', { openCases });
    inOrder(dayOf(at), state.completedOn ?? undefined);
    return [{ type: 'ProjectDepositReleased', at, by, amount: state.deposit.balance }];
  },
};

const steps: Steps = { ...file, ...money };

/** By value: the log gives the fields of an object back in another order than they were written in. */
function sameFile(a: NonNullable<Project['about']>, b: NonNullable<Project['about']>): boolean {
  const values = ({ name, sector, division, owner, generalContractor: firm, investment, startedOn, fingerprint }: typeof a): string =>
    JSON.stringify([name, sector, division, owner, firm.name, firm.creditCode, investment, startedOn, fingerprint]);
  return values(a) === values(b);
}

type Unpaid = Project['visits'][string]['unpaid'];
function sameArrears(a: Unpaid, b: Unpaid): boolean {
  return a?.workers === b?.workers && a?.amount === b?.amount && a?.months === b?.months;
}

type Booking = Extract<ProjectEvent, { readonly type: 'LabourCostFunded' | 'ProjectWagesPaid' | 'ProjectDepositPaidIn' | 'ProjectDepositDrawn' | 'ProjectDepositToppedUp' }>;

/** Money with its proof: the same proof again is a retry, and for other money it is refused. */
function booked(event: Booking, type: keyof typeof may, state: Project): readonly ProjectEvent[] {
  const stands = state.proofs[`${event.type} ${event.proof}`];
  if (stands === meant(event)) return [];
  if (stands !== undefined) throw refuse('PROOF_USED');
  allow(type, state);
  if ('month' in event && (event.month < state.about!.startedOn.slice(0, 7) || event.month > event.at.slice(0, 7))) throw refuse('MONTH_OUT_OF_WORKS', { month: event.month });
  const { full, balance } = state.deposit;
  if (event.type === 'ProjectDepositDrawn' && event.amount > balance) throw refuse('DEPOSIT_OVERDRAWN', { balance });
  if (event.type === 'ProjectDepositToppedUp' && balance + event.amount > full) throw refuse('DEPOSIT_FULL', { missing: full - balance });
  return [event];
}
