import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import { ENTRY_BYTES_MAX, EntryTooLarge, entryOf, leafHash } from '#libs/merkle/entry.js';
import { whenTrue } from '../../test/stack.js';
import type { AppendCommand } from './append-command.js';
import { Appender } from './append.js';
import { CALL, InvalidEvent, batchStatement, parametersOf, prepared } from './batch.js';
import { AppendRejected, StoreBusy, StoreUnavailable } from './failures.js';
import { caseOfClaim, head, readRows, readStream } from './read.js';
import type { Store } from './specimen.js';
import { brokenPromises, command, freshStore, noted, recordedAt, servicePool } from './specimen.js';

let store: Store;
beforeAll(async () => { store = await freshStore(); });
afterAll(async () => {
  expect(await brokenPromises(store.pool)).toEqual([]);
  await store.drop();
});

const key = (name: string, mac = 1): NonNullable<AppendCommand['key']> => ({ source: '12345', key: name, mac: Buffer.alloc(32, mac) });

describe('A command that is appended', () => {
  it('stores all its events, in order, with the hash of exactly what can be read back', async () => {
    const first = command(0, { events: [noted(1, '薪😀 "\\ \n'), noted(2), noted(3)], meta: { actor: 'channel:12345', reason: 'why' } });
    const at = BigInt(await head(store.pool));
    expect(await store.appender.append(first)).toEqual({ outcome: 'appended', firstVersion: 1, lastPosition: String(at + 3n), count: 3 });
    expect(await store.appender.append(command(3, { caseId: first.caseId }))).toMatchObject({ outcome: 'appended', firstVersion: 4, lastPosition: String(at + 4n) });
    const rows = await readRows(store.pool, String(at), 10);
    expect(rows.map((row) => row.version)).toEqual([1, 2, 3, 4]);
    for (const row of rows) expect(leafHash(entryOf(row))).toEqual(row.leafHash);
    const [event] = await readStream(store.pool, first.stream);
    expect(event).toMatchObject({ type: 'intake.specimen-noted.v1', data: { n: 1, text: '薪😀 "\\ \n' }, meta: first.meta, recordedAt, caseId: first.caseId });
  });

  it('wakes who listens, until that one has enough', async () => {
    const heard: string[] = [];
    const stop = store.appender.onAppended((position) => heard.push(position));
    const { lastPosition } = await store.appender.append(command());
    stop();
    await store.appender.append(command());
    expect(heard).toEqual([lastPosition]);
  });

  it('claims what nobody else may claim; the second learns whose it is', async () => {
    const mine = command(0, { claims: [{ space: 'number', value: 'A1' }] });
    const theirs = command(0, { claims: [{ space: 'number', value: 'A0' }, { space: 'number', value: 'A1' }] });
    await store.appender.append(mine);
    expect(await store.appender.append(theirs)).toMatchObject({ outcome: 'taken', takenBy: { space: 'number', value: 'A1', caseId: mine.caseId } });
    expect(await caseOfClaim(store.pool, 'number', 'A1')).toBe(mine.caseId);
    expect(await caseOfClaim(store.pool, 'number', 'A0')).toBeUndefined();
    const race = await Promise.all(Array.from({ length: 20 }, () => store.appender.append(command(0, { claims: [{ space: 'number', value: 'A2' }] }))));
    expect(race.map((each) => each.outcome).sort()).toEqual(['appended', ...Array(19).fill('taken')]);
  });

  it('arms and settles clocks with its event, and with nothing else', async () => {
    const id = uuidv5('clock');
    const armed = async (): Promise<unknown[]> => (await store.pool.query('SELECT kind, due_at, note FROM es.clocks WHERE clock_id = $1', [id])).rows;
    const first = command(0, { arms: [{ id, kind: 'MED', due: '2026-03-09T00:00:00+08:00', note: 'a' }] });
    await store.appender.append(first);
    expect(await armed()).toEqual([{ kind: 'MED', due_at: new Date('2026-03-08T16:00:00Z'), note: 'a' }]);
    await store.appender.append(command(7, { caseId: first.caseId, arms: [{ id, kind: 'MED', due: null, note: '' }] })); // A conflict settles nothing.
    await store.appender.append(command(1, { caseId: first.caseId, arms: [{ id, kind: 'MED', due: null, note: '' }, { id, kind: 'MED', due: '2026-03-10T00:00:00.5+08:00', note: 'b' }] }));
    expect(await armed()).toEqual([{ kind: 'MED', due_at: new Date('2026-03-09T16:00:00.500Z'), note: 'b' }]);
    await store.appender.append(command(2, { caseId: first.caseId, arms: [{ id, kind: 'MED', due: null, note: '' }] }));
    expect(await armed()).toEqual([]);
  });
});

