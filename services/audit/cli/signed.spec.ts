import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { whenTrue } from '../../../test/stack.js';
import { logKeys } from '../log/log-keys.js';
import { Sealer } from '../log/sealer.js';
import { notesIn, notesOf, WitnessFile } from '../log/witness-file.js';
import { WitnessTopic } from '../log/witness-topic.js';
import { armsOf } from '../../supervision/clocks/armed.projection.js';
import { sizeIn } from './claims.js';
import { Clocks } from './clocks.js';
import { RANGE } from './range.js';
import type { Verdict, Verification } from './verify.js';
import { verifiedBy } from './verify.js';
import { Versions } from './versions.js';

const [CASES, VERSIONS] = [1_000, 70];
const folder = mkdtempSync(join(tmpdir(), 'anxin-signed-'));
const path = join(folder, 'witness');
let log: FreshLog;
let client: pg.Client;
let key: string;
let notes: readonly string[];

beforeAll(async () => {
  log = await freshLog();
  key = newSigningKey(`log.test/${log.logId}`).privateKey;
  const sealer = new Sealer({
    pool: log.pool, keys: logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [key], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [] }, log.logId),
    topic: new WitnessTopic(log.transport, log.logId), file: new WitnessFile(path),
  }).start();
  await log.fill(CASES, VERSIONS);
  await whenTrue(async () => (await log.pool.query('SELECT 1 FROM es.checkpoint WHERE size = $1', [CASES * VERSIONS])).rowCount === 1);
  await sealer.stop();
  notes = notesIn(readFileSync(path, 'utf8'));
  client = new pg.Client({ connectionString: log.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await log?.drop();
  rmSync(folder, { recursive: true });
});

function verified(more: Partial<Verification> = {}, held: readonly string[] = notes): Promise<Verdict> {
  return verifiedBy(client, { database: log.url, threads: 0, inFlightMs: 10, keys: [signerOf(key).verifier], files: [{ where: 'file', notes: () => Promise.resolve(held), mayLag: false }], ...more });
}

/** As the owner of the database did this; nothing of it stays. */
async function after(statement: string, more: Partial<Verification> = {}): Promise<Verdict> {
  await client.query('BEGIN; ALTER TABLE es.events DISABLE TRIGGER ALL, DROP CONSTRAINT events_stream_id_version_key; ALTER TABLE es.checkpoint DISABLE TRIGGER ALL');
  try {
    await client.query(statement);
    return await verified(more);
  } finally {
    await client.query('ROLLBACK');
  }
}

const sizes = (): number[] => notes.map(sizeIn);
const early = (): number => sizes().find((size) => size > 10_000)!;
const late = (): number => sizes().find((size) => size > RANGE)!;
const done = async (): Promise<Verification['done']> => {
  let root: Buffer = Buffer.alloc(0);
  await verified({ onProgress: (size, _, now) => { if (size === RANGE) root = now(); } });
  return { size: RANGE, root };
};

