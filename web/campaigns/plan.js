import { chip, h } from '../dom.js';
import { get } from '../api.js';
import { commandForm } from '../parts/command-form.js';
import { filters } from '../parts/filters.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { tiles } from '../parts/tiles.js';
import { word } from '../terms.js';
import { dayText } from '../time.js';
import { t } from './words.js';

const day = (on) => dayText(on, { weekday: false });
const PAGE = 100;

/** The visit plan of a campaign: the four kinds of residence, the places of each, and who has to be seen again. */
export function visitPlan({ campaignId }, params, signal, again) {
  const asked = Object.fromEntries(['state', 'residence'].filter((key) => params.get(key)).map((key) => [key, params.get(key)]));
  return section(() => get(`/v1/supervision/campaigns/${campaignId}/visits?${new URLSearchParams({ ...asked, limit: String(PAGE) })}`, { signal }), ({ residences, places, plan }) => h('div', { class: 'stack' },
    tiles(residences.map(({ residence, places: all, visited, overdue }) => ({ title: word(residence), value: all, note: [t('visitedOf', { visited, places: all }), overdue > 0 && t('overdueN', { n: overdue })].filter(Boolean).join(' · '), tone: overdue > 0 ? 'breached' : 'plain', key: residence })), { label: t('residence') }),
    filters(params, [{ key: 'state', label: t('show'), options: ['due', 'visited', 'overdue'].map((state) => [state, t(`state_${state}`)]) }, { key: 'residence', label: t('residence'), options: residences.map(({ residence }) => [residence, word(residence)]) }]),
    h('section', { class: 'card' }, table({
      caption: t('tab_visits'), rows: places, none: empty(t('noPlaces')), sorted: { key: 'nextOn', down: false },
      columns: [
        { key: 'place', title: t('placeName'), head: true, cell: ({ placeId, place, residence }) => [h('a', { href: `#/visits/${placeId}` }, place), h('small', { class: 'faint' }, word(residence))], sort: ({ place }) => place },
        { key: 'division', title: t('place'), cell: ({ name }) => name, sort: ({ name }) => name },
        { key: 'nextOn', title: t('nextOn'), cell: ({ nextOn, overdue }) => (nextOn ? [day(nextOn), overdue && h('small', null, chip(t('overdue'), 'hard'))].filter(Boolean) : '—'), sort: ({ nextOn }) => nextOn },
        { key: 'lastOn', title: t('lastOn'), cell: ({ lastOn }) => (lastOn ? day(lastOn) : '—'), sort: ({ lastOn }) => lastOn },
        { key: 'found', title: t('found'), align: 'end', cell: ({ found }) => found, sort: ({ found }) => found },
      ],
    })),
    plan && h('details', { class: 'card step' }, h('summary', null, h('b', null, t('plan'))), h('div', { class: 'step-body' },
      commandForm({ href: `/v1/supervision/campaigns/${campaignId}/visits`, fields: plan, title: t('plan'), adds: { place: crypto.randomUUID() }, done: () => setTimeout(again, 400) })))), signal);
}
