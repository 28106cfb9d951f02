import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, instant, stream } from './event.js';
import { allotment, unit } from './routing.events.js';
import type { Unit } from './routing.events.js';
import { uuidv5 } from './uuid.js';

const at = instant;
const by = z.string();
/** The issuer's opaque id of a person: no name is stored here. */
const officer = z.string();
const caseId = z.uuid();
const order = z.int().min(0);

export const specialityKinds = ['category', 'matter', 'track'] as const;
const speciality = z.strictObject({ kind: z.enum(specialityKinds), code: z.string() });
export type Speciality = Readonly<z.infer<typeof speciality>>;

export const conflictBases = ['relative', 'formerEmployee', 'interest', 'complainedAbout'] as const;
/** `employer`: keyed fingerprint of the employer; `case`: one case. */
const concern = z.strictObject({ kind: z.enum(['employer', 'case']), value: z.string() });
export type Concern = Readonly<z.infer<typeof concern>>;

/** staff/<unit>: who works in a body of a place, what each knows, who is there, and whose each open order is. */
export const staffEvents = stream('routing', 'staff', {
  OfficerEnrolled: ['经办人已登记', z.strictObject({ at, unit, officer, specialities: z.array(speciality), openMax: z.int().min(1), by })],
  SpecialityGiven: ['专长已增加', z.strictObject({ at, officer, speciality, by })],
  SpecialityTaken: ['专长已取消', z.strictObject({ at, officer, speciality, by })],
  OpenLimitSet: ['在办上限已设定', z.strictObject({ at, officer, openMax: z.int().min(1), by })],
  /** From this day on, until that day inclusive; null: until the return is noted. */
  OfficerAbsent: ['经办人离岗', z.strictObject({ at, officer, from: day, to: day.nullable(), by })],
  OfficerBack: ['经办人返岗', z.strictObject({ at, officer, by })],
  OfficerLeft: ['经办人已调离', z.strictObject({ at, officer, by })],
  ConflictDeclared: ['已申报回避', z.strictObject({ at, officer, concern, basis: z.enum(conflictBases), by })],
  /** `instead`: who had the order before. `reason`: a person's, where a person chose. */
  OrderAllotted: ['工单已分到经办人', z.strictObject({ at, caseId, order, officer, instead: officer.nullable(), receipt: allotment, reason: z.string().optional(), by })],
  /** Nobody of the unit can take it now; it is allotted when somebody can. */
  OrderUnallotted: ['工单暂无经办人', z.strictObject({ at, caseId, order, instead: officer.nullable(), receipt: allotment, by })],
  OrderReleased: ['工单已离手', z.strictObject({ at, caseId, order, officer: officer.nullable(), why: z.enum(['concluded', 'moved', 'named']) })],
});
export type StaffEvent = EventsOf<typeof staffEvents>;

/** The id under which a unit's staff stands in the log. */
export function staffIdOf({ department, division }: Unit): string {
  return uuidv5(`staff/${division}/${department}`);
}