describe('What was signed of a log of several ranges', () => {
  it('is read along with it, from a file a piece at a time and in whatever order it stands there', async () => {
    const shuffled = [...notes.slice(5), ...notes.slice(0, 9)];
    for (const held of [notes, [...notes].reverse(), shuffled]) {
      const { findings, checked } = await verified({}, held);
      expect([findings, checked.witnesses, checked.checkpoints]).toEqual([[], held.length, held.length + notes.length]);
    }
    writeFileSync(join(folder, 'torn'), `${readFileSync(path, 'utf8')}"torn`);
    const whole = { where: 'file', notes: () => notesOf(join(folder, 'torn')), mayLag: false };
    expect(await verified({ files: [whole] })).toMatchObject({ findings: [], checked: { witnesses: notes.length } });
  });

  it('may stand in a copy more often than a call has room for arguments', async () => {
    const { findings, checked } = await verified({}, [...notes, ...Array<string>(200_000).fill(notes[0]!)]);
    expect([findings, checked.witnesses]).toEqual([[], notes.length + 200_000]);
  });

  it('is missed in whichever range it is missing, in the copy or in the database; not where a copy may lag', async () => {
    for (const size of [early(), late()]) {
      const without = notes.filter((note) => sizeIn(note) !== size);
      expect((await verified({}, without)).findings).toEqual([{ position: size, rule: 'witness', at: 'file', what: 'lacks a checkpoint that the database has' }]);
      expect((await verified({ files: [], topic: { where: 'Kafka', notes: () => Promise.resolve(without), mayLag: true } })).findings).toHaveLength(size === sizes().at(-1) ? 0 : 1);
      expect((await after(`DELETE FROM es.checkpoint WHERE size = ${size}`)).findings).toEqual([expect.objectContaining({ position: size, rule: 'checkpoint', at: 'the database' })]);
    }
    const lagging = notes.filter((note) => sizeIn(note) <= early());
    expect((await verified({ files: [], topic: { where: 'Kafka', notes: () => Promise.resolve(lagging), mayLag: true } })).findings).toEqual([]);
    expect((await verified({}, lagging)).findings).toHaveLength(notes.length - lagging.length);
    expect((await verified({}, notes.filter((note) => sizeIn(note) >= late()))).findings).toEqual([]); // From the first on that it has.
  });

  it('is not opened again by a run that goes on behind it, which misses the copy what is gone behind', async () => {
    const spoilt = (size: number) => `UPDATE es.checkpoint SET note = 'spoilt' WHERE size = ${size}`;
    const from = await done();
    expect((await after(spoilt(early()), { done: from, files: [] })).findings).toEqual([]);
    expect((await after(spoilt(early()), { files: [] })).findings).toEqual([expect.objectContaining({ rule: 'checkpoint' })]);
    expect((await after(spoilt(late()), { done: from, files: [] })).findings).toEqual([expect.objectContaining({ rule: 'checkpoint' })]);
    expect((await verified({ done: from })).findings).toEqual([]);
    const without = notes.filter((note) => sizeIn(note) < RANGE);
    expect((await verified({ done: from }, without)).findings).toHaveLength(notes.length - without.length);
  });

  it('is opened a few at a time by whoever must rest between', async () => {
    let rests = 0;
    await verified({ pace: () => { rests++; return Promise.resolve(); } }, Array.from({ length: 40 }, () => notes).flat());
    expect(rests).toBeGreaterThanOrEqual(2 + Math.floor((notes.length * 41) / 256));
  });
});

describe('The versions of streams', () => {
  it('are remembered for the streams seen lately', () => {
    const versions = new Versions(false, 2);
    for (const [at, stream] of ['a', 'b', 'c'].entries()) versions.saw(stream, at + 1);
    expect(['a', 'b', 'c', 'd'].map((stream) => versions.of(stream))).toEqual([1, 2, 3, 0]);
    for (const stream of ['d', 'e']) versions.saw(stream, 1);
    expect(['a', 'c', 'e', 'f'].map((stream) => versions.of(stream))).toEqual([undefined, 3, 1, undefined]);
  });

  it('are asked of the database for all others: none is skipped, none stands twice', async () => {
    const { rows: [first] } = await client.query<{ pos: string; version: number }>('SELECT pos, version FROM es.events WHERE pos = $1', [RANGE + 1]);
    const { pos, version } = first!;
    const of = async (other: number) => (await after(`UPDATE es.events SET version = ${other} WHERE pos = ${pos}`, { done: await done() })).findings.filter(({ rule }) => rule === 'version').map(({ what }) => what);
    expect(await of(version - 1)).toContain(`${version - 1} a second time in its stream`);
    expect(await of(version + 5)).toContain(`${version + 5} without ${version + 4} of its stream before it`);
    expect((await verified({ done: await done() })).findings).toEqual([]);
  });
});

describe('The sums of armed times that are kept for the next verification', () => {
  it('are those of a log in which nothing was found', async () => {
    const [caseId, event] = [uuidv7(), { clock: uuidv7(), warnAt: null, breachAt: '2026-03-10T12:00:00+08:00' }];
    const [, armed] = armsOf.clocks({ type: 'ClockStarted', ...event } as never, caseId);
    const row = `INSERT INTO es.clocks VALUES ('${armed!.id}', '${caseId}', 'breach', '${event.breachAt}', '${armed!.note}')`;
    const second = `ALTER TABLE es.events DROP CONSTRAINT events_pkey; INSERT INTO es.events SELECT pos, '${caseId}', 'clocks/${caseId}', 1, gen_random_uuid(), 'supervision.clock-started', 1, '${JSON.stringify(event)}', meta, recorded_at, leaf_hash FROM es.events WHERE pos = 5`;
    const clocks = new Clocks();
    expect((await after(`${second}; ${row}`, { clocks })).findings).toContainEqual({ position: 5, rule: 'position', at: 'pos', what: 'stored twice' }); // The tree is that of the first of the two.
    expect((await after(row, { clocks })).findings).toEqual([expect.objectContaining({ rule: 'clock', at: `es.clocks ${armed!.id}` })]);
    expect((await verified({ clocks })).findings).toEqual([]);
  });
});
