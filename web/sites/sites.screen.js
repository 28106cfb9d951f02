import { chip, h, say } from '../dom.js';
import { get, post } from '../api.js';
import { problemView } from '../problem-view.js';
import { empty } from '../parts/states.js';
import { screenOf } from '../screens.js';
import { both } from '../words.js';
import { words, t } from './words.js';

/** Project files, and the QR codes of one: `#/sites`, `#/sites/<project>`. */
export async function screen(main, { id, signal, again }) {
  if (id) return codes(main, id, signal, again);
  const { projects } = await get('/v1/resolution/projects', { signal });
  main.replaceChildren(h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('sitesTitle')), h('p', null, t('sitesLead'))),
    projects.length === 0 ? empty(t('noSites'), t('noSitesHint'), h('a', { class: 'button', href: '#/projects' }, both(screenOf('projects').title))) : h('ul', { class: 'orders' }, projects.map((one) => h('li', { class: 'card' }, h('b', null, h('a', { href: `#/sites/${encodeURIComponent(one.projectId)}` }, one.name)), h('small', null, `${one.place} · ${one.generalContractor.name}`)))));
  return undefined;
}

async function codes(main, id, signal, again) {
  const path = `/v1/resolution/projects/${encodeURIComponent(id)}`;
  const { name, codes: issued } = await get(`${path}/site-codes`, { signal });
  const said = h('div', null);
  const give = async (command, fields) => {
    try {
      await post(`${path}/commands/${command}`, fields);
      again();
    } catch (error) {
      said.replaceChildren(problemView(error));
      say(said.textContent);
    }
  };
  const shown = h('div', null);
  main.replaceChildren(
    h('div', { class: 'no-print' }, h('a', { class: 'back', href: '#/sites' }, `← ${t('backToSites')}`), h('h1', { tabindex: '-1' }, name), h('button', { class: 'button primary', type: 'button', onclick: () => void give('issue-site-code', {}) }, t('issueCode')), said,
      issued.length === 0 ? empty(t('noCodes')) : h('ul', { class: 'orders' }, issued.map((one) => h('li', { class: 'card' }, h('b', null, `${one.code} · ${one.contractor}`), ` ${one.division.name} `,
        one.valid ? [h('button', { class: 'button small-button', type: 'button', onclick: () => { shown.replaceChildren(poster(name, one)); window.print(); } }, t('printPoster')), ' ', h('button', { class: 'link', type: 'button', onclick: () => void give('revoke-site-code', { code: one.code }) }, t('revokeCode'))] : chip(t('revokedCode')))))), shown);
  const current = issued.find(({ valid }) => valid);
  if (current) shown.replaceChildren(poster(name, current));
}

/** A4, in both languages: it hangs where both are read. */
function poster(name, { contractor, division, qr, url }) {
  const each = (key) => words[key].map((text, i) => h('span', { lang: i === 0 ? 'zh-CN' : 'en' }, i === 0 ? text : [h('br', null), text]));
  return h('article', { class: 'poster' }, h('h2', null, each('posterTitle')), h('img', { alt: url, src: `data:image/svg+xml,${encodeURIComponent(qr)}` }), h('p', null, each('posterScan')), h('p', null, each('posterFree')),
    h('p', null, h('b', null, name)), h('p', { class: 'poster-small' }, `${t('contractor')} ${contractor} · ${division.name}`), h('p', { class: 'poster-small' }, each('posterCall')));
}
