import { card, chip, h } from '../dom.js';
import { get } from '../api.js';
import { loadNames } from '../names.js';
import { empty } from '../parts/states.js';
import { stepsCard } from '../parts/steps.js';
import { table } from '../parts/table.js';
import { tabs } from '../parts/tabs.js';
import { tiles } from '../parts/tiles.js';
import { hasRole } from '../session.js';
import { screenOf } from '../screens.js';
import { word } from '../terms.js';
import { dayText, hear, instantText } from '../time.js';
import { both, isChinese } from '../words.js';
import { partnerPage } from './partner-page.js';
import { t } from './words.js';

const BASE = '/v1/supervision/partners';

/** Monitoring points, service stations and partner units: what is due and missing, and who there is; or the page of one. */
export function screen(main, { id, signal, back }) {
  return id ? partnerPage(main, { id, signal, back }) : overview(main, { signal });
}

async function overview(main, { signal }) {
  const mayRegister = hasRole('officer', 'supervisor');
  const [desk, { partners, divisions }, { prefectures }, forms] = await Promise.all([
    get(`${BASE}/desk`, { signal }), get(BASE, { signal }), get(`${BASE}/coverage`, { signal }), mayRegister ? get(`${BASE}/actions`, { signal }) : { actions: [] }, loadNames(),
  ]);
  hear(desk.now);
  const place = (code) => divisions[code] ?? desk.divisions[code] ?? code;
  const of = (role) => partners.filter((each) => each.role === role);
  const lacking = prefectures.filter((each) => each.lacking > 0);
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('partners').title)), h('p', null, t('intro'))),
    tiles([
      { key: 'missed', title: t('tileMissed'), value: desk.missed.length, tone: desk.missed.length > 0 ? 'breached' : 'plain' }, { key: 'due', title: t('tileDue'), value: desk.due.length },
      { key: 'events', title: t('tileEvents'), value: desk.events.length, tone: desk.events.length > 0 ? 'warned' : 'plain' }, { key: 'lacking', title: t('tileLacking'), value: lacking.length, tone: lacking.length > 0 ? 'warned' : 'plain' },
    ]),
    tabs({ label: t('tabsLabel'), list: [
      { id: 'desk', title: t('tab_desk'), panel: () => column(deskPanel(desk, place)) },
      { id: 'points', title: t('tab_points'), count: of('point').length, panel: () => column(panel('points', of('point'), pointColumns(place), forms)) },
      { id: 'stations', title: t('tab_stations'), count: of('station').length, panel: () => column([panel('stations', of('station'), stationColumns(place), forms), coverage(prefectures)]) },
      { id: 'units', title: t('tab_units'), count: of('unit').length, panel: () => column(panel('units', of('unit'), unitColumns(place), forms)) },
    ] }));
}

const column = (cards) => h('div', { class: 'column-main' }, cards);
const named = (row) => h('a', { href: `#/partners/${row.partner}` }, row.name);
const nameColumn = () => ({ key: 'name', title: t('name'), head: true, cell: named, sort: ({ name }) => name });

function sheet(title, rows, columns, none) {
  return card(title, table({ caption: title, rows, columns, none }));
}

