import { card, h } from '../dom.js';
import { departmentName, divisionName, eventTitle } from '../names.js';
import { actor } from '../parts/actor.js';
import { measureName, reasonOf } from '../ladder/ladder.screen.js';
import { lawText } from '../law.js';
import { word } from '../terms.js';
import { dueText, instantText } from '../time.js';
import { yuan } from '../money.js';
import { both } from '../words.js';
import { t } from './words.js';

const LATER_MS = 60_000;
const KINDS = {
  timelineSteps: ({ type }) => !type.startsWith('supervision.'),
  timelineClocks: ({ type }) => type.startsWith('supervision.'),
  timelineAll: () => true,
};

/** Everything that happened, the last first: what, who, when. */
export function timelineCard(events) {
  const list = h('ol', { class: 'timeline' });
  const buttons = Object.keys(KINDS).map((kind) => h('button', { type: 'button', onclick: () => choose(kind) }, t(kind), h('small', null, String(events.filter(KINDS[kind]).length))));
  function choose(kind) {
    Object.keys(KINDS).forEach((each, i) => buttons[i].setAttribute('aria-pressed', String(each === kind)));
    list.replaceChildren(...events.filter(KINDS[kind]).map(line).reverse());
  }
  choose('timelineSteps');
  return card(t('timeline'), h('div', { class: 'segments', role: 'group', 'aria-label': t('timeline') }, buttons), list);
}

function line({ type, data, recordedAt, meta }) {
  const at = data.at ?? recordedAt;
  const late = Date.parse(recordedAt) - Date.parse(at) > LATER_MS;
  const detail = detailOf(type, data);
  return h('li', { class: `event event-${type.split('.')[0]}${/breached|escalation-raised/.test(type) ? ' event-alarm' : ''}` },
    h('div', { class: 'event-line' }, h('b', null, eventTitle(type)), h('time', { datetime: at }, instantText(at))),
    detail.length > 0 && h('div', { class: 'event-detail' }, detail.join(' · ')),
    h('div', { class: 'event-actor' }, actor(meta.actor), late && ` · ${t('recordedLater', { time: instantText(recordedAt) })}`));
}

const place = (unit) => unit && [divisionName(unit.division), departmentName(unit.department)].join(' ');

/** The few fields that tell one event of a kind from another. Sealed fields are not shown. */
function detailOf(type, data) {
  const { unit, from, to, kind, due, amount, days, hearingOn, room, result, reason, ground, owed, performBy, decision, channelNumber, dueOn, step, measure, outcome, consequence, document } = data;
  const text = (value) => typeof value === 'string' && value;
  const clock = type.startsWith('supervision.') && text(kind) && reasonOf({ kind });
  return [
    decision?.reason && lawText(both(decision.reason)),
    unit && place(unit), from?.department && to?.department && `${place(from)} → ${place(to)}`,
    clock, text(due) && t('due', { day: dueText(due) }), typeof step === 'number' && measure && measureName(measure),
    typeof amount === 'number' && yuan(amount), Array.isArray(owed) && owed.length > 0 && yuan(owed.reduce((sum, { amount: each = 0 }) => sum + each, 0)),
    typeof days === 'number' && `+${days}`, text(hearingOn) && dueText(hearingOn), text(room), text(result) && word(result), text(performBy) && t('due', { day: dueText(performBy) }), text(dueOn) && t('due', { day: dueText(dueOn) }),
    text(channelNumber), text(data.party) && word(data.party), text(data.answer) && word(data.answer), text(data.route) && word(data.route), text(data.payer) && word(data.payer),
    text(reason) && word(reason), text(ground) && word(ground), text(outcome) && word(outcome), text(consequence) && word(consequence), text(document),
  ].filter(Boolean);
}
