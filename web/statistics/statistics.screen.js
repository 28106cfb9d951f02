import { card, facts, h } from '../dom.js';
import { get } from '../api.js';
import { addressWith } from '../address.js';
import { lawText } from '../law.js';
import { loadNames } from '../names.js';
import { columnChart, barList, lineChart } from '../parts/charts.js';
import { downloadButton } from '../parts/download.js';
import { filters } from '../parts/filters.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { tabs } from '../parts/tabs.js';
import { tiles } from '../parts/tiles.js';
import { hasRole } from '../session.js';
import { hear, instantText } from '../time.js';
import { screenOf } from '../screens.js';
import { both, isChinese } from '../words.js';
import { casesBehind } from './cases-behind.js';
import { league } from './league.js';
import { published, publishButton } from './published.js';
import { change, groupName, metricName, numbers, periods, valueText } from './shared.js';
import { t, term } from './words.js';

const GROUPS = ['division', 'department', 'track', 'category', 'channel', 'month'];
const SHOWN = ['composite', 'response', 'resolution', 'satisfaction', 'onTime', 'conclusion', 'overdue', 'recovered'];
const TAKERS = ['supervisor', 'officer', 'inspector', 'arbitrator', 'auditor'];

/** The supervisor's figures: what each is made of, how it moved, and how it can be computed again. The address is the question. */
export async function screen(main, { id, params, signal }) {
  const [, definitions, standing] = await Promise.all([loadNames(), get('/v1/supervision/statistics/definitions', { signal }), get('/v1/supervision/statistics', { signal })]);
  hear(standing.now);
  if (id === 'cases') return casesBehind(main, { params, signal, definitions });
  const period = params.get('period') ?? periods()[0][0];
  const by = GROUPS.includes(params.get('by')) ? params.get('by') : 'division';
  const query = { period, by, ...(params.get('asOf') && { asOf: params.get('asOf') }), ...(params.get('at') && { at: params.get('at') }) };
  const answer = await get(`/v1/supervision/statistics?${new URLSearchParams(query)}`, { signal });
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('statistics').title)), h('div', { class: 'row-buttons' }, TAKERS.some(hasRole) && ['csv', 'xlsx'].map((format) => downloadButton(`/v1/supervision/statistics/export?${new URLSearchParams({ ...query, format, language: isChinese() ? 'zh' : 'en' })}`, t(format))), hasRole('supervisor') && publishButton({ kind: 'figures', ...query }))),
    filters(params, [
      { key: 'period', label: t('period'), options: withOwn(periods(), period), required: true }, { key: 'by', label: t('by'), options: GROUPS.map((each) => [each, t(`by_${each}`)]), required: true },
    ]),
    h('div', { class: 'figure-tiles' }, headline(answer, definitions)),
    tabs({ label: both(screenOf('statistics').title), list: [
      { id: 'metrics', title: t('tab_metrics'), panel: () => h('div', { class: 'stack' }, all(answer, definitions, query), late(answer)) },
      { id: 'groups', title: t('tab_groups'), panel: () => compare(answer, definitions, query, params) },
      { id: 'trend', title: t('tab_trend'), panel: () => trend(period, query, definitions, signal) },
      { id: 'league', title: t('tab_league'), panel: () => league(query, signal) },
      { id: 'published', title: t('tab_published'), panel: () => published(signal) },
    ] }),
    h('div', { class: 'stack' }, pedigree(answer), judged(answer)));
}

/** A period that somebody wrote into the address stands in the list as well. */
function withOwn(list, period) {
  return list.some(([value]) => value === period) ? list : [[period, period], ...list];
}

const find = (figures, id) => figures.find(({ metric }) => metric === id);
const definitionOf = ({ metrics }, id) => metrics.find((metric) => metric.id === id);

