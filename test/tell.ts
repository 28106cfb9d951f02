import { readFileSync } from 'node:fs';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { armsOf } from '../services/supervision/clocks/armed.projection.js';
import type { FreshLog } from './fresh-log.js';

const AT = '2026-03-02T10:15:00+08:00';

/** A golden sample of a published event, as its stream knows it, with other fields. */
function sample(name: string, more: object): { readonly type: string } {
  const given = JSON.parse(readFileSync(`test/events/supervision.${name}.v1.json`, 'utf8')) as object | object[];
  return { ...(Array.isArray(given) ? given.at(-1) : given), type: name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()), ...more } as never;
}

/** Appends one event with what it arms, as the service does. */
export async function tell(log: FreshLog, kind: 'clocks' | 'escalation', caseId: string, expected: number, name: string, more: object): Promise<void> {
  const event = sample(name, more);
  const { type: _, ...data } = event;
  const arms = (armsOf[kind] as (one: never, id: string) => AppendCommand['arms'])(event as never, caseId)!;
  await log.append([{ stream: `${kind}/${caseId}`, caseId, expected, meta: { actor: 'process:test' }, events: [{ type: `supervision.${name}.v1`, data, recordedAt: AT }], arms }]);
}
