import { createHash } from 'node:crypto';
import {
  creditCodeProblem, formatCaseNumber, isBankCard, isCreditCode, isDivisionShape, isIndustryShape, isMobile, isResidentId, isTrackingCode,
  newTrackingCode, normalResidentId, parseCaseNumber, residentIdProblem,
} from './ids.js';

const today = '2026-03-02';
const DIGITS = '0123456789';
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const TRACKING_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Every text that differs from `text` in the one character at a position. */
function changes(text: string, at: number, alphabet: string): string[] {
  return [...alphabet].filter((c) => c !== text[at]).map((c) => text.slice(0, at) + c + text.slice(at + 1));
}

/** Every text in which two neighbours that differ have changed places. */
function swaps(text: string): string[] {
  return [...text].slice(1).flatMap((c, i) => (c === text[i] ? [] : [text.slice(0, i) + c + text[i]! + text.slice(i + 2)]));
}

describe('A resident identity number (GB 11643-1999)', () => {
  const valid = ['430000199003070014', '43000019900307009X', '500000200002290035'];

  it.each(valid)('%s is valid', (text) => {
    expect(residentIdProblem(text, today)).toBeUndefined();
    expect(isResidentId(text, today)).toBe(true);
  });

  it.each([
    ['430000199003070015', 'checkDigit'], ['430000199002300017', 'date'], ['500000190002290039', 'date'],
    ['990000199003070013', 'province'], ['430000209912310018', 'future'],
    ['430000900307001', 'shape'], ['4300001990030700144', 'shape'], ['43000019900307001 ', 'shape'], ['43000019900307001\n', 'shape'],
    ['4300001990030X0014', 'shape'], ['４30000199003070014', 'shape'], ['', 'shape'],
  ])('%j fails by %s', (text, problem) => expect(residentIdProblem(text, today)).toBe(problem));

  it('takes a small x and keeps it as X', () => {
    expect(isResidentId('43000019900307009x', today)).toBe(true);
    expect(normalResidentId('43000019900307009x')).toBe('43000019900307009X');
  });

  it('may be of a child born today, not tomorrow', () => {
    expect(residentIdProblem('430000199003070014', '1990-03-07')).toBeUndefined();
    expect(residentIdProblem('430000199003070014', '1990-03-06')).toBe('future');
  });

  it('names the first layer that fails: a wrong check digit before a wrong date', () => {
    expect(residentIdProblem('430000199002300018', today)).toBe('checkDigit');
  });

  // All weights are prime to 11, and neighbouring weights differ modulo 11.
  it.each(valid)('%s: every changed character and every exchanged pair is found', (text) => {
    for (let i = 0; i < 17; i++) for (const changed of changes(text, i, DIGITS)) expect(residentIdProblem(changed, today)).toBe('checkDigit');
    for (const changed of changes(text, 17, `${DIGITS}X`)) expect(residentIdProblem(changed, today)).toBe('checkDigit');
    for (const swapped of swaps(text)) expect(['checkDigit', 'shape']).toContain(residentIdProblem(swapped, today));
  });

  it.each([null, undefined, 430000199003070014n, ['430000199003070014'], {}])('is text: %p is not', (value) => expect(isResidentId(value, today)).toBe(false));
});

describe('A unified social credit code (GB 32100-2015)', () => {
  const valid = ['92500000MA0T00011C', '9111000000000T0184', '91430000MA0T0002XW', '52430000MJ0000T04F'];

  it.each(valid)('%s is valid', (text) => expect(isCreditCode(text)).toBe(true));

  it.each([
    ['92500000MA0T00011D', 'checkCharacter'], ['91430000MA0T00O2XW', 'shape'], ['91430000MA0T0002X', 'shape'],
    ['91430000ma0t0002xw', 'shape'], ['9143000AMA0T0002XW', 'shape'], ['91430000MA0T0002XWW', 'shape'], ['', 'shape'],
  ])('%j fails by %s', (text, problem) => expect(creditCodeProblem(text)).toBe(problem));

  it('may end with any of the 31 characters', () => {
    const ends = new Set<string>();
    for (let i = 0; i < 400; i++) {
      const body = `91430000MA${String(i).padStart(7, '0')}`;
      const fitting = [...CREDIT_ALPHABET].filter((c) => isCreditCode(body + c));
      expect(fitting).toHaveLength(1);
      ends.add(fitting[0]!);
    }
    expect([...ends].sort().join('')).toBe(CREDIT_ALPHABET);
  });

  it.each(valid)('%s: every changed character and every exchanged pair is found', (text) => {
    for (let i = 0; i < 18; i++) for (const changed of changes(text, i, CREDIT_ALPHABET)) expect(isCreditCode(changed)).toBe(false);
    for (const swapped of swaps(text)) expect(isCreditCode(swapped)).toBe(false);
  });
});

