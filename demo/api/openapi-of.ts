import type { JsonSchema } from '#libs/contracts/breaking.js';
import { refusalCatalogue } from '#libs/decider/refusal.js';
import type { Action } from '#libs/runtime/action.js';
import { actions } from '#libs/runtime/action.js';
import { documentOf, generalProblems, problemOf } from '#libs/runtime/problem.js';
import type { Service } from '#libs/runtime/service.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import { Refusal } from '#libs/decider/refusal.js';
import { Bodies, commandsOf } from './bodies.js';
import { parameters } from './parameters.js';
import { ReachedRefusals } from './reached-refusals.js';
import type { Route } from './routes.js';
import { routesOf } from './routes.js';
import { AnswerSchemas } from './schema-of-type.js';
import { Sources } from './sources.js';
import { summaries } from './summaries.js';

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Readonly<Record<string, unknown>>;
  readonly [part: string]: unknown;
}
export interface Media {
  readonly schema: JsonSchema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown; readonly $ref?: string }>>;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly [part: string]: unknown;
}
export interface Reference {
  readonly $ref: string;
}
interface Answered {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
  readonly headers?: object;
}
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Answered | Reference>>;
  readonly [part: string]: unknown;
}
interface Making {
  readonly sources: Sources;
  readonly answers: AnswerSchemas;
  readonly refusals: ReachedRefusals;
  readonly bodies: Bodies;
}
interface Described {
  readonly id: string;
  readonly service: string;
  readonly tag: string;
  readonly summary: readonly [zh: string, en: string];
  readonly description: string;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly body: ReturnType<Bodies['of']>;
  readonly status: number;
  readonly answer: Readonly<Record<string, Media>> | undefined;
  readonly codes: ReadonlySet<string>;
  readonly open: 'public' | 'channel' | 'both' | 'token';
  readonly limited?: boolean;
}

/** The OpenAPI 3.1 document of the services' routes and of the steps on cases: from decorators and request classes what comes in, from the compiler what goes out and which refusals can be reached. */
export function openApiOf(services: readonly Service[], root: string): Document {
  const sources = new Sources(root);
  const making: Making = { sources, answers: new AnswerSchemas(sources, new Set(['Problem', 'StepTaken'])), refusals: new ReachedRefusals(sources), bodies: new Bodies() };
  const routes = routesOf(services).map((route) => [route.path, route.method, operationOf(describe(route, making))] as const);
  const door = sources.method('CommandsController', 'give');
  const doorSays = { codes: [...making.refusals.from(door)], answer: making.answers.of(door)! };
  const steps = [...actions.values()].map((action) => [`/v1/${action.service}/cases/{caseId}/commands/${action.path}`, 'post', operationOf(describeStep(action, making, doorSays))] as const);
  const paths: Record<string, Record<string, Operation>> = {};
  const twice = Object.keys(making.bodies.components).filter((name) => Object.hasOwn(making.answers.components, name));
  if (twice.length > 0) throw new Error(`Taken and answered under one name: ${twice.join(', ')}`);
  for (const [path, method, operation] of [...routes, ...steps].sort(([a, m], [b, n]) => (`${a} ${m}` < `${b} ${n}` ? -1 : 1))) paths[path] = { ...paths[path], [method]: operation };
  return {
    openapi: '3.1.0', jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema', info: INFO, servers: [{ url: '/', description: '本部署 / this installation' }], tags: tagsOf(paths), paths,
    components: {
      securitySchemes: SECURITY, parameters: HEADERS, responses: sharedIn(paths), examples: problemsIn(paths),
      schemas: sorted({ Problem: PROBLEM, StepTaken: doorSays.answer, ...making.bodies.components, ...making.answers.components }),
    },
  };
}

