import { chip, h } from '../dom.js';
import { get } from '../api.js';
import { loadNames } from '../names.js';
import { commandForm } from '../parts/command-form.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { screenOf } from '../screens.js';
import { word } from '../terms.js';
import { dayText, hear } from '../time.js';
import { both } from '../words.js';
import { campaignPage, phaseChip, rateText } from './campaign.js';
import { t } from './words.js';

/** The campaigns of a place, or one of them. */
export async function screen(main, at) {
  await loadNames();
  if (at.id) return campaignPage(main, at);
  const { now, campaigns, propose } = await get('/v1/supervision/campaigns', { signal: at.signal });
  hear(now);
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('campaigns').title)), h('p', null, t('campaignsHint'))),
    h('div', { class: 'stack' },
      h('section', { class: 'card' }, table({
        caption: both(screenOf('campaigns').title), rows: campaigns, none: empty(t('noCampaigns'), t('noCampaignsHint')),
        columns: [
          { key: 'title', title: t('title'), head: true, cell: ({ campaignId, title, kind }) => [h('a', { href: `#/campaigns/${campaignId}` }, title), h('small', { class: 'faint' }, word(kind))], sort: ({ title }) => title },
          { key: 'place', title: t('place'), cell: ({ name }) => name, sort: ({ name }) => name },
          { key: 'phase', title: t('phase'), cell: phaseCell, sort: ({ phase }) => phase },
          { key: 'progress', title: t('progress'), align: 'end', cell: ({ now: figures }) => figures && [rateText(figures), h('small', null, t('rateOf', figures))], sort: ({ now: figures }) => figures?.rate.percent ?? null },
          { key: 'dueOn', title: t('dueOn'), cell: ({ targets: [first] }) => dayText(first.dueOn, { weekday: false }), sort: ({ targets: [first] }) => first.dueOn },
        ],
      })),
      propose && h('details', { class: 'card step' }, h('summary', null, h('b', null, t('propose'))), h('div', { class: 'step-body' },
        commandForm({ href: '/v1/supervision/campaigns', fields: propose, title: t('propose'), adds: { campaign: crypto.randomUUID() }, done: (_, __, { campaignId }) => { location.hash = `#/campaigns/${campaignId}`; } })))));
}

function phaseCell({ phase, outcome, unanswered }) {
  return [phaseChip(phase), outcome && h('small', null, chip(t(`outcome_${outcome}`), outcome === 'missed' ? 'hard' : 'good')), unanswered > 0 && h('small', { class: 'late' }, t('unanswered', { n: unanswered }))].filter(Boolean);
}
