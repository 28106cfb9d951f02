import type { PublishedEvent } from '#libs/contracts/event.js';
import { fold } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Action } from '#libs/runtime/action.js';
import { actions } from '#libs/runtime/action.js';
import type { FieldSchema } from '#libs/runtime/validation.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { Role } from '#libs/security/roles.js';
import { openDesks } from './open-desks.js';

interface Titled {
  readonly command: string;
  readonly service: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly ground: string;
}
export interface Open extends Titled {
  readonly method: 'POST';
  readonly href: string;
  /** The version of the stream that the step addresses: send it back as `If-Match`. */
  readonly version: number;
  readonly fields: FieldSchema;
}
export interface Refused extends Titled {
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** The steps that a caller with these roles may take on a case now, and those that the law refuses now, with the reason. */
export function actionsOf(caseId: string, history: readonly PublishedEvent[], roles: readonly Role[], language: 'zh' | 'en'): { readonly actions: Open[]; readonly refused: Refused[] } {
  const open: Open[] = [];
  const refused: Refused[] = [];
  for (const action of actions.values()) {
    const decider = openDesks[action.stream];
    if (!decider || !action.roles.some((role) => roles.includes(role))) continue;
    const stream = `${action.stream}/${caseId}`;
    const events = history.filter((event) => event.stream === stream);
    const state: unknown = fold(decider, events.map((event) => streamEvent<{ type: string }>(event)));
    const refusal = (decider.may as Readonly<Record<string, ((state: unknown) => Refusal | undefined) | undefined>>)[action.command]?.(state);
    if (refusal) refused.push({ ...titled(action), code: refusal.code, reason: { zh: refusal.zh, en: refusal.en }, ground: refusal.ground ?? action.ground });
    else open.push({ ...titled(action), method: 'POST', href: `/v1/${action.service}/cases/${caseId}/commands/${action.path}`, version: events.length, fields: fieldsOf(action.request, language) });
  }
  return { actions: open, refused };
}

function titled({ path, service, zh, en, ground }: Action): Titled {
  return { command: path, service, title: { zh, en }, ground };
}
