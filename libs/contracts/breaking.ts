/** A JSON Schema (draft 2020-12) as `z.toJSONSchema` writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is being compared, with the documents that a `$ref` points into. */
interface Pair {
  readonly before: JsonSchema;
  readonly now: JsonSchema;
  /** The pairs of `$ref` that are being compared already: a recursive schema ends here. */
  readonly seen: ReadonlySet<string>;
  readonly to: Promised;
}
/** To whom something was promised: who writes by the schema (a request), who reads by it (an answer), or both, as of an event that is stored and read for good. */
export type Promised = 'writers' | 'readers' | 'both';
interface Around {
  readonly to?: Promised;
  /** The documents that hold what the schemas refer to, where they are not themselves whole. */
  readonly documents?: readonly [before: JsonSchema, now: JsonSchema];
}
type Found = readonly string[];

/**
 * What a change of a published schema breaks; empty where nothing does. Two promises are checked: an event stored under the old schema
 * still passes the new one (nothing newly required, narrowed or taken from an enum), and a reader written for the old schema still finds
 * every field it was promised (nothing removed, nothing that was required left out). A breaking change is a new version with an upcaster.
 * Of a request only the first counts, of an answer only the second, and there a type may not become another either.
 */
export function breakingChanges(published: JsonSchema, now: JsonSchema, { to = 'both', documents = [published, now] }: Around = {}): Found {
  return compare(published, now, '', { before: documents[0], now: documents[1], seen: new Set(), to });
}

function compare(beforeRaw: JsonSchema, nowRaw: JsonSchema, path: string, pair: Pair): Found {
  const key = `${String(beforeRaw['$ref'])}|${String(nowRaw['$ref'])}`;
  const refers = '$ref' in beforeRaw || '$ref' in nowRaw;
  if (refers && pair.seen.has(key)) return [];
  const inside: Pair = refers ? { ...pair, seen: new Set([...pair.seen, key]) } : pair;
  const before = resolve(beforeRaw, pair.before);
  const now = resolve(nowRaw, pair.now);
  const [old, fresh] = [branches(before), branches(now)];
  if (old.length > 1 || fresh.length > 1) return compareBranches(old, fresh, path, inside);
  const types = pair.to === 'readers' ? compareTypes(now, before, path).map(() => `${at(path)}: may be of another type now`) : compareTypes(before, now, path);
  if (types.length > 0) return types; // The rest would only say it again.
  return [
    ...compareValues(before, now, path), ...(pair.to === 'readers' ? [] : compareBounds(before, now, path)),
    ...compareProperties(before, now, path, inside), ...compareParts(before, now, path, inside),
  ];
}

/** Each alternative that was allowed must still be, by one alternative or another; a reader must know each that may come. */
function compareBranches(old: readonly JsonSchema[], fresh: readonly JsonSchema[], path: string, pair: Pair): Found {
  if (pair.to === 'readers') {
    const unknown = fresh.filter((now) => old.every((before) => compare(before, now, path, pair).length > 0));
    return unknown.map((now) => `${at(path)}: an alternative is new or changed (${JSON.stringify(now)})`);
  }
  return old.flatMap((before) => {
    const attempts = fresh.map((now) => compare(before, now, path, pair));
    if (attempts.some((found) => found.length === 0)) return [];
    return fresh.length === 1 ? attempts[0]! : [`${at(path)}: an alternative was removed or narrowed (${JSON.stringify(before)})`];
  });
}

function compareTypes(before: JsonSchema, now: JsonSchema, path: string): Found {
  const fresh = typesOf(now);
  if (fresh === undefined) return [];
  const old = typesOf(before) ?? ['anything'];
  const lost = old.filter((type) => !fresh.includes(type) && !(type === 'integer' && fresh.includes('number')));
  return lost.length === 0 ? [] : [`${at(path)}: the type was narrowed from ${old.join(' or ')} to ${fresh.join(' or ')}`];
}

function compareValues(before: JsonSchema, now: JsonSchema, path: string): Found {
  const fresh = valuesOf(now);
  if (fresh === undefined) return [];
  const old = valuesOf(before);
  if (old === undefined) return [`${at(path)}: was open and became an enum`];
  const lost = old.filter((value) => !fresh.includes(value));
  return lost.length === 0 ? [] : [`${at(path)}: lost the values ${lost.join(', ')}`];
}

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const EXACT = ['pattern', 'format', 'multipleOf', 'uniqueItems', 'contentEncoding'];

