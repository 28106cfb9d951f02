import { freshId, h, say } from '../dom.js';
import { problemView } from '../problem-view.js';
import { t } from '../words.js';
import { empty, loading } from './states.js';

/**
 * A table of rows that are all there. Columns: `{ key, title, cell: (row) => node or text, sort?: (row) => number | string | null, align?: 'end', head?: true }`;
 * one with `sort` can be sorted by, `null` always last; `head` makes the cell the name of its row. On a small screen every row is a card whose cells say their column. `even`: columns of one width, for long cells without a gap.
 */
export function table({ caption, columns, rows, sorted, none, rowProps = () => ({}), visibleCaption = false, even = false }) {
  let order = sorted; // { key, down }
  const body = h('tbody', null);
  const heads = columns.map((column) => headOf(column, () => { order = { key: column.key, down: order?.key === column.key ? !order.down : false }; draw(); }));
  function draw() {
    heads.forEach(({ show }) => show(order));
    body.replaceChildren(...inOrder(rows, columns, order).map((row) => line(row, columns, rowProps)));
  }
  draw();
  if (rows.length === 0) return none ?? empty();
  return h('div', { class: 'table-place', role: 'region', 'aria-label': caption, tabindex: '0' },
    h('table', { class: `sheet${even ? ' sheet-even' : ''}` }, h('caption', { class: !visibleCaption && 'visually-hidden' }, caption), h('thead', null, h('tr', null, heads.map(({ element }) => element))), body));
}

function headOf({ key, title, sort, align }, onclick) {
  const element = h('th', { scope: 'col', class: align && `to-${align}` }, sort ? h('button', { type: 'button', class: 'sort', onclick }, title) : title);
  const show = (order) => {
    if (!sort) return;
    if (order?.key === key) element.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
    else element.removeAttribute('aria-sort');
  };
  return { element, show };
}

function line(row, columns, rowProps) {
  return h('tr', rowProps(row), columns.map(({ title, cell, align, head }) => h(head ? 'th' : 'td', { 'data-label': title, class: align && `to-${align}`, scope: head && 'row' }, h('div', null, cell(row) ?? '—'))));
}

function inOrder(rows, columns, order) {
  const by = order && columns.find(({ key }) => key === order.key)?.sort;
  if (!by) return rows;
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null || one === undefined || other === undefined) return (one ?? null) === null ? ((other ?? null) === null ? 0 : 1) : -1;
    return sign * (typeof one === 'string' ? one.localeCompare(other, 'zh-CN') : one - other);
  });
}

/**
 * A table that the server gives in pages: `load(cursor)` → `{ rows, next, total? }`. It says that it loads, that nothing is there, or what went wrong; more is
 * loaded by a button, after which the keyboard stands in the first new row.
 */
export function pagedTable({ caption, columns, load, none, rowProps = () => ({}), signal }) {
  const id = freshId('table');
  const body = h('tbody', { id });
  const foot = h('div', { class: 'table-foot' });
  const place = h('div', { class: 'paged', 'aria-busy': 'true' }, loading());
  const sheet = h('div', { class: 'table-place', role: 'region', 'aria-label': caption, tabindex: '0' },
    h('table', { class: 'sheet' }, h('caption', { class: 'visually-hidden' }, caption), h('thead', null, h('tr', null, columns.map((column) => headOf({ ...column, sort: undefined }).element))), body));
  let shown = 0;
  async function read(cursor) {
    place.setAttribute('aria-busy', 'true');
    try {
      const { rows, next, total } = await load(cursor);
      if (signal?.aborted) return;
      const lines = rows.map((row) => line(row, columns, rowProps));
      body.append(...lines);
      shown += rows.length;
      place.replaceChildren(...(shown === 0 ? [none ?? empty()] : [sheet, foot]));
      const words = total === undefined ? t('shownN', { n: shown }) : t('shownOf', { n: shown, total: Math.max(total, shown) });
      foot.replaceChildren(h('span', null, words), next ? h('button', { class: 'button', type: 'button', onclick: () => void read(next) }, t('more')) : '');
      if (cursor !== undefined) {
        lines[0]?.querySelector('a, button')?.focus();
        say(words);
      }
    } catch (error) {
      if (signal?.aborted) return;
      foot.replaceChildren(problemView(error), h('button', { class: 'button', type: 'button', onclick: () => void read(cursor) }, t('retry')));
      place.replaceChildren(...(shown > 0 ? [sheet, foot] : [foot]));
    }
    place.removeAttribute('aria-busy');
  }
  void read(undefined);
  return place;
}
