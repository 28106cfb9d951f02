import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { instantOf } from '#libs/contracts/time.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { Appender } from '#libs/event-store/append.js';
import { openLog } from '#libs/event-store/log.js';
import { migrate } from '#libs/event-store/migrate.js';
import { openPool, serverSettings, withClient, withDatabase } from './databases.js';
import { lifeOf, NOW_MS } from './lives.js';
import type { Finding, Part, Workload } from './measure.js';
import { sideBySide } from './measure.js';
import { installMessageDb, installPeers, openEmmett, peerVersions } from './peers.js';

const CALLERS = [16, 64, 256] as const;
/** Of the floor and of the peers: more is slower on two processors. Ours takes two. */
const CONNECTIONS = 16;
const STORES = ['ours', 'ours_whole', 'raw', 'emmett', 'message_db'] as const;
type Store = (typeof STORES)[number];

/**
 * One filed claim made durable, by so many callers at once, each waiting for its answer: ours (checked against its schema, hashed, in a stream that must be new), ours with a
 * command key, a claim and a clock in the same call, a bare `INSERT` of the same payload, Emmett and message-db. Needs DATABASE_URL.
 */
export const part: Part = { name: 'append', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'append', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  installPeers();
  return withDatabase(server, (ours) => withDatabase(server, (raw) => withDatabase(server, (emmett) => withDatabase(server, (messageDb, name) => measured({ ours, raw, emmett, messageDb, messageDbName: name })))));
}

async function measured(at: { readonly ours: string; readonly raw: string; readonly emmett: string; readonly messageDb: string; readonly messageDbName: string }): Promise<Finding> {
  await withClient(at.ours, (client) => migrate(client, { logId: `bench-${randomBytes(3).toString('hex')}` }));
  await withClient(at.raw, (client) => client.query('CREATE TABLE raw(pos bigserial PRIMARY KEY, stream text, version int, event_id uuid, type text, data text, meta text, recorded_at timestamptz)'));
  await withClient(at.messageDb, (client) => installMessageDb(client, at.messageDbName));
  const pools = Object.fromEntries((['ours', 'raw', 'messageDb'] as const).map((name) => [name, openPool(at[name], CONNECTIONS)])) as Record<'ours' | 'raw' | 'messageDb', pg.Pool>;
  const emmett = await openEmmett(at.emmett, CONNECTIONS);
  const appender = new Appender(pools.ours, await openLog(pools.ours));
  const once: Readonly<Record<Store, () => Promise<unknown>>> = {
    ours: async () => stored(appender, fresh()),
    ours_whole: async () => stored(appender, whole(fresh())),
    raw: async () => {
      const { stream, events: [event], meta } = fresh();
      await pools.raw.query({
        name: 'raw', text: 'INSERT INTO raw(stream, version, event_id, type, data, meta, recorded_at) VALUES ($1, 1, $2, $3, $4, $5, $6)',
        values: [stream, randomUUID(), event!.type, JSON.stringify(event!.data), JSON.stringify(meta), event!.recordedAt],
      });
    },
    emmett: async () => {
      const { stream, events: [event], meta } = fresh();
      await emmett.appendToStream(stream, [{ type: event!.type, data: event!.data, metadata: meta }], { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
    },
    message_db: async () => {
      const { stream, events: [event], meta } = fresh();
      await pools.messageDb.query({
        name: 'message_db', text: 'SELECT write_message($1, $2, $3, $4, $5, -1)', values: [randomUUID(), stream.replace('/', '-'), event!.type, JSON.stringify(event!.data), JSON.stringify(meta)],
      });
    },
  };
  const figures: Record<string, number> = {};
  const ratios: Record<string, number> = {};
  try {
    for (const callers of CALLERS) {
      const rates = await sideBySide(Object.fromEntries(STORES.map((store) => [store, among(callers, once[store])])) as Record<Store, Workload>);
      for (const store of STORES) figures[`${store}_${callers}_per_second`] = rates[store];
      for (const peer of ['raw', 'emmett', 'message_db'] as const) ratios[`append_${peer}_${callers}`] = rates.ours / rates[peer];
      ratios[`append_whole_raw_${callers}`] = rates.ours_whole / rates.raw;
    }
    const bytes = JSON.stringify(lifeOf(0)[0]!.events[0]!.data).length;
    return { part: 'append', figures, ratios, notes: [`One event of about ${bytes} bytes a command; ${CONNECTIONS} connections for all but ours, which has 2. ${await serverSettings(at.ours)}. ${peerVersions()}.`] };
  } finally {
    await appender.close();
    await emmett.close();
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
}

const lives = Array.from({ length: 500 }, (_, n) => lifeOf(n)[0]!);
let made = 0;

/** The filing of another claim, in a stream of its own. */
function fresh(): AppendCommand {
  const caseId = randomUUID();
  return { ...lives[made++ % lives.length]!, stream: `claim/${caseId}`, caseId };
}

/** As the door files it: answered once for a key, joined to no other case of the same number, with a clock. */
function whole(command: AppendCommand): AppendCommand {
  const mac = Buffer.alloc(32, 7);
  return {
    ...command, key: { source: 'bench', key: command.caseId, mac }, claims: [{ space: 'bench', value: command.caseId }], arms: [{ id: randomUUID(), kind: 'breach', due: instantOf(NOW_MS + 86_400_000), note: '{}' }],
  };
}

async function stored(appender: Appender, command: AppendCommand): Promise<void> {
  const { outcome } = await appender.append(command);
  if (outcome !== 'appended') throw new Error(outcome);
}

/** So many at once, each waiting for its own answer before it asks again. */
function among(callers: number, once: () => Promise<unknown>): Workload {
  return async (count) => {
    let left = count;
    await Promise.all(Array.from({ length: Math.min(callers, count) }, async () => { while (left-- > 0) await once(); }));
  };
}
