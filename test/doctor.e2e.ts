import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { batchStatement } from '#libs/event-store/batch.js';
import { signedCheckpoint } from '#libs/merkle/checkpoint.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { KafkaTransport } from '#libs/messaging/kafka.js';
import { ensureTopics, topicOf } from '#libs/messaging/topics.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { Keyring } from '#libs/security/keyring.js';
import type { Diagnosis } from '../demo/doctor/examine.js';
import { examine } from '../demo/doctor/examine.js';
import { freePort } from '../demo/guarded.js';
import type { DemoIssuer } from '../demo/people.js';
import { startIssuer } from '../demo/people.js';
import { allServices } from '../demo/services.js';
import { probe } from './fresh-log.js';
import type { FreshDatabase } from './stack.js';
import { freshDatabase, kafkaBrokers } from './stack.js';

const key = (): string => randomBytes(32).toString('base64');
const runs = promisify(execFile);

/** Each thing is broken as it breaks in life, seen by its name, and mended before the next. */
describe('npm run doctor', () => {
  let database: FreshDatabase;
  let issuer: DemoIssuer;
  let transport: KafkaTransport;
  let env: Record<string, string>;
  const folder = mkdtempSync(join(tmpdir(), 'anxin-doctor-'));
  const logId = `t-${randomBytes(6).toString('hex')}`;
  const masterKey = key();
  const logKey = newSigningKey(`doctor.example/${logId}`);

  beforeAll(async () => {
    [database, issuer] = await Promise.all([freshDatabase(), startIssuer()]);
    await migrateAll(database.url, logId, allServices);
    transport = new KafkaTransport({ brokers: kafkaBrokers(), clientId: 'anxin-doctor-test' });
    env = {
      NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, PORT: String(await freePort()), OIDC_ISSUER: issuer.issuer,
      MASTER_KEY: masterKey, BLIND_INDEX_SECRET: key(), EVIDENCE_STORE: folder, LOG_SIGNING_KEYS: logKey.privateKey,
    };
  }, 60_000);
  afterAll(async () => {
    await transport?.close();
    await issuer?.stop();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const sql = (text: string, values: unknown[] = []) => database.pool.query(text, values);
  const looked = (more: Readonly<Record<string, string>> = {}, now?: () => number): Promise<Diagnosis> => examine({ ...env, ...more }, now);
  const levels = ({ findings }: Diagnosis, id: string): readonly string[] => findings.filter((finding) => finding.id === id).map(({ level }) => level);
  /** What is not well; the calendar ends when it ends, whatever this test does. */
  const ills = ({ findings }: Diagnosis): readonly string[] => findings.filter(({ id, level }) => level !== 'ok' && id !== 'calendar').map(({ id, level }) => `${id} ${level}`);

  it('sees that a topic is not there yet', async () => {
    expect(ills(await looked())).toEqual(['kafka-topic warn']);
    await ensureTopics(transport, logId, '0');
  });

  it('finds nothing where all is well, in both languages', async () => {
    const diagnosis = await looked();
    expect(ills(diagnosis)).toEqual([]);
    expect(diagnosis.findings.length).toBeGreaterThan(25);
    for (const { zh, en } of diagnosis.findings) expect([zh, /[\u4e00-\u9fff]/.test(en)]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]|^(Node|PostgreSQL) /), false]);
  });

  /** What breaks it: more of the environment, or a deed with its undoing; and what must be found. */
  const nowhere = 'postgres://anxin:sekret@127.0.0.1:9/anxin';
  const caseId = randomUUID();
  const breakages: readonly (readonly [what: string, found: readonly string[], deed: () => Promise<unknown>, undo?: () => Promise<unknown>, more?: () => Readonly<Record<string, string>>])[] = [
    ['PostgreSQL that does not answer', ['postgres fail'], nothing, nothing, () => ({ DATABASE_URL: nowhere })],
    ['a variable that is wrong', ['configuration fail'], nothing, nothing, () => ({ DATABASE_POOL_MAX: 'many' })],
    ['keys that everybody knows', ['demo-keys warn'], nothing, nothing, () => ({ BLIND_INDEX_SECRET: '' })],
    ['a migration that was not run', ['migrations fail'], () => sql(`UPDATE anxin_migration SET name = name || '-' WHERE name = 'IntakeDeliveryTrace1700000000013'`), () => sql(`UPDATE anxin_migration SET name = rtrim(name, '-')`)],
    ['another schema of the log', ['migrations fail'], () => sql(`UPDATE es.migration SET digest = '-' || digest`), () => sql(`UPDATE es.migration SET digest = ltrim(digest, '-')`)],
    ['a database that is newer', ['migrations warn'], () => sql(`INSERT INTO anxin_migration(timestamp, name) VALUES (9, 'Later9')`), () => sql(`DELETE FROM anxin_migration WHERE name = 'Later9'`)],
    ['the name of another log', ['log-id warn'], nothing, nothing, () => ({ LOG_ID: 'another' })],
    ['a role that can change the log', ['roles-change fail'], () => sql('GRANT UPDATE ON es.events TO anxin_app'), () => sql('REVOKE UPDATE ON es.events FROM anxin_app')],
    ['a role that cannot append', ['roles fail'], () => sql('REVOKE EXECUTE ON FUNCTION es.append_batch FROM anxin_app'), () => sql('GRANT EXECUTE ON FUNCTION es.append_batch TO anxin_app')],
    ['a trigger that was disabled', ['append-only fail'], () => sql('ALTER TABLE es.events DISABLE TRIGGER append_only'), () => sql('ALTER TABLE es.events ENABLE ALWAYS TRIGGER append_only')],
    ['a foreign time zone', ['postgres-time-zone warn'], () => setting(`timezone = 'America/New_York'`), () => resetting('timezone')],
    ['commits that do not wait', ['postgres-durability warn'], () => setting('synchronous_commit = off'), () => resetting('synchronous_commit')],
    ['Kafka that does not answer', ['kafka fail'], nothing, nothing, () => ({ KAFKA_BROKERS: '127.0.0.1:9' })],
    ['an issuer that does not answer', ['issuer fail'], nothing, nothing, () => ({ OIDC_ISSUER: 'http://127.0.0.1:9' })],
    ['the document of another issuer', ['issuer fail'], nothing, nothing, () => ({ OIDC_ISSUER: `${issuer.issuer}/` })],
    ['no issuer at all', ['issuer warn'], nothing, nothing, () => ({ OIDC_ISSUER: '' })],
    ['a folder that cannot be written', ['disk fail'], async () => writeFileSync(join(folder, 'file'), ''), nothing, () => ({ EVIDENCE_STORE: join(folder, 'file', 'below') })],
    ['no law', ['packs fail'], nothing, nothing, () => ({ POLICIES: folder })],
    ['a case that was set aside', ['parked warn'], () => sql(`INSERT INTO routing.parked(consumer, log_id, topic, part, case_id, pos, "offset", attempts, error) VALUES ('r', 'l', 't', 0, $1, 1, 1, 1, 'broken')`, [caseId]), () => sql('DELETE FROM routing.parked')],
    ['a time that did not fire', ['clocks fail'], () => sql(`INSERT INTO es.clocks(clock_id, case_id, kind, due_at, note) VALUES ($1, $1, 'MED', clock_timestamp() - interval '5 minutes', '{}')`, [caseId]), () => sql('DELETE FROM es.clocks')],
    ['a channel that was given up', ['deliveries warn'], () => sql(`INSERT INTO intake.delivery(id, channel, "channelNumber", "caseId", position, event, payload, status) VALUES ($1, '12345', 'n', $1, 1, 'e', '{}', 'abandoned')`, [caseId]), () => sql('DELETE FROM intake.delivery')],
    ['a master key that is not the one', ['master-key fail'], () => new Keyring(database.pool, { id: 'k1', key: Buffer.from(masterKey, 'base64') }).create([caseId]), nothing, () => ({ MASTER_KEY: key() })],
    ['a change of the master key that was not finished', ['master-key-older warn'], nothing, nothing, () => ({ MASTER_KEY: key(), MASTER_KEY_ID: 'k2', MASTER_KEYS_OLDER: JSON.stringify({ k1: masterKey }) })],
    ['a key that somebody wrote into the database', ['keys-in-database fail'], () => sql(`COMMENT ON SCHEMA es IS '${masterKey}'`), () => sql('COMMENT ON SCHEMA es IS NULL')],
    ['a key in a table of somebody else', ['keys-in-database fail'], () => sql(`CREATE TABLE public.notes AS SELECT '{"key":"${masterKey}"}'::text AS note`), () => sql('DROP TABLE public.notes')],
  ];

  it.each(breakages.map(([what]) => what))('finds %s', async (what) => {
    const [, found, deed, undo = nothing, more = () => ({})] = breakages.find(([one]) => one === what)!;
    await deed();
    try {
      const diagnosis = await looked(more());
      expect(ills(diagnosis)).toEqual(expect.arrayContaining([...found]));
      expect(ills(diagnosis).filter((ill) => !found.includes(ill) && !(found.includes('postgres fail') && ill === 'kafka-topic warn'))).toEqual([]);
      for (const { level, doZh, doEn } of diagnosis.findings) if (level !== 'ok') expect([doZh !== '', doEn !== '']).toEqual([true, true]);
      expect([JSON.stringify(diagnosis).includes('sekret'), JSON.stringify(diagnosis).includes(masterKey), JSON.stringify(diagnosis).includes('many')]).toEqual([false, false, false]);
    } finally {
      await undo();
    }
  });

  it('sees as much as the user of a service, and warns of an owner in production', async () => {
    const user = `doctor_${randomBytes(4).toString('hex')}`;
    await sql(`CREATE ROLE ${user} LOGIN PASSWORD 'doctor-only' IN ROLE anxin_app`);
    try {
      const url = Object.assign(new URL(database.url), { username: user, password: 'doctor-only' }).href;
      expect(ills(await looked({ DATABASE_URL: url }))).toEqual([]);
      expect(levels(await looked({ NODE_ENV: 'production' }), 'roles-owner')).toEqual(['warn']);
      expect(levels(await looked({ NODE_ENV: 'production', DATABASE_URL: url }), 'roles-owner')).toEqual([]);
    } finally {
      await sql(`DROP ROLE ${user}`);
    }
  });

  it('finds a port that another program holds', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    expect(levels(await looked({ PORT: String((other.address() as AddressInfo).port) }), 'port')).toEqual(['fail']);
    await new Promise((done) => other.close(done));
  });

  it('finds a clock that goes wrong, and a calendar that has ended', async () => {
    const then = await looked({}, () => Date.parse('2099-02-01T00:00:00Z'));
    expect([levels(then, 'clock-skew'), levels(then, 'calendar')]).toEqual([['fail'], ['fail']]);
    expect(levels(await looked({}, () => Date.now() + 5_000), 'clock-skew')).toEqual(['warn']);
  });

  it('finds a topic that would lose events', async () => {
    const other = `${logId}-x`;
    await transport.createTopic(topicOf(other), 3, { 'retention.ms': '604800000' });
    await sql('UPDATE es.log SET log_id = $1', [other]);
    const diagnosis = await looked({ LOG_ID: other, LOG_SIGNING_KEYS: '' });
    await sql('UPDATE es.log SET log_id = $1', [logId]);
    expect(ills(diagnosis)).toEqual(['kafka-partitions fail', 'kafka-retention fail']);
  });

  it('says how it stands by its exit code, and as JSON', async () => {
    const ran = async (more: Readonly<Record<string, string>>) => runs(process.execPath, ['dist/demo/doctor.js', '--json'], { env: { PATH: process.env['PATH'], ...env, ...more } }).then(({ stdout }) => ({ code: 0, stdout }), (error: { code: number; stdout: string }) => error);
    const well = await ran({});
    const { status, findings } = JSON.parse(well.stdout) as Diagnosis;
    expect([well.code, findings.length > 25]).toEqual([{ ok: 0, warn: 1, fail: 2 }[status], true]);
    const broken = await ran({ DATABASE_URL: nowhere });
    expect([broken.code, (JSON.parse(broken.stdout) as Diagnosis).status, broken.stdout.includes('sekret')]).toEqual([2, 'fail', false]);
  });

  it('finds events that nobody publishes or seals, a log that has forked, and the key of another log', async () => {
    const at = '2026-03-02T10:15:00+08:00';
    await sql(...statement([{ stream: `probe/${caseId}`, caseId, expected: 0, meta: { actor: 'test' }, events: [{ type: probe.ProbeMade.type, data: { n: 1 }, recordedAt: at }] }]));
    expect(ills(await looked())).toEqual(['relay fail', 'seal fail']);
    await sql(`UPDATE es.relay SET pos = 1, leaf_hash = '\\x00'`);
    const other = newSigningKey(`doctor.example/${logId}`);
    const root = randomBytes(32);
    await sql('INSERT INTO es.checkpoint(size, root, note, sealed_at) VALUES (1, $1, $2, clock_timestamp())', [root, signedCheckpoint({ origin: `doctor.example/${logId}`, size: 1, root }, [signerOf(other.privateKey)])]);
    expect(ills(await looked())).toEqual(['log-forked fail', 'log-key fail']);
    await sql('UPDATE es.relay SET pos = 5');
    expect(ills(await looked({ LOG_VERIFIER_KEYS: other.vkey }))).toEqual(['log-forked fail']);
  });

  function statement(commands: Parameters<typeof batchStatement>[0]): [string, unknown[]] {
    const { text, values } = batchStatement(commands);
    return [text, values];
  }

  async function setting(what: string): Promise<unknown> {
    return sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET ${what.replaceAll("'", "''")}', current_database()); END $$`);
  }

  async function resetting(name: string): Promise<unknown> {
    return sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET ${name}', current_database()); END $$`);
  }

  async function nothing(): Promise<void> {
    await Promise.resolve();
  }
});
