import '#libs/contracts/catalogue.js';
import { z } from 'zod';
import { eventKinds } from '#libs/contracts/event.js';
import type { ClockRow, Trigger } from './clock-rows.js';

/** What is wrong with a row of clocks, and in which field. */
export interface WrongClock {
  readonly row: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

const MOVES = ['starts', 'restarts', 'suspends', 'resumes', 'extends', 'satisfies', 'cancels'] as const;

/** Rows that would wait for what never comes: an event, a field of it, or a value that nobody declares. Such a clock would neither start nor end, and nobody would notice. */
export function wrongClocks(rows: Iterable<ClockRow>): readonly WrongClock[] {
  const all = [...rows];
  const ids = new Set(all.map(({ id }) => id));
  const strangers = all.flatMap(({ id, notWhile = [] }) => notWhile.filter((other) => !ids.has(other)).map((other) => ({ row: id, field: 'notWhile', zh: `没有这一时限：${other}`, en: `no such clock: ${other}` })));
  return [...strangers, ...all.flatMap((row) => [...MOVES.flatMap((move) => row[move].flatMap((trigger) => wrongTrigger(row.id, move, trigger))), ...wrongRow(row), ...strangeApart(row)])];
}

/** What tells clocks apart must stand in what starts them. */
function strangeApart({ id, apart = [], starts }: ClockRow): readonly WrongClock[] {
  const without = starts.flatMap(({ on }) => apart.filter((field) => !(field in shapeOf(on))).map((field) => ({ on, field })));
  return without.map(({ on, field }) => ({ row: id, field: 'apart', zh: `事件 ${on} 没有这一字段：${field}`, en: `${on} has no field ${field}` }));
}

function shapeOf(type: string): Readonly<Record<string, z.ZodType>> {
  const schema = eventKinds.get(type)?.schema;
  return schema instanceof z.ZodObject ? (schema.shape) : {};
}

function wrongRow({ id, suspends, resumes, cancels, extends: extended, extension, from, to }: ClockRow): readonly WrongClock[] {
  const wrong: WrongClock[] = [];
  const say = (field: string, zh: string, en: string): unknown => wrong.push({ row: id, field, zh, en });
  for (const { ends } of resumes) if (ends !== undefined && ![...suspends, ...cancels].some(({ on }) => on === ends)) say('resumes', `所结束的中止或者终止不存在：${ends}`, `ends a pause that no suspends begins, and no end of cancels: ${ends}`);
  for (const { on } of suspends) {
    const goesOn = resumes.some(({ ends }) => ends === undefined || ends === on);
    if (!goesOn) say('suspends', `中止后不再恢复：${on}`, `a pause that nothing ends: ${on}`);
  }
  if (extended.length > 0 && !extension) say('extends', '未规定可延长的幅度', 'is extended by what no extension allows');
  if (resumes.some(({ ends }) => ends === undefined) && suspends.length === 0) say('resumes', '没有中止事由', 'resumes what nothing suspends');
  if (from !== undefined && to !== undefined && from >= to) say('to', '失效日期应晚于生效日期', 'must be later than from');
  return wrong;
}

function wrongTrigger(row: string, move: string, { on, when = {}, has, at, by }: Trigger): readonly WrongClock[] {
  const kind = eventKinds.get(on);
  if (!kind) return [{ row, field: on, zh: '没有这种事件', en: 'no such event' }];
  const unknown = [...Object.keys(when), has, at, by].filter((path) => path !== undefined && !schemaAt(on, path));
  const impossible = Object.entries(when).filter(([path, wanted]) => {
    const field = schemaAt(on, path);
    return field && !(Array.isArray(wanted) ? wanted.flatMap(meant) : [wanted]).some((value) => field.safeParse(value).success);
  });
  return [
    ...unknown.map((field) => ({ row, field: `${move}.${on}`, zh: `事件没有这一字段：${field}`, en: `the event has no field ${field}` })),
    ...impossible.map(([field]) => ({ row, field: `${move}.${on}`, zh: `字段不会有这样的值：${field}`, en: `a value that ${field} never has` })),
  ];
}

/** The field at the end of a path; what may be missing or null on the way is looked into as if it were there. */
function schemaAt(type: string, path: string): z.ZodType | undefined {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  return rest.reduce<z.ZodType | undefined>((at, key) => {
    const inner = whole(at);
    return inner instanceof z.ZodObject && Object.hasOwn(inner.shape, key) ? (inner.shape[key] as z.ZodType) : undefined;
  }, Object.hasOwn(shapeOf(type), first) ? shapeOf(type)[first] : undefined);
}

function whole(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? whole(schema.unwrap() as z.ZodType) : schema;
}

/** A list of values is compared as text: `false` and `"false"` are one there, `"null"` is a field that holds nothing, and `"undefined"` one that was left out. */
function meant(text: string): readonly unknown[] {
  if (text === 'undefined') return [undefined];
  if (text === 'null') return [text, null];
  return text === 'true' || text === 'false' ? [text, text === 'true'] : [text];
}
