import type { PoolClient } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { readRows } from '#libs/event-store/read.js';
import type { FreshLog } from '../../test/fresh-log.js';
import { freshLog, probe } from '../../test/fresh-log.js';
import { whenTrue } from '../../test/stack.js';
import { messageOf } from './cloud-event.js';
import { Consumer } from './consumer.js';
import { consumerTables } from './consumer-tables.js';
import type { Handle } from './effects.js';
import { Parked } from './parked.js';
import { Relay } from './relay.js';
import { ensureTopics } from './topics.js';
import type { OutgoingMessage } from './transport.js';

let log: FreshLog;
let relay: Relay;
const consumers: Consumer[] = [];

beforeEach(async () => {
  log = await freshLog(20);
  await log.pool.query(consumerTables('svc'));
  await log.pool.query('CREATE TABLE svc.counted(case_id uuid PRIMARY KEY, n int NOT NULL, versions int[] NOT NULL)');
  relay = new Relay({ pool: log.pool, transport: log.transport, leaseMs: 500 });
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((one) => one.stop()));
  await relay.stop();
  await log.drop();
});

/** Counts each case's events and notes their versions: a repeat, a loss or a wrong order shows. */
const counting: Handle = async (events, tx) => {
  for (const { caseId, version } of events.filter(({ stream }) => stream.startsWith('probe/'))) {
    await tx.query(
      'INSERT INTO svc.counted AS c VALUES ($1, 1, ARRAY[$2::int]) ON CONFLICT (case_id) DO UPDATE SET n = c.n + 1, versions = c.versions || $2::int', [caseId, version]);
  }
  return [];
};

function consumer(handle: Handle = counting, more: { chunkMax?: number; triesMax?: number } = {}): Consumer {
  const one = new Consumer({ transport: log.transport, pool: log.pool, logId: log.logId, service: 'svc', name: `${log.logId}-svc`, handle, ...more });
  consumers.push(one);
  one.start();
  return one;
}

function parked(handle: Handle = counting): Parked {
  return new Parked({ pool: log.pool, logId: log.logId, service: 'svc', name: `${log.logId}-svc`, handle });
}

async function counted(): Promise<Map<string, string>> {
  const { rows } = await log.pool.query<{ case_id: string; versions: number[] }>('SELECT case_id, versions FROM svc.counted');
  return new Map(rows.map((row) => [row.case_id, row.versions.join()]));
}

function expected(caseIds: readonly string[], versions: number): Map<string, string> {
  return new Map(caseIds.map((caseId) => [caseId, Array.from({ length: versions }, (_, index) => index + 1).join()]));
}

async function messages(from = '0'): Promise<OutgoingMessage[]> {
  const { rows } = await log.pool.query<{ log_epoch: string }>('SELECT log_epoch FROM es.log');
  return (await readRows(log.pool, from, 100_000)).map((row) => messageOf(row, rows[0]!.log_epoch, log.topic));
}

async function caughtUp(one: Consumer): Promise<void> {
  expect(await one.whenCaughtUp(await log.head(), 40_000)).toBe(true);
}

