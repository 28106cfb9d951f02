import { card, chip, facts, h } from '../dom.js';
import { get } from '../api.js';
import { lawText } from '../law.js';
import { clockName, loadNames } from '../names.js';
import { yuan } from '../money.js';
import { empty } from '../parts/states.js';
import { stepsCard } from '../parts/steps.js';
import { table } from '../parts/table.js';
import { hasRole } from '../session.js';
import { word } from '../terms.js';
import { dayText, dueText, hear, instantText } from '../time.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

const TONES = { open: 'plain', missed: 'breached', received: 'good', late: 'hard' };

/** One point, station or unit: what it is, what it reported, how it was assessed, and the next step. */
export async function partnerPage(main, { id, signal, back }) {
  const path = `/v1/supervision/partners/${encodeURIComponent(id)}`;
  const reload = async (words) => {
    const [partner, actions] = await Promise.all([get(path, { signal }), hasRole('coordinator', 'officer', 'supervisor') ? get(`${path}/actions`, { signal }) : { actions: [] }, loadNames()]);
    hear(partner.now);
    draw(main, { partner, actions, back, words, done: (_, told) => void reload(told) });
    if (words) main.querySelector('.notice').focus();
  };
  await reload();
}

function draw(main, { partner, actions, back, words, done }) {
  const { name, role, removed, divisions, clocks } = partner;
  const place = (code) => divisions[code] ?? code;
  main.replaceChildren(
    h('a', { class: 'back', href: back.href }, `← ${t('back', { title: both(back.title) })}`),
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, name), h('div', { class: 'chips' }, chip(t(`tab_${role}s`)), partner.kind && chip(word(partner.kind)), removed && chip(t('removedOn', { ground: word(removed.ground) }), 'breached'))),
    h('div', { class: 'notice', hidden: !words, tabindex: '-1' }, words),
    h('div', { class: 'columns' },
      h('div', { class: 'column-main' }, parts(partner), stepsCard(t('steps'), actions, { of: stepsOf(partner), done, none: empty(t('noSteps')) })),
      h('div', { class: 'column-side' },
        card(t('about'), facts([...about(partner, place), [t('since'), instantText(partner.since)]])),
        clocks.length > 0 && card(t('limits'), facts(clocks.map(({ kind, part, due, provisional, breached }) => [clockName(kind), [breached ? chip(t('late'), 'breached') : '', ' ', dueText(due), provisional && t('provisional'), part && /^\d{4}-/.test(part) && h('small', null, part)]]))))));
}

function about(partner, place) {
  const { role, division, rule } = partner;
  if (role === 'point') return [[t('place'), place(division)], [t('reportsTo'), place(partner.reportsTo)], [t('urgedBy'), place(partner.urgedBy)], [t('every'), word(partner.every)], rule && [t('rule'), [both(rule), h('small', null, lawText(rule.source))]]];
  if (role === 'station') return [[t('home'), place(division)], [t('standsAt'), place(partner.place)], [t('host'), word(partner.host)]];
  return [[t('place'), place(division)], [t('services'), partner.services.map(word).join(isChinese() ? '、' : ', ')], [t('assessBy'), dayText(partner.assessBy)]];
}

function parts(partner) {
  const { role } = partner;
  return [role === 'point' && reports(partner), role === 'unit' && assessments(partner), role === 'station' && [staff(partner), activities(partner)], (partner.events.length > 0 || role !== 'unit') && events(partner)];
}

function reports({ reports: rows }) {
  return card(t('reports'), table({ caption: t('reports'), rows: [...rows].reverse(), columns: [
    { key: 'period', title: t('period'), head: true, cell: ({ period, from, to }) => [period, h('small', null, t('periodOf', { from: dayText(from, { weekday: false }), to: dayText(to, { weekday: false }) }))] },
    { key: 'status', title: t('state'), cell: ({ status }) => chip(t(`status_${status}`), TONES[status]) },
    { key: 'workers', title: t('staff_workers'), align: 'end', cell: ({ report }) => (report ? [t('workersN', { n: report.workers }), h('small', null, `+${report.arrived} −${report.left}`)] : '—') },
    { key: 'unpaid', title: t('unpaid'), align: 'end', cell: ({ report }) => (report ? [yuan(report.unpaid, { cents: false }), h('small', null, t('unpaidN', { n: report.unpaidWorkers }))] : '—') },
    { key: 'text', title: t('happened'), cell: ({ report }) => report?.summary ?? '—' },
  ] }));
}

