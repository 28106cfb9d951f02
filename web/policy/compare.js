import { card, h } from '../dom.js';
import { get } from '../api.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { t } from './words.js';
import { packName } from './pack-name.js';

const LINES_MAX = 100;

/** Two packs, with all that they inherit, line by line. */
export function comparePanel(packs, signal) {
  const select = (label, chosen) => {
    const input = h('select', { 'aria-label': label }, packs.map((pack, i) => h('option', { value: String(i), selected: i === chosen }, packName(pack))));
    return { input, element: h('label', null, h('span', null, label), input), pack: () => packs[Number(input.value)] };
  };
  const [older, newer] = [select(t('older'), 0), select(t('newer'), Math.min(1, packs.length - 1))];
  const result = h('div', null);
  const go = () => result.replaceChildren(section(async () => Promise.all([older, newer].map(async ({ pack }) => (await get(`/v1/routing/packs/${pack().division}/${encodeURIComponent(pack().version)}`, { signal })).merged)), ([one, other]) => linesTable(differences(one, other)), signal));
  return [card(t('diff'), h('p', { class: 'small' }, t('diffHint')), h('div', { class: 'filters' }, older.element, newer.element, h('button', { class: 'button primary', type: 'button', onclick: go }, t('compare')))), result];
}

function linesTable(lines) {
  const said = (value) => (value === undefined ? h('span', { class: 'faint' }, t('nothing')) : h('code', null, JSON.stringify(value)));
  return h('div', { class: 'card' }, lines.length > LINES_MAX && h('p', { class: 'small' }, t('moreLines', { n: LINES_MAX, total: lines.length })), table({
    caption: t('diff'), rows: lines.slice(0, LINES_MAX), none: empty(t('same')), even: true, columns: [
      { key: 'where', title: t('where'), head: true, cell: ({ path }) => h('code', null, path), sort: ({ path }) => path }, { key: 'was', title: t('was'), cell: ({ was }) => said(was) }, { key: 'is', title: t('is'), cell: ({ is }) => said(is) },
    ],
  }));
}

/** Leaves of both trees that are not the same. Rows of a list and of a table (`_id`) are told apart by their id, so that a new row is one line. */
export function differences(one, other, path = '') {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (!isTree(one) || !isTree(other)) return [{ path, was: one, is: other }];
  const [a, b] = [entriesOf(one), entriesOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => differences(a.get(key), b.get(key), path ? `${path}.${key}` : key));
}

const isTree = (value) => typeof value === 'object' && value !== null;
const entriesOf = (tree) => new Map(Array.isArray(tree) ? tree.map((each, i) => [String(each?._id ?? each?.id ?? each?.rule ?? i), each]) : Object.entries(tree));
