import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';

/** Somebody saw, took away, or was refused what is a person's. */
export interface Look {
  readonly position: string;
  readonly at: Instant;
  readonly by: string;
  readonly organ: string | null;
  /** `audit.personal-data-read.v1` and its Chinese title. */
  readonly type: string;
  readonly title: string;
  /** Which fields, file or paper; the kind of reading where it was refused. */
  readonly what: readonly string[];
  readonly reason: string | null;
  readonly refused: string | null;
}

type Data = Readonly<Record<string, unknown>>;
const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []);

/** The facts that are a look, and what was looked at. A paper that opens no field of a person is none. */
const LOOKS: Readonly<Record<string, (data: Data) => readonly string[] | undefined>> = {
  'audit.personal-data-read.v1': ({ fields }) => words(fields),
  'audit.personal-data-exported.v1': ({ fields }) => words(fields),
  'audit.case-bundled.v1': () => ['bundle'],
  'audit.access-reviewed.v1': () => ['whoLooked'],
  'audit.reading-refused.v1': ({ reading }) => words(reading),
  'intake.evidence-read.v1': ({ evidence }) => words(evidence),
  'resolution.paper-issued.v1': ({ opened }) => openedIn(opened),
  'resolution.paper-read.v1': ({ opened }) => openedIn(opened),
};

function openedIn(opened: unknown): readonly string[] | undefined {
  const fields = words(opened);
  return fields.length > 0 ? fields : undefined;
}

export const lookTypes: readonly string[] = Object.keys(LOOKS);

/** Every look among the events of a case, in their order. */
export function looksIn(events: readonly PublishedEvent[]): readonly Look[] {
  return events.flatMap(({ position, type, data, meta, recordedAt }) => {
    const what = Object.hasOwn(LOOKS, type) ? LOOKS[type]!(data) : undefined;
    if (!what) return [];
    const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return [{
      position, at: text(data['at']) ?? recordedAt, by: text(data['by']) ?? meta.actor, organ: meta.organ ?? null, type, title: eventKinds.get(type)?.zh ?? type, what,
      reason: text(data['reason']) ?? meta.reason ?? null, refused: text(data['code']),
    }];
  });
}
