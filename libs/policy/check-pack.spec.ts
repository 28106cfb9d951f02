import { fileURLToPath } from 'node:url';
import { checkPack, errorsOf } from './check-pack.js';
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
  if (field === 'to') content.outputs.push({ id: 'out-to', name: '失效日', field: 'to' });
  const column = [...content.inputs, ...content.outputs].find((each) => each.field === field)!;
  content.rules.find((each) => each['_id'] === row)![column.id] = text;
  return { ...sample, tables: new Tables(model) };
}

describe('The check of a pack', () => {
  it('finds nothing wrong with the packs of this repository', () => {
    for (const pack of policies.packs) expect({ pack: pack.ref, errors: errorsOf(checkPack(pack)) }).toEqual({ pack: pack.ref, errors: [] });
  });

  it.each([
    ['an expression in a cell', 'steps', 'steps-01', 'selfHarmRisk', 'now() > 3', 'selfHarmRisk'],
    ['an empty interval', 'flags', 'flags-01', 'arbitrationDaysLeft', '[6..0]', 'arbitrationDaysLeft'],
    ['a value that never comes', 'topics', 'topics-01', 'category', '"D77"', 'category'],
    ['an unknown department', 'wages', 'wages-36', 'lead', '"inspectoin"', 'lead'],
    ['an unknown clock', 'receiptClocks', 'receiptClocks-03', 'clock', '"INSP-INVESTS"', 'clock'],
    ['a row without source', 'steps', 'steps-02', 'source', '', 'source'],
    ['an output that is an expression', 'wages', 'wages-36', 'lead', 'a + b', 'lead'],
    ['a source that nobody listed', 'steps', 'steps-02', 'source', '"某办法 3"', 'source'],
    ['a row that does not say from when it holds', 'steps', 'steps-02', 'from', '', 'from'],
    ['a row that holds before its source does', 'wages', 'wages-01', 'from', '"2026-06-30"', 'from'],
    ['a row that ends before it begins', 'steps', 'steps-02', 'to', '"2001-01-01"', 'to'],
    ['a confidence that is none', 'steps', 'steps-02', 'confidence', '"sure"', 'confidence'],
    ['a row that an earlier one hides', 'topics', 'topics-05', 'matter', '', 'topics'],
  ])('names %s', (_title, table, row, field, text, named) => {
    expect(checkPack(changed(table, row, field, text))).toContainEqual(expect.objectContaining({ table, field: named }));
  });

  it('names a category that nobody leads', () => {
    const problems = checkPack(changed('topics', 'topics-11', 'category', '"D99"'));
    expect(problems).toContainEqual(expect.objectContaining({ table: 'topics', row: 'D03', field: 'lead' }));
  });

  it('names the examples that a changed rule breaks', () => {
    const problems = checkPack(changed('matters', 'matters-15', 'lead', '"education"'));
    expect(problems).toContainEqual(expect.objectContaining({ table: 'examples', row: 'S20', field: 'lead' }));
  });

  it('names the day from which a row that ends leaves a gap', () => {
    const pack = changed('topics', 'topics-11', 'to', '"2026-09-01"');
    expect(checkPack(pack)).toContainEqual(expect.objectContaining({ table: 'topics', row: 'D03', en: 'nobody leads from 2026-09-01 on' }));
  });

  it('warns of two rows of which their order alone decides', () => {
    expect(checkPack(sample)).toContainEqual(expect.objectContaining({ level: 'warning', table: 'wages', row: 'wages-10', en: 'overlaps with wages-09: their order decides' }));
  });

  it('reads a dash as a cell that asks nothing', () => {
    expect(errorsOf(checkPack(changed('steps', 'steps-01', 'claimType', '-')))).toEqual([]);
  });

  it('finds a clock that waits for an event which nobody declares', () => {
    const pack = loadPolicies('policies').packNamed('439900', '2026-01-01')!;
    const row = pack.clocks.get('ARB-AWARD')!;
    const broken = { ...pack, clocks: new Map([...pack.clocks, ['ARB-AWARD', { ...row, satisfies: [{ on: 'resolution.award-maid.v1' }] }]]) };
    expect(checkPack(broken)).toContainEqual({ level: 'error', table: 'clocks', row: 'ARB-AWARD', field: 'resolution.award-maid.v1', zh: '没有这种事件', en: 'no such event' });
  });
});
