import type { LimitationEvent } from '#libs/contracts/resolution.events.js';
import { fold } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { clearing, ensureExtension, ensureSuspension, lapsed, lastDayOfNotice, lastDayToAdjourn } from './clock-law.js';
import { limitation } from './limitation/limitation.decider.js';

const policies = loadPolicies('policies');
const lawOf = (division: string, day: string): ClockLaw => {
  const pack = policies.packFor(division, day)!;
  return { rows: pack.clocks, parameters: pack.parameters, calendar: pack.calendar };
};
const nation = lawOf('000000', '2026-03-02');
const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('An extension', () => {
  const extension = (type: string, by: number, before = 0, data: Record<string, unknown> = {}, approvedBy = 'head'): string | undefined =>
    codeOf(() => ensureExtension(nation, { on: `resolution.${type}.v1`, data }, { by, before, approvedBy }));

  it.each([
    ['award-deadline-extended', 15, 16, {}], ['investigation-extended', 30, 31, {}], ['sanction-listing-extended', 20, 21, {}], ['mediation-extended', 15, 16, {}],
    ['procedure-extended', 30, 31, { procedure: 'petition', limit: 'decide' }], ['procedure-extended', 30, 31, { procedure: 'landArbitration', limit: 'decide' }],
    ['procedure-extended', 30, 31, { procedure: 'capacityAppraisal', limit: 'decide' }], ['procedure-extended', 15, 16, { procedure: 'residencePermit', limit: 'decide' }],
  ])('by %s is granted up to %d days, and not by %d', (type, most, more, data) => {
    expect([extension(type, most, 0, data), extension(type, more, 0, data)]).toEqual([undefined, 'EXTENSION_BEYOND_LAW']);
  });

  it('is granted once', () => expect(extension('award-deadline-extended', 5, 1)).toBe('EXTENSION_BEYOND_LAW'));
  it('has somebody who approved it', () => expect(extension('award-deadline-extended', 5, 0, {}, ' ')).toBe('EXTENSION_BEYOND_LAW'));
  it('of a procedure whose limit the law does not extend is refused', () => expect(extension('procedure-extended', 5, 0, { procedure: 'workInjury', limit: 'decide' })).toBe('EXTENSION_NOT_IN_LAW'));
});

describe('A suspension of an investigation', () => {
  const fact = { on: 'resolution.investigation-suspended.v1', data: {} };
  it('is for Zhejiang (ZJ-INSP 30)', () => expect(codeOf(() => ensureSuspension(lawOf('330100', '2026-03-02'), fact))).toBeUndefined());
  it('and not for the nation (LSR 17)', () => expect(codeOf(() => ensureSuspension(nation, fact))).toBe('SUSPENSION_NOT_IN_LAW'));
});

describe('The last day to ask for another day of hearing', () => {
  it('lies three working days before it, the hearing not counted (2026-10-12: 10-10 is a make-up Saturday)', () => expect(lastDayToAdjourn(nation, '2026-10-12')).toBe('2026-10-08'));
});

describe('The public notice before a wage account is closed', () => {
  it('ends after thirty days, moved off a holiday (2026-05-01 to 05-05)', () => expect(lastDayOfNotice(nation, '2026-04-01')).toBe('2026-05-06'));
});

describe('What has lapsed', () => {
  const began: LimitationEvent = { type: 'LimitationBegan', at: '2026-03-02T09:00:00+08:00', order: 0, right: 'wages', from: '2025-10-05', by: 'x' };
  const still = (type: 'LimitationSuspended' | 'LimitationResumed', day: string): LimitationEvent => ({ type, at: `${day}T09:00:00+08:00`, order: 0, right: 'wages', by: 'x', ...(type === 'LimitationSuspended' && { reason: 'flood' }) }) as LimitationEvent;
  const on = (day: string, ...events: readonly LimitationEvent[]): readonly string[] => lapsed(nation, fold(limitation, [began, ...events]), day);

  it('has not on its last day, which a holiday moved to 2026-10-08', () => expect(on('2026-10-08')).toEqual([]));
  it('has on the day after', () => expect(on('2026-10-09')).toEqual(['0 wages']));
  it('has not where the time stood still for five days (2026-10-10 is a make-up Saturday)', () => {
    const pause = [still('LimitationSuspended', '2026-04-01'), still('LimitationResumed', '2026-04-06')];
    expect([on('2026-10-10', ...pause), on('2026-10-11', ...pause)]).toEqual([[], ['0 wages']]);
  });
  it('never while it stands still', () => expect(on('2026-10-20', still('LimitationSuspended', '2026-04-01'))).toEqual([]));
  it('has not where it was interrupted', () => expect(on('2026-10-09', { ...began, type: 'LimitationInterrupted', ground: 'admission', at: '2026-09-01T09:00:00+08:00' } as LimitationEvent)).toEqual([]));
  it('is not known where nobody said when it began', () => expect(lapsed(nation, fold(limitation, [still('LimitationResumed', '2026-04-01')]), '2030-01-01')).toEqual([]));
});

describe('The day by which arrears are cleared', () => {
  const pack = policies.packNamed('000000', '2026-01-01')!;
  const day = (flags: Record<string, string | null>, inputs: Record<string, unknown>): string | undefined => clearing(pack, { flags, inputs } as never, '2026-05-20')?.clearBy;

  it('is the eve of the Spring Festival after the year in which they arose (2026-02-17, 2027-02-06)', () => {
    expect([day({ clearZeroClass: 'B' }, { caseYear: 2025 }), day({ clearZeroClass: 'B' }, { periodTo: '2026-03' }), day({ clearZeroClass: 'B' }, {})]).toEqual(['2026-02-16', '2027-02-05', '2027-02-05']);
  });
  it('is another for public projects, which the receipt starts', () => expect(day({ clearZeroClass: 'A' }, { caseYear: 2025 })).toBeUndefined());
  it('is unknown for a year whose festival the pack does not know', () => expect(day({ clearZeroClass: 'B' }, { caseYear: 2090 })).toBeUndefined());
});
