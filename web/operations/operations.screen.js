import { chip, h, say } from '../dom.js';
import { get, post } from '../api.js';
import { commandForm } from '../parts/command-form.js';
import { dialog } from '../parts/dialog.js';
import { filters } from '../parts/filters.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { tabs } from '../parts/tabs.js';
import { problemView } from '../problem-view.js';
import { eventTitle, loadNames } from '../names.js';
import { channelName, serviceName } from '../terms.js';
import { instantOf, instantText } from '../time.js';
import { t, words } from './words.js';

const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'];
const CHANNELS = ['12345', '12333', 'clue-platform', 'self-service', 'station'];
const STATUSES = ['waiting', 'delivered', 'abandoned'];
const when = (moment) => instantText(instantOf(Date.parse(moment)));

/** For the operator: what was set aside, what the channels were told, and how the parts are. */
export async function screen(main, { params, signal, again }) {
  await loadNames();
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('title')), h('p', null, t('intro'))),
    tabs({ label: t('tabsOf'), list: [
      { id: 'parked', title: t('parked'), panel: () => [h('p', { class: 'small' }, t('parkedHint')), section(() => parkedOf(signal), (list) => parkedTable(list, again), signal)] },
      { id: 'deliveries', title: t('deliveries'), panel: () => deliveriesPanel(params, signal) },
      { id: 'health', title: t('health'), panel: () => [section(() => get('/health/ready', { signal }), partsTable, signal), section(() => Promise.all(SERVICES.map((service) => get(`/v1/${service}/consumer`, { signal }))), lagTable, signal)] },
    ] }));
}

async function parkedOf(signal) {
  const lists = await Promise.all(SERVICES.map(async (service) => (await get(`/v1/${service}/parked`, { signal })).parked.map((each) => ({ ...each, service }))));
  return lists.flat();
}

function parkedTable(list, again) {
  const answer = h('div', null);
  const retry = async ({ service, caseId }) => {
    try {
      const done = await post(`/v1/${service}/parked/${caseId}/retry`, {});
      say(t('retried', done));
      again();
    } catch (error) {
      answer.replaceChildren(problemView(error));
    }
  };
  return h('div', { class: 'card' }, table({
    caption: t('parked'), rows: list, none: empty(t('noParked'), t('noParkedHint')),
    columns: [
      { key: 'caseId', title: t('caseId'), head: true, cell: ({ caseId }) => h('code', null, caseId) }, { key: 'service', title: t('service'), cell: ({ service }) => serviceName(service), sort: ({ service }) => service },
      { key: 'events', title: t('events'), align: 'end', cell: ({ events }) => String(events), sort: ({ events }) => events }, { key: 'since', title: t('since'), cell: ({ since }) => when(since), sort: ({ since }) => Date.parse(since) },
      { key: 'error', title: t('error'), cell: ({ error }) => h('code', null, error) },
      { key: 'do', title: '', cell: (row) => h('span', { class: 'row-buttons' }, h('button', { type: 'button', class: 'button small-button', onclick: () => void retry(row) }, t('retryParked')), h('button', { type: 'button', class: 'button small-button', onclick: () => void oneByOne(row, again) }, t('show'))) },
    ],
  }), answer);
}

/** The events of a case that wait, each with what is wrong with it; one is given up with a reason. */
async function oneByOne({ service, caseId }, again) {
  const gone = await dialog(t('parked'), (close) => section(() => get(`/v1/${service}/parked/${caseId}`), ({ events }) => events.map(({ position, attempts, error, at }) => h('details', { class: 'step' },
    h('summary', null, h('b', null, `${t('position')} ${position}`), h('small', null, `${t('attempts')} ${attempts} · ${when(at)}`)),
    h('div', { class: 'step-body' }, h('p', { class: 'small' }, h('code', null, error)), commandForm({
      href: `/v1/${service}/parked/${caseId}/skip`, adds: { position }, title: t('skipTitle', { position }), button: t('skip'), done: () => close(true),
      fields: { properties: { reason: { type: 'string', maxLength: 500, description: t('skipReason') } }, required: ['reason'] },
    }))))));
  if (gone) again();
}

