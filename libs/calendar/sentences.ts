import type { Day } from './day.js';
import { addDays, weekday } from './day.js';
import type { CountingLaw, CountUnit, Ground, PausedUnit, Step } from './explain.js';

/** A sentence for readers of either language. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Words for the codes and opaque ids in a ground; where there are none, the code itself is shown. */
export interface Words {
  reason?(code: string): Sentence | undefined;
  actor?(id: string): Sentence | undefined;
}

/** A step in words. */
export function sentenceOf(step: Step, words: Words = {}): Sentence {
  switch (step.kind) {
    case 'restarted': return restarted(step, words);
    case 'start': return start(step);
    case 'extended': return extended(step, words);
    case 'counted': return counted(step);
    case 'makeUp': return makeUp(step);
    case 'skipped': return daysOff(step, step);
    case 'lastDay': return lastDay(step);
    case 'paused': return paused(step, words);
    case 'shifted': return {
      zh: `加上不计入的${step.days}日，期间的最后一日为${step.day}。`,
      en: `With the ${step.days} ${step.days === 1 ? 'day' : 'days'} not counted, the last day of the period is ${step.day}.`,
    };
    case 'resumedOnLast': return {
      zh: `中止时已是期间的最后一日，故以恢复之日${step.day}为最后一日。`,
      en: `It was the last day of the period when it was suspended, so the day of resumption, ${step.day}, is the last.`,
    };
    case 'rolled': return rolled(step);
    case 'unrolled': return {
      zh: `${step.day}（${weekdayOf(step.day).zh}）是休息日，但本期限不因休息日顺延。`,
      en: `${step.day} (${weekdayOf(step.day).en}) is a day of rest, but this limit is not moved off days of rest.`,
    };
    case 'uncovered': return {
      zh: `日历中没有${step.year}年的放假安排（尚未公布或者尚未录入），该年暂按只有周六、周日休息推算。`,
      en: `The calendar has no notice for ${step.year} (not announced or not imported yet); for now only its Saturdays and Sundays are taken as days of rest.`,
    };
    case 'due': return due(step);
    case 'suspended': return suspended(step, words);
  }
}

export type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

const LAWS: Readonly<Record<CountingLaw, Sentence>> = {
  'CC 201': { zh: '民法典第二百零一条', en: 'Civil Code art. 201' },
  'CC 202': { zh: '民法典第二百零二条', en: 'Civil Code art. 202' },
  'CC 203': { zh: '民法典第二百零三条', en: 'Civil Code art. 203' },
  'CPL 85': { zh: '民事诉讼法第八十五条', en: 'Civil Procedure Law art. 85' },
};

const UNITS: Readonly<Record<CountUnit | Exclude<PausedUnit, 'milliseconds'>, readonly [zh: string, one: string, many: string]>> = {
  calendarDays: ['日', 'calendar day', 'calendar days'],
  workingDays: ['个工作日', 'working day', 'working days'],
  backwardWorkingDays: ['个工作日', 'working day', 'working days'],
  hours: ['小时', 'hour', 'hours'],
  months: ['个月', 'month', 'months'],
  years: ['年', 'year', 'years'],
  date: ['日', 'day', 'days'],
};

const WEEKDAYS: readonly Sentence[] = [
  ['一', 'Monday'], ['二', 'Tuesday'], ['三', 'Wednesday'], ['四', 'Thursday'], ['五', 'Friday'], ['六', 'Saturday'], ['日', 'Sunday'],
].map(([zh = '', en = '']) => ({ zh: `周${zh}`, en }));

function start({ at, n, unit, source }: Of<'start'>): Sentence {
  const { zh, en } = amountOf(n, unit);
  const law = cite(source);
  if (unit === 'date') return { zh: `到期日已指定为${at}，不另行推算，遇休息日不顺延。`, en: `The day is fixed: ${at}. Nothing is counted, and it is not moved off a day of rest.` };
  if (unit === 'hours') return {
    zh: `自${clock(at)}起算${zh}${law.zh}，夜间、周末和节假日照常计算。`,
    en: `${en} from ${clock(at)}${law.en}, running through nights, weekends and holidays.`,
  };
  if (unit === 'backwardWorkingDays') return { zh: `自${at}向前倒数${zh}，当日不计入。`, en: `${en} counted back from ${at}, that day not counted.` };
  if (n === 0) return { zh: `期间自${at}起，当日届满。`, en: `The period begins on ${at} and ends on the same day.` };
  return {
    zh: `${at}当日不计入，自次日${addDays(at, 1)}起算${zh}${law.zh}。`,
    en: `${en} counted from ${addDays(at, 1)}; the day it began, ${at}, is not counted${law.en}.`,
  };
}

