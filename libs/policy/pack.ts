import { z } from 'zod';
import type { Calendar } from '#libs/calendar/working-days.js';
import { day } from '#libs/contracts/event.js';
import { pointKinds } from '#libs/contracts/partner.events.js';
import type { Day } from '#libs/contracts/time.js';
import { gatherers, signLevels } from '#libs/contracts/warning.events.js';
import type { ClockRow } from './clock-rows.js';
import type { Tables } from './decide-by-table.js';
import type { PaperTemplate } from './papers.js';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const count = z.int().min(1);
/** Thresholds of money stand in yuan, as a notice prints them; `derive.ts` turns them into Fen. */
const yuan = z.number().positive();

const basis = { source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'P']) };
const cited = { ...bilingual.shape, ...basis };
const clueFact = z.enum(['amount', 'workers', 'division', 'reference']);

/** How a clue of the national platform may be concluded. `arrears`: wages were owed; `resolved`: they are paid; `requires`: the facts without which nobody may conclude so. */
export const clueConclusion = z.strictObject({ ...cited, arrears: z.boolean(), resolved: z.boolean(), requires: z.array(clueFact) });
export type ClueConclusion = z.infer<typeof clueConclusion>;

/** What the file of a building project must show, and by when: `within` counts from the start of the works, `every` from the last check. */
export const projectDuties = ['wageAccount', 'deposit', 'labourCost', 'wagesPaid', 'roster', 'rightsBoard'] as const;
export const projectDuty = z.strictObject({ ...cited, within: z.strictObject({ n: count, unit: z.enum(['workingDays', 'calendarDays']) }).optional(), everyDays: count.optional() });
export type ProjectDuty = z.infer<typeof projectDuty>;

const ruled = z.strictObject({ source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'P']) });

/**
 * When cases that gather at one employer, contractor, project or site are a sign: all that a row names must be reached, within `days`. In a season the
 * numbers are lowered to `percent`, but those of districts. Money in yuan. Rows are asked from the highest level down.
 */
export const earlySigns = z.strictObject({
  days: count,
  levels: z.array(z.strictObject({
    id: z.string(), ...cited, level: z.enum(signLevels), kinds: z.array(z.enum(gatherers)).min(1), cases: count, districts: count.optional(), workers: count.optional(), amount: yuan.optional(),
  })),
  seasons: z.array(z.strictObject({ id: z.string(), ...cited, festival: z.literal('springFestival'), daysBefore: count, percent: z.int().min(1).max(100) })),
  /** So many days before the works end the file is looked at: `account` where no wage account is kept, `unpaid` where cases are open. */
  projectEnd: z.strictObject({ ...ruled.shape, days: count, account: z.enum(signLevels), unpaid: z.enum(signLevels) }),
});
export type EarlySigns = z.infer<typeof earlySigns>;

const placeLevel = z.enum(['province', 'prefecture', 'county']);

/** Who helps to watch and to serve: to which level a point reports, how long after its period, and by what a unit is assessed each year. */
export const partnerRules = z.strictObject({
  points: z.record(z.enum(pointKinds), z.strictObject({ ...cited, reportsTo: placeLevel, urgedBy: placeLevel })),
  reportDays: count, eventHours: count,
  stationsPerPrefecture: z.strictObject({ ...ruled.shape, n: count }),
  /** `pass`: of 100. Weights sum to 100. */
  assessment: z.strictObject({ ...ruled.shape, pass: z.int().min(1).max(100), criteria: z.record(z.string(), z.strictObject({ ...bilingual.shape, weight: count })) }),
});
export type PartnerRules = z.infer<typeof partnerRules>;

/** What a region sets (domain law, region parameters). A threshold that is missing is met by nothing. */
export const parameters = z.strictObject({
  minWageMonth: yuan.optional(),
  averageAnnualWage: yuan.optional(),
  crimeSingle: z.strictObject({ amount: yuan, months: count }).optional(),
  crimeGroup: z.strictObject({ amount: yuan, workers: count }).optional(),
  collectiveWorkers: count,
  majorSupervision: z.strictObject({ workers: count, amount: yuan }),
  smallAmount: yuan.optional(),
  hotline: z.strictObject({
    emergencyHours: count, urgentHours: count, ordinaryDays: count, complexDays: count, enquiryWorkingDays: count,
    firstContactHours: count, objectionWorkingDays: count, disputeWorkingDays: count, callbackTries: count, deadlinePressureDays: count, reopenDays: count.optional(), assistanceWorkingDays: count.optional(),
    satisfiedGrades: z.array(z.string()), compositeWeights: z.strictObject({ response: z.number(), resolution: z.number(), satisfaction: z.number() }),
  }),
  /** How long a file is kept at least, by its kind. */
  retentionYears: z.strictObject({ award: count, arbitration: count, inspection: count, hotline: count }).optional(),
  speedyFilingWorkingDays: count,
  clueVerificationWorkingDays: count,
  relief: z.strictObject({ hours: count, paperWorkingDays: count, needsResidencePermit: z.boolean() }),
  bareDayUnit: z.record(z.string(), z.enum(['workingDays', 'calendarDays'])),
  pensionerArbitration: z.strictObject({ receivedBefore: day, open: z.boolean() }),
  /** Desks: how many orders one officer has open at most, after how many days without a step an order counts as not moving, and what each kind of order weighs in an officer's load. */
  desk: z.strictObject({ openOrders: count, noMovementDays: count }),
  /** Confidence from which a category read out of a text is acted on; below it a person confirms. */
  recognition: z.strictObject({ threshold: z.number().min(0).max(1) }),
  /** Conclusions of the national clue platform, by id. */
  clueConclusions: z.record(z.string(), clueConclusion).optional(),
  projectDuties: z.partialRecord(z.enum(projectDuties), projectDuty).optional(),
  /** Departments that supervise a sector or the money of a project, and may be asked on a case. */
  regulators: z.array(z.string()).optional(),
  /** Days between two visits of a coordinator to a site, where the beat sets none. */
  siteVisitDays: count.optional(),
  earlySigns: earlySigns.optional(),
  partners: partnerRules.optional(),
  /** What a case counts for in the load of whoever works on it: an officer or an arbitrator. */
  caseWeights: z.strictObject({ simplified: count, ordinary: count, collective: count }),
  /** How figures are judged; `basis`: what the values of other entries that figures use rest on. */
  statistics: z.strictObject({
    minimumSample: z.strictObject({ value: count, ...basis }), bands: z.strictObject({ value: z.array(z.strictObject({ grade: z.string().min(1), least: z.number() })).min(1), ...basis }),
    circularAnswer: z.strictObject({ workingDays: count, ...basis }), basis: z.record(z.string(), z.strictObject(basis)),
  }).optional(),
  /** Which sector department a GB/T 4754 code falls to; the longest prefix decides. */
  sectorGroups: z.record(z.string(), z.enum(['housing', 'transport', 'water', 'railway'])),
});
export type Parameters = z.infer<typeof parameters>;

