import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarOf } from '#libs/calendar/working-days.js';
import { divisionNamed, isInside } from '#libs/contracts/divisions.js';
import { isDivisionShape } from '#libs/contracts/ids.js';
import type { Day } from '#libs/contracts/time.js';
import { clockTable } from './clock-rows.js';
import { decisionModel, Tables } from './decide-by-table.js';
import type { Pack, PackHead } from './pack.js';
import { departments, examples, packHead, parameters } from './pack.js';

/** The packs of a folder, and which of them decides. */
export interface Policies {
  readonly packs: readonly Pack[];
  /** The most specific pack in force in a division on a day; undefined where there is none. */
  packFor(division: string, day: Day): Pack | undefined;
  /** As `packFor`, and before any was in force the first that the division has: an old demand is decided all the same. */
  packToDecide(division: string, day: Day): Pack | undefined;
  packNamed(division: string, version: string): Pack | undefined;
}

/** The code of a division by its name (测试区), alias (A) or code; undefined for one that does not exist. */
export function divisionOf(nameOrCode: string): string | undefined {
  return divisionNamed(nameOrCode)?.code ?? (isDivisionShape(nameOrCode) ? nameOrCode : undefined);
}

/** Reads every `<division>/<version>/` of a folder. Throws where a file is no pack: half a law is no law. */
export function loadPolicies(folder: string): Policies {
  const sources = readdirSync(folder).flatMap((division) =>
    readdirSync(join(folder, division)).map((version) => sourceAt(join(folder, division, version))));
  return policiesOf(sources.map((source) => packOf(source, sources)));
}

export function policiesOf(packs: readonly Pack[]): Policies {
  const packFor: Policies['packFor'] = (division, day) => packs
    .filter((pack) => reaches(pack.ref.division, division) && pack.from <= day && (pack.to === undefined || day < pack.to))
    .sort((a, b) => depth(b) - depth(a) || (a.from < b.from ? 1 : -1))[0];
  return {
    packs,
    packFor,
    packToDecide: (division, day) => packFor(division, day) ?? packs
      .filter((pack) => reaches(pack.ref.division, division))
      .sort((a, b) => depth(b) - depth(a) || (a.from < b.from ? -1 : 1))[0],
    packNamed: (division, version) => packs.find(({ ref }) => ref.division === division && ref.version === version),
  };
}

/** One folder as it was written: its files by name without `.json`. */
export interface PackSource {
  readonly head: PackHead;
  readonly files: Readonly<Record<string, unknown>>;
}

export function sourceAt(folder: string): PackSource {
  if (!existsSync(join(folder, 'pack.json'))) throw new Error(`There is no pack.json in ${folder}.`);
  const files = Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) =>
    [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]));
  return { head: packHead.parse(files['pack']), files };
}

/** A pack with what it takes from its parents. Of parameters and departments the child's entries hold; of every other file, the child's whole file. */
export function packOf(source: PackSource, others: readonly PackSource[]): Pack {
  const { head } = source;
  const { pack: _, examples: cases, ...files } = merged(source, others);
  const rules = parameters.parse(mergedParameters(source, others));
  const content = { division: head.division, version: head.version, from: head.from, to: head.to, names: head.names, parameters: rules, files };
  return {
    ref: { division: head.division, version: head.version, hash: createHash('sha256').update(canonical(content)).digest('hex') },
    from: head.from, to: head.to, names: head.names,
    parameters: rules,
    departments: departments.parse(files['departments']),
    tables: new Tables(decisionModel.parse(files['routing'])),
    clocks: new Map(clockTable.parse(files['clocks']).clocks.map((row) => [row.id, row])),
    calendar: calendarOf(files['calendar']),
    examples: examples.parse(source.files['examples'] ?? []),
    files: { ...files, ...(cases !== undefined && { examples: cases }) },
  };
}

function merged(source: PackSource, others: readonly PackSource[]): Readonly<Record<string, unknown>> {
  const parent = parentOf(source, others);
  if (!parent) return source.files;
  const { examples: _, ...above } = merged(parent, others);
  const bodies = { ...(above['departments'] as object), ...(source.files['departments'] as object | undefined) };
  return { ...above, ...source.files, departments: bodies };
}

function mergedParameters(source: PackSource, others: readonly PackSource[]): Readonly<Record<string, unknown>> {
  const parent = parentOf(source, others);
  return parent ? overlay(mergedParameters(parent, others), source.head.parameters) : source.head.parameters;
}

/** The newest version of the parent in force when the child begins. */
function parentOf({ head }: PackSource, others: readonly PackSource[]): PackSource | undefined {
  if (head.extends === undefined) return undefined;
  const parent = others
    .filter((other) => other.head.division === head.extends && other.head.division !== head.division && other.head.from <= head.from)
    .sort((a, b) => (a.head.from < b.head.from ? 1 : -1))[0];
  if (!parent) throw new Error(`The pack ${head.division} ${head.version} extends ${head.extends}, which has no pack in force on ${head.from}.`);
  return parent;
}

function overlay(below: Readonly<Record<string, unknown>>, above: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    whole[key] = isRecord(value) && isRecord(below[key]) ? overlay(below[key], value) : value;
  }
  return whole;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reaches(packDivision: string, division: string): boolean {
  return isInside(division, packDivision);
}

function depth({ ref }: Pack): number {
  return ref.division.replace(/(00){1,3}$/, '').length;
}

/** JSON with sorted keys and no space, so that the order in which a file was written does not change its hash. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join()}]`;
  if (isRecord(value)) {
    const parts = Object.keys(value).sort().flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]));
    return `{${parts.join()}}`;
  }
  return JSON.stringify(value);
}
