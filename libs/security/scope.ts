/** Province, prefecture, county, township, village: the digits that each level adds (GB/T 2260 and the statistical code). */
const LEVELS = [2, 2, 2, 3, 3];
const CODE = /^\d{6}(\d{3}(\d{3})?)?$/;
const COLUMN = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

/** The divisions that one caller may see. Only `scopeOf` makes it, so a query that asks for a `Scoped` cannot be written without one. */
class DivisionScope {
  readonly #prefixes: readonly string[];

  constructor(divisions: readonly string[]) {
    this.#prefixes = [...new Set(divisions.map(prefixOf).filter((prefix) => prefix !== undefined))];
  }

  includes(division: string): boolean {
    const code = prefixOf(division);
    return code !== undefined && this.#prefixes.some((prefix) => code.startsWith(prefix));
  }

  /** `LIKE` patterns; one that is `%` stands for the nation. */
  patterns(): readonly string[] {
    return this.#prefixes.includes('') ? ['%'] : this.#prefixes.map((prefix) => `${prefix}%`);
  }
}

export type Scoped = DivisionScope;

export function scopeOf(caller: { readonly divisions: readonly string[] }): Scoped {
  return new DivisionScope(caller.divisions);
}

/** True where `division` is one of `divisions` or lies inside one: 439901001 inside 439901 inside 439900. A malformed code is inside nothing. */
export function inScope(divisions: readonly string[], division: string): boolean {
  return new DivisionScope(divisions).includes(division);
}

/**
 * The SQL condition that keeps a query inside its caller's divisions: `(division LIKE $3 OR division LIKE $4)`, with its parameters.
 * `column` is written in the code, never taken from a request. A caller without divisions sees nothing.
 */
export function scopeWhere(scope: Scoped, column: string, firstParameter: number): { readonly sql: string; readonly values: readonly string[] } {
  if (!COLUMN.test(column)) throw new Error(`Not a column: ${column}`);
  const values = scope.patterns();
  if (values.length === 0) return { sql: 'false', values };
  return { sql: `(${values.map((_, i) => `${column} LIKE $${firstParameter + i}`).join(' OR ')})`, values };
}

/** What the codes of all places inside a division begin with; empty for the nation. For a column that is compared by `LIKE`. */
export function prefixOfDivision(code: string): string {
  return prefixOf(code) ?? code;
}

/** True for a code that can bound a scope; 000000 is the nation. */
export function isScopeCode(text: unknown): text is string {
  return typeof text === 'string' && CODE.test(text);
}

/**
 * What the codes of all places inside a division begin with. The zeros go level by level, not pair by pair: 439901100 is
 * township 100, and cutting its last pair would let it see the townships 101 to 199.
 */
function prefixOf(code: string): string | undefined {
  if (!CODE.test(code)) return undefined;
  let end = 0;
  let at = 0;
  for (const digits of LEVELS) {
    const level = code.slice(at, at + digits);
    at += digits;
    if (/[1-9]/.test(level)) end = at;
  }
  return code.slice(0, end);
}
