import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { eventKinds, instant, stream } from '#libs/contracts/event.js';
import { instantOf } from '#libs/contracts/time.js';
import { batchStatement } from '#libs/event-store/batch.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { rebuild } from '#libs/runtime/rebuild.js';
import { Caller, workOrder } from '../../bench/orders.js';
import type { Served } from '../../bench/processes.js';
import { serve } from '../../bench/processes.js';
import { CHANNEL_SECRET, productIn } from '../../bench/product.js';
import { examine } from '../../demo/doctor/examine.js';
import { Office } from '../../demo/office.js';
import type { DemoIssuer } from '../../demo/people.js';
import { startIssuer, tokenFor } from '../../demo/people.js';
import { allServices } from '../../demo/services.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, notRoutedOnce, one } from './orders.js';

const NOW = '2026-03-02T10:20:00+08:00';
const CALLED = '2026-03-02T09:15:00+08:00';
const WHOLE = 'test/faults/serve.js';
/** What only a newer version knows: a kind of event, a second version of one that both know, and one field more in the first. They are declared here, and not in the process that is tested. */
const later = stream('resolution', 'later', { ThingOfLater: ['以后的事', z.strictObject({ at: instant, what: z.string() })] });
const HOLD = eventKinds.get('intake.hold-placed.v1')!;
eventKinds.set('intake.hold-placed.v2', { ...HOLD, type: 'intake.hold-placed.v2', version: 2, schema: z.strictObject({ at: instant, until: instant }) });
eventKinds.set(HOLD.type, { ...HOLD, schema: z.looseObject({}) });

