import { uuidv7 } from '#libs/contracts/uuid.js';
import { head, readCase, readFrom, readRows, readStream, readStreams } from './read.js';
import type { Store } from './specimen.js';
import { command, freshStore, noted } from './specimen.js';

let store: Store;
const [one, two] = [uuidv7(), uuidv7()];
const at = (minute: string): string => `2026-03-02T10:${minute}:00+08:00`;

beforeAll(async () => {
  store = await freshStore({ connections: 1 });
  expect(await head(store.pool)).toBe('0');
  const add = (caseId: string, kind: string, expected: number, minute: string) =>
    store.appender.append(command(expected, { caseId, stream: `${kind}/${caseId}`, events: [{ ...noted(expected), recordedAt: at(minute) }] }));
  await add(one, 'claim', 0, '01'); // 1
  await add(two, 'claim', 0, '02'); // 2
  await add(one, 'assignment', 0, '05'); // 3
  await add(one, 'claim', 1, '04'); // 4: recorded by a clock that lags
  await add(two, 'claim', 1, '06'); // 5
  await add(one, 'claim', 2, '07'); // 6
});
afterAll(() => store.drop());

const positions = async (events: Promise<readonly { position: string }[]>): Promise<string[]> => (await events).map((event) => event.position);

describe('Reading', () => {
  it('gives a stream in the order of its versions, from any of them on', async () => {
    expect((await readStream(store.pool, `claim/${one}`)).map((event) => [event.position, event.version])).toEqual([['1', 1], ['4', 2], ['6', 3]]);
    expect(await positions(readStream(store.pool, `claim/${one}`, 2))).toEqual(['4', '6']);
    expect(await readStream(store.pool, 'claim/nobody')).toEqual([]);
  });

  it('gives many streams at once, with an empty list for one that does not exist', async () => {
    const found = await readStreams(store.pool, [`claim/${two}`, 'claim/nobody', `assignment/${one}`, `claim/${two}`]);
    expect([...found].map(([stream, events]) => [stream, events.map((event) => event.position)])).toEqual([[`claim/${two}`, ['2', '5']], ['claim/nobody', []], [`assignment/${one}`, ['3']]]);
  });

  it('gives a case whole, whoever wrote it, up to a position or an instant', async () => {
    expect(await positions(readCase(store.pool, one))).toEqual(['1', '3', '4', '6']);
    expect(await positions(readCase(store.pool, one, { upToPosition: '4' }))).toEqual(['1', '3', '4']);
    expect(await positions(readCase(store.pool, one, { upToInstant: at('04') }))).toEqual(['1', '3', '4']); // The last recorded by then is 4, and 3 came before it.
    expect(await positions(readCase(store.pool, one, { upToInstant: at('03') }))).toEqual(['1']);
    expect(await positions(readCase(store.pool, one, { upToInstant: at('00') }))).toEqual([]);
    expect(await positions(readCase(store.pool, one, { upToInstant: at('59'), upToPosition: '3' }))).toEqual(['1', '3']);
  });

  it('gives the log in its order, page by page', async () => {
    expect(await positions(readFrom(store.pool, '0', 4))).toEqual(['1', '2', '3', '4']);
    expect(await positions(readFrom(store.pool, '4', 4))).toEqual(['5', '6']);
    expect(await positions(readFrom(store.pool, '1', 10, '3'))).toEqual(['2', '3']);
    expect(await positions(readFrom(store.pool, '6', 10))).toEqual([]);
    expect(await head(store.pool)).toBe('6');
  });

  it('shows a stored microsecond that the writer never wrote', async () => {
    await store.owner.query("ALTER TABLE es.events DISABLE TRIGGER append_only; UPDATE es.events SET recorded_at = recorded_at + interval '1 microsecond' WHERE pos = 1; ALTER TABLE es.events ENABLE ALWAYS TRIGGER append_only");
    expect((await readRows(store.pool, '0', 1))[0]!.recordedAtMicros).toBe(BigInt(Date.parse(at('01'))) * 1_000n + 1n);
  });
});
