import type { PoolClient } from 'pg';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { whenTrue } from '../../test/stack.js';
import { CALL, parametersOf, prepared } from './batch.js';
import { head, readFrom } from './read.js';
import type { Store } from './specimen.js';
import { brokenPromises, command, freshStore, noted } from './specimen.js';

let store: Store;
beforeAll(async () => { store = await freshStore(); });
afterAll(() => store.drop());
const call = `SELECT * FROM ${CALL}`;
/** Commands of each of the eight appenders; ORDER_COMMANDS=20000 is the whole of test 1, and ORDER_ROUNDS=10000 that of test 8. A commit does not wait for them. */
const [COMMANDS, ROUNDS] = [Number(process.env['ORDER_COMMANDS'] ?? 1_000), Number(process.env['ORDER_ROUNDS'] ?? 300)];
const CALLERS = 25;
const MS_MAX = 600_000;

describe('Many writers', () => {
  it(`leave contiguous positions and ordered streams: 8 appenders x ${COMMANDS} commands, a tenth on hot streams`, async () => {
    const appenders = await Promise.all(Array.from({ length: 8 }, () => store.another()));
    const hot = Array.from({ length: 5 }, () => uuidv7());
    const versions = new Map<string, number>();
    let stored = 0;
    await Promise.all(appenders.flatMap((appender, which) => Array.from({ length: CALLERS }, async (_, caller) => {
      const own = [uuidv7(), uuidv7()];
      for (let round = 0; round < COMMANDS / CALLERS; round++) {
        const caseId = round % 10 === 0 ? hot[(which + caller + round) % hot.length]! : own[round % 2]!;
        const expected = versions.get(caseId) ?? 0;
        const events = round % 3 === 0 ? [noted(1), noted(2)] : [noted(1)];
        const { outcome, firstVersion } = await appender.append(command(expected, { caseId, events }));
        if (outcome !== 'appended') continue;
        stored += events.length;
        versions.set(caseId, Math.max(versions.get(caseId) ?? 0, firstVersion + events.length - 1));
      }
    })));
    expect(await brokenPromises(store.pool)).toEqual([]);
    expect(await head(store.pool)).toBe(String(stored));
    expect(stored).toBeGreaterThan(8 * COMMANDS);
  }, MS_MAX);

  it(`never wait for each other in a circle: two sessions, the same streams in opposite order, ${ROUNDS} rounds`, async () => {
    const sessions = await Promise.all([store.pool.connect(), store.pool.connect()]);
    const cases = Array.from({ length: 6 }, () => uuidv7());
    for (const caseId of cases.slice(0, 4)) await store.appender.append(command(0, { caseId }));
    const version = new Map(cases.slice(0, 4).map((caseId) => [caseId, 1]));
    for (let round = 0; round < ROUNDS; round++) {
      const fresh = [uuidv7(), uuidv7()];
      const batch = (ids: string[]): unknown[] => parametersOf(prepared(ids.map((caseId) => command(version.get(caseId) ?? 0, { caseId }))));
      const ids = [...cases.slice(0, 4), ...fresh];
      const results = await Promise.all([ids, ids.slice().reverse()].map((order, which) => sessions[which]!.query<{ outcome: string }>(call, batch(order))));
      for (const { rows } of results) expect(rows.every((row) => row.outcome === 'appended' || row.outcome === 'conflict')).toBe(true);
      expect(results.flatMap(({ rows }) => rows).filter((row) => row.outcome === 'appended')).toHaveLength(6);
      for (const caseId of version.keys()) version.set(caseId, version.get(caseId)! + 1);
    }
    for (const session of sessions) session.release();
    expect(await brokenPromises(store.pool)).toEqual([]);
  }, MS_MAX);

  it('search streams and events by index from the first batch of an empty log on', async () => {
    const empty = await freshStore({ connections: 1 });
    await empty.owner.query('VACUUM ANALYZE es.streams, es.events'); // To a planner that knows the tables to be empty, reading them whole is cheapest.
    for (let round = 0; round < 60; round++) await Promise.all(Array.from({ length: 64 }, () => empty.appender.append(command())));
    const ids = Array.from({ length: 300 }, () => uuidv7());
    await Promise.all(ids.map((caseId) => empty.appender.append(command(0, { caseId }))));
    await Promise.all(ids.map((caseId) => empty.appender.append(command(1, { caseId }))));
    await empty.appender.close(); // A backend reports what it counted when it ends.
    const scans = await whenTrue(async () => {
      const { rows } = await empty.owner.query<{ scans: string; used: string; read: string }>(
        `SELECT sum(seq_scan) AS scans, sum(idx_scan) AS used, (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'streams') AS read
         FROM pg_stat_user_tables WHERE relname IN ('streams', 'events') AND schemaname = 'es'`);
      return Number(rows[0]!.used) > 600 ? rows[0] : undefined;
    });
    expect(Number(scans.scans)).toBe(0);
    expect(Number(scans.read)).toBeLessThan(5 * 4_440); // A few entries a command; whole scans of the index would read a hundred times that.
    await empty.drop();
  });
});

