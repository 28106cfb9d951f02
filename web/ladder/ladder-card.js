import { card, chip, h } from '../dom.js';
import { instantText } from '../time.js';
import { addressed, dueOf, measureName, reasonOf } from './ladder.screen.js';
import { t } from './words.js';

/** The ways up the ladder on the page of a case, those that stand first, the highest first. */
export function ladderCard({ ladder }) {
  const lines = Object.values(ladder ?? {}).sort((a, b) => (a.status === 'settled') - (b.status === 'settled') || b.step - a.step || (a.raisedAt < b.raisedAt ? 1 : -1));
  return card(t('ladder'), lines.length === 0 ? h('p', { class: 'faint' }, t('empty')) : h('ul', { class: 'orders' }, lines.map(line)));
}

function line(row) {
  const { measure, step, status, raisedAt, acknowledgedAt, acknowledgedBy } = row;
  const settled = status === 'settled';
  return h('li', null,
    h('div', { class: 'order-head' }, h('b', null, measureName(measure)), chip(t(`status_${status}`), settled ? 'plain' : status === 'answered' ? 'good' : step > 1 ? 'hard' : 'busy')),
    h('small', null, `${reasonOf(row)} · ${instantText(raisedAt)}`),
    h('div', null, addressed(row)),
    !settled && h('div', null, `${t('due')}：`, dueOf(row)),
    acknowledgedAt ? h('small', null, `${t('receipt')} ${instantText(acknowledgedAt)} ${acknowledgedBy}`) : !settled && h('small', null, t('noReceipt')));
}
