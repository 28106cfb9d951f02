import { card, chip, h } from '../dom.js';
import { get } from '../api.js';
import { problemView } from '../problem-view.js';
import { downloadButton } from '../parts/download.js';
import { pagedTable } from '../parts/table.js';
import { section } from '../parts/states.js';
import { categoryName, clockName, departmentName, loadNames } from '../names.js';
import { stateName, stateTone } from '../terms.js';
import { dueText, hear } from '../time.js';
import { isChinese } from '../words.js';
import { t } from './words.js';
import { auditOfCase } from './case-audit.js';
import { sealCard, sealOf } from './seal.js';

/** For the auditor: the seal of the log, and any case of it. */
export async function screen(main, { id, signal, back }) {
  const [, { now }] = await Promise.all([loadNames(), get('/v1/supervision/statistics', { signal })]);
  hear(now);
  if (id) return auditOfCase(main, { id, signal, back });
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('title')), h('p', null, t('intro'))),
    h('div', { class: 'stack' }, section(() => sealOf(signal), sealCard, signal), findCard(signal), reportCard(),
      card(t('openCases'), pagedTable({ caption: t('openCases'), columns: columns(), signal, load: (cursor) => casesOf(signal, cursor) }))));
}

const reportCard = () => card(t('report'), h('p', { class: 'small' }, t('reportHint')),
  h('div', { class: 'row-buttons' }, ['pdf', 'html', 'json'].map((format) => downloadButton(`/v1/audit/report?${new URLSearchParams({ format, language: isChinese() ? 'zh' : 'en' })}`, format.toUpperCase()))));

const columns = () => [
  { key: 'number', title: t('caseNumber'), head: true, cell: ({ caseId, caseNumber }) => h('a', { href: `#/audit/${caseId}` }, caseNumber) },
  { key: 'category', title: t('category'), cell: ({ category }) => category && categoryName(category) }, { key: 'lead', title: t('lead'), cell: ({ lead }) => lead && departmentName(lead) },
  { key: 'state', title: t('state'), cell: ({ state, stateName: zh }) => chip(stateName(state, zh), stateTone(state)) }, { key: 'next', title: t('lastMoved'), cell: ({ nextClock, nextDueAt }) => nextClock && [clockName(nextClock), h('small', null, dueText(nextDueAt))] },
];

async function casesOf(signal, cursor) {
  const { cases, next, total } = await get(`/v1/cases?${new URLSearchParams({ limit: '20', ...(cursor && { cursor }) })}`, { signal });
  return { rows: cases, next, total };
}

function findCard(signal) {
  const input = h('input', { id: 'case-number', autocomplete: 'off', spellcheck: 'false', maxlength: '40' });
  const said = h('div', { role: 'status' });
  const find = async () => {
    try {
      const [open, closed] = await Promise.all(['false', 'true'].map((each) => get(`/v1/cases?${new URLSearchParams({ caseNumber: input.value.trim(), closed: each })}`, { signal })));
      const [found] = [...open.cases, ...closed.cases];
      if (found) location.hash = `#/audit/${found.caseId}`;
      else said.replaceChildren(h('p', { class: 'small' }, t('notThere')));
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
  };
  return card(t('findCase'), h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); void find(); } },
    h('div', { class: 'field' }, h('label', { for: 'case-number' }, t('caseNumber')), h('div', { class: 'row-buttons' }, input, h('button', { class: 'button primary' }, t('find'))))), said);
}