/** A store under test: how a session appends inside its transaction, and how a reader goes on from what it read last. */
interface Ordered {
  append(session: PoolClient, stream: string, expected: number): Promise<void>;
  reader(): () => Promise<string[]>;
}

describe('A reader', () => {
  const cases = new Map<string, string>();
  const ours: Ordered = {
    append: async (session, stream, expected) => {
      const caseId = cases.get(stream) ?? cases.set(stream, uuidv7()).get(stream)!;
      await session.query(call, parametersOf(prepared([command(expected, { caseId })])));
    },
    reader: () => {
      let position: string | undefined;
      return async () => {
        position ??= await head(store.pool);
        const events = await readFrom(store.pool, position, 100);
        position = events.at(-1)?.position ?? position;
        return events.map((event) => `${[...cases].find(([, caseId]) => caseId === event.caseId)![0]} ${event.version}`);
      };
    },
  };
  /** The store that many write first: positions from a sequence; `filter` and `order` are what its readers then try. */
  const sequence = (filter: string, order: 'pos' | 'xid, pos'): Ordered => ({
    append: async (session, stream, expected) => { await session.query('INSERT INTO seq(stream, version) VALUES ($1, $2)', [stream, expected + 1]); },
    reader: () => {
      let last = { xid: '0', pos: '0' };
      return async () => {
        const { rows } = await store.owner.query<{ xid: string; pos: string; stream: string; version: number }>(
          `SELECT xid::text, pos, stream, version FROM seq WHERE ${order === 'pos' ? 'pos > $2::bigint AND $1::text IS NOT NULL' : '(xid, pos) > ($1::xid8, $2::bigint)'} AND ${filter} ORDER BY ${order}`, [last.xid, last.pos]);
        last = rows.at(-1) ?? last;
        return rows.map((row) => `${row.stream} ${row.version}`);
      };
    },
  });
  const settled = 'xid < pg_snapshot_xmin(pg_current_snapshot())';

  let a: PoolClient;
  let b: PoolClient;
  beforeAll(async () => {
    [a, b] = [await store.owner.connect(), await store.owner.connect()];
    await store.owner.query('CREATE TABLE seq(pos bigserial PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(), stream text, version int)');
  });
  afterAll(() => { a.release(); b.release(); });
  beforeEach(async () => { cases.clear(); await store.owner.query('TRUNCATE seq RESTART IDENTITY'); });

  /** Runs what B does until it is done or waits for A's lock. */
  async function besides(work: Promise<unknown>): Promise<void> {
    const { rows: [backend] } = await store.owner.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE application_name = 'b'");
    let done = false;
    void work.then(() => { done = true; });
    await whenTrue(async () => done || (await store.owner.query('SELECT 1 FROM pg_locks WHERE pid = $1 AND NOT granted', [backend!.pid])).rowCount === 1);
  }

  async function interleaved(store: Ordered, { earlyA = false, earlyB = false, ownStreams, awaited = 0 }: { earlyA?: boolean; earlyB?: boolean; ownStreams: boolean; awaited?: number }): Promise<string[]> {
    await b.query("SET application_name = 'b'");
    const read = store.reader();
    await read();
    const seen: string[] = [];
    await a.query('BEGIN');
    await b.query('BEGIN');
    if (earlyB) await b.query('SELECT pg_current_xact_id()');
    if (earlyA) await a.query('SELECT pg_current_xact_id()');
    const first = ownStreams ? a : b; // In the third interleaving B writes the stream first, and A goes on with it.
    await store.append(first, 'x', 0);
    if (ownStreams) {
      const other = store.append(b, 'y', 0).then(() => b.query('COMMIT'));
      await besides(other);
      seen.push(...await read());
      await a.query('COMMIT');
      await other;
    } else {
      await b.query('COMMIT');
      seen.push(...await read());
      await store.append(a, 'x', 1);
      await a.query('COMMIT');
    }
    // A horizon of snapshots waits for every transaction of the server, another database's too (trap T4): what it holds back comes later.
    await whenTrue(async () => seen.push(...await read()) >= awaited);
    return seen;
  }

  it('misses nothing where an earlier append commits later (test 3, T1)', async () => {
    expect(await interleaved(ours, { ownStreams: true })).toEqual(['x 1', 'y 1']);
  });
  it('misses nothing where the later append holds the lower transaction id (test 3, T2)', async () => {
    expect(await interleaved(ours, { earlyB: true, ownStreams: true })).toEqual(['x 1', 'y 1']);
  });
  it('sees a stream in its order where the later append holds the lower transaction id (test 3, T3)', async () => {
    expect(await interleaved(ours, { earlyA: true, ownStreams: false })).toEqual(['x 1', 'x 2']);
  });
  it('of a store with sequence positions does miss and reorder: the same script finds it (guards test 3)', async () => {
    expect(await interleaved(sequence('true', 'pos'), { ownStreams: true })).toEqual(['y 1']);
    await store.owner.query('TRUNCATE seq RESTART IDENTITY');
    expect(await interleaved(sequence(settled, 'pos'), { earlyB: true, ownStreams: true })).not.toEqual(['x 1', 'y 1']);
    await store.owner.query('TRUNCATE seq RESTART IDENTITY');
    expect(await interleaved(sequence(settled, 'xid, pos'), { earlyA: true, ownStreams: false, awaited: 2 })).toEqual(['x 2', 'x 1']);
  });
});

