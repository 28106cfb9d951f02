import { card, chip, facts, h } from '../dom.js';
import { get } from '../api.js';
import { lawText } from '../law.js';
import { yuan } from '../money.js';
import { categoryName } from '../names.js';
import { empty } from '../parts/states.js';
import { stepsCard } from '../parts/steps.js';
import { table } from '../parts/table.js';
import { hasRole } from '../session.js';
import { word } from '../terms.js';
import { dayText, instantOf, instantText } from '../time.js';
import { both } from '../words.js';
import { t } from './words.js';

const TONES = { met: 'good', due: 'plain', lacking: 'breached' };
export const KEEPERS = ['inspector', 'officer', 'coordinator', 'supervisor'];
const day = (on) => dayText(on, { weekday: false });

/** One file: what it must hold by law and what it holds, its money, findings, visits and cases, and the next step. */
export async function projectPage(main, { id, signal, back }) {
  const path = `/v1/resolution/projects/${encodeURIComponent(id)}`;
  const reload = async (words) => {
    const [file, steps] = await Promise.all([get(path, { signal }), hasRole(...KEEPERS) ? get(`${path}/actions`, { signal }) : { actions: [] }]);
    const nearby = steps.actions.some(({ command }) => command === 'link-project-case') ? (await get(`/v1/cases?${new URLSearchParams({ division: file.division, limit: '100' })}`, { signal })).cases : [];
    draw(main, { file, steps, nearby, back, words, done: (_, told) => void reload(told) });
    if (words) main.querySelector('.notice').focus();
  };
  await reload();
}

function draw(main, { file, steps, nearby, back, words, done }) {
  const { name, sector, investment, completedOn, checklist } = file;
  const lacking = checklist.filter(({ status }) => status === 'lacking').length;
  main.replaceChildren(
    h('a', { class: 'back', href: back.href }, `← ${t('back', { title: both(back.title) })}`),
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, name), h('div', { class: 'chips' }, chip(word(sector)), chip(word(investment)), completedOn && chip(t('completedOn', { day: day(completedOn) }), 'good'), lacking > 0 && chip(t('lacksN', { n: lacking }), 'breached'))),
    h('div', { class: 'notice', hidden: !words, tabindex: '-1' }, words),
    h('div', { class: 'columns' },
      h('div', { class: 'column-main' }, duties(checklist), wages(file), findings(file), cases(file), visits(file), steps.actions.length > 0 && stepsCard(t('steps'), steps, { of: stepsOf(file, nearby), done, none: empty(t('noSteps')) })),
      h('div', { class: 'column-side' }, about(file), money(file), people(file))));
}

/** What the law asks of every file, and whether this one shows it. */
function duties(checklist) {
  return card(t('checklist'), table({ caption: t('checklist'), rows: checklist, none: empty(t('noDuties')), columns: [
    { key: 'duty', title: t('duty'), head: true, cell: (one) => [both(one), h('small', null, lawText(one.ground))] },
    { key: 'status', title: t('state'), cell: ({ status }) => chip(t(`status_${status}`), TONES[status]), sort: ({ status }) => ['lacking', 'due', 'met'].indexOf(status) },
    { key: 'due', title: t('dueOrMonths'), cell: ({ dueOn, months }) => (months.length > 0 ? h('span', { class: 'months' }, months.map((month) => h('span', null, month))) : dueOn ? t('until', { day: day(dueOn) }) : '—') },
  ] }));
}

/** Month by month: what was put into the account, and what came out of it as wages. */
function wages({ funded, paid }) {
  const months = [...new Set([...Object.keys(funded), ...Object.keys(paid)])].sort().reverse();
  return card(t('byMonth'), table({ caption: t('byMonth'), rows: months, none: empty(t('noMonths')), columns: [
    { key: 'month', title: t('month'), head: true, cell: (month) => month },
    { key: 'funded', title: t('funded'), align: 'end', cell: (month) => (funded[month] === undefined ? '—' : yuan(funded[month], { cents: false })) },
    { key: 'paid', title: t('paidOut'), align: 'end', cell: (month) => (paid[month] ? [yuan(paid[month].amount, { cents: false }), h('small', null, t('workersN', { n: paid[month].workers }))] : '—') },
  ] }));
}

function findings({ findings: found, checklist }) {
  const nameOf = (duty) => { const known = checklist.find((one) => one.duty === duty); return known ? both(known) : t(`duty_${duty}`); };
  return card(t('findings'), table({ caption: t('findings'), rows: Object.values(found), none: empty(t('noFindings')), columns: [
    { key: 'duty', title: t('duty'), head: true, cell: ({ duty }) => nameOf(duty) }, { key: 'due', title: t('correctBy'), cell: ({ dueOn }) => day(dueOn), sort: ({ dueOn }) => dueOn },
    { key: 'state', title: t('state'), cell: ({ correctedOn }) => (correctedOn ? chip(t('correctedOn', { day: day(correctedOn) }), 'good') : chip(t('uncorrected'), 'warned')) },
  ] }));
}

