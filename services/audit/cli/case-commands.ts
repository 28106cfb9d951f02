import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Verifier } from '#libs/merkle/note.js';
import { bundleAt, BundleUnreadable } from '../bundle/bundle-files.js';
import { checkedBundle } from '../bundle/check-bundle.js';
import { oneFile } from '../bundle/one-file.js';
import { reportLines } from '../bundle/verify-command.js';
import type { Step } from '../replay/steps.js';
import type { Shown } from './blocks.js';
import { shownBy, shownIn } from './blocks.js';
import { between, stepsIn } from './moments.js';
import { casesIn, sampleOf } from './sample.js';
import type { Server } from './server.js';
import { comparedWithLog, eventsOf } from './whole-log.js';

interface Options {
  readonly case: string[]; readonly server?: string; readonly file?: string; readonly out: string; readonly from?: string; readonly to?: string;
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
  const shown = (options: Options): Promise<Shown> => (options.file === undefined ? shownBy(serverOf(options as never)) : Promise.resolve(shownIn(options.file)));
  const events = async (options: Options) => {
    const log = await shown(options);
    return eventsOf(log, openedCheckpoint(log.note, await keysOf(options as never)).size);
  };

  common(program.command('bundle').description('取案卷核验包，每案一个 / fetch the bundle of each case; that it was fetched is recorded'))
    .requiredOption('--case <id>', '案件编号，可重复 / case, may be repeated', many, []).requiredOption('--out <folder>')
    .action((options: Options) => run(async () => {
      mkdirSync(options.out, { recursive: true });
      for (const caseId of options.case) {
        const path = join(options.out, `case-${caseId}.zip`);
        writeFileSync(path, await serverOf(options as never).bytes(`/v1/audit/cases/${encodeURIComponent(caseId)}/bundle`), { mode: 0o600 });
        say(path);
      }
      return 0;
    }));

  common(program.command('verify-bundle').description('离线核验案卷包；给出 --server 或 --file 时，再与整个日志核对有无遗漏 / verify bundles offline; with --server or --file also that nothing of the case is left out'))
    .argument('<bundle...>').option('--file <path>', '导出的文件 / an export').action((paths: string[], options: Options) => run(async () => {
      const keys = await keysOf(options as never);
      let worst = 0;
      for (const path of paths) worst = Math.max(worst, await verified(path, keys, options, options.server === undefined && options.file === undefined ? undefined : () => shown(options)));
      return worst;
    }));

  common(program.command('replay').description('重演案件：逐步、任一时刻、两个时刻之间的差异 / a case step by step, at a moment, and what differs between two'))
    .requiredOption('--case <id>', '案件编号 / case', many, []).option('--file <path>', '导出的文件 / an export')
    .option('--from <moment>', '位置、v版本或时间 / position, v<version> or instant').option('--to <moment>', '同上 / likewise')
    .action((options: Options) => run(async () => {
      const [caseId] = options.case;
      const steps = options.file === undefined
        ? (await serverOf(options as never).json<{ steps: Step[] }>(`/v1/audit/cases/${encodeURIComponent(caseId!)}/replay`)).steps
        : await stepsIn(await events(options), caseId!);
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
    .option('--file <path>', '导出的文件 / an export').option('--size <n>', '件数 / how many', '20').option('--seed <text>', '种子，记入底稿 / seed, for your papers', '1').option('--risk', '按风险 / by risk')
    .action((options: Options) => run(async () => {
      if (!/^[1-9]\d{0,5}$/.test(options.size)) throw new Error('--size 须为正整数 / --size must be a whole number from 1');
      const drawn = sampleOf(await casesIn(await events(options)), Number(options.size), options.seed, options.risk === true);
      if (options.json) say(JSON.stringify({ seed: options.seed, byRisk: options.risk === true, cases: drawn }, null, 2));
      else for (const { caseId, risks } of drawn) say(`${caseId}${Object.entries(risks).map(([risk, count]) => ` · ${risk} ${count}`).join('')}`);
      return 0;
    }));
}

async function verified(path: string, keys: readonly Verifier[], { json }: Options, log: (() => Promise<Shown>) | undefined): Promise<number> {
  try {
    const files = bundleAt(path);
    const report = checkedBundle(files, keys);
    const findings = report.findings.length > 0 || !log ? report.findings : await comparedWithLog(report, await log());
    const isOurs = files.get('verify.mjs')?.toString() === oneFile();
    if (json) say(JSON.stringify({ bundle: path, caseId: report.caseId, whole: findings.length === 0, completeByLog: log !== undefined && findings.length === 0, statement: report.statement ?? null, verifierIsOurs: isOurs, findings }, null, 2));
    else {
      for (const line of reportLines({ ...report, findings }).slice(0, log && findings.length === 0 ? 2 : undefined)) say(line);
      if (log && findings.length === 0) say('已与整个日志核对：检查点以内，本案没有别的事件 / compared with the whole log: within the checkpoint the case has no other event');
      if (!isOurs) say('verify.mjs 与本程序所带的不同：另一版本，或被改动 / verify.mjs is not the one of this program: of another version, or changed');
    }
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BundleUnreadable)) throw error;
    if (json) say(JSON.stringify({ bundle: path, whole: false, findings: [{ file: path, rule: 'bundle', what: error.message }] }, null, 2));
    else say(`${path}: ${error.message}`);
    return 1;
  }
}
