import { csvOf, plain } from '#libs/runtime/csv.js';
import { xlsxOf } from './sheet.js';
import { strFromU8, unzipSync } from 'fflate';

const attacks = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', '=cmd|\' /C calc\'!A0'];

describe('An exported table', () => {
  it.each(attacks)('%j is shown, never computed', (text) => {
    expect(plain(text)).toBe(`'${text}`);
    expect(csvOf([[text]]).replace(/^\uFEFF"?/, '').startsWith("'")).toBe(true);
  });
  it('leaves numbers numbers, the negative ones too', () => {
    expect(plain(-3)).toBe(-3);
    expect(csvOf([[-3, 0.5, null]])).toBe('\uFEFF-3,0.5,\r\n');
  });
  it('holds no formula in a workbook either', async () => {
    const files = unzipSync(await xlsxOf([attacks, [-3]]));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toMatch(/<f[ >]/);
    const texts = Object.keys(files).filter((name) => /sharedStrings|sheet1/.test(name)).map((name) => strFromU8(files[name]!)).join('');
    expect(texts).toContain('1+1');
    expect(texts).not.toMatch(/<t[^>]*>[=+@]/);
    expect(sheet).toContain('<v>-3</v>');
  });
  it('keeps a line break inside its cell', () => expect(csvOf([['a\nb', 'c,d', 'e"f']])).toBe('\uFEFF"a\nb","c,d","e""f"\r\n'));
});
