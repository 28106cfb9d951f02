import type { ProjectEvent } from '#libs/contracts/project.events.js';
import { fold } from '#libs/decider/decider.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { checklistOf, lacking } from './project-checklist.js';
import { project } from './project.decider.js';

const policies = loadPolicies('policies');
const pack = policies.packFor('439901', '2026-03-02')!;
const calendar = policies.calendarFor('439901', pack);
const at = (on: string): string => `${on}T09:00:00+08:00`;
const by = 'officer:1';
const begun: ProjectEvent = { type: 'ProjectRegistered', at: at('2026-01-05'), by, name: '测试花园', sector: 'housing', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司', creditCode: null }, investment: 'private', startedOn: '2026-01-05', fingerprint: 'f' };
const account: ProjectEvent = { type: 'ProjectAccountOpened', at: at('2026-01-20'), by, bank: '测试银行', openedOn: '2026-01-20' };
const deposit: ProjectEvent = { type: 'ProjectDepositPaidIn', at: at('2026-01-20'), by, amount: 1_000, form: 'cash', proof: 'b1' };
const funded = (month: string): ProjectEvent => ({ type: 'LabourCostFunded', at: at('2026-03-31'), by, month, amount: 100, proof: month });
const paid = (month: string): ProjectEvent => ({ type: 'ProjectWagesPaid', at: at('2026-03-31'), by, month, amount: 100, workers: 3, proof: month });
const roster = (on: string, withContract = 12): ProjectEvent => ({ type: 'RosterChecked', at: at(on), by, onSite: 12, registered: 12, withContract });
const board = (on: string, complete = true): ProjectEvent => ({ type: 'RightsBoardChecked', at: at(on), by, complete, proof: 'p' });
const checks = (on: string, ...events: ProjectEvent[]): ReturnType<typeof checklistOf> => checklistOf(fold(project, [begun, ...events]), pack.parameters, on, calendar);
const one = (duty: string, on: string, ...events: ProjectEvent[]): unknown => {
  const { status, dueOn, months } = checks(on, ...events).find((check) => check.duty === duty)!;
  return [status, dueOn, months];
};

describe('What a project file lacks by law', () => {
  it('names each duty with its article', () => expect(checks('2026-01-05').map(({ duty, ground }) => [duty, ground.split(';')[0]!.split(' (')[0]])).toEqual([
    ['wageAccount', 'WPR 26'], ['deposit', 'WPR 32'], ['labourCost', 'WPR 24, 29'], ['wagesPaid', 'WPR 11, 31'], ['roster', 'WPR 28'], ['rightsBoard', 'WPR 34']]));

  it('is nothing in the first days, and all of it in the third month', () => {
    expect(lacking(checks('2026-01-30'))).toEqual([]);
    expect(lacking(checks('2026-04-10'))).toEqual(['wageAccount', 'deposit', 'labourCost', 'wagesPaid', 'roster', 'rightsBoard']);
    expect(lacking(checks('2026-04-01', account, deposit, funded('2026-01'), funded('2026-02'), funded('2026-03'), paid('2026-01'), paid('2026-02'), paid('2026-03'), roster('2026-03-20'), board('2026-03-01')))).toEqual([]);
  });

  it('gives thirty days for the account, the last of them in time', () => { // 2026-01-05 + 30 days
    expect([one('wageAccount', '2026-02-04'), one('wageAccount', '2026-02-05'), one('wageAccount', '2026-02-05', account)]).toEqual([['due', '2026-02-04', []], ['lacking', '2026-02-04', []], ['met', null, []]]);
  });

  it('gives twenty working days for the deposit, and asks for it again when it was drawn', () => { // 01-06 to 02-02; the Sunday 01-04 was made up before.
    expect([one('deposit', '2026-02-02'), one('deposit', '2026-02-03')]).toEqual([['due', '2026-02-02', []], ['lacking', '2026-02-02', []]]);
    expect(one('deposit', '2026-03-01', deposit, { type: 'ProjectDepositDrawn', at: at('2026-02-20'), by, amount: 400, proof: 'd' })).toEqual(['lacking', null, []]);
  });

  it('looks for money and wages in each whole month of the works', () => {
    expect(one('labourCost', '2026-01-31')).toEqual(['met', null, []]); // The first month is not over.
    expect(one('labourCost', '2026-04-01', account, funded('2026-02'))).toEqual(['lacking', null, ['2026-01', '2026-03']]);
    expect(one('wagesPaid', '2026-09-01', account, paid('2026-01'), { type: 'ProjectCompleted', at: at('2026-02-10'), by })).toEqual(['lacking', null, ['2026-02']]); // No works, no wages.
  });

  it('has the roster checked every thirty days and everybody under contract', () => {
    expect([one('roster', '2026-03-31', roster('2026-03-01')), one('roster', '2026-04-01', roster('2026-03-01')), one('roster', '2026-03-02', roster('2026-03-01', 11))]).toEqual([
      ['met', '2026-03-31', []], ['lacking', '2026-03-31', []], ['lacking', null, []]]);
  });

  it('has the notice board checked every ninety days and whole', () => {
    expect([one('rightsBoard', '2026-04-05'), one('rightsBoard', '2026-04-06'), one('rightsBoard', '2026-04-06', board('2026-04-06', false))]).toEqual([['due', '2026-04-05', []], ['lacking', '2026-04-05', []], ['lacking', null, []]]);
  });
});
