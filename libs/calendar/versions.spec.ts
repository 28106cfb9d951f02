import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, daysBetween, numberOf } from './day.js';
import type { CalendarFile, LayerFile } from './layers.js';
import { InvalidCalendar } from './notice.js';
import { calendarOver, withNotice } from './versions.js';
import { calendarOf } from './working-days.js';

const file = (): CalendarFile => JSON.parse(readFileSync(new URL('../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8'));
const named = { zh: '元旦', en: "New Year's Day" };

/** A notice for 2027 in the form of the real ones; its days are an example. */
const notice = (more: object = {}) => ({
  notice: '国办发明电〔2026〕0号', title: '国务院办公厅关于2027年部分节假日安排的通知', issuedOn: '2026-11-05',
  off: [
    { from: '2027-01-01', to: '2027-01-03', ...named }, { from: '2027-02-05', to: '2027-02-12', zh: '春节', en: 'Spring Festival' },
    { from: '2027-05-01', to: '2027-05-05', zh: '劳动节', en: 'Labour Day' }, { from: '2027-10-01', to: '2027-10-07', zh: '国庆节', en: 'National Day' },
  ],
  workingDays: [{ day: '2027-02-14', zh: '春节', en: 'Spring Festival' }],
  ...more,
});

/** Guangxi's own days of the 壮族三月三, under its decree no. 98: in 2023 they took a day on which the rest of the country worked in return for 1 May. */
const guangxi = (): LayerFile => ({
  version: 'gx-2023-03-13',
  years: {
    2021: {
      notice: '广西壮族自治区人民政府令第98号（2021年放假通知）', title: '关于2021年“壮族三月三”放假的通知', issuedOn: '2021-03-12',
      off: [{ from: '2021-04-14', to: '2021-04-16', zh: '壮族三月三', en: 'Zhuang Sanyuesan Festival' }], workingDays: [{ day: '2021-04-18', zh: '壮族三月三', en: 'Zhuang Sanyuesan Festival' }],
    },
    2023: {
      notice: '广西壮族自治区人民政府令第98号（2023年放假通知）', title: '关于2023年“壮族三月三”放假的通知', issuedOn: '2023-03-13',
      off: [{ from: '2023-04-21', to: '2023-04-23', zh: '壮族三月三', en: 'Zhuang Sanyuesan Festival' }], workingDays: [],
    },
  },
});

const days = (from: string, to: string) => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

describe('A region', () => {
  const nation = calendarOf(file());
  const region = calendarOf(calendarOver(file(), guangxi()));

  it('has its own days over those of the nation, and every other day from the nation', () => {
    const different = days('2020-01-01', '2026-12-31').filter((day) => nation.worksOn(numberOf(day)) !== region.worksOn(numberOf(day)));
    expect(different).toEqual(['2021-04-14', '2021-04-15', '2021-04-16', '2021-04-18', '2023-04-21', '2023-04-23']);
    for (const day of days('2020-01-01', '2026-12-31').filter((one) => !different.includes(one) && one !== '2023-04-22')) expect(region.kindOf(day)).toEqual(nation.kindOf(day));
  });

  it('rests on a day that the nation works in return, and says by which notice', () => {
    expect(nation.kindOf('2023-04-23')).toEqual({ kind: 'makeUp', festival: { zh: '劳动节', en: 'Labour Day' }, source: '国办发明电〔2022〕16号' });
    expect(region.kindOf('2023-04-23')).toEqual({ kind: 'rest', festival: { zh: '壮族三月三', en: 'Zhuang Sanyuesan Festival' }, source: '广西壮族自治区人民政府令第98号（2023年放假通知）' });
    expect(region.kindOf('2021-04-18')).toMatchObject({ kind: 'makeUp', source: '广西壮族自治区人民政府令第98号（2021年放假通知）' });
  });

  it('names the newest notice of both', () => {
    expect(region.version).toBe('cn-2025-11-04+gx-2023-03-13');
    expect(region.at('cn-2025-11-04')!.kindOf('2023-04-23').kind).toBe('makeUp');
  });

  it('covers no year by itself: where the nation has no notice, nothing is known', () => {
    const early = { version: 'gx-2026-12-01', years: { 2027: { ...guangxi().years[2023]!, issuedOn: '2026-12-01', off: [{ from: '2027-04-09', to: '2027-04-10', ...named }] } } };
    const ahead = calendarOf(calendarOver(file(), early));
    expect([ahead.years.at(-1), ahead.worksOn(numberOf('2027-04-09')), ahead.worksOn(numberOf('2027-04-12'))]).toEqual([2026, undefined, undefined]);
    expect(calendarOf(calendarOver(withNotice(file(), 2027, notice()), early)).worksOn(numberOf('2027-04-09'))).toBe(false);
  });

  it('may have regions of its own: the narrowest prevails', () => {
    const city: LayerFile = { version: 'nn-2023-03-20', years: { 2023: { ...guangxi().years[2023]!, notice: '南宁示例', issuedOn: '2023-03-20', off: [{ from: '2023-04-20', to: '2023-04-20', ...named }], workingDays: [{ day: '2023-04-23', ...named }] } } };
    const three = calendarOf(calendarOver(calendarOver(file(), guangxi()), city));
    expect(three.version).toBe('cn-2025-11-04+gx-2023-03-13+nn-2023-03-20');
    expect(['2023-04-20', '2023-04-21', '2023-04-23'].map((day) => three.worksOn(numberOf(day)))).toEqual([false, false, true]);
  });

  it.each<[string, unknown]>([
    ['calendar.weekend', { ...guangxi(), weekend: 'law' }], ['version', { ...guangxi(), version: 'gx-2023-03-12' }], ['version', { years: {} }], ['version', { ...guangxi(), version: 'cn-2023-03-13' }],
    ['years.2023.off[0].to', { ...guangxi(), years: { 2023: { ...guangxi().years[2023]!, off: [{ from: '2023-04-21', to: '2023-04-20', ...named }] } } }], ['calendar', 7],
  ])('is refused with the field %s', (field, child) => expect(() => calendarOver(file(), child)).toThrow(expect.objectContaining({ field, name: 'InvalidCalendar' })));
});

describe('A notice', () => {
  it('covers its year, and the version names it', () => {
    const next = calendarOf(withNotice(file(), 2027, notice()));
    expect([next.version, next.years.at(-1)]).toEqual(['cn-2026-11-05', 2027]);
    expect(['2027-01-01', '2027-01-04', '2027-02-14', '2027-02-13'].map((day) => next.worksOn(numberOf(day)))).toEqual([false, true, true, false]);
    expect(next.kindOf('2027-02-14')).toEqual({ kind: 'makeUp', festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2026〕0号' });
  });

  it('leaves the file that it is added to as it was', () => {
    const before = file();
    withNotice(before, 2027, notice());
    expect(before).toEqual(file());
  });

  it('takes the place of another of its year only where it names it', () => {
    const first = withNotice(file(), 2027, notice());
    const longer = notice({ notice: '国办发明电〔2027〕1号', issuedOn: '2027-01-26', off: [...notice().off, { from: '2027-02-15', to: '2027-02-16', zh: '春节', en: 'Spring Festival' }] });
    expect(() => withNotice(first, 2027, longer)).toThrow('notice.replaces: expected 国办发明电〔2026〕0号');
    const second = calendarOf(withNotice(first, 2027, { ...longer, replaces: '国办发明电〔2026〕0号' }));
    expect([second.version, second.worksOn(numberOf('2027-02-15'))]).toEqual(['cn-2027-01-26', false]);
    expect(second.at('cn-2026-11-05')!.worksOn(numberOf('2027-02-15'))).toBe(true);
  });

  it('of an older year, or of the same day as another, still makes a new version', () => {
    const first = withNotice(file(), 2027, notice());
    const second = withNotice(first, 2027, notice({ notice: 'B', replaces: '国办发明电〔2026〕0号' }));
    const old = { ...notice(), notice: '国办发明电〔2018〕15号', issuedOn: '2018-12-06', off: ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => ({ from: `2019-${day}`, to: `2019-${day}`, ...named })), workingDays: [] };
    const third = withNotice(second, 2019, old);
    expect([first, second, third].map(({ version }) => version)).toEqual(['cn-2026-11-05', 'cn-2026-11-05.2', 'cn-2026-11-05.3']);
    expect(calendarOf(third).years).toContain(2019);
  });

  it('of a region is added to the region alone', () => {
    const next = withNotice(guangxi(), 2026, { ...guangxi().years[2023]!, notice: '示例', issuedOn: '2026-03-01', off: [{ from: '2026-04-20', to: '2026-04-21', ...named }], workingDays: [] });
    expect(calendarOf(calendarOver(file(), next)).version).toBe('cn-2025-11-04+gx-2026-03-01');
    expect(() => withNotice(calendarOver(file(), guangxi()), 2027, notice())).toThrow(expect.objectContaining({ field: 'calendar.regions' }));
  });

  const off = (...more: object[]) => ({ off: [...notice().off, ...more] });
  it.each<[string, number, unknown]>([
    ['year', 1899, notice()], ['year', 2026.5, notice()], ['year', '2027x' as never, notice()], ['notice', 2027, null], ['notice', 2027, []], ['notice.extra', 2027, notice({ extra: 1 })],
    ['notice.notice', 2027, notice({ notice: '' })], ['notice.notice', 2027, notice({ notice: '国办发明电〔2025〕7号' })], ['notice.title', 2027, notice({ title: 'x'.repeat(999) })],
    ['notice.issuedOn', 2027, notice({ issuedOn: '2025-11-05' })], ['notice.issuedOn', 2027, notice({ issuedOn: '2026-11-31' })], ['notice.replaces', 2027, notice({ replaces: '国办发明电〔2025〕7号' })],
    ['notice.issuedOn', 2028, notice()], ['notice.off[0].to', 2026, notice({ issuedOn: '2026-01-02' })], ['notice.replaces', 2026, { ...file().years[2026], notice: 'M' }], ['notice.issuedOn', 2026, { ...file().years[2026], notice: 'M', issuedOn: '2025-11-03', replaces: '国办发明电〔2025〕7号' }],
    ['notice.off', 2027, notice({ off: {} })], ['notice.off', 2027, notice({ off: new Array(5000).fill(notice().off[0]) })], ['notice.off[0]', 2027, notice({ off: [null] })],
    ['notice.off[4]', 2027, notice(off({ from: '2027-01-03', to: '2027-01-03', ...named }))], ['notice.off[4].to', 2027, notice(off({ from: '2027-06-12', to: '2027-06-10', ...named }))],
    ['notice.off[4].to', 2027, notice(off({ from: '2027-12-30', to: '2028-01-01', ...named }))], ['notice.off[4].from', 2027, notice(off({ from: '2026-06-10', to: '2027-06-12', ...named }))],
    ['notice.off[4].day', 2027, notice(off({ day: '2027-06-12', ...named }))], ['notice.off[4].zh', 2027, notice(off({ from: '2027-06-10', to: '2027-06-12', zh: 7, en: 'x' }))],
    ['notice.off', 2027, notice({ off: notice().off.slice(0, 3) })], ['notice.off', 2027, notice({ off: [] })],
    ['notice.workingDays', 2027, notice({ workingDays: undefined })], ['notice.workingDays[0].day', 2027, notice({ workingDays: [{ day: '2027-02-15', ...named }] })],
    ['notice.workingDays[0].day', 2027, notice({ workingDays: [{ day: '2026-02-14', ...named }] })], ['notice.workingDays[0]', 2027, notice({ workingDays: [{ day: '2027-01-02', ...named }] })],
    ['notice.workingDays[1]', 2027, notice({ workingDays: [{ day: '2027-02-14', ...named }, { day: '2027-02-14', ...named }] })],
  ])('is refused with the field %s, for %p', (field, year, hostile) => {
    expect(() => withNotice(file(), year, hostile)).toThrow(InvalidCalendar);
    expect(() => withNotice(file(), year, hostile)).toThrow(expect.objectContaining({ field }));
  });

  it('says what it expected: the days off of every year', () => {
    expect(() => withNotice(file(), 2027, notice({ off: notice().off.slice(0, 3) }))).toThrow('notice.off: expected 2027-10-01 among the days off: National Day');
  });
});

describe('A version', () => {
  it('that a calendar had is found again, with the days and years known then; one that it never had is not', () => {
    const now = calendarOf(calendarOver(withNotice(file(), 2027, notice()), guangxi()));
    const then = now.at('cn-2025-11-04+gx-2023-03-13')!;
    expect([now.version, then.version, then.years.at(-1), then.worksOn(numberOf('2027-01-04'))]).toEqual(['cn-2026-11-05+gx-2023-03-13', 'cn-2025-11-04+gx-2023-03-13', 2026, undefined]);
    expect(then.at('cn-2026-11-05')).toBeUndefined();
    for (const version of ['cn-2024-11-12', 'gx-2023-03-13', '', 'cn-2025-11-04+gx-2023-03-13+x-2020-01-01', 'toString']) expect(now.at(version)).toBeUndefined();
    expect(now.at(now.version)!.worksOn(numberOf('2027-01-04'))).toBe(true);
  });

  it('is each one its own, and stands for the same days ever after', () => {
    const weekends = days('2026-12-01', '2031-12-31').filter((day) => [0, 6].includes(new Date(day).getUTCDay()));
    const step = fc.record({ year: fc.integer({ min: 2026, max: 2031 }), issued: fc.integer({ min: 0, max: 60 }), rest: fc.integer({ min: 10, max: 80 }), worked: fc.nat(8) });
    fc.assert(fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let json: LayerFile = file();
      const known = new Map([[json.version, calendarOf(json)]]);
      steps.forEach(({ year, issued, rest, worked }, index) => {
        const before = json.years[String(year)];
        const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => ({ from: `${year}-${day}`, to: `${year}-${day}`, ...named }));
        const makeUp = weekends.filter((day) => day.startsWith(`${year}-11`)).slice(0, worked).map((day) => ({ day, ...named }));
        json = withNotice(json, year, {
          notice: `N${index}`, title: 'T', issuedOn: addDays(before?.issuedOn ?? `${year - 1}-11-01`, issued % 20), workingDays: makeUp,
          off: [...fixed, { from: addDays(`${year}-02-01`, rest), to: addDays(`${year}-02-01`, rest + 2), ...named }].filter((one, place, all) => place < 5 || !all.slice(0, 5).some(({ from }) => from >= one.from && from <= one.to)),
          ...(before && { replaces: before.notice }),
        });
        expect(known.has(json.version)).toBe(false);
        known.set(json.version, calendarOf(json));
      });
      const now = calendarOf(json);
      for (const [version, then] of known) {
        const again = now.at(version)!;
        expect([again.version, again.years]).toEqual([version, then.years]);
        for (let number = numberOf('2025-12-20'); number < numberOf('2032-01-10'); number += 1) if (again.worksOn(number) !== then.worksOn(number)) throw new Error(`${version} differs`);
      }
    }), { numRuns: 60 });
  });

  it('of before is a calendar itself, or the file is refused', () => {
    const good = withNotice(file(), 2027, notice());
    for (const history of [[{ ...good.history![0]!, version: 'cn-2025-11-03' }], [{ ...good.history![0]!, year: '2026' }], [{ ...good.history![0]!, year: 26 }]]) {
      expect(() => calendarOf({ ...good, history })).toThrow(expect.objectContaining({ name: 'InvalidCalendar', field: expect.stringMatching(/^history/) }));
    }
  });
});

