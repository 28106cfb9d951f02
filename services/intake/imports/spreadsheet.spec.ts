import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { Refusal } from '#libs/decider/refusal.js';
import { fieldsOfRows, importSheet, rosterSheet } from './columns.js';
import { reportOf } from './rows.js';
import { rowsIn } from './spreadsheet.js';

const MAX = 100;
const table = [['姓名', '身份证号', '欠薪金额', '欠薪起始月'], ['张测试', '430000199003070014', '1,800.50元', '2025年11月'], ['李测试', '', '18000', '2025/12']];
const cellsIn = async (file: Buffer): Promise<readonly (readonly string[])[]> => (await rowsIn(file, MAX)).map(({ cells }) => cells);
const refusalOf = async (work: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const workbook = async (rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Buffer> =>
  (await writeXlsxFile(rows.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value }))) as never)).toBuffer();
const gb18030: Readonly<Record<string, readonly number[]>> = { 姓: [0xd0, 0xd5], 名: [0xc3, 0xfb], 张: [0xd5, 0xc5] }; // GB/T 2312, rows 48, 35, 53.
/** The few parts of a workbook of one sheet, packed as asked. */
const book = (sheet: string, more: Readonly<Record<string, Uint8Array>> = {}): Buffer => Buffer.from(zipSync({
  '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  'xl/workbook.xml': strToU8('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/worksheets/sheet1.xml': strToU8(sheet), ...more,
}));
const sheet = (cells: string): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('A sheet', () => {
  it('is read alike from CSV of either encoding and from a workbook', async () => {
    const csv = table.map((row) => row.map((cell) => `"${cell}"`).join()).join('\r\n');
    expect(await cellsIn(Buffer.from(csv))).toEqual(table);
    expect(await cellsIn(Buffer.from(`\ufeff${csv}`))).toEqual(table);
    expect((await cellsIn(await workbook(table))).map((row) => row.join())).toEqual(table.map((row) => row.join()));
    expect(await cellsIn(Buffer.from([...gb18030['姓']!, ...gb18030['名']!, 0x0a, ...gb18030['张']!]))).toEqual([['姓名'], ['张']]);
    expect(await cellsIn(book(sheet(`<row r="1">${inline('A1', '姓名')}</row><row r="3">${inline('A3', '张')}</row>`)))).toEqual([['姓名'], ['张']]);
  });

  it('keeps the row numbers of the file, and reads days and figures as they are shown', async () => {
    expect(await rowsIn(Buffer.from('姓名\n\n张\n'), MAX)).toEqual([{ row: 1, cells: ['姓名'] }, { row: 3, cells: ['张'] }]);
    const rows = fieldsOfRows(await rowsIn(await workbook([['编号', '受理时间', '行政区划', '涉及人数'], ['1', new Date('2026-03-02T00:00:00Z'), '测试区', 12]]), MAX), importSheet).rows;
    expect(rows).toEqual([{ row: 2, fields: { number: '1', receivedAt: '2026-03-02T00:00:00+08:00', division: '测试区', workers: 12 } }]);
    expect(fieldsOfRows(await rowsIn(Buffer.from(table.map((row) => row.map((cell) => `"${cell}"`).join()).join('\n')), MAX), rosterSheet).rows.map(({ fields }) => fields)).toEqual([
      { name: '张测试', idNumber: '430000199003070014', amount: 1800.5, periodFrom: '2025-11' }, { name: '李测试', amount: 18000, periodFrom: '2025-12' }]);
    const read = (name: string, cell: string): unknown => fieldsOfRows([{ row: 1, cells: ['number', 'receivedAt', 'division', name] }, { row: 2, cells: ['1', '2026/3/2 9:05', 'A', cell] }], importSheet).rows[0]!.fields[name];
    expect([read('kind', '投诉'), read('category', '劳动保障'), read('secrecy', '是'), read('secrecy', '也许'), read('workers', '12人'), read('amount', '一万'), read('periodTo', '2026.1')])
      .toEqual(['complaint', 'D01', true, '也许', 12, '一万', '2026-01']);
  });

  it('has a header of known names, each once, none missing', async () => {
    const headed = (...names: readonly string[]): Promise<string | undefined> => refusalOf(async () => fieldsOfRows(await rowsIn(Buffer.from(`${names.join()}\n${names.map(() => 'x').join()}\n`), MAX), importSheet));
    expect(await headed('工单编号', '受理时间', '行政区划')).toBeUndefined();
    expect(await headed('orderNo', 'RECEIVEDAT', 'division', '欠薪金额（元）')).toBeUndefined();
    expect(await headed('工单编号', '受理时间')).toBe('HEADER_WRONG');
    expect(await headed('工单编号', '受理时间', '行政区划', '银行卡号')).toBe('HEADER_WRONG');
    expect(await headed('工单编号', '编号', '受理时间', '行政区划')).toBe('HEADER_WRONG');
    expect(await headed('工单编号', '受理时间', '行政区划', '班组')).toBe('HEADER_WRONG'); // Of a roster only.
    expect(await refusalOf(async () => fieldsOfRows(await rowsIn(Buffer.from('工单编号,受理时间,行政区划\n'), MAX), importSheet))).toBe('FILE_EMPTY');
  });

  it('of too many rows, of no encoding, or broken, is refused', async () => {
    const lines = (count: number): Buffer => Buffer.from(['姓名', ...Array.from({ length: count }, (_, n) => `张${n}`)].join('\n'));
    expect(await refusalOf(() => rowsIn(lines(MAX), MAX))).toBeUndefined();
    expect(await refusalOf(() => rowsIn(lines(MAX + 1), MAX))).toBe('TOO_MANY_ROWS');
    expect(await refusalOf(() => rowsIn(Buffer.from(`姓名${'\n'.repeat(5 * MAX)}张`), MAX))).toBe('TOO_MANY_ROWS');
    for (const bytes of [[0xff, 0xfe, 0x00, 0x41], [0x50, 0x4b, 0x03, 0x04, 0x05], [0x61, 0x00, 0x62]]) expect(await refusalOf(() => rowsIn(Buffer.from(bytes), MAX))).toBe('FILE_UNREADABLE');
    expect(await refusalOf(() => rowsIn(Buffer.from('姓名\n"张'), MAX))).toBe('FILE_UNREADABLE');
    expect(await refusalOf(() => rowsIn(Buffer.from(zipSync({ 'note.txt': strToU8('no workbook') })), MAX))).toBe('FILE_UNREADABLE');
  });

  it('that would unpack to a mountain, or makes room for one, is refused before it is read', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    expect(await refusalOf(() => rowsIn(book(sheet(''), { 'xl/sharedStrings.xml': zeros }), MAX))).toBe('FILE_UNPACKS_TOO_LARGE');
    const lying = book(sheet(''), { 'xl/sharedStrings.xml': zeros });
    for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 1)) lying.writeUInt32LE(10, at + 24); // The directory says ten bytes each.
    expect(await refusalOf(() => rowsIn(lying, MAX))).toBe('FILE_UNPACKS_TOO_LARGE');
    expect(await refusalOf(() => rowsIn(book(sheet(''), Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/media/${n}`, new Uint8Array(1)]))), MAX))).toBe('FILE_UNPACKS_TOO_LARGE');
    expect(await refusalOf(() => rowsIn(book(sheet(`<row r="1048576">${inline('A1048576', 'x')}</row>`)), MAX))).toBe('TOO_MANY_ROWS');
    expect(await refusalOf(() => rowsIn(book(sheet(`<row r="1">${inline('XFD1', 'x')}</row>`)), MAX))).toBe('HEADER_WRONG');
    expect(await refusalOf(() => rowsIn(book(`<!DOCTYPE a [<!ENTITY b "c">]>${sheet('')}`), MAX))).toBe('FILE_UNREADABLE');
  });

  it('of any bytes gets an answer or a refusal, never a fault', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, zip) => {
      await refusalOf(() => rowsIn(Buffer.from(zip ? [0x50, 0x4b, ...bytes] : bytes), MAX));
    }), { numRuns: 300 });
    const whole = await workbook(table);
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 3), fc.nat(255), async (at, byte) => {
      const bent = Buffer.from(whole);
      bent[at + 2] = byte;
      await refusalOf(() => rowsIn(bent, MAX));
    }), { numRuns: 150 });
  });
});

describe('A report', () => {
  it('writes what a spreadsheet would compute as text', () => {
    const number = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string({ maxLength: 20 })).map((parts) => parts.join(''));
    fc.assert(fc.property(number, (text) => {
      const report = reportOf([{ row: 2, number: text, result: 'refused', code: 'FIELDS_REFUSED', zh: text, en: text }]);
      const [, line = ''] = report.split('\n2,');
      expect(line).toMatch(/^"?'/);
    }));
    expect(reportOf([]).startsWith('\ufeff行号,')).toBe(true);
  });
});
