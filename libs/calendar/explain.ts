import type { Day } from './day.js';
import { dayAt, isWeekend } from './day.js';
import type { Festival } from './notice.js';
import type { Calendar } from './working-days.js';

export type CountUnit = 'calendarDays' | 'workingDays' | 'hours' | 'months' | 'years' | 'backwardWorkingDays' | 'date';
export type PausedUnit = 'calendarDays' | 'workingDays' | 'milliseconds';

/** The law that a step of counting rests on: the Civil Code, or the Civil Procedure Law for what goes before a court or a tribunal. */
export type CountingLaw = 'CC 201' | 'CC 202' | 'CC 203' | 'CPL 85';

/** Why a clock was paused, extended or begun anew, who did it and who approved: codes and opaque ids, never names. `sentenceOf` puts words for them. */
export interface Ground {
  readonly reason?: string;
  readonly by?: string;
  readonly approvedBy?: string;
}

/**
 * One step of the way from a trigger to a due date, in the order of counting: from the steps alone the date can be counted again.
 * Where working days are counted, every day on the way has its step or lies in a pause. `at` and `due` are instants in a clock of hours, else days.
 */
export type Step =
  /** A period that began at `from` no longer counts: it began anew at `at`. */
  | ({ readonly kind: 'restarted'; readonly from: string; readonly at: string } & Ground)
  | { readonly kind: 'start'; readonly at: string; readonly n: number; readonly unit: CountUnit; readonly source?: CountingLaw }
  | ({ readonly kind: 'extended'; readonly n: number; readonly unit: CountUnit } & Ground)
  /** Ordinary working days in a row; `count` is how many are counted once `to` is over. */
  | { readonly kind: 'counted'; readonly from: Day; readonly to: Day; readonly count: number }
  /** A weekend day worked by notice. Without `count`, it was only looked at as a last day. */
  | { readonly kind: 'makeUp'; readonly day: Day; readonly count?: number; readonly festival: Festival; readonly source: string }
  /** A day of rest; without `festival`, a weekend. */
  | { readonly kind: 'skipped'; readonly day: Day; readonly festival?: Festival; readonly source: string }
  /** The last day of a period of calendar days, months or years before pauses and rolling. `monthEnd`: its month has no corresponding day. */
  | { readonly kind: 'lastDay'; readonly day: Day; readonly monthEnd?: true; readonly source?: CountingLaw }
  /** Of a pause, `amount` of `unit` are not counted: from `first` to `last`, both included in clocks of days. What an earlier pause took is not taken twice. */
  | ({ readonly kind: 'paused'; readonly from: string; readonly to: string; readonly first: string; readonly last: string; readonly amount: number; readonly unit: PausedUnit } & Ground)
  /** The last day of a period of calendar days, months or years, moved by the days that were not counted. */
  | { readonly kind: 'shifted'; readonly day: Day; readonly days: number }
  /** The pause began on the last day, so the day on which it ended is the last. */
  | { readonly kind: 'resumedOnLast'; readonly day: Day }
  | { readonly kind: 'rolled'; readonly from: Day; readonly to: Day; readonly source: CountingLaw }
  /** The last day is a day of rest and stays the last: this limit does not roll. */
  | { readonly kind: 'unrolled'; readonly day: Day }
  | { readonly kind: 'uncovered'; readonly year: number }
  | { readonly kind: 'due'; readonly due: string; readonly unit: CountUnit; readonly provisional: boolean }
  /** The clock stands: the date moves when it resumes. */
  | ({ readonly kind: 'suspended'; readonly from: string } & Ground);

/** Writes a derivation down while a date is computed. */
export class Derivation {
  readonly #steps: Step[] = [];
  readonly #uncovered = new Set<number>();
  /** Ordinary working days in a row that are not written down yet, by their numbers. */
  #run: { readonly from: number; to: number; count: number } | undefined;

  constructor(private readonly calendar: Calendar) {}

  get steps(): readonly Step[] {
    this.#endRun();
    return this.#steps;
  }

  add(step: Step): void {
    this.#endRun();
    this.#steps.push(step);
  }

  /** A day that was looked at, given as its number; `count` where it was counted or could have been: how many are counted after it. */
  day(number: number, count?: number): void {
    const kind = this.calendar.kindAt(number);
    switch (kind.kind) {
      case 'working': return this.#counted(number, count);
      case 'makeUp': return this.add({ kind: 'makeUp', day: dayAt(number), ...(count !== undefined && { count }), festival: kind.festival, source: kind.source });
      case 'rest':
        if (kind.festival) return this.add({ kind: 'skipped', day: dayAt(number), festival: kind.festival, source: kind.source });
        return this.add({ kind: 'skipped', day: dayAt(number), source: kind.source });
      case 'uncovered':
        this.looked(number);
        if (isWeekend(number)) return this.add({ kind: 'skipped', day: dayAt(number), source: this.calendar.weekend });
        return this.#counted(number, count);
    }
  }

  /** A day that was asked about without being counted or passed over: said only where nobody knows what it is. */
  looked(number: number): void {
    const kind = this.calendar.kindAt(number);
    if (kind.kind !== 'uncovered' || this.#uncovered.has(kind.year)) return;
    this.#uncovered.add(kind.year);
    this.add({ kind: 'uncovered', year: kind.year });
  }

  #counted(number: number, count: number | undefined): void {
    if (count === undefined) return; // An ordinary working day that only ends a period.
    const run = this.#run;
    if (run && Math.abs(run.to - number) === 1) {
      run.to = number;
      run.count = count;
    } else {
      this.#endRun();
      this.#run = { from: number, to: number, count };
    }
  }

  #endRun(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    this.#steps.push({ kind: 'counted', from: dayAt(run.from), to: dayAt(run.to), count: run.count });
  }
}
