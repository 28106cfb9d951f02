import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { NO_FLUSH } from './no-flush.js';
import { unseal } from './seal.js';

/**
 * What is personal and no event: a key for each person, and the fingerprints by which a person is found.
 * Erasing a person is emptying one row here; back up this schema apart from the log, and briefly.
 */
export const piiTables = `
CREATE SCHEMA IF NOT EXISTS pii;
CREATE TABLE IF NOT EXISTS pii.subject_key (
  subject_id uuid PRIMARY KEY,
  wrapped_dek bytea,
  kek_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  erased_at timestamptz,
  CHECK ((wrapped_dek IS NULL) = (erased_at IS NOT NULL)));
CREATE INDEX IF NOT EXISTS subject_key_kek ON pii.subject_key(kek_id) WHERE wrapped_dek IS NOT NULL;
CREATE TABLE IF NOT EXISTS pii.blind_index (
  space text, mac bytea, subject_id uuid, case_id uuid,
  PRIMARY KEY (space, mac, subject_id, case_id));
CREATE INDEX IF NOT EXISTS blind_index_subject ON pii.blind_index(subject_id);
`;

/** The key that wraps the persons' keys: 32 bytes, kept outside the database. */
export interface Kek {
  readonly id: string;
  readonly key: Buffer;
}

/** A key was asked for a person who has been erased: whoever comes back gets a new subject id. */
export class SubjectErased extends Error {
  constructor() {
    super('This person has been erased.');
    this.name = 'SubjectErased';
  }
}

interface Limits {
  /** Persons whose keys are held in memory. */
  readonly cachedMax: number;
  /** How long a key stays in memory: an erasure in another process is obeyed after this time at the latest. */
  readonly cachedForMs: number;
}

interface Waiting {
  readonly subjects: readonly string[];
  readonly stored: (deks: Map<string, Buffer>) => void;
  readonly failed: (error: unknown) => void;
}

const SUBJECTS_PER_INSERT_MAX = 2000;

export class Keyring {
  readonly #keks: ReadonlyMap<string, Buffer>;
  readonly #cache = new Map<string, { readonly dek: Buffer; readonly until: number }>();
  #waiting: Waiting[] = [];
  #storing = false;
  #erasures = 0;

