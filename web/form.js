import { freshId, h } from './dom.js';
import { fenOf } from './money.js';
import { fieldName, word } from './terms.js';
import { isChinese, t } from './words.js';

/** In the schema an amount names its unit; nobody types Fen. */
const IN_FEN = /（分）$| in fen$/;
const LONG_TEXT = 200;

/**
 * A form made of a JSON Schema. `read()` gives the body, without the fields left empty; `show(errors)` puts the server's words to
 * the fields they name and gives back those that found none. `choices` are lists of `[value, label]` by field name.
 */
export function formOf(schema, choices = {}) {
  const places = new Map();
  const fields = fieldsIn(schema, '', { choices, places });
  const ordered = [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
  return {
    element: h('div', { class: 'fields' }, ordered.map(({ element }) => element)),
    empty: fields.length === 0,
    read: () => objectOf(fields),
    show(errors) {
      for (const place of places.values()) place.say('');
      const lost = errors.filter(({ field, problem }) => !placeOf(places, field)?.say(problem));
      [...places.values()].find(({ wrong }) => wrong())?.focus();
      return lost;
    },
  };
}

function objectOf(fields) {
  return Object.fromEntries(fields.map(({ name, read }) => [name, read()]).filter(([, value]) => value !== undefined));
}

/** The field itself or the nearest that holds it. */
function placeOf(places, path) {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')) if (places.has(at)) return places.get(at);
  return undefined;
}

function fieldsIn({ properties = {}, required = [] }, path, context) {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const at = path ? `${path}.${name}` : name;
    const field = fieldOf({ name, at, schema, required: required.includes(name), choices: context.choices[name] }, context);
    return field ? [{ name, required: required.includes(name), ...field }] : [];
  });
}

function fieldOf(field, context) {
  const { schema, choices } = field;
  const type = [schema.type].flat().find((one) => one !== 'null');
  if (type === 'array') return schema.items?.properties ? rows(field, context) : list(field, context);
  if (type === 'object') return schema.properties ? group(field, context) : undefined; // A free object has no form; the API takes it.
  if (choices) return one(field, context, select(choices, field.required), (value) => (type === 'integer' ? numberOf(value) : value || undefined));
  if (schema.enum) return one(field, context, select(schema.enum.filter((value) => value !== null).map((value) => [value, word(value)]), field.required), (value) => value || undefined);
  if (type === 'boolean') return one(field, context, select([['true', t('yes')], ['false', t('no')]], field.required), (value) => (value === '' ? undefined : value === 'true'));
  if (schema.format === 'date') return one(field, context, h('input', { type: 'date' }), (value) => value || undefined);
  if (schema.format === 'date-time') return moment(field, context);
  if (IN_FEN.test(schema.description ?? '')) return money(field, context);
  if (type === 'integer' || type === 'number') return one(field, context, h('input', { inputmode: 'numeric', class: 'short' }), numberOf);
  return one(field, context, schema.maxLength >= LONG_TEXT ? h('textarea', { rows: '3', maxlength: schema.maxLength }) : h('input', { maxlength: schema.maxLength, autocomplete: 'off' }), (value) => value.trim() || undefined);
}

/** What is no number goes to the server as it was typed: it says what is wrong. */
function numberOf(value) {
  const text = value.trim();
  if (text === '') return undefined;
  return Number.isNaN(Number(text)) ? text : Number(text);
}

function money(field, context) {
  const input = h('input', { inputmode: 'decimal', class: 'short', placeholder: '0.00' });
  const description = field.schema.description.replace(IN_FEN, '') + t('inYuan');
  return one({ ...field, schema: { ...field.schema, description }, inOurWords: t('notMoney') }, context, input, (value) => (value.trim() === '' ? undefined : fenOf(value) ?? value.trim()));
}

function moment(field, context) {
  const input = h('input', { type: 'datetime-local', step: '1' });
  const read = (value) => (value ? `${value.length === 16 ? `${value}:00` : value}+08:00` : undefined);
  return field.name !== 'at' ? one(field, context, input, read) : foldedMoment(field, context, input, read);
}

