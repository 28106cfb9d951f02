import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Look } from '../access/looks.projection.js';
import type { Means } from './case-commands.js';

interface Options { readonly case?: string; readonly person?: boolean; readonly reason: string; readonly json?: boolean }
interface Answer { readonly cases: readonly { readonly caseId: string; readonly caseNumber: string; readonly looks: readonly Look[] }[]; readonly exports: readonly { readonly at: string; readonly by: string; readonly size: number }[] }

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const PERSON_BYTES_MAX = 10_000;

/** Who saw a named worker's case. A name comes by standard input alone: what stands on a command line is seen by every process of the machine. */
export function addWhoLooked(program: Command, { common, run, serverOf }: Pick<Means, 'common' | 'run' | 'serverOf'>): void {
  common(program.command('who-looked').description('谁看过某人的案件 / who looked at a case, or at the cases of a person; the question itself is recorded'))
    .option('--case <id>', '案件编号 / case').option('--person', '由标准输入读取 {"name","phone","idNumber"} / read from standard input')
    .requiredOption('--reason <text>', '事由，永久留存 / why, kept for ever')
    .action((options: Options) => run(async () => {
      const person = options.person ? personIn(await text(process.stdin)) : {};
      const found = await serverOf(options as never).post<Answer>('/v1/audit/who-looked', { ...(options.case !== undefined && { caseId: options.case }), ...person, reason: options.reason });
      if (options.json) say(JSON.stringify(found, null, 2));
      else tell(found);
      return 0;
    }));
}

function personIn(given: string): object {
  const wrong = new Error('标准输入须为 JSON，如 {"name":"…","phone":"…"} / standard input must be JSON such as {"name":"…","phone":"…"}');
  if (given.length > PERSON_BYTES_MAX) throw wrong;
  try {
    const { name, phone, idNumber } = JSON.parse(given) as Readonly<Record<string, unknown>>;
    return { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }), ...(idNumber !== undefined && { idNumber }) };
  } catch {
    throw wrong; // Not the parser's words: they quote what was given.
  }
}

function tell({ cases, exports }: Answer): void {
  for (const { caseId, caseNumber, looks } of cases) {
    say(`${caseNumber} ${caseId}: ${looks.length} 次 / looks`);
    for (const { position, at, by, title, what, reason, refused } of looks) say(`  ${position} · ${at} · ${by} · ${title} · ${what.join(', ')}${refused === null ? '' : ` · ${refused}`}${reason === null ? '' : ` · ${reason}`}`);
  }
  if (cases.length === 0) say('没有找到案件 / no case is found');
  for (const { at, by, size } of exports) say(`全部日志已导出 / the whole log was exported: ${at} · ${by} · ${size}`);
}