describe('A command that comes too late, or again', () => {
  it('is a conflict for 19 of 20 that were decided on the same version (test 2)', async () => {
    const { caseId } = command();
    const before = BigInt(await head(store.pool));
    const appenders = await Promise.all(Array.from({ length: 5 }, () => store.another({ connections: 1 })));
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => appenders[index % 5]!.append(command(0, { caseId }))));
    expect(outcomes.map((each) => each.outcome).sort()).toEqual(['appended', ...Array(19).fill('conflict')]);
    expect(BigInt(await head(store.pool)) - before).toBe(1n);
    expect((await store.appender.append(command(5, { caseId }))).outcome).toBe('conflict');
    expect((await store.appender.append(command(3))).outcome).toBe('conflict'); // No such stream.
    expect((await store.appender.append(command(1, { stream: `specimen/${caseId}` }))).outcome).toBe('conflict'); // Another case's stream.
  });

  it('is answered with its first result by its key, and refused where the key stood for another request (test 9)', async () => {
    const first = command(0, { key: key('w-1'), events: [noted(1), noted(2)], claims: [{ space: 'w', value: '1' }] });
    const stored = await store.appender.append(first);
    const again = { outcome: 'duplicate', firstVersion: 1, lastPosition: stored.lastPosition, count: 2, stream: first.stream };
    expect(await store.appender.append({ ...first, ...command(0, { key: key('w-1') }) })).toEqual(again); // Sequentially, under another case id, claims and all.
    expect((await store.appender.append(command(0, { key: key('w-1', 2) }))).outcome).toBe('key_reused');
    const restarted = await store.another();
    expect(await restarted.append(first)).toEqual(again);
    const race = await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 ? restarted : store.appender).append(command(0, { key: key('w-2') }))));
    expect(race.map((each) => each.outcome).sort()).toEqual(['appended', ...Array(29).fill('duplicate')]);
    const winner = race.find((each) => each.outcome === 'appended')!;
    expect(new Set(race.map((each) => each.lastPosition))).toEqual(new Set([winner.lastPosition]));
  });

  it('is a duplicate also where the connection was cut after the commit and before the answer (test 14)', async () => {
    const proxy = await muteProxy(store.url);
    const pool = servicePool(proxy.url);
    const appender = new Appender(pool, store.appender.log);
    await appender.append(command());
    const lost = command(0, { key: key('cut') });
    proxy.mute();
    const answer = appender.append(lost);
    await whenTrue(async () => (await readStream(store.pool, lost.stream)).length === 1);
    proxy.cut();
    await expect(answer).rejects.toThrow(StoreUnavailable);
    expect((await appender.append(lost)).outcome).toBe('duplicate');
    expect(await readStream(store.pool, lost.stream)).toHaveLength(1);
    await appender.close();
    await pool.end();
    await proxy.close();
  });
});