describe('An append that is given up', () => {
  it.each([
    ['rolled back by its caller', async (session: PoolClient, values: unknown[]) => {
      await session.query('BEGIN');
      await session.query(call, values);
      await session.query('ROLLBACK');
    }],
    ['timed out between the lock and the insert', async (session: PoolClient, values: unknown[]) => {
      await store.owner.query(`CREATE FUNCTION es.slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(5); RETURN NEW; END';
        CREATE TRIGGER slow BEFORE INSERT ON es.events FOR EACH STATEMENT EXECUTE FUNCTION es.slow()`);
      await session.query("SET statement_timeout = '150ms'");
      await expect(session.query(call, values)).rejects.toMatchObject({ code: '57014' });
      await session.query('RESET statement_timeout');
      await store.owner.query('DROP TRIGGER slow ON es.events; DROP FUNCTION es.slow()');
    }],
  ])('gives its positions back when it is %s (test 4)', async (_, abandon) => {
    const session = await store.pool.connect();
    const before = BigInt(await head(store.pool));
    const given = command(0, { events: [noted(1), noted(2)] });
    await abandon(session, parametersOf(prepared([given])));
    session.release();
    expect((await store.appender.append(given)).lastPosition).toBe(String(before + 2n));
    expect(await brokenPromises(store.pool)).toEqual([]);
  });
});
