import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { recordSpans } from '#libs/event-store/trace.js';
import { topicOf } from '#libs/messaging/topics.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Family } from '../exposition.js';
import { metricsIn, readExposition } from '../exposition.js';
import { checkedByPrometheus, prometheusChecker } from '../go-verifier.js';
import { OtlpReceiver } from '../otlp-receiver.js';
import { whenTrue } from '../stack.js';
import { tracerPeople, tracesOf } from '../tracers.js';
import { wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const people = tracerPeople(4);
const inTheClear = tracesOf(people, ['龘']);
const OBSERVABILITY = 'k8s/observability';

interface Rule { readonly alert: string; readonly expr: string; readonly labels: { readonly severity: string }; readonly annotations: Readonly<Record<string, string>> }
interface Panel { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }
const rules = (parse(readFileSync(`${OBSERVABILITY}/alerts.yaml`, 'utf8')) as { groups: { rules: Rule[] }[] }).groups.flatMap(({ rules: each }) => each);
const { panels } = JSON.parse(readFileSync(`${OBSERVABILITY}/dashboard.json`, 'utf8')) as { panels: Panel[] };
const expressions = [...rules.map(({ expr }) => expr), ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))];

describe('The product, as its operator sees it', () => {
  const collector = new OtlpReceiver();
  let app: App;
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00', more: { OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen() } });
  });
  afterAll(async () => {
    await app?.stop();
    await collector.close();
  });

  /** Files an order inside a caller's trace, or with what a caller may send instead; answers its case. */
  async function filed(n: number, traceparent: string): Promise<string> {
    const { status, body } = await app.hotline('12345').file(wageOrders['12345']!(`O-${n}`, AT, people[n]!), `wh_${randomUUID()}`, { traceparent });
    expect({ status, body }).toMatchObject({ status: 202, body: { duplicateOf: null } });
    await app.settled();
    return body.caseId;
  }

  const kept = async (caseId: string): Promise<Map<string, string | undefined>> => {
    const { rows } = await app.database.query<{ type: string; traceparent: string | null }>(`SELECT type, meta::jsonb->>'traceparent' AS traceparent FROM es.events WHERE case_id = $1 ORDER BY pos`, [caseId]);
    return new Map(rows.map(({ type, traceparent }) => [type, traceparent ?? undefined]));
  };

  /** The header of each message of a case, by the type of its event. */
  async function sent(caseId: string): Promise<ReadonlyMap<string, string>> {
    const headers = new Map<string, string>();
    const { rows: [last] } = await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM es.events WHERE case_id = $1', [caseId]);
    let messages = 0;
    const subscription = app.running.product.transport.subscribe({
      group: `operated-${randomUUID()}`, topic: topicOf(app.environment['LOG_ID']!), onAssigned: () => Promise.resolve(),
      onBatch: (batch) => {
        for (const message of batch.messages) {
          batch.done(message.offset);
          if (String(message.key) !== caseId) continue;
          messages += 1;
          if (message.headers['traceparent'] !== undefined) headers.set(String(message.headers['ce_type']), String(message.headers['traceparent']));
        }
        return Promise.resolve();
      },
    });
    await whenTrue(() => messages >= last!.n, 60_000);
    await subscription.stop();
    return headers;
  }

  describe('A trace', () => {
    const traceId = randomBytes(16).toString('hex');
    const caller = randomBytes(8).toString('hex');
    let caseId: string;
    beforeAll(async () => {
      caseId = await filed(0, `00-${traceId}-${caller}-01`);
      await whenTrue(() => app.ear.heard.some(({ payload }) => payload.data.event === 'routing.case-routed.v1'));
      await whenTrue(() => ours().some(({ name }) => name === 'deliver feedback') && ours().some(({ name }) => name === 'append assignment'), 30_000);
    });
    const ours = () => collector.spans.filter((span) => span.traceId === traceId);

    it('goes from the request through log and topic to what the next service stores', () => {
      const topic = topicOf(app.environment['LOG_ID']!);
      const [last] = ours().filter(({ name }) => name === 'append assignment');
      const way = collector.wayTo(last!);
      expect(way.map(({ name }) => name)).toEqual(['POST /v1/channels/:channel/work-orders', 'decide claim', 'append claim', `publish ${topic}`, 'consume routing', 'decide assignment', 'append assignment']);
      expect(way[0]!.parentSpanId).toBe(caller);
      expect(way.map(({ kind }) => kind)).toEqual([2, 1, 3, 4, 5, 1, 3]); // SpanKind of opentelemetry/proto/trace/v1: server, internal, client, producer, consumer.
      expect(way.map(({ status }) => status)).toEqual(way.map(() => 0));
      expect(way.every(({ service }) => service === 'anxin')).toBe(true);
      expect(way[0]!.attributes).toMatchObject({ 'http.request.method': 'POST', 'http.route': '/v1/channels/:channel/work-orders', 'http.response.status_code': 202 });
      expect(way[4]!.attributes).toMatchObject({ 'anxin.event.type': 'intake.claim-filed.v1', 'anxin.service': 'routing', 'messaging.destination.name': topic });
    });

    it('stands in the envelope of each event, in the header of each message and of each delivery', async () => {
      const events = await kept(caseId);
      expect([...events.values()].filter((each) => !each?.startsWith(`00-${traceId}-`))).toEqual([]);
      const spanOf = (header: string | undefined) => ours().find(({ spanId }) => spanId === header?.split('-')[2])?.name;
      expect(spanOf(events.get('intake.claim-filed'))).toBe('append claim');
      const headers = await sent(caseId);
      expect(headers.size).toBe(events.size);
      expect(spanOf(headers.get('intake.claim-filed.v1'))).toBe(`publish ${topicOf(app.environment['LOG_ID']!)}`);
      const told = app.ear.heard.find(({ payload }) => payload.data.event === 'routing.case-routed.v1')!;
      expect(spanOf(told.traceparent)).toBe('deliver feedback');
    });

    it('says nothing of the person, of the case, nor of a path', () => {
      const all = collector.bodies.join('\n');
      expect([inTheClear(JSON.stringify(people[0])).length > 3, inTheClear(all)]).toEqual([true, []]);
      expect(all.includes(caseId)).toBe(false);
      expect(new Set(ours().flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => !/^(http\.(request\.method|route|response\.status_code)|messaging\.[a-z.]+|db\.system\.name|anxin\.(service|stream|command|events|event\.type|position|wishes|channel|attempt))$/.test(key)))).toEqual(new Set());
    });

    it('of a caller who records nothing leaves nothing in the log, and what is no trace begins one of our own', async () => {
      const unrecorded = await kept(await filed(1, `00-${randomBytes(16).toString('hex')}-${caller}-00`));
      expect([...unrecorded.values()].filter((each) => each !== undefined)).toEqual([]);
      const own = await kept(await filed(2, `00-${'0'.repeat(32)}-${caller}-01`));
      expect(own.get('intake.claim-filed')).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    });

    it('is carried on as it came where no collector is configured', async () => {
      const given = `00-${randomBytes(16).toString('hex')}-${caller}-01`;
      recordSpans(false);
      try {
        const other = await filed(3, given);
        expect(new Set((await kept(other)).values())).toEqual(new Set([given]));
        expect(new Set((await sent(other)).values())).toEqual(new Set([given]));
        await whenTrue(() => app.ear.heard.some(({ traceparent }) => traceparent === given));
        expect(collector.spans.filter(({ traceId: id }) => id === given.split('-')[1])).toEqual([]);
      } finally {
        recordSpans(true);
      }
    });
  });

  describe('The metrics', () => {
    const scraped = async (): Promise<ReadonlyMap<string, Family>> => readExposition(await (await fetch(`${app.url}/metrics`)).text());
    /** One number, or the sum over what a label tells apart. */
    const reading = async (name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> =>
      (await scraped()).get(name)!.samples.filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value)).reduce((sum, { value }) => sum + value, 0);
    const counted = async (sql: string, values: unknown[] = []): Promise<number> => Number((await app.database.query<{ n: string }>(sql, values)).rows[0]!.n);
    const away = (lease: string) => app.database.query(`UPDATE es.lease SET owner = 'nobody', until = clock_timestamp() + interval '4 minutes' WHERE name = $1`, [lease]);
    const back = (lease: string) => app.database.query(`UPDATE es.lease SET until = '-infinity' WHERE name = $1`, [lease]);

    it('are what Prometheus reads, named and explained in both languages', async () => {
      const text = await (await fetch(`${app.url}/metrics`)).text();
      const families = readExposition(text);
      const ours = [...families].filter(([name]) => name.startsWith('anxin_'));
      expect(ours.length).toBeGreaterThan(30);
      expect(ours.filter(([, { help }]) => !/^[\x20-\x7e]+ \/ .*[\u4e00-\u9fff]/.test(help)).map(([name]) => name)).toEqual([]);
      expect(ours.filter(([name, { type }]) => (type === 'counter') !== name.endsWith('_total')).map(([name]) => name)).toEqual([]);
      for (const [, { type, samples }] of families) {
        if (type !== 'histogram') continue;
        for (const { labels: { le: _, ...labels }, value } of samples.filter(({ labels: { le } }) => le === '+Inf')) expect(samples.find((sample) => sample.name.endsWith('_count') && Object.entries(labels).every(([label, word]) => sample.labels[label] === word))?.value).toBe(value);
      }
      const checker = prometheusChecker();
      if (checker.path) expect(checkedByPrometheus(checker, 'metrics', text).filter((line) => line.startsWith('anxin_') || line.startsWith('error'))).toEqual([]);
    }, 240_000);

    it('have bounded labels: words of the code and channels, no case and no person', async () => {
      const text = await (await fetch(`${app.url}/metrics`)).text();
      const labels = [...readExposition(text).values()].flatMap(({ samples }) => samples.flatMap((sample) => Object.values(sample.labels)));
      expect(labels.filter((value) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(value) || value.length > 120)).toEqual([]);
      expect(inTheClear(text)).toEqual([]);
    });

    it('say what the log says', async () => {
      await app.settled();
      await whenTrue(async () => (await reading('anxin_seal_lag_positions')) === 0);
      expect(await reading('anxin_log_position')).toBe(await counted('SELECT max(pos) AS n FROM es.events'));
      expect(await reading('anxin_clocks_armed')).toBe(await counted('SELECT count(*) AS n FROM es.clocks'));
      expect((await scraped()).get('anxin_append_seconds')!.samples.find(({ name, labels }) => name.endsWith('_count') && labels['outcome'] === 'appended')!.value).toBeGreaterThan(0);
      expect(await reading('anxin_append_events_total')).toBeGreaterThanOrEqual(await counted(`SELECT count(*) AS n FROM es.events WHERE type = 'intake.claim-filed'`));
      for (const none of ['anxin_relay_lag_positions', 'anxin_relay_lag_seconds', 'anxin_relay_refused', 'anxin_consumer_lag_positions', 'anxin_consumer_waiting', 'anxin_parked_events', 'anxin_seal_refused', 'anxin_clocks_late', 'anxin_persons_under_older_keys']) expect([none, await reading(none)]).toEqual([none, 0]);
      expect((await scraped()).get('anxin_consumer_lag_positions')!.samples.map(({ labels }) => labels['consumer']).sort()).toEqual(['intake', 'resolution', 'routing', 'supervision']);
      expect(await reading('anxin_build_info', { version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version, node: process.versions.node })).toBe(1);
      expect(await reading('anxin_calendar_end_timestamp_seconds')).toBe(Date.parse('2027-01-01T00:00:00+08:00') / 1000);
      expect(await reading('anxin_disk_free_bytes', { place: 'evidence' })).toBeGreaterThan(0);
    });

    it('see that nobody relays, and that consumers have it before them until they have handled it', async () => {
      await away('relay');
      await whenTrue(async () => (await (await fetch(`${app.url}/health/ready`)).text()).includes('standby'), 30_000);
      const published = await counted('SELECT pos AS n FROM es.relay');
      await app.hotline('12345').file(wageOrders['12345']!('O-9', AT, { ...people[3]!, name: '龘龘龘' }));
      app.clock.set('2026-03-02T10:21:30+08:00');
      const lag = await counted('SELECT max(pos) AS n FROM es.events') - published;
      expect(lag).toBeGreaterThan(0);
      expect([await reading('anxin_relay_lag_positions'), await reading('anxin_relay_lag_seconds')]).toEqual([lag, 90]);
      expect(await reading('anxin_consumer_lag_positions')).toBe(0); // Of what is published, nothing waits.
      await back('relay');
      await app.settled();
      expect([await reading('anxin_relay_lag_positions'), await reading('anxin_consumer_lag_positions', { consumer: 'routing' })]).toEqual([0, 0]);
      const mark = await app.database.query<{ part: number; pos: string }>(`UPDATE routing.high_water SET pos = 1 WHERE part = (SELECT part FROM routing.high_water ORDER BY pos DESC LIMIT 1) RETURNING part, pos`);
      expect(await reading('anxin_consumer_lag_positions', { consumer: 'routing' })).toBe(await counted('SELECT pos - 1 AS n FROM es.relay'));
      await app.database.query('UPDATE routing.high_water SET pos = (SELECT pos FROM es.relay) WHERE part = $1', [mark.rows[0]!.part]);
    });

    it('see clocks that are late, an event that is parked, and a channel that hears nothing', async () => {
      await away('clocks');
      const first = await app.database.query<{ due: Date }>('SELECT min(due_at) AS due FROM es.clocks');
      await whenTrue(async () => ((await (await fetch(`${app.url}/health/ready`)).json()) as { workers: { clocks: string } }).workers.clocks === 'standby');
      app.clock.set(new Date(first.rows[0]!.due.getTime() + 100_000).toISOString());
      await whenTrue(async () => (await reading('anxin_clocks_oldest_lateness_seconds')) === 100);
      expect(await reading('anxin_clocks_late')).toBe(await counted(`SELECT count(*) AS n FROM es.clocks WHERE due_at <= $1`, [new Date(first.rows[0]!.due.getTime() + 98_000)]));

      await app.database.query(`INSERT INTO resolution.parked(consumer, log_id, topic, part, case_id, pos, "offset", attempts, error) VALUES ($1 || '-resolution', $1, 't', 0, $2, 1, 1, 1, 'broken')`, [app.environment['LOG_ID'], randomUUID()]);
      expect(await reading('anxin_parked_events', { consumer: 'resolution' })).toBe(1);
      await app.database.query('DELETE FROM resolution.parked');

      app.ear.away = 503;
      app.ear.heard.length = 0;
      await back('clocks');
      await whenTrue(async () => (await reading('anxin_clocks_late')) === 0, 60_000);
      await app.hotline('12333').file(wageOrders['12333']!('O-10', AT, { ...people[2]!, name: '龘龘龘' }));
      await whenTrue(async () => (await reading('anxin_deliveries_pending', { channel: '12333' })) > 0 && (await reading('anxin_delivery_tries_total', { channel: '12333', outcome: 'failed' })) > 0, 60_000);
      expect(await reading('anxin_deliveries_oldest_seconds', { channel: '12333' })).toBeGreaterThan(0);
      app.ear.away = undefined;
      await app.database.query(`UPDATE intake.delivery SET "nextAt" = clock_timestamp() WHERE status = 'waiting'`);
      await whenTrue(async () => (await reading('anxin_deliveries_pending')) === 0, 60_000);
    }, 180_000);

    it('are all that dashboard and alert rules name', async () => {
      const exported = await scraped();
      const known = (name: string): boolean => name === 'up' || exported.has(name) || exported.has(name.replace(/_(bucket|sum|count)$/, ''));
      expect(expressions.length).toBeGreaterThan(50);
      expect(expressions.flatMap(metricsIn).filter((name) => !known(name))).toEqual([]);
      expect(expressions.filter((text) => metricsIn(text).length === 0)).toEqual([]);
      const checker = prometheusChecker();
      if (checker.path) expect(checkedByPrometheus(checker, 'expressions', expressions.map((text) => `${JSON.stringify(text.replaceAll('$job', '.+'))}\n`).join(''))).toEqual([]);
    }, 240_000);
  });

  describe('The alert rules', () => {
    const headings = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').replace(/\s/g, '-'));

    it.each(rules.map((rule) => [rule.alert, rule] as const))('%s says what it is and what to do, in both languages', (_, { annotations, labels }) => {
      expect(['critical', 'warning']).toContain(labels.severity);
      for (const text of ['summary', 'description']) expect([annotations[text], annotations[`${text}_zh`]]).toEqual([expect.stringMatching(/^[^\u4e00-\u9fff]+$/), expect.stringMatching(/[\u4e00-\u9fff]/)]);
      const [, anchor] = /^docs\/operations\.md#(.+)$/.exec(annotations['runbook_url']!)!;
      expect(headings).toContain(anchor);
    });

    it('cover what an operator must hear of', () => {
      expect(rules.map(({ alert }) => alert)).toEqual(expect.arrayContaining(['AnxinRelayStuck', 'AnxinConsumerLag', 'AnxinClocksLate', 'AnxinParked', 'AnxinDeliveriesFailing', 'AnxinSealingStopped', 'AnxinLogForked', 'AnxinDiskFull', 'AnxinCertificateDue', 'AnxinKeysDue']));
    });

    it('and the dashboard is in both languages', () => {
      expect(panels.filter(({ title }) => !/[\u4e00-\u9fff].* \/ [A-Za-z]/.test(title))).toEqual([]);
    });
  });
});
