import { Command } from 'commander';
import pg from 'pg';
import { Refusal } from '#libs/decider/refusal.js';
import { instantOf } from '#libs/contracts/time.js';
import { openLog } from '#libs/event-store/log.js';
import '#libs/contracts/catalogue.js';
import type { Rebuilt } from '#libs/runtime/rebuild.js';
import { rebuild } from '#libs/runtime/rebuild.js';
import { allServices } from './services.js';

/** `npm run rebuild -- <projection …> | --all [--check]`: read tables made again from the log while the services run. 0: as they were; 1: something differed; 2: not done. */
const command = new Command('rebuild').description('重建读表 / make read tables again from the log, beside those in use').argument('[projection...]', '如 supervision.case_view / such as supervision.case_view')
  .option('--all', '全部 / all of them', false).option('--check', '只比对，不更换 / compare alone', false).parse();
const { all, check } = command.opts<{ all: boolean; check: boolean }>();
const known = allServices.flatMap(({ name, projections }) => projections.map((projection) => ({ service: name, projection })));
const wanted = known.filter(({ projection: { table } }) => all || command.args.includes(table));
const unknown = command.args.filter((name) => !known.some(({ projection: { table } }) => table === name));
const databaseUrl = process.env['DATABASE_URL'] ?? '';
if (databaseUrl === '') command.error('DATABASE_URL 未设置 / DATABASE_URL must be set', { exitCode: 2 });
if (unknown.length > 0 || wanted.length === 0) command.error(`可重建的读表 / read tables: ${known.map(({ projection: { table } }) => table).join(', ')}`, { exitCode: 2 });

const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
const { logId } = await openLog(pool);
await pool.end();
for (const { service, projection } of wanted) {
  try {
    const began = performance.now();
    const now = () => instantOf(Date.now());
    tell(await rebuild({ databaseUrl, logId, service, projection, check, now, cause: { actor: 'operator:command-line' }, onProgress: progress(projection.table) }), performance.now() - began);
  } catch (error) {
    console.error(`${projection.table}: ${error instanceof Refusal ? `${error.zh} / ${error.en}` : (error as Error).message}`);
    process.exitCode = 2;
  }
}

function tell({ projection, position, events, rows, digest, differing, firstKey }: Rebuilt, ms: number): void {
  console.log(`${projection}: ${events} 个事件 / events → ${rows} 行 / rows · 位置 / position ${position} · ${Math.round(events / (ms / 1000))} /s · sha256 ${digest}`);
  if (differing === 0) return void console.log('  与在用的一致 / the table in use says the same');
  console.log(`  ${differing} 行不同，第一行 / rows differ, the first: ${firstKey}${check ? '' : ' · 已更换 / exchanged'}`);
  process.exitCode ??= 1;
}

function progress(table: string): (position: number, of: number) => void {
  return (position, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${table} ${position.toLocaleString('en')} / ${of.toLocaleString('en')}${position === of ? '\n' : ''}`);
  };
}
