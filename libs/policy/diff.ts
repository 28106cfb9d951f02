import { dayAt, isWeekend, numberOf } from '#libs/calendar/day.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import type { Day } from '#libs/contracts/time.js';
import type { DecisionTable } from './decide-by-table.js';
import { ladderOf } from './ladder.js';
import { outcomesOf } from './outcomes.js';
import type { Pack } from './pack.js';

/** One value under two packs; undefined where a pack has none. */
export interface Changed {
  /** `hotline.ordinaryDays`, or the field of a row. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ChangedCell {
  readonly field: string;
  /** What the column is called in the editor. */
  readonly name: string;
  readonly side: 'in' | 'out';
  readonly before: string;
  readonly after: string;
}

/** A row by its `_id`, and by the rule that it states where it states one. */
export interface RowName {
  readonly row: string;
  readonly rule: string | null;
}

export interface TableDiff {
  readonly file: 'routing' | 'entitlements';
  readonly table: string;
  readonly hitPolicy: Changed | null;
  readonly added: readonly RowName[];
  readonly removed: readonly RowName[];
  readonly changed: readonly (RowName & { readonly cells: readonly ChangedCell[] })[];
  /** Rows that stand elsewhere among those that both have: where the first row met decides, that is a change of the law. Places count from 1. */
  readonly moved: readonly (RowName & { readonly before: number; readonly after: number })[];
}

/** Entries with a name: clocks, departments, sources. */
export interface EntriesDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly Changed[] }[];
}

export interface CalendarDiff {
  readonly version: Changed | null;
  readonly yearsAdded: readonly number[];
  readonly yearsRemoved: readonly number[];
  /** Of years that only one pack covers, the days alone that a notice names. */
  readonly days: readonly { readonly day: Day; readonly before: DayWord; readonly after: DayWord }[];
}
export type DayWord = 'working' | 'makeUp' | 'rest' | 'holiday' | 'uncovered';

/** Everything in which one pack differs from another, merged as both decide; in an order that does not depend on how the files were written. */
export interface PackDiff {
  readonly before: Pack['ref'];
  readonly after: Pack['ref'];
  /** From when on and how long, and the names. */
  readonly head: readonly Changed[];
  readonly parameters: readonly Changed[];
  readonly tables: readonly TableDiff[];
  readonly clocks: EntriesDiff;
  readonly calendar: CalendarDiff;
  readonly departments: EntriesDiff;
  readonly sources: EntriesDiff;
  /** How cases may end, and what follows a default. */
  readonly outcomes: EntriesDiff;
  /** How pressure climbs, and when a case is blue, yellow or red. */
  readonly ladder: EntriesDiff;
}

export function diffPacks(before: Pack, after: Pack): PackDiff {
  return {
    before: before.ref, after: after.ref,
    head: changedFields(headOf(before), headOf(after)),
    parameters: changedFields(before.parameters, after.parameters),
    tables: [...tablesDiff('routing', before, after), ...tablesDiff('entitlements', before, after)],
    clocks: entriesDiff(Object.fromEntries(before.clocks), Object.fromEntries(after.clocks)),
    calendar: calendarDiff(before.calendar, after.calendar),
    departments: entriesDiff(before.departments, after.departments),
    sources: entriesDiff(before.sources, after.sources),
    outcomes: entriesDiff(outcomeRows(before), outcomeRows(after)),
    ladder: entriesDiff(ladderRows(before), ladderRows(after)),
  };
}

/** True where two packs say the same in everything that is compared. */
export function isSame({ head, parameters, tables, clocks, calendar, departments, sources, outcomes, ladder }: PackDiff): boolean {
  const lists = [head, parameters, tables, ...[clocks, departments, sources, outcomes, ladder].flatMap(({ added, removed, changed }) => [added, removed, changed] as const), calendar.days, calendar.yearsAdded, calendar.yearsRemoved];
  return calendar.version === null && lists.every((list) => list.length === 0);
}

/** What differs, field by field to any depth; a list is one value. */
export function changedFields(before: unknown, after: unknown, path = ''): readonly Changed[] {
  if (isFields(before) && isFields(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => changedFields(own(before, key), own(after, key), path === '' ? key : `${path}.${key}`));
  }
  return sameValue(before, after) ? [] : [{ path, before, after }];
}

function outcomeRows(pack: Pack): Readonly<Record<string, object>> {
  const { conclusions, remedies } = outcomesOf(pack);
  return Object.fromEntries([...conclusions, ...remedies].map((row) => [row.id, row]));
}

function ladderRows(pack: Pack): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.values(ladderOf(pack) ?? {}).flat().map((row) => [row.id, row]));
}

function headOf({ from, to, names }: Pack): object {
  return { from, to, names };
}

