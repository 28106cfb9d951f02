import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** More is under way than this process does well. Nothing of the request was read or done: the caller comes back. */
export class Overloaded extends Error {
  /** In seconds, drawn: who was turned away together shall not come back together. */
  readonly retryAfter = 1 + Math.floor(Math.random() * 3);

  constructor() {
    super('Too much is under way.');
    this.name = 'Overloaded';
  }
}

export interface AdmissionLimits {
  /** Requests under way at once. */
  readonly requests: number;
  /** Event streams open at once. */
  readonly streams: number;
  /** What the bodies of the requests under way may take, in bytes. */
  readonly bytes?: number;
}

const BYTES_MAX = 256 * 1024 * 1024;
/** The most that any route takes: a file of evidence. */
const BODY_MAX = 64 * 1024 * 1024;
/** Who only looks is turned away first, at this part of the limit: an order that is turned away costs its channel a repetition. */
const READS_PART = 3 / 4;
const ALWAYS = /^\/(health\/|metrics$)/;

/**
 * The one place where work can pile up, before anything of it is read: the store's queue, the waits for a connection and every answer in the making are bounded by
 * what is let in here. What is beyond is told at once to come back, which costs next to nothing.
 */
export class Admission {
  /** Bytes that each request under way was counted with. */
  readonly #under = new Map<FastifyRequest, number>();
  readonly #streams = new Set<FastifyRequest>();
  #bytes = 0;

  constructor(private readonly limits: AdmissionLimits) {}

  get requests(): number {
    return this.#under.size;
  }

  get streams(): number {
    return this.#streams.size;
  }

  watch(app: NestFastifyApplication): this {
    const http = app.getHttpAdapter().getInstance();
    http.addHook('onRequest', (request, _reply, done) => {
      const route = request.routeOptions.url ?? '';
      done(ALWAYS.test(route) || (route.endsWith('/stream') ? this.#stream(request) : this.#request(request)) ? undefined : new Overloaded());
    });
    http.addHook('onResponse', (request, _reply, done) => {
      this.#over(request);
      done();
    });
    http.addHook('onRequestAbort', (request, done) => {
      this.#over(request);
      done();
    });
    return this;
  }

  #request(request: FastifyRequest): boolean {
    const { requests, bytes: bytesMax = BYTES_MAX } = this.limits;
    const bytes = bytesOf(request);
    const looks = request.method === 'GET' || request.method === 'HEAD';
    if (this.#under.size >= (looks ? Math.ceil(requests * READS_PART) : requests) || (this.#bytes > 0 && this.#bytes + bytes > bytesMax)) return false;
    this.#under.set(request, bytes);
    this.#bytes += bytes;
    return true;
  }

  #stream(request: FastifyRequest): boolean {
    if (this.#streams.size >= this.limits.streams) return false;
    this.#streams.add(request);
    return true;
  }

  #over(request: FastifyRequest): void {
    this.#streams.delete(request);
    this.#bytes -= this.#under.get(request) ?? 0;
    this.#under.delete(request);
  }
}

/** What is said to come; what may come, where nothing is said. */
function bytesOf({ headers, routeOptions }: FastifyRequest): number {
  const said = headers['content-length'];
  if (said !== undefined) return Math.min(Number(said), BODY_MAX);
  if (headers['transfer-encoding'] === undefined) return 0;
  return (routeOptions.config as { multipart?: boolean } | undefined)?.multipart ? BODY_MAX : routeOptions.bodyLimit;
}
