import type { Day } from '#libs/contracts/time.js';
import { cellOf, meets } from '../cell.js';
import type { Met, Row } from '../decide-by-table.js';
import { Tables } from '../decide-by-table.js';
import type { Demand } from '../decide.js';
import { decide } from '../decide.js';
import type { Decision } from '../decision.js';
import type { Context } from '../derive.js';
import { derivedNames } from '../condition-names.js';
import { derive } from '../derive.js';
import type { PackDiff } from '../diff.js';
import { knownFacts } from '../facts.js';
import type { Flip, Why } from './flip.js';
import { departmentFlips } from './flips-beside-rows.js';
import type { Laws } from './law-under.js';
import type { Pack } from '../pack.js';

/** One question to one table: what was known, and the rows that it met. */
export interface Asked {
  readonly table: string;
  readonly context: Context;
  readonly day: Day | undefined;
  readonly met: readonly Row[];
}

/** What a decision does not turn on. */
const SILENT = new Set(['_id', 'source', 'confidence', 'from', 'to', 'zh', 'en']);

/** A decision with all that its tables were asked, in that order. */
export interface Heard {
  readonly decision: Decision;
  readonly asked: readonly Asked[];
}

/** Decides under a pack and listens to its tables. */
export class Listener {
  readonly #tables: ListeningTables;
  readonly #pack: Pack;

  constructor(readonly pack: Pack) {
    this.#tables = new ListeningTables(pack.tables.model);
    this.#pack = { ...pack, tables: this.#tables };
  }

  decide(demand: Demand): Heard {
    this.#tables.asked = [];
    return { decision: decide(this.#pack, demand), asked: this.#tables.asked };
  }
}

class ListeningTables extends Tables {
  asked: Asked[] = [];

  override ask(...[names, context, day]: Parameters<Tables['ask']>): Met {
    const met = super.ask(names, context, day);
    for (const table of names) this.asked.push({ table, context, day, met: met[table]! });
    return met;
  }
}

/** The rows on which two decisions of the same demand part, the first question first. Nothing is said about what only follows from another row. */
export function flipsOf(both: Case): readonly Flip[] {
  const [old, fresh] = [byQuestion(both.then), byQuestion(both.now)];
  const ofTables = [...old].flatMap(([key, was]) => {
    const is = fresh.get(key);
    return is ? flipsOfTable(was, is, both) : [];
  });
  return [...departmentFlips([...old.values()].flatMap(({ met }) => met), both.changes), ...ofTables];
}

/** By table and matter: a question that is put twice has one answer. */
function byQuestion({ asked }: Heard): ReadonlyMap<string, Asked> {
  return new Map(asked.map((each) => [`${each.table} ${String(each.context['category'])} ${String(each.context['matter'])} ${String(each.context['kind'])}`, each]));
}

export interface Case { readonly demand: Demand; readonly laws: Laws; readonly then: Heard; readonly now: Heard; readonly changes: PackDiff }

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
  const [absent, present] = change === 'gained' ? [both.laws.before, both.laws.after] : [both.laws.after, both.laws.before];
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
function causesOf(field: string, there: Context, missing: Context, change: 'gained' | 'lost', { demand, laws, changes }: Case): readonly string[] {
  if (!derived.has(field)) return [];
  const now = JSON.stringify(plain((change === 'gained' ? there : missing)[field]));
  const topic = { category: String(there['category']), matter: there['matter'] as string | undefined, kind: String(there['kind']) };
  const facts = knownFacts(demand.facts);
  return alone(laws, changes)
    .filter(([, pack]) => JSON.stringify(plain(derive(demand, facts, topic, pack)[field])) === now)
    .map(([name]) => name);
}

const trials = new WeakMap<PackDiff, readonly (readonly [string, Pack])[]>();

/** The old pack with one change of the new one, for each change that a derived name can read. */
function alone({ before, after }: Laws, changes: PackDiff): readonly (readonly [string, Pack])[] {
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
