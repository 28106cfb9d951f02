import { card, chip, h } from './dom.js';
import { post } from './api.js';
import { lawText } from './law.js';
import { clockName, clockSource } from './names.js';
import { problemView } from './problem-view.js';
import { dayText, dueText, instantText, remaining } from './time.js';
import { both, t } from './words.js';

const OPEN = new Set(['running', 'suspended']);

/** The limits of a case: those that run, the next first; those that are done folded away. */
export function clocksCard(row, history) {
  const clocks = Object.entries(row.clocks).map(([id, clock]) => ({ id, ...clock }));
  const byDue = (a, b) => (a.breachAt ? Date.parse(a.breachAt) : Infinity) - (b.breachAt ? Date.parse(b.breachAt) : Infinity);
  const running = clocks.filter(({ status }) => OPEN.has(status)).sort(byDue);
  const done = clocks.filter(({ status }) => !OPEN.has(status)).sort(byDue);
  const line = (clock) => clockLine(clock, row, history);
  return card(t('clocks'),
    running.length === 0 ? h('p', { class: 'faint' }, t('noClocks')) : h('ul', { class: 'clocks' }, running.map(line)),
    done.length > 0 && h('details', { class: 'fold' }, h('summary', null, t('doneClocks', { n: done.length })), h('ul', { class: 'clocks' }, done.map(line))));
}

function clockLine(clock, row, history) {
  const { kind, due, provisionalDue, startedAt, breachAt, status, level, duty } = clock;
  const [tone, word] = standing(clock);
  const why = h('div', { class: 'why' });
  const button = h('button', { class: 'link', 'aria-expanded': 'false', onclick: () => void explain(button, why, clock, row, history) }, t(/T/.test(due) ? 'whyInstant' : 'why'));
  const left = status === 'running' && breachAt ? remaining(breachAt) : undefined;
  return h('li', { class: `clock clock-${tone}` },
    h('div', { class: 'clock-name' }, h('b', null, clockName(kind)), h('small', null, [t(`level${level[0].toUpperCase()}${level.slice(1)}`), duty === 'person' && t('dutyPerson'), duty === 'employer' && t('dutyEmployer'), lawText(clockSource(kind) ?? kind)].filter(Boolean).join(' · '))),
    h('div', { class: 'clock-due' }, h('b', null, t('due', { day: dueText(due) })), provisionalDue && h('small', null, t('provisional', { day: dueText(provisionalDue) })), h('small', null, t('from', { day: startedAt.includes('T') ? instantText(startedAt) : dayText(startedAt) }))),
    h('div', { class: 'clock-end' }, chip(word, tone), left && h('span', { class: `left${left.late ? ' late' : ''}`, 'data-breach': breachAt }, left.text), button), why);
}

function standing({ status, breached, warned, onTime }) {
  if (status === 'met') return onTime === false ? ['breached', t('metLate')] : ['good', t('met')];
  if (status === 'cancelled') return ['plain', t('cancelled')];
  if (breached) return ['breached', t('late')];
  if (status === 'suspended') return ['plain', t('suspended')];
  return warned ? ['warned', t('soon')] : ['busy', t('running')];
}

async function explain(button, place, clock, row, history) {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  if (open) return place.replaceChildren();
  try {
    const answer = await post('/v1/supervision/clocks/explain', { clock: clock.kind, startedAt: clock.startedAt, division: row.handlingDivision, ...movedBy(clock.id, history) });
    place.replaceChildren(derivation(answer, clock));
  } catch (error) {
    place.replaceChildren(problemView(error));
  }
}

/** What moved a clock since it started, as its events tell: days added, and times that are not counted. */
export function movedBy(id, history) {
  const mine = history.filter(({ type, data }) => type.startsWith('supervision.clock-') && data.clock === id);
  const from = mine.map(({ type }) => type).lastIndexOf('supervision.clock-restarted.v1');
  const since = mine.slice(Math.max(0, from));
  const of = (name) => since.filter(({ type }) => type === `supervision.clock-${name}.v1`).map(({ data }) => data);
  const extension = of('extended').reduce((sum, { by }) => sum + by, 0);
  const stops = of('suspended').map(({ from: stopped }) => stopped);
  const suspended = of('resumed').map(({ to }, i) => ({ from: stops[i], to })).filter(({ from: stopped }) => stopped);
  return { ...(extension > 0 && { extension }), ...(suspended.length > 0 && { suspended }) };
}

/** Instants as people write them. */
const readable = (sentence) => sentence.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+\+08:00/g, (instant) => instantText(instant));

function derivation({ derivation: steps, source, calendar, due }, clock) {
  return h('div', { class: 'derivation' }, h('p', { class: 'derivation-title' }, t('derivation')),
    h('ol', null, steps.map(({ kind, text }) => h('li', { class: `step-${kind}` }, readable(both(text))))),
    due !== clock.due && h('p', { class: 'small' }, t('movedSince', { due: dueText(clock.due) })),
    h('p', { class: 'small' }, `${t('basis')}：${lawText(source ?? '')} · ${t('calendarOf')} ${calendar}`));
}
