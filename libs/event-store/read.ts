import type { ClientBase, Pool } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { instantOf } from '#libs/contracts/time.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { upcast } from './upcast.js';

type Queryable = Pool | ClientBase;

/** A row of the log as it is stored: what the relay sends and the audit recomputes. */
export interface StoredRow extends StoredEvent {
  readonly position: string;
  readonly logId: string;
  readonly leafHash: Buffer;
}

type Columns = readonly [pos: string, log: string, caseId: string, stream: string, version: string, id: string, type: string, schema: string, data: string, meta: string, seconds: string, leaf: string];

const COLUMNS = `e.pos, (SELECT log_id FROM es.log), e.case_id, e.stream_id, e.version, e.event_id, e.type, e.schema_v, e.data, e.meta, extract(epoch FROM e.recorded_at)`;
const EVENTS = `SELECT ${COLUMNS} FROM es.events e`;
const ROWS = `SELECT ${COLUMNS}, encode(e.leaf_hash, 'base64') FROM es.events e`;
const AFTER = 'WHERE e.pos > $1 AND ($3::bigint IS NULL OR e.pos <= $3) ORDER BY e.pos LIMIT $2';
const RAW = { getTypeParser: () => (value: string) => value };

/** The events of a stream in the order of their versions, from `fromVersion` on. */
export async function readStream(db: Queryable, stream: string, fromVersion = 1): Promise<PublishedEvent[]> {
  return eventsOf(db, `${EVENTS} WHERE e.stream_id = $1 AND e.version >= $2 ORDER BY e.version`, [stream, fromVersion]);
}

/**
 * Many streams in one round trip; a stream without events is an empty list. Each is looked up by itself: of a young log the planner knows no better than that a stream is a
 * two hundredth of it, and would read the whole table for a hundred streams.
 */
export async function readStreams(db: Queryable, streams: readonly string[]): Promise<Map<string, PublishedEvent[]>> {
  const found = new Map<string, PublishedEvent[]>(streams.map((stream) => [stream, []]));
  const events = await eventsOf(db, `SELECT ${COLUMNS} FROM unnest($1::text[]) AS s(id) CROSS JOIN LATERAL (SELECT * FROM es.events WHERE stream_id = s.id ORDER BY version OFFSET 0) e`, [[...found.keys()]]);
  for (const event of events) found.get(event.stream)!.push(event);
  return found;
}

/** A case's whole history in the order of the log, whoever wrote it; up to a position, or up to the last of its events recorded by an instant. */
export async function readCase(
  db: Queryable, caseId: string, { upToPosition, upToInstant }: { readonly upToPosition?: string | undefined; readonly upToInstant?: Instant | undefined } = {},
): Promise<PublishedEvent[]> {
  const bounds = `($2::bigint IS NULL OR e.pos <= $2)
    AND ($3::timestamptz IS NULL OR e.pos <= (SELECT max(pos) FROM es.events WHERE case_id = $1 AND recorded_at <= $3))`;
  return eventsOf(db, `${EVENTS} WHERE e.case_id = $1 AND ${bounds} ORDER BY e.pos`, [caseId, upToPosition ?? null, upToInstant ?? null]);
}

/** The log after a position, in its order, at most `limit` events and none after `until`. */
export async function readFrom(db: Queryable, position: string, limit: number, until?: string): Promise<PublishedEvent[]> {
  return eventsOf(db, `${EVENTS} ${AFTER}`, [position, limit, until ?? null]);
}

/** As `readFrom`, of those alone whose type or stream begins so: `routing.case-routed.v1`, `supervision.clock-`, `staff/`. A type is meant in all its versions. */
export async function readBeginningsFrom(db: Queryable, beginnings: readonly string[], position: string, limit: number, until: string): Promise<PublishedEvent[]> {
  return eventsOf(db, `${EVENTS} WHERE e.pos > $1 AND e.pos <= $3 AND (e.type LIKE ANY($4) OR e.stream_id LIKE ANY($4)) ORDER BY e.pos LIMIT $2`, [position, limit, until, beginnings.map((one) => `${one.replace(/\.v\d+$/, '')}%`)]);
}

/** As `readFrom`, of some kinds alone, by their stored names: `routing.case-routed`. */
export async function readKindsFrom(db: Queryable, kinds: readonly string[], position: string, limit: number, until: string): Promise<PublishedEvent[]> {
  return eventsOf(db, `${EVENTS} WHERE e.pos > $1 AND e.pos <= $3 AND e.type = ANY($4) ORDER BY e.pos LIMIT $2`, [position, limit, until, kinds]);
}

/** The events of some kinds in the histories of some cases, each case's in the order of the log. */
export async function readKindsOf(db: Queryable, caseIds: readonly string[], kinds: readonly string[]): Promise<Map<string, PublishedEvent[]>> {
  const found = new Map<string, PublishedEvent[]>(caseIds.map((caseId) => [caseId, []]));
  if (caseIds.length === 0 || kinds.length === 0) return found;
  const events = await eventsOf(db, `SELECT ${COLUMNS} FROM unnest($1::uuid[]) AS s(id) CROSS JOIN LATERAL (SELECT * FROM es.events WHERE case_id = s.id AND type = ANY($2) ORDER BY pos OFFSET 0) e`, [[...found.keys()], kinds]);
  for (const event of events) found.get(event.caseId)!.push(event);
  return found;
}

/** As `readFrom`, byte for byte as stored. */
export async function readRows(db: Queryable, position: string, limit: number, until?: string): Promise<StoredRow[]> {
  return rowsOf(db, `${ROWS} ${AFTER}`, [position, limit, until ?? null]);
}

