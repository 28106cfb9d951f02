import { h, say } from '../dom.js';
import { get } from '../api.js';
import { listen } from '../stream.js';
import { departmentName, divisionName, ladderName, loadNames, stateZh } from '../names.js';
import { caseRow, isLater } from './board-row.js';
import { every, refreshTimes } from '../live.js';
import { heatTable } from '../parts/charts.js';
import { empty } from '../parts/states.js';
import { tiles } from '../parts/tiles.js';
import { dayText, hear, instantOf } from '../time.js';
import { stateName } from '../terms.js';
import { yuan } from '../money.js';
import { screenOf } from '../screens.js';
import { both } from '../words.js';
import { t } from './words.js';

const PAGE = 50;
const FILTERS = ['state', 'lead', 'division', 'breached', 'dueBefore', 'ownerless', 'stuck', 'returnedTwice', 'colour', 'closed', 'unpaid'];
const COLOURS = ['red', 'yellow', 'blue'];
const REDRAW_MS = 400;
const COUNT_MS = 4000;
const TIMES_MS = 5000;

/** The board: how the limits stand, and every open case, the next due first. It changes as the cases do. */
export async function screen(main, { params, signal }) {
  const filter = Object.fromEntries(FILTERS.filter((key) => params.get(key)).map((key) => [key, params.get(key)]));
  const [, statistics, attention, page] = await Promise.all([loadNames(), get('/v1/supervision/statistics', { signal }), get('/v1/supervision/attention', { signal }), get(`/v1/cases?${query(filter)}`, { signal })]);
  hear(statistics.now);
  const board = { filter, signal, rows: new Map(page.cases.map((row) => [row.caseId, row])), shownRows: new Map(), next: page.next, total: page.total, last: page.cases.at(-1), dirty: new Set() };
  board.attention = attention;
  board.totals = h('div', { class: 'totals' });
  board.asks = h('div', null);
  board.districts = h('div', { class: 'card' });
  board.tbody = h('tbody', null);
  board.foot = h('div', { class: 'table-foot' });
  board.live = h('span', { class: 'live' });
  board.filters = h('div', { class: 'filters' });
  main.replaceChildren(
    h('h1', { class: 'visually-hidden', tabindex: '-1' }, both(screenOf('board').title)), board.totals, board.asks,
    h('section', { class: 'card board', 'aria-labelledby': 'open-cases' },
      h('div', { class: 'board-head' }, h('h2', { id: 'open-cases' }, t(filter.closed === 'true' ? 'closedUnpaid' : 'openCases'), h('small', null, t('byDue'))), board.live, board.filters),
      table(board.tbody), board.foot),
    board.districts);
  count(board, statistics);
  draw(board);
  state(board, 'connecting');
  keepAlive(board);
}

function query(filter, cursor) {
  return new URLSearchParams({ ...filter, limit: String(PAGE), ...(cursor && { cursor }) });
}

function table(tbody) {
  const heads = ['number', 'category', 'lead', 'state', 'nextLimit', 'left'];
  return h('table', { class: 'cases', 'aria-labelledby': 'open-cases' }, h('thead', null, h('tr', null, heads.map((key) => h('th', { scope: 'col', class: `col-${key}` }, t(key))))), tbody);
}

function keepAlive(board) {
  const { signal } = board;
  void listen({ signal, onCase: (row) => changed(board, row), onState: (now) => state(board, now) });
  every(REDRAW_MS, signal, () => { if (board.dirty.size > 0) draw(board); });
  every(TIMES_MS, signal, () => refreshTimes(board.tbody));
  every(COUNT_MS, signal, () => void recount(board));
}

async function recount(board) {
  if (!board.stale) return;
  board.stale = false;
  const [statistics, attention] = await Promise.all([get('/v1/supervision/statistics', { signal: board.signal }), get('/v1/supervision/attention', { signal: board.signal })]).catch(() => []);
  if (!statistics || board.signal.aborted) return;
  board.attention = attention;
  hear(statistics.now);
  count(board, statistics);
}

