import { chip, h } from '../dom.js';
import { categoryName, clockName, departmentName, divisionName, stateZh } from '../names.js';
import { timeLeft } from '../live.js';
import { dueText, instantText } from '../time.js';
import { stateName, stateTone } from '../terms.js';
import { t } from './words.js';

/** One line of the board. Red is breached, yellow is warned; the words say it as well. */
export function caseRow(row, fresh) {
  const { caseId, caseNumber, state, category, lead, handlingDivision, receivedAt, breached, warned, nextClock, nextDueAt, escalation, listed } = row;
  const tone = breached > 0 ? 'breached' : warned > 0 ? 'warned' : 'calm';
  const due = Object.values(row.clocks).find(({ kind, status, breachAt }) => kind === nextClock && status === 'running' && breachAt === nextDueAt)?.due ?? nextDueAt;
  return h('tr', { class: `row-${tone}${fresh ? ' fresh' : ''}`, 'data-case': caseId },
    h('td', { class: 'col-number' }, h('a', { href: `#/cases/${caseId}` }, caseNumber), h('small', null, `${instantText(receivedAt)} · ${divisionName(handlingDivision)}`)),
    h('td', { class: 'col-category' }, category ? categoryName(category) : '—'),
    h('td', { class: 'col-lead' }, lead ? departmentName(lead) : h('span', { class: 'faint' }, t('noLead'))),
    h('td', { class: 'col-state' }, chip(stateName(state, row.stateName ?? stateZh(state)), stateTone(state)), escalation > 0 && chip(t('step', { n: escalation }), 'hard'), listed && chip(t('listed'), 'hard'), row.closed && row.unpaid > 0 && chip(t('closedUnpaid'), 'breached')),
    nextClock
      ? [h('td', { class: 'col-nextLimit' }, h('span', null, clockName(nextClock)), h('small', null, dueText(due))), h('td', { class: 'col-left' }, timeLeft(nextDueAt))]
      : [h('td', { class: 'col-nextLimit faint' }, t('noLimit')), h('td', { class: 'col-left' })]);
}

/** The order of `GET /v1/cases`: the next due first, those without a limit last, then by id. */
export function isLater(a, b) {
  const due = ({ nextDueAt }) => (nextDueAt ? Date.parse(nextDueAt) : Infinity);
  return due(a) === due(b) ? a.caseId > b.caseId : due(a) > due(b);
}