/** A case's history up to a position, byte for byte as stored. */
export async function readCaseRows(db: Queryable, caseId: string, until: string): Promise<StoredRow[]> {
  return rowsOf(db, `${ROWS} WHERE e.case_id = $1 AND e.pos <= $2 ORDER BY e.pos`, [caseId, until]);
}

/** The last position; '0' for an empty log. */
export async function head(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ pos: string }>('SELECT pos FROM es.events ORDER BY pos DESC LIMIT 1');
  return rows[0]?.pos ?? '0';
}

export async function caseOfClaim(db: Queryable, space: string, value: string): Promise<string | undefined> {
  return (await holderOfClaims(db, [{ space, value }]))?.caseId;
}

type Claim = { readonly space: string; readonly value: string };
type Holder = Claim & { readonly caseId: string };

/** The first of these claims that stands, and whose it is. */
export async function holderOfClaims(db: Queryable, claims: readonly Claim[]): Promise<Holder | undefined> {
  return (await holdersOfClaims(db, [claims]))[0];
}

/** Of each list of claims the first that stands, and whose it is. */
export async function holdersOfClaims(db: Queryable, lists: readonly (readonly Claim[])[]): Promise<readonly (Holder | undefined)[]> {
  const asked = lists.flatMap((claims, list) => claims.map((claim) => ({ ...claim, list })));
  if (asked.length === 0) return lists.map(() => undefined);
  const { rows } = await db.query<{ list: number; space: string; value: string; case_id: string }>(
    'SELECT DISTINCT ON (u.list) u.list, c.space, c.value, c.case_id FROM unnest($1::int[], $2::text[], $3::text[]) WITH ORDINALITY AS u(list, space, value, ord) JOIN es.claims c USING (space, value) ORDER BY u.list, u.ord',
    [asked.map(({ list }) => list), asked.map(({ space }) => space), asked.map(({ value }) => value)]);
  const found = new Map(rows.map(({ list, space, value, case_id }) => [list, { space, value, caseId: case_id }]));
  return lists.map((_, list) => found.get(list));
}

export interface ResultOfKey {
  /** False where the key was used for another request. */
  readonly sameRequest: boolean;
  readonly stream: string;
  readonly firstVersion: number;
  readonly lastPosition: string;
  readonly count: number;
}

type Key = { readonly source: string; readonly key: string; readonly mac: Buffer };

/** What a command key stored the first time; undefined for a new, or forgotten, key. */
export async function resultOfKey(db: Queryable, key: Key): Promise<ResultOfKey | undefined> {
  return (await resultsOfKeys(db, [key]))[0];
}

/** What each of these keys stands for; undefined for a new one. */
export async function resultsOfKeys(db: Queryable, keys: readonly Key[]): Promise<readonly (ResultOfKey | undefined)[]> {
  const { rows } = await db.query<{ nth: number; same: boolean; stream_id: string; first_version: number; n: number; pos: string }>(
    `SELECT u.nth::int, k.request_mac = u.mac AS same, k.stream_id, k.first_version, k.n, e.pos FROM unnest($1::text[], $2::text[], $3::bytea[]) WITH ORDINALITY AS u(source, key, mac, nth)
     JOIN es.command_keys k USING (source, key) JOIN es.events e ON e.stream_id = k.stream_id AND e.version = k.first_version + k.n - 1`,
    [keys.map(({ source }) => source), keys.map(({ key }) => key), keys.map(({ mac }) => mac)]);
  const found = new Map(rows.map((row) => [row.nth, { sameRequest: row.same, stream: row.stream_id, firstVersion: row.first_version, lastPosition: row.pos, count: row.n }]));
  return keys.map((_, n) => found.get(n + 1));
}

/** What everybody else sees of stored rows: types with their version, old data in its newest form. */
export function published(rows: readonly StoredRow[]): PublishedEvent[] {
  return rows.map((row) => ({
    position: row.position, logId: row.logId, id: row.eventId, ...upcast(row.type, row.schemaVersion, JSON.parse(row.data) as Record<string, unknown>),
    caseId: row.caseId, stream: row.stream, version: row.version, meta: JSON.parse(row.meta) as Cause, recordedAt: instantOf(Number(row.recordedAtMicros / 1_000n)),
  }));
}

/** As `published`, straight from the wire: what is read by the million keeps no hash and makes no number that nobody asks for. */
async function eventsOf(db: Queryable, text: string, values: unknown[]): Promise<PublishedEvent[]> {
  const { rows } = await db.query<Columns & unknown[]>({ text, values, rowMode: 'array', types: RAW });
  return rows.map(([position, logId, caseId, stream, version, id, type, schema, data, meta, seconds]) => ({
    position, logId, id, ...upcast(type, Number(schema), JSON.parse(data) as Record<string, unknown>),
    caseId, stream, version: Number(version), meta: JSON.parse(meta) as Cause, recordedAt: instantOf(Number(seconds.slice(0, -7)) * 1000 + Number(seconds.slice(-6, -3))),
  }));
}

async function rowsOf(db: Queryable, text: string, values: unknown[]): Promise<StoredRow[]> {
  const { rows } = await db.query<Columns & unknown[]>({ text, values, rowMode: 'array', types: RAW });
  return rows.map(([position, logId, caseId, stream, version, eventId, type, schema, data, meta, seconds, leaf]) => ({
    position, logId, caseId, stream, version: Number(version), eventId, type, schemaVersion: Number(schema), data, meta,
    recordedAtMicros: BigInt(seconds.replace('.', '')), leafHash: Buffer.from(leaf, 'base64'), // PostgreSQL writes the seconds with all six decimals.
  }));
}
