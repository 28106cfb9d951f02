import { setImmediate as breath } from 'node:timers/promises';
import pg from 'pg';
import { tilesIn } from '#libs/event-store/checkpoints.js';
import type { FullTile } from '#libs/merkle/tiles.js';
import { Frontier, HASH_BYTES, TILE_WIDTH } from '#libs/merkle/tiles.js';
import type { Claim } from './claims.js';
import { DATABASE } from './claims.js';
import { Clocks } from './clocks.js';
import { diagnosed } from './diagnosis.js';
import type { Fork } from './forks.js';
import type { Finding } from './leaves.js';
import type { Published } from './published.js';
import { checkedRelay } from './published.js';
import type { Range } from './range.js';
import { compared, RANGE } from './range.js';
import { ranges } from './ranges.js';
import type { Held } from './signed.js';
import { Signed } from './signed.js';
import { Versions } from './versions.js';

export interface Verification extends Held {
  readonly database: string;
  /** What Kafka says was published; without it only the database's own mark is looked at. */
  readonly published?: Published | undefined;
  /** Positions that an earlier, unfinished run has verified, with the root over them. */
  readonly done?: { readonly size: number; readonly root: Buffer } | undefined;
  readonly threads?: number;
  /** After every range; `isClean`: nothing was found so far. */
  readonly onProgress?: (size: number, of: number, root: () => Buffer, isClean: boolean) => void | Promise<void>;
  /** Waited for after every range, and every few signatures: for whoever must not read as fast as it can. */
  readonly pace?: () => Promise<void>;
  /** What whoever verifies again and again knows of the armed times from the time before. */
  readonly clocks?: Clocks;
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

/** Of one rule: whatever is wrong, the first of it says enough. */
const FINDINGS_MAX = 10_000;

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
  const walk = new Walk(client, wanted);
  try {
    return await walk.verdict();
  } finally {
    await walk.close();
  }
}

/** Goes through the log once, and through the checkpoints and their copies beside it: of neither is more in memory than belongs to a range. */
class Walk {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<Finding['rule'], number>();
  readonly #versions: Versions;
  readonly #above: FullTile[] = [];
  readonly #replaced: { position: number; tile: number; what: string }[] = [];
  readonly #signed: Signed;
  readonly #clocks: Clocks;
  #frontier = new Frontier();
  /** The newest claim that was compared; up to where every signed root was the root over the events; and the first that was not. */
  #last: Claim | undefined;
  #good = 0;
  #goodBefore = 0;
  #bad: Claim | undefined;

  constructor(private readonly client: pg.Client, private readonly wanted: Verification) {
    this.#versions = new Versions((wanted.done?.size ?? 0) >= RANGE);
    this.#signed = new Signed(client, wanted, (finding) => this.#find(finding), () => this.#breathe());
    this.#clocks = wanted.clocks ?? new Clocks();
  }

  close(): Promise<void> {
    return this.#signed.close();
  }

