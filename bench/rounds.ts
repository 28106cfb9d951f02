import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import '#libs/contracts/catalogue.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { Appender } from '#libs/event-store/append.js';
import { openLog } from '#libs/event-store/log.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { newSigningKey, signerOf, verifierOf } from '#libs/merkle/note.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { allServices } from '../demo/services.js';
import { verifyDatabase } from '../services/audit/cli/verify.js';
import { Rounds } from '../services/audit/log/rounds.js';
import { armsOf } from '../services/supervision/clocks/armed.projection.js';
import { openPool, serverSettings, withDatabase } from './databases.js';
import { lifeOf } from './lives.js';
import type { Finding, Part } from './measure.js';
import { median } from './measure.js';

const CASES = Number(process.env['BENCH_CASES'] ?? 24_000);
/** Whose lives are stored while the rounds go on, after each. */
const NEW_CASES = 100;
const ROUNDS = 5;
const ABREAST = 400;
const REST_MS = 200;
const APP = 'verifying';

/** What one verification took; of the processor also by the server's sessions, where it runs on this machine. */
interface Took { readonly ms: number; readonly cpuMs: number; readonly serverCpuMs: number; readonly peakMiB: number }

/** A log of whole lives with their clocks, verified by the command and by the rounds in the background, each in a process of its own. Needs DATABASE_URL. */
export const part: Part = { name: 'rounds', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'rounds', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  return withDatabase(server, async (url, name) => {
    await migrateAll(url, name.replaceAll('_', '-'), allServices);
    const pool = openPool(url, 4);
    try {
      let stored = await storeWithClocks(pool, 0, CASES);
      const { rows: [held] } = await pool.query<{ events: number; clocks: number }>('SELECT (SELECT max(pos) FROM es.events)::int AS events, (SELECT count(*) FROM es.clocks)::int AS clocks');
      const [command] = await inProcess('command', url);
      const took = await inProcess('rounds', url, async () => { stored = await storeWithClocks(pool, stored, stored + NEW_CASES); });
      const later = took.slice(1);
      return {
        part: 'rounds', ratios: {},
        figures: {
          events: held!.events, clocks_armed: held!.clocks, command_seconds: command!.ms / 1000, command_cpu_seconds: command!.cpuMs / 1000, command_server_cpu_seconds: command!.serverCpuMs / 1000, command_peak_mib: command!.peakMiB,
          first_round_cpu_seconds: took[0]!.cpuMs / 1000, first_round_server_cpu_seconds: took[0]!.serverCpuMs / 1000,
          later_round_seconds: median(later.map(({ ms }) => ms)) / 1000, later_round_cpu_seconds: median(later.map(({ cpuMs }) => cpuMs)) / 1000, later_round_server_cpu_seconds: median(later.map(({ serverCpuMs }) => serverCpuMs)) / 1000,
          rounds_peak_mib: took.at(-1)!.peakMiB,
        },
        notes: [`${CASES.toLocaleString('en')} lives, and ${NEW_CASES} more after each of ${ROUNDS} rounds, which do not rest; one thread. ${await serverSettings(url)}.`],
      };
    } finally {
      await pool.end();
    }
  });
}

/** The lives of some cases, their clocks armed as the product arms them. Answers up to which. */
async function storeWithClocks(pool: Pool, from: number, to: number): Promise<number> {
  const appender = new Appender(pool, await openLog(pool));
  for (let at = from; at < to; at += ABREAST) {
    await Promise.all(Array.from({ length: Math.min(ABREAST, to - at) }, (_, i) => lifeOf(at + i)).flat().map((command) => appender.append(withArms(command))));
  }
  await appender.close();
  return to;
}

function withArms(command: AppendCommand): AppendCommand {
  return command.stream.startsWith('clocks/') ? { ...command, arms: command.events.flatMap(({ type, data }) => armsOf.clocks(streamEvent({ type, data: data as Record<string, unknown> }), command.caseId)) } : command;
}

/** Each verification as it ends. */
async function inProcess(what: 'command' | 'rounds', url: string, onEach: () => Promise<void> = () => Promise.resolve()): Promise<readonly Took[]> {
  const child = fork(fileURLToPath(import.meta.url), [what, url], { env: { ...process.env, PGAPPNAME: APP } });
  const took: Took[] = [];
  const done: Promise<void>[] = [];
  child.on('message', (one: Took) => { took.push(one); done.push(onEach()); });
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  await Promise.all(done);
  if (code !== 0) throw new Error(`The verification ended with ${code}.`);
  return took;
}

async function measured(what: string, url: string): Promise<void> {
  const pool = openPool(url, 2);
  const sessions = new Map<number, number>();
  const watching = setInterval(() => void serverCpuMs(pool, sessions).catch(() => undefined), 50);
  const key = signerOf(newSigningKey('bench.invalid/rounds').privateKey).verifier.vkey;
  let [began, cpu, server] = [performance.now(), process.cpuUsage(), 0];
  const tell = (): void => {
    const { user, system } = process.cpuUsage(cpu);
    const total = [...sessions.values()].reduce((sum, ms) => sum + ms, 0);
    process.send!({ ms: performance.now() - began, cpuMs: (user + system) / 1000, serverCpuMs: total - server, peakMiB: process.resourceUsage().maxRSS / 1024 });
    [began, cpu, server] = [performance.now(), process.cpuUsage(), total];
  };
  if (what === 'command') {
    const { findings } = await verifyDatabase({ database: url, keys: [verifierOf(key)], threads: 0 });
    if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    tell();
  } else {
    const rounds = new Rounds({ pool, connection: { connectionString: url }, keys: [verifierOf(key)], restMs: REST_MS, restFactor: 0 }).start();
    for (let round = 0, age = Infinity; round < ROUNDS; await pause(5)) {
      const now = rounds.ageSeconds();
      if (now < age && !Number.isNaN(now)) {
        if (rounds.findings() > 0) throw new Error(JSON.stringify(rounds.health()));
        tell();
        round++;
      }
      age = Number.isNaN(now) ? Infinity : now;
    }
    await rounds.stop();
  }
  clearInterval(watching);
  await pool.end();
}

/** Of each session of the process, the pool's own among them. */
async function serverCpuMs(pool: Pool, sessions: Map<number, number>): Promise<void> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1', [APP]);
  for (const { pid } of rows) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    sessions.set(pid, (Number(fields[11]) + Number(fields[12])) * 10);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measured(process.argv[2]!, process.argv[3]!);
