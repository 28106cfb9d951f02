import type { DecisionModel } from './decide-by-table.js';
import { Tables } from './decide-by-table.js';
import { rowsOver, entriesOver, forEditor, rowsSince, tablesOver } from './overlay.js';

const column = (field: string, side: 'in' | 'out') => ({ id: `${side}-${field}`, name: field, field });

function model(inputs: readonly string[], rules: readonly Record<string, string>[], hitPolicy: 'first' | 'collect' = 'first'): DecisionModel {
  return {
    nodes: [{ id: 'relief', name: 'relief', type: 'decisionTableNode', content: { hitPolicy, inputs: inputs.map((field) => column(field, 'in')), outputs: ['lead', 'from', 'to'].map((field) => column(field, 'out')), rules: [...rules] } }],
    edges: [],
  };
}

const nation = rowsSince(model(['emergency'], [
  { _id: 'n-1', 'in-emergency': 'true', 'out-lead': '"subDistrict"', 'out-from': '"2019-03-02"' },
  { _id: 'n-2', 'in-emergency': '', 'out-lead': '"civilAffairs"', 'out-from': '"2019-03-02"' },
]), '2020-01-01');
const lead = (tables: DecisionModel, context: object, day: string) => new Tables(tables).ask(['relief'], context as never, day)['relief']!.map((row) => row['lead']);

describe('A child’s tables over those of its parent', () => {
  it('replace a row where it stands, add one before the others, and take one away', () => {
    const city = rowsSince(model(['emergency', 'permit'], [
      { _id: 'c-1', 'in-emergency': 'true', 'in-permit': 'false', 'out-lead': '"reliefStation"', 'out-from': '"2025-03-01"' },
      { _id: 'n-2', 'in-emergency': '', 'out-lead': '"employmentService"', 'out-from': '"2025-03-01"' },
    ]), '2025-03-01');
    const both = tablesOver(nation, city);
    expect(both.nodes[0]!.content!.rules.map((row) => row['_id'])).toEqual(['c-1', 'n-1', 'n-2']);
    expect(lead(both, { emergency: true, permit: false }, '2026-01-01')).toEqual(['reliefStation']);
    expect(lead(both, { emergency: true }, '2026-01-01')).toEqual(['subDistrict']);
    expect(lead(both, {}, '2026-01-01')).toEqual(['employmentService']);
    expect(lead(tablesOver(nation, model([], [{ _id: 'n-1', _removed: 'true' }])), { emergency: true }, '2026-01-01')).toEqual(['civilAffairs']);
  });

  it('find their columns by field, whatever their ids are', () => {
    const city = model([], []);
    city.nodes[0]!.content!.inputs = [{ id: 'q7', name: 'x', field: 'emergency' }];
    city.nodes[0]!.content!.rules = [{ _id: 'c-1', q7: 'true', 'out-lead': '"police"' }];
    expect(lead(tablesOver(nation, city), { emergency: true }, '2026-01-01')).toEqual(['police']);
    expect(lead(tablesOver(nation, city), {}, '2026-01-01')).toEqual(['civilAffairs']);
  });
});

describe('The period of a row', () => {
  const city = tablesOver(nation, rowsSince(model(['emergency'], [
    { _id: 'c-1', 'in-emergency': 'true', 'out-lead': '"2021"', 'out-from': '"2021-02-06"', 'out-to': '"2025-03-01"' },
    { _id: 'c-2', 'in-emergency': 'true', 'out-lead': '"2025"', 'out-from': '"2025-03-01"' },
  ]), '2021-02-06'));

  it.each([['2019-01-01', '2021'], ['2021-02-05', '2021'], ['2025-02-28', '2021'], ['2025-03-01', '2025'], ['2030-01-01', '2025']])(
    'decides between two sources that conflict: on %s that of %s', (day, which) => expect(lead(city, { emergency: true }, day)).toEqual([which]));

  it('is since ever for what held when its own pack began', () => expect(lead(nation, { emergency: true }, '2001-01-01')).toEqual(['subDistrict']));
});

describe('The document for the editor', () => {
  it('is what was written, merged: nothing of ours stands in its rows', () => {
    const city = model([], [{ _id: 'n-1', _removed: 'true' }]);
    expect(JSON.stringify(forEditor(tablesOver(nation, city)))).not.toMatch(/_since|_removed/);
    expect(forEditor(rowsSince(city, '2026-01-01'))).toEqual(city);
  });
});

describe('Other files of a child', () => {
  it('lay entries over entries, at any depth, and lists whole', () => {
    expect(entriesOver({ a: { b: 1, c: [1, 2] }, d: 4 }, { a: { c: [3] } })).toEqual({ a: { b: 1, c: [3] }, d: 4 });
  });
  it('change a clock field by field', () => {
    expect(rowsOver([{ id: 'ARB-SPEEDY30', n: 30, level: 'target' }], [{ id: 'ARB-SPEEDY30', level: 'law' }, { id: 'ZJ-X', n: 1 }]))
      .toEqual([{ id: 'ARB-SPEEDY30', n: 30, level: 'law' }, { id: 'ZJ-X', n: 1 }]);
  });
});
