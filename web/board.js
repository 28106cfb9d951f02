import { h, say } from './dom.js';
import { get } from './api.js';
import { listen } from './stream.js';
import { departmentName, loadNames, stateZh } from './names.js';
import { caseRow, isLater, refreshTimes } from './board-row.js';
import { hear } from './time.js';
import { stateName } from './terms.js';
import { yuan } from './money.js';
import { t } from './words.js';

const PAGE = 50;
const FILTERS = ['state', 'lead', 'breached', 'closed', 'unpaid'];
const REDRAW_MS = 400;
const COUNT_MS = 4000;
const TIMES_MS = 5000;

/** Where the board was left, filters and all: the way back from a case. */
let left = '#/board';
export const boardAddress = () => left;

/** The board: how the limits stand, and every open case, the next due first. It changes as the cases do. */
export async function boardScreen(main, { params, signal }) {
  left = `#/board${params.size > 0 ? `?${params}` : ''}`;
  const filter = Object.fromEntries(FILTERS.filter((key) => params.get(key)).map((key) => [key, params.get(key)]));
  const [, statistics, page] = await Promise.all([loadNames(), get('/v1/supervision/statistics', { signal }), get(`/v1/cases?${query(filter)}`, { signal })]);
  hear(statistics.now);
  const board = { filter, signal, rows: new Map(page.cases.map((row) => [row.caseId, row])), shownRows: new Map(), next: page.next, total: page.total, last: page.cases.at(-1), dirty: new Set() };
  board.totals = h('div', { class: 'totals' });
  board.tbody = h('tbody', null);
  board.foot = h('div', { class: 'table-foot' });
  board.live = h('span', { class: 'live' });
  board.filters = h('div', { class: 'filters' });
  main.replaceChildren(
    h('h1', { class: 'visually-hidden', tabindex: '-1' }, t('board')), board.totals,
    h('section', { class: 'card board', 'aria-labelledby': 'open-cases' },
      h('div', { class: 'board-head' }, h('h2', { id: 'open-cases' }, t(filter.closed === 'true' ? 'closedUnpaid' : 'openCases'), h('small', null, t('byDue'))), board.live, board.filters),
      table(board.tbody), board.foot));
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
  const every = (work, ms) => { const timer = setInterval(() => { if (!document.hidden) work(); }, ms); signal.addEventListener('abort', () => clearInterval(timer)); };
  every(() => { if (board.dirty.size > 0) draw(board); }, REDRAW_MS);
  every(() => refreshTimes(board.tbody), TIMES_MS);
  every(() => void recount(board), COUNT_MS);
}

async function recount(board) {
  if (!board.stale) return;
  board.stale = false;
  const statistics = await get('/v1/supervision/statistics', { signal: board.signal }).catch(() => undefined);
  if (!statistics || board.signal.aborted) return;
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

function fits({ state: wanted, lead, breached, closed, unpaid }, row) {
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
    tile('escalated', escalated, 'plain', t('cases')),
    tile('unpaid', yuan(unpaidFen, { cents: false }), 'money', closedUnpaid > 0 ? `${t('closedUnpaid')} ${closedUnpaid}` : '', closedUnpaid > 0 ? '#/board?closed=true&unpaid=true' : undefined));
  if (!board.filters.contains(document.activeElement)) filters(board, statistics);
}

/** The filters are the address: a list can be passed on, and the way back works. */
function filters({ filters: place, filter }, { byState, byLead }) {
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
    select('breached', 'limit', [['true', t('onlyBreached')], ['false', t('notBreached')]]),
    Object.keys(filter).length > 0 ? h('a', { class: 'link', href: '#/board' }, t('clear')) : '');
}
