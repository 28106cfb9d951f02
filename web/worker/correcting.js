import { fill, h, say } from './dom.js';
import { field, places, text } from './fields.js';
import { trouble, notice } from './file.js';
import { call, persist, Refused } from './net.js';
import { t } from './words.js';

/** What is written of the person and is wrong. By the code it is asked for, and an officer verifies it: what stands is not shown, and nothing of this is kept on the phone. */
export function correcting(code) {
  const form = { values: {}, places: places(), set(name, value) { form.values[name] = value; } };
  const heard = h('div', null);
  const waiting = (n) => fill(heard, notice('mind', t('again', { n })));
  const send = async () => {
    const said = {};
    Object.keys(form.values).forEach((name) => { if (form.values[name].trim() !== '') said[name] = form.values[name].trim(); });
    try {
      await persist(() => call('POST', `/v1/track/${encodeURIComponent(code)}/corrections`, JSON.stringify(said)), waiting);
      form.places.say([]);
      fill(heard, notice('good', t('correctionSent')));
    } catch (error) {
      const wrong = error instanceof Refused && error.problem.errors ? error.problem.errors.map(({ field: name, problem }) => ({ field: name, zh: problem, en: problem })) : [];
      const left = form.places.say(wrong);
      if (wrong.length > 0 && left.length === 0) fill(heard);
      else fill(heard, trouble(error));
    }
    say(heard.textContent);
  };
  return h('details', { class: 'card' }, h('summary', null, t('correct')), h('p', { class: 'hint' }, t('correctHint')),
    h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); send(); } },
      field(form, 'name', t('rightName'), text(form, 'name', { maxlength: 60 })), field(form, 'phone', t('rightPhone'), text(form, 'phone', { type: 'tel', maxlength: 11 })),
      field(form, 'idNumber', t('rightIdNumber'), text(form, 'idNumber', { maxlength: 18, autocapitalize: 'characters' })), field(form, 'reason', t('whatIsWrong'), text(form, 'reason', { maxlength: 300 })),
      h('button', { class: 'big', type: 'submit' }, t('askToCorrect')), heard));
}
