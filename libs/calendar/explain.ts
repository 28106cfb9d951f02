import type { Day } from './day.js';
import { addDays, dayAt, isWeekend, weekday } from './day.js';
import type { Calendar, Festival } from './working-days.js';

export type CountUnit = 'calendarDays' | 'workingDays' | 'hours' | 'months' | 'years' | 'backwardWorkingDays' | 'date';

/** Why a clock was paused or extended, and by whom: an opaque id, never a name. */
export interface Ground {
  readonly reason?: string;
  readonly by?: string;
}

/**
 * One step of the way from a trigger to a due date, in the order of counting. Where working days are counted, every day
 * on the way has its step. `at` and `due` are instants in a clock of hours, else days.
 */
export type Step =
  | { readonly kind: 'start'; readonly at: string; readonly n: number; readonly unit: CountUnit }
  | ({ readonly kind: 'extended'; readonly n: number; readonly unit: CountUnit } & Ground)
  /** Ordinary working days in a row; `count` is how many are counted once `to` is over. */
  | { readonly kind: 'counted'; readonly from: Day; readonly to: Day; readonly count: number }
  /** A weekend day worked by notice. Without `count`, it was only looked at as a last day. */
  | { readonly kind: 'makeUp'; readonly day: Day; readonly count?: number; readonly festival: Festival; readonly source: string }
  /** A day of rest; without `festival`, a weekend. */
  | { readonly kind: 'skipped'; readonly day: Day; readonly festival?: Festival; readonly source: string }
  /** `amount` of `unit` are not counted; what an earlier pause took is not taken twice. */
  | ({ readonly kind: 'paused'; readonly from: string; readonly to: string; readonly amount: number; readonly unit: PausedUnit } & Ground)
  | { readonly kind: 'uncovered'; readonly year: number }
  /** The unrolled end of a period of calendar days, months or years. */
  | { readonly kind: 'lastDay'; readonly day: Day }
  | { readonly kind: 'rolled'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'due'; readonly due: string; readonly provisional: boolean };

export type PausedUnit = 'calendarDays' | 'workingDays' | 'milliseconds';

/** A sentence for readers of either language. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Writes a derivation down while a date is computed. */
export class Derivation {
  readonly steps: Step[] = [];
  private readonly uncovered = new Set<number>();

  constructor(private readonly calendar: Calendar) {}

  add(step: Step): void {
    this.steps.push(step);
  }

  /** A day that was looked at, given as its number; `count` where it was counted or could have been: how many are counted after it. */
  day(number: number, count?: number): void {
    const day = dayAt(number);
    const kind = this.calendar.kindOf(day);
    switch (kind.kind) {
      case 'makeUp':
        return this.add({ kind: 'makeUp', day, ...(count !== undefined && { count }), festival: kind.festival, source: kind.source });
      case 'rest':
        return this.add({ kind: 'skipped', day, ...(kind.festival && { festival: kind.festival }), source: kind.source });
      case 'uncovered':
        if (!this.uncovered.has(kind.year)) this.add({ kind: 'uncovered', year: kind.year });
        this.uncovered.add(kind.year);
        if (isWeekend(number)) return this.add({ kind: 'skipped', day, source: this.calendar.weekend });
        return this.counted(day, count);
      case 'working':
        return this.counted(day, count);
    }
  }

  private counted(day: Day, count: number | undefined): void {
    if (count === undefined) return; // An ordinary working day that only ends a period.
    const last = this.steps.at(-1);
    const joins = last?.kind === 'counted' && (addDays(last.to, 1) === day || addDays(last.to, -1) === day);
    if (joins) this.steps[this.steps.length - 1] = { ...last, to: day, count };
    else this.add({ kind: 'counted', from: day, to: day, count });
  }
}

/** A step in words. */
export function sentenceOf(step: Step): Sentence {
  switch (step.kind) {
    case 'start': return start(step);
    case 'extended': return extended(step);
    case 'counted': return counted(step);
    case 'makeUp': return makeUp(step);
    case 'skipped': return skipped(step);
    case 'paused': return paused(step);
    case 'uncovered': return {
      zh: `${step.year}年的放假安排尚未公布，暂按只有周末休息推算。`,
      en: `The notice for ${step.year} has not been published; for now only weekends are taken as days of rest.`,
    };
    case 'lastDay': return { zh: `期间最后一日为${step.day}。`, en: `The last day of the period is ${step.day}.` };
    case 'rolled': return {
      zh: `${step.from}是休息日，顺延至其后第一个工作日${step.to}（民法典第二百零三条）。`,
      en: `${step.from} is a day of rest, so the period ends on the next working day, ${step.to} (Civil Code art. 203).`,
    };
    case 'due': return due(step);
  }
}

type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

