import { addressWith, paramsNow } from '../address.js';
import { freshId, h } from '../dom.js';

/**
 * Tabs within a screen: `{ id, title, count?, panel: () => node }`, drawn when first opened. The chosen one stands in the address as `?tab=`, so that it can be
 * passed on; arrow keys go from one to the next.
 */
export function tabs({ label, list, chosen = paramsNow().get('tab') }) {
  const base = freshId('tab');
  const panels = list.map(({ id }, i) => h('div', { role: 'tabpanel', id: `${base}-${i}`, 'aria-labelledby': `${base}-${i}-tab`, tabindex: '-1', hidden: true, 'data-tab': id }));
  const buttons = list.map(({ title, count, id }, i) => h('button', { type: 'button', role: 'tab', id: `${base}-${i}-tab`, 'aria-controls': `${base}-${i}`, 'data-tab': id, onclick: () => choose(i) }, title, count !== undefined && h('small', null, String(count))));
  const go = { ArrowRight: (i) => (i + 1) % list.length, ArrowLeft: (i) => (i + list.length - 1) % list.length, Home: () => 0, End: () => list.length - 1 };
  const bar = h('div', { class: 'tabs', role: 'tablist', 'aria-label': label, onkeydown: (event) => {
    const to = go[event.key]?.(buttons.indexOf(event.target));
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
    buttons[to].focus();
  } }, buttons);
  function choose(i, { quiet = false } = {}) {
    buttons.forEach((button, each) => {
      button.setAttribute('aria-selected', String(each === i));
      button.tabIndex = each === i ? 0 : -1;
      panels[each].hidden = each !== i;
    });
    requestAnimationFrame(() => { bar.scrollLeft = buttons[i].offsetLeft - bar.offsetLeft - (bar.clientWidth - buttons[i].offsetWidth) / 2; }); // On a phone the chosen one may lie outside.
    if (!panels[i].hasChildNodes()) panels[i].append(...[list[i].panel()].flat(2).filter(Boolean));
    if (!quiet) history.replaceState(null, '', addressWith({ tab: i === 0 ? undefined : list[i].id }));
  }
  choose(Math.max(0, list.findIndex(({ id }) => id === chosen)), { quiet: true });
  return h('div', { class: 'tabbed' }, bar, panels);
}