describe('A command that cannot be stored', () => {
  it('fails alone: oversize, bad id, bytes and keys that PostgreSQL refuses (test 7)', async () => {
    const good = Array.from({ length: 40 }, () => command());
    const unindexable = Array.from({ length: 400 }, () => uuidv7()).join('');
    const bad: [AppendCommand, new (...of: never[]) => Error][] = [
      [command(0, { stream: 'specimen/\0' }), AppendRejected], [command(0, { claims: [{ space: 'big', value: unindexable }] }), AppendRejected],
      [command(0, { events: [noted(1, 'x'.repeat(ENTRY_BYTES_MAX))] }), EntryTooLarge], [command(0, { caseId: 'not-a-uuid' }), TypeError],
      [command(0, { arms: [{ id: 'x', kind: 'K', due: null, note: '' }] }), TypeError], [command(-1), TypeError], [command(0, { events: [] }), TypeError],
    ];
    const all = good.slice(0, 20).concat(bad.map(([each]) => each), good.slice(20));
    const results = await Promise.allSettled(all.map((each) => store.appender.append(each)));
    for (const [index, result] of results.entries()) {
      const wrong = bad.find(([each]) => each === all[index]);
      if (!wrong) expect(result).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended' } });
      else expect((result as PromiseRejectedResult).reason).toBeInstanceOf(wrong[1]);
    }
  });

  it('names the type and the field that its schema forbids, never the value', async () => {
    const failure = await store.appender.append(command(0, { events: [{ type: 'intake.specimen-noted.v1', data: { n: '张三 13800000000' }, recordedAt }] })).then(() => undefined, (error: Error) => error);
    expect(failure).toBeInstanceOf(InvalidEvent);
    expect(failure?.message).toContain('intake.specimen-noted.v1');
    expect(failure?.message).toContain('n (invalid_type)');
    expect(failure?.message).not.toMatch(/张三|138/);
    await expect(store.appender.append(command(0, { events: [{ ...noted(), type: 'intake.unheard-of.v1' }] }))).rejects.toThrow(InvalidEvent);
    await expect(store.appender.append(command(0, { events: [{ ...noted(), recordedAt: 'soon' }] }))).rejects.toThrow(InvalidEvent);
  });

  it('is turned away where too many wait, and where the store is closing', async () => {
    const small = await store.another({ connections: 1, queueMax: 5 });
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => small.append(command())));
    expect(results.filter((result) => result.status === 'rejected').map((result) => result.reason as Error)).toEqual(Array(4).fill(expect.any(StoreBusy)));
    const last = Array.from({ length: 5 }, () => small.append(command()));
    await small.close();
    expect((await Promise.all(last)).every((each) => each.outcome === 'appended')).toBe(true); // Closing stores what waits.
    await expect(small.append(command())).rejects.toThrow(StoreUnavailable);
  });

  it('is an outage where the store is away, and the next one finds it again', async () => {
    const appender = await store.another();
    await appender.append(command());
    await store.owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%append_batch%' AND pid <> pg_backend_pid()");
    const outcome = await appender.append(command()).catch((error: Error) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(StoreUnavailable);
    expect((await appender.append(command())).outcome).toBe('appended');
    const nowhere = servicePool('postgres://nobody:x@127.0.0.1:1/none');
    await expect(new Appender(nowhere, store.appender.log).append(command())).rejects.toThrow(StoreUnavailable);
    await nowhere.end();
  });
});

describe('The function itself', () => {
  const call = `SELECT * FROM ${CALL}`;

  it('refuses a caller at REPEATABLE READ (test 11)', async () => {
    const client = await store.pool.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(client.query(call, parametersOf(prepared([command()])))).rejects.toThrow('READ COMMITTED');
    await client.query('ROLLBACK');
    client.release();
  });

  it('answers again to a stream, key or claim that an earlier command of the same call names', async () => {
    const one = command(0, { key: key('same'), claims: [{ space: 's', value: '1' }] });
    const batch = [one, command(0, { caseId: one.caseId }), command(0, { key: key('same') }), command(0, { claims: [{ space: 's', value: '1' }] }), command()];
    const { rows } = await store.pool.query<{ outcome: string }>(call, parametersOf(prepared(batch)));
    expect(rows.map((row) => row.outcome)).toEqual(['appended', 'again', 'again', 'again', 'appended']);
  });

  it('refuses a command without events, or with other numbers than it says', async () => {
    const [two] = prepared([command(0, { events: [noted(1), noted(2)] })]);
    await expect(store.pool.query(call, parametersOf([{ ...two!, events: [] }]))).rejects.toThrow('at least one event');
    await expect(store.pool.query(call, parametersOf([{ ...two!, events: two!.events.slice(1) }]))).rejects.toThrow('at least one event');
  });

  it('makes the transaction durable whatever the session says', async () => {
    const client = await store.pool.connect();
    await client.query('SET synchronous_commit = off');
    await client.query('BEGIN');
    await client.query(call, parametersOf(prepared([command()])));
    expect((await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit')).rows[0]?.synchronous_commit).toBe('on');
    await client.query('COMMIT');
    client.release(true);
  });

  it('rolls a consumer back unless everything was stored', async () => {
    const client = await store.pool.connect();
    const stood = command();
    const stored = await store.appender.append(stood);
    await client.query('BEGIN');
    await expect(client.query(batchStatement([command(), stood]))).rejects.toMatchObject({ code: '40001' });
    await client.query('ROLLBACK');
    expect(await head(store.pool)).toBe(stored.lastPosition);
    await client.query(batchStatement([command(), command(1, { caseId: stood.caseId })]));
    client.release();
    expect(() => batchStatement([stood, stood])).toThrow('same stream');
  });
});

/** Between client and server: lets everything through, then swallows what the server answers, then cuts the line. */
async function muteProxy(url: string): Promise<{ url: string; mute: () => void; cut: () => void; close: () => Promise<void> }> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  let muted = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    sockets.push(client, upstream);
    client.pipe(upstream);
    upstream.on('data', (bytes) => muted || client.write(bytes));
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) socket.on('error', () => undefined).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: proxied.href,
    mute: () => { muted = true; },
    cut: () => { muted = false; for (const socket of sockets.splice(0)) socket.destroy(); },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