function cases({ cases: rows }) {
  return card(t('casesOf'), table({ caption: t('casesOf'), rows, none: empty(t('noCases')), columns: [
    { key: 'number', title: t('number'), head: true, cell: ({ caseId, caseNumber }) => h('a', { class: 'number', href: `#/cases/${caseId}` }, caseNumber) }, { key: 'category', title: t('category'), cell: ({ category }) => (category ? categoryName(category) : '—') },
    { key: 'received', title: t('received'), cell: ({ receivedAt }) => instantText(instantOf(Date.parse(receivedAt))), sort: ({ receivedAt }) => receivedAt }, { key: 'state', title: t('state'), cell: ({ closed }) => chip(t(closed ? 'closedCase' : 'openCase'), closed ? 'plain' : 'busy') },
  ] }));
}

function visits({ visits: paid }) {
  return card(t('visits'), table({ caption: t('visits'), rows: Object.values(paid), sorted: { key: 'on', down: true }, none: empty(t('noVisits')), columns: [
    { key: 'on', title: t('day'), head: true, cell: ({ on }) => day(on), sort: ({ on }) => on }, { key: 'interviewed', title: t('interviewed'), align: 'end', cell: ({ interviewed }) => String(interviewed) },
    { key: 'unpaid', title: t('saidUnpaid'), cell: ({ unpaid }) => (unpaid ? [yuan(unpaid.amount, { cents: false }), h('small', null, t('unpaidOf', unpaid))] : t('nothingUnpaid')) },
  ] }));
}

function about({ projectId, place, owner, generalContractor, startedOn, endsOn, siteCodes = {} }) {
  return card(t('about'), facts([
    [t('place'), place], [t('owner'), owner], [t('contractor'), [generalContractor.name, generalContractor.creditCode && h('small', { class: 'code' }, generalContractor.creditCode)]], [t('startedOn'), day(startedOn)], endsOn && [t('endsOn'), day(endsOn)],
    hasRole(...KEEPERS) && [t('siteCodes'), h('a', { href: `#/sites/${projectId}` }, t('siteCodesN', { n: Object.values(siteCodes).filter(({ revokedOn }) => revokedOn === null).length }))],
  ]));
}

function money({ account, deposit }) {
  return card(t('accountAndDeposit'), facts([
    [t('account'), [t(`account_${account.step}`), account.bank && h('small', null, [account.bank, account.on && day(account.on)].filter(Boolean).join(' · '))]],
    [t('deposit'), [t(`deposit_${deposit.step}`), deposit.step === 'held' && h('small', null, t('balanceOf', { balance: yuan(deposit.balance, { cents: false }), full: yuan(deposit.full, { cents: false }) }))]],
  ]));
}

function people({ roster, board, subcontractors }) {
  return card(t('onSite'), facts([
    [t('roster'), roster ? [t('rosterOf', roster), h('small', null, day(roster.on))] : t('notChecked')], [t('board'), board ? [t(board.complete ? 'boardWhole' : 'boardLacks'), h('small', null, day(board.on))] : t('notChecked')],
    [t('subcontractors'), subcontractors.length === 0 ? '—' : subcontractors.map(({ name, kind }) => h('div', null, name, h('small', null, t(`kind_${kind}`))))],
  ]));
}

/** What only this file knows: which findings are open, which cases are its own, which codes hold. Ids are made, never typed. */
function stepsOf({ checklist, findings: found, cases: own, siteCodes = {} }, nearby) {
  const known = {
    'add-subcontractor': { choices: { kind: ['labour', 'professional'].map((kind) => [kind, t(`kind_${kind}`)]) } }, 'pay-in-deposit': { choices: { form: ['cash', 'guarantee'].map((form) => [form, t(`form_${form}`)]) } },
    'make-finding': { made: ['finding'], choices: { duty: checklist.map((one) => [one.duty, both(one)]) } }, 'visit-site': { made: ['visit'] },
    'correct-finding': { choices: { finding: Object.entries(found).filter(([, { correctedOn }]) => correctedOn === null).map(([id, { duty, dueOn }]) => [id, `${t(`duty_${duty}`)} ${day(dueOn)}`]) } },
    'link-project-case': { choices: { caseId: nearby.filter(({ caseId }) => !own.some((one) => one.caseId === caseId)).map(({ caseId, caseNumber, employer }) => [caseId, [caseNumber, employer].filter(Boolean).join(' ')]) } },
    'unlink-project-case': { choices: { caseId: own.map(({ caseId, caseNumber }) => [caseId, caseNumber]) } },
    'revoke-site-code': { choices: { code: Object.entries(siteCodes).filter(([, { revokedOn }]) => revokedOn === null).map(([code, { contractor }]) => [code, `${code} ${contractor}`]) } },
  };
  return ({ command }) => known[command] ?? {};
}
