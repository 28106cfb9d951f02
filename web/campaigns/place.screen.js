import { chip, facts, h } from '../dom.js';
import { get, post } from '../api.js';
import { categoryName, choicesOf, loadNames } from '../names.js';
import { commandForm } from '../parts/command-form.js';
import { revealing } from '../parts/reveal.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { hasRole } from '../session.js';
import { word } from '../terms.js';
import { dayText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

const VISITORS = ['coordinator', 'officer', 'inspector', 'supervisor'];
const day = (on) => dayText(on, { weekday: false });

/** A place that is visited: what was seen there, what was found, and the form of the next visit. */
export async function screen(main, { id, signal, again }) {
  const [place] = await Promise.all([get(`/v1/supervision/visits/${id}`, { signal }), loadNames()]);
  main.replaceChildren(
    h('p', { class: 'back' }, h('a', { href: `#/campaigns/${place.campaign}?tab=visits` }, t('back', { title: t('tab_visits') }))),
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, place.place), h('p', null, `${word(place.residence)} · ${place.name}`, ' ', place.overdue && chip(t('overdue'), 'hard'))),
    h('div', { class: 'stack' },
      h('section', { class: 'card' }, facts([[t('nextOn'), place.nextOn ? day(place.nextOn) : '—'], [t('lastOn'), place.lastOn ? day(place.lastOn) : '—'], [t('found'), String(place.found)]], 'facts campaign-facts')),
      place.actions.length > 0 && h('section', { class: 'card steps-open' }, place.actions.map((step) => form(step, place, again))),
      h('section', { class: 'card' }, h('h2', null, t('visitsPaid')), visits(place), place.visits.some(({ noted }) => noted) && hasRole(...VISITORS) && notes(id, place)),
      h('section', { class: 'card' }, h('h2', null, t('findings')), findings(place))));
}

function form({ title, href, fields, ids }, { visits: paid }, again) {
  const choices = { visit: paid.map(({ visit, on }) => [visit, day(on)]), category: choicesOf('categories') };
  return h('details', { class: 'step' }, h('summary', null, h('b', null, both(title))), h('div', { class: 'step-body' },
    commandForm({ href, fields, title: both(title), choices, adds: Object.fromEntries(ids.map((id) => [id, crypto.randomUUID()])), done: () => setTimeout(again, 400) })));
}

/** What was written down may name people: behind a reason, each with the day of its visit. */
function notes(id, { visits: paid }) {
  return revealing(t('readNotes'), (reason) => post(`/v1/supervision/visits/${id}/notes`, reason), ({ notes: found }) => facts(found.map(({ visit, note }) => [day(paid.find((one) => one.visit === visit).on), note ?? '—'])));
}

function visits({ visits: rows }) {
  return table({
    caption: t('visitsPaid'), rows, none: empty(t('noVisits')), sorted: { key: 'on', down: true },
    columns: [
      { key: 'on', title: t('on'), head: true, cell: ({ on }) => day(on), sort: ({ on }) => on },
      { key: 'interviewed', title: t('interviewed'), align: 'end', cell: ({ interviewed }) => interviewed },
      { key: 'registered', title: t('registered'), align: 'end', cell: ({ registered }) => registered },
      { key: 'informed', title: t('informed'), cell: ({ informed }) => t(informed ? 'yes' : 'no') },
      { key: 'noted', title: t('written'), cell: ({ noted }) => (noted ? t('noted') : '—') },
      { key: 'revisitOn', title: t('revisitOn'), cell: ({ revisitOn }) => (revisitOn ? day(revisitOn) : '—') },
    ],
  });
}

function findings({ findings: rows }) {
  return table({
    caption: t('findings'), rows, none: empty(t('noFindings')),
    columns: [
      { key: 'category', title: t('category'), head: true, cell: ({ category }) => categoryName(category) },
      { key: 'case', title: t('case'), cell: ({ caseId, filed }) => (caseId ? h('a', { href: `#/cases/${caseId}` }, t('toCase')) : t(filed ? 'elsewhere' : 'filing')) },
    ],
  });
}
