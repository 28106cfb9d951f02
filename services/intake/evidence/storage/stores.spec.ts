import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { FileStoreAway } from './file-store.js';
import type { FileStore } from './file-store.js';
import { openStore } from './open-store.js';

/**
 * One contract for every store. That of S3 is held against a double of the protocol below; against a real S3-compatible store where
 * S3_TEST_ENDPOINT and S3_TEST_BUCKET name one, with its keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
 */
const real = { endpoint: process.env['S3_TEST_ENDPOINT'], bucket: process.env['S3_TEST_BUCKET'] ?? 'evidence' };

describe.each(['a folder', 'S3'])('The store of evidence in %s', (which) => {
  let store: FileStore;
  let folder: string;
  let s3: S3Double | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anxin-store-'));
    if (which === 'S3' && !real.endpoint) {
      s3 = await startS3();
      process.env['AWS_ACCESS_KEY_ID'] = 'test';
      process.env['AWS_SECRET_ACCESS_KEY'] = 'test-only';
    }
    store = openStore({
      EVIDENCE_STORE: which === 'S3' ? `s3://${real.bucket}/of/${randomBytes(4).toString('hex')}` : join(folder, 'deep', 'evidence'), EVIDENCE_STORE_REGION: 'us-east-1', EVIDENCE_STORE_ENDPOINT: real.endpoint ?? s3?.url,
    });
  });
  afterAll(async () => {
    await s3?.stop();
    await rm(folder, { recursive: true });
  });

  it('gives back what was put, byte for byte, and nothing else', async () => {
    const files = [Buffer.alloc(0), Buffer.from('a'), randomBytes(300_000)].map((bytes) => ({ id: uuidv7(), bytes }));
    for (const { id, bytes } of files) await store.put(id, bytes);
    for (const { id, bytes } of files) expect((await store.get(id))?.equals(bytes)).toBe(true);
    expect(await store.get(uuidv7())).toBeUndefined();
  });

  it('may be given the same file again', async () => {
    const id = uuidv7();
    await Promise.all(Array.from({ length: 5 }, () => store.put(id, Buffer.from('same'))));
    expect(String(await store.get(id))).toBe('same');
  });

  it('lists what it holds with its time, over more than one page, and forgets what is removed', async () => {
    const ids = Array.from({ length: 5 }, () => uuidv7());
    const before = Date.now();
    for (const id of ids) await store.put(id, Buffer.from(id));
    const listed = async (): Promise<ReadonlyMap<string, number>> => {
      const found = new Map<string, number>();
      for await (const { id, storedAtMs } of store.list()) found.set(id, storedAtMs);
      return found;
    };
    const found = await listed();
    for (const id of ids) expect(Math.abs(found.get(id)! - before)).toBeLessThan(10_000);
    await store.remove(ids[0]!);
    await store.remove(ids[0]!);
    expect([(await listed()).has(ids[0]!), (await listed()).has(ids[1]!), await store.get(ids[0]!)]).toEqual([false, true, undefined]);
  });

  it.each(['../x', '', 'a/b', 'etc', `${uuidv7()}/..`, uuidv7().toUpperCase()])('takes no path for an id: %j', async (id) => {
    await expect((async () => store.put(id, Buffer.from('x')))()).rejects.toThrow(TypeError);
    await expect((async () => store.get(id))()).rejects.toThrow(TypeError);
  });

  if (which === 'a folder') it('keeps files to their owner and leaves no half of one', async () => {
    const root = join(folder, 'deep', 'evidence');
    const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.filter(({ name }) => name.endsWith('.part'))).toEqual([]);
    for (const { parentPath, name } of files) expect((await stat(join(parentPath, name))).mode & 0o077).toBe(0);
  });

  if (which === 'S3') it('says that it is away', async () => {
    const away = openStore({ EVIDENCE_STORE: 's3://evidence', EVIDENCE_STORE_REGION: 'us-east-1', EVIDENCE_STORE_ENDPOINT: 'http://127.0.0.1:1' });
    await expect(away.put(uuidv7(), Buffer.from('x'))).rejects.toThrow(FileStoreAway);
    await expect(away.get(uuidv7())).rejects.toThrow(FileStoreAway);
    if (s3) expect(s3.unsigned()).toBe(0);
  });
});

interface S3Double { readonly url: string; unsigned(): number; stop(): Promise<void> }

/** As much of S3 as is used: objects by path, listed two to a page. Signatures are asked for, not checked. */
async function startS3(): Promise<S3Double> {
  const objects = new Map<string, { bytes: Buffer; at: Date }>();
  let unsigned = 0;
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://s3');
    const key = decodeURIComponent(url.pathname.replace(/^\/[^/]+\/?/, ''));
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) unsigned++;
    const parts: Buffer[] = [];
    const xml = (status: number, body: string): void => void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const found = objects.get(key);
      if (request.method === 'PUT') {
        objects.set(key, { bytes: Buffer.concat(parts), at: new Date() });
        response.writeHead(200, { etag: '"x"' }).end();
      } else if (request.method === 'DELETE') {
        objects.delete(key);
        response.writeHead(204).end();
      } else if (url.searchParams.get('list-type') === '2') {
        const keys = [...objects.keys()].filter((each) => each.startsWith(url.searchParams.get('prefix') ?? '')).sort();
        const from = Number(url.searchParams.get('continuation-token') ?? 0);
        const page = keys.slice(from, from + 2);
        const more = from + 2 < keys.length;
        xml(200, `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}${page
          .map((each) => `<Contents><Key>${each}</Key><LastModified>${objects.get(each)!.at.toISOString()}</LastModified><Size>1</Size></Contents>`).join('')}</ListBucketResult>`);
      } else if (found) response.writeHead(200, { 'content-length': found.bytes.length, 'last-modified': found.at.toUTCString() }).end(found.bytes);
      else xml(404, '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, unsigned: () => unsigned, stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }) };
}
