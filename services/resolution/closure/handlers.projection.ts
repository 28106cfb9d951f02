import type { PublishedEvent } from '#libs/contracts/event.js';

/** What is done about a case by others than those who handle it. */
const NOT_HANDLING: ReadonlySet<string> = new Set(['callback-made', 'callback-unreached', 'case-closed', 'case-reopened', 'case-carried-forward', 'case-resumed', 'case-archived'].map((name) => `resolution.${name}.v1`));
const TAKING: ReadonlySet<string> = new Set(['routing.order-signed.v1', 'routing.officer-named.v1', 'routing.transfer-accepted.v1']);
const STAFF = /^(?!worker:|process:|channel:)[a-z-]+:/;

/** Everybody of an office who had an order of the case in hand, by the subject of their sign-in: they do not make the return visit. */
export function handlersOf(history: readonly PublishedEvent[]): readonly string[] {
  const subjects = history.flatMap(({ type, meta, data }) => {
    if (!TAKING.has(type) && (!type.startsWith('resolution.') || NOT_HANDLING.has(type))) return [];
    const named = typeof data['officer'] === 'string' ? [data['officer']] : [];
    return type === 'routing.officer-named.v1' ? named : STAFF.test(meta.actor) ? [meta.actor.slice(meta.actor.indexOf(':') + 1)] : [];
  });
  return [...new Set(subjects)];
}
