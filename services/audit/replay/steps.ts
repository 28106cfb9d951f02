import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { CaseRow } from '../../supervision/case-view/case-view.projection.js';
import { caseView } from '../../supervision/case-view/case-view.projection.js';

/** What one fact of a case changed. */
export interface Step {
  readonly position: string; readonly recordedAt: string; readonly at: unknown; readonly type: string; readonly title: string | undefined; readonly actor: string;
  readonly changed: Readonly<Record<string, unknown>>;
}

const EACH_TIME = ['position', 'changedAt'];

/** A case folded again from nothing: each step, and the case as it stood at the end. */
export function stepsOf(events: readonly PublishedEvent[]): { readonly steps: readonly Step[]; readonly state: CaseRow | undefined } {
  const steps: Step[] = [];
  let state: CaseRow | undefined;
  for (const event of events) {
    const next = caseView(state, event);
    steps.push({
      position: event.position, recordedAt: event.recordedAt, at: event.data['at'], type: event.type, title: eventKinds.get(event.type)?.zh, actor: event.meta.actor,
      changed: Object.fromEntries(differences(state, next).map(({ field, after }) => [field, after])),
    });
    state = next;
  }
  return { steps, state };
}

/** The fields of a case that are not the same at two moments. */
export function differences(before: object | undefined, after: object | undefined): readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[] {
  const [was, is] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
  return [...new Set([...Object.keys(was!), ...Object.keys(is!)])]
    .filter((field) => !EACH_TIME.includes(field) && JSON.stringify(was![field]) !== JSON.stringify(is![field])).map((field) => ({ field, before: was![field], after: is![field] }));
}
