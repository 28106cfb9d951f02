import { fill, h, say } from './dom.js';
import { call, persist, Refused } from './net.js';
import { sha256 } from './sha256.js';
import { t } from './words.js';

const MAX = 10;
const BYTES_MAX = 20 * 1024 * 1024;
/** How often a photo that came in otherwise than it was sent is sent again. */
const TIMES_DAMAGED = 3;

/** Chosen photos, as they were taken: a proof is not made smaller. */
export function photoPicker() {
  let files = [];
  const list = h('ul', { class: 'photos' });
  const draw = () => fill(list, files.map((file, i) => h('li', null, h('span', null, file.name, h('small', null, ` ${Math.ceil(file.size / 1024)} KB`), file.size > BYTES_MAX && h('span', { class: 'wrong' }, ` ${t('tooBig')}`)),
    h('button', { class: 'plain', type: 'button', 'aria-label': `${t('drop')} ${file.name}`, onclick: () => { files = files.filter((_, at) => at !== i); draw(); } }, t('drop')))));
  const input = h('input', { type: 'file', id: 'photos', accept: 'image/*', multiple: true, class: 'hidden-text', onchange: () => { files = files.concat(Array.from(input.files)).slice(0, MAX); input.value = ''; draw(); } });
  return { element: h('div', null, h('p', { class: 'hint' }, t('photosHint')), input, h('label', { for: 'photos', class: 'big' }, t('addPhotos')), list), chosen: () => files.filter(({ size }) => size <= BYTES_MAX) };
}

/** Sends photos one after the other under the tracking code; each is told apart by its SHA-256, which the server gives back of what it received. */
export function sendPhotos(code, files) {
  const rows = files.map((file) => {
    const bar = h('progress', { max: '1', value: '0', 'aria-label': file.name });
    const state = h('span', null, t('photoWait'));
    const retry = h('button', { class: 'plain', type: 'button', hidden: true }, t('tryAgain'));
    return { file, bar, state, retry, row: h('li', null, h('span', null, file.name), bar, state, retry) };
  });
  const one = async ({ file, bar, state, retry }) => {
    retry.hidden = true;
    try {
      const hash = sha256(await bytesOf(file));
      for (let times = 1; ; times++) {
        const { sha256: received, outcome } = await persist(() => call('POST', `/v1/track/${encodeURIComponent(code)}/evidence`, formOf(file), { progress: (part) => { bar.value = part; } }), () => fill(state, t('photoAgain')));
        if (received === hash) return fill(state, t(outcome === 'unchanged' ? 'photoSame' : 'photoDone'));
        if (times === TIMES_DAMAGED) throw new Refused(0);
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      fill(state, error.problem.detail || error.problem.title || t('photoFailed'));
      retry.hidden = false;
      retry.onclick = () => one({ file, bar, state, retry });
    }
    return undefined;
  };
  rows.reduce((before, row) => before.then(() => one(row)), Promise.resolve()).then(() => say(rows.map(({ file, state }) => `${file.name} ${state.textContent}`).join('，')));
  return h('ul', { class: 'photos sending' }, rows.map(({ row }) => row));
}

function formOf(file) {
  const form = new FormData();
  form.append('kind', 'photo');
  form.append('file', file, file.name);
  return form;
}

function bytesOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(new Uint8Array(reader.result));
    reader.onerror = () => failed(new Refused(0));
    reader.readAsArrayBuffer(file);
  });
}
