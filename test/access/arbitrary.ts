import fc from 'fast-check';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** What no field expects: of every type, and what parsers, databases and comparisons stumble over. */
export const odd: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, '', ' ', '\u0000', '\ud800', '\u202e', '﷽'.repeat(200), '密'.repeat(6000), 'null', 'NaN', '-1', '1e9', '2026-02-30', '9999-99-99T99:99:99Z', '0001-01-01', '+275760-09-13T00:00:00Z',
  [], [[]], [null], {}, { a: {} }, { $ne: null }, { toString: 1 }, { length: -1 }, ['x'], [{ caseId: 'x' }], Array.from({ length: 500 }, () => 0),
];

const CALENDAR = { min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true };
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(), date: fc.date(CALENDAR).map((date) => date.toISOString().slice(0, 10)), 'date-time': fc.date(CALENDAR).map((date) => `${date.toISOString().slice(0, 19)}+08:00`), uri: fc.webUrl(), email: fc.emailAddress(),
};

/** Values that a schema of the document allows. `known` are values that exist, by the name of the field. */
export function valid(schema: Schema, document: OpenApi, known: Readonly<Record<string, string>>, name = '', depth = 0): fc.Arbitrary<unknown> {
  const inside = (part: Schema, field = name): fc.Arbitrary<unknown> => valid(part, document, known, field, depth + 1);
  if (schema.$ref) return inside(document.components?.schemas?.[schema.$ref.split('/').at(-1)!] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => inside(one)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => inside(one))).map((parts) => Object.assign({}, ...parts) as object);
  const types = [schema.type ?? (schema.properties ? 'object' : [])].flat();
  if (types.length > 1) return fc.oneof(...types.map((type) => ({ weight: type === 'null' ? 1 : 4, arbitrary: inside({ ...schema, type }) })));
  switch (types[0]) {
    case 'null': return fc.constant(null);
    case 'boolean': return fc.boolean();
    case 'integer': return fc.integer({ min: Math.ceil(schema.minimum ?? schema.exclusiveMinimum ?? -5), max: Math.floor(schema.maximum ?? 2_000_000) });
    case 'number': return fc.integer({ min: Math.ceil((schema.minimum ?? schema.exclusiveMinimum ?? -5) * 100), max: Math.floor((schema.maximum ?? 20_000) * 100) }).map((cents) => cents / 100);
    case 'string': return text(schema, known[name]);
    case 'array': return depth > 6 ? fc.constant([]) : fc.array(inside(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 2) });
    case 'object': return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([field, part]) => [field, inside(part, field)])), { requiredKeys: [...(schema.required ?? [])] });
    default: return fc.constantFrom<unknown>('x', 1, true, null, {}, []);
  }
}

function text({ format, pattern, minLength = 0, maxLength }: Schema, known: string | undefined): fc.Arbitrary<string> {
  const free = format && FORMATS[format] ? FORMATS[format] : pattern !== undefined ? fc.stringMatching(new RegExp(pattern, 'u')) : fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength ?? minLength + 20, minLength + 40) });
  return known === undefined ? free : fc.oneof({ weight: 4, arbitrary: fc.constant(known) }, { weight: 1, arbitrary: free });
}

/** A body with one thing wrong: a field that is odd, missing, or one too many; or no object at all. */
export function spoilt(body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(body, fc.nat(), fc.constantFrom('odd', 'odd', 'odd', 'missing', 'more', 'whole'), fc.constantFrom(...odd)).map(([made, at, how, value]) => {
    if (how === 'whole' || typeof made !== 'object' || made === null || Array.isArray(made)) return value;
    const fields = Object.keys(made);
    const field = fields[at % Math.max(1, fields.length)] ?? 'x';
    const { [field]: _, ...rest } = made as Record<string, unknown>;
    return how === 'missing' ? rest : how === 'more' ? { ...made, [`more${at % 7}`]: value } : { ...made, [field]: value };
  });
}