const INFO = {
  title: '安薪 Anxin', version: '1', license: { name: 'MIT', identifier: 'MIT' },
  description: 'Routing of wage-arrears and welfare cases of migrant workers, from the work order to the money paid. Errors are RFC 9457 problem details in Chinese or English by Accept-Language; webhooks, in and out, follow Standard Webhooks. 农民工欠薪等诉求的受理、派单、办理与反馈接口。',
};
const SECURITY = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of the OpenID Connect issuer, with the claims roles and divisions.' },
  webhook: { type: 'apiKey', in: 'header', name: 'webhook-signature', description: 'Standard Webhooks: HMAC-SHA256 over `id.timestamp.body` with the channel’s secret, beside webhook-id and webhook-timestamp.' },
};
const PROBLEM: JsonSchema = {
  type: 'object', description: 'RFC 9457 problem details. `type` and `code` are stable, sentences are not.', required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', pattern: '^urn:anxin:problem:' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' },
    ground: { type: 'string', description: 'Statute and article' }, instance: { type: 'string' }, details: { type: 'object' }, errors: { type: 'array', items: { type: 'object', required: ['field', 'problem'], properties: { field: { type: 'string' }, problem: { type: 'string' } } } },
  },
};

function describe(route: Route, { sources, answers, refusals, bodies }: Making): Described {
  const handler = sources.method(route.controller, route.handler);
  const plain = route.id.replace(new RegExp(`^${route.service}-(?=parked|rebuilds|consumer|group-commands)`), '');
  const summary = summaries[plain];
  if (!summary) throw new Error(`The operation ${plain} has no summary: add one to demo/api/summaries.ts.`);
  const commands = commandsOf(route);
  const answer = answers.of(handler);
  return {
    id: route.id, service: route.service, tag: route.path.startsWith('/v1/channels') ? 'channels' : route.service === 'process' ? 'health' : route.service, summary,
    description: [sources.commentOf(handler), rolesOf(route.roles ?? [])].filter((part) => part !== '').join(' '), parameters: parametersOf(route, commands && [...commands.keys()]),
    body: bodies.of(route), status: route.status, codes: refusals.from(handler, [...(commands?.values() ?? [])].map(({ name }) => name)),
    answer: isRedirect(route.status) ? undefined : formsOf(route.media, answer),
    open: route.webhook ? (route.roles ? 'both' : 'channel') : route.roles ? 'token' : 'public', limited: route.limited,
  };
}

function describeStep(action: Action, { refusals, bodies }: Making, door: { readonly codes: readonly string[] }): Described {
  return {
    id: `${action.service}-${action.path}`, service: action.service, tag: action.service, summary: [action.zh, action.en],
    description: `Ground: ${action.ground}. Stream: ${action.stream}. ${rolesOf(action.roles)}`,
    parameters: [parameter('caseId', 'path', { type: 'string', format: 'uuid' }), ...['If-Match', 'Idempotency-Key', 'Accept-Language'].map(header)],
    body: bodies.ofClass(action.request), status: 200, answer: { 'application/json': { schema: { $ref: '#/components/schemas/StepTaken' } } },
    codes: new Set([...door.codes, ...refusals.ofCommand(action.stream, action.command)]), open: 'token',
  };
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** JSON alone, or the media types that the route names: text as text, other files byte for byte; JSON beside them without what is their text. */
function formsOf(media: readonly string[], answer: JsonSchema | undefined): Readonly<Record<string, Media>> | undefined {
  if (media.length === 0) return answer && { 'application/json': { schema: answer } };
  const schemaOf = (type: string): JsonSchema => (type === 'application/json' ? withoutText(answer) : type.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' });
  return Object.fromEntries(media.map((type) => [type, { schema: schemaOf(type) }]));
}

function withoutText(answer: JsonSchema = {}): JsonSchema {
  const { type, anyOf } = answer as { readonly type?: string; readonly anyOf?: readonly JsonSchema[] };
  if (!anyOf) return type === undefined || type === 'string' ? (Object.hasOwn(answer, '$ref') ? answer : { type: 'object' }) : answer;
  const [first, ...others] = anyOf.filter((each) => each['type'] !== 'string').map(withoutText);
  return others.length === 0 ? first ?? { type: 'object' } : { anyOf: [first!, ...others] };
}

function rolesOf(roles: readonly string[]): string {
  return roles.length === 0 ? '' : `Roles: ${roles.join(', ')}.`;
}

function parametersOf(route: Route, commands: readonly string[] | undefined): readonly (Parameter | Reference)[] {
  const form = (name: string): JsonSchema => ({ type: 'string', ...(name === 'command' && commands && { enum: [...commands].sort() }), ...(name === 'caseId' && { format: 'uuid' }) });
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameter(name!, 'path', form(name!), name === 'command' ? commands?.[0] : undefined));
  const { properties = {}, required = [] } = route.query ? fieldsOf(route.query as new () => object, 'en') : {};
  const inQuery = [...Object.entries(properties).map(([name, schema]) => parameter(name, 'query', present(schema), undefined, required.includes(name))), ...route.asked.map((name) => parameter(name, 'query', { type: 'string' }))];
  const signed = route.webhook ? ['webhook-id', 'webhook-timestamp', 'webhook-signature'] : [];
  const asked = route.headers.map((name) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()));
  return [...inPath, ...inQuery, ...[...signed, ...asked, 'Accept-Language'].map(header)];
}

