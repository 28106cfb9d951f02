import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { ENTRY_BYTES_MAX } from '#libs/merkle/entry.js';
import { HASH_BYTES } from '#libs/merkle/tiles.js';
import { copyOut } from './copy-out.js';

/** What was found wrong, and where: the first bad position, and the column or the rule that failed. */
export interface Finding {
  /** undefined for what has no position: a key, a whole copy. */
  readonly position?: number;
  /** Where it can be told only that it lies between two checkpoints: up to here. */
  readonly to?: number;
  readonly rule: 'position' | 'tail' | 'column' | 'version' | 'tile' | 'root' | 'checkpoint' | 'witness' | 'remembered' | 'epoch' | 'relay' | 'clock';
  /** Which columns, tile or copy. */
  readonly at: string;
  readonly what: string;
}

/** Some consecutive leaves, recomputed from what is stored. */
export interface Leaves {
  /** Index of the first one, from 0. */
  readonly from: number;
  readonly hashes: Buffer;
  readonly findings: readonly Finding[];
  /** Positions whose columns do not hash to their leaf hash. */
  readonly unlike: readonly number[];
  /** Of each stream: its name, its first and its last version here. */
  readonly streams: readonly (readonly [name: string, first: number, last: number])[];
}

const COLUMNS = ['case_id', 'stream_id', 'version', 'event_id', 'type', 'schema_v', 'data', 'meta', 'recorded_at'] as const;
const [STREAM, VERSION, RECORDED_AT] = [1, 2, 8];
/** PostgreSQL counts microseconds from 2000-01-01, an entry from 1970-01-01. */
const EPOCH_MICROS = 946_684_800_000_000n;
const FINDINGS_MAX = 100;

/** The leaves of the positions `from + 1` to `to`, every one recomputed from its row. */
export async function leavesOf(client: Client, from: number, to: number): Promise<Leaves> {
  const reader = new Reader(from, to);
  await copyOut(client, `SELECT pos, leaf_hash, ${COLUMNS.join(', ')} FROM es.events WHERE pos > ${from} AND pos <= ${to} ORDER BY pos`, (row, at) => reader.take(row, at));
  return reader.leaves();
}

class Reader {
  readonly #hashes: Buffer;
  readonly #findings: Finding[] = [];
  readonly #unlike: number[] = [];
  readonly #streams = new Map<string, [first: number, last: number]>();
  readonly #entry = Buffer.alloc(ENTRY_BYTES_MAX + 1);
  #next: number;

  constructor(private readonly from: number, private readonly to: number) {
    this.#hashes = Buffer.alloc((to - from) * HASH_BYTES);
    this.#next = from + 1;
    this.#entry[1] = 1; // Behind the 0x00 of a leaf, the format of the entry.
  }

  leaves(): Leaves {
    this.#missing(this.to + 1);
    return { from: this.from, hashes: this.#hashes, findings: this.#findings, unlike: this.#unlike, streams: [...this.#streams].map(([name, [first, last]]) => [name, first, last]) };
  }

  take(row: Buffer, start: number): void {
    const position = Number(row.readBigInt64BE(start + 6));
    if (position < this.#next) return this.#find({ position, rule: 'position', at: 'pos', what: 'stored twice' });
    this.#missing(position);
    this.#next = position + 1;
    let at = start + 14;
    const leafAt = at + 4;
    const leafBytes = row.readInt32BE(at);
    at += 4 + Math.max(0, leafBytes);
    let end = 2;
    let [stream, version] = ['', 0];
    for (let column = 0; column < COLUMNS.length; column++) {
      const length = row.readInt32BE(at);
      at += 4;
      if (length < 0 || end + 2 + length > this.#entry.length) return this.#find({ position, rule: 'column', at: COLUMNS[column]!, what: length < 0 ? 'null' : 'too long for an entry' });
      this.#entry.writeUInt16BE(length, end);
      if (column === RECORDED_AT) this.#entry.writeBigInt64BE(BigInt.asIntN(64, row.readBigInt64BE(at) + EPOCH_MICROS), end + 2);
      else row.copy(this.#entry, end + 2, at, at + length);
      if (column === STREAM) stream = row.toString('latin1', at, at + length);
      if (column === VERSION) version = row.readInt32BE(at);
      end += 2 + length;
      at += length;
    }
    const leaf = hash('sha256', this.#entry.subarray(0, end), 'buffer');
    leaf.copy(this.#hashes, (position - 1 - this.from) * HASH_BYTES);
    if (leafBytes < 0) this.#find({ position, rule: 'column', at: 'leaf_hash', what: 'null' });
    else if (leafBytes !== HASH_BYTES || leaf.compare(row, leafAt, leafAt + leafBytes) !== 0) this.#unlike.push(position);
    this.#count(stream, version, position);
  }

  #count(stream: string, version: number, position: number): void {
    const seen = this.#streams.get(stream);
    if (!seen) this.#streams.set(stream, [version, version]);
    else if (version === seen[1] + 1) seen[1] = version;
    else {
      this.#find({ position, rule: 'version', at: 'version', what: `${version} after ${seen[1]} of its stream` });
      seen[1] = version;
    }
  }

  #missing(until: number): void {
    if (this.#next < until) this.#find({ position: this.#next, rule: 'position', at: 'pos', what: until - this.#next === 1 ? 'missing' : `missing up to ${until - 1}` });
    this.#next = until;
  }

  #find(finding: Finding): void {
    if (this.#findings.length < FINDINGS_MAX) this.#findings.push(finding);
  }
}
