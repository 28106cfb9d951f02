import { z } from 'zod';
import { day } from '#libs/contracts/event.js';
import type { Day } from '#libs/contracts/time.js';
import { countRule } from './clock-rows.js';
import { groundIn, sourceNamed, unknownSources } from './citation.js';
import { bestAnswers } from './find-answers.js';
import type { Found } from './find-answers.js';
import { categories, matters } from './matters.js';
import type { Pack } from './pack.js';

const words = z.array(z.string().min(1).max(200)).min(1);

/** `answers.json`: what the agents of a hotline answer, each entry with the questions that it answers, its source and its time. */
export const answerEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  topic: z.string(), matter: z.string().optional(),
  /** Who answers further: a key of `departments.json`. */
  department: z.string(),
  /** How people ask, in both languages. */
  ask: z.strictObject({ zh: words, en: words }),
  /** With `{clock:ARB-AWARD}`, `{yuan:minWageMonth}`, `{number:collectiveWorkers}` and `{body:arbOffice}` where the pack in force says how long, how much, how many and who. */
  zh: z.string().min(10).max(1000), en: z.string().min(10).max(1500),
  source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'P']),
  from: day, to: day.optional(),
  /** Questions, worded otherwise, that must find it before every other. */
  examples: words,
});
export type AnswerEntry = z.infer<typeof answerEntry>;

export const answerBase = z.strictObject({ answers: z.array(answerEntry) });

/** An entry as it is told: limits and amounts filled in from the pack. */
export interface Answer extends Pick<AnswerEntry, 'id' | 'topic' | 'source' | 'confidence' | 'from'> {
  readonly matter: string | null;
  readonly to: Day | null;
  readonly zh: string;
  readonly en: string;
  readonly ground: { readonly zh: string; readonly en: string };
  readonly department: { readonly key: string; readonly zh: string; readonly en: string };
  /** Clocks and parameters that the text was filled in from. */
  readonly filledFrom: readonly string[];
}

const bases = new WeakMap<Pack, readonly AnswerEntry[]>();

/** Every entry of a pack and of those above it. */
export function entriesOf(pack: Pack): readonly AnswerEntry[] {
  const known = bases.get(pack) ?? answerBase.parse(pack.files['answers'] ?? { answers: [] }).answers;
  bases.set(pack, known);
  return known;
}

/** What the base says to a question on a day, best first, with the words by which each was found; nothing where nothing is near enough. */
export function answersTo(question: string, pack: Pack, on: Day, most: number): readonly (Found & { readonly answer: Answer })[] {
  const entries = entriesOf(pack).filter(({ from, to }) => from <= on && (to === undefined || on < to));
  return bestAnswers(question, entries, most).map((found) => ({ ...found, answer: answerOf(entries.find(({ id }) => id === found.id)!, pack) }));
}

export function answerOf({ id, topic, matter, source, confidence, from, to, zh, en, department }: AnswerEntry, pack: Pack): Answer {
  const { zh: body, en: bodyEn } = pack.departments[department] ?? { zh: department, en: department };
  return {
    id, topic, matter: matter ?? null, source, confidence, from, to: to ?? null, zh: filled(zh, pack, 0), en: filled(en, pack, 1), ground: groundIn(source, pack.sources),
    department: { key: department, zh: body, en: bodyEn }, filledFrom: [...new Set(holesIn(zh))],
  };
}

interface WrongAnswer { readonly row: string; readonly field: string; readonly zh: string; readonly en: string }

/** What keeps a base from being published: sources, times, holes that nothing fills, and examples that find another entry. */
export function wrongAnswers(pack: Pack): readonly WrongAnswer[] {
  const entries = entriesOf(pack);
  const twice = entries.filter(({ id }, i) => entries.findIndex((other) => other.id === id) !== i).map(({ id }) => ({ row: id, field: 'id', zh: '编号重复', en: 'the id is used twice' }));
  const wrong = [...twice, ...entries.flatMap((entry) => wrongEntry(entry, pack))];
  return wrong.length > 0 ? wrong : entries.flatMap((entry) => strayed(entry, pack));
}

