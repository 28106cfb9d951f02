import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const FOLDER = fileURLToPath(new URL('../../../web/', import.meta.url)).replace(/([\\/])dist([\\/]web)/, '$2');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json' };
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Asked for each time, answered 304 where nothing changed. */
const CHECKED = 'no-cache';
const SMALL = 512;

interface File {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

/**
 * The pages of `web/`, read and compressed once at the start. The page itself is asked for each time; what it loads stands under `/assets/<version>/`, where the
 * version is the hash of all files, and may be kept for ever: a browser loads each release once, and never mixes two.
 */
export async function serveConsole(app: NestFastifyApplication, folder = FOLDER): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')).filter((name) => extname(name) in TYPES).sort();
  const contents = new Map(names.map((name) => [name, readFileSync(join(folder, name))] as const));
  const version = createHash('sha256').update(JSON.stringify([...contents].map(([name, content]) => [name, content.toString('base64')]))).digest('base64url').slice(0, 16);
  const index = contents.get('index.html')!.toString('utf8').replace(/\b(href|src)="(?!#|\/|https?:)([^"]+)"/g, `$1="assets/${version}/$2"`);
  contents.set('index.html', Buffer.from(index));
  const files = new Map([...contents].map(([name, content]) => [name, fileOf(name, content)] as const));

  const fastify = app.getHttpAdapter().getInstance();
  const send = (name: string, caching: string) => (request: FastifyRequest, reply: FastifyReply): unknown => answer(files.get(name)!, caching, request, reply);
  fastify.get('/', send('index.html', CHECKED));
  for (const name of files.keys()) {
    fastify.get(`/${name}`, send(name, CHECKED));
    if (name.endsWith('/index.html')) fastify.get(`/${name.slice(0, -'index.html'.length)}`, send(name, CHECKED)); // A page that stands on its own: the worker's.
    fastify.get<{ Params: { version: string } }>(`/assets/:version/${name}`, (request, reply) => answer(files.get(name)!, request.params.version === version ? FOR_EVER : 'no-store', request, reply)); // Of another release, while they change: the present one, kept by nobody.
  }
}

function fileOf(name: string, plain: Buffer): File {
  return {
    type: TYPES[extname(name)]!, plain, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`, gzip: gzipSync(plain, { level: 9 }),
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  };
}

function answer(file: File, caching: string, request: FastifyRequest, reply: FastifyReply): unknown {
  void reply.headers({ 'content-type': file.type, 'cache-control': caching, etag: file.etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match']?.includes(file.etag)) return reply.code(304).send();
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = file.plain.length <= SMALL ? undefined : (['br', 'gzip'] as const).find((each) => new RegExp(`(^|[ ,])${each}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted));
  if (encoding) void reply.header('content-encoding', encoding);
  return reply.send(encoding ? file[encoding] : file.plain);
}
