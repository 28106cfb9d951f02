import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { World } from '../access/world.js';
import { OWN, startWorld } from '../access/world.js';

const BODY_MAX = 256 * 1024;
/** A route that takes a body from anybody, one that needs a token, and one for a channel. */
const DOORS = ['/v1/self-service/claims/check', '/v1/supervision/clocks/explain', '/v1/channels/station/work-orders'];

interface Answer { readonly status: number; readonly head: string; readonly body: string }

describe('The monstrous, the slow and the strange', () => {
  let world: World;
  let bearer: string;
  let port: number;
  beforeAll(async () => {
    world = await startWorld();
    bearer = await world.issuer.token('officer', OWN);
    port = Number(new URL(world.app.url).port);
  });
  afterAll(() => world?.stop());

  const opened = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  /** What comes back until the server closes, or has sent a whole answer. */
  const heard = (socket: Socket): Promise<Answer> => new Promise((resolve) => {
    let all = '';
    const end = (): void => {
      const [head = '', body = ''] = all.split(/\r\n\r\n([\s\S]*)/, 2);
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body });
      socket.destroy();
    };
    socket.setEncoding('utf8').on('data', (part: string) => {
      all += part;
      const length = /content-length: (\d+)/i.exec(all)?.[1];
      if (length !== undefined && all.includes('\r\n\r\n') && Buffer.byteLength(all.slice(all.indexOf('\r\n\r\n') + 4)) >= Number(length)) end();
    }).on('close', end);
  });
  const raw = async (text: string | Buffer): Promise<Answer> => {
    const socket = await opened();
    socket.write(text);
    return heard(socket);
  };
  const post = (path: string, headers: Readonly<Record<string, string>>, body: string | Buffer = ''): Promise<Answer> => raw(Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${bearer}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`), Buffer.from(body)]));
  const sized = (path: string, body: string | Buffer, more: Readonly<Record<string, string>> = {}): Promise<Answer> => post(path, { 'content-length': String(Buffer.byteLength(body)), ...more }, body);
  const chunked = (path: string, body: string): Promise<Answer> => post(path, { 'transfer-encoding': 'chunked' }, `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`);
  const good = async (): Promise<number> => (await fetch(`${world.app.url}/v1/cases`, { headers: { authorization: `Bearer ${bearer}` } })).status;
  /** A problem document, in few words and without a word of how we are made. */
  const clear = ({ status, head, body }: Answer): string => `${status} ${/content-type: application\/problem\+json/i.test(head) && body.length < 20_000 && !/node_modules|\.[jt]s:\d|at \w+ \(|stack/.test(body) ? (JSON.parse(body) as { code: string }).code : `? ${head} ${body.slice(0, 300)}`}`;

  it('is refused by its size, with and without a length, packed or not, and read no further', async () => {
    const filled = (bytes: number): string => `{"clock":"${'x'.repeat(bytes - 12)}"}`;
    for (const door of DOORS) {
      expect([door, clear(await sized(door, filled(BODY_MAX + 1)))]).toEqual([door, '413 PAYLOAD_TOO_LARGE']);
      expect([door, clear(await post(door, { 'content-length': String(10 * BODY_MAX) }))]).toEqual([door, '413 PAYLOAD_TOO_LARGE']); // Before a byte of it came.
      expect([door, clear(await chunked(door, filled(BODY_MAX + 1)))]).toEqual([door, '413 PAYLOAD_TOO_LARGE']);
      expect([door, clear(await sized(door, gzipSync(Buffer.alloc(100 * BODY_MAX)), { 'content-encoding': 'gzip' }))]).toEqual([door, expect.stringMatching(/^(400|401|413|415) [A-Z_]+$/)]); // A hundred times the limit once unpacked: nobody unpacks it.
      const { status } = await sized(door, filled(BODY_MAX));
      expect([door, status !== 413 && status < 500]).toEqual([door, true]);
    }
    expect(await good()).toBe(200);
  });

  it('is refused by its depth and its number', async () => {
    const deep = (open: string, close: string): string => `{"startedAt":${open.repeat(10_000)}1${close.repeat(10_000)}}`;
    for (const body of [deep('[', ']'), deep('{"a":', '}'), JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1]))), `[${'[],'.repeat(50_000)}[]]`]) expect(clear(await sized('/v1/supervision/clocks/explain', body))).toBe('400 FIELDS_REFUSED');
    const get = (path: string, more = ''): Promise<Answer> => raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${bearer}\r\n${more}\r\n`);
    expect(clear(await get(`/v1/cases?${Array.from({ length: 10_000 }, (_, i) => `f${i}=1`).join('&')}`))).toBe('431 HEADERS_TOO_LARGE');
    expect(clear(await get(`/v1/cases?${Array.from({ length: 1_000 }, (_, i) => `f${i}=1`).join('&')}`))).toBe('400 FIELDS_REFUSED');
    expect(clear(await get('/v1/cases', `x-long: ${'x'.repeat(64 * 1024)}\r\n`))).toBe('431 HEADERS_TOO_LARGE');
    expect(clear(await get(`/v1/cases/${'x'.repeat(8_000)}`))).toMatch(/^(404|414) /);
    for (const limit of ['0', '-1', '1e9', '999999999', '0x10', 'NaN']) expect([limit, clear(await get(`/v1/cases?limit=${limit}`))]).toEqual([limit, '400 FIELDS_REFUSED']);
    expect(await good()).toBe(200);
  });

  it('is refused where it is no HTTP, or two requests in one', async () => {
    const host = 'host: x\r\ncontent-type: application/json';
    for (const request of ['\x16\x03\x01\x02\x00', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', `POST ${DOORS[0]} HTTP/1.1\r\n${host}\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`, `POST ${DOORS[0]} HTTP/1.1\r\n${host}\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
      `POST ${DOORS[0]} HTTP/1.1\r\n${host}\r\ncontent-length: -1\r\n\r\n`, `POST ${DOORS[0]} HTTP/1.1\r\n${host}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`, `GET /health/live HTTP/1.1\r\n${host}\r\nx : y\r\n\r\n`, `GET /health/live HTTP/1.1\r\n${host}\r\nx: a\x00b\r\n\r\n`]) expect([request.slice(0, 60), clear(await raw(request))]).toEqual([request.slice(0, 60), expect.stringMatching(/^4\d\d [A-Z_]+$/)]);
    expect(await good()).toBe(200);
  });

  it('does not keep others waiting while it is slow to send, slow to read, or silent', async () => {
    const silent = await Promise.all(Array.from({ length: 200 }, opened));
    const dripping = await opened();
    dripping.write('GET /v1/cases HTTP/1.1\r\nhost: x\r\n');
    const drip = setInterval(() => dripping.writable && dripping.write('x-a: b\r\n'), 500);
    const half = await opened();
    half.write(`POST ${DOORS[1]} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${bearer}\r\ncontent-length: 100\r\n\r\n{"a"`);
    const dribble = setInterval(() => half.writable && half.write(' '), 500);
    const unread = await Promise.all(Array.from({ length: 20 }, opened));
    for (const socket of unread) socket.pause().write(`GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(20));
    for (let i = 0; i < 20; i++) expect(await good()).toBe(200);
    const [slowHead, slowBody] = await Promise.all([heard(dripping), heard(half)]);
    for (const timer of [drip, dribble]) clearInterval(timer);
    expect([clear(slowHead), clear(slowBody)]).toEqual(['408 REQUEST_TIMEOUT', '408 REQUEST_TIMEOUT']);
    expect(await good()).toBe(200);
    for (const socket of [...silent, ...unread]) socket.destroy();
  });

  it('by method or address gets the same plain answer, and every answer guards the browser', async () => {
    const asked = async (method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => raw(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    for (const [method, path] of [['GET', '/v1/nothing'], ['DELETE', '/v1/cases'], ['PUT', '/v1/cases'], ['PATCH', '/v1/cases/x'], ['OPTIONS', '/v1/cases'], ['GET', '/v1/supervision/clocks/explain'], ['GET', '/v1/cases/../../etc/passwd'], ['GET', '/.env'], ['GET', '/.git/config']] as const) {
      expect([method, path, clear(await asked(method, path))]).toEqual([method, path, expect.stringMatching(/^(404 NOT_FOUND|405 METHOD_NOT_ALLOWED|401 UNAUTHENTICATED)$/)]);
    }
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'BREW']) {
      const { status, body } = await asked(method, '/v1/cases', { cookie: 'secret=1' });
      expect([method, status === 0 || (status >= 400 && status < 500), body.includes('secret')]).toEqual([method, true, false]); // Closed without a word, or refused.
    }
    const head = await asked('HEAD', '/v1/cases', { authorization: `Bearer ${bearer}` });
    expect([head.status, head.body]).toEqual([200, '']);
    for (const [path, headers] of [['/v1/cases', { authorization: `Bearer ${bearer}` }], ['/v1/cases', {}], ['/v1/nothing', {}], ['/health/live', {}], ['/v1/track/AAAAAAAAAA', {}]] as const) {
      const { head: sent } = await asked('GET', path, headers);
      for (const wanted of ['x-content-type-options: nosniff', 'x-frame-options: SAMEORIGIN', 'referrer-policy: no-referrer', 'strict-transport-security: max-age=', "content-security-policy: default-src 'self'", 'cache-control: no-store']) expect([path, wanted, sent.toLowerCase().includes(wanted.toLowerCase())]).toEqual([path, wanted, true]);
      for (const never of ['x-powered-by', '\nserver:', 'access-control-allow-origin']) expect([path, never, sent.toLowerCase().includes(never)]).toEqual([path, never, false]);
    }
  });
});
