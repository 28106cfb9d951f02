import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkpointsAfter, tilesIn } from '#libs/event-store/checkpoints.js';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { tilePath, TILE_WIDTH } from '#libs/merkle/tiles.js';
import { rootOf } from '#libs/merkle/tree.js';
import { checkpointTopicOf } from '#libs/messaging/topics.js';
import type { EventTransport } from '#libs/messaging/transport.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { whenTrue } from '../../../test/stack.js';
import type { LogKeys } from './log-keys.js';
import { logKeys } from './log-keys.js';
import type { SealerOptions } from './sealer.js';
import { Sealer } from './sealer.js';
import { notesIn, WitnessFile } from './witness-file.js';
import { WitnessTopic } from './witness-topic.js';

const SEAL_MS = 60_000;
let log: FreshLog;
let pool: pg.Pool;
let keys: LogKeys;
let path: string;
const folder = mkdtempSync(join(tmpdir(), 'anxin-witness-'));
const sealers: Sealer[] = [];

beforeEach(async () => {
  log = await freshLog();
  pool = new pg.Pool({ connectionString: log.url, max: 6, options: '-c role=anxin_app' });
  pool.on('error', () => undefined);
  keys = keysOf([newKey()]);
  path = join(folder, `${log.logId}.witness`);
});
afterEach(async () => {
  await Promise.all(sealers.splice(0).map((sealer) => sealer.stop()));
  await pool.end();
  await log.drop();
});
afterAll(() => rmSync(folder, { recursive: true }));

const newKey = (): string => newSigningKey(`log.test/${log.logId}`).privateKey;

function keysOf(signing: readonly string[], older: readonly string[] = []): LogKeys {
  return logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [...signing], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [...older] }, log.logId);
}

function sealer(options: Partial<SealerOptions> = {}): Sealer {
  const one = new Sealer({ pool, keys, topic: new WitnessTopic(log.transport, log.logId), file: new WitnessFile(path), leaseMs: 1_000, lookAgainMs: 100, ...options }).start();
  sealers.push(one);
  return one;
}

async function sealedTo(size: number): Promise<void> {
  await whenTrue(async () => (await checkpointsAfter(pool, size - 1, 1))[0]?.size === size, SEAL_MS); // A busy machine takes longer.
}

const inTopic = async (): Promise<string[]> => (await log.transport.readAll(checkpointTopicOf(log.logId))).map(({ value }) => value!.toString());
const inFile = (): readonly string[] => notesIn(readFileSync(path, 'utf8'));

/** Everything that was sealed, against the events themselves and the definition of the tree. */
async function isWhole(): Promise<readonly number[]> {
  const { rows } = await log.pool.query<{ leaf_hash: Buffer }>('SELECT leaf_hash FROM es.events ORDER BY pos');
  const leaves = rows.map((row) => row.leaf_hash);
  const checkpoints = await checkpointsAfter(pool, 0, 10_000);
  for (const { size, root, note } of checkpoints) {
    expect(root).toEqual(rootOf(leaves.slice(0, size)));
    expect(openedCheckpoint(note, keys.verifiers)).toMatchObject({ origin: `log.test/${log.logId}`, size, root });
  }
  const tiles = (await log.pool.query<{ level: number; index: string; hashes: Buffer; root: Buffer }>('SELECT * FROM es.tile ORDER BY level, index')).rows;
  const sealed = checkpoints.at(-1)?.size ?? 0;
  expect(tiles.filter(({ level }) => level === 0).length).toBeGreaterThanOrEqual(Math.floor(sealed / TILE_WIDTH));
  for (const { level, index, hashes, root } of tiles) {
    expect([tilePath({ level, index: Number(index), width: 256 }), hashes.equals(Buffer.concat(leaves.slice(Number(index) * TILE_WIDTH, (Number(index) + 1) * TILE_WIDTH)))]).toEqual([tilePath({ level, index: Number(index), width: 256 }), true]);
    expect(root).toEqual(rootOf(leaves.slice(Number(index) * TILE_WIDTH, (Number(index) + 1) * TILE_WIDTH)));
  }
  return checkpoints.map(({ size }) => size);
}

