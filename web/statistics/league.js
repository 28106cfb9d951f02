import { chip, h } from '../dom.js';
import { get } from '../api.js';
import { divisionName } from '../names.js';
import { downloadButton } from '../parts/download.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { isChinese } from '../words.js';
import { publishButton } from './published.js';
import { hasRole } from '../session.js';
import { t } from './words.js';

const TONES = { A: 'good', B: 'busy', C: 'warned' };

/** Places in bands of grades; ranks only when somebody asks for them. */
export function league({ by: _, ...query }, signal) {
  const place = h('div', null);
  const draw = (ranks) => place.replaceChildren(section(() => get(`/v1/supervision/statistics/league?${new URLSearchParams({ ...query, ranks: String(ranks) })}`, { signal }), ({ league: rows, judgedBy: { minimumSample } }) => [
    h('p', { class: 'small' }, t('leagueNote', { n: minimumSample.value })),
    h('div', { class: 'row-buttons' }, h('button', { class: 'button', type: 'button', 'aria-pressed': String(ranks), onclick: () => draw(!ranks) }, t(ranks ? 'withoutRanks' : 'withRanks')),
      downloadButton(`/v1/supervision/statistics/export?${new URLSearchParams({ ...query, ranks: String(ranks), kind: 'league', format: 'xlsx', language: isChinese() ? 'zh' : 'en' })}`, t('xlsx')), hasRole('supervisor') && publishButton({ kind: 'league', ...query, ranks: String(ranks) })),
    table({
      caption: t('tab_league'), rows, none: empty(t('noGroups'), t('noGroupsHint')), columns: [
        ...(ranks ? [{ key: 'rank', title: t('rank'), align: 'end', cell: ({ rank }) => rank ?? '—' }] : []),
        { key: 'region', title: t('region'), head: true, cell: ({ group }) => divisionName(group) },
        { key: 'grade', title: t('grade'), cell: ({ grade }) => (grade ? chip(grade, TONES[grade] ?? 'plain') : h('span', { class: 'faint' }, t('tooFew'))) },
        { key: 'composite', title: t('composite'), align: 'end', sort: ({ value }) => value, cell: ({ value }) => (value === null ? t('emptyBase') : `${value}%`) },
        ...['response', 'resolution', 'satisfaction'].map((metric) => ({ key: metric, title: t(metric), align: 'end', cell: ({ figures }) => rate(figures.find((one) => one.metric === metric)) })),
        { key: 'sample', title: t('sample'), align: 'end', sort: ({ sample }) => sample, cell: ({ sample }) => String(sample) },
      ],
    }),
  ], signal));
  draw(false);
  return place;
}

function rate({ value, numerator, denominator }) {
  return [value === null ? t('emptyBase') : `${value}%`, h('small', null, ` ${numerator} / ${denominator}`)];
}
