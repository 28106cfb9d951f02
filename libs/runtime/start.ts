import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '#libs/contracts/event.js';
import { isAtHome } from '#libs/event-store/log.js';
import type { Consumer } from '#libs/messaging/consumer.js';
import { Relay } from '#libs/messaging/relay.js';
import { Admission } from './admission.js';
import { assertEveryRouteGuarded } from './auth.guard.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Consuming } from './consuming.js';
import { consumingOf } from './consuming.js';
import type { AnyDesk } from './desk.js';
import { Drain } from './drain.js';
import type { ReadinessChecks } from './health.js';
import { log, traceOf } from './logger.js';
import { serveDocuments } from './openapi.js';
import { answerProblem } from './problem.filter.js';
import { BODY_BYTES_MAX, NotMultipart } from './problem.js';
import { answerNoRequest } from './no-request.js';
import { openProduct } from './product.js';
import type { Product } from './product.js';
import { ProductModule } from './product.module.js';
import { measure, timeRequests } from './readings.js';
import type { Service } from './service.js';
import { startTelemetry, traceRequests } from './telemetry.js';

export interface Running {
  readonly url: string;
  readonly product: Product;
  readonly relay: Relay;
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly app: NestFastifyApplication;
  /** Waits until every consumer of this process has done all events up to a position. */
  whenCaughtUp(position: string, timeoutMs?: number): Promise<void>;
  /** Whether every request that was taken has its answer. */
  answered(): boolean;
  /** Answers what is under way, then ends all else, in whatever order it comes to rest. */
  stop(): Promise<void>;
}

/** Of the ten seconds in which a process must be gone. */
const ANSWER_MS_MAX = 4_000;

interface Given {
  readonly clock?: Clock;
  /** Called before the application listens: further static pages of the demo. */
  readonly extend?: (app: NestFastifyApplication) => Promise<void>;
}

/** Starts some of the five services in this process: HTTP at once, relay and consumers as soon as Kafka answers. */
export async function startServices(services: readonly Service[], config: Config, given: Given = {}): Promise<Running> {
  const stopTelemetry = await startTelemetry(config, services.length === 1 ? `anxin-${services[0]!.name}` : 'anxin');
  const product = await openProduct(config, given);
  const desks = services.flatMap((service) => [...service.desks(product)]);
  const relay = new Relay({ pool: product.pool, transport: product.transport, onRefused: (reason) => log.error({ reason }, 'the log is not published') });
  const consuming = new Map<ServiceName, Consuming>();
  for (const service of services) {
    const side = consumingOf(service, product, desks, relay);
    if (side) consuming.set(service.name, side);
  }
  const consumers = new Map([...consuming].map(([name, { consumer }]) => [name, consumer]));
  const drain = new Drain();
  const admission = new Admission({ requests: config.REQUESTS_MAX, streams: config.STREAMS_MAX });
  const app = await application(services, product, desks, consuming, { drain, admission }, { ending: () => drain.draining, postgres: () => product.pool.query('SELECT 1'), kafka: () => [relay.health(), ...[...consumers.values()].map((consumer) => consumer.health())], workers: () => product.workers, differs: () => relay.health().differs });
  measure(product, relay, consuming, admission);
  await given.extend?.(app);
  await app.listen({ host: config.HOST, port: config.PORT });
  product.appender.onAppended(() => relay.wake());
  relay.start();
  const working = await atHome(product, async () => {
    for (const consumer of consumers.values()) consumer.start();
    return Promise.all(services.map((service) => service.background?.(product, desks)));
  });
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), product, relay, consumers, app,
    async whenCaughtUp(position, timeoutMs = 10_000) {
      const behind = await Promise.all([...consumers].map(async ([name, consumer]) => ((await consumer.whenCaughtUp(position, timeoutMs)) ? [] : [await standing(name, consumer, position)])));
      if (behind.flat().length > 0) throw new Error(`Not every consumer reached position ${position} within ${Math.round(timeoutMs)} ms: ${behind.flat().join('; ')}. The relay: ${JSON.stringify(relay.health())}.`);
    },
    answered: () => drain.empty,
    async stop() {
      await drain.finish(ANSWER_MS_MAX);
      await app.close();
      const stops = await working.stop();
      await Promise.all([...stops.map((stop) => stop?.()), ...[...consumers.values()].map((consumer) => consumer.stop()), relay.stop()]);
      await product.close();
      await stopTelemetry();
    },
  };
}

