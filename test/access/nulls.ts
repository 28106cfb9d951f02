import { sampleOf } from '../../demo/api/sample.js';
import type { OpenApi, Schema } from './arbitrary.js';

type Fields = Readonly<Record<string, unknown>>;

/** A schema without references, and without its own null. */
export function plain(schema: Schema, document: OpenApi): Schema {
  if (schema.$ref) return plain(document.components!.schemas![schema.$ref.split('/').at(-1)!]!, document);
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[]).find((each) => each !== 'null')! : schema.type;
  return {
    ...schema, ...(type !== undefined && { type }), ...(schema.enum && { enum: schema.enum.filter((value) => value !== null) }), ...(schema.items && { items: plain(schema.items, document) }),
    ...(schema.properties && { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, plain(each, document)])) }),
  };
}

const holds = ({ properties, items }: Schema): boolean => (properties ?? items?.properties) !== undefined;

/** The same form, where every object and list of objects that may be left out must be there. */
export function inDepth(schema: Schema): Schema {
  const { properties, required = [], items } = schema;
  return {
    ...schema, ...(items && { items: inDepth(items), minItems: Math.max(schema.minItems ?? 0, holds(schema) ? 1 : 0) }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inDepth(each)])), required: [...new Set([...required, ...Object.keys(properties).filter((name) => holds(properties[name]!))])] }),
  };
}

/** The least body of a form, naming what exists by the names of its fields. */
export function leastOf(schema: Schema, known: Fields): Fields {
  return JSON.parse(JSON.stringify(sampleOf(schema as never)), (name, value: unknown) => (typeof value === 'string' && Object.hasOwn(known, name) ? known[name] : value)) as Fields;
}

/** The body with null in every field that may be left out and was, wherever the schema describes it. */
export function withNulls<T>(schema: Schema | undefined, body: T): T {
  if (Array.isArray(body)) return body.map((each: unknown) => withNulls(schema?.items, each)) as T;
  if (typeof body !== 'object' || body === null || !schema?.properties) return body;
  const left = Object.keys(schema.properties).filter((name) => !(schema.required ?? []).includes(name));
  return { ...Object.fromEntries(left.map((name) => [name, null])), ...Object.fromEntries(Object.entries(body).map(([name, each]) => [name, withNulls(schema.properties![name], each as unknown)])) } as T;
}

/** Where null stands in a value: `requester.phone`, `owed[].amount`. */
export function nullsIn(value: unknown, path = ''): readonly string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return [...new Set(Object.entries(value).flatMap(([name, each]) => nullsIn(each, Array.isArray(value) ? `${path}[]` : path === '' ? name : `${path}.${name}`)))];
}
