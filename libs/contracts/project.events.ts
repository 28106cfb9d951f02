import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, fen, instant, stream } from './event.js';
import { sealed } from './sealed.js';

const at = instant;
const by = z.string();
const order = z.int().min(0);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Number or fingerprint of the paper that shows it: never the paper's words. */
const proof = z.string();
const count = z.int().min(0);
const firm = { name: z.string(), creditCode: z.string().nullable() };

export const sectors = ['housing', 'transport', 'water', 'railway', 'aviation', 'other'] as const;
export const investments = ['government', 'stateOwned', 'private'] as const;

/** project/<projectId>: the file of a building project, kept by those who supervise it. Firms are named, persons never: who is on the roster stays with the site. */
export const projectEvents = stream('resolution', 'project', {
  /** `fingerprint`: the keyed one of its name in its prefecture, by which cases of the same project are known. */
  ProjectRegistered: ['工程项目已建档', z.strictObject({
    at, by, name: z.string(), sector: z.enum(sectors), division: z.string(), owner: z.string(), generalContractor: z.strictObject(firm), investment: z.enum(investments), startedOn: day, fingerprint: z.string(),
  })],
  SubcontractorAdded: ['分包单位已登记', z.strictObject({ at, by, ...firm, kind: z.enum(['labour', 'professional']) })],
  ProjectAccountOpened: ['工资专用账户已开设', z.strictObject({ at, by, bank: z.string(), openedOn: day })],
  LabourCostFunded: ['人工费用已拨付到专户', z.strictObject({ at, by, month, amount: fen, proof })],
  ProjectWagesPaid: ['当月工资已由专户发放', z.strictObject({ at, by, month, amount: fen, workers: z.int().min(1), proof })],
  ProjectClosureAnnounced: ['专户注销公示已张贴', z.strictObject({ at, by })],
  ProjectAccountClosed: ['项目专户已注销', z.strictObject({ at, by })],
  ProjectDepositPaidIn: ['工资保证金已存储', z.strictObject({ at, by, amount: fen, form: z.enum(['cash', 'guarantee']), proof })],
  ProjectDepositDrawn: ['工资保证金已动用', z.strictObject({ at, by, amount: fen, proof })],
  ProjectDepositToppedUp: ['项目工资保证金已补足', z.strictObject({ at, by, amount: fen, proof })],
  ProjectDepositReleased: ['工资保证金已返还', z.strictObject({ at, by, amount: fen })],
  RosterChecked: ['实名制已检查', z.strictObject({ at, by, onSite: count, registered: count, withContract: count })],
  RightsBoardChecked: ['维权信息告示牌已检查', z.strictObject({ at, by, complete: z.boolean(), proof })],
  /** `duty`: which duty of the pack is not met. */
  ProjectFindingMade: ['检查发现问题', z.strictObject({ at, by, finding: z.uuid(), duty: z.string(), dueOn: day })],
  ProjectFindingCorrected: ['问题已整改', z.strictObject({ at, by, finding: z.uuid(), proof })],
  /** `unpaid`: what the workers said they are owed; null where nobody is. */
  SiteVisited: ['协管员已走访工地', z.strictObject({ at, by, visit: z.uuid(), interviewed: count, unpaid: z.strictObject({ workers: z.int().min(1), amount: fen, months: z.int().min(1) }).nullable() })],
  ProjectCaseLinked: ['案件已关联项目', z.strictObject({ at, by, caseId: z.uuid() })],
  ProjectCaseUnlinked: ['案件已解除项目关联', z.strictObject({ at, by, caseId: z.uuid() })],
  /** When the works are to be done; a later plan takes the place of the last. */
  ProjectEndPlanned: ['计划竣工日期已登记', z.strictObject({ at, by, endsOn: day })],
  /** A QR code for the site, by which its workers file; `contractor`: for whose workers, by the name in the file. */
  SiteCodeIssued: ['工地码已签发', z.strictObject({ at, by, code: z.int().min(1), contractor: z.string(), division: z.string(), until: day.nullable() })],
  SiteCodeRevoked: ['工地码已停用', z.strictObject({ at, by, code: z.int().min(1) })],
  ProjectCompleted: ['工程已完工', z.strictObject({ at, by })],
});
export type ProjectEvent = EventsOf<typeof projectEvents>;

/** beat/<id of the coordinator's beat>: the places and sites that one coordinator looks after. */
export const beatEvents = stream('resolution', 'beat', {
  BeatAssigned: ['治欠协管员片区已指定', z.strictObject({ at, by, coordinator: z.string(), divisions: z.array(z.string()), projects: z.array(z.uuid()), visitEveryDays: z.int().min(1) })],
  BeatEnded: ['治欠协管员片区已撤销', z.strictObject({ at, by, coordinator: z.string() })],
});
export type BeatEvent = EventsOf<typeof beatEvents>;

/** coordination/<caseId>: what a coordinator did on the ground for a case. */
export const explainedTopics = ['wages', 'contract', 'evidence', 'mediation', 'arbitration', 'legalAid'] as const;
export const coordinationEvents = stream('resolution', 'coordination', {
  FirstMediationHeld: ['协管员已先行调解', z.strictObject({ at, order, agreed: z.boolean(), by })],
  PaymentFollowedUp: ['协管员已跟进支付', z.strictObject({ at, order, paid: z.enum(['full', 'part', 'none']), promisedBy: day.nullable(), by })],
  RulesExplained: ['协管员已向工人说明政策', z.strictObject({ at, order, workers: z.int().min(1), topics: z.array(z.enum(explainedTopics)).min(1), by })],
});
export type CoordinationEvent = EventsOf<typeof coordinationEvents>;

export const askedOf = ['projectFile', 'supervision', 'fundsReleased'] as const;
export const regulatorActions = ['fileProvided', 'supervised', 'rectificationOrdered', 'fundsReleased', 'notCompetent'] as const;
/** regulator/<caseId>: what regulators of the sector were asked on a case, each with a clock of its own, and what they answered. */
export const regulatorEvents = stream('resolution', 'regulator', {
  RegulatorAsked: ['已商请行业主管部门', z.strictObject({ at, order, department: z.string(), division: z.string(), subject: z.enum(askedOf), by })],
  /** `project`: the project file that was provided. */
  RegulatorAnswered: ['行业主管部门已答复', z.strictObject({ at, order, department: z.string(), action: z.enum(regulatorActions), project: z.uuid().nullable(), reply: sealed.nullable(), by })],
});
export type RegulatorEvent = EventsOf<typeof regulatorEvents>;

const owed = z.array(z.strictObject({ worker: z.int().min(1), amount: fen })).min(1);
/** fund/<caseId>: the emergency revolving fund advances part of the wages and goes after the employer for it (WPR 63). */
export const fundEvents = stream('resolution', 'fund', {
  FundApplied: ['已申请应急周转金', z.strictObject({ at, ground: z.enum(['unable', 'absconded']), asked: owed, by })],
  FundApproved: ['应急周转金已批准', z.strictObject({ at, approved: owed, approvedBy: z.string() })],
  FundDeclined: ['应急周转金未获批准', z.strictObject({ at, reason: z.string(), by })],
  FundAdvanced: ['应急周转金已垫付', z.strictObject({ at, worker: z.int().min(1), amount: fen, evidence: z.string(), by })],
  RecourseClaimed: ['已向用人单位追偿', z.strictObject({ at, amount: fen, by })],
  RecourseRecovered: ['追偿款已收回', z.strictObject({ at, amount: fen, evidence: z.string(), by })],
});
export type FundEvent = EventsOf<typeof fundEvents>;
