import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Instant } from '#libs/contracts/time.js';
import { instantOf } from '#libs/contracts/time.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { Clock } from '#libs/runtime/clock.js';
import { Keyring } from '#libs/security/keyring.js';
import { sealFile, unsealFile } from '#libs/security/seal-file.js';
import type { RowAnswer } from './rows.js';

/** How far a sheet has come. `failed`: rows that the system did not serve after many tries; the same file again asks for them again. */
export interface Progress {
  readonly importId: string; readonly state: 'underWay' | 'done'; readonly rows: number; readonly done: number;
  readonly filed: number; readonly joined: number; readonly refused: number; readonly failed: number; readonly takenAt: Instant; readonly doneAt: Instant | null;
}

/** A sheet as it is worked on: opened, for the rows that have no answer yet. */
export interface Work {
  readonly id: string; readonly channel: string; readonly divisions: readonly string[]; readonly kinds: readonly string[] | null; readonly tries: number;
  readonly file: Buffer; readonly answered: ReadonlySet<number>;
}

interface Row { id: string; channel: string; rows: number; divisions: string[]; kinds: string[] | null; subject: string; file: Buffer | null; filed: number; joined: number; refused: number; failed: number; takenAt: Date; doneAt: Date | null; tries: number }
type Taken = Pick<Row, 'id' | 'channel' | 'rows' | 'divisions' | 'kinds'> & { readonly file: Buffer };

/** After this time nobody who takes it up is still at work on it: a killed process renews nothing. */
export const LEASE_SECONDS = 15;
const KEPT = '180 days';

/** Sheets, their rows' answers, and who works on which: all in PostgreSQL, so that any process goes on where another stood. */
@Injectable()
export class ImportStore {
  constructor(private readonly pool: Pool, private readonly keyring: Keyring, private readonly clock: Clock) {}

  /** Durable when it resolves. The same sheet again changes nothing, unless some of its rows failed: those are asked for again. */
  async take({ id, channel, rows, divisions, kinds, file }: Taken): Promise<void> {
    await this.pool.query(`DELETE FROM intake.import WHERE "doneAt" < $1::timestamptz - interval '${KEPT}'`, [this.clock.now()]);
    const standing = await this.#row(id);
    if (standing && (standing.doneAt === null || standing.failed === 0)) return;
    const subject = uuidv7();
    const sealed = sealFile((await this.keyring.create([subject])).get(subject)!, subject, id, file);
    const { rowCount } = await this.pool.query(
      `INSERT INTO intake.import AS i (id, channel, rows, divisions, kinds, subject, file, "takenAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, file = excluded.file, divisions = excluded.divisions, kinds = excluded.kinds, failed = 0, tries = 0, "doneAt" = NULL, "notBefore" = '-infinity'
       WHERE i."doneAt" IS NOT NULL AND i.failed > 0`, [id, channel, rows, divisions, kinds, subject, sealed, this.clock.now()]);
    if (rowCount === 0) await this.keyring.erase(subject); // Another call was quicker.
    else await this.pool.query(`DELETE FROM intake.import_row WHERE import = $1 AND result = 'failed'`, [id]);
  }

  async progress(id: string, channel: string): Promise<Progress | undefined> {
    const row = await this.#row(id);
    return row?.channel === channel ? progressOf(row) : undefined;
  }

  /** Answers below a row of the file, in its order. */
  async answers(id: string, after: number, limit: number): Promise<readonly RowAnswer[]> {
    const { rows } = await this.pool.query<{ answer: RowAnswer }>('SELECT answer FROM intake.import_row WHERE import = $1 AND row > $2 ORDER BY row LIMIT $3', [id, after, limit]);
    return rows.map(({ answer }) => answer);
  }

  /** The sheet that has waited longest and that nobody works on; from now on it is this process's for a while. */
  async next(): Promise<Work | undefined> {
    const { rows: [row] } = await this.pool.query<Row>(
      `UPDATE intake.import SET "notBefore" = clock_timestamp() + interval '${LEASE_SECONDS} seconds' WHERE id = (
         SELECT id FROM intake.import WHERE "doneAt" IS NULL AND "notBefore" <= clock_timestamp() ORDER BY "takenAt" LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *`);
    if (!row?.file) return undefined;
    const dek = (await this.keyring.deksOf([row.subject])).get(row.subject);
    if (!dek) throw new Error('The key of a sheet under way is gone.');
    const { rows } = await this.pool.query<{ row: number }>('SELECT row FROM intake.import_row WHERE import = $1', [row.id]);
    const { id, channel, divisions, kinds, tries } = row;
    return { id, channel, divisions, kinds, tries, file: unsealFile(dek, row.subject, id, row.file), answered: new Set(rows.map(({ row: number }) => number)) };
  }

  /** Stores answers and counts them in one statement, each row once, and keeps the sheet for this process. */
  async note(id: string, answers: readonly RowAnswer[]): Promise<void> {
    await this.pool.query(
      `WITH noted AS (
         INSERT INTO intake.import_row (import, row, result, answer) SELECT $1, r, e, a FROM unnest($2::int[], $3::text[], $4::jsonb[]) AS u(r, e, a) ON CONFLICT DO NOTHING RETURNING result)
       UPDATE intake.import i SET "notBefore" = clock_timestamp() + interval '${LEASE_SECONDS} seconds', tries = 0, filed = i.filed + n.filed, joined = i.joined + n.joined, refused = i.refused + n.refused, failed = i.failed + n.failed
       FROM (SELECT count(*) FILTER (WHERE result = 'filed') AS filed, count(*) FILTER (WHERE result = 'joined') AS joined, count(*) FILTER (WHERE result = 'refused') AS refused,
               count(*) FILTER (WHERE result = 'failed') AS failed FROM noted) n WHERE id = $1`,
      [id, answers.map(({ row }) => row), answers.map(({ result }) => result), answers.map((answer) => JSON.stringify(answer))]);
  }

  /** Every row is answered: the sheet itself goes, and the key that opens it. */
  async finish(id: string): Promise<void> {
    const { rows: [row] } = await this.pool.query<{ subject: string }>(`UPDATE intake.import SET file = NULL, "doneAt" = $2 WHERE id = $1 RETURNING subject`, [id, this.clock.now()]);
    if (row) await this.keyring.erase(row.subject);
  }

  /** Left for later, by whichever process. */
  async release(id: string, seconds: number, failed: boolean): Promise<void> {
    await this.pool.query(`UPDATE intake.import SET "notBefore" = clock_timestamp() + make_interval(secs => $2), tries = tries + $3 WHERE id = $1`, [id, seconds, failed ? 1 : 0]);
  }

  async #row(id: string): Promise<Omit<Row, 'file'> | undefined> {
    const { rows: [row] } = await this.pool.query<Omit<Row, 'file'>>(
      'SELECT id, channel, rows, divisions, kinds, subject, filed, joined, refused, failed, "takenAt", "doneAt", tries FROM intake.import WHERE id = $1', [id]);
    return row;
  }
}

function progressOf({ id, rows, filed, joined, refused, failed, takenAt, doneAt }: Omit<Row, 'file'>): Progress {
  const counts = { filed, joined, refused, failed };
  return { importId: id, state: doneAt ? 'done' : 'underWay', rows, done: filed + joined + refused + failed, ...counts, takenAt: instantOf(takenAt.getTime()), doneAt: doneAt && instantOf(doneAt.getTime()) };
}
