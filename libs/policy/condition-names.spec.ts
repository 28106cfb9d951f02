import { fileURLToPath } from 'node:url';
import { conditionName, derivedNames, stageNames } from './condition-names.js';
import { derive } from './derive.js';
import { factCatalogue } from './facts.js';
import { loadPolicies } from './in-force.js';
import { elsewhere } from './receipt.js';

const { packs } = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));

describe('The names of conditions', () => {
  it('name everything that is derived', () => {
    const context = derive({ receivedAt: '2026-03-02T10:00:00+08:00', division: '439901', origin: '12345' }, {}, { category: 'D01', matter: 'wages', kind: 'complaint' } as never, packs[0]!);
    expect(Object.keys(context).filter((key) => !(key in derivedNames))).toEqual([]);
    expect(Object.keys(elsewhere(context, '439901')).filter((key) => !(key in stageNames))).toEqual([]);
  });

  it('are Chinese and English, for every column of every table that is no flag', () => {
    for (const { tables } of packs) {
      const flags = new Set(['flags', 'flagsThen'].flatMap((table) => tables.valuesOf(table, 'flag')));
      const fields = tables.model.nodes.flatMap(({ content }) => content?.inputs.map(({ field }) => field) ?? []).filter((field) => !flags.has(field));
      expect(fields.filter((field) => !/\p{Script=Han}/u.test(conditionName(field).zh))).toEqual([]);
    }
    expect(conditionName('sector')).toEqual({ zh: factCatalogue.sector.zh, en: factCatalogue.sector.en });
  });
});