function restarted(step: Of<'restarted'>, words: Words): Sentence {
  const ground = groundOf(step, words);
  return {
    zh: `自${clock(step.from)}起算的期间不再计算，自${clock(step.at)}重新起算${ground.zh}。`,
    en: `The period that began on ${clock(step.from)} no longer counts; it began anew on ${clock(step.at)}${ground.en}.`,
  };
}

function extended(step: Of<'extended'>, words: Words): Sentence {
  const { zh, en } = amountOf(step.n, step.unit);
  const ground = groundOf(step, words);
  return { zh: `延长${zh}，与原期间合并连续计算${ground.zh}。`, en: `Extended by ${en}, counted with the original period as one${ground.en}.` };
}

function counted({ from, to, count }: Of<'counted'>): Sentence {
  const { zh, en } = span(from, to);
  return { zh: `${zh}为工作日，累计${count}个。`, en: `${en} ${from === to ? 'is a working day' : 'are working days'}; ${count} counted so far.` };
}

function makeUp({ day, count, festival, source }: Of<'makeUp'>): Sentence {
  return {
    zh: `${day}（${weekdayOf(day).zh}）因${festival.zh}调休上班，是工作日（${source}）${count === undefined ? '' : `，累计${count}个`}。`,
    en: `${day} (${weekdayOf(day).en}) is worked in return for ${festival.en}, so it is a working day (${source})${count === undefined ? '' : `; ${count} counted so far`}.`,
  };
}

/** Days off in a row, for one festival or of one weekend, from either end. */
export function daysOff(first: Of<'skipped'>, last: Of<'skipped'>): Sentence {
  const [from, to] = first.day <= last.day ? [first.day, last.day] : [last.day, first.day];
  const { zh, en } = span(from, to);
  const { festival, source } = first;
  const one = from === to;
  if (festival) return {
    zh: `${zh}${festival.zh}放假，不是工作日（${source}）。`,
    en: `${en} ${one ? 'is off' : 'are off'} for ${festival.en}, no working ${one ? 'day' : 'days'} (${source}).`,
  };
  const days = one ? weekdayOf(from) : { zh: '周六、周日', en: 'Saturday and Sunday' };
  return { zh: `${zh}（${days.zh}）休息，不是工作日（${source}）。`, en: `${en} (${days.en}) ${one ? 'is no working day' : 'are no working days'} (${source}).` };
}

/** Weeks of ordinary working days, from the first to the last, with nothing but weekends between. */
export function weeksWorked(first: Of<'counted'>, last: Of<'counted'>, weekend: string): Sentence {
  const { zh, en } = span(first.from, last.to);
  return {
    zh: `${zh}除周六、周日休息（${weekend}）外均为工作日，累计${last.count}个。`,
    en: `${en} are working days but for Saturdays and Sundays (${weekend}); ${last.count} counted so far.`,
  };
}

function lastDay({ day, monthEnd, source }: Of<'lastDay'>): Sentence {
  const law = cite(source);
  if (monthEnd) return {
    zh: `到期月没有对应日，以月末日${day}为期间的最后一日${law.zh}。`,
    en: `The last month has no corresponding day, so its last day, ${day}, is the last day of the period${law.en}.`,
  };
  if (source) return { zh: `到期月的对应日${day}为期间的最后一日${law.zh}。`, en: `The corresponding day, ${day}, is the last day of the period${law.en}.` };
  return { zh: `期间的最后一日为${day}。`, en: `The last day of the period is ${day}.` };
}

function paused(step: Of<'paused'>, words: Words): Sentence {
  const ground = groundOf(step, words);
  const days = span(step.first.slice(0, 10), step.last.slice(0, 10));
  const zh = `${clock(step.from)}起中止，${clock(step.to)}恢复${ground.zh}`;
  const en = `Suspended on ${clock(step.from)}, resumed on ${clock(step.to)}${ground.en}`;
  switch (step.unit) {
    case 'milliseconds': {
      const time = elapsed(step.amount);
      const cut = step.first !== step.from;
      return {
        zh: `${zh}，${cut ? `其中${clock(step.first)}至${clock(step.last)}的` : '其间'}${time.zh}不计入。`,
        en: `${en}: ${time.en} not counted${cut ? ` (${clock(step.first)} to ${clock(step.last)}; the rest was left out before)` : ''}.`,
      };
    }
    case 'workingDays':
      if (step.amount === 0) return { zh: `${zh}，${days.zh}没有工作日，期限不受影响。`, en: `${en}: ${days.en}, no working day is lost.` };
      return { zh: `${zh}，${days.zh}中的${amountOf(step.amount, step.unit).zh}不计入。`, en: `${en}: of ${days.en}, ${amountOf(step.amount, step.unit).en} not counted.` };
    case 'calendarDays':
      return { zh: `${zh}，${days.zh}共${step.amount}日不计入。`, en: `${en}: ${days.en}, ${amountOf(step.amount, step.unit).en}, not counted.` };
  }
}

