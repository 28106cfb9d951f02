import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarOver } from '#libs/calendar/versions.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import { divisionNamed, divisionTable, isInside } from '#libs/contracts/divisions.js';
import { isDivisionShape } from '#libs/contracts/ids.js';
import type { Day } from '#libs/contracts/time.js';
import { clockTable } from './clock-rows.js';
import { decisionModel, Tables } from './decide-by-table.js';
import { rowsOver, entriesOver, rowsSince, tablesOver } from './overlay.js';
import type { Pack, PackHead } from './pack.js';
import { papers } from './papers.js';
import { departments, examples, packHead, parameters, sources } from './pack.js';

/** The packs of a log, and which of them decides. */
export interface Policies {
  /** Those that decide new cases, in force now, before or later. */
  readonly packs: readonly Pack[];
  /** The most specific pack in force in a division on a day; undefined where there is none. */
  packFor(division: string, day: Day): Pack | undefined;
  /** As `packFor`, and before any was in force the first that the division has: an old demand is decided all the same. */
  packToDecide(division: string, day: Day): Pack | undefined;
  /** The pack that a running case keeps, withdrawn or not. */
  packNamed(division: string, version: string): Pack | undefined;
  /** The newest calendar that was announced for a place; that of the pack where none was. */
  calendarFor(division: string, pack: Pack): Calendar;
}

/** A calendar that was announced for a place after its packs were written. */
export interface AnnouncedCalendar {
  readonly division: string;
  readonly calendar: Calendar;
}

/** The code of a division by its name (测试区), alias (A) or code; undefined for one that does not exist. */
export function divisionOf(nameOrCode: string): string | undefined {
  return divisionNamed(nameOrCode)?.code ?? (isDivisionShape(nameOrCode) ? nameOrCode : undefined);
}

/** Reads every `<division>/<version>/` of a folder. Throws where a file is no pack: half a law is no law. */
export function loadPolicies(folder: string): Policies {
  return policiesOf(packsOf(sourcesIn(folder)));
}

export function sourcesIn(folder: string): readonly PackSource[] {
  return readdirSync(folder).flatMap((division) => readdirSync(join(folder, division)).map((version) => sourceAt(join(folder, division, version))));
}

