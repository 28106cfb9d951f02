import type { ProjectEvent } from '#libs/contracts/project.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import type { ProjectCommand } from './project.decider.js';
import { project } from './project.decider.js';

const given = specify(project);
const on = (day: string): string => `2026-${day}T09:00:00+08:00`;
const said = { at: on('03-10'), by: 'officer:1' };
const about = { name: '测试花园', sector: 'housing', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司', creditCode: null }, investment: 'government', startedOn: '2026-01-05', fingerprint: 'f' } as const;
const FINDING = '01a202d7-fb82-79c6-9585-04ddeb2ca281';
const CASE = '01a202d7-fb82-79c6-9585-04ddeb2ca282';

type Command<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { readonly type: Type }>;
const register: Command<'RegisterProject'> = { type: 'RegisterProject', ...said, ...about };
const open: Command<'OpenProjectAccount'> = { type: 'OpenProjectAccount', ...said, bank: '测试银行', openedOn: '2026-01-20' };
const fund: Command<'FundLabourCost'> = { type: 'FundLabourCost', ...said, month: '2026-02', amount: 100, proof: 'BF-1' };
const pay: Command<'PayProjectWages'> = { type: 'PayProjectWages', ...said, month: '2026-02', amount: 90, workers: 3, proof: 'GZ-1' };
const payIn: Command<'PayInDeposit'> = { type: 'PayInDeposit', ...said, amount: 1000, form: 'guarantee', proof: 'BH-1' };
const draw: Command<'DrawProjectDeposit'> = { type: 'DrawProjectDeposit', ...said, amount: 400, proof: 'DY-1' };
const topUp: Command<'TopUpDeposit'> = { type: 'TopUpDeposit', ...said, amount: 400, proof: 'BZ-1' };
const finding: Command<'MakeFinding'> = { type: 'MakeFinding', ...said, finding: FINDING, duty: 'roster', dueOn: '2026-03-20' };
const visit: Command<'VisitSite'> = { type: 'VisitSite', ...said, visit: FINDING, interviewed: 12, unpaid: { workers: 3, amount: 1_200_000, months: 2 } };
const roster: Command<'CheckRoster'> = { type: 'CheckRoster', ...said, onSite: 12, registered: 12, withContract: 11 };
const board: Command<'CheckRightsBoard'> = { type: 'CheckRightsBoard', ...said, complete: true, proof: 'ZP-1' };
const sub: Command<'AddSubcontractor'> = { type: 'AddSubcontractor', ...said, name: '测试劳务公司', creditCode: null, kind: 'labour' };
const link: Command<'LinkProjectCase'> = { type: 'LinkProjectCase', ...said, caseId: CASE };
const plan: Command<'PlanProjectEnd'> = { type: 'PlanProjectEnd', ...said, endsOn: '2026-08-31' };
const complete: Command<'CompleteProject'> = { type: 'CompleteProject', ...said };
const announce: Command<'AnnounceClosing'> = { type: 'AnnounceClosing', ...said };
const close: Command<'CloseProjectAccount'> = { type: 'CloseProjectAccount', at: on('04-11'), by: said.by, openCases: 0, noticeUntil: '2026-04-10' };
const release: Command<'ReleaseDeposit'> = { type: 'ReleaseDeposit', ...said, openCases: 0 };
const issue: Command<'IssueSiteCode'> = { type: 'IssueSiteCode', ...said };
const revoke: Command<'RevokeSiteCode'> = { type: 'RevokeSiteCode', ...said, code: 1 };

const registered: ProjectEvent = { ...register, type: 'ProjectRegistered' };
const opened: ProjectEvent = { ...open, type: 'ProjectAccountOpened' };
const funded: ProjectEvent = { ...fund, type: 'LabourCostFunded' };
const paid: ProjectEvent = { ...pay, type: 'ProjectWagesPaid' };
const held: ProjectEvent = { ...payIn, type: 'ProjectDepositPaidIn' };
const drawn: ProjectEvent = { ...draw, type: 'ProjectDepositDrawn' };
const found: ProjectEvent = { ...finding, type: 'ProjectFindingMade' };
const done: ProjectEvent = { type: 'ProjectCompleted', ...said };
const announced: ProjectEvent = { type: 'ProjectClosureAnnounced', ...said };
const visited: ProjectEvent = { ...visit, type: 'SiteVisited' };
const added: ProjectEvent = { ...sub, type: 'SubcontractorAdded' };
const issued: ProjectEvent = { type: 'SiteCodeIssued', ...said, code: 1, contractor: '测试总承包有限公司', division: '439901', until: null };
const revoked: ProjectEvent = { ...revoke, type: 'SiteCodeRevoked' };
const linked: ProjectEvent = { ...link, type: 'ProjectCaseLinked' };

describe('A project file', () => {
  it('is opened once, with owner, general contractor and sector', () => given().when(register).then(registered));
  it('keeps its account, funded and paying month by month (WPR 24, 26, 31)', () => {
    given(registered).when(open).then(opened);
    given(registered, opened).when(fund).then(funded);
    given(registered, opened, funded).when({ ...fund, amount: 50, proof: 'BF-2' }).then({ ...funded, amount: 50, proof: 'BF-2' });
    given(registered, opened, funded).when(pay).then(paid);
  });
  it('closes the account on the day after thirty days of notice, when nobody is owed (WPR 27)', () => {
    given(registered, opened, done, announced).when(close).then({ type: 'ProjectAccountClosed', at: close.at, by: said.by });
    given(registered, opened, done, announced).when({ ...close, at: on('04-10') }).thenRefused('CLOSING_NOTICE_RUNS');
  });
  it('draws the deposit, fills it again, and gives it back when the works are done', () => {
    given(registered, held).when(draw).then(drawn);
    given(registered, held, drawn).when(topUp).then({ ...topUp, type: 'ProjectDepositToppedUp' });
    given(registered, held, drawn, done).when(release).then({ type: 'ProjectDepositReleased', ...said, amount: 600 });
  });
  it('takes a case that a person links, lets it go, and takes it back', () => {
    given(registered, linked).when({ ...link, type: 'UnlinkProjectCase' }).then({ ...link, type: 'ProjectCaseUnlinked' });
    given(registered, linked, { ...linked, type: 'ProjectCaseUnlinked' }).when(link).then(linked);
  });
  it('is visited where nobody is owed, too', () => given(registered).when({ ...visit, unpaid: null }).then({ ...visited, unpaid: null } as ProjectEvent));

  it('has a day on which the works are to be done, the last that was planned', () => {
    given(registered).when(plan).then({ ...plan, type: 'ProjectEndPlanned' });
    given(registered, { ...plan, type: 'ProjectEndPlanned' }).when({ ...plan, endsOn: '2026-09-30' }).then({ ...plan, type: 'ProjectEndPlanned', endsOn: '2026-09-30' });
  });

  takesEffectOnce(project, {
    RegisterProject: [[], register], AddSubcontractor: [[registered], sub], OpenProjectAccount: [[registered], open], FundLabourCost: [[registered, opened], fund], PayProjectWages: [[registered, opened], pay],
    AnnounceClosing: [[registered, opened, done], announce], CloseProjectAccount: [[registered, opened, done, announced], close], PayInDeposit: [[registered], payIn], DrawProjectDeposit: [[registered, held], draw],
    TopUpDeposit: [[registered, held, drawn], topUp], ReleaseDeposit: [[registered, held, done], release], CheckRoster: [[registered], roster], CheckRightsBoard: [[registered], board], MakeFinding: [[registered], finding],
    CorrectFinding: [[registered, found], { type: 'CorrectFinding', ...said, finding: FINDING, proof: 'ZG-1' }], VisitSite: [[registered], visit], LinkProjectCase: [[registered], link],
    UnlinkProjectCase: [[registered], { ...link, type: 'UnlinkProjectCase' }], PlanProjectEnd: [[registered], plan], CompleteProject: [[registered], complete],
    IssueSiteCode: [[registered], issue], RevokeSiteCode: [[registered, issued], revoke],
  });

  it('gives a code for the workers of the general contractor at the place of the project, where nobody is named', () => given(registered).when(issue).then(issued));
  it('gives a subcontractor a code of its own, by its name in the file', () => given(registered, added, issued).when({ ...issue, contractor: '测试劳务公司', until: '2026-12-31' })
    .then({ ...issued, code: 2, contractor: '测试劳务公司', until: '2026-12-31' } as ProjectEvent));
  it('gives a new code once the old one has ended, or was taken back', () => {
    given(registered, { ...issued, until: '2026-03-10' } as ProjectEvent).when({ ...issue, at: on('03-11'), until: '2026-03-11' }).then({ ...issued, at: on('03-11'), code: 2, until: '2026-03-11' } as ProjectEvent);
    given(registered, { ...issued, until: '2026-03-10' } as ProjectEvent).when({ ...issue, until: '2026-03-10' }).thenNothing(); // Its last day counts.
    given(registered, issued, revoked).when(issue).then({ ...issued, code: 2 } as ProjectEvent);
  });

  refusesWith(project, [
    ['NO_SUCH_PROJECT', [], open],
    ['NO_SUCH_PROJECT', [], visit],
    ['PROJECT_EXISTS', [registered], { ...register, name: '测试广场' }],
    ['PROJECT_COMPLETED', [registered, done], sub],
    ['PROJECT_COMPLETED', [registered, done], plan],
    ['PROJECT_NOT_COMPLETED', [registered, opened], announce],
    ['PROJECT_NOT_COMPLETED', [registered, held], release],
    ['WAGES_OUTSTANDING', [registered, opened, done, announced], { ...close, openCases: 1 }],
    ['WAGES_OUTSTANDING', [registered, held, done], { ...release, openCases: 1 }],
    ['ACCOUNT_OPEN_ALREADY', [registered, opened], { ...open, bank: '另一银行' }],
    ['ACCOUNT_NOT_OPEN', [registered], fund],
    ['ACCOUNT_NOT_OPEN', [registered], pay],
    ['CLOSING_ANNOUNCED', [registered, opened, done, announced], 'AnnounceClosing'],
    ['CLOSING_NOT_ANNOUNCED', [registered, opened, done], close],
    ['CLOSING_NOTICE_RUNS', [registered, opened, done, announced], { ...close, at: on('04-10') }],
    ['DEPOSIT_PAID_IN_ALREADY', [registered, held], { ...payIn, proof: 'BH-2' }],
    ['DEPOSIT_NOT_HELD', [registered], draw],
    ['DEPOSIT_OVERDRAWN', [registered, held], { ...draw, amount: 1001 }],
    ['DEPOSIT_FULL', [registered, held, drawn], { ...topUp, amount: 401 }],
    ['MONTH_OUT_OF_WORKS', [registered, opened], { ...fund, month: '2025-12' }],
    ['MONTH_OUT_OF_WORKS', [registered, opened], { ...pay, month: '2026-04' }],
    ['PROOF_USED', [registered, opened, funded], { ...fund, amount: 101 }],
    ['ROSTER_COUNTS_DIFFER', [registered], { ...roster, registered: 13 }],
    ['FINDING_DUE_BEFORE', [registered], { ...finding, dueOn: '2026-03-09' }],
    ['FINDING_DIFFERS', [registered, found], { ...finding, duty: 'deposit' }],
    ['NO_SUCH_FINDING', [registered], { type: 'CorrectFinding', ...said, finding: FINDING, proof: 'ZG-1' }],
    ['VISIT_DIFFERS', [registered, visited], { ...visit, interviewed: 13 }],
    ['CONTRACTOR_UNKNOWN', [registered], { ...issue, contractor: '没有登记的公司' }],
    ['SITE_CODE_ENDS_BEFORE', [registered], { ...issue, until: '2026-03-09' }],
    ['NO_SUCH_SITE_CODE', [registered], revoke],
    ['NO_SUCH_SITE_CODE', [registered, issued], { ...revoke, code: 2 }],
    ['FACT_OUT_OF_ORDER', [registered], { ...complete, at: on('01-04') }],
  ]);
});
