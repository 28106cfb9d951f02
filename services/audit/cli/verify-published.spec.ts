import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { Relay } from '#libs/messaging/relay.js';
import type { RelayNote } from '#libs/messaging/relay-note.js';
import { lastNotes } from '#libs/messaging/relay-note.js';
import { partitionOf } from '#libs/messaging/topics.js';
import type { IncomingMessage } from '#libs/messaging/transport.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { whenTrue } from '../../../test/stack.js';
import { tell } from '../../../test/tell.js';
import type { Finding } from './leaves.js';
import type { Verification } from './verify.js';
import { verifiedBy } from './verify.js';

const PROBES = 80;
const [A, B] = [uuidv7(), uuidv7()];
/** Of A: one that runs, one that is met. Of B: one that warned, and a rung that waits for its answer. */
const [RUNS, MET, WARNED, RUNG] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const times = (day: string) => ({ warnAt: `${day}T00:00:00+08:00`, breachAt: `${day}T12:00:00+08:00` });
const told: readonly (readonly ['clocks' | 'escalation', string, string, object])[] = [
  ['clocks', A, 'clock-started', { clock: RUNS, ...times('2026-03-10') }], ['clocks', A, 'clock-started', { clock: MET, ...times('2026-03-11') }], ['clocks', B, 'clock-started', { clock: WARNED, ...times('2026-03-12') }],
  ['clocks', A, 'clock-satisfied', { clock: MET }], ['clocks', B, 'clock-warned', { clock: WARNED }], ['escalation', B, 'escalation-raised', { escalation: RUNG, next: 'writtenNotice', answerDue: '2026-03-20T00:00:00+08:00' }],
];
/** Worked out by hand: where each armed time was armed, and where the settled ones were settled. */
const ARMED = [[RUNS, A, 'warn', 81], [RUNS, A, 'breach', 81], [WARNED, B, 'breach', 83], [RUNG, B, 'climb', 86]] as const;
const idOf = (of: string, caseId: string, kind: string): string => uuidv5(`${caseId}/${of}/${kind}`);

const counts = { mutations: 0, found: 0, located: 0, clean: 0, falseAlarms: 0 };
let log: FreshLog;
let client: pg.Client;
let note: RelayNote;
let tail: readonly IncomingMessage[];
const vkey = signerOf(newSigningKey('log.test/published').privateKey).verifier;

beforeAll(async () => {
  log = await freshLog();
  const relay = new Relay({ pool: log.pool, transport: log.transport });
  relay.start();
  await log.fill(40, 2);
  const versions = new Map<string, number>();
  for (const [kind, caseId, name, more] of told) {
    const stream = `${kind}/${caseId}`;
    await tell(log, kind, caseId, versions.get(stream) ?? 0, name, more);
    versions.set(stream, (versions.get(stream) ?? 0) + 1);
  }
  await whenTrue(() => relay.position() === String(PROBES + told.length));
  await relay.stop();
  note = (await lastNotes(log.transport, log.logId)).at(-1)!;
  tail = await log.transport.readAll(log.topic, 500);
  client = new pg.Client({ connectionString: log.url });
  await client.connect();
});
afterAll(async () => {
  process.stdout.write(`${counts.mutations} mutations of what is published and what is armed: ${counts.found} found, ${counts.located} located; ${counts.clean} clean runs: ${counts.falseAlarms} false alarms.\n`);
  await client?.end();
  await log?.drop();
});

const published = (more: { note?: RelayNote | undefined; tail?: readonly IncomingMessage[] } = {}): Verification['published'] => ({ notes: () => Promise.resolve([('note' in more ? more.note : note) ?? []].flat()), tail: () => Promise.resolve(more.tail ?? tail) });

async function after(statements: readonly string[], more: Parameters<typeof published>[0] = {}): Promise<readonly Finding[]> {
  await client.query('BEGIN');
  try {
    await client.query('ALTER TABLE es.clocks ALTER COLUMN due_at DROP NOT NULL, ALTER COLUMN note DROP NOT NULL, ALTER COLUMN kind DROP NOT NULL, ALTER COLUMN case_id DROP NOT NULL; ALTER TABLE es.relay ALTER COLUMN pos DROP NOT NULL, ALTER COLUMN leaf_hash DROP NOT NULL; ALTER TABLE es.events DISABLE TRIGGER ALL');
    for (const statement of statements) await client.query(statement);
    const { findings } = await verifiedBy(client, { database: log.url, threads: 0, keys: [vkey], published: published(more) });
    return findings;
  } finally {
    await client.query('ROLLBACK');
  }
}