function compareBounds(before: JsonSchema, now: JsonSchema, path: string): Found {
  const found: string[] = [];
  for (const name of LOWER) if (typeof now[name] === 'number' && now[name] > numberOr(before[name], -Infinity)) found.push(`${at(path)}: ${name} was raised to ${now[name]}`);
  for (const name of UPPER) if (typeof now[name] === 'number' && now[name] < numberOr(before[name], Infinity)) found.push(`${at(path)}: ${name} was lowered to ${now[name]}`);
  for (const name of EXACT) if (now[name] !== undefined && now[name] !== before[name]) found.push(`${at(path)}: ${name} became ${JSON.stringify(now[name])}`);
  return found;
}

function compareProperties(before: JsonSchema, now: JsonSchema, path: string, pair: Pair): Found {
  const [old, fresh] = [propertiesOf(before), propertiesOf(now)];
  const [wasRequired, isRequired] = [requiredOf(before), requiredOf(now)];
  const found: string[] = [];
  for (const [name, schema] of Object.entries(old)) {
    const next = fresh[name];
    if (next === undefined) found.push(`${at(`${path}/${name}`)}: was removed`);
    else found.push(...compare(schema, next, `${path}/${name}`, pair));
  }
  if (pair.to !== 'readers') for (const name of isRequired) if (!wasRequired.includes(name)) found.push(`${at(`${path}/${name}`)}: is newly required`);
  if (pair.to !== 'writers') for (const name of wasRequired) if (name in fresh && !isRequired.includes(name)) found.push(`${at(`${path}/${name}`)}: may be missing now`);
  return pair.to === 'readers' ? found : [...found, ...compareFurther(before, now, path, pair)];
}

/** Properties that have no name in the schema: the values of a record, or none at all in a strict object. */
function compareFurther(before: JsonSchema, now: JsonSchema, path: string, pair: Pair): Found {
  const [old, fresh] = [before['additionalProperties'] ?? true, now['additionalProperties'] ?? true];
  if (old === false || fresh === true || !mayBeObject(before)) return [];
  if (fresh === false) return [`${at(path)}: no longer takes further properties`];
  return compare(old === true ? {} : schemaOf(old), schemaOf(fresh), `${path}/*`, pair);
}

function compareParts(before: JsonSchema, now: JsonSchema, path: string, pair: Pair): Found {
  const found: string[] = [];
  for (const [name, step] of [['items', '[]'], ['propertyNames', '<name>'], ['not', '<not>']] as const) {
    if (now[name] === undefined) continue;
    found.push(...compare(schemaOf(before[name] ?? {}), schemaOf(now[name]), `${path}/${step}`, pair));
  }
  for (const list of ['prefixItems', 'allOf'] as const) {
    const [old, fresh] = [schemasOf(before[list]), schemasOf(now[list])];
    if (fresh.length > old.length) found.push(`${at(path)}: ${list} asks for more`);
    else if (list === 'prefixItems' && fresh.length < old.length) found.push(`${at(path)}: ${list} was shortened`);
    else fresh.forEach((schema, i) => found.push(...compare(old[i]!, schema, `${path}/${i}`, pair)));
  }
  return found;
}

function resolve(schema: JsonSchema, document: JsonSchema): JsonSchema {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  if (ref === '#') return document;
  const parts = ref.replace(/^#\//, '').split('/');
  const target = parts.reduce<unknown>((node, part) => (node as JsonSchema | undefined)?.[part], document);
  if (target === undefined) throw new Error(`The schema refers to ${ref}, which it does not hold.`);
  return resolve(schemaOf(target), document);
}

function branches(schema: JsonSchema): readonly JsonSchema[] {
  const list = schema['anyOf'] ?? schema['oneOf'];
  return list === undefined ? [schema] : schemasOf(list);
}

function typesOf(schema: JsonSchema): readonly string[] | undefined {
  const type = schema['type'];
  if (Array.isArray(type)) return type as string[];
  return typeof type === 'string' ? [type] : undefined;
}

/** Written as JSON, so that they compare by value. */
function valuesOf(schema: JsonSchema): readonly string[] | undefined {
  if ('const' in schema) return [JSON.stringify(schema['const'])];
  return Array.isArray(schema['enum']) ? schema['enum'].map((value) => JSON.stringify(value)) : undefined;
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (schema['properties'] ?? {}) as Record<string, JsonSchema>;
}

function requiredOf(schema: JsonSchema): readonly string[] {
  return (schema['required'] ?? []) as string[];
}

function mayBeObject(schema: JsonSchema): boolean {
  return typesOf(schema)?.includes('object') ?? true;
}

function schemasOf(value: unknown): readonly JsonSchema[] {
  return (value ?? []) as JsonSchema[];
}

function schemaOf(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : {};
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function at(path: string): string {
  return path === '' ? 'the event itself' : path;
}
