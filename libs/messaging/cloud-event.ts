import { isUtf8 } from 'node:buffer';
import type { Cause } from '#libs/contracts/cause.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { epochMs, instantOf, isInstant } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { StoredRow } from '#libs/event-store/read.js';
import { upcast } from '#libs/event-store/upcast.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { ENTRY_BYTES_MAX, leafOf } from '#libs/merkle/entry.js';
import type { IncomingMessage, OutgoingMessage } from './transport.js';
import { partitionOf } from './topics.js';

/** Which event of which log a message says it is. */
export interface Address {
  readonly logId: string;
  readonly logEpoch: string;
  readonly caseId: string;
  readonly position: bigint;
}

/** A message that is no event of ours: why, and what can still be said about it. The reason names fields, never what they hold. */
export class Undecodable {
  constructor(
    readonly reason: string,
    /** The case that its key names, if it names one. */
    readonly caseId?: string,
    /** Whole where the envelope is sound and only its content is not. */
    readonly address?: Address,
  ) {}
}

export interface Decoded {
  readonly address: Address;
  /** Old data in its newest form. */
  readonly event: PublishedEvent;
  /** What it was published with: the entry of the log, byte for byte, but for its place. */
  readonly stored: StoredEvent;
  readonly leafHash: Buffer;
  /** Of the sending, by W3C Trace Context; not believed any further than that. */
  readonly traceparent?: string;
}

const NESTING_MAX = 64;
const POISONED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** CloudEvents 1.0, Kafka binding, binary mode: the value is the data's stored bytes, all else is headers. */
export function messageOf(row: StoredRow, logEpoch: string, topic: string, traceparent?: string): OutgoingMessage {
  return {
    topic, partition: partitionOf(row.caseId), key: row.caseId, value: row.data,
    headers: {
      ce_specversion: '1.0', ce_id: row.eventId, ce_type: `${row.type}.v${row.schemaVersion}`, ce_source: sourceOf(row.logId, row.type), ce_subject: row.caseId,
      ce_time: timeOf(row.recordedAtMicros), 'content-type': 'application/json',
      ce_logid: row.logId, ce_logepoch: logEpoch, ce_position: row.position, ce_stream: row.stream, ce_streamversion: String(row.version),
      ce_meta: row.meta, ce_leafhash: row.leafHash.toString('base64'), ...(traceparent !== undefined && { traceparent }),
    },
  };
}

/** Strict: whatever is missing, malformed, in the wrong partition or not what its leaf hash says is `Undecodable`. */
export function decode(message: IncomingMessage, partition: number): Decoded | Undecodable {
  let caseId: string | undefined;
  let address: Address | undefined;
  try {
    const key = message.key === null ? fail('no key') : message.key.toString('latin1');
    caseId = isUuid(key) ? key : fail('key');
    address = addressOf(message, caseId, partition);
    const { traceparent } = message.headers;
    return { address, ...eventOf(message, address), ...(traceparent !== undefined && !Array.isArray(traceparent) && { traceparent: traceparent.toString() }) };
  } catch (error) {
    const reason = error instanceof Malformed ? error.message : `unreadable: ${error instanceof Error ? error.name : 'Error'}`; // An entry too large, an upcaster's defect.
    return new Undecodable(reason, caseId, address);
  }
}

function addressOf(message: IncomingMessage, caseId: string, partition: number): Address {
  if (partitionOf(caseId) !== partition) fail('wrong partition');
  const header = reader(message);
  if (header('ce_subject') !== caseId) fail('ce_subject');
  return {
    caseId, logId: header('ce_logid', LOG_ID), logEpoch: header('ce_logepoch', UUID),
    position: BigInt(header('ce_position', POSITION)),
  };
}

