import { PARTITIONS } from '#libs/messaging/topics.js';
import type { Row, Tables } from './tables.js';
import { LOG_EPOCH, LOG_ID } from './tables.js';

export interface Result { readonly rows: unknown[]; readonly rowCount: number }

/** What a statement sees and changes. `later` is done when its transaction commits. */
export interface Session {
  readonly tables: Tables;
  /** The server's clock, in milliseconds since 1970. */
  readonly nowMs: number;
  later(change: () => void): void;
}

/** Whatever the statement has in the place of each `$n`: who wrote the statement knows. */
type Values = readonly [never, never, never, never, never, never, never, never, never, never];
type Run = (values: Values, session: Session) => Result;

const rows = (...found: unknown[]): Result => ({ rows: found, rowCount: found.length });
const changed = (count: number): Result => ({ rows: [], rowCount: count });
const done = changed(0);
const markKey = (consumer: string, part: number): string => `${consumer}/${part}`;

/** As `read.ts` asks for rows: an array of texts each. */
function columns({ pos, caseId, stream, version, id, type, schema, data, meta, atMs, leaf }: Row): string[] {
  return [String(pos), LOG_ID, caseId, stream, String(version), id, type, String(schema), data, meta, `${Math.floor(atMs / 1000)}.${String(atMs % 1000).padStart(3, '0')}000`, leaf.toString('base64')];
}

