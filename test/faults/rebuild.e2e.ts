import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { rebuild } from '#libs/runtime/rebuild.js';
import { published } from '#libs/event-store/streams.js';
import { syntheticId } from '../../demo/orders.js';
import { allServices } from '../../demo/services.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { send, someone, wageOrders } from '../work-orders.js';

const EVENTS = Number(process.env['REBUILD_EVENTS'] ?? 12_000);
const AT = '2026-03-02T10:15:00+08:00';
const CASES = 30;
const tables = allServices.flatMap(({ name, projections }) => projections.map((projection) => ({ service: name, projection })));

/** R15: every read table from nothing, while writes go on. */
describe('A read table made again', () => {
  let app: App;
  const cases: string[] = [];

  const file = async (number: string) => {
    const order = wageOrders['station']!(number, AT, { ...someone, name: `密${number}`, phone: `139${number.padStart(8, '0')}`, idNumber: syntheticId(Number(number)) });
    const { status, json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { ...order, employer: { name: `测试${number}公司` }, project: undefined });
    expect(status).toBe(202);
    return json['caseId'] as string;
  };
  const again = (table: string, more: object = {}) => {
    const { service, projection } = tables.find((one) => one.projection.table === table)!;
    return rebuild({ databaseUrl: app.environment['DATABASE_URL']!, logId: app.environment['LOG_ID']!, service, projection, now: () => app.clock.now(), cause: { actor: 'operator:test' }, ...more });
  };
  const command = (...words: string[]) => {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/demo/rebuild.js'), ...words], { env: { PATH: process.env['PATH'], DATABASE_URL: app.environment['DATABASE_URL'] }, stdio: ['ignore', 'pipe', 'pipe'] });
    return { child, done: Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]).then(([out, error, [code]]) => ({ code, out: out + error })) };
  };
  const rows = async (table: string): Promise<string> => (await app.database.query<{ all: string }>(`SELECT string_agg(t::text, '|' ORDER BY t::text) AS all FROM ${table} t`)).rows[0]!.all;
  /** Holds placed and lifted: light events, which change rows of `intake.retention` and pass by all other tables. */
  const write = async (events: number): Promise<void> => {
    const { appender } = app.running.product;
    const { rows: known } = await app.database.query<{ id: string; version: number }>(`SELECT case_id AS id, version FROM es.streams WHERE stream_id LIKE 'retention/%'`);
    const versions = new Map(known.map(({ id, version }) => [id, version]));
    const each = 100;
    for (let written = 0; written < events; written += each * cases.length) {
      await Promise.all(cases.map((caseId) => {
        const expected = versions.get(caseId) ?? 0;
        versions.set(caseId, expected + each);
        const at = app.clock.now();
        return appender.append({ stream: `retention/${caseId}`, caseId, expected, meta: { actor: 'supervisor:test' }, events: Array.from({ length: each }, (_, n) => ({ ...published('intake', { type: (expected + n) % 2 === 0 ? 'HoldPlaced' : 'HoldLifted', at, by: 'supervisor:test', reason: `调卷${expected + n}` }), recordedAt: at })) });
      }));
    }
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    for (let n = 0; n < CASES; n++) cases.push(await file(String(5000 + n)));
    await app.settled();
    expect(new Set(cases).size).toBe(CASES);
  });
  afterAll(() => app?.stop());

  it.each(tables.map(({ projection: { table } }) => [table]))('%s says what the one in use says', async (table) => {
    const before = await rows(table);
    expect(await again(table)).toMatchObject({ projection: table, differing: 0, firstKey: null });
    expect(await rows(table)).toBe(before);
  });

  it(`agrees to the digest while ${EVENTS} events are written, and every reader sees the table meanwhile`, async () => {
    let reads = 0;
    let writing = true;
    const reading = (async () => { for (; writing; reads++) expect((await app.database.query('SELECT 1 FROM intake.retention')).rowCount).toBeGreaterThanOrEqual(CASES); })();
    const orders = (async () => { for (let n = 0; writing; n++) cases.length < 200 && (await file(String(7000 + n)), await new Promise((later) => setTimeout(later, 300))); })();
    const writer = write(EVENTS).finally(() => { writing = false; });
    const found: object[] = [];
    while (writing) found.push(await again('intake.retention', { behindMs: 110_000 }));
    await Promise.all([writer, reading, orders]);
    await app.running.whenCaughtUp((await app.database.query<{ pos: string }>('SELECT max(pos) AS pos FROM es.events')).rows[0]!.pos, 300_000);
    await app.settled();
    const began = performance.now();
    const last = await again('intake.retention');
    process.stdout.write(`rebuilt ${found.length} times while ${EVENTS} events were written, ${reads} reads; then ${last.events} events in ${Math.round(performance.now() - began)} ms\n`);
    expect(last.events).toBeGreaterThan(EVENTS);
    expect([...found, last].map((one) => (one as { differing: number }).differing)).toEqual([...found, last].map(() => 0));
  }, 600_000);

  it('names the first row that differs, puts it right, and says so in the log', async () => {
    const before = await rows('supervision.case_view');
    const [first, second] = [...cases].sort();
    await app.database.query(`UPDATE supervision.case_view SET breached = 99 WHERE "caseId" = ANY($1)`, [[first, second]]);
    await app.database.query(`DELETE FROM supervision.case_view WHERE "caseId" = $1`, [second]);
    const changed = await rows('supervision.case_view');
    expect(await again('supervision.case_view', { check: true })).toMatchObject({ differing: 2, firstKey: first });
    expect(await rows('supervision.case_view')).toBe(changed);
    const { code, out } = await command('supervision.case_view').done;
    expect([code, out]).toEqual([1, expect.stringContaining(first!)]);
    expect(await rows('supervision.case_view')).toBe(before);
    const { rows: told } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE type = 'audit.projection-rebuilt' ORDER BY pos DESC LIMIT 1`);
    expect(JSON.parse(told[0]!.data)).toMatchObject({ projection: 'supervision.case_view', differing: 2, firstKey: first, by: 'operator:command-line' });
    expect(await command('supervision.case_view', '--check').done).toMatchObject({ code: 0 });
  });

  it('that is killed half way leaves the table as it is, and begins anew', async () => {
    await app.database.query(`UPDATE intake.retention SET held = NOT held WHERE "caseId" = $1`, [cases[0]]);
    const before = await rows('intake.retention');
    const { child, done } = command('intake.retention');
    await whenTrue(async () => (await app.database.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 727020`)).rowCount! > 0);
    child.kill('SIGKILL');
    expect([(await done).code, await rows('intake.retention')]).toEqual([null, before]);
    expect(await command('intake.retention').done).toMatchObject({ code: 1 });
    expect(await again('intake.retention')).toMatchObject({ differing: 0 });
  });

  it('is asked for and followed by the operator, one run of a table at a time', async () => {
    const call = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${app.url}${path}`, { method, headers: { authorization: `Bearer ${await app.token('operator')}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
      return { status: answer.status, json: (await answer.json()) as { code?: string; projections?: { projection: string; run: { state: string; result: object | null } | null }[] } };
    };
    expect((await call('POST', '/v1/intake/rebuilds', { projection: 'supervision.case_view' })).json.code).toBe('NO_SUCH_PROJECTION');
    expect((await call('POST', '/v1/intake/rebuilds', { projection: 'intake.retention' })).status).toBe(202);
    const second = await call('POST', '/v1/intake/rebuilds', { projection: 'intake.retention' });
    expect([second.status, second.json.code]).toEqual([409, 'REBUILD_RUNNING']);
    await whenTrue(async () => (await call('GET', '/v1/intake/rebuilds')).json.projections!.find(({ projection }) => projection === 'intake.retention')!.run!.state === 'done', 60_000);
    expect((await call('GET', '/v1/intake/rebuilds')).json.projections).toContainEqual(expect.objectContaining({ projection: 'intake.retention', run: expect.objectContaining({ result: expect.objectContaining({ differing: 0 }) }) }));
  });

  it('is refused where the consumer is behind, and where somebody else is at it', async () => {
    const holder = await app.database.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM intake.high_water FOR UPDATE');
    await write(100 * cases.length);
    await expect(again('intake.retention', { behindMs: 500 })).rejects.toMatchObject({ code: 'REBUILD_BEHIND' });
    await holder.query('SELECT pg_advisory_lock(727020, hashtext($1))', ['intake.retention']);
    await expect(again('intake.retention')).rejects.toMatchObject({ code: 'REBUILD_RUNNING' });
    await holder.query('ROLLBACK');
    await holder.query('SELECT pg_advisory_unlock_all()');
    holder.release();
    await app.settled();
  });

  it('is refused where events are parked meanwhile, and leaves them out of the comparison where they were before', async () => {
    const { rows: [mark] } = await app.database.query<{ consumer: string; log: string; topic: string }>('SELECT consumer, log_id AS log, topic FROM intake.high_water LIMIT 1');
    const park = (pos: string) => app.database.query(`INSERT INTO intake.parked(consumer, log_id, case_id, pos, topic, part, "offset", attempts, error) VALUES ($1, $2, $3, $4, $5, 0, 0, 1, 'test')`, [mark!.consumer, mark!.log, cases[1], pos, mark!.topic]);
    let parked = false;
    const disturbed = again('intake.retention', { onProgress: () => { if (!parked) { parked = true; void park('1'); } } });
    await expect(disturbed).rejects.toMatchObject({ code: 'REBUILD_DISTURBED' });
    await app.database.query('DELETE FROM intake.parked');
    expect(await again('intake.retention')).toMatchObject({ differing: 0 });
  });
});