const UNITS: Readonly<Record<CountUnit | PausedUnit, readonly [zh: string, one: string, many: string]>> = {
  calendarDays: ['日', 'calendar day', 'calendar days'],
  workingDays: ['个工作日', 'working day', 'working days'],
  backwardWorkingDays: ['个工作日', 'working day', 'working days'],
  hours: ['小时', 'hour', 'hours'],
  milliseconds: ['毫秒', 'millisecond', 'milliseconds'],
  months: ['个月', 'month', 'months'],
  years: ['年', 'year', 'years'],
  date: ['日', 'day', 'days'],
};

function start({ at, n, unit }: Of<'start'>): Sentence {
  const { zh, en } = amountOf(n, unit);
  switch (unit) {
    case 'date': return { zh: `期限为指定之日${at}，不顺延。`, en: `The date is fixed: ${at}. It is not rolled.` };
    case 'hours': return {
      zh: `自${at}起算${zh}，夜间和节假日连续计算（民法典第二百零一条）。`,
      en: `${en} from ${at}, running through nights and holidays (Civil Code art. 201).`,
    };
    case 'backwardWorkingDays': return { zh: `自${at}向前数${zh}，当日不计。`, en: `${en} back from ${at}, that day not counted.` };
    default: return {
      zh: `${at}当日不计入，自次日起算${zh}（民法典第二百零一条）。`,
      en: `${en} from the day after ${at}; the day itself is not counted (Civil Code art. 201).`,
    };
  }
}

function extended(step: Of<'extended'>): Sentence {
  const { zh, en } = amountOf(step.n, step.unit);
  const ground = groundOf(step);
  return { zh: `延长${zh}，与原期间合并计算${ground.zh}。`, en: `Extended by ${en}, counted with the original period as one${ground.en}.` };
}

function counted({ from, to, count }: Of<'counted'>): Sentence {
  const zh = from === to ? from : `${from}至${to}`;
  const en = from === to ? `${from} is a working day` : `${from} to ${to} are working days`;
  return { zh: `${zh}：工作日，累计${count}个。`, en: `${en}: ${count} counted so far.` };
}

function makeUp({ day, count, festival, source }: Of<'makeUp'>): Sentence {
  return {
    zh: `${day}${weekdayZh(day)}为${festival.zh}调休上班日，是工作日（${source}）${count === undefined ? '' : `，累计${count}个`}。`,
    en: `${day} is a make-up working day for ${festival.en} (${source})${count === undefined ? '' : `: ${count} counted so far`}.`,
  };
}

function skipped({ day, festival, source }: Of<'skipped'>): Sentence {
  if (!festival) return { zh: `${day}${weekdayZh(day)}休息，跳过（${source}）。`, en: `${day} is a weekend day (${source}) and is passed over.` };
  return { zh: `${day}${festival.zh}放假，跳过（${source}）。`, en: `${day} is off for ${festival.en} (${source}) and is passed over.` };
}

function paused(step: Of<'paused'>): Sentence {
  const { zh, en } = step.unit === 'milliseconds' ? elapsed(step.amount) : amountOf(step.amount, step.unit);
  const ground = groundOf(step);
  return {
    zh: `${step.from}中止，${step.to}恢复，扣除${zh}${ground.zh}。`,
    en: `Suspended on ${step.from}, resumed on ${step.to}: ${en} not counted${ground.en}.`,
  };
}

function due(step: Of<'due'>): Sentence {
  if (step.provisional) return { zh: `暂定到期：${step.due}；放假安排公布后重新计算。`, en: `Provisionally due: ${step.due}; counted again once the notice is published.` };
  if (step.due.length > 10) return { zh: `到期：${step.due}。`, en: `Due: ${step.due}.` };
  return { zh: `到期：${step.due}二十四时。`, en: `Due: ${step.due}, at 24:00.` };
}

function amountOf(n: number, unit: CountUnit | PausedUnit): Sentence {
  const [zh, one, many] = UNITS[unit];
  return { zh: `${n}${zh}`, en: `${n} ${n === 1 ? one : many}` };
}

function elapsed(ms: number): Sentence {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  return { zh: `${hours}小时${minutes}分${seconds}秒`, en: `${hours} h ${minutes} min ${seconds} s` };
}

function groundOf({ reason, by }: Ground): Sentence {
  if (reason === undefined && by === undefined) return { zh: '', en: '' };
  const zh = [reason && `理由：${reason}`, by && `经办：${by}`].filter(Boolean).join('；');
  const en = [reason && `reason: ${reason}`, by && `by: ${by}`].filter(Boolean).join('; ');
  return { zh: `（${zh}）`, en: ` (${en})` };
}

function weekdayZh(day: Day): string {
  return `（周${'一二三四五六日'[weekday(day) - 1]}）`;
}
