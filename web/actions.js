import { card, h, say } from './dom.js';
import { post, Problem } from './api.js';
import { formOf } from './form.js';
import { lawText } from './law.js';
import { choicesOf, clockName } from './names.js';
import { problemView } from './problem-view.js';
import { effectName } from './terms.js';
import { dueText } from './time.js';
import { both, t } from './words.js';

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What can be done now, each step with its form; and what cannot, with the reason in law. */
export function actionsCard({ actions, refused }, { orders, escalations, done }) {
  const choices = { department: choicesOf('departments'), division: choicesOf('divisions'), assist: choicesOf('departments'), category: choicesOf('categories'), matter: choicesOf('matters'), conclusion: choicesOf('clueConclusions'), order: orders, escalation: escalations };
  return card(t('actions'),
    actions.length === 0 ? h('div', { class: 'empty small-empty' }, h('b', null, t('noActions')), h('p', null, t('noActionsHint'))) : h('div', { class: 'steps-open' }, actions.map((action) => openStep(action, choices, done))),
    refused.length > 0 && h('details', { class: 'fold refused' }, h('summary', null, t('refused', { n: refused.length })), h('ul', null, refused.map(refusedStep))));
}

function refusedStep({ title, reason, ground }) {
  return h('li', null, h('b', null, both(title)), h('span', null, both(reason)), h('small', null, lawText(ground)));
}

/** The form is made when the step is opened: most never are. */
function openStep(action, choices, done) {
  const body = h('div', { class: 'step-body' });
  const step = h('details', { class: 'step', ontoggle: () => { if (step.open && !body.hasChildNodes()) body.append(stepForm(action, choices, done)); } },
    h('summary', null, h('b', null, both(action.title)), h('small', null, lawText(action.ground))), body);
  return step;
}

/** Only the orders on which this caller may take the step. */
function offered({ orders }, choices) {
  return orders ? { ...choices, order: choices.order.filter(([order]) => orders.includes(Number(order))) } : choices;
}

/** Which limits the step meets or starts, and by when. */
function clocksOf({ clocks }) {
  return clocks?.length > 0 && h('ul', { class: 'step-clocks small' }, clocks.map(({ clock, effect, due }) => h('li', null, `${effectName(effect)}：${clockName(clock)}（${dueText(due)}）`)));
}

function stepForm(action, choices, done) {
  const fields = formOf(action.fields, offered(action, choices));
  const problems = h('div', { class: 'form-problems' });
  const button = h('button', { class: 'button primary' }, t('send'));
  const retryKey = key(); // Sent twice, done once.
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); void send(); } },
    clocksOf(action), fields.element, Object.keys(action.fields.properties ?? {}).every((name) => name === 'at') && h('p', { class: 'small' }, t('noFieldsNeeded')), problems, button);
  async function send() {
    button.disabled = true;
    button.textContent = t('sending');
    problems.replaceChildren();
    try {
      const answer = await post(action.href, fields.read(), { headers: { 'if-match': `"${action.version}"`, 'idempotency-key': retryKey } });
      const words = t(answer.outcome === 'unchanged' ? 'unchanged' : 'done', { title: both(action.title) });
      say(words);
      done(answer.position, words);
    } catch (error) {
      problems.replaceChildren(problemView(error));
      const { errors } = error.document ?? {};
      const lost = fields.show(errors ?? []); // What stands beside its field need not be said twice.
      if (errors) problems.replaceChildren(problemView(new Problem({ ...error.document, errors: lost })));
      button.disabled = false;
      button.textContent = t('send');
    }
  }
  return form;
}
