import fc from 'fast-check';
import { capitalAmount } from './capital-amount.js';

/** The amount that capital characters say, read by another way than they were written. */
function read(text: string): number {
  const [, yuan = '', rest = ''] = /^人民币(?:(.*)元)?(.*?)整?$/.exec(text)!;
  const digit = (character: string): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
  const whole = (part: string): number => {
    for (const [unit, value] of [['亿', 1e8], ['万', 1e4], ['仟', 1000], ['佰', 100], ['拾', 10]] as const) {
      const at = part.indexOf(unit);
      if (at >= 0) return whole(part.slice(0, at)) * value + whole(part.slice(at + 1));
    }
    return part.replaceAll('零', '') === '' ? 0 : digit(part.replaceAll('零', ''));
  };
  const [, jiao] = /(.)角/.exec(rest) ?? [];
  const [, fen] = /(.)分/.exec(rest) ?? [];
  return whole(yuan) * 100 + (jiao ? digit(jiao) * 10 : 0) + (fen ? digit(fen) : 0);
}

describe('An amount in capital characters', () => {
  // The examples of 支付结算办法 附一 "正确填写票据和结算凭证的基本规定", where two ways are given the first.
  it.each([
    [140_950, '人民币壹仟肆佰零玖元伍角整'], [600_714, '人民币陆仟零柒元壹角肆分'], [10_700_053, '人民币壹拾万柒仟元零伍角叁分'], [168_032, '人民币壹仟陆佰捌拾元零叁角贰分'], [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'], [32_504, '人民币叁佰贰拾伍元零肆分'],
  ])('%i fen is %s, as the rules write it', (fen, text) => expect(capitalAmount(fen)).toBe(text));

  it.each([[0, '人民币零元整'], [1_800_000, '人民币壹万捌仟元整'], [1000, '人民币壹拾元整'], [1, '人民币壹分'], [10, '人民币壹角整'], [10_000_000_500, '人民币壹亿零伍元整'], [10_000_000, '人民币壹拾万元整'], [100_100_000, '人民币壹佰万壹仟元整']])('%i fen is %s', (fen, text) => expect(capitalAmount(fen)).toBe(text));

  it('says the amount and nothing else', () => fc.assert(fc.property(fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.maxSafeInteger().map((n) => Math.abs(n) % 1e13)), (fen) => {
    const text = capitalAmount(fen);
    expect(read(text)).toBe(fen);
    expect(text).not.toMatch(/零零|零[元万亿](?<!民币零元)/);
  }), { numRuns: 3000 }));

  it('is of no other number', () => { for (const fen of [-1, 0.5, NaN, 1e15]) expect(() => capitalAmount(fen)).toThrow(RangeError); });
});
