import { fill, h } from './dom.js';
import { fileScreen, trouble } from './file.js';
import { trackScreen } from './track.js';
import { isChinese, t, turn } from './words.js';

window.addEventListener('hashchange', show);
show();

async function show() {
  const parts = location.hash.replace(/^#\/?/, '').split('?');
  const path = parts[0].split('/').map(decodeURIComponent);
  const tracking = path[0] === 'track';
  document.documentElement.lang = isChinese() ? 'zh-CN' : 'en';
  document.title = `${t(tracking ? 'trackTitle' : 'fileTitle')} · ${t('product')}`;
  const main = h('main', { id: 'main', tabindex: '-1' });
  const link = (to, here, words) => h('a', { href: to, 'aria-current': here && 'page' }, words);
  fill(document.getElementById('page'), h('header', { class: 'no-print' }, h('span', { class: 'brand' }, t('product')), h('nav', { 'aria-label': t('product') }, link('#/file', !tracking, t('home')), link('#/track', tracking, t('trackNav'))),
    h('button', { class: 'plain', type: 'button', lang: isChinese() ? 'en' : 'zh-CN', onclick: () => { turn(); show(); } }, t('other'))), main);
  try {
    if (tracking) await trackScreen(main, path[1]);
    else await fileScreen(main, new URLSearchParams(parts[1] || ''), show);
  } catch (error) {
    fill(main, h('h1', { tabindex: '-1' }, t('failed')), trouble(error), h('button', { class: 'big', type: 'button', onclick: show }, t('tryAgain')));
  }
}
