import type { CloudEvent } from 'cloudevents';
import { Kafka as CloudEventsOverKafka } from 'cloudevents';
import type { StoredRow } from '#libs/event-store/read.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { entryOf, leafHash } from '#libs/merkle/entry.js';
import { decode, messageOf, Undecodable } from './cloud-event.js';
import { partitionOf } from './topics.js';
import type { IncomingMessage } from './transport.js';

const CASE = '018f2c3e-7b1a-7c4d-8e5f-0123456789ab';
const EPOCH = '3f0b5a44-6a0e-4c0d-9d55-0a4f5b1c2d3e';
const PARTITION = partitionOf(CASE);

function row(change: Partial<StoredRow> = {}): StoredRow {
  const stored = {
    position: '9007199254740993', logId: 'test', caseId: CASE, stream: `claim/${CASE}`, version: 3, eventId: '01957a2e-0000-7000-8000-000000000001', type: 'intake.claim-filed',
    schemaVersion: 1, data: '{"a":"欠薪","n":1}', meta: '{"actor":"channel:12345","reason":"重复来电"}', recordedAtMicros: 1_772_417_700_123_000n, ...change,
  };
  return { ...stored, leafHash: leafHash(entryOf(stored)) };
}

/** The entry of the log alone, without its place. */
function stored(): StoredEvent {
  const { position: _, logId: __, leafHash: ___, ...entry } = row();
  return entry;
}

function sent(change: Partial<StoredRow> = {}): IncomingMessage {
  const { key, value, headers } = messageOf(row(change), EPOCH, 'topic');
  const bytes = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));
  return { offset: '7', key: Buffer.from(key), value: Buffer.from(value), headers: bytes };
}

function withHeader(name: string, value: Buffer | string | Buffer[] | undefined): IncomingMessage {
  const message = sent();
  return { ...message, headers: { ...message.headers, [name]: value } };
}

describe('A published event as a CloudEvent', () => {
  it('comes back as it was stored, to the last digit of its position', () => {
    expect(decode(sent(), PARTITION)).toEqual({
      address: { logId: 'test', logEpoch: EPOCH, caseId: CASE, position: 9007199254740993n },
      event: {
        position: '9007199254740993', logId: 'test', id: '01957a2e-0000-7000-8000-000000000001', type: 'intake.claim-filed.v1', caseId: CASE, stream: `claim/${CASE}`,
        version: 3, data: { a: '欠薪', n: 1 }, meta: { actor: 'channel:12345', reason: '重复来电' }, recordedAt: '2026-03-02T10:15:00.123+08:00',
      },
      stored: stored(), leafHash: leafHash(entryOf(stored())),
    });
  });

  it('keeps the microseconds that the leaf hash covers', () => {
    expect(decode(sent({ recordedAtMicros: 1_772_417_700_123_456n }), PARTITION)).toMatchObject({ event: { recordedAt: '2026-03-02T10:15:00.123+08:00' } });
    expect(decode(sent({ recordedAtMicros: 1_772_417_700_000_000n }), PARTITION)).toMatchObject({ event: { recordedAt: '2026-03-02T10:15:00+08:00' } });
  });

  it('is one for the CloudEvents library too', () => {
    const { key, value, headers } = messageOf(row(), EPOCH, 'topic');
    const message = { key, value, headers, body: value };
    const event = CloudEventsOverKafka.toEvent(message) as CloudEvent;
    expect(event).toMatchObject({
      specversion: '1.0', id: '01957a2e-0000-7000-8000-000000000001', type: 'intake.claim-filed.v1', source: '/anxin/test/intake', subject: CASE,
      datacontenttype: 'application/json', position: '9007199254740993', logid: 'test',
    });
    expect(event.validate()).toBe(true);
  });

  it.each<[string, IncomingMessage]>([
    ['tombstone', { ...sent(), value: null }],
    ['no key', { ...sent(), key: null }],
    ['key', { ...sent(), key: Buffer.from('not a case') }],
    ['data is no JSON', sent({ data: '{"a":' })],
    ['data is no object', sent({ data: '[1]' })],
    ['data is no UTF-8', { ...sent(), value: Buffer.from([0x7b, 0xff, 0x7d]) }],
    ['data is nested too deep', sent({ data: `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}` })],
    ['data holds a forbidden key', sent({ data: '{"a":{"__proto__":{"admin":true}}}' })],
    ['data holds a forbidden key', sent({ data: '{"\\u005f_proto__":1}' })],
    ['data too large', { ...sent(), value: Buffer.alloc(64_600, 0x20) }],
    ['ce_leafhash', { ...sent(), value: Buffer.from('{"a":"欠薪","n":2}') }],
    ['ce_leafhash', withHeader('ce_streamversion', '4')],
    ['ce_leafhash', withHeader('ce_time', '2026-03-02T10:15:00.124+08:00')],
    ['ce_time', withHeader('ce_time', '2026-02-30T10:15:00+08:00')],
    ['ce_position', withHeader('ce_position', '0')],
    ['ce_position', withHeader('ce_position', '1e3')],
    ['ce_logid', withHeader('ce_logid', '../x')],
    ['ce_subject', withHeader('ce_subject', '018f2c3e-7b1a-7c4d-8e5f-0123456789ac')],
    ['ce_source', withHeader('ce_source', '/somebody/else')],
    ['ce_type', withHeader('ce_type', 'intake.claim-filed')],
    ['ce_type is missing', withHeader('ce_type', undefined)],
    ['ce_id comes twice', withHeader('ce_id', [Buffer.from('a'), Buffer.from('b')])],
    ['ce_specversion', withHeader('ce_specversion', '0.3')],
    ['content-type', withHeader('content-type', 'text/plain')],
    ['ce_meta is no UTF-8', withHeader('ce_meta', Buffer.from([0xc3]))],
  ])('is refused: %s', (reason, message) => {
    expect(decode(message, PARTITION)).toMatchObject({ reason });
    expect(decode(message, PARTITION)).toBeInstanceOf(Undecodable);
  });

  it('is refused in a partition that is not its own, and its position is not believed', () => {
    const refused = decode(sent(), (PARTITION + 1) % 12);
    expect(refused).toEqual(new Undecodable('wrong partition', CASE, undefined));
  });

  it('says where it stands though its content is broken', () => {
    expect(decode({ ...sent(), value: null }, PARTITION)).toMatchObject({ caseId: CASE, address: { position: 9007199254740993n, logEpoch: EPOCH } });
  });
});
