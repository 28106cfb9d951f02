import type { PublishedEvent } from '#libs/contracts/event.js';
import type { FreshLog } from '../../test/fresh-log.js';
import { freshLog } from '../../test/fresh-log.js';
import { whenTrue } from '../../test/stack.js';
import { Consumer } from './consumer.js';
import { consumerTables } from './consumer-tables.js';
import type { Handle } from './effects.js';
import { Parked } from './parked.js';
import { Relay } from './relay.js';
import { partitionOf } from './topics.js';

let log: FreshLog;
let relay: Relay;
let consumer: Consumer | undefined;
/** What the handler was given, call by call. */
let calls: (readonly PublishedEvent[])[];

beforeEach(async () => {
  log = await freshLog(20);
  await log.pool.query(`${consumerTables('svc')} CREATE TABLE svc.counted(position bigint)`); // No key: a repeat would show as a second row.
  relay = new Relay({ pool: log.pool, transport: log.transport, leaseMs: 500 });
  calls = [];
});
afterEach(async () => {
  await consumer?.stop();
  await relay.stop();
  await log.drop();
});

const counting: Handle = async (events, tx) => {
  calls.push(events);
  await tx.query('INSERT INTO svc.counted SELECT * FROM unnest($1::bigint[])', [events.map(({ position }) => position)]);
  return [];
};

async function all(handle: Handle, chunkMax?: number): Promise<readonly string[]> {
  relay.start();
  await whenTrue(async () => relay.position() === (await log.head()));
  consumer = new Consumer({ transport: log.transport, pool: log.pool, logId: log.logId, service: 'svc', name: `${log.logId}-svc`, handle, ...(chunkMax !== undefined && { chunkMax }) });
  consumer.start();
  expect(await consumer.whenCaughtUp(await log.head(), 40_000)).toBe(true);
  return (await log.pool.query<{ position: string }>('SELECT position FROM svc.counted ORDER BY position')).rows.map(({ position }) => position);
}

const partitionsIn = (events: readonly PublishedEvent[]): number => new Set(events.map(({ caseId }) => partitionOf(caseId))).size;
const upTo = (head: string): readonly string[] => Array.from({ length: Number(head) }, (_, n) => String(n + 1));

describe('What one fetch brings of several partitions', () => {
  it('is handled at one stroke, in the order of the log', async () => {
    await log.fill(60, 3);
    expect(await all(counting)).toEqual(upTo('180'));
    expect(Math.max(...calls.map(partitionsIn))).toBeGreaterThan(6);
    expect(calls.length).toBeLessThan(12);
    for (const events of calls) expect(events.map(({ position }) => Number(position))).toEqual(events.map(({ position }) => Number(position)).sort((a, b) => a - b));
  });

  it('is taken in portions that together are no larger than a chunk', async () => {
    await log.fill(60, 3);
    expect(await all(counting, 24)).toEqual(upTo('180'));
    expect(Math.max(...calls.map(({ length }) => length))).toBeLessThanOrEqual(24);
    expect(Math.max(...calls.map(partitionsIn))).toBeGreaterThan(6);
  });

  it('goes on in all others where one has an event that cannot be handled', async () => {
    const [sick] = await log.fill(60, 2) as [string];
    const failing: Handle = (events, tx) => (events.some(({ caseId }) => caseId === sick) ? Promise.reject(new Error('no')) : counting(events, tx));
    const done = await all(failing);
    const parked = new Parked({ pool: log.pool, logId: log.logId, service: 'svc', name: `${log.logId}-svc`, handle: failing });
    expect(await parked.list()).toMatchObject([{ caseId: sick, events: 2 }]);
    expect(done).toHaveLength(118);
    expect(await parked.count()).toBe(2);
  });
});
