import { ZenEngine } from '@gorules/zen-engine';
import type { ZenDecision } from '@gorules/zen-engine';
import { z } from 'zod';

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

/** What a row says when it is met: its outputs by field; an empty output is missing. */
export type Row = Readonly<Record<string, unknown>>;
/** The rows met, by table. */
export type Met = Readonly<Record<string, readonly Row[]>>;

/** One for the process: it holds threads. */
const engine = new ZenEngine();

/** The decision tables of a pack, evaluated by ZEN. */
export class Tables {
  private readonly compiled = new Map<string, ZenDecision>();

  readonly model: DecisionModel;

  constructor(model: DecisionModel) {
    this.model = { ...model, nodes: model.nodes.map((each) => (each.content ? { ...each, content: withoutDashes(each.content) } : each)) };
  }

  /** The rows that a context meets, of the tables named, in one evaluation. */
  async ask(tables: readonly string[], context: Readonly<Record<string, unknown>>): Promise<Met> {
    const { result } = await this.decisionOf(tables).evaluate(context);
    const met = result as Readonly<Record<string, Row | readonly Row[] | null | undefined>>;
    return Object.fromEntries(tables.map((table) => [table, [met[table] ?? []].flat() as readonly Row[]]));
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

  private decisionOf(tables: readonly string[]): ZenDecision {
    const key = tables.join();
    let decision = this.compiled.get(key);
    if (!decision) {
      decision = engine.createDecision(this.part(tables));
      this.compiled.set(key, decision);
    }
    return decision;
  }

  /** The document cut down to some of its tables, so that a stage costs no more than it must. */
  private part(tables: readonly string[]): DecisionModel {
    for (const name of tables) this.table(name);
    const nodes = this.model.nodes.filter((each) => each.type !== 'decisionTableNode' || tables.includes(each.name));
    const kept = new Set(nodes.map(({ id }) => id));
    return { ...this.model, nodes, edges: this.model.edges.filter(({ sourceId, targetId }) => kept.has(sourceId) && kept.has(targetId)) };
  }
}

/** A dash is a cell that asks nothing. ZEN 0.52 wants it empty: it reads a dash, and a cell that is missing, as never met. */
function withoutDashes(table: DecisionTable): DecisionTable {
  const asked = table.inputs.map(({ id }) => id);
  const told = table.outputs.map(({ id }) => id);
  const rules = table.rules.map((row) => ({
    ...row,
    ...Object.fromEntries(asked.map((id) => [id, !row[id] || row[id].trim() === '-' ? '' : row[id]])),
    ...Object.fromEntries(told.map((id) => [id, row[id] ?? ''])),
  }));
  return { ...table, rules };
}