function eventOf(message: IncomingMessage, { logId, caseId, position }: Address): Omit<Decoded, 'address'> {
  const header = reader(message);
  if (header('ce_specversion') !== '1.0') fail('ce_specversion');
  if (header('content-type') !== 'application/json') fail('content-type');
  const published = header('ce_type', TYPE);
  const mark = published.lastIndexOf('.v');
  const [type, schemaVersion] = [published.slice(0, mark), Number(published.slice(mark + 2))];
  if (header('ce_source') !== sourceOf(logId, type)) fail('ce_source');
  const id = header('ce_id', UUID);
  const stream = text(message, 'ce_stream');
  if (!STREAM.test(stream)) fail('ce_stream');
  const version = Number(header('ce_streamversion', VERSION));
  const time = header('ce_time');
  if (!isInstant(time)) fail('ce_time');
  const meta = text(message, 'ce_meta');
  const data = dataOf(message.value);
  const recordedAtMs = epochMs(time);
  const recordedAtMicros = BigInt(recordedAtMs) * 1_000n + belowMs(time);
  const stored = { caseId, stream, version, eventId: id, type, schemaVersion, data: data.text, meta, recordedAtMicros };
  const { leaf } = leafOf(stored);
  if (header('ce_leafhash', LEAF) !== leaf.toString('base64')) fail('ce_leafhash');
  const lifted = upcast(type, schemaVersion, data.parsed);
  const event = {
    position: String(position), logId, id, type: lifted.type, caseId, stream, version, data: lifted.data,
    meta: parsed(meta, 'ce_meta') as unknown as Cause, recordedAt: instantOf(recordedAtMs),
  };
  return { event, stored, leafHash: leaf };
}

function dataOf(value: Buffer | null): { text: string; parsed: Record<string, unknown> } {
  if (value === null) fail('tombstone');
  if (value.length > ENTRY_BYTES_MAX - 1_000) fail('data too large');
  const text = textOf(value, 'data');
  return { text, parsed: parsed(text, 'data') };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LOG_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const POSITION = /^[1-9]\d{0,17}$/;
const TYPE = /^[a-z]+\.[a-z0-9-]+\.v[1-9]\d{0,3}$/;
const STREAM = /^[^/]{1,60}\/.{1,200}$/;
const VERSION = /^[1-9]\d{0,8}$/;
const LEAF = /^[A-Za-z0-9+/]{43}=$/;

class Malformed extends Error {}

function fail(reason: string): never {
  throw new Malformed(reason);
}

/** Of headers that hold nothing but ASCII: a byte above it becomes a letter that no form and no value of ours has. */
function reader(message: IncomingMessage): (name: string, form?: RegExp) => string {
  return (name, form) => {
    const value = bytesOf(message, name);
    const text = typeof value === 'string' ? value : value.toString('latin1');
    if (form && !form.test(text)) fail(name);
    return text;
  };
}

function text(message: IncomingMessage, name: string): string {
  const value = bytesOf(message, name);
  return typeof value === 'string' ? value : textOf(value, name);
}

function bytesOf({ headers }: IncomingMessage, name: string): Buffer | string {
  const value = headers[name];
  if (value === undefined) fail(`${name} is missing`);
  if (Array.isArray(value)) fail(`${name} comes twice`);
  return value;
}

function textOf(bytes: Buffer, field: string): string {
  return isUtf8(bytes) ? bytes.toString() : fail(`${field} is no UTF-8`);
}

function parsed(text: string, field: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    fail(`${field} is no JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(`${field} is no object`);
  assertHarmless(value, field);
  return value as Record<string, unknown>;
}

/** Without recursion: the message may be nested ten thousand deep on purpose. */
function assertHarmless(root: object, field: string): void {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > NESTING_MAX) fail(`${field} is nested too deep`);
    const next: object[] = [];
    for (const node of level) {
      const isList = Array.isArray(node);
      for (const key in node) { // Own members alone: what JSON.parse makes inherits none that is counted.
        if (!isList && POISONED_KEYS.has(key)) fail(`${field} holds a forbidden key`);
        const child = (node as Record<string, unknown>)[key];
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
}

function sourceOf(logId: string, type: string): string {
  return `/anxin/${logId}/${type.slice(0, type.indexOf('.'))}`;
}

/** As `instantOf`, and with the microseconds where the log holds any, for they are hashed. */
function timeOf(micros: bigint): string {
  const below = micros % 1_000n;
  const whole = Number((micros - below) / 1_000n);
  if (below === 0n) return instantOf(whole);
  const at = new Date(whole).toISOString().slice(20, 23);
  return `${instantOf(whole).slice(0, 19)}.${at}${String(below).padStart(3, '0')}+08:00`;
}

/** The microseconds of an instant below its millisecond, which `epochMs` leaves out. */
function belowMs(time: string): bigint {
  const digits = time.includes('.') ? /\.\d{3}(\d{1,3})/.exec(time)?.[1] : undefined;
  return digits === undefined ? 0n : BigInt(digits.padEnd(3, '0'));
}
