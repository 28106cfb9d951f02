import type { Caller } from '#libs/security/caller.js';
import { refuse } from './regulator-law.refusals.js';

/** Whose token names departments answers for these only; a token that names none says nothing about them. */
export function ensureOwnDepartment(caller: Pick<Caller, 'departments'> | undefined, department: string): void {
  if (caller?.departments && !caller.departments.includes(department)) throw refuse('NOT_YOUR_DEPARTMENT', { departments: caller.departments });
}
