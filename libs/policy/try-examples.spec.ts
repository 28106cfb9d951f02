import { fileURLToPath } from 'node:url';
import { loadPolicies } from './in-force.js';
import { coverageOf, tryExample } from './try-examples.js';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;
const own = sample.examples.filter(({ id }) => id.startsWith('T'));

// Expected values are read off domain law (c.1 to c.4, b.3), threshold by threshold: the number itself, and a step beside it.
describe('The examples of the sample region', () => {
  it('are two hundred and more beside the thirty-six cases', () => expect(own.length).toBeGreaterThan(200));

  it.each(own.map((example) => [example.id, String(example['title']), example] as const))('%s %s', (_id, _title, example) => {
    expect(tryExample(sample, example).filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('meet every row of every table, and miss every row by one condition', () => {
    const uncovered = coverageOf(sample, sample.examples)
      .filter(({ hits, nearMisses, asksNothing }) => hits.length === 0 || (nearMisses.length === 0 && !asksNothing))
      .map(({ table, row, hits, nearMisses }) => ({ table, row, hits: hits.length, nearMisses: nearMisses.length }));
    expect(uncovered).toEqual([]);
  });

  it('would not pass if a row were taken away', () => {
    const model = structuredClone(sample.tables.model);
    const table = model.nodes.find(({ name }) => name === 'wages')!.content!;
    table.rules = table.rules.filter((row) => row['_id'] !== 'wages-28');
    const changed = { ...sample, tables: new (sample.tables.constructor as new (given: typeof model) => typeof sample.tables)(model) };
    expect(own.filter((example) => tryExample(changed, example).some(({ agrees }) => !agrees)).length).toBeGreaterThan(3);
  });
});
