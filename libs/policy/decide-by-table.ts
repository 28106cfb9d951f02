import { z } from 'zod';
import type { Day } from '#libs/contracts/time.js';
import type { Cell } from './cell.js';
import { cellOf, meets } from './cell.js';

const field = z.looseObject({ id: z.string(), name: z.string(), field: z.string().min(1) });

/** One decision table of a JDM document, as the GoRules editor writes it. */
export const decisionTable = z.looseObject({
  hitPolicy: z.enum(['first', 'collect']),
  inputs: z.array(field), outputs: z.array(field),
  rules: z.array(z.record(z.string(), z.string())),
});
export type DecisionTable = z.infer<typeof decisionTable>;

const node = z.looseObject({ id: z.string(), name: z.string(), type: z.enum(['inputNode', 'decisionTableNode', 'outputNode']), content: decisionTable.optional() });
const edge = z.looseObject({ id: z.string(), sourceId: z.string(), targetId: z.string() });

/** A JSON Decision Model of GoRules ZEN: input, decision tables, output. */
export const decisionModel = z.looseObject({ nodes: z.array(node), edges: z.array(edge) });
export type DecisionModel = z.infer<typeof decisionModel>;

/** What a row says when it is met: its outputs by field, and its own name as `_id`; an empty output is missing. */
export type Row = Readonly<Record<string, unknown>>;
/** The rows met, by table. */
export type Met = Readonly<Record<string, readonly Row[]>>;
type Context = Readonly<Record<string, unknown>>;

/** A condition on which a row was lost: what it asks, and what there was; null for what is not known. */
export interface Lost {
  readonly field: string;
  readonly wanted: string;
  readonly found: string | number | boolean | null;
}

/** A row that was not met, by as few conditions as any. */
export interface Loser {
  readonly row: Row;
  readonly lost: readonly Lost[];
  /** How many conditions it did meet. */
  readonly met: number;
}

interface Condition {
  /** Which of the table's columns it asks: the values of a question are laid out once, then compared by number. */
  readonly column: number;
  readonly text: string;
  readonly cell: Cell;
}

interface CompiledRow {
  readonly row: Row;
  readonly conditions: readonly Condition[];
  /** Undefined: since ever. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

interface CompiledTable {
  readonly isFirst: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly CompiledRow[];
}

/**
 * The decision tables of a document, evaluated by us: the grammar of cells is closed (`cell.ts`), so a table is a list of comparisons,
 * which costs microseconds where an expression engine costs milliseconds, and the rows that lost can be told. ZEN is the oracle in the tests.
 */
export class Tables {
  private readonly compiled = new Map<string, CompiledTable>();

  constructor(readonly model: DecisionModel) {}

  /** The rows that a context meets of each table, in the order of the table. In tables of hit policy `first` the first alone. */
  ask(names: readonly string[], context: Context, day?: Day): Met {
    const met: Record<string, readonly Row[]> = {};
    for (const name of names) met[name] = this.rowsMet(this.compiledTable(name), context, day);
    return met;
  }

  /** The rows that were not met and lack least, nearest first: fewest conditions lost, then most conditions met, then the order of the table. */
  losers(name: string, context: Context, day: Day | undefined, most: number): readonly Loser[] {
    const { columns, rows } = this.compiledTable(name);
    const values = columns.map((column) => context[column]);
    const losers: { compiled: CompiledRow; lost: number; met: number }[] = [];
    for (const compiled of rows) {
      if (!holdsOn(compiled, day)) continue;
      let met = 0;
      for (const { cell, column } of compiled.conditions) if (meets(cell, values[column])) met++;
      if (met < compiled.conditions.length) losers.push({ compiled, lost: compiled.conditions.length - met, met });
    }
    return losers.sort((a, b) => a.lost - b.lost || b.met - a.met).slice(0, most).map(({ compiled: { row, conditions }, met }) => ({
      row, met, lost: conditions.filter(({ cell, column }) => !meets(cell, values[column])).map(({ column, text }) => lostOn(columns[column]!, text, values[column])),
    }));
  }

  table(name: string): DecisionTable {
    const found = this.model.nodes.find((each) => each.type === 'decisionTableNode' && each.name === name)?.content;
    if (!found) throw new Error(`The pack has no decision table ${name}.`);
    return found;
  }

  /** Every value that an output column of a table can give. */
  valuesOf(name: string, output: string): readonly unknown[] {
    const { outputs, rules } = this.table(name);
    const column = outputs.find((each) => each.field === output);
    return column ? rules.flatMap((row) => (row[column.id] ? [JSON.parse(row[column.id]!) as unknown] : [])) : [];
  }

  private rowsMet({ isFirst, columns, rows }: CompiledTable, context: Context, day: Day | undefined): readonly Row[] {
    const values = columns.map((column) => context[column]);
    const met: Row[] = [];
    for (const compiled of rows) {
      if (!holdsOn(compiled, day) || !compiled.conditions.every(({ cell, column }) => meets(cell, values[column]))) continue;
      met.push(compiled.row);
      if (isFirst) break;
    }
    return met;
  }

  /** At the first question: a document with a cell outside the grammar is still one whose faults can be listed (`check-pack.ts`). */
  private compiledTable(name: string): CompiledTable {
    let compiled = this.compiled.get(name);
    if (!compiled) {
      compiled = compile(this.table(name), name);
      this.compiled.set(name, compiled);
    }
    return compiled;
  }
}

/** A row that holds from the first day of the pack that wrote it (`_since`), or an earlier one, has always held: demands from before the pack are decided all the same. */
function compile({ hitPolicy, inputs, outputs, rules }: DecisionTable, table: string): CompiledTable {
  const rows = rules.map((rule): CompiledRow => {
    const conditions = inputs.flatMap(({ id, field: asked }, column): Condition[] => {
      const text = (rule[id] ?? '').trim();
      const cell = cellOf(text);
      if (!cell) throw new Error(`A cell outside the grammar: ${table}, ${rule['_id']}, ${asked}.`);
      return cell.kind === 'any' ? [] : [{ column, text, cell }];
    });
    const said = outputs.flatMap(({ id, field: told }) => (rule[id] ? [[told, JSON.parse(rule[id]) as unknown] as const] : []));
    const row: Row = Object.freeze({ _id: rule['_id'], ...Object.fromEntries(said) });
    const from = row['from'] as Day | undefined;
    return { row, conditions, from: from !== undefined && from > (rule['_since'] ?? '') ? from : undefined, to: row['to'] as Day | undefined };
  });
  return { isFirst: hitPolicy === 'first', columns: inputs.map((column) => column.field), rows };
}

/** A row holds from its first day until the day on which it no longer does. */
function holdsOn({ from, to }: CompiledRow, day: Day | undefined): boolean {
  return day === undefined || ((from === undefined || from <= day) && (to === undefined || day < to));
}

function lostOn(asked: string, text: string, found: unknown): Lost {
  const plain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null;
  return { field: asked, wanted: text, found: plain };
}