/** The statements that relay, consumers, clocks and appender send, by how they begin. What is not here fails loudly: then the product asks for something new. */
export const statements: readonly (readonly [begins: string, run: Run])[] = [
  ['SET statement_timeout', () => done],
  ['SELECT log_id, log_epoch, born_as FROM es.log', () => rows({ log_id: LOG_ID, log_epoch: LOG_EPOCH, born_as: LOG_ID })],
  ['SELECT n, epoch, from_pos, lost_to FROM es.epoch', () => rows({ n: 0, epoch: LOG_EPOCH, from_pos: '1', lost_to: '0' })],
  ['SELECT es.promoted()', () => rows({ home: true })],
  ['SELECT (extract(epoch FROM clock_timestamp())', (_, { nowMs }) => rows({ ms: nowMs })],
  // Leases: of the relay, then of the clocks.
  ["UPDATE es.lease SET owner = $2, epoch = epoch + 1", ([name, owner, ms]: Values, session) => leased(session, name, owner, ms)],
  ['INSERT INTO es.lease AS l', ([name, owner, seconds]: Values, session) => leased(session, name, owner, seconds * 1000)],
  ["UPDATE es.lease SET until = clock_timestamp() + $4 * interval '1 ms'", ([name, owner, epoch, ms]: Values, session) => prolonged(session, name, owner, epoch, session.nowMs + ms)],
  ['UPDATE es.lease SET until = clock_timestamp() + make_interval(secs => $4)', ([name, owner, epoch, seconds]: Values, session) => prolonged(session, name, owner, epoch, session.nowMs + seconds * 1000)],
  ['UPDATE es.lease SET until = clock_timestamp() WHERE', ([name, owner, epoch]: Values, session) => prolonged(session, name, owner, epoch, session.nowMs)],
  ["UPDATE es.lease SET until = '-infinity'", ([name, owner, epoch]: Values, session) => prolonged(session, name, owner, epoch, -Infinity)],
  // The relay.
  ['UPDATE es.relay SET epoch = $1 WHERE epoch < $1', ([epoch]: Values, { tables: { relay } }) => { if (relay.epoch < Number(epoch)) relay.epoch = Number(epoch); return done; }],
  ['SELECT pos, leaf_hash FROM es.relay', (_, { tables: { relay } }) => rows({ pos: String(relay.pos), leaf_hash: relay.leaf })],
  ['UPDATE es.relay SET pos = $1, leaf_hash = $2 WHERE epoch = $3 AND pos = $4', ([pos, leaf, epoch, before]: Values, { tables: { relay } }) => {
    if (relay.epoch !== Number(epoch) || relay.pos !== Number(before)) return changed(0);
    Object.assign(relay, { pos: Number(pos), leaf });
    return changed(1);
  }],
  ['SELECT leaf_hash FROM es.events WHERE pos = $1', ([pos]: Values, { tables }) => rows(...tables.events.filter((row) => row.pos === Number(pos)).map(({ leaf }) => ({ leaf_hash: leaf })))],
  ['SELECT pos FROM es.events ORDER BY pos DESC', (_, { tables }) => rows(...(tables.events.length > 0 ? [{ pos: String(Math.max(...tables.events.map(({ pos }) => pos))) }] : []))],
  // Reading the log: by position, then by stream.
  ['READ WHERE e.pos > $1', ([after, limit, until]: Values, { tables }) => rows(...tables.events.filter(({ pos }) => pos > Number(after) && (until === null || pos <= Number(until))).sort((a, b) => a.pos - b.pos).slice(0, limit).map(columns))],
  ['READ unnest($1::text[])', ([streams]: Values, { tables }) => rows(...tables.events.filter(({ stream }) => (streams as string[]).includes(stream)).sort((a, b) => (a.stream === b.stream ? a.version - b.version : a.stream < b.stream ? -1 : 1)).map(columns))],
  ['SELECT u.nth::int, k.request_mac = u.mac AS same', ([sources, keys, macs]: Values, { tables }) => rows(...(keys as string[]).flatMap((key, at) => {
    const found = tables.keys.get(`${sources[at]}/${key}`);
    const last = found && tables.events.find(({ stream, version }) => stream === found.stream && version === found.first + found.n - 1)!;
    return found ? [{ nth: at + 1, same: found.mac.equals(macs[at]), stream_id: found.stream, first_version: found.first, n: found.n, pos: String(last!.pos) }] : [];
  }))],
  // Consumers.
  ['SELECT part, pos, next_offset, log_epoch FROM sim.high_water', ([consumer, , , parts]: Values, { tables }) => rows(...((parts as number[] | undefined) ?? Array.from({ length: PARTITIONS }, (_, part) => part)).flatMap((part) => { const mark = tables.marks.get(markKey(consumer, part)); return mark ? [{ part, pos: mark.pos, next_offset: mark.offset, log_epoch: mark.epoch }] : []; }))],
  ['INSERT INTO sim.high_water', ([consumer, , , parts]: Values, { tables }) => { for (const part of parts as number[]) if (!tables.marks.has(markKey(consumer, part))) tables.marks.set(markKey(consumer, part), { pos: '0', offset: '0', epoch: null }); return done; }],
  ['UPDATE sim.high_water', ([consumer, , , parts, positions, offsets, epochs]: Values, session) => { session.later(() => { for (const [at, part] of (parts as number[]).entries()) session.tables.marks.set(markKey(consumer, part), { pos: positions[at], offset: offsets[at], epoch: epochs[at] }); }); return changed(1); }],
  ['SELECT DISTINCT case_id FROM sim.parked', ([consumer, , cases]: Values, { tables }) => rows(...tables.parked.filter((one) => one.consumer === consumer && (cases as string[]).includes(one.caseId)).map(({ caseId }) => ({ case_id: caseId })))],
  ['INSERT INTO sim.parked', ([consumer, , , , cases, positions, , , errors]: Values, session) => { session.later(() => { for (const [at, caseId] of (cases as string[]).entries()) session.tables.parked.push({ consumer, caseId, pos: positions[at], error: errors[at] }); }); return done; }],
  ['SELECT pos FROM sim.parked', ([consumer, , caseId]: Values, { tables }) => rows(...parkedOf(tables, consumer, caseId).slice(0, 1).map(({ pos }) => ({ pos })))],
  ['SELECT pos, part, "offset", attempts, error, at FROM sim.parked', ([consumer, , caseId]: Values, { tables }) => rows(...parkedOf(tables, consumer, caseId).map(({ pos, error }) => ({ pos, part: 0, offset: '0', attempts: 0, error, at: new Date(0) })))],
  ['DELETE FROM sim.parked', ([consumer, , caseId, pos]: Values, session) => { session.later(() => { session.tables.parked = session.tables.parked.filter((one) => !(one.consumer === consumer && one.caseId === caseId && one.pos === pos)); }); return changed(1); }],
  ['UPDATE sim.parked', () => done],
  ['SELECT u.stream_id, count(e.pos)::int AS version', ([streams, versions, ends]: Values, { tables }) => rows(...(streams as string[]).map((stream, at) => ({ stream_id: stream, version: tables.events.filter((row) => row.stream === stream && row.version < versions[at] && row.pos <= Number(ends[at])).length })))],
  ['SELECT stream_id, max(version) AS version FROM es.events WHERE pos = ANY', ([positions]: Values, { tables }) => rows(...tables.events.filter(({ pos }) => (positions as string[]).includes(String(pos))).map(({ stream, version }) => ({ stream_id: stream, version })))],
  ['SELECT e.pos FROM unnest($1::bigint[], $2::uuid[])', ([positions, cases]: Values, { tables }) => rows(...(positions as string[]).filter((pos, at) => tables.events.find((row) => row.pos === Number(pos))?.caseId === cases[at]).map((pos) => ({ pos })))],
  ['SELECT u.pos FROM unnest($1::bigint[], $2::bytea[])', ([positions, leaves]: Values, { tables }) => rows(...(positions as string[]).filter((pos, at) => !tables.events.find((row) => row.pos === Number(pos))?.leaf.equals(leaves[at])).slice(0, 1).map((pos) => ({ pos })))],
  // Clocks.
  ['SELECT clock_id, case_id, kind, due_at, note FROM es.clocks', ([now, limit]: Values, { tables }) => rows(...[...tables.clocks.values()].filter(({ dueMs }) => dueMs <= Date.parse(now)).sort((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1)).slice(0, limit)
    .map(({ id, caseId, kind, dueMs, note }) => ({ clock_id: id, case_id: caseId, kind, due_at: new Date(dueMs), note })))],
  // The handlers' own, of this simulation.
  ['EFFECT', ([consumer, position]: Values, session) => { session.later(() => { const key = `${consumer}/${position}`; session.tables.effects.set(key, (session.tables.effects.get(key) ?? 0) + 1); }); return done; }],
  ['VERSION', ([stream]: Values, { tables }) => rows({ version: tables.versions.get(stream) ?? 0 })],
];

function parkedOf({ parked }: Tables, consumer: string, caseId: string): Tables['parked'] {
  return parked.filter((one) => one.consumer === consumer && one.caseId === caseId).sort((a, b) => Number(a.pos) - Number(b.pos));
}

function leased({ tables, nowMs }: Session, name: string, owner: string, ms: number): Result {
  const before = tables.leases.get(name) ?? { owner: '', epoch: 0, untilMs: -Infinity };
  if (before.untilMs >= nowMs && before.untilMs <= nowMs + 300_000) return rows();
  tables.leases.set(name, { owner, epoch: before.epoch + 1, untilMs: nowMs + ms });
  return { rows: [{ epoch: String(before.epoch + 1) }], rowCount: 1 };
}

function prolonged({ tables }: Session, name: string, owner: string, epoch: string, untilMs: number): Result {
  const lease = tables.leases.get(name);
  if (lease?.owner !== owner || String(lease.epoch) !== epoch) return changed(0);
  lease.untilMs = untilMs;
  return changed(1);
}
