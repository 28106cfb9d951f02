import { card, chip, h } from '../dom.js';
import { get } from '../api.js';
import { lawText } from '../law.js';
import { clockName, clockSource, departmentName, divisionName } from '../names.js';
import { problemView } from '../problem-view.js';
import { timeLeft } from '../live.js';
import { dayText, dueText, instantText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

const OPEN = new Set(['running', 'suspended']);

/** The limits of a case: those that run, the next first; those that are done folded away. */
export function clocksCard(row) {
  const clocks = Object.entries(row.clocks).map(([id, clock]) => ({ id, ...clock }));
  const byDue = (a, b) => (a.breachAt ? Date.parse(a.breachAt) : Infinity) - (b.breachAt ? Date.parse(b.breachAt) : Infinity);
  const running = clocks.filter(({ status }) => OPEN.has(status)).sort(byDue);
  const done = clocks.filter(({ status }) => !OPEN.has(status)).sort(byDue);
  const line = (clock) => clockLine(clock, row);
  return card(t('clocks'),
    running.length === 0 ? h('p', { class: 'faint' }, t('noClocks')) : h('ul', { class: 'clocks' }, running.map(line)),
    done.length > 0 && h('details', { class: 'fold' }, h('summary', null, t('doneClocks', { n: done.length })), h('ul', { class: 'clocks' }, done.map(line))));
}

function clockLine(clock, row) {
  const { kind, due, provisionalDue, startedAt, breachAt, status, level, duty, part } = clock;
  const [body, place] = part?.split(' ') ?? []; // Of assistance: whose it is.
  const [tone, word] = standing(clock);
  const why = h('div', { class: 'why' });
  const button = h('button', { class: 'link', 'aria-expanded': 'false', onclick: () => void explain(button, why, clock, row) }, t(/T/.test(due) ? 'whyInstant' : 'why'));
  return h('li', { class: `clock clock-${tone}` },
    h('div', { class: 'clock-name' }, h('b', null, clockName(kind)), h('small', null, [body && `${departmentName(body)} ${divisionName(place)}`, t(`level${level[0].toUpperCase()}${level.slice(1)}`), duty === 'person' && t('dutyPerson'), duty === 'employer' && t('dutyEmployer'), lawText(clockSource(kind) ?? kind)].filter(Boolean).join(' · '))),
    h('div', { class: 'clock-due' }, h('b', null, t('due', { day: dueText(due) })), provisionalDue && h('small', null, t('provisional', { day: dueText(provisionalDue) })), h('small', null, t('from', { day: startedAt.includes('T') ? instantText(startedAt) : dayText(startedAt) }))),
    h('div', { class: 'clock-end' }, chip(word, tone), status === 'running' && breachAt && timeLeft(breachAt), button), why);
}

function standing({ status, breached, warned, onTime }) {
  if (status === 'met') return onTime === false ? ['breached', t('metLate')] : ['good', t('met')];
  if (status === 'cancelled') return ['plain', t('cancelled')];
  if (breached) return ['breached', t('late')];
  if (status === 'suspended') return ['plain', t('suspended')];
  return warned ? ['warned', t('soon')] : ['busy', t('running')];
}

async function explain(button, place, clock, row) {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  if (open) return place.replaceChildren();
  try {
    place.replaceChildren(derivation(await get(`/v1/supervision/cases/${row.caseId}/clocks/${clock.id}/why`)));
  } catch (error) {
    place.replaceChildren(problemView(error));
  }
}

/** Instants as people write them. */
const readable = (sentence) => sentence.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+\+08:00/g, (instant) => instantText(instant));

function derivation({ sentences, steps, rule, calendar, due, counted }) {
  const kindOf = ({ last }) => (last === undefined ? 'history' : steps[last].kind);
  return h('div', { class: 'derivation' }, h('p', { class: 'derivation-title' }, t('derivation')),
    h('ol', null, sentences.map((sentence) => h('li', { class: `step-${kindOf(sentence)}` }, readable(both(sentence))))),
    counted && h('p', { class: 'small' }, t('countedOtherwise', { counted: dueText(counted), due: dueText(due) })),
    h('p', { class: 'small' }, `${t('basis')}：${lawText(rule.source)} · ${t('calendarOf')} ${calendar}`));
}
