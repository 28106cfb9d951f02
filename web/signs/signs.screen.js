import { card, chip, facts, h } from '../dom.js';
import { get } from '../api.js';
import { lawText } from '../law.js';
import { choicesOf, departmentName, divisionName, loadNames, stateZh } from '../names.js';
import { yuan } from '../money.js';
import { columnChart, lineChart } from '../parts/charts.js';
import { filters } from '../parts/filters.js';
import { empty, section } from '../parts/states.js';
import { stepsCard } from '../parts/steps.js';
import { table } from '../parts/table.js';
import { tiles } from '../parts/tiles.js';
import { hasRole } from '../session.js';
import { screenOf } from '../screens.js';
import { stateName, stateTone, word } from '../terms.js';
import { dueText, hear, instantText } from '../time.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

const TONES = { red: 'breached', yellow: 'warned', blue: 'busy' };
const KINDS = ['employer', 'contractor', 'project', 'site'];
const ACTORS = ['supervisor', 'officer', 'inspector'];
const LOOKS = 20;
const LOOK_MS = 150;

/** Who gathers cases: the list, or one sign with what can be done about it. */
export function screen(main, { id, params, signal, back }) {
  return id ? one(main, { id, signal, back }) : list(main, { params, signal });
}

async function list(main, { params, signal }) {
  const query = new URLSearchParams({ state: params.get('state') ?? 'open', ...Object.fromEntries(['level', 'kind'].filter((key) => params.get(key)).map((key) => [key, params.get(key)])) });
  const [{ now, signs: open }, { signs }] = await Promise.all([get('/v1/supervision/signs?state=open', { signal }), get(`/v1/supervision/signs?${query}`, { signal }), loadNames()]);
  hear(now);
  const of = (level) => open.filter((each) => each.level === level).length;
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('signs').title)), h('p', null, t('intro'))),
    tiles([
      { key: 'open', title: t('tileOpen'), value: open.length, href: '#/signs' }, { key: 'red', title: t('tileRed'), value: of('red'), tone: of('red') > 0 ? 'breached' : 'plain', href: '#/signs?level=red' },
      { key: 'yellow', title: t('tileYellow'), value: of('yellow'), tone: of('yellow') > 0 ? 'warned' : 'plain', href: '#/signs?level=yellow' }, { key: 'warned', title: t('tileWarned'), value: open.filter(({ state }) => state === 'warned').length, href: '#/signs?state=warned' },
    ]),
    h('div', { class: 'column-main' },
      card(t('listTitle'), filters(params, [
        { key: 'state', label: t('state'), required: true, options: ['open', 'warned', 'closed', 'dismissed'].map((state) => [state, t(`state_${state}`)]) },
        { key: 'level', label: t('level'), options: ['red', 'yellow', 'blue'].map((level) => [level, word(level)]) }, { key: 'kind', label: t('kind'), options: KINDS.map((kind) => [kind, word(kind)]) },
      ]), table({ caption: t('listTitle'), rows: signs, none: empty(t('none'), t('noneHint')), columns: columns() })),
      card(t('season'), section(() => get('/v1/supervision/season', { signal }), forecast, signal))));
}

function columns() {
  return [
    { key: 'name', title: t('who'), head: true, cell: ({ sign, name, kind }) => [h('a', { href: `#/signs/${sign}` }, name), ' ', h('small', null, word(kind))], sort: ({ name }) => name },
    { key: 'level', title: t('level'), cell: ({ level }) => chip(word(level), TONES[level]) },
    { key: 'cases', title: t('gathered'), align: 'end', cell: ({ total }) => t('casesN', { n: total.cases }), sort: ({ total }) => total.cases },
    { key: 'places', title: t('placesTitle'), cell: placesIn },
    { key: 'workers', title: t('claimed'), align: 'end', cell: ({ total }) => [yuan(total.amount, { cents: false }), h('small', null, t('workersN', { n: total.workers }))], sort: ({ total }) => total.amount },
    { key: 'state', title: t('state'), cell: ({ state, warned, answered }) => [chip(t(`state_${state}`), state === 'warned' ? 'hard' : state === 'closed' ? 'good' : 'plain'), warned > 0 && h('small', null, `${answered} / ${warned}`)] },
    { key: 'found', title: t('found'), cell: ({ foundAt }) => instantText(foundAt), sort: ({ foundAt }) => foundAt },
  ];
}

function placesIn({ places, others }) {
  return [places.map(({ division, cases }) => `${divisionName(division)} ${cases}`).join(isChinese() ? '、' : ', '), others.cases > 0 && h('small', null, t('othersLine', { n: others.cases, m: others.districts }))];
}

function forecast({ year, months }) {
  const labels = months.map(({ month }) => t('monthN', { n: month }));
  const known = months.some(({ expected }) => expected !== null);
  const came = { name: t('came', { year }), values: months.map((each) => each.came) };
  const chart = { title: t('forecastTitle'), description: t('forecastNote'), labels };
  return [
    known ? lineChart({ ...chart, series: [came, { name: t('expected'), values: months.map(({ expected }) => expected) }] }) : columnChart({ ...chart, series: [came] }),
    known && h('details', { class: 'fold' }, h('summary', null, t('how')), table({ caption: t('how'), rows: months, columns: [
      { key: 'month', title: t('month'), head: true, cell: ({ month }) => t('monthN', { n: month }) }, { key: 'how', title: t('expected'), cell: ({ numerator, denominator, expected }) => (expected === null ? t('emptyBase') : `${t('fraction', { a: numerator, b: denominator })} = ${expected}`) },
      { key: 'index', title: t('index'), align: 'end', cell: ({ index }) => index ?? t('emptyBase') },
    ] })),
  ];
}