interface Installation {
  readonly database: FreshDatabase;
  readonly issuer: DemoIssuer;
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

async function installation(migrated: (url: string, logId: string) => Promise<unknown> = () => Promise.resolve()): Promise<Installation> {
  const [database, issuer] = [await freshDatabase(), await startIssuer()];
  const logId = `t-${randomBytes(6).toString('hex')}`;
  await migrated(database.url, logId);
  const environment = await productIn(database.url, logId, { KAFKA_BROKERS: kafkaBrokers().join(','), OIDC_ISSUER: issuer.issuer, DEMO_CLOCK_START: NOW });
  return { database, issuer, environment, remove: async () => { await issuer.stop(); await database.drop(); } };
}

let serial = 0;
async function filed(url: string, count = 1): Promise<string[]> {
  const caller = new Caller(url, CHANNEL_SECRET, count);
  try {
    const answers = await Promise.all(Array.from({ length: count }, () => caller.file(workOrder(serial++, CALLED))));
    expect(answers.map(({ status }) => status)).toEqual(Array(count).fill(202));
    return answers.map(({ body }) => body.caseId!);
  } finally {
    caller.close();
  }
}
const has = (type: string) => ({ database }: Installation, caseId: string): Promise<boolean> => one(database.pool, 'SELECT count(*) = 1 FROM es.events WHERE case_id = $1 AND type = $2', [caseId, type]);
const routed = has('routing.case-routed');
const opened = has('resolution.case-opened');

/** The version before, on the database of the one after: what a later migration may add, it has added. */
describe('A version on a database that a later one has migrated', () => {
  let at: Installation;
  let served: Served;
  let office: Office;
  const pool = () => at.database.pool;

  beforeAll(async () => {
    at = await installation();
    const tables = await column<string>(pool(), `SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('es', 'pii', 'intake', 'routing', 'resolution', 'supervision', 'audit') ORDER BY 1`);
    for (const table of tables) await pool().query(`ALTER TABLE ${table} ADD COLUMN later_column text, ADD COLUMN later_number int NOT NULL DEFAULT 0`);
    await pool().query('CREATE TABLE supervision.later_table(id int PRIMARY KEY); GRANT SELECT, INSERT, UPDATE, DELETE ON supervision.later_table TO anxin_app');
    await pool().query(`INSERT INTO anxin_migration(timestamp, name) VALUES (9999999999999, 'LaterThing9999999999999')`);
    await pool().query(`INSERT INTO es.migration(digest) VALUES ('later')`);
    expect(tables.length).toBeGreaterThan(40);
    served = await serve(WHOLE, at.environment);
    office = new Office(served.url, at.issuer);
  }, 120_000);
  afterAll(async () => {
    await served?.stop();
    await at?.remove();
  });

  it('starts, is ready, and takes an order all its way', async () => {
    expect((await fetch(`${served.url}/health/ready`)).status).toBe(200);
    const [caseId] = await filed(served.url);
    await whenTrue(async () => (await routed(at, caseId!)) && opened(at, caseId!), 60_000);
    await office.do('officer', caseId!, 'routing/sign-order');
    await office.do('officer', caseId!, 'resolution/contact-requester', { order: 0, reached: true });
    expect(await whenTrue(async () => (await column<string>(pool(), `SELECT type FROM es.events WHERE case_id = $1 AND type = 'resolution.requester-contacted'`, [caseId!]))[0], 30_000)).toBe('resolution.requester-contacted');
  }, 120_000);

  it('migrates nothing back, and the doctor says that the database is newer', async () => {
    await migrateAll(at.environment['DATABASE_URL']!, at.environment['LOG_ID']!, allServices);
    expect(await one(pool(), `SELECT count(*)::int FROM information_schema.columns WHERE column_name = 'later_column'`)).toBeGreaterThan(40);
    const { findings } = await examine(at.environment);
    expect(findings.find(({ id }) => id === 'migrations')).toMatchObject({ level: 'warn', en: expect.stringContaining('LaterThing9999999999999') });
  }, 30_000);

  it('sets aside what it does not know, and everything behind it in that case; the others go on, and so does one with a field more', async () => {
    const [unknownType, unknownVersion, oneFieldMore, beside] = (await filed(served.url, 4)) as [string, string, string, string];
    for (const caseId of [unknownType, unknownVersion, oneFieldMore, beside]) await whenTrue(() => routed(at, caseId), 60_000);
    const by = { actor: 'process:resolution' };
    await pool().query(batchStatement([
      { stream: `later/${unknownType}`, caseId: unknownType, expected: 0, meta: by, events: [{ type: later.ThingOfLater.type, data: { at: NOW, what: '以后才有' }, recordedAt: NOW }] },
      { stream: `retention/${unknownVersion}`, caseId: unknownVersion, expected: 0, meta: by, events: [{ type: 'intake.hold-placed.v2', data: { at: NOW, until: NOW }, recordedAt: NOW }] },
      { stream: `retention/${oneFieldMore}`, caseId: oneFieldMore, expected: 0, meta: by, events: [{ type: HOLD.type, data: { at: NOW, by: 'officer:later', reason: '以后的版本', laterField: { known: '以后才有' } }, recordedAt: NOW }] },
    ]));
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) {
      const parked = (caseId: string) => whenTrue(async () => (await column<string>(pool(), `SELECT error FROM ${service}.parked WHERE case_id = $1 ORDER BY pos LIMIT 1`, [caseId]))[0], 30_000);
      expect([await parked(unknownType), await parked(unknownVersion)]).toEqual(['unknown type resolution.thing-of-later.v1', 'unknown type intake.hold-placed.v2']);
    }
    for (const caseId of [oneFieldMore, beside]) await office.do('officer', caseId, 'routing/sign-order');
    const [fresh] = await filed(served.url);
    await whenTrue(() => routed(at, fresh!), 60_000);
    expect(await one(pool(), `SELECT count(*)::int FROM supervision.parked WHERE case_id = ANY($1)`, [[oneFieldMore, beside, fresh]])).toBe(0);
    expect(await whenTrue(async () => (await column<string>(pool(), `SELECT state FROM supervision.case_view WHERE "caseId" = $1 AND state = 'SIGNED'`, [oneFieldMore]))[0], 30_000)).toBe('SIGNED');
  }, 120_000);

  it('answers about such a case what it can, and a step that would rest on what it does not know with 503: another instance can', async () => {
    const [unknownVersion] = await column<string>(pool(), `SELECT case_id::text FROM es.events WHERE type = 'intake.hold-placed'`);
    const token = await tokenFor(at.issuer, { id: 'supervisor-439900', role: 'supervisor', division: '439900' });
    const ask = (path: string, method = 'GET', body?: object) => fetch(`${served.url}${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    expect((await ask(`/v1/cases/${unknownVersion}`)).status).toBe(200);
    expect((await ask(`/v1/cases/${unknownVersion}/history`)).status).toBe(200);
    const step = await ask(`/v1/intake/cases/${unknownVersion}/commands/place-hold`, 'POST', { reason: '人民法院调卷审查' });
    expect([step.status, ((await step.json()) as { code: string }).code, step.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '5']);
  }, 60_000);

  it('keeps its read tables as the log says, beside columns that it does not know', async () => {
    const differing: string[] = [];
    for (const { name: service, projections } of allServices) {
      for (const projection of projections) {
        const { differing: rows } = await rebuild({ databaseUrl: at.environment['DATABASE_URL']!, logId: at.environment['LOG_ID']!, service, projection, check: true, now: () => instantOf(Date.now()), cause: { actor: 'operator:test' } });
        if (rows > 0) differing.push(projection.table);
      }
    }
    expect(differing).toEqual([]);
  }, 120_000);
});

/** The same with a real version before: a commit, built beside this one. Takes a compilation more, so only where it is asked for. */
const FROM = process.env['UPGRADE_FROM'];
if (!FROM) console.warn('SKIPPED: old and new versions side by side (UPGRADE_FROM names no commit or tag to upgrade from).');

(FROM ? describe : describe.skip)(`From ${FROM ?? 'nowhere'} to this version and back, over one database`, () => {
  let before: string;
  let at: Installation;
  const running: Served[] = [];
  const acknowledged: string[] = [];

  beforeAll(async () => {
    before = mkdtempSync(join(tmpdir(), 'anxin-before-'));
    execFileSync('git', ['worktree', 'add', '--detach', '--force', before, FROM!], { stdio: 'ignore' });
    const lock = (folder: string): string => readFileSync(join(folder, 'package-lock.json'), 'utf8');
    if (lock(before) !== lock(process.cwd())) process.stderr.write('  The lockfiles differ: the version before runs with the packages of this one.\n');
    symlinkSync(join(process.cwd(), 'node_modules'), join(before, 'node_modules'));
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: before });
    execFileSync('sh', ['-c', `find libs services demo simulator \\( -name '*.sql' -o -name '*.json' \\) | while read f; do mkdir -p "dist/$(dirname "$f")" && cp "$f" "dist/$f"; done`], { cwd: before });
    at = await installation(async (url, logId) => execFileSync(process.execPath, ['dist/demo/migrate.js'], { cwd: before, env: { PATH: process.env['PATH'], DATABASE_URL: url, LOG_ID: logId } }));
  }, 600_000);
  afterAll(async () => {
    await Promise.all(running.map((one) => one.stop()));
    await at?.remove();
    if (before && existsSync(before)) {
      execFileSync('git', ['worktree', 'remove', '--force', before], { stdio: 'ignore' });
      rmSync(before, { recursive: true, force: true });
    }
  }, 60_000);

  const start = async (version: 'old' | 'new'): Promise<void> => {
    running.push(await serve(WHOLE, at.environment, version === 'old' ? before : process.cwd()));
  };
  const endFirst = async (): Promise<void> => running.shift()!.stop();
  const work = async (): Promise<void> => {
    for (const { url } of running) acknowledged.push(...(await filed(url, 5)));
    await whenTrue(async () => (await notRoutedOnce(at.database.pool)).length === 0, 60_000);
  };

  it('goes one instance at a time while orders come in, forward and back again', async () => {
    await start('old');
    await start('old');
    await work();
    for (const next of ['new', 'new', 'old', 'old', 'new', 'new'] as const) {
      await start(next);
      await work();
      await endFirst();
      await work();
    }
  }, 600_000);

  it('loses nothing, does nothing twice, and sets nothing aside', async () => {
    const { pool } = at.database;
    const claims = await column<string>(pool, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed'`);
    expect(claims.sort()).toEqual([...acknowledged].sort());
    expect(await isContiguous(pool)).toBe(true);
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) expect([service, await column<string>(pool, `SELECT DISTINCT error FROM ${service}.parked`)]).toEqual([service, []]);
    await whenTrue(async () => (await one(pool, `SELECT count(*)::int FROM es.events r WHERE type = 'routing.case-routed' AND NOT EXISTS (SELECT FROM es.events o WHERE o.type = 'supervision.clocks-opened' AND o.case_id = r.case_id)`)) === 0, 60_000);
    for (const { name: service, projections } of allServices) {
      for (const projection of projections) {
        const again = { databaseUrl: at.environment['DATABASE_URL']!, logId: at.environment['LOG_ID']!, service, projection, now: () => instantOf(Date.now()), cause: { actor: 'operator:test' } };
        await rebuild(again); // As docs/operations.md says: columns that only one of the two knows are filled from the log.
        const { differing } = await rebuild({ ...again, check: true });
        expect([projection.table, differing]).toEqual([projection.table, 0]);
      }
    }
  }, 180_000);
});