  constructor(
    private readonly pool: Pool, private readonly kek: Kek, olderKeks: readonly Kek[] = [],
    private readonly limits: Limits = { cachedMax: 50_000, cachedForMs: 30_000 },
  ) {
    this.#keks = new Map([...olderKeks, kek].map(({ id, key }) => [id, key]));
    for (const [id, key] of this.#keks) if (key.length !== 32) throw new Error(`The master key ${id} must have 32 bytes.`);
  }

  /**
   * The keys of these persons, made where there are none. Durable when it resolves, so an event may be sealed with them.
   * What is asked for while an INSERT is under way is stored together by the next. Throws `SubjectErased`.
   */
  async create(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    for (const subject of subjects) if (!isUuid(subject)) throw new TypeError('A subject is a UUID in lower case.'); // One bad id would fail the others of its batch.
    const deks = await new Promise<Map<string, Buffer>>((stored, failed) => {
      this.#waiting.push({ subjects, stored, failed });
      if (!this.#storing) void this.#storeWaiting();
    });
    if (subjects.some((subject) => !deks.has(subject))) throw new SubjectErased();
    return deks;
  }

  /** The keys of those who have one. The erased and the unknown are missing. */
  async deksOf(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const unknown: string[] = [];
    const now = performance.now();
    for (const subject of new Set(subjects)) {
      const cached = this.#cache.get(subject);
      if (cached && cached.until > now) found.set(subject, this.#remember(subject, cached.dek, cached.until));
      else unknown.push(subject);
    }
    if (unknown.length > 0) for (const [subject, dek] of await this.#load(unknown)) found.set(subject, dek);
    return found;
  }

  /** The texts of sealed fields in their order; null where the person has been erased. */
  async open(fields: readonly Sealed[]): Promise<(string | null)[]> {
    const deks = await this.deksOf(fields.map((field) => field.subject));
    return fields.map((field) => {
      const dek = deks.get(field.subject);
      return dek ? unseal(dek, field) : null;
    });
  }

  /**
   * Destroys a person's key and fingerprints. Returns false where that had been done, or no such person was known. In a transaction of the caller's (`tx`), which
   * calls `forget` once more after its commit: until then others may read the key.
   */
  async erase(subject: string, tx: ClientBase | Pool = this.pool): Promise<boolean> {
    this.forget(subject);
    const { rows } = await tx.query<{ erased: number }>(
      `WITH key AS (UPDATE pii.subject_key SET wrapped_dek = NULL, erased_at = clock_timestamp() WHERE subject_id = $1 AND erased_at IS NULL RETURNING 1),
            index AS (DELETE FROM pii.blind_index WHERE subject_id = $1)
       SELECT count(*)::int AS erased FROM key`, [subject]);
    this.forget(subject);
    return rows[0]!.erased > 0;
  }

  /** Drops a key from this process's memory; a process calls it when it reads that the person was erased elsewhere. */
  forget(subject: string): void {
    this.#erasures++;
    this.#cache.delete(subject);
  }

  /** Wraps keys anew that an older master key wraps, at most `max`. Returns how many; 0 means that the older master keys can go. */
  async rewrap(max: number): Promise<number> {
    const { rows } = await this.pool.query<Row>(
      'SELECT subject_id, wrapped_dek, kek_id FROM pii.subject_key WHERE kek_id <> $1 AND wrapped_dek IS NOT NULL LIMIT $2', [this.kek.id, max]);
    const wrapped = rows.map((row) => wrap(this.kek, row.subject_id, this.#unwrap(row)));
    // The old wrapping stands in the condition: who was erased meanwhile stays erased.
    await this.pool.query(
      `UPDATE pii.subject_key k SET wrapped_dek = n.wrapped, kek_id = $4 FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n(id, old, wrapped)
       WHERE k.subject_id = n.id AND k.wrapped_dek = n.old`, [rows.map((row) => row.subject_id), rows.map((row) => row.wrapped_dek), wrapped, this.kek.id]);
    return rows.length;
  }

  async #storeWaiting(): Promise<void> {
    this.#storing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      try {
        const deks = await this.#store([...new Set(batch.flatMap(({ subjects }) => subjects))]);
        for (const { subjects, stored } of batch) stored(new Map(subjects.flatMap((subject) => (deks.has(subject) ? [[subject, deks.get(subject)!]] : []))));
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#storing = false;
  }

  #takeBatch(): Waiting[] {
    let size = 0;
    const end = this.#waiting.findIndex(({ subjects }) => (size += subjects.length) > SUBJECTS_PER_INSERT_MAX);
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(end, 1));
  }

  async #store(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const made = new Map([...subjects].sort().map((subject) => [subject, randomBytes(32)] as const)); // Sorted, so that two processes cannot lock each other out.
    const known = this.#erasures;
    const { rows } = await this.pool.query<{ subject_id: string }>(
      `INSERT INTO pii.subject_key (subject_id, wrapped_dek, kek_id) SELECT id, dek, $3 FROM unnest($1::uuid[], $2::bytea[]) AS t(id, dek) ${NO_FLUSH}
       ON CONFLICT DO NOTHING RETURNING subject_id`, [[...made.keys()], [...made].map(([subject, dek]) => wrap(this.kek, subject, dek)), this.kek.id]);
    const deks = new Map(rows.map(({ subject_id }) => [subject_id, made.get(subject_id)!]));
    if (known === this.#erasures) for (const [subject, dek] of deks) this.#remember(subject, dek);
    const earlier = subjects.filter((subject) => !deks.has(subject));
    return earlier.length === 0 ? deks : new Map([...deks, ...(await this.deksOf(earlier))]);
  }

  async #load(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const known = this.#erasures;
    const { rows } = await this.pool.query<Row>(
      'SELECT subject_id, wrapped_dek, kek_id FROM pii.subject_key WHERE subject_id = ANY($1::uuid[]) AND wrapped_dek IS NOT NULL', [subjects]);
    const deks = new Map(rows.map((row) => [row.subject_id, this.#unwrap(row)]));
    // A key read before an erasure must not enter the memory after it.
    if (known === this.#erasures) for (const [subject, dek] of deks) this.#remember(subject, dek);
    return deks;
  }

  /** A `Map` keeps the order of insertion: its first entry is the one unused for longest. */
  #remember(subject: string, dek: Buffer, until = performance.now() + this.limits.cachedForMs): Buffer {
    this.#cache.delete(subject);
    this.#cache.set(subject, { dek, until });
    if (this.#cache.size > this.limits.cachedMax) this.#cache.delete(this.#cache.keys().next().value!);
    return dek;
  }

  #unwrap({ subject_id, wrapped_dek, kek_id }: Row): Buffer {
    const key = this.#keks.get(kek_id);
    if (!key) throw new Error(`The master key ${kek_id} is not configured.`);
    const decipher = createDecipheriv('aes-256-gcm', key, wrapped_dek.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(wrapping(subject_id, kek_id));
    decipher.setAuthTag(wrapped_dek.subarray(-16));
    return Buffer.concat([decipher.update(wrapped_dek.subarray(12, -16)), decipher.final()]);
  }
}

interface Row {
  readonly subject_id: string;
  readonly wrapped_dek: Buffer;
  readonly kek_id: string;
}

/** Nonce (12 bytes), ciphertext (32), tag (16), bound to the person: rows of two persons cannot be exchanged. */
function wrap({ id, key }: Kek, subject: string, dek: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(wrapping(subject, id));
  return Buffer.concat([nonce, cipher.update(dek), cipher.final(), cipher.getAuthTag()]);
}

function wrapping(subject: string, kekId: string): Buffer {
  return Buffer.from(`anxin.dek.v1\n${subject}\n${kekId}`, 'utf8');
}
