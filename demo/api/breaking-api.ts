import type { JsonSchema } from '#libs/contracts/breaking.js';
import { breakingChanges } from '#libs/contracts/breaking.js';
import type { Document, Media, Operation, Parameter } from './openapi-of.js';

interface Compared {
  readonly before: Document;
  readonly now: Document;
}
type Found = readonly string[];
type Contents = Readonly<Record<string, Media>> | undefined;

/**
 * What would break somebody who was written against the published OpenAPI document: a route, a parameter or a way to sign in that is gone, something newly asked for, an answer that
 * no longer holds what it held. Which refusals an operation names may change: a client meets each as a problem document.
 */
export function breakingApi(before: Document, now: Document): Found {
  return Object.entries(before.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, operation]) => {
    const next = now.paths[path]?.[method];
    const name = `${method.toUpperCase()} ${path}`;
    return next ? changed(operation, next, { before, now }).map((what) => `${name}: ${what}`) : [`${name}: was removed`];
  }));
}

/** The same of the AsyncAPI document: a message that is gone, or whose payload breaks whoever stored or reads it. */
export function breakingEvents(before: JsonSchema, now: JsonSchema): Found {
  const [old, fresh] = [messagesOf(before), messagesOf(now)];
  const address = (document: JsonSchema): unknown => (document as { channels?: { caseEvents?: { address?: unknown } } }).channels?.caseEvents?.address;
  return [...(address(before) === address(now) ? [] : ['the topic was renamed']), ...Object.entries(old).flatMap(([type, { payload }]) => {
    const next = fresh[type];
    return next ? breakingChanges(payload.schema, next.payload.schema).map((what) => `${type} ${what}`) : [`${type}: was removed`];
  })];
}

function messagesOf(document: JsonSchema): Readonly<Record<string, { readonly payload: { readonly schema: JsonSchema } }>> {
  return (document as unknown as { components: { messages: Readonly<Record<string, { payload: { schema: JsonSchema } }>> } }).components.messages;
}

function changed(before: Operation, now: Operation, documents: Compared): Found {
  const opens = now.security.map((way) => JSON.stringify(way));
  return [
    ...(before.operationId === now.operationId ? [] : [`operationId ${before.operationId} was renamed`]),
    ...parametersChanged(before, now, documents), ...bodyChanged(before, now, documents), ...answersChanged(before, now, documents),
    ...before.security.filter((way) => !opens.includes(JSON.stringify(way))).map((way) => `${Object.keys(way).join(' and ')} no longer opens it`),
    ...(before.security.length === 0 && now.security.length > 0 ? ['is no longer public'] : []),
  ];
}

function parametersChanged(before: Operation, now: Operation, { before: old, now: fresh }: Compared): Found {
  const [was, is] = [resolved(before, old), resolved(now, fresh)];
  const gone = was.filter(({ name, in: place }) => !is.some((each) => each.name === name && each.in === place)).map(({ name }) => `parameter ${name} was removed`);
  return [...gone, ...is.flatMap(({ name, in: place, required, schema }) => {
    const known = was.find((each) => each.name === name && each.in === place);
    if (!known) return required ? [`parameter ${name} is newly required`] : [];
    return [...(required && !known.required ? [`parameter ${name} became required`] : []), ...breakingChanges(known.schema, schema, { to: 'writers' }).map((what) => `parameter ${name} ${what}`)];
  })];
}

function resolved({ parameters }: Operation, { components }: Document): readonly Parameter[] {
  const shared = components['parameters'] as Readonly<Record<string, Parameter>> | undefined;
  return parameters.map((each) => ('$ref' in each ? shared![(each.$ref as string).split('/').at(-1)!]! : each));
}

function bodyChanged({ requestBody: before }: Operation, { requestBody: now }: Operation, documents: Compared): Found {
  if (!before) return now?.required ? ['a body is newly required'] : [];
  return contentsChanged('the body', before.content, now?.content, 'writers', documents);
}

function answersChanged(before: Operation, now: Operation, documents: Compared): Found {
  return Object.entries(before.responses).filter(([status]) => /^[23]/.test(status)).flatMap(([status, answer]) => {
    const next = now.responses[status];
    if (!next) return [`status ${status} was removed`];
    return '$ref' in answer || '$ref' in next ? [] : contentsChanged(`answer ${status}`, answer.content, next.content, 'readers', documents);
  });
}

function contentsChanged(what: string, before: Contents = {}, now: Contents = {}, to: 'readers' | 'writers', { before: old, now: fresh }: Compared): Found {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const next = now[type];
    if (!next) return [`${what}: ${type} was removed`];
    return breakingChanges(schema, next.schema, { to, documents: [old as never, fresh as never] }).map((change) => `${what} ${change}`);
  });
}