/** `retired`: packs that decide no new case, but were recorded with running ones. */
export function policiesOf(packs: readonly Pack[], calendars: readonly AnnouncedCalendar[] = [], retired: readonly Pack[] = []): Policies {
  const packFor: Policies['packFor'] = (division, day) => packs
    .filter((pack) => reaches(pack.ref.division, division) && pack.from <= day && (pack.to === undefined || day < pack.to))
    .sort((a, b) => depth(b.ref.division) - depth(a.ref.division) || (a.from < b.from ? 1 : -1))[0];
  return {
    packs,
    packFor,
    packToDecide: (division, day) => packFor(division, day) ?? packs
      .filter((pack) => reaches(pack.ref.division, division))
      .sort((a, b) => depth(b.ref.division) - depth(a.ref.division) || (a.from < b.from ? -1 : 1))[0],
    packNamed: (division, version) => [...packs, ...retired].find(({ ref }) => ref.division === division && ref.version === version),
    calendarFor: (division, pack) => calendars
      .filter((announced) => reaches(announced.division, division))
      .sort((a, b) => depth(b.division) - depth(a.division))[0]?.calendar ?? pack.calendar,
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
  return sourceOf(files);
}

/** A pack as its files were sent: `pack`, `routing`, `clocks` … */
export function sourceOf(files: Readonly<Record<string, unknown>>): PackSource {
  return { head: packHead.parse(files['pack']), files };
}

/** Every pack of these sources, whole. */
export function packsOf(all: readonly PackSource[]): readonly Pack[] {
  return editionsIn(all).map(wholePack);
}

/** A pack with what it takes from its parent as that stood when it began. */
export function packOf(source: PackSource, others: readonly PackSource[]): Pack {
  return wholePack(editionsOf(source, others)[0]!);
}

/** A pack over one edition of its parent, not yet put together. */
export interface Edition {
  readonly head: PackHead;
  readonly source: PackSource;
  readonly parent: Edition | null;
}

export function editionsIn(all: readonly PackSource[]): readonly Edition[] {
  const known = new Map<PackSource, readonly Edition[]>();
  return all.flatMap((source) => editionsOf(source, all, known));
}

/**
 * A new version of the nation's law reaches a city on its day without the city writing anything: from that day there is another edition
 * of the city's pack, named after both (`2026-01-01+000000.2027-01-01`), until the city writes its next. The first is named as it was written.
 */
function editionsOf(source: PackSource, all: readonly PackSource[], known = new Map<PackSource, readonly Edition[]>()): readonly Edition[] {
  const { head } = source;
  const found = known.get(source) ?? (head.extends === undefined ? [{ head, source, parent: null }] : undefined);
  if (found) return found;
  const parents = all
    .filter((other) => other.head.division === head.extends && other.head.division !== head.division)
    .flatMap((parent) => editionsOf(parent, all, known))
    .sort((a, b) => (a.head.from < b.head.from ? -1 : 1));
  const first = parents.filter((parent) => parent.head.from <= head.from).at(-1) ?? parents[0];
  if (!first) throw new Error(`The pack ${head.division} ${head.version} extends ${head.extends}, which has no pack.`);
  const next = all.map((other) => other.head).filter(({ division, from }) => division === head.division && from > head.from).map(({ from }) => from);
  const end = [...next, ...(head.to === undefined ? [] : [head.to])].sort()[0];
  const later = parents.filter(({ head: { from } }) => from > head.from && from > first.head.from && (end === undefined || from < end));
  const editions = [{ head, source, parent: first }, ...later.map((parent) => {
    const version = `${head.version}+${parent.head.division}.${parent.head.version}`;
    return { head: { ...head, version, from: parent.head.from }, source, parent };
  })];
  known.set(source, editions);
  return editions;
}

interface Content {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, unknown>>;
}

/** Put together once: what the nation says is taken by every province. */
const contents = new WeakMap<Edition, Content>();

function contentOf(edition: Edition): Content {
  const { source, parent } = edition;
  let content = contents.get(edition);
  if (!content) {
    const own = { parameters: source.head.parameters, files: withSince(source) };
    content = parent ? over(contentOf(parent), own) : own;
    contents.set(edition, content);
  }
  return content;
}

function withSince({ head, files }: PackSource): Readonly<Record<string, unknown>> {
  const tables = TABLE_FILES.flatMap((name) => (files[name] === undefined ? [] : [[name, rowsSince(decisionModel.parse(files[name]), head.from)] as const]));
  return { ...files, ...Object.fromEntries(tables) };
}

const TABLE_FILES = ['routing', 'entitlements'] as const;

/** A child's files over those of its parent, each in its own way; an example is a pack's own. */
function over(parent: Content, child: Content): Content {
  const files: Record<string, unknown> = { ...parent.files, ...child.files };
  const both = (name: string) => parent.files[name] !== undefined && child.files[name] !== undefined;
  for (const name of TABLE_FILES) if (both(name)) files[name] = tablesOver(decisionModel.parse(parent.files[name]), decisionModel.parse(child.files[name]));
  for (const name of ['departments', 'sources']) if (both(name)) files[name] = entriesOver(parent.files[name] as Entries, child.files[name] as Entries);
  if (both('calendar')) files['calendar'] = calendarOver(parent.files['calendar'], child.files['calendar']);
  if (both('clocks')) files['clocks'] = { clocks: rowsOver((parent.files['clocks'] as Clocks).clocks, (child.files['clocks'] as Clocks).clocks) };
  if (both('papers')) files['papers'] = { papers: rowsOver((parent.files['papers'] as Papers).papers, (child.files['papers'] as Papers).papers) };
  if (both('ladder')) files['ladder'] = listsOver(parent.files['ladder'] as Lists, child.files['ladder'] as Lists);
  if (both('outcomes')) files['outcomes'] = listsOver(parent.files['outcomes'] as Lists, child.files['outcomes'] as Lists);
  if (both('answers')) files['answers'] = listsOver(parent.files['answers'] as Lists, child.files['answers'] as Lists);
  if (child.files['examples'] === undefined) delete files['examples'];
  return { parameters: entriesOver(parent.parameters, child.parameters), files };
}

type Entries = Readonly<Record<string, unknown>>;
type Papers = { readonly papers: readonly Entries[] };
type Clocks = { readonly clocks: readonly Entries[] };
type Lists = Readonly<Record<string, readonly Entries[]>>;

/** Several lists of rows in one file, each by the ids of its rows. */
function listsOver(below: Lists, above: Lists): Lists {
  return Object.fromEntries([...new Set([...Object.keys(below), ...Object.keys(above)])].map((name) => [name, rowsOver(below[name] ?? [], above[name] ?? [])]));
}

export function wholePack(edition: Edition): Pack {
  const { head } = edition;
  const { parameters: set, files: { pack: _, examples: cases, ...files } } = contentOf(edition);
  const rules = parameters.parse(set);
  const content = { from: head.from, to: head.to, names: head.names, parameters: rules, files };
  return {
    ref: { division: head.division, version: head.version, hash: createHash('sha256').update(textOf({ ref: head, ...content })).digest('hex') },
    from: head.from, to: head.to, names: head.names,
    parameters: rules,
    departments: departments.parse(files['departments']),
    sources: sources.parse(files['sources'] ?? {}),
    tables: new Tables(decisionModel.parse(files['routing'])),
    entitlements: new Tables(decisionModel.parse(files['entitlements'] ?? { nodes: [], edges: [] })),
    clocks: new Map(clockTable.parse(files['clocks']).clocks.map((row) => [row.id, row])),
    calendar: calendarOf(files['calendar']),
    papers: papers.parse(files['papers'] ?? { papers: [] }).papers,
    examples: examples.parse(cases ?? []),
    files,
  };
}

/** All that a pack says, in the one way that its hash is made of. */
export function textOf({ ref: { division, version }, from, to, names, parameters: rules, files }: Pick<Pack, 'from' | 'to' | 'names' | 'parameters' | 'files'> & { readonly ref: Pick<Pack['ref'], 'division' | 'version'> }): string {
  return canonical({ division, version, from, to, names, parameters: rules, files });
}

/** The sample region lies in no province: its codes were never issued, whatever province they begin like. */
export function reaches(packDivision: string, division: string): boolean {
  return isInside(division, packDivision) && (packDivision === '000000' || isSample(division) === isSample(packDivision));
}

const samples: ReadonlySet<string> = new Set(Object.keys(divisionTable.sample).map((code) => code.slice(0, 4)));

function isSample(division: string): boolean {
  return samples.has(division.slice(0, 4));
}

/** The deeper a division, the longer what its places begin with. */
export function depth(division: string): number {
  return division.replace(/(00){1,3}$/, '').length;
}

/** JSON with sorted keys and no space, so that the order in which a file was written does not change its hash. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = value as Entries;
    const parts = Object.keys(fields).sort().flatMap((key) => (fields[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(fields[key])}`]));
    return `{${parts.join()}}`;
  }
  return JSON.stringify(value);
}
