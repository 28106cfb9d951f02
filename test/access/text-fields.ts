import '#libs/contracts/catalogue.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { FieldSchema } from '#libs/runtime/validation.js';
import { commandsOf } from '../../demo/api/bodies.js';
import type { Document } from '../../demo/api/openapi-of.js';
import type { Route } from '../../demo/api/routes.js';
import { routesOf } from '../../demo/api/routes.js';
import { sampleOf } from '../../demo/api/sample.js';
import { allServices } from '../../demo/services.js';
import { actions } from '#libs/runtime/action.js';
import { channels } from '../../services/intake/channels/channels.js';
import { PublicClaim } from '../../services/intake/self-service/public-claim.requests.js';

/** A text that a form takes, by its name in a problem document: `members[0].tier`. */
export interface TextField {
  readonly path: string;
  readonly max: number;
  /** Of any words; else of a shape, such as a day or a code, or one of a list. */
  readonly free: boolean;
}

/** One form: a route with what it takes, and of a route with many steps one for each. */
export interface Form {
  readonly route: string;
  readonly command?: string;
  readonly channel?: string;
  readonly schema: FieldSchema;
  /** The request class, which several routes may share. */
  readonly of: string;
}

const LONGEST = 8_000;

/** Every JSON form of the API's document. Throws where an operation with a body has none that is known here. */
export function formsOf(document: Document): readonly Form[] {
  const routes = new Map(routesOf(allServices).map((route) => [`${route.method.toUpperCase()} ${route.path}`, route]));
  const steps = new Map([...actions.values()].map((action) => [`POST /v1/${action.service}/cases/{caseId}/commands/${action.path}`, action.request]));
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, { requestBody }]) => {
    const route = `${method.toUpperCase()} ${path}`;
    if (!Object.hasOwn(requestBody?.content ?? {}, 'application/json')) return [];
    const step = steps.get(route);
    return step ? [formOf(route, step)] : formsOfRoute(route, routes.get(route));
  }));
}

function formsOfRoute(name: string, route: Route | undefined): readonly Form[] {
  if (!route) throw new Error(`Nobody serves ${name}.`);
  if (/^channels-(file|check)$/.test(route.id)) return [...channels.values()].map(({ name: channel, requestClass }) => formOf(name, requestClass, { channel }));
  if (/^self-service-(file|check)$/.test(route.id)) return [formOf(name, PublicClaim)];
  const commands = commandsOf(route);
  if (commands) return [...commands].map(([command, request]) => formOf(name, request, { command }));
  if (!route.body) throw new Error(`Nobody knows the form of ${name}.`);
  return [formOf(name, route.body as new () => object)];
}

function formOf(route: string, request: new () => object, more: Pick<Form, 'command' | 'channel'> = {}): Form {
  const { $schema: _, ...schema } = fieldsOf(request, 'en');
  return { route, ...more, schema, of: request.name };
}

type Put = (field: TextField, name: string) => unknown;
type Benign = (name: string, schema: FieldSchema) => unknown;

/** A body in which every text is what `put` gives for it; where that is nothing, what may stand there does, or nothing. */
export function bodyOf(schema: FieldSchema, put: Put, benign: Benign): unknown {
  let texts = 0;
  const placed = (field: TextField, name: string): unknown => {
    const value = put(field, name);
    if (value !== undefined) texts += 1;
    return value;
  };
  const least = (name: string, part: FieldSchema, needed: boolean): unknown => (needed ? benign(name, part) ?? sampleOf(part) : undefined);
  const objectOf = (part: FieldSchema, path: string, name: string, needed: boolean): unknown => {
    if (!part.properties) {
      const x = placed({ path: `${path}.x`, max: LONGEST, free: true }, name);
      return x === undefined ? least(name, part, needed) : { x };
    }
    const before = texts;
    const made = Object.entries(part.properties).map(([field, each]) => [field, fill(each, path === '' ? field : `${path}.${field}`, field, part.required?.includes(field) ?? false)] as const);
    return needed || texts > before ? Object.fromEntries(made.filter(([, value]) => value !== undefined)) : undefined;
  };
  const listOf = (part: FieldSchema, path: string, name: string, needed: boolean): unknown => {
    const before = texts;
    const items = Array.from({ length: Math.max(1, Number(part['minItems'] ?? 0)) }, (_, i) => fill(part.items ?? {}, `${path}[${i}]`, name, true));
    return texts > before ? items : least(name, part, needed);
  };
  const fill = (part: FieldSchema, path: string, name: string, needed: boolean): unknown => {
    const types = [part.type ?? (part.properties ? 'object' : undefined)].flat();
    if (types.includes('object')) return objectOf(part, path, name, needed);
    if (types.includes('array')) return listOf(part, path, name, needed);
    return (isText(part) ? placed(textField(part, path), name) : undefined) ?? least(name, part, needed);
  };
  return fill(schema, '', '', true);
}

function textField(part: FieldSchema, path: string): TextField {
  return { path, max: Number(part['maxLength'] ?? LONGEST), free: !part.enum && part['const'] === undefined && part['format'] === undefined && part['pattern'] === undefined };
}

/** What says nothing of its type takes any, texts among them. */
function isText({ type, ...more }: FieldSchema): boolean {
  return type === undefined ? !more.properties && more['const'] === undefined : [type].flat().includes('string');
}

export function textsOf(schema: FieldSchema): readonly TextField[] {
  const found = new Map<string, TextField>();
  bodyOf(schema, (field) => { found.set(field.path, field); return 'x'; }, () => undefined);
  return [...found.values()];
}
