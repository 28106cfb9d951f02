import type { Refusal } from '#libs/decider/refusal.js';
import { ensureOwnDepartment } from './regulator-law.js';

const refused = (departments: readonly string[] | undefined, department: string): string | undefined => {
  try {
    ensureOwnDepartment(departments && { departments }, department);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('Who answers as a regulator', () => {
  it.each([
    [['waterDept'], 'waterDept', undefined], [['waterDept'], 'housingDept', 'NOT_YOUR_DEPARTMENT'], [['housingDept', 'waterDept'], 'waterDept', undefined], [undefined, 'waterDept', undefined],
  ] as const)('of departments %j, for %s: %s', (departments, department, code) => expect(refused(departments, department)).toBe(code));
});