function wrongEntry(entry: AnswerEntry, pack: Pack): readonly WrongAnswer[] {
  const { id, topic, matter, department, source, from, to, zh, en } = entry;
  const wrong: WrongAnswer[] = [];
  const say = (field: string, chinese: string, english: string): unknown => wrong.push({ row: id, field, zh: chinese, en: english });
  if (!Object.hasOwn(categories, topic)) say('topic', `没有这一类别：${topic}`, `no such category: ${topic}`);
  if (matter !== undefined && !Object.hasOwn(matters, matter)) say('matter', `没有这一事项：${matter}`, `no such matter: ${matter}`);
  if (!Object.hasOwn(pack.departments, department)) say('department', `没有这一部门：${department}`, `no such department: ${department}`);
  for (const part of unknownSources(source, pack.sources)) say('source', `依据未登记：${part}`, `a source that nobody listed: ${part}`);
  const cited = source.split('; ').flatMap((part) => sourceNamed(part, pack.sources) ?? []);
  if (cited.length > 0 && cited.every((each) => from < each.from)) say('from', '早于其全部依据的施行日', 'it holds before any of its sources does');
  if (cited.length > 0 && cited.every((each) => each.to !== undefined && (to === undefined || to > each.to))) say('to', '其依据均已失效', 'all of its sources have ended');
  if (to !== undefined && to <= from) say('to', '失效日应晚于施行日', 'it must end after it begins');
  for (const [field, text] of [['zh', zh], ['en', en]] as const) for (const hole of holesIn(text)) if (fillOf(hole, pack, 0) === undefined) say(field, `无法填入：${hole}`, `nothing fills ${hole}`);
  if (String([...holesIn(zh)].sort()) !== String([...holesIn(en)].sort())) say('en', '两种文字引用的期限、数额不同', 'the two languages speak of different limits or amounts');
  return wrong;
}

/** The example of an entry must find it, on the first day on which pack and entry hold. */
function strayed({ id, examples, from, to }: AnswerEntry, pack: Pack): readonly WrongAnswer[] {
  const on = from > pack.from ? from : pack.from;
  if (to !== undefined && to <= on) return []; // Ended before this pack began.
  return examples.flatMap((example) => {
    const [best] = answersTo(example, pack, on, 1);
    return best?.id === id ? [] : [{ row: id, field: 'examples', zh: `“${example}”找到的是 ${best?.id ?? '无'}`, en: `“${example}” finds ${best?.id ?? 'nothing'}` }];
  });
}

const HOLE = /\{([a-z]+:[A-Za-z0-9.-]+(?: x\d{1,3})?)\}/g;

function holesIn(text: string): readonly string[] {
  return [...text.matchAll(HOLE)].map(([, hole]) => hole!);
}

function filled(text: string, pack: Pack, language: 0 | 1): string {
  return text.replace(HOLE, (whole, hole: string) => fillOf(hole, pack, language) ?? whole);
}

const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  hours: ['小时', 'hours'], calendarDays: ['日', 'days'], workingDays: ['个工作日', 'working days'], backwardWorkingDays: ['个工作日', 'working days'], months: ['个月', 'months'], years: ['年', 'years'],
};

/** What stands in a hole; undefined where the pack does not say it. */
function fillOf(hole: string, pack: Pack, language: 0 | 1): string | undefined {
  const [, kind, name = '', times] = /^([a-z]+):([A-Za-z0-9.-]+)(?: x(\d+))?$/.exec(hole) ?? [];
  switch (kind) {
    case 'clock': return lengthOf(name, pack, language);
    case 'body': return pack.departments[name]?.[language === 0 ? 'zh' : 'en'];
    case 'yuan':
    case 'number': {
      const value = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], pack.parameters);
      if (typeof value !== 'number') return undefined;
      const whole = value * Number(times ?? 1);
      return kind === 'number' ? String(whole) : language === 0 ? `${whole}元` : `${whole} yuan`;
    }
    default: return undefined;
  }
}

function lengthOf(id: string, { clocks, parameters }: Pack, language: 0 | 1): string | undefined {
  const row = clocks.get(id);
  if (!row || row.unit === 'seconds' || row.unit === 'date' || row.n === null) return undefined;
  const { n, unit } = countRule(row, parameters);
  const [zh, en] = UNITS[unit] ?? ['', ''];
  return language === 0 ? `${n}${zh}` : `${n} ${n === 1 ? en.replace(/s$/, '') : en}`;
}
