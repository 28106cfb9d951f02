import fc from 'fast-check';
import { epochMs, instantOf, isAfter, isDay, isInstant } from './time.js';

const runs = { numRuns: 5_000 };
const moments = fc.integer({ min: Date.parse('1900-01-01T00:00:00Z'), max: Date.parse('2199-12-31T00:00:00Z') });

describe('A moment', () => {
  it('is written as the platform’s own calendar has it, eight hours on, milliseconds only where there are any', () => {
    fc.assert(fc.property(moments, fc.boolean(), (at, whole) => {
      const ms = whole ? at - (at % 1000) : at;
      const platform = new Date(ms + 8 * 3_600_000).toISOString();
      expect(instantOf(ms)).toBe(`${platform.slice(0, 19)}${ms % 1000 === 0 ? '' : platform.slice(19, 23)}+08:00`);
      expect(epochMs(instantOf(ms))).toBe(ms);
    }), runs);
    expect(() => instantOf(NaN)).toThrow(RangeError);
  });

  it('lies after another whenever the calendar says so, however each is written', () => {
    const written = fc.tuple(moments, fc.constantFrom('local', 'utc', 'minutes')).map(([at, form]) => {
      const ms = form === 'minutes' ? at - (at % 60_000) : at;
      return form === 'utc' ? new Date(ms).toISOString() : form === 'minutes' ? instantOf(ms).replace(':00+08:00', '+08:00') : instantOf(ms);
    });
    const near = fc.tuple(written, fc.integer({ min: -2_000, max: 2_000 })).map(([a, by]) => [a, instantOf(Date.parse(a) + by)] as const);
    fc.assert(fc.property(fc.oneof(fc.tuple(written, written), near), ([a, b]) => expect(isAfter(a, b)).toBe(Date.parse(a) > Date.parse(b))), runs);
  });

  it('is refused where its day or hour does not exist', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    for (const year of [1900, 2000, 2024, 2026, 2100]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const at = Date.parse(`${text}T00:00:00Z`);
          expect([text, isDay(text)]).toEqual([text, !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)]);
        }
      }
    }
    for (const time of ['00:00', '23:59', '24:00', '24:01', '25:00', '12:60', '12:00:59', '12:00:60', '24:00:00', '24:00:01', '12:00:00.123456789', '12:00:00.']) {
      for (const offset of ['Z', '+08:00', '-23:59', '+24:00', '+08:60']) {
        const text = `2026-03-02T${time}${offset}`;
        expect([text, isInstant(text)]).toEqual([text, !Number.isNaN(Date.parse(text)) && !time.endsWith('.')]);
      }
    }
    for (const text of ['2026-03-02', '2026-03-02T10:15:00', '2026-02-29T10:15:00+08:00', '2026-03-02 10:15:00+08:00', '', 7, null, undefined]) expect(isInstant(text)).toBe(false);
  });
});
