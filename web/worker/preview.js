import { h } from './dom.js';
import { both, dueText, t } from './words.js';

/** Who will handle it and by when, as it stands before anything is sent. */
export function previewCard({ call, who, turnTo, by, entitled }) {
  const names = (list) => list.map((one) => h('div', null, both(one)));
  const part = (label, content) => h('div', null, h('dt', null, label), h('dd', null, content));
  return h('dl', { class: 'card told' },
    call.length > 0 && part(t('callFirst'), names(call)),
    part(t('willHandle'), who.length === 0 ? t('nobodyYet') : who.map(({ department, division }) => h('div', null, `${division} `, both(department)))),
    by.length > 0 && part(t('willBy'), by.map((one) => h('div', null, t('byDay', { name: both(one), due: dueText(one.due) }), h('small', null, ` ${both(one.ground)}`)))),
    turnTo.length > 0 && part(t('mayTurn'), names(turnTo)),
    entitled.length > 0 && part(t('mayHave'), names(entitled)));
}
