import type { Ground } from '#libs/calendar/explain.js';
import { dayAt, numberIfDay } from '#libs/calendar/day.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { epochMs, isInstant } from '#libs/contracts/time.js';
import { refuseClock } from './due.refusals.js';

/** Time that is not counted: the day it begins is counted, the day it ends is not. */
export interface Pause extends Ground {
  readonly from: Day | Instant;
  readonly to: Day | Instant;
}

/** A pause as numbers of days or milliseconds: what lies after `from` up to and including `to`, and in no earlier stretch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pause: Pause;
}

const PAUSES_MOST = 1000;
const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const OFFSET = 8 * HOUR; // Asia/Shanghai.
const NONE: readonly Stretch[] = [];

/** Reads a moment as a number, of days or of milliseconds; NaN for what is none. */
export type Reading = (moment: unknown) => number;

/** Pauses in order, cut where they overlap and where they begin before the clock does. */
export function stretches(pauses: readonly Pause[] | undefined, start: number, numberOfMoment: Reading): readonly Stretch[] {
  if (pauses === undefined) return NONE;
  if (!Array.isArray(pauses) || pauses.length > PAUSES_MOST) invalid('suspended', `a list of at most ${PAUSES_MOST} pauses`);
  const read = (pauses as readonly Pause[]).map((pause, index) => {
    const stretch = { from: numberOfMoment(pause?.from), to: numberOfMoment(pause?.to), pause };
    if (Number.isNaN(stretch.from)) invalid(`suspended[${index}].from`, 'a day or an instant');
    if (Number.isNaN(stretch.to)) invalid(`suspended[${index}].to`, 'a day or an instant');
    if (stretch.to < stretch.from) invalid(`suspended[${index}].to`, 'a time not before from');
    return stretch;
  });
  const apart: Stretch[] = [];
  let until = start;
  for (const { from, to, pause } of read.sort((a, b) => a.from - b.from)) {
    if (to <= until) continue;
    apart.push({ from: Math.max(from, until), to, pause });
    until = to;
  }
  return apart;
}

/** The number of the day in Shanghai on which a moment of the years 1900 to 2199 lies; NaN for anything else. */
export function dayNumber(moment: unknown): number {
  if (typeof moment !== 'string') return NaN;
  if (moment.length === 10) return inRange(moment) ? numberIfDay(moment) : NaN;
  return Math.floor((instantMs(moment) + OFFSET) / DAY_MS);
}

/** Milliseconds since 1970 in UTC of an instant, and of the end of a day: a pause given in days begins and ends as it does for clocks of days. NaN for anything else. */
export function endMs(moment: unknown): number {
  if (typeof moment !== 'string') return NaN;
  return moment.length === 10 ? (dayNumber(moment) + 1) * DAY_MS - OFFSET : instantMs(moment);
}

/** Milliseconds of an instant; NaN for text that is none. Reads what we write ourselves without building a time object. */
export function instantMs(text: string): number {
  if (!inRange(text)) return NaN;
  if (text.length === 25 && text[10] === 'T' && text[13] === ':' && text[16] === ':' && text.endsWith('+08:00')) {
    const hour = twoDigits(text, 11);
    const minute = twoDigits(text, 14);
    const second = twoDigits(text, 17);
    if (hour < 24 && minute < 60 && second < 60) return numberIfDay(text.slice(0, 10)) * DAY_MS + hour * HOUR + minute * 60_000 + second * 1000 - OFFSET;
  }
  return isInstant(text) ? epochMs(text) : NaN;
}

/** The instant of a number of milliseconds since 1970 in UTC, as `instantOf` writes it. */
export function instantAt(ms: number): Instant {
  const local = ms + OFFSET;
  const day = Math.floor(local / DAY_MS);
  const left = local - day * DAY_MS;
  const fraction = left % 1000;
  const seconds = (left - fraction) / 1000;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dayAt(day)}T${time}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}+08:00`;
}

export function invalid(field: string, expected: string): never {
  throw refuseClock('CLOCK_RULE_INVALID', { field, expected });
}

function inRange(moment: string): boolean {
  return moment >= '1900' && moment < '2200';
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
