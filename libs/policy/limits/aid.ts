import { divisionNamed } from '#libs/contracts/divisions.js';
import { daysBetween } from '#libs/calendar/day.js';
import type { ChoiceLimit, Limit, LimitStep, TestLimit } from './limit.js';
import { runOf, startOfLimitation } from '../limitation.js';
import type { Case } from './case.js';
import { answerOf, outcome, step, test } from './steps.js';

/** Legal aid comes first where fewer days than these are left (LAL 44). */
const DAYS_PRESSING = 7;

/** Legal aid: without a means check, before the papers, and of which place. */
export function aidLimits(one: Case): readonly Limit[] {
  const asked = one.context['legalAidAsked'] === true;
  const { category } = one.topic;
  if (!asked && category !== 'D01' && category !== 'X3') return [];
  return [...(category === 'D01' || category === 'X3' ? [meansExempt(one)] : []), aidFirst(one), aidBody(one)];
}

/** LAL 42(三): claims of pay or of injury damages by a migrant worker; severance is neither. */
function meansExempt({ context, topic }: Case): TestLimit {
  const steps = [
    step({ point: 'worker', zh: '申请人是进城务工人员', en: 'The applicant is a migrant worker', answer: answerOf(context['migrantWorker'] === true), source: 'LAL 42(三)' }),
    step({ point: 'claim', way: 'remuneration', zh: '申请支付劳动报酬', en: 'Remuneration is claimed', answer: answerOf(context['remunerationClaimed'] === true), facts: ['itemKinds'], source: 'LAL 42(三)' }),
    step({ point: 'claim', way: 'injury', zh: '请求工伤事故人身损害赔偿', en: 'Damages for a work injury are claimed', answer: answerOf(topic.matter === 'workInjury'), facts: ['matter'], source: 'LAL 42(三)' }),
  ];
  return {
    ...test('MEANS-EXEMPT', '免予核查经济困难状况', 'no means check', steps), flag: 'meansExempt', source: 'LAL 42(三); S-BJ25 七', confidence: 'A',
    ...outcome(steps, ['申请法律援助免予核查经济困难状况。', 'Legal aid is granted without a means check.'], ['申请法律援助须说明经济困难状况。', 'Legal aid needs a statement of means.']),
  };
}

function aidFirst(one: Case): TestLimit {
  const { context, facts } = one;
  const steps = [
    step({ point: 'asked', zh: '申请法律援助', en: 'Legal aid is asked for', answer: answerOf(context['legalAidAsked'] === true ? true : facts.legalAidRequested), facts: ['legalAidRequested'], source: 'LAL 44' }),
    ...pressingSteps(one),
    step({ point: 'pressing', way: 'preservation', zh: '需要立即申请财产保全', en: 'Urgent preservation of property is needed', answer: answerOf(facts.urgentPreservation), facts: ['urgentPreservation'], source: 'LAL 44' }),
    step({ point: 'pressing', way: 'advanceEnforcement', zh: '需要立即申请先予执行', en: 'Advance enforcement is needed', answer: answerOf(facts.advanceEnforcementRequested), facts: ['advanceEnforcementRequested'], source: 'LAL 44' }),
  ];
  return {
    ...test('LEGAL-AID-FIRST', '先行提供法律援助', 'legal aid first, papers later', steps), flag: 'legalAidPreemptive', source: 'LAL 44', confidence: 'A',
    ...outcome(steps, ['先行提供法律援助，手续后补。', 'Legal aid is given at once, papers later.'], ['按一般程序申请法律援助。', 'Legal aid by the ordinary procedure.']),
  };
}

/** Fewer than seven days to arbitrate, sue or seek reconsideration; a limit that has passed no longer presses. */
function pressingSteps({ pack, facts, context, today }: Case): readonly LimitStep[] {
  const limitation = context['limitation'] as 'wages' | 'other' | undefined;
  const start = limitation && startOfLimitation(limitation, facts);
  const arbitrate = start === undefined ? undefined : runOf(pack, limitation === 'wages' ? 'ARB-LIMIT-WAGE' : 'ARB-LIMIT', start, facts, today).daysLeft;
  const sue = facts.awardReceivedOn === undefined ? undefined : runOf(pack, 'ARB-SUE', facts.awardReceivedOn, facts, today).daysLeft;
  const reconsider = facts.reconsiderBy === undefined ? undefined : daysBetween(today, facts.reconsiderBy);
  const of = (way: string, zh: string, en: string, left: number | undefined, needed: LimitStep['facts']) => step({
    point: 'pressing', way, zh: `${zh}不足${DAYS_PRESSING}日（${left ?? '?'}日）`, en: `Fewer than ${DAYS_PRESSING} days left ${en} (${left ?? '?'})`,
    answer: answerOf(left === undefined ? undefined : left >= 0 && left < DAYS_PRESSING), wanted: DAYS_PRESSING - 1, found: left ?? null, facts: needed, source: 'LAL 44',
  });
  return [
    of('arbitrate', '距仲裁时效届满', 'to arbitrate', arbitrate, ['terminatedOn', 'dismissedOn']),
    of('sue', '距起诉期届满', 'to sue', sue, ['awardReceivedOn']),
    of('reconsider', '距行政复议期限届满', 'to seek reconsideration', reconsider, ['reconsiderBy']),
  ];
}

/** LAL 38: a lawsuit, the seat of the court; all else, the seat of the body that handles the dispute, or where the matter arose. */
function aidBody({ facts, context, decision, pack }: Case): ChoiceLimit {
  const suing = facts.awardReceivedOn !== undefined;
  const [fact, division] = (['performRegion', 'workRegion'] as const).map((key) => [key, facts[key]] as const).find(([, region]) => region !== undefined)
    ?? [null, decision.handlingRegion ?? String(context['receivingRegion'])] as const;
  const { zh, en } = pack.departments['legalAidCentre'] ?? { zh: '法律援助机构', en: 'legal-aid centre' };
  const where = suing
    ? { zh: '诉讼案件由办案机关（受诉法院）所在地的法律援助机构受理', en: 'For a lawsuit, the centre at the seat of the court' }
    : { zh: '仲裁等非诉讼事项由争议处理机关所在地或者事由发生地的法律援助机构受理', en: 'For arbitration and other matters, the centre at the seat of the body that handles the dispute, or where the matter arose' };
  const place = division === undefined ? undefined : divisionNamed(division)?.name ?? division;
  return {
    kind: 'choice', id: 'LEGAL-AID-BODY', title: { zh: '法律援助机构', en: 'which legal-aid centre' }, choice: 'legalAidCentre', division: division ?? null,
    steps: [step({ point: 'place', ...where, found: division ?? null, facts: fact === null ? ['performRegion', 'workRegion'] : [fact], source: 'LAL 38' })],
    zh: `向${place ?? ''}${zh}申请。`, en: `Apply to the ${en} of ${place ?? 'the place'}.`, source: 'LAL 38', confidence: 'A',
  };
}
