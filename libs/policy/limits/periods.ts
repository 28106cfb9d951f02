import { daysBetween } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import type { FactKey } from '../facts.js';
import type { LimitStep, PeriodLimit } from './limit.js';
import type { Run } from '../limitation.js';
import { isOpen, lookbackOf, runOf, startOfLimitation } from '../limitation.js';
import type { Case } from './case.js';
import { step } from './steps.js';

/** How a period begins and what its passing does. */
interface Kind {
  readonly effect: PeriodLimit['effect'];
  readonly begins: { readonly zh: string; readonly en: string };
  readonly facts: readonly FactKey[];
  readonly passed: { readonly zh: string; readonly en: string };
}

const defence = { zh: '届满只是用人单位可以提出的抗辩，不是不予受理的理由', en: 'its passing is only a defence that the employer may raise, no reason to refuse filing' };
const kinds: Readonly<Record<string, Kind>> = {
  'ARB-LIMIT-WAGE': { effect: 'defence', passed: defence, facts: ['employed', 'terminatedOn', 'dismissedOn'], begins: { zh: '劳动关系终止', en: 'the labour relation ended' } },
  'ARB-LIMIT': { effect: 'defence', passed: defence, facts: ['knownOn', 'dismissedOn', 'terminatedOn'], begins: { zh: '知道或者应当知道权利被侵害', en: 'the worker knew or should have known of the infringement' } },
  'ARB-ENFORCE': { effect: 'rightLost', facts: ['performBy'], begins: { zh: '履行期间届满', en: 'the period of performance ended' }, passed: { zh: '届满即丧失申请执行的权利', en: 'its passing ends the right to enforcement' } },
  'WI-WORKER': { effect: 'bar', facts: ['accidentOn', 'diagnosisOn'], begins: { zh: '事故发生或者职业病诊断', en: 'the accident or the diagnosis' }, passed: { zh: '届满后本人不能再申请工伤认定', en: 'after it the worker cannot apply for recognition' } },
  'LAND-LIMIT': { effect: 'undetermined', facts: ['knownOn'], begins: { zh: '知道或者应当知道权利被侵害', en: 'the infringement was or should have been known' }, passed: { zh: '届满的后果由仲裁委员会认定', en: 'what its passing does is for the arbitration committee to say' } },
  'ARB-SUE': { effect: 'bar', facts: ['awardReceivedOn'], begins: { zh: '收到裁决书', en: 'the award was received' }, passed: { zh: '届满裁决书生效', en: 'after it the award takes effect' } },
};
const interruptions: Readonly<Record<string, { zh: string; en: string }>> = {
  claimedFromEmployer: { zh: '向单位主张权利', en: 'the claim was made to the employer' },
  authority: { zh: '向有关部门请求救济', en: 'an authority was asked for relief' },
  admission: { zh: '单位同意履行义务', en: 'the employer admitted the debt' },
};

/** Limitation, enforcement, injury, land, suit on an award, and the look-back of inspection. */
export function periodLimits(one: Case): readonly PeriodLimit[] {
  const { context, facts, topic, decision } = one;
  return [
    ...labourLimit(one),
    ...(decision.rules.includes('W-15') || facts.awardEffective === true ? [periodLimit(one, 'ARB-ENFORCE', facts.performBy)] : []),
    ...(topic.matter === 'workInjury' || context['injuredOn'] !== undefined ? [periodLimit(one, 'WI-WORKER', context['injuredOn'])] : []),
    ...(topic.matter === 'landContract' ? [periodLimit(one, 'LAND-LIMIT', facts.knownOn)] : []),
    ...(facts.awardReceivedOn === undefined ? [] : [periodLimit(one, 'ARB-SUE', facts.awardReceivedOn)]),
    ...(context['wageClaim'] === true || facts.violationEndedOn !== undefined ? lookback(one) : []),
  ];
}

function labourLimit(one: Case): readonly PeriodLimit[] {
  const limitation = one.context['limitation'] as 'wages' | 'other' | undefined;
  if (limitation === undefined) return [];
  if (limitation === 'wages' && one.facts.employed === true) return [whileEmployed(one)];
  return [periodLimit(one, limitation === 'wages' ? 'ARB-LIMIT-WAGE' : 'ARB-LIMIT', startOfLimitation(limitation, one.facts))];
}

function head({ pack }: Case, clock: string): Pick<PeriodLimit, 'id' | 'title' | 'source' | 'confidence' | 'effect'> {
  const { zh, en, source, confidence } = pack.clocks.get(clock)!;
  return { id: clock, title: { zh, en }, source, confidence, effect: kinds[clock]?.effect ?? 'bar' };
}

const none = { kind: 'period', start: null, from: null, lastDay: null, isProvisional: false, daysLeft: null, renewedTo: null } as const;

