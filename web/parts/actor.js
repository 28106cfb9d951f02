import { h } from '../dom.js';
import { roleName } from '../names.js';
import { channelName } from '../terms.js';
import { t } from '../words.js';

/** Who did it: `arbitrator:a-1` is a role and an opaque id; a process or a channel is no person. */
export function actor(by) {
  const [kind, ...rest] = by.split(':');
  const id = rest.join(':');
  if (kind === 'process') return h('span', null, t('system'));
  if (kind === 'channel') return h('span', null, channelName(id));
  return h('span', null, `${roleName(kind)} `, h('span', { class: 'code' }, id));
}
