import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of the product, or of the floor, that a part of the benchmark drives from outside. */
export interface Served {
  readonly url: string;
  /** From its start to the first answered port, in milliseconds. */
  readonly startedInMs: number;
  /** Resident memory in MiB, now. */
  memory(): number;
  /** Open files and sockets, now. */
  descriptors(): number;
  stop(): Promise<void>;
}

const START_MS_MAX = 60_000;

/** Runs `dist/<script>` of a folder and waits until it says where it listens: a line of JSON with a `url`. */
export async function serve(script: string, environment: Readonly<Record<string, string>>, folder = process.cwd()): Promise<Served> {
  const began = performance.now();
  const options = (process.env['BENCH_NODE'] ?? '').split(' ').filter(Boolean); // `BENCH_NODE=--cpu-prof` shows where the time goes.
  const child = spawn(process.execPath, [...options, join(folder, 'dist', script)], { cwd: folder, env: { PATH: process.env['PATH'], LOG_LEVEL: 'info', ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await listening(child, script);
  return {
    url, startedInMs: performance.now() - began,
    memory: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024,
    descriptors: () => readdirSync(`/proc/${child.pid}/fd`).length,
    stop: () => new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGTERM'); }),
  };
}

async function listening(child: ChildProcess, script: string): Promise<string> {
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS_MAX);
  const lines = createInterface({ input: child.stdout! });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it listened.`)));
    lines.on('line', (line) => {
      const found = line.startsWith('{') ? (JSON.parse(line) as { url?: string; level?: number | string; msg?: string }) : {};
      if (found.url !== undefined) resolve(found.url);
    });
  }).finally(() => clearTimeout(timer));
  return url;
}
