import { card, chip, h } from '../dom.js';
import { get } from '../api.js';
import { actor } from '../parts/actor.js';
import { commandForm } from '../parts/command-form.js';
import { dialog } from '../parts/dialog.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { tabs } from '../parts/tabs.js';
import { divisionName, loadNames } from '../names.js';
import { hasRole } from '../session.js';
import { dayText, instantText } from '../time.js';
import { t } from './words.js';
import { packName } from './pack-name.js';
import { comparePanel } from './compare.js';
import { whatIfPanel } from './what-if.js';

const IN_FORCE = { weekday: false, year: true };
const TONES = { inForce: 'good', toCome: 'busy', past: 'plain', withdrawn: 'breached', open: 'busy', published: 'good', rejected: 'plain' };

/** The law as data: what is in force, what somebody proposes, how two packs differ, and what past cases would have been. */
export async function screen(main, { signal, again }) {
  const [book] = await Promise.all([get('/v1/routing/packs', { signal }), loadNames()]);
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('title')), h('p', null, t('intro'))),
    tabs({ label: t('tabsOf'), list: [
      { id: 'packs', title: t('packs'), count: book.packs.length, panel: () => [packsCard(book.packs), calendarsCard(book.calendars)] },
      { id: 'proposals', title: t('proposals'), count: book.proposals.length, panel: () => proposalsCard(book.proposals, again) },
      { id: 'diff', title: t('diff'), panel: () => comparePanel(book.packs, signal) },
      { id: 'what-if', title: t('whatIf'), panel: () => whatIfPanel(book, signal) },
    ] }));
}

function packsCard(packs) {
  return card(t('packs'), table({
    caption: t('packs'), rows: packs, columns: [
      { key: 'place', title: t('place'), head: true, cell: ({ division }) => [divisionName(division), h('small', null, division)], sort: ({ division }) => division },
      { key: 'version', title: t('version'), cell: ({ version }) => version, sort: ({ version }) => version }, { key: 'force', title: t('force'), cell: ({ from, to }) => [dayText(from, IN_FORCE), to && ` – ${dayText(to, IN_FORCE)}`].filter(Boolean), sort: ({ from }) => from },
      { key: 'state', title: t('state'), cell: ({ state }) => chip(t(`state_${state}`), TONES[state]), sort: ({ state }) => state },
      { key: 'above', title: t('above'), cell: ({ extends: above }) => above && (typeof above === 'string' ? above : packName(above)) }, { key: 'hash', title: t('hash'), cell: ({ hash }) => h('code', { title: hash }, hash.slice(0, 12)) },
    ],
  }));
}

function calendarsCard(calendars) {
  return card(t('calendars'), table({
    caption: t('calendars'), rows: calendars, none: empty(t('noCalendars'), t('noCalendarsHint')), columns: [
      { key: 'year', title: t('year'), head: true, cell: ({ year }) => String(year), sort: ({ year }) => year }, { key: 'place', title: t('place'), cell: ({ division }) => divisionName(division) },
      { key: 'version', title: t('version'), cell: ({ version }) => version }, { key: 'at', title: t('announced'), cell: ({ announcedAt }) => announcedAt && instantText(announcedAt) },
    ],
  }));
}

function proposalsCard(proposals, again) {
  const decide = hasRole('policy');
  return card(t('proposals'), table({
    caption: t('proposals'), rows: proposals, none: empty(t('noProposals'), t('noProposalsHint')), columns: [
      { key: 'what', title: t('version'), head: true, cell: ({ kind, division, version, year }) => [`${divisionName(division)} ${version ?? year}`, h('small', null, t(`kind_${kind}`))] },
      { key: 'state', title: t('state'), cell: ({ state }) => chip(t(`proposalState_${state}`), TONES[state]), sort: ({ state }) => state }, { key: 'by', title: t('by'), cell: ({ by, at }) => [actor(by), h('small', null, instantText(at))] },
      { key: 'note', title: t('note'), cell: ({ note, reason }) => [note, reason && h('small', null, reason)].filter(Boolean) },
      { key: 'do', title: '', cell: (proposal) => (decide && proposal.state === 'open' ? h('span', { class: 'row-buttons' }, ['publish', 'reject'].map((step) => h('button', { type: 'button', class: 'button small-button', onclick: () => void decideOn(proposal, step, again) }, t(step)))) : '') },
    ],
  }));
}

/** The second person decides on what the first saw: the hash goes with it. */
async function decideOn({ proposal, kind, hash, division, version, year }, step, again) {
  const base = kind === 'pack' ? '/v1/routing/packs/proposals' : '/v1/routing/calendar/proposals';
  const title = `${t(step)}：${divisionName(division)} ${version ?? year}`;
  const done = await dialog(title, (close) => commandForm({
    href: `${base}/${proposal}/${step}`, title, button: t(step), adds: step === 'publish' && hash ? { hash } : {}, done: () => close(true),
    fields: step === 'reject' ? { properties: { reason: { type: 'string', maxLength: 500, description: t('rejectReason') } }, required: ['reason'] } : {},
  }));
  if (done) again();
}
