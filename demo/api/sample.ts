import type { JsonSchema } from '#libs/contracts/breaking.js';

/** Values for the patterns that the product's forms use. */
const KNOWN = ['1', '13900000001', '439901', '09:30', '91110000600037341L', 'E47', 'inspectionBody', 'A-1', '2026', '2026-01', '2026-03-02', '2026-01-01', '430000199003070014', 'a'.repeat(64), 'urn:example:1'];
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-03-02T10:15:00+08:00', date: '2026-03-02', uuid: '0197a5b2-7c1e-7000-8000-000000000002', uri: 'https://files.example/1', email: 'a@example.org',
};

/** The least value that fits a request's schema: what must be there, each at its simplest. Throws for a pattern that it has no value of. */
export function sampleOf(schema: JsonSchema): unknown {
  const { type, enum: values, const: only, format, pattern, minLength = 0, minimum = 0, exclusiveMinimum, properties = {}, required = [], items, minItems = 0 } = schema as {
    type?: string | string[]; enum?: unknown[]; const?: unknown; format?: string; pattern?: string; minLength?: number; minimum?: number; exclusiveMinimum?: number; properties?: Record<string, JsonSchema>; required?: string[]; items?: JsonSchema; minItems?: number;
  };
  if (only !== undefined) return only;
  if (values) return values[0];
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object': return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name]!)]));
    case 'array': return Array.from({ length: minItems }, () => sampleOf(items ?? {}));
    case 'boolean': return true;
    case 'integer': case 'number': return exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
    case 'string': return text(format, pattern, minLength);
    default: return {};
  }
}

function text(format: string | undefined, pattern: string | undefined, minLength: number): string {
  const found = pattern !== undefined ? KNOWN.find((value) => value.length >= minLength && new RegExp(pattern, 'u').test(value)) : FORMATS[format ?? ''] ?? '试'.repeat(Math.max(minLength, 1));
  if (found === undefined) throw new Error(`No sample is known of ${pattern}: add one to demo/api/sample.ts.`);
  return found;
}
