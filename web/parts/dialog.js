import { freshId, h } from '../dom.js';
import { t } from '../words.js';

/** Opens a dialog above the page: the browser keeps the keyboard in it, Escape closes it, and the focus goes back. `body` may use `close(answer)`; resolves with the answer. */
export function dialog(title, body) {
  return new Promise((resolve) => {
    const id = freshId('dialog');
    let answer;
    const close = (given) => { answer = given; element.close(); };
    const element = h('dialog', { class: 'dialog', 'aria-labelledby': id, onclose: () => { element.remove(); resolve(answer); } },
      h('div', { class: 'dialog-head' }, h('h2', { id }, title), h('button', { type: 'button', class: 'quiet', onclick: () => close() }, t('close'))), h('div', { class: 'dialog-body' }, body(close)));
    document.body.append(element);
    element.showModal();
  });
}

/** Asks before something that is not undone: true for yes. */
export function confirmed(title, text, yes = t('send')) {
  return dialog(title, (close) => [h('p', null, text), h('div', { class: 'row-buttons' }, h('button', { type: 'button', class: 'button primary', onclick: () => close(true) }, yes), h('button', { type: 'button', class: 'button', onclick: () => close(false) }, t('cancel')))]);
}
