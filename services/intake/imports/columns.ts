import { categories } from '#libs/policy/matters.js';
import { refuse } from './imports.refusals.js';
import type { Cells } from './spreadsheet.js';

/** A column of a sheet: the field it fills, its names in a header, and how a cell is read. What cannot be read stays as it was written, for the form to refuse. */
interface Column {
  readonly zh: string;
  readonly also?: readonly string[];
  readonly read?: (cell: string) => unknown;
}

const kinds: Readonly<Record<string, string>> = { 咨询: 'consult', 求助: 'help', 投诉: 'complaint', 举报: 'report', 建议: 'suggestion' };
const categoryNames: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(categories).map(([code, { zh }]) => [zh, code]));

const all = {
  number: { zh: '工单编号', also: ['编号', '工单号', '工号', '序号', 'orderNo'] },
  receivedAt: { zh: '受理时间', also: ['来电时间', '登记时间', '诉求时间'], read: instant },
  category: { zh: '诉求类别', also: ['类别'], read: (cell) => categoryNames[cell] ?? cell },
  kind: { zh: '诉求类型', also: ['类型'], read: (cell) => kinds[cell] ?? cell },
  division: { zh: '行政区划', also: ['区划', '所属区域', '地区'] },
  address: { zh: '事发地址', also: ['地址'] },
  text: { zh: '诉求内容', also: ['内容', '情况说明'] },
  name: { zh: '姓名', also: ['诉求人', '劳动者姓名'] },
  phone: { zh: '联系电话', also: ['电话', '手机', '手机号', '手机号码'] },
  idNumber: { zh: '身份证号', also: ['身份证号码', '公民身份号码'], read: (cell) => cell.toUpperCase() },
  migrantWorker: { zh: '农民工', also: ['是否农民工'], read: yesNo },
  secrecy: { zh: '要求保密', also: ['保密', '是否保密'], read: yesNo },
  employer: { zh: '用人单位', also: ['单位名称', '被诉单位', '企业名称'] },
  creditCode: { zh: '统一社会信用代码', also: ['信用代码'] },
  project: { zh: '项目名称', also: ['工程名称', '项目'] },
  sector: { zh: '行业代码' },
  owner: { zh: '建设单位' },
  generalContractor: { zh: '施工总承包单位', also: ['总承包单位', '总包单位'] },
  subcontractor: { zh: '分包单位', also: ['劳务分包单位'] },
  amount: { zh: '欠薪金额', also: ['金额', '欠薪金额（元）', '拖欠金额'], read: money },
  workers: { zh: '涉及人数', also: ['人数'], read: (cell) => (/^\d{1,6}人?$/.test(cell) ? Number(cell.replace('人', '')) : cell) },
  periodFrom: { zh: '欠薪起始月', also: ['起始月', '欠薪开始月份'], read: month },
  periodTo: { zh: '欠薪截止月', also: ['截止月', '欠薪结束月份'], read: month },
  tier: { zh: '用工层级', also: ['层级', '班组'] },
  site: { zh: '工地部位', also: ['部位', '楼栋'] },
} as const satisfies Readonly<Record<string, Column>>;
export type ColumnName = keyof typeof all;

export interface Sheet {
  readonly columns: readonly ColumnName[];
  readonly needed: readonly ColumnName[];
}

export const importSheet: Sheet = {
  columns: (Object.keys(all) as ColumnName[]).filter((name) => name !== 'tier' && name !== 'site'),
  needed: ['number', 'receivedAt', 'division'],
};

/** Employer, project and place are the group's own. */
export const rosterSheet: Sheet = { columns: ['number', 'name', 'phone', 'idNumber', 'migrantWorker', 'secrecy', 'amount', 'periodFrom', 'periodTo', 'text', 'tier', 'site'], needed: ['name'] };

export interface SheetRow {
  /** As the file counts, its header being 1. */
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The rows below a header, by the fields that its names stand for. */
export function fieldsOfRows(rows: readonly { readonly row: number; readonly cells: Cells }[], sheet: Sheet): { readonly rows: readonly SheetRow[]; readonly headers: ReadonlyMap<string, string> } {
  const [header, ...lines] = rows;
  if (!header || lines.length === 0) throw refuse('FILE_EMPTY');
  const names = header.cells.map((cell) => ({ cell, name: columnNamed(cell, sheet) }));
  const used = names.slice(0, names.map(({ cell }) => cell !== '').lastIndexOf(true) + 1);
  const unknown = used.filter(({ name }) => name === undefined).map(({ cell }) => cell.slice(0, 40));
  const twice = used.filter(({ name }, at) => used.findIndex((other) => other.name === name) < at && name !== undefined).map(({ cell }) => cell.slice(0, 40));
  const missing = sheet.needed.filter((name) => !used.some((one) => one.name === name)).map((name) => all[name].zh);
  if (unknown.length + twice.length + missing.length > 0) throw refuse('HEADER_WRONG', { unknown: unknown.slice(0, 10), twice: twice.slice(0, 10), missing });
  return {
    headers: new Map(used.map(({ name, cell }) => [name!, cell])),
    rows: lines.map(({ row, cells }) => ({ row, fields: Object.fromEntries(used.flatMap(({ name }, at) => (cells[at] ? [[name!, read(name!, cells[at])]] : []))) })),
  };
}

function columnNamed(cell: string, sheet: Sheet): ColumnName | undefined {
  const plain = (name: string): string => name.normalize('NFKC').replace(/\s|\(元\)|\*/g, '').toLowerCase();
  return sheet.columns.find((name) => [name, all[name].zh, ...((all[name] as Column).also ?? [])].some((each) => plain(each) === plain(cell)));
}

function read(name: ColumnName, cell: string): unknown {
  return (all[name] as Column).read?.(cell) ?? cell;
}

function money(cell: string): unknown {
  const plain = cell.normalize('NFKC').replace(/[,\s¥元]/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : cell;
}

function month(cell: string): string {
  const [, year, number = ''] = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.]\d{1,2})?$/.exec(cell) ?? [];
  return year ? `${year}-${number.padStart(2, '0')}` : cell;
}

function instant(cell: string): string {
  const [, year, month = '', day = '', hour = '0', minute = '00', second = '00'] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(cell) ?? [];
  const two = (digits: string): string => digits.padStart(2, '0');
  return year ? `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00` : cell;
}

function yesNo(cell: string): unknown {
  if (/^(是|true|yes|y|1|√)$/i.test(cell)) return true;
  return /^(否|false|no|n|0|×)$/i.test(cell) ? false : cell;
}
