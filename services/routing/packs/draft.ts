import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { InvalidCalendar } from '#libs/calendar/working-days.js';
import { PART_LENGTH_MAX } from '#libs/contracts/policy.events.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { Problem } from '#libs/policy/check-pack.js';
import { checkPack, errorsOf } from '#libs/policy/check-pack.js';
import type { PackSource } from '#libs/policy/in-force.js';
import { reaches, sourceOf } from '#libs/policy/in-force.js';
import type { LawBook, PackName } from '#libs/policy/law-book.js';
import { drafted, keyOf, lawWith } from '#libs/policy/law-book.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Part } from './policy.decider.js';

/** What the files of a pack would be if they were published now, and everything that is wrong with them. */
export interface Draft {
  readonly source: PackSource | null;
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
  /** Packs that would be carried over to this one, each with what the check says of it then. */
  readonly children: readonly (PackName & { readonly hash: string; readonly from: string; readonly problems: readonly Problem[] })[];
}

/** What a file of a pack may be called; which ones mean something, their readers say. */
const FILE = /^[a-z][a-z0-9-]{0,39}$/;
/** A plus joins the names of a pack and of its parent in an edition. */
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/;
const KEYS_FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Reads, merges and checks. Never throws for what the files hold: whatever is wrong is a problem with its place. */
export async function draftOf(book: LawBook, files: Readonly<Record<string, unknown>>): Promise<Draft> {
  const wrong = misnamed(files);
  if (wrong.length > 0) return { source: null, pack: null, problems: wrong, children: [] };
  let source: PackSource | null = null;
  try {
    source = sourceOf(files);
    const head = wrongHead(source);
    if (head.length > 0) return { source, pack: null, problems: head, children: [] };
    const pack = drafted(book, source);
    const problems = checkPack(pack);
    return { source, pack, problems, children: errorsOf(problems).length > 0 ? [] : await carriedOver(book, source) };
  } catch (error) {
    return { source, pack: null, problems: problemsOf(error, files), children: [] };
  }
}

/** One line for each error; those of a child with its name. What a child's own examples expect is its own business: they are told, and hinder nobody. */
export function errorLines({ problems, children }: Draft): readonly string[] {
  const lineOf = ({ table, row, field, en }: Problem): string => `${[table, row].filter((part) => part !== '').join('/')}${field ? ` ${field}` : ''}: ${en}`;
  const carried = children.flatMap((child) => errorsOf(child.problems).filter(({ table }) => table !== 'examples').map((problem) => `${keyOf(child)} ${lineOf(problem)}`));
  return [...errorsOf(problems).map(lineOf), ...carried];
}

/** The canonical text of every file, cut into pieces that fit into an event each. */
export function partsOf(files: Readonly<Record<string, unknown>>): readonly Part[] {
  return Object.keys(files).sort().flatMap((file) => {
    const pieces = cut(canonicalJson(files[file]));
    return pieces.map((text, i) => ({ file, part: i + 1, of: pieces.length, text }));
  });
}

function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const full = start + PART_LENGTH_MAX;
    const end = full < text.length && /[\uD800-\uDBFF]/.test(text[full - 1]!) ? full - 1 : full; // Half a pair is no text.
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

async function carriedOver(book: LawBook, source: PackSource): Promise<Draft['children']> {
  if (book.entries.has(keyOf(source.head))) return []; // Refused for its name.
  const { entries } = lawWith(book, source);
  const children: Draft['children'][number][] = [];
  for (const [key, { pack: { ref, from }, pack }] of entries) {
    if (book.entries.has(key) || ref.division === source.head.division) continue;
    await turn(); // A check takes a while: others have their turn between two.
    children.push({ ...ref, from, problems: checkPack(pack) });
  }
  return children;
}

function misnamed(files: Readonly<Record<string, unknown>>): readonly Problem[] {
  const unknown = Object.keys(files).filter((name) => !FILE.test(name)).slice(0, 20).map(() => problem('?', '', '', '文件名限小写字母、数字和连字符', 'a file is named by lower-case letters, digits and hyphens'));
  const unsafe = Object.keys(files).filter((name) => hasForbiddenKey(files[name])).map((name) => problem(name, '', '', '含有不允许的键名', 'a key that no pack may have'));
  return [...unknown, ...unsafe, ...(Object.hasOwn(files, 'pack') ? [] : [problem('pack', '', '', '缺少 pack.json', 'pack.json is missing')])];
}

function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, each]) => KEYS_FORBIDDEN.includes(key) || hasForbiddenKey(each)); // Nested no deeper than the pipe lets in.
}

function wrongHead({ head, files }: PackSource): readonly Problem[] {
  const wrong: Problem[] = [];
  if (!VERSION.test(head.version)) wrong.push(problem('pack', '', 'version', '版本号限字母、数字、点和连字符，至多40个字符', 'letters, digits, dots and hyphens, at most 40'));
  if (head.to !== undefined && head.to <= head.from) wrong.push(problem('pack', '', 'to', '失效日期应晚于生效日期', 'must be later than from'));
  if (head.division !== '000000' && head.extends === undefined) wrong.push(problem('pack', '', 'extends', '须写明所依据的上级规则包', 'must name the division whose pack it extends'));
  if (head.extends !== undefined && (head.extends === head.division || !reaches(head.extends, head.division))) wrong.push(problem('pack', '', 'extends', '只能依据上级区划的规则包', 'must be a division above its own'));
  for (const name of ['routing', 'clocks', 'calendar', 'departments']) if (head.extends === undefined && files[name] === undefined) wrong.push(problem(name, '', '', '缺少文件', 'the file is missing'));
  return wrong;
}

function problemsOf(error: unknown, files: Readonly<Record<string, unknown>>): readonly Problem[] {
  if (error instanceof z.ZodError) {
    return error.issues.slice(0, 50).map(({ path, message, code }) => problem(fileOf(path, files), rowAt(path, files), path.map(String).join('.').slice(0, 120), `不符合格式（${code}）`, code === 'custom' ? message : `not of the form that is wanted (${code})`));
  }
  if (error instanceof InvalidCalendar) return [problem('calendar', '', error.field, '日历内容有误', error.message.slice(0, 200))];
  const said = error instanceof Error ? error.message : '';
  const known = /^The pack /.test(said) ? said : 'the files cannot be put together'; // Other words may quote what was sent.
  return [problem('pack', '', /extends/.test(known) ? 'extends' : '', /extends/.test(known) ? '上级区划没有规则包' : '文件无法合并', known)];
}

/** Where a path stands in a file of tables, the `_id` of its row: `nodes.3.content.rules.5.in-sector`. */
function rowAt(path: readonly PropertyKey[], files: Readonly<Record<string, unknown>>): string {
  for (const name of ['routing', 'entitlements']) {
    const at = path.indexOf('rules');
    if (at < 0) continue;
    const row = path.slice(0, at + 2).reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), files[name]);
    const id = typeof row === 'object' && row !== null ? (row as { _id?: unknown })._id : undefined;
    if (typeof id === 'string') return id.slice(0, 80);
  }
  return '';
}

/** The file that an error is of: the first of which its path makes sense. */
function fileOf(path: readonly PropertyKey[], files: Readonly<Record<string, unknown>>): string {
  const [first] = path;
  return Object.keys(files).find((name) => typeof first === 'string' && typeof files[name] === 'object' && files[name] !== null && Object.hasOwn(files[name], first)) ?? 'pack';
}

function problem(table: string, row: string, field: string, zh: string, en: string): Problem {
  return { level: 'error', table, row, field, zh, en };
}
