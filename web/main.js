import { h, say } from './dom.js';
import { both, language, speak, t } from './words.js';
import { byCookie, forgetPerson, hasRole, signedIn } from './session.js';
import { problemView } from './problem-view.js';
import { hear, domainNow, instantOf, instantText } from './time.js';
import { extend, get, post, Problem, recognise } from './api.js';
import { forgetNames } from './names.js';
import { CASE_ROLES } from './roles.js';
import { homeOf, mayOpen, screenOf } from './screens.js';
import { header, missing, noPermission, skipLink } from './page.js';

const CLOCK_MS = 1000;
const HEAR_MS = 20_000;
const STAY_MS = 120_000;

let active = false;
let leaving = new AbortController();
/** The list that was shown last, filters and all: the way back from what was opened in it. */
let back = { href: '#/board', title: screenOf('board').title };
/** What somebody who is not signed in wanted to see. */
let wanted;
window.addEventListener('hashchange', () => void show());
setInterval(tick, CLOCK_MS);
setInterval(() => void hearClock(), HEAR_MS);
for (const sign of ['pointerdown', 'keydown']) document.addEventListener(sign, () => { active = true; }, { passive: true });
setInterval(stay, STAY_MS);
void begin();

/** A page for everybody need not wait until it is known who looks. */
async function begin() {
  const path = location.hash.replace(/^#\/?/, '').split(/[/?]/)[0];
  const open = path !== '' && path !== 'sign-in' && screenOf(path)?.roles === undefined;
  if (open) void show();
  await recognise();
  if (!open || signedIn()) await show();
}

/** The session ends half an hour after the last sign of a person: what the page does by itself is none. */
function stay() {
  if (active && byCookie()) void extend();
  active = false;
}

/** One screen at a time: what the one before still waits for is given up. */
async function show() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const { screen, ...at } = routeOf(location.hash);
  const title = screen ? both(screen.title) : t('notFound');
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.title = `${title} · ${t('product')}`;
  const main = h('main', { id: 'main', tabindex: '-1', class: screen?.wide ? 'wide' : 'narrow', 'data-screen': screen?.path }, h('p', { class: 'loading' }, t('loading')));
  document.getElementById('page').replaceChildren(skipLink(main), header(screen, { leave, turn }), main);
  tick();
  try {
    await fill(main, screen, { ...at, back, signal, again: () => void show() });
  } catch (error) {
    if (signal.aborted) return;
    failed(main, error);
  }
  if (signal.aborted) return;
  main.querySelector('h1')?.focus();
  window.scrollTo(0, 0);
}

async function fill(main, screen, at) {
  if (!screen) return missing(main);
  if (!mayOpen(screen, signedIn())) return noPermission(main, screen);
  const [{ screen: draw }] = await Promise.all([screen.load(), screen.css && sheet(screen.css)]);
  if (at.signal.aborted) return;
  await draw(main, at);
  if (screen.group && !at.id) back = { href: location.hash || `#/${screen.path}`, title: screen.title };
}

/** The sheet of a screen, once, and before the screen is drawn. */
function sheet(href) {
  if (document.querySelector(`link[data-sheet="${href}"]`)) return undefined;
  return new Promise((resolve) => document.head.append(h('link', { rel: 'stylesheet', href: new URL(href, import.meta.url).href, 'data-sheet': href, onload: resolve, onerror: resolve })));
}

function routeOf(hash) {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first, id, ...rest] = path.split('/').map(readable);
  const person = signedIn();
  const screen = first === '' ? homeOf(person) : screenOf(first);
  if (screen?.roles && !person) {
    wanted = hash;
    return { screen: screenOf('sign-in'), params: new URLSearchParams(), wanted };
  }
  return { screen, id, rest, params: new URLSearchParams(query), wanted };
}

/** An address that was cut in the middle of a sign is shown as it came. */
function readable(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function failed(main, error) {
  if (error instanceof Problem && error.document.status === 401) {
    forgetPerson();
    say(t('sessionOver'));
    void show();
    return;
  }
  main.replaceChildren(h('h1', { tabindex: '-1' }, t('failed')), problemView(error), h('p', null, h('button', { class: 'button', onclick: () => void show() }, t('retry'))));
}

async function leave() {
  const { url } = byCookie() ? await post('/v1/session/sign-out').catch(() => ({})) : {};
  forgetPerson();
  forgetNames();
  wanted = undefined;
  if (url) return location.assign(url);
  if (location.hash === '#/sign-in') void show();
  else location.hash = '#/sign-in';
}

function turn() {
  speak(language() === 'zh' ? 'en' : 'zh');
  void show();
}

function tick() {
  const clock = document.getElementById('clock');
  if (clock) clock.textContent = instantText(instantOf(domainNow()), { weekday: true });
}

/** The server's clock again and again: ours only fills the time between. */
async function hearClock() {
  if (!hasRole(...CASE_ROLES) || document.hidden) return;
  const answer = await get('/v1/supervision/statistics').catch(() => undefined);
  if (answer) hear(answer.now);
}
