import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { ServiceName } from '#libs/contracts/event.js';
import { topicOf } from '#libs/messaging/topics.js';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-service': string }>>>>;
}
interface Events {
  readonly channels: { readonly caseEvents: object };
}

/** Serves the API's description as it is published in `docs/api`, which a test compares with the code: of OpenAPI what this process serves, of AsyncAPI all, with this log's topic. */
export function serveDocuments(app: NestFastifyApplication, services: readonly ServiceName[], logId: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  let openapi: string | undefined;
  let asyncapi: string | undefined;
  const json = (reply: FastifyReply, text: string): unknown => reply.type('application/json; charset=utf-8').send(text);
  fastify.get('/openapi.json', (_request, reply) => json(reply, (openapi ??= JSON.stringify(servedBy(services, published('openapi.json') as Document)))));
  fastify.get('/asyncapi.json', (_request, reply) => json(reply, (asyncapi ??= JSON.stringify(onTopic(logId, published('asyncapi.json') as Events)))));
}

/** Beside the sources as beside what is compiled of them. */
function published(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../docs/api/${name}`, import.meta.url), 'utf8'));
}

function servedBy(services: readonly ServiceName[], document: Document): Document {
  const here = new Set<string>([...services, 'process']);
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).filter(([, methods]) => Object.values(methods).every(({ 'x-service': service }) => here.has(service)))) };
}

function onTopic(logId: string, document: Events): Events {
  return { ...document, channels: { ...document.channels, caseEvents: { ...document.channels.caseEvents, address: topicOf(logId) } } };
}
