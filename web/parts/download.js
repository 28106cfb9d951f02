import { h } from '../dom.js';
import { commonHeaders, Problem, problemOf, reach } from '../api.js';
import { problemView } from '../problem-view.js';
import { t } from '../words.js';

/** A button that saves what the server gives, under the name that the server gives it; what goes wrong stands beside it. */
export function downloadButton(path, label = t('download'), className = 'button') {
  const said = h('div', null);
  const button = h('button', { class: className, type: 'button', onclick: async () => {
    button.disabled = true;
    said.replaceChildren();
    await save(path).catch((error) => said.replaceChildren(problemView(error)));
    button.disabled = false;
  } }, label);
  return h('span', { class: 'download' }, button, said);
}

/** A link would not carry who asks. */
export async function save(path) {
  const response = await reach(path, { headers: { ...commonHeaders(), accept: '*/*' } });
  if (!response.ok) throw new Problem(await problemOf(response));
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? /filename="([^"]+)"/.exec(disposition)?.[1] ?? path.split(/[/?]/).at(-1) ?? 'file';
  saveBlob(await response.blob(), decodeURIComponent(name));
}

export function saveBlob(blob, name) {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
