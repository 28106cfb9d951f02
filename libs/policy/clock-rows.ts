import { z } from 'zod';
import { day } from '#libs/contracts/event.js';
import type { Day } from '#libs/contracts/time.js';
import type { CountRule } from './due.js';

/** When a published event starts or moves a clock: its type, and values that its data must hold, by field or by the path of one: `from.department`. */
const trigger = z.strictObject({
  on: z.string(),
  when: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])).optional(),
  /** Field of the event that must hold something, whatever it is: nobody has the order where `to` is null. */
  has: z.string().optional(),
  /** Field of the event that gives the day or instant to count from; the time of the fact where it is missing. */
  at: z.string().optional(),
  /** Field of the event that gives the extension, in the unit of the clock. */
  by: z.string().optional(),
  /** Of `resumes`: the event whose pause it ends, for a clock may stand still on two grounds at once; or, of `cancels`, the event whose end it takes back, so that the clock goes on. Missing: every pause. */
  ends: z.string().optional(),
});
export type Trigger = z.infer<typeof trigger>;

const triggers = z.array(trigger).default([]);

/** One clock of the law or of a place, as data: how long, from what on, moved and met by which events, and on what it rests. */
export const clockRow = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/),
  zh: z.string(), en: z.string(),
  /** A number, the path of a parameter of the pack, or null for a clock that ends on a day named by its start. */
  n: z.union([z.number(), z.string(), z.null()]),
  /** `bareDays`: the statute says only 日; the pack's parameter `bareDayUnit` says what it means (domain law of 3, 5 and 10 days). */
  unit: z.enum(['seconds', 'hours', 'calendarDays', 'workingDays', 'bareDays', 'backwardWorkingDays', 'years', 'months', 'date']),
  roll: z.boolean().default(true),
  /** `law`: a statute's limit. `target`: policy beside the law. `service`: what is promised to the person. */
  level: z.enum(['law', 'target', 'service']),
  /** Whose limit it is: only an authority's breach is supervised; a person's or employer's limit passing has consequences of its own. */
  duty: z.enum(['authority', 'person', 'employer']).default('authority'),
  source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'P']),
  /** The first day on which it begins to run for anybody, and the first on which it no longer does; what runs by then runs on. */
  from: day.optional(), to: day.optional(),
  /** Clocks of the same case while which it does not begin: who has filed a case has accepted it. */
  notWhile: z.array(z.string()).optional(),
  /** Fields of the event that tell clocks of this kind apart on one order: each assisting body has its own. */
  apart: z.array(z.string()).min(1).optional(),
  /** At most `n` in the unit of the clock, so many `times` since it last began, and who approves it. A row without it is never extended. */
  extension: z.strictObject({ n: z.number(), times: z.int(), approver: z.string() }).optional(),
  warn: z.strictObject({ n: z.number(), unit: z.enum(['hours', 'workingDays']) }).optional(),
  starts: triggers, restarts: triggers, suspends: triggers, resumes: triggers, extends: triggers, satisfies: triggers, cancels: triggers,
});
export type ClockRow = z.infer<typeof clockRow>;

export const clockTable = z.strictObject({ clocks: z.array(clockRow) });

export type Parameters = Readonly<Record<string, unknown>>;

/** How a row counts under a pack's parameters. Throws where a parameter is missing: a pack is checked before it is published. */
export function countRule(row: ClockRow, parameters: Parameters): CountRule & { n: number } {
  const n = typeof row.n === 'string' ? parameterAt(parameters, row.n) : row.n ?? 0;
  if (row.unit === 'seconds') throw new Error(`${row.id} is a metric of the telephone system, not a clock of a case.`);
  const unit = row.unit === 'bareDays' ? bareDayUnit(parameters, n) : row.unit;
  return { n, unit, roll: row.roll, source: row.source };
}

/** Which limit an extension met. `none`: the law knows no extension of this clock. `ended`: the time had run out before. */
export type ExtensionLimit = 'none' | 'amount' | 'times' | 'approver' | 'ended';

export interface ExtensionGiven {
  /** In the unit of the clock; null where it is not a number. */
  readonly by: number | null;
  /** How often the clock was extended since it last began. */
  readonly before: number;
  /** Who approved it: an opaque id. */
  readonly approvedBy: string;
  /** The office in which it was approved, where the fact names it. */
  readonly approver?: string | undefined;
}

/** The limit that an extension goes beyond; undefined where the row allows it. For the desk that grants it and for the clock that is moved by it. */
export function extensionAllowed({ extension }: Pick<ClockRow, 'extension'>, { by, before, approvedBy, approver }: ExtensionGiven): ExtensionLimit | undefined {
  if (!extension) return 'none';
  if (by === null || !Number.isInteger(by) || by < 1 || by > extension.n) return 'amount';
  if (before >= extension.times) return 'times';
  return approvedBy.trim() === '' || (approver !== undefined && approver !== extension.approver) ? 'approver' : undefined;
}

/** True where a row begins clocks on a day. A `from` of the pack's own first day or before says nothing: a pack holds for old demands as well. */
export function beginsOn({ from, to }: Pick<ClockRow, 'from' | 'to'>, day: Day, packFrom: Day | undefined): boolean {
  const begun = from === undefined || from <= day || (packFrom !== undefined && from <= packFrom);
  return begun && (to === undefined || day < to);
}

/** True where an event's data meets a trigger. */
export function meets(trigger: Trigger, data: Readonly<Record<string, unknown>>): boolean {
  if (trigger.has !== undefined && (data[trigger.has] ?? null) === null) return false;
  return Object.entries(trigger.when ?? {}).every(([path, wanted]) => {
    const found = valueAt(data, path);
    return Array.isArray(wanted) ? wanted.includes(String(found)) : found === wanted;
  });
}

/** How long before its due date a clock warns: as its row says, else by its length. */
export function warning(row: ClockRow, n: number): { n: number; unit: 'hours' | 'workingDays' } {
  if (row.warn) return row.warn;
  if (row.unit === 'hours') return { n: Math.ceil(n / 4), unit: 'hours' };
  return { n: n > 10 || row.unit === 'years' ? 3 : 1, unit: 'workingDays' };
}

function parameterAt(parameters: Parameters, path: string): number {
  const value = valueAt(parameters, path);
  if (typeof value !== 'number') throw new Error(`The pack lacks the parameter ${path}.`);
  return value;
}

function valueAt(data: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], data);
}

function bareDayUnit(parameters: Parameters, n: number): 'workingDays' | 'calendarDays' {
  const unit = (parameters['bareDayUnit'] as Record<string, string> | undefined)?.[String(n)];
  return unit === 'calendarDays' ? 'calendarDays' : 'workingDays';
}
