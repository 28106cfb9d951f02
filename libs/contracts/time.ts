/** A moment, written in Asia/Shanghai: `2026-03-02T10:15:00+08:00`, milliseconds only where there are any. */
export type Instant = string;
/** A calendar day in Asia/Shanghai: `2026-03-02`. */
export type Day = string;

const OFFSET_MS = 8 * 3_600_000; // Asia/Shanghai has had no daylight saving time since 1991.
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The instant of a number of milliseconds since 1970-01-01T00:00:00Z. */
export function instantOf(epochMs: number): Instant {
  const local = new Date(epochMs + OFFSET_MS).toISOString();
  return `${local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23)}+08:00`;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMs(at: Instant): number {
  return Date.parse(at);
}

/** The calendar day in Asia/Shanghai on which an instant lies. */
export function dayOf(at: Instant): Day {
  if (at.endsWith('+08:00')) return at.slice(0, 10); // As we write it ourselves.
  return new Date(epochMs(at) + OFFSET_MS).toISOString().slice(0, 10);
}

/** 00:00 of a day in Asia/Shanghai. The end of the day, 24:00, is the start of the next. */
export function startOfDay(day: Day): Instant {
  return `${day}T00:00:00+08:00`;
}

/** True for a day that exists: 2026-02-29 does not. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** True for a moment with an offset, on a day that exists. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}
