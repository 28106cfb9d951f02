import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, fen, instant, stream } from './event.js';
import { employer, facts, project, requester } from './intake.events.js';
import { sealed } from './sealed.js';

const at = instant;
const by = z.string();
const division = z.string();
const count = z.int().min(0);
/** Of the log: figures are what it said up to there. */
const position = z.string().regex(/^\d{1,18}$/);
/** How figures are counted: another way of counting is another version, and old figures keep theirs. */
const query = z.string();

export const campaignKinds = ['clearZeroA', 'clearZeroB', 'winter', 'summer', 'practicalMatters', 'visits'] as const;
export type CampaignKind = (typeof campaignKinds)[number];
export const fundings = ['government', 'stateOwned', 'ppp', 'other'] as const;
export type Funding = (typeof fundings)[number];
/** Where workers live, as the notice divides them: 城乡社区; 工厂、园区、建筑工地; 酒店、宾馆、旅店; 部队营区 (S-SH21 二, 四类登记). */
export const residences = ['community', 'workplace', 'lodging', 'barracks'] as const;
export type Residence = (typeof residences)[number];

/** Which cases enter: all of these conditions that are given must hold. `left`: what keeps a case open. */
const rule = z.strictObject({
  categories: z.array(z.string()).min(1).optional(), sectors: z.array(z.string()).min(1).optional(), fundings: z.array(z.enum(fundings)).min(1).optional(), arrearsYear: z.int().optional(),
  receivedFrom: day.optional(), receivedTo: day.optional(), verified: z.literal(true).optional(), collective: z.boolean().optional(), left: z.enum(['unpaid', 'unclosed']),
});
export type EntryRule = Readonly<z.infer<typeof rule>>;

/** At most so much may be open in a place when its day ends. The first is that of the whole campaign. */
const target = z.strictObject({ division, openMax: count, dueOn: day });
export type CampaignTarget = Readonly<z.infer<typeof target>>;

/** `total` = `open` + `done`; `workers` and `unpaid` (Fen) of what is open. */
const sums = { total: count, open: count, done: count, workers: count, unpaid: fen };
export type Totals = { readonly [Sum in keyof typeof sums]: number };
const figures = z.strictObject({ ...sums, divisions: z.array(z.strictObject({ division, ...sums })) });
export type CampaignFigures = Readonly<z.infer<typeof figures>>;
const measured = { position, query, figures };

/** Why a case is still open: the last that happened to it. */
export const reasonsLeft = ['handling', 'mediation', 'inspection', 'arbitration', 'court', 'enforcement', 'unenforceable', 'police', 'paymentDue', 'defaulted', 'carried', 'closedUnpaid', 'notDone', 'notVisited'] as const;
export type ReasonLeft = (typeof reasonsLeft)[number];
const left = z.strictObject({ reason: z.enum(reasonsLeft), cases: count, workers: count, unpaid: fen });
export type LeftOpen = Readonly<z.infer<typeof left>>;

/** campaign/<campaignId>: a special action (专项行动): whom it is about, what stood at its beginning, what it shall reach, what became of it. */
export const campaignEvents = stream('supervision', 'campaign', {
  /** `rule`: null where it counts no cases but listed matters or planned visits. `source`: the notice that orders it. */
  CampaignProposed: ['专项行动已提请', z.strictObject({ at, by, kind: z.enum(campaignKinds), title: z.string(), division, year: z.int(), source: z.string(), rule: rule.nullable(), targets: z.array(target).min(1) })],
  CampaignRejected: ['专项行动未予启动', z.strictObject({ at, by, reason: sealed })],
  /** The baseline is frozen here. */
  CampaignStarted: ['专项行动已启动', z.strictObject({ at, by, targets: z.array(target).min(1), ...measured })],
  CampaignTargetWarned: ['专项行动目标临期', z.strictObject({ at, division, dueOn: day })],
  CampaignTargetMet: ['专项行动目标已实现', z.strictObject({ at, division, dueOn: day, openMax: count, position, query, ...sums })],
  CampaignTargetMissed: ['专项行动目标未实现', z.strictObject({ at, division, dueOn: day, openMax: count, position, query, ...sums })],
  CampaignEscalated: ['专项行动未达目标，已升级督办', z.strictObject({ at, division, step: z.int().min(1), addressee: z.string(), measure: z.enum(['writtenNotice', 'interview']), answerDue: instant })],
  CampaignAnswered: ['专项行动督办已答复', z.strictObject({ at, by, division, answer: sealed })],
  /** One matter of the list of practical matters (办实事清单). */
  PracticalMatterListed: ['办实事事项已列入清单', z.strictObject({ at, by, matter: z.uuid(), title: z.string(), department: z.string(), division, dueOn: day })],
  /** `proof`: number of the paper that shows it. */
  PracticalMatterDone: ['办实事事项已办结', z.strictObject({ at, by, matter: z.uuid(), proof: z.string() })],
  /** The closing report: it can be counted again at the same position to the same figures. */
  CampaignClosed: ['专项行动已结束，总结报告已出具', z.strictObject({
    at, by, ...measured, left: z.array(left), targets: z.array(z.strictObject({ division, openMax: count, dueOn: day, outcome: z.enum(['met', 'missed', 'notDue']) })), note: sealed.nullable(),
  })],
});
export type CampaignEvent = EventsOf<typeof campaignEvents>;

const gap = z.strictObject({ field: z.string(), zh: z.string(), en: z.string() });

/** visit/<placeId>: a place where workers live or work, visited (走访排摸) until nothing is open there. */
export const visitEvents = stream('supervision', 'visit', {
  VisitPlanned: ['走访已列入计划', z.strictObject({ at, by, campaign: z.uuid(), division, residence: z.enum(residences), place: z.string(), dueOn: day })],
  /** `registered`: workers whose particulars were taken down; `informed`: the rules were explained. */
  PlaceVisited: ['已走访', z.strictObject({ at, by, visit: z.uuid(), interviewed: count, registered: count, informed: z.boolean(), note: sealed.nullable(), revisitOn: day.nullable() })],
  /** What a visit found. Intake files it as a claim, or links it to the claim that tells the same. */
  VisitFindingRecorded: ['走访发现问题线索', z.strictObject({
    at, by, campaign: z.uuid(), visit: z.uuid(), finding: z.uuid(), division, category: z.string(), kinds: z.array(z.string()), matters: z.array(z.string()),
    requester: requester.nullable(), employer: employer.nullable(), project: project.nullable(), text: sealed.nullable(), facts, missing: z.array(gap),
  })],
  VisitFindingFiled: ['走访发现的问题已立为案件', z.strictObject({ at, finding: z.uuid(), caseId: z.uuid() })],
  VisitOverdue: ['走访逾期', z.strictObject({ at, dueOn: day })],
});
export type VisitEvent = EventsOf<typeof visitEvents>;
