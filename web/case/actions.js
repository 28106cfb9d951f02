import { card, h } from '../dom.js';
import { commandForm } from '../parts/command-form.js';
import { lawText } from '../law.js';
import { choicesOf, clockName } from '../names.js';
import { effectName } from '../terms.js';
import { dueText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

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
  return commandForm({
    href: action.href, fields: action.fields, choices: offered(action, choices), version: action.version, title: both(action.title), done, above: clocksOf(action),
  });
}
