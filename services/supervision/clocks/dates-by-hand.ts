import { readFileSync } from 'node:fs';

/** The second opinion of the tests: due dates by walking day after day, from the notices themselves. It shares no code with what it checks. */
export interface Notices {
  readonly version: string;
  readonly weekend: string;
  readonly years: Readonly<Record<string, NoticeOfYear>>;
}
interface NoticeOfYear {
  readonly off: readonly { readonly from: string; readonly to: string }[];
  readonly workingDays: readonly { readonly day: string }[];
}
export interface Uncounted {
  readonly from: string;
  readonly to: string;
}
type Unit = 'calendarDays' | 'workingDays';

export const noticesOfPack = (): Notices => JSON.parse(readFileSync(new URL('../../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8')) as Notices;

/** The same notices with some days of one year said otherwise. */
export function saidOtherwise(notices: Notices, issuedOn: string, year: string, { off = [], workingDays = [] }: { readonly off?: readonly string[]; readonly workingDays?: readonly string[] }): Notices {
  const name = { zh: '试验', en: 'trial' };
  const old = notices.years[year] ?? { notice: `试验〔${year}〕1号`, title: '试验通知', issuedOn, off: [], workingDays: [] };
  const keeps = (day: string): boolean => !off.includes(day) && !workingDays.includes(day);
  const days = old.off.flatMap(({ from, to, ...rest }) => walk(from, to).filter(keeps).map((day) => ({ from: day, to: day, ...rest })));
  const notice = {
    ...old, issuedOn, off: [...days, ...off.map((day) => ({ from: day, to: day, ...name }))],
    workingDays: [...old.workingDays.filter(({ day }) => keeps(day)), ...workingDays.map((day) => ({ day, ...name }))],
  };
  return { ...notices, version: `cn-${issuedOn}`, years: { ...notices.years, [year]: notice } };
}

export function next(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export function isWorked(notices: Notices, day: string): boolean | undefined {
  const notice = notices.years[day.slice(0, 4)];
  if (!notice) return undefined;
  if (notice.workingDays.some((one) => one.day === day)) return true;
  if (notice.off.some(({ from, to }) => from <= day && day <= to)) return false;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Day after day from the start: a day in a pause is not counted; a last day of rest passes to the next working day. */
export function dueByHand(n: number, unit: Unit, start: string, given: readonly Uncounted[], notices: Notices, roll = true): string {
  const pauses = union(given.filter(({ to }) => to > start));
  let guessed = false;
  const worked = (day: string): boolean => {
    const known = isWorked(notices, day);
    if (known === undefined) guessed = true;
    return known ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  };
  let day = start;
  for (let left = n; left > 0;) {
    day = next(day);
    if (pauses.some(({ from, to }) => from < day && day <= to)) continue;
    if (unit === 'calendarDays' || worked(day)) left--;
  }
  day = lastDay(day);
  return guessed ? 'PENDING_CALENDAR' : day;

  /** A pause may begin on the last day, or on the days of rest between it and the working day after it: then the day on which it ends is the last. */
  function lastDay(last: string): string {
    let end = last;
    for (;;) {
      const began = pauses.find(({ from }) => from === end);
      if (began) {
        pauses.splice(pauses.indexOf(began), 1);
        return lastDay(began.to);
      }
      if ((unit === 'calendarDays' && !roll) || worked(end)) return end;
      end = next(end);
    }
  }
}

/** The same time without overlaps. */
function union(pauses: readonly Uncounted[]): Uncounted[] {
  const apart: Uncounted[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = apart.at(-1);
    if (before && pause.from <= before.to) apart[apart.length - 1] = { from: before.from, to: pause.to > before.to ? pause.to : before.to };
    else apart.push(pause);
  }
  return apart.filter(({ from, to }) => to > from);
}

function walk(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = next(day)) days.push(day);
  return days;
}