/** Takes a changed case in where it belongs, or out where it fits no more. What lies beyond the loaded pages stays there. */
function changed(board, row) {
  board.stale = true;
  const before = board.rows.get(row.caseId);
  if (before && BigInt(before.position) >= BigInt(row.position)) return;
  const beyond = board.next !== null && board.last && isLater(row, board.last);
  if (!fits(board.filter, row) || beyond) {
    if (before) board.rows.delete(row.caseId);
    else return;
  } else {
    board.rows.set(row.caseId, row);
  }
  board.dirty.add(row.caseId);
}

function fits({ state: wanted, lead, division, breached, dueBefore, ownerless, stuck, returnedTwice, colour, closed, unpaid }, row) {
  const differs = (wish, is) => wish !== undefined && (wish === 'true') !== is;
  if (differs(ownerless, row.ownerless) || differs(stuck, row.stuck) || differs(returnedTwice, row.returnedTwice) || (colour && row.colour !== undefined && row.colour !== colour)) return false;
  if (dueBefore && !(row.nextDueAt && Date.parse(row.nextDueAt) < Date.parse(dueBefore))) return false;
  if (division && !row.handlingDivision.startsWith(division.replace(/(00)+$/, ''))) return false;
  if (row.closed !== (closed === 'true') || (unpaid !== undefined && (unpaid === 'true') !== row.unpaid > 0) || (wanted && row.state !== wanted) || (lead && row.lead !== lead)) return false;
  return breached === undefined || (breached === 'true') === row.breached > 0;
}

/** Only the lines that changed are made anew; who stands in one with the keyboard stays there. */
function draw(board) {
  const { rows, shownRows, tbody, dirty } = board;
  const focused = document.activeElement?.closest?.('tr')?.dataset.case;
  const sorted = [...rows.values()].sort((a, b) => (isLater(a, b) ? 1 : -1));
  const lines = sorted.map((row) => {
    if (!shownRows.has(row.caseId) || dirty.has(row.caseId)) shownRows.set(row.caseId, caseRow(row, dirty.has(row.caseId)));
    return shownRows.get(row.caseId);
  });
  for (const id of shownRows.keys()) if (!rows.has(id)) shownRows.delete(id);
  dirty.clear();
  if (lines.length === 0) lines.push(h('tr', { class: 'none' }, h('td', { colspan: '6' }, h('b', null, t('noneFound')), h('span', null, t('noneFoundHint')))));
  lines.forEach((line, i) => { if (tbody.children[i] !== line) tbody.insertBefore(line, tbody.children[i] ?? null); });
  while (tbody.children.length > lines.length) tbody.lastChild.remove();
  if (focused && document.activeElement === document.body) tbody.querySelector(`tr[data-case="${CSS.escape(focused)}"] a`)?.focus();
  foot(board);
}

function foot(board) {
  const { rows, next, total, foot: place } = board;
  place.replaceChildren(
    h('span', null, t('shown', { n: rows.size, total: Math.max(total, rows.size) })),
    next ? h('button', { class: 'button', onclick: () => void more(board) }, t('more')) : '');
}

async function more(board) {
  const page = await get(`/v1/cases?${query(board.filter, board.next)}`, { signal: board.signal });
  board.next = page.next;
  board.last = page.cases.at(-1) ?? board.last;
  for (const row of page.cases) board.rows.set(row.caseId, row);
  draw(board);
  say(t('shown', { n: board.rows.size, total: board.total }));
}

function state(board, now) {
  if (board.live.dataset.state === now) return;
  board.live.dataset.state = now;
  board.live.replaceChildren(h('span', { class: 'dot', 'aria-hidden': 'true' }), t(now));
}

function count(board, statistics) {
  const { open, cases, withWarning, withBreach, escalated, unpaidFen, closedUnpaid } = statistics;
  const tile = (key, value, tone, note, href) => h(href ? 'a' : 'div', { class: `total total-${tone}`, href }, h('span', { class: 'total-name' }, t(key)), h('span', { class: 'total-value' }, value), h('span', { class: 'total-note' }, note));
  const share = (n) => (open > 0 ? `${Math.round((n / open) * 100)}%` : '—');
  board.totals.replaceChildren(
    tile('open', open, 'plain', t('ofCases', { n: cases }), '#/board'),
    tile('warned', withWarning, 'warned', share(withWarning)),
    tile('breached', withBreach, 'breached', share(withBreach), '#/board?breached=true'),
    tile('escalated', escalated, 'plain', t('cases'), '#/ladder'),
    tile('unpaid', yuan(unpaidFen, { cents: false }), 'money', closedUnpaid > 0 ? `${t('closedUnpaid')} ${closedUnpaid}` : '', closedUnpaid > 0 ? '#/board?closed=true&unpaid=true' : undefined));
  asks(board);
  if (!board.filters.contains(document.activeElement)) filters(board, statistics);
}

