/** Fen as yuan, the way an office writes it: ¥18,000.00, whole thousands in the table without the zeros. */
export function yuan(fen, { cents = true } = {}) {
  const text = (Math.round(fen) / 100).toLocaleString('zh-CN', { minimumFractionDigits: cents ? 2 : 0, maximumFractionDigits: cents ? 2 : 0 });
  return `¥${text}`;
}

/** `180.5` as 18050, without the rounding of binary fractions; undefined for what is no amount. */
export function fenOf(text) {
  const [, whole, cents = ''] = /^\s*(\d{1,10})(?:\.(\d{1,2}))?\s*$/.exec(text) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}