function deskPanel({ missed, due, events, toAssess }, place) {
  const placed = { key: 'place', title: t('place'), cell: ({ division }) => place(division) };
  const to = { key: 'to', title: t('reportsTo'), cell: ({ reportsTo }) => place(reportsTo) };
  const period = { key: 'period', title: t('period'), cell: ({ period: id, from, to: until }) => [id, h('small', null, t('periodOf', { from: dayText(from, { weekday: false }), to: dayText(until, { weekday: false }) }))], sort: ({ to: until }) => until };
  return [
    sheet(t('eventsTitle'), events, [nameColumn(), { key: 'kind', title: t('kind'), cell: ({ kind, workers }) => [word(kind), h('small', null, t('workersN', { n: workers }))] }, { key: 'at', title: t('happened'), cell: ({ at }) => instantText(at) }, to, { key: 'mine', title: t('taken'), cell: ({ mine }) => chip(t(mine ? 'forYou' : 'open'), mine ? 'breached' : 'warned') }], empty(t('noneEvents'))),
    sheet(t('missedTitle'), missed, [nameColumn(), placed, period, to], empty(t('noneMissed'))),
    sheet(t('dueTitle'), due, [nameColumn(), placed, period, to, { key: 'over', title: t('reported'), cell: ({ over }) => chip(t(over ? 'over' : 'notOver'), over ? 'warned' : 'plain') }], empty(t('noneDue'))),
    toAssess.length > 0 && sheet(t('assessTitle'), toAssess, [nameColumn(), placed, { key: 'by', title: t('assessBy'), cell: ({ dueOn }) => dayText(dueOn), sort: ({ dueOn }) => dueOn }]),
  ];
}

function panel(command, rows, columns, { actions }) {
  const own = actions.filter((each) => each.command === command);
  return [sheet(t(`tab_${command}`), rows, columns, empty(t('noneOf'))), own.length > 0 && stepsCard(t('register'), { actions: own }, { of: () => ({ made: ['partner'] }), done: (_, __, { partner }) => { location.hash = `#/partners/${partner}`; } })];
}

function pointColumns(place) {
  return [
    nameColumn(), { key: 'kind', title: t('kind'), cell: ({ kind, every }) => [word(kind), h('small', null, word(every))] }, { key: 'place', title: t('place'), cell: ({ division }) => place(division) },
    { key: 'to', title: t('reportsTo'), cell: ({ reportsTo, urgedBy }) => [place(reportsTo), h('small', null, `${t('urgedBy')} ${place(urgedBy)}`)] },
    { key: 'stands', title: t('reported'), cell: ({ missed, openEvents }) => (missed + openEvents === 0 ? chip(t('onTime'), 'good') : [missed > 0 && chip(t('missedN', { n: missed }), 'breached'), openEvents > 0 && chip(t('eventsN', { n: openEvents }), 'warned')]), sort: ({ missed }) => missed },
  ];
}

function stationColumns(place) {
  return [
    nameColumn(), { key: 'home', title: t('home'), cell: ({ division }) => place(division) }, { key: 'at', title: t('standsAt'), cell: ({ place: code }) => place(code) }, { key: 'host', title: t('host'), cell: ({ host }) => word(host) }, { key: 'staff', title: t('staff'), align: 'end', cell: ({ staff }) => staff },
    { key: 'activities', title: t('activities'), align: 'end', cell: ({ activities, lastActivityOn }) => [activities, lastActivityOn && h('small', null, t('lastOn', { day: dayText(lastActivityOn, { weekday: false }) }))] },
  ];
}

function unitColumns(place) {
  return [
    nameColumn(), { key: 'place', title: t('place'), cell: ({ division }) => place(division) }, { key: 'services', title: t('services'), cell: ({ services }) => services.map(word).join(isChinese() ? '、' : ', ') },
    { key: 'last', title: t('last'), cell: ({ lastAssessment: last }) => (last ? [t('scored', last), ' ', chip(t(last.passed ? 'passed' : 'failedYear'), last.passed ? 'good' : 'breached')] : '—') },
    { key: 'by', title: t('assessBy'), cell: ({ assessBy }) => dayText(assessBy), sort: ({ assessBy }) => assessBy },
  ];
}

function coverage(prefectures) {
  return sheet(t('coverage'), prefectures, [
    { key: 'name', title: t('place'), head: true, cell: ({ name }) => name }, { key: 'n', title: t('stations'), align: 'end', cell: ({ stations }) => stations, sort: ({ stations }) => stations },
    { key: 'lacks', title: t('state'), cell: ({ lacking }) => chip(lacking > 0 ? t('lacks', { n: lacking }) : t('enough'), lacking > 0 ? 'warned' : 'good') },
  ]);
}