/** What asks for attention; each number opens into its cases. */
function asks({ attention, filter, asks: place, districts }) {
  if (place.contains(document.activeElement) || districts.contains(document.activeElement)) return;
  const { dueToday, dueSoon, todayEnds, soonEnds, ownerless, stuck, returnedTwice } = attention;
  const one = (key, value, wish, tone = 'plain', note = '') => ({ key, title: t(key), value, note, tone: value > 0 ? tone : 'plain', href: address(wish), current: Object.entries(wish).every(([name, wanted]) => filter[name] === wanted) });
  place.replaceChildren(tiles([
    one('dueToday', dueToday, { dueBefore: todayEnds }, 'breached', t('withPassed')), one('dueSoon', dueSoon, { dueBefore: soonEnds }, 'warned', dayText(instantOf(Date.parse(soonEnds) - 1))),
    one('ownerless', ownerless, { ownerless: 'true' }, 'warned'), one('stuck', stuck, { stuck: 'true' }, 'warned'), one('returnedTwice', returnedTwice, { returnedTwice: 'true' }, 'warned'),
  ], { label: t('attention') }));
  districts.replaceChildren(h('h2', null, t('districts')), h('p', { class: 'small' }, t('districtsHint')), districtsTable(attention.districts));
}

const address = (wish) => `#/board?${new URLSearchParams(wish)}`;

/** Divisions by departments: how many are open, and how many of them are breached. */
function districtsTable(cells) {
  if (cells.length === 0) return empty(t('noneFound'), t('noneFoundHint'));
  const by = new Map(cells.map((cell) => [`${cell.division} ${cell.lead}`, cell]));
  const rows = [...new Set(cells.map(({ division }) => division))].map((division) => ({ id: division, title: divisionName(division), href: address({ division }) }));
  const columns = [...new Set(cells.map(({ lead }) => lead))].sort().map((lead) => ({ id: lead, title: lead ? departmentName(lead) : t('noLead'), ...(lead && { href: address({ lead }) }) }));
  return heatTable({
    caption: t('districts'), corner: t('district'), rows, columns,
    cell: ({ id: division }, { id: lead }) => {
      const found = by.get(`${division} ${lead}`);
      return found && { value: found.open, href: lead ? address({ division, lead }) : address({ division }), ...(found.breached > 0 && { tone: 'breached', note: t('breachedN', { n: found.breached }) }) };
    },
  });
}

/** The filters are the address: a list can be passed on, and the way back works. */
function filters({ filters: place, filter }, { byState, byLead, ...counts }) {
  const go = (key, value) => {
    const params = new URLSearchParams({ ...filter, [key]: value });
    for (const name of FILTERS) if (!params.get(name)) params.delete(name);
    location.hash = `#/board${params.size > 0 ? `?${params}` : ''}`;
  };
  const select = (key, label, options) => h('label', null, h('span', null, t(label)), h('select', { onchange: (event) => go(key, event.currentTarget.value) },
    [['', t('all')], ...options].map(([value, text]) => h('option', { value, selected: (filter[key] ?? '') === value }, text))));
  place.replaceChildren(
    select('state', 'state', byState.filter(({ state: each }) => each !== 'CLOSED' && each !== 'ARCHIVED').map(({ state: each, cases }) => [each, `${stateName(each, stateZh(each))} ${cases}`])),
    select('lead', 'lead', byLead.filter(({ lead }) => lead).map(({ lead, cases }) => [lead, `${departmentName(lead)} ${cases}`])),
    select('colour', 'colour', COLOURS.map((each) => [each, `${ladderName(each)} ${counts[each]}`])),
    select('breached', 'limit', [['true', t('onlyBreached')], ['false', t('notBreached')]]),
    Object.keys(filter).length > 0 ? h('a', { class: 'link', href: '#/board' }, t('clear')) : '');
}