/** A parameter is there or it is not: `null` is a matter of bodies. */
function present({ type, enum: values, description: _, ...schema }: JsonSchema): JsonSchema {
  const known = Array.isArray(type) ? (type as string[]).find((each) => each !== 'null') : type;
  return { type: known ?? 'string', ...(Array.isArray(values) && { enum: values.filter((value) => value !== null) }), ...schema };
}

function parameter(name: string, place: Parameter['in'], schema: JsonSchema, value?: string, required = place === 'path'): Parameter {
  const known = parameters[name];
  if (!known) throw new Error(`The parameter ${name} is not described: add it to demo/api/parameters.ts.`);
  const [zh, en, example] = known;
  return { name, in: place, required, description: `${en}（${zh}）`, schema, example: value ?? fitting(schema, example) };
}

/** One name may mean several things: an example is of this one. */
function fitting({ enum: values, pattern, format }: JsonSchema, example: string): unknown {
  if (Array.isArray(values)) return values.includes(example) ? example : values[0];
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(example)) return ['1', '2026', '439901', '30', 'inspectionBody'].find((each) => new RegExp(pattern, 'u').test(each)) ?? example;
  if (format === 'uuid' && !/^[0-9a-f-]{36}$/.test(example)) return '0197a5b2-7c1e-7000-8000-000000000002';
  return format === 'date' ? example.slice(0, 10) : example;
}

/** Where a bearer token opens the route as well, a webhook's headers may be missing: so none is required here, and the security of each operation says which it needs. */
const HEADERS = Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature', 'Idempotency-Key', 'If-Match', 'X-Work-Done', 'Accept-Language'].map((name) => [name, parameter(name, 'header', { type: 'string', ...(name === 'Idempotency-Key' && { maxLength: 200 }) })]));

function header(name: string): Reference {
  if (!Object.hasOwn(HEADERS, name)) throw new Error(`The header ${name} is not described.`);
  return { $ref: `#/components/parameters/${name}` };
}

const DESCRIBED: Readonly<Record<number, string>> = { 200: '成功 / Done', 201: '已创建 / Made', 202: '已接收并保存 / Taken and stored', 303: '转向 / Sent on' };

function operationOf({ id, service, tag, summary: [zh, en], description, parameters: taken, body, status, answer, codes, open, limited }: Described): Operation {
  const security = { public: [], channel: [{ webhook: [] }], both: [{ webhook: [] }, { bearer: [] }], token: [{ bearer: [] }] }[open];
  const all = new Set([...codes, ...generalCodes(open, body !== undefined, taken, limited === true)]);
  return {
    operationId: id, 'x-service': service, tags: [tag], summary: `${zh}（${en}）`, description: description === '' ? `${en}.` : description, security, parameters: taken, ...(body && { requestBody: { required: true, content: body } }),
    responses: { [status]: { description: DESCRIBED[status]!, ...(answer && { content: answer }) }, ...problemsOf(all) },
  };
}

