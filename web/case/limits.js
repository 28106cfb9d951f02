import { card, chip, h } from '../dom.js';
import { lawText } from '../law.js';
import { both } from '../words.js';
import { t } from './words.js';

const TONES = { met: 'good', unmet: 'plain', unknown: 'hard' };

/** What the law says of this case: each limit in one sentence, its steps behind a fold; those that nothing is known of come last, together. */
export function limitsCard({ limits, entitlements }) {
  const said = limits.filter((limit) => answerOf(limit) !== 'unknown' && limit.state !== 'unknown' && limit.state !== 'notStarted');
  const open = limits.filter((limit) => !said.includes(limit));
  return card(t('limits'),
    h('ul', { class: 'law-lines' }, said.map(line)),
    open.length > 0 && h('details', { class: 'receipt-more' }, h('summary', null, t('limitsOpen', { n: open.length })), h('ul', { class: 'law-lines' }, open.map(line))),
    entitled(entitlements));
}

function line(limit) {
  const { title, steps, source } = limit;
  const answer = answerOf(limit);
  return h('li', null,
    h('details', null,
      h('summary', null, h('b', null, both(title)), answer && chip(t(`answer_${answer}`), TONES[answer]), h('span', null, both(limit))),
      h('ol', { class: 'law-steps' }, steps.map((step) => h('li', null, both(step), ' ', step.answer && chip(t(`answer_${step.answer}`), TONES[step.answer]), h('small', null, ` ${lawText(step.source)}`)))),
      h('p', { class: 'small' }, `${t('basis')}：${lawText(source)}`)));
}

const answerOf = ({ answer }) => answer;

function entitled({ offered, near }) {
  if (offered.length + near.length === 0) return null;
  return h('div', null, h('h3', null, t('entitled')),
    h('ul', { class: 'law-lines' }, offered.map((offer) => h('li', null, both(offer)))),
    near.length > 0 && h('details', { class: 'receipt-more' }, h('summary', null, t('entitledNear', { n: near.length })), h('ul', { class: 'law-lines' }, near.map((offer) => h('li', null, both(offer), h('small', null, ` ${t('lacks')} ${both(offer.lacks)}`))))));
}
