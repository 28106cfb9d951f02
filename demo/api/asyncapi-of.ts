import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { eventKinds } from '#libs/contracts/event.js';
import { topicOf } from '#libs/messaging/topics.js';

const HEADERS = ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_logid', 'ce_logepoch', 'ce_position', 'ce_stream', 'ce_streamversion', 'ce_meta', 'ce_leafhash', 'content-type'];

/** The AsyncAPI 3 document of the event catalogue, each message with the golden samples of `test/events`. All services must have been imported. */
export function asyncApiOf(root: string): Readonly<Record<string, unknown>> {
  const kinds = [...eventKinds.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
  const messages = Object.fromEntries(kinds.map(({ type, zh, name, service, schema, stream }) => [type, {
    name: type, title: zh, summary: `${name}, in the stream ${stream}/{id} of ${service}.`, contentType: 'application/json', tags: [{ name: service }], headers: { $ref: '#/components/schemas/cloudEventHeaders' },
    payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: z.toJSONSchema(schema, { io: 'input' }) }, examples: samplesOf(root, type),
  }]));
  return {
    asyncapi: '3.0.0', info: { title: '安薪 Anxin', version: '1', license: { name: 'MIT' }, description: 'CloudEvents 1.0 in Kafka binary mode. Key: case id. Personal data is sealed. 案件事件，个人信息已加密。' }, defaultContentType: 'application/json',
    channels: { caseEvents: { address: topicOf('anxin'), title: '案件事件 / case events', messages: Object.fromEntries(Object.keys(messages).map((type) => [type, { $ref: `#/components/messages/${type}` }])) } },
    operations: { publishCaseEvents: { action: 'send', summary: 'The relay publishes what is stored, in the order of the log.', channel: { $ref: '#/channels/caseEvents' } } },
    components: { messages, schemas: { cloudEventHeaders: { type: 'object', properties: Object.fromEntries([...HEADERS, 'traceparent'].map((name) => [name, { type: 'string' }])), required: HEADERS } } },
  };
}

function samplesOf(root: string, type: string): readonly object[] {
  const samples = [JSON.parse(readFileSync(join(root, `test/events/${type}.json`), 'utf8')) as object].flat();
  return samples.slice(0, 1).map((payload) => ({ payload }));
}
