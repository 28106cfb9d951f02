/** A share of a whole with both numbers, so that nobody reads a percentage without what it is of. Of an empty whole there is no share (metrics e). */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** In per cent, two decimals; null where the denominator is 0. */
  readonly percent: number | null;
}

export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, percent: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100 };
}
