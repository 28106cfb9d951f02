import { chip, h } from '../dom.js';
import { get } from '../api.js';
import { clockName, departmentName, divisionName, ladderName, loadNames } from '../names.js';
import { filters } from '../parts/filters.js';
import { empty } from '../parts/states.js';
import { table } from '../parts/table.js';
import { tiles } from '../parts/tiles.js';
import { screenOf } from '../screens.js';
import { domainNow, dueText, hear, instantText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

const MEASURES = ['warning', 'reminder', 'writtenNotice', 'interview', 'criticism', 'listedSupervision'];
const KEYS = ['side', 'measure', 'overdue', 'unanswered'];

/** What stands on the ladder: for me to answer, given by my offices, overdue. */
export async function screen(main, { params, signal }) {
  const query = new URLSearchParams(KEYS.filter((key) => params.get(key)).map((key) => [key, params.get(key)]));
  const [{ now, escalations, counts }] = await Promise.all([get(`/v1/supervision/escalations?${query}`, { signal }), loadNames()]);
  hear(now);
  const tile = (key, title, tone, search) => ({ key, title: t(title), value: counts[key], tone: counts[key] > 0 ? tone : 'plain', href: `#/ladder?${search}`, current: String(query) === search });
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('ladder').title)), h('p', null, t('intro'))),
    tiles([tile('mine', 'tileMine', 'warned', 'side=mine'), tile('given', 'tileGiven', 'plain', 'side=given'), tile('unanswered', 'tileUnanswered', 'plain', 'unanswered=true'), tile('overdue', 'tileOverdue', 'breached', 'overdue=true')]),
    h('section', { class: 'card board', 'aria-labelledby': 'escalations' },
      h('div', { class: 'board-head' }, h('h2', { id: 'escalations' }, both(screenOf('ladder').title)), filters(params, [
        { key: 'side', label: t('side'), options: ['mine', 'given'].map((side) => [side, t(side)]) },
        { key: 'measure', label: t('measure'), options: MEASURES.map((each) => [each, measureName(each)]) },
        { key: 'overdue', label: t('overdue'), options: [['true', t('onlyOverdue')]] },
      ])),
      table({ caption: both(screenOf('ladder').title), rows: escalations, none: empty(t('none'), t('noneHint')), columns: columns() })));
}

function columns() {
  return [
    { key: 'case', title: t('kind'), head: true, cell: (row) => [h('a', { href: `#/cases/${row.caseId}` }, row.caseNumber), ' ', h('small', null, [reasonOf(row), divisionName(row.handlingDivision)].join(' · '))], sort: ({ caseNumber }) => caseNumber },
    { key: 'measure', title: t('measure'), cell: ({ measure, step }) => chip(measureName(measure), step > 1 ? 'hard' : 'plain'), sort: ({ step }) => step },
    { key: 'who', title: t('who'), cell: addressed },
    { key: 'due', title: t('due'), cell: dueOf, sort: ({ answerDue }) => answerDue },
    { key: 'receipt', title: t('receipt'), cell: ({ acknowledgedAt, acknowledgedBy }) => (acknowledgedAt ? [instantText(acknowledgedAt), h('small', null, acknowledgedBy)] : t('noReceipt')), sort: ({ acknowledgedAt }) => acknowledgedAt },
    { key: 'status', title: t('status'), cell: ({ status }) => chip(t(`status_${status}`), status === 'answered' ? 'good' : 'busy') },
  ];
}

/** What put a case on the ladder: a clock, a condition, or a person. */
export function reasonOf({ kind }) {
  return kind === 'byHand' || kind === 'listed' ? t(kind) : ladderName(kind) ?? clockName(kind);
}

export function measureName(measure) {
  return measure === 'listedSupervision' ? t(measure) : ladderName(measure) ?? measure;
}

export function addressed({ addressee, to, department, division }) {
  const place = [department && !addressee.endsWith('Supervisor') && departmentName(department), division && divisionName(division)].filter(Boolean).join(' ');
  return [t(`addressed_${addressee}`), h('small', null, [to, place].filter(Boolean).join(' · '))];
}

export function dueOf({ answerDue, status, next }) {
  if (!answerDue) return t('noAnswerDue');
  const late = status === 'open' && Date.parse(answerDue) <= domainNow();
  return [dueText(answerDue), late && [' ', chip(t('late'), 'breached')], status === 'open' && next && h('small', null, t('next', { rung: measureName(next) }))];
}
