import { openLog } from '#libs/event-store/log.js';
import { readRows } from '#libs/event-store/read.js';
import type { FreshLog } from '../../test/fresh-log.js';
import { freshLog } from '../../test/fresh-log.js';
import type { Arrival } from './chunk.js';
import { arrivalOf } from './chunk.js';
import { messageOf } from './cloud-event.js';
import { consumerTables } from './consumer-tables.js';
import type { Handle } from './effects.js';
import { Effects, Hole } from './effects.js';
import { partitionOf } from './topics.js';

let log: FreshLog;
let partition: number;

beforeEach(async () => {
  log = await freshLog();
  await log.pool.query(`${consumerTables('svc')} CREATE TABLE svc.counted(position bigint)`); // No key: a repeat would show as a second row.
});
afterEach(() => log.drop());

/** The messages of one partition, as the broker would bring them. */
async function arrivals(): Promise<Arrival[]> {
  await log.fill(60, 4);
  const { logEpoch } = await openLog(log.pool);
  const rows = await readRows(log.pool, '0', 1_000);
  partition = partitionOf(rows[0]!.caseId); // Ids are drawn: another one may hold nothing.
  return rows.filter(({ caseId }) => partitionOf(caseId) === partition).map((row, index) => {
    const { key, value, headers } = messageOf(row, logEpoch, log.topic);
    return arrivalOf({ offset: String(index), key: Buffer.from(key), value: Buffer.from(value), headers }, partition, log.logId);
  });
}

function effects(handle: Handle): Effects {
  return new Effects({ pool: log.pool, schema: 'svc', consumer: 'one', topic: log.topic, logId: log.logId, handle });
}

describe('Effects', () => {
  it('drops everything that a zombie brings after its partition went to another', async () => {
    const all = await arrivals();
    let calls = 0;
    const slow: Handle = async (events, tx) => {
      calls += 1;
      await new Promise((done) => setTimeout(done, 300));
      await tx.query('INSERT INTO svc.counted SELECT * FROM unnest($1::bigint[])', [events.map(({ position }) => position)]);
      return [];
    };
    await effects(slow).apply([{ partition, arrivals: all.slice(0, 1) }], undefined, false);
    await Promise.all([effects(slow), effects(slow)].map((one) => one.apply([{ partition, arrivals: all.slice(1) }], undefined, false)));
    expect(calls).toBe(2);
    const { rows } = await log.pool.query<{ position: string }>('SELECT position FROM svc.counted ORDER BY position');
    expect(rows.map(({ position }) => BigInt(position))).toEqual(all.map(({ address }) => address!.position));
  });

  it('refuses to leave messages out', async () => {
    const all = await arrivals();
    const one = effects(() => Promise.resolve([]));
    await one.apply([{ partition, arrivals: all.slice(0, 2) }], undefined, false);
    await expect(one.apply([{ partition, arrivals: all.slice(3) }], undefined, false)).rejects.toThrow(new Hole(partition, 2n).message);
  });

  it('leaves nothing behind where the handler fails', async () => {
    const all = await arrivals();
    const failing: Handle = async (_, tx) => {
      await tx.query('INSERT INTO svc.counted VALUES (1)');
      throw new Error('no');
    };
    await expect(effects(failing).apply([{ partition, arrivals: all }], undefined, false)).rejects.toThrow('no');
    const { rows } = await log.pool.query('SELECT position FROM svc.counted');
    expect(rows).toEqual([]);
    expect(await effects(failing).marks()).toEqual(new Map());
  });
});
