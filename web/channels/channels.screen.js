import { card, chip, facts, h } from '../dom.js';
import { get } from '../api.js';
import { commandForm } from '../parts/command-form.js';
import { dialog } from '../parts/dialog.js';
import { empty, section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { divisionName, loadNames } from '../names.js';
import { hasRole } from '../session.js';
import { channelName, word } from '../terms.js';
import { instantText } from '../time.js';
import { t } from './words.js';

const reason = () => ({ type: 'string', minLength: 2, maxLength: 200, description: t('reason') });

/** For the security administrator: channels, their keys and when each was last used; keys issued, changed and revoked. */
export async function screen(main, { signal, again }) {
  await loadNames();
  const acts = hasRole('security-admin');
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('title')), h('p', null, t('intro'))),
    section(() => get('/v1/channels', { signal }), ({ channels }) => channels.map((channel) => channelCard(channel, acts && channel.mine, acts && !channel.mine, again)), signal));
}

function channelCard(channel, mayAct, notMine, again) {
  const { enabled, terms, keys } = channel;
  const name = channelName(channel.channel);
  return card(h('span', null, name, ' ', chip(enabled ? t('enabled') : t('disabled'), enabled ? 'good' : 'breached')),
    facts([
      [t('divisions'), limited(terms.divisions, divisionName)], [t('kinds'), limited(terms.kinds, word)], [t('formats'), limited(terms.formats, (one) => one.toUpperCase())],
      [t('rate'), terms.rate ? t('rateOf', terms.rate) : t('noLimit')], [t('certificates'), terms.certificates.length === 0 ? t('none') : terms.certificates.map((one) => h('code', { title: one }, `${one.slice(0, 12)}…`))],
      [t('feedback'), terms.feedbackUrl ? h('code', null, terms.feedbackUrl) : t('none')],
    ]),
    keysTable(channel, name, mayAct, again),
    notMine && h('p', { class: 'small' }, t('notMine')),
    mayAct && h('div', { class: 'row-buttons' },
      h('button', { type: 'button', class: 'button primary', onclick: () => void issue(channel, name, again), 'aria-label': `${t('issue')} ${name}` }, t('issue')),
      h('button', { type: 'button', class: 'button', onclick: () => void turn(channel, name, again), 'aria-label': `${enabled ? t('disable') : t('enable')} ${name}` }, enabled ? t('disable') : t('enable'))));
}

const limited = (values, say) => (values === null ? t('noLimit') : values.map(say).join('、'));

function keysTable({ channel, keys }, name, mayAct, again) {
  return table({
    caption: t('keys', { channel: name }), rows: keys, none: empty(t('noKeys'), t('noKeysHint')),
    columns: [
      { key: 'key', title: t('key'), head: true, cell: ({ key }) => h('code', null, key) },
      { key: 'state', title: t('state'), cell: stateOf },
      { key: 'from', title: t('from'), cell: ({ configured, issuedAt }) => (configured ? t('configured') : [t('issuedAt'), ' ', instantText(issuedAt)]), sort: ({ issuedAt }) => issuedAt },
      { key: 'used', title: t('lastUsed'), cell: ({ lastUsedAt }) => (lastUsedAt ? instantText(lastUsedAt) : t('neverUsed')), sort: ({ lastUsedAt }) => lastUsedAt },
      ...(mayAct ? [{ key: 'do', title: '', cell: ({ key, revokedAt }) => !revokedAt && h('button', { type: 'button', class: 'button small-button', 'aria-label': t('revokeKey', { key }), onclick: () => void revoke(channel, key, again) }, t('revoke')) }] : []),
    ],
  });
}

function stateOf({ live, until, revokedAt }) {
  if (revokedAt) return chip(t('revoked', { at: instantText(revokedAt) }), 'breached');
  if (until) return chip(t(live ? 'liveUntil' : 'ended', { at: instantText(until) }), live ? 'warned' : 'plain');
  return chip(t('live'), 'good');
}

/** The secret stands in this dialog and nowhere else: no address, no store of the browser. */
async function issue({ channel }, name, again) {
  const issued = await dialog(t('issueTitle', { channel: name }), (close) => [h('p', { class: 'small' }, t('issueHint')), commandForm({
    href: `/v1/channels/${channel}/keys`, title: t('issue'), button: t('issue'), done: (_position, _words, answer) => close(answer),
    fields: { properties: { reason: reason(), oldUntil: { type: 'string', format: 'date-time', description: t('oldUntil') } }, required: ['reason'] },
  })]);
  if (!issued) return;
  await dialog(t('secretTitle'), () => [h('p', null, issued.secret ? t('secretHint') : t('shownBefore')), facts([[t('key'), h('code', null, issued.key)], issued.secret && [t('secret'), h('code', { id: 'new-secret' }, issued.secret)]])]);
  again();
}

async function revoke(channel, key, again) {
  const gone = await asked(t('revokeKey', { key }), `/v1/channels/${channel}/keys/${key}/revoke`, t('revoke'), t('revokeHint'));
  if (gone) again();
}

async function turn({ channel, enabled }, name, again) {
  const step = enabled ? 'disable' : 'enable';
  if (await asked(enabled ? t('disableTitle', { channel: name }) : t('enableTitle', { channel: name }), `/v1/channels/${channel}/${step}`, t(step))) again();
}

function asked(title, href, button, hint) {
  return dialog(title, (close) => [hint && h('p', null, hint), commandForm({ href, title, button, done: () => close(true), fields: { properties: { reason: reason() }, required: ['reason'] } })]);
}
