import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { tell } from '../../../test/tell.js';
import { Clocks } from './clocks.js';
import type { Finding } from './leaves.js';

/** Events after which sums may be kept: few, so that a short log has many such places. */
const STEP = 16;
const ROOT = Buffer.alloc(32, 1);
const times = (day: string) => ({ warnAt: `${day}T00:00:00+08:00`, breachAt: `${day}T12:00:00+08:00` });
const idOf = (clock: string, caseId: string, kind: string): string => uuidv5(`${caseId}/${clock}/${kind}`);
let log: FreshLog;
let client: pg.Client;

beforeEach(async () => {
  log = await freshLog();
  client = new pg.Client({ connectionString: log.url });
  await client.connect();
});
afterEach(async () => {
  await client?.end();
  await log?.drop();
});

/** As a walk through the log does, whose root up to every place where sums may be kept is this. */
async function compared(clocks: Clocks, root = ROOT, breathe = (): Promise<void> => Promise.resolve()): Promise<readonly Finding[]> {
  clocks.begin();
  for (let size = STEP; size <= Number(await log.head()); size += STEP) clocks.saw(size, root);
  return (await clocks.compared(client, breathe)).findings;
}

/** As the owner of the database did this; nothing of it stays. */
async function after(statements: readonly string[], look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  await client.query('BEGIN; ALTER TABLE es.events DISABLE TRIGGER ALL');
  try {
    for (const statement of statements) await client.query(statement);
    return await look();
  } finally {
    await client.query('ROLLBACK');
  }
}

/** A clock of a case of its own, and so many events of others behind it. */
async function started(others: number, day = '2026-03-10'): Promise<{ readonly caseId: string; readonly clock: string }> {
  const [caseId, clock] = [uuidv7(), uuidv7()];
  await tell(log, 'clocks', caseId, 0, 'clock-started', { clock, ...times(day) });
  await log.fill(others);
  return { caseId, clock };
}

