import type { CampaignEvent } from '#libs/contracts/campaign.events.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { published } from '#libs/event-store/streams.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import { log } from '#libs/runtime/logger.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import type { Product } from '#libs/runtime/product.js';
import { openProduct } from '#libs/runtime/product.js';
import { allServices } from '../../demo/services.js';
import { clocks } from '../../services/supervision/clocks/clock.decider.js';
import { Firer } from '../../services/supervision/clocks/fire.js';
import { supervisionDesks } from '../../services/supervision/desks.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, whenTrue } from '../stack.js';
import { column, isContiguous, NOW, one, seeded } from './orders.js';

const BREACHES = `FROM es.events WHERE type = 'supervision.clock-breached'`;
/** By how much domain time each test goes on: its clocks fall due within, those of the next after it. */
const HOUR = 3_600_000;

describe('Clocks that fall due', () => {
  let database: FreshDatabase;
  let products: Product[];
  let firers: Firer[];
  let desk: AnyDesk;
  const clock = new SetClock(NOW);
  const random = seeded('clocks');
  beforeAll(async () => {
    database = await freshDatabase();
    await migrateAll(database.url, 't-clocks', allServices);
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: '127.0.0.1:1', LOG_ID: 't-clocks' });
    products = [await openProduct(config, { clock }), await openProduct(config, { clock })];
    desk = supervisionDesks(products[0]!).find(({ stream }) => stream === 'clocks')!;
    firers = products.map(newFirer);
  }, 60_000);
  afterAll(async () => {
    await Promise.all((firers ?? []).map((firer) => firer.stop()));
    await Promise.all((products ?? []).map((product) => product.close()));
    await database?.drop();
  });

  const newFirer = (product: Product): Firer => new Firer(product, new Map(supervisionDesks(product).map((one) => [one.stream, one])));

  /** Cases with one clock each, by their own decider and desk. Answers what was made, case by case. */
  async function arm(due: readonly Instant[]): Promise<{ caseId: string; clock: string }[]> {
    const made = due.map((breachAt) => ({ breachAt, caseId: uuidv7(), clock: uuidv7() }));
    for (let from = 0; from < made.length; from += 2_000) {
      const appended = await Promise.all(made.slice(from, from + 2_000).map((one) => products[0]!.appender.append(opening(one))));
      expect(new Set(appended.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    }
    return made;
  }

  function opening({ caseId, clock: id, breachAt }: { caseId: string; clock: string; breachAt: Instant }): AppendCommand {
    const at = clock.now();
    const pack = products[0]!.policies.packFor('439901', '2026-03-02')!.ref;
    const schedule = { due: breachAt, provisionalDue: null, warnAt: null, breachAt, calendar: 'test' };
    const rule = { n: 1, unit: 'hours', roll: false, source: 'test', level: 'target', duty: 'authority' } as const;
    const events = clocks.decide({
      type: 'OpenClocks', at, division: '439901', pack, receivedAt: at, causedBy: id,
      moves: [{ move: 'start', clock: id, kind: 'HOT-SIGN', order: 0, startedAt: at, rule, schedule }],
    }, clocks.initial);
    return {
      stream: `clocks/${caseId}`, caseId, expected: 0, meta: { actor: 'process:test' },
      events: events.map((event) => ({ ...published('supervision', event), recordedAt: at })), arms: events.flatMap((event) => desk.arms!(event, caseId)),
    };
  }

  const in_ = (ms: number): Instant => instantOf(clock.nowMs() + ms);
  const breached = (): Promise<number> => one(database.pool, `SELECT count(*)::int ${BREACHES}`);
  const twice = (): Promise<string[]> => column(database.pool, `SELECT data::jsonb->>'clock' ${BREACHES} GROUP BY 1 HAVING count(*) > 1`);

  it('5,000 in one instant: each once, none early, by one of two instances', async () => {
    await arm([...Array.from({ length: 5_000 }, () => in_(HOUR)), ...Array.from({ length: 50 }, (_, at) => in_(HOUR + 1 + at))]);
    clock.advance(HOUR - 1);
    expect(await Promise.all(firers.map((firer) => firer.fire()))).toEqual([0, 0]);
    for (const firer of firers) firer.start();
    await whenTrue(() => one(database.pool, `SELECT count(*) = 1 FROM es.lease WHERE name = 'clocks' AND until > clock_timestamp()`));
    expect(await breached()).toBe(0);
    const begun = performance.now();
    clock.advance(1);
    await whenTrue(async () => (await breached()) === 5_000, 60_000);
    process.stderr.write(`  5,000 clocks due in one instant were fired within ${Math.round(performance.now() - begun)} ms of it\n`);
    expect(await twice()).toEqual([]);
    clock.advance(50);
    await whenTrue(async () => (await breached()) === 5_050);
    expect(await one(database.pool, 'SELECT count(*)::int FROM es.clocks')).toBe(0);
  }, 120_000);

  it('the holder keeps its right to fire, and gives it to the other when it stops', async () => {
    const lease = async (): Promise<{ owner: string; until: number }> => (await database.pool.query<{ owner: string; until: number }>(`SELECT owner, extract(epoch FROM until)::float8 AS until FROM es.lease WHERE name = 'clocks'`)).rows[0]!;
    const first = await lease();
    const renewed = await whenTrue(async () => { const now = await lease(); return now.until > first.until + 2 && now; });
    expect(renewed && renewed.owner).toBe(first.owner);
    await firers[0]!.stop();
    await firers[1]!.stop();
    const standby = newFirer(products[0]!).start();
    await whenTrue(async () => (await lease()).owner !== first.owner);
    await standby.stop();
    firers = products.map(newFirer);
  }, 60_000);

  it('after a downtime they are recorded in the order in which they fell due', async () => {
    await arm(Array.from({ length: 1_500 }, () => in_(1 + Math.floor(random() * HOUR))));
    clock.advance(2 * HOUR);
    const before = await one<string>(database.pool, 'SELECT max(pos)::text FROM es.events');
    while ((await firers[0]!.fire()) > 0);
    const due = (await column<Instant>(database.pool, `SELECT data::jsonb->>'breachAt' ${BREACHES} AND pos > $1 ORDER BY pos`, [before])).map(epochMs);
    expect(due).toHaveLength(1_500);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    const lags = await column<number>(database.pool, `SELECT (data::jsonb->>'lagMs')::float8 ${BREACHES} AND pos > $1`, [before]);
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(HOUR); // How late each is, is said.
  }, 60_000);

  it('two instances that both believe they hold the right fire each once', async () => {
    await arm(Array.from({ length: 1_500 }, () => in_(HOUR)));
    clock.advance(HOUR);
    const before = await breached();
    const drain = async (firer: Firer): Promise<void> => { while ((await firer.fire()) > 0); };
    await Promise.all(firers.map(drain));
    expect(await breached()).toBe(before + 1_500);
    expect(await twice()).toEqual([]);
  }, 60_000);

  it('a clock that is met while it is fired is never breached after it was met', async () => {
    const made = await arm(Array.from({ length: 400 }, () => in_(HOUR)));
    clock.advance(HOUR);
    const satisfy = async ({ caseId, clock: id }: (typeof made)[number], at: number): Promise<void> => {
      const wish = { type: 'MoveClocks', at: clock.now(), causedBy: id, moves: [{ move: 'satisfy', clock: id }] } as const;
      await products[at % 2]!.streams.transact(`clocks/${caseId}`, clocks, 'supervision', wish, { actor: 'process:test' }, { now: clock.now(), arms: (events) => events.flatMap((event) => desk.arms!(event, caseId)) });
    };
    const drain = async (firer: Firer): Promise<void> => { while ((await firer.fire()) > 0); };
    const shuffled = made.map((each) => ({ each, by: random() })).sort((a, b) => a.by - b.by).map(({ each }) => each);
    let met = 0;
    const people = Array.from({ length: 8 }, async (_, first) => {
      for (let at = first; at < shuffled.length; at += 8, met++) await satisfy(shuffled[at]!, at);
    });
    await whenTrue(() => met >= 50);
    await Promise.all([...firers.map(drain), ...people]);
    await Promise.all(firers.map(drain));
    const ways = await column<string>(database.pool, `SELECT string_agg(type, ' then ' ORDER BY version) FROM es.events
      WHERE case_id = ANY($1) AND type IN ('supervision.clock-breached', 'supervision.clock-satisfied') GROUP BY case_id`, [made.map(({ caseId }) => caseId)]);
    expect(ways).toHaveLength(400);
    const [onlyMet, late] = ['supervision.clock-satisfied', 'supervision.clock-breached then supervision.clock-satisfied'];
    expect([...new Set(ways)].filter((way) => way !== onlyMet && way !== late)).toEqual([]);
    process.stderr.write(`  of 400 races, ${ways.filter((way) => way === onlyMet).length} were met first\n`);
    expect(await one(database.pool, 'SELECT count(*)::int FROM es.clocks')).toBe(0);
    expect(await isContiguous(database.pool)).toBe(true);
  }, 60_000);

  it('a campaign whose figures lag is waited for once, whatever the number of its targets: the holder keeps its right to fire', async () => {
    const id = uuidv7();
    const at = clock.now();
    const targets = ['439900', ...Array.from({ length: 99 }, (_, n) => String(439901 + n))].map((division) => ({ division, openMax: 0, dueOn: dayOf(at) }));
    const said = { kind: 'winter' as const, title: '冬季行动', division: '439900', year: 2026, source: '测试发〔2026〕1号', rule: { categories: ['D01'], verified: true as const, left: 'unpaid' as const } };
    const measured = { position: '1', query: 'campaign/1', figures: { total: 0, open: 0, done: 0, workers: 0, unpaid: 0, divisions: [] } };
    const campaigns = supervisionDesks(products[0]!).find(({ stream }) => stream === 'campaign')!;
    const events: CampaignEvent[] = [{ type: 'CampaignProposed', at, by: 'supervisor:1', ...said, targets }, { type: 'CampaignStarted', at, by: 'supervisor:2', targets, ...measured }];
    await products[0]!.appender.append({
      stream: `campaign/${id}`, caseId: id, expected: 0, meta: { actor: 'process:test' },
      events: events.map((event) => ({ ...published('supervision', event), recordedAt: at })), arms: events.flatMap((event) => campaigns.arms!(event, id)),
    });
    clock.advance(24 * HOUR);
    await firers[0]!.fire(); // The warnings go out; nobody counts the figures here.
    expect(await one(database.pool, `SELECT count(*)::int FROM es.clocks WHERE case_id = '${id}'`)).toBe(100); // Each is still to be judged.
    const begun = performance.now();
    expect(await firers[0]!.fire()).toBe(100);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await database.pool.query('DELETE FROM es.clocks WHERE case_id = $1', [id]);
  }, 120_000);

  it('one that cannot be fired is tried ever more seldom and told of once, and holds up no other, of its own case neither', async () => {
    const [broken, sound] = [(await arm([in_(HOUR)]))[0]!, uuidv7()];
    const due = in_(HOUR);
    const rule = { n: 1, unit: 'hours', roll: false, source: 'test', level: 'target', duty: 'authority' } as const;
    const moves = [{ move: 'start', clock: sound, kind: 'HOT-SIGN', order: 1, startedAt: clock.now(), rule, schedule: { due, provisionalDue: null, warnAt: null, breachAt: due, calendar: 'test' } }] as const;
    await products[0]!.streams.transact(`clocks/${broken.caseId}`, clocks, 'supervision', { type: 'MoveClocks', at: clock.now(), causedBy: sound, moves }, { actor: 'process:test' }, { now: clock.now(), arms: (events) => events.flatMap((event) => desk.arms!(event, broken.caseId)) });
    const tries: number[] = [];
    const cannot: AnyDesk = {
      ...desk,
      async prepare(command, circumstances) {
        if ((command as unknown as { clock: string }).clock === broken.clock) {
          tries.push(performance.now());
          throw new Error('A rule that nobody thought of.');
        }
        return desk.prepare ? desk.prepare(command, circumstances) as Promise<never> : command as never;
      },
    };
    const told: unknown[] = [];
    const { error } = log;
    log.error = ((fields: object, words: string) => told.push([fields, words])) as never;
    const firer = new Firer(products[0]!, new Map([['clocks', cannot]]));
    clock.advance(HOUR);
    firer.start();
    try {
      await whenTrue(async () => (await column<string>(database.pool, `SELECT data::jsonb->>'clock' ${BREACHES} AND case_id = $1`, [broken.caseId])).includes(sound), 5_000);
      const [later] = await arm([in_(HOUR)]);
      clock.advance(HOUR);
      await whenTrue(async () => (await column<string>(database.pool, `SELECT data::jsonb->>'clock' ${BREACHES}`)).includes(later!.clock), 5_000);
      await whenTrue(() => tries.length >= 4, 20_000);
    } finally {
      await firer.stop();
      log.error = error;
    }
    const gaps = tries.slice(1).map((at, n) => at - tries[n]!);
    for (const [n, gap] of gaps.entries()) expect(gap).toBeGreaterThanOrEqual(400 * 2 ** n);
    expect(told).toEqual([[expect.objectContaining({ stream: 'clocks', kind: expect.any(String) }), 'a clock cannot be fired']]);
    expect(await column(database.pool, 'SELECT case_id FROM es.clocks')).toEqual([broken.caseId]); // It stays armed.
    await database.pool.query('DELETE FROM es.clocks');
  }, 60_000);

  it('one whose note cannot be read is set aside and told of with its reason, and holds up no other of its batch', async () => {
    const notes = ['no JSON', '', 'null', '{}', '7', '{"stream":7,"command":{"type":"BreachClock"}}', '{"stream":"clocks/x"}'];
    await database.pool.query(`INSERT INTO es.clocks (clock_id, case_id, kind, due_at, note) SELECT gen_random_uuid(), gen_random_uuid(), 'HOT-SIGN', $1, note FROM unnest($2::text[]) AS note`, [in_(0), notes]);
    const [sound] = await arm([in_(HOUR)]);
    const told: { readonly fields: object; readonly words: string }[] = [];
    const { error, warn } = log;
    log.error = ((fields: object, words: string) => told.push({ fields, words })) as never;
    log.warn = ((fields: object, words: string) => told.push({ fields, words })) as never;
    const firer = newFirer(products[0]!);
    clock.advance(HOUR);
    firer.start();
    try {
      await whenTrue(async () => (await column<string>(database.pool, `SELECT data::jsonb->>'clock' ${BREACHES}`)).includes(sound!.clock), 5_000);
    } finally {
      await firer.stop();
      log.error = error;
      log.warn = warn;
    }
    const ids = await column<string>(database.pool, 'SELECT clock_id FROM es.clocks ORDER BY 1'); // They stay armed, late, as every time that cannot be fired.
    expect(ids).toHaveLength(notes.length);
    expect(told.map(({ fields, words }) => [words, (fields as { clock: string }).clock]).sort()).toEqual(ids.map((id) => ['a clock cannot be fired', id]));
    expect(told.map(({ fields }) => fields)).toEqual(notes.map(() => expect.objectContaining({ kind: 'HOT-SIGN', problem: expect.stringMatching(/^Error: The note of an armed time /) })));
    await database.pool.query('DELETE FROM es.clocks');
  }, 60_000);

  it('times that mean nothing to their stream are looked at again after a pause, and hold up no other', async () => {
    await database.pool.query(
      `INSERT INTO es.clocks (clock_id, case_id, kind, due_at, note)
       SELECT gen_random_uuid(), c, 'HOT-SIGN', $1, json_build_object('stream', 'clocks/' || c, 'command', json_build_object('type', 'BreachClock', 'clock', gen_random_uuid())) FROM (SELECT gen_random_uuid() AS c FROM generate_series(1, 1000)) s`, [in_(0)]);
    await arm([in_(HOUR)]);
    clock.advance(HOUR);
    const before = await breached();
    const pauses: number[] = [];
    let ended = Infinity;
    class Timed extends Firer {
      override async fire(): Promise<number> {
        if (performance.now() > ended) pauses.push(performance.now() - ended);
        const due = await super.fire();
        ended = performance.now();
        return due;
      }
    }
    const firer = new Timed(products[0]!, new Map(supervisionDesks(products[0]!).map((one) => [one.stream, one]))).start();
    await whenTrue(async () => (await breached()) === before + 1);
    pauses.length = 0;
    await whenTrue(() => pauses.length >= 3);
    await firer.stop();
    expect(Math.min(...pauses)).toBeGreaterThan(150);
    await database.pool.query('DELETE FROM es.clocks');
  }, 60_000);
});