async function standing(name: string, consumer: Consumer, wanted: string): Promise<string> {
  const { state, reason } = consumer.health();
  return `${name} is ${state} at ${await consumer.doneUpTo(wanted)}${reason === undefined ? '' : ` (${reason})`}, with ${await consumer.lag()} messages to come`;
}

const LOOK_AGAIN_MS = 500;

/**
 * A database that was restored or copied must not act by itself before a person, or the relay after a failover, has said that the log lives here: it would go another
 * way than the log that is known outside, or a test would take the partitions of the real one. HTTP answers meanwhile; what would be stored is 503.
 */
async function atHome<T>({ pool, workers }: Product, begin: () => Promise<T[]>): Promise<{ stop: () => Promise<T[]> }> {
  if (await isAtHome(pool)) {
    const begun = await begin();
    return { stop: () => Promise.resolve(begun) };
  }
  log.error({}, 'the log does not live in this database: it was restored, copied or promoted; nothing is done before that is decided');
  workers.set('log', () => ({ state: 'held' }));
  let stopping = false;
  const waiting = (async (): Promise<T[]> => {
    while (!stopping && !(await isAtHome(pool).catch(() => false))) await pause(LOOK_AGAIN_MS);
    if (stopping) return [];
    workers.delete('log');
    return begin();
  })();
  waiting.catch((error: unknown) => log.error({ error: traceOf(error) }, 'the background work did not begin'));
  return {
    stop: () => {
      stopping = true;
      return waiting.catch(() => []);
    },
  };
}

/** Whoever opens more waits outside: connections that ask nothing are closed after ten seconds. */
const CONNECTIONS_MAX = 10_000;

const SHEETS = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

async function application(services: readonly Service[], product: Product, desks: readonly AnyDesk[], consuming: ReadonlyMap<ServiceName, Consuming>, { drain, admission }: { drain: Drain; admission: Admission }, checks: ReadinessChecks): Promise<NestFastifyApplication> {
  const { config } = product;
  const adapter = new FastifyAdapter({
    frameworkErrors: answerProblem as never, clientErrorHandler: answerNoRequest, requestTimeout: 30_000, bodyLimit: BODY_BYTES_MAX, forceCloseConnections: true, http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    ...(config.TRUST_PROXY.length > 0 && { trustProxy: [...config.TRUST_PROXY] }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ProductModule.with(product, services, desks, consuming, checks), adapter, { rawBody: true, logger: false, abortOnError: false });
  adapter.getInstance().addHook('onRoute', (route) => { // What `@RouteConfig({ bodyLimit })` says of a route.
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  app.useBodyParser(SHEETS, {}); // As they came: their route reads them, and their signature is over these bytes.
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null } } });
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { throwFileSizeLimit: false }); // Only where `@RouteConfig({ multipart: true })` says so: elsewhere a form would come in as an empty body.
  adapter.getInstance().addHook('onRequest', (request, reply, done) => { // Kept by no cache, but where a route says otherwise.
    if (request.url.startsWith('/v1/')) void reply.header('cache-control', 'no-store');
    done();
  });
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    const { multipart: taken } = (request.routeOptions.config ?? {}) as { multipart?: boolean };
    done(taken || !/^\s*multipart\//i.test(request.headers['content-type'] ?? '') ? undefined : new NotMultipart());
  });
  app.getHttpServer().maxConnections = CONNECTIONS_MAX;
  adapter.getInstance().addHook('onSend', (_request, reply, payload, done) => { // What says nothing else is kept nowhere on the way.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  drain.watch(app);
  admission.watch(app);
  timeRequests(app);
  traceRequests(app);
  serveDocuments(app, services.map(({ name }) => name), product.log.logId);
  for (const service of services) await service.serve?.(app, product);
  await app.init();
  assertEveryRouteGuarded(app);
  return app;
}
