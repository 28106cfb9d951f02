import { addYears } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import type { Parameters } from '#libs/policy/clock-rows.js';

export type FileKind = 'award' | 'arbitration' | 'inspection' | 'hotline';

/** The first kind that a case has become: an awarded case was an application and a hotline order as well. */
const MARKS: readonly (readonly [FileKind, string])[] = [
  ['award', 'resolution.award-made.v1'], ['arbitration', 'resolution.application-accepted.v1'], ['inspection', 'resolution.inspection-filed.v1'],
];

/** What kind of file a case is, by the types of its events. */
export function fileOf(types: Iterable<string>): FileKind {
  const all = new Set(types);
  return MARKS.find(([, type]) => all.has(type))?.[0] ?? 'hotline';
}

/** Until when a file of that kind is kept at least (parameter `retentionYears`); undefined where the pack is silent. */
export function keptUntil(file: FileKind, archivedOn: Day, parameters: Parameters): Day | undefined {
  const years = (parameters['retentionYears'] as Readonly<Record<string, unknown>> | undefined)?.[file];
  return typeof years === 'number' ? addYears(archivedOn, years) : undefined;
}
