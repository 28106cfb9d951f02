import { uuidv5 } from '#libs/contracts/uuid.js';
import { dueClocks, lease } from './clocks.js';
import type { Store } from './specimen.js';
import { command, freshStore } from './specimen.js';

let store: Store;
beforeAll(async () => { store = await freshStore(); });
afterAll(() => store.drop());

describe('Armed clocks', () => {
  it('are due at their instant and not a millisecond before, the oldest first', async () => {
    const arm = (name: string, due: string) => ({ id: uuidv5(name), kind: name, due, note: `{"of":"${name}"}` });
    const given = command(0, { arms: [arm('LATE', '2026-03-10T00:00:00+08:00'), arm('EARLY', '2026-03-09T00:00:00+08:00'), arm('EARLIEST', '2026-03-08T23:59:59.999+08:00')] });
    await store.appender.append(given);
    expect(await dueClocks(store.pool, '2026-03-08T23:59:59.998+08:00', 10)).toEqual([]);
    const due = await dueClocks(store.pool, '2026-03-09T00:00:00+08:00', 10);
    expect(due).toEqual([
      { id: uuidv5('EARLIEST'), caseId: given.caseId, kind: 'EARLIEST', due: '2026-03-08T23:59:59.999+08:00', note: '{"of":"EARLIEST"}' },
      { id: uuidv5('EARLY'), caseId: given.caseId, kind: 'EARLY', due: '2026-03-09T00:00:00+08:00', note: '{"of":"EARLY"}' },
    ]);
    expect((await dueClocks(store.pool, '2026-04-01T00:00:00+08:00', 2)).map((clock) => clock.kind)).toEqual(['EARLIEST', 'EARLY']);
    await store.appender.append(command(1, { caseId: given.caseId, arms: [{ ...arm('EARLY', ''), due: null }] }));
    expect((await dueClocks(store.pool, '2026-04-01T00:00:00+08:00', 10)).map((clock) => clock.kind)).toEqual(['EARLIEST', 'LATE']);
  });
});

describe('A lease', () => {
  it.each(['relay', 'a-name-of-its-own'])('has one holder at a time: %s', async (name) => {
    const race = await Promise.all(Array.from({ length: 8 }, (_, index) => lease(store.pool, name, `p${index}`, 30)));
    const holders = race.filter((held) => held !== undefined);
    expect(holders).toHaveLength(1);
    expect(holders[0]!.epoch).toBe('1');
    expect(await holders[0]!.renew()).toBe(true);
    expect(await lease(store.pool, name, 'other', 30)).toBeUndefined();
    await holders[0]!.release();
    const next = await lease(store.pool, name, 'other', 30);
    expect(next?.epoch).toBe('2');
    expect(await holders[0]!.renew()).toBe(false);
    await holders[0]!.release(); // A late release takes nothing from the next holder.
    expect(await next!.renew()).toBe(true);
  });

  it('passes on when its holder is silent, who then cannot renew it', async () => {
    const silent = await lease(store.pool, 'seal', 'silent', 0.05);
    await store.pool.query('SELECT pg_sleep(0.1)');
    const next = await lease(store.pool, 'seal', 'next', 30);
    expect([silent?.epoch, next?.epoch]).toEqual(['1', '2']);
    expect(await silent!.renew()).toBe(false);
  });

  it('is nobody\'s where it was taken while the server\'s clock was wrong: nothing stands still until that day', async () => {
    await lease(store.pool, 'clocks', 'of the wrong day', 30);
    await store.owner.query(`UPDATE es.lease SET until = clock_timestamp() + interval '400 days' WHERE name = 'clocks'`);
    expect(await lease(store.pool, 'clocks', 'of today', 30)).toMatchObject({ epoch: '2' });
    expect(await lease(store.pool, 'clocks', 'another', 30)).toBeUndefined();
  });
});
