import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { migrateAll } from '#libs/runtime/migrations.js';
import { freePort } from '../../demo/guarded.js';
import { allServices } from '../../demo/services.js';
import { csv, signed } from '../sheets.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from '../stack.js';
import { column, one } from './orders.js';

/** `IMPORT_ROWS=10000` for the whole size, which a commit does not wait for. */
const ROWS = Number(process.env['IMPORT_ROWS'] || 600);
const HEADER = ['工单编号', '受理时间', '诉求类别', '诉求类型', '行政区划', '姓名', '联系电话', '用人单位', '欠薪金额', '涉及人数'];
const WRONG_EACH = 50;

interface Progress { readonly importId: string; readonly state: string; readonly rows: number; readonly done: number; readonly filed: number; readonly joined: number; readonly refused: number; readonly failed: number; readonly next?: number | null; readonly results?: readonly { readonly row: number; readonly result: string; readonly caseId?: string }[] }

const CELLS = Array.from({ length: ROWS }, (_, n) => [`IK-${n}`, '2026-03-02 09:30', '劳动保障', '投诉', '439901', `密断${n}`, n % WRONG_EACH === 7 ? '12' : `1380000${String(1000 + n).padStart(4, '0').slice(-4)}`, `测试第${n}公司`, '18000', '1']); // Every fiftieth has a telephone number that is none.
const forms: readonly (readonly [name: string, type: string, made: () => Promise<Buffer>])[] = [
  ['CSV', 'text/csv', () => Promise.resolve(csv(CELLS, HEADER))],
  ['XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', async () => (await writeXlsxFile([HEADER, ...CELLS].map((row) => row.map((value) => ({ value }))) as never)).toBuffer()],
];

