import type { Pool } from 'pg';
import type { Decider } from '#libs/decider/decider.js';
import { readFrom } from '#libs/event-store/read.js';
import { StreamReader } from '#libs/event-store/read-together.js';
import type { FreshLog } from '../../test/fresh-log.js';
import { freshLog } from '../../test/fresh-log.js';
import { SetClock } from './clock.js';
import type { Circumstances, Desk } from './desk.js';
import { Desks } from './desk.js';
import { ProcessRunner } from './process-runner.js';

type Noted = { readonly type: 'ProbeMade'; readonly n: number };
type Note = { readonly type: 'Note'; readonly n: number };
const noted: Decider<number, Note, Noted> = { initial: 0, may: {}, decide: ({ n }) => [{ type: 'ProbeMade', n }], evolve: (count) => count + 1 };

let log: FreshLog;
beforeEach(async () => { log = await freshLog(); });
afterEach(() => log.drop());

/** Runs the process that notes every event in a stream of its case, its desk asking what `prepare` asks. */
async function run(prepare: (circumstances: Circumstances<number>, n: number) => Promise<void>): Promise<readonly string[]> {
  const chunk = await readFrom(log.pool, '0', 1_000);
  const order = new Map(chunk.map(({ caseId }, n) => [caseId, n]));
  const desk: Desk<typeof noted> = {
    service: 'audit', stream: 'noted', decider: noted,
    async prepare(command, circumstances) {
      await prepare(circumstances, order.get(circumstances.caseId)!);
      return command;
    },
  };
  const runner = new ProcessRunner('audit', [() => [{ stream: 'noted', command: { type: 'Note', n: 1 } as never }]], new Desks([desk]), new SetClock('2026-03-02T10:20:00+08:00'), () => undefined);
  const tx = await log.pool.connect();
  try {
    await tx.query('BEGIN');
    return (await runner.run(chunk, tx)).map(({ stream }) => stream);
  } finally {
    await tx.query('ROLLBACK');
    tx.release();
  }
}

describe('What follows from a chunk', () => {
  it('is decided side by side: what the desks ask of other streams is read in a few round trips, and the order is that of the facts', async () => {
    const caseIds = await log.fill(100);
    let trips = 0;
    const others = new StreamReader({ query: (config: { text: string }) => { trips += 1; return log.pool.query(config); } } as never as Pool);
    expect(await run(async ({ caseId }) => { await others.read(`probe/${caseId}`); })).toEqual(caseIds.map((caseId) => `noted/${caseId}`));
    expect(trips).toBeLessThan(3);
  });

  it('fails by what failed first in time, not by what failed because of it', async () => {
    await log.fill(2);
    const failed = run(async ({ tx }, n) => {
      if (n === 1) await tx!.query('SELECT 1 / 0');
      await tx!.query('SELECT pg_sleep(0.05)');
      await tx!.query('SELECT 1');
    });
    await expect(failed).rejects.toMatchObject({ code: '22012' });
  });
});
