import { card, chip, h } from '../dom.js';
import { get } from '../api.js';
import { loadNames } from '../names.js';
import { empty } from '../parts/states.js';
import { stepsCard } from '../parts/steps.js';
import { table } from '../parts/table.js';
import { tiles } from '../parts/tiles.js';
import { hasRole, signedIn } from '../session.js';
import { screenOf } from '../screens.js';
import { word } from '../terms.js';
import { dayText, hear } from '../time.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

const title = () => both(screenOf('arbitrators').title);

/** The registers of the arbitration bodies, or one: who hears cases, whom of the employers somebody may not judge, how many each has open, and the rooms. */
export async function screen(main, { id, signal }) {
  await loadNames();
  if (id) return register(main, id, signal);
  const { now, tribunals } = await get('/v1/resolution/tribunals', { signal });
  hear(now);
  if (tribunals.length === 1) return register(main, tribunals[0].division, signal);
  const own = hasRole('arbitrator', 'supervisor') && divisionsOf(signedIn()).find((code) => !tribunals.some(({ division }) => division === code));
  return main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, title()), own && h('a', { class: 'button', href: `#/arbitrators/${own}` }, t('own')), h('p', null, t('intro'))),
    h('section', { class: 'card' }, table({
      caption: title(), rows: tribunals, none: empty(t('noRegisters'), t('noRegistersHint')), columns: [
        { key: 'name', title: t('body'), head: true, cell: ({ division, name }) => h('a', { href: `#/arbitrators/${division}` }, name), sort: ({ name }) => name },
        { key: 'arbitrators', title: t('inRegister'), align: 'end', cell: ({ arbitrators }) => String(arbitrators), sort: ({ arbitrators }) => arbitrators }, { key: 'rooms', title: t('rooms'), align: 'end', cell: ({ rooms }) => String(rooms), sort: ({ rooms }) => rooms },
      ],
    })));
}

/** A card of the demo names one division, a session all of the person's. */
const divisionsOf = ({ divisions, division }) => divisions ?? [division];

async function register(main, division, signal) {
  const path = `/v1/resolution/tribunals/${encodeURIComponent(division)}`;
  const reload = async (words) => {
    const [book, steps] = await Promise.all([get(path, { signal }), hasRole('arbitrator', 'supervisor') ? get(`${path}/actions`, { signal }) : { actions: [] }]);
    hear(book.now);
    draw(main, book, steps, words, (_, told) => void reload(told));
    if (words) main.querySelector('.notice').focus();
  };
  await reload();
}

function draw(main, book, steps, words, done) {
  const { name, division, arbitrators, rooms, weights } = book;
  const today = book.now.slice(0, 10);
  const standing = arbitrators.filter(({ left }) => !left);
  const away = standing.filter(({ absences }) => absences.some(({ from, to }) => from <= today && today <= to));
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, `${title()} · ${name}`), h('a', { class: 'button', href: `#/hearings?division=${division}` }, both(screenOf('hearings').title)), h('p', null, t('intro'))),
    h('div', { class: 'notice', hidden: !words, tabindex: '-1' }, words),
    h('div', { class: 'stack' },
      tiles([
        { key: 'standing', title: t('inRegister'), value: standing.length }, { key: 'away', title: t('awayToday'), value: away.length, tone: away.length > 0 ? 'warned' : 'plain' },
        { key: 'conflicts', title: t('conflicts'), value: standing.reduce((sum, one) => sum + one.conflicts, 0) }, { key: 'rooms', title: t('rooms'), value: rooms.length },
      ], { label: title() }),
      card(title(), weights && h('p', { class: 'small' }, t('loadHint', weights)), people(arbitrators, today)),
      card(t('rooms'), roomsTable(rooms)),
      steps.actions.length > 0 && stepsCard(t('steps'), steps, { of: choicesFor(book, standing), done })));
}

function people(arbitrators, today) {
  return table({
    caption: title(), rows: arbitrators, sorted: { key: 'load', down: true }, none: empty(t('nobody'), t('nobodyHint')), columns: [
      { key: 'arbitrator', title: t('arbitrator'), head: true, cell: ({ arbitrator }) => h('span', { class: 'code' }, arbitrator), sort: ({ arbitrator }) => arbitrator },
      { key: 'state', title: t('state'), cell: (one) => stateOf(one, today), sort: ({ left }) => Number(left) },
      { key: 'load', title: t('load'), align: 'end', cell: ({ load, open }) => [load === null ? '—' : h('b', null, String(load)), Object.keys(open).length > 0 && h('small', null, Object.entries(open).map(([kind, n]) => `${t(`kind_${kind}`)} ${n}`).join(' · '))], sort: ({ load }) => load },
      { key: 'conflicts', title: t('conflicts'), cell: ({ conflicts, grounds }) => [conflicts === 0 ? t('none') : t('employersN', { n: conflicts }), ...Object.entries(grounds).map(([ground, n]) => h('small', null, `${word(ground)} ${n}`))], sort: ({ conflicts }) => conflicts },
      { key: 'absences', title: t('absences'), cell: ({ absences }) => awayTimes(absences.filter(({ to }) => to >= today).sort((a, b) => (a.from < b.from ? -1 : 1))) },
      { key: 'specialities', title: t('specialities'), cell: ({ specialities }) => (specialities.length === 0 ? '—' : specialities.map(word).join(isChinese() ? '、' : ', ')) },
    ],
  });
}

function stateOf({ left, absences }, today) {
  if (left) return chip(t('left'));
  return absences.some(({ from, to }) => from <= today && today <= to) ? chip(t('away'), 'warned') : chip(t('standing'), 'good');
}

function awayTimes(times) {
  const day = (on) => dayText(on, { weekday: false });
  return times.length === 0 ? t('none') : times.map(({ from, to }) => h('div', null, from === to ? day(from) : t('fromTo', { from: day(from), to: day(to) })));
}

function roomsTable(rooms) {
  return table({ caption: t('rooms'), rows: rooms, none: empty(t('noRooms')), columns: [
    { key: 'room', title: t('room'), head: true, cell: ({ room }) => room, sort: ({ room }) => room }, { key: 'open', title: t('opening'), cell: ({ opens, closes }) => `${opens}–${closes}` }, { key: 'online', title: t('online'), cell: ({ online }) => t(online ? 'yes' : 'no') },
  ] });
}

/** Whom and which rooms there are: nobody types the id of somebody who is in the register. */
function choicesFor({ rooms }, standing) {
  const known = { arbitrator: standing.map(({ arbitrator }) => [arbitrator, arbitrator]) };
  return ({ command }) => (command === 'register-arbitrator' || command === 'open-room' ? {} : command === 'close-room' ? { choices: { room: rooms.map(({ room }) => [room, room]) } } : { choices: known });
}
