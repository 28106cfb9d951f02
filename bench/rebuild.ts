import { migrateAll } from '#libs/runtime/migrations.js';
import { head, readCase } from '#libs/event-store/read.js';
import { instantOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { rebuild } from '#libs/runtime/rebuild.js';
import { allServices } from '../demo/services.js';
import type { CaseRow } from '../services/supervision/case-view/case-view.projection.js';
import { caseView } from '../services/supervision/case-view/case-view.projection.js';
import { markDone } from './board.js';
import { openPool, serverSettings, withDatabase } from './databases.js';
import { NOW_MS, storeLives } from './lives.js';
import type { Finding, Part } from './measure.js';
import { median } from './measure.js';

const CASES = Number(process.env['BENCH_CASES'] ?? 20_000);
const REPLAYS = 200;

/** Every read table made again from the log beside the one in use, as `npm run rebuild -- --check` does; and one case replayed. Needs DATABASE_URL. */
export const part: Part = { name: 'rebuild', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'rebuild', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  return withDatabase(server, async (url, name) => {
    const logId = name.replaceAll('_', '-');
    await migrateAll(url, logId, allServices);
    const pool = openPool(url, 4);
    try {
      await storeLives(pool, CASES);
      const events = Number(await head(pool));
      const figures: Record<string, number> = { events };
      for (const { name: service, projections } of allServices) {
        for (const projection of projections) {
          const again = { databaseUrl: url, logId, service, projection, cause: { actor: 'operator:bench' }, now: () => instantOf(NOW_MS) };
          const caughtUp = async (): Promise<void> => markDone(pool, service, await head(pool)); // That a table was made again is an event too.
          await caughtUp();
          await rebuild(again); // Fills the table in use.
          await caughtUp();
          const began = performance.now();
          await rebuild({ ...again, check: true });
          figures[`${projection.table.replace('.', '_')}_events_per_second`] = (events * 1000) / (performance.now() - began);
        }
      }
      const times: number[] = [];
      for (let n = 0; n < REPLAYS; n++) {
        const began = performance.now();
        let row: CaseRow | undefined;
        for (const event of await readCase(pool, uuidv5(`bench/${n % CASES}`))) row = caseView(row, event);
        times.push(performance.now() - began);
      }
      return { part: 'rebuild', ratios: {}, figures: { ...figures, replay_of_a_case_ms: median(times) }, notes: [`${CASES.toLocaleString('en')} cases; each table from the first event to the last, compared with the one in use by digest. ${await serverSettings(url)}.`] };
    } finally {
      await pool.end();
    }
  });
}
