import { hash } from 'node:crypto';

/** The columns of a stored event that its leaf covers: all but the position, which is the leaf's index, and the leaf hash itself. */
export interface StoredEvent {
  readonly caseId: string;
  readonly stream: string;
  /** 1..k in its stream. */
  readonly version: number;
  readonly eventId: string;
  /** `routing.case-routed`, without its version. */
  readonly type: string;
  readonly schemaVersion: number;
  /** Canonical JSON, byte for byte as stored. */
  readonly data: string;
  readonly meta: string;
  /** Microseconds since 1970-01-01T00:00:00Z: all that a `timestamptz` can hold, so that no stored digit escapes the hash. */
  readonly recordedAtMicros: bigint;
}

/** An entry bundle of C2SP tlog-tiles gives each entry a 16-bit length. */
export const ENTRY_BYTES_MAX = 65_535;
const ENTRY_FORMAT = 1;
const NESTING_MAX = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export class EntryTooLarge extends Error {
  constructor(readonly type: string, readonly bytes: number) {
    super(`The event ${type} takes ${bytes} bytes; an entry of the log holds ${ENTRY_BYTES_MAX}. Refer to attachments by their hash.`);
    this.name = 'EntryTooLarge';
  }
}

/**
 * The canonical bytes of one event, frozen: one byte of format (1), then nine fields, each behind its length as 16 bits big-endian:
 * case id (16 bytes), stream (UTF-8), version (int32), event id (16), type (UTF-8), schema version (int16), data, meta (UTF-8), recorded at (int64, microseconds).
 * Throws `EntryTooLarge` above 65,535 bytes.
 */
export function entryOf(event: StoredEvent): Buffer {
  const texts = [event.stream, event.type, event.data, event.meta].map((text) => Buffer.byteLength(text));
  const bytes = 1 + 9 * 2 + 16 + 4 + 16 + 2 + 8 + texts.reduce((sum, length) => sum + length, 0);
  if (bytes > ENTRY_BYTES_MAX) throw new EntryTooLarge(event.type, bytes);
  const entry = Buffer.allocUnsafe(bytes);
  let at = entry.writeUInt8(ENTRY_FORMAT, 0);
  const uuid = (text: string): void => {
    if (!UUID.test(text)) throw new TypeError(`The event ${event.type} has an id that is no UUID in lower case.`);
    at = entry.writeUInt16BE(16, at);
    at += entry.write(text.replaceAll('-', ''), at, 'hex');
  };
  const text = (value: string, length: number): void => {
    at = entry.writeUInt16BE(length, at);
    at += entry.write(value, at, 'utf8');
  };
  uuid(event.caseId);
  text(event.stream, texts[0]!);
  at = entry.writeInt32BE(event.version, entry.writeUInt16BE(4, at));
  uuid(event.eventId);
  text(event.type, texts[1]!);
  at = entry.writeInt16BE(event.schemaVersion, entry.writeUInt16BE(2, at));
  text(event.data, texts[2]!);
  text(event.meta, texts[3]!);
  entry.writeBigInt64BE(event.recordedAtMicros, entry.writeUInt16BE(8, at));
  return entry;
}

/** The event that these bytes are the entry of. Throws a `TypeError` for what is no entry. */
export function eventIn(entry: Buffer): StoredEvent {
  let at = 1;
  const field = (): Buffer => {
    const length = at + 2 <= entry.length ? entry.readUInt16BE(at) : Infinity;
    if (at + 2 + length > entry.length) throw new TypeError('This is no entry of the log.');
    at += 2 + length;
    return entry.subarray(at - length, at);
  };
  const uuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const fields = Array.from({ length: 9 }, field) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
  const [caseId, stream, version, eventId, type, schema, data, meta, recordedAt] = fields;
  const sizes = [caseId, version, eventId, schema, recordedAt].map(({ length }) => length).join();
  if (entry[0] !== ENTRY_FORMAT || at !== entry.length || sizes !== '16,4,16,2,8') throw new TypeError('This is no entry of the log.');
  return {
    caseId: uuid(caseId.toString('hex')), stream: stream.toString(), version: version.readInt32BE(), eventId: uuid(eventId.toString('hex')), type: type.toString(), schemaVersion: schema.readInt16BE(),
    data: data.toString(), meta: meta.toString(), recordedAtMicros: recordedAt.readBigInt64BE(),
  };
}

/** RFC 6962, 2.1: a leaf is hashed behind 0x00, so that no leaf can pass for an inner node. */
export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, entry]), 'buffer');
}

const LEAF = Buffer.of(0);

/** RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. Throws on whatever JSON cannot hold, naming the path. */
export function canonicalJson(value: unknown): string {
  return written(value, []);
}

/** Where in the value the writer is: spelled out only where something is wrong there. */
type Trail = (string | number)[];

function written(value: unknown, trail: Trail): string {
  if (typeof value === 'string') return writtenText(value, trail);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${pathOf(trail)} is not a finite number.`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`${pathOf(trail)} is ${typeof value}, which JSON cannot hold.`);
  if (trail.length >= NESTING_MAX) throw new TypeError(`${pathOf(trail)} is nested deeper than ${NESTING_MAX}.`);
  return Array.isArray(value) ? `[${Array.from(value, (item, index) => writtenAt(item, index, trail)).join(',')}]` : writtenMembers(value, trail);
}

function writtenMembers(value: object, trail: Trail): string {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new TypeError(`${pathOf(trail)} is no plain object.`);
  let out = '';
  for (const key of Object.keys(value).sort()) out += `${out ? ',' : ''}${writtenText(key, trail)}:${writtenAt((value as Record<string, unknown>)[key], key, trail)}`;
  return `{${out}}`;
}

function writtenAt(value: unknown, step: string | number, trail: Trail): string {
  trail.push(step);
  const text = written(value, trail);
  trail.pop();
  return text;
}

function pathOf(trail: Trail): string {
  return `$${trail.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')}`;
}

/** Nothing to escape, and no half of a pair: almost all text is so. */
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

function writtenText(text: string, trail: Trail): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError(`${pathOf(trail)} holds half of a surrogate pair.`);
  return JSON.stringify(text);
}
