import { readFileSync } from 'node:fs';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { policyIdOf } from '#libs/contracts/policy.events.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { readFrom } from '#libs/event-store/read.js';
import { published } from '#libs/event-store/streams.js';
import { PARTITIONS } from '#libs/messaging/topics.js';
import { countRule } from '#libs/policy/clock-rows.js';
import type { Pack } from '#libs/policy/pack.js';
import { scheduleOf } from '#libs/policy/schedule.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import type { Product } from '#libs/runtime/product.js';
import { openProduct } from '#libs/runtime/product.js';
import { project } from '#libs/runtime/projection.js';
import { allServices } from '../../demo/services.js';
import { noteNotices, Reissuer } from '../../services/supervision/calendar/reissue.js';
import { lawWithNotice, movedBy, pageOf, totalsOf } from '../../services/supervision/calendar/preview.js';
import type { ClockEvent, Move } from '../../services/supervision/clocks/clock.decider.js';
import { clocks } from '../../services/supervision/clocks/clock.decider.js';
import { lawFor, supervisionDesks } from '../../services/supervision/desks.js';
import { supervision } from '../../services/supervision/supervision.module.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase } from '../stack.js';
import { column, isContiguous, one } from './orders.js';

/** `CASES=25000` for the hundred thousand clocks of a province. */
const CASES = Number(process.env['CASES'] ?? 1_500);
const LOG = 't-calendar';
const NOW = '2026-11-20T10:00:00+08:00';
const off = (from: string, to: string, zh: string, en: string): object => ({ from, to, zh, en });
const notice = {
  notice: '测试发〔2026〕1号', title: '关于2027年部分节假日安排的通知（样例）', issuedOn: '2026-11-10',
  off: [off('2027-01-01', '2027-01-03', '元旦', "New Year's Day"), off('2027-02-05', '2027-02-11', '春节', 'Spring Festival'), off('2027-05-01', '2027-05-05', '劳动节', 'Labour Day'), off('2027-10-01', '2027-10-07', '国庆节', 'National Day')],
  workingDays: [{ day: '2027-02-20', zh: '春节', en: 'Spring Festival' }],
};
const NATION = { division: '000000', year: 2027, notice };
const filed = (JSON.parse(readFileSync(new URL('../events/intake.claim-filed.v1.json', import.meta.url), 'utf8')) as object[])[0]!;
/** What each case has running: a date that waits for 2027, one that ends in this year, one in hours, and one that stands still. */
const KINDS = [['INSP-INVEST', '2026-11-20'], ['INSP-ACCEPT', '2026-11-20'], ['HOT-24H', '2026-11-20T09:00:00+08:00'], ['ARB-AWARD', '2026-11-20']] as const;

