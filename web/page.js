import { h } from './dom.js';
import { both, isChinese, language, t } from './words.js';
import { hasRole, signedIn } from './session.js';
import { CASE_ROLES, roleTitle } from './roles.js';
import { navigationOf } from './screens.js';

/** What stands around every screen, and the pages that are none. */
export function header(screen, { leave, turn }) {
  const person = signedIn();
  return h('header', { class: 'top' },
    h('div', { class: 'top-inner' },
      h('a', { class: 'brand', href: '#/', 'aria-label': t('product') }, h('img', { src: 'mark.svg', alt: '', width: '32', height: '32' }), h('span', null, t('product'))),
      navigation(screen, person),
      h('div', { class: 'top-end' },
        hasRole(...CASE_ROLES) && h('span', { class: 'top-clock' }, h('span', { class: 'visually-hidden' }, t('clockNow')), h('time', { id: 'clock', title: t('clockNow') })),
        person && h('a', { class: 'who', href: '#/sessions', 'aria-current': screen?.path === 'sessions' && 'page' }, h('b', null, person.name), h('span', null, person.title)),
        person ? h('button', { class: 'quiet', onclick: () => void leave() }, t('signOut')) : screen?.path !== 'sign-in' && h('a', { class: 'quiet', href: '#/sign-in' }, t('signIn')),
        h('button', { class: 'quiet', lang: language() === 'zh' ? 'en' : 'zh-CN', onclick: turn }, t('other')))));
}

/** A group with one screen is a link; one with more opens. On a small screen all stand open behind one button. */
function navigation(screen, person) {
  const here = screen?.under ?? screen?.path;
  const link = ({ path, title }) => h('a', { href: `#/${path}`, 'aria-current': path === here && 'page' }, both(title));
  const list = h('ul', { class: 'groups', id: 'groups' }, navigationOf(person).map(({ title, screens }) => (screens.length === 1 ? h('li', null, link(screens[0])) : opening(both(title), screens.map(link), screens.some(({ path }) => path === here)))));
  const menu = h('button', { class: 'quiet menu', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'groups', onclick: () => setOpen(menu, menu.getAttribute('aria-expanded') !== 'true') }, t('menu'));
  return h('nav', { 'aria-label': t('mainNav'), onkeydown: (event) => { if (event.key === 'Escape') shut(event.currentTarget); }, onfocusout: (event) => { if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) shut(event.currentTarget); } }, menu, list);
}

function opening(title, links, current) {
  const button = h('button', { type: 'button', class: `group${current ? ' current' : ''}`, 'aria-expanded': 'false', onclick: (event) => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    for (const each of event.currentTarget.closest('ul').querySelectorAll('.group')) setOpen(each, each === button && open);
  } }, title);
  return h('li', { class: 'with-list' }, button, h('span', { class: 'group-title' }, title), h('ul', { class: 'group-list' }, links.map((link) => h('li', null, link))));
}

function setOpen(button, open) {
  button.setAttribute('aria-expanded', String(open));
}

/** Escape gives the keyboard back to what had opened the list. */
function shut(nav) {
  for (const button of nav.querySelectorAll('[aria-expanded="true"]')) {
    setOpen(button, false);
    if (button.parentElement.contains(document.activeElement) && document.activeElement !== document.body) button.focus();
  }
}

document.addEventListener('click', (event) => {
  const nav = document.querySelector('.top nav');
  if (nav && !nav.contains(event.target)) shut(nav);
});

export function skipLink(main) {
  return h('button', { class: 'skip', type: 'button', onclick: () => main.focus() }, t('skip'));
}

export function missing(main) {
  main.replaceChildren(h('div', { class: 'empty' }, h('h1', { tabindex: '-1' }, t('notFound')), h('p', null, t('notFoundHint')), h('a', { href: '#/', class: 'button' }, t('home'))));
}

/** Who may, and what this person may open instead. */
export function noPermission(main, { title, roles }) {
  const open = navigationOf(signedIn()).flatMap(({ screens }) => screens);
  main.replaceChildren(h('div', { class: 'empty' },
    h('h1', { tabindex: '-1' }, t('noPermission', { title: both(title) })),
    h('p', null, t('noPermissionWho', { roles: roles.map(roleTitle).join(isChinese() ? '、' : ', ') })),
    open.length > 0 && h('p', { class: 'small' }, `${t('noPermissionGo')}：`, open.flatMap(({ path, title: name }, i) => [i > 0 && ' · ', h('a', { href: `#/${path}` }, both(name))]))));
}
