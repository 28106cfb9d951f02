import { card, h } from '../dom.js';
import { post } from '../api.js';
import { pagedTable, table } from '../parts/table.js';
import { empty } from '../parts/states.js';
import { tiles } from '../parts/tiles.js';
import { problemView } from '../problem-view.js';
import { departmentName } from '../names.js';
import { instantText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';
import { packName } from './pack-name.js';

const TILES = [['cases', 'plain'], ['elsewhere', 'warned'], ['otherDays', 'warned'], ['newlyBreached', 'breached'], ['spared', 'plain'], ['beyond', 'plain']];

/** Past cases under another pack, or under what somebody proposes. */
export function whatIfPanel({ packs, proposals }, signal) {
  const laws = [...proposals.filter(({ kind, state }) => kind === 'pack' && state === 'open').map((one) => ({ name: `${packName(one)}（${t('proposalState_open')}）`, law: { proposal: one.proposal } })), ...packs.map((pack) => ({ name: packName(pack), law: { pack: { division: pack.division, version: pack.version } } }))];
  const choice = h('select', null, laws.map(({ name }, i) => h('option', { value: String(i) }, name)));
  const [from, to] = [h('input', { type: 'date' }), h('input', { type: 'date' })];
  const result = h('div', { class: 'stack', 'aria-live': 'polite' });
  const button = h('button', { class: 'button primary' }, t('run'));
  const go = async () => {
    button.disabled = true;
    button.textContent = t('running');
    const asked = { ...laws[Number(choice.value)].law, ...(from.value && { from: from.value }), ...(to.value && { to: to.value }) };
    try {
      const first = await post('/v1/audit/what-if', asked, { signal });
      result.replaceChildren(...resultOf(first, (cursor) => post('/v1/audit/what-if', { ...asked, cursor }, { signal }), signal));
    } catch (error) {
      if (!signal.aborted) result.replaceChildren(problemView(error));
    }
    button.disabled = false;
    button.textContent = t('run');
  };
  const label = (words, input) => h('label', null, h('span', null, words), input);
  return [card(t('whatIf'), h('p', { class: 'small' }, t('whatIfHint')), h('form', { class: 'filters', novalidate: true, onsubmit: (event) => { event.preventDefault(); void go(); } }, label(t('pack'), choice), label(t('fromDay'), from), label(t('toDay'), to), button)), result];
}

function resultOf(first, more, signal) {
  const { totals } = first;
  return [
    tiles(TILES.map(([key, tone]) => ({ key, title: t(`total_${key}`), value: String(totals[key]), tone: totals[key] > 0 ? tone : 'plain' }))),
    totals.departments.length > 0 && card(t('departmentsLoad'), table({
      caption: t('departmentsLoad'), rows: totals.departments, columns: [
        { key: 'name', title: t('lead'), head: true, cell: ({ name }) => (name === '-' ? t('noLead') : departmentName(name)) }, { key: 'before', title: t('before'), align: 'end', cell: ({ before }) => String(before), sort: ({ before }) => before }, { key: 'after', title: t('after'), align: 'end', cell: ({ after }) => String(after), sort: ({ after }) => after },
      ],
    })),
    card(t('differences'), pagedTable({
      caption: t('differences'), none: empty(t('noDifferences'), t('noDifferencesHint')), signal,
      load: async (cursor) => { const page = cursor === undefined ? first : await more(cursor); return { rows: page.differences, next: page.next }; },
      columns: [
        { key: 'received', title: t('receivedOn'), head: true, cell: ({ receivedAt, caseId }) => [instantText(receivedAt), h('small', null, h('code', null, caseId.slice(0, 8)))] },
        { key: 'changes', title: t('changes'), cell: ({ text }) => h('ul', null, both(text).map((line) => h('li', null, line))) },
      ],
    })),
  ].filter(Boolean);
}
