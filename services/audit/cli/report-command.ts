import { extname } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { isDay } from '#libs/contracts/time.js';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Form } from '../report/forms.js';
import { FORMS, written } from '../report/forms.js';
import { reportOver } from '../report/over-database.js';
import type { Report, ReportWanted } from '../report/report.js';
import { reportOf } from '../report/report.js';
import { verifyShown } from './blocks.js';
import type { Means } from './case-commands.js';
import { reading, sizeOf, withLog } from './opened.js';
import { withCopies } from './witnesses.js';

interface Options {
  readonly server?: string; readonly database?: string; readonly file?: string; readonly at?: string; readonly from?: string; readonly to?: string; readonly size: string; readonly seed: string; readonly risk?: boolean;
  readonly out?: string; readonly language: string; readonly threads: string; readonly witness: string[]; readonly kafka?: string;
}
const many = (value: string, before: string[]): string[] => [...before, value];

/** What an auditor signs. 0: all well; 1: the log is not what was sealed, or a read table says otherwise than the events. */
export function addReport(program: Command, { common, run, serverOf, keysOf }: Means): void {
  common(program.command('report').description('审计报告：日志核验、抽样重演、期限、删除、查阅、规则包、未包括的 / the audit report; the same seed and position give the same bytes'))
    .option('--database <url>', '数据库，读表一并比对 / the database; read tables are compared too').option('--file <path>', '导出的文件 / an export').option('--at <position>', '截至的位置 / up to this position')
    .option('--from <day>', '期间首日 / first day').option('--to <day>', '期间末日 / last day').option('--size <n>', '抽取件数 / how many cases', '20').option('--seed <text>', '种子 / seed', '1').option('--risk', '按风险 / by risk')
    .option('--witness <path>', '见证文件，可重复 / witness file, may be repeated', many, []).option('--kafka <brokers>', '见证主题所在的 Kafka / Kafka, for the witness topic').option('--threads <n>', '线程 / threads', '2')
    .option('--language <zh|en>', '语言 / language', 'zh').option('--out <path>', '.json、.html 或 .pdf；不给则输出 JSON / .json, .html or .pdf; without it JSON is printed')
    .action((options: Options) => run(async () => {
      const [wanted, form] = [wantedBy(options), formOf(options.out)];
      const report = await made(options, wanted);
      const content = await written(report, form, options.language === 'en' ? 'en' : 'zh');
      if (options.out === undefined) process.stdout.write(content);
      else {
        writeFileSync(options.out, content, { mode: 0o600 });
        process.stdout.write(`${options.out}\n`);
      }
      return report.verified.whole && report.sample.cases.every(({ tables }) => tables === 'agree' || tables === 'notCompared') ? 0 : 1;
    }));

  async function made(options: Options, wanted: ReportWanted): Promise<Report> {
    const keys = await keysOf(options as never);
    const { database } = options;
    if (database !== undefined) return withCopies(options, keys, (copies) => reading(database, (db) => reportOver(db, keys, wanted, { ...copies, database, threads: Number(options.threads) })));
    return withLog(options, serverOf, async (log) => {
      const { findings } = await verifyShown(log, keys, undefined);
      const { size } = openedCheckpoint(log.note, keys);
      if (wanted.at !== undefined && wanted.at > size) throw new Error(`--at: 已封存 ${size} 个位置 / ${size} positions are sealed`);
      return reportOf(log, keys, wanted, { by: options.file === undefined ? 'server' : 'export', findings, copies: [] }, null);
    });
  }
}

function wantedBy({ at, from, to, size, seed, risk }: Options): ReportWanted {
  if (!/^([1-9]\d{0,3})$/.test(size)) throw new Error('--size 须为正整数 / --size must be a whole number from 1');
  for (const day of [from, to]) if (day !== undefined && !isDay(day)) throw new Error(`${day}: 须为日期 / must be a day, 2026-03-02`);
  return { at: sizeOf(at), from, to, size: Number(size), seed, byRisk: risk === true, divisions: ['000000'] };
}

function formOf(out: string | undefined): Form {
  const form = out === undefined ? 'json' : extname(out).slice(1);
  if (!Object.hasOwn(FORMS, form)) throw new Error('--out 须以 .json、.html 或 .pdf 结尾 / --out must end with .json, .html or .pdf');
  return form as Form;
}
