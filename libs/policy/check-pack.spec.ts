import { fileURLToPath } from 'node:url';
import { checkPack } from './check-pack.js';
import type { DecisionModel } from './decide-by-table.js';
import { Tables } from './decide-by-table.js';
import { loadPolicies } from './in-force.js';
import type { Pack } from './pack.js';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;

/** The sample pack with one cell changed: table, row, column of that field, text. */
function changed(table: string, row: string, field: string, text: string): Pack {
  const model = structuredClone(sample.tables.model) as DecisionModel;
  const content = model.nodes.find(({ name }) => name === table)!.content!;
  const column = [...content.inputs, ...content.outputs].find((each) => each.field === field)!;
  content.rules.find((each) => each['_id'] === row)![column.id] = text;
  return { ...sample, tables: new Tables(model) };
}

describe('The check of a pack', () => {
  it('finds nothing wrong with the packs of this repository', async () => {
    for (const pack of policies.packs) expect(await checkPack(pack)).toEqual([]);
  });

  it.each([
    ['an expression in a cell', 'steps', 'steps-01', 'selfHarmRisk', 'now() > 3', 'selfHarmRisk'],
    ['an empty interval', 'flags', 'flags-01', 'arbitrationDaysLeft', '[6..0]', 'arbitrationDaysLeft'],
    ['a value that never comes', 'topics', 'topics-01', 'category', '"D77"', 'category'],
    ['an unknown department', 'wages', 'wages-36', 'lead', '"inspectoin"', 'lead'],
    ['an unknown clock', 'receiptClocks', 'receiptClocks-03', 'clock', '"INSP-INVESTS"', 'clock'],
    ['a row without source', 'steps', 'steps-02', 'source', '', 'source'],
    ['an output that is an expression', 'wages', 'wages-36', 'lead', 'a + b', 'lead'],
    ['a row that an earlier one hides', 'topics', 'topics-05', 'matter', '', 'topics'],
  ])('names %s', async (_title, table, row, field, text, named) => {
    expect(await checkPack(changed(table, row, field, text))).toContainEqual(expect.objectContaining({ table, field: named }));
  });

  it('names a category that nobody leads', async () => {
    const problems = await checkPack(changed('topics', 'topics-11', 'category', '"D99"'));
    expect(problems).toContainEqual(expect.objectContaining({ table: 'topics', row: 'D03', field: 'lead' }));
  });

  it('names the examples that a changed rule breaks', async () => {
    const problems = await checkPack(changed('matters', 'matters-15', 'lead', '"education"'));
    expect(problems).toContainEqual(expect.objectContaining({ table: 'examples', row: 'S20', field: 'lead' }));
  });

  it('reads a dash as a cell that asks nothing', async () => {
    expect(await checkPack(changed('steps', 'steps-01', 'claimType', '-'))).toEqual([]);
  });

  it('finds a clock that waits for an event which nobody declares', async () => {
    const pack = loadPolicies('policies').packNamed('439900', '2026-01-01')!;
    const row = pack.clocks.get('ARB-AWARD')!;
    const broken = { ...pack, clocks: new Map([...pack.clocks, ['ARB-AWARD', { ...row, satisfies: [{ on: 'resolution.award-maid.v1' }] }]]) };
    expect(await checkPack(broken)).toContainEqual({ table: 'clocks', row: 'ARB-AWARD', field: 'resolution.award-maid.v1', zh: '没有这种事件', en: 'no such event' });
  });
});
