import { h } from '../dom.js';
import { get } from '../api.js';
import { departmentName, divisionName, stateZh } from '../names.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { stateName } from '../terms.js';
import { groupName, metricName } from './shared.js';
import { t } from './words.js';

/** The cases that one number counts, at its position. */
export async function casesBehind(main, { params, signal, definitions }) {
  const asked = Object.fromEntries(['period', 'by', 'metric', 'of', 'group', 'asOf', 'at'].filter((key) => params.has(key)).map((key) => [key, params.get(key)]));
  const { total, cases, position } = await get(`/v1/supervision/statistics/cases?${new URLSearchParams(asked)}`, { signal });
  const { metric, of = 'numerator', group, ...back } = asked;
  const named = [metricName(definitions, metric), t(`of_${of}`), back.period, group !== undefined && groupName(back.by, group)].filter(Boolean).join(' · ');
  main.replaceChildren(
    h('p', null, h('a', { class: 'link', href: `#/statistics?${new URLSearchParams(back)}` }, t('backTo'))),
    h('h1', { tabindex: '-1' }, t('casesBehind')), h('p', null, named), h('p', { class: 'small' }, `${t('casesTotal', { n: total, m: cases.length })} · ${t('asOf', { n: position })}`),
    table({
      caption: t('casesBehind'), rows: cases, none: empty(t('noCases')), columns: [
        { key: 'number', title: t('number'), head: true, sort: ({ caseNumber }) => caseNumber, cell: ({ caseId, caseNumber }) => h('a', { href: `#/cases/${caseId}` }, caseNumber) },
        { key: 'division', title: t('by_division'), sort: ({ division }) => division, cell: ({ division }) => divisionName(division) }, { key: 'lead', title: t('lead'), cell: ({ lead }) => (lead ? departmentName(lead) : '—') },
        { key: 'state', title: t('state'), cell: ({ state }) => stateName(state, stateZh(state)) },
      ],
    }));
}
