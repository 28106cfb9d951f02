import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { tilesIn } from '#libs/event-store/checkpoints.js';
import type { Verifier } from '#libs/merkle/note.js';
import type { FullTile } from '#libs/merkle/tiles.js';
import { folded, Frontier, HASH_BYTES, TILE_WIDTH } from '#libs/merkle/tiles.js';
import type { Claim, DatabaseRow, Kept } from './claims.js';
import { claimsOf, claimsOfRows, missing } from './claims.js';
import { checkedClocks } from './clocks.js';
import { diagnosed } from './diagnosis.js';
import type { Fork } from './forks.js';
import { judged, statedIn } from './forks.js';
import type { Finding } from './leaves.js';
import type { Published } from './published.js';
import { checkedRelay } from './published.js';
import type { Range } from './range.js';
import { compared, RANGE } from './range.js';
import { ranges } from './ranges.js';

export interface Verification {
  readonly database: string;
  readonly keys: readonly Verifier[];
  readonly files?: readonly Kept[];
  readonly topic?: Kept | undefined;
  /** What Kafka says was published; without it only the database's own mark is looked at. */
  readonly published?: Published | undefined;
  readonly remembered?: Claim | undefined;
  /** Positions that an earlier, unfinished run has verified, with the root over them. */
  readonly done?: { readonly size: number; readonly root: Buffer } | undefined;
  readonly threads?: number;
  /** How long a checkpoint may be under way between file and database. */
  readonly inFlightMs?: number;
  readonly onProgress?: (size: number, of: number, root: () => Buffer) => void;
  /** Waited for after every range: for whoever must not read as fast as it can. */
  readonly pace?: (size: number, root: () => Buffer, isClean: boolean) => Promise<void>;
}
export interface Verdict {
  readonly positions: number;
  readonly sealed: number;
  /** The newest checkpoint that was found right: what a state file remembers. */
  readonly newest: { readonly size: number; readonly root: Buffer; readonly way?: number } | undefined;
  /** Where the log took another way, as it says itself. */
  readonly forks: readonly Fork[];
  /** The root over all positions, the sealed and the others. */
  readonly root: Buffer;
  /** `clocks` is how many times stand armed, where the log was read in its database. */
  readonly checked: { readonly events: number; readonly checkpoints: number; readonly witnesses: number; readonly clocks?: number };
  /** The first bad position first; none where the log is whole. */
  readonly findings: readonly Finding[];
}

const IN_FLIGHT_MS = 2_500;

/** Verifies the whole log of a database: every position, leaf, tile, root, signature and copy. */
export async function verifyDatabase(wanted: Verification): Promise<Verdict> {
  const client = new pg.Client({ connectionString: wanted.database, options: '-c default_transaction_read_only=on' });
  await client.connect();
  try {
    return await verifiedBy(client, wanted);
  } finally {
    await client.end();
  }
}

/** The same over a connection that is open already, as within a transaction. */
export async function verifiedBy(client: pg.Client, wanted: Verification): Promise<Verdict> {
  return new Walk(client, wanted).verdict();
}

class Walk {
  readonly #findings: Finding[] = [];
  readonly #claims: Claim[] = [];
  readonly #streams = new Map<string, number>();
  readonly #above: FullTile[] = [];
  readonly #replaced: { position: number; tile: number; what: string }[] = [];
  #frontier = new Frontier();
  /** Up to where every signed root was the root over the events, and the first that was not. */
  #good = 0;
  #goodBefore = 0;
  #bad: Claim | undefined;
  #forks: readonly Fork[] = [];

  constructor(private readonly client: pg.Client, private readonly wanted: Verification) {}

