import type { CampaignEvent, CampaignFigures } from '#libs/contracts/campaign.events.js';
import { specify } from '#libs/decider/specify.js';
import type { CampaignCommand, Measured } from './campaign.decider.js';
import { campaign } from './campaign.decider.js';

const given = specify(campaign);
const at = '2026-11-30T09:00:00+08:00';
const by = 'supervisor:s-1';
const other = 'supervisor:s-2';
const sealed = (field: string) => ({ sealed: 1 as const, subject: '01a202d7-fb82-79c6-9585-04ddeb2ca2f0', field, data: 'c2VhbGVkLXNhbXBsZS1jMmVhbGVkLXNhbXBsZS1jMmVhbGVk' });
const targets = [{ division: '439900', openMax: 0, dueOn: '2027-02-05' }, { division: '439901', openMax: 1, dueOn: '2027-01-20' }];
const said = { kind: 'winter' as const, title: '冬季行动', division: '439900', year: 2026, source: '测试发〔2026〕1号', rule: { categories: ['D01'], verified: true as const, left: 'unpaid' as const }, targets };
const sums = (open: number) => ({ total: 4, open, done: 4 - open, workers: open, unpaid: open * 100 });
const figures = (open: number): CampaignFigures => ({ ...sums(open), divisions: [{ division: '439901', ...sums(open) }] });
const measured = (open: number): Measured => ({ position: '10', query: 'campaign/1', figures: figures(open) });
const propose: CampaignCommand = { type: 'ProposeCampaign', at, by, ...said };
const proposed: CampaignEvent = { type: 'CampaignProposed', at, by, ...said };
const start = (who = other): CampaignCommand => ({ type: 'StartCampaign', at, by: who, measured: measured(3) });
const started: CampaignEvent = { type: 'CampaignStarted', at, by: other, targets, ...measured(3) };
const dueNext = '2027-02-11T00:00:00+08:00';
const after = '2027-02-06T00:00:00+08:00';
const judge = (division: string, open: number, when = after): CampaignCommand => ({ type: 'JudgeTarget', at: when, by: 'process:clocks', division, measured: measured(open), answerDue: dueNext });
const missed: CampaignEvent = { type: 'CampaignTargetMissed', at: after, division: '439900', dueOn: '2027-02-05', openMax: 0, position: '10', query: 'campaign/1', ...sums(1) };
const escalated = (step: 1 | 2, when: string, answerDue: string): CampaignEvent =>
  ({ type: 'CampaignEscalated', at: when, division: '439900', step, ...(step === 1 ? { addressee: 'divisionSupervisor', measure: 'writtenNotice' } : { addressee: 'superiorSupervisor', measure: 'interview' }), answerDue });
const close: CampaignCommand = { type: 'CloseCampaign', at: after, by: other, measured: measured(1), left: [{ reason: 'defaulted', cases: 1, workers: 1, unpaid: 100 }], note: null };
const matter = '01a202d7-fb82-79c6-9585-04ddeb2ca2e1';
const list: CampaignCommand = { type: 'ListMatter', at, by, matter, title: '设立窗口', department: 'employmentService', division: '439901', dueOn: '2026-12-31' };
const listed: CampaignEvent = { type: 'PracticalMatterListed', at, by, matter, title: '设立窗口', department: 'employmentService', division: '439901', dueOn: '2026-12-31' };
const listProposed: CampaignEvent = { ...proposed, kind: 'practicalMatters', rule: null } as CampaignEvent;

describe('A campaign', () => {
  it('is proposed once under its id', () => {
    given().when(propose).then(proposed);
    given(proposed).when(propose).thenNothing();
    given(proposed).when({ ...propose, title: '另一行动' } as CampaignCommand).thenRefused('CAMPAIGN_EXISTS');
  });
  it('says which cases enter, unless it counts no cases', () => {
    given().when({ ...propose, rule: null } as CampaignCommand).thenRefused('CAMPAIGN_RULE_MISSING');
    given().when({ ...propose, kind: 'visits' } as CampaignCommand).thenRefused('CAMPAIGN_RULE_MISSING');
  });
  it('has one target for each place, its own first', () => {
    given().when({ ...propose, targets: [targets[1]!] } as CampaignCommand).thenRefused('CAMPAIGN_TARGETS_WRONG');
    given().when({ ...propose, targets: [targets[0]!, targets[0]!] } as CampaignCommand).thenRefused('CAMPAIGN_TARGETS_WRONG');
  });
  it('is started by another person, once, with its baseline frozen', () => {
    given(proposed).when(start()).then(started);
    given(proposed).when(start('officer:s-1')).thenRefused('CAMPAIGN_BY_PROPOSER'); // Another role makes no other person.
    given(proposed, started).when(start()).thenNothing();
    given().when(start()).thenRefused('NO_SUCH_CAMPAIGN');
  });
  it('is rejected instead, and then stays so', () => {
    const rejected: CampaignEvent = { type: 'CampaignRejected', at, by: other, reason: sealed('reason') };
    const reject: CampaignCommand = { type: 'RejectCampaign', at, by: other, reason: sealed('reason') };
    given(proposed).when(reject).then(rejected);
    given(proposed, rejected).when(reject).thenNothing();
    given(proposed, rejected).when(start()).thenRefused('CAMPAIGN_DECIDED');
    given(proposed, started).when(reject).thenRefused('CAMPAIGN_DECIDED');
  });
  it('warns each place once', () => {
    const warn: CampaignCommand = { type: 'WarnOfTarget', at, by, division: '439901' };
    const warned: CampaignEvent = { type: 'CampaignTargetWarned', at, division: '439901', dueOn: '2027-01-20' };
    given(proposed, started).when(warn).then(warned);
    given(proposed, started, warned).when(warn).thenNothing();
    given(proposed).when(warn).thenNothing();
  });
});

