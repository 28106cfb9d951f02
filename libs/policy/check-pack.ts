import '#libs/contracts/catalogue.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { Cell } from './cell.js';
import { cellOf, covers, isEmptyCell } from './cell.js';
import type { DecisionTable } from './decide-by-table.js';
import { decide } from './decide.js';
import { derivedNames } from './derive.js';
import { factCatalogue, readFacts } from './facts.js';
import { categories } from './matters.js';
import type { Example, Pack } from './pack.js';

/** One thing that is wrong with a pack, and where. */
export interface Problem {
  /** A table, or `examples`. */
  readonly table: string;
  /** `_id` of the row, or the id of the example. */
  readonly row: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Say = (row: string, field: string, zh: string, en: string) => void;

const TABLES = ['steps', 'topics', 'wages', 'matters', 'region', 'flags', 'flagsThen', 'told', 'laterSteps', 'replyClock', 'addedReplyClock', 'receiptClocks', 'liable'];
const FROM_STAGES = ['topics.topic', 'table', 'rule', 'lead', 'mode', 'atArbitration', 'split', 'outside', 'mediationAssists', 'inspectionAssists', 'appliesToCourt'];
const BODIES = ['lead', 'leadAlternatives', 'assist', 'guide', 'handover'];
const MODES = ['dispatch', 'transfer', 'guide', 'refuse', 'handover', 'merge', 'advise', 'explain', 'triage'];
/** Stands for a cell outside the grammar, which is reported for itself. */
const anything: Cell = { kind: 'any' };
/** Blocks of c.0 in which the first met row stands alone. */
const ALONE = ['1', '2', '4', '6'];

/** Everything that keeps a pack from being published: its schema is checked when it is loaded, here its tables and its own examples. */
export async function checkPack(pack: Pack): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const name of TABLES) {
    const say: Say = (row, field, zh, en) => problems.push({ table: name, row, field, zh, en });
    const table = pack.tables.table(name);
    checkCells(table, knownColumns(pack), pack, say);
    checkOutputs(table, pack, say);
    checkReach(table, name, say);
  }
  checkClocks(pack, problems);
  await checkGaps(pack, problems);
  if (problems.length > 0) return problems; // Tables that are wrong decide nothing.
  for (const example of pack.examples) problems.push(...await checkExample(pack, example));
  return problems;
}

/** A clock that waits for an event which nobody declares would never start or end, and nobody would notice. */
function checkClocks({ clocks }: Pack, problems: Problem[]): void {
  for (const { id, starts, restarts, suspends, resumes, extends: extended, satisfies, cancels } of clocks.values()) {
    for (const { on } of [starts, restarts, suspends, resumes, extended, satisfies, cancels].flat()) {
      if (!eventKinds.has(on)) problems.push({ table: 'clocks', row: id, field: on, zh: '没有这种事件', en: 'no such event' });
    }
  }
}

function knownColumns(pack: Pack): ReadonlySet<string> {
  const flags = ['flags', 'flagsThen'].flatMap((name) => pack.tables.valuesOf(name, 'flag').map(String));
  return new Set<string>([...Object.keys(factCatalogue), ...derivedNames, ...FROM_STAGES, ...flags]);
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
  const source = outputs.find(({ field }) => field === 'source');
  if (source) for (const row of rules) if (!row[source.id]) say(row['_id']!, 'source', '没有依据', 'it cites no source');
}

/** A row is never reached where an earlier one that stands alone takes all that it would; it is idle where an equal row says the same. */
function checkReach(table: DecisionTable, name: string, say: Say): void {
  const block = table.outputs.find(({ field }) => field === 'block')?.id;
  const rows = table.rules.map((row) => ({ row, cells: table.inputs.map(({ id }) => cellOf(row[id] ?? '') ?? anything) }));
  rows.forEach(({ row, cells }, i) => {
    const earlier = rows.slice(0, i).find((before) => {
      const alone = table.hitPolicy === 'first' || (block !== undefined && row[block] === before.row[block] && ALONE.includes(row[block] ?? ''));
      const saysTheSame = table.outputs.every(({ id }) => row[id] === before.row[id]);
      return (alone || saysTheSame) && before.cells.every((cell, column) => covers(cell, cells[column]!));
    });
    if (earlier) say(row['_id']!, name, `被前面的行覆盖：${earlier.row['_id']}`, `never reached: ${earlier.row['_id']} takes all that it would`);
  });
}

/** Every category finds a row, every row that a category can choose has a lead, and every wage claim ends somewhere. */
async function checkGaps(pack: Pack, problems: Problem[]): Promise<void> {
  const gap = (table: string, row: string) => problems.push({ table, row, field: 'lead', zh: '没有主办单位', en: 'nobody leads' });
  const leadless = { sectorKnown: false };
  for (const category of Object.keys(categories)) {
    const matter = category === 'D01' ? 'wages' : undefined;
    const { wages, matters } = await pack.tables.ask(['topics', 'wages', 'matters'], { category, matter, ...leadless });
    if (![...wages!, ...matters!].some((row) => row['lead'] !== undefined)) gap(matter ? 'wages' : 'topics', category);
  }
  for (const topic of new Set(pack.tables.valuesOf('topics', 'topic'))) {
    const { matters } = await pack.tables.ask(['matters'], { topics: { topic }, ...leadless });
    if (!matters!.some((row) => row['lead'] !== undefined)) gap('matters', String(topic));
  }
  const { replyClock } = await pack.tables.ask(['replyClock'], {});
  if (replyClock!.length === 0) problems.push({ table: 'replyClock', row: '', field: 'clock', zh: '没有答复时限', en: 'no reply clock' });
}

async function checkExample(pack: Pack, { id, receivedAt, origin, category, facts: json, expect: wanted }: Example): Promise<Problem[]> {
  const { facts, wrong } = readFacts(json);
  const division = facts.callerRegion ?? facts.workRegion ?? pack.ref.division;
  const decision = await decide(pack, { receivedAt, division, origin, category, facts });
  const problem = (field: string, en: string): Problem => ({ table: 'examples', row: id, field, zh: `样例不符：${en}`, en });
  const differ = (field: string, got: unknown, want: unknown) => (sorted(got) === sorted(want) ? [] : [problem(field, `expected ${sorted(want)}, got ${sorted(got)}`)]);
  return [
    ...wrong.map(({ field, en }) => problem(field, en)),
    ...differ('mode', decision.mode, wanted.mode),
    ...differ('rules', decision.rules, wanted.rules),
    ...differ('lead', decision.lead, wanted.lead),
    ...differ('leadAlternatives', decision.leadAlternatives, wanted.leadAlternatives ?? []),
    ...differ('assist', decision.assist, wanted.assist),
    ...Object.entries(wanted.flags).flatMap(([flag, value]) => differ(`flags.${flag}`, decision.flags[flag], value)),
  ];
}

function sorted(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
