import { h } from '../dom.js';
import { formOf } from '../form.js';
import { problemView } from '../problem-view.js';
import { t } from '../words.js';

/** What is sealed, behind a reason: `read({ reason })` asks for it, and the server keeps every look and its reason for ever; `show(answer)` draws it in place of the question. */
export function revealing(summary, read, show) {
  const reason = formOf({ properties: { reason: { type: 'string', maxLength: 199, description: t('revealReason') } }, required: ['reason'] });
  const answer = h('div', null);
  const look = async () => {
    try {
      form.replaceChildren(...[show(await read(reason.read()))].flat());
    } catch (error) {
      answer.replaceChildren(problemView(error));
    }
  };
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); void look(); } }, reason.element, answer, h('button', { class: 'button small-button' }, t('revealGo')));
  return h('details', { class: 'fold reveal' }, h('summary', null, summary), form);
}
