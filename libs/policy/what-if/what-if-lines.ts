import { conditionName } from '../condition-names.js';
import type { Changed } from '../diff.js';
import type { Flip, Why } from './flip.js';
import type { Totals } from './tally.js';
import type { Difference, JudgedClock } from './what-if.js';

type Language = 'zh' | 'en';
/** The same lines in both languages. */
export interface Lines { readonly zh: readonly string[]; readonly en: readonly string[] }

const fieldNames: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  mode: ['处理方式', 'mode'], lead: ['主办', 'lead'], division: ['办理地', 'handled in'], leadAlternatives: ['可选主办', 'lead alternatives'], assist: ['协办', 'assist'], guide: ['告知', 'told of'],
  places: ['联动地', 'places'], handover: ['移交', 'handed over to'], liableParties: ['清偿主体', 'who must pay'], mergedInto: ['并入', 'merged into'],
};

/** One difference in words: what would be otherwise, and why. */
export function differenceLines(difference: Difference): Lines {
  const say = (language: Language): readonly string[] => [
    ...difference.changed.map((each) => `${nameOf(each.path, language)}: ${was(each)}`),
    ...difference.clocks.map((clock) => clockLine(clock, language)),
    ...difference.flips.slice(0, 3).map((flip) => flipLine(flip, language)),
  ];
  return { zh: say('zh'), en: say('en') };
}

/** A row that decides otherwise, with the condition. */
export function flipLine({ table, row, rule, change, why }: Pick<Flip, 'table' | 'row' | 'rule' | 'change' | 'why'>, language: Language): string {
  const zh = language === 'zh';
  const name = `${table}/${row}${rule === null || rule === row ? '' : ` (${rule})`}`;
  const verb = { gained: zh ? '现在适用' : 'is met now', lost: zh ? '不再适用' : 'is met no longer', changed: zh ? '结果改变' : 'says something else' }[change];
  return `${name} ${verb}${why.length > 0 ? `: ${why.map((each) => whyText(each, language)).join(zh ? '；' : '; ')}` : ''}`;
}

function whyText(why: Why, language: Language): string {
  const zh = language === 'zh';
  switch (why.kind) {
    case 'cell': return `${asked(why.field, language)} ${zh ? '条件由' : 'asked for'} ${why.before || '-'} → ${why.after || '-'}${why.found === null ? '' : zh ? `（本案 ${said(why.found)}）` : ` (the case has ${said(why.found)})`}`;
    case 'value': return `${asked(why.field, language)} ${said(why.before)} → ${said(why.after)}${why.by.length > 0 ? (zh ? `，因 ${why.by.join('、')}` : `, by ${why.by.join(', ')}`) : ''}`;
    case 'added': return zh ? '新增的行' : 'a new row';
    case 'removed': return zh ? '该行已删除' : 'the row is gone';
    case 'preceded': return zh ? `行 ${why.row} 在先` : `row ${why.row} comes first`;
    case 'period': return zh ? '施行期间不同' : 'it holds at another time';
    case 'result': return `${why.field} ${was(why)}`;
  }
}

function clockLine({ id, before, after, by, breachedBefore, breachedAfter }: JudgedClock, language: Language): string {
  const zh = language === 'zh';
  const missed = breachedAfter === true && breachedBefore !== true ? (zh ? '，将逾期' : ', would have been missed') : breachedBefore === true && breachedAfter === false ? (zh ? '，可免逾期' : ', would not have been missed') : '';
  return `${zh ? '时限' : 'clock'} ${id}: ${before ?? '-'} → ${after ?? '-'}${by.length > 0 ? (zh ? `，因 ${by.join('、')}` : `, by ${by.join(', ')}`) : ''}${missed}`;
}

/** The sums, for a terminal. */
export function totalLines(totals: Totals, language: Language): readonly string[] {
  const zh = language === 'zh';
  const { cases, beyond, gone, unreadable, strayed, differing, elsewhere, shareElsewhere, otherMode, otherFlags, otherDays, newlyBreached, spared } = totals;
  const percent = `${(shareElsewhere * 100).toFixed(1)} %`;
  return [
    zh ? `重新决定 ${cases} 件：${differing} 件不同；${elsewhere} 件改由他处办理（${percent}），方式不同 ${otherMode}，标记不同 ${otherFlags}，期限不同 ${otherDays}`
      : `${cases} cases decided again: ${differing} differ; ${elsewhere} go elsewhere (${percent}), other mode ${otherMode}, other flags ${otherFlags}, other days ${otherDays}`,
    zh ? `时限：将逾期 ${newlyBreached}，可免逾期 ${spared}` : `clocks: ${newlyBreached} would have been missed, ${spared} would not`,
    zh ? `未涉及 ${beyond}，规则包已不存 ${gone}，记录不足 ${unreadable}，记录与其规则包不符 ${strayed}` : `out of reach ${beyond}, pack no longer kept ${gone}, too little recorded ${unreadable}, record strays from its own pack ${strayed}`,
    ...loadLines(zh ? '部门' : 'department', totals.departments), ...loadLines(zh ? '地区' : 'division', totals.divisions),
    ...totals.conditions.slice(0, 20).map(({ cases: count, why, ...flip }) => `${String(count).padStart(7)} × ${flipLine({ ...flip, why: why ? [why] : [] }, language)}`),
  ];
}

function loadLines(what: string, loads: Totals['departments']): readonly string[] {
  return loads.filter(({ before, after }) => before !== after).slice(0, 20).map(({ name, before, after }) => `${what} ${name}: ${before} → ${after} (${after > before ? '+' : ''}${after - before})`);
}

/** 多人 (manyWorkers): in words, and as the table writes it. */
function asked(field: string, language: Language): string {
  const name = conditionName(field)[language];
  return name === field ? field : `${name} (${field})`;
}

function nameOf(path: string, language: Language): string {
  const own = Object.hasOwn(fieldNames, path) ? fieldNames[path]! : undefined;
  return own ? own[language === 'zh' ? 0 : 1] : path.replace(/^flags\./, language === 'zh' ? '标记 ' : 'flag ');
}

function was({ before, after }: Pick<Changed, 'before' | 'after'>): string {
  return `${said(before)} → ${said(after)}`;
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return typeof value === 'string' ? value : Array.isArray(value) ? `[${value.join(', ')}]` : JSON.stringify(value);
}
