import { stringify } from 'csv-stringify/sync';
import { plain } from '#libs/runtime/csv.js';
import { log } from '#libs/runtime/logger.js';
import { problemOf } from '#libs/runtime/problem.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { ClaimHandler, Receipt } from '../claim/claim.handler.js';
import type { Channel } from '../channels/channels.js';
import type { Reception } from '../channels/receive.js';
import type { SheetRow } from './columns.js';

/** What became of one row. `joined`: it tells of a complaint that has a case. `failed`: not the row's fault, the same file again asks again. */
export interface RowAnswer {
  readonly row: number;
  readonly number: string | null;
  readonly result: 'filed' | 'joined' | 'refused' | 'failed';
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly trackingCode?: string;
  readonly code?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly errors?: readonly { readonly field: string; readonly column?: string; readonly zh: string; readonly en: string }[];
}

/** How rows come in: as orders of a channel, each under a key of its own. */
export interface Door {
  readonly channel: Channel;
  readonly divisions: readonly string[];
  /** The kinds of demand that may be filed; left out or null: every kind. */
  readonly kinds?: readonly string[] | null;
  /** Of the file: the same file again has the same one, and so the same answers. */
  readonly importId: string;
  /** What the file's header calls each field. */
  readonly headers: ReadonlyMap<string, string>;
  /** Who sent the file, where that is a person. */
  readonly actor?: string;
}

/** So many rows at a time: their appends share commits, and other callers still get through. */
export const ABREAST = 32;

/** Files the rows one by one, through the door that a single order takes. */
export async function fileRows(rows: readonly SheetRow[], door: Door, reception: Reception, claims: ClaimHandler): Promise<RowAnswer[]> {
  const answers: RowAnswer[] = [];
  for (let from = 0; from < rows.length; from += ABREAST) {
    answers.push(...(await Promise.all(rows.slice(from, from + ABREAST).map((row) => fileRow(row, door, reception, claims)))));
  }
  return answers;
}

async function fileRow({ row, fields }: SheetRow, { channel, divisions, kinds = null, importId, headers, actor }: Door, reception: Reception, claims: ClaimHandler): Promise<RowAnswer> {
  const number = typeof fields['number'] === 'string' ? fields['number'].slice(0, 64) : null;
  try {
    const { incoming, wrong } = await reception.understand(channel, { webhookId: `${importId}/${row}`, body: fields, rawBody: Buffer.from(JSON.stringify(fields)), divisions, kinds });
    if (wrong.length > 0) throw new FieldsRefused(wrong);
    const receipt: Receipt = await claims.file({ ...incoming, ...(actor && { actor }) });
    const { caseId, caseNumber, trackingCode, duplicateOf } = receipt;
    return { row, number, result: duplicateOf === null ? 'filed' : 'joined', caseId, caseNumber, trackingCode };
  } catch (error) {
    return { row, number, ...problemOfRow(error, headers) };
  }
}

export function problemOfRow(error: unknown, headers: ReadonlyMap<string, string>): Pick<RowAnswer, 'result' | 'code' | 'zh' | 'en' | 'errors'> {
  const { status, code, title, detail = title, errors } = problemOf(error);
  if (status >= 500) log.warn({ code, error: (error as Error).name }, 'a row of a file was not served');
  return {
    result: status >= 500 ? 'failed' : 'refused', code, zh: detail.zh, en: detail.en,
    ...(errors && { errors: errors.map(({ field, zh, en }) => ({ field, ...(headers.has(field) && { column: headers.get(field)! }), zh, en })) }),
  };
}

/** Counts and answers, as JSON shows them. */
export function summaryOf(importId: string, results: readonly RowAnswer[]): object {
  const count = (result: RowAnswer['result']): number => results.filter((each) => each.result === result).length;
  return { importId, rows: results.length, filed: count('filed'), joined: count('joined'), refused: count('refused'), failed: count('failed'), results };
}

const results = { filed: '已登记', joined: '已并入原案', refused: '未登记', failed: '系统未处理' } as const;

/** The same as a sheet to keep: what a spreadsheet would take for a formula is written as text. */
export function reportOf(answers: readonly RowAnswer[]): string {
  const lines = answers.map(({ row, number, result, caseNumber = '', trackingCode = '', code = '', zh = '', errors = [] }) =>
    [row, number ?? '', results[result], caseNumber, trackingCode, code, errors.map(({ field, column = field, zh: why }) => `${column}：${why}`).join('；') || zh]);
  return stringify([['行号', '编号', '结果', '案件编号', '查询码', '原因代码', '说明'], ...lines.map((line) => line.map(plain))], { bom: true });
}