function tablesDiff(file: TableDiff['file'], before: Pack, after: Pack): readonly TableDiff[] {
  const [old, fresh] = [tablesOf(before, file), tablesOf(after, file)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.flatMap((name) => {
    const diff = tableDiff(file, name, old.get(name) ?? EMPTY, fresh.get(name) ?? EMPTY);
    return diff.hitPolicy || [diff.added, diff.removed, diff.changed, diff.moved].some((list) => list.length > 0) ? [diff] : [];
  });
}

const EMPTY: DecisionTable = { hitPolicy: 'collect', inputs: [], outputs: [], rules: [] };

function tablesOf(pack: Pack, file: TableDiff['file']): ReadonlyMap<string, DecisionTable> {
  const { model } = file === 'routing' ? pack.tables : pack.entitlements;
  return new Map(model.nodes.flatMap(({ name, content }) => (content ? [[name, content] as const] : [])));
}

function tableDiff(file: TableDiff['file'], table: string, before: DecisionTable, after: DecisionTable): TableDiff {
  const [old, fresh] = [byId(before), byId(after)];
  const common = before.rules.map(({ _id }) => _id!).filter((id) => fresh.has(id));
  const there = after.rules.map(({ _id }) => _id!).filter((id) => old.has(id));
  const still = inSameOrder(common.map((id) => there.indexOf(id)));
  const named = (id: string, whose: DecisionTable): RowName => ({ row: id, rule: ruleOf(whose, byId(whose).get(id)!) });
  return {
    file, table,
    hitPolicy: before === EMPTY || after === EMPTY || before.hitPolicy === after.hitPolicy ? null : { path: 'hitPolicy', before: before.hitPolicy, after: after.hitPolicy },
    added: [...fresh.keys()].filter((id) => !old.has(id)).map((id) => named(id, after)),
    removed: [...old.keys()].filter((id) => !fresh.has(id)).map((id) => named(id, before)),
    changed: common.flatMap((id) => {
      const cells = changedCells(before, after, old.get(id)!, fresh.get(id)!);
      return cells.length > 0 ? [{ ...named(id, after), cells }] : [];
    }),
    moved: common.flatMap((id, i) => (still.has(i) ? [] : [{ ...named(id, after), before: i + 1, after: there.indexOf(id) + 1 }])),
  };
}

type Rule = DecisionTable['rules'][number];

function byId({ rules }: DecisionTable): ReadonlyMap<string, Rule> {
  return new Map(rules.map((row) => [row['_id'] ?? '', row]));
}

function ruleOf({ outputs }: DecisionTable, row: Rule): string | null {
  for (const wanted of ['rule', 'topic', 'flag', 'clock', 'party']) {
    const column = outputs.find(({ field }) => field === wanted);
    if (column && row[column.id]) return row[column.id]!.replace(/^"|"$/g, '');
  }
  return null;
}

/** By the field of a column, since its id may differ from file to file. */
function changedCells(before: DecisionTable, after: DecisionTable, old: Rule, fresh: Rule): readonly ChangedCell[] {
  return (['in', 'out'] as const).flatMap((side) => {
    const [columns, others] = side === 'in' ? [before.inputs, after.inputs] : [before.outputs, after.outputs];
    const fields = [...new Set([...columns, ...others].map(({ field }) => field))];
    return fields.flatMap((field): ChangedCell[] => {
      const [was, is] = [columns.find((each) => each.field === field), others.find((each) => each.field === field)];
      const [text, now] = [cellText(was && old[was.id]), cellText(is && fresh[is.id])];
      return text === now ? [] : [{ field, name: (is ?? was)!.name, side, before: text, after: now }];
    });
  });
}

function cellText(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return trimmed === '-' ? '' : trimmed;
}

/** The places of a longest ascending run: what stands outside it was moved. */
function inSameOrder(places: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly before: number }[] = [];
  places.forEach((place, i) => {
    let found = { length: 1, before: -1 };
    for (let j = 0; j < i; j++) if (places[j]! < place && best[j]!.length + 1 > found.length) found = { length: best[j]!.length + 1, before: j };
    best.push(found);
  });
  const kept = new Set<number>();
  let at = best.reduce((most, { length }, i) => (most < 0 || length > best[most]!.length ? i : most), -1);
  for (; at >= 0; at = best[at]!.before) kept.add(at);
  return kept;
}

function entriesDiff(before: unknown, after: unknown): EntriesDiff {
  const [old, fresh] = [isFields(before) ? before : {}, isFields(after) ? after : {}];
  const ids = Object.keys(old).sort();
  return {
    added: Object.keys(fresh).filter((id) => !Object.hasOwn(old, id)).sort(),
    removed: ids.filter((id) => !Object.hasOwn(fresh, id)),
    changed: ids.flatMap((id) => {
      const fields = Object.hasOwn(fresh, id) ? changedFields(old[id], fresh[id]) : [];
      return fields.length > 0 ? [{ id, fields }] : [];
    }),
  };
}

function calendarDiff(before: Calendar, after: Calendar): CalendarDiff {
  const years = [...new Set([...before.years, ...after.years])].sort((a, b) => a - b);
  const days = years.flatMap((year) => {
    const found: CalendarDiff['days'][number][] = [];
    for (let number = numberOf(`${year}-01-01`), end = numberOf(`${year + 1}-01-01`); number < end; number++) {
      const day = dayAt(number);
      const [was, is] = [wordOf(before, day), wordOf(after, day)];
      const usual = isWeekend(number) ? 'rest' : 'working';
      const unnamed = (was === 'uncovered' && is === usual) || (is === 'uncovered' && was === usual);
      if (was !== is && !unnamed) found.push({ day, before: was, after: is });
    }
    return found;
  });
  return {
    version: before.version === after.version ? null : { path: 'version', before: before.version, after: after.version },
    yearsAdded: after.years.filter((year) => !before.years.includes(year)),
    yearsRemoved: before.years.filter((year) => !after.years.includes(year)),
    days,
  };
}

function wordOf(calendar: Calendar, day: Day): DayWord {
  const found = calendar.kindOf(day);
  return found.kind === 'rest' && found.festival ? 'holiday' : found.kind;
}

function own(fields: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
