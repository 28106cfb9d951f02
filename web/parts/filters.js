import { addressWith } from '../address.js';
import { h } from '../dom.js';
import { t } from '../words.js';

/**
 * Filters that stand in the address: a list can be passed on, and the way back works. `{ key, label, options: [[value, text]], type?: 'select' | 'date' | 'month' | 'search', none? }`;
 * `none` is what no choice is called; without it the first option is the choice.
 */
export function filters(params, list) {
  const change = (key) => (event) => { location.hash = addressWith({ [key]: event.currentTarget.value, cursor: undefined }); };
  const set = list.some(({ key }) => params.get(key));
  return h('div', { class: 'filters', role: 'group', 'aria-label': t('filters') },
    list.map((one) => h('label', null, h('span', null, one.label), control(one, params.get(one.key) ?? '', change(one.key)))),
    set && h('a', { class: 'link', href: addressWith(Object.fromEntries(list.map(({ key }) => [key, undefined]))) }, t('clear')));
}

function control({ options, type = 'select', none = t('all'), required = false }, value, onchange) {
  if (type !== 'select') return h('input', { type, value, onchange });
  return h('select', { onchange }, [...(required ? [] : [['', none]]), ...options].map(([each, text]) => h('option', { value: each, selected: value === each }, text)));
}
