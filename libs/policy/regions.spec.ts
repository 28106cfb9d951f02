import { fileURLToPath } from 'node:url';
import { dayOf } from '#libs/contracts/time.js';
import { checkPack, errorsOf } from './check-pack.js';
import { decide } from './decide.js';
import type { DecisionModel } from './decide-by-table.js';
import { Tables } from './decide-by-table.js';
import type { Decision } from './decision.js';
import { entitlementsOf } from './entitlements.js';
import type { Entitlements } from './entitlements.js';
import { loadPolicies, sourcesIn } from './in-force.js';
import { rowsSince, tablesOver } from './overlay.js';
import type { Example, Pack } from './pack.js';
import { demandOfExample, tryExample } from './try-examples.js';

const folder = fileURLToPath(new URL('../../policies', import.meta.url));
const policies = loadPolicies(folder);
const regions = policies.packs.filter(({ ref }) => ref.division !== '000000' && ref.division !== '439900');
const nation = policies.packNamed('000000', '2026-01-01')!;
const packOf = (division: string): Pack => regions.find(({ ref }) => ref.division === division)!;

const changed = (each: Example, facts: Record<string, unknown>): Example => ({ ...each, facts: { ...each.facts, ...facts } });
const decided = (pack: Pack, each: Example): Decision => decide(pack, demandOfExample(pack, each));
const offered = (pack: Pack, each: Example): Entitlements => entitlementsOf(pack, demandOfExample(pack, each), decided(pack, each));

function example(division: string, id: string): Example {
  return packOf(division).examples.find((each) => each.id === id)!;
}

const cases = regions.flatMap((pack) => pack.examples.map((each) => [each.id, String(each['title']), pack, each] as const));

/** What a pack says otherwise than an example; beyond what every example is checked for, nobody else is told, and the grounds it names are cited. */
function failures(pack: Pack, each: Example): string[] {
  const decision = decided(pack, each);
  const { guide, clocks = [], sources = [], ground } = each.expect as Example['expect'] & { sources?: string[]; ground?: string };
  const grounds = [...decision.rows, ...decision.places, ...offered(pack, each).offered, ...[...clocks, { id: 'INSP-ACCEPT' }].flatMap(({ id }) => pack.clocks.get(id) ?? [])];
  const cited = grounds.flatMap(({ source }) => source.split('; '));
  return [
    ...tryExample(pack, each).filter(({ agrees }) => !agrees).map(({ field, expected, found }) => `${field}: ${found}, not ${expected}`),
    ...decision.guide.filter((body) => guide !== undefined && !guide.includes(body)).map((body) => `told of as well: ${body}`),
    ...(ground === undefined || decision.rows.some(({ table, source }) => table === 'matters' && source === ground) ? [] : [`not decided by ${ground}`]),
    ...sources.filter((source) => !cited.some((part) => part.startsWith(source))).map((source) => `not cited: ${source}`),
  ];
}

/** Every row that a regional pack writes itself, with its pack as it would be without the row. */
const ownRows = sourcesIn(folder).filter(({ head }) => head.extends !== undefined && head.division !== '439900').flatMap(({ head, files }) =>
  (['routing', 'entitlements'] as const).flatMap((file) => ((files[file] as DecisionModel | undefined)?.nodes ?? []).flatMap(({ name, content }) =>
    (content?.rules ?? []).filter((row) => row['_removed'] === undefined).map(({ _id }) => [head.names.en, name, _id!, () => {
      const own = structuredClone(files[file]) as DecisionModel;
      const table = own.nodes.find((node) => node.name === name)!.content!;
      table.rules = table.rules.filter((row) => row['_id'] !== _id);
      const merged = new Tables(tablesOver(rowsSince(nation.files[file] as DecisionModel, nation.from), rowsSince(own, head.from)));
      const pack = packOf(head.division);
      return file === 'routing' ? { ...pack, tables: merged } : { ...pack, entitlements: merged };
    }] as const))));

describe('A regional pack', () => {
  it('is there for each of the documents, and for local rules', () => {
    expect(regions.map(({ ref }) => `${ref.division} ${ref.version}`).sort()).toEqual([
      '110000 2021-09-24', '310000 2021-02-06', '330000 2020-09-24', '370100 2018-01-01', '430000 2020-06-12', '500000 2024-04-12', '532300 2021-01-01', '630000 2025-01-01',
    ]);
  });

  it.each(regions.map((pack) => [pack.names.en, pack] as const))('of %s is free of errors, its own examples included', (_name, pack) => {
    expect(errorsOf(checkPack(pack))).toEqual([]);
  });

  it.each(sourcesIn(folder).filter(({ head }) => head.extends !== undefined).map((source) => [source.head.names.en, source.head.division, source.files] as const))(
    'of %s says only what its parent does not, and what it removes is there', (_name, _division, files) => {
      const { nodes } = (files['routing'] ?? { nodes: [] }) as { nodes: { name: string; content?: { rules: Record<string, string>[] } }[] };
      for (const { name, content } of nodes) {
        const national = new Map(nation.tables.model.nodes.find((node) => node.name === name)?.content?.rules.map((row) => [row['_id'], row]));
        for (const row of content?.rules ?? []) {
          if (row['_removed'] === 'true') expect(national.has(row['_id'])).toBe(true);
          else if (national.has(row['_id'])) expect(row['out-source']).not.toBe(national.get(row['_id'])!['out-source']);
        }
      }
    });

  it.each(cases)('example %s %s', (_id, _title, pack, each) => expect(failures(pack, each)).toEqual([]));

  it.each(ownRows)('%s needs %s %s: without it one of its examples fails', (_division, file, _row, without) => {
    const pack = without();
    const { examples } = packOf(pack.ref.division);
    expect([file, examples.some((each) => failures(pack, each).length > 0)]).toEqual([file, true]);
  });
});

