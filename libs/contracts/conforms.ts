import type { z } from 'zod';

/** Whether a value is what a schema says. Copies nothing, and does not say why it is not. */
export type Conforms = (value: unknown) => boolean;

/** `exact`: no field but those that the schema names, as what is written is held to it. `open`: others may stand beside them, as a later version of the product may add one. */
export type Fields = 'exact' | 'open';

type Def = { readonly type: string; readonly checks?: readonly z.core.$ZodCheck[] } & Readonly<Record<string, unknown>>;
/** Of a value that is already of its kind. */
type Check = (value: never) => boolean;

/**
 * The answer of `schema.safeParse(value).success` without the copy and the list that zod makes: every event is held to its schema five times on its way, and is nearly always
 * sound. Where the answer is no, zod says why. What is of a kind that is not listed here is asked of zod.
 */
export function conforms(schema: z.core.$ZodType, fields: Fields): Conforms {
  const def = schema._zod.def as unknown as Def;
  const kind = (def.checks ?? []).every((check) => checkOf(check)) ? kindOf(def, fields) : undefined;
  if (!kind) return askingZod(schema as z.ZodType, fields);
  return (def.checks ?? []).map((check) => checkOf(check)!).reduce<Conforms>((before, check) => (value) => before(value) && check(value as never), kind);
}

function askingZod(schema: z.ZodType, fields: Fields): Conforms {
  return (value) => {
    const { error } = schema.safeParse(value);
    return error === undefined || (fields === 'open' && error.issues.every(({ code }) => code === 'unrecognized_keys'));
  };
}

function kindOf(def: Def, fields: Fields): Conforms | undefined {
  const inner = (name: string): Conforms => conforms(def[name] as z.core.$ZodType, fields);
  switch (def.type) {
    case 'object': return objectOf(def, fields);
    case 'array': return arrayOf(inner('element'));
    case 'optional': return either((value) => value === undefined, inner('innerType'));
    case 'nullable': return either((value) => value === null, inner('innerType'));
    case 'enum': return oneOf(Object.values(def['entries'] as object));
    case 'literal': return oneOf(def['values'] as readonly unknown[]);
    case 'boolean': return (value) => typeof value === 'boolean';
    case 'null': return (value) => value === null;
    case 'unknown': return () => true;
    case 'string': return stringOf(def);
    case 'number': return numberOf(def);
    default: return undefined;
  }
}

/** undefined for a check that is not known here. */
function checkOf(check: z.core.$ZodCheck): Check | undefined {
  const def = check._zod.def as unknown as { readonly check: string } & Readonly<Record<string, unknown>>;
  switch (def.check) {
    case 'min_length': return ({ length }: { length: number }) => length >= (def['minimum'] as number);
    case 'max_length': return ({ length }: { length: number }) => length <= (def['maximum'] as number);
    case 'greater_than': return (value: number) => (def['inclusive'] ? value >= (def['value'] as number) : value > (def['value'] as number));
    case 'less_than': return (value: number) => (def['inclusive'] ? value <= (def['value'] as number) : value < (def['value'] as number));
    case 'string_format': return def['pattern'] instanceof RegExp && def['format'] === 'regex' ? matching(def['pattern']) : undefined;
    case 'custom': return typeof def['fn'] === 'function' ? (value) => Boolean((def['fn'] as Check)(value)) : undefined;
    default: return undefined;
  }
}

function objectOf(def: Def, fields: Fields): Conforms | undefined {
  const shape = def['shape'] as Readonly<Record<string, z.core.$ZodType>>;
  const rest = (def['catchall'] as z.core.$ZodType | undefined)?._zod.def.type;
  if (rest !== 'never' && rest !== undefined) return undefined;
  const names = new Set(Object.keys(shape));
  const members = Object.entries(shape).map(([name, schema]) => ({ name, sound: conforms(schema, fields), needed: schema._zod.optin === undefined }));
  const exact = fields === 'exact' && rest === 'never';
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const record = value as Record<string, unknown>;
    for (const { name, sound, needed } of members) if (!sound(record[name]) || (needed && !(name in record))) return false;
    if (exact) for (const name in record) if (!names.has(name)) return false;
    return true;
  };
}

function arrayOf(sound: Conforms): Conforms {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const one of value as unknown[]) if (!sound(one)) return false;
    return true;
  };
}

function either(first: Conforms, second: Conforms): Conforms {
  return (value) => first(value) || second(value);
}

function oneOf(values: readonly unknown[]): Conforms {
  const known = new Set(values);
  return (value) => known.has(value);
}

function stringOf({ format, pattern }: Def): Conforms | undefined {
  if (format === undefined) return (value) => typeof value === 'string';
  if (!(pattern instanceof RegExp)) return undefined;
  const fits = matching(pattern);
  return (value) => typeof value === 'string' && fits(value);
}

function matching(pattern: RegExp): (text: string) => boolean {
  return pattern.global || pattern.sticky ? (text) => new RegExp(pattern).test(text) : (text) => pattern.test(text);
}

function numberOf({ format }: Def): Conforms | undefined {
  if (format === undefined) return Number.isFinite;
  return format === 'safeint' ? Number.isSafeInteger : undefined;
}
