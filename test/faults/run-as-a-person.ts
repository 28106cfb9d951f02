import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Tally } from './scenario.js';

interface Row { readonly scenario: string; readonly tally?: Tally; readonly skipped?: string }

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 30));

/** Runs `npm run faults` as a person would, on servers of its own; what it says stands in the test's output. */
export async function faults(...args: string[]): Promise<{ status: number | null; answer: string }> {
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/test/faults/run.js'), ...args, '--seed', String(seed), '--json'], { env: { ...process.env, LOG_LEVEL: 'fatal' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => { answer += part; });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, answer };
}

/** Nothing lost, nothing twice, nothing late, nothing else broken, in every one of these; and each has had its faults. */
export async function holds(names: readonly string[], count: string): Promise<void> {
  const { status, answer } = await faults(...names, '--count', count);
  const rows = JSON.parse(answer || '[]') as Row[];
  expect(rows.map(({ scenario, tally, skipped }) => ({ scenario, skipped, lost: tally?.lost, duplicated: tally?.duplicated, late: tally?.late, broken: tally?.broken })))
    .toEqual(names.map((scenario) => ({ scenario, skipped: undefined, lost: 0, duplicated: 0, late: 0, broken: [] })));
  expect(rows.filter(({ tally }) => !tally || tally.faults === 0)).toEqual([]);
  expect(status).toBe(0);
}
