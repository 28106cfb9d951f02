import type { Pool } from 'pg';
import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { checkpointsAfter, leavesAfter, LogDamaged, newestCheckpoint, storeCheckpoint, storeTiles, tilesIn } from '#libs/event-store/checkpoints.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { readLineage } from '#libs/event-store/lineage.js';
import { isAtHome } from '#libs/event-store/log.js';
import { head } from '#libs/event-store/read.js';
import { openedCheckpoint, signedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Checkpoint } from '#libs/merkle/checkpoint.js';
import { NoteRefused } from '#libs/merkle/note.js';
import { rootFrom } from '#libs/merkle/proof.js';
import type { FullTile } from '#libs/merkle/tiles.js';
import { Frontier, HASH_BYTES } from '#libs/merkle/tiles.js';
import { backoff, Bell } from '#libs/messaging/backoff.js';
import { nameOf } from '#libs/messaging/kafka-errors.js';
import { Lease } from '#libs/messaging/lease.js';
import { log } from '#libs/runtime/logger.js';
import type { LogKeys } from './log-keys.js';
import type { WitnessFile } from './witness-file.js';
import type { WitnessTopic } from './witness-topic.js';

export interface SealerHealth {
  /** `refused`: what it would sign contradicts what was signed before; it signs nothing until a person has acted, and looks again every few seconds. */
  readonly state: 'starting' | 'standby' | 'sealing' | 'retrying' | 'refused' | 'stopped';
  readonly reason?: string;
}

export interface SealerOptions {
  readonly pool: Pool;
  readonly keys: LogKeys;
  readonly topic: WitnessTopic;
  readonly file?: WitnessFile | undefined;
  readonly leaseMs?: number;
  readonly lookAgainMs?: number;
}

/** Signing would contradict what was signed before: the database was restored from an older state, or rewritten. */
export class SealRefused extends Error {
  override readonly name = 'SealRefused';
}

type Anchor = Checkpoint & { readonly note: string; readonly where: string };

const EVERY_POSITIONS = 4_096;
const EVERY_MS = 1_000;
const POLL_MS = 200;
const CHUNK = 32_768;
const STANDBY_MS = 500;
const PUBLISH_MAX = 500;

