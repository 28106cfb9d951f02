import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { StoreUnavailable } from '#libs/event-store/failures.js';

/**
 * The end of a process, as its callers see it: what is under way is answered, what comes now is told to come back. Else a command could be stored and its
 * caller cut off before the answer. Streams that never end are not waited for.
 */
export class Drain {
  readonly #under = new Set<FastifyRequest>();
  #draining = false;
  #empty: (() => void) | undefined;

  watch(app: NestFastifyApplication): this {
    const http = app.getHttpAdapter().getInstance();
    http.addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url ?? '';
      if (/^\/(health\/|metrics$)/.test(route)) return done();
      if (this.#draining) {
        void reply.header('connection', 'close');
        return done(new StoreUnavailable('closing'));
      }
      if (!route.endsWith('/stream')) this.#under.add(request);
      done();
    });
    const over = (request: FastifyRequest): void => {
      this.#under.delete(request);
      if (this.#under.size === 0) this.#empty?.();
    };
    http.addHook('onResponse', (request, _reply, done) => {
      over(request);
      done();
    });
    http.addHook('onRequestAbort', (request, done) => {
      over(request);
      done();
    });
    return this;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** True where everything that was asked has its answer. */
  get empty(): boolean {
    return this.#under.size === 0;
  }

  /** Takes no more, and waits for what is under way, some milliseconds at most. */
  async finish(ms: number): Promise<void> {
    this.#draining = true;
    if (this.empty) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#empty = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
  }
}
