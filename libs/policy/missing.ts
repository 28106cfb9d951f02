import type { FactKey, Facts, KnownFacts } from './facts.js';
import { factCatalogue, knownFacts } from './facts.js';
import { topicsOf } from './matters.js';

/** Something that an order could say and does not. */
export interface Gap {
  /** `requester.phone`, `employer.name`, `text`, `facts.amount` … */
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** As much of a work order as tells what is missing from it. */
export interface Filed {
  readonly category: string;
  readonly kind?: string | undefined;
  readonly facts: Facts;
  readonly has: { readonly requesterName: boolean; readonly phone: boolean; readonly idNumber: boolean; readonly employerName: boolean; readonly text: boolean };
}

/** What a body needs to act on a matter, and what helps it. One of the facts of an inner list is enough. */
interface Need {
  readonly needed: readonly (readonly FactKey[])[];
  readonly optional: readonly FactKey[];
  readonly employer: boolean;
}

const wages: Need = {
  employer: true,
  needed: [['workers'], ['amount', 'items'], ['periodFrom', 'months'], ['workRegion']],
  optional: ['periodTo', 'sector', 'generalContractor', 'governmentInvested', 'stateOwned', 'employed', 'terminatedOn', 'laborRelation', 'employerUnreachable', 'bothWilling'],
};
const ofCategory: Readonly<Record<string, Need>> = {
  D02: { employer: true, needed: [['workRegion']], optional: ['sector', 'imminentDanger', 'diagnosisOn'] },
  D04: { employer: false, needed: [], optional: ['trainingBy', 'trainingOnline', 'trainingCompleted', 'trainingItems', 'subsidiesTaken', 'certificateLevel', 'habitualRegion'] },
  D05: { employer: false, needed: [['residencePermit']], optional: ['deadlinePressure', 'age', 'habitualRegion'] },
  D12: { employer: false, needed: [['homeRegion'], ['childAlone', 'elderAlone', 'matter']], optional: ['age'] },
  D13: { employer: false, needed: [['homeRegion'], ['matter']], optional: ['knownOn'] },
  X1: { employer: false, needed: [['disaster', 'noIncome', 'vagrant']], optional: ['emergencyRegion', 'residencePermit', 'habitualRegion', 'age', 'unemploymentInsurance', 'suddenIllness', 'otherSupport'] },
  X2: { employer: false, needed: [], optional: ['registeredUnemployed', 'unemploymentPremiumMonths', 'leftInvoluntarily', 'hardToEmploy', 'habitualRegion'] },
  X3: { employer: false, needed: [['matter']], optional: ['terminatedOn', 'accidentOn', 'performRegion', 'urgentPreservation', 'awardReceivedOn', 'reconsiderBy'] },
};
const ofMatter: Readonly<Record<string, Need>> = {
  wages,
  socialInsurance: { employer: true, needed: [['workRegion']], optional: ['periodFrom', 'periodTo', 'employed'] },
  workInjury: { employer: true, needed: [['accidentOn', 'diagnosisOn']], optional: ['employerFiled', 'workRegion', 'legalAidRequested'] },
  laborContract: { employer: true, needed: [['workRegion']], optional: ['writtenContract', 'overtimeHoursMonth'] },
  dismissal: { employer: true, needed: [['dismissedOn', 'terminatedOn']], optional: ['amount', 'workRegion'] },
};

/** What else helps once something else is known: nobody is asked about a project who does not work on one. */
const further: readonly { readonly once: (facts: KnownFacts) => boolean; readonly optional: readonly FactKey[] }[] = [
  { once: (facts) => facts.terminatedOn !== undefined || facts.dismissedOn !== undefined || facts.employed === false, optional: ['interruptedOn', 'interruptionKind'] },
  { once: (facts) => facts.sector?.startsWith('E') === true || facts.generalContractor !== undefined || facts.governmentInvested === true || facts.worksType !== undefined, optional: ['projectRegion', 'projectFundsUnpaid', 'onwardContracting', 'qualificationLent'] },
  { once: (facts) => facts.projectFundsUnpaid === true, optional: ['unpaidProjectMoney'] },
  { once: (facts) => facts.unlicensed === true, optional: ['employerForm', 'qualificationLent'] },
  { once: (facts) => facts.violationEndedOn !== undefined || facts.everComplained === true, optional: ['reportedOn'] },
  { once: (facts) => facts.payOrderDueOn !== undefined, optional: ['payOrderAmount', 'canPay'] },
  { once: (facts) => facts.applicationReceived !== undefined, optional: ['items', 'itemKinds', 'rightsClear', 'bothAgreeSimplified', 'respondentReachable'] },
];
const other: Need = { employer: false, needed: [], optional: ['habitualRegion'] };

/** The one list of what an order still lacks, so that the person is asked once for all of it, and of what would help. An enquiry needs nothing but a way to answer. */
export function missingOf({ category, kind, facts, has }: Filed): { readonly missing: readonly Gap[]; readonly optional: readonly Gap[] } {
  const known = knownFacts(facts);
  const topics = topicsOf({ category, kind, facts: known }).filter((topic) => topic.kind !== 'consult');
  const needs = topics.map((topic) => (topic.category === 'D01' ? ofMatter[topic.matter ?? ''] : ofCategory[topic.category]) ?? other);
  // `unknown` is an answer: the person is not asked again.
  const lacks = (key: FactKey) => facts[key] === undefined;
  const missing = [
    ...(has.phone ? [] : [gap('requester.phone', '联系电话', 'phone')]),
    ...(topics.length === 0 || has.requesterName ? [] : [gap('requester.name', '诉求人姓名', 'name of the requester')]),
    ...(!needs.some((need) => need.employer) || has.employerName ? [] : [gap('employer.name', '用人单位名称', 'name of the employer')]),
    ...(has.text ? [] : [gap('text', '诉求内容', 'what the demand is about')]),
    ...needs.flatMap((need) => need.needed).filter((choice) => choice.every(lacks)).map(([first]) => factGap(first!)),
  ];
  const optional = [
    ...(has.idNumber ? [] : [gap('requester.idNumber', '身份证号', 'identity number')]),
    ...needs.flatMap((need) => need.optional).filter(lacks).map(factGap),
    ...(needs.some((need) => need.employer) ? further : []).filter(({ once }) => once(known)).flatMap((each) => each.optional).filter(lacks).map(factGap),
  ];
  return { missing: distinct(missing), optional: distinct(optional).filter(({ field }) => !missing.some((each) => each.field === field)) };
}

function factGap(key: FactKey): Gap {
  const { zh, en } = factCatalogue[key];
  return gap(`facts.${key}`, zh, en);
}

function gap(field: string, zh: string, en: string): Gap {
  return { field, zh, en };
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((each) => [each.field, each])).values()];
}
