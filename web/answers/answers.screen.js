import { freshId, h, say } from '../dom.js';
import { get, post } from '../api.js';
import { categoryName, loadNames } from '../names.js';
import { problemView } from '../problem-view.js';
import { empty, section } from '../parts/states.js';
import { originName } from '../terms.js';
import { both } from '../words.js';
import { dueText, instantText } from '../time.js';
import { t } from './words.js';

const TOPICS = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08', 'D09', 'D10', 'D11', 'D12', 'D13', 'X1', 'X2', 'X3'];
/** Where the agent sits; kept in this browser, since a desk does not move from call to call. */
const CHANNELS = ['12345', '12333', '12348', 'serviceStation'];
const CHANNEL = 'anxin.agentChannel';
const keptChannel = () => (CHANNELS.includes(localStorage.getItem(CHANNEL)) ? localStorage.getItem(CHANNEL) : '');
const ASKED_MAX = 20;
const ASK_MS = 300;

/** For the agents of the hotlines: find, read out, record; or pass on. */
export async function screen(main, { signal }) {
  await loadNames();
  const found = h('div', { class: 'answers' });
  const input = h('input', { id: 'question', autocomplete: 'off', maxlength: '300' });
  const channel = h('select', { id: 'channel', onchange: () => localStorage.setItem(CHANNEL, channel.value) }, !keptChannel() && h('option', { value: '' }, t('choose')), CHANNELS.map((each) => h('option', { value: each, selected: each === keptChannel() }, originName(each))));
  let enquiry = crypto.randomUUID();
  const look = async () => {
    const question = input.value.trim();
    if (question === '') return input.focus();
    enquiry = crypto.randomUUID();
    try {
      const { answers, pack } = await get(`/v1/intake/answers?q=${encodeURIComponent(question)}`, { signal });
      found.replaceChildren(...answers.map((one) => entry(one, pack, { enquiry, channel })), passing(question, { enquiry, channel, open: answers.length === 0, list }));
      say(answers.length === 0 ? t('noAnswer') : both(answers[0]));
    } catch (error) {
      found.replaceChildren(problemView(error));
    }
    return undefined;
  };
  const list = h('div', null);
  const draw = (caseId) => list.replaceChildren(section(() => enquiriesWith(caseId, signal), passedOn, signal));
  list.addEventListener('passed', ({ detail }) => draw(detail));
  draw();
  main.replaceChildren(h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('answersTitle')), h('p', null, t('answersLead'))),
    h('form', { class: 'card answers-ask', novalidate: true, onsubmit: (event) => { event.preventDefault(); void look(); } }, h('label', { for: 'question' }, t('question')), h('div', { class: 'answers-line' }, input, h('button', { class: 'button primary' }, t('findAnswer'))), h('div', { class: 'answers-channel' }, h('label', { for: 'channel' }, t('channel')), channel)),
    found, h('h2', { class: 'answers-passed' }, t('passedList')), list);
}

/** The list; asked again for a moment where it has not heard yet of what was just passed on. */
async function enquiriesWith(caseId, signal) {
  for (let asked = 0; ; asked++) {
    const found = await get('/v1/intake/enquiries', { signal });
    if (!caseId || asked === ASKED_MAX || found.enquiries.some((one) => one.caseId === caseId)) return found;
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}

function entry(answer, pack, { enquiry, channel }) {
  const said = h('div', null);
  const tell = async () => {
    if (channel.value === '') return channel.focus();
    try {
      await post('/v1/intake/answers', { enquiry, entry: answer.id, channel: channel.value });
      said.replaceChildren(h('p', { class: 'notice' }, t('toldDone')));
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
    return undefined;
  };
  return h('article', { class: 'card' }, h('p', null, both(answer)), h('p', { class: 'small' }, `${t('answeredBy')} ${both(answer.ground)}`),
    h('p', { class: 'small' }, t('holdsFrom', { from: answer.from, division: pack.division, version: pack.version })), h('p', { class: 'small' }, `${t('foundBy')} ${answer.matched.join('、')}`),
    h('button', { class: 'button', type: 'button', onclick: () => void tell() }, t('toldIt')), said);
}

function passing(question, { enquiry, channel, open, list }) {
  const said = h('div', null);
  const field = (label, input) => {
    input.id = freshId('pass');
    return h('div', { class: 'field' }, h('label', { for: input.id }, label), input);
  };
  const [topic, unit, phone] = [h('select', null, TOPICS.map((code) => h('option', { value: code }, categoryName(code)))), h('input', { maxlength: '60' }), h('input', { inputmode: 'tel', maxlength: '11' })];
  const send = async () => {
    if (channel.value === '') return channel.focus();
    try {
      const { caseId, trackingCode } = await post('/v1/intake/enquiries', { enquiry, question, topic: topic.value, section: unit.value.trim(), channel: channel.value, callerPhone: phone.value.trim() });
      said.replaceChildren(h('p', { class: 'notice' }, t('passedOn', { code: trackingCode })));
      list.dispatchEvent(new CustomEvent('passed', { detail: caseId }));
    } catch (error) {
      said.replaceChildren(problemView(error));
    }
    return undefined;
  };
  return h('details', { class: 'card', open }, h('summary', null, open ? `${t('noAnswer')} · ${t('passOn')}` : t('passOn')),
    h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); void send(); } }, field(t('topic'), topic), field(t('section'), unit), field(t('callerPhone'), phone), h('button', { class: 'button primary' }, t('passOn'))), said);
}

function passedOn({ enquiries }) {
  if (enquiries.length === 0) return empty(t('nonePassed'));
  return h('ul', { class: 'orders' }, enquiries.map((one) => {
    const said = h('div', null);
    const read = async () => {
      try {
        const { reply, phone } = await post(`/v1/intake/enquiries/${one.caseId}/reply`, {});
        said.replaceChildren(h('p', { class: 'notice' }, `${phone ?? ''} ${reply ?? ''}`));
      } catch (error) {
        said.replaceChildren(problemView(error));
      }
    };
    return h('li', null, h('b', null, one.caseNumber), ` ${one.section} `, one.answeredAt ? t('answered') : one.due && `${t('dueOn')} ${dueText(one.due)}`, h('small', null, ` ${instantText(one.askedAt)}`),
      one.answeredAt && h('button', { class: 'link', type: 'button', onclick: () => void read() }, t('readReply')), said);
  }));
}
