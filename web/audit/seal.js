import { card, chip, facts, h } from '../dom.js';
import { commonHeaders, Problem, problemOf, reach } from '../api.js';
import { t } from './words.js';
import { checkpointIn, signedBy } from './proof.js';

/** What is no JSON: notes, keys, tiles. */
export async function textOf(path, signal) {
  const response = await reach(path, { headers: { ...commonHeaders(), accept: '*/*' }, signal });
  if (!response.ok) throw new Problem(await problemOf(response));
  return response;
}

/** The newest checkpoint, and whether the published key made it. */
export async function sealOf(signal) {
  const [note, keys] = await Promise.all([textOf('/v1/audit/log/checkpoint', signal).then((response) => response.text()), keysOf(signal)]);
  return sealIn(note, keys);
}

export const keysOf = async (signal) => (await (await textOf('/v1/audit/log/key', signal)).text()).trim().split('\n');

/** A checkpoint as it was read, with whether one of the keys made it. */
export async function sealIn(note, keys) {
  return { ...checkpointIn(note), signed: await signedBy(note, keys) };
}

export function sealCard({ origin, size, root, signed }) {
  const [words, tone] = { true: ['signatureGood', 'good'], false: ['signatureBad', 'breached'] }[String(signed)] ?? ['signatureUnknown', 'plain'];
  return card(t('checkpoint'), facts([[t('origin'), h('code', null, origin)], [t('size'), h('span', { class: 'number' }, size.toLocaleString('en'))], [t('root'), h('code', null, root)], [t('signature'), chip(t(words), tone)]], 'facts facts-grid'));
}
