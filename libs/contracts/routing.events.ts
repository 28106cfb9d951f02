import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';
import { facts } from './intake.events.js';

/** A body in a place: `inspectionBody` of `439901`. */
export const unit = z.strictObject({ department: z.string(), division: z.string() });
export type Unit = z.infer<typeof unit>;

/** A clock that starts with the receipt, or whose start a fact gives. Its due date is the clock stream's business. */
export const clockStart = z.strictObject({ id: z.string(), startedAt: z.string() });
export type ClockStart = z.infer<typeof clockStart>;

/** A body of a place that leads or assists, and the fact that names the place: two places can work on one case. */
export const place = z.strictObject({ division: z.string(), role: z.enum(['lead', 'assist']), department: z.string(), fact: z.string(), rule: z.string(), source: z.string() });

/** A row that was not met and came near to it, with the conditions that it lost on; `found` is null where a fact is not known. */
export const nearMiss = z.strictObject({
  table: z.string(), rule: z.string(), row: z.string(), source: z.string(),
  lost: z.array(z.strictObject({ field: z.string(), wanted: z.string(), found: z.union([z.string(), z.number(), z.boolean(), z.null()]) })),
});

/** What a decision was asked, besides the facts: enough to decide again under another pack. */
export const demand = z.strictObject({ origin: z.string(), category: z.string(), kind: z.string().nullable(), migrantWorker: z.boolean().nullable(), complex: z.boolean(), decidedOn: z.string().nullable() });

/** One order of a case: the lead order is number 0, each further matter with another lead is a child order. */
export const order = z.strictObject({
  order: z.int(), matter: z.string().nullable(), kind: z.string(), category: z.string(),
  lead: z.string().nullable(), leadAlternatives: z.array(z.string()), assist: z.array(z.string()), guide: z.array(z.string()),
  rules: z.array(z.string()), clocks: z.array(clockStart), places: z.array(place).optional(),
});
export type Order = z.infer<typeof order>;

/** The rule that was met, where it stands and what it rests on. */
export const matchedRow = z.strictObject({ table: z.string(), rule: z.string(), source: z.string(), confidence: z.string() });

export const mode = z.enum(['dispatch', 'transfer', 'guide', 'refuse', 'handover', 'merge', 'advise', 'explain', 'triage']);
export type Mode = z.infer<typeof mode>;

export const packRef = z.strictObject({ division: z.string(), version: z.string(), hash: z.string() });
export type PackRef = z.infer<typeof packRef>;

