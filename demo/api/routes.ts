import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { kebab } from '#libs/contracts/event.js';
import type { ServiceName } from '#libs/contracts/event.js';
import { consumerController } from '#libs/runtime/consumer.controller.js';
import { HealthController } from '#libs/runtime/health.js';
import { parkedController } from '#libs/runtime/parked.controller.js';
import { rebuildsController } from '#libs/runtime/rebuilds.controller.js';
import type { Service } from '#libs/runtime/service.js';
import type { Role } from '#libs/security/roles.js';

/** A route as Nest knows it: what its decorators say. */
export interface Route {
  /** `channels-file`, `intake-parked-list`: unique, and the name of the client's function. */
  readonly id: string;
  readonly service: ServiceName | 'process';
  readonly controller: string;
  readonly handler: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly status: number;
  readonly roles?: readonly Role[];
  readonly webhook: boolean;
  readonly limited: boolean;
  readonly multipart: boolean;
  readonly body?: Type;
  readonly query?: Type;
  /** Query parameters that are taken one by one. */
  readonly asked: readonly string[];
  readonly headers: readonly string[];
  /** Media types of its answers, where JSON is not the only one. */
  readonly media: readonly string[];
}

/** Nest's own numbers of what a parameter is taken from (RouteParamtypes). */
const [BODY, QUERY, HEADERS] = ['3', '4', '6'];

/** Every route of the services, and of the process that runs them; the steps of cases are described by their actions. */
export function routesOf(services: readonly Service[]): readonly Route[] {
  const own = routesIn(HealthController, 'process', '');
  const theirs = services.flatMap(({ name, module }) => {
    const controllers = (Reflect.getMetadata('controllers', module) as Type[]).filter((each) => each.name !== 'CommandsController');
    return [...controllers.flatMap((each) => routesIn(each, name, each.name === 'GroupCommandsController' ? name : '')), ...[parkedController(name), rebuildsController(name), consumerController(name)].flatMap((each) => routesIn(each, name, name))];
  });
  const found = [...own, ...theirs];
  const twice = found.filter(({ id }, at) => found.findIndex((other) => other.id === id) !== at);
  if (twice.length > 0) throw new Error(`Routes of one name: ${twice.map(({ id }) => id).join(', ')}`);
  return found;
}

function routesIn(controller: Type, service: Route['service'], prefix: string): readonly Route[] {
  const base = Reflect.getMetadata('path', controller) as string;
  return Object.getOwnPropertyNames(controller.prototype).flatMap((handler) => {
    const fn = (controller.prototype as Record<string, object>)[handler]!;
    const own = handler === 'constructor' ? undefined : (Reflect.getMetadata('path', fn) as string | undefined);
    return own === undefined ? [] : [routeOf(controller, fn, handler, { service, prefix, path: `/${base}/${own}` })];
  });
}

function routeOf(controller: Type, fn: object, handler: string, { service, prefix, path }: { service: Route['service']; prefix: string; path: string }): Route {
  const says = <T>(key: string): T | undefined => (Reflect.getMetadata(key, fn) as T | undefined) ?? (Reflect.getMetadata(key, controller) as T | undefined);
  const method = Reflect.getMetadata('method', fn) === 1 ? 'post' : 'get';
  const config = (Reflect.getMetadata('__fastify_route_config__', fn) ?? {}) as { rateLimit?: object; multipart?: boolean };
  const classes = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) ?? []) as Type[];
  const given = Object.entries((Reflect.getMetadata('__routeArguments__', controller, handler) ?? {}) as Record<string, { index: number; data?: string }>).map(([key, { index, data }]) => ({ from: key.split(':')[0], data, type: classes[index] }));
  const [body, query] = [BODY, QUERY].map((from) => given.find((each) => each.from === from && each.data === undefined)?.type).map((type) => (type === Object ? undefined : type));
  const header = ((Reflect.getMetadata('__headers__', fn) ?? []) as { name: string; value: string }[]).find(({ name }) => name === 'content-type')?.value.split(';')[0];
  const sse = Reflect.getMetadata('__sse__', fn) === true;
  const roles = says<readonly Role[]>('anxin:roles');
  return {
    id: [...new Set([prefix, kebab(controller.name.replace(/Controller$/, '')), kebab(handler)].filter((part) => part !== ''))].join('-'), service, controller: controller.name, handler, method,
    path: path.replace(/\/+$/, '').replace(/\/{2,}/g, '/').replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}'), status: (Reflect.getMetadata('__httpCode__', fn) as number | undefined) ?? (method === 'post' ? 201 : 200),
    webhook: says('anxin:webhook') === true, limited: config.rateLimit !== undefined, multipart: config.multipart === true, ...(roles && { roles }), ...(body && { body }), ...(query && { query }),
    asked: given.flatMap(({ from, data }) => (from === QUERY && data !== undefined ? [data] : [])), headers: given.flatMap(({ from, data }) => (from === HEADERS && data !== undefined && ASKED_HEADERS.has(data) ? [data] : [])),
    media: sse ? ['text/event-stream'] : header ? [header] : says<readonly string[]>('swagger/apiProduces') ?? [],
  };
}

/** Those that a caller sets on purpose. */
const ASKED_HEADERS = new Set(['idempotency-key', 'if-match', 'x-work-done', 'last-event-id']);