function count(findings: readonly Finding[], rule: Finding['rule'], position: number | undefined, at: RegExp): void {
  counts.mutations++;
  if (findings.length > 0) counts.found++;
  const fits = findings.filter((finding) => finding.rule === rule && at.test(`${finding.at} ${finding.what}`) && (position === undefined || finding.position === position || (finding.to !== undefined && finding.position! <= position && finding.to >= position)));
  if (fits.length > 0) counts.located++;
  expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ rule })]));
  expect(fits).not.toEqual([]);
}

describe('A verifier finds every clock that does not stand as the events say', () => {
  it('and knows which must', async () => {
    const { rows } = await client.query<{ id: string }>('SELECT clock_id AS id FROM es.clocks ORDER BY 1');
    expect(rows.map(({ id }) => id)).toEqual(ARMED.map(([of, caseId, kind]) => idOf(of, caseId, kind)).sort());
  });

  const changes = [
    ['deleted', (id: string) => `DELETE FROM es.clocks WHERE clock_id = '${id}'`, /missing/], ['due a moment later', (id: string) => `UPDATE es.clocks SET due_at = due_at + interval '1 millisecond' WHERE clock_id = '${id}'`, /due_at/],
    ['due never', (id: string) => `UPDATE es.clocks SET due_at = 'infinity' WHERE clock_id = '${id}'`, /due_at/], ['without a due time', (id: string) => `UPDATE es.clocks SET due_at = NULL WHERE clock_id = '${id}'`, /due_at/],
    ['of another kind', (id: string) => `UPDATE es.clocks SET kind = 'other' WHERE clock_id = '${id}'`, /kind/], ['with another meaning', (id: string) => `UPDATE es.clocks SET note = replace(note, 'command', 'commend') WHERE clock_id = '${id}'`, /note/],
    ['without a meaning', (id: string) => `UPDATE es.clocks SET note = NULL WHERE clock_id = '${id}'`, /note/], ['of another case', (id: string) => `UPDATE es.clocks SET case_id = gen_random_uuid() WHERE clock_id = '${id}'`, /case_id/],
    ['under another id', (id: string) => `UPDATE es.clocks SET clock_id = gen_random_uuid() WHERE clock_id = '${id}'`, /missing/],
  ] as const;
  it.each(ARMED.flatMap(([of, caseId, kind, position], n) => changes.map(([what, statement, at]) => [`${n + 1} (${kind})`, what, statement(idOf(of, caseId, kind)), position, at] as const)))(
    'number %s %s', async (_, __, statement, position, at) => count(await after([statement]), 'clock', position, at));

  const row = (id: string, kind: string) => `INSERT INTO es.clocks VALUES ('${id}', '${A}', '${kind}', '2026-03-11T00:00:00+08:00', '{"stream":"clocks/${A}","command":{"type":"BreachClock","clock":"${MET}"}}')`;
  it('that stands though it was settled', async () => {
    for (const kind of ['warn', 'breach']) count(await after([row(idOf(MET, A, kind), kind)]), 'clock', 84, /settled it/);
    count(await after([row(idOf(WARNED, B, 'warn'), 'warn')]), 'clock', 85, /settled it/);
  });
  it('that no event armed', async () => count(await after([row(uuidv7(), 'breach')]), 'clock', undefined, /no event armed it/));
  it('that stands twice, where no key forbids it', async () => count(await after(['ALTER TABLE es.clocks DROP CONSTRAINT clocks_pkey', `INSERT INTO es.clocks SELECT * FROM es.clocks WHERE clock_id = '${idOf(RUNS, A, 'warn')}'`]), 'clock', 81, /twice/));
  it('whose event became one of another stream', async () => count(await after(["UPDATE es.events SET type = 'supervision.campaign-closed' WHERE pos = 83"]), 'clock', undefined, /no event armed it/));
  it('all of them gone', async () => count(await after(['TRUNCATE es.clocks']), 'clock', 81, /missing/));
});

