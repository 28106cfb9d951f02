import { randomBytes } from 'node:crypto';
import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import { newSigningKey } from '#libs/merkle/note.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { whenTrue } from '../../../test/stack.js';
import { tell } from '../../../test/tell.js';
import { logKeys } from './log-keys.js';
import { Rounds } from './rounds.js';
import { Sealer } from './sealer.js';
import { WitnessTopic } from './witness-topic.js';

/** A clock that stands armed, by the event at position 301. */
const [caseId, clock] = [uuidv7(), uuidv7()];
let log: FreshLog;
let owner: pg.Client;
let sealer: Sealer;
const keysOf = (logId: string, privateKey: string) => logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [privateKey], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [] }, logId);
let keys: ReturnType<typeof keysOf>;
const rounds = (more: { restMs?: number } = {}) => new Rounds({ pool: log.pool, connection: { connectionString: log.url }, keys: keys.verifiers, restMs: 50, restFactor: 0, inFlightMs: 50, ...more });

beforeAll(async () => {
  log = await freshLog();
  keys = keysOf(log.logId, newSigningKey(`log.test/${log.logId}`).privateKey);
  sealer = new Sealer({ pool: log.pool, keys, topic: new WitnessTopic(log.transport, log.logId) }).start();
  await log.fill(100, 3);
  await whenTrue(async () => (await log.pool.query('SELECT 1 FROM es.checkpoint WHERE size = 300')).rowCount === 1);
  await tell(log, 'clocks', caseId, 0, 'clock-started', { clock, warnAt: '2026-03-10T00:00:00+08:00', breachAt: '2026-03-10T12:00:00+08:00' });
  owner = new pg.Client({ connectionString: log.url });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await sealer?.stop();
  await log?.drop();
});

/** As the owner of the database, with our guards taken away. */
const tamper = (statement: string) => owner.query(`BEGIN; ALTER TABLE es.events DISABLE TRIGGER ALL; ${statement}; ALTER TABLE es.events ENABLE ALWAYS TRIGGER append_only; COMMIT`);

describe('Rounds over the log', () => {
  it('find nothing in a whole log, and then what is changed, its place named, until it is mended', async () => {
    const one = rounds().start();
    await whenTrue(() => one.ageSeconds() >= 0);
    expect([one.health(), one.findings()]).toEqual([{ state: 'verifying' }, 0]);
    await tamper("UPDATE es.events SET data = replace(data, '{', '{ ') WHERE pos = 57");
    await whenTrue(() => one.health().state === 'damaged');
    expect([one.health().reason, one.findings()]).toEqual(['57 column data', 1]);
    await tamper("UPDATE es.events SET data = replace(data, '{ ', '{') WHERE pos = 57");
    await whenTrue(() => one.health().state === 'verifying');
    await log.pool.query(`INSERT INTO es.clocks VALUES (gen_random_uuid(), gen_random_uuid(), 'warn', now(), '{}')`);
    await whenTrue(() => one.health().state === 'damaged');
    expect(one.health().reason).toMatch(/^clock es\.clocks /);
    await log.pool.query(`DELETE FROM es.clocks WHERE note = '{}'`);
    await whenTrue(() => one.health().state === 'verifying');
    await one.stop();
  });

  it('are gone by one process alone; another takes them over', async () => {
    const [first, second] = [rounds().start(), rounds()];
    await whenTrue(() => first.ageSeconds() >= 0);
    second.start();
    await whenTrue(() => second.health().state === 'standby');
    await first.stop();
    await whenTrue(() => second.health().state === 'verifying' && second.ageSeconds() >= 0);
    await second.stop();
  });

  it('go on where one was broken off, and not over another tree than was seen there', async () => {
    await log.fill(1_000, 70); // More than one step of 65,536 positions.
    await whenTrue(async () => (await log.pool.query('SELECT 1 FROM es.checkpoint WHERE size = 70301')).rowCount === 1);
    const one = rounds({ restMs: 60_000 });
    one.start();
    await whenTrue(() => one.ageSeconds() >= 0);
    await one.stop();
    expect([one.findings(), (await log.pool.query<{ size: string }>('SELECT size FROM es.verified')).rows]).toEqual([0, [{ size: '0' }]]);
    await log.pool.query('UPDATE es.verified SET size = 65536, root = $1', [randomBytes(32)]);
    const other = rounds({ restMs: 60_000 }).start();
    await whenTrue(() => other.health().state === 'damaged');
    expect(other.health().reason).toBe('1 remembered the progress file');
    await other.stop();
    const whole = rounds({ restMs: 60_000 }).start(); // The next begins at the first position again.
    await whenTrue(() => whole.ageSeconds() >= 0);
    expect(whole.findings()).toBe(0);
    await whole.stop();
  });

  it('know from the round before what the log arms, but only while it is the same log', async () => {
    const one = rounds().start();
    await whenTrue(() => one.ageSeconds() >= 0);
    const id = uuidv5(`${caseId}/${clock}/breach`);
    const moveEvent = (from: string, to: string) => tamper(`UPDATE es.events SET data = replace(data, '${from}T12:00', '${to}T12:00') WHERE pos = 301`);
    const moveRow = (days: number) => owner.query(`UPDATE es.clocks SET due_at = due_at + make_interval(days => ${days}) WHERE clock_id = '${id}'`);
    await moveRow(7);
    await whenTrue(() => one.health().reason === `301 clock es.clocks ${id} due_at`);
    await moveEvent('2026-03-10', '2026-03-17');
    await whenTrue(() => /^301 column [^;]*$/.test(one.health().reason ?? '')); // Both were changed alike.
    await moveEvent('2026-03-17', '2026-03-10');
    await whenTrue(() => one.health().reason === `301 clock es.clocks ${id} due_at`);
    await moveRow(-7);
    await whenTrue(() => one.health().state === 'verifying');
    await one.stop();
  });
});