  async verdict(): Promise<Verdict> {
    const { database, threads = 2, onProgress, pace, done } = this.wanted;
    const witnesses = await this.#collect();
    const { rows: [extent] } = await this.client.query<{ head: string; strays: string }>('SELECT coalesce(max(pos), 0) AS head, count(*) FILTER (WHERE pos IS NULL OR pos < 1) AS strays FROM es.events');
    const head = Number(extent!.head);
    if (extent!.strays !== '0') this.#find({ rule: 'position', at: 'pos', what: `${extent!.strays} events at no position` });
    const sealed = Math.max(0, ...this.#claims.filter(({ where }) => where === 'the database').map(({ size }) => size));
    const from = done ? Math.floor(done.size / RANGE) * RANGE : 0;
    if (from > 0) this.#frontier = await Frontier.at(from, tilesIn(this.client));
    if (from > 0 && from === done!.size && !this.#frontier.root().equals(done!.root)) this.#find({ position: 1, rule: 'remembered', at: 'the progress file', what: 'an earlier run saw other events' });
    this.#claims.sort((a, b) => a.size - b.size);
    this.#claims.splice(0, this.#claims.findIndex(({ size }) => size >= from) < 0 ? this.#claims.length : this.#claims.findIndex(({ size }) => size >= from));
    let claim = 0;
    for await (const range of ranges({ database, client: this.client, from, to: head, sealed, threads })) {
      claim = await this.#take(range, claim, from);
      onProgress?.(this.#frontier.size, head, () => this.#frontier.root());
      await pace?.(this.#frontier.size, () => this.#frontier.root(), this.#findings.length === 0 && this.#replaced.length === 0 && !this.#bad);
    }
    for (const late of this.#claims.slice(claim)) {
      if (late.size > head) this.#find({ position: head + 1, rule: 'tail', at: late.where, what: `the log ends here, but ${late.size} positions were sealed: its tail was cut, or it was restored from an older state. Behind ${this.#good} nothing is confirmed` });
      else if (late.size === 0 && !late.root.equals(new Frontier().root())) this.#bad ??= late;
    }
    await this.#conclude(sealed);
    for (const finding of await checkedRelay(this.client, this.wanted.published)) this.#find(finding);
    const { findings: ofClocks, armed: clocks } = await checkedClocks(this.client);
    for (const finding of ofClocks) this.#find(finding);
    return {
      positions: head, sealed, newest: this.#bad ? undefined : this.#claims.filter(({ size }) => size <= head).at(-1), forks: this.#forks, root: this.#frontier.root(), checked: { events: head - from, checkpoints: this.#claims.length, witnesses, clocks },
      findings: this.#findings.sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    };
  }

  /** What the copies say, read before the rows, for the rows come later. */
  async #collect(): Promise<number> {
    const { keys, files = [], topic, remembered } = this.wanted;
    const look = async (): Promise<{ claims: Claim[]; witnesses: number; wrong: Finding[]; gaps: Finding[] }> => {
      const wrong: Finding[] = [];
      const inFiles = (await Promise.all(files.map(async ({ where, notes }) => claimsOf(where, await notes(), keys, wrong)))).flat();
      const inTopic = topic && claimsOf(topic.where, await topic.notes(), keys, wrong);
      const { rows } = await this.client.query<{ size: string; root: Buffer | null; note: string | null }>('SELECT size, root, note FROM es.checkpoint ORDER BY size');
      const inDatabase = claimsOfRows(rows.map(({ size, ...rest }): DatabaseRow => ({ size: Number(size), ...rest })), keys, wrong);
      const stated = await statedIn(this.client, wrong);
      const all = judged(stated, [...inDatabase, ...inFiles, ...(inTopic ?? []), ...(remembered ? [remembered] : [])], wrong);
      this.#forks = all.forks;
      const standing = new Set(all.standing);
      const those = (claims: readonly Claim[]): Claim[] => claims.filter((claim) => standing.has(claim));
      return { claims: [...all.standing], witnesses: inFiles.length + (inTopic?.length ?? 0), wrong, gaps: missing(those(inDatabase), those(inFiles), inTopic && those(inTopic)) };
    };
    let { claims, witnesses, wrong, gaps } = await look();
    if (gaps.length > 0) { // A checkpoint may just be on its way from one to the other: what is missing still is missing.
      await pause(this.wanted.inFlightMs ?? IN_FLIGHT_MS);
      const before = new Set(gaps.map(({ at, position }) => `${at} ${position}`));
      ({ claims, witnesses, wrong, gaps } = await look());
      gaps = gaps.filter(({ at, position }) => before.has(`${at} ${position}`));
    }
    this.#findings.push(...wrong, ...gaps);
    this.#claims.push(...claims);
    return witnesses;
  }

  /** Adds a range to the tree, tile by tile; every claimed size inside it must have the claimed root. Answers the first claim behind it. */
  async #take(range: Range, claim: number, begun: number): Promise<number> {
    for (const finding of range.findings) this.#find(finding);
    for (const position of range.unlike.slice(0, 20)) this.#find(await diagnosed(this.client, position));
    await this.#join(range, begun);
    const tiles = Math.ceil(range.hashes.length / HASH_BYTES / TILE_WIDTH);
    for (let tile = 0; tile < tiles; tile++) {
      const start = range.from + tile * TILE_WIDTH;
      const hashes = range.hashes.subarray(tile * TILE_WIDTH * HASH_BYTES, (tile + 1) * TILE_WIDTH * HASH_BYTES);
      for (; claim < this.#claims.length && this.#claims[claim]!.size < start + hashes.length / HASH_BYTES; claim++) {
        const { size } = this.#claims[claim]!;
        this.#compare(this.#claims[claim]!, this.#frontier.rootWith(folded(hashes, size - start, undefined)));
      }
      if (hashes.length === TILE_WIDTH * HASH_BYTES) this.#frontier.pushTile(range.roots.subarray(tile * HASH_BYTES, (tile + 1) * HASH_BYTES), (full) => this.#above.push(full));
      else for (let at = 0; at < hashes.length; at += HASH_BYTES) this.#frontier.push(hashes.subarray(at, at + HASH_BYTES));
      for (; claim < this.#claims.length && this.#claims[claim]!.size === this.#frontier.size; claim++) this.#compare(this.#claims[claim]!, this.#frontier.root());
    }
    for (const { index, leaf, what } of range.tiles) this.#replaced.push({ position: index * TILE_WIDTH + (leaf ?? 0) + 1, tile: index, what });
    return claim;
  }

  #compare(claim: Claim, root: Buffer): void {
    if (this.#bad) return;
    if (!claim.root.equals(root)) {
      this.#bad = claim;
      if (this.#good === claim.size) this.#good = this.#goodBefore; // Two signed roots of one size: whoever forged one has the key.
    } else if (claim.size > this.#good) {
      [this.#goodBefore, this.#good] = [this.#good, claim.size];
    }
  }

  /** The versions of a stream go on from range to range. */
  async #join({ from, streams }: Range, begun: number): Promise<void> {
    const unknown: [string, number][] = [];
    for (const [name, first, last] of streams) {
      const before = this.#streams.get(name);
      if (before === undefined && first !== 1 && begun > 0) unknown.push([name, first]);
      else if (first !== (before ?? 0) + 1) this.#find({ ...(await this.#positionOf(name, first, from)), rule: 'version', at: 'version', what: `${first} after ${before ?? 0} of its stream` });
      this.#streams.set(name, last);
    }
    if (unknown.length === 0) return;
    const { rows } = await this.client.query<{ id: string; v: number }>(
      'SELECT s.id, s.v FROM unnest($1::text[], $2::int[]) AS s(id, v) LEFT JOIN es.events e ON e.stream_id = s.id AND e.version = s.v - 1 AND e.pos <= $3 WHERE e.pos IS NULL', [unknown.map(([name]) => name), unknown.map(([, first]) => first), begun]);
    for (const { id, v } of rows) this.#find({ ...(await this.#positionOf(id, v, from)), rule: 'version', at: 'version', what: `${v} without ${v - 1} of its stream before it` });
  }

  async #positionOf(stream: string, version: number, after: number): Promise<{ position?: number }> {
    const { rows } = await this.client.query<{ pos: string }>('SELECT pos FROM es.events WHERE stream_id = $1 AND version = $2 AND pos > $3 ORDER BY pos LIMIT 1', [stream, version, after]);
    return rows[0] ? { position: Number(rows[0].pos) } : {};
  }

  /** Says of each difference which side is wrong: where the signed roots are the roots over the events, the tile; else the event. */
  async #conclude(sealed: number): Promise<void> {
    for (const { position, tile, what } of this.#replaced) {
      const whole = (tile + 1) * TILE_WIDTH;
      if (whole <= this.#good || !what.startsWith('hashes: number')) this.#find({ position, rule: 'tile', at: `tile 0/${tile}`, what });
      else if (!this.#explained(position, position)) this.#find({ position, rule: 'root', at: 'event', what: 'the event and its hash were replaced: the tile holds another' });
    }
    if (this.#bad && !this.#explained(this.#good + 1, this.#bad.size)) {
      this.#find({ position: this.#good + 1, to: this.#bad.size, rule: 'root', at: this.#bad.where, what: `the positions ${this.#good + 1} to ${this.#bad.size} hold other events than were sealed` });
    }
    const { rows } = await this.client.query<{ level: number; index: string; hashes: Buffer | null; root: Buffer | null }>('SELECT level, index, hashes, root FROM es.tile WHERE level > 0');
    const stored = new Map(rows.map((row) => [`${row.level}/${row.index}`, row]));
    for (const { level, index, hashes, root } of this.#above) {
      const key = `${level}/${index}`;
      const span = TILE_WIDTH ** (level + 1);
      const unlike = stored.has(key) || (index + 1) * span <= sealed ? compared(stored.get(key), hashes, root) : undefined;
      if (unlike && !this.#explained(index * span + 1, (index + 1) * span)) this.#find({ position: index * span + 1, rule: 'tile', at: `tile ${key}`, what: unlike.what });
    }
    const { rows: beyond } = await this.client.query<{ level: number; index: string }>(
      `SELECT level, index FROM es.tile WHERE level < 0 OR level > 6 OR index < 0 OR (index + 1) * power(256::numeric, level + 1) > (SELECT coalesce(max(pos), 0) FROM es.events) LIMIT 10`);
    for (const { level, index } of beyond) if (!this.#findings.some(({ position }) => position !== undefined)) this.#find({ rule: 'tile', at: `tile ${level}/${index}`, what: 'stands for positions that the log does not have' });
  }

  #explained(from: number, to: number): boolean {
    return this.#findings.some(({ position = 0, rule }) => position >= from && position <= to && ['position', 'column', 'root', 'tile'].includes(rule));
  }

  #find(finding: Finding): void {
    this.#findings.push(finding);
  }
}
