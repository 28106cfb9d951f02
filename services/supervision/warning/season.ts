/** How many cases came in one month of one year. */
export interface MonthCount {
  readonly year: number;
  readonly month: number;
  readonly cases: number;
}

/** One month of a year: what to expect of it, and what came. */
export interface MonthForecast {
  readonly month: number;
  /** Cases of this month in all earlier years, and of how many years. */
  readonly numerator: number;
  readonly denominator: number;
  /** Their mean, one decimal; null where no earlier year is known. */
  readonly expected: number | null;
  /** What came in the year asked for, so far. */
  readonly came: number;
  /** Above the mean of all months of those years: 1.5 is half as many again; two decimals, null where nothing is known. */
  readonly index: number | null;
}

/**
 * A forecast that a person can do on paper: of each month, the mean of the same month in the years before. A year counts from the first month in
 * which a case came on: what lies before was not yet kept here.
 */
export function forecast(counts: readonly MonthCount[], year: number): readonly MonthForecast[] {
  const before = counts.filter((one) => one.year < year && one.cases > 0);
  const first = before.map((one) => one.year * 12 + one.month).sort((a, b) => a - b)[0];
  const years = (month: number): number => (first === undefined ? 0 : Math.max(0, year - Math.ceil((first - month) / 12)));
  const sum = (month: number): number => before.filter((one) => one.month === month).reduce((total, { cases }) => total + cases, 0);
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const all = { cases: months.reduce((total, month) => total + sum(month), 0), months: months.reduce((total, month) => total + years(month), 0) };
  return months.map((month) => {
    const [numerator, denominator] = [sum(month), years(month)];
    const mean = denominator === 0 ? null : numerator / denominator;
    const came = counts.filter((one) => one.year === year && one.month === month).reduce((total, { cases }) => total + cases, 0);
    return { month, numerator, denominator, expected: mean === null ? null : rounded(mean, 1), came, index: mean === null || all.cases === 0 ? null : rounded(mean / (all.cases / all.months), 2) };
  });
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
