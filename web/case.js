import { card, chip, facts, h } from './dom.js';
import { get } from './api.js';
import { listen } from './stream.js';
import { boardAddress } from './board.js';
import { actionsCard } from './actions.js';
import { clocksCard } from './clocks.js';
import { timelineCard } from './timeline.js';
import { filesCard } from './files.js';
import { ledgerCard } from './ledger.js';
import { limitsCard } from './limits.js';
import { receiptCard } from './receipt.js';
import { revealer } from './reveal.js';
import { refreshTimes } from './board-row.js';
import { categoryName, clockName, departmentName, divisionName, loadNames, matterName } from './names.js';
import { channelName, flagsOf, originName, stateName, stateTone } from './terms.js';
import { hear, instantText } from './time.js';
import { yuan } from './money.js';
import { both, isChinese, t } from './words.js';

const TIMES_MS = 5000;
/** What was done stays said while the clocks and processes that follow from it redraw the page. */
const SAID_MS = 15_000;

/** The page of one case: where it stands, its limits, what can be done, what happened. */
export async function caseScreen(main, { id, signal }) {
  const base = `/v1/cases/${encodeURIComponent(id)}`;
  const page = { main, id, signal, position: undefined };
  page.reload = async (minPosition, words) => {
    const [row, { events }, actions, law, money, statistics] = await Promise.all([
      get(`${base}${minPosition ? `?minPosition=${minPosition}` : ''}`, { signal }), get(`${base}/history`, { signal }), get(`${base}/actions`, { signal }), get(`/v1/supervision/cases/${encodeURIComponent(id)}/law`, { signal }), get(`/v1/resolution/cases/${encodeURIComponent(id)}/money`, { signal }), get('/v1/supervision/statistics', { signal }), loadNames(),
    ]);
    hear(statistics.now);
    page.position = row.position;
    if (words) page.said = { words, until: performance.now() + SAID_MS };
    draw(page, row, events, { actions, law, money });
    void filesCard(id, { signal, done: (position, told) => void page.reload(position, told) }).then((element) => page.files.replaceChildren(element), () => undefined); // What a role may not list is not shown.
    if (words) page.notice.focus();
  };
  await loadNames();
  await page.reload();
  follow(page);
}

function draw(page, row, events, { actions, law, money }) {
  const { main, reload, said } = page;
  const words = said && performance.now() < said.until ? said.words : '';
  const done = (position, told) => void reload(position === '0' ? undefined : position, told);
  document.title = `${row.caseNumber} · ${t('product')}`;
  page.notice = h('div', { class: 'notice', hidden: !words, tabindex: '-1' }, words);
  page.files = h('div', { class: 'files' });
  main.replaceChildren(
    h('a', { class: 'back', href: boardAddress() }, `← ${t('back')}`),
    head(row), page.notice,
    h('div', { class: 'columns' },
      h('div', { class: 'column-main' }, clocksCard(row), actionsCard(actions, { orders: ordersIn(row), escalations: escalationsIn(events), done }), page.files, receiptCard(events), limitsCard(law)),
      h('div', { class: 'column-side' }, partiesCard(row, events), factsCard(row), ledgerCard(money), ordersCard(row), flagsCard(row), timelineCard(events))));
}