/** What the guard, the form and the server say to anybody. */
function generalCodes(open: Described['open'], hasBody: boolean, taken: Described['parameters'], limited: boolean): readonly string[] {
  return [
    'INTERNAL', 'UNAVAILABLE', ...(open === 'public' ? [] : ['FORBIDDEN']), ...(open === 'channel' || open === 'both' ? ['WEBHOOK_REFUSED'] : []), ...(open === 'token' || open === 'both' ? ['UNAUTHENTICATED', 'ROLE_NOT_ALLOWED', 'CROSS_SITE_REFUSED'] : []),
    ...(taken.some((each) => 'in' in each) || hasBody ? ['FIELDS_REFUSED', 'MALFORMED_REQUEST'] : []), ...(hasBody ? ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'STORE_BUSY'] : []), ...(limited ? ['TOO_MANY_REQUESTS'] : []),
  ];
}

function problemsOf(codes: ReadonlySet<string>): Operation['responses'] {
  const byStatus = new Map<number, string[]>();
  for (const code of [...codes].sort()) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, its]) => [status, its.length > SHARED_MAX ? problem(its) : { $ref: `#/components/responses/${its.join('.')}` }]));
}

/** So few codes together are a component, which many operations share. */
const SHARED_MAX = 3;

function problem(codes: readonly string[]): Answered {
  const status = statusOf(codes[0]!);
  return {
    description: codes.join(', '), ...(status === 429 || status === 503 ? { headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } } } : {}),
    content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] }, examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])) } },
  };
}

function sharedIn(paths: Document['paths']): Readonly<Record<string, Answered>> {
  const names = operationsIn(paths).flatMap(({ responses }) => Object.values(responses).flatMap((each) => ('$ref' in each ? [each.$ref.split('/').at(-1)!] : [])));
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, problem(name.split('.'))]));
}

function operationsIn(paths: Document['paths']): readonly Operation[] {
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

/** An example of every problem that an operation names. */
function problemsIn(paths: Document['paths']): Readonly<Record<string, { readonly value: unknown }>> {
  const codes = operationsIn(paths).flatMap(({ responses }) => Object.values(responses).flatMap((each) => ('$ref' in each ? each.$ref.split('/').at(-1)!.split('.') : Object.keys(each.content?.['application/problem+json']?.examples ?? {}))));
  return Object.fromEntries([...new Set(codes)].sort().map((code) => [code, { value: exampleOf(code) }]));
}

function statusOf(code: string): number {
  return exampleOf(code)['status'] as number;
}

/** The document that the filter itself would write. */
function exampleOf(code: string): Readonly<Record<string, unknown>> {
  const declared = refusalCatalogue.get(code);
  if (declared) return documentOf(problemOf(new Refusal(code, declared[0], declared[1], declared[2], declared[3], {})), 'en');
  const general = (generalProblems as Readonly<Record<string, readonly [number, string, string]>>)[code];
  if (!general) throw new Error(`No such problem: ${code}`);
  return documentOf({ status: general[0], code, title: { zh: general[1], en: general[2] } }, 'en');
}

const TAGS: Readonly<Record<string, string>> = {
  channels: '渠道接入：工单、反馈、对账 / integrators: work orders, feedback, reconciliation', intake: '受理 / intake', routing: '派单与规则 / routing and packs', resolution: '办理 / resolution', supervision: '督办与统计 / supervision and figures',
  audit: '审计 / audit', health: '健康检查 / health',
};

function tagsOf(paths: Document['paths']): readonly object[] {
  const used = new Set(operationsIn(paths).flatMap(({ tags }) => tags));
  return Object.entries(TAGS).filter(([name]) => used.has(name)).map(([name, description]) => ({ name, description }));
}

function sorted(schemas: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

