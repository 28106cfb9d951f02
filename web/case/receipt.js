import { card, chip, facts, h } from '../dom.js';
import { lawText } from '../law.js';
import { conditionName, departmentName, divisionName, matterName } from '../names.js';
import { word } from '../terms.js';
import { yuan } from '../money.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

const MONEY = new Set(['amount', 'items', 'amountAdmitted', 'minWageMonth']);
const ROWS = new Set(['steps', 'wages', 'matters', 'region', 'laterSteps', 'told', 'places']);

/** Why the case went where it went: the rows that decided and their ground, the places, the facts used, the rows that lost and what each lost on. */
export function receiptCard(events) {
  const decision = events.filter(({ type }) => type === 'routing.case-routed.v1' || type === 'routing.case-rerouted.v1').at(-1)?.data.decision;
  if (!decision) return null;
  const { pack, rows, nearest = [], inputs, reason, orders } = decision;
  const places = orders.flatMap((order) => order.places ?? []);
  return card(t('receipt'),
    h('p', null, lawText(both(reason))),
    list(rows.filter(({ table }) => ROWS.has(table)).map(({ rule, source, confidence }) => [h('b', null, ruleName(rule)), h('span', null, lawText(source)), chip(t(`confidence${confidence}`), confidence === 'A' ? 'good' : 'plain')]), 'receipt-rows'),
    places.length > 1 && h('div', null, h('h3', null, t('places')), list(places.map(({ role, department, division, fact, source }) => [h('b', null, `${divisionName(division)} ${departmentName(department)}`), h('span', null, `${t(role === 'lead' ? 'lead' : 'assist')} · ${both(conditionName(fact))} · ${lawText(source)}`)]), 'receipt-rows')),
    h('details', { class: 'receipt-more' }, h('summary', null, t('factsUsed', { n: Object.keys(inputs).length })), facts(Object.entries(inputs).map(([key, value]) => [both(conditionName(key)), valueText(key, value)]), 'facts facts-grid')),
    nearest.length > 0 && h('details', { class: 'receipt-more' }, h('summary', null, t('nearest', { n: nearest.length })), list(nearest.map(({ rule, source, lost }) => [h('b', null, rule), h('span', null, lost.map(lostText).join(isChinese() ? '；' : '; ')), h('small', null, lawText(source))]), 'receipt-rows')),
    h('p', { class: 'small' }, `${t('pack')} ${divisionName(pack.division)} ${pack.version} · `, h('code', { title: pack.hash }, pack.hash.slice(0, 12))));
}

/** `step 4` is the fourth step of the order of decisions; other rules are named as they are. */
function ruleName(rule) {
  const [, step] = /^step (\d)$/.exec(rule) ?? [];
  return step === undefined ? rule : t('ruleStep', { n: step });
}

function list(lines, className) {
  return h('ul', { class: className }, lines.map((parts) => h('li', null, parts)));
}

/** `shareWithinSmallAmount` asked for true and found false: "人均金额不超过小额标准：须为是，实为否". */
function lostText({ field, wanted, found }) {
  if (field === 'block') return t('lostBlock');
  const name = both(conditionName(field));
  return t(found === null ? 'lostUnknown' : 'lostOn', { name, wanted: cellText(wanted), found: plain(found) });
}

/** A cell of the closed grammar in words: literals or an interval. */
function cellText(text) {
  try {
    return JSON.parse(`[${text}]`).map(plain).join(isChinese() ? '、' : ', ');
  } catch {
    return text;
  }
}

function valueText(key, value) {
  if (MONEY.has(key)) return [value].flat().map((each) => (typeof each === 'number' ? yuan(each) : plain(each))).join(isChinese() ? '、' : ', ');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.values(value).map(plain).join(' – ');
  if (/^matters?$/.test(key)) return [value].flat().map(matterName).join(isChinese() ? '、' : ', ');
  return [value].flat().map((each) => (/Region$|Seat$/.test(key) ? divisionName(each) : plain(each))).join(isChinese() ? '、' : ', ');
}

function plain(value) {
  if (value === true) return t('yes');
  if (value === false) return t('no');
  return value === 'unknown' ? t('unknown') : word(value);
}