describe('Where sources conflict, the day decides', () => {
  it.each([
    ['2021-02-05', 'X1 emergency'], ['2022-05-10', 'X1 emergency'], ['2024-12-30', 'X1 emergency'], ['2024-12-31', 'X1 emergency station'], ['2026-05-11', 'X1 emergency station'],
  ])('relief in Shanghai without a residence permit on %s: %s', (day, rule) => {
    const decision = decided(packOf('310000'), { ...example('310000', 'SH01'), receivedAt: `${day}T22:30:00+08:00` });
    expect(decision.rules).toEqual([rule]);
    expect(decision.rows.filter(({ table }) => table === 'matters').map(({ source }) => source)).toEqual([rule === 'X1 emergency' ? 'S-SH21 三' : 'SH-RELIEF 36']);
  });

  it('relief in Shanghai asks for a permit by its regulation, in Chongqing it does not', () => {
    const lead = (division: string, id: string, residencePermit: unknown) => decided(packOf(division), changed(example(division, id), { residencePermit })).lead;
    expect([true, false, 'unknown'].map((permit) => lead('310000', 'SH02', permit))).toEqual(['subDistrict', 'reliefStation', 'subDistrict']);
    expect([true, false, 'unknown'].map((permit) => lead('500000', 'CQ03', permit))).toEqual(['subDistrict', 'subDistrict', 'subDistrict']);
  });

  it.each([['2022-04-21', null], ['2022-04-22', 600_00], ['2022-12-31', 600_00]])('the training subsidy of Shanghai on %s: %s', (day, amount) => {
    const [offer] = offered(packOf('310000'), { ...example('310000', 'SH12'), receivedAt: `${day}T10:00:00+08:00` }).offered;
    expect([offer?.rule, offer?.amount]).toEqual(['onlineTraining', amount]);
  });

  it('the training subsidy of Shanghai ends with its year, and with its third item', () => {
    const on = (day: string, subsidiesTaken: number) => offered(packOf('310000'), { ...changed(example('310000', 'SH12'), { subsidiesTaken }), receivedAt: `${day}T10:00:00+08:00` });
    expect(on('2022-06-06', 1).offered).toMatchObject([{ amount: 600_00, times: 3, per: 'year', used: 1, left: 2, total: 1200_00, source: 'S-SH22' }]);
    expect(on('2022-06-06', 2).offered).toMatchObject([{ left: 1, total: 600_00 }]);
    expect(on('2022-06-06', 3)).toMatchObject({ offered: [], usedUp: [{ rule: 'onlineTraining', left: 0 }] });
    expect(on('2023-01-01', 0).offered).toEqual([]);
    expect(on('2026-06-08', 0).offered).toEqual([]);
  });

  it('the eleven measures of Beijing begin on their day', () => {
    const guide = (day: string) => decided(packOf('110000'), { ...example('110000', 'BJ01'), receivedAt: `${day}T09:30:00+08:00` }).guide;
    expect([guide('2025-05-18'), guide('2025-05-19')]).toEqual([[], ['legalAidCentre']]);
  });
});

describe('What a place says of a clock', () => {
  it('is law in Zhejiang where it is a target elsewhere', () => {
    expect(packOf('330000').clocks.get('ARB-SPEEDY30')).toMatchObject({ n: 30, level: 'law', source: 'ZJ-ARB 39', confidence: 'A' });
    expect(nation.clocks.get('ARB-SPEEDY30')).toMatchObject({ n: 30, level: 'target' });
  });

  it('sets the hours of relief: 24 in Qinghai, 48 in Chuxiong', () => {
    expect([packOf('630000'), packOf('532300')].map(({ parameters }) => [parameters.relief.hours, parameters.relief.paperWorkingDays])).toEqual([[24, 10], [48, 5]]);
  });

  it('keeps what moves the clock of the parent', () => {
    const [above, province] = [nation, packOf('330000')].map(({ clocks }) => clocks.get('INSP-INVEST')!);
    expect(province!.satisfies).toEqual(above!.satisfies);
    expect(province!.extension).toEqual(above!.extension);
    expect(province!.suspends.map(({ on }) => on)).toEqual(['resolution.investigation-suspended.v1']);
  });
});

describe('Which pack decides', () => {
  it.each([
    ['110105', '2026-03-02', '110000'], ['310115', '2022-05-10', '310000'], ['500112', '2026-03-02', '500000'], ['431225', '2026-03-02', '430000'], ['330100', '2026-03-02', '330000'],
    ['370100', '2026-03-02', '370100'], ['370200', '2026-03-02', '000000'], ['632800', '2026-03-02', '630000'], ['120101', '2026-03-02', '000000'],
  ])('in %s on %s: that of %s', (division, day, owner) => {
    expect(policies.packFor(division, dayOf(`${day}T08:00:00+08:00`))?.ref.division).toBe(owner);
  });
});
