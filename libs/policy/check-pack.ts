import { numberOf } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import { isDay } from '#libs/contracts/time.js';
import { wrongAnswers } from './answers.js';
import type { Cell } from './cell.js';
import { cellOf, covers, isEmptyCell, meets, overlaps } from './cell.js';
import type { DecisionTable, Tables } from './decide-by-table.js';
import { sourceNamed, unknownSources } from './citation.js';
import { wrongClocks } from './check-clocks.js';
import { wrongPapers } from './check-papers.js';
import { derivedNames, stageNames } from './condition-names.js';
import type { FactKey } from './facts.js';
import { factCatalogue } from './facts.js';
import { categories } from './matters.js';
import { wrongLadder } from './ladder.js';
import { wrongOutcomes } from './outcomes.js';
import type { Example, Pack, Sources } from './pack.js';
import { tryExample } from './try-examples.js';

/** One thing that is wrong with a pack, and where. */
export interface Problem {
  /** An error keeps a pack from being published; a warning is for its author to look at. */
  readonly level: 'error' | 'warning';
  /** A table, `clocks`, `papers`, `ladder`, `answers`, or `examples`. */
  readonly table: string;
  /** `_id` of the row, or the id of the clock or example. */
  readonly row: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Say = (row: string, field: string, zh: string, en: string, level?: Problem['level']) => void;

const TABLES = ['steps', 'topics', 'wages', 'matters', 'region', 'flags', 'flagsThen', 'told', 'laterSteps', 'replyClock', 'addedReplyClock', 'receiptClocks', 'liable', 'places'];
const BODIES = ['lead', 'leadAlternatives', 'assist', 'guide', 'handover', 'department'];
const MODES = ['dispatch', 'transfer', 'guide', 'refuse', 'handover', 'merge', 'advise', 'explain', 'triage'];
const CONFIDENCE = ['A', 'B', 'C', 'P'];
/** Stands for a cell outside the grammar, which is reported for itself. */
const anything: Cell = { kind: 'any' };
/** Outputs that say why, not what. */
const GROUNDS = new Set(['rule', 'source', 'confidence', 'from', 'to', 'zh', 'en']);
/** Blocks of c.0 in which the first met row stands alone. */
const ALONE = ['1', '2', '4', '6'];

/** Everything that keeps a pack from being published: its schema is checked when it is loaded, here its tables, its clocks and its own examples. */
export function checkPack(pack: Pack): readonly Problem[] {
  const problems: Problem[] = [];
  for (const name of TABLES) checkTable(pack.tables, name, pack, problems);
  if (pack.entitlements.model.nodes.length > 0) checkTable(pack.entitlements, 'entitlements', pack, problems);
  checkClocks(pack, problems);
  checkLists(pack, problems);
  for (const wrong of wrongPapers(pack.papers, pack)) problems.push({ level: 'error', table: 'papers', ...wrong });
  for (const wrong of wrongLadder(pack)) problems.push({ level: 'error', table: 'ladder', ...wrong });
  for (const wrong of wrongAnswers(pack)) problems.push({ level: 'error', table: 'answers', ...wrong });
  for (const { row, part } of wrongOutcomes(pack)) problems.push({ level: 'error', table: 'outcomes', row, field: 'source', zh: `依据未登记：${part}`, en: `a source that nobody listed: ${part}` });
  if (isUnreadable(problems)) return problems; // Tables that cannot be read decide nothing.
  checkGaps(pack, problems);
  if (errorsOf(problems).length === 0) for (const example of pack.examples) problems.push(...checkExample(pack, example));
  return problems;
}

export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ level }) => level === 'error');
}

const UNREADABLE = new Set(['outside the grammar of cells', 'the output is no literal']);

function isUnreadable(problems: readonly Problem[]): boolean {
  return problems.some(({ en }) => UNREADABLE.has(en.split(':')[0]!));
}

function checkTable(tables: Tables, name: string, pack: Pack, problems: Problem[]): void {
  const say: Say = (row, field, zh, en, level = 'error') => problems.push({ level, table: name, row, field, zh, en });
  const table = tables.table(name);
  checkCells(table, knownColumns(pack), pack, say);
  checkOutputs(table, pack, say);
  checkGrounds(table, pack.sources, say);
  checkReach(table, name, say);
}

