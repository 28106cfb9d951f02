import fc from 'fast-check';
import type { Claimed } from './likeness.js';
import { kinshipOf, likenesses, likenessesOf } from './likeness.js';

const claimed = (periodFrom: string | null, periodTo: string | null, amount: number | null = null): Claimed => ({ periodFrom, periodTo, amount });
const unsaid = claimed(null, null);
const kinship = (found: readonly string[], one = unsaid, other = unsaid): string | null => kinshipOf(likenessesOf(found, one, other), one, other);

describe('Two claims', () => {
  it('of one person against one employer are likely one, unless their periods lie apart', () => {
    for (const person of ['idNumber', 'phone', 'name']) {
      for (const unit of ['employer', 'employerCode']) {
        expect(kinship([person, unit])).toBe('duplicate');
        expect(kinship([person, unit], claimed('2025-11', '2026-01'), claimed('2026-01', '2026-02'))).toBe('duplicate');
        expect(kinship([person, unit], claimed('2025-11', '2025-12'), claimed('2026-01', '2026-02'))).toBe('related');
      }
    }
  });

  it('of one identity number, period and amount are likely one, however the employer is written', () => {
    expect(kinship(['idNumber'], claimed('2025-11', '2026-01', 5), claimed('2025-11', '2026-01', 5))).toBe('duplicate');
    expect(kinship(['idNumber'], claimed('2025-11', '2026-01', 5), claimed('2025-11', '2026-01', 6))).toBe('related');
    expect(kinship(['phone'], claimed('2025-11', '2026-01', 5), claimed('2025-11', '2026-01', 5))).toBe('related');
  });

  it('against one unit are related; of one name, period or amount alone they are nothing', () => {
    for (const sign of ['employer', 'employerCode', 'project', 'generalContractor', 'phone', 'idNumber']) expect(kinship([sign])).toBe('related');
    expect(kinship(['name'], claimed('2025-11', null, 5), claimed('2025-11', null, 5))).toBeNull();
    expect(kinship([])).toBeNull();
  });

  it('are alike the same way from either side', () => {
    const months = fc.option(fc.constantFrom('2025-10', '2025-11', '2025-12'));
    const one = fc.record({ periodFrom: months, periodTo: months, amount: fc.option(fc.constantFrom(1, 2)) });
    fc.assert(fc.property(fc.subarray(Object.keys(likenesses)), one, one, (found, a, b) => {
      expect(likenessesOf(found, a, b)).toEqual(likenessesOf(found, b, a));
      expect(kinship(found, a, b)).toBe(kinship(found, b, a));
    }));
  });
});
