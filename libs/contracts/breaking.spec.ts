import { z } from 'zod';
import type { JsonSchema } from './breaking.js';
import { breakingChanges } from './breaking.js';

const base = z.strictObject({
  at: z.string(), amount: z.int().min(0), track: z.enum(['speedy', 'ordinary']), note: z.string().optional(),
  unit: z.strictObject({ division: z.string() }).nullable(), owed: z.array(z.strictObject({ worker: z.int() })).min(1), facts: z.record(z.string(), z.unknown()),
});
const changed = (shape: z.core.$ZodLooseShape): z.ZodType => base.extend(shape);

describe('A published event schema', () => {
  it('breaks nothing by staying as it is', () => expect(between(base, base)).toEqual([]));

  it.each<[string, z.ZodType]>([
    ['a new optional property', changed({ office: z.string().optional() })],
    ['a further enum value', changed({ track: z.enum(['speedy', 'ordinary', 'simplified']) })],
    ['an integer that became any number', changed({ amount: z.number().min(0) })],
    ['a lower minimum', changed({ amount: z.int().min(-100) })],
    ['a property that may be null now', changed({ at: z.string().nullable() })],
    ['an object that is less strict', z.looseObject(base.shape)],
    ['an array that may be empty now', changed({ owed: z.array(z.strictObject({ worker: z.int() })) })],
  ])('may change by %s', (_, now) => expect(between(base, now)).toEqual([]));

  it.each<[string, z.ZodType, RegExp]>([
    ['a removed property', base.omit({ at: true }), /^\/at: was removed$/],
    ['a removed optional property', base.omit({ note: true }), /^\/note: was removed$/],
    ['a newly required property', changed({ office: z.string() }), /^\/office: is newly required$/],
    ['an optional property that became required', changed({ note: z.string() }), /^\/note: is newly required$/],
    ['a required property that may be missing', changed({ at: z.string().optional() }), /^\/at: may be missing now$/],
    ['another type', changed({ at: z.number() }), /^\/at: the type was narrowed from string to number$/],
    ['a number that became an integer', z.strictObject({ n: z.int() }), /^\/n: the type was narrowed/],
    ['an enum value that is gone', changed({ track: z.enum(['speedy']) }), /^\/track: lost the values "ordinary"$/],
    ['an enum where anything went', changed({ at: z.enum(['a']) }), /^\/at: was open and became an enum$/],
    ['a higher minimum', changed({ amount: z.int().min(1) }), /^\/amount: minimum was raised to 1$/],
    ['a new length limit', changed({ at: z.string().max(10) }), /^\/at: maxLength was lowered to 10$/],
    ['a new pattern', changed({ at: z.string().regex(/^a/) }), /^\/at: pattern became/],
    ['a null that is refused now', changed({ unit: z.strictObject({ division: z.string() }) }), /^\/unit: the type was narrowed from null to object$/],
    ['a property removed inside', changed({ unit: z.strictObject({}).nullable() }), /^\/unit: an alternative was removed or narrowed/],
    ['a property newly required inside an array', changed({ owed: z.array(z.strictObject({ worker: z.int(), amount: z.int() })).min(1) }), /^\/owed\/\[\]\/amount: is newly required$/],
    ['a record whose values are narrower', changed({ facts: z.record(z.string(), z.number()) }), /^\/facts\/\*: the type was narrowed from anything to number$/],
  ])('breaks by %s', (name, now, message) => {
    const before = name.startsWith('a number') ? z.strictObject({ n: z.number() }) : base;
    const found = between(before, now);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it('breaks where an object becomes strict', () => {
    expect(between(z.looseObject({ at: z.string() }), z.strictObject({ at: z.string() }))).toEqual(['the event itself: no longer takes further properties']);
  });

  it('is followed through references, also recursive ones', () => {
    const list = (value: JsonSchema): JsonSchema => ({ $ref: '#/$defs/node', $defs: { node: { type: 'object', properties: { value, next: { $ref: '#/$defs/node' } }, required: ['value'] } } });
    expect(breakingChanges(list({ type: 'string' }), list({ type: 'string' }))).toEqual([]);
    expect(breakingChanges(list({ type: 'string' }), list({ type: 'integer' }))).toEqual(['/value: the type was narrowed from string to integer']);
    expect(() => breakingChanges({ $ref: '#/$defs/none' }, {})).toThrow('#/$defs/none');
  });

  it('breaks where an alternative of a union goes', () => {
    const [a, b] = [z.strictObject({ kind: z.literal('a') }), z.strictObject({ kind: z.literal('b') })];
    expect(between(z.discriminatedUnion('kind', [a]), z.discriminatedUnion('kind', [a, b]))).toEqual([]);
    expect(between(z.discriminatedUnion('kind', [a, b]), z.discriminatedUnion('kind', [a]))).toHaveLength(1);
  });
});

function between(before: z.ZodType, now: z.ZodType): readonly string[] {
  return breakingChanges(z.toJSONSchema(before), z.toJSONSchema(now));
}
