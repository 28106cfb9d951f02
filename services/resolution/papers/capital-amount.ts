import type { Fen } from '#libs/contracts/money.js';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/**
 * An amount in the characters that nobody alters by a stroke, as the rules for bills and receipts write it (支付结算办法 附一): 人民币 before it,
 * 整 where there are no fen, one 零 for any row of noughts inside it.
 */
export function capitalAmount(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 1e14) throw new RangeError('No amount of money.');
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const whole = yuan > 0 ? `${wholeYuan(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return `人民币${whole || '零元'}整`;
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''; // A nought before the jiao is said once.
  return `人民币${whole}${gap}${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}

function wholeYuan(yuan: number): string {
  let text = '';
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const part = Math.floor(yuan / 10 ** (group * 4)) % 10_000;
    if (part === 0) continue;
    const gap = text !== '' && part < 1000 ? '零' : '';
    text += gap + fourDigits(part) + GROUPS[group]!;
  }
  return text;
}

function fourDigits(part: number): string {
  let text = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) continue;
    const skipped = text !== '' && Math.floor(part / 10 ** (place + 1)) % 10 === 0;
    text += (skipped ? '零' : '') + DIGITS[digit]! + PLACES[place]!;
  }
  return text;
}
