import { card, freshId, h } from '../dom.js';
import { get } from '../api.js';
import { commandForm } from '../parts/command-form.js';
import { dialog } from '../parts/dialog.js';
import { empty, section } from '../parts/states.js';
import { problemView } from '../problem-view.js';
import { word } from '../terms.js';
import { dayText } from '../time.js';
import { isChinese } from '../words.js';
import { t } from './words.js';

const MINUTES = ['30', '60', '90', '120', '180', '240'];
const USUAL = '60';
const DAYS = '14';

/** Takes a time for a case, or another than it has: the case, the length, and then one of the times at which room and panel are free. */
export function bookingCard({ division, from, signal, again }) {
  return card(t('book'), h('p', { class: 'small' }, t('bookHint')), section(() => get(`/v1/resolution/hearings/waiting?division=${division}`, { signal }), ({ cases }) => choosing({ division, from, signal, again }, cases), signal));
}

function choosing(at, cases) {
  const ready = cases.filter(({ arbitrators }) => arbitrators.length > 0);
  const unmanned = cases.length - ready.length;
  const waits = unmanned > 0 && h('p', { class: 'small' }, t('noPanelN', { n: unmanned }));
  if (ready.length === 0) return [empty(t('noCase'), t('noCaseHint')), waits];
  const found = h('div', { role: 'status' });
  const [which, minutes] = [h('select', { id: freshId('case') }, ready.map((one) => h('option', { value: one.caseId }, caseText(one)))), h('select', { id: freshId('minutes') }, MINUTES.map((n) => h('option', { value: n, selected: n === USUAL }, t('minutesN', { n }))))];
  const look = async () => {
    try {
      const { slots } = await get(`/v1/resolution/hearings/slots?${new URLSearchParams({ division: at.division, from: at.from, days: DAYS, minutes: minutes.value, caseId: which.value })}`, { signal: at.signal });
      found.replaceChildren(...freeTimes(slots, ready.find(({ caseId }) => caseId === which.value), at));
    } catch (error) {
      found.replaceChildren(problemView(error));
    }
  };
  const field = (label, control) => h('div', { class: 'field' }, h('label', { for: control.id }, label), control);
  for (const control of [which, minutes]) control.addEventListener('change', () => found.replaceChildren()); // What was found was found for another.
  return [h('form', { class: 'booking', onsubmit: (event) => { event.preventDefault(); void look(); } }, field(t('case'), which), field(t('length'), minutes), h('button', { class: 'button primary' }, t('find'))), found, waits];
}

function caseText({ caseNumber, kind, arbitrators, hearing }) {
  const set = hearing && t('setFor', { day: dayText(hearing.on, { weekday: false }), from: hearing.from ?? '' });
  return [caseNumber, kind === 'simplified' ? t('simplified') : word(kind), arbitrators.join(isChinese() ? '、' : ', '), set].filter(Boolean).join(' · ');
}

function freeTimes(slots, one, at) {
  if (slots.length === 0) return [empty(t('noSlot'), t('noSlotHint'))];
  const days = [...new Set(slots.map(({ on }) => on))];
  return days.map((on, i) => h('details', { class: 'fold', open: i === 0 }, h('summary', null, `${dayText(on)} · ${t('slotsN', { n: slots.filter((slot) => slot.on === on).length })}`),
    h('div', { class: 'slots' }, slots.filter((slot) => slot.on === on).map((slot) => h('button', { class: 'button small-button', type: 'button', onclick: () => void take(slot, one, at) }, `${slot.from}–${slot.to} ${slot.room}`)))));
}

/** Whoever moves a hearing says why. */
async function take({ on, from, to, room, online }, { caseId, caseNumber, hearing }, { again }) {
  const properties = { ...(hearing && { moved: { type: 'string', enum: [], description: t('moved') } }), ...(online && { online: { type: 'boolean', description: t('onlineField') } }) };
  const title = t('takeTitle', { number: caseNumber, day: dayText(on), from, to, room });
  const taken = await dialog(title, (close) => commandForm({
    href: '/v1/resolution/hearings', title: t('book'), button: t('book'), adds: { caseId, on, from, to, room }, done: () => close(true),
    fields: { type: 'object', properties, required: hearing ? ['moved'] : [] }, choices: { moved: ['party', 'arbitrator', 'room', 'service', 'other'].map((why) => [why, t(`moved_${why}`)]) },
  }));
  if (taken) again();
}
