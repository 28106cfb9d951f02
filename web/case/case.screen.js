import { card, chip, facts, h } from '../dom.js';
import { get } from '../api.js';
import { listen } from '../stream.js';
import { empty } from '../parts/states.js';
import { tabs } from '../parts/tabs.js';
import { actionsCard } from './actions.js';
import { clocksCard } from './clocks.js';
import { timelineCard } from './timeline.js';
import { filesCard } from './files.js';
import { ledgerCard } from './ledger.js';
import { ladderCard } from '../ladder/ladder-card.js';
import { measureName, reasonOf } from '../ladder/ladder.screen.js';
import { limitsCard } from './limits.js';
import { receiptCard } from './receipt.js';
import { problemView } from '../problem-view.js';
import { personal, revealer } from './reveal.js';
import { every, refreshTimes } from '../live.js';
import { categoryName, departmentName, divisionName, loadNames, matterName } from '../names.js';
import { channelName, flagsOf, originName, stateName, stateTone, word } from '../terms.js';
import { hear, instantText } from '../time.js';
import { yuan } from '../money.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

const TIMES_MS = 5000;
/** What was done stays said while the clocks and processes that follow from it redraw the page. */
const SAID_MS = 15_000;

/** The page of one case: where it stands, its limits, what can be done, what happened. */
export async function screen(main, { id, signal, back }) {
  const base = `/v1/cases/${encodeURIComponent(id)}`;
  const page = { main, id, signal, back, position: undefined };
  page.reload = async (minPosition, words) => {
    const [row, { events }, actions, law, money, statistics] = await Promise.all([
      get(`${base}${minPosition ? `?minPosition=${minPosition}` : ''}`, { signal }), get(`${base}/history`, { signal }), get(`${base}/actions`, { signal }), get(`/v1/supervision/cases/${encodeURIComponent(id)}/law`, { signal }), get(`/v1/resolution/cases/${encodeURIComponent(id)}/money`, { signal }), get('/v1/supervision/statistics', { signal }), loadNames(),
    ]);
    hear(statistics.now);
    page.position = row.position;
    if (words) page.said = { words, until: performance.now() + SAID_MS };
    draw(page, row, events, { actions, law, money });
    void filesCard(id, { signal, done: (position, told) => void page.reload(position, told) }).then((element) => page.files.replaceChildren(element), (error) => { if (!signal.aborted) page.files.replaceChildren(problemView(error)); });
    if (words) page.notice.focus();
  };
  await loadNames();
  await page.reload();
  follow(page);
}

function draw(page, row, events, { actions, law, money }) {
  const { main, back, reload, said } = page;
  const words = said && performance.now() < said.until ? said.words : '';
  const done = (position, told) => void reload(position === '0' ? undefined : position, told);
  document.title = `${row.caseNumber} · ${t('product')}`;
  page.notice = h('div', { class: 'notice', hidden: !words, tabindex: '-1' }, words);
  page.files = h('div', { class: 'files' });
  main.replaceChildren(
    h('a', { class: 'back', href: back.href }, `← ${t('back', { title: both(back.title) })}`),
    head(row), page.notice,
    tabs({ label: t('caseTabs'), list: [
      { id: 'now', title: t('tabNow'), panel: () => h('div', { class: 'columns' },
        h('div', { class: 'column-main' }, clocksCard(row), actionsCard(actions, { orders: ordersIn(row), escalations: escalationsIn(row), done })),
        h('div', { class: 'column-side' }, partiesCard(row, events), factsCard(row), ordersCard(row), ladderCard(row), flagsCard(row))) },
      { id: 'timeline', title: t('timeline'), count: events.length, panel: () => timelineCard(events) },
      { id: 'money', title: t('money'), panel: () => ledgerCard(money) ?? empty(t('noMoney'), t('noMoneyHint')) },
      { id: 'files', title: t('files'), panel: () => page.files },
      { id: 'why', title: t('tabWhy'), panel: () => [receiptCard(events), limitsCard(law)] },
    ] }));
}

/** While somebody reads a fold, fills in a form or goes about with the keyboard, nothing moves: a word says that there is news. */
function follow(page) {
  const { signal, id, main } = page;
  every(TIMES_MS, signal, () => refreshTimes(main));
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
  const renamed = events.map(({ type, data }) => type === 'intake.personal-data-corrected.v1' && (data.name ?? data.idNumber) !== null).lastIndexOf(true); // What vouched before vouches no more.
  const proofs = events.filter(({ type, data }, n) => type === 'intake.identity-proven.v1' && (n > renamed || data.person !== 'requester')).map(({ data }) => data);
  const asked = askedToCorrect(events);
  const acting = events.filter(({ type }) => type === 'intake.representation-recorded.v1').at(-1)?.data;
  const said = requester && [vouchedFor('requester', proofs), requester.migrantWorker && t('migrant'), requester.secrecy && t('secrecy'), requester.representedBy && t('represented')].filter(Boolean);
  return card(t('parties'), facts([
    requester && [t('requester'), [h('span', { class: 'masked', 'aria-label': t('masked') }, '＊＊＊'), h('small', null, [t('masked'), ...said].join(' · '))]],
    asked.length > 0 && [t('correctionAsked'), [asked.map((field) => t(personal(field))).join(isChinese() ? '、' : ', '), h('small', null, t('correctionHint'))]],
    acting && [t('acting'), [word(acting.relation), h('small', null, [word(acting.basis), vouchedFor('representative', proofs)].join(' · '))]],
    employer && [t('employer'), employer],
    project && [t('project'), project],
  ]), (requester || asked.length > 0) && revealer(caseId, asked));
}

/** The fields that the person asked to be put right, while nobody has settled it. */
function askedToCorrect(events) {
  const last = events.filter(({ type }) => /^intake\.(correction-requested|personal-data-corrected|correction-declined)\.v1$/.test(type)).at(-1);
  return last?.type === 'intake.correction-requested.v1' ? ['name', 'phone', 'idNumber'].filter((field) => last.data[field]) : [];
}

/** The latest way by which it is known who the person is, and when. */
function vouchedFor(person, proofs) {
  const proof = proofs.filter((one) => one.person === person).at(-1);
  if (!proof) return t('identityUnproven');
  const seen = /^seen:(.+)$/.exec(proof.method);
  return `${t('identityProven')}${isChinese() ? '（' : ' ('}${seen ? word(seen[1]) : proof.method}${isChinese() ? '，' : ', '}${instantText(proof.provenAt)}${isChinese() ? '）' : ')'}`;
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

/** The ways up the ladder that stand, as a step's form offers them. */
function escalationsIn({ ladder }) {
  const standing = Object.entries(ladder ?? {}).filter(([, { status, kind }]) => status !== 'settled' && kind !== 'listed');
  return standing.map(([id, line]) => [id, `${measureName(line.measure)} · ${reasonOf(line)} · ${instantText(line.raisedAt)}`]);
}