describe('A new calendar', () => {
  let database: FreshDatabase;
  let products: Product[];
  let reissuers: Reissuer[];
  let desk: AnyDesk;
  const clock = new SetClock(NOW);
  const cases = Array.from({ length: CASES }, () => uuidv7());
  let taken = '0';

  beforeAll(async () => {
    database = await freshDatabase();
    await migrateAll(database.url, LOG, allServices);
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: '127.0.0.1:1', LOG_ID: LOG });
    products = [await openProduct(config, { clock }), await openProduct(config, { clock })];
    desk = supervisionDesks(products[0]!).find(({ stream }) => stream === 'clocks')!;
    reissuers = products.map((product) => new Reissuer(product, desk, 0));
    for (let at = 0; at < cases.length; at += 1_000) {
      const commands = cases.slice(at, at + 1_000).flatMap((caseId, i) => [claim(caseId, at + i), opening(caseId)]);
      expect(new Set((await Promise.all(commands.map((command) => products[0]!.appender.append(command)))).map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    }
    await takeIn();
  }, 600_000);
  afterAll(async () => {
    await Promise.all((products ?? []).map((product) => product.close()));
    await database?.drop();
  });

  function claim(caseId: string, n: number): AppendCommand {
    const data = { ...filed, caseNumber: `439901-2026-D01-${String(n).padStart(6, '0')}`, at: NOW };
    return { stream: `claim/${caseId}`, caseId, expected: 0, meta: { actor: 'process:test' }, events: [{ type: 'intake.claim-filed.v1', data, recordedAt: NOW }] };
  }

  /** By the law as a process knows it that has not heard of the notice. */
  function moves(caseId: string, kinds: readonly (readonly [string, string])[], product = products[0]!): readonly Move[] {
    const pack = product.policies.packFor('439901', '2026-11-20')!;
    const law = lawFor(product.policies, '439901', pack);
    return kinds.map(([kind, startedAt]) => {
      const row = pack.clocks.get(kind)!;
      const { n, unit } = countRule(row, law.parameters);
      return { move: 'start', clock: uuidv7(), kind, order: 0, startedAt, rule: { n, unit, roll: row.roll, source: row.source, level: row.level, duty: row.duty }, schedule: scheduleOf(row, startedAt, law) };
    });
  }

  function opening(caseId: string): AppendCommand {
    const started = moves(caseId, KINDS);
    const pack = products[0]!.policies.packFor('439901', '2026-11-20')!.ref;
    const events = [...clocks.decide({ type: 'OpenClocks', at: NOW, division: '439901', pack, receivedAt: NOW, causedBy: caseId, moves: started }, clocks.initial)];
    const award = started.find((move) => move.move === 'start' && move.kind === 'ARB-AWARD')!.clock;
    events.push({ type: 'ClockSuspended', at: NOW, clock: award, kind: 'ARB-AWARD', from: '2026-11-20', reason: '等待鉴定', ground: 'resolution.arbitration-stayed.v1', causedBy: caseId });
    return stored(caseId, events, 0);
  }

  function stored(caseId: string, events: readonly ClockEvent[], expected: number): AppendCommand {
    return { stream: `clocks/${caseId}`, caseId, expected, meta: { actor: 'process:test' }, events: events.map((event) => ({ ...published('supervision', event), recordedAt: NOW })), arms: events.flatMap((event) => desk.arms!(event, caseId)) };
  }

  /** What the consumer of supervision does with the log, without a broker. */
  async function takeIn(): Promise<void> {
    for (let chunk: PublishedEvent[]; (chunk = await readFrom(database.pool, taken, 4_000)).length > 0; taken = chunk.at(-1)!.position) {
      for (const projection of supervision.projections) await project(database.pool as never, projection, chunk);
      await noteNotices(chunk, database.pool as never);
    }
    const consumer = `${LOG}-supervision`;
    for (let part = 0; part < PARTITIONS; part++) {
      await database.pool.query(`INSERT INTO supervision.high_water(consumer, topic, part, log_id, pos, next_offset) VALUES ($1, 't', $2, $3, $4, 0)
        ON CONFLICT (consumer, topic, part, log_id) DO UPDATE SET pos = excluded.pos`, [consumer, part, LOG, taken]);
    }
  }

  async function announce(): Promise<void> {
    const id = policyIdOf(LOG);
    const said = { at: NOW, proposal: uuidv7(), division: '000000', year: 2027, version: 'cn-2026-11-10', notice };
    const events = [{ type: 'CalendarProposed', by: 'policy:a', note: '2027年', ...said }, { type: 'CalendarAnnounced', by: 'policy:b', ...said }];
    await products[0]!.appender.append({ stream: `policy/${id}`, caseId: id, expected: 0, meta: { actor: 'policy:b' }, events: events.map((event) => ({ ...published('routing', event), recordedAt: NOW })) });
  }

  const rescheduled = (): Promise<number> => one(database.pool, `SELECT count(*)::int FROM es.events WHERE type = 'supervision.clock-rescheduled'`);
  const twice = (): Promise<string[]> => column(database.pool, `SELECT data::jsonb->>'clock' FROM es.events WHERE type = 'supervision.clock-rescheduled' GROUP BY 1 HAVING count(*) > 1`);
  const pending = (): Promise<number> => one(database.pool, `SELECT count(*)::int FROM supervision.clock_view WHERE due = 'PENDING_CALENDAR'`);
  const drain = async (reissuer: Reissuer): Promise<void> => { while (await reissuer.turn()); };

  it('is previewed: every open clock that would move, with both dates, page by page, and nothing is stored', async () => {
    const before = await one<string>(database.pool, 'SELECT max(pos)::text FROM es.events');
    const begun = performance.now();
    const { version, policies } = lawWithNotice(products[0]!.law.book, NATION);
    const moved = movedBy(policies, products[0]!.policies);
    const totals = await totalsOf(database.pool, NATION, ['%'], moved);
    process.stderr.write(`  ${totals.clocks} of ${CASES * KINDS.length} clocks would move: found in ${Math.round(performance.now() - begun)} ms\n`);
    // The award ends on 2027-01-04: 45 days of which the last is a Monday, and a day of rest nowhere near; it only waits for its notice.
    expect([version, totals]).toEqual(['cn-2026-11-10', { clocks: 2 * CASES, cases: CASES, byKind: { 'INSP-INVEST': CASES, 'ARB-AWARD': CASES }, byDepartment: { none: 2 * CASES } }]);
    const seen: string[] = [];
    let after: readonly [string, string] | null = null;
    for (let more = true; more;) {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(database.pool, NATION, ['%'], moved, after, 777);
      seen.push(...page.clocks.map(({ clock: id }) => id));
      const last = page.clocks.at(-1)!;
      [after, more] = [[last.caseId, last.clock], page.more];
      expect(last).toMatchObject({ before: { due: 'PENDING_CALENDAR' }, after: { provisionalDue: null } });
    }
    expect([seen.length, new Set(seen).size]).toEqual([2 * CASES, 2 * CASES]);
    expect((await pageOf(database.pool, NATION, ['1101%'], moved, null, 10)).clocks).toEqual([]);
    expect(await one(database.pool, 'SELECT max(pos)::text FROM es.events')).toBe(before);
  }, 600_000);

  // 60 working days from Friday 2026-11-20 are twelve weeks; 1 January and five days of the Spring Festival fall out, and Saturday 20 February is worked in return.
  it('moves each of them exactly once, with two instances at it and a crash between a batch and its note', async () => {
    expect(await pending()).toBe(2 * CASES);
    await announce();
    await takeIn();
    const begun = performance.now();
    await reissuers[0]!.turn();
    await database.pool.query('UPDATE supervision.reissue SET cursor = NULL, moved = 0'); // As if it had crashed before it noted how far it was.
    const heap = process.memoryUsage().heapUsed;
    await Promise.all(reissuers.map(drain));
    process.stderr.write(`  ${await rescheduled()} clocks were counted again in ${Math.round(performance.now() - begun)} ms; the heap grew by ${Math.round((process.memoryUsage().heapUsed - heap) / 1e6)} MB\n`);
    expect([await rescheduled(), await twice()]).toEqual([2 * CASES, []]);
    await takeIn();
    expect(await pending()).toBe(0);
    expect(await column(database.pool, `SELECT DISTINCT kind || ' ' || due || ' ' || status FROM supervision.clock_view ORDER BY 1`)).toEqual([
      'ARB-AWARD 2027-01-04 suspended', 'HOT-24H 2026-11-21T09:00:00+08:00 running', 'INSP-ACCEPT 2026-11-27 running', 'INSP-INVEST 2027-02-20 running',
    ]);
    const data = await one<string>(database.pool, `SELECT data FROM es.events WHERE type = 'supervision.clock-rescheduled' AND data::jsonb->>'kind' = 'INSP-INVEST' LIMIT 1`);
    expect(JSON.parse(data)).toMatchObject({ before: 'PENDING_CALENDAR', beforeProvisional: '2027-02-12', due: '2027-02-20', calendar: 'cn-2026-11-10', notice: { division: '000000', year: 2027, version: 'cn-2026-11-10' } });
    // Only what runs is armed: the investigations now, beside what was armed before.
    expect(await column(database.pool, `SELECT DISTINCT due_at::text FROM es.clocks WHERE due_at > '2027-01-01'`)).toHaveLength(2);
    expect(await isContiguous(database.pool)).toBe(true);
  }, 600_000);

  it('reaches what was stored after it by whoever had not heard of it, and asks nothing twice', async () => {
    const [caseId] = cases;
    const version = await one<number>(database.pool, 'SELECT version FROM es.streams WHERE stream_id = $1', [`clocks/${caseId}`]);
    const stale = moves(caseId!, [['PET-DONE', '2026-11-20']], { ...products[0]!, policies: { ...products[0]!.policies, packFor: products[0]!.policies.packFor, calendarFor: (_: string, pack: Pack) => pack.calendar } as never });
    const [start] = stale as readonly Extract<Move, { move: 'start' }>[];
    const { schedule, ...rest } = start!;
    const late: ClockEvent = { type: 'ClockStarted', at: NOW, clock: rest.clock, kind: rest.kind, order: 0, startedAt: rest.startedAt, rule: rest.rule, ...schedule, causedBy: 'late' };
    expect(late.due).toBe('PENDING_CALENDAR');
    await database.pool.query(`UPDATE supervision.reissue SET "doneAt" = NULL, step = 'sweep'`); // The time in which such a one may come is not over.
    await products[0]!.appender.append(stored(caseId!, [late], version));
    await drain(reissuers[1]!);
    expect([await rescheduled(), await twice()]).toEqual([2 * CASES + 1, []]);
    expect(await column(database.pool, `SELECT data::jsonb->>'due' FROM es.events WHERE type = 'supervision.clock-rescheduled' AND data::jsonb->>'clock' = $1`, [rest.clock])).toEqual(['2027-01-19']);
    expect(await reissuers[0]!.turn()).toBe(false);
  }, 600_000);
});
