import { h, say } from '../dom.js';
import { post, Problem } from '../api.js';
import { formOf } from '../form.js';
import { problemView } from '../problem-view.js';
import { t } from '../words.js';

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A command as a form: its fields by their JSON Schema, what is wrong beside each of them, and `done(position, words, answer)` once it is given.
 * `version` is the one the person saw; `adds` goes with what was filled in; `button` names it otherwise than `send`.
 */
export function commandForm({ href, fields: schema, choices = {}, version, title, done, above, adds = {}, button: label = t('send') }) {
  const fields = formOf(schema, choices);
  const problems = h('div', { class: 'form-problems' });
  const button = h('button', { class: 'button primary' }, label);
  const retryKey = key(); // Sent twice, done once.
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); void send(); } },
    above, fields.element, Object.keys(schema.properties ?? {}).every((name) => name === 'at') && h('p', { class: 'small' }, t('noFieldsNeeded')), problems, button);
  async function send() {
    button.disabled = true;
    button.textContent = t('sending');
    problems.replaceChildren();
    try {
      const answer = await post(href, { ...adds, ...fields.read() }, { headers: { 'idempotency-key': retryKey, ...(version !== undefined && { 'if-match': `"${version}"` }) } });
      const words = t(answer.outcome === 'unchanged' ? 'unchanged' : 'done', { title });
      say(words);
      done(answer.position, words, answer);
    } catch (error) {
      problems.replaceChildren(problemView(error));
      const { errors } = error.document ?? {};
      const lost = fields.show(errors ?? []); // What stands beside its field need not be said twice.
      if (errors) problems.replaceChildren(problemView(new Problem({ ...error.document, errors: lost })));
      button.disabled = false;
      button.textContent = label;
    }
  }
  return form;
}