/**
 * Extends the Merkle tree over the log and signs it, every second or every 4,096 positions. The order of its writes is what a crash at any point needs:
 * tiles first, which no checkpoint names yet; then the witness file, so that nothing is served that no witness holds; then the row that is served; then Kafka,
 * caught up from the rows whenever it answers. A second sealer works out the same tiles and the same roots, and does no harm.
 */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #lease: Lease;
  readonly #lookAgainMs: number;
  readonly #bell = new Bell();
  #state: SealerHealth = { state: 'starting' };
  #frontier = new Frontier();
  #lineage: Lineage | undefined;
  #sealed = 0;
  #published: number | undefined;
  #publishing: Promise<void> | undefined;
  #publishAgainAt = 0;
  #refusal: SealRefused | undefined;
  #failures = 0;
  #stopping = false;
  #running: Promise<void> | undefined;

  constructor(options: SealerOptions) {
    this.#options = options;
    this.#lookAgainMs = options.lookAgainMs ?? 5_000;
    this.#lease = new Lease(options.pool, 'seal', options.leaseMs);
  }

  start(): this {
    this.#running ??= this.#run();
    return this;
  }

  health(): SealerHealth {
    return this.#state;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#bell.wake();
    await this.#running;
    await this.#publishing;
    await this.#options.file?.close();
    this.#state = { state: 'stopped' };
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#lead();
      } catch (error) {
        const refused = error instanceof SealRefused || error instanceof LogDamaged;
        if (refused && this.#state.reason !== error.message) log.error({ reason: error.message }, 'the log is not sealed');
        this.#state = refused ? { state: 'refused', reason: error.message } : { state: 'retrying', reason: nameOf(error) };
        await this.#pause(refused ? this.#lookAgainMs : backoff(this.#failures++, 100, this.#lookAgainMs));
      }
    }
  }

  /** Until the lease is lost or the sealer stops. Throws on every failure: then it begins anew from what the witnesses hold. */
  async #lead(): Promise<void> {
    if ((await this.#lease.acquire()) === undefined) {
      if (this.#state.state !== 'refused') this.#state = { state: 'standby' };
      return this.#pause(STANDBY_MS);
    }
    try {
      await this.#begin();
      this.#state = { state: 'sealing' };
      let next = 0;
      while (!this.#stopping && await this.#lease.keep()) {
        const waiting = Number(await head(this.#options.pool)) - this.#sealed;
        if (this.#refusal) throw this.#refusal;
        if (waiting < 0) throw new SealRefused(`The log ends before position ${this.#sealed}, which was sealed: it was restored from an older state.`);
        if (waiting >= EVERY_POSITIONS || (waiting > 0 && performance.now() >= next)) {
          next = performance.now() + EVERY_MS;
          await this.#seal();
          this.#failures = 0;
        }
        this.#publish();
        if (waiting < CHUNK) await this.#bell.wait(POLL_MS);
      }
    } finally {
      await this.#lease.release().catch(() => undefined); // It runs out by itself.
    }
  }

  /** From the oldest checkpoint that a witness holds as its newest, over all others, to the newest: each must be what the log gives now. */
  async #begin(): Promise<void> {
    const { pool, file } = this.#options;
    this.#published = undefined;
    this.#refusal = undefined;
    this.#lineage = await readLineage(pool);
    if (!(await isAtHome(pool))) throw new SealRefused('This database is not where the log lives: it was restored, copied or promoted, and a person must say how to go on.');
    const standing = await newestCheckpoint(pool);
    const inFile = file && this.#newestOf(await file.tail(), 'the witness file');
    const inTopic = await this.#inTopic().catch((error: unknown) => {
      if (!file || error instanceof SealRefused) throw error; // One witness is enough to begin; the other is compared before anything is published to it.
      return null;
    });
    const inDatabase = standing && this.#newestOf([standing.note], 'the database')!;
    if (inDatabase && (inDatabase.size !== standing.size || !inDatabase.root.equals(standing.root))) throw new SealRefused('The newest checkpoint of the database says another thing in its note than in its columns.');
    const anchors = [inDatabase, inFile, inTopic ?? undefined].filter((anchor) => anchor !== undefined).sort((a, b) => a.size - b.size);
    const newest = anchors.at(-1);
    await this.#retrace(anchors);
    this.#sealed = newest?.size ?? 0;
    if (newest && newest.size !== inDatabase?.size) await storeCheckpoint(pool, newest);
    if (newest && file && newest.size !== inFile?.size) await file.append(newest.note);
    if (inFile && inFile !== newest) await storeCheckpoint(pool, inFile); // Signed, and then the process ended.
    if (inTopic !== null) this.#published = inTopic?.size ?? 0;
  }

  async #inTopic(): Promise<Anchor | undefined> {
    return this.#newestOf(await this.#options.topic.tail(), 'Kafka');
  }

  /**
   * What nobody we know has signed is no word of a witness: else whoever can write there could silence the sealer. Nothing but such is a reason to ask. What was
   * signed of positions that a person gave up since, when the log took another way, binds nobody.
   */
  #newestOf(notes: readonly string[], where: string): Anchor | undefined {
    let newest: Anchor | undefined;
    let why = '';
    for (const note of notes) {
      try {
        const checkpoint = openedCheckpoint(note, this.#options.keys.verifiers);
        if (this.#givenUp(checkpoint, where)) continue;
        if (!newest || checkpoint.size > newest.size) newest = { ...checkpoint, note, where };
      } catch (error) {
        if (!(error instanceof NoteRefused)) throw error;
        why = error.message;
      }
    }
    if (!newest && why !== '') throw new SealRefused(`No checkpoint in ${where} can be taken: ${why}`);
    return newest;
  }

  #givenUp({ size, way }: Checkpoint, where: string): boolean {
    const [lineage, n] = [this.#lineage!, way?.n ?? 0];
    if (n > lineage.current.n) throw new SealRefused(`${where} holds a checkpoint of the log's way ${n}, which this database does not know: it was restored from a state before the log was forked.`);
    return lineage.givenUpBy(n, BigInt(size)) !== undefined;
  }

  async #retrace(anchors: readonly Anchor[]): Promise<void> {
    const { pool } = this.#options;
    const longest = anchors.at(-1);
    const end = Number(await head(pool));
    if (longest && end < longest.size) throw new SealRefused(`The log ends before position ${longest.size}, which ${longest.where} says was sealed: it was restored from an older state. Positions ${end + 1} to ${longest.size} are known outside and not here.`);
    this.#frontier = await Frontier.at(anchors[0]?.size ?? 0, tilesIn(pool)).catch((error: unknown) => {
      if (error instanceof LogDamaged) return new Frontier(); // Lost tiles can be made again, from the first position on.
      throw error;
    });
    for (const { size, root, where } of anchors) {
      while (this.#frontier.size < size) await this.#extend(size - this.#frontier.size);
      if (!this.#frontier.root().equals(root)) throw new SealRefused(`The first ${size} positions hold other events than ${where} says were sealed: the log was rewritten.`);
    }
  }

  /** Takes further leaves into the tree and stores the tiles that they fill; answers how many. */
  async #extend(limit: number): Promise<number> {
    const { pool } = this.#options;
    const before = this.#frontier.last;
    const from = this.#frontier.size - (before ? 1 : 0); // With the last one again: it must still be what it was.
    const hashes = await leavesAfter(pool, from, Math.min(limit, CHUNK) + (before ? 1 : 0));
    const skipped = before ? HASH_BYTES : 0;
    if (before && !hashes.subarray(0, skipped).equals(before)) throw new SealRefused(`Position ${this.#frontier.size} holds another event than when it was sealed: the log was rewritten.`);
    const tiles: FullTile[] = [];
    for (let at = skipped; at < hashes.length; at += HASH_BYTES) this.#frontier.push(hashes.subarray(at, at + HASH_BYTES), (tile) => tiles.push(tile));
    await storeTiles(pool, tiles);
    return (hashes.length - skipped) / HASH_BYTES;
  }

  async #seal(): Promise<void> {
    const { pool, keys, file } = this.#options;
    if (await this.#extend(CHUNK) === 0) return;
    const { size } = this.#frontier;
    const root = this.#frontier.root();
    const { n, from } = this.#lineage!.current;
    const note = signedCheckpoint({ origin: keys.origin, size, root, ...(n > 0 && { way: { n, from: Number(from) } }) }, keys.signers);
    await file?.append(note);
    await storeCheckpoint(pool, { size, root, note });
    this.#sealed = size;
  }

  /** Beside the sealing: Kafka may be away as long as it likes. */
  #publish(): void {
    if (this.#publishing || this.#stopping || performance.now() < this.#publishAgainAt || this.#published === this.#sealed) return;
    this.#publishing = this.#publishAll()
      .catch((error: unknown) => {
        this.#publishAgainAt = performance.now() + this.#lookAgainMs;
        if (error instanceof SealRefused) this.#refusal = error;
      })
      .finally(() => { this.#publishing = undefined; });
  }

  async #publishAll(): Promise<void> {
    const { pool, topic } = this.#options;
    if (this.#published === undefined) {
      const last = await this.#inTopic();
      if (last && !(last.size <= this.#sealed && (await rootFrom(tilesIn(pool), last.size)).equals(last.root))) throw new SealRefused(`Kafka holds a checkpoint of ${last.size} positions that is not of this log.`);
      this.#published = last?.size ?? 0;
    }
    for (let rows: readonly CheckpointRow[]; (rows = await checkpointsAfter(pool, this.#published, PUBLISH_MAX)).length > 0 && !this.#stopping;) {
      await topic.publish(rows);
      this.#published = rows.at(-1)!.size;
    }
  }

  async #pause(ms: number): Promise<void> {
    if (!this.#stopping) await this.#bell.wait(ms);
  }
}
