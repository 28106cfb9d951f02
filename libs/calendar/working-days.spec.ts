import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { addDays, daysBetween, numberOf } from './day.js';
import { InvalidCalendar, calendarOf } from './working-days.js';

const read = () => JSON.parse(readFileSync(new URL('../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8'));
const nation = calendarOf(read());
const everyDay = Array.from({ length: daysBetween('2020-01-01', '2027-01-01') }, (_, index) => addDays('2020-01-01', index));

describe('The calendar of the nation', () => {
  it('covers 2020 to 2026 and names its newest notice', () => {
    expect(nation.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(nation.version).toBe('cn-2025-11-04');
    expect(everyDay).toHaveLength(2557);
  });

  it('agrees with an independent package on every day of 2020 to 2026', () => {
    for (const day of everyDay) expect([day, nation.worksOn(numberOf(day))]).toEqual([day, chineseDays.isWorkday(day)]);
  });

  it('has the days of the official calendar of 2025 and 2026, written out here', () => {
    const off = (year: string) => everyDay.filter((day) => day.startsWith(year) && 'festival' in nation.kindOf(day) && nation.kindOf(day).kind === 'rest').map((day) => day.slice(5));
    const worked = (year: string) => everyDay.filter((day) => day.startsWith(year) && nation.kindOf(day).kind === 'makeUp').map((day) => day.slice(5));
    const days = (text: string) => text.split(' ').flatMap((range) => {
      const [from = '', to = from] = range.split('…').map((day) => `2026-${day}`);
      return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index).slice(5));
    });
    expect(off('2025')).toEqual(days('01-01 01-28…02-04 04-04…04-06 05-01…05-05 05-31…06-02 10-01…10-08'));
    expect(worked('2025')).toEqual(days('01-26 02-08 04-27 09-28 10-11'));
    expect(off('2026')).toEqual(days('01-01…01-03 02-15…02-23 04-04…04-06 05-01…05-05 06-19…06-21 09-25…09-27 10-01…10-07'));
    expect(worked('2026')).toEqual(days('01-04 02-14 02-28 05-09 09-20 10-10'));
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
    ['2022-12-31', { kind: 'rest', festival: { zh: '元旦', en: "New Year's Day" }, source: '国办发明电〔2022〕16号' }],
    ['2020-02-01', { kind: 'rest', festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2019〕16号、国办发明电〔2020〕1号' }],
    ['2019-12-31', { kind: 'uncovered', year: 2019 }],
    ['2027-01-01', { kind: 'uncovered', year: 2027 }],
  ])('says why %s is what it is', (day, kind) => expect(nation.kindOf(day)).toEqual(kind));

  it('says the same of a day in each way of asking', () => {
    for (const day of ['2019-12-31', ...everyDay, '2027-01-01']) {
      const { kind } = nation.kindOf(day);
      expect(nation.worksOn(numberOf(day))).toBe(kind === 'uncovered' ? undefined : kind !== 'rest');
      expect(nation.kindAt(numberOf(day))).toEqual(nation.kindOf(day));
    }
  });

  it('answers nothing for a year without notice, where the package guesses Monday to Friday without saying so', () => {
    expect(chineseDays.isWorkday('2027-02-08')).toBe(true); // In the week of Spring Festival.
    expect(nation.worksOn(numberOf('2027-02-08'))).toBeUndefined();
    for (let number = numberOf('2027-01-01'); number < numberOf('2040-01-01'); number++) expect(nation.worksOn(number)).toBeUndefined();
  });
});

describe('A calendar', () => {
  const year = (more: object) => ({ notice: 'N', title: 'T', issuedOn: '2026-11-05', off: [], workingDays: [], ...more });
  const named = { zh: '元旦', en: "New Year's Day" };
  const of = (years: object, issuedOn = '2026-01-05') => ({ version: `cn-${issuedOn}`, weekend: 'law', years });
  const of2026 = (more: object) => of({ 2026: year({ issuedOn: '2026-01-05', ...more }) });

  it('leaves the years between two notices uncovered', () => {
    const calendar = calendarOf(of({ 2024: year({ issuedOn: '2024-01-02' }), 2026: year({ issuedOn: '2026-01-05' }) }));
    expect(['2024-12-31', '2025-06-02', '2026-01-01'].map((day) => calendar.worksOn(numberOf(day)))).toEqual([true, undefined, true]);
    expect(calendar.kindOf('2025-06-02')).toEqual({ kind: 'uncovered', year: 2025 });
  });

  it('lets a later notice change the December before its year', () => {
    const calendar = calendarOf(of({ 2026: year({ issuedOn: '2026-01-05' }), 2027: year({ off: [{ from: '2026-12-31', to: '2027-01-02', ...named }] }) }, '2026-11-05'));
    expect(calendar.kindOf('2026-12-31')).toEqual({ kind: 'rest', festival: named, source: 'N' });
    expect(calendarOf(of2026({})).kindOf('2026-12-31')).toEqual({ kind: 'working' });
  });

  it.each<[string, unknown]>([
    ['calendar', null], ['calendar', []], ['calendar', 'text'], ['version', { ...of2026({}), version: '' }], ['calendar.extra', { ...of({}), extra: 1 }],
    ['version', { ...of2026({}), version: 'cn-2026-01-04' }], ['version', { ...of2026({}), version: 'newest' }], ['version', { ...of2026({}), version: 'cn-2026-01-05.1' }],
    ['weekend', { ...of2026({}), weekend: 7 }], ['years', of([])], ['years', of({})], ['years.26', of({ 26: year({}) })], ['years.9999', of({ 9999: year({}) })],
    ['years.__proto__', of(JSON.parse('{"__proto__": {}}'))],
    ['years.2026', of({ 2026: null })], ['years.2026.notice', of2026({ notice: ' ' })], ['years.2026.title', of2026({ title: undefined })], ['years.2026.title', of2026({ title: 'x'.repeat(201) })],
    ['years.2026.issuedOn', of2026({ issuedOn: '2026-02-30' })], ['years.2026.issuedOn', of2026({ issuedOn: '2024-11-05' })], ['years.2026.off', of2026({ off: {} })],
    ['years.2026.of', of2026({ of: [] })], ['years.2026.off[0]', of2026({ off: ['2026-01-01'] })], ['years.2026.off', of2026({ off: new Array(367).fill({}) })],
    ['years.2026.off[0].from', of2026({ off: [{ from: '2025-11-30', to: '2026-01-01', ...named }] })],
    ['years.2026.off[0].to', of2026({ off: [{ from: '2026-12-31', to: '2027-01-01', ...named }] })],
    ['years.2026.off[0].to', of2026({ off: [{ from: '2026-01-03', to: '2026-01-01', ...named }] })],
    ['years.2026.off[0].en', of2026({ off: [{ from: '2026-01-01', to: '2026-01-01', zh: '元旦' }] })],
    ['years.2026.off[1]', of2026({ off: [{ from: '2026-01-01', to: '2026-01-03', ...named }, { from: '2026-01-03', to: '2026-01-04', ...named }] })],
    ['years.2026.workingDays[0].day', of2026({ workingDays: [{ day: '2026-01-05', ...named }] })],
    ['years.2026.workingDays[0].day', of2026({ workingDays: [{ day: '2027-01-02', ...named }] })],
    ['years.2026.workingDays[0]', of2026({ off: [{ from: '2026-01-04', to: '2026-01-04', ...named }], workingDays: [{ day: '2026-01-04', ...named }] })],
    ['years.2026.replaces', of2026({ replaces: 7 })], ['regions', { ...of2026({}), regions: {} }], ['regions[0]', { ...of2026({}), regions: [7] }],
    ['regions[0].version', { ...of2026({}), regions: [{ version: 'gx', years: {} }] }], ['version', { ...of2026({}), regions: [{ version: 'gx-2026-01-01', years: {} }] }],
    ['regions[0].weekend', { ...of2026({}), version: 'cn-2026-01-05+gx-2026-01-01', regions: [{ version: 'gx-2026-01-01', weekend: 'x', years: {} }] }],
    ['history', { ...of2026({}), history: 'x' }], ['history[0].version', { ...of2026({}), history: [{ version: 'x', year: '2026' }] }],
    ['history[0].before.off', { ...of2026({}), history: [{ version: 'cn-2026-01-04', year: '2026', before: year({ issuedOn: '2026-01-04', off: 1 }) }] }],
  ])('is refused with the field %s', (field, json) => {
    expect(() => calendarOf(json)).toThrow(InvalidCalendar);
    expect(() => calendarOf(json)).toThrow(expect.objectContaining({ field }));
  });
});
