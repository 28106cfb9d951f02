import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#libs/policy/check-pack.js';
import { checkPack, errorsOf } from '#libs/policy/check-pack.js';
import type { PackSource } from '#libs/policy/in-force.js';
import { packOf, sourceAt } from '#libs/policy/in-force.js';
import type { Exit, Voice } from './cli-packs.js';
import { Misused } from './cli-packs.js';

interface Checked { readonly pack: string; readonly problems: readonly Problem[] }

/** Every pack of a folder, or the one pack that it is; each problem with its table, row and field. 1 where there is an error. */
export function check(folder: string, others: string, withWarnings: boolean, voice: Voice): Exit {
  const read = existsSync(join(folder, 'pack.json')) ? [readAt(folder, folder)] : readAll(folder);
  const sources = read.flatMap(({ source }) => source ?? []);
  const around = existsSync(join(folder, 'pack.json')) && existsSync(others) ? readAll(others).flatMap(({ source }) => source ?? []) : [];
  const all = [...around.filter(({ head }) => !sources.some((each) => each.head.division === head.division && each.head.version === head.version)), ...sources];
  const checked = read.map(({ name, source, problems }): Checked => ({ pack: name, problems: source ? problemsOf(source, all) : problems }));
  const told = new Set<string>();
  for (const { pack, problems } of checked) {
    const errors = errorsOf(problems);
    voice.say(`${pack}: ${countsOf(errors.length, problems.length - errors.length, voice.language)}`);
    for (const problem of withWarnings ? problems : errors) {
      const line = problemLine(problem, voice.language);
      if (problem.level === 'error' || !told.has(line)) voice.say(`  ${line}`); // A child repeats what its parent is warned of.
      told.add(line);
    }
  }
  voice.give(checked);
  const errors = checked.reduce((sum, { problems }) => sum + errorsOf(problems).length, 0);
  const warnings = checked.reduce((sum, { problems }) => sum + problems.length, 0) - errors;
  voice.say(voice.language === 'zh' ? `${checked.length} 个规则包，错误 ${errors}，提醒 ${warnings}` : `${checked.length} packs, ${errors} errors, ${warnings} warnings`);
  return errors > 0 ? 1 : 0;
}

function countsOf(errors: number, warnings: number, language: Voice['language']): string {
  const zh = language === 'zh';
  if (errors === 0) return `${zh ? '无误' : 'sound'}${warnings > 0 ? (zh ? `（提醒 ${warnings}，--warnings 列出）` : ` (${warnings} warnings, --warnings lists them)`) : ''}`;
  return zh ? `错误 ${errors}，提醒 ${warnings}` : `${errors} errors, ${warnings} warnings`;
}

interface Read { readonly name: string; readonly source: PackSource | null; readonly problems: readonly Problem[] }

function readAll(folder: string): readonly Read[] {
  if (!existsSync(folder)) throw new Misused(`没有这个文件夹：${folder}`, `no such folder: ${folder}`);
  const found = readdirSync(folder).sort().flatMap((division) => readdirSync(join(folder, division)).sort().map((version) => readAt(join(folder, division, version), `${division}/${version}`)));
  if (found.length === 0) throw new Misused(`${folder} 中没有规则包`, `${folder} holds no pack`);
  return found;
}

function readAt(folder: string, name: string): Read {
  try {
    return { name, source: sourceAt(folder), problems: [] };
  } catch (error) {
    return { name, source: null, problems: [unread(error)] };
  }
}

function problemsOf(source: PackSource, all: readonly PackSource[]): readonly Problem[] {
  try {
    return checkPack(packOf(source, all));
  } catch (error) {
    return [unread(error)];
  }
}

/** A file that is no JSON, or that its schema refuses: found before any row is looked at. */
function unread(error: unknown): Problem {
  const why = (error as Error).message;
  return { level: 'error', table: 'pack', row: '', field: '', zh: `无法读取：${why}`, en: `cannot be read: ${why}` };
}

function problemLine({ level, table, row, field, zh, en }: Problem, language: Voice['language']): string {
  const mark = level === 'error' ? (language === 'zh' ? '错误' : 'error') : (language === 'zh' ? '提醒' : 'warning');
  return `${mark} ${table}${row === '' ? '' : `/${row}`}${field === '' ? '' : ` ${field}`}: ${language === 'zh' ? zh : en}`;
}
