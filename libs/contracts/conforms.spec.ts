import fc from 'fast-check';
import { z } from 'zod';
import { conforms } from './conforms.js';
import { loadEventKinds } from './write-schemas.js';

const SEED = 20_261_201;
const RUNS = 40;

const kinds = [...(await loadEventKinds()).values()];

/** What some field of some event might hold, rightly or wrongly: so that a drawn value is often nearly right. */
const SCALARS: readonly unknown[] = [
  null, undefined, true, false, 0, -0, 1, -1, 1.5, NaN, Infinity, 2 ** 53, 31, 600_00, '', ' ', 'x', 'x'.repeat(101), '7', 'f'.repeat(64), '12:30', '2026-02-30', '2026-03-02', '2026-03-02T10:15:00+08:00', '2026-03-02T10:15:00Z',
  '01a22fcb-bc24-7573-85a1-a99ddd68df06', '01A22FCB-BC24-7573-85A1-A99DDD68DF06', '00000000-0000-0000-0000-000000000000', '440300', '4403', '91440300MA5EXAMPLE', 'D01', '2026-03', [], {}, [null], { x: 1 },
];

/** What a schema is made of, each where its type has it. */
interface Parts {
  readonly type: string;
  readonly shape: Readonly<Record<string, z.core.$ZodType>>;
  readonly entries: object;
  readonly values: readonly unknown[];
  readonly options: readonly z.core.$ZodType[];
  readonly element: z.core.$ZodType;
  readonly innerType: z.core.$ZodType;
  readonly keyType: z.core.$ZodType;
  readonly valueType: z.core.$ZodType;
}

type Path = readonly (string | number)[];

/** A value of a schema, drawn from what its parts allow. */
function drawn(schema: z.core.$ZodType, draw: (n: number) => number): unknown {
  const def = schema._zod.def as unknown as Parts;
  const within = (name: 'element' | 'innerType' | 'keyType' | 'valueType'): unknown => drawn(def[name], draw);
  switch (def.type) {
    case 'object': return Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, drawn(inner, draw)] as const).filter(([, value]) => value !== undefined));
    case 'array': return Array.from({ length: draw(5) }, () => within('element'));
    case 'optional': return draw(2) ? within('innerType') : undefined;
    case 'nullable': return draw(2) ? within('innerType') : null;
    case 'enum': return pick(Object.values(def.entries), draw);
    case 'literal': return pick(def.values, draw);
    case 'union': return drawn(pick(def.options, draw), draw);
    case 'record': return draw(2) ? { [String(within('keyType'))]: within('valueType') } : {};
    default: {
      const sound = SCALARS.filter((value) => (schema as z.ZodType).safeParse(value).success);
      return sound.length > 0 ? pick(sound, draw) : 'x';
    }
  }
}

function pick<T>(from: readonly T[], draw: (n: number) => number): T {
  return from[draw(from.length)]!;
}

function pathsOf(value: unknown, at: Path = []): Path[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...at, name])) : [];
  return [at, ...inside];
}

/** The value with something else at a place, without it, or with one field more. */
function changed(value: unknown, draw: (n: number) => number): unknown {
  const root = { root: structuredClone(value) } as Record<string, unknown>;
  const path: Path = ['root', ...pick(pathsOf(value), draw)];
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((node, name) => node[name] as Record<string, unknown>, root);
  const last = path.at(-1)!;
  const there = holder[last];
  const how = draw(3);
  if (how === 0 && path.length > 1) Reflect.deleteProperty(holder, last);
  else if (how === 1 && typeof there === 'object' && there !== null && !Array.isArray(there)) (there as Record<string, unknown>)['oneMore'] = pick(SCALARS, draw);
  else holder[last] = pick(SCALARS, draw);
  return root['root'];
}

describe('conforms', () => {
  it.each(kinds)('answers as the schema of $type does, of sound data and of what is nearly so', ({ schema, conforms: { exact, open } }) => {
    const seen = { sound: 0, unsound: 0 };
    fc.assert(fc.property(fc.infiniteStream(fc.nat(1_000_000)), fc.nat(3), (numbers, changes) => {
      const draw = (n: number): number => (numbers.next().value as number) % n;
      let value = drawn(schema, draw);
      for (let n = 0; n < changes; n++) value = changed(value, draw);
      const { success, error } = schema.safeParse(value);
      seen[success ? 'sound' : 'unsound']++;
      expect({ value, exact: exact(value), open: open(value) }).toEqual({ value, exact: success, open: success || error.issues.every(({ code }) => code === 'unrecognized_keys') });
    }), { seed: SEED, numRuns: RUNS });
    expect(seen.unsound).toBeGreaterThan(0);
    expect(seen.sound).toBeGreaterThan(0);
  });

  it.each<[what: string, schema: z.ZodType, sound: unknown, unsound: unknown]>([
    ['a transformation', z.strictObject({ n: z.string().transform(Number).pipe(z.int()) }), { n: '3' }, { n: 'x' }],
    ['a record with a check of keys', z.record(z.enum(['a', 'b']), z.int()), { a: 1, b: 2 }, { a: 1 }],
    ['a form of text that is not told apart', z.strictObject({ to: z.email() }), { to: 'a@example.org' }, { to: 'a' }],
    ['a text that must be trimmed', z.string().trim().min(2), ' ab ', ' a '],
    ['a number that must be a multiple', z.number().multipleOf(5), 10, 11],
    ['a form that is looked for from where it was last found', z.string().regex(/ab/g), 'ab', 'ba'],
    ['recursion', z.lazy((): z.ZodType => z.strictObject({ deeper: z.strictObject({ n: z.int() }).optional() })), { deeper: { n: 1 } }, { deeper: { n: 'x' } }],
  ])('asks the schema itself about %s', (_what, schema, sound, unsound) => {
    const exact = conforms(schema, 'exact');
    expect([exact(sound), exact(sound), exact(unsound)]).toEqual([true, true, false]);
  });

  it.each<[what: string, schema: z.ZodType, sound: unknown, unsound: unknown]>([
    ['a list where fields are wanted, and none must be there', z.strictObject({ n: z.int().optional() }), {}, []],
    ['a field that may hold anything, or nothing, but must be there', z.strictObject({ n: z.literal([undefined, 1]) }), { n: undefined }, {}],
  ])('tells %s', (_what, schema, sound, unsound) => {
    expect([sound, unsound].map((value) => schema.safeParse(value).success)).toEqual([true, false]);
    expect([sound, unsound].map(conforms(schema, 'exact'))).toEqual([true, false]);
  });

  it('takes fields beside those that are named for sound where it is open, at any depth', () => {
    const schema = z.strictObject({ inner: z.strictObject({ n: z.int() }), to: z.strictObject({ mail: z.email() }) });
    const later = { inner: { n: 1, more: 2 }, to: { mail: 'a@example.org', more: 3 }, more: 4 };
    expect([conforms(schema, 'open')(later), conforms(schema, 'exact')(later)]).toEqual([true, false]);
    expect(conforms(schema, 'open')({ ...later, inner: { n: 'x', more: 2 } })).toBe(false);
  });
});
