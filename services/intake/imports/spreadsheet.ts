import { parse } from 'csv-parse/sync';
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { refuse } from './imports.refusals.js';

/** One cell as text: a day or a time of day as `2026-03-02 10:15`, true and false as 是 and 否. */
export type Cells = readonly string[];

/** So many bytes are taken; a workbook of them may unpack to so many, in so many parts. */
export const FILE_BYTES_MAX = 8 * 1024 * 1024;
const UNPACKED_BYTES_MAX = 32 * 1024 * 1024;
const PARTS_MAX = 200;
const COLUMNS_MAX = 52;
const STEP_BYTES = 16 * 1024;

/** The rows of a CSV or of the first sheet of a workbook, the header first; empty ones are left out. */
export async function rowsIn(file: Buffer, rowsMax: number): Promise<readonly { readonly row: number; readonly cells: Cells }[]> {
  const all = isWorkbook(file) ? await workbookRows(file, rowsMax) : csvRows(file, rowsMax);
  const rows = all.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length > rowsMax + 1 || all.length > linesMax(rowsMax)) throw refuse('TOO_MANY_ROWS', { max: rowsMax });
  return rows;
}

/** What a file is its first bytes say, not its name. */
export function isWorkbook(file: Buffer): boolean {
  return file.subarray(0, 2).toString('latin1') === 'PK';
}

/** Empty lines between the rows count too, up to as many again: nothing that comes after them is left out in silence. */
function linesMax(rowsMax: number): number {
  return rowsMax * 2 + 1;
}

function csvRows(file: Buffer, rowsMax: number): Cells[] {
  const text = decoded(file);
  try {
    return parse(text, { relaxColumnCount: true, skipEmptyLines: false, trim: true, to: linesMax(rowsMax) + 1, maxRecordSize: 64 * 1024, bom: true });
  } catch {
    throw refuse('FILE_UNREADABLE'); // The parser's message quotes the file.
  }
}

/** Chinese editions of Excel write GB18030 where nobody asks them for UTF-8. */
function decoded(file: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      if (!text.includes('\0')) return text;
    } catch {
      // Not this one.
    }
  }
  throw refuse('FILE_UNREADABLE');
}

async function workbookRows(file: Buffer, rowsMax: number): Promise<Cells[]> {
  const parts = unpacked(file);
  for (const [name, bytes] of Object.entries(parts)) ensurePlain(name, bytes, rowsMax);
  try {
    // Packed anew without compression: what the reader unpacks is what was measured here.
    const rows = await readSheet<string>(Buffer.from(zipSync(parts, { level: 0 })), 1, { parseNumber: (digits) => digits, trim: true });
    return rows.map((row) => row.map((cell) => textOf(cell)));
  } catch {
    throw refuse('FILE_UNREADABLE');
  }
}

const WANTED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/;

/** Unpacks what a sheet needs, counting what comes out rather than trusting what the archive says of itself, and stops at the limit. */
function unpacked(file: Buffer): Record<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let [bytes, entries] = [0, 0];
  let broken = false;
  const unzip = new Unzip((part) => {
    entries += 1;
    if (entries > PARTS_MAX) throw refuse('FILE_UNPACKS_TOO_LARGE', { parts: PARTS_MAX });
    if (!WANTED.test(part.name)) return;
    if (parts.has(part.name)) throw refuse('FILE_UNREADABLE'); // Two parts of one name: readers differ on which one holds.
    const chunks: Uint8Array[] = [];
    parts.set(part.name, chunks);
    part.ondata = (error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      if (bytes > UNPACKED_BYTES_MAX) throw refuse('FILE_UNPACKS_TOO_LARGE', { bytes: UNPACKED_BYTES_MAX });
      chunks.push(chunk);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < file.length && !broken; from += STEP_BYTES) unzip.push(file.subarray(from, from + STEP_BYTES), from + STEP_BYTES >= file.length);
  } catch (error) {
    broken = true;
    throw error instanceof Error && error.name === 'Refusal' ? error : refuse('FILE_UNREADABLE');
  }
  return Object.fromEntries([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}

/** No part may declare entities, and no cell lie where an honest sheet has none: a reader makes room for every row and column up to it. */
function ensurePlain(name: string, bytes: Uint8Array, rowsMax: number): void {
  const xml = Buffer.from(bytes).toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw refuse('FILE_UNREADABLE');
  if (!name.startsWith('xl/worksheets/')) return;
  for (const [, column = '', row] of xml.matchAll(/<(?:c|row)\b[^>]*?\br="([A-Z]*)(\d+)"/g)) {
    if (Number(row) > linesMax(rowsMax)) throw refuse('TOO_MANY_ROWS', { max: rowsMax });
    if (column !== '' && columnNumber(column) > COLUMNS_MAX) throw refuse('HEADER_WRONG', { columns: COLUMNS_MAX });
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell === true || cell === false) return cell ? '是' : '否';
  if (cell instanceof Date) { // Excel knows no zone: what the cell shows stands in the UTC fields.
    const shown = cell.toISOString();
    return shown.endsWith('T00:00:00.000Z') ? shown.slice(0, 10) : shown.slice(0, 16).replace('T', ' ');
  }
  return typeof cell === 'string' ? cell.trim() : '';
}
