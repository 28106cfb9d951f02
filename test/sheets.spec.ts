import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { csvOf } from '#libs/runtime/csv.js';
import { reportOf } from '../services/intake/imports/rows.js';
import { extractCsv } from '../services/supervision/statistics/extract.js';
import { xlsxOf } from '../services/supervision/statistics/sheet.js';
import { families, hostile } from './access/hostile.js';

/** What any program that opens the file could show as a cell: each parts cells otherwise, and some trim them. Read by another mark, a quotation may have no end: it then ends with the file. */
function cellsOf(csv: string): string[] {
  const by = (delimiter: string, text = csv): string[] => (parse(text, { delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true }) as string[][]).flat();
  return [',', ';', '\t'].flatMap((delimiter) => {
    try {
      return by(delimiter);
    } catch {
      return by(delimiter, `${csv}"`);
    }
  });
}
const isComputed = (cell: string): boolean => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);

/** Every sheet that the product gives out, with a text in it wherever a text can stand. */
const sheets: Readonly<Record<string, (text: string) => string>> = {
  'figures and league tables': (text) => csvOf([[text, 1, null, `${text}的合计`, -3], ['x', text]]),
  'the yearly extract': (text) => extractCsv({ schema: 's', year: 2026, division: text, logId: text, position: '1', queryVersion: 'q', digest: 'd', lines: [{ division: text, month: text, metric: text, value: 1, numerator: null, denominator: null }] } as never),
  'the answers to an import': (text) => reportOf([{ row: 2, number: text, result: 'refused', code: 'FIELDS_REFUSED', zh: text, en: text }, { row: 3, number: 'x', result: 'refused', errors: [{ field: 'x', column: text, zh: '必填', en: 'is required' }] }]),
};
const made = fc.tuple(fc.constantFrom('', ' ', '\u00a0', '\ufeff', '"', 'a;', 'a\t', 'a;\u200b', '\r', '\n', ';;'), fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠'), fc.string({ maxLength: 20 })).map((parts) => parts.join(''));

describe.each(Object.entries(sheets))('%s as CSV', (_, sheet) => {
  it('shows every hostile text and computes none, whatever parts its cells', () => {
    expect([families.formula.length > 20, hostile.filter((text) => cellsOf(sheet(text)).some(isComputed))]).toEqual([true, []]);
  });

  it('nor any made of what formulas begin with', () => fc.assert(fc.property(made, (text) => !cellsOf(sheet(text)).some(isComputed)), { numRuns: 500 }));

  it('loses nothing of it but what the quotation mark stands for', () => {
    const bare = (text: string): string => text.replaceAll("'", '').replace(/\r\n?/g, '\n');
    for (const text of hostile) expect((parse(sheet(text), { bom: true, relaxColumnCount: true }) as string[][]).flat().map(bare)).toContainEqual(expect.stringContaining(bare(text)));
  });
});

describe('A workbook', () => {
  it('holds texts and numbers, no formula and no link, and gives each text back', async () => {
    const file = await xlsxOf([[...hostile], [-3, 0.5]]);
    const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(parts.filter(([, xml]) => /<f[ >]|<hyperlink|<!DOCTYPE|<externalReference|<ddeLink/.test(xml))).toEqual([]);
    expect(parts.filter(([name]) => /externalLinks|vbaProject|activeX|embeddings/.test(name))).toEqual([]);
    const [texts, numbers] = await readSheet<string | number>(file, 1, { trim: false });
    expect(texts!.filter((cell) => isComputed(String(cell)))).toEqual([]);
    // What XML knows no character for (1.0, 2.2) is left out; line ends are its own.
    const bare = (text: string): string => text.replaceAll("'", '').replace(/[\x80-\x84\x86-\x9f\ufffe\uffff]/g, '').replace(/\r\n?/g, '\n');
    expect(texts!.map((cell) => bare(String(cell ?? '')))).toEqual(hostile.map(bare));
    expect(numbers!.slice(0, 2)).toEqual([-3, 0.5]);
  });
});
