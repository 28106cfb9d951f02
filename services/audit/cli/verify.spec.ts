import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { leavesAfter } from '#libs/event-store/checkpoints.js';
import { signedCheckpoint } from '#libs/merkle/checkpoint.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { Frontier, HASH_BYTES } from '#libs/merkle/tiles.js';
import { rootOf } from '#libs/merkle/tree.js';
import { checkpointTopicOf } from '#libs/messaging/topics.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { whenTrue } from '../../../test/stack.js';
import { checkedByGo, goVerifier, skippedWithout } from '../../../test/go-verifier.js';
import { logKeys } from '../log/log-keys.js';
import { Sealer } from '../log/sealer.js';
import { notesIn, WitnessFile } from '../log/witness-file.js';
import { WitnessTopic } from '../log/witness-topic.js';
import type { Kept } from './claims.js';
import type { Finding } from './leaves.js';
import type { Verdict, Verification } from './verify.js';
import { verifiedBy } from './verify.js';

const EVENTS = 1_000;
const CLEAN_RUNS = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'anxin-verify-'));
const go = goVerifier();
let log: FreshLog;
let client: pg.Client;
let sealer: Sealer;
let privateKey: string;
let files: readonly string[];
let inTopic: readonly string[];
const counts = { mutations: 0, found: 0, located: 0, named: 0, clean: 0, falseAlarms: 0, go: 0 };

const signer = () => signerOf(privateKey);
const keys = () => [signer().verifier];

async function sealedTo(size: number): Promise<void> {
  await whenTrue(async () => (await log.pool.query('SELECT 1 FROM es.checkpoint WHERE size = $1', [size])).rowCount === 1);
}

beforeAll(async () => {
  log = await freshLog();
  privateKey = newSigningKey(`log.test/${log.logId}`).privateKey;
  const path = join(folder, 'witness');
  sealer = new Sealer({
    pool: log.pool, keys: logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [privateKey], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [] }, log.logId),
    topic: new WitnessTopic(log.transport, log.logId), file: new WitnessFile(path),
  }).start();
  let size = 0;
  for (const [cases, versions] of [[50, 2], [100, 3], [60, 5], [150, 2]] as const) {
    await log.fill(cases, versions);
    size += cases * versions;
    await sealedTo(size);
  }
  expect(size).toBe(EVENTS);
  await whenTrue(async () => (await log.transport.readAll(checkpointTopicOf(log.logId))).some(({ value }) => value!.toString().includes(`\n${EVENTS}\n`)));
  files = notesIn(readFileSync(path, 'utf8'));
  inTopic = (await log.transport.readAll(checkpointTopicOf(log.logId))).map(({ value }) => value!.toString());
  client = new pg.Client({ connectionString: log.url });
  await client.connect();
});
afterAll(async () => {
  process.stdout.write(`${counts.mutations} mutations: ${counts.found} found, ${counts.located} located, ${counts.named} with the column or rule; ${counts.clean} clean runs: ${counts.falseAlarms} false alarms; Go agreed ${counts.go} times.\n`);
  await client?.end();
  await sealer?.stop();
  await log?.drop();
  rmSync(folder, { recursive: true });
});

const file = (notes = files): Kept => ({ where: 'the witness file', notes: () => Promise.resolve(notes), mayLag: false });
const topic = (notes = inTopic): Kept => ({ where: 'Kafka', notes: () => Promise.resolve(notes), mayLag: true });

function verified(more: Partial<Verification> = {}): Promise<Verdict> {
  return verifiedBy(client, { database: log.url, threads: 0, inFlightMs: 50, keys: keys(), files: [file()], topic: topic(), ...more });
}

/** What a verifier sees after an owner of the database did this, with every guard of ours taken away. Nothing of it stays. */
async function after(statements: readonly string[], more: Partial<Verification> = {}): Promise<Verdict> {
  await client.query('BEGIN');
  try {
    await client.query(`ALTER TABLE es.events DISABLE TRIGGER ALL; ALTER TABLE es.checkpoint DISABLE TRIGGER ALL; ALTER TABLE es.tile DISABLE TRIGGER ALL;
      ALTER TABLE es.events DROP CONSTRAINT events_pkey, DROP CONSTRAINT events_stream_id_version_key; ALTER TABLE es.checkpoint DROP CONSTRAINT checkpoint_pkey; ALTER TABLE es.tile DROP CONSTRAINT tile_pkey`);
    for (const table of ['events', 'checkpoint', 'tile']) {
      const { rows } = await client.query<{ attname: string }>(`SELECT attname FROM pg_attribute WHERE attrelid = 'es.${table}'::regclass AND attnum > 0 AND NOT attisdropped`);
      await client.query(`ALTER TABLE es.${table} ${rows.map(({ attname }) => `ALTER COLUMN ${attname} DROP NOT NULL`).join(', ')}`);
    }
    for (const statement of statements) await client.query(statement);
    return await verified(more);
  } finally {
    await client.query('ROLLBACK');
  }
}

