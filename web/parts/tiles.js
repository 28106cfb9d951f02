import { h } from '../dom.js';

/** Figures side by side; one with an address is the way to what it counts. `tone`: plain, warned, breached, money. */
export function tiles(list, { label } = {}) {
  return h('div', { class: 'totals totals-even', role: label && 'group', 'aria-label': label }, list.filter(Boolean).map(tile));
}

export function tile({ title, value, note, tone = 'plain', href, current, key }) {
  return h(href ? 'a' : 'div', { class: `total total-${tone}`, href, 'aria-current': current && 'true', 'data-tile': key },
    h('span', { class: 'total-name' }, title), h('span', { class: 'total-value' }, value ?? '—'), h('span', { class: 'total-note' }, note));
}
