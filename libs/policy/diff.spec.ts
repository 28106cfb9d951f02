import { fileURLToPath } from 'node:url';
import { diffPacks, isSame } from './diff.js';
import { linesOf } from './diff-lines.js';
import type { PackSource } from './in-force.js';
import { packOf, sourcesIn } from './in-force.js';

const sources = sourcesIn(fileURLToPath(new URL('../../policies', import.meta.url)));
const nation = sources.find(({ head }) => head.division === '000000')!;

interface Files {
  pack: { parameters: Record<string, any> };
  routing: { nodes: { name: string; content?: { rules: Record<string, string>[]; inputs: { id: string; name: string; field: string }[] } }[] };
  clocks: { clocks: { id: string; n: unknown; zh: string }[] }; calendar: { version: string; years: Record<string, any> }; departments: Record<string, any>;
}

function changed(change: (files: Files) => void): { diff: ReturnType<typeof diffPacks>; zh: readonly string[]; en: readonly string[] } {
  const copy = structuredClone(nation) as unknown as { head: PackSource['head']; files: Files };
  change(copy.files);
  const draft: PackSource = { head: { ...copy.head, parameters: copy.files.pack.parameters }, files: copy.files as never };
  const diff = diffPacks(packOf(nation, sources), packOf(draft, [draft]));
  return { diff, zh: linesOf(diff, 'zh'), en: linesOf(diff, 'en') };
}

const wages = (files: Files) => files.routing.nodes.find(({ name }) => name === 'wages')!.content!;

describe('The difference of two packs', () => {
  it('is none where they say the same, however they are written', () => {
    const { diff, zh, en } = changed((files) => {
      files.pack.parameters = Object.fromEntries(Object.entries(files.pack.parameters).reverse());
      files.departments = Object.fromEntries(Object.entries(files.departments).reverse());
      for (const row of wages(files).rules) for (const [key, cell] of Object.entries(row)) if (cell === '') row[key] = '-';
    });
    expect(isSame(diff)).toBe(true);
    expect([zh, en]).toEqual([['两个政策包内容相同。'], ['The two packs say the same.']]);
  });

  it('names a parameter by its path', () => {
    const { diff, zh, en } = changed(({ pack }) => { pack.parameters['hotline'].ordinaryDays = 5; pack.parameters['minWageMonth'] = 2100; });
    expect(diff.parameters).toEqual([{ path: 'hotline.ordinaryDays', before: 7, after: 5 }, { path: 'minWageMonth', before: undefined, after: 2100 }]);
    expect(zh).toEqual(['参数 hotline.ordinaryDays: 7 → 5', '参数 minWageMonth: （无） → 2100']);
    expect(en).toEqual(['parameter hotline.ordinaryDays: 7 → 5', 'parameter minWageMonth: (none) → 2100']);
  });

  it('names a cell by its row and column, and a row by its rule', () => {
    const { diff, en } = changed((files) => {
      const table = wages(files);
      table.rules.find((row) => row['_id'] === 'wages-28')!['in-sectorGroup'] = '"water"';
      table.rules.find((row) => row['_id'] === 'wages-29')!['out-lead'] = '"arbOffice"';
      table.rules = table.rules.filter((row) => row['_id'] !== 'wages-30');
      table.rules.push({ ...table.rules.at(-1)!, '_id': 'wages-new', 'out-rule': '"W-99"' });
    });
    const [table, ...others] = diff.tables;
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      file: 'routing', table: 'wages', hitPolicy: null, moved: [],
      added: [{ row: 'wages-new', rule: 'W-99' }], removed: [{ row: 'wages-30', rule: 'W-07' }],
      changed: [
        { row: 'wages-28', rule: 'W-05', cells: [{ field: 'sectorGroup', side: 'in', before: '"housing"', after: '"water"' }] },
        { row: 'wages-29', rule: 'W-06', cells: [{ field: 'lead', side: 'out', before: '"inspectionBody"', after: '"arbOffice"' }] },
      ],
    });
    const name = (field: string) => { const column = packOf(nation, sources).tables.table('wages'); const found = [...column.inputs, ...column.outputs].find((each) => each.field === field)!; return found.name === field ? field : `${found.name} ${field}`; };
    expect(en).toEqual([
      'table wages: added row wages-new (W-99)', 'table wages: removed row wages-30 (W-07)',
      `table wages: changed row wages-28 (W-05), condition ${name('sectorGroup')}: "housing" → "water"`, `table wages: changed row wages-29 (W-06), result ${name('lead')}: "inspectionBody" → "arbOffice"`,
    ]);
  });

  it('tells a row that moved from those it passed', () => {
    const { diff, zh } = changed((files) => {
      const { rules } = files.routing.nodes.find(({ name }) => name === 'topics')!.content!;
      rules.unshift(...rules.splice(3, 1));
    });
    expect(diff.tables).toMatchObject([{ table: 'topics', added: [], removed: [], changed: [], moved: [{ row: 'topics-04', before: 4, after: 1 }] }]);
    expect(zh).toEqual(['表 topics: 行 topics-04 (D01 dismissal) 次序由第4行移到第1行']);
  });

  it('takes a clock field by field', () => {
    const { diff } = changed(({ clocks }) => {
      Object.assign(clocks.clocks.find(({ id }) => id === 'ARB-AWARD')!, { n: 40 });
      clocks.clocks = clocks.clocks.filter(({ id }) => id !== 'HOT-PICKUP');
    });
    expect(diff.clocks).toEqual({ added: [], removed: ['HOT-PICKUP'], changed: [{ id: 'ARB-AWARD', fields: [{ path: 'n', before: 45, after: 40 }] }] });
  });

  it('takes a calendar day by day, and of a new year only what its notice names', () => {
    const { diff, en } = changed(({ calendar }) => {
      calendar.version = 'cn-2030-11-01';
      calendar.years['2025'].workingDays = calendar.years['2025'].workingDays.filter(({ day }: { day: string }) => day !== '2025-09-28');
      calendar.years['2031'] = { notice: '试验', title: '试验', issuedOn: '2030-11-01', off: [{ from: '2031-01-01', to: '2031-01-01', zh: '元旦', en: 'New Year' }], workingDays: [] };
    });
    expect(diff.calendar).toMatchObject({ yearsAdded: [2031], yearsRemoved: [], days: [{ day: '2025-09-28', before: 'makeUp', after: 'rest' }, { day: '2031-01-01', before: 'uncovered', after: 'holiday' }] });
    expect(en).toContain('calendar 2025-09-28: make-up working day → day of rest');
  });

  it('names departments that come, go and change', () => {
    const { diff } = changed(({ departments }) => {
      departments['newOffice'] = { zh: '新办', en: 'new office' };
      departments['arbOffice'] = { ...departments['arbOffice'], ordered: false };
    });
    expect(diff.departments).toEqual({ added: ['newOffice'], removed: [], changed: [{ id: 'arbOffice', fields: [{ path: 'ordered', before: undefined, after: false }] }] });
  });
});
