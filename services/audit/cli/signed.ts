import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { checkpointAtMost, newestCheckpoint } from '#libs/event-store/checkpoints.js';
import type { Verifier } from '#libs/merkle/note.js';
import type { Claim, DatabaseRow, Kept, Opened } from './claims.js';
import { claimsOf, claimsOfRows, DATABASE } from './claims.js';
import { Copies } from './copies.js';
import type { Fork } from './forks.js';
import { Judge, statedIn } from './forks.js';
import type { Finding } from './leaves.js';

const IN_FLIGHT_MS = 2_500;
/** So many notes are opened before others have their turn. */
const AT_ONCE = 256;
/** Where more is missing, the first of it says enough. */
const MISSING_MAX = 10_000;

/** The keys and the copies by which a log is held to what was signed of it. */
export interface Held {
  readonly keys: readonly Verifier[];
  readonly files?: readonly Kept[];
  readonly topic?: Kept | undefined;
  readonly remembered?: Claim | undefined;
  /** How long a checkpoint may be under way between file and database. */
  readonly inFlightMs?: number;
}

/** What was signed, in the database and in every copy, read along with the walk: no more of it is in memory than belongs to a range. */
export class Signed {
  readonly checked = { checkpoints: 0, witnesses: 0 };
  /** The database's newest row, signed or not, before anything else was read. */
  newest = 0;
  readonly #copies: Copies[] = [];
  /** What a copy holds and the database lacks. */
  readonly #lost = new Map<number, Finding>();
  #judge = new Judge([]);
  #sealed = 0;
  #looked = -1;
  #opened = 0;

  constructor(private readonly client: pg.Client, private readonly wanted: Held, private readonly find: (finding: Finding) => void, private readonly breathe: () => Promise<void>) {}

  /** Up to where the database says that the log is sealed. The order matters: a checkpoint is written to the file before the database has it, and its events were there before either. */
  async begin(): Promise<number> {
    const { keys, files = [], topic } = this.wanted;
    const wrong: Finding[] = [];
    this.#judge = new Judge(await statedIn(this.client, wrong));
    for (const finding of wrong) this.find(finding);
    for (let row = await newestCheckpoint(this.client); row && this.#sealed === 0; row = await checkpointAtMost(this.client, row.size - 1)) {
      this.newest = Math.max(this.newest, row.size);
      this.#sealed = this.#judge.standing(claimsOfRows([row], keys, []), [])[0]?.size ?? 0;
    }
    for (const kept of [files, topic ? [topic] : []]) if (kept.length > 0) this.#copies.push(await Copies.of(kept, this.breathe));
    return this.#sealed;
  }

  /** Passes by what an earlier run has verified. */
  async startAt(from: number): Promise<void> {
    this.#looked = from - 1;
    for (const copies of this.#copies) await copies.startAt(from, this.#stands);
  }

  /** What stands signed in the database and in every copy, of more positions than were looked at and no more than `to`. The copies hold the same notes: each is opened once. */
  async upTo(to: number): Promise<Claim[]> {
    const { keys, remembered } = this.wanted;
    const [opened, wrong]: [Opened, Finding[]] = [new Map(), []];
    const { rows } = await this.client.query<Row>('SELECT size, root, note FROM es.checkpoint WHERE size > $1 AND size <= $2 ORDER BY size', [this.#looked, to]);
    const claims: Claim[] = [];
    for (const row of rows) {
      claims.push(...claimsOfRows([rowOf(row)], keys, wrong, opened));
      await this.#opening();
    }
    const inDatabase = this.#judge.standing(claims, wrong);
    let standing = [...inDatabase, ...this.#judge.standing(remembered && remembered.size > this.#looked && remembered.size <= to ? [remembered] : [], wrong)];
    const [sizes, sealedBefore] = [new Set(inDatabase.map(({ size }) => size)), inDatabase.filter(({ size }) => size <= this.newest)];
    for (const copies of this.#copies) {
      const held: Claim[] = [];
      for await (const [where, note] of copies.upTo(to)) {
        held.push(...claimsOf(where, [note], keys, wrong, opened));
        await this.#opening();
      }
      const own = this.#judge.standing(held, wrong);
      copies.compare(sealedBefore, own);
      for (const { size, where } of own) {
        if (!sizes.has(size) && this.#lost.size < MISSING_MAX) this.#lost.set(size, { position: size, rule: 'checkpoint', at: DATABASE, what: size > this.#sealed ? `ends with ${this.#sealed} positions, but ${where} has a later checkpoint` : `lacks a checkpoint that ${where} has` });
      }
      this.checked.witnesses += held.length;
      standing = standing.concat(own);
    }
    for (const finding of wrong) this.find(finding);
    this.#looked = to;
    this.checked.checkpoints += standing.length;
    return standing.sort((a, b) => a.size - b.size);
  }

  /** The smallest size that was not looked at. */
  async next(): Promise<number> {
    const { remembered } = this.wanted;
    const { rows: [row] } = await this.client.query<{ size: string | null }>('SELECT min(size) AS size FROM es.checkpoint WHERE size > $1 AND size <= $2', [this.#looked, this.newest]);
    return Math.min(row!.size === null ? Infinity : Number(row!.size), remembered && remembered.size > this.#looked ? remembered.size : Infinity, ...await Promise.all(this.#copies.map((copies) => copies.next())));
  }

  /** Whether a copy lacks what another has, as far as it was looked at. */
  isMissing(): boolean {
    return this.#lost.size > 0 || this.#copies.some((copies) => copies.missing().length > 0);
  }

  /** A checkpoint may just be on its way from one to the other: what is missing still is missing. */
  async stillMissing(): Promise<readonly Finding[]> {
    if (!this.isMissing()) return [];
    await pause(this.wanted.inFlightMs ?? IN_FLIGHT_MS);
    const { rows } = await this.client.query<Row>('SELECT size, root, note FROM es.checkpoint WHERE size = ANY($1::bigint[])', [[...this.#lost.keys()]]);
    for (const { size } of this.#judge.standing(claimsOfRows(rows.map(rowOf), this.wanted.keys, []), [])) this.#lost.delete(size);
    return [...this.#lost.values(), ...(await Promise.all(this.#copies.map((copies) => copies.stillMissing(this.#stands)))).flat()];
  }

  async close(): Promise<void> {
    for (const copies of this.#copies) await copies.close();
  }

  forks(): readonly Fork[] {
    return this.#judge.forks();
  }

  readonly #stands = (where: string, note: string): boolean => this.#judge.standing(claimsOf(where, [note], this.wanted.keys, []), []).length > 0;

  async #opening(): Promise<void> {
    if (++this.#opened % AT_ONCE === 0) await this.breathe();
  }
}

interface Row { readonly size: string; readonly root: Buffer | null; readonly note: string | null }

function rowOf({ size, ...rest }: Row): DatabaseRow {
  return { size: Number(size), ...rest };
}
