import { join } from 'node:path';
import { loadPolicies } from '#libs/policy/in-force.js';
import { factCatalogue } from '#libs/policy/facts.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { checkForm, formOf, prefilled } from './element-form.js';

const nation = loadPolicies(join(import.meta.dirname, '../../../policies')).packNamed('000000', '2026-01-01')!;
const form = formOf(nation);
const codeOf = (element: string, value: string | number | boolean, more: readonly { element: string; value: string | number | boolean }[] = []): string | undefined => {
  try {
    checkForm(form, [{ element, value }, ...more]);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('The element form of the national pack', () => {
  it('asks each point once, in both languages, and fills only from facts that there are', () => {
    expect(new Set(form.map(({ element }) => element)).size).toBe(form.length);
    expect(form.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en))).toEqual([]);
    expect(form.flatMap(({ fact }) => fact ?? []).filter((fact) => !Object.hasOwn(factCatalogue, fact))).toEqual([]);
    expect(form.map(({ element }) => element)).toEqual(expect.arrayContaining(['payAgreed', 'payReceived', 'arrearsAmount', 'contractSigned', 'overtimeHours', 'employedFrom']));
  });

  it.each([['arrearsAmount', 900_000], ['contractSigned', false], ['arrearsFrom', '2026-02'], ['employedFrom', '2025-03-01'], ['overtimeHours', 12.5]] as const)('takes %s as %p', (element, value) => expect(codeOf(element, value)).toBeUndefined());
  it.each([['arrearsAmount', 900.5], ['arrearsAmount', '900'], ['contractSigned', 'no'], ['arrearsFrom', '2026-13'], ['arrearsFrom', '2026-2'], ['employedFrom', '2026-02-30'], ['overtimeHours', true]] as const)('refuses %s as %p', (element, value) => expect(codeOf(element, value)).toBe('ELEMENT_VALUE_WRONG'));
  it('refuses a point that it does not ask, or one twice', () => {
    expect(codeOf('favouriteColour', 'red')).toBe('NO_SUCH_ELEMENT');
    expect(codeOf('arrearsMonths', 1, [{ element: 'arrearsMonths', value: 2 }])).toBe('ELEMENT_NAMED_TWICE');
  });
  it('is filled in by what the claim says, where that is of its kind', () => expect(prefilled(form, { amount: 900_000, months: 3, periodFrom: '2026-01', employed: 'yes' })).toEqual({ arrearsAmount: 900_000, arrearsMonths: 3, arrearsFrom: '2026-01' }));
});