describe.each(forms)('A sheet whose process is killed in the middle (%s)', (name, type, made) => {
  let database: FreshDatabase;
  let child: ChildProcess | undefined;
  let url: string;
  let environment: Record<string, string>;
  let before: Progress;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  let file: Buffer;
  let workedMs = 0;
  const wrong = Array.from({ length: ROWS }, (_, n) => n % WRONG_EACH === 7).filter(Boolean).length;

  beforeAll(async () => {
    file = await made();
    database = await freshDatabase();
    const logId = `t-${randomBytes(6).toString('hex')}`;
    await migrateAll(database.url, logId, allServices);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = {
      NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, PORT: String(port), LOG_LEVEL: 'warn', DEMO_CLOCK_START: '2026-03-02T10:20:00+08:00',
      MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), CHANNEL_KEYS: JSON.stringify({ '12345': { secrets: [secret] } }),
    };
  });
  afterAll(async () => {
    await kill();
    await database?.drop();
  });

  /** Intake alone: the others have nothing to do with it. */
  async function start(): Promise<void> {
    await kill();
    child = spawn(process.execPath, [join(process.cwd(), 'dist/services/intake/main.js')], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    await whenTrue(async () => child!.exitCode === null && (await fetch(`${url}/health/live`)).status === 200, 60_000);
  }
  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  const send = (): Promise<Response> => fetch(`${url}/v1/channels/12345/imports`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': type, prefer: 'respond-async', ...signed(secret, file) } });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${url}/v1/channels/12345/imports/${path}`, { headers: { ...headers, ...signed(secret, '') } });
  const filings = (): Promise<number> => one<number>(database.pool, `SELECT count(*)::int FROM es.events WHERE type = 'intake.claim-filed'`);

  it('is taken at once, sealed, and shows how far it is', async () => {
    await start();
    const begun = performance.now();
    const answer = await send();
    before = await answer.json() as Progress;
    expect([answer.status, answer.headers.get('location')]).toEqual([202, `/v1/channels/12345/imports/${before.importId}`]);
    expect(before).toMatchObject({ state: 'underWay', rows: ROWS });
    const stored = await one<Buffer>(database.pool, 'SELECT file FROM intake.import');
    expect(stored.length).toBeGreaterThan(file.length);
    for (const text of ['密断', '工单编号', '1380000']) expect(stored.includes(Buffer.from(text))).toBe(false);
    await whenTrue(async () => {
      const { done } = await (await get(before.importId)).json() as Progress;
      return done >= ROWS / 10;
    }, 60_000);
    await kill();
    workedMs = performance.now() - begun;
    before = { ...before, done: await one<number>(database.pool, 'SELECT filed + joined + refused FROM intake.import') };
    process.stderr.write(`  killed after ${before.done} of ${ROWS} rows\n`);
    expect(before.done).toBeLessThan(ROWS); // Else nothing is shown.
  }, 120_000);

  it('goes on at the row where it stood, also when the same file is sent again, and files no row twice', async () => {
    const noted = await column<object>(database.pool, 'SELECT answer FROM intake.import_row ORDER BY row');
    await database.pool.query(`UPDATE intake.import SET "notBefore" = clock_timestamp()`); // What a killed process had in hand is taken up after fifteen seconds: they are not waited for.
    await start();
    const begun = performance.now();
    expect(await (await send()).json()).toMatchObject({ importId: before.importId, rows: ROWS });
    const seen: number[] = [];
    const done = await whenTrue(async () => {
      const progress = await (await get(before.importId)).json() as Progress;
      seen.push(progress.done);
      return progress.state === 'done' && progress;
    }, 300_000);
    workedMs += performance.now() - begun;
    process.stderr.write(`  ${ROWS} rows of ${name} in ${(workedMs / 1000).toFixed(1)} s, the restart left out; seen at ${new Set(seen).size} stages\n`);
    expect(new Set(seen).size).toBeGreaterThan(2); // Whoever waits sees it move.
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(done).toMatchObject({ rows: ROWS, done: ROWS, filed: ROWS - wrong, joined: 0, refused: wrong, failed: 0 });
    expect(await filings()).toBe(ROWS - wrong);
    expect(await column(database.pool, `SELECT data::jsonb->>'channelNumber' FROM es.events WHERE type = 'intake.claim-filed' GROUP BY 1 HAVING count(*) > 1`)).toEqual([]);
    const answers = await column<object>(database.pool, 'SELECT answer FROM intake.import_row ORDER BY row');
    expect(answers).toEqual(expect.arrayContaining(noted)); // What was answered before stays answered so.
    expect(await one(database.pool, `SELECT count(*)::int FROM intake.import WHERE file IS NULL AND NOT EXISTS (SELECT FROM pii.subject_key WHERE subject_id = subject AND wrapped_dek IS NOT NULL)`)).toBe(1);
  }, 600_000);

  it('gives the answers page by page and as a sheet, and the same ones when it is sent once more', async () => {
    const pages: NonNullable<Progress['results']>[number][] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = await (await get(`${before.importId}/rows?after=${after}&limit=250`)).json() as Required<Progress>;
      pages.push(...page.results);
      after = page.next;
    }
    expect(pages.map(({ row }) => row)).toEqual(Array.from({ length: ROWS }, (_, n) => n + 2));
    const sheet = (await (await get(`${before.importId}/rows`, { accept: 'text/csv' })).text()).trim().split('\n');
    expect(sheet).toHaveLength(ROWS + 1);
    expect(sheet[8]).toMatch(/^9,IK-7,未登记,,,FIELDS_REFUSED,联系电话：/);
    const again = await send();
    expect([again.status, await again.json()]).toEqual([200, expect.objectContaining({ rows: ROWS, filed: ROWS - wrong, results: pages })]);
    expect(await filings()).toBe(ROWS - wrong);
    expect(await (await get('00000000-0000-4000-8000-000000000000')).json()).toMatchObject({ status: 404, code: 'NO_SUCH_IMPORT' });
    expect(await (await fetch(`${url}/v1/channels/12333/imports/${before.importId}`, { headers: signed(secret, '') })).json()).toMatchObject({ code: 'WEBHOOK_REFUSED' });
  });
});
