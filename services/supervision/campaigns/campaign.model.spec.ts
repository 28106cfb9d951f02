import fc from 'fast-check';
import type { CampaignFigures } from '#libs/contracts/campaign.events.js';
import type { Law, Past } from '#libs/decider/model.js';
import { at, day, obeys } from '../../resolution/random-commands.js';
import type { CampaignCommand } from './campaign.decider.js';
import { campaign } from './campaign.decider.js';

type Before = Past<CampaignCommand>;
const personOf = (by: string): string => by.split(':')[1]!;
const known = (past: Before): boolean => past.has('ProposeCampaign');
const ended = (past: Before): boolean => past.has('CloseCampaign') || past.has('RejectCampaign');
const runs = (past: Before): boolean => past.has('StartCampaign') && !ended(past);
const kindOf = (past: Before): string | undefined => past.last('ProposeCampaign')?.kind;
const targetOf = (division: string, past: Before) => past.last('ProposeCampaign')?.targets.find((each) => each.division === division);
const openIn = ({ figures }: { readonly figures: CampaignFigures }, division: string): number => (division === '439900' ? figures.open : figures.divisions.find((each) => each.division === division)?.open ?? 0);
const judged = (division: string, past: Before) => past.all('JudgeTarget').find((each) => each.division === division);
const missed = (division: string, past: Before): boolean => {
  const found = judged(division, past);
  return found?.measured ? openIn(found.measured, division) > targetOf(division, past)!.openMax : false;
};

/** Two persons begin it, time judges it, pressure ends with an answer: as an office with a paper file would keep it. */
const law: Law<CampaignCommand> = {
  ProposeCampaign: ({ kind, rule, targets, division }, past) => !known(past) && (kind === 'visits' || kind === 'practicalMatters') === (rule === null) && targets[0]?.division === division && new Set(targets.map((each) => each.division)).size === targets.length,
  RejectCampaign: (_, past) => known(past) && !past.has('StartCampaign') && !past.has('RejectCampaign'),
  StartCampaign: ({ by }, past) => known(past) && !past.has('RejectCampaign') && !past.has('StartCampaign') && personOf(by) !== personOf(past.last('ProposeCampaign')!.by),
  WarnOfTarget: ({ division }, past) => runs(past) && targetOf(division, past) !== undefined && !past.all('WarnOfTarget').some((each) => each.division === division) && !judged(division, past),
  JudgeTarget: ({ division, measured, at: when }, past) => {
    const target = targetOf(division, past);
    if (!runs(past) || !target || judged(division, past) || when.slice(0, 10) <= target.dueOn) return false;
    return openIn(measured, division) > target.openMax ? ['CampaignTargetMissed', 'CampaignEscalated'] : ['CampaignTargetMet'];
  },
  ClimbCampaign: ({ division, at: when }, past) =>
    missed(division, past) && !past.all('AnswerCampaign').some((each) => each.division === division) && !past.all('ClimbCampaign').some((each) => each.division === division) && when >= judged(division, past)!.answerDue,
  AnswerCampaign: ({ division }, past) => missed(division, past) && (past.all('AnswerCampaign').filter((each) => each.division === division).length === 0),
  ListMatter: ({ matter }, past) => runs(past) && kindOf(past) === 'practicalMatters' && !past.all('ListMatter').some((each) => each.matter === matter),
  FinishMatter: ({ matter }, past) => runs(past) && past.all('ListMatter').some((each) => each.matter === matter) && !past.all('FinishMatter').some((each) => each.matter === matter),
  CloseCampaign: (_, past) => runs(past),
};

describe('A campaign against the law', () => {
  const targets = [{ division: '439900', openMax: 1, dueOn: day(40) }, { division: '439901', openMax: 0, dueOn: day(30) }];
  const about = { title: 't', division: '439900', year: 2026, source: 's', targets };
  const sums = (open: number) => ({ total: 5, open, done: 5 - open, workers: open, unpaid: open });
  const measured = fc.constantFrom(0, 1, 2).map((open) => ({ position: '1', query: 'campaign/1', figures: { ...sums(open), divisions: [{ division: '439901', ...sums(open) }] } }));
  const division = fc.constantFrom('439900', '439901', '439902');
  const matter = fc.constantFrom('m1', 'm2');
  const sealed = { sealed: 1 as const, subject: 's', field: 'f', data: 'd' };
  const answerDue = fc.constantFrom(at(45), at(60));
  const course = (kind: 'winter' | 'practicalMatters'): readonly CampaignCommand[] => {
    const [first] = fc.sample(measured.filter(({ figures }) => figures.open === 2), { numRuns: 1, seed: 1 }) as [never];
    const by = 'officer:a';
    return [
      { type: 'ProposeCampaign', at: at(0), by, kind, rule: kind === 'winter' ? { left: 'unpaid' } : null, ...about }, { type: 'StartCampaign', at: at(1), by: 'supervisor:b', measured: first },
      { type: 'ListMatter', at: at(2), by, matter: 'm1', title: 't', department: 'd', division: '439901', dueOn: day(20) }, { type: 'FinishMatter', at: at(3), by, matter: 'm1', proof: 'p' },
      { type: 'WarnOfTarget', at: at(25), by, division: '439901' }, { type: 'JudgeTarget', at: at(31), by, division: '439901', measured: first, answerDue: at(35) }, { type: 'ClimbCampaign', at: at(35), by, division: '439901', answerDue: at(40) },
      { type: 'AnswerCampaign', at: at(36), by, division: '439901', answer: sealed }, { type: 'JudgeTarget', at: at(41), by, division: '439900', measured: first, answerDue: at(45) }, { type: 'CloseCampaign', at: at(50), by, measured: first, left: [], note: null },
    ];
  };

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(campaign, law, {
    ProposeCampaign: fc.constantFrom({ kind: 'winter' as const, rule: { left: 'unpaid' as const } }, { kind: 'visits' as const, rule: null }, { kind: 'practicalMatters' as const, rule: null }).map((each) => ({ ...about, ...each })),
    RejectCampaign: fc.constant({ reason: sealed }), StartCampaign: fc.record({ measured }), WarnOfTarget: fc.record({ division }), JudgeTarget: fc.record({ division, measured, answerDue }),
    ClimbCampaign: fc.record({ division, answerDue }), AnswerCampaign: fc.record({ division }).map((each) => ({ ...each, answer: sealed })), ListMatter: fc.record({ matter }).map((each) => ({ ...each, title: 't', department: 'd', division: '439901', dueOn: day(20) })),
    FinishMatter: fc.record({ matter }).map((each) => ({ ...each, proof: 'p' })), CloseCampaign: fc.record({ measured }).map((each) => ({ ...each, left: [], note: null })),
  }, [course('winter'), course('practicalMatters')], ['CAMPAIGN_EXISTS', 'NO_TARGET_TO_ANSWER', 'NO_SUCH_MATTER', 'MATTER_DIFFERS']));
});