describe('A hostile file or notice', () => {
  const whole = (): CalendarFile => calendarOver(withNotice(file(), 2027, notice()), guangxi());
  const refusedOrRead = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidCalendar);
      expect((error as Error).message.length).toBeLessThan(700);
    }
  };
  /** Something else in the place of one value deep inside. */
  const spoilt = (json: unknown, path: readonly number[], value: unknown): unknown => {
    const copy = { root: structuredClone(json) } as Record<string, any>;
    let [parent, key]: [any, string] = [copy, 'root'];
    for (const step of path) {
      if (typeof parent[key] !== 'object' || parent[key] === null) break;
      const keys = Object.keys(parent[key]);
      if (keys.length === 0) break;
      [parent, key] = [parent[key], keys[step % keys.length]!];
    }
    parent[key] = value;
    return copy['root'];
  };

  it('is read or refused with a field, whatever stands in it', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('2026-01-01', '__proto__', '2027', 'cn-2026-11-05', '', null, [], {}, 1e300));
    fc.assert(fc.property(fc.array(fc.nat(50), { maxLength: 6 }), anything, (path, value) => {
      refusedOrRead(() => calendarOf(spoilt(whole(), path, value)));
      refusedOrRead(() => withNotice(file(), 2027, spoilt(notice(), path, value)));
      refusedOrRead(() => calendarOver(file(), spoilt(guangxi(), path, value)));
    }), { numRuns: 300 });
  });
});
