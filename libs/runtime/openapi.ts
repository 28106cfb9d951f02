import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { ServiceName } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import { topicOf } from '#libs/messaging/topics.js';
import type { Action } from './action.js';
import { actions } from './action.js';
import { fieldsOf } from './validation.js';

/** Serves the API's description: OpenAPI 3.1 made of the routes and of the actions, AsyncAPI 3 made of the event catalogue. */
export function serveDocuments(app: NestFastifyApplication, services: readonly ServiceName[], logId: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  let openapi: OpenAPIObject | undefined;
  const json = (reply: FastifyReply, document: unknown): unknown => reply.type('application/json; charset=utf-8').send(JSON.stringify(document));
  fastify.get('/openapi.json', (_request, reply) => json(reply, (openapi ??= openApiOf(app, services))));
  fastify.get('/asyncapi.json', (_request, reply) => json(reply, asyncApiOf(logId)));
}

function openApiOf(app: NestFastifyApplication, services: readonly ServiceName[]): OpenAPIObject {
  const builder = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('安薪 Anxin').setVersion('1').addBearerAuth()
    .setDescription('Routing of wage-arrears and welfare cases of migrant workers, from the work order to the money paid. Errors are RFC 9457 problem details; webhooks follow Standard Webhooks.').build();
  const document = SwaggerModule.createDocument(app, builder);
  for (const action of actions.values()) {
    if (services.includes(action.service)) document.paths[`/v1/${action.service}/cases/{caseId}/commands/${action.path}`] = { post: operationOf(action) as never };
  }
  return document;
}

function operationOf(action: Action): object {
  const { $schema: _, ...schema } = fieldsOf(action.request, 'en');
  const answer = (description: string) => ({ description, content: { 'application/problem+json': { schema: { type: 'object' } } } });
  return {
    operationId: `${action.service}-${action.path}`, tags: [action.stream], summary: `${action.en}（${action.zh}）`, description: `Ground: ${action.ground}. Roles: ${action.roles.join(', ')}.`,
    security: [{ bearer: [] }],
    parameters: [
      { name: 'caseId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'If-Match', in: 'header', required: false, description: 'Version of the stream, as given in /actions', schema: { type: 'string' } },
      { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } },
    ],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      200: { description: 'Done, or held already', content: { 'application/json': { schema: commandAnswer } } },
      400: answer('A field is wrong'), 401: answer('No identity'), 403: answer('Not this role'), 404: answer('No such case in the caller’s divisions'), 409: answer('Refused by the law or by a concurrent change'), 422: answer('Refused as asked'), 503: answer('The store is away'),
    },
  };
}

const commandAnswer = {
  type: 'object', required: ['caseId', 'stream', 'version', 'position', 'outcome', 'events'],
  properties: {
    caseId: { type: 'string', format: 'uuid' }, stream: { type: 'string' }, version: { type: 'integer' }, position: { type: 'string' },
    outcome: { enum: ['appended', 'duplicate', 'unchanged'] }, events: { type: 'array', items: { type: 'string' } },
  },
};

export function asyncApiOf(logId: string): object {
  const topic = topicOf(logId);
  const messages = Object.fromEntries([...eventKinds.values()].map(({ type, zh, schema, stream }) => [type, {
    name: type, title: zh, contentType: 'application/json', summary: `Stream ${stream}/{caseId}`, headers: { $ref: '#/components/schemas/cloudEventHeaders' },
    payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: z.toJSONSchema(schema, { io: 'input' }) },
  }]));
  return {
    asyncapi: '3.0.0', info: { title: '安薪 Anxin', version: '1', description: 'CloudEvents 1.0 in Kafka binary mode. Key: case id. Personal data is sealed.' },
    channels: { caseEvents: { address: topic, messages: Object.fromEntries(Object.keys(messages).map((type) => [type, { $ref: `#/components/messages/${type}` }])) } },
    operations: { publishCaseEvents: { action: 'send', channel: { $ref: '#/channels/caseEvents' } } },
    components: { messages, schemas: { cloudEventHeaders: { type: 'object', properties: Object.fromEntries(HEADERS.map((name) => [name, { type: 'string' }])), required: HEADERS } } },
  };
}

const HEADERS = ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_logid', 'ce_logepoch', 'ce_position', 'ce_stream', 'ce_streamversion', 'ce_meta', 'ce_leafhash', 'content-type'];
