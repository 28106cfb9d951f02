import type { Pool } from 'pg';
import type { CountUnit } from '#libs/calendar/explain.js';
import type { NoticeGiven } from '#libs/policy/announced.js';
import { announcedWith, calendarsWith } from '#libs/policy/announced.js';
import { dueOf } from '#libs/policy/due.js';
import type { Policies } from '#libs/policy/in-force.js';
import { policiesOf } from '#libs/policy/in-force.js';
import type { LawBook } from '#libs/policy/law-book.js';
import type { OpenClock } from './open-clocks.js';
import { openClocks } from './open-clocks.js';

interface Standing {
  readonly due: string;
  readonly provisionalDue: string | null;
}

/** An open clock that would move, with its date before and after. */
export interface Moving extends Pick<OpenClock, 'caseId' | 'caseNumber' | 'clock' | 'kind' | 'order' | 'status' | 'department' | 'division' | 'handlingDivision' | 'startedAt'> {
  readonly before: Standing;
  readonly after: Standing;
}

export interface Totals {
  readonly clocks: number;
  readonly cases: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byDepartment: Readonly<Record<string, number>>;
}

const CHUNK = 5_000;
const TOTALS_MAX = 1_000_000;

/** The calendars as they would be with a notice, and what they would be called. Throws `InvalidCalendar` where the notice says nothing that a calendar can. */
export function lawWithNotice({ policies, notices }: Pick<LawBook, 'policies' | 'notices'>, notice: NoticeGiven): { readonly version: string; readonly policies: Pick<Policies, 'calendarFor'> } {
  const { packs } = policies;
  const { version } = announcedWith(packs, notices, notice);
  return { version, policies: policiesOf(packs, calendarsWith(packs, [...notices, notice])) };
}

/** What a notice would move, and where to: the clock is counted as the re-issue would count it, and nothing is stored. */
export function movedBy({ calendarFor }: Pick<Policies, 'calendarFor'>, { packs }: Pick<Policies, 'packs'>): (clock: OpenClock) => Moving | undefined {
  const calendars = new Map<string, ReturnType<Policies['calendarFor']>>();
  const calendarOf = (division: string): ReturnType<Policies['calendarFor']> => {
    const calendar = calendars.get(division) ?? calendarFor(division, packs[0]!); // Of a place that the notice reaches there is always an announced one.
    calendars.set(division, calendar);
    return calendar;
  };
  return ({ counted, due, provisionalDue, ...clock }) => {
    const { n, unit, roll, extension, pauses } = counted;
    const after = dueOf({ n: n ?? 0, unit: unit as CountUnit, roll, extension, suspended: pauses }, clock.startedAt, calendarOf(clock.division));
    const then = { due: after.due, provisionalDue: after.provisionalDue ?? null };
    if (then.due === due && then.provisionalDue === provisionalDue) return undefined;
    const { caseId, caseNumber, clock: id, kind, order, status, department, division, handlingDivision, startedAt } = clock;
    return { caseId, caseNumber, clock: id, kind, order, status, department, division, handlingDivision, startedAt, before: { due, provisionalDue }, after: then };
  };
}

/** One page of what would move after a place in the list, in the order of cases. */
export async function pageOf(pool: Pool, notice: NoticeGiven, scope: readonly string[], moved: (clock: OpenClock) => Moving | undefined, after: readonly [string, string] | null, limit: number): Promise<{ readonly clocks: readonly Moving[]; readonly more: boolean }> {
  const clocks: Moving[] = [];
  for (let at = after; ;) {
    const chunk = await openClocks(pool, notice, scope, at, CHUNK);
    for (const clock of chunk) {
      const one = moved(clock);
      if (!one) continue;
      if (clocks.length === limit) return { clocks, more: true };
      clocks.push(one);
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return { clocks, more: false };
    at = [last.caseId, last.clock];
  }
}

/** How many would move in all: chunk by chunk, so that a year's clocks of a province need no more memory than one chunk. */
export async function totalsOf(pool: Pool, notice: NoticeGiven, scope: readonly string[], moved: (clock: OpenClock) => Moving | undefined): Promise<Totals> {
  const byKind: Record<string, number> = {};
  const byDepartment: Record<string, number> = {};
  let [clocks, cases, seen, lastCase] = [0, 0, 0, ''];
  for (let at: readonly [string, string] | null = null; seen < TOTALS_MAX;) {
    const chunk: OpenClock[] = await openClocks(pool, notice, scope, at, CHUNK);
    seen += chunk.length;
    for (const clock of chunk) {
      const one = moved(clock);
      if (!one) continue;
      clocks++;
      if (one.caseId !== lastCase) cases++;
      lastCase = one.caseId;
      byKind[one.kind] = (byKind[one.kind] ?? 0) + 1;
      const department = one.department ?? 'none';
      byDepartment[department] = (byDepartment[department] ?? 0) + 1;
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) break;
    at = [last.caseId, last.clock];
  }
  return { clocks, cases, byKind, byDepartment };
}
