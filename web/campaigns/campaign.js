import { chip, facts, h } from '../dom.js';
import { get } from '../api.js';
import { actor } from '../parts/actor.js';
import { barList, lineChart } from '../parts/charts.js';
import { commandForm } from '../parts/command-form.js';
import { filters } from '../parts/filters.js';
import { empty, section } from '../parts/states.js';
import { pagedTable, table } from '../parts/table.js';
import { tabs } from '../parts/tabs.js';
import { tiles } from '../parts/tiles.js';
import { yuan } from '../money.js';
import { categoryName, departmentName, divisionName } from '../names.js';
import { word } from '../terms.js';
import { dayText, instantText } from '../time.js';
import { both, isChinese } from '../words.js';
import { visitPlan } from './plan.js';
import { t } from './words.js';

const day = (on) => dayText(on, { weekday: false });
export const rateText = ({ rate }) => (rate.percent === null ? t('emptyBase') : `${rate.percent}%`);
export const phaseChip = (phase) => chip(t(`phase_${phase}`), phase === 'running' ? 'busy' : 'plain');

/** One campaign: how far it is against its target, which cases are in it, what is left and why, and what was reported at its end. */
export async function campaignPage(main, { id, params, signal, again }) {
  const one = await get(`/v1/supervision/campaigns/${id}`, { signal });
  const counted = one.phase === 'running' || one.phase === 'closed';
  const list = [
    counted && { id: 'progress', title: t('tab_progress'), panel: () => section(() => get(`/v1/supervision/campaigns/${id}/progress`, { signal }), (now) => progress(one, now), signal) },
    one.kind === 'practicalMatters' ? { id: 'matters', title: t('tab_matters'), count: one.matters.length, panel: () => matters(one) } : { id: 'members', title: t('tab_members'), panel: () => members(one, params, signal) },
    one.kind === 'visits' && { id: 'visits', title: t('tab_visits'), panel: () => visitPlan(one, params, signal, again) },
    { id: 'targets', title: t('tab_targets'), count: one.targets.length, panel: () => targets(one) },
    one.phase === 'closed' && { id: 'report', title: t('tab_report'), panel: () => section(() => get(`/v1/supervision/campaigns/${id}/report`, { signal }), report, signal) },
    one.actions.length > 0 && { id: 'steps', title: t('tab_steps'), count: one.actions.length, panel: () => steps(one, again) },
  ].filter(Boolean);
  main.replaceChildren(
    h('p', { class: 'back' }, h('a', { href: '#/campaigns' }, t('back', { title: both({ zh: '专项行动', en: 'Campaigns' }) }))),
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, one.title), h('p', null, phaseChip(one.phase), ' ', one.outcome && chip(t(`outcome_${one.outcome}`), one.outcome === 'missed' ? 'hard' : 'good'), ' ', `${word(one.kind)} · ${one.name}`)),
    h('div', { class: 'stack' },
      h('section', { class: 'card' }, facts([
        [t('dueOn'), day(one.targets[0].dueOn)], [t('year'), String(one.year)], [t('source'), one.source], [t('rule'), ruleText(one)],
        [t('proposedBy'), actor(one.proposedBy)], one.startedBy && [t('startedBy'), actor(one.startedBy)],
      ], 'facts campaign-facts')),
      tabs({ label: one.title, list })));
}

const CONDITIONS = ['categories', 'sectors', 'fundings', 'arrearsYear', 'receivedFrom', 'receivedTo', 'collective', 'verified', 'left'];

/** The conditions as a person says them. */
function ruleText({ kind, rule }) {
  if (!rule) return t(kind === 'visits' ? 'ruleVisits' : 'ruleMatters');
  const words = (key, value) => (Array.isArray(value) ? value.map((each) => (key === 'categories' ? categoryName(each) : word(each))).join(isChinese() ? '、' : ', ') : typeof value === 'boolean' ? t(value ? 'yes' : 'no') : word(value));
  return CONDITIONS.filter((key) => rule[key] !== undefined).map((key) => [key, rule[key]]).map(([key, value]) => t(`cond_${key}`, { v: words(key, value) })).join(isChinese() ? '；' : '; ');
}

