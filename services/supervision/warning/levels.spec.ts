import { fileURLToPath } from 'node:url';
import { loadPolicies } from '#libs/policy/in-force.js';
import { placesOf, reached, signLaw } from './levels.js';
import { forecast } from './season.js';

const nation = loadPolicies(fileURLToPath(new URL('../../../policies', import.meta.url))).packNamed('000000', '2026-01-01')!;
const rules = nation.parameters.earlySigns!;
const festivals = (nation.files['festivals'] as { springFestival: Record<string, string> }).springFestival;
const asked = (on: string, cases: number, districts = 2, workers = cases, amount = 0) => {
  const law = signLaw(rules, 'employer', on, festivals);
  return [reached(law, { cases, districts, workers, amount })?.id, law.season];
};

describe('The rows of early signs', () => {
  it('ask for nine cases in two districts, and for five', () => {
    expect(asked('2026-03-09', 9)).toEqual(['SIGN-Y1', null]);
    expect(asked('2026-03-09', 8)).toEqual(['SIGN-B1', null]);
    expect(asked('2026-03-09', 4)).toEqual([undefined, null]);
    expect(asked('2026-03-09', 9, 1)).toEqual([undefined, null]);
    expect(asked('2026-03-09', 20, 3)).toEqual(['SIGN-R1', null]);
  });
  it('ask for thirty workers or half a million yuan, in two cases at least', () => {
    expect(asked('2026-03-09', 2, 1, 30)[0]).toBe('SIGN-Y2');
    expect(asked('2026-03-09', 2, 1, 2, 50_000_000)[0]).toBe('SIGN-Y3');
    expect(asked('2026-03-09', 2, 1, 2, 49_999_999)[0]).toBeUndefined();
    expect(asked('2026-03-09', 1, 1, 100)[0]).toBeUndefined();
  });
  it('are lowered from sixty days before the Spring Festival on (2026-02-17), until its day', () => {
    expect(asked('2025-12-18', 3)).toEqual([undefined, null]);
    expect(asked('2025-12-19', 3)).toEqual(['SIGN-B1', 'SEASON-SPRING']); // Three fifths of five.
    expect(asked('2026-02-16', 6)).toEqual(['SIGN-Y1', 'SEASON-SPRING']); // Three fifths of nine, upward.
    expect(asked('2026-02-16', 5)).toEqual(['SIGN-B1', 'SEASON-SPRING']);
    expect(asked('2026-02-17', 3)).toEqual([undefined, null]);
  });
  it('know counties, whatever townships lie in them', () => expect(placesOf(['439902', '439901001', '439901'])).toEqual([{ division: '439901', cases: 2 }, { division: '439902', cases: 1 }]));
});

describe('The forecast of a month', () => {
  const counts = [{ year: 2023, month: 12, cases: 30 }, { year: 2024, month: 1, cases: 60 }, { year: 2024, month: 12, cases: 50 }, { year: 2025, month: 1, cases: 91 }, { year: 2026, month: 1, cases: 7 }];
  it('is the mean of the same month in the years before, with both numbers', () => {
    const months = forecast(counts, 2026);
    expect(months[0]).toEqual({ month: 1, numerator: 151, denominator: 2, expected: 75.5, came: 7, index: 8.17 }); // 231 cases in 25 months: 9.24 a month.
    expect(months[11]).toMatchObject({ month: 12, numerator: 80, denominator: 3, expected: 26.7, came: 0 });
    expect(months[1]).toMatchObject({ numerator: 0, denominator: 2, expected: 0, index: 0 });
  });
  it('is nothing where no earlier year is known', () => expect(forecast([{ year: 2026, month: 1, cases: 7 }], 2026)[0]).toEqual({ month: 1, numerator: 0, denominator: 0, expected: null, came: 7, index: null }));
});