/** As an owner of the database can, past every guard of ours. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const statement of ['ALTER TABLE es.events DISABLE TRIGGER append_only', 'ALTER TABLE es.checkpoint DISABLE TRIGGER append_only', 'ALTER TABLE es.tile DISABLE TRIGGER append_only', ...statements]) await log.pool.query(statement);
}

describe('The sealer', () => {
  it('seals within two seconds of an append, in the database, in the file and in Kafka', async () => {
    const one = sealer();
    await whenTrue(() => one.health().state === 'sealing');
    const cases = await log.fill(3);
    const begun = performance.now();
    await sealedTo(3);
    expect(performance.now() - begun).toBeLessThan(2_000);
    await log.append(log.next(cases, 1));
    await log.fill(600);
    await sealedTo(606);
    const sizes = await isWhole();
    expect(sizes.length).toBeGreaterThan(1);
    await whenTrue(async () => (await inTopic()).length === sizes.length);
    const notes = (await checkpointsAfter(pool, 0, 100)).map(({ note }) => note);
    expect(await inTopic()).toEqual(notes);
    expect(inFile()).toEqual(notes);
    expect((await tilesIn(pool)(0, 2, 94)).length).toBe(94 * 32);
  });

  it('seals nothing twice, and an empty log not at all', async () => {
    sealer();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await isWhole()).toEqual([]);
    await log.fill(2);
    await sealedTo(2);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await isWhole()).toEqual([2]);
    expect(inFile()).toHaveLength(1);
  });

  it('does no harm with a second one at work, each taking the other for gone', async () => {
    const others = [sealer({ leaseMs: 1 }), sealer({ leaseMs: 1 }), sealer({ leaseMs: 1 })];
    for (let round = 1; round <= 8; round++) await log.fill(200);
    await sealedTo(1_600);
    await log.fill(1);
    await sealedTo(1_601);
    expect(others.map((one) => one.health().reason).filter((reason) => reason !== undefined)).toEqual([]);
    expect(new Set(inFile()).size).toBe((await isWhole()).length);
  });

  it('that dies at any point of its work leaves no gap and no overlap', async () => {
    let [points, size] = [0, 0];
    for (let fatal = 1, deaths = 2; deaths === 2; fatal++) { // Until it lives through all it does.
      deaths = 0;
      for (const acted of [false, true]) {
        await log.fill(130);
        size += 130;
        const dying = mortal(fatal, acted);
        const one = sealer({ pool: dying.pool, topic: dying.topic, file: dying.file });
        await whenTrue(async () => dying.isDead() || (await inTopic()).some((note) => note.split('\n')[1] === String(size)));
        if (dying.isDead()) deaths++;
        await one.stop();
        sealers.splice(sealers.indexOf(one), 1);
        await log.pool.query("UPDATE es.lease SET until = '-infinity' WHERE name = 'seal'"); // It could not give it back.
      }
      points += deaths;
    }
    expect(points).toBeGreaterThan(20);
    const one = sealer();
    await sealedTo(size);
    await whenTrue(() => one.health().state === 'sealing');
    const sizes = await isWhole();
    await whenTrue(async () => new Set(await inTopic()).size === sizes.length);
    expect(new Set(inFile()).size).toBe(sizes.length);
    process.stdout.write(`The sealer died at ${points} points of its work.\n`);
  });

  it('goes on while Kafka is away, and tells it everything later', async () => {
    let away = true;
    const topic = new WitnessTopic(guarded(log.transport, () => { if (away) throw new Error('Kafka is away'); }), log.logId);
    sealer({ topic });
    await log.fill(2);
    await sealedTo(2);
    await log.fill(2);
    await sealedTo(4);
    expect(inFile()).toHaveLength(2);
    away = false;
    await whenTrue(async () => (await inTopic()).length === 2);
  });
});

describe('The sealer does not sign', () => {
  async function begunWith(count: number): Promise<void> {
    const one = sealer();
    await log.fill(count);
    await sealedTo(count);
    await whenTrue(async () => (await inTopic()).length > 0);
    await one.stop();
  }
  async function refuses(reason: string, options: Partial<SealerOptions> = {}): Promise<void> {
    const before = (await checkpointsAfter(pool, 0, 100)).length;
    const one = sealer(options);
    await whenTrue(() => one.health().state === 'refused');
    expect(one.health().reason).toContain(reason);
    expect(await checkpointsAfter(pool, 0, 100)).toHaveLength(before);
    await one.stop();
  }
  const kafkaAlone = { file: undefined };
  const older = ['DELETE FROM es.events WHERE pos > 290', 'DELETE FROM es.checkpoint', 'DELETE FROM es.tile WHERE index > 0'];
  const rewritten = ["UPDATE es.events SET data = '{\"n\":7}', leaf_hash = sha256(leaf_hash) WHERE pos = 40", 'DELETE FROM es.checkpoint', 'DELETE FROM es.tile'];

  it.each([['the file', {}], ['Kafka', kafkaAlone]])('a log restored from an older state, known by %s', async (_, options) => {
    await begunWith(300);
    await tamper(...older);
    await refuses('restored from an older state', options);
    await log.fill(20); // Nor when the log has grown past it.
    await refuses('hold other events', options);
  });

  it.each([['the file', {}], ['Kafka', kafkaAlone]])('a log rewritten with new hashes, known by %s', async (_, options) => {
    await begunWith(300);
    await tamper(...rewritten, 'INSERT INTO es.checkpoint SELECT 1, leaf_hash, leaf_hash::text, now() FROM es.events WHERE false');
    await refuses('hold other events', options);
  });

  it('a log with a hole, or with a hash that is none', async () => {
    await begunWith(300);
    await log.fill(30);
    await tamper('CREATE TABLE kept AS SELECT * FROM es.events WHERE pos = 320', 'DELETE FROM es.events WHERE pos = 320');
    await refuses('not every position');
    await tamper('INSERT INTO es.events SELECT * FROM kept', "UPDATE es.events SET leaf_hash = '\\x00' WHERE pos = 320");
    await refuses('a leaf hash that is none');
    await tamper('UPDATE es.events SET leaf_hash = kept.leaf_hash FROM kept WHERE events.pos = kept.pos');
    sealer();
    await sealedTo(330);
  });

  it('a log that is changed under it while it works', async () => {
    const one = sealer();
    await log.fill(10);
    await sealedTo(10);
    await tamper('UPDATE es.events SET leaf_hash = sha256(leaf_hash) WHERE pos = 10');
    await log.fill(1);
    await whenTrue(() => one.health().state === 'refused');
    expect(await checkpointsAfter(pool, 10, 1)).toEqual([]);
  });

  it('beside a checkpoint that no known key signed', async () => {
    await begunWith(3);
    keys = keysOf([newKey()]);
    await refuses('None of the known keys');
  });

  it('a tile that stands otherwise', async () => {
    await begunWith(200);
    await log.fill(100);
    await log.pool.query("INSERT INTO es.tile VALUES (0, 0, decode(repeat('00', 8192), 'hex'), decode(repeat('00', 32), 'hex'))");
    await refuses('stored with other hashes');
  });
});

describe('The witness file', () => {
  it('survives a line that a crash tore apart', async () => {
    const one = sealer();
    await log.fill(2);
    await sealedTo(2);
    await one.stop();
    writeFileSync(path, `${readFileSync(path, 'utf8')}"log.test/x\\n3`);
    sealer();
    await log.fill(2);
    await sealedTo(4);
    expect(inFile()).toHaveLength(2);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4);
  });

  it('holds a checkpoint before the database does: what a crash left there alone is taken up', async () => {
    const one = sealer();
    await log.fill(2);
    await sealedTo(2);
    await one.stop();
    await tamper('DELETE FROM es.checkpoint');
    sealer();
    await sealedTo(2);
    expect(await isWhole()).toEqual([2]);
  });
});

describe('A change of keys', () => {
  it('signs with both for a while; then the older one still proves what it signed', async () => {
    const [first, second] = [newKey(), newKey()];
    for (const [given, size] of [[keysOf([first]), 2], [keysOf([first, second]), 4], [keysOf([second], [signerOf(first).verifier.vkey]), 6]] as const) {
      keys = given;
      const one = sealer();
      await log.fill(2);
      await sealedTo(size);
      await one.stop();
    }
    expect(await isWhole()).toEqual([2, 4, 6]);
    const signers = (await checkpointsAfter(pool, 0, 9)).map(({ note }) => openedCheckpoint(note, keys.verifiers).by.length);
    expect(signers).toEqual([1, 2, 1]);
  });

  it('keeps to the name of the log', () => {
    expect(() => keysOf([newSigningKey('log.test/other').privateKey])).toThrow('must end with');
    expect(() => keysOf([newKey(), newSigningKey(`another.test/${log.logId}`).privateKey])).toThrow('must all have its name');
    expect(keysOf([]).signers).toEqual([]);
  });
});

/** The sealer's world, which ends at the n-th thing that it does there: before it, or when it was done. */
function mortal(fatal: number, acted: boolean): { pool: pg.Pool; topic: WitnessTopic; file: WitnessFile; isDead: () => boolean } {
  let done = 0;
  const live = async <T>(act: () => Promise<T>): Promise<T> => {
    done++;
    if (done > fatal || (done === fatal && !acted)) throw new Error('dead');
    const answer = await act();
    if (done >= fatal) throw new Error('dead');
    return answer;
  };
  const file = new WitnessFile(path);
  return {
    pool: new Proxy(pool, { get: (target, name) => (name === 'query' ? (...args: [string]) => live(() => target.query(...args)) : Reflect.get(target, name) as unknown) }),
    topic: new WitnessTopic(guarded(log.transport, () => undefined, live), log.logId),
    file: Object.assign(Object.create(file) as WitnessFile, { tail: () => live(() => file.tail()), append: (note: string) => live(() => file.append(note)), close: () => file.close() }),
    isDead: () => done >= fatal,
  };
}

function guarded(inner: EventTransport, check: () => void, live: <T>(act: () => Promise<T>) => Promise<T> = (act) => act()): EventTransport {
  return new Proxy(inner, { get: (target, name) => {
    const member = Reflect.get(target, name) as unknown;
    return typeof member === 'function' ? async (...args: unknown[]) => { check(); return live(() => (member as (...all: unknown[]) => Promise<unknown>).apply(target, args)); } : member;
  } });
}
