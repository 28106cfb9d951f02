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
const LEAF = 0;
const NESTING_MAX = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

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
  return bytesOf(event).subarray(1);
}

/** The leaf of an event in the log's tree, and how many bytes its entry has. */
export function leafOf(event: StoredEvent): { readonly leaf: Buffer; readonly bytes: number } {
  const bytes = bytesOf(event);
  return { leaf: hash('sha256', bytes, 'buffer'), bytes: bytes.length - 1 };
}

/** An entry behind the 0x00 that a leaf is hashed with (RFC 6962, 2.1: no leaf can pass for an inner node). */
function bytesOf(event: StoredEvent): Buffer {
  const { stream, type, data, meta } = event;
  const [streamBytes, typeBytes, dataBytes, metaBytes] = [Buffer.byteLength(stream), Buffer.byteLength(type), Buffer.byteLength(data), Buffer.byteLength(meta)];
  const size = 1 + 9 * 2 + 16 + 4 + 16 + 2 + 8 + streamBytes + typeBytes + dataBytes + metaBytes;
  if (size > ENTRY_BYTES_MAX) throw new EntryTooLarge(type, size);
  const bytes = Buffer.allocUnsafe(1 + size);
  bytes[0] = LEAF;
  bytes[1] = ENTRY_FORMAT;
  let at = 2;
  const uuid = (text: string): void => {
    if (!writeUuid(bytes, text, bytes.writeUInt16BE(16, at))) throw new TypeError(`The event ${type} has an id that is no UUID in lower case.`);
    at += 18;
  };
  const text = (value: string, length: number): void => {
    bytes.write(value, bytes.writeUInt16BE(length, at), length, 'utf8');
    at += 2 + length;
  };
  uuid(event.caseId);
  text(stream, streamBytes);
  at = bytes.writeInt32BE(event.version, bytes.writeUInt16BE(4, at));
  uuid(event.eventId);
  text(type, typeBytes);
  at = bytes.writeInt16BE(event.schemaVersion, bytes.writeUInt16BE(2, at));
  text(data, dataBytes);
  text(meta, metaBytes);
  bytes.writeBigInt64BE(event.recordedAtMicros, bytes.writeUInt16BE(8, at));
  return bytes;
}

const DASHES = [8, 13, 18, 23];
/** By the code of a character: its value as a digit of 16 in lower case; 255 for what is none. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => { const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code)); return digit < 0 ? 255 : digit; });

/** Writes the 16 bytes of a UUID in lower case; false where it is none. */
function writeUuid(into: Buffer, text: string, at: number): boolean {
  if (text.length !== 36 || !DASHES.every((place) => text.charCodeAt(place) === 45)) return false;
  for (let from = 0, byte = at; from < 36; from += 2) {
    if (text.charCodeAt(from) === 45) from++;
    const [high, low] = [DIGITS[text.charCodeAt(from)], DIGITS[text.charCodeAt(from + 1)]];
    if (high === undefined || low === undefined || high > 15 || low > 15) return false;
    into[byte++] = high << 4 | low;
  }
  return true;
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
  return hash('sha256', Buffer.concat([Buffer.of(LEAF), entry]), 'buffer');
}

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
