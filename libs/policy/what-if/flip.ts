/** Why a row is met under one pack and not under the other. */
export type Why =
  /** The cell asks for something else. `found`: what the case has. */
  | { readonly kind: 'cell'; readonly field: string; readonly before: string; readonly after: string; readonly found: unknown }
  /** The cell is the same, but what it asks for has another value; `by`: the changed parameters and clocks that make it so, as far as they can be told one by one. */
  | { readonly kind: 'value'; readonly field: string; readonly before: unknown; readonly after: unknown; readonly by: readonly string[] }
  | { readonly kind: 'added' } | { readonly kind: 'removed' }
  /** An earlier row takes it now, or did before. */
  | { readonly kind: 'preceded'; readonly row: string }
  | { readonly kind: 'period' }
  /** The row is met under both, and says something else. */
  | { readonly kind: 'result'; readonly field: string; readonly before: unknown; readonly after: unknown };

/** A row that decides otherwise: met before and no longer, met now and not before, or met with another result. */
export interface Flip {
  readonly table: string;
  readonly row: string;
  readonly rule: string | null;
  readonly source: string | null;
  readonly change: 'lost' | 'gained' | 'changed';
  readonly why: readonly Why[];
}
