import { card, chip, h } from '../dom.js';
import { get } from '../api.js';
import { loadNames } from '../names.js';
import { filters } from '../parts/filters.js';
import { empty } from '../parts/states.js';
import { stepsCard } from '../parts/steps.js';
import { table } from '../parts/table.js';
import { tiles } from '../parts/tiles.js';
import { addressWith } from '../address.js';
import { hasRole } from '../session.js';
import { screenOf } from '../screens.js';
import { word } from '../terms.js';
import { dayText } from '../time.js';
import { both } from '../words.js';
import { KEEPERS, projectPage } from './project-page.js';
import { t } from './words.js';

const SECTORS = ['housing', 'transport', 'water', 'railway', 'aviation', 'other'];
const SHOWN = { lacking: ({ lacking }) => lacking.length > 0, findings: ({ openFindings }) => openFindings > 0, unvisited: ({ lastVisitOn, completedOn }) => lastVisitOn === null && completedOn === null };

/** The project files of the regulators and what each lacks by law, or one file. */
export async function screen(main, { id, params, signal, back }) {
  await loadNames();
  if (id) return projectPage(main, { id, signal, back });
  const sector = SECTORS.includes(params.get('sector')) ? params.get('sector') : undefined;
  const [{ projects }, forms] = await Promise.all([get(`/v1/resolution/projects${sector ? `?sector=${sector}` : ''}`, { signal }), hasRole(...KEEPERS) ? get('/v1/resolution/projects/actions', { signal }) : { actions: [] }]);
  const shown = Object.hasOwn(SHOWN, params.get('show') ?? '') ? params.get('show') : undefined;
  const title = both(screenOf('projects').title);
  const tileOf = (key, tone) => ({ key, title: t(`show_${key}`), value: projects.filter(SHOWN[key]).length, href: addressWith({ show: shown === key ? undefined : key }), current: shown === key, tone: projects.some(SHOWN[key]) ? tone : 'plain' });
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, title), h('p', null, t('intro'))),
    tiles([{ key: 'all', title: t('files'), value: projects.length }, tileOf('lacking', 'breached'), tileOf('findings', 'warned'), tileOf('unvisited', 'plain')], { label: title }),
    filters(params, [{ key: 'sector', label: t('sector'), options: SECTORS.map((each) => [each, word(each)]) }, { key: 'show', label: t('show'), options: Object.keys(SHOWN).map((key) => [key, t(`show_${key}`)]) }]),
    h('div', { class: 'stack' },
      card(title, list(title, shown ? projects.filter(SHOWN[shown]) : projects)),
      forms.actions.length > 0 && stepsCard(t('open'), forms, { of: () => ({ made: ['project'] }), done: (_, __, { projectId }) => { location.hash = `#/projects/${projectId}`; } })));
  return undefined;
}

function list(caption, rows) {
  return table({
    caption, rows, sorted: { key: 'lacking', down: true }, none: empty(t('none'), t('noneHint')), columns: [
      { key: 'name', title: t('name'), head: true, cell: ({ projectId, name, place }) => [h('a', { href: `#/projects/${projectId}` }, name), h('small', null, place)], sort: ({ name }) => name },
      { key: 'contractor', title: t('contractor'), cell: ({ generalContractor, owner }) => [generalContractor.name, h('small', null, `${t('owner')} ${owner}`)] },
      { key: 'kind', title: t('sector'), cell: ({ sector, investment }) => [word(sector), h('small', null, word(investment))], sort: ({ sector }) => sector },
      { key: 'lacking', title: t('lacks'), cell: ({ lacking }) => (lacking.length === 0 ? chip(t('whole'), 'good') : h('span', { class: 'lacks' }, lacking.map((duty) => chip(t(`duty_${duty}`), 'breached')))), sort: ({ lacking }) => lacking.length },
      { key: 'findings', title: t('openFindings'), align: 'end', cell: ({ openFindings }) => String(openFindings), sort: ({ openFindings }) => openFindings },
      { key: 'visit', title: t('lastVisit'), cell: ({ lastVisitOn, completedOn }) => [lastVisitOn ? dayText(lastVisitOn, { weekday: false }) : t('notYet'), completedOn && h('small', null, t('completedOn', { day: dayText(completedOn, { weekday: false }) }))], sort: ({ lastVisitOn }) => lastVisitOn },
    ],
  });
}