async function one(main, { id, signal, back }) {
  const path = `/v1/supervision/signs/${encodeURIComponent(id)}`;
  const reload = async (position, words) => {
    const [sign, actions] = await Promise.all([standingAt(path, position, signal), hasRole(...ACTORS) ? get(`${path}/actions`, { signal }) : { actions: [] }, loadNames()]);
    hear(sign.now);
    draw(main, { sign, actions, back, words, done: (at, told) => void reload(at, told) });
    if (words) main.querySelector('.notice').focus();
  };
  await reload();
}

/** The sign as it stands with what was just done: the read table follows the log by a moment. */
async function standingAt(path, position, signal) {
  for (let look = 0; ; look++) {
    const sign = await get(path, { signal });
    if (position === undefined || BigInt(sign.position) >= BigInt(position) || look >= LOOKS) return sign;
    await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); });
  }
}

function draw(main, { sign, actions, back, words, done }) {
  const { name, kind, level, state, total, rule, season, basis, foundAt, grewAt, result, text, endText, bodies, episode, creditCode, escalations } = sign;
  const ruleName = basis === 'projectEnd' && !rule.zh ? t('projectEnd') : both(rule);
  const choices = { department: choicesOf('departments'), division: choicesOf('divisions') };
  main.replaceChildren(
    h('a', { class: 'back', href: back.href }, `← ${t('back', { title: both(back.title) })}`),
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, name), h('div', { class: 'chips' }, chip(word(level), TONES[level]), chip(word(kind)), chip(t(`state_${state}`), state === 'closed' ? 'good' : 'plain'), episode > 1 && chip(t('episode', { n: episode })))),
    h('div', { class: 'notice', hidden: !words, tabindex: '-1' }, words),
    h('div', { class: 'columns' },
      h('div', { class: 'column-main' },
        card(t('ownCases'), table({ caption: t('ownCases'), rows: sign.cases, none: empty(t('noCases')), columns: caseColumns() })),
        bodies.length > 0 && card(t('bodies'), text && h('p', null, h('small', null, t('text')), ' ', text), table({ caption: t('bodies'), rows: bodies, columns: bodyColumns() })),
        stepsCard(t('steps'), actions, { of: ({ command }) => ({ choices, made: command === 'raise-warning' ? ['warning'] : [] }), done, none: empty(t('noSteps')) })),
      h('div', { class: 'column-side' },
        card(t('gathered'), facts([
          [t('gathered'), [h('b', null, t('casesN', { n: total.cases })), ' · ', t('districtsN', { n: total.districts }), ' · ', t('workersN', { n: total.workers })]], [t('claimed'), yuan(total.amount)], [t('placesTitle'), placesIn(sign)],
          [t('rule'), [ruleName, rule.source && h('small', null, lawText(rule.source))]], season && [t('season'), [t('seasonLowered', { name: both(season) }), h('small', null, lawText(season.source))]],
          creditCode && [t('creditCode'), creditCode], [t('found'), instantText(foundAt)], grewAt && [t('grew'), instantText(grewAt)], escalations.some((each) => each.status === 'open') && [t('escalated'), escalations.filter((each) => each.status === 'open').map(({ answerDue }) => dueText(answerDue)).join('；')],
          result && [t('result'), [word(result), endText && h('small', null, endText)]],
        ])))));
}

function caseColumns() {
  return [
    { key: 'number', title: t('number'), head: true, cell: ({ caseId, caseNumber }) => h('a', { href: `#/cases/${caseId}` }, caseNumber) }, { key: 'place', title: t('placesTitle'), cell: ({ division }) => divisionName(division) },
    { key: 'state', title: t('state'), cell: ({ state }) => chip(stateName(state, stateZh(state)), stateTone(state)) }, { key: 'received', title: t('received'), cell: ({ receivedAt }) => instantText(receivedAt), sort: ({ receivedAt }) => receivedAt },
    { key: 'unpaid', title: t('unpaid'), align: 'end', cell: ({ unpaid }) => (unpaid > 0 ? yuan(unpaid) : '—'), sort: ({ unpaid }) => unpaid },
  ];
}

function bodyColumns() {
  return [
    { key: 'body', title: t('body'), head: true, cell: ({ department, division }) => [departmentName(department), h('small', null, divisionName(division))] }, { key: 'due', title: t('answerDue'), cell: ({ due }) => (due ? dueText(due) : '—') },
    { key: 'answer', title: t('answeredOn'), cell: ({ answeredAt, action, answer, breached }) => (answeredAt ? [word(action), h('small', null, instantText(answeredAt)), answer && h('p', { class: 'small' }, answer)] : chip(t(breached ? 'overdue' : 'waiting'), breached ? 'breached' : 'warned')) },
  ];
}
