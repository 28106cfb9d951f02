import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { storeCheckpoint } from '#libs/event-store/checkpoints.js';
import { readFrom } from '#libs/event-store/read.js';
import { comeHome, hold, inTransaction, record } from './going-on.js';
import type { Said } from './going-on.js';
import { missing } from './outside.js';
import type { Standing } from './outside.js';
import { refuse } from './restore.refusals.js';
import type { Found } from './topic-tail.js';

/** What rides beside events in an append, and is made again from them: clocks, claims, counters. In the transaction that brings the events back. */
export type Recover = (events: readonly PublishedEvent[], owner: ClientBase) => Promise<void>;

export interface Adopted {
  readonly events: number;
  /** What is known outside and was not found there: the log stays where it is until that is brought too, or given up. */
  readonly stillMissing: number;
  readonly keysMissing: number;
}

const CHUNK = 1_000;

/**
 * Brings back what is known outside and missing here, to its places, as far as it was found; where nothing is missing any more the log lives here. Events that no
 * signed checkpoint covers are brought back only where `unsealed` says so. Throws refusals.
 */
export async function adopt(owner: ClientBase, standing: Standing, recover: Recover, said: Said, { unsealed = false }: { readonly unsealed?: boolean } = {}): Promise<Adopted> {
  const { common, found, provenTo, log } = standing;
  if (missing(standing) > 0 && common < standing.head) throw refuse('LOG_WENT_ON', { from: common + 1, to: standing.head });
  if (!unsealed && found.length > provenTo - common) throw refuse('LOG_UNPROVEN', { from: provenTo + 1, to: common + found.length });
  return inTransaction(owner, async () => {
    await hold(owner, standing.head);
    for (let at = 0; at < found.length; at += CHUNK) await insert(owner, common + at, found.slice(at, at + CHUNK));
    await assertVersions(owner, common);
    for (const checkpoint of standing.witnessed.filter(({ size }) => size > standing.sealed && size <= provenTo)) await storeCheckpoint(owner, checkpoint);
    const events: PublishedEvent[] = [];
    for (let at = common; at < common + found.length; at += CHUNK) events.push(...await readFrom(owner, String(at), CHUNK, String(common + found.length)));
    await recover(events, owner);
    const keysMissing = await withoutKey(owner, found);
    const stillMissing = missing(standing) - found.length;
    if (stillMissing > 0) return { events: found.length, stillMissing, keysMissing };
    await comeHome(owner);
    const [from, to] = found.length === 0 ? [null, null] : [String(common + 1), String(common + found.length)];
    const { by, reason, now: at } = said;
    await record(owner, log.bornAs, { type: 'LogRestored', at, by, reason, events: found.length, from, to, provenTo, keysMissing }, said);
    return { events: found.length, stillMissing: 0, keysMissing };
  });
}

async function insert(owner: ClientBase, after: number, found: readonly Found[]): Promise<void> {
  const column = <T>(pick: (one: Found) => T): T[] => found.map(pick);
  await owner.query(
    `INSERT INTO es.events(pos, case_id, stream_id, version, event_id, type, schema_v, data, meta, recorded_at, leaf_hash)
     SELECT $1::bigint + u.ord, u.c, u.s, u.v, u.id, u.t, u.sv, u.d, u.m, 'epoch'::timestamptz + u.at * interval '1 microsecond', u.leaf
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::uuid[], $6::text[], $7::smallint[], $8::text[], $9::text[], $10::bigint[], $11::bytea[]) WITH ORDINALITY AS u(c, s, v, id, t, sv, d, m, at, leaf, ord)`,
    [after, column(({ stored }) => stored.caseId), column(({ stored }) => stored.stream), column(({ stored }) => stored.version), column(({ stored }) => stored.eventId), column(({ stored }) => stored.type),
      column(({ stored }) => stored.schemaVersion), column(({ stored }) => stored.data), column(({ stored }) => stored.meta), column(({ stored }) => String(stored.recordedAtMicros)), column(({ leafHash }) => leafHash)]);
}

/** The streams go on where the events say; a version that does not follow the one before is another log's. */
async function assertVersions(owner: ClientBase, common: number): Promise<void> {
  const { rows } = await owner.query<{ pos: string }>(
    `SELECT e.pos FROM (SELECT pos, version, coalesce(lag(version) OVER (PARTITION BY stream_id ORDER BY pos), (SELECT s.version FROM es.streams s WHERE s.stream_id = n.stream_id), 0) AS before
       FROM es.events n WHERE pos > $1) e WHERE e.version <> e.before + 1 ORDER BY 1 LIMIT 1`, [common]);
  if (rows[0]) throw new Error(`The event at position ${rows[0].pos} does not follow the one before it in its stream.`);
  await owner.query(
    `INSERT INTO es.streams(stream_id, case_id, version) SELECT DISTINCT ON (stream_id) stream_id, case_id, version FROM es.events WHERE pos > $1 ORDER BY stream_id, version DESC
     ON CONFLICT (stream_id) DO UPDATE SET version = excluded.version`, [common]);
}

/** Persons of these events whose keys are not here: erased, or lost with the state that was not restored. */
async function withoutKey(owner: ClientBase, found: readonly Found[]): Promise<number> {
  const subjects = new Set(found.flatMap(({ stored }) => [...stored.data.matchAll(/"sealed":1,"subject":"([0-9a-f-]{36})"/g)].map(([, subject]) => subject!)));
  const { rows } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS u(id) WHERE NOT EXISTS (SELECT 1 FROM pii.subject_key k WHERE k.subject_id = u.id AND k.wrapped_dek IS NOT NULL)', [[...subjects]]);
  return rows[0]!.n;
}
