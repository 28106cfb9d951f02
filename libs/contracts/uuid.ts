import { hash, randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/** A UUID version 7 (RFC 9562, 5.7): 48 bits of time, so that the newest keys lie together in an index. */
export function uuidv7(atMs: number = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = atMs.toString(16).padStart(12, '0');
  const chance = pool.subarray(used, used + 10).toString('hex');
  used += 10;
  const variant = ((parseInt(chance[4]!, 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(1, 4)}-${variant}${chance.slice(5, 8)}-${chance.slice(8, 20)}`;
}

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const OURS = bytesOf('b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a10');

/** A UUID version 5 (RFC 9562, 5.5): the same name gives the same id, so that doing a thing twice does it once. */
export function uuidv5(name: string, namespace?: string): string {
  const bytes = hash('sha1', Buffer.concat([namespace === undefined ? OURS : bytesOf(namespace), Buffer.from(name)]), 'buffer');
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