/** While somebody reads a fold, fills in a form or goes about with the keyboard, nothing moves: a word says that there is news. */
function follow(page) {
  const { signal, id, main } = page;
  const timer = setInterval(() => refreshTimes(main), TIMES_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  const news = (row) => {
    if (row.caseId !== id || BigInt(row.position) <= BigInt(page.position)) return;
    page.position = row.position;
    const busy = main.querySelector('details[open], .why > *') || main.querySelector(':is(a, button, summary, input, select, textarea):focus');
    if (!busy) return void page.reload();
    page.notice.replaceChildren(t('changedElsewhere'), ' ', h('button', { class: 'link', onclick: () => void page.reload() }, t('refresh')));
    page.notice.hidden = false;
  };
  void listen({ signal, onCase: news, onState: () => undefined });
}

function head({ caseNumber, state, stateName: zh, category, receivedAt, handlingDivision, lead, breached, warned, escalation, listed, closedUnpaid, channelOrders, origin }) {
  return h('div', { class: 'case-head' },
    h('div', null,
      h('p', { class: 'case-place' }, [divisionName(handlingDivision), category && categoryName(category), `${t('received')} ${instantText(receivedAt, { weekday: true })}`].filter(Boolean).join(' · ')),
      h('h1', { tabindex: '-1' }, caseNumber),
      h('p', { class: 'case-chips' }, chip(stateName(state, zh), stateTone(state)), breached > 0 && chip(`${t('late')} ${breached}`, 'breached'), warned > 0 && chip(`${t('soon')} ${warned}`, 'warned'), escalation > 0 && chip(t('step', { n: escalation }), 'hard'), listed && chip(t('listed'), 'hard'), closedUnpaid && chip(t('closedUnpaid'), 'breached'))),
    facts([
      [t('lead'), lead ? departmentName(lead) : t('noLead')],
      [t('channels'), channelOrders.map(({ channel, channelNumber }) => h('div', null, `${channelName(channel)} `, h('span', { class: 'number' }, channelNumber)))],
      [t('origin'), originName(origin)],
    ], 'facts head-facts'));
}

function partiesCard({ caseId, employer, project }, events) {
  const requester = events.find(({ type }) => type === 'intake.claim-filed.v1')?.data.requester;
  const said = requester && [t(requester.identity === 'unproven' ? 'identityUnproven' : 'identityProven'), requester.migrantWorker && t('migrant'), requester.secrecy && t('secrecy'), requester.representedBy && t('represented')].filter(Boolean);
  return card(t('parties'), facts([
    requester && [t('requester'), [h('span', { class: 'masked', 'aria-label': t('masked') }, '＊＊＊'), h('small', null, [t('masked'), ...said].join(' · '))]],
    employer && [t('employer'), employer],
    project && [t('project'), project],
  ]), requester && revealer(caseId));
}

function factsCard({ facts: known, missing }) {
  const pairs = [
    known.amount !== undefined && [t('amount'), yuan(known.amount)],
    known.workers !== undefined && [t('workers'), t('people', { n: known.workers })],
    known.months !== undefined && [t('months'), String(known.months)],
    known.periodFrom && known.periodTo && [t('period'), `${known.periodFrom} – ${known.periodTo}`],
    missing.length > 0 && [t('missing'), missing.map((gap) => both(gap)).join(isChinese() ? '、' : ', ')],
  ].filter(Boolean);
  return pairs.length > 0 && card(t('caseFacts'), facts(pairs, 'facts facts-grid'));
}

function ordersCard({ orders, guide }) {
  return card(t('orders'),
    orders.length === 0 ? h('p', { class: 'faint' }, t('noOrders')) : h('ul', { class: 'orders' }, orders.map(orderLine)),
    guide.length > 0 && h('p', { class: 'small' }, `${t('told')}：${guide.map(departmentName).join(isChinese() ? '、' : ', ')}`));
}

function orderLine({ order, matter, department, division, assist, signed, officer, concluded }) {
  return h('li', null,
    h('div', { class: 'order-head' }, h('b', null, department ? departmentName(department) : t('noLead')), chip(t(concluded ? 'concluded' : signed ? 'signed' : 'notSigned'), concluded ? 'good' : signed ? 'busy' : 'plain')),
    h('small', null, [order === 0 ? t('leadOrder') : t('childOrder', { n: order }), divisionName(division), matter && matterName(matter), officer && `${t('officer')} ${officer}`].filter(Boolean).join(' · ')),
    assist.length > 0 && h('small', null, `${t('assist')}：${assist.map(departmentName).join(isChinese() ? '、' : ', ')}`));
}

function flagsCard({ flags, rules }) {
  const set = flagsOf(flags);
  return card(t('flags'),
    set.length === 0 ? h('p', { class: 'faint' }, t('noFlags')) : h('p', { class: 'chips' }, set.map(({ text, loud }) => chip(text, loud ? 'hard' : 'plain'))),
    rules.length > 0 && h('p', { class: 'small' }, `${t('rules')}：${rules.join(isChinese() ? '、' : ', ')}`));
}

/** The orders of the case by number, as a step's form offers them. */
function ordersIn({ orders }) {
  return orders.map(({ order, department }) => [String(order), `${order} · ${department ? departmentName(department) : t('noLead')}`]);
}

/** The escalations that wait for an answer, as a step's form offers them. */
function escalationsIn(events) {
  const settled = new Set(events.filter(({ type }) => /escalation-(answered|settled)/.test(type)).map(({ data }) => data.escalation));
  return events.filter(({ type, data }) => type === 'supervision.escalation-raised.v1' && !settled.has(data.escalation)).map(({ data }) => [data.escalation, `${clockName(data.kind)} · ${instantText(data.at)}`]);
}
