/** A number as a text writes it: digits, full-width too, with separators of thousands, or Chinese numerals. */
export const NUMBER = '(?:\\d{1,3}(?:[,，]\\d{3}){1,3}|\\d{1,9})(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千万零俩仨半]{1,10}';

const DIGITS: Readonly<Record<string, number>> = { 零: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Full-width digits as plain ones, each in its place, so that a place in this text is the same place in the original. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** `18,000`, `62万`, `3万5`, `1.15万`, `四千二`, `七`. Undefined where it is no single number, as in `八九` (eight or nine). */
export function numberOf(written: string): number | undefined {
  const plain = written.replace(/[,，]/g, '');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const mixed = /^(\d+(?:\.\d+)?)([万千百])(?:(\d)|(\d{2,4}))?$/.exec(plain);
  if (mixed) {
    const unit = UNITS[mixed[2]!]!;
    return Math.round((Number(mixed[1]) * unit + (mixed[3] ? Number(mixed[3]) * unit / 10 : Number(mixed[4] ?? 0))) * 100) / 100;
  }
  return chineseNumber(plain);
}

function chineseNumber(written: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 0;
  for (const c of written) {
    const value = DIGITS[c];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      if (value === 0) lastUnit = 0;
      continue;
    }
    const unit = UNITS[c];
    if (unit === undefined) return undefined;
    if (unit === 10_000) { if (section + (digit ?? 0) === 0) return undefined; total = (total + section + (digit ?? 0)) * unit; section = 0; }
    else { if (digit === undefined && unit !== 10) return undefined; section += (digit ?? 1) * unit; }
    digit = undefined;
    lastUnit = unit;
  }
  return total + section + (digit ?? 0) * (digit !== undefined && lastUnit > 10 ? lastUnit / 10 : 1); // `四万三` is 43,000, `三百二` 320.
}
