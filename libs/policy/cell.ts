/** What a cell of a decision table asks: anything, one of some literals, or a number in an interval. The grammar is closed, so that gaps and overlaps can be computed. */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'literals'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly withLow: boolean; readonly withHigh: boolean };

const INTERVAL = /^([[(])\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([\])])$/;
const COMPARISON = /^(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)$/;

/** undefined for a cell outside the grammar. */
export function cellOf(text: string): Cell | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-') return { kind: 'any' };
  const interval = INTERVAL.exec(trimmed);
  if (interval) {
    return { kind: 'interval', low: Number(interval[2]), high: Number(interval[3]), withLow: interval[1] === '[', withHigh: interval[4] === ']' };
  }
  const comparison = COMPARISON.exec(trimmed);
  if (comparison) return compared(comparison[1]!, Number(comparison[2]));
  return literals(trimmed);
}

/** True where nothing can meet the cell. */
export function isEmptyCell(cell: Cell): boolean {
  return cell.kind === 'interval' && (cell.low > cell.high || (cell.low === cell.high && !(cell.withLow && cell.withHigh)));
}

/** True where everything that meets `narrow` meets `wide`. */
export function covers(wide: Cell, narrow: Cell): boolean {
  if (wide.kind === 'any') return true;
  if (narrow.kind === 'any') return false;
  if (narrow.kind === 'literals') return narrow.values.every((value) => meets(wide, value));
  if (wide.kind === 'literals') return narrow.low === narrow.high && meets(wide, narrow.low);
  const lowFits = wide.low < narrow.low || (wide.low === narrow.low && (wide.withLow || !narrow.withLow));
  const highFits = wide.high > narrow.high || (wide.high === narrow.high && (wide.withHigh || !narrow.withHigh));
  return lowFits && highFits;
}

/** True where something meets both. */
export function overlaps(a: Cell, b: Cell): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'literals') return a.values.some((value) => meets(b, value));
  if (b.kind === 'literals') return b.values.some((value) => meets(a, value));
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const ends = (cell: typeof a) => (cell.low < low || cell.withLow) && (cell.high > high || cell.withHigh);
  return low < high || (low === high && ends(a) && ends(b));
}

export function meets(cell: Cell, value: unknown): boolean {
  if (cell.kind === 'any') return true;
  if (cell.kind === 'literals') return cell.values.some((each) => each === value);
  if (typeof value !== 'number') return false;
  return (cell.withLow ? value >= cell.low : value > cell.low) && (cell.withHigh ? value <= cell.high : value < cell.high);
}

function compared(sign: string, bound: number): Cell {
  const inclusive = sign.endsWith('=');
  return sign.startsWith('<')
    ? { kind: 'interval', low: -Infinity, high: bound, withLow: false, withHigh: inclusive }
    : { kind: 'interval', low: bound, high: Infinity, withLow: inclusive, withHigh: false };
}

function literals(text: string): Cell | undefined {
  try {
    const values = JSON.parse(`[${text}]`) as unknown[];
    const plain = values.filter((value): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value));
    return plain.length === values.length && plain.length > 0 ? { kind: 'literals', values: plain } : undefined;
  } catch {
    return undefined; // Not JSON, so an expression: outside the grammar.
  }
}