function progress({ baseline, targets: [target], rule }, now) {
  const before = baseline?.figures;
  return h('div', { class: 'stack' },
    tiles([
      { title: t('rate'), value: rateText(now), note: t('rateOf', now), key: 'rate' },
      { title: t('open'), value: now.open, note: before && t('fromBaseline', { n: before.open }), tone: now.open > target.openMax ? 'warned' : 'plain', key: 'open' },
      rule && { title: t('unpaid'), value: yuan(now.unpaid, { cents: false }), note: [t('workersOpen', { n: now.workers }), before && t('fromBaseline', { n: yuan(before.unpaid, { cents: false }) })].filter(Boolean).join(' · '), tone: 'money', key: 'unpaid' },
      { title: t('total'), value: now.total, note: before && t('fromBaseline', { n: before.total }), key: 'total' },
    ], { label: t('progress') }),
    now.course.length > 0 && h('section', { class: 'card' }, lineChart({
      title: t('course'), description: t('courseHint'), labels: now.course.map((point) => point.day.slice(5)),
      series: [{ name: t('openLine'), values: now.course.map((point) => point.open) }, { name: t('target'), values: now.course.map(() => target.openMax) }], top: Math.max(4, before?.open ?? 0),
    })),
    h('section', { class: 'card' }, h('h2', null, t('byPlace')), placesTable(now.divisions)),
    h('section', { class: 'card' }, h('h2', null, t('leftWhy')), leftList(now.left)),
    h('p', { class: 'small faint' }, t('atPosition', { n: now.position }), ' ', h('code', null, now.query)));
}

function placesTable(divisions) {
  return table({
    caption: t('byPlace'), rows: divisions, sorted: { key: 'open', down: true },
    columns: [
      { key: 'name', title: t('place'), head: true, cell: ({ name, division }) => name ?? divisionName(division), sort: ({ name, division }) => name ?? division },
      { key: 'rate', title: t('rate'), align: 'end', cell: (row) => (row.rate ? rateText(row) : t('rateOf', row)), sort: ({ rate }) => rate?.percent ?? null },
      { key: 'total', title: t('total'), align: 'end', cell: ({ total }) => total, sort: ({ total }) => total },
      { key: 'done', title: t('done'), align: 'end', cell: ({ done }) => done, sort: ({ done }) => done },
      { key: 'open', title: t('open'), align: 'end', cell: ({ open }) => open, sort: ({ open }) => open },
      { key: 'unpaid', title: t('unpaid'), align: 'end', cell: ({ unpaid }) => yuan(unpaid), sort: ({ unpaid }) => unpaid },
    ],
  });
}

function leftList(left) {
  return left.length === 0 ? empty(t('nothingLeft')) : barList(left.map(({ reason, cases, workers, unpaid }) => ({ label: t(`reason_${reason}`), value: cases, note: unpaid > 0 ? `${t('workersOpen', { n: workers })} · ${yuan(unpaid)}` : undefined })));
}

function members({ campaignId }, params, signal) {
  const which = params.get('open') ?? '';
  const load = async (cursor) => {
    const { members: rows, next } = await get(`/v1/supervision/campaigns/${campaignId}/members?${new URLSearchParams({ ...(which && { open: which }), ...(cursor && { cursor }) })}`, { signal });
    return { rows, next };
  };
  return [
    filters(params, [{ key: 'open', label: t('show'), options: [['true', t('onlyOpen')], ['false', t('onlyDone')]] }]),
    h('section', { class: 'card' }, pagedTable({
      caption: t('tab_members'), load, signal, none: empty(t('noMembers')),
      columns: [
        { key: 'case', title: t('case'), head: true, cell: ({ caseId, caseNumber }) => h('a', { href: `#/cases/${caseId}` }, caseNumber) },
        { key: 'place', title: t('place'), cell: ({ division }) => divisionName(division) },
        { key: 'receivedOn', title: t('receivedOn'), cell: ({ receivedOn }) => day(receivedOn) },
        { key: 'why', title: t('why'), cell: ({ open, reason }) => (open ? chip(t(`reason_${reason}`), 'hard') : chip(t('done'), 'good')) },
        { key: 'workers', title: t('workers'), align: 'end', cell: ({ workers }) => workers },
        { key: 'unpaid', title: t('unpaid'), align: 'end', cell: ({ unpaid }) => yuan(unpaid) },
      ],
    })),
  ];
}

