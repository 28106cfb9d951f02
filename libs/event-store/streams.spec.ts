import type { EventsOf } from '#libs/contracts/event.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import type { Decider } from '#libs/decider/decider.js';
import { refusals } from '#libs/decider/refusal.js';
import { CALL, parametersOf, prepared } from './batch.js';
import { caseOfClaim, readStream } from './read.js';
import type { Store , specimen } from './specimen.js';
import { brokenPromises, command as appendCommand, freshStore, recordedAt as now } from './specimen.js';
import type { TransactOptions } from './streams.js';
import { Streams, published, streamEvent } from './streams.js';

type Event = EventsOf<typeof specimen>;
type Command = { readonly type: 'Count' | 'CountOnce' | 'Nothing' | 'Twice' };
const refuse = refusals({ SPECIMEN_COUNTED: ['conflict', '已记录。', 'It is counted.'] });

let decisions = 0;
const counter: Decider<{ n: number }, Command, Event> = {
  initial: { n: 0 },
  decide: ({ type }, { n }) => {
    decisions += 1;
    if (type === 'Nothing') return [];
    if (type === 'CountOnce' && n > 0) throw refuse('SPECIMEN_COUNTED');
    const next = { type: 'SpecimenNoted', n: n + 1 } as const;
    return type === 'Twice' ? [next, { ...next, n: n + 2 }] : [next];
  },
  evolve: (_, event) => ({ n: event.n }),
  may: {},
};

let store: Store;
let streams: Streams;
beforeAll(async () => {
  store = await freshStore();
  streams = new Streams(store.pool, store.appender);
});
afterAll(async () => {
  expect(await brokenPromises(store.pool)).toEqual([]);
  await store.drop();
});

const cause = { actor: 'officer:1' };
function give(stream: string, type: Command['type'], options: Partial<TransactOptions<Event>> = {}, through = streams) {
  return through.transact(stream, counter, 'intake', { type }, cause, { now, ...options });
}

