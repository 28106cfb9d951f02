import type { Day } from '#libs/contracts/time.js';
import { cellOf, meets } from './cell.js';
import type { Row, Tables } from './decide-by-table.js';
import type { Demand } from './decide.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import type { Context } from './derive.js';
import { derivedNames } from './condition-names.js';
import { derive } from './derive.js';
import type { PackDiff } from './diff.js';
import { knownFacts } from './facts.js';
import type { Pack } from './pack.js';

/** Why a row is met under one pack and not under the other. */
export type Why =
  /** The cell asks for something else. `found`: what the case has. */
  | { readonly kind: 'cell'; readonly field: string; readonly before: string; readonly after: string; readonly found: unknown }
  /** The cell is the same, but what it asks for has another value; `by`: the changed parameters and clocks that make it so, as far as they can be told one by one. */
  | { readonly kind: 'value'; readonly field: string; readonly before: unknown; readonly after: unknown; readonly by: readonly string[] }
  | { readonly kind: 'added' } | { readonly kind: 'removed' }
  /** An earlier row takes it now, or did before. */
  | { readonly kind: 'preceded'; readonly row: string }
  | { readonly kind: 'period' }
  /** The row is met under both, and says something else. */
  | { readonly kind: 'result'; readonly field: string; readonly before: unknown; readonly after: unknown };

/** A row that decides otherwise: met before and no longer, met now and not before, or met with another result. */
export interface Flip {
  readonly table: string;
  readonly row: string;
  readonly rule: string | null;
  readonly source: string | null;
  readonly change: 'lost' | 'gained' | 'changed';
  readonly why: readonly Why[];
}

interface Asked {
  readonly table: string;
  readonly context: Context;
  readonly day: Day | undefined;
  readonly met: readonly Row[];
}

/** What a decision does not turn on. */
const SILENT = new Set(['_id', 'source', 'confidence', 'from', 'to', 'zh', 'en']);

/** The rows on which two decisions of the same demand part, the first question first. Nothing is said about what only follows from another row. */
export function flipsOf(demand: Demand, before: Recorder, after: Recorder, changes: PackDiff): readonly Flip[] {
  const [old, fresh] = [before.asked(demand), after.asked(demand)];
  return [...old.keys()].flatMap((key) => {
    const [was, is] = [old.get(key)!, fresh.get(key)];
    return is ? flipsOfTable(was, is, { demand, before, after, changes }) : [];
  });
}

/** Decides under a pack and keeps what its tables were asked. */
export class Recorder {
  private questions: Asked[] = [];
  private readonly listening: Pack;