function count({ findings }: Verdict, [from, to]: readonly [number, number] | readonly [], at: RegExp): Finding | undefined {
  counts.mutations++;
  const [first] = findings;
  if (!first) return undefined;
  counts.found++;
  if (from === undefined || (first.position !== undefined && first.position >= from && first.position <= to!)) counts.located++;
  if (findings.some((finding) => at.test(`${finding.rule} ${finding.at} ${finding.what}`))) counts.named++;
  return first;
}

const COLUMNS = ['pos', 'case_id', 'stream_id', 'version', 'event_id', 'type', 'schema_v', 'data', 'meta', 'recorded_at', 'leaf_hash'] as const;
const FLIP: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  pos: 'pos + 100000', case_id: "overlay(case_id::text placing (CASE right(case_id::text, 1) WHEN '0' THEN '1' ELSE '0' END) from 36)::uuid", stream_id: "stream_id || 'x'", version: 'version # 1', schema_v: 'schema_v # 1',
  event_id: "overlay(event_id::text placing (CASE right(event_id::text, 1) WHEN '0' THEN '1' ELSE '0' END) from 36)::uuid", type: "type || 'x'", data: "replace(data, '}', ' }')", meta: "replace(meta, 'test', 'tesT')",
  recorded_at: "recorded_at + interval '1 microsecond'", leaf_hash: 'set_byte(leaf_hash, 7, get_byte(leaf_hash, 7) # 1)',
};
const POSITIONS = [['first', 1], ['middle', 500], ['last', EVENTS]] as const;
const other = (position: number): number => (position === EVENTS ? position - 1 : position + 1);

