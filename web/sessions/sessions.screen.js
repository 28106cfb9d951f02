import { chip, h, say } from '../dom.js';
import { get, post } from '../api.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { problemView } from '../problem-view.js';
import { screenOf } from '../screens.js';
import { instantOf, instantText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

/** The own sessions: one that is not known to its person is ended here. */
export function screen(main, { signal, again }) {
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('sessions').title)), h('p', null, t('intro'))),
    section(() => get('/v1/session/own', { signal }), ({ sessions }) => shown(sessions, again), signal));
}

function shown(sessions, again) {
  const place = h('div', { 'aria-live': 'polite' });
  const done = (what, then) => () => void what().then(then, (error) => place.replaceChildren(problemView(error)));
  const ending = ({ session, here, ...one }) => (here ? undefined : h('button', {
    type: 'button', class: 'button small-button', 'aria-label': t('endIt', { browser: nameOf(one) }), onclick: done(() => post(`/v1/session/own/${session}/end`), () => { say(t('ended')); again(); }),
  }, t('end')));
  const list = table({
    caption: both(screenOf('sessions').title), rows: sessions, none: empty(t('none'), t('noneHint')), columns: [
      { key: 'browser', title: t('browser'), head: true, cell: (one) => [nameOf(one), one.here && [' ', chip(t('here'))]] },
      { key: 'startedAt', title: t('startedAt'), cell: ({ startedAt }) => timeOf(startedAt) },
      { key: 'usedAt', title: t('usedAt'), cell: ({ usedAt }) => timeOf(usedAt) },
      { key: 'end', title: t('end'), cell: ending },
    ],
  });
  const everywhere = sessions.length > 0 && h('p', null, h('button', { type: 'button', class: 'button', onclick: done(() => post('/v1/session/sign-out?everywhere=true'), () => location.reload()) }, t('everywhere')));
  return [list, everywhere, place];
}

const nameOf = ({ browser, system }) => [browser, system].filter(Boolean).join(' · ') || t('unknown');
/** Sessions live in real time, whatever the clock of a demo says. */
const timeOf = (instant) => instantText(instantOf(Date.parse(instant)));
