import { fill, h } from './dom.js';
import { isChinese, t } from './words.js';

/** Where what is wrong with a field is said, by the server's name of the field. */
export function places() {
  const known = {};
  return {
    add(name, element, input) { known[name] = { element, input }; },
    /** Says each at its field; what has no field of its own is given back. */
    say(problems) {
      Object.keys(known).forEach((name) => { fill(known[name].element); known[name].element.hidden = true; known[name].input.removeAttribute('aria-invalid'); });
      const left = [];
      let first;
      problems.forEach((problem) => {
        const place = known[problem.field];
        if (!place || place.input.closest('[hidden]')) { left.push(problem); return; }
        fill(place.element, isChinese() ? problem.zh : problem.en);
        place.element.hidden = false;
        place.input.setAttribute('aria-invalid', 'true');
        first = first || place.input;
      });
      if (first) first.focus();
      return left;
    },
  };
}

let ids = 0;

/** A labelled input with the place for what is wrong with it. */
export function field(form, name, label, input, hint) {
  const id = `f${++ids}`;
  const wrong = h('p', { class: 'wrong', id: `${id}w`, hidden: true });
  const help = hint && h('p', { class: 'hint', id: `${id}h` }, hint);
  input.id = id;
  input.setAttribute('aria-describedby', help ? `${id}h ${id}w` : `${id}w`);
  form.places.add(name, wrong, input);
  return h('div', { class: 'field' }, h('label', { for: id }, label), help, input, wrong);
}

/** An input that is kept as it is typed. */
export function text(form, name, props) {
  const input = h(props && props.rows ? 'textarea' : 'input', Object.assign({ autocomplete: 'off', value: form.values[name] || '' }, props));
  input.addEventListener('input', () => form.set(name, input.value));
  return input;
}

/** One of several, as large buttons: radio inputs, so that keyboard and reader know them. `titled`: the heading above says the same already. */
export function choice(form, name, label, options, { titled = false } = {}) {
  const group = `g${++ids}`;
  const wrong = h('p', { class: 'wrong', hidden: true });
  const boxes = options.map(([value, words]) => h('label', { class: 'pick' }, h('input', { type: 'radio', name: group, value, checked: form.values[name] === value, onchange: () => form.set(name, value) }), h('span', null, words)));
  const set = h('fieldset', { class: 'field', tabindex: '-1' }, h('legend', { class: titled && 'hidden-text' }, label), h('div', { class: 'picks' }, boxes), wrong);
  form.places.add(name, wrong, set);
  return set;
}

export function tick(form, name, label) {
  return h('label', { class: 'tick' }, h('input', { type: 'checkbox', checked: form.values[name] === true, onchange: (event) => form.set(name, event.target.checked) }), h('span', null, label));
}

/** Two lists, the second of what lies in the first. */
export function place(form, list) {
  const top = list.find(({ code }) => code === form.values.province);
  const inner = h('select', { onchange: () => form.set('city', inner.value) });
  const outer = h('select', { onchange: () => { form.set('province', outer.value); form.set('city', ''); options(inner, insideOf(list, outer.value), ''); } });
  options(outer, list, form.values.province);
  options(inner, top ? top.inside : [], form.values.city);
  return [field(form, 'province', t('province'), outer), field(form, 'place', t('city'), inner)];
}

function insideOf(list, code) {
  const found = list.find((each) => each.code === code);
  return found ? found.inside : [];
}

function options(select, list, chosen) {
  fill(select, h('option', { value: '' }, t('choose')), list.map(({ code, name }) => h('option', { value: code, selected: code === chosen }, name)));
}