/** The figures that are asked for first. */
function headline({ total }, definitions) {
  return tiles(SHOWN.flatMap((id) => {
    const figure = find(total, id);
    if (!figure) return [];
    const metric = definitionOf(definitions, id);
    const note = figure.denominator !== null ? `${figure.numerator} / ${figure.denominator}` : figure.onPrevious !== null ? `${t('previous')} ${figure.onPrevious}%` : '';
    return [{ key: id, title: both(metric), value: valueText(metric, figure.value), note, tone: id === 'overdue' && figure.value > 0 ? 'breached' : 'plain' }];
  }), { label: t('tab_metrics') });
}

function all({ total }, definitions, query) {
  const { by: _, ...whole } = query;
  const basis = ({ source, confidence }) => `${lawText(source)} · ${t(`confidence${confidence}`)}`;
  return h('div', { class: 'metrics' }, table({
    caption: t('tab_metrics'), rows: total,
    columns: [
      { key: 'metric', title: t('metric'), head: true, cell: ({ metric: id }) => { const metric = definitionOf(definitions, id); return [both(metric), h('small', { class: 'on-wide' }, both(metric.formula))]; } },
      { key: 'value', title: t('value'), align: 'end', cell: ({ metric: id, value }) => h('b', null, valueText(definitionOf(definitions, id), value)) },
      { key: 'numbers', title: t('ofWhole'), align: 'end', cell: (figure) => numbers(whole, definitionOf(definitions, figure.metric), figure) },
      { key: 'lastYear', title: t('lastYear'), align: 'end', cell: (figure) => change(definitionOf(definitions, figure.metric), figure.onLastYear) },
      { key: 'previous', title: t('previous'), align: 'end', cell: (figure) => change(definitionOf(definitions, figure.metric), figure.onPrevious) },
      { key: 'basis', title: t('basis'), cell: ({ metric: id }) => { const metric = definitionOf(definitions, id); return [h('small', { class: 'on-wide' }, basis(metric)), h('details', { class: 'fold on-narrow' }, h('summary', null, t('how')), h('small', null, both(metric.formula)), h('small', null, basis(metric)))]; } },
    ],
  }));
}

function late({ overdue }) {
  return card(t('overdueBy'), overdue.length === 0 ? h('p', { class: 'small' }, t('noOverdue')) : table({
    caption: t('overdueBy'), rows: overdue, sorted: { key: 'clocks', down: true },
    columns: [
      { key: 'stage', title: t('stage'), head: true, cell: ({ stage }) => term(stage, isChinese()) }, { key: 'clocks', title: t('clocksN'), align: 'end', sort: ({ clocks }) => clocks, cell: ({ clocks }) => String(clocks) },
      { key: 'most', title: t('mostDays'), align: 'end', sort: ({ most }) => most, cell: ({ most }) => String(most) }, { key: 'median', title: t('medianDays'), align: 'end', sort: ({ median }) => median, cell: ({ median }) => String(median) },
    ],
  }));
}

function compare({ groups }, definitions, query, params) {
  const id = definitionOf(definitions, params.get('metric') ?? '') ? params.get('metric') : 'onTime';
  const metric = definitionOf(definitions, id);
  const rows = groups.map(({ group, figures }) => ({ group, figure: find(figures, id) })).filter(({ figure }) => figure);
  const choose = h('label', { class: 'inline-field' }, h('span', null, t('metric')), h('select', { onchange: (event) => { location.hash = addressWith({ metric: event.currentTarget.value, tab: 'groups' }); } }, definitions.metrics.map((each) => h('option', { value: each.id, selected: each.id === id }, both(each)))));
  if (rows.length === 0) return [choose, empty(t('noGroups'), t('noGroupsHint'))];
  const month = query.by === 'month';
  const name = ({ group }) => (month ? group : groupName(query.by, group));
  return [
    choose, h('p', { class: 'small' }, both(metric.formula)),
    barList(rows.map((row) => ({ label: name(row), value: row.figure.value, note: row.figure.denominator !== null ? `${row.figure.numerator} / ${row.figure.denominator}` : undefined, tone: metric.better === 'lower' ? 'breached' : 'plain' })), { format: (value) => valueText(metric, value), ...(metric.unit === 'share' && { top: Math.max(100, ...rows.map(({ figure }) => figure.value ?? 0)) }) }),
    table({
      caption: both(metric), rows, columns: [
        { key: 'group', title: t(`by_${query.by}`), head: true, sort: name, cell: name }, { key: 'value', title: t('value'), align: 'end', sort: ({ figure }) => figure.value, cell: ({ figure }) => valueText(metric, figure.value) },
        { key: 'numbers', title: t('ofWhole'), align: 'end', cell: ({ group, figure }) => (month ? numbers({ ...query, by: 'none', period: group }, metric, figure) : numbers(query, metric, figure, group)) },
        { key: 'lastYear', title: t('lastYear'), align: 'end', cell: ({ figure }) => change(metric, figure.onLastYear) }, { key: 'previous', title: t('previous'), align: 'end', cell: ({ figure }) => change(metric, figure.onPrevious) },
      ],
    }),
  ];
}

