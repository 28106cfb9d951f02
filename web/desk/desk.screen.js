import { chip, h, say } from '../dom.js';
import { get } from '../api.js';
import { every, refreshTimes, timeLeft } from '../live.js';
import { categoryName, clockName, departmentName, divisionName, loadNames, matterName } from '../names.js';
import { hasRole } from '../session.js';
import { deskStep, trackName, turnName } from '../terms.js';
import { dueText, hear, instantText } from '../time.js';
import { screenOf } from '../screens.js';
import { both } from '../words.js';
import { t } from './words.js';

const PAGE = 50;
const VIEWS = ['mine', 'team', 'unit'];
const BUCKETS = ['overdue', 'warned', 'noMovement', 'ownerless', 'waiting'];
const FILTERS = ['department', 'track', 'step', 'waitsFor'];
const STEPS = ['dispatched', 'signed', 'objected', 'disputed', 'transferring', 'unheld', 'concluded'];
const TURNS = ['unit', 'officer', 'sender', 'superior', 'receivingUnit', 'person', 'employer'];
const TRACKS = ['mediation', 'inspection', 'arbitration', 'court', 'handover'];
const TONES = { overdue: 'breached', warned: 'warned' };
const TIMES_MS = 5000;
const REREAD_MS = 15_000;

/** What lies on whose desk, the next due first. The address is the list: it can be passed on, and the way back works. */
export async function screen(main, { params, signal }) {
  const view = VIEWS.includes(params.get('view')) ? params.get('view') : hasRole('supervisor') ? 'unit' : 'mine';
  const filter = Object.fromEntries(['bucket', ...FILTERS].filter((key) => params.get(key)).map((key) => [key, params.get(key)]));
  const [, page] = await Promise.all([loadNames(), get(address(view, filter), { signal })]);
  hear(page.now);
  const desk = { view, filter, signal, page, orders: page.orders, next: page.next };
  Object.assign(desk, { totals: h('div', { class: 'totals desk-totals' }), tbody: h('tbody', null), foot: h('div', { class: 'table-foot' }), filters: h('div', { class: 'filters' }) });
  main.replaceChildren(
    h('h1', { class: 'visually-hidden', tabindex: '-1' }, both(screenOf('desk').title)),
    h('nav', { class: 'segments', 'aria-label': t('deskViews') }, VIEWS.map((each) => h('a', { href: hash(each, {}), 'aria-current': each === view && 'page' }, t(`view_${each}`)))),
    desk.totals,
    h('section', { class: 'card board', 'aria-labelledby': 'desk-orders' },
      h('div', { class: 'board-head' }, h('h2', { id: 'desk-orders' }, t(`view_${view}`), h('small', null, t('byDue'))), desk.filters),
      h('table', { class: 'cases desk', 'aria-labelledby': 'desk-orders' }, h('thead', null, h('tr', null, ['number', 'matter', 'holder', 'turn', 'nextLimit', 'left'].map((key) => h('th', { scope: 'col', class: `col-${key}` }, t(key))))), desk.tbody),
      desk.foot));
  count(desk);
  filters(desk);
  draw(desk);
  keepAlive(desk);
}

function address(view, filter, cursor) {
  return `/v1/routing/desk?${new URLSearchParams({ view, ...filter, limit: String(PAGE), ...(cursor && { cursor }) })}`;
}

function hash(view, filter) {
  return `#/desk?${new URLSearchParams({ view, ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) })}`;
}

/** How many there are of each kind: each count is the way to its list. */
function count({ view, filter, page: { counts, noMovementDays }, totals }) {
  const { bucket, ...others } = filter;
  const tile = (key, n, note) => h('a', { class: `total total-${TONES[key] ?? 'plain'}`, href: hash(view, key === 'all' ? others : { ...others, bucket: key }), 'aria-current': (bucket ?? 'all') === key && 'true' },
    h('span', { class: 'total-name' }, t(`bucket_${key}`)), h('span', { class: 'total-value' }, n), h('span', { class: 'total-note' }, note));
  totals.replaceChildren(tile('all', counts.all, t('ordersCount')), ...BUCKETS.map((key) => tile(key, counts[key], key === 'noMovement' ? t('idleDays', { n: noMovementDays }) : '')));
}