describe('A command to a stream', () => {
  it('is decided on what the stream holds and stored under its published name', async () => {
    const caseId = uuidv7();
    const stream = `specimen/${caseId}`;
    expect(await give(stream, 'Count')).toMatchObject({ outcome: 'appended', caseId, version: 1, events: [{ type: 'SpecimenNoted', n: 1 }] });
    const second = await give(stream, 'Twice');
    expect(second).toMatchObject({ version: 3, events: [{ n: 2 }, { n: 3 }] });
    expect(await streams.load(stream, counter)).toEqual({ state: { n: 3 }, version: 3, position: second.position });
    expect((await readStream(store.pool, stream))[0]).toMatchObject({ type: 'intake.specimen-noted.v1', data: { n: 1 }, meta: cause, recordedAt: now });
  });

  it('that asks for what holds already stores nothing', async () => {
    const stream = `specimen/${uuidv7()}`;
    const { position } = await give(stream, 'Count');
    expect(await give(stream, 'Nothing')).toMatchObject({ outcome: 'unchanged', version: 1, position, events: [] });
    expect(await give(`specimen/${uuidv7()}`, 'Nothing')).toMatchObject({ outcome: 'unchanged', version: 0, position: '0' });
  });

  it('waits in one process for those before it: 50 at once, none lost, each decided once', async () => {
    const stream = `specimen/${uuidv7()}`;
    decisions = 0;
    const versions = (await Promise.all(Array.from({ length: 50 }, () => give(stream, 'Count')))).map((each) => each.version);
    expect(versions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(decisions).toBe(50);
  });

  it('is not held up by one before it that failed', async () => {
    const stream = `specimen/${uuidv7()}`;
    const results = await Promise.allSettled([give(stream, 'Count'), give(stream, 'CountOnce'), give(stream, 'Count')]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('is decided again where another process was faster', async () => {
    const stream = `specimen/${uuidv7()}`;
    const other = new Streams(store.pool, await store.another());
    const both = await Promise.all([give(stream, 'Count'), give(stream, 'Count', {}, other)]);
    expect(both.map((each) => each.version).sort()).toEqual([1, 2]);
  });

  it('gives up after three retries where others are always faster', async () => {
    const stream = `specimen/${uuidv7()}`;
    const caseId = stream.split('/')[1]!;
    let tries = 0;
    const outrun = new Streams(store.pool, Object.assign(Object.create(store.appender) as typeof store.appender, {
      append: async (mine: Parameters<typeof store.appender.append>[0]) => {
        tries += 1;
        await store.pool.query(`SELECT * FROM ${CALL}`, parametersOf(prepared([appendCommand(mine.expected, { caseId })])));
        return store.appender.append(mine);
      },
    }));
    await expect(give(stream, 'Count', {}, outrun)).rejects.toMatchObject({ code: 'CONCURRENT_CHANGE', kind: 'conflict' });
    expect(tries).toBe(4);
  });

  it('is refused where the caller saw another version', async () => {
    const stream = `specimen/${uuidv7()}`;
    await give(stream, 'Count', { expectedVersion: 0 });
    await expect(give(stream, 'Count', { expectedVersion: 0 })).rejects.toMatchObject({ code: 'VERSION_MISMATCH', kind: 'conflict', details: { version: 1 } });
    expect((await give(stream, 'Count', { expectedVersion: 1 })).version).toBe(2);
  });

  it('with a key has one effect, also where its repetition would be refused or names another case', async () => {
    const key = { source: 'door', key: uuidv7(), mac: Buffer.alloc(32, 1) };
    const stream = `specimen/${uuidv7()}`;
    const first = await give(stream, 'CountOnce', { key, expectedVersion: 0 });
    const repeated = { ...first, outcome: 'duplicate' };
    expect(await give(stream, 'CountOnce', { key })).toEqual(repeated);
    expect(await give(stream, 'CountOnce', { key, expectedVersion: 0 })).toEqual(repeated);
    expect(await give(`specimen/${uuidv7()}`, 'Count', { key })).toEqual(repeated);
    expect(await give(stream, 'Nothing', { key })).toEqual(repeated);
    await expect(give(stream, 'Count', { key: { ...key, mac: Buffer.alloc(32, 2) } })).rejects.toMatchObject({ code: 'KEY_REUSED', kind: 'conflict' });
    await expect(give(stream, 'CountOnce')).rejects.toMatchObject({ code: 'SPECIMEN_COUNTED' });
    expect((await streams.load(stream, counter)).version).toBe(1);
  });

  it('that claims what is taken says whose it is', async () => {
    const claims = [{ space: 'tracking', value: 'T1' }];
    const first = await give(`specimen/${uuidv7()}`, 'Count', { claims });
    expect(await give(`specimen/${uuidv7()}`, 'Count', { claims })).toMatchObject({ outcome: 'taken', events: [], version: 0, takenBy: { ...claims[0], caseId: first.caseId } });
    expect(await caseOfClaim(store.pool, 'tracking', 'T1')).toBe(first.caseId);
  });

  it('arms the clocks of the events it decided', async () => {
    const id = uuidv5('streams');
    await give(`specimen/${uuidv7()}`, 'Twice', { arms: (events) => [{ id, kind: 'K', due: now, note: String(events.length) }] });
    expect((await store.pool.query('SELECT note FROM es.clocks WHERE clock_id = $1', [id])).rows).toEqual([{ note: '2' }]);
  });
});

describe('Names of events', () => {
  it('go to the published form and back', () => {
    const event: Event = { type: 'SpecimenNoted', n: 7, text: 'a' };
    const { type, data } = published('intake', event);
    expect([type, data]).toEqual(['intake.specimen-noted.v1', { n: 7, text: 'a' }]);
    expect(streamEvent({ type, data })).toEqual(event);
  });

  it('that nobody declared are a defect', () => {
    expect(() => published('routing', { type: 'SpecimenNoted' })).toThrow('routing');
    expect(() => streamEvent({ type: 'intake.specimen-noted.v9', data: {} })).toThrow('v9');
  });
});
