import { fill, h, say } from './dom.js';
import { call, persist } from './net.js';
import { correcting } from './correcting.js';
import { notice, trouble } from './file.js';
import { photoPicker, sendPhotos } from './photos.js';
import { both, dueText, isChinese, t } from './words.js';

/** Where is my case: the code is the key, and what it opens names nobody. */
export async function trackScreen(main, code) {
  const answer = h('div', { class: 'answer' });
  const input = h('input', { id: 'code', value: code || '', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '20' });
  const look = async () => {
    const typed = input.value.trim().toUpperCase();
    if (typed === '') return input.focus();
    try {
      const [found, lines] = await Promise.all([persist(() => call('GET', `/v1/track/${encodeURIComponent(typed)}`), waiting), linesOf(typed)]);
      fill(answer, told(found), byText(lines), found.closed ? notice('mind', t('closed')) : adding(typed), correcting(typed));
      return say(`${t('now')} ${isChinese() ? found.stateName : found.stateNameEn}`);
    } catch (error) {
      fill(answer, trouble(error));
      return say(answer.textContent);
    }
  };
  const waiting = (n) => fill(answer, notice('mind', t('again', { n })));
  fill(main, h('h1', { tabindex: '-1' }, t('trackTitle')),
    h('form', { class: 'card', novalidate: true, onsubmit: (event) => { event.preventDefault(); look(); } }, h('div', { class: 'field' }, h('label', { for: 'code' }, t('codeLabel')), input), h('button', { class: 'big primary', type: 'submit' }, t('go'))),
    answer, h('p', { class: 'hint' }, t('pageNote')));
  if (code) await look();
}

/** `resolution.wage-paid.v1` as Wage paid. */
function inEnglish(type) {
  const words = type.split('.')[1].replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function told({ caseNumber, receivedAt, state, stateName, stateNameEn, inCharge, why, nextStep, missing, unpaidFen, paidFen, referrals, entitled, told: guide, reopenUntil, correction, closed, steps }) {
  const part = (label, ...content) => h('div', null, h('dt', null, label), h('dd', null, content));
  const body = (one) => (one && one.department ? (isChinese() ? `${one.division}${one.department.zh}` : `${one.department.en} (${one.division})`) : '');
  const holders = inCharge.map(body).filter((name) => name !== '');
  const sum = (fen) => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  return h('article', { class: 'card', 'aria-label': caseNumber, 'data-state': state },
    h('p', { class: 'hint' }, `${caseNumber} · ${t('received')} ${dueText(receivedAt)}`), h('p', { class: 'state' }, h('span', null, t('now')), h('strong', null, isChinese() ? stateName : stateNameEn)),
    h('dl', { class: 'told' },
      holders.length > 0 && part(t('whoActs'), holders.map((name) => h('div', null, name))),
      why && part(t('why'), both(why), h('small', null, `${t('ground')} ${both(why.ground)}`)),
      !closed && part(t('next'), nextStep ? [t('nextBy', { who: body(nextStep.who) && `${body(nextStep.who)} `, name: both(nextStep.name), due: dueText(nextStep.due) }), h('small', null, `${t('ground')} ${both(nextStep.ground)}`)] : t('noNext')),
      (paidFen > 0 || unpaidFen > 0) && part(t('money'), paidFen > 0 && h('div', null, t('paid', { sum: sum(paidFen) })), unpaidFen > 0 && h('div', null, t('unpaid', { sum: sum(unpaidFen) }))),
      referrals.length > 0 && part(t('referrals'), referrals.map((one) => h('div', null, both(one)))),
      missing.length > 0 && !closed && part(t('you'), missing.map((one) => h('div', null, both(one)))),
      entitled.length > 0 && part(t('entitled'), entitled.map((one) => h('div', null, both(one)))),
      guide.filter(Boolean).length > 0 && part(t('alsoAsk'), guide.filter(Boolean).map((one) => h('div', null, both(one)))),
      correction && part(t('correction'), both(correction)),
      reopenUntil && part(t('reopen'), dueText(reopenUntil))),
    h('h2', null, t('steps')), h('ol', { class: 'steps' }, steps.slice().reverse().map(({ at, type, title }) => h('li', null, h('span', null, isChinese() ? title : inEnglish(type)), h('time', { datetime: at }, dueText(String(at)))))));
}

/** The answer as a telephone agent reads it out. */
function linesOf(code) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', `/v1/track/${encodeURIComponent(code)}?as=text&lang=${isChinese() ? 'zh' : 'en'}`);
    request.onload = () => done(request.status === 200 ? request.responseText : '');
    request.onerror = () => done('');
    request.send();
  });
}

function byText(lines) {
  return lines !== '' && h('details', { class: 'card' }, h('summary', null, t('sameByText')), h('p', { class: 'as-text' }, lines.trim()), h('a', { class: 'big', href: `sms:?body=${encodeURIComponent(lines.trim())}` }, t('sms')));
}

function adding(code) {
  const words = h('textarea', { id: 'words', rows: '3', maxlength: '2000' });
  const heard = h('div', null);
  const photos = photoPicker();
  const send = async () => {
    if (words.value.trim() === '') return words.focus();
    try {
      const { outcome } = await persist(() => call('POST', `/v1/track/${encodeURIComponent(code)}/supplements`, JSON.stringify({ text: words.value.trim() })), (n) => fill(heard, notice('mind', t('again', { n }))));
      words.value = '';
      fill(heard, notice('good', t(outcome === 'unchanged' ? 'already' : 'added')));
    } catch (error) {
      fill(heard, trouble(error));
    }
    return say(heard.textContent);
  };
  const upload = h('div', null);
  return h('section', { class: 'card' }, h('h2', null, t('addWords')), h('p', { class: 'hint' }, t('addWordsHint')),
    h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); send(); } }, h('div', { class: 'field' }, h('label', { for: 'words', class: 'hidden-text' }, t('addWords')), words), h('button', { class: 'big', type: 'submit' }, t('sendWords')), heard),
    h('h2', null, t('stepPhotos')), photos.element, h('button', { class: 'big', type: 'button', onclick: () => { const chosen = photos.chosen(); fill(upload, chosen.length > 0 ? sendPhotos(code, chosen) : notice('mind', t('noPhotos'))); if (chosen.length === 0) say(t('noPhotos')); } }, t('sendPhotos')), upload, h('p', { class: 'hint' }, t('callForMore')));
}
