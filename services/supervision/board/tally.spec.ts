import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { migrateAll } from '#libs/runtime/migrations.js';
import { scopeOf } from '#libs/security/scope.js';
import type { FreshDatabase } from '../../../test/stack.js';
import { freshDatabase } from '../../../test/stack.js';
import { supervision } from '../supervision.module.js';
import { tallied } from './tally.js';

interface Line {
  readonly caseId: string; readonly division: string; readonly handlingDivision: string; readonly state: string; readonly lead: string | null; readonly category: string | null; readonly channel: string; readonly closed: boolean;
  readonly breached: number; readonly warned: number; readonly escalation: number; readonly listed: boolean; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean; readonly unpaid: number;
}

const REST = {
  caseNumber: 'N', channelOrders: [], origin: 'o', receivedAt: '2026-03-02T00:00:00+08:00', orders: [], guide: [], rules: [], flags: {}, facts: {}, missing: [], clocks: {}, ladder: {}, owed: {}, paid: {},
  openedAt: '2026-03-02T00:00:00+08:00', changedAt: '2026-03-02T00:00:00+08:00', movedAt: '2026-03-02T00:00:00+08:00', position: 1,
};
const CASES = Array.from({ length: 24 }, () => randomUUID());
const few = fc.integer({ min: 0, max: 2 });
const line = fc.record({
  caseId: fc.constantFrom(...CASES), division: fc.constantFrom('439901', '439902'), handlingDivision: fc.constantFrom('439901', '110101'), state: fc.constantFrom('SIGNED', 'CLOSED'), lead: fc.constantFrom('inspectionBody', null),
  category: fc.constantFrom('D01', "'%s"), channel: fc.constantFrom('12345', '12333'), closed: fc.boolean(), breached: few, warned: few, escalation: few,
  listed: fc.boolean(), ownerless: fc.boolean(), stuck: fc.boolean(), returnedTwice: fc.boolean(), unpaid: fc.integer({ min: 0, max: 9_000_000_000 }),
});
const change = fc.oneof({ weight: 4, arbitrary: fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 6 }) }) }, { weight: 1, arbitrary: fc.record({ gone: fc.constantFrom(...CASES) }) });

let database: FreshDatabase;
const migrateTo = (count: number): Promise<void> => migrateAll(database.url, 'tally', [{ ...supervision, migrations: supervision.migrations.slice(0, count) }]);
beforeEach(async () => { database = await freshDatabase(); });
afterEach(() => database.drop());

async function put(client: PoolClient | FreshDatabase['pool'], lines: readonly Line[]): Promise<void> {
  const once = [...new Map(lines.map((one) => [one.caseId, one])).values()];
  const columns = Object.keys({ ...once[0], ...REST }).map((name) => `"${name}"`);
  await client.query(
    `INSERT INTO supervision.case_view(${columns.join()}) SELECT ${columns.join()} FROM jsonb_populate_recordset(NULL::supervision.case_view, $1::jsonb)
     ON CONFLICT ("caseId") DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join()}`, [JSON.stringify(once.map((one) => ({ ...one, ...REST })))]);
}

/** Counted apart: a plain loop over the lines as they stand. */
function counted(lines: Iterable<Line>): Record<string, readonly number[]> {
  const cells: Record<string, number[]> = {};
  for (const one of lines) {
    const cell = (cells[[one.state, one.lead, one.category, one.channel, one.closed].join('|')] ??= Array<number>(10).fill(0));
    const open = one.closed ? 0 : 1;
    const adds = [1, one.breached > 0 ? open : 0, one.warned > 0 ? open : 0, one.escalation > 0 ? open : 0, one.listed ? 1 : 0, one.ownerless ? open : 0, one.stuck ? open : 0, one.returnedTwice ? open : 0, one.unpaid > 0 ? 1 : 0, one.unpaid];
    adds.forEach((n, i) => { cell[i]! += n; });
  }
  return cells;
}

async function kept(divisions: readonly string[]): Promise<Record<string, readonly number[]>> {
  const [rows] = await tallied(database.pool, scopeOf({ divisions }), ['state', 'lead', 'category', 'channel', 'closed']);
  return Object.fromEntries(rows!.map((row) => [[row.state, row.lead, row.category, row.channel, row.closed].join('|'),
    [row.cases, row.withBreach, row.withWarning, row.escalated, row.listed, row.ownerless, row.stuck, row.returnedTwice, row.unpaidCases, row.unpaidFen]]));
}

describe('The tally of cases', () => {
  it('says in every place what counting the lines says, whatever came, changed or went', async () => {
    await migrateTo(99);
    const places = [['000000'], ['439901'], ['110000'], ['439902', '110101'], ['510000']];
    const lines = new Map<string, Line>();
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 10 }), async (changes) => {
      for (const one of changes) {
        if ('gone' in one) {
          await database.pool.query('DELETE FROM supervision.case_view WHERE "caseId" = $1', [one.gone]);
          lines.delete(one.gone);
        } else {
          await put(database.pool, one.lines);
          for (const each of one.lines) lines.set(each.caseId, each);
        }
      }
      for (const divisions of places) {
        const inside = divisions.map((code) => code.replace(/(00)+$/, ''));
        expect([divisions, await kept(divisions)]).toEqual([divisions, counted([...lines.values()].filter((one) => inside.some((code) => one.division.startsWith(code) || one.handlingDivision.startsWith(code))))]);
      }
    }), { numRuns: 60 });
  });

  it('counts what was there before it was kept', async () => {
    await migrateTo(7);
    const before = fc.sample(line, { numRuns: 40, seed: 5 });
    for (const one of before) await put(database.pool, [one]);
    await migrateTo(99);
    expect(await kept(['000000'])).toEqual(counted(new Map(before.map((one) => [one.caseId, one])).values()));
  });

  it('is kept by transactions side by side, of which none waits for another', async () => {
    await migrateTo(99);
    const clients = await Promise.all(Array.from({ length: 8 }, () => database.pool.connect()));
    const parts = clients.map((_, i) => fc.sample(line, { numRuns: 30, seed: i }).map((one): Line => ({ ...one, caseId: randomUUID() })));
    try {
      for (const client of clients) await client.query('BEGIN');
      for (let n = 0; n < 30; n++) for (const [i, client] of clients.entries()) await put(client, [parts[i]![n]!]); // One after the other: a wait would be without end.
      for (const client of clients) await client.query('COMMIT');
    } finally {
      for (const client of clients) client.release();
    }
    expect(await kept(['000000'])).toEqual(counted(parts.flat()));
  });

  it('reads several counts at once, each by itself', async () => {
    await migrateTo(99);
    await put(database.pool, fc.sample(line, { numRuns: 40, seed: 9 }));
    const scope = scopeOf({ divisions: ['000000'] });
    const sets = [['closed'], ['state'], ['division', 'lead']] as const;
    const together = await tallied(database.pool, scope, ...sets);
    for (const [i, set] of sets.entries()) {
      const [alone] = await tallied(database.pool, scope, set);
      const of = (rows: typeof alone): unknown => rows!.map((row) => [...set.map((name) => row[name]), row.cases, row.unpaidFen]).sort();
      expect(of(together[i])).toEqual(of(alone));
    }
  });
});
