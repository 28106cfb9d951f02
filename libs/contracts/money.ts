/** Money in Fen, one hundredth of a yuan: always a whole number. */
export type Fen = number;

/** Yuan as they come in at a door, with at most two decimals, to Fen. */
export function fenOf(yuan: number): Fen {
  return Math.round(yuan * 100);
}

export function yuanOf(fen: Fen): number {
  return fen / 100;
}

/** True for an amount of yuan that Fen can hold: not negative, at most two decimals, below one hundred billion. */
export function isYuan(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e11 && Math.abs(Math.round(value * 100) - value * 100) < 1e-6;
}

/** Whether two lists give the same workers the same sums. By value: the log gives the fields of an object back in another order than they were written in. */
export function sameAmounts(a: readonly WorkersAmount[], b: readonly WorkersAmount[]): boolean {
  return a.length === b.length && a.every(({ worker, amount }, i) => worker === b[i]!.worker && amount === b[i]!.amount);
}
interface WorkersAmount {
  readonly worker: number;
  readonly amount: Fen;
}