describe('Consumer', () => {
  it('counts every event once though every message comes three times and the broker forgets where the group stood', async () => {
    const caseIds = await log.fill(100, 10);
    await ensureTopics(log.transport, log.logId, '0');
    const all = await messages();
    for (let at = 0; at < all.length; at += 250) for (const from of [at, Math.max(0, at - 100), at]) await log.transport.publish(all.slice(from, at + 250)); // Repeats as a relay makes them.
    const one = consumer();
    await caughtUp(one);
    await whenTrue(async () => (await one.lag()) === 0n);
    expect(await counted()).toEqual(expected(caseIds, 10));
    await one.stop();
    const two = new Consumer({ transport: log.transport, pool: log.pool, logId: log.logId, service: 'svc', name: `${log.logId}-svc`, handle: counting });
    await log.pool.query('UPDATE svc.high_water SET next_offset = 0'); // Everything is read again.
    consumers.push(two);
    two.start();
    await whenTrue(async () => (await two.lag()) === 0n, 30_000);
    expect(await counted()).toEqual(expected(caseIds, 10));
  });

  it('appends what its events mean exactly once, and reads its own events as any other', async () => {
    const echo: Handle = async (events, tx) => {
      await counting(events, tx);
      return events.filter(({ stream }) => stream.startsWith('probe/')).map(({ caseId, id, version }) => ({
        stream: `echo/${caseId}-${version}`, caseId, expected: 0, meta: { actor: 'process:test', cause: id },
        events: [{ type: probe.ProbeMade.type, data: { n: version }, recordedAt: '2026-03-02T10:15:00+08:00' }],
      }));
    };
    const caseIds = await log.fill(60, 5);
    relay.start();
    const one = consumer(echo);
    for (let cut = 0; cut < 12; cut++) {
      await new Promise((done) => setTimeout(done, 120));
      await log.pool.query(`SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 2) AS x`);
    }
    await whenTrue(async () => (await log.head()) === '600', 30_000);
    await caughtUp(one);
    expect(await counted()).toEqual(expected(caseIds, 5));
    expect(await log.head()).toBe('600');
    expect(await parked().list()).toEqual([]);
  });

  it('parks exactly the cases of poison, each with its reason, and lets all others flow', async () => {
    const good = await log.fill(120, 3);
    await log.fill(11, 2);
    await ensureTopics(log.transport, log.logId, '0');
    const all = await messages();
    const poisonCases = [...new Set(all.map(({ key }) => key))].slice(120);
    const poisons: [string, (message: OutgoingMessage) => Partial<OutgoingMessage> & { headers?: Record<string, string> }][] = [
      ['data is no JSON', () => ({ value: '{"n":' })],
      ['ce_leafhash', () => ({ value: '{"n":77}' })],
      ['tombstone', () => ({ value: null as unknown as string })],
      ['data too large', () => ({ value: JSON.stringify({ n: 1, note: 'x'.repeat(70_000) }) })],
      ['data holds a forbidden key', () => ({ value: '{"n":1,"__proto__":{}}' })],
      ['data is nested too deep', () => ({ value: `{"n":${'['.repeat(10_000)}${']'.repeat(10_000)}}` })],
      ['ce_type', ({ headers }) => ({ headers: { ...headers, ce_type: 'nonsense' } })],
      ['ce_position is missing', ({ headers: { ce_position: _, ...rest } }) => ({ headers: rest })],
      ['ce_id', ({ headers }) => ({ headers: { ...headers, ce_id: 'x' } })],
      ['wrong partition', ({ partition }) => ({ partition: (partition + 1) % 12 })],
      ['event of another log', ({ headers }) => ({ headers: { ...headers, ce_logid: 'elsewhere' } })],
    ];
    const sent = all.map((message) => {
      const index = poisonCases.indexOf(message.key);
      return index >= 0 && message.headers.ce_streamversion === '1' ? { ...message, ...poisons[index]![1](message) } : message;
    });
    await log.transport.publish(sent);
    const one = consumer();
    await whenTrue(async () => (await one.lag()) === 0n);
    expect(await counted()).toEqual(expected(good, 3));
    const list = await parked().list();
    expect(list.map(({ caseId }) => caseId).sort()).toEqual([...poisonCases].sort());
    const shown = await Promise.all(poisonCases.map(async (caseId) => (await parked().show(caseId)).sort((a, b) => Number(a.position) - Number(b.position))));
    for (const [index, [reason]] of poisons.entries()) {
      const errors = shown[index]!.map(({ error }) => error);
      expect(errors).toContain(reason);
      expect(errors).toHaveLength(2); // The poison, and the event behind it.
    }
    // The log holds them whole: each can be done from there, but what names no position of this log can only be skipped.
    for (const [index, caseId] of poisonCases.entries()) {
      const nameless = ['ce_position is missing', 'wrong partition', 'event of another log'].includes(poisons[index]![0]);
      expect(await parked().retryKey(caseId)).toMatchObject(nameless ? { replayed: 1, remaining: 1 } : { replayed: 2, remaining: 0 });
    }
  });

  it('goes on with a case, after an event that nobody could read was done from the log', async () => {
    const [caseId] = await log.fill(1, 2) as [string];
    await ensureTopics(log.transport, log.logId, '0');
    const one = consumer();
    const [first, second] = await messages() as [OutgoingMessage, OutgoingMessage];
    await log.transport.publish([first, { ...second, value: '{' }]);
    await whenTrue(async () => (await parked().count()) === 1);
    expect(await parked().retryKey(caseId)).toEqual({ replayed: 1, remaining: 0 });
    await log.append(log.next([caseId], 2));
    await log.transport.publish(await messages('2'));
    await caughtUp(one);
    expect([await parked().count(), await counted()]).toEqual([0, expected([caseId], 3)]);
  });

  it('is not carried past what is still to come by a place that an unreadable message makes up', async () => {
    const [caseId] = await log.fill(1, 3) as [string];
    await ensureTopics(log.transport, log.logId, '0');
    const one = consumer();
    const [first, second, third] = await messages() as [OutgoingMessage, OutgoingMessage, OutgoingMessage];
    await log.transport.publish([first, { ...second, value: '{', headers: { ...second.headers, ce_position: '999999999' } }, second, third]);
    await whenTrue(async () => (await one.lag()) === 0n);
    expect((await parked().show(caseId)).map(({ position, error }) => [Number(position) < 0, error])).toEqual([
      [false, 'behind a parked event of its case'], [false, 'behind a parked event of its case'], [true, 'data is no JSON'],
    ]);
    expect(await parked().retryKey(caseId)).toMatchObject({ replayed: 2, remaining: 1 });
    expect(await counted()).toEqual(expected([caseId], 3));
  });

  it('parks an unknown type, data against its schema and a gap in a stream', async () => {
    const [unknown, wrong, gapped, fine] = await log.fill(4, 3) as [string, string, string, string];
    await ensureTopics(log.transport, log.logId, '0');
    const all = await messages();
    const kept = all.filter(({ key, headers }) => !(key === gapped && headers.ce_streamversion === '2'));
    const store = await log.pool.connect();
    await store.query('ALTER TABLE es.events DISABLE TRIGGER ALL');
    await store.query(`UPDATE es.events SET type = 'audit.probe-unheard-of' WHERE case_id = $1 AND version = 2`, [unknown]);
    await store.query(`UPDATE es.events SET data = '{"n":"五"}' WHERE case_id = $1 AND version = 2`, [wrong]);
    const { entryOf, leafHash } = await import('#libs/merkle/entry.js');
    const changed = new Map((await readRows(log.pool, '0', 100)).map((row) => [row.position, { ...row, leafHash: leafHash(entryOf(row)) }]));
    for (const { position, leafHash: leaf } of changed.values()) await store.query('UPDATE es.events SET leaf_hash = $2 WHERE pos = $1', [position, leaf]);
    store.release();
    const epoch = all[0]!.headers.ce_logepoch!;
    await log.transport.publish(kept.map(({ headers }) => messageOf(changed.get(headers.ce_position!)!, epoch, log.topic)));
    const one = consumer();
    await whenTrue(async () => (await one.lag()) === 0n);
    const errors = async (caseId: string): Promise<string[]> => (await parked().show(caseId)).map(({ error }) => error);
    expect(await errors(unknown)).toEqual(['unknown type audit.probe-unheard-of.v1', 'behind a parked event of its case']);
    expect(await errors(wrong)).toEqual(['data against its schema: n (invalid_type)', 'behind a parked event of its case']);
    expect(await errors(gapped)).toEqual(['version 3 of its stream after version 1']);
    expect([...await counted()].sort()).toEqual([[unknown, '1'], [wrong, '1'], [gapped, '1'], [fine, '1,2,3']].sort());
  });

  it('parks the one event that its handler cannot take, and after the repair its case goes on in order', async () => {
    let repaired = false;
    const caseIds = await log.fill(80, 2);
    const sick = caseIds[40]!;
    const handle: Handle = async (events, tx) => {
      if (!repaired && events.some(({ caseId, version }) => caseId === sick && version === 2)) throw new Error('cannot take "张三" 110101199003074578');
      return counting(events, tx);
    };
    relay.start();
    const one = consumer(handle);
    await caughtUp(one);
    await log.append(log.next(caseIds, 2));
    relay.wake();
    await caughtUp(one);
    expect(await counted()).toEqual(new Map(expected(caseIds, 3)).set(sick, '1'));
    const [stuck] = await parked(handle).list();
    expect(stuck).toMatchObject({ caseId: sick, events: 2, error: 'Error: cannot take "…" #' });
    expect(await parked(handle).retryKey(sick)).toMatchObject({ replayed: 0, remaining: 2, error: 'Error: cannot take "…" #' });
    repaired = true;
    expect(await parked(handle).retryKey(sick)).toEqual({ replayed: 2, remaining: 0 });
    await log.append(log.next([sick], 3));
    relay.wake();
    await caughtUp(one);
    expect((await counted()).get(sick)).toBe('1,2,3,4');
  });

  it('gives an event up only with a reason, and says what was given up', async () => {
    const [caseId] = await log.fill(1, 3) as [string];
    const handle: Handle = (events, tx) => (events.some(({ version }) => version === 2) ? Promise.reject(new Error('no')) : counting(events, tx));
    relay.start();
    const one = consumer(handle);
    await caughtUp(one);
    const tx = await log.pool.connect();
    await tx.query('BEGIN');
    await expect(parked().skip(tx, caseId, '2', ' ')).rejects.toThrow('reason');
    expect(await parked().skip(tx, caseId, '2', 'entered twice')).toEqual({ consumer: `${log.logId}-svc`, logId: log.logId, caseId, position: '2', error: 'Error: no', reason: 'entered twice' });
    await tx.query('COMMIT');
    tx.release();
    expect(await parked(handle).retryKey(caseId)).toEqual({ replayed: 1, remaining: 0 });
    expect((await counted()).get(caseId)).toBe('1,3');
  });

  it('tries a conflict again with the events loaded anew, and parks what conflicts for ever', async () => {
    const [flaky, stubborn] = await log.fill(2) as [string, string];
    let calls = 0;
    const handle: Handle = (events) => Promise.resolve(events.filter(({ stream }) => stream.startsWith('probe/')).map(({ caseId }) => ({
      stream: `echo/${caseId}`, caseId, expected: caseId === stubborn || calls++ < 2 ? 5 : 0, meta: { actor: 'process:test' },
      events: [{ type: probe.ProbeMade.type, data: { n: 1 }, recordedAt: '2026-03-02T10:15:00+08:00' }],
    })));
    relay.start();
    const one = consumer(handle, { triesMax: 4 });
    await whenTrue(async () => (await parked().list()).length > 0 && (await log.head()) === '3', 20_000);
    await caughtUp(one);
    expect(await parked().list()).toMatchObject([{ caseId: stubborn, events: 1, error: 'SQLSTATE 40001' }]);
    const { rows } = await log.pool.query(`SELECT stream_id FROM es.streams WHERE stream_id LIKE 'echo/%'`);
    expect(rows).toEqual([{ stream_id: `echo/${flaky}` }]);
  });

  it('keeps its counts through members that come and go while their handlers are slow', async () => {
    const slow: Handle = async (events: readonly PublishedEvent[], tx: PoolClient) => {
      await new Promise((done) => setTimeout(done, 20));
      return counting(events, tx);
    };
    relay.start();
    const writing = (async () => {
      const filled: string[] = [];
      for (let round = 0; round < 10; round++) filled.push(...await log.fill(40, 5));
      return filled;
    })();
    const first = consumer(slow, { chunkMax: 20 });
    for (let turn = 0; turn < 4; turn++) {
      const guest = consumer(slow, { chunkMax: 20 });
      await new Promise((done) => setTimeout(done, 900));
      await guest.stop();
    }
    const caseIds = await writing;
    await caughtUp(first);
    expect(await counted()).toEqual(expected(caseIds, 5));
    expect(await parked().list()).toEqual([]);
  });

  it('goes back to where its database stands when that was restored, though the broker is ahead', async () => {
    const caseIds = await log.fill(40, 2);
    relay.start();
    const one = consumer();
    await caughtUp(one);
    await log.pool.query('CREATE TABLE svc.backup_mark AS SELECT * FROM svc.high_water; CREATE TABLE svc.backup_counted AS SELECT * FROM svc.counted');
    await new Promise((done) => setTimeout(done, 1_100)); // The broker is told once a second.
    await log.append(log.next(caseIds, 2));
    await log.append(log.next(caseIds, 3));
    relay.wake();
    await caughtUp(one);
    await one.stop();
    const ahead = await log.transport.committed(`${log.logId}-svc`, log.topic);
    const { rows } = await log.pool.query<{ part: number; next_offset: string }>('SELECT part, next_offset FROM svc.backup_mark');
    expect(rows.some((row) => BigInt(ahead.get(row.part) ?? '0') > BigInt(row.next_offset))).toBe(true);
    await log.pool.query('TRUNCATE svc.high_water, svc.counted; INSERT INTO svc.high_water SELECT * FROM svc.backup_mark; INSERT INTO svc.counted SELECT * FROM svc.backup_counted');
    const two = consumer();
    await caughtUp(two);
    expect(await counted()).toEqual(expected(caseIds, 4));
  });

  it('waits no more where another member has taken over what it waited with', async () => {
    const caseIds = await log.fill(60, 2);
    relay.start();
    let away = true;
    const handle: Handle = async (events, tx) => {
      if (away) throw Object.assign(new Error('the store is away'), { code: '57P03' });
      return counting(events, tx);
    };
    const one = consumer(handle);
    await whenTrue(() => one.health().state === 'waiting', 30_000);
    const others = [consumer(handle), consumer(handle)];
    await whenTrue(() => [one, ...others].every((member) => member.partitions() === 4), 60_000); // Most of what the first waited with is another's.
    away = false;
    await Promise.all([one, ...others].map(caughtUp));
    expect(await counted()).toEqual(expected(caseIds, 2));
    expect([one, ...others].map((member) => member.health().state)).toEqual(['running', 'running', 'running']);
  });

  it('stops at an epoch of the log that it does not know and says so', async () => {
    const [caseId] = await log.fill(1) as [string];
    relay.start();
    const one = consumer();
    await caughtUp(one);
    await relay.stop();
    await log.append(log.next([caseId], 1));
    const [next] = await messages('1');
    await log.transport.publish([{ ...next!, headers: { ...next!.headers, ce_logepoch: uuidv7() } }]);
    await whenTrue(() => one.health().state === 'waiting');
    expect(one.health().reason).toContain('epoch of the log that this database does not know');
    expect((await counted()).get(caseId)).toBe('1');
  });

  it('stops at an event that the log does not have, as after a restore to before it, and says so', async () => {
    const [caseId] = await log.fill(1, 2) as [string];
    await ensureTopics(log.transport, log.logId, '0');
    await log.transport.publish(await messages());
    await log.pool.query('ALTER TABLE es.events DISABLE TRIGGER ALL; DELETE FROM es.events WHERE pos = 2');
    const one = consumer(counting, { chunkMax: 1 });
    await whenTrue(() => one.health().state === 'waiting', 30_000);
    expect(one.health().reason).toContain('position 2 that the log does not have');
    expect((await counted()).get(caseId)).toBe('1');
  });

  it('goes on where a person gave up what was published: passes it by, and takes the positions that are used again', async () => {
    const [kept, other] = await log.fill(2) as [string, string];
    relay.start();
    const one = consumer();
    await caughtUp(one);
    await relay.stop();
    await one.stop();
    const [lost] = await messages('0');
    const stored = (await readRows(log.pool, '0', 1))[0]!;
    const { entryOf, leafHash } = await import('#libs/merkle/entry.js');
    const gone = { ...stored, version: 2, position: '3', leafHash: leafHash(entryOf({ ...stored, version: 2 })) };
    await log.transport.publish([messageOf(gone, lost!.headers.ce_logepoch!, log.topic)]); // Published, and then lost by a restore to position 2.
    const epoch = uuidv7();
    await log.pool.query('INSERT INTO es.epoch(n, epoch, from_pos, lost_to) VALUES (1, $1, 3, 3)', [epoch]);
    await log.pool.query('UPDATE es.log SET log_epoch = $1', [epoch]);
    await log.append(log.next([kept, other], 1));
    const again = new Relay({ pool: log.pool, transport: log.transport, leaseMs: 500, lookAgainMs: 300 });
    again.start();
    const two = consumer();
    await caughtUp(two);
    expect([...await counted()].sort()).toEqual([[kept, '1,2'], [other, '1,2']].sort());
    await two.stop();
    await again.stop();
    const marks = await log.pool.query<{ log_epoch: string }>(`SELECT DISTINCT log_epoch FROM svc.high_water WHERE pos > 2`);
    expect(marks.rows).toEqual([{ log_epoch: epoch }]);
    await log.pool.query(`UPDATE svc.high_water SET log_epoch = $1 WHERE pos > 2`, [lost!.headers.ce_logepoch]); // A table that had taken in what was given up.
    await log.append(log.next([kept, other], 2));
    await log.transport.publish((await messages('4')));
    const three = consumer();
    await whenTrue(() => three.health().state === 'waiting', 30_000);
    expect(three.health().reason).toContain('no part of the log any more');
  });
});