function deliveriesPanel(params, signal) {
  const channel = CHANNELS.includes(params.get('channel')) ? params.get('channel') : CHANNELS[0];
  const status = STATUSES.includes(params.get('status')) ? params.get('status') : undefined;
  const read = () => get(`/v1/channels/${channel}/deliveries?${new URLSearchParams({ limit: '200', ...(status && { status }) })}`, { signal });
  return [
    filters(new URLSearchParams({ ...(params.get('channel') && { channel }), ...(status && { status }) }), [
      { key: 'channel', label: t('channel'), required: true, options: CHANNELS.map((each) => [each, channelName(each)]) }, { key: 'status', label: t('status'), options: STATUSES.map((each) => [each, t(`status_${each}`)]) },
    ]),
    section(read, ({ deliveries }) => deliveriesTable(channel, deliveries), signal),
  ];
}

function deliveriesTable(channel, deliveries) {
  const answer = h('div', { role: 'status' });
  const redrive = async (id, button) => {
    button.disabled = true;
    try {
      await post(`/v1/channels/${channel}/deliveries/${id}/redrive`, {});
      answer.replaceChildren(h('p', { class: 'notice' }, t('redriven')));
    } catch (error) {
      answer.replaceChildren(problemView(error));
      button.disabled = false;
    }
  };
  return h('div', { class: 'card' }, answer, table({
    caption: t('deliveries'), rows: deliveries, none: empty(t('noDeliveries'), t('noDeliveriesHint')),
    columns: [
      { key: 'number', title: t('number'), head: true, cell: ({ channelNumber }) => h('span', { class: 'number' }, channelNumber), sort: ({ channelNumber }) => channelNumber },
      { key: 'what', title: t('what'), cell: ({ event }) => eventTitle(event) }, { key: 'when', title: t('when'), cell: ({ createdAt }) => when(createdAt), sort: ({ createdAt }) => Date.parse(createdAt) },
      { key: 'status', title: t('status'), cell: ({ status }) => chip(t(`status_${status}`), { waiting: 'busy', delivered: 'good', abandoned: 'breached' }[status]), sort: ({ status }) => status },
      { key: 'attempts', title: t('attempts'), align: 'end', cell: ({ attempts }) => String(attempts), sort: ({ attempts }) => attempts },
      { key: 'last', title: t('last'), cell: ({ lastStatus, lastProblem, nextAt, status }) => [lastStatus && t('answered', { status: lastStatus }), lastProblem && h('code', null, lastProblem), status === 'waiting' && nextAt && h('small', null, t('next', { at: when(nextAt) }))].filter(Boolean) },
      { key: 'do', title: '', cell: ({ id }) => h('button', { type: 'button', class: 'button small-button', onclick: (event) => void redrive(id, event.currentTarget) }, t('redrive')) },
    ],
  }));
}

function partsTable({ status, postgres, kafka, workers = {}, log }) {
  const rows = [['status', status], ['postgres', postgres], ...kafka.map((state) => ['kafka', state]), ...Object.entries(workers)].map(([part, state]) => ({ part, state }));
  const said = (key, otherwise) => (Object.hasOwn(words, key) ? t(key) : h('code', null, otherwise));
  return h('div', { class: 'card' }, log && h('p', { class: 'notice' }, t(`log_${log.how}`, log)), table({
    caption: t('health'), rows, columns: [
      { key: 'part', title: t('part'), head: true, cell: ({ part }) => said(`part_${part}`, part) },
      { key: 'state', title: t('standing'), cell: ({ state }) => said(`word_${state}`, state) },
    ],
  }));
}

/** How far each service is behind what was published; one that follows nothing is not listed. */
function lagTable(consumers) {
  return h('div', { class: 'card' }, h('h2', null, t('consumers')), h('p', { class: 'small' }, t('lagHint')), table({
    caption: t('consumers'), rows: consumers.filter(({ state }) => state !== null), none: empty(), columns: [
      { key: 'service', title: t('service'), head: true, cell: ({ service }) => serviceName(service), sort: ({ service }) => service },
      { key: 'state', title: t('standing'), cell: ({ state, reason }) => [chip(t(`word_${state}`), state === 'running' ? 'good' : 'warned'), reason && h('code', null, reason)] },
      { key: 'lag', title: t('lag'), align: 'end', cell: ({ lag }) => (lag === null ? t('lagUnknown') : h('b', { 'data-lag': lag }, lag)), sort: ({ lag }) => (lag === null ? null : Number(lag)) },
    ],
  }));
}
