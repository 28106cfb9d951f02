import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { topicOf } from '#libs/messaging/topics.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import { KafkaTransport } from '#libs/messaging/kafka.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { CHANNELS } from '../../demo/home.js';
import { freePort } from '../../demo/guarded.js';
import { postgresBinaries, startLocalPostgres } from '../../demo/local-postgres.js';
import { allServices } from '../../demo/services.js';
import { Hotline } from '../../simulator/hotline.js';
import { Collected } from '../collect.js';
import { kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, notRoutedOnce, NOW, one, orders } from './orders.js';

const LATER = '2026-04-20T10:00:00+08:00';
const consuming = allServices.filter(({ projections, processes, effects }) => projections.length + processes.length > 0 || effects);
const logId = `t-${randomBytes(6).toString('hex')}`;
const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));

/** R17: a server of its own with its write-ahead log archived, so that it can be restored to a point in time while Kafka and the witnesses know more. */
describe('A log that was restored', () => {
  const home = mkdtempSync(join(tmpdir(), 'anxin-restore-'));
  const [data, base, archive, witness, state] = ['postgres', 'base', 'archive', 'witness.jsonl', 'auditor.json'].map((name) => join(home, name)) as [string, string, string, string, string];
  let server: { url: string; stop: () => Promise<void> } | undefined;
  let database: pg.Pool;
  let transport: KafkaTransport;
  let child: ChildProcess | undefined;
  let url: string;
  let vkey: string;
  let environment: Record<string, string>;
  let filed = 0;

  async function startServer(): Promise<void> {
    server = await startLocalPostgres(home, true, (await postgresBinaries())!);
    database = new pg.Pool({ connectionString: server.url, max: 4 });
    database.on('error', () => undefined);
    environment = { ...environment, DATABASE_URL: server.url };
  }
  async function stopServer(): Promise<void> {
    await database.end();
    await server!.stop();
  }
  async function startProduct(at = NOW): Promise<void> {
    child = spawn(process.execPath, [join(process.cwd(), 'dist/test/faults/serve.js')], { env: { PATH: process.env['PATH'], ...environment, DEMO_CLOCK_START: at }, stdio: ['ignore', 'ignore', 'inherit'] });
    await whenTrue(async () => child!.exitCode === null && (await fetch(`${url}/health/ready`)).status === 200, 60_000);
  }
  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  async function ran(path: string, ...words: string[]): Promise<{ code: number | null; out: string }> {
    const process_ = spawn(process.execPath, [join(process.cwd(), path), ...words], { env: { PATH: process.env['PATH'], ...environment, DEMO_CLOCK_START: NOW }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, error, [code]] = await Promise.all([text(process_.stdout), text(process_.stderr), once(process_, 'close') as Promise<[number | null]>]);
    return { code, out: out + error };
  }
  const logCommand = (...words: string[]) => ran('dist/demo/log.js', ...words);
  const verify = (...words: string[]) => ran('dist/services/audit/cli/anxin-audit.js', 'verify', '--database', environment['DATABASE_URL']!, '--key', vkey, '--witness', witness, '--kafka', environment['KAFKA_BROKERS']!, '--json', '--threads', '0', ...words);
  const head = async (): Promise<number> => Number(await one<string>(database, 'SELECT coalesce(max(pos), 0) FROM es.events'));
  const sent = async (): Promise<bigint> => (await transport.extent(topicOf(environment['LOG_ID']!)))!.ends.reduce((sum, end) => sum + end, 0n);
  const file = async (count: number): Promise<void> => {
    await Promise.all(orders(count, filed + 1).map(({ channel, order }) => new Hotline(url, channel, secrets[channel]!).insist(order)));
    filed += count;
  };

  /** Everything stored is published, sealed, and done by every consumer, and nothing new comes of it. */
  async function settled(): Promise<void> {
    for (let before = -1; before !== (await head());) {
      before = await head();
      const last = await lastOfEachPartition(database, BigInt(before));
      await whenTrue(async () => {
        for (const { name } of consuming) {
          const marks = new Map(await column<[number, string]>(database, `SELECT ARRAY[part::text, pos::text] FROM ${name}.high_water WHERE log_id = $1`, [environment['LOG_ID']]).then((rows) => rows.map(([part, pos]) => [Number(part), BigInt(pos)] as const)));
          if ([...last].some(([partition, position]) => (marks.get(partition) ?? 0n) < position)) return false;
        }
        return (await one<string>(database, 'SELECT coalesce(max(size), 0) FROM es.checkpoint')) === String(await head());
      }, 60_000);
    }
  }

  /** The read tables say what a fold of the log says; each case went its way once; the log is whole. */
  async function inOrder(): Promise<void> {
    await settled();
    expect([await isContiguous(database), await notRoutedOnce(database)]).toEqual([true, []]);
    expect(await one<number>(database, `SELECT count(DISTINCT case_id)::int FROM es.events WHERE type = 'intake.claim-filed'`)).toBe(await one(database, 'SELECT count(*)::int FROM supervision.case_view'));
    const rebuilt = await ran('dist/demo/rebuild.js', '--all', '--check');
    expect([rebuilt.code, rebuilt.out]).toEqual([0, expect.stringContaining('supervision.case_view')]);
    for (const { name } of consuming) expect(await one<number>(database, `SELECT count(*)::int FROM ${name}.parked`)).toBe(0);
  }

  const ready = async () => (await (await fetch(`${url}/health/ready`)).json()) as { workers: Record<string, string>; kafka: string[]; log?: { how: string; from?: string; to?: string } };
  const metric = async (name: string): Promise<number> => Number(/ (\S+)$/.exec((await (await fetch(`${url}/metrics`)).text()).split('\n').find((line) => line.startsWith(`${name} `)) ?? '')?.[1]);

  /** Restores the base backup and replays the archive up to the point that was named `then`. */
  async function restore(): Promise<void> {
    await stopServer();
    rmSync(data, { recursive: true });
    execFileSync('cp', ['-a', base, data]);
    execFileSync('sh', ['-c', `printf '%s\\n' "restore_command = 'cp ${archive}/%f %p'" "recovery_target_name = 'then'" "recovery_target_action = 'promote'" >> ${data}/postgresql.auto.conf; touch ${data}/recovery.signal; chown --reference=${data}/PG_VERSION ${data}/recovery.signal`]);
    await startServer();
    await whenTrue(async () => !(await one<boolean>(database, 'SELECT pg_is_in_recovery()')), 30_000);
  }

  beforeAll(async () => {
    transport = new KafkaTransport({ brokers: kafkaBrokers(), clientId: 'restore-test' });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = {
      NODE_ENV: 'test', KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, PORT: String(port), LOG_LEVEL: 'fatal', WITNESS_FILE: witness, EVIDENCE_STORE: join(home, 'evidence'),
      MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]] }]))),
    };
    await startServer();
    mkdirSync(archive, { mode: 0o777 });
    execFileSync('chown', [`--reference=${data}`, archive]);
    await database.query(`ALTER SYSTEM SET archive_mode = on`);
    await database.query(`ALTER SYSTEM SET archive_command = 'cp %p ${archive}/%f'`);
    await stopServer();
    await startServer();
    await migrateAll(server!.url, logId, allServices);
    await startProduct();
    await file(6);
    const backup = await database.connect();
    await backup.query(`SELECT pg_backup_start('drill', true)`);
    execFileSync('sh', ['-c', `cp -a ${data} ${base} && rm -rf ${base}/postmaster.pid ${base}/pg_wal/0*`]); // Online, as pg_basebackup does.
    const { rows: [label] } = await backup.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
    backup.release();
    writeFileSync(join(base, 'backup_label'), label!.labelfile);
    execFileSync('chown', [`--reference=${data}`, join(base, 'backup_label')]);
    await file(6);
    await settled();
    const segment = await one<string>(database, `SELECT pg_walfile_name(pg_create_restore_point('then'))`);
    await file(6);
    await settled();
    await database.query('SELECT pg_switch_wal()');
    await whenTrue(() => existsSync(join(archive, segment)), 30_000);
    vkey = (await (await fetch(`${url}/v1/audit/log/key`)).text()).trim();
    await whenTrue(async () => (await ran('dist/demo/log.js', 'status')).code === 0, 30_000);
    expect(await verify('--state', state)).toMatchObject({ code: 0 });
  }, 180_000);

  afterAll(async () => {
    await kill();
    await database?.end();
    await server?.stop();
    await transport?.close();
    rmSync(home, { recursive: true, force: true });
  });

  let known: number;
  let then: number;

  it('to a point in time stores nothing and publishes nothing, and says what is missing, until a person has decided', async () => {
    known = await head();
    const before = await sent();
    await kill();
    await restore();
    then = await head();
    expect(then).toBeLessThan(known);
    await startProduct(LATER); // Clocks are long due; they must not fire into a log that somebody may bring back.
    await whenTrue(async () => (await ready()).log);
    expect(await ready()).toMatchObject({ log: { how: 'restored', from: String(then + 1), to: String(known) }, workers: { log: 'held' } });
    expect([await metric('anxin_relay_refused'), await metric('anxin_log_missing')]).toEqual([1, known - then]);
    const [{ channel, order }] = orders(1, 90) as [{ channel: string; order: object }];
    expect((await new Hotline(url, channel, secrets[channel]!).file(order)).status).toBe(503);
    const { code, out } = await logCommand('status', '--json');
    expect([code, JSON.parse(out)]).toEqual([1, expect.objectContaining({ atHome: false, head: then, common: then, known, missing: known - then, found: known - then, provenTo: known })]);
    expect([await head(), await sent(), (await logCommand('fork', '--by', 'yw-1', '--reason', '演练', '--give-up', '1')).code]).toEqual([then, before, 2]);
  }, 120_000);

  it('gets back from the topic what the signed checkpoints vouch for: nothing is lost, and everything goes on', async () => {
    await kill();
    const { code, out } = await logCommand('adopt', '--by', 'yw-1', '--reason', '恢复演练');
    expect([code, out]).toEqual([0, expect.stringContaining(`放回 ${known - then} 条`)]);
    expect(await head()).toBe(known + 1);
    await startProduct(LATER);
    await file(4);
    await whenTrue(async () => (await one<number>(database, `SELECT count(*)::int FROM es.events WHERE type = 'supervision.clock-breached'`)) > 0, 30_000);
    await inOrder();
    expect(await one<number>(database, `SELECT count(*)::int FROM es.events WHERE type = 'intake.claim-filed'`)).toBe(await one(database, `SELECT count(*)::int FROM es.claims WHERE space = 'case-number'`));
    const verified = await verify('--state', state);
    expect([verified.code, JSON.parse(verified.out)]).toEqual([0, expect.objectContaining({ whole: true, forks: [], findings: [] })]);
    const told = JSON.parse(await one<string>(database, `SELECT data FROM es.events WHERE type = 'audit.log-restored'`)) as object;
    expect(told).toMatchObject({ by: 'operator:yw-1', reason: '恢复演练', events: known - then, from: String(then + 1), to: String(known), provenTo: known });
  }, 180_000);

  it('and lost for good goes another way by the word of a person: exactly the stated positions are gone, and everybody is told', async () => {
    known = await head();
    await kill();
    await restore();
    expect(await head()).toBe(then);
    await startProduct(LATER);
    await whenTrue(async () => (await ready()).log?.to === String(known));
    const lost = known - then;
    expect((await logCommand('fork', '--by', 'yw-1', '--reason', '归档损坏', '--give-up', String(lost - 1))).out).toContain('LOG_LOSS_MISSTATED');
    expect(await logCommand('fork', '--by', 'yw-1', '--reason', '归档损坏', '--give-up', String(lost))).toMatchObject({ code: 0 });
    await whenTrue(async () => (await ready()).workers['log'] === undefined && !(await ready()).kafka.includes('refused'), 30_000); // Without a restart.
    await file(5);
    await whenTrue(async () => (await one<number>(database, `SELECT count(*)::int FROM es.events WHERE type = 'supervision.clock-breached'`)) > 0, 30_000);
    await inOrder();
    const claims = await one<number>(database, `SELECT count(*)::int FROM es.events WHERE type = 'intake.claim-filed'`);
    expect(claims).toBe(12 + 5);
    const verified = await verify('--state', state);
    const { whole, findings, forks } = JSON.parse(verified.out) as { whole: boolean; findings: object[]; forks: { gone: { where: string; to: number }[] }[] };
    expect([verified.code, whole, findings]).toEqual([0, true, []]);
    expect(forks).toEqual([expect.objectContaining({ epoch: 1, from: then + 1, lostTo: known, by: 'operator:yw-1', reason: '归档损坏' })]);
    expect(forks[0]!.gone).toEqual(expect.arrayContaining([{ where: state, to: known }, { where: witness, to: known }, { where: 'Kafka', to: known }]));
    expect((await verify('--state', state)).code).toBe(0); // From now on it remembers the new way.
    expect(JSON.parse((await verify('--state', state)).out)).toMatchObject({ forks: [{ gone: expect.not.arrayContaining([expect.objectContaining({ where: state })]) }] });
  }, 180_000);

  it('is found out where the loss is greater than was stated', async () => {
    await database.query('ALTER TABLE es.events DISABLE TRIGGER ALL; ALTER TABLE es.epoch DISABLE TRIGGER ALL');
    await database.query('UPDATE es.epoch SET lost_to = lost_to - 3 WHERE n = 1');
    const verified = await verify('--state', join(home, 'other.json'));
    expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('the log does not state it')]);
    await database.query('UPDATE es.epoch SET lost_to = lost_to + 3 WHERE n = 1');
  });

  it('or copied for a test touches neither the topic nor the group of the real one until it has a name of its own', async () => {
    await kill();
    const [{ url: original }, own] = [server!, new URL(server!.url)];
    own.pathname = '/drill';
    const admin = new pg.Client({ connectionString: original.replace(/\/anxin$/, '/postgres') });
    await database.end();
    await admin.connect();
    await admin.query('CREATE DATABASE drill TEMPLATE anxin');
    await admin.end();
    database = new pg.Pool({ connectionString: own.href, max: 4 });
    environment = { ...environment, DATABASE_URL: own.href };
    const [before, end] = [await sent(), await head()];
    await startProduct(LATER);
    await whenTrue(async () => (await ready()).log?.how === 'elsewhere');
    expect((await ready()).workers['log']).toBe('held');
    await kill();
    expect((await logCommand('copy', '--by', 'yw-1', '--reason', '演练', '--id', logId)).out).toContain('LOG_ID_TAKEN');
    expect(await logCommand('copy', '--by', 'yw-1', '--reason', '演练', '--id', `${logId}-drill`)).toMatchObject({ code: 0 });
    environment = { ...environment, LOG_ID: `${logId}-drill`, WITNESS_FILE: join(home, 'drill.jsonl') };
    await startProduct(LATER);
    await file(2);
    await inOrder();
    expect((await transport.extent(topicOf(logId)))!.ends.reduce((sum, at) => sum + at, 0n)).toBe(before);
    const collected = Collected.from(transport, topicOf(`${logId}-drill`));
    await whenTrue(() => collected.complete(), 30_000);
    expect(collected.inOrder().length).toBe(await head());
    await collected.stop();
    expect(await head()).toBeGreaterThan(end + 2);
  }, 120_000);
});