describe('A verifier finds every mark of what was published that is not so', () => {
  const HEAD = PROBES + told.length;
  const forged = (more: Partial<RelayNote>) => ({ note: { ...note, ...more } });
  const lastOf = (): IncomingMessage => tail.find(({ headers }) => String(headers['ce_position']) === String(HEAD))!;
  it.each<[string, string[], number | undefined, RegExp]>([
    ['one back', [`UPDATE es.relay SET pos = ${HEAD - 1}`], HEAD - 1, /another hash/], ['beyond the log', [`UPDATE es.relay SET pos = ${HEAD + 1}`], HEAD + 1, /no such position/], ['far beyond the log', ['UPDATE es.relay SET pos = 9000000'], 9_000_000, /no such position/],
    ['below the first', ['UPDATE es.relay SET pos = NULL'], undefined, /no mark/], ['another hash', ['UPDATE es.relay SET leaf_hash = sha256(leaf_hash)'], HEAD, /another hash/], ['no hash', ['UPDATE es.relay SET leaf_hash = NULL'], HEAD, /another hash/], ['no row', ['DELETE FROM es.relay'], undefined, /no mark/],
    ['that of a cut log', [`DELETE FROM es.events WHERE pos > ${HEAD - 3}`], HEAD, /no such position/],
  ])('the mark: %s', async (_, statements, position, at) => count(await after(statements), 'relay', position, at));

  it('the note in Kafka: behind the mark, beyond the log, of another event, not there', async () => {
    const { rows: [early] } = await client.query<{ leaf: Buffer }>('SELECT leaf_hash AS leaf FROM es.events WHERE pos = 20');
    count(await after([], forged({ position: '20', leafHash: early!.leaf })), 'relay', HEAD, /Kafka was told of 20/);
    count(await after([], forged({ position: String(HEAD + 4) })), 'relay', HEAD + 4, /no such position/);
    count(await after([], forged({ leafHash: Buffer.alloc(32, 1) })), 'relay', HEAD, /another hash/);
    count(await after([], { note: undefined }), 'relay', HEAD, /told of 0/);
  });

  it('the topic: a message of another event, of none, an end that is gone, all of it gone', async () => {
    const last = lastOf();
    const without = tail.filter((message) => message !== last);
    const { caseId } = (await client.query<{ caseId: string }>('SELECT case_id AS "caseId" FROM es.events WHERE pos = $1', [HEAD])).rows[0]!;
    count(await after([], { tail: [...without, { ...last, headers: { ...last.headers, ce_leafhash: Buffer.alloc(32, 1).toString('base64') } }] }), 'relay', HEAD, /another one was published/);
    count(await after([], { tail: [...tail, { ...last, headers: { ...last.headers, ce_position: String(HEAD + 7) } }] }), 'relay', HEAD + 7, /no such position/);
    count(await after([], { tail: without }), 'relay', HEAD, /partition ends before it/);
    const cut = tail.filter(({ headers }) => partitionOf(String(headers['ce_subject'])) !== partitionOf(caseId));
    count(await after([], { tail: cut }), 'relay', undefined, /partition ends before it/);
    count(await after([], { tail: [] }), 'relay', 1, /partition ends before it/);
  });
});

describe('And raises no false alarm', () => {
  it('while clocks are armed, moved and settled, and the relay publishes', async () => {
    const relay = new Relay({ pool: log.pool, transport: log.transport });
    relay.start();
    const [cases, clock] = [Array.from({ length: 5 }, () => uuidv7()), uuidv7()];
    const append = async (round: number): Promise<void> => {
      const [name, more] = round % 5 === 4 ? ['clock-suspended', {}] as const : [round === 0 ? 'clock-started' : 'clock-restarted', times(`2026-04-0${1 + (round % 5)}`)] as const;
      for (const caseId of cases) await tell(log, 'clocks', caseId, round, name, { clock, ...more });
    };
    const writing = (async () => { for (let round = 0; round < 40; round++) await append(round); })();
    let isDone = false;
    void writing.then(() => { isDone = true; });
    while (!isDone || counts.clean < 20) {
      const { findings } = await verifiedBy(client, { database: log.url, threads: 0, keys: [vkey], published: counts.clean % 10 === 0 ? { notes: () => lastNotes(log.transport, log.logId), tail: () => log.transport.readAll(log.topic, 500) } : undefined });
      counts.clean++;
      if (findings.length > 0) counts.falseAlarms++;
      expect(findings).toEqual([]);
    }
    await writing;
    await whenTrue(async () => relay.position() === await log.head());
    await relay.stop();
  });
});
