import { h } from '../dom.js';
import { problemView } from '../problem-view.js';
import { t } from '../words.js';

export const loading = () => h('p', { class: 'loading' }, t('loading'));

/** Nothing is there, why, and what to do about it. */
export function empty(title = t('nothingHere'), hint = '', action) {
  return h('div', { class: 'empty small-empty' }, h('b', null, title), hint && h('p', null, hint), action);
}

/**
 * A part of a screen that is read by itself: loading, then what `read` gives as `draw` shows it, or the problem with a way to try again.
 * The rest of the screen stands, whatever becomes of it.
 */
export function section(read, draw, signal) {
  const place = h('div', { class: 'section', 'aria-busy': 'true' }, loading());
  const fill = async () => {
    place.setAttribute('aria-busy', 'true');
    try {
      place.replaceChildren(...[draw(await read())].flat().filter(Boolean));
    } catch (error) {
      if (signal?.aborted) return;
      place.replaceChildren(problemView(error), h('button', { class: 'button', type: 'button', onclick: () => void fill() }, t('retry')));
    }
    place.removeAttribute('aria-busy');
  };
  void fill();
  return place;
}
