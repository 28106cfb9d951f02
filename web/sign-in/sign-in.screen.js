import { h } from '../dom.js';
import { get, Problem } from '../api.js';
import { canSignIn, keep } from '../session.js';
import { forgetNames } from '../names.js';
import { problemView } from '../problem-view.js';
import { isChinese } from '../words.js';
import { t } from './words.js';

/** The order of the desks, as a case meets them; the English names of the roles are needed before anyone is signed in. */
const DESKS = {
  supervisor: ['督办', 'Supervisor', '看全市期限、逾期与升级', 'All limits, breaches and escalations'],
  officer: ['经办', 'Case officer', '签收、联系、答复、办结', 'Signs for, contacts, replies, concludes'],
  inspector: ['劳动保障监察', 'Labour inspector', '受理投诉、立案、责令支付', 'Accepts, investigates, orders payment'],
  mediator: ['调解', 'Mediator', '组织调解、达成协议', 'Mediates and records agreements'],
  arbitrator: ['仲裁', 'Arbitrator', '受理、组庭、开庭、裁决', 'Accepts, hears, makes the award'],
  coordinator: ['治欠协管', 'Wage coordinator', '街道核实线索、协助联系', 'Verifies clues on the ground'],
  relief: ['救助', 'Relief officer', '临时救助、先行救助', 'Emergency relief'],
  'legal-aid': ['法律援助', 'Legal aid', '指派律师、免查经济困难', 'Assigns lawyers'],
  auditor: ['审计', 'Auditor', '查看留痕、重放案件', 'Reads the trail, replays cases'],
  'policy operator security-admin': ['政策、运维与安全', 'Policy, operations, security', '规则包、队列与投递、渠道密钥，不接触案件', 'Rule packs, queues and deliveries, channel keys; no cases'],
};

/** Why the sign-in at the issuer did not end in a session. */
const FAILURES = ['no', 'away', 'off'];

export async function screen(main, { signal, again, wanted, params }) {
  const failed = FAILURES.includes(params.get('failed')) && params.get('failed');
  const people = await get('/demo/people', { signal }).catch((error) => {
    if (error instanceof Problem && error.document.status === 404) return [];
    throw error;
  });
  main.replaceChildren(
    h('div', { class: 'hero' },
      h('div', { class: 'hero-words' }, h('p', { class: 'hero-line' }, t('productLine')), h('h1', { tabindex: '-1' }, t(people.length > 0 ? 'signInTitle' : canSignIn() ? 'signIn' : 'noDemo')), h('p', null, t(people.length > 0 ? 'signInLead' : canSignIn() ? 'signInHere' : 'noDemoHint')),
        failed && h('div', { class: 'problem', role: 'alert' }, h('strong', null, t(`failed_${failed}`))),
        canSignIn() && h('p', null, h('a', { class: `button${people.length > 0 ? '' : ' primary'}`, href: `/v1/session/sign-in?${new URLSearchParams({ to: wanted ?? '#/' })}` }, t('signInAtIssuer')))),
      h('a', { class: 'hero-worker', href: '#/track' }, h('strong', null, t('forWorkers')), h('span', null, t('forWorkersLine')), h('span', { class: 'go' }, t('forWorkersGo'), h('span', { 'aria-hidden': 'true' }, ' →')))),
    h('div', { class: 'roles' }, Object.keys(DESKS).map((role) => roleGroup(role, people.filter((one) => role.split(' ').includes(one.role)), (to = wanted ?? '#/') => (location.hash === to ? again() : (location.hash = to))))),
    people.length > 0 && h('p', { class: 'small' }, t('signInReal')));
}

function roleGroup(role, people, entered) {
  if (people.length === 0) return undefined;
  const [zh, en, zhLine, enLine] = DESKS[role];
  return h('section', { class: `role role-${people.length > 2 ? 'many' : 'few'}` },
    h('h2', null, isChinese() ? zh : en), h('p', null, isChinese() ? zhLine : enLine),
    h('ul', null, people.map((person) => h('li', null, h('button', { class: 'person', onclick: (event) => void enter(person, event.currentTarget, entered) },
      h('span', { class: 'face', 'aria-hidden': 'true' }, person.name.slice(0, 1)), h('span', null, h('b', null, person.name), h('span', null, person.title)))))));
}

async function enter(person, button, entered) {
  button.disabled = true;
  try {
    keep(await get(`/demo/token/${encodeURIComponent(person.id)}`));
    forgetNames();
    entered();
  } catch (error) {
    button.disabled = false;
    button.after(problemView(error));
  }
}