/** Clocks that would wait for what never comes, or rest on nothing that was listed. */
function checkClocks({ clocks, sources }: Pack, problems: Problem[]): void {
  const say = (row: string, field: string, zh: string, en: string) => problems.push({ level: 'error', table: 'clocks', row, field, zh, en });
  for (const { row, field, zh, en } of wrongClocks(clocks.values())) say(row, field, zh, en);
  for (const { id, source } of clocks.values()) {
    for (const part of unknownSources(source, sources)) say(id, 'source', `依据未登记：${part}`, `a source that nobody listed: ${part}`);
  }
}

/** Lists among the parameters: each entry rests on a source that is listed, and names departments that there are. */
function checkLists({ parameters, departments, sources }: Pack, problems: Problem[]): void {
  const say = (row: string, field: string, zh: string, en: string) => problems.push({ level: 'error', table: 'parameters', row, field, zh, en });
  const { earlySigns: signs, partners } = parameters;
  const ruled = { ...(signs && { 'earlySigns.projectEnd': signs.projectEnd }), ...(partners && { 'partners.stationsPerPrefecture': partners.stationsPerPrefecture, 'partners.assessment': partners.assessment }) };
  const cited = [parameters.clueConclusions, parameters.projectDuties, partners?.points, ruled, byId(signs?.levels), byId(signs?.seasons)].flatMap((list) => Object.entries(list ?? {}) as [string, { source: string }][]);
  const weights = Object.values(partners?.assessment.criteria ?? {}).reduce((sum, { weight }) => sum + weight, 0);
  if (partners && weights !== 100) say('partners.assessment', 'criteria', `权重之和应为 100：${weights}`, `weights must sum to 100: ${weights}`);
  for (const [id, { source }] of cited) {
    for (const part of unknownSources(source, sources)) say(id, 'source', `依据未登记：${part}`, `a source that nobody listed: ${part}`);
  }
  for (const id of parameters.regulators ?? []) if (!Object.hasOwn(departments, id)) say('regulators', id, `没有这一部门：${id}`, `no such department: ${id}`);
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[] = []): Readonly<Record<string, Row>> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

/** A table cannot ask who a person is: what it asks stands in the receipt of a decision. */
const personless = Object.keys(factCatalogue).filter((key) => !('personal' in factCatalogue[key as FactKey]));

function knownColumns(pack: Pack): ReadonlySet<string> {
  const flags = ['flags', 'flagsThen'].flatMap((name) => pack.tables.valuesOf(name, 'flag').map(String));
  return new Set<string>([...personless, ...Object.keys(derivedNames), ...Object.keys(stageNames), ...flags]);
}

function checkCells({ inputs, rules }: DecisionTable, columns: ReadonlySet<string>, pack: Pack, say: Say): void {
  for (const { id, field } of inputs) {
    if (!columns.has(field)) say('', field, '没有这一要素或推导值', 'no fact or derived value has this name');
    const allowed = valuesOfColumn(field, pack);
    for (const row of rules) {
      const cell = cellOf(row[id] ?? '');
      if (!cell) say(row['_id']!, field, `单元格不合语法：${row[id]}`, `outside the grammar of cells: ${row[id]}`);
      else if (isEmptyCell(cell)) say(row['_id']!, field, '没有值能满足', 'nothing can meet it');
      else if (allowed && cell.kind === 'literals') {
        for (const value of cell.values) if (!allowed.includes(value)) say(row['_id']!, field, `不可能的值：${value}`, `a value that never comes: ${value}`);
      }
    }
  }
}

/** What a column can hold, where that is a closed list. */
function valuesOfColumn(field: string, pack: Pack): readonly unknown[] | undefined {
  if (field === 'lead') return Object.keys(pack.departments);
  if (field === 'mode') return MODES;
  if (field === 'category') return Object.keys(categories);
  if (field === 'topics.topic') return pack.tables.valuesOf('topics', 'topic');
  const fact = Object.hasOwn(factCatalogue, field) ? factCatalogue[field as keyof typeof factCatalogue] : undefined;
  if (fact?.kind === 'boolean') return [true, false];
  return fact && 'values' in fact ? fact.values : undefined;
}

