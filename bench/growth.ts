import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding, Part } from './measure.js';

const TIMES = 10;
/** A part of the benchmark, and its sizes the first time. */
const GROWING: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  verify: { BENCH_EVENTS: 100_000 },
  clocks: { BENCH_ARMED: 100_000, BENCH_DUE: 5_000 },
  rebuild: { BENCH_CASES: 2_000 },
  board: { BENCH_CASES: 10_000 },
};

/** Figures again at ten times the data. The exponent says how what one thing takes grows with all that is there: 0 not at all, 1 as they do. Needs DATABASE_URL. */
export const part: Part = { name: 'growth', run };

async function run(): Promise<Finding> {
  if (!process.env['DATABASE_URL']) return { part: 'growth', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  const figures: Record<string, number> = {};
  for (const [name, sizes] of Object.entries(GROWING)) {
    const [once, tenfold] = [await figuresOf(name, sizes, 1), await figuresOf(name, sizes, TIMES)];
    for (const [figure, value] of Object.entries(once)) {
      const then = tenfold[figure];
      if (!/_per_second$|_ms$/.test(figure) || then === undefined || value <= 0 || then <= 0) continue;
      figures[`${name}_${figure}`] = value;
      figures[`${name}_${figure}_tenfold`] = then;
      figures[`${name}_${figure}_exponent`] = Math.log10(figure.endsWith('_ms') ? then / value : value / then);
    }
  }
  return { part: 'growth', ratios: {}, figures, notes: [Object.entries(GROWING).map(([name, sizes]) => `${name}: ${Object.entries(sizes).map(([key, n]) => `${key}=${n}`).join(' ')}`).join('; '), `Each again with ${TIMES} times as much.`] };
}

/** The part in a process of its own, for sizes are read where it begins. */
async function figuresOf(part: string, sizes: Readonly<Record<string, number>>, times: number): Promise<Readonly<Record<string, number>>> {
  const results = mkdtempSync(join(tmpdir(), 'anxin-growth-'));
  try {
    const environment = Object.fromEntries(Object.entries(sizes).map(([key, n]) => [key, String(n * times)]));
    const child = spawn(process.execPath, [fileURLToPath(new URL('run.js', import.meta.url)), part], { env: { ...process.env, ...environment, BENCH_RESULTS: results }, stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`${part} ended with ${code}.`);
    return (JSON.parse(readFileSync(join(results, 'latest.json'), 'utf8')) as { parts: Record<string, Finding> }).parts[part]!.figures;
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}
