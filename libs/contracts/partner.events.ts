import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, fen, instant, stream } from './event.js';
import { sealed } from './sealed.js';

const at = instant;
const by = z.string();
const count = z.int().min(0);
const period = z.string();
const firm = { name: z.string(), creditCode: z.string().nullable() };

/** S-HN20 四(一)2: parks by their rank, and associations of trades with many migrant workers. */
export const pointKinds = ['nationalPark', 'provincialPark', 'otherPark', 'association'] as const;
export type PointKind = (typeof pointKinds)[number];
export const reportEvery = ['month', 'quarter'] as const;
export type ReportEvery = (typeof reportEvery)[number];
export const majorEvents = ['arrears', 'gathering', 'injuryOrDeath', 'stoppage', 'epidemic', 'other'] as const;
export const eventActions = ['caseOpened', 'sentOn', 'handledOnSite', 'notTrue'] as const;
export const hosts = ['chamber', 'association', 'enterprise', 'office'] as const;
export const stationDuties = ['head', 'liaison', 'monitor', 'legalAid'] as const;
export const stationActivities = ['service', 'monitoring', 'emergency', 'mediation', 'legalAid', 'visit'] as const;
/** S-HN20 四(一)4. */
export const unitServices = ['monitoring', 'legalAid', 'policyAdvice', 'counselling', 'careerGuidance', 'training', 'finance', 'culture', 'integration'] as const;
export const removalGrounds = ['assessment', 'withdrew', 'dissolved', 'breach', 'moved'] as const;

/**
 * partner/<id>: whoever helps to watch and to serve beside the authorities (S-HN20): monitoring points, service stations outside the province, partner
 * units. Bodies are named, persons never: staff are ids, what a report says of people is a count.
 */
export const partnerEvents = stream('supervision', 'partner', {
  /** `reportsTo` keeps the reports together, `urgedBy` sees to it that they come: which levels, the pack says by `kind`. */
  MonitoringPointRegistered: ['监测点已登记', z.strictObject({ at, by, ...firm, kind: z.enum(pointKinds), division: z.string(), reportsTo: z.string(), urgedBy: z.string(), every: z.enum(reportEvery) })],
  /** `division`: the prefecture, county or province that sends it; `place`: where it stands. */
  ServiceStationRegistered: ['驻外服务站已登记', z.strictObject({ at, by, ...firm, division: z.string(), place: z.string(), host: z.enum(hosts) })],
  PartnerUnitRegistered: ['协作单位已备案', z.strictObject({ at, by, ...firm, division: z.string(), services: z.array(z.enum(unitServices)).min(1) })],
  /** A report is due for every period: `2026-03`, `2026-Q1`. `to` is its last day. */
  ReportingPeriodBegan: ['监测报告期开始', z.strictObject({ at, period, from: day, to: day })],
  PeriodicReportReceived: ['监测报告已收到', z.strictObject({
    at, by, period, workers: count, arrived: count, left: count, unpaidWorkers: count, unpaid: fen, summary: sealed.nullable(),
  })],
  PeriodicReportMissed: ['监测报告逾期未报', z.strictObject({ at, period })],
  /** `event`: the reporter's own id. It goes to `division` at once. */
  MajorEventReported: ['重大动态已即时报告', z.strictObject({ at, by, event: z.uuid(), kind: z.enum(majorEvents), workers: count, division: z.string(), text: sealed.nullable() })],
  MajorEventTaken: ['重大动态已接收处置', z.strictObject({ at, by, event: z.uuid(), action: z.enum(eventActions), caseId: z.uuid().nullable() })],
  StationStaffNamed: ['服务站人员已登记', z.strictObject({ at, by, staff: z.string(), duty: z.enum(stationDuties) })],
  StationStaffLeft: ['服务站人员已离任', z.strictObject({ at, by, staff: z.string() })],
  StationActivityRecorded: ['服务站活动已登记', z.strictObject({ at, by, activity: z.uuid(), kind: z.enum(stationActivities), on: day, workers: count })],
  /** `total` of the scores by the weights of the pack, both of 100; `passed` by its pass mark. */
  PartnerAssessed: ['年度评估已完成', z.strictObject({ at, by, year: z.int(), scores: z.record(z.string(), z.int().min(0).max(100)), total: z.number(), passed: z.boolean(), grounds: sealed.nullable() })],
  PartnerRemoved: ['协作单位已清退', z.strictObject({ at, by, ground: z.enum(removalGrounds) })],
});
export type PartnerEvent = EventsOf<typeof partnerEvents>;
