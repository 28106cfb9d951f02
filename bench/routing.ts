import { ZenEngine } from '@gorules/zen-engine';
import type { ZenDecision } from '@gorules/zen-engine';
import { decide } from '#libs/policy/decide.js';
import type { Demand } from '#libs/policy/decide.js';
import type { DecisionModel } from '#libs/policy/decide-by-table.js';
import { derive } from '#libs/policy/derive.js';
import { knownFacts, readFacts } from '#libs/policy/facts.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { topicsOf } from '#libs/policy/matters.js';
import type { Finding, Part } from './measure.js';
import { sideBySide } from './measure.js';

/** Full routings (every table, receipt with the rows that lost, clocks) beside the rule engine evaluating the same tables once for the same facts, nothing else. */
export const part: Part = { name: 'routing', run };

async function run(): Promise<Finding> {
  const pack = loadPolicies('policies').packNamed('439900', '2026-01-01')!;
  const demands = pack.examples.map(({ receivedAt, origin, category, facts }): Demand => ({ receivedAt, origin, category, division: '439901', facts: readFacts(facts).facts }));
  const contexts = demands.map((demand) => derive(demand, knownFacts(demand.facts), topicsOf({ category: demand.category, facts: knownFacts(demand.facts) })[0]!, pack));
  const engine = zen(pack.tables.model);
  const rates = await sideBySide({
    ours: (count) => { for (let i = 0; i < count; i++) decide(pack, demands[i % demands.length]!); },
    zen: async (count) => { for (let i = 0; i < count; i++) await engine.evaluate(contexts[i % contexts.length]!); },
    zen8: async (count) => { for (let i = 0; i < count; i += 8) await Promise.all(Array.from({ length: 8 }, (_, n) => engine.evaluate(contexts[(i + n) % contexts.length]!))); },
  });
  return {
    part: 'routing',
    figures: { routings_per_second: rates.ours, zen_evaluations_per_second: rates.zen, zen_evaluations_per_second_8_at_once: rates.zen8 },
    ratios: { routing_zen: rates.ours / rates.zen, routing_zen_8_at_once: rates.ours / rates.zen8 },
    notes: [`The ${demands.length} sample cases in turn, one thread; ZEN 0.52.1 evaluates all tables of the same document in one call, without receipt, clocks or second stage.`],
  };
}

/** The document as ZEN wants it: a cell that asks nothing is empty. */
function zen(model: DecisionModel): ZenDecision {
  const nodes = model.nodes.map((node) => {
    if (!node.content) return node;
    const columns = [...node.content.inputs, ...node.content.outputs].map(({ id }) => id);
    return { ...node, content: { ...node.content, rules: node.content.rules.map((row) => ({ ...row, ...Object.fromEntries(columns.map((id) => [id, row[id] ?? ''])) })) } };
  });
  return new ZenEngine().createDecision({ ...model, nodes });
}