function rolled({ from, to, source }: Of<'rolled'>): Sentence {
  const law = cite(source);
  return {
    zh: `${from}是法定休假日，期间的最后一日顺延至休假结束后的第一个工作日${to}${law.zh}。`,
    en: `${from} is a statutory day of rest, so the period ends on the first working day after it, ${to}${law.en}.`,
  };
}

function due({ due: date, unit, provisional }: Of<'due'>): Sentence {
  if (unit === 'hours') return { zh: `期限于${clock(date)}届满。`, en: `The period ends at ${clock(date)}, Beijing time.` };
  const { zh, en } = weekdayOf(date);
  if (provisional) return {
    zh: `暂推算至${date}（${zh}）届满，仅供参考，不据此认定逾期；放假安排录入后重新计算。`,
    en: `Provisionally the period ends on ${date} (${en}): for orientation only, nobody is late by it. It is counted again once the notice is imported.`,
  };
  if (unit === 'backwardWorkingDays') return { zh: `最迟应于${date}（${zh}）完成。`, en: `It must be done by ${date} (${en}).` };
  return {
    zh: `期限于${date}（${zh}）二十四时届满；有业务时间的，至当日停止业务活动时止（民法典第二百零三条）。`,
    en: `The period ends on ${date} (${en}) at 24:00, or at the close of business where the office keeps hours (Civil Code art. 203).`,
  };
}

function suspended(step: Of<'suspended'>, words: Words): Sentence {
  const ground = groundOf(step, words);
  return {
    zh: `自${clock(step.from)}起中止，尚未恢复${ground.zh}；恢复后重新计算到期日。`,
    en: `Suspended since ${clock(step.from)} and not resumed yet${ground.en}; the date is counted again when it resumes.`,
  };
}

/** 2026-02-15至02-23, the year named again only where it changes; backwards as 2026-03-03倒数至03-02. */
function span(from: Day, to: Day): Sentence {
  if (from === to) return { zh: from, en: from };
  const short = from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to;
  return from < to ? { zh: `${from}至${short}`, en: `${from} to ${to}` } : { zh: `${from}倒数至${short}`, en: `${from} back to ${to}` };
}

/** An instant as people write it: 2026-10-02 22:15, seconds only where there are any. A day stays as it is. */
function clock(moment: string): string {
  if (moment.length === 10) return moment;
  const seconds = moment.slice(16, -6);
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)}${seconds === ':00' ? '' : seconds}`;
}

function amountOf(n: number, unit: keyof typeof UNITS): Sentence {
  const [zh, one, many] = UNITS[unit];
  return { zh: `${n}${zh}`, en: `${n} ${n === 1 ? one : many}` };
}

/** 25小时30分钟15秒, without the parts that are nothing. */
function elapsed(ms: number): Sentence {
  const parts = [[Math.floor(ms / 3_600_000), '小时', 'h'], [Math.floor(ms / 60_000) % 60, '分钟', 'min'], [(ms % 60_000) / 1000, '秒', 's']] as const;
  const shown = parts.filter(([n]) => n > 0);
  return { zh: shown.map(([n, zh]) => `${n}${zh}`).join(''), en: shown.map(([n, , en]) => `${n} ${en}`).join(' ') };
}

function groundOf({ reason, by, approvedBy }: Ground, words: Words): Sentence {
  const parts = [
    reason !== undefined && part('原因', 'reason', words.reason?.(reason) ?? { zh: reason, en: reason }),
    by !== undefined && part('经办', 'by', words.actor?.(by) ?? { zh: by, en: by }),
    approvedBy !== undefined && part('批准', 'approved by', words.actor?.(approvedBy) ?? { zh: approvedBy, en: approvedBy }),
  ].filter((one) => one !== false);
  if (parts.length === 0) return { zh: '', en: '' };
  return { zh: `（${parts.map(({ zh }) => zh).join('；')}）`, en: ` (${parts.map(({ en }) => en).join('; ')})` };
}

function part(zh: string, en: string, words: Sentence): Sentence {
  return { zh: `${zh}：${words.zh}`, en: `${en}: ${words.en}` };
}

function cite(law: CountingLaw | undefined): Sentence {
  return law === undefined ? { zh: '', en: '' } : { zh: `（${LAWS[law].zh}）`, en: ` (${LAWS[law].en})` };
}

function weekdayOf(day: Day): Sentence {
  return WEEKDAYS[weekday(day) - 1]!;
}
