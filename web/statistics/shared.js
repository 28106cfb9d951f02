import { h } from '../dom.js';
import { yuan } from '../money.js';
import { categoryName, clockName, departmentName, divisionName } from '../names.js';
import { instantOf, domainNow } from '../time.js';
import { both, isChinese } from '../words.js';
import { t, term } from './words.js';

/** A figure as a person reads it: a share with its sign, a number, or yuan. */
export function valueText(metric, value) {
  if (value === null || value === undefined) return t('emptyBase');
  return metric.unit === 'share' ? `${value}%` : metric.unit === 'fen' ? yuan(value) : value.toLocaleString('zh-CN');
}

/** Up or down against a base, coloured by which way is better; the word of the sign stands in the text. */
export function change(metric, value) {
  if (value === null) return h('span', { class: 'faint' }, '—');
  const tone = value === 0 || !metric.better ? 'plain' : (value > 0) === (metric.better === 'higher') ? 'good' : 'breached';
  return h('span', { class: `change change-${tone}` }, `${value > 0 ? '▲ +' : value < 0 ? '▼ ' : ''}${value}%`);
}

export function groupName(by, group) {
  if (group === '') return t('none');
  if (by === 'division') return divisionName(group);
  if (by === 'department') return departmentName(group);
  if (by === 'category') return categoryName(group);
  if (by === 'clock') return clockName(group);
  return term(group, isChinese());
}

/** The periods that a person chooses from: this year and the last, their quarters, and the last twelve months; the newest first. */
export function periods() {
  const [year, month] = instantOf(domainNow()).slice(0, 7).split('-').map(Number);
  const months = Array.from({ length: 12 }, (_, back) => { const n = year * 12 + month - 1 - back; return [Math.floor(n / 12), (n % 12) + 1]; });
  const quarters = Array.from({ length: 4 }, (_, back) => { const n = year * 4 + Math.ceil(month / 3) - 1 - back; return [Math.floor(n / 4), (n % 4) + 1]; });
  return [
    ...[year, year - 1].map((one) => [String(one), t('yearOf', { year: one })]),
    ...quarters.map(([one, n]) => [`${one}-Q${n}`, t('quarterOf', { year: one, n })]),
    ...months.map(([one, n]) => [`${one}-${String(n).padStart(2, '0')}`, t('monthOf', { year: one, n: String(n).padStart(isChinese() ? 1 : 2, '0') })]),
  ];
}

export const metricName = (definitions, id) => both(definitions.metrics.find((metric) => metric.id === id) ?? { zh: id, en: id });

/** The address of the cases that one of a figure's numbers counts. */
export function behind(query, metric, of, group) {
  return `#/statistics/cases?${new URLSearchParams({ ...query, metric, of, ...(group !== undefined && { group }) })}`;
}

/** How many, each number the way into its cases. What divides nothing into nothing opens nothing. */
export function numbers(query, metric, figure, group) {
  const open = (of, n) => (n > 0 && !query.asOf?.startsWith('x') ? h('a', { class: 'number-link', href: behind(query, metric.id, of, group), 'aria-label': `${both(metric)} ${t(`of_${of}`)} ${n}` }, n.toLocaleString('zh-CN')) : String(n));
  if (figure.denominator === null) return metric.unit === 'count' && figure.value > 0 ? open('numerator', figure.value) : '—';
  return [open('numerator', figure.numerator), ' / ', open('denominator', figure.denominator)];
}