describe('Shapes', () => {
  it.each(['13900000001', '19912345678'])('%s is a mobile number', (text) => expect(isMobile(text)).toBe(true));
  it.each(['10000000001', '139****0001', '1390000000', '139000000011', '+8613900000001', '12900000001', 13900000001, ''])('%p is none', (value) =>
    expect(isMobile(value)).toBe(false));

  it.each(['430000', '430100', '110105', '439901', '439901001', '439901001002', '710000', '820000'])('%s has the shape of a division', (text) =>
    expect(isDivisionShape(text)).toBe(true));
  it.each(['990101', '43010', '4301A2', '4399010', '43990100', '160000', '470000', '830000', '', null])('%p has not', (value) =>
    expect(isDivisionShape(value)).toBe(false));

  it('a bank card has the check digit of Luhn, and every changed digit is found', () => {
    const card = '6220000000000000016';
    expect(isBankCard(card)).toBe(true);
    for (let i = 0; i < card.length; i++) for (const changed of changes(card, i, DIGITS)) expect(isBankCard(changed)).toBe(false);
    for (const text of ['0', '622000000018', '62200000000000000160', '6220 0000 0000 0000 016', '']) expect(isBankCard(text)).toBe(false);
  });

  it.each(['E47', 'E482', 'E4812', 'A01', 'T97'])('%s has the shape of an industry', (text) => expect(isIndustryShape(text)).toBe(true));
  it.each(['E4', 'E48123', 'U47', 'e47', '47', 'E47 ', 4812])('%p has not', (value) => expect(isIndustryShape(value)).toBe(false));
});

describe('A case number', () => {
  it('is written and read', () => {
    const parts = { region: '439901', year: 2026, kind: 'D01', sequence: 123 };
    expect(formatCaseNumber(parts)).toBe('439901-2026-D01-000123');
    expect(parseCaseNumber('439901-2026-D01-000123')).toEqual(parts);
    expect(parseCaseNumber(formatCaseNumber({ ...parts, sequence: 999_999 }))?.sequence).toBe(999_999);
  });
  it.each(['439901-2026-D01-000000', '439901-2026-D01-0123', '990101-2026-D01-000123', '439901-2026-d01-000123', '439901-2026--000123', ' 439901-2026-D01-000123', ''])(
    '%j is none', (text) => expect(parseCaseNumber(text)).toBeUndefined());
  it('cannot be written of parts that do not fit', () => {
    const parts = { region: '439901', year: 2026, kind: 'D01', sequence: 1 };
    for (const wrong of [{ sequence: 1_000_000 }, { sequence: 0 }, { sequence: 1.5 }, { region: '439901001' }, { kind: 'D-1' }, { year: 26 }]) {
      expect(() => formatCaseNumber({ ...parts, ...wrong })).toThrow(RangeError);
    }
  });
});

describe('A tracking code', () => {
  const random = (seed: string) => createHash('sha256').update(seed).digest();

  it('has ten characters that cannot be taken for one another', () => {
    for (let i = 0; i < 500; i++) {
      const code = newTrackingCode(random(`code ${i}`));
      expect(code).toMatch(new RegExp(`^[${TRACKING_ALPHABET}]{10}$`));
      expect(isTrackingCode(code)).toBe(true);
    }
  });
  it('has values whose sum, weighed by powers of three, is 0 modulo 31', () => {
    for (let i = 0; i < 100; i++) {
      const sum = [...newTrackingCode(random(`sum ${i}`))].reduce((total, c, at) => total + TRACKING_ALPHABET.indexOf(c) * 3 ** at, 0);
      expect(sum % 31).toBe(0);
    }
  });
  it('differs where the chance differs, and only there', () => {
    const codes = Array.from({ length: 500 }, (_, i) => newTrackingCode(random(`code ${i}`)));
    expect(new Set(codes).size).toBe(500);
    expect(newTrackingCode(random('code 7'))).toBe(codes[7]);
  });
  it('shows every changed character and any two exchanged ones', () => {
    for (let n = 0; n < 20; n++) {
      const code = newTrackingCode(random(`typed ${n}`));
      for (let i = 0; i < 10; i++) for (const changed of changes(code, i, TRACKING_ALPHABET)) expect(isTrackingCode(changed)).toBe(false);
      for (let i = 0; i < 10; i++) for (let j = 0; j < i; j++) {
        const letters = [...code];
        [letters[i], letters[j]] = [letters[j]!, letters[i]!];
        expect(isTrackingCode(letters.join(''))).toBe(letters.join('') === code);
      }
    }
  });
  it('spends its characters evenly', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2000; i++) for (const c of newTrackingCode(random(`even ${i}`))) counts.set(c, (counts.get(c) ?? 0) + 1);
    expect(counts.size).toBe(31);
    for (const count of counts.values()) expect(Math.abs(count - 20_000 / 31)).toBeLessThan(130); // Five standard deviations.
  });
  it('needs enough chance', () => expect(() => newTrackingCode(Buffer.alloc(15))).toThrow(RangeError));
  it.each(['', '222222222', '22222222220', 'abcdefghjk', null])('%p is none', (value) => expect(isTrackingCode(value)).toBe(false));
});
