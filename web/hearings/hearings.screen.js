import { addressWith } from '../address.js';
import { card, chip, h } from '../dom.js';
import { get, post } from '../api.js';
import { confirmed } from '../parts/dialog.js';
import { filters } from '../parts/filters.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { problemView } from '../problem-view.js';
import { hasRole } from '../session.js';
import { screenOf } from '../screens.js';
import { dayText, domainNow, hear, instantOf } from '../time.js';
import { both, isChinese } from '../words.js';
import { bookingCard } from './booking.js';
import { dayAfter, mondayOf } from './week.js';
import { t } from './words.js';

const DAYS = 7;

/** The calendar of an arbitration body: a week by days and rooms, who sits, and the way to a free time. */
export async function screen(main, { params, signal, again }) {
  const { now, tribunals } = await get('/v1/resolution/tribunals', { signal });
  hear(now);
  const head = h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('hearings').title)), h('p', null, t('intro')));
  const [first] = tribunals;
  if (!first) return main.replaceChildren(head, empty(t('noBody'), t('noBodyHint'), hasRole('arbitrator', 'supervisor') && h('a', { class: 'button', href: '#/arbitrators' }, both(screenOf('arbitrators').title))));
  const division = tribunals.some((one) => one.division === params.get('division')) ? params.get('division') : first.division;
  const from = mondayOf(params.get('from') ?? instantOf(domainNow()).slice(0, 10));
  const { rooms, days } = await get(`/v1/resolution/hearings/calendar?${new URLSearchParams({ division, from, days: String(DAYS) })}`, { signal });
  const said = h('div', null);
  main.replaceChildren(head, weeks(from, params, tribunals, division), said,
    h('div', { class: 'stack' },
      card(t('week'), rooms.length > 0 && h('p', { class: 'small' }, rooms.map(({ room, opens, closes }) => `${room} ${opens}–${closes}`).join(' · ')), weekTable({ rooms, days, release: releasing(said, again) })),
      hasRole('arbitrator') && bookingCard({ division, from, signal, again })));
  return undefined;
}

/** The week before, this one, the week after; and whose calendar it is. */
function weeks(from, params, tribunals, division) {
  const to = (start) => addressWith({ from: start });
  return h('div', { class: 'weeks' },
    h('a', { class: 'button', href: to(dayAfter(from, -DAYS)) }, `← ${t('before')}`), h('b', null, t('weekOf', { from: dayText(from, { weekday: false }), to: dayText(dayAfter(from, DAYS - 1), { weekday: false }) })),
    h('a', { class: 'button', href: to(dayAfter(from, DAYS)) }, `${t('after')} →`), params.get('from') && h('a', { class: 'link', href: to(undefined) }, t('thisWeek')),
    tribunals.length > 1 && filters(new URLSearchParams({ ...(params.get('division') && { division }) }), [{ key: 'division', label: t('body'), required: true, options: tribunals.map(({ division: code, name }) => [code, name]) }]));
}

/** A day is a row, a room a column. A day off on which nothing is heard is left out. */
function weekTable({ rooms, days, release }) {
  const names = [...new Set([...rooms.map(({ room }) => room), ...days.flatMap(({ hearings }) => hearings.map(({ room }) => room))])];
  if (names.length === 0) return empty(t('noRooms'), t('noRoomsHint'));
  return table({
    caption: t('week'), rows: days.filter(({ works, hearings }) => works || hearings.length > 0), none: empty(t('noWorkingDay')),
    columns: [
      { key: 'on', title: t('day'), head: true, cell: ({ on, works, hearings }) => [dayText(on), h('small', null, works ? t('hearingsN', { n: hearings.length }) : t('dayOff'))] },
      ...names.map((name) => ({ key: name, title: name, cell: ({ on, hearings }) => inRoom(hearings.filter(({ room }) => room === name), on, release) })),
    ],
  });
}

function inRoom(hearings, on, release) {
  if (hearings.length === 0) return h('span', { class: 'rest' }, t('free'));
  return h('ul', { class: 'hearings' }, hearings.map((one) => h('li', { 'data-hearing': one.caseId },
    h('time', null, `${one.from}–${one.to}`), h('a', { class: 'number', href: `#/cases/${one.caseId}` }, one.caseNumber ?? t('case')), h('small', null, `${t('sits')} ${one.arbitrators.join(isChinese() ? '、' : ', ')}`), one.online && chip(t('online'), 'busy'),
    release && h('button', { class: 'link', type: 'button', onclick: () => void release(one, on) }, t('release')))));
}

/** The time goes back into the calendar, and the case needs another: asked before it is done. */
function releasing(said, again) {
  if (!hasRole('arbitrator', 'supervisor')) return undefined;
  return async ({ caseId, caseNumber, from, room }, on) => {
    if (!(await confirmed(t('release'), t('releaseAsk', { number: caseNumber ?? '', day: dayText(on), from, room }), t('release')))) return;
    try {
      await post('/v1/resolution/hearings/release', { caseId, on });
      again();
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
  };
}
