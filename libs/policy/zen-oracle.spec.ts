import { fileURLToPath } from 'node:url';
import { ZenEngine } from '@gorules/zen-engine';
import fc from 'fast-check';
import type { Cell } from './cell.js';
import { cellOf } from './cell.js';
import type { DecisionModel, DecisionTable } from './decide-by-table.js';
import { Tables } from './decide-by-table.js';
import { loadPolicies } from './in-force.js';

// Our evaluation of the tables against an engine that others wrote, for every table of every pack and for contexts drawn from its own cells.
const { packs } = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const engine = new ZenEngine();

type Context = Record<string, string | number | boolean>;

/** One table as a document of its own. ZEN 0.52 wants a cell that asks nothing empty: it reads a dash, and a cell that is missing, as never met. */
function documentOf(table: DecisionTable): DecisionModel {
  const columns = [...table.inputs, ...table.outputs].map(({ id }) => id);
  const rules = table.rules.map((row) => ({ ...row, ...Object.fromEntries(columns.map((id) => [id, (row[id] ?? '').trim() === '-' ? '' : row[id] ?? ''])) }));
  const inputs = table.inputs.map((column) => ({ ...column, field: column.field.replace('.', '_') }));
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' }, { id: 'table', name: 'table', type: 'decisionTableNode', content: { ...table, inputs, rules, outputPath: 'met', passThrough: false } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [{ id: 'a', sourceId: 'in', targetId: 'table' }, { id: 'b', sourceId: 'table', targetId: 'out' }],
  };
}

/** Values on and beside what the cells of a column ask, and none. */
function contexts(table: DecisionTable): fc.Arbitrary<Context> {
  const columns = table.inputs.map(({ id, field }) => [field, fc.option(fc.constantFrom(...valuesAround(table.rules.map((row) => cellOf(row[id] ?? '')!))), { nil: undefined, freq: 2 })] as const);
  return fc.record(Object.fromEntries(columns)).map((context) => Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)) as Context);
}

function valuesAround(cells: readonly Cell[]): (string | number | boolean)[] {
  const values = cells.flatMap((cell): (string | number | boolean)[] => {
    if (cell.kind === 'literals') return [...cell.values];
    if (cell.kind === 'any') return [];
    return [cell.low, cell.high].filter(Number.isFinite).flatMap((bound) => [bound - 1, bound, bound + 1]);
  });
  return [...new Set([...values, ...(values.every((value) => typeof value === 'boolean') ? [true, false] : ['something else'])])];
}

const tables = packs.flatMap((pack) => pack.tables.model.nodes.flatMap(({ name, content }) => (content ? [[`${pack.ref.division} ${pack.ref.version}`, name, content] as const] : [])));

describe('A table evaluated by us and by ZEN', () => {
  it.each(tables)('%s %s meets the same rows', async (_pack, name, table) => {
    const ours = new Tables({ nodes: [{ id: name, name, type: 'decisionTableNode', content: table }], edges: [] });
    const theirs = engine.createDecision(documentOf(table));
    await fc.assert(fc.asyncProperty(contexts(table), async (context) => {
      const { result } = await theirs.evaluate(Object.fromEntries(Object.entries(context).map(([key, value]) => [key.replace('.', '_'), value])));
      const met = ours.ask([name], context)[name]!.map(({ _id, ...outputs }) => outputs);
      expect(met).toEqual([(result as { met?: object | object[] }).met ?? []].flat().filter((row) => Object.keys(row).length > 0));
    }), { numRuns: 60 });
  });
});