  async verdict(): Promise<Verdict> {
    const { database, threads = 2, onProgress, pace, done } = this.wanted;
    const sealed = await this.#signed.begin(); // Before the head: what is signed then was there.
    const { rows: [extent] } = await this.client.query<{ head: string; strays: string; rows: string }>(
      'SELECT (SELECT coalesce(max(pos), 0) FROM es.events) AS head, (SELECT count(*) FROM es.events WHERE pos IS NULL OR pos < 1) AS strays, (SELECT count(*) FROM es.checkpoint WHERE size IS NULL OR size < 0) AS rows');
    const head = Number(extent!.head);
    if (extent!.strays !== '0') this.#find({ rule: 'position', at: 'pos', what: `${extent!.strays} events at no position` });
    if (extent!.rows !== '0') this.#find({ rule: 'checkpoint', at: 'size', what: `${extent!.rows} checkpoints of no size` });
    const from = done ? Math.floor(done.size / RANGE) * RANGE : 0;
    this.#clocks.begin();
    if (from > 0) await this.#goOn(from);
    for await (const range of ranges({ database, client: this.client, from, to: head, sealed, threads })) {
      await this.#take(range, await this.#signed.upTo(range.from + range.hashes.length / HASH_BYTES));
      if (this.#isClean()) this.#clocks.saw(this.#frontier.size, this.#frontier.root());
      await onProgress?.(this.#frontier.size, head, () => this.#frontier.root(), this.#isClean());
      await pace?.();
    }
    await this.#tail(head);
    for (const finding of await this.#signed.stillMissing()) this.#find(finding);
    await this.#conclude(sealed);
    for (const finding of await checkedRelay(this.client, this.wanted.published)) this.#find(finding);
    const { findings: ofClocks, armed: clocks } = await this.#clocks.compared(this.client, () => this.#breathe());
    for (const finding of ofClocks) this.#find(finding);
    return {
      positions: head, sealed, newest: this.#bad ? undefined : this.#last, forks: this.#signed.forks(), root: this.#frontier.root(), checked: { events: head - from, ...this.#signed.checked, clocks },
      findings: this.#findings.sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    };
  }

  /** From where an earlier run has come. */
  async #goOn(from: number): Promise<void> {
    const { size, root } = this.wanted.done!;
    this.#frontier = await Frontier.at(from, tilesIn(this.client));
    if (from === size && !this.#frontier.root().equals(root)) this.#find({ position: 1, rule: 'remembered', at: 'the progress file', what: 'an earlier run saw other events' });
    await this.#signed.startAt(from);
  }

  /** Of what is signed for more positions than there are, the most that each copy has. */
  async #tail(head: number): Promise<void> {
    const most = new Map<string, number>();
    for (let next: number; (next = await this.#signed.next()) < Infinity;) {
      for (const late of await this.#signed.upTo(next + RANGE)) {
        if (late.size === this.#frontier.size) this.#compare(late, this.#frontier.root());
        else if (late.size > head && (late.where !== DATABASE || late.size <= this.#signed.newest)) most.set(late.where, late.size);
      }
    }
    for (const [where, size] of most) this.#find({ position: head + 1, rule: 'tail', at: where, what: `the log ends here, but ${size} positions were sealed: its tail was cut, or it was restored from an older state. Behind ${this.#good} nothing is confirmed` });
  }

  #isClean(): boolean {
    return this.#findings.length === 0 && this.#replaced.length === 0 && !this.#bad && !this.#signed.isMissing();
  }

  async #breathe(): Promise<void> {
    await (this.wanted.pace?.() ?? breath());
  }

  /** Adds a range to the tree, tile by tile; every claimed size inside it must have the claimed root. */
  async #take(range: Range, claims: readonly Claim[]): Promise<void> {
    for (const finding of range.findings) this.#find(finding);
    for (const position of range.unlike.slice(0, 20)) this.#find(await diagnosed(this.client, position));
    await this.#join(range);
    const completed = (full: FullTile): void => { if (full.level > 0) this.#above.push(full); };
    let claim = this.#compared(claims, 0);
    const tiles = Math.ceil(range.hashes.length / HASH_BYTES / TILE_WIDTH);
    for (let tile = 0; tile < tiles; tile++) {
      const start = range.from + tile * TILE_WIDTH;
      const hashes = range.hashes.subarray(tile * TILE_WIDTH * HASH_BYTES, (tile + 1) * TILE_WIDTH * HASH_BYTES);
      const whole = hashes.length === TILE_WIDTH * HASH_BYTES && (claims[claim]?.size ?? Infinity) >= start + TILE_WIDTH;
      if (whole) this.#frontier.pushTile(range.roots.subarray(tile * HASH_BYTES, (tile + 1) * HASH_BYTES), completed);
      for (let at = 0; at < hashes.length && !whole; at += HASH_BYTES) {
        this.#frontier.push(hashes.subarray(at, at + HASH_BYTES), completed);
        claim = this.#compared(claims, claim);
      }
      claim = this.#compared(claims, claim);
    }
    for (const { index, leaf, what } of range.tiles) this.#replaced.push({ position: index * TILE_WIDTH + (leaf ?? 0) + 1, tile: index, what });
  }

  /** The claims that are due now; answers the first that is not. */
  #compared(claims: readonly Claim[], next: number): number {
    for (; next < claims.length && claims[next]!.size === this.#frontier.size; next++) this.#compare(claims[next]!, this.#frontier.root());
    return next;
  }

  #compare(claim: Claim, root: Buffer): void {
    this.#last = claim;
    if (this.#bad) return;
    if (!claim.root.equals(root)) {
      this.#bad = claim;
      if (this.#good === claim.size) this.#good = this.#goodBefore; // Two signed roots of one size: whoever forged one has the key.
    } else if (claim.size > this.#good) {
      [this.#goodBefore, this.#good] = [this.#good, claim.size];
    }
  }

  /** The versions of a stream go on from range to range. Of one that is not remembered the database is asked: the version before must stand before this range, and this one must not. */
  async #join({ from, streams }: Range): Promise<void> {
    const unknown: [string, number][] = [];
    for (const [name, first, last] of streams) {
      const before = this.#versions.of(name);
      if (before === undefined) unknown.push([name, first]);
      else if (first !== before + 1) this.#find({ ...(await this.#positionOf(name, first, from)), rule: 'version', at: 'version', what: `${first} after ${before} of its stream` });
      this.#versions.saw(name, last);
    }
    if (unknown.length === 0) return;
    const { rows } = await this.client.query<{ id: string; v: string; before: number }>(
      `SELECT s.id, s.v, b.before FROM unnest($1::text[], $2::bigint[]) AS s(id, v)
       CROSS JOIN LATERAL (SELECT coalesce(max(version), 0) AS before FROM es.events WHERE stream_id = s.id AND version IN (s.v - 1, s.v) AND pos <= $3) b WHERE b.before <> s.v - 1`, [unknown.map(([name]) => name), unknown.map(([, first]) => first), from]);
    for (const { id, v, before } of rows) this.#find({ ...(await this.#positionOf(id, Number(v), from)), rule: 'version', at: 'version', what: before === 0 ? `${v} without ${Number(v) - 1} of its stream before it` : `${v} a second time in its stream` });
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
    const count = (this.#counts.get(finding.rule) ?? 0) + 1;
    this.#counts.set(finding.rule, count);
    if (count <= FINDINGS_MAX) this.#findings.push(finding);
  }
}
