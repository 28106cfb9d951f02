import type { Changed, DayWord, EntriesDiff, PackDiff, RowName, TableDiff } from './diff.js';
import { isSame } from './diff.js';

type Language = 'zh' | 'en';

const words = {
  zh: {
    none: '两个政策包内容相同。', head: '政策包', parameter: '参数', table: '表', clock: '时限', department: '部门', source: '依据', outcome: '办理结果或后续步骤', ladder: '督办阶梯', calendar: '日历', entitlements: '可享权益',
    added: '新增', removed: '删除', changed: '修改', moved: (from: number, to: number) => `次序由第${from}行移到第${to}行`, version: '版本', yearsAdded: '新增年度', yearsRemoved: '删除年度', policy: '命中方式',
    in: '条件', out: '结果', nothing: '（无）', any: '（不限）', row: '行',
    days: { working: '工作日', makeUp: '调休上班', rest: '休息日', holiday: '节假日', uncovered: '尚未公布' },
  },
  en: {
    none: 'The two packs say the same.', head: 'pack', parameter: 'parameter', table: 'table', clock: 'clock', department: 'department', source: 'source', outcome: 'outcome', ladder: 'ladder', calendar: 'calendar', entitlements: 'entitlements',
    added: 'added', removed: 'removed', changed: 'changed', moved: (from: number, to: number) => `moved from place ${from} to ${to}`, version: 'version', yearsAdded: 'years added', yearsRemoved: 'years removed', policy: 'hit policy',
    in: 'condition', out: 'result', nothing: '(none)', any: '(anything)', row: 'row',
    days: { working: 'working day', makeUp: 'make-up working day', rest: 'day of rest', holiday: 'public holiday', uncovered: 'not announced' } satisfies Record<DayWord, string>,
  },
} as const;

/** A difference for people, one line a change. */
export function linesOf(diff: PackDiff, language: Language): readonly string[] {
  if (isSame(diff)) return [words[language].none];
  const w = words[language];
  return [
    ...diff.head.map((each) => `${w.head} ${each.path}: ${was(each, language)}`),
    ...diff.parameters.map((each) => `${w.parameter} ${each.path}: ${was(each, language)}`),
    ...diff.tables.flatMap((table) => tableLines(table, language)),
    ...entryLines(w.clock, diff.clocks, language),
    ...calendarLines(diff.calendar, language),
    ...entryLines(w.department, diff.departments, language),
    ...entryLines(w.source, diff.sources, language),
    ...entryLines(w.outcome, diff.outcomes, language),
    ...entryLines(w.ladder, diff.ladder, language),
  ];
}

function tableLines({ file, table, hitPolicy, added, removed, changed, moved }: TableDiff, language: Language): readonly string[] {
  const w = words[language];
  const where = `${file === 'routing' ? w.table : w.entitlements} ${table}`;
  const named = ({ row, rule }: RowName) => `${w.row} ${row}${rule === null || rule === row ? '' : ` (${rule})`}`;
  return [
    ...(hitPolicy ? [`${where}: ${w.policy} ${was(hitPolicy, language)}`] : []),
    ...added.map((row) => `${where}: ${w.added} ${named(row)}`),
    ...removed.map((row) => `${where}: ${w.removed} ${named(row)}`),
    ...changed.flatMap((row) => row.cells.map(({ name, field, side, before, after }) => {
      const blank = side === 'in' ? w.any : w.nothing;
      return `${where}: ${w.changed} ${named(row)}, ${w[side]} ${name === field ? field : `${name} ${field}`}: ${before || blank} → ${after || blank}`;
    })),
    ...moved.map((row) => `${where}: ${named(row)} ${w.moved(row.before, row.after)}`),
  ];
}

function entryLines(what: string, { added, removed, changed }: EntriesDiff, language: Language): readonly string[] {
  const w = words[language];
  return [
    ...added.map((id) => `${what} ${id}: ${w.added}`),
    ...removed.map((id) => `${what} ${id}: ${w.removed}`),
    ...changed.flatMap(({ id, fields }) => fields.map((each) => `${what} ${id}: ${each.path} ${was(each, language)}`)),
  ];
}

function calendarLines({ version, yearsAdded, yearsRemoved, days }: PackDiff['calendar'], language: Language): readonly string[] {
  const w = words[language];
  return [
    ...(version ? [`${w.calendar}: ${w.version} ${was(version, language)}`] : []),
    ...(yearsAdded.length > 0 ? [`${w.calendar}: ${w.yearsAdded} ${yearsAdded.join(', ')}`] : []),
    ...(yearsRemoved.length > 0 ? [`${w.calendar}: ${w.yearsRemoved} ${yearsRemoved.join(', ')}`] : []),
    ...days.map(({ day, before, after }) => `${w.calendar} ${day}: ${w.days[before]} → ${w.days[after]}`),
  ];
}

function was({ before, after }: Changed, language: Language): string {
  const said = (value: unknown) => (value === undefined ? words[language].nothing : typeof value === 'string' ? value : JSON.stringify(value));
  return `${said(before)} → ${said(after)}`;
}
