import { stringify } from 'csv-stringify/sync';

export type CellValue = string | number | null;

/** Where a cell may begin, also for a program that parts cells by semicolon or tab, and what it takes for the start of a formula, be there spaces or unseen characters between; the wide forms included. */
const FORMULA = /(^|[;\t\r\n])((?:[^\S\t\r\n]|\p{Cf})*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** A text as every spreadsheet program shows it and none computes it (OWASP, CSV injection). Numbers are numbers, and pass. */
export function plain(value: CellValue): CellValue {
  return typeof value === 'string' ? value.replace(FORMULA, "$1'$2").replace(/^(?=[\t\r\n])/, "'") : value;
}

export function csvOf(rows: readonly (readonly CellValue[])[]): string {
  return stringify(rows.map((row) => row.map(plain)), { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