function assessments({ assessments: rows, assessment }) {
  const criterion = (id) => (assessment?.criteria[id] ? both(assessment.criteria[id]) : id);
  return [
    card(t('assessTitle'), table({ caption: t('assessTitle'), rows: [...rows].reverse(), none: empty(t('noneOf')), columns: [
      { key: 'year', title: t('last'), head: true, cell: ({ year, total }) => t('scored', { year, total }) }, { key: 'passed', title: t('state'), cell: ({ passed }) => chip(t(passed ? 'passed' : 'failedYear'), passed ? 'good' : 'breached') },
      { key: 'scores', title: t('points'), cell: ({ scores }) => Object.entries(scores).map(([id, score]) => h('small', null, `${criterion(id)} ${score}`)) }, { key: 'grounds', title: t('reason'), cell: ({ grounds }) => grounds ?? '—' },
    ] })),
    assessment && card(t('criteria'), facts([...Object.values(assessment.criteria).map((each) => [both(each), `${each.weight}%`]), [t('passMark', { n: assessment.pass }), h('small', null, lawText(assessment.source))]])),
  ];
}

function staff({ staff: people }) {
  return card(t('staff'), table({ caption: t('staff'), rows: Object.entries(people), none: empty(t('noneOf')), columns: [
    { key: 'id', title: t('staff'), head: true, cell: ([id]) => h('span', { class: 'code' }, id) }, { key: 'duty', title: t('kind'), cell: ([, { duty }]) => word(duty) }, { key: 'since', title: t('since'), cell: ([, { since, left }]) => [dayText(since), left && h('small', null, `${t('left')} ${dayText(left)}`)] },
  ] }));
}

function activities({ activities: rows }) {
  return card(t('activities'), table({ caption: t('activities'), rows: Object.values(rows).sort((a, b) => (a.on < b.on ? 1 : -1)), none: empty(t('noneOf')), columns: [
    { key: 'on', title: t('day'), head: true, cell: ({ on }) => dayText(on) }, { key: 'kind', title: t('kind'), cell: ({ kind }) => word(kind) }, { key: 'workers', title: t('staff_workers'), align: 'end', cell: ({ workers }) => t('workersN', { n: workers }) },
  ] }));
}

function events({ events: rows, divisions }) {
  return card(t('eventsTitle'), table({ caption: t('eventsTitle'), rows: [...rows].reverse(), none: empty(t('noneEvents')), columns: [
    { key: 'at', title: t('day'), head: true, cell: ({ at }) => instantText(at) }, { key: 'kind', title: t('kind'), cell: ({ kind, workers }) => [word(kind), h('small', null, t('workersN', { n: workers }))] }, { key: 'to', title: t('reportsTo'), cell: ({ division }) => divisions[division] ?? division },
    { key: 'text', title: t('happened'), cell: ({ text }) => text ?? '—' }, { key: 'taken', title: t('taken'), cell: ({ takenAt, action, caseId }) => (takenAt ? [caseId ? h('a', { href: `#/cases/${caseId}` }, word(action)) : word(action), h('small', null, instantText(takenAt))] : chip(t('open'), 'warned')) },
  ] }));
}

/** What only this partner knows: which reports are owed, which event is taken up, who leaves, by which criteria it is assessed. */
function stepsOf({ reports: rows = [], events: happened, staff: people = {}, assessment }) {
  const known = {
    'report-period': () => ({ choices: { period: rows.filter(({ report }) => !report).map(({ period, status }) => [period, `${period} ${t(`status_${status}`)}`]) } }),
    'report-major-event': () => ({ made: ['event'] }), 'record-activity': () => ({ made: ['activity'] }),
    'take-major-event': () => ({ choices: { event: happened.filter(({ takenAt }) => !takenAt).map(({ event, at, kind }) => [event, `${word(kind)} ${instantText(at)}`]) } }),
    'release-staff': () => ({ choices: { staff: Object.entries(people).filter(([, { left }]) => left === null).map(([id, { duty }]) => [id, `${id} ${word(duty)}`]) } }),
    'assess-partner': ({ fields }) => ({ fields: withScores(fields, assessment?.criteria ?? {}) }),
  };
  return (action) => known[action.command]?.(action) ?? {};
}

function withScores(fields, criteria) {
  const properties = Object.fromEntries(Object.entries(criteria).map(([id, each]) => [id, { type: 'integer', description: `${both(each)} ${each.weight}%` }]));
  return { ...fields, properties: { ...fields.properties, scores: { ...fields.properties.scores, properties, required: Object.keys(properties) } } };
}