/** Nearly always it happens now: the field for an earlier time is folded away. */
function foldedMoment(field, context, input, read) {
  const built = one({ ...field, schema: { ...field.schema, description: t('happenedAt') } }, context, input, read);
  return { ...built, element: h('details', { class: 'fold' }, h('summary', null, t('whenBefore')), built.element) };
}

/** Where something must be chosen and there is one thing only, it is chosen. */
function select(options, required) {
  const only = required && options.length === 1;
  return h('select', null, !only && h('option', { value: '' }, required ? t('choose') : '—'), options.map(([value, label]) => h('option', { value }, label)));
}

function labelOf({ name, schema, required }) {
  return [schema.description ?? fieldName(name), h('small', null, t(required ? 'required' : 'optional'))];
}

/** A single input with its label and the place for what is wrong with it. */
function one(field, { places }, input, parse) {
  const id = freshId(field.name);
  const problem = h('p', { class: 'field-problem', id: `${id}-problem`, hidden: true });
  input.id = id;
  input.setAttribute('aria-describedby', problem.id);
  if (field.required) input.setAttribute('aria-required', 'true');
  places.set(field.at, sayingPlace(input, problem, field.inOurWords));
  return { element: h('div', { class: 'field' }, h('label', { for: id }, labelOf(field)), input, problem), read: () => parse(input.value) };
}

/** An empty field is told to be filled in, whatever else the server finds wrong with nothing. */
function sayingPlace(input, problem, inOurWords) {
  const said = new Set();
  return {
    say(text) {
      if (text === '') said.clear();
      else said.add(input.value === '' ? t('fillIn') : inOurWords ?? text);
      problem.textContent = [...said].join(isChinese() ? '；' : '; ');
      problem.hidden = said.size === 0;
      if (said.size > 0) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      return true;
    },
    wrong: () => said.size > 0,
    focus: () => (input.matches('fieldset') ? input.querySelector('input, select, textarea, button') : input)?.focus(),
  };
}

/** Words or names: one per line, or chosen from a list. */
function list(field, context) {
  const options = field.choices ?? field.schema.items?.enum?.map((value) => [value, word(value)]);
  if (options) {
    const input = h('select', { multiple: true, size: String(Math.min(6, options.length)) }, options.map(([value, label]) => h('option', { value }, label)));
    return one(field, context, input, () => filled([...input.selectedOptions].map(({ value }) => value), field));
  }
  const description = `${field.schema.description ?? fieldName(field.name)}（${t('onePerLine')}）`;
  return one({ ...field, schema: { ...field.schema, description } }, context, h('textarea', { rows: '2' }), (value) => filled(value.split('\n').map((line) => line.trim()).filter(Boolean), field));
}

const filled = (values, { required }) => (values.length > 0 || required ? values : undefined);

function group(field, context) {
  const fields = fieldsIn(field.schema, field.at, context);
  const read = () => {
    const value = objectOf(fields);
    return Object.keys(value).length > 0 || field.required ? value : undefined;
  };
  return { element: h('fieldset', null, h('legend', null, labelOf(field)), fields.map(({ element }) => element)), read };
}

/** A list of objects: a line for each, as many as are needed. */
function rows(field, context) {
  const problem = h('p', { class: 'field-problem', hidden: true });
  const body = h('div', { class: 'rows' });
  const lines = [];
  const add = () => {
    const fields = fieldsIn(field.schema.items, `${field.at}[${lines.length}]`, context);
    const element = h('div', { class: 'row-line' }, fields.map((each) => each.element));
    lines.push({ fields, element });
    body.append(element);
    remove.hidden = false;
  };
  const drop = () => { // Only the last: the others keep the path by which the server names their fields.
    lines.pop().element.remove();
    remove.hidden = lines.length <= (field.required ? 1 : 0);
  };
  const remove = h('button', { type: 'button', class: 'quiet', hidden: true, onclick: drop }, t('removeRow'));
  const fieldset = h('fieldset', null, h('legend', null, labelOf(field)), body, problem, h('div', { class: 'row-buttons' }, h('button', { type: 'button', class: 'button small-button', onclick: add }, t('addRow')), remove));
  context.places.set(field.at, sayingPlace(fieldset, problem));
  if (field.required) add();
  remove.hidden = true;
  return { element: fieldset, read: () => filled(lines.map(({ fields }) => objectOf(fields)), field) };
}
