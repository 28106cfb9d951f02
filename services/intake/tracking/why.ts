import type { PublishedEvent } from '#libs/contracts/event.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import { groundIn } from '#libs/policy/citation.js';
import type { Sources } from '#libs/policy/pack.js';
import type { Said } from './said.js';

/** A person sent the lead order where the rules had not. Their reasons are the offices' own. */
const BY_A_PERSON: Readonly<Record<string, Said>> = {
  'routing.routing-overridden.v1': { zh: '经办人核对情况后改由这里办理。', en: 'An officer looked into it and sent it here.' },
  'routing.case-redispatched.v1': { zh: '原单位提出异议后，改派到这里办理。', en: 'The first office objected, and it was sent here instead.' },
  'routing.case-transferred.v1': { zh: '事情属于其他地区管辖，移送到有管辖权的地区。', en: 'It belongs to another place, and was sent to the one that is competent.' },
};
const BY_RULE: readonly string[] = ['routing.case-routed.v1', 'routing.case-rerouted.v1'];

/** Why the case lies where it does: the reason that the latest decision recorded, as the receipt of the routing shows it, without labels of statutes. */
export function whyOf(history: readonly PublishedEvent[], sources: Sources): (Said & { readonly ground: Said }) | null {
  const moved = history.filter(({ type, data }) => BY_RULE.includes(type) || (BY_A_PERSON[type] && ((data['order'] as number | undefined) ?? 0) === 0));
  const last = moved.filter(({ type }) => type !== 'routing.case-rerouted.v1' || !moved.some((other) => BY_A_PERSON[other.type])).at(-1); // New facts move no order that a person moved.
  if (!last) return null;
  const decision = (moved.filter(({ type }) => BY_RULE.includes(type)).at(-1)?.data as { decision?: RoutingDecision } | undefined)?.decision;
  if (!decision) return null;
  const [zh, source] = apart(decision.reason.zh, /^(.*)（(.+)）$/s);
  const [en] = apart(decision.reason.en, /^(.*) \(((?:[^()]|\([^()]*\))+)\)$/s);
  const ground = groundIn(source, sources);
  return { ...(BY_A_PERSON[last.type] ?? { zh, en }), ground: source === '' ? { zh: '派单规则', en: 'the dispatch rules' } : ground };
}

function apart(reason: string, pattern: RegExp): readonly [said: string, source: string] {
  const [, said, source] = pattern.exec(reason) ?? [];
  return said === undefined || source === undefined ? [reason, ''] : [said, source];
}
