import 'reflect-metadata';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '#libs/contracts/event.js';
import type { Consumer } from '#libs/messaging/consumer.js';
import type { Parked } from '#libs/messaging/parked.js';
import { Relay } from '#libs/messaging/relay.js';
import { assertEveryRouteGuarded } from './auth.guard.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Consuming } from './consuming.js';
import { consumingOf } from './consuming.js';
import type { AnyDesk } from './desk.js';
import type { ReadinessChecks } from './health.js';
import { serveDocuments } from './openapi.js';
import { answerProblem } from './problem.filter.js';
import { BODY_BYTES_MAX, NotMultipart } from './problem.js';
import { openProduct } from './product.js';
import type { Product } from './product.js';
import { ProductModule } from './product.module.js';
import { measure, timeRequests } from './readings.js';
import type { Service } from './service.js';

export interface Running {
  readonly url: string;
  readonly product: Product;
  readonly relay: Relay;
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly app: NestFastifyApplication;
  /** Waits until every consumer of this process has done all events up to a position. */
  whenCaughtUp(position: string, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

interface Given {
  readonly clock?: Clock;
  /** Called before the application listens: further static pages of the demo. */
  readonly extend?: (app: NestFastifyApplication) => Promise<void>;
}

/** Starts some of the five services in this process: HTTP at once, relay and consumers as soon as Kafka answers. */
export async function startServices(services: readonly Service[], config: Config, given: Given = {}): Promise<Running> {
  const product = await openProduct(config, given);
  const desks = services.flatMap((service) => [...service.desks(product)]);
  const relay = new Relay({ pool: product.pool, transport: product.transport });
  const consuming = new Map<ServiceName, Consuming>();
  for (const service of services) {
    const side = consumingOf(service, product, desks, relay);
    if (side) consuming.set(service.name, side);
  }
  const consumers = new Map([...consuming].map(([name, { consumer }]) => [name, consumer]));
  const shelves = new Map([...consuming].map(([name, { parked }]) => [name, parked]));
  const app = await application(services, product, desks, shelves, { postgres: () => product.pool.query('SELECT 1'), kafka: () => [relay.health(), ...[...consumers.values()].map((consumer) => consumer.health())], workers: () => product.workers });
  measure(product, relay, consuming);
  await given.extend?.(app);
  await app.listen({ host: config.HOST, port: config.PORT });
  product.appender.onAppended(() => relay.wake());
  relay.start();
  for (const consumer of consumers.values()) consumer.start();
  const stops = await Promise.all(services.map((service) => service.background?.(product, desks)));
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), product, relay, consumers, app,
    async whenCaughtUp(position, timeoutMs = 10_000) {
      const done = await Promise.all([...consumers.values()].map((consumer) => consumer.whenCaughtUp(position, timeoutMs)));
      if (done.includes(false)) throw new Error(`Not every consumer reached position ${position} within ${timeoutMs} ms.`);
    },
    async stop() {
      for (const stop of stops) await stop?.();
      await app.close();
      for (const consumer of consumers.values()) await consumer.stop();
      await relay.stop();
      await product.close();
    },
  };
}

const SHEETS = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

async function application(services: readonly Service[], product: Product, desks: readonly AnyDesk[], shelves: ReadonlyMap<ServiceName, Parked>, checks: ReadinessChecks): Promise<NestFastifyApplication> {
  const { config } = product;
  const adapter = new FastifyAdapter({
    frameworkErrors: answerProblem as never, requestTimeout: 30_000, bodyLimit: BODY_BYTES_MAX, forceCloseConnections: true, http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    ...(config.TRUST_PROXY.length > 0 && { trustProxy: [...config.TRUST_PROXY] }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ProductModule.with(product, services, desks, shelves, checks), adapter, { rawBody: true, logger: false, abortOnError: false });
  adapter.getInstance().addHook('onRoute', (route) => { // What `@RouteConfig({ bodyLimit })` says of a route.
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  app.useBodyParser(SHEETS, {}); // As they came: their route reads them, and their signature is over these bytes.
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null } } });
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { throwFileSizeLimit: false }); // Only where `@RouteConfig({ multipart: true })` says so: elsewhere a form would come in as an empty body.
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    const { multipart: taken } = (request.routeOptions.config ?? {}) as { multipart?: boolean };
    done(taken || !/^\s*multipart\//i.test(request.headers['content-type'] ?? '') ? undefined : new NotMultipart());
  });
  timeRequests(app);
  app.enableShutdownHooks([]);
  serveDocuments(app, services.map(({ name }) => name), product.log.logId);
  await app.init();
  assertEveryRouteGuarded(app);
  return app;
}