/** `pack.json`: which pack it is, when it is in force, and its parameters; those of its parent hold where it is silent. */
export const packHead = z.strictObject({
  division: z.string().regex(/^\d{6}(\d{3}){0,2}$/), version: z.string().min(1), extends: z.string().optional(),
  from: day, to: day.optional(), names: bilingual, parameters: z.record(z.string(), z.unknown()),
});
export type PackHead = z.infer<typeof packHead>;

/** `ordered: false`: a body that nobody can send an order to; the person is only told of it. */
export const departments = z.record(z.string(), z.strictObject({ ...bilingual.shape, ordered: z.boolean().optional() }));
export type Departments = Readonly<z.infer<typeof departments>>;

/** `sources.json`: what a `source` cell may cite, by the label that it begins with; from when until when it is law. */
export const sources = z.record(z.string(), z.strictObject({
  ...bilingual.shape, number: z.string().optional(), from: day, to: day.optional(), note: z.string().optional(),
}));
export type Sources = Readonly<z.infer<typeof sources>>;

const pause = z.strictObject({ from: z.string(), to: z.string() });

/** `examples.json`: cases that a pack must decide as they say; what they are silent about is not compared. Facts as they come in at the door, amounts in yuan. */
export const examples = z.array(z.looseObject({
  id: z.string(), receivedAt: z.string(), origin: z.string(), category: z.string(), division: z.string().optional(), kind: z.string().optional(), complex: z.boolean().optional(), migrantWorker: z.boolean().optional(),
  facts: z.record(z.string(), z.unknown()),
  expect: z.looseObject({
    mode: z.string(), lead: z.string().nullable(),
    rules: z.array(z.string()).optional(), leadAlternatives: z.array(z.string()).optional(), assist: z.array(z.string()).optional(),
    guide: z.array(z.string()).optional(), handover: z.array(z.string()).optional(), liable: z.array(z.string()).optional(), handlingRegion: z.string().optional(),
    children: z.array(z.looseObject({ matter: z.string().nullable(), lead: z.string().nullable(), assist: z.array(z.string()) })).optional(),
    /** Division, role, department. */
    places: z.array(z.tuple([z.string(), z.string(), z.string()])).optional(),
    flags: z.record(z.string(), z.union([z.boolean(), z.string(), z.null()])).optional(),
    /** `assumption`: it starts with a later event, on a day that the example assumes. */
    clocks: z.array(z.looseObject({ id: z.string(), startedAt: z.string().optional(), due: z.string(), assumption: z.string().optional(), extension: z.number().optional(), suspended: z.array(pause).optional() })).optional(),
    noClocks: z.array(z.string()).optional(),
    /** Rules of the table of entitlements. */
    entitlements: z.array(z.string()).optional(),
  }),
}));
export type Example = z.infer<typeof examples>[number];

/** A pack with all that it takes from its parents: what a decision needs. */
export interface Pack {
  /** What a decision records of the pack; the hash is SHA-256 over the canonical merged content. */
  readonly ref: { readonly division: string; readonly version: string; readonly hash: string };
  readonly from: Day;
  /** The first day on which it is no longer in force. */
  readonly to: Day | undefined;
  readonly names: { readonly zh: string; readonly en: string };
  readonly parameters: Parameters;
  readonly departments: Departments;
  readonly sources: Sources;
  readonly tables: Tables;
  /** The table of what is offered without application; no table where a place has none. */
  readonly entitlements: Tables;
  readonly clocks: ReadonlyMap<string, ClockRow>;
  readonly calendar: Calendar;
  /** The papers that its offices make; none where no pack above has any. */
  readonly papers: readonly PaperTemplate[];
  readonly examples: readonly Example[];
  /** Every merged file by its name without `.json`, for readers of what only one service needs (entitlements, answers). */
  readonly files: Readonly<Record<string, unknown>>;
}
