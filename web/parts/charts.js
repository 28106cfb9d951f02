import { freshId, h } from '../dom.js';
import { t } from '../words.js';
import { table } from './table.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 240;
const PAD = { top: 12, right: 12, bottom: 28, left: 52 };
const TICKS = 4;
/** Room that a label under the axis needs, in pixels. */
const LABEL_PX = 64;
/** Half the width of a sign of it. */
const HALF_SIGN = 4;

/** An element of a drawing. Colours and strokes are classes: a style attribute would break the page's policy. */
function s(tag, props, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props ?? {})) if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  element.append(...children.flat(2).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/**
 * Lines over time. `labels` name the points; `series` are `{ name, values }`, `null` where there is none (the line has a gap there); `format` words a value.
 */
export function lineChart({ title, description, labels, series, format = String, top }) {
  const max = roundTop(top ?? highest(series.flatMap(({ values }) => values)));
  return figure({ title, description, labels, series, format }, (width) => {
    const { x, y, frame } = axes({ width, labels, max, format, at: (i, inner) => (labels.length === 1 ? inner / 2 : (i * inner) / (labels.length - 1)) });
    return [...frame, ...series.flatMap(({ values, name }, n) => [
      ...stretches(values).map((points) => s('polyline', { class: `line line-${n % 6}`, points: points.map((i) => `${x(i)},${y(values[i])}`).join(' ') })),
      ...values.flatMap((value, i) => (value === null ? [] : [s('circle', { class: `point point-${n % 6}`, cx: x(i), cy: y(value), r: 3 }, s('title', null, `${name} · ${labels[i]}：${format(value)}`))])),
    ])];
  });
}

/** Columns, one for each label, stacked where there are several series; every part says its value. */
export function columnChart({ title, description, labels, series, format = String }) {
  const max = roundTop(highest(labels.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))));
  return figure({ title, description, labels, series, format }, (width) => {
    const band = (width - PAD.left - PAD.right) / Math.max(1, labels.length);
    const { x, y, frame } = axes({ width, labels, max, format, at: (i) => (i + 0.5) * band });
    const thick = Math.max(2, Math.min(56, band * 0.64));
    return [...frame, ...labels.flatMap((label, i) => {
      let base = 0;
      return series.map(({ values, name }, n) => {
        const value = values[i] ?? 0;
        const part = s('rect', { class: `fill fill-${n % 6}`, x: x(i) - thick / 2, width: thick, y: y(base + value), height: Math.max(0, y(base) - y(base + value)) }, s('title', null, `${label} · ${name}：${format(value)}`));
        base += value;
        return part;
      });
    })];
  });
}

/** Bars one below the other, the longest whole: `{ label, value, note?, href?, tone? }`. The words are text, so that the drawing adds nothing to be told. */
export function barList(list, { format = String, top = highest(list.map(({ value }) => value)) } = {}) {
  return h('ol', { class: 'bars' }, list.map(({ label, value, note, href, tone = 'plain' }) => h('li', null,
    h('span', { class: 'bar-label' }, href ? h('a', { href }, label) : label, note && h('small', null, note)),
    s('svg', { class: `bar bar-${tone}`, viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, s('rect', { class: 'bar-ground', width: 100, height: 10 }), s('rect', { class: 'bar-fill', width: top > 0 && value !== null ? (100 * value) / top : 0, height: 10 })),
    h('b', { class: 'bar-value' }, value === null ? t('emptyBase') : format(value)))));
}

/**
 * A table whose cells are the darker the more they hold: `rows` and `columns` are `{ id, title, href? }`, `cell(row, column)` is `{ value, href?, tone? }` or undefined.
 * Five shades, the darkest for the most; the number stands in every cell.
 */
export function heatTable({ caption, corner, rows, columns, cell, format = String }) {
  const cells = rows.map((row) => columns.map((column) => cell(row, column)));
  const top = highest(cells.flat().map((one) => one?.value ?? 0));
  const shade = (value) => (value === 0 ? 0 : Math.max(1, Math.ceil((5 * value) / top)));
  const named = ({ title, href }) => (href ? h('a', { href }, title) : title);
  return h('div', { class: 'table-place', role: 'region', 'aria-label': caption, tabindex: '0' }, h('table', { class: 'heat' },
    h('caption', { class: 'visually-hidden' }, caption),
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, corner), columns.map((column) => h('th', { scope: 'col' }, named(column))))),
    h('tbody', null, rows.map((row, i) => h('tr', null, h('th', { scope: 'row' }, named(row)), cells[i].map((one) => (one && one.value !== 0
      ? h('td', { class: `heat-${shade(one.value)}${one.tone ? ` heat-${one.tone}` : ''}` }, one.href ? h('a', { href: one.href }, format(one.value)) : format(one.value), one.note && h('small', null, one.note))
      : h('td', { class: 'heat-0' }, h('span', { 'aria-hidden': 'true' }, '·'), h('span', { class: 'visually-hidden' }, '0')))))))));
}

