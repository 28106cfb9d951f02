import { facts, h } from './dom.js';
import { post } from './api.js';
import { formOf } from './form.js';
import { problemView } from './problem-view.js';
import { signedIn } from './session.js';
import { t } from './words.js';

/** Who handles cases may see whom they are about; the server keeps every look and its reason for ever. */
const MAY = new Set(['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid']);
const FIELDS = ['name', 'phone', 'text'];

export function revealer(caseId) {
  if (!MAY.has(signedIn()?.role)) return undefined;
  const reason = formOf({ properties: { reason: { type: 'string', maxLength: 199, description: t('revealReason') } }, required: ['reason'] });
  const answer = h('div', null);
  const look = async () => {
    try {
      const { personal } = await post(`/v1/audit/cases/${caseId}/personal-data`, { fields: FIELDS, ...reason.read() });
      form.replaceChildren(facts(FIELDS.map((field) => [t(`personal${field[0].toUpperCase()}${field.slice(1)}`), personal[field] ?? '—'])));
    } catch (error) {
      answer.replaceChildren(problemView(error));
    }
  };
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); void look(); } }, reason.element, answer, h('button', { class: 'button small-button' }, t('revealGo')));
  return h('details', { class: 'fold reveal' }, h('summary', null, t('reveal')), form);
}