export const decision = z.strictObject({
  mode, orders: z.array(order).min(1), handover: z.array(z.string()), handlingDivision: z.string(),
  flags: z.record(z.string(), z.union([z.boolean(), z.string(), z.null()])),
  liableParties: z.array(z.string()), mergedInto: z.string().nullable(),
  pack: packRef, rows: z.array(matchedRow), nearest: z.array(nearMiss).optional(), inputs: facts, reason: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type RoutingDecision = z.infer<typeof decision>;
export type RoutedDemand = z.infer<typeof demand>;

const at = instant;
const number = z.int().min(0);

/** What an officer is asked to know for an order. `employer` is a keyed fingerprint: who declared a conflict with it is passed over, and no name is stored. */
export const needs = z.strictObject({ category: z.string(), matter: z.string().nullable(), track: z.string().nullable(), employer: z.string().nullable() });
export type Needs = Readonly<z.infer<typeof needs>>;

/** Everybody who could have had an order, how much lay with each, and by what each but one lost. */
export const allotment = z.strictObject({
  weight: z.int().min(1), needs,
  candidates: z.array(z.strictObject({
    officer: z.string(), load: z.int().min(0), open: z.int().min(0), openMax: z.int().min(1), fit: z.enum(['match', 'general', 'other']),
    lost: z.enum(['absent', 'conflict', 'limit', 'speciality', 'load', 'turn', 'continuity', 'override']).nullable(),
  })),
});
export type Allotment = Readonly<z.infer<typeof allotment>>;

/** A body's refusal to take an order, as it was worded. */
const bodyRefusal = z.strictObject({ at: instant, unit, ground: z.string(), reason: z.string(), by: z.string() });
export type BodyRefusal = Readonly<z.infer<typeof bodyRefusal>>;

/** The log of another region to which the handling place belongs: nobody here signs for the orders, whatever the mode; that log says what becomes of them. */
const toLog = z.string();

/** assignment/<caseId>: which way the case goes, who holds it, and why. */
export const assignmentEvents = stream('routing', 'assignment', {
  CaseRouted: ['已作出分派决定', z.strictObject({
    at, receivedAt: instant, division: z.string(), decision, demand: demand.optional(), caseNumber: z.string().optional(),
    /** The log of another region from which the case came: until it is signed for, it can be sent back there. */
    fromLog: z.string().optional(),
    toLog: toLog.optional(),
  })],
  CaseRerouted: ['分派决定已更新', z.strictObject({ at, decision, changed: z.array(z.string()), demand: demand.optional(), caseNumber: z.string().optional(), toLog: toLog.optional() })],
  DuplicateRouted: ['并单答复已安排', z.strictObject({ at, channel: z.string(), channelNumber: z.string(), clocks: z.array(clockStart), pack: packRef })],
  CaseAssigned: ['已派单', z.strictObject({ at, order: number, role: z.enum(['lead', 'assist']), unit, officer: z.string().nullable() })],
  RoutingOverridden: ['人工改定分派', z.strictObject({ at, order: number, from: unit.nullable(), to: unit, assist: z.array(z.string()), clocks: z.array(clockStart), reason: z.string(), by: z.string() })],
  OrderSigned: ['已签收', z.strictObject({ at, order: number, unit, by: z.string() })],
  /** `receipt`: why this one, where the system chose; `reason`: why, where a person put another in the place of the one who had it (`instead`). */
  OfficerNamed: ['已指定经办人', z.strictObject({
    at, order: number, officer: z.string(), unit: unit.optional(), instead: z.string().nullable().optional(), by: z.string().optional(), reason: z.string().optional(), receipt: allotment.optional(),
  })],
  /** The order is without an officer again: who had it may or can not go on, and nobody else is there. */
  OfficerReleased: ['经办人已解除', z.strictObject({ at, order: number, officer: z.string(), by: z.string() })],
  DispatchObjected: ['派单异议（退单申请）', z.strictObject({ at, order: number, unit, ground: z.string(), reason: z.string(), by: z.string() })],
  DispatchMaintained: ['异议不成立，维持派单', z.strictObject({ at, order: number, ground: z.string(), reason: z.string(), by: z.string() })],
  /** Two bodies have refused one order: the office of the next higher division designates who has it. `first` keeps in touch with the requester. */
  DisputeOpened: ['承办争议，报上一级指定', z.strictObject({ at, order: number, division: z.string(), first: unit, refusals: z.array(bodyRefusal).min(2) })],
  /** Binding: the body that it names may not return the order. What it does to the order follows: it stays, or it moves. */
  DisputeDecided: ['上一级已指定承办单位', z.strictObject({ at, order: number, division: z.string(), unit, ground: z.string(), reason: z.string(), by: z.string() })],
  CaseRedispatched: ['已改派', z.strictObject({ at, order: number, from: unit, to: unit, clocks: z.array(clockStart), ground: z.string(), reason: z.string(), by: z.string() })],
  CaseTransferred: ['已移交异地', z.strictObject({ at, order: number, from: unit, to: unit, ground: z.string(), by: z.string() })],
  TransferAccepted: ['异地已接收', z.strictObject({ at, order: number, unit, clocks: z.array(clockStart), by: z.string() })],
  /** The other place does not take it. `to`: who sent it, on whose desk it lies again, with the `clocks` of a body that has it; null where it goes back to the log from which the case came. */
  TransferReturned: ['异地移交已退回', z.strictObject({ at, order: number, unit, to: unit.nullable(), clocks: z.array(clockStart).optional(), ground: z.string(), reason: z.string(), by: z.string() })],
  OrderSplit: ['已拆分子工单', z.strictObject({ at, order: number, parent: number, matter: z.string(), kind: z.string(), category: z.string(), unit, clocks: z.array(clockStart), reason: z.string(), by: z.string(), caseNumber: z.string().optional() })],
});
export type AssignmentEvent = EventsOf<typeof assignmentEvents>;