describe('A target', () => {
  it('is not judged on its day, but when that has ended', () => {
    given(proposed, started).when(judge('439900', 1, '2027-02-04T12:00:00+08:00')).thenNothing();
    given(proposed, started).when(judge('439900', 1, '2027-02-05T23:59:59+08:00')).thenNothing();
    given(proposed, started).when(judge('439900', 1)).then(missed, escalated(1, after, dueNext));
  });
  it('is met where no more is open than it allows, each place by its own', () => {
    given(proposed, started).when(judge('439901', 1)).then({ type: 'CampaignTargetMet', at: after, division: '439901', dueOn: '2027-01-20', openMax: 1, position: '10', query: 'campaign/1', ...sums(1) });
    given(proposed, started).when(judge('439900', 0)).then({ ...missed, type: 'CampaignTargetMet', ...sums(0) } as CampaignEvent);
  });
  it('is judged once', () => {
    given(proposed, started, missed).when(judge('439900', 0)).thenNothing();
    given(proposed, started).when(judge('439902', 1)).thenNothing(); // No target of that place.
  });
  it('that is missed climbs until it is answered, and no further than the ladder', () => {
    const climb = (when: string): CampaignCommand => ({ type: 'ClimbCampaign', at: when, by: 'process:clocks', division: '439900', answerDue: '2027-02-18T00:00:00+08:00' });
    const first = escalated(1, after, dueNext);
    const second = escalated(2, dueNext, '2027-02-18T00:00:00+08:00');
    const answer: CampaignCommand = { type: 'AnswerCampaign', at: dueNext, by: other, division: '439900', answer: sealed('answer') };
    const answered: CampaignEvent = { type: 'CampaignAnswered', at: dueNext, by: other, division: '439900', answer: sealed('answer') };
    given(proposed, started, missed, first).when(climb('2027-02-10T23:59:59+08:00')).thenNothing();
    given(proposed, started, missed, first).when(climb(dueNext)).then(second);
    given(proposed, started, missed, first, second).when(climb('2027-02-20T00:00:00+08:00')).thenNothing();
    given(proposed, started, missed, first).when(answer).then(answered);
    given(proposed, started, missed, first, answered).when(answer).thenNothing();
    given(proposed, started, missed, first, answered).when(climb(dueNext)).thenNothing();
    given(proposed, started).when(answer).thenRefused('NO_TARGET_TO_ANSWER');
  });
});

describe('A list of practical matters', () => {
  const listStarted: CampaignEvent = { ...started } as CampaignEvent;
  it('takes each matter once, and sees it done once', () => {
    given(listProposed, listStarted).when(list).then(listed);
    given(listProposed, listStarted, listed).when(list).thenNothing();
    given(listProposed, listStarted, listed).when({ ...list, title: '别的事项' } as CampaignCommand).thenRefused('MATTER_DIFFERS');
    const finish: CampaignCommand = { type: 'FinishMatter', at, by, matter, proof: 'BSS-1' };
    const done: CampaignEvent = { type: 'PracticalMatterDone', at, by, matter, proof: 'BSS-1' };
    given(listProposed, listStarted, listed).when(finish).then(done);
    given(listProposed, listStarted, listed, done).when(finish).thenNothing();
    given(listProposed, listStarted).when(finish).thenRefused('NO_SUCH_MATTER');
  });
  it('is no other campaign', () => given(proposed, started).when(list).thenRefused('NOT_A_LIST_OF_MATTERS'));
});

describe('A closing report', () => {
  const closed: CampaignEvent = {
    type: 'CampaignClosed', at: after, by: other, ...measured(1), left: [{ reason: 'defaulted', cases: 1, workers: 1, unpaid: 100 }],
    targets: [{ ...targets[0]!, outcome: 'missed' }, { ...targets[1]!, outcome: 'notDue' }], note: null,
  };
  it('says what was reached, what is left and why, once', () => {
    given(proposed, started, missed).when(close).then(closed);
    given(proposed, started, missed, closed).when(close).thenNothing();
    given(proposed).when(close).thenRefused('CAMPAIGN_NOT_RUNNING');
  });
  it('ends the campaign', () => given(proposed, started, missed, closed).when(judge('439901', 4)).thenNothing());
});
