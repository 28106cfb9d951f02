import { published } from '#libs/event-store/read.js';
import type { Step } from '../replay/steps.js';
import { differences, stepsOf } from '../replay/steps.js';
import type { Placed } from './whole-log.js';

/** The steps of a case out of the entries of a log. */
export async function stepsIn(events: AsyncIterable<Placed>, caseId: string): Promise<readonly Step[]> {
  const own: Placed[] = [];
  for await (const event of events) if (event.caseId === caseId) own.push(event);
  return stepsOf(published(own.map((event) => ({ ...event, position: String(event.position), logId: '', leafHash: Buffer.alloc(0) })))).steps;
}

/** How many steps were taken at a moment: a position of the log (`1204`), a version of the case (`v3`: after its third event) or an instant. Throws for what is none. */
export function stepsBy(steps: readonly Step[], moment: string): number {
  if (/^\d{1,15}$/.test(moment)) return steps.filter(({ position }) => Number(position) <= Number(moment)).length;
  if (/^v\d{1,6}$/.test(moment)) return Math.min(steps.length, Number(moment.slice(1)));
  const instant = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(moment) ? Date.parse(moment) : NaN;
  if (Number.isNaN(instant)) throw new Error(`${moment}: 须为位置、v版本或时间 / a position, v<version> or an instant such as 2026-03-02T10:15:00+08:00`);
  return Math.max(0, ...steps.map(({ recordedAt }, at) => (Date.parse(recordedAt) <= instant ? at + 1 : 0)));
}

/** The case after so many steps. */
export function stateAfter(steps: readonly Step[], count: number): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...steps.slice(0, count).map(({ changed }) => changed)) as Record<string, unknown>;
}

export interface Between { readonly steps: readonly Step[]; readonly state: Readonly<Record<string, unknown>>; readonly differences: ReturnType<typeof differences> }

/** What happened between two moments, how the case stood at the second, and what was different from the first. */
export function between(steps: readonly Step[], from: string | undefined, to: string | undefined): Between {
  const [first, last] = [from === undefined ? 0 : stepsBy(steps, from), to === undefined ? steps.length : stepsBy(steps, to)];
  const state = stateAfter(steps, last);
  return { steps: steps.slice(first, last), state, differences: differences(stateAfter(steps, first), state) };
}