/** While employed no limitation of wages runs (LDMA 27 para 4). */
function whileEmployed(one: Case): PeriodLimit {
  const why = step({ point: 'start', zh: '劳动关系存续期间拖欠劳动报酬的，仲裁时效不起算', en: 'While the labour relation lasts no limitation of wages runs', facts: ['employed'], found: true, source: 'LDMA 27(4)' });
  return { ...head(one, 'ARB-LIMIT-WAGE'), ...none, state: 'notStarted', steps: [why], zh: '仍在职，欠薪仲裁时效尚未起算。', en: 'Still employed: no limitation of the wage claim runs.' };
}

function periodLimit(one: Case, clock: string, start: unknown): PeriodLimit {
  const kind = kinds[clock]!;
  const told = head(one, clock);
  if (typeof start !== 'string') {
    const ask = step({ point: 'start', zh: `自${kind.begins.zh}之日起计算`, en: `Counted from the day ${kind.begins.en}`, answer: 'unknown', facts: kind.facts, source: told.source });
    return { ...told, ...none, state: 'unknown', steps: [ask], zh: `${told.title.zh}：起算日不明。`, en: `${capital(told.title.en)}: the day it begins is not known.` };
  }
  const run = runOf(one.pack, clock, start, one.facts, one.today);
  const renewedTo = renewed(one, run);
  return {
    ...told, kind: 'period', start, from: run.from, lastDay: run.lastDay ?? null, isProvisional: run.isProvisional, daysLeft: run.daysLeft ?? null, renewedTo,
    state: run.suspension === 'open' && run.lastDay === undefined ? 'suspended' : isOpen(run) ? 'running' : 'passed',
    steps: stepsOf(one, run, kind, told.source, renewedTo), ...sentence(told.title, run, kind),
  };
}

/** A hotline order or a complaint asks an authority for relief, and interrupts the limitation it still finds running (LDMA 27 para 2); an enquiry asks for nothing. */
function renewed({ pack, facts, topic, receivedDay }: Case, run: Run): Day | null {
  if (!run.clock.startsWith('ARB-LIMIT') || topic.kind === 'consult' || topic.kind === 'suggestion') return null;
  const then = runOf(pack, run.clock, run.start, facts, receivedDay);
  if (!isOpen(then)) return null;
  return runOf(pack, run.clock, run.start, { ...facts, interruptedOn: receivedDay }, receivedDay).lastDay ?? null;
}

function stepsOf({ pack, facts }: Case, run: Run, kind: Kind, source: string, renewedTo: Day | null): readonly LimitStep[] {
  const { zh, en } = pack.clocks.get(run.clock)!;
  const cause = interruptions[facts.interruptionKind ?? ''];
  const steps = [step({ point: 'start', zh: `${run.start} ${kind.begins.zh}，次日起计算`, en: `${run.start}: ${kind.begins.en}; counted from the next day`, found: run.start, facts: kind.facts, source })];
  if (run.interruption === 'restarted') {
    steps.push(step({ point: 'interruption', zh: `${run.from} ${cause?.zh ?? '中断事由发生'}，时效中断，重新计算`, en: `${run.from}: ${cause?.en ?? 'an interruption'}; the period begins anew`, found: run.from, facts: ['interruptedOn', 'interruptionKind'], source: 'LDMA 27(2)' }));
  }
  if (run.interruption === 'tooLate') {
    steps.push(step({ point: 'interruption', zh: `${facts.interruptedOn} ${cause?.zh ?? '主张权利'}时已经届满，不再中断`, en: `${facts.interruptedOn}: ${cause?.en ?? 'a claim'} when the period was over already; nothing begins anew`, found: facts.interruptedOn!, facts: ['interruptedOn'], source: 'LDMA 27(2)' }));
  }
  if (run.suspension !== 'none') steps.push(suspensionStep(run, facts.forceMajeureFrom!, facts.forceMajeureTo));
  if (run.lastDay !== undefined) steps.push(step({ point: 'end', zh: `${zh}最后一日为 ${run.lastDay}${run.isProvisional ? '（次年节假日安排公布前为暂定）' : ''}`, en: `Last day of the ${en}: ${run.lastDay}${run.isProvisional ? ' (provisional until the holidays of that year are announced)' : ''}`, found: run.lastDay, source }));
  if (renewedTo !== null) steps.push(step({ point: 'thisOrder', zh: `本次诉求即为向有关部门请求救济，自受理日中断，可主张至 ${renewedTo}`, en: `This order itself asks an authority for relief and interrupts the period: it can be claimed until ${renewedTo}`, found: renewedTo, source: 'LDMA 27(2)' }));
  return steps;
}

function suspensionStep(run: Run, from: Day, to: Day | undefined): LimitStep {
  const source = run.clock === 'WI-WORKER' ? '法释〔2014〕9号 7' : 'LDMA 27(3)';
  const days = to === undefined ? null : daysBetween(from, to);
  return run.suspension === 'open'
    ? step({ point: 'suspension', zh: `${from} 起因不可抗力中止，原因消除之日起继续计算`, en: `Suspended by force majeure since ${from}; it runs on from the day that ends`, found: from, facts: ['forceMajeureTo'], source })
    : step({ point: 'suspension', zh: `${from} 至 ${to} 因不可抗力中止，${days}日不计入`, en: `Suspended by force majeure from ${from} to ${to}: ${days} days are not counted`, found: days, facts: ['forceMajeureFrom', 'forceMajeureTo'], source });
}