/** A drawing in the width it is given, drawn again when that changes; what it shows also stands in a table. */
function figure({ title, description, labels, series, format }, draw) {
  const [titleId, descriptionId] = [freshId('chart'), freshId('chart')];
  const place = h('div', { class: 'chart-place' });
  const show = (width) => {
    if (width < 1) return;
    place.replaceChildren(s('svg', { class: 'chart', role: 'img', 'aria-labelledby': titleId, 'aria-describedby': description && descriptionId, width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` }, ...draw(width)));
  };
  let drawn = 0;
  new ResizeObserver(([{ contentRect: { width } }]) => {
    if (Math.round(width) === drawn) return;
    drawn = Math.round(width);
    show(drawn);
  }).observe(place);
  return h('figure', { class: 'figure' },
    h('figcaption', null, h('b', { id: titleId }, title), description && h('small', { id: descriptionId }, description)),
    series.length > 1 && h('ul', { class: 'legend' }, series.map(({ name }, n) => h('li', null, s('svg', { class: 'legend-mark', width: 14, height: 14, 'aria-hidden': 'true' }, s('rect', { class: `fill fill-${n % 6}`, width: 14, height: 14, rx: 3 })), name))),
    place,
    h('details', { class: 'fold' }, h('summary', null, t('asTable')), table({
      caption: title, rows: labels.map((label, i) => ({ label, i })),
      columns: [{ key: 'label', title: '', cell: ({ label }) => label, head: true }, ...series.map(({ name, values }, n) => ({ key: `s${n}`, title: name, align: 'end', cell: ({ i }) => (values[i] === null ? t('emptyBase') : format(values[i])) }))],
    })));
}

function axes({ width, labels, max, format, at }) {
  const inner = { width: width - PAD.left - PAD.right, height: HEIGHT - PAD.top - PAD.bottom };
  const x = (i) => PAD.left + at(i, inner.width);
  const y = (value) => PAD.top + inner.height * (1 - value / max);
  const every = Math.max(1, Math.ceil((labels.length * LABEL_PX) / inner.width));
  const steps = Array.from({ length: TICKS + 1 }, (_, i) => (max * i) / TICKS);
  const frame = [
    ...steps.flatMap((value) => [s('line', { class: 'grid', x1: PAD.left, x2: width - PAD.right, y1: y(value), y2: y(value) }), s('text', { class: 'tick', x: PAD.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, format(value))]),
    ...labels.flatMap((label, i) => ((labels.length - 1 - i) % every === 0 ? [s('text', { class: 'tick', ...(x(i) + label.length * HALF_SIGN > width ? { x: width, 'text-anchor': 'end' } : { x: x(i), 'text-anchor': 'middle' }), y: HEIGHT - 8 }, label)] : [])), // The last must not stand out at the edge.
  ];
  return { x, y, frame };
}

/** The runs of points between the gaps. */
function stretches(values) {
  const runs = [[]];
  values.forEach((value, i) => { if (value === null) runs.push([]); else runs.at(-1).push(i); });
  return runs.filter((run) => run.length > 1);
}

const highest = (values) => Math.max(0, ...values.filter((value) => value !== null && value !== undefined));

/** The end of the axis: a round number that four even steps lead to, whole ones where the values are small counts. */
function roundTop(most) {
  if (most <= 0) return TICKS;
  const step = 10 ** Math.floor(Math.log10(most / TICKS));
  const nice = [1, 2, 2.5, 5, 10].map((n) => n * step).find((n) => n * TICKS >= most);
  return most <= TICKS && Number.isInteger(most) ? TICKS : nice * TICKS;
}
