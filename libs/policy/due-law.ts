import type { CountingLaw, CountUnit } from '#libs/calendar/explain.js';

/** A limit of a court or a tribunal, by the first of its sources: the Civil Procedure Law, the rules of arbitration, or the arbitration part of LDMA (from article 28). */
const PROCEDURE = /^(?:CPL|CHR|ZJ-ARB|LDMA (?:2[89]|[345]\d))\b/;

export function lawOfCounting(unit: CountUnit, source: string | undefined, at: 'end'): CountingLaw;
export function lawOfCounting(unit: CountUnit, source: string | undefined, at: 'start' | 'end'): CountingLaw | undefined;
/**
 * The law that a limit is counted by. Days in a procedure follow CPL 85, which arbitration borrows; all other periods, and months, years and hours
 * (limitation among them), follow the Civil Code. A date that is fixed is not counted, and no law says how to count backwards.
 */
export function lawOfCounting(unit: CountUnit, source: string | undefined, at: 'start' | 'end'): CountingLaw | undefined {
  if (at === 'start' && (unit === 'date' || unit === 'backwardWorkingDays')) return undefined;
  const procedure = (unit === 'calendarDays' || unit === 'workingDays') && source !== undefined && PROCEDURE.test(source);
  if (procedure) return 'CPL 85';
  return at === 'start' ? 'CC 201' : 'CC 203';
}