describe('A verifier finds and locates every change', () => {
  it.each(COLUMNS.flatMap((column) => POSITIONS.flatMap(([name, position]) => (['flip', 'swap', 'null'] as const).map((kind) => [column, name, kind, position] as const))))(
    'of %s in the %s event: %s', async (column, _, kind, position) => {
      const statement = {
        flip: `UPDATE es.events SET ${column} = ${FLIP[column]} WHERE pos = ${position}`,
        swap: `UPDATE es.events e SET ${column} = o.${column} FROM es.events o WHERE e.pos IN (${position}, ${other(position)}) AND o.pos = ${position} + ${other(position)} - e.pos`,
        null: `UPDATE es.events SET ${column} = NULL WHERE pos = ${position}`,
      }[kind];
      const same = kind === 'swap' && (await client.query(`SELECT count(DISTINCT ${column})::int AS n FROM es.events WHERE pos IN (${position}, ${other(position)})`)).rows[0].n === 1;
      const verdict = await after([same ? `UPDATE es.events SET ${column} = (SELECT ${column} FROM es.events WHERE ${column} <> (SELECT ${column} FROM es.events WHERE pos = ${position}) LIMIT 1) WHERE pos = ${position}` : statement]);
      const isNull = same && verdict.findings.some(({ what }) => what === 'null'); // Every event holds the same here: what is "swapped" in is nothing.
      const named = column === 'pos' ? /position|version|root/ : new RegExp(`\\b${isNull ? column : column}\\b`);
      const range = column === 'pos' && kind === 'null' ? [] as const : column === 'pos' && kind === 'swap' && position === EVENTS ? [701, EVENTS] as const : [ // Behind the last full tile: between two checkpoints.
        Math.min(position, kind === 'swap' ? other(position) : position), Math.max(position, kind === 'swap' ? other(position) : position)] as const;
      const first = count(verdict, column === 'pos' && kind === 'flip' && position === EVENTS ? [EVENTS, EVENTS] : range, named);
      expect([column, kind, first?.position ?? (column === 'pos' ? position : undefined)]).toEqual([column, kind, expect.any(Number)]);
      expect(verdict.findings.some((finding) => named.test(`${finding.rule} ${finding.at} ${finding.what}`))).toBe(true);
      if (range.length === 2 && first?.position !== undefined) expect([first.position >= range[0], first.position <= range[1]]).toEqual([true, true]);
    });

  const leaf = (position: number): string => `SELECT leaf_hash FROM es.events WHERE pos = ${position}`;
  const again = "sha256(set_byte(leaf_hash, 0, 1))";
  it.each([
    ['an event deleted', ['DELETE FROM es.events WHERE pos = 300'], 300, 300, /position/],
    ['the first event deleted', ['DELETE FROM es.events WHERE pos = 1'], 1, 1, /position/],
    ['an event deleted and the others moved up', ['DELETE FROM es.events WHERE pos = 300', 'UPDATE es.events SET pos = pos - 1 WHERE pos > 300'], 300, 300, /root|version/],
    ['a whole case deleted and the others moved up', ['DELETE FROM es.events WHERE case_id = (SELECT case_id FROM es.events WHERE pos = 950)', 'UPDATE es.events e SET pos = o.n FROM (SELECT event_id, row_number() OVER (ORDER BY pos) n FROM es.events) o WHERE o.event_id = e.event_id'], 701, 1_000, /root|tail/],
    ['an event inserted', ['UPDATE es.events SET pos = pos + 1 WHERE pos > 300', "INSERT INTO es.events SELECT 301, case_id, stream_id || 'y', 1, gen_random_uuid(), type, schema_v, data, meta, recorded_at, leaf_hash FROM es.events WHERE pos = 300"], 301, 301, /column|root/],
    ['an event stored twice', ['INSERT INTO es.events SELECT * FROM es.events WHERE pos = 300'], 300, 300, /stored twice/],
    ['two events in each other’s place', ['UPDATE es.events SET pos = CASE pos WHEN 300 THEN 301 ELSE 300 END WHERE pos IN (300, 301)'], 300, 301, /root/],
    ['the tail cut', ['DELETE FROM es.events WHERE pos > 900'], 901, 901, /tail was cut|later checkpoint|other events/],
    ['the tail cut, tiles and checkpoints with it', ['DELETE FROM es.events WHERE pos > 700', 'DELETE FROM es.checkpoint WHERE size > 700', 'DELETE FROM es.tile WHERE index > 1'], 701, 1_000, /tail was cut|later checkpoint/],
    ['everything cut', ['TRUNCATE es.events, es.tile, es.checkpoint'], 1, 1_000, /tail was cut|later checkpoint|lacks/],
    ['an event replaced with its hash', [`UPDATE es.events SET leaf_hash = (${leaf(299)}), data = (SELECT data FROM es.events WHERE pos = 299), case_id = (SELECT case_id FROM es.events WHERE pos = 299), stream_id = (SELECT stream_id FROM es.events WHERE pos = 299), version = (SELECT version FROM es.events WHERE pos = 299), event_id = (SELECT event_id FROM es.events WHERE pos = 299), recorded_at = (SELECT recorded_at FROM es.events WHERE pos = 299) WHERE pos = 300`], 300, 300, /replaced|version/],
    ['the last event replaced with its hash, where no tile is full', [`UPDATE es.events e SET (case_id, stream_id, version, event_id, data, leaf_hash) = (SELECT case_id, stream_id, version, event_id, data, leaf_hash FROM es.events WHERE pos = 999) WHERE pos = 1000`], 701, 1_000, /other events|version/],
    ['a hash alone', [`UPDATE es.events SET leaf_hash = ${again} WHERE pos = 300`], 300, 300, /leaf_hash/],
    ['a tile: one bit', ['UPDATE es.tile SET hashes = set_byte(hashes, 320, get_byte(hashes, 320) # 1) WHERE level = 0 AND index = 1'], 267, 267, /tile 0\/1/],
    ['a tile: its root', ['UPDATE es.tile SET root = set_byte(root, 3, get_byte(root, 3) # 1) WHERE level = 0 AND index = 2'], 513, 513, /tile 0\/2 root/],
    ['a tile: its place', ['UPDATE es.tile SET index = index + 70 WHERE level = 0 AND index = 1'], 257, 257, /tile 0\/1 missing/],
    ['a tile: its level', ['UPDATE es.tile SET level = 1 WHERE level = 0 AND index = 1'], 257, 257, /tile 0\/1 missing/],
    ['a tile: null', ['UPDATE es.tile SET hashes = NULL WHERE level = 0 AND index = 0'], 1, 1, /tile 0\/0/],
    ['a tile: its root null', ['UPDATE es.tile SET root = NULL WHERE level = 0 AND index = 0'], 1, 1, /tile 0\/0 root/],
    ['a tile deleted', ['DELETE FROM es.tile WHERE index = 0'], 1, 1, /tile 0\/0 missing/],
    ['two tiles in each other’s place', ['UPDATE es.tile SET index = 1 - index WHERE index < 2'], 1, 1, /tile 0\/0/],
    ['a checkpoint: its size', ['UPDATE es.checkpoint SET size = 399 WHERE size = 400'], 400, 400, /checkpoint size/],
    ['a checkpoint: its root', ['UPDATE es.checkpoint SET root = sha256(root) WHERE size = 400'], 400, 400, /checkpoint root/],
    ['a checkpoint: its note', ["UPDATE es.checkpoint SET note = overlay(note placing 'A' from length(note) - 9) WHERE size = 400"], 400, 400, /signature|no signature|lacks/],
    ['a checkpoint: root and note of another', ['UPDATE es.checkpoint c SET root = o.root, note = o.note FROM es.checkpoint o WHERE c.size = 400 AND o.size = 700'], 400, 700, /checkpoint size/],
    ['a checkpoint: null', ['UPDATE es.checkpoint SET note = NULL WHERE size = 400'], 400, 400, /checkpoint note/],
    ['a checkpoint deleted', ['DELETE FROM es.checkpoint WHERE size = 400'], 400, 400, /lacks a checkpoint/],
    ['the newest checkpoint deleted', [`DELETE FROM es.checkpoint WHERE size = ${EVENTS}`], EVENTS, EVENTS, /later checkpoint/],
    ['all checkpoints deleted', ['DELETE FROM es.checkpoint'], 1, EVENTS, /later checkpoint/],
  ] as const)('such as %s', async (_, statements, from, to, at) => {
    const verdict = await after(statements);
    const first = count(verdict, [from, to], at);
    expect(verdict.findings.map((finding) => `${finding.rule} ${finding.at} ${finding.what}`).filter((line) => at.test(line))).not.toEqual([]);
    expect([first!.position! >= from, first!.position! <= to]).toEqual([true, true]);
  });

  it('such as the whole log rewritten: hashes, tiles and checkpoints anew, by whoever has no key, and by whoever has it', async () => {
    for (const thief of [newSigningKey(`log.test/${log.logId}`).privateKey, privateKey]) {
      await client.query('BEGIN');
      try {
        await client.query('ALTER TABLE es.events DISABLE TRIGGER ALL; ALTER TABLE es.checkpoint DISABLE TRIGGER ALL; ALTER TABLE es.tile DISABLE TRIGGER ALL');
        await rewrite(450, thief);
        const verdict = await verified();
        expect(count(verdict, [1, 450], /root|checkpoint/)).toBeDefined();
        if (thief === privateKey) expect(verdict.findings).toEqual([expect.objectContaining({ position: 401, rule: 'root', to: 700, what: 'the positions 401 to 700 hold other events than were sealed' })]);
        const alone = await verified({ files: [], topic: undefined, remembered: { size: 700, root: rootOf(split(await oldLeaves).slice(0, 700)), where: 'this machine' } });
        expect(count(alone, [1, 700], /root|checkpoint/)).toBeDefined(); // Whoever visited once needs no other witness.
      } finally {
        await client.query('ROLLBACK');
      }
    }
  });

  it('such as a witness copy: forged, downgraded, of another log, cut, and one line taken away', async () => {
    const [first, second, ...rest] = files as [string, string, ...string[]];
    const forged = signedCheckpoint({ origin: `log.test/${log.logId}`, size: 400, root: Buffer.alloc(32, 1) }, [signer()]);
    const strange = signedCheckpoint({ origin: 'log.test/other', size: 400, root: Buffer.alloc(32, 1) }, [signerOf(newSigningKey('log.test/other').privateKey)]);
    const downgraded = signedCheckpoint({ origin: `log.test/${log.logId}`, size: 100, root: Buffer.alloc(32, 1) }, [signer()]);
    const cases: [readonly string[], number, number, RegExp][] = [
      [[first, second.replace(/\n(\d+)\n/, '\n401\n'), ...rest], 400, 401, /signature|lacks/], [[first, forged, ...rest], 101, 400, /root/], [[first, strange, ...rest], 400, 400, /known keys/],
      [[downgraded, second, ...rest], 1, 100, /root/], [[first, ...rest], 400, 400, /lacks/], [[first, second], 700, 1_000, /lacks/], [[first, second.slice(0, -5), ...rest], 400, 400, /signature|lacks|note/],
    ];
    for (const [notes, from, to, at] of cases) {
      for (const more of [{ files: [file(notes)] }, { topic: topic(notes) }]) {
        if ('topic' in more && notes.length === 2) continue; // Kafka may be behind.
        const verdict = await verified(more);
        const found = count(verdict, [from, to], at);
        expect([found!.position! >= from, found!.position! <= to]).toEqual([true, true]);
        expect(verdict.findings.some((finding) => at.test(`${finding.rule} ${finding.what}`))).toBe(true);
      }
    }
  });

  it('and an old backup', async () => {
    const verdict = await after(['DELETE FROM es.events WHERE pos > 400', 'DELETE FROM es.tile WHERE index > 0', 'DELETE FROM es.checkpoint WHERE size > 400'], { files: [], topic: undefined, remembered: { size: EVENTS, root: rootOf(split(await oldLeaves)), where: 'this machine' } });
    expect(count(verdict, [401, 401], /restored from an older state/)).toMatchObject({ position: 401, rule: 'tail', at: 'this machine' });
  });

  it('as the verifier in Go does: it refuses what was sealed of a rewritten log', async () => {
    if (skippedWithout(go)) return;
    const { vkey } = signer().verifier;
    const turned = files.flatMap((note) => [...note].map((letter, at) => (at % 7 === 0 && letter !== '\n' ? `${note.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${note.slice(at + 1)}` : undefined)).filter((one) => one !== undefined));
    const said = checkedByGo(go, [...files, ...turned].map((checkpoint) => ({ vkey, checkpoint })));
    expect(said.slice(0, files.length)).toEqual(files.map(() => 'ok'));
    expect(said.slice(files.length).filter((line) => line === 'ok')).toEqual([]);
    counts.go += said.length;
  });
});

