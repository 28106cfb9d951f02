import type { Day } from '#libs/contracts/time.js';
import type { DecisionModel, DecisionTable } from './decide-by-table.js';

type Fields = Readonly<Record<string, unknown>>;
type Rule = DecisionTable['rules'][number];

/** The entries of the child over those of its parent, at any depth; a list is one value. */
export function entriesOver(below: Fields, above: Fields): Fields {
  const whole: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = Object.hasOwn(below, key) ? below[key] : undefined;
    whole[key] = isFields(value) && isFields(under) ? entriesOver(under, value) : value;
  }
  return whole;
}

/** The rows of the parent by their `id`, each with what the child says otherwise; rows that only the child has follow. */
export function rowsOver(below: readonly Fields[], above: readonly Fields[]): readonly Fields[] {
  const changed = new Map(above.map((row) => [row['id'], row]));
  const known = new Set(below.map((row) => row['id']));
  return [...below.map((row) => ({ ...row, ...changed.get(row['id']) })), ...above.filter((row) => !known.has(row['id']))];
}

/**
 * The tables of the parent with the rows of the child. A row of the same `_id` stands in for the parent's where it stands, one with
 * `"_removed": "true"` takes it away, and a new row comes before the parent's rows, for the more specific is asked first.
 */
export function tablesOver(below: DecisionModel, above: DecisionModel): DecisionModel {
  const changed = new Map(above.nodes.flatMap((node) => (node.content ? [[node.name, node.content] as const] : [])));
  const known = new Set(below.nodes.map(({ name }) => name));
  const nodes = below.nodes.map((node) => (node.content && changed.has(node.name) ? { ...node, content: tableOver(node.content, changed.get(node.name)!) } : node));
  const added = above.nodes.filter(({ name, content }) => content && !known.has(name));
  const ids = new Set(added.map(({ id }) => id));
  return { ...below, nodes: [...nodes, ...added], edges: [...below.edges, ...above.edges.filter(({ sourceId, targetId }) => ids.has(sourceId) || ids.has(targetId))] };
}

/** Each row remembers the first day of the pack that wrote it: what held by then has always held. */
export function rowsSince(model: DecisionModel, since: Day): DecisionModel {
  const nodes = model.nodes.map((node) => (node.content
    ? { ...node, content: { ...node.content, rules: node.content.rules.map((row) => ({ ...row, _since: since })) } }
    : node));
  return { ...model, nodes };
}

/** The document for the GoRules editor: without what the merging wrote into its rows. */
export function forEditor(model: DecisionModel): DecisionModel {
  const nodes = model.nodes.map((node) => (node.content
    ? { ...node, content: { ...node.content, rules: node.content.rules.map(({ _since, ...row }) => row) } }
    : node));
  return { ...model, nodes };
}

function tableOver(below: DecisionTable, above: DecisionTable): DecisionTable {
  const inputs = columnsOver(below.inputs, above.inputs);
  const outputs = columnsOver(below.outputs, above.outputs);
  const renamed = new Map([...above.inputs, ...above.outputs].map(({ id }, i) => {
    const isInput = i < above.inputs.length;
    const { field } = isInput ? above.inputs[i]! : above.outputs[i - above.inputs.length]!;
    return [id, (isInput ? inputs : outputs).find((column) => column.field === field)!.id];
  }));
  const rows = above.rules.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [renamed.get(key) ?? key, cell])) as Rule);
  const own = new Map(rows.map((row) => [row['_id'], row]));
  const known = new Set(below.rules.map((row) => row['_id']));
  const kept = below.rules.map((row) => own.get(row['_id']) ?? row);
  const fresh = rows.filter((row) => !known.has(row['_id']));
  return { ...below, inputs, outputs, rules: [...fresh, ...kept].filter((row) => row['_removed'] !== 'true') };
}

function columnsOver(below: DecisionTable['inputs'], above: DecisionTable['inputs']): DecisionTable['inputs'] {
  const known = new Set(below.map(({ field }) => field));
  return [...below, ...above.filter(({ field }) => !known.has(field))];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
