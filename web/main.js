import { h, say } from './dom.js';
import { language, speak, t } from './words.js';
import { signedIn, signOut } from './session.js';
import { problemView } from './problem-view.js';
import { hear, domainNow, instantOf, instantText } from './time.js';
import { get, Problem } from './api.js';
import { forgetNames } from './names.js';
import { signInScreen } from './sign-in.js';
import { boardScreen } from './board.js';
import { deskScreen } from './desk.js';
import { caseScreen } from './case.js';
import { trackScreen } from './track.js';

/** Roles whose work is cases. The others have no board: the API refuses them. */
const DESK_ROLES = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor', 'auditor'];
/** Roles that orders are given to, and who watches over them. */
const HOLDERS = DESK_ROLES.filter((role) => role !== 'coordinator' && role !== 'auditor');
const CLOCK_MS = 1000;
const HEAR_MS = 20_000;

let leaving = new AbortController();
window.addEventListener('hashchange', () => void show());
setInterval(tick, CLOCK_MS);
setInterval(() => void hearClock(), HEAR_MS);
void show();

/** One screen at a time: what the one before still waits for is given up. */
async function show() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const { screen, title, wide, ...at } = routeOf(location.hash);
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.title = `${t(title)} · ${t('product')}`;
  const main = h('main', { id: 'main', tabindex: '-1', class: wide ? 'wide' : 'narrow' });
  document.getElementById('page').replaceChildren(skipLink(main), header(at.path), main);
  main.append(h('p', { class: 'loading' }, t('loading')));
  tick();
  try {
    await screen(main, { ...at, signal, again: () => void show() });
  } catch (error) {
    if (signal.aborted) return;
    failed(main, error);
  }
  if (signal.aborted) return;
  main.querySelector('h1')?.focus();
  window.scrollTo(0, 0);
}

function failed(main, error) {
  const over = error instanceof Problem && error.document.status === 401;
  if (over) {
    signOut();
    say(t('sessionOver'));
    location.hash = '#/sign-in';
    return;
  }
  main.replaceChildren(h('h1', { tabindex: '-1' }, t('failed')), problemView(error), h('p', null, h('button', { class: 'button', onclick: () => void show() }, t('retry'))));
}

function routeOf(hash) {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(query);
  const [first, id] = path.split('/').map(decodeURIComponent);
  const person = signedIn();
  if (first === 'track') return { screen: trackScreen, title: 'track', path: 'track', id, params };
  if (first === 'sign-in' || !person) return { screen: signInScreen, title: 'signIn', path: 'sign-in', wide: true };
  if (!DESK_ROLES.includes(person.role)) return { screen: noBoard, title: 'noBoardRole', path: 'board' };
  if (first === 'desk') return HOLDERS.includes(person.role) ? { screen: deskScreen, title: 'desk', path: 'desk', params, wide: true } : { screen: noDesk, title: 'noDeskRole', path: 'desk' };
  if (first === 'cases' && id) return { screen: caseScreen, title: 'number', path: 'board', id, params, wide: true };
  if (first === 'board' || first === '') return { screen: boardScreen, title: 'board', path: 'board', params, wide: true };
  return { screen: missing, title: 'notFound', path: '' };
}

function missing(main) {
  main.replaceChildren(h('div', { class: 'empty' }, h('h1', { tabindex: '-1' }, t('notFound')), h('a', { href: '#/board', class: 'button' }, t('back'))));
}

function noBoard(main) {
  main.replaceChildren(h('div', { class: 'empty' }, h('h1', { tabindex: '-1' }, t('noBoardRole')), h('p', null, t('noBoardRoleHint')), h('a', { href: '#/sign-in', class: 'button' }, t('signInTitle'))));
}

function noDesk(main) {
  main.replaceChildren(h('div', { class: 'empty' }, h('h1', { tabindex: '-1' }, t('noDeskRole')), h('a', { href: '#/board', class: 'button' }, t('back'))));
}

function skipLink(main) {
  return h('button', { class: 'skip', type: 'button', onclick: () => main.focus() }, t('skip'));
}

function header(path) {
  const person = signedIn();
  const link = (to, name, key) => h('a', { href: to, 'aria-current': path === name && 'page' }, t(key));
  const nav = h('nav', { 'aria-label': t('mainNav') }, person && link('#/board', 'board', 'board'), person && HOLDERS.includes(person.role) && link('#/desk', 'desk', 'desk'), link('#/track', 'track', 'track'), !person && path === 'track' && link('#/sign-in', 'sign-in', 'signIn'));
  return h('header', { class: 'top' },
    h('div', { class: 'top-inner' },
      h('a', { class: 'brand', href: '#/', 'aria-label': t('product') }, h('img', { src: 'mark.svg', alt: '', width: '32', height: '32' }), h('span', null, t('product'))),
      nav,
      h('div', { class: 'top-end' },
        person && h('span', { class: 'top-clock' }, h('span', { class: 'visually-hidden' }, t('clockNow')), h('time', { id: 'clock', title: t('clockNow') })),
        person && h('span', { class: 'who' }, h('b', null, person.name), h('span', null, person.title)),
        person && h('button', { class: 'quiet', onclick: leave }, t('signOut')),
        h('button', { class: 'quiet', lang: language() === 'zh' ? 'en' : 'zh-CN', onclick: () => { speak(language() === 'zh' ? 'en' : 'zh'); void show(); } }, t('other')))));
}

function leave() {
  signOut();
  forgetNames();
  if (location.hash === '#/sign-in') void show();
  else location.hash = '#/sign-in';
}

function tick() {
  const clock = document.getElementById('clock');
  if (clock) clock.textContent = instantText(instantOf(domainNow()), { weekday: true });
}

/** The server's clock again and again: ours only fills the time between. */
async function hearClock() {
  const person = signedIn();
  if (!person || !DESK_ROLES.includes(person.role) || document.hidden) return;
  const answer = await get('/v1/supervision/statistics').catch(() => undefined);
  if (answer) hear(answer.now);
}
