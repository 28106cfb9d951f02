import { card, chip, h } from '../dom.js';
import { get, post } from '../api.js';
import { save } from '../parts/download.js';
import { problemView } from '../problem-view.js';
import { HANDLERS } from '../roles.js';
import { hasRole } from '../session.js';
import { word } from '../terms.js';
import { instantText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

/** What the case has on file: evidence handed in, papers issued, and the papers that can be issued now. */
export async function filesCard(caseId, { signal, done }) {
  const id = encodeURIComponent(caseId);
  const [{ evidence }, { papers, issued }] = await Promise.all([get(`/v1/intake/cases/${id}/evidence`, { signal }), get(`/v1/resolution/cases/${id}/papers`, { signal })]);
  const said = h('div', null);
  const may = hasRole(...HANDLERS); // Evidence is read, and papers are made, by those who handle cases; each reading is kept for ever.
  const names = new Map(papers.map((one) => [one.kind, both(one)]));
  const now = papers.filter(({ possible, yours, kind }) => possible && yours && !issued.some((one) => one.kind === kind && !one.replaced));
  const open = (label, path) => h('button', { class: 'link', type: 'button', onclick: () => void save(path).catch((error) => said.replaceChildren(problemView(error))) }, label);
  const make = async (kind) => {
    try {
      const { position, number } = await post(`/v1/resolution/cases/${id}/papers/${kind}`, {});
      done(position, t('paperMade', { number }));
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
  };
  return card(t('files'),
    evidence.length === 0 && issued.length === 0 && h('p', { class: 'faint' }, t('noFiles')),
    h('ul', { class: 'orders' },
      evidence.map((piece) => h('li', null, h('b', null, word(piece.kind)), ' ', piece.withdrawn && chip(t('withdrawnEvidence'), 'plain'), ' ',
        may && open(t('openFile'), `/v1/intake/cases/${id}/evidence/${piece.evidence}`), h('small', null, `${instantText(piece.at)} · ${piece.mediaType} · ${Math.ceil(piece.size / 1024)} KiB`))),
      issued.map((paper) => h('li', null, h('b', null, names.get(paper.kind) ?? paper.kind), ' ', paper.replaced && chip(t('replacedPaper'), 'plain'), ' ',
        may && [open('PDF', paper.pdf), ' ', open('DOCX', paper.docx)], h('small', null, `${paper.number} · ${instantText(paper.at)}`)))),
    now.length > 0 && h('p', { class: 'small' }, `${t('papersNow')}：`, now.map(({ kind }) => [h('button', { class: 'link', type: 'button', onclick: () => void make(kind) }, names.get(kind)), ' '])), said);
}