/** The year by months: the three rates as lines, what came and what went as columns. */
function trend(period, query, definitions, signal) {
  const year = period.slice(0, 4);
  return section(() => get(`/v1/supervision/statistics?${new URLSearchParams({ ...query, period: year, by: 'month' })}`, { signal }), ({ groups }) => {
    const labels = groups.map(({ group }) => (isChinese() ? `${Number(group.slice(5))}月` : group.slice(5)));
    const series = (ids) => ids.map((id) => ({ name: metricName(definitions, id), values: groups.map(({ figures }) => find(figures, id)?.value ?? null) }));
    return [
      lineChart({ title: t('trendTitle', { year }), description: t('percent'), labels, series: series(['response', 'resolution', 'satisfaction']), format: (value) => `${Math.round(value * 100) / 100}%`, top: 100 }),
      columnChart({ title: t('trendVolume', { year }), labels, series: series(['accepted', 'concluded']), format: (value) => String(Math.round(value)) }),
    ];
  }, signal);
}

/** What the numbers rest on, and the way to have them computed again. */
function pedigree({ pedigree: { position, queryVersion, digest, parked, parameters } }) {
  const past = new URLSearchParams(location.hash.split('?')[1]).has('asOf');
  return card(t('pedigree'),
    facts([[t('position'), h('code', { 'data-position': position }, position)], [t('edition'), h('code', null, queryVersion)], [t('digest'), h('code', { class: 'digest' }, digest)], [t('asOf', { n: position }), instantText(parameters.at)]]),
    parked > 0 && h('p', { class: 'warning' }, t('parkedWarn', { n: parked })),
    h('p', { class: 'row-buttons' }, h('a', { class: 'button', href: addressWith({ asOf: position, at: parameters.at }) }, t('recompute')), past && h('a', { class: 'link', href: addressWith({ asOf: undefined, at: undefined }) }, t('toNow'))));
}

function judged({ judgedBy: { pack, compositeWeights, firstContactHours, callbackTries, satisfiedGrades, minimumSample, bands } }) {
  const basis = (text, { source, confidence }) => [text, h('small', null, `${lawText(source)} · ${t(`confidence${confidence}`)}`)];
  return card(t('judgedBy', { pack: `${pack.division}/${pack.version}` }), facts([
    [t('weights'), basis(`${compositeWeights.value.response} / ${compositeWeights.value.resolution} / ${compositeWeights.value.satisfaction}`, compositeWeights)], [t('bandsRule'), basis(bands.value.map(({ grade, least }) => `${grade} ≥ ${least}`).join('，'), bands)],
    [t('sample'), basis(String(minimumSample.value), minimumSample)], [t('contactHours'), basis(String(firstContactHours.value), firstContactHours)], [t('callbackTries'), basis(String(callbackTries.value), callbackTries)],
    [t('satisfiedGrades'), basis(satisfiedGrades.value.map((grade) => term(grade, isChinese())).join(isChinese() ? '、' : ', '), satisfiedGrades)],
  ]));
}