describe('A verifier raises no false alarm', () => {
  it(`in ${CLEAN_RUNS} runs, while the log grows and is sealed`, async () => {
    const growing = await freshLog();
    const path = join(folder, 'growing');
    const own = newSigningKey(`log.test/${growing.logId}`).privateKey;
    const sealing = new Sealer({
      pool: growing.pool, keys: logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [own], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [] }, growing.logId),
      topic: new WitnessTopic(growing.transport, growing.logId), file: new WitnessFile(path),
    }).start();
    const reader = new pg.Client({ connectionString: growing.url });
    await reader.connect();
    await growing.fill(1);
    await whenTrue(async () => (await growing.pool.query('SELECT 1 FROM es.checkpoint')).rowCount === 1);
    for (let run = 0; run < CLEAN_RUNS; run++) {
      if (run % 10 === 0) await growing.fill(1 + (run % 4), 1 + (run % 3));
      const { findings } = await verifiedBy(reader, { database: growing.url, threads: 0, inFlightMs: 400, keys: [signerOf(own).verifier], files: [{ where: 'the witness file', notes: async () => notesIn(readFileSync(path, 'utf8')), mayLag: false }] });
      counts.clean++;
      if (findings.length > 0) counts.falseAlarms++;
      expect(findings).toEqual([]);
    }
    await reader.end();
    await sealing.stop();
    await growing.drop();
    expect((await verified()).findings).toEqual([]);
  }, 300_000);
});