  constructor(readonly pack: Pack) {
    const ask: Tables['ask'] = (names, context, day) => {
      const met = pack.tables.ask(names, context, day);
      for (const table of names) this.questions.push({ table, context, day, met: met[table]! });
      return met;
    };
    const tables = new Proxy(pack.tables, {
      get: (target, name) => {
        const value: unknown = name === 'ask' ? ask : Reflect.get(target, name, target);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
    this.listening = { ...pack, tables };
  }

  decide(demand: Demand): Decision {
    return decide(this.listening, demand);
  }

  /** By table and matter, in the order in which they were asked. */
  asked(demand: Demand): ReadonlyMap<string, Asked> {
    this.questions = [];
    this.decide(demand);
    const found = new Map(this.questions.map((each) => [`${each.table} ${String(each.context['category'])} ${String(each.context['matter'])} ${String(each.context['kind'])}`, each]));
    this.questions = [];
    return found;
  }
}

interface Case { readonly demand: Demand; readonly before: Recorder; readonly after: Recorder; readonly changes: PackDiff }

function flipsOfTable(was: Asked, is: Asked, both: Case): readonly Flip[] {
  const [old, fresh] = [idsOf(was), idsOf(is)];
  const flip = (row: Row, change: Flip['change'], why: readonly Why[]): Flip => ({
    table: was.table, row: String(row['_id']), rule: textOf(row['rule'] ?? row['topic'] ?? row['flag'] ?? row['clock'] ?? row['party']), source: textOf(row['source']), change, why,
  });
  return [
    ...is.met.filter((row) => !old.has(row['_id'])).map((row) => flip(row, 'gained', whyNot(row, was, is, 'gained', both))),
    ...was.met.filter((row) => !fresh.has(row['_id'])).map((row) => flip(row, 'lost', whyNot(row, is, was, 'lost', both))),
    ...is.met.flatMap((row) => {
      const results = old.has(row['_id']) ? changedResults(old.get(row['_id'])!, row) : [];
      return results.length > 0 ? [flip(row, 'changed', results)] : [];
    }),
  ];
}

function idsOf({ met }: Asked): ReadonlyMap<unknown, Row> {
  return new Map(met.map((row) => [row['_id'], row]));
}

function changedResults(was: Row, is: Row): readonly Why[] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !SILENT.has(field));
  return fields.flatMap((field): readonly Why[] => (JSON.stringify(was[field]) === JSON.stringify(is[field]) ? [] : [{ kind: 'result', field, before: was[field] ?? null, after: is[field] ?? null }]));
}

/** Why a row is not met where it is missing, though it is met in the other pack. */
function whyNot(row: Row, missing: Asked, there: Asked, change: 'gained' | 'lost', both: Case): readonly Why[] {
  const id = String(row['_id']);
  const [absent, present] = change === 'gained' ? [both.before.pack, both.after.pack] : [both.after.pack, both.before.pack];
  const [unmet, met] = [cellsOf(absent, missing.table, id), cellsOf(present, missing.table, id)];
  if (!unmet) return [{ kind: change === 'gained' ? 'added' : 'removed' }];
  const turned = <T>(inAbsent: T, inPresent: T): { before: T; after: T } => (change === 'gained' ? { before: inAbsent, after: inPresent } : { before: inPresent, after: inAbsent });
  const failed = [...unmet].filter(([field, text]) => !meets(cellOf(text) ?? { kind: 'any' }, missing.context[field]));
  if (failed.length === 0) return [missing.met.length > 0 && isFirst(absent, missing.table) ? { kind: 'preceded', row: String(missing.met[0]!['_id']) } : { kind: 'period' }];
  return failed.map(([field, text]): Why => {
    const [here, other] = [plain(missing.context[field]), plain(there.context[field])];
    if (JSON.stringify(here) !== JSON.stringify(other)) return { kind: 'value', field, ...turned(here, other), by: causesOf(field, there.context, missing.context, change, both) };
    return { kind: 'cell', field, ...turned(text, met?.get(field) ?? ''), found: here };
  });
}

const cells = new WeakMap<Pack, Map<string, ReadonlyMap<string, ReadonlyMap<string, string>>>>();

/** The cells of a row that ask something, by field; undefined where the pack has no such row. */
function cellsOf(pack: Pack, table: string, id: string): ReadonlyMap<string, string> | undefined {
  const known = cells.get(pack) ?? new Map<string, ReadonlyMap<string, ReadonlyMap<string, string>>>();
  cells.set(pack, known);
  let rows = known.get(table);
  if (!rows) {
    const { inputs, rules } = pack.tables.table(table);
    rows = new Map(rules.map((rule) => [rule['_id'] ?? '', new Map(inputs.flatMap((column) => (rule[column.id]?.trim() ? [[column.field, rule[column.id]!.trim()] as const] : [])))]));
    known.set(table, rows);
  }
  return rows.get(id);
}

function isFirst(pack: Pack, table: string): boolean {
  return pack.tables.table(table).hitPolicy === 'first';
}

const derived: ReadonlySet<string> = new Set(Object.keys(derivedNames));

/** The changed parameters and clocks each of which alone, put into the old pack, gives a derived name its new value. */
function causesOf(field: string, there: Context, missing: Context, change: 'gained' | 'lost', { demand, before, after, changes }: Case): readonly string[] {
  if (!derived.has(field)) return [];
  const now = JSON.stringify(plain((change === 'gained' ? there : missing)[field]));
  const topic = { category: String(there['category']), matter: there['matter'] as string | undefined, kind: String(there['kind']) };
  const facts = knownFacts(demand.facts);
  return alone(before.pack, after.pack, changes)
    .filter(([, pack]) => JSON.stringify(plain(derive(demand, facts, topic, pack)[field])) === now)
    .map(([name]) => name);
}

const trials = new WeakMap<PackDiff, readonly (readonly [string, Pack])[]>();

/** The old pack with one change of the new one, for each change that a derived name can read. */
function alone(before: Pack, after: Pack, changes: PackDiff): readonly (readonly [string, Pack])[] {
  let all = trials.get(changes);
  if (!all) {
    const parameters = [...new Set(changes.parameters.map(({ path }) => path.split('.')[0]!))];
    all = [
      ...parameters.map((key) => [namedIn(changes, key), { ...before, parameters: { ...before.parameters, [key]: after.parameters[key as never] } }] as const),
      ...changes.clocks.changed.map(({ id }) => [`clocks.${id}`, { ...before, clocks: new Map([...before.clocks, [id, after.clocks.get(id)!]]) }] as const),
      ...(changes.calendar.version || changes.calendar.days.length > 0 ? [['calendar', { ...before, calendar: after.calendar }] as const] : []),
    ];
    trials.set(changes, all);
  }
  return all;
}

/** `parameters.collectiveWorkers`, with its path where only one value of a group changed. */
function namedIn({ parameters }: PackDiff, key: string): string {
  const paths = parameters.map(({ path }) => path).filter((path) => path.split('.')[0] === key);
  return `parameters.${paths.length === 1 ? paths[0]! : key}`;
}

function plain(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
}
