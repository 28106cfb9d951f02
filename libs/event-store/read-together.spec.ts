import { uuidv7 } from '#libs/contracts/uuid.js';
import { StreamReader } from './read-together.js';
import type { Store } from './specimen.js';
import { command, freshStore } from './specimen.js';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.drop());

/** The reader, and how many queries it sent. */
function counted(): { reader: StreamReader; sent: () => number } {
  let sent = 0;
  const pool = new Proxy(store.pool, { get: (target, name) => (name === 'query' ? (...args: unknown[]) => { sent += 1; return (target.query as (...all: unknown[]) => unknown)(...args); } : Reflect.get(target, name)) });
  return { reader: new StreamReader(pool), sent: () => sent };
}

const versions = (events: readonly { version: number }[]): number[] => events.map(({ version }) => version);

describe('Reading together', () => {
  it('asks once for what is wanted in the same turn, and answers each with its own', async () => {
    const cases = Array.from({ length: 300 }, () => uuidv7());
    await Promise.all(cases.map((caseId) => store.appender.append(command(0, { caseId }))));
    const { reader, sent } = counted();
    const found = await Promise.all([...cases, 'nobody', cases[0]!].map((caseId) => reader.read(`specimen/${caseId}`)));
    expect(found.map((events) => events[0]?.caseId)).toEqual([...cases, undefined, cases[0]]);
    expect(sent()).toBe(3); // 302 streams, 128 at most in a query.
    await reader.read(`specimen/${cases[1]}`);
    expect(sent()).toBe(4);
  });

  it('sees whatever was stored before it was asked', async () => {
    const caseId = uuidv7();
    const { reader } = counted();
    for (let n = 0; n < 30; n++) {
      await store.appender.append(command(n, { caseId }));
      const [mine] = await Promise.all([reader.read(`specimen/${caseId}`), reader.read('specimen/nobody')]);
      expect(versions(mine!)).toHaveLength(n + 1);
    }
  });

  it('lets an event that nobody can read stop its own stream alone', async () => {
    const [good, bad] = [uuidv7(), uuidv7()];
    for (const caseId of [good, bad]) await store.appender.append(command(0, { caseId }));
    await store.owner.query("ALTER TABLE es.events DISABLE TRIGGER append_only");
    await store.owner.query(`UPDATE es.events SET data = '{"n":' WHERE case_id = $1`, [bad]);
    await store.owner.query("ALTER TABLE es.events ENABLE ALWAYS TRIGGER append_only");
    const { reader } = counted();
    const [first, second] = await Promise.allSettled([reader.read(`specimen/${good}`), reader.read(`specimen/${bad}`)]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
  });
});
