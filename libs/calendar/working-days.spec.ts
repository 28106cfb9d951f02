import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { addDays, daysBetween, numberOf } from './day.js';
import { InvalidCalendar, calendarOf } from './working-days.js';

const read = () => JSON.parse(readFileSync(new URL('../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8'));
const nation = calendarOf(read());
const everyDay = Array.from({ length: daysBetween('2025-01-01', '2027-01-01') }, (_, index) => addDays('2025-01-01', index));

describe('The calendar of the nation', () => {
  it('covers 2025 and 2026 and says so', () => {
    expect(nation.years).toEqual([2025, 2026]);
    expect(nation.version).toBe('cn-2025-11-04');
    expect(everyDay).toHaveLength(730);
  });

  it('agrees with an independent package on every day of 2025 and 2026', () => {
    for (const day of everyDay) expect([day, nation.worksOn(numberOf(day))]).toEqual([day, chineseDays.isWorkday(day)]);
  });

  it('has the 248 working days of 2025 and of 2026', () => {
    const working = (year: string) => everyDay.filter((day) => day.startsWith(year) && nation.worksOn(numberOf(day))).length;
    expect([working('2025'), working('2026')]).toEqual([248, 248]);
  });

  it.each([
    ['2026-02-13', { kind: 'working' }],
    ['2026-02-14', { kind: 'makeUp', festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2025〕7号' }],
    ['2026-02-15', { kind: 'rest', festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2025〕7号' }],
    ['2026-02-23', { kind: 'rest', festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2025〕7号' }],
    ['2026-02-24', { kind: 'working' }],
    ['2026-03-01', { kind: 'rest', source: '国务院关于职工工作时间的规定第七条' }],
    ['2025-10-11', { kind: 'makeUp', festival: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' }, source: '国办发明电〔2024〕12号' }],
    ['2024-12-31', { kind: 'uncovered', year: 2024 }],
    ['2027-01-01', { kind: 'uncovered', year: 2027 }],
  ])('says why %s is what it is', (day, kind) => expect(nation.kindOf(day)).toEqual(kind));

  it('says the same of a day in both ways of asking', () => {
    for (const day of ['2024-12-31', ...everyDay, '2027-01-01']) {
      const { kind } = nation.kindOf(day);
      expect(nation.worksOn(numberOf(day))).toBe(kind === 'uncovered' ? undefined : kind !== 'rest');
    }
  });
});

describe('A calendar', () => {
  const year = (more: object) => ({ notice: 'N', title: 'T', issuedOn: '2026-11-05', off: [], workingDays: [], ...more });
  const named = { zh: '元旦', en: "New Year's Day" };
  const of = (years: object) => ({ version: 'v', weekend: 'law', years });

  it('leaves the years between two notices uncovered', () => {
    const calendar = calendarOf(of({ 2024: year({}), 2026: year({}) }));
    expect(['2024-12-31', '2025-06-02', '2026-01-01'].map((day) => calendar.worksOn(numberOf(day)))).toEqual([true, undefined, true]);
    expect(calendar.kindOf('2025-06-02')).toEqual({ kind: 'uncovered', year: 2025 });
  });

  it('lets a later notice change the December before its year', () => {
    const calendar = calendarOf(of({ 2026: year({}), 2027: year({ off: [{ from: '2026-12-31', to: '2027-01-02', ...named }] }) }));
    expect(calendar.kindOf('2026-12-31')).toEqual({ kind: 'rest', festival: named, source: 'N' });
    expect(calendarOf(of({ 2026: year({}) })).kindOf('2026-12-31')).toEqual({ kind: 'working' });
  });

  it.each<[string, unknown]>([
    ['calendar', null], ['calendar', []], ['calendar', 'text'], ['version', { ...of({ 2026: year({}) }), version: '' }], ['calendar.extra', { ...of({}), extra: 1 }],
    ['weekend', { ...of({ 2026: year({}) }), weekend: 7 }], ['years', of([])], ['years', of({})], ['years.26', of({ 26: year({}) })], ['years.9999', of({ 9999: year({}) })],
    ['years.2026', of({ 2026: null })], ['years.2026.notice', of({ 2026: year({ notice: ' ' }) })], ['years.2026.title', of({ 2026: year({ title: undefined }) })],
    ['years.2026.issuedOn', of({ 2026: year({ issuedOn: '2026-02-30' }) })], ['years.2026.off', of({ 2026: year({ off: {} }) })],
    ['years.2026.of', of({ 2026: year({ of: [] }) })], ['years.2026.off[0]', of({ 2026: year({ off: ['2026-01-01'] }) })],
    ['years.2026.off[0].from', of({ 2026: year({ off: [{ from: '2025-11-30', to: '2026-01-01', ...named }] }) })],
    ['years.2026.off[0].to', of({ 2026: year({ off: [{ from: '2026-12-31', to: '2027-01-01', ...named }] }) })],
    ['years.2026.off[0].to', of({ 2026: year({ off: [{ from: '2026-01-03', to: '2026-01-01', ...named }] }) })],
    ['years.2026.off[0].en', of({ 2026: year({ off: [{ from: '2026-01-01', to: '2026-01-01', zh: '元旦' }] }) })],
    ['years.2026.off[1]', of({ 2026: year({ off: [{ from: '2026-01-01', to: '2026-01-03', ...named }, { from: '2026-01-03', to: '2026-01-04', ...named }] }) })],
    ['years.2026.workingDays[0].day', of({ 2026: year({ workingDays: [{ day: '2026-01-05', ...named }] }) })],
    ['years.2026.workingDays[0].day', of({ 2026: year({ workingDays: [{ day: '2027-01-02', ...named }] }) })],
    ['years.2026.workingDays[0]', of({ 2026: year({ off: [{ from: '2026-01-04', to: '2026-01-04', ...named }], workingDays: [{ day: '2026-01-04', ...named }] }) })],
  ])('is refused with the field %s', (field, json) => {
    expect(() => calendarOf(json)).toThrow(InvalidCalendar);
    expect(() => calendarOf(json)).toThrow(expect.objectContaining({ field }));
  });
});
