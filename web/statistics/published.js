import { h } from '../dom.js';
import { get } from '../api.js';
import { commandForm } from '../parts/command-form.js';
import { dialog } from '../parts/dialog.js';
import { downloadButton } from '../parts/download.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { problemView } from '../problem-view.js';
import { hasRole } from '../session.js';
import { instantText } from '../time.js';
import { t } from './words.js';

/** Makes the figures of this question known, under a title. */
export function publishButton({ asOf, at: _, ...asked }) {
  const said = h('span', { role: 'status', class: 'small' });
  const fields = { type: 'object', required: ['title'], properties: { title: { type: 'string', description: t('titleField'), minLength: 2, maxLength: 120 } } };
  return h('span', { class: 'download' }, h('button', { class: 'button primary', type: 'button', onclick: async () => {
    const done = await dialog(t('publishTitle'), (close) => [h('p', { class: 'small' }, t('publishHint')), commandForm({ href: '/v1/supervision/figures', fields, title: t('publish'), adds: { ...asked, ...(asOf && { asOf }) }, button: t('publish'), done: () => close(true) })]);
    if (done) said.textContent = t('publishedDone');
  } }, t('publish')), said);
}

/** What was made known: each can be computed again, and says whether it came out the same. */
export function published(signal) {
  return [
    section(() => get('/v1/supervision/figures', { signal }), ({ figures }) => table({
      caption: t('tab_published'), rows: figures, none: empty(t('nonePublished'), t('publishHint')), columns: [
        { key: 'title', title: t('title'), head: true, cell: ({ title, parameters }) => [title, h('small', null, parameters.period)] }, { key: 'at', title: t('publishedAt'), cell: ({ publishedAt }) => instantText(publishedAt) },
        { key: 'position', title: t('position'), align: 'end', cell: ({ atPosition }) => h('code', null, atPosition) }, { key: 'edition', title: t('edition'), cell: ({ queryVersion }) => h('code', null, queryVersion) },
        { key: 'check', title: t('check'), cell: checking },
        ...(hasRole('supervisor') ? [{ key: 'circular', title: t('toCircular'), cell: ({ figures: id }) => h('a', { class: 'link', href: `#/circulars/new?figures=${id}` }, t('toCircular')) }] : []),
      ],
    }), signal),
    hasRole('supervisor') && h('section', { class: 'card' }, h('h2', null, t('extract')), h('p', { class: 'small' }, t('extractNote')), h('p', { class: 'row-buttons' }, years().flatMap((year) => ['json', 'csv'].map((format) => downloadButton(`/v1/supervision/statistics/extract?year=${year}&format=${format}`, `${year} ${format.toUpperCase()}`))))),
  ];
}

function years() {
  const year = Number(document.getElementById('clock')?.getAttribute('datetime')?.slice(0, 4)) || new Date().getFullYear();
  return [year, year - 1];
}

function checking({ figures: id }) {
  const said = h('span', { role: 'status' });
  return [h('button', { class: 'button', type: 'button', onclick: async (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      const { same } = await get(`/v1/supervision/figures/${id}`);
      said.className = `chip chip-${same ? 'good' : 'breached'}`;
      said.textContent = t(same ? 'same' : 'differs');
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
    button.disabled = false;
  } }, t('check')), ' ', said];
}