describe('Whoever compares the armed times again and again', () => {
  it('finds a row that was deleted, changed or added, wherever its event stands, and none when it is mended', async () => {
    const long = await started(2 * STEP), settled = await started(2 * STEP), warned = await started(2 * STEP);
    const clocks = new Clocks(STEP);
    expect(await compared(clocks)).toEqual([]); // Sums of all of these are kept.
    await tell(log, 'clocks', settled.caseId, 1, 'clock-satisfied', { clock: settled.clock });
    await tell(log, 'clocks', settled.caseId, 2, 'clock-cancelled', { clock: settled.clock }); // It was settled before.
    await tell(log, 'clocks', warned.caseId, 1, 'clock-warned', { clock: warned.clock });
    const young = await started(1);
    let rests = 0;
    expect(await compared(clocks, ROOT, () => { rests++; return Promise.resolve(); })).toEqual([]);
    expect(rests).toBe(2); // The rows, and the streams that have new events; no difference had to be looked for.
    const [head, at] = [Number(await log.head()), { long: 1, warned: 3 + 4 * STEP }];
    const row = (id: string, kind: string) => `INSERT INTO es.clocks VALUES ('${id}', '${settled.caseId}', '${kind}', '2026-03-10T00:00:00+08:00', '{}')`;
    const kept = [[long, 'warn', at.long], [long, 'breach', at.long], [warned, 'breach', at.warned], [young, 'warn', head - 1]] as const;
    const cases: [string, number | undefined, RegExp][] = [
      ...kept.flatMap(([{ caseId, clock }, kind, position]): [string, number, RegExp][] => ((id: string) => [
        [`DELETE FROM es.clocks WHERE clock_id = '${id}'`, position, /missing/], [`UPDATE es.clocks SET due_at = due_at + interval '1 millisecond' WHERE clock_id = '${id}'`, position, /due_at/],
        [`UPDATE es.clocks SET kind = 'other' WHERE clock_id = '${id}'`, position, /kind/], [`UPDATE es.clocks SET note = note || ' ' WHERE clock_id = '${id}'`, position, /note/],
        [`UPDATE es.clocks SET case_id = gen_random_uuid() WHERE clock_id = '${id}'`, position, /case_id/], [`UPDATE es.clocks SET clock_id = gen_random_uuid() WHERE clock_id = '${id}'`, position, /missing/],
      ] as [string, number, RegExp][])(idOf(clock, caseId, kind))),
      [row(idOf(settled.clock, settled.caseId, 'warn'), 'warn'), head - 4, /settled it/], [row(idOf(settled.clock, settled.caseId, 'breach'), 'breach'), head - 4, /settled it/],
      [row(idOf(warned.clock, warned.caseId, 'warn'), 'warn'), head - 2, /settled it/], [row(uuidv7(), 'warn'), undefined, /no event armed it/], ['TRUNCATE es.clocks', at.long, /missing/],
    ];
    for (const [statement, position, what] of cases) {
      const found = await after([statement], () => compared(clocks));
      expect([statement, found.filter((one) => one.position === position && what.test(`${one.at} ${one.what}`)).length]).not.toEqual([statement, 0]);
      expect(await compared(clocks)).toEqual([]);
      expect(await compared(clocks)).toEqual([]); // Goes on from sums again.
    }
  });

  it('raises no false alarm while clocks start, stand still, go on and end, and finds each row that is then deleted', async () => {
    const clocks = new Clocks(STEP);
    const held = Array.from({ length: 12 }, () => ({ caseId: uuidv7(), clock: uuidv7(), version: 0 }));
    let seed = 7;
    const chance = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 60; round++) {
      for (let n = chance(6); n > 0; n--) {
        const one = held[chance(held.length)]!;
        const arms = chance(2) === 0 || one.version === 0;
        const name = one.version === 0 ? 'clock-started' : arms ? ['clock-restarted', 'clock-resumed', 'clock-extended'][chance(3)]! : ['clock-suspended', 'clock-warned', 'clock-satisfied', 'clock-cancelled', 'clock-breached'][chance(5)]!;
        await tell(log, 'clocks', one.caseId, one.version, name, { clock: one.clock, ...(arms && times(`2026-04-${10 + chance(20)}`)) });
        one.version++;
      }
      await log.fill(chance(9));
      expect(await compared(clocks)).toEqual([]);
      const { rows } = await client.query<{ id: string }>('SELECT clock_id AS id FROM es.clocks ORDER BY 1');
      if (round % 5 !== 0 || rows.length === 0) continue;
      const { id } = rows[chance(rows.length)]!;
      expect(await after([`DELETE FROM es.clocks WHERE clock_id = '${id}'`], () => compared(clocks))).toEqual([expect.objectContaining({ rule: 'clock', at: `es.clocks ${id}` })]);
    }
    expect(Number(await log.head())).toBeGreaterThan(10 * STEP);
  }, 120_000);

  it('goes on from its sums while the log up to there is what it was, and begins anew where it is not, and now and then', async () => {
    const { caseId, clock } = await started(2 * STEP);
    const moved = { event: `UPDATE es.events SET data = replace(data, '2026-03-10T12:00', '2026-03-17T12:00') WHERE pos = 1`, row: `UPDATE es.clocks SET due_at = due_at + interval '7 days' WHERE clock_id = '${idOf(clock, caseId, 'breach')}'` };
    const clocks = new Clocks(STEP);
    const fooled = () => after([moved.event, moved.row], () => compared(clocks));
    const asRow = (root = ROOT) => after([moved.row], () => compared(clocks, root));
    expect(await fooled()).toEqual([]); // Both were changed alike: that the event was is found by its hash.
    expect(await asRow(Buffer.alloc(32, 2))).toEqual([expect.objectContaining({ position: 1, at: `es.clocks ${idOf(clock, caseId, 'breach')} due_at` })]);
    expect(await fooled()).toEqual([]);
    let unseen = 0;
    while ((await asRow()).length === 0) unseen++; // Its hash was right each time: the event was changed only while it was summed.
    expect(unseen).toBe(20);
  });

  it('reads a few streams at a time, and rests between', async () => {
    const cases = Array.from({ length: 1_100 }, () => uuidv7());
    for (const caseId of cases) await tell(log, 'clocks', caseId, 0, 'clock-started', { clock: uuidv7(), ...times('2026-03-10') });
    let rests = 0;
    expect(await compared(new Clocks(), ROOT, () => { rests++; return Promise.resolve(); })).toEqual([]);
    expect(rests).toBe(1 + Math.ceil(cases.length / 512));
  });
});
