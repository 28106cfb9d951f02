import { card, chip, facts, h, say } from '../dom.js';
import { get } from '../api.js';
import { problemView } from '../problem-view.js';
import { downloadButton } from '../parts/download.js';
import { table } from '../parts/table.js';
import { tabs } from '../parts/tabs.js';
import { clockName, departmentName, eventTitle } from '../names.js';
import { stateName, stateTone } from '../terms.js';
import { dueText, instantText } from '../time.js';
import { yuan } from '../money.js';
import { isChinese } from '../words.js';
import { t, words } from './words.js';
import { entryAt, provesEvent, tilePath } from './proof.js';
import { keysOf, sealCard, sealIn, sealOf, textOf } from './seal.js';

const AT_ONCE = 6;

/** One case for the auditor: as it stood at any moment, proved by the browser, and taken away. */
export async function auditOfCase(main, { id, signal, back }) {
  const path = encodeURIComponent(id);
  const [row, { steps }, { events }] = await Promise.all([get(`/v1/cases/${path}`, { signal }), get(`/v1/audit/cases/${path}/replay`, { signal }), get(`/v1/cases/${path}/history`, { signal })]);
  main.replaceChildren(
    h('a', { class: 'back', href: '#/audit' }, `← ${t('title')}`),
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, row.caseNumber), h('a', { href: `#/cases/${path}` }, back.title && stateName(row.state, row.stateName))),
    tabs({ label: t('caseTabs'), list: [
      { id: 'past', title: t('past'), panel: () => pastPanel(path, steps, signal) },
      { id: 'proof', title: t('proof'), count: events.length, panel: () => proofPanel(id, events, signal) },
      { id: 'bundle', title: t('bundle'), panel: () => card(t('bundle'), h('p', null, t('bundleHint')), downloadButton(`/v1/audit/cases/${path}/bundle`, t('bundleGo'), 'button primary')) },
    ] }));
}

/** A slider over the steps; the case at the chosen one, read as of its position. Only the last wish is drawn. */
function pastPanel(path, steps, signal) {
  const shown = h('div', { class: 'stack', 'aria-live': 'polite' });
  const words = h('output', { for: 'as-of', class: 'as-of-words' });
  let wish = 0;
  const show = async (n) => {
    const step = steps[n - 1];
    const mine = ++wish;
    const text = `${t('moment', { n, total: steps.length })} · ${eventTitle(step.type)} · ${instantText(step.at ?? step.recordedAt)}`;
    words.textContent = text;
    slider.setAttribute('aria-valuetext', text);
    try {
      const state = await get(`/v1/cases/${path}?asOf=${step.position}`, { signal });
      if (mine === wish) shown.replaceChildren(...momentView(state, step));
    } catch (error) {
      if (mine === wish && !signal.aborted) shown.replaceChildren(problemView(error));
    }
  };
  const slider = h('input', { type: 'range', id: 'as-of', min: '1', max: String(steps.length), value: String(steps.length), oninput: () => void show(Number(slider.value)) });
  void show(steps.length);
  return [card(t('past'), h('p', { class: 'small' }, t('pastHint')), h('label', { for: 'as-of', class: 'visually-hidden' }, t('past')), slider, words), shown];
}

function momentView(state, { changed }) {
  const fields = Object.keys(changed);
  const running = Object.values(state.clocks).filter(({ status }) => status === 'running' || status === 'suspended');
  return [
    card(state.caseNumber, facts([
      [t('state'), chip(stateName(state.state, state.stateName), stateTone(state.state))], [t('lead'), state.lead ? departmentName(state.lead) : t('noLead')], [t('breached'), String(state.breached)],
      state.unpaid > 0 && [t('money'), yuan(state.unpaid)], [t('changed'), changedText(fields)],
    ], 'facts facts-grid')),
    running.length > 0 && card(t('pastLimits'), h('ul', { class: 'orders' }, running.map(({ kind, due }) => h('li', null, h('b', null, clockName(kind)), h('small', null, dueText(due)))))),
  ].filter(Boolean);
}

