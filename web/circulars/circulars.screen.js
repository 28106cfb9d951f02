import { card, chip, facts, h, say } from '../dom.js';
import { get, post } from '../api.js';
import { lawText } from '../law.js';
import { departmentName, divisionName, loadNames } from '../names.js';
import { commandForm } from '../parts/command-form.js';
import { filters } from '../parts/filters.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { problemView } from '../problem-view.js';
import { hasRole } from '../session.js';
import { dueText, hear, instantText } from '../time.js';
import { screenOf } from '../screens.js';
import { both } from '../words.js';
import { metricName, valueText } from '../statistics/shared.js';
import { issueCircular } from './issue.js';
import { t } from './words.js';

const TONES = { open: 'busy', overdue: 'breached', answered: 'good' };
const ANSWERERS = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor'];

/** Dispatch circulars: what was put before whom, by when an answer is due, and who has not answered. */
export async function screen(main, { id, params, signal, again }) {
  await loadNames();
  if (id === 'new') return issueCircular(main, { params, signal });
  if (id) return one(main, id, { signal, again });
  const state = params.get('state');
  const { now, circulars } = await get(`/v1/supervision/circulars${state ? `?state=${encodeURIComponent(state)}` : ''}`, { signal });
  hear(now);
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('circulars').title)), hasRole('supervisor') && h('a', { class: 'button primary', href: '#/statistics?tab=published' }, t('issue'))),
    filters(params, [{ key: 'state', label: t('state'), none: t('allStates'), options: ['open', 'overdue', 'answered'].map((each) => [each, t(`state_${each}`)]) }]),
    table({
      caption: both(screenOf('circulars').title), rows: circulars, none: empty(t('none'), t('noneHint')), columns: [
        { key: 'title', title: t('title'), head: true, cell: ({ circular, title, number }) => [h('a', { href: `#/circulars/${circular}` }, title), h('small', null, number)] },
        { key: 'issued', title: t('issuedAt'), sort: ({ issuedAt }) => issuedAt, cell: ({ issuedAt }) => instantText(issuedAt) }, { key: 'due', title: t('answerDue'), sort: ({ answerDue }) => answerDue, cell: ({ answerDue }) => lastDay(answerDue) },
        { key: 'state', title: t('state'), cell: ({ state: of }) => chip(t(`state_${of}`), TONES[of]) }, { key: 'answers', title: t('answers'), cell: ({ units }) => t('answerOf', { n: units.filter(({ answeredAt }) => answeredAt).length, total: units.length }) },
      ],
    }));
}

/** The limit is the first moment too late: what a person reads is the day before, which ends at 24:00. */
function lastDay(answerDue) {
  return dueText(new Date(Date.parse(answerDue) - 1 + 8 * 3_600_000).toISOString().slice(0, 10));
}

async function one(main, id, { signal, again }) {
  const [{ circular, published, answer, same }, definitions] = await Promise.all([get(`/v1/supervision/circulars/${encodeURIComponent(id)}`, { signal }), get('/v1/supervision/statistics/definitions', { signal })]);
  main.replaceChildren(h('div', { class: 'stack' },
    h('p', null, h('a', { class: 'link', href: '#/circulars' }, t('back'))), h('h1', { tabindex: '-1' }, circular.title),
    h('p', null, chip(t(`state_${circular.state}`), TONES[circular.state]), ' ', circular.number, ` · ${instantText(circular.issuedAt)}`),
    card(t('text'), h('p', { class: 'circular-text' }, circular.text), facts([[t('answerDue'), lastDay(circular.answerDue)], [t('rule'), `${t('workingDays', { n: circular.rule.workingDays })} · ${lawText(circular.rule.source)}`]])),
    card(t('answers'), table({
      caption: t('answers'), rows: circular.units, columns: [
        { key: 'unit', title: t('unit'), head: true, cell: ({ department, division }) => `${divisionName(division)} ${departmentName(department)}` },
        { key: 'received', title: t('received'), cell: ({ receivedAt }) => (receivedAt ? instantText(receivedAt) : t('notYet')) },
        { key: 'answered', title: t('answered'), cell: ({ answeredAt, late, missed }) => [answeredAt ? instantText(answeredAt) : missed ? chip(t('missed'), 'breached') : t('notYet'), late && chip(t('late'), 'warned')] },
        { key: 'answer', title: t('yourAnswer'), cell: ({ answer: words }) => words ?? '—' },
      ],
    })),
    ANSWERERS.some(hasRole) && circular.units.filter(({ answeredAt }) => !answeredAt).map((unit) => answering(id, unit, again)),
    card(t('figures'), h('p', { class: 'small' }, `${published.title} · ${published.parameters.period} · ${t('atPosition')} `, h('code', null, circular.position), ' · ', chip(t(same ? 'same' : 'differs'), same ? 'good' : 'breached')), attached(answer, definitions))));
}

function attached({ total, league }, definitions) {
  if (league) return table({ caption: t('figures'), rows: league, columns: [{ key: 'region', title: t('division'), head: true, cell: ({ group }) => divisionName(group) }, { key: 'grade', title: t('state'), cell: ({ grade }) => grade ?? '—' }, { key: 'value', title: metricName(definitions, 'composite'), align: 'end', cell: ({ value }) => (value === null ? t('emptyBase') : `${value}%`) }] });
  const of = (id) => definitions.metrics.find((metric) => metric.id === id);
  return h('div', { class: 'metrics' }, table({ caption: t('figures'), rows: total, columns: [
    { key: 'metric', title: t('title'), head: true, cell: ({ metric }) => both(of(metric)) }, { key: 'value', title: t('value'), align: 'end', cell: ({ metric, value, numerator, denominator }) => [valueText(of(metric), value), denominator !== null && h('small', null, ` ${numerator} / ${denominator}`)] },
  ] }));
}

/** What one unit has still to do. The server says whether the caller may speak for it. */
function answering(id, { department, division, receivedAt }, again) {
  const said = h('div', null);
  const receive = !receivedAt && h('button', { class: 'button', type: 'button', onclick: async () => {
    try {
      await post(`/v1/supervision/circulars/${id}/receive`, { department, division });
      say(t('received'));
      setTimeout(again, SHOWN_MS);
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
  } }, t('receive'));
  const fields = { type: 'object', required: ['answer'], properties: { answer: { type: 'string', description: t('yourAnswer'), minLength: 2, maxLength: 4000 } } };
  return card(`${t('answer')}：${divisionName(division)} ${departmentName(department)}`, receive, said, commandForm({ href: `/v1/supervision/circulars/${id}/answer`, fields, title: t('answer'), adds: { department, division }, button: t('answer'), done: () => setTimeout(again, SHOWN_MS) }));
}

/** Until the read table has taken in what was just written. */
const SHOWN_MS = 800;