function matters({ matters: rows }) {
  return h('section', { class: 'card' }, table({
    caption: t('tab_matters'), rows, none: empty(t('noMatters')), sorted: { key: 'dueOn', down: false },
    columns: [
      { key: 'title', title: t('matterTitle'), head: true, cell: ({ title }) => title },
      { key: 'department', title: t('department'), cell: ({ department, name }) => [departmentName(department), h('small', { class: 'faint' }, name)] },
      { key: 'dueOn', title: t('dueOn'), cell: ({ dueOn }) => day(dueOn), sort: ({ dueOn }) => dueOn },
      { key: 'doneOn', title: t('doneOn'), cell: ({ doneOn }) => (doneOn ? day(doneOn) : chip(t('notYet'), 'plain')), sort: ({ doneOn }) => doneOn },
      { key: 'proof', title: t('proof'), cell: ({ proof }) => proof },
    ],
  }));
}

function targets({ targets: rows, raised }) {
  return h('section', { class: 'card' }, table({
    caption: t('tab_targets'), rows,
    columns: [
      { key: 'place', title: t('place'), head: true, cell: ({ name }) => name },
      { key: 'openMax', title: t('openMax'), align: 'end', cell: ({ openMax }) => openMax },
      { key: 'dueOn', title: t('dueOn'), cell: ({ dueOn, warned, judged }) => [day(dueOn), warned && !judged && h('small', { class: 'late' }, t('warnedSoon'))].filter(Boolean) },
      { key: 'judged', title: t('judged'), cell: ({ judged }) => (judged ? [chip(t(`outcome_${judged.outcome}`), judged.outcome === 'missed' ? 'hard' : 'good'), h('small', null, t('judgedOpen', { n: judged.open }))] : t('outcome_notDue')) },
      { key: 'raised', title: t('pressure'), cell: ({ division }) => (raised[division] ? [t('step', { n: raised[division].step, answered: t(raised[division].answered ? 'answered' : 'waitsAnswer') }), raised[division].answer && h('small', null, raised[division].answer)] : '—') },
    ],
  }));
}

function report({ at, by, position, query, figures, left, same, note }) {
  return h('div', { class: 'stack' },
    h('section', { class: 'card' }, facts([[t('closedAt'), instantText(at)], [t('closedBy'), actor(by)], [t('result'), `${t('done')} ${t('rateOf', figures)} · ${t('unpaid')} ${yuan(figures.unpaid)}`], note && [t('note'), note]], 'facts campaign-facts'), h('p', { class: same ? 'notice' : 'problem' }, t(same ? 'same' : 'notSame')), h('p', { class: 'small faint' }, t('atPosition', { n: position }), ' ', h('code', null, query))),
    h('section', { class: 'card' }, h('h2', null, t('byPlace')), placesTable(figures.divisions)),
    h('section', { class: 'card' }, h('h2', null, t('leftWhy')), leftList(left)));
}

/** What this person may do now, each step with its form. */
function steps({ actions, matters: listed }, again) {
  const choices = { matter: listed.filter(({ doneOn }) => !doneOn).map(({ matter, title }) => [matter, title]) };
  return h('section', { class: 'card steps-open' }, actions.map(({ title, href, fields, ids }) => h('details', { class: 'step' }, h('summary', null, h('b', null, both(title))), h('div', { class: 'step-body' },
    commandForm({ href, fields, title: both(title), choices, adds: Object.fromEntries(ids.map((id) => [id, crypto.randomUUID()])), done: () => setTimeout(again, 400) })))));
}
