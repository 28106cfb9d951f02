import { z } from 'zod';
import { isDay } from '#libs/contracts/time.js';
import type { Pack } from '#libs/policy/pack.js';
import { refuse } from './element-form.refusals.js';

const kinds = z.enum(['money', 'day', 'month', 'count', 'boolean']);

/** One point of the form, a row of the pack: what both sides are asked, and the fact of the claim that says it already. */
const point = z.strictObject({ element: z.string(), zh: z.string(), en: z.string(), kind: kinds, fact: z.string().optional(), source: z.string() });
const form = z.strictObject({ elements: z.array(point) });

export type Point = z.infer<typeof point>;
type Value = string | number | boolean;

/** The form of a place: `elements.json` of its pack; nothing where it has none. */
export function formOf({ files }: Pick<Pack, 'files'>): readonly Point[] {
  return files['elements'] === undefined ? [] : form.parse(files['elements']).elements;
}

/** Refuses what the form does not ask, and an answer of another kind than it asks for. */
export function checkForm(points: readonly Point[], statements: readonly { readonly element: string; readonly value: Value }[]): void {
  const known = new Map(points.map((one) => [one.element, one]));
  if (new Set(statements.map(({ element }) => element)).size < statements.length) throw refuse('ELEMENT_NAMED_TWICE');
  for (const { element, value } of statements) {
    const asked = known.get(element);
    if (!asked) throw refuse('NO_SUCH_ELEMENT', { elements: [...known.keys()] });
    if (!isOf(asked.kind, value)) throw refuse('ELEMENT_VALUE_WRONG', { element, kind: asked.kind });
  }
}

/** What the claim says already, by the form's points. */
export function prefilled(points: readonly Point[], facts: Readonly<Record<string, unknown>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(points.flatMap(({ element, kind, fact }) => {
    const value = fact === undefined ? undefined : facts[fact];
    return isOf(kind, value) ? [[element, value as Value]] : [];
  }));
}

function isOf(kind: Point['kind'], value: unknown): boolean {
  switch (kind) {
    case 'money':   return Number.isInteger(value) && (value as number) >= 0;
    case 'count':   return typeof value === 'number' && Number.isFinite(value) && value >= 0;
    case 'boolean': return typeof value === 'boolean';
    case 'day':     return typeof value === 'string' && isDay(value);
    case 'month':   return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
  }
}