/** The parts of the page that a step changed, each once; what no page shows is not named. */
function changedText(fields) {
  if (fields.includes('caseId')) return t('field_new');
  const named = new Set(fields.map((field) => `field_${field}`).filter((key) => Object.hasOwn(words, key)).map((key) => t(key)));
  return named.size > 0 ? [...named].join(isChinese() ? '、' : ', ') : t('nothingChanged');
}

function proofPanel(caseId, events, signal) {
  const seal = h('div', null);
  const result = h('div', { class: 'stack', 'aria-live': 'polite' });
  const button = h('button', { class: 'button primary', type: 'button', onclick: async () => {
    button.disabled = true;
    try {
      const checkpoint = await sealOf(signal);
      seal.replaceChildren(sealCard(checkpoint));
      const lines = await checked(caseId, events, checkpoint, signal, (n) => { button.textContent = t('checking', { n, total: events.length }); });
      result.replaceChildren(verdict(lines, checkpoint), linesTable(lines));
    } catch (error) {
      if (!signal.aborted) result.replaceChildren(problemView(error));
    }
    button.disabled = false;
    button.textContent = t('check');
  } }, t('check'));
  return [card(t('proof'), h('p', { class: 'small' }, t('proofHint')), button), seal, result];
}

/** Every event: its bytes from the tile, its proof, and the way up to a signed root. The log goes on meanwhile, so that a proof may be of a later tree: it comes with the checkpoint of its own, which must be signed as well. */
async function checked(caseId, events, checkpoint, signal, tell) {
  const tiles = new Map();
  const keys = await keysOf(signal);
  const seals = new Map();
  const sealed = (note) => {
    if (!seals.has(note)) seals.set(note, sealIn(note, keys));
    return seals.get(note);
  };
  const tile = (path) => {
    if (!tiles.has(path)) tiles.set(path, textOf(`/v1/audit/log/tile/entries/${path}`, signal).then((response) => response.arrayBuffer()).then((buffer) => new Uint8Array(buffer)));
    return tiles.get(path);
  };
  const one = async (event) => {
    if (Number(event.position) > checkpoint.size) return { event, state: 'waiting' };
    const { path, at } = tilePath(Number(event.position) - 1, checkpoint.size);
    const [bundle, answer] = await Promise.all([tile(path), get(`/v1/audit/proofs/inclusion?position=${event.position}`, { signal })]);
    const its = await sealed(answer.checkpoint);
    const { passed, leaf } = await provesEvent({ event, caseId, entry: entryAt(bundle, at), answer, checkpoint: its });
    return { event, leaf, state: passed && its.signed !== false && its.origin === checkpoint.origin && its.size >= checkpoint.size ? 'passed' : 'failedCheck' };
  };
  const lines = [];
  for (let i = 0; i < events.length; i += AT_ONCE) {
    lines.push(...(await Promise.all(events.slice(i, i + AT_ONCE).map(one))));
    tell(lines.length);
  }
  return lines;
}

function verdict(lines, { root }) {
  const [bad, waiting, good] = ['failedCheck', 'waiting', 'passed'].map((state) => lines.filter((line) => line.state === state).length);
  const words = [bad > 0 && t('someBad', { n: bad }), bad === 0 && good > 0 && t('allGood', { n: good, root: `${root.slice(0, 12)}…` }), waiting > 0 && t('notSealed', { n: waiting })].filter(Boolean).join(' ');
  say(words);
  return h('p', { class: bad > 0 ? 'problem' : 'notice', 'data-verdict': bad > 0 ? 'bad' : 'good' }, words);
}

function linesTable(lines) {
  return card(t('entry'), table({
    caption: t('entry'), rows: lines, columns: [
      { key: 'title', title: t('entry'), head: true, cell: ({ event }) => [eventTitle(event.type), h('small', null, instantText(event.recordedAt))] }, { key: 'position', title: t('position'), align: 'end', cell: ({ event }) => event.position, sort: ({ event }) => Number(event.position) },
      { key: 'leaf', title: t('leaf'), cell: ({ leaf }) => leaf && h('code', { title: leaf }, leaf.slice(0, 16)) }, { key: 'state', title: t('result'), cell: ({ state }) => chip(t(state), { passed: 'good', failedCheck: 'breached', waiting: 'plain' }[state]), sort: ({ state }) => state },
    ],
  }));
}