function filters({ view, filter, page: { counts }, filters: place }) {
  const select = (key, label, options) => h('label', null, h('span', null, t(label)), h('select', { onchange: (event) => { location.hash = hash(view, { ...filter, [key]: event.currentTarget.value }); } },
    [['', t('all')], ...options].map(([value, text]) => h('option', { value, selected: (filter[key] ?? '') === value }, text))));
  place.replaceChildren(
    select('step', 'state', STEPS.map((step) => [step, deskStep(step)])),
    select('waitsFor', 'turn', TURNS.map((turn) => [turn, `${turnName(turn)} ${counts.waitsFor[turn] ?? 0}`])),
    select('track', 'trackFilter', TRACKS.map((track) => [track, trackName(track)])),
    Object.keys(filter).length > 0 ? h('a', { class: 'link', href: hash(view, {}) }, t('clear')) : '');
}

function draw(desk) {
  const { orders, page, next, tbody, foot, view, filter } = desk;
  const lines = orders.map(orderRow);
  tbody.replaceChildren(...(lines.length > 0 ? lines : [nothing(view, page, filter)]));
  const total = filter.bucket ? page.counts[filter.bucket] : page.counts.all;
  foot.hidden = lines.length === 0;
  foot.replaceChildren(h('span', null, t('shownOrders', { n: orders.length, total: Math.max(total, orders.length) })), next ? h('button', { class: 'button', onclick: () => void more(desk) }, t('more')) : '');
}

function nothing(view, { units }, filter) {
  const [title, hint] = Object.keys(filter).length > 0 ? ['noOrders_filter', 'noneFoundHint'] : view === 'team' && units.length === 0 ? ['notEnrolled', 'notEnrolledHint'] : [`noOrders_${view}`, `noOrdersHint_${view}`];
  return h('tr', { class: 'none' }, h('td', { colspan: '6' }, h('b', null, t(title)), h('span', null, t(hint))));
}

/** One order. Red is breached, yellow is warned; the words say it as well. */
function orderRow({ caseId, order, caseNumber, department, division, step, officer, category, matter, since, waitsFor, breached, warned, nextClock, dueAt, heldBefore }) {
  const tone = breached > 0 ? 'breached' : warned > 0 ? 'warned' : 'calm';
  return h('tr', { class: `row-${tone}` },
    h('td', { class: 'col-number' }, h('a', { href: `#/cases/${caseId}` }, caseNumber ?? caseId.slice(0, 8)), h('small', null, `${order === 0 ? t('leadOrder') : t('childOrder', { n: order })} · ${instantText(since)}`)),
    h('td', { class: 'col-matter' }, matter ? matterName(matter) : category ? categoryName(category) : '—'),
    h('td', { class: 'col-holder' }, department ? departmentName(department) : h('span', { class: 'faint' }, t('noLead')), h('small', null, [divisionName(division), officer ?? t('noOfficer'), heldBefore.length > 0 && t('returnedBefore', { n: heldBefore.length })].filter(Boolean).join(' · '))),
    h('td', { class: 'col-turn' }, chip(deskStep(step), step === 'disputed' || step === 'objected' ? 'hard' : step === 'signed' ? 'busy' : 'plain'), h('small', null, turnName(waitsFor))),
    nextClock ? [h('td', { class: 'col-nextLimit' }, h('span', null, clockName(nextClock)), h('small', null, dueText(dueAt))), h('td', { class: 'col-left' }, timeLeft(dueAt))]
      : [h('td', { class: 'col-nextLimit faint' }, t('noLimit')), h('td', { class: 'col-left' })]);
}

async function more(desk) {
  const page = await get(address(desk.view, desk.filter, desk.next), { signal: desk.signal });
  desk.orders = [...desk.orders, ...page.orders];
  desk.next = page.next;
  const at = desk.orders.length - page.orders.length;
  draw(desk);
  desk.tbody.children[at]?.querySelector('a')?.focus();
  say(t('shownOrders', { n: desk.orders.length, total: desk.page.counts.all }));
}

/** The first page is read again by itself; who stands in it with the keyboard, or has gone further, is left alone. */
function keepAlive(desk) {
  every(TIMES_MS, desk.signal, () => refreshTimes(desk.tbody));
  every(REREAD_MS, desk.signal, () => void reread(desk));
}

async function reread(desk) {
  if (desk.orders.length > PAGE || desk.tbody.contains(document.activeElement) || desk.filters.contains(document.activeElement) || desk.totals.contains(document.activeElement)) return;
  const page = await get(address(desk.view, desk.filter), { signal: desk.signal }).catch(() => undefined);
  if (!page || desk.signal.aborted) return;
  hear(page.now);
  Object.assign(desk, { page, orders: page.orders, next: page.next });
  count(desk);
  filters(desk);
  draw(desk);
}
