import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { StoredEvent } from './entry.js';
import { ENTRY_BYTES_MAX, EntryTooLarge, canonicalJson, entryOf, eventIn, leafHash } from './entry.js';

interface Golden {
  readonly event: Omit<StoredEvent, 'recordedAtMicros'> & { readonly recordedAtMicros: string };
  readonly entry: string;
  readonly leafHash: string;
}
const golden = JSON.parse(readFileSync(new URL('../../test/golden/log-entries.json', import.meta.url), 'utf8')) as Golden[];
const stored = ({ event }: Golden): StoredEvent => ({ ...event, recordedAtMicros: BigInt(event.recordedAtMicros) });
const plain = stored(golden[0]!);

describe('The canonical entry of an event', () => {
  it.each(golden)('is frozen: $event.type keeps its bytes and its leaf hash', (sample) => {
    const entry = entryOf(stored(sample));
    expect(entry.toString('hex')).toBe(sample.entry);
    expect(leafHash(entry).toString('hex')).toBe(sample.leafHash);
  });

  it.each(golden)('can be built by hand from its description: $event.type', ({ event, entry, leafHash: hash }) => {
    const field = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
    const integer = (value: string | number, bits: number): Buffer => Buffer.from(BigInt.asUintN(bits, BigInt(value)).toString(16).padStart(bits / 4, '0'), 'hex');
    const uuid = (text: string): Buffer => Buffer.from(text.split('-').join(''), 'hex');
    const byHand = Buffer.concat([
      Buffer.from([1]), field(uuid(event.caseId)), field(Buffer.from(event.stream)), field(integer(event.version, 32)), field(uuid(event.eventId)),
      field(Buffer.from(event.type)), field(integer(event.schemaVersion, 16)), field(Buffer.from(event.data)), field(Buffer.from(event.meta)), field(integer(event.recordedAtMicros, 64)),
    ]);
    expect(byHand.toString('hex')).toBe(entry);
    expect(createHash('sha256').update(Buffer.concat([Buffer.from([0]), byHand])).digest('hex')).toBe(hash);
  });

  it.each(golden)('can be read back: $event.type', (sample) => {
    const { caseId, stream, version, eventId, type, schemaVersion, data, meta, recordedAtMicros } = stored(sample);
    expect(eventIn(Buffer.from(sample.entry, 'hex'))).toEqual({ caseId, stream, version, eventId, type, schemaVersion, data, meta, recordedAtMicros });
    for (const wrong of [sample.entry.slice(2), sample.entry.slice(0, -2), `${sample.entry}00`, `02${sample.entry.slice(2)}`, '']) expect(() => eventIn(Buffer.from(wrong, 'hex'))).toThrow(TypeError);
  });

  it('differs when any column differs by the least', () => {
    const changes: Partial<StoredEvent>[] = [
      { caseId: plain.caseId.replace(/1$/, '2') }, { stream: `${plain.stream}x` }, { version: plain.version + 1 }, { eventId: plain.eventId.replace(/1$/, '3') },
      { type: `${plain.type}x` }, { schemaVersion: 2 }, { data: plain.data.replace('5', '6') }, { meta: `${plain.meta} ` }, { recordedAtMicros: plain.recordedAtMicros + 1n },
      { stream: plain.stream + plain.type[0]!, type: plain.type.slice(1) }, { data: plain.data + plain.meta[0]!, meta: plain.meta.slice(1) },
    ];
    const hashes = [plain, ...changes.map((change) => ({ ...plain, ...change }))].map((event) => leafHash(entryOf(event)).toString('hex'));
    expect(new Set(hashes).size).toBe(changes.length + 1);
  });

  it('holds 65,535 bytes and not one more', () => {
    const room = ENTRY_BYTES_MAX - entryOf({ ...plain, data: '' }).length;
    expect(entryOf({ ...plain, data: 'x'.repeat(room) })).toHaveLength(ENTRY_BYTES_MAX);
    expect(() => entryOf({ ...plain, data: 'x'.repeat(room + 1) })).toThrow(EntryTooLarge);
    expect(() => entryOf({ ...plain, data: '薪'.repeat(room / 2) })).toThrow(EntryTooLarge); // Bytes count, not characters.
  });

  it('refuses an id that is no UUID in lower case', () => {
    expect(() => entryOf({ ...plain, caseId: 'not-a-uuid' })).toThrow(TypeError);
    expect(() => entryOf({ ...plain, eventId: plain.eventId.toUpperCase() })).toThrow(TypeError);
  });
});

describe('Canonical JSON', () => {
  it('writes the sample of RFC 8785, 3.2.2', () => {
    const sample = { numbers: [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/', literals: [null, true, false] };
    expect(canonicalJson(sample)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it('sorts members as RFC 8785, 3.2.3 does: by UTF-16 code units', () => {
    const sample = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew', '1': 'One', '\ud83d\ude00': 'Emoji', '\u0080': 'Control', '\u00f6': 'O Diaeresis' };
    expect(Object.values(JSON.parse(canonicalJson(sample)) as object)).toEqual(['One', 'Carriage Return', 'Control', 'O Diaeresis', 'Euro Sign', 'Emoji', 'Hebrew']);
  });

  it('reads back as what was written, whatever order the members came in', () => {
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalJson(reversed(value)))));
    }));
  });

  it.each([
    ['undefined', { a: { b: undefined } }, '$.a.b'], ['NaN', { a: [1, NaN] }, '$.a[1]'], ['infinity', Infinity, '$'], ['a function', { f: () => 1 }, '$.f'], ['a bigint', 1n, '$'],
    ['a symbol', [Symbol('s')], '$[0]'], ['a date', { at: new Date(0) }, '$.at'], ['a map', new Map(), '$'], ['half a surrogate pair', { t: '\ud800' }, '$.t'], ['a hole', [, 1], '$[0]'],
  ])('refuses %s, naming the path', (_, value, path) => {
    expect(() => canonicalJson(value)).toThrow(new RegExp(`^${path.replace(/[$.[\]]/g, '\\$&')} `));
  });

  it('refuses what is nested without end', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => canonicalJson(loop)).toThrow('nested deeper than 64');
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)]));
}