function checkOutputs({ outputs, rules }: DecisionTable, pack: Pack, say: Say): void {
  for (const { id, field } of outputs) {
    for (const row of rules) {
      if (!row[id]) continue;
      const value = parsed(row[id]);
      if (value === undefined) { say(row['_id']!, field, '输出不是字面值', 'the output is no literal'); continue; }
      for (const each of [value].flat().map(String)) {
        if (BODIES.includes(field) && !Object.hasOwn(pack.departments, each)) say(row['_id']!, field, `没有这一部门：${each}`, `no such department: ${each}`);
        if (field === 'clock' && each !== 'none' && !pack.clocks.has(each)) say(row['_id']!, field, `没有这一时限：${each}`, `no such clock: ${each}`);
        if (field === 'mode' && !MODES.includes(each)) say(row['_id']!, field, `没有这一方式：${each}`, `no such mode: ${each}`);
      }
    }
  }
}

/** Every row says on what it rests, how sure that is, and from when until when it holds: not before any of its sources does, nor after all of them ended. */
function checkGrounds({ outputs, rules }: DecisionTable, sources: Sources, say: Say): void {
  const column = (name: string) => outputs.find(({ field }) => field === name)?.id;
  const told = (row: DecisionTable['rules'][number], name: string): unknown => {
    const id = column(name);
    return id !== undefined && row[id] ? parsed(row[id]) : undefined;
  };
  for (const row of rules) {
    const id = row['_id']!;
    const [source, confidence, from, to] = ['source', 'confidence', 'from', 'to'].map((name) => told(row, name));
    if (typeof source !== 'string' || source === '') { say(id, 'source', '没有依据', 'it cites no source'); continue; }
    if (!CONFIDENCE.includes(String(confidence))) say(id, 'confidence', '可信度应为 A、B、C 或 P', 'the confidence must be A, B, C or P');
    if (!isDay(from)) { say(id, 'from', '没有施行日', 'it does not say from when it holds'); continue; }
    if (to !== undefined && (!isDay(to) || to <= from)) say(id, 'to', '失效日应晚于施行日', 'it must end after it begins');
    for (const part of unknownSources(source, sources)) say(id, 'source', `依据未登记：${part}`, `a source that nobody listed: ${part}`);
    const cited = source.split('; ').flatMap((part) => sourceNamed(part, sources) ?? []);
    if (cited.length > 0 && cited.every((each) => from < each.from)) say(id, 'from', '早于其全部依据的施行日', 'it holds before any of its sources does');
    if (cited.length > 0 && cited.every((each) => each.to !== undefined && (to === undefined || !isDay(to) || to > each.to))) say(id, 'to', '其依据均已失效', 'all of its sources have ended');
  }
}

/** A row is never reached where an earlier one that stands alone takes all that it would; it is idle where an equal row says the same; two that overlap are decided by their order. */
function checkReach(table: DecisionTable, name: string, say: Say): void {
  const block = table.outputs.find(({ field }) => field === 'block')?.id;
  const rows = table.rules.map((row) => ({ row, period: periodOf(table, row), cells: table.inputs.map(({ id }) => cellOf(row[id] ?? '') ?? anything) }));
  rows.forEach((later, i) => {
    for (const before of rows.slice(0, i)) {
      const alone = table.hitPolicy === 'first' || (block !== undefined && later.row[block] === before.row[block] && ALONE.includes(later.row[block] ?? ''));
      const saysTheSame = table.outputs.every(({ id }) => later.row[id] === before.row[id]);
      if (!(alone || saysTheSame)) continue;
      const takes = (wide: typeof later, narrow: typeof later) => covers(wide.period, narrow.period) && wide.cells.every((cell, column) => covers(cell, narrow.cells[column]!));
      if (takes(before, later)) {
        say(later.row['_id']!, name, `被前面的行覆盖：${before.row['_id']}`, `never reached: ${before.row['_id']} takes all that it would`);
        break;
      }
      const meetToo = alone && table.outputs.some(({ id, field }) => !GROUNDS.has(field) && later.row[id] !== before.row[id]) && !takes(later, before) && overlaps(before.period, later.period) && before.cells.every((cell, column) => overlaps(cell, later.cells[column]!));
      if (meetToo) say(later.row['_id']!, name, `与${before.row['_id']}部分重叠，以先后为准`, `overlaps with ${before.row['_id']}: their order decides`, 'warning');
    }
  });
}

