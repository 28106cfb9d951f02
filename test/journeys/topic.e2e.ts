import { spawnSync } from 'node:child_process';
import { PARTITIONS, partitionOf, topicOf } from '#libs/messaging/topics.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { kafkaBrokers } from '../stack.js';

const kcat = spawnSync('kcat', ['-V']).status === 0;
if (!kcat) console.log('SKIPPED: kcat is not installed, so no independent client reads the topic (Debian: apt-get install kcat).');

interface Read { readonly partition: number; readonly offset: number; readonly key: string; readonly headers: Readonly<Record<string, string>>; readonly value: string }

(kcat ? describe : describe.skip)('A case read from the topic by a client that others wrote', () => {
  let app: App;
  let messages: Read[];
  let caseId: string;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const file = (externalId: string) => app.hotline('station').file({ externalId, receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '三个月工资未发。', requester: { name: '甲子某' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' } });
    caseId = (await file('K-1')).body.caseId;
    await file('K-2');
    await app.settled();
    await app.office.do('officer', caseId, 'routing/sign-order');
    await app.office.do('officer', caseId, 'resolution/contact-requester', { order: 0, reached: true });
    await app.settled();
    messages = readAll(topicOf(app.environment['LOG_ID']!));
  });
  afterAll(() => app?.stop());

  it('is CloudEvents 1.0 in binary mode: attributes in the headers, the data in the value, the case as key', () => {
    expect(messages.length).toBeGreaterThan(10);
    for (const { headers, key, value } of messages) {
      expect(headers).toMatchObject({ ce_specversion: '1.0', ce_subject: key, 'content-type': expect.stringContaining('application/json') });
      expect(headers['ce_type']).toMatch(/^(intake|routing|resolution|supervision|audit)\.[a-z-]+\.v\d+$/);
      expect(headers['ce_id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['ce_time']).toMatch(/^\d{4}-\d{2}-\d{2}T/);
      expect(JSON.parse(value)).toHaveProperty('at');
    }
    expect(messages.map(({ headers }) => headers['ce_type'])).toEqual(expect.arrayContaining(['intake.claim-filed.v1', 'routing.case-assigned.v1', 'resolution.requester-contacted.v1']));
  });

  it('lies whole in the partition of its id, in the order of the log, each stream without a gap', () => {
    const mine = messages.filter(({ key }) => key === caseId);
    expect([...new Set(mine.map(({ partition }) => partition))]).toEqual([partitionOf(caseId)]);
    const positions = mine.map(({ headers }) => Number(headers['ce_position']));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const versions = new Map<string, number>();
    for (const { headers } of mine) {
      const stream = headers['ce_stream']!;
      expect(Number(headers['ce_streamversion'])).toBe((versions.get(stream) ?? 0) + 1);
      versions.set(stream, Number(headers['ce_streamversion']));
    }
  });

  it('holds every position of the log, and nothing personal in the clear', async () => {
    const { rows } = await app.running.product.pool.query<{ pos: string }>('SELECT pos FROM es.events ORDER BY pos');
    expect(messages.map(({ headers }) => headers['ce_position']).sort((a, b) => Number(a) - Number(b))).toEqual(rows.map(({ pos }) => pos));
    expect(JSON.stringify(messages)).not.toMatch(/甲子某|三个月工资未发/);
  });
});

/** All messages of a topic by `kcat -J`: one JSON envelope a line, headers as a flat list of names and values. */
function readAll(topic: string): Read[] {
  const { stdout, status, stderr } = spawnSync('kcat', ['-C', '-b', kafkaBrokers()[0]!, '-t', topic, '-e', '-q', '-J', '-o', 'beginning'], { encoding: 'utf8', maxBuffer: 64 << 20, timeout: 30_000 });
  if (status !== 0) throw new Error(`kcat ended with ${status}: ${stderr.slice(0, 300)}`);
  return stdout.split('\n').filter((line) => line !== '').map((line) => {
    const { partition, offset, key, headers, payload } = JSON.parse(line) as { partition: number; offset: number; key: string; headers: string[]; payload: string };
    expect(partition).toBeLessThan(PARTITIONS);
    return { partition, offset, key, value: payload, headers: Object.fromEntries(Array.from({ length: headers.length / 2 }, (_, at) => [headers[2 * at]!, headers[2 * at + 1]!])) };
  });
}