const split = (hashes: Buffer): Buffer[] => Array.from({ length: hashes.length / HASH_BYTES }, (_, at) => hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
let oldLeaves: Promise<Buffer>;
beforeAll(() => { oldLeaves = leavesAfter(log.pool, 0, 100_000); });

/** From a position on another event, and everything that follows from it made anew, as a perfect forger would. */
async function rewrite(position: number, key: string): Promise<void> {
  const { entryOf, leafHash } = await import('#libs/merkle/entry.js');
  const { readRows } = await import('#libs/event-store/read.js');
  const [row] = await readRows(client, String(position - 1), 1);
  const data = row!.data.replace('{', '{"a":1,');
  await client.query('UPDATE es.events SET data = $2, leaf_hash = $3 WHERE pos = $1', [position, data, leafHash(entryOf({ ...row!, data }))]);
  const leaves = split(await leavesAfter(client as never, 0, 100_000));
  const { rows } = await client.query<{ size: string }>('SELECT size FROM es.checkpoint ORDER BY size');
  await client.query('DELETE FROM es.tile; DELETE FROM es.checkpoint');
  const frontier = new Frontier();
  const tiles: { level: number; index: number; hashes: Buffer; root: Buffer }[] = [];
  for (const leaf of leaves) {
    frontier.push(leaf, (tile) => tiles.push(tile));
    if (!rows.some(({ size }) => Number(size) === frontier.size)) continue;
    const note = signedCheckpoint({ origin: `log.test/${log.logId}`, size: frontier.size, root: frontier.root() }, [signerOf(key)]);
    await client.query('INSERT INTO es.checkpoint VALUES ($1, $2, $3, now())', [frontier.size, frontier.root(), note]);
  }
  for (const { level, index, hashes, root } of tiles) await client.query('INSERT INTO es.tile(level, index, hashes, root) VALUES ($1, $2, $3, $4)', [level, index, hashes, root]);
}
