/** A moment, written in Asia/Shanghai: `2026-03-02T10:15:00+08:00`, milliseconds only where there are any. */
export type Instant = string;
/** A calendar day in Asia/Shanghai: `2026-03-02`. */
export type Day = string;

const OFFSET_MS = 8 * 3_600_000; // Asia/Shanghai has had no daylight saving time since 1991.
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?|24:00(?::00(?:\.0{1,9})?)?)(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAY = /^\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^\d{4}-02-(?:0[1-9]|1\d|2[0-9])$/;

const HOUR_MS = 3_600_000;
/** The hour that was written last: moments come in the order in which things happen. */
let hour = { at: NaN, text: '' };

/** The instant of a number of milliseconds since 1970-01-01T00:00:00Z. */
export function instantOf(epochMs: number): Instant {
  const local = Math.trunc(epochMs + OFFSET_MS);
  const at = Math.floor(local / HOUR_MS);
  if (hour.at !== at) hour = { at, text: new Date(at * HOUR_MS).toISOString().slice(0, 14) };
  const ms = local - at * HOUR_MS;
  const [minutes, seconds, fraction] = [Math.floor(ms / 60_000), Math.floor(ms / 1000) % 60, ms % 1000];
  return `${hour.text}${two(minutes)}:${two(seconds)}${fraction === 0 ? '' : `.${fraction < 100 ? '0' : ''}${two(fraction)}`}+08:00`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMs(at: Instant): number {
  return Date.parse(at);
}

/** Whether one moment lies after another. Two that are written alike need no calendar. */
export function isAfter(a: Instant, b: Instant): boolean {
  return a.length === b.length && a.endsWith('+08:00') && b.endsWith('+08:00') ? a > b : epochMs(a) > epochMs(b);
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
  return typeof text === 'string' && DAY.test(text) && (!text.endsWith('-02-29') || isLeap(Number(text.slice(0, 4))));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True for a moment with an offset, on a day that exists. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && INSTANT.test(text) && isDay(text.slice(0, 10));
}
