import type { Pool } from 'pg';
import { freshDatabase } from '../../test/stack.js';
import { DatabaseClock, ScaledClock, SetClock } from './clock.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("The database's clock", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => { database = await freshDatabase(); });
  afterAll(() => database.drop());

  const databaseMs = async () => Number((await database.pool.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms')).rows[0].ms);
  /** A database whose clock is put on or back. */
  const shifted = (ms: () => number): Pool => ({ query: async () => ({ rows: [{ ms: await databaseMs() + ms() }] }) }) as never;

  it('is followed between two readings', async () => {
    const clock = await new DatabaseClock(database.pool).start();
    for (let i = 0; i < 3; i++) {
      expect(Math.abs(clock.nowMs() - await databaseMs())).toBeLessThan(250);
      await pause(20);
    }
    expect(clock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?\+08:00$/);
    clock.stop();
  });

  it('does not go back for drift, and does for a clock that was put right', async () => {
    let shift = 0;
    const clock = new DatabaseClock(shifted(() => shift));
    await clock.refresh();
    const before = clock.nowMs();
    shift = -500;
    await clock.refresh();
    expect(clock.nowMs()).toBeGreaterThanOrEqual(before);
    shift = -300_000;
    await clock.refresh();
    expect(Math.abs(clock.nowMs() - (before - 300_000))).toBeLessThan(1000);
    shift = 86_400_000;
    await clock.refresh();
    expect(Math.abs(clock.nowMs() - (before + 86_400_000))).toBeLessThan(1000);
  });

  it('says so when it was not started, and goes on when the database is away', async () => {
    expect(() => new DatabaseClock(database.pool).nowMs()).toThrow('not been started');
    let away = false;
    const clock = new DatabaseClock({ query: () => (away ? Promise.reject(new Error('away')) : database.pool.query('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms')) } as never);
    await clock.refresh();
    away = true;
    await expect(clock.refresh()).rejects.toThrow('away');
    expect(Math.abs(clock.nowMs() - await databaseMs())).toBeLessThan(250);
  });
});

it("A demo's clock starts where it is told and runs as fast as it is told", async () => {
  const clock = new ScaledClock(Date.parse('2026-03-02T09:00:00+08:00'), 3600);
  expect(clock.now().slice(0, 13)).toBe('2026-03-02T09');
  await pause(1010);
  expect(clock.nowMs()).toBeGreaterThan(Date.parse('2026-03-02T10:00:00+08:00'));
  expect(() => new ScaledClock(0, 0)).toThrow(RangeError);
});

it("A test's clock stands where it is put", () => {
  const clock = new SetClock('2026-03-02T09:00:00+08:00');
  expect(clock.now()).toBe('2026-03-02T09:00:00+08:00');
  clock.advance(60_000);
  expect(clock.now()).toBe('2026-03-02T09:01:00+08:00');
  clock.set('2027-01-01T00:00:00+08:00');
  expect(clock.now()).toBe('2027-01-01T00:00:00+08:00');
});
