import { card, h } from '../dom.js';
import { lawText } from '../law.js';
import { both, t } from '../words.js';
import { commandForm } from './command-form.js';

/** Ids are made by the form: a person never types one. */
function without(schema, names) {
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)));
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) };
}

/**
 * Steps on what is no case, each folded with its form, and those that are refused now with why. `of(action)` gives what only the screen knows of a step: `choices` are
 * lists by field, `made` names fields that get a fresh id, `fields` another schema; `done(position, words)` follows.
 */
export function stepsCard(title, { actions, refused = [] }, { of = () => ({}), done, none }) {
  return card(title,
    actions.length === 0 ? none : h('div', { class: 'steps-open' }, actions.map((action) => step(action, of(action), done))),
    refused.length > 0 && h('details', { class: 'fold refused' }, h('summary', null, t('refused', { n: refused.length })), h('ul', null, refused.map((one) => h('li', null, h('b', null, both(one.title)), h('span', null, both(one.reason)), h('small', null, lawText(one.ground)))))));
}

function step(action, { choices = {}, made = [], fields = action.fields }, done) {
  const body = h('div', { class: 'step-body' });
  const form = () => commandForm({ href: action.href, fields: without(fields, made), adds: Object.fromEntries(made.map((name) => [name, crypto.randomUUID()])), choices, title: both(action.title), done });
  const element = h('details', { class: 'step', 'data-step': action.command, ontoggle: () => { if (element.open && !body.hasChildNodes()) body.append(form()); } }, h('summary', null, h('b', null, both(action.title)), h('small', null, lawText(action.ground))), body);
  return element;
}
