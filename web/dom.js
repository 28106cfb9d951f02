/** An element: `h('a', { class: 'link', href: '#/' }, '看板')`. Handlers are properties `onclick`, so that no inline script is needed. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false && child !== ''));
  return element;
}

let ids = 0;
export const freshId = (name) => `${name}-${++ids}`;

/** Says something to those who do not see the screen change. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

/** Label and value, one below the other. */
export function facts(pairs, className = 'facts') {
  return h('dl', { class: className }, pairs.filter(Boolean).map(([label, value]) => h('div', null, h('dt', null, label), h('dd', null, value))));
}

export function card(title, ...children) {
  const id = freshId('card');
  return h('section', { class: 'card', 'aria-labelledby': id }, h('h2', { id }, title), ...children);
}

export const chip = (text, tone = 'plain') => h('span', { class: `chip chip-${tone}` }, text);
