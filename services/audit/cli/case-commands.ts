import type { Command } from 'commander';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Verifier } from '#libs/merkle/note.js';
import type { Step } from '../replay/steps.js';
import type { Shown } from './blocks.js';
import { between, stepsIn } from './moments.js';
import { withLog } from './opened.js';
import { drawnFrom } from './sample.js';
import type { Server } from './server.js';
import { eventsOf } from './whole-log.js';

interface Options {
  readonly case: string[]; readonly server?: string; readonly file?: string; readonly database?: string; readonly at?: string; readonly from?: string; readonly to?: string;
  readonly size: string; readonly seed: string; readonly risk?: boolean; readonly json?: boolean;
}
export interface Means {
  readonly common: (command: Command) => Command;
  readonly run: (action: () => Promise<number>) => Promise<void>;
  readonly serverOf: (options: never) => Server;
  readonly keysOf: (options: never) => Promise<readonly Verifier[]>;
}
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const many = (value: string, before: string[]): string[] => [...before, value];

/** What the auditor does with single cases. */
export function addCaseCommands(program: Command, { common, run, serverOf, keysOf }: Means): void {
  const within = <T>(options: Options, act: (log: Shown, size: number) => Promise<T>): Promise<T> =>
    withLog(options, serverOf, async (log) => act(log, openedCheckpoint(log.note, await keysOf(options as never)).size));

  common(program.command('replay').description('重演案件：逐步、任一时刻、两个时刻之间的差异 / a case step by step, at a moment, and what differs between two'))
    .requiredOption('--case <id>', '案件编号 / case', many, []).option('--file <path>', '导出的文件 / an export').option('--database <url>', '数据库 / the database')
    .option('--from <moment>', '位置、v版本或时间 / position, v<version> or instant').option('--to <moment>', '同上 / likewise')
    .action((options: Options) => run(async () => {
      const [caseId] = options.case;
      const steps = options.file === undefined && options.database === undefined
        ? (await serverOf(options as never).json<{ steps: Step[] }>(`/v1/audit/cases/${encodeURIComponent(caseId!)}/replay`)).steps
        : await within(options, (log, size) => stepsIn(eventsOf(log, size), caseId!));
      if (steps.length === 0) throw new Error(`${caseId}: 日志中没有该案 / the log has no such case`);
      const found = between(steps, options.from, options.to);
      if (options.json) say(JSON.stringify({ caseId, ...found }, null, 2));
      else {
        for (const { position, recordedAt, title, type, changed } of found.steps) say(`${position} · ${recordedAt} · ${title ?? ''} ${type}\n${Object.entries(changed).map(([field, value]) => `    ${field} = ${JSON.stringify(value)}`).join('\n')}`);
        say('差异 / differences');
        for (const { field, before, after } of found.differences) say(`  ${field}: ${JSON.stringify(before) ?? '—'} → ${JSON.stringify(after) ?? '—'}`);
      }
      return 0;
    }));

  common(program.command('sample').description('抽取案件：按种子随机，或按风险 / draw cases: by a seed, or by risk (breached clocks, overrides, overdue payments)'))
    .option('--file <path>', '导出的文件 / an export').option('--database <url>', '数据库 / the database').option('--size <n>', '件数 / how many', '20').option('--seed <text>', '种子，记入底稿 / seed, for your papers', '1').option('--risk', '按风险 / by risk')
    .action((options: Options) => run(async () => {
      if (!/^[1-9]\d{0,5}$/.test(options.size)) throw new Error('--size 须为正整数 / --size must be a whole number from 1');
      const [upTo, drawn] = await within(options, async (log, size) => [size, await drawnFrom(log, { seed: options.seed, size: Number(options.size), byRisk: options.risk === true, upTo: size, divisions: ['000000'] })] as const);
      if (options.json) say(JSON.stringify({ seed: options.seed, byRisk: options.risk === true, upTo, cases: drawn }, null, 2));
      else for (const { caseId, risks } of drawn) say(`${caseId}${Object.entries(risks).map(([risk, count]) => ` · ${risk} ${count}`).join('')}`);
      return 0;
    }));
}