/** From when until when a row holds, as an interval of whole days, so that it is compared as any cell is. */
function periodOf({ outputs }: DecisionTable, row: DecisionTable['rules'][number]): Cell {
  const [from, to] = ['from', 'to'].map((name) => {
    const id = outputs.find(({ field }) => field === name)?.id;
    const value = id !== undefined && row[id] ? parsed(row[id]) : undefined;
    return isDay(value) ? numberOf(value) : undefined;
  });
  const isSinceEver = from === undefined || (isDay(row['_since']) && from <= numberOf(row['_since']));
  return { kind: 'interval', low: isSinceEver ? -Infinity : from, high: to ?? Infinity, withLow: true, withHigh: false };
}

/** Every category finds a row, every row that a category can choose has a lead, and every wage claim ends somewhere, on every day from which a row of the pack holds. */
function checkGaps(pack: Pack, problems: Problem[]): void {
  for (const day of daysOfChange(pack)) checkGapsOn(day, pack, problems);
}

function checkGapsOn(day: Day, pack: Pack, problems: Problem[]): void {
  const gap = (table: string, row: string) => problems.push({ level: 'error', table, row, field: 'lead', zh: `${day}起没有主办单位`, en: `nobody leads from ${day} on` });
  const leadless = { sectorKnown: false };
  for (const category of Object.keys(categories)) {
    const matter = category === 'D01' ? 'wages' : undefined;
    const [topics] = pack.tables.ask(['topics'], { category, matter }, day)['topics']!;
    const { wages, matters } = pack.tables.ask(['wages', 'matters'], { category, matter, 'topics.topic': topics?.['topic'], ...leadless }, day);
    if (![...wages!, ...matters!].some((row) => row['lead'] !== undefined)) gap(matter ? 'wages' : 'topics', category);
  }
  for (const topic of topicsOn(day, pack)) {
    const { matters } = pack.tables.ask(['matters'], { 'topics.topic': topic, ...leadless }, day);
    if (!matters!.some((row) => row['lead'] !== undefined)) gap('matters', String(topic));
  }
  const { replyClock } = pack.tables.ask(['replyClock'], {}, day);
  if (replyClock!.length === 0) problems.push({ level: 'error', table: 'replyClock', row: '', field: 'clock', zh: `${day}起没有答复时限`, en: `no reply clock from ${day} on` });
}

/** What the table `topics` can choose on a day: a row that does not hold yet needs nobody to lead. */
function topicsOn(day: Day, { tables }: Pack): ReadonlySet<unknown> {
  const table = tables.table('topics');
  const column = table.outputs.find(({ field }) => field === 'topic')!.id;
  return new Set(table.rules.filter((row) => meets(periodOf(table, row), numberOf(day))).map((row) => parsed(row[column] ?? '')));
}

/** The first day of the pack, and each day of its time on which a row begins or ends. */
function daysOfChange({ from, to, tables }: Pack): readonly Day[] {
  const days = TABLES.flatMap((name) => [...tables.valuesOf(name, 'from'), ...tables.valuesOf(name, 'to')]).filter(isDay);
  return [...new Set([from, ...days.filter((day) => day > from && (to === undefined || day < to))])].sort();
}

/** What a pack decides otherwise than one of its examples says. */
function checkExample(pack: Pack, example: Example): Problem[] {
  return tryExample(pack, example).filter(({ agrees }) => !agrees).map(({ field, expected, found }) => ({
    level: 'error', table: 'examples', row: example.id, field, zh: `样例不符：应为 ${expected}，实为 ${found}`, en: `expected ${expected}, got ${found}`,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
