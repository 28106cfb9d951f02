import { chip, h, say } from '../dom.js';
import { get } from '../api.js';
import { eventTitle } from '../names.js';
import { problemView } from '../problem-view.js';
import { dueText, instantText } from '../time.js';
import { stateName, stateTone } from '../terms.js';
import { yuan } from '../money.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

/** For the worker: where is my case, who acts next, by when. No sign-in; the code is the key, so it stays out of every address that is sent. */
export async function screen(main, { id, signal }) {
  const answer = h('div', { class: 'track-answer' });
  const input = h('input', { id: 'code', name: 'code', value: id ?? '', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', inputmode: 'text', maxlength: '20', required: true, 'aria-describedby': 'code-hint' });
  const form = h('form', { class: 'track-form', novalidate: true, onsubmit: (event) => { event.preventDefault(); void look(input.value, answer, signal); } },
    h('label', { for: 'code' }, t('trackingCode')), h('div', { class: 'track-line' }, input, h('button', { class: 'button primary' }, t('trackGo'))), h('p', { id: 'code-hint', class: 'small' }, t('trackPrivate')));
  main.replaceChildren(h('div', { class: 'track-head' }, h('h1', { tabindex: '-1' }, t('trackTitle')), h('p', null, t('trackLead'))), h('div', { class: 'card' }, form), answer, h('p', { class: 'small help' }, t('callHelp')));
  if (id) await look(id, answer, signal);
}

async function look(typed, answer, signal) {
  const code = typed.trim().toUpperCase();
  if (code === '') return document.getElementById('code').focus();
  try {
    const found = await get(`/v1/track/${encodeURIComponent(code)}`, { signal });
    answer.replaceChildren(told(found));
    say(`${t('whereNow')}：${stateName(found.state, found.stateName)}`);
  } catch (error) {
    if (signal.aborted) return;
    answer.replaceChildren(problemView(error));
  }
}

function told(found) {
  const { caseNumber, receivedAt, state, stateName: zh, closed, inCharge, told: guide, nextStep, missing, unpaidFen, closedUnpaid, steps, entitled = [], canDo = [], reopenUntil = null, correction = null } = found;
  const holders = inCharge.filter(({ department }) => department);
  return h('article', { class: 'card told', 'aria-label': caseNumber },
    h('header', null, h('p', { class: 'small' }, `${caseNumber} · ${t('received')} ${instantText(receivedAt)}`),
      h('p', { class: 'told-state' }, h('span', null, t('whereNow')), h('strong', null, stateName(state, zh)), closed && chip(t('caseClosed'), stateTone(state)), closedUnpaid && chip(t('closedUnpaid'), 'breached'))),
    h('dl', { class: 'told-facts' },
      part(t('whoActs'), holders.length === 0 ? t('noLead') : holders.map(({ department, division }) => h('div', null, both(department), h('small', null, ` ${division}`)))),
      !closed && part(t('nextBy'), nextStep ? t('nextBySentence', { name: both(nextStep.name), due: dueText(nextStep.due) }) : t('noNext')),
      unpaidFen > 0 && part(t('money'), t('stillUnpaid', { sum: yuan(unpaidFen) })),
      missing.length > 0 && part(t('youShould'), missing.map((gap) => both(gap)).join(isChinese() ? '、' : ', ')),
      entitled.length > 0 && part(t('youGet'), entitled.map((offer) => h('div', null, both(offer)))),
      canDo.length > 0 && part(t('youCan'), canDo.map((step) => both(step)).join(isChinese() ? '、' : '; ')),
      correction && part(t('correction'), both(correction)),
      reopenUntil && part(t('reopenBy'), t('reopenBySentence', { due: dueText(reopenUntil) })),
      guide.length > 0 && part(t('alsoAsk'), guide.map((one) => h('div', null, both(one))))),
    h('h2', null, t('stepsSoFar')),
    h('ol', { class: 'steps' }, [...steps].reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).map(({ at, type, title }) => h('li', null, h('span', null, isChinese() ? title : eventTitle(type)), h('time', { datetime: at }, instantText(at))))));
}

function part(label, ...content) {
  return h('div', null, h('dt', null, label), h('dd', null, content));
}