function sentence(title: PeriodLimit['title'], { lastDay, daysLeft }: Run, { passed }: Kind): { zh: string; en: string } {
  if (lastDay === undefined) return { zh: `${title.zh}中止，届满日待定。`, en: `${capital(title.en)}: suspended, its last day is open.` };
  const left = daysLeft!;
  return left >= 0
    ? { zh: `${title.zh}至 ${lastDay}，还有${left}日；${passed.zh}。`, en: `${capital(title.en)}: until ${lastDay}, ${left} days left; ${passed.en}.` }
    : { zh: `${title.zh}已于 ${lastDay} 届满，逾${-left}日；${passed.zh}。`, en: `${capital(title.en)}: passed on ${lastDay}, ${-left} days ago; ${passed.en}.` };
}

/** LSR 20: two years, not rolled; stopped by a report or complaint in time, so by this order. */
function lookback(one: Case): readonly PeriodLimit[] {
  const { pack, facts, today, receivedDay, topic } = one;
  const told = head(one, 'INSP-LOOKBACK');
  const asked = topic.kind === 'complaint' || topic.kind === 'report';
  const reportedOn = facts.reportedOn ?? (asked ? receivedDay : undefined);
  const found = lookbackOf(pack, { ...facts, ...(reportedOn !== undefined && { reportedOn }) }, today);
  if (!found) {
    const ask = step({ point: 'start', zh: '自违法行为终了之日起计算；仍在拖欠的，尚未终了', en: 'Counted from the end of the violation; arrears that go on have not ended', answer: 'unknown', facts: ['violationEndedOn'], source: told.source });
    return [{ ...told, ...none, state: 'unknown', steps: [ask], zh: '监察追究时限：违法行为终了日不明，持续拖欠的不起算。', en: 'Look-back of inspection: the end of the violation is not known; while it lasts nothing runs.' }];
  }
  const { stoppedOn } = found;
  const steps = [
    step({ point: 'start', zh: `${facts.violationEndedOn} 违法行为终了`, en: `${facts.violationEndedOn}: the violation ended`, found: facts.violationEndedOn!, facts: ['violationEndedOn'], source: told.source }),
    step({ point: 'end', zh: `两年至 ${found.lastDay}，不因节假日顺延`, en: `Two years to ${found.lastDay}, not moved by a day of rest`, found: found.lastDay, source: told.source }),
    ...(stoppedOn === undefined ? [] : [step({ point: 'stopped', zh: `${stoppedOn} 举报投诉，追究时限不再计算`, en: `${stoppedOn}: reported, so the look-back runs no further`, found: stoppedOn, facts: ['reportedOn'], source: told.source })]),
    ...(stoppedOn === undefined && facts.everComplained === true ? [step({ point: 'stopped', zh: '曾经投诉，日期不明：在期限内投诉的不再计算', en: 'Complained before on a day not known: in time, it stopped the look-back', answer: 'unknown', facts: ['reportedOn'], source: told.source })] : []),
  ];
  const daysLeft = daysBetween(today, found.lastDay);
  const state = stoppedOn !== undefined ? 'stopped' : daysLeft >= 0 ? 'running' : facts.everComplained === true ? 'unknown' : 'passed';
  return [{ ...told, kind: 'period', start: facts.violationEndedOn!, from: facts.violationEndedOn!, lastDay: found.lastDay, isProvisional: false, daysLeft, renewedTo: null, state, steps, ...lookbackSentence(state, found.lastDay, stoppedOn) }];
}

function lookbackSentence(state: PeriodLimit['state'], lastDay: Day, stoppedOn: Day | undefined): { zh: string; en: string } {
  switch (state) {
    case 'stopped': return { zh: `已于 ${stoppedOn} 举报投诉，在两年追究时限（${lastDay}）之内，监察应当查处。`, en: `Reported on ${stoppedOn}, within the two years that ended or end on ${lastDay}: inspection has to pursue it.` };
    case 'running': return { zh: `监察追究时限至 ${lastDay}。`, en: `Inspection pursues it if reported by ${lastDay}.` };
    case 'unknown': return { zh: `两年追究时限已于 ${lastDay} 届满；曾经投诉，须查明日期。`, en: `The two years ended on ${lastDay}; there was a complaint before, whose day has to be found.` };
    default: return { zh: `违法行为终了已逾两年（${lastDay}），未被发现或者举报投诉，监察不再查处，应书面告知；仲裁不受此限。`, en: `More than two years since the violation ended (${lastDay}) without a report: inspection no longer pursues it and says so in writing; arbitration is not barred by that.` };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
