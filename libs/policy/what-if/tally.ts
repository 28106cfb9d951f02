import type { Flip, Why } from './flip.js';
import type { Difference, Verdict } from './what-if.js';

/** How much comes to somebody under each of two laws. */
export interface Load {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface Totals {
  /** Decided again; the share below is of these. */
  readonly cases: number;
  /** In no place that the draft reaches; decided by a pack that is kept no more; with too little recorded to decide again. */
  readonly beyond: number;
  readonly gone: number;
  readonly unreadable: number;
  /** Records that are not what their own pack says today. */
  readonly strayed: number;
  readonly differing: number;
  /** Led by another body, or handled in another division. */
  readonly elsewhere: number;
  readonly shareElsewhere: number;
  readonly otherMode: number;
  readonly otherFlags: number;
  /** Cases with a clock that ends on another day, or starts under one law alone. */
  readonly otherDays: number;
  /** Clocks that would have been missed and were not, and the other way round. */
  readonly newlyBreached: number;
  readonly spared: number;
  /** Orders by who leads them, the most changed first; `-` where nobody does. */
  readonly departments: readonly Load[];
  readonly divisions: readonly Load[];
  /** The first condition that flipped, with the number of cases; the most frequent first. */
  readonly conditions: readonly { readonly table: string; readonly row: string; readonly rule: string | null; readonly change: Flip['change']; readonly why: Why | null; readonly cases: number }[];
}

type Condition = Totals['conditions'][number];

/** Kinds of condition that are told apart; more are counted under none. A draft flips a handful. */
const CONDITIONS_MOST = 500;

/** Counts verdicts in constant memory. */
export class Tally {
  private readonly counts = { cases: 0, beyond: 0, gone: 0, unreadable: 0, strayed: 0, differing: 0, elsewhere: 0, otherMode: 0, otherFlags: 0, otherDays: 0, newlyBreached: 0, spared: 0 };
  private readonly departments = new Map<string, { before: number; after: number }>();
  private readonly divisions = new Map<string, { before: number; after: number }>();
  private readonly conditions = new Map<string, Condition>();

  get cases(): number {
    return this.counts.cases;
  }

  unreadable(): void {
    this.counts.unreadable++;
  }

  add(verdict: Verdict): void {
    const { counts } = this;
    if (verdict.kind !== 'decided') { counts[verdict.kind]++; return; }
    counts.cases++;
    if (verdict.strayed) counts.strayed++;
    for (const when of ['before', 'after'] as const) {
      for (const lead of verdict[when].leads) count(this.departments, lead ?? '-', when);
      count(this.divisions, verdict[when].division, when);
    }
    if (verdict.difference) this.addDifference(verdict.difference);
  }

  private addDifference({ changed, clocks, flips }: Difference): void {
    const { counts } = this;
    const has = (find: (path: string) => boolean): number => Number(changed.some(({ path }) => find(path)));
    counts.differing++;
    counts.elsewhere += has((path) => path === 'lead' || path === 'division' || path.endsWith('.lead'));
    counts.otherMode += has((path) => path === 'mode');
    counts.otherFlags += has((path) => path.startsWith('flags.'));
    counts.otherDays += Number(clocks.length > 0);
    counts.newlyBreached += clocks.filter(({ breachedBefore, breachedAfter }) => breachedBefore !== true && breachedAfter === true).length;
    counts.spared += clocks.filter(({ breachedBefore, breachedAfter }) => breachedBefore === true && breachedAfter !== true).length;
    const [first] = flips;
    if (first) this.addCondition(first);
  }

  private addCondition({ table, row, rule, change, why: reasons }: Flip): void {
    const why = reasons[0] ?? null;
    const shown: Why | null = why && 'found' in why ? { ...why, found: null } : why; // The value of one case says nothing of the others.
    const key = JSON.stringify([table, row, change, shown]);
    const known = this.conditions.get(key);
    if (known || this.conditions.size < CONDITIONS_MOST) this.conditions.set(key, { table, row, rule, change, why: shown, cases: (known?.cases ?? 0) + 1 });
  }

  totals(): Totals {
    const { cases, elsewhere } = this.counts;
    return {
      ...this.counts, shareElsewhere: cases === 0 ? 0 : elsewhere / cases,
      departments: loads(this.departments), divisions: loads(this.divisions),
      conditions: [...this.conditions.values()].sort((a, b) => b.cases - a.cases || (`${a.table} ${a.row}` < `${b.table} ${b.row}` ? -1 : 1)),
    };
  }
}

function count(loads: Map<string, { before: number; after: number }>, name: string, when: 'before' | 'after'): void {
  const load = loads.get(name) ?? { before: 0, after: 0 };
  load[when]++;
  loads.set(name, load);
}

function loads(counted: ReadonlyMap<string, { readonly before: number; readonly after: number }>): readonly Load[] {
  return [...counted].map(([name, load]) => ({ name, ...load }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.after - a.after || (a.name < b.name ? -1 : 1));
}
