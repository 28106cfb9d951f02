/** Seeded chance: the same numbers for the same seed. */
export type Chance = () => number;

/** What one run of a scenario counted. Nothing may be lost, nothing done twice, nothing late, and no invariant broken. */
export interface Tally {
  readonly faults: number;
  /** Commands, work orders above all, that were answered with success. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Effects that happened twice: a case filed, routed or breached again, a delivery under a second id. */
  readonly duplicated: number;
  /** Clocks that breached later than two seconds after they were due and the system was there again. */
  readonly late: number;
  /** The slowest recovery, in milliseconds: from the end of the fault until every process is ready and clocks are fired. */
  readonly recoveryMs: number;
  /** What else is not as it must be, one line each. */
  readonly broken: readonly string[];
}

/** How much is wanted: `count` faults by this seed. */
export interface Wanted {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** A way in which the world goes wrong, and what to count while it does. */
export interface Scenario {
  readonly name: string;
  /** What is done to the product, in one line. */
  readonly does: string;
  /** Faults for a commit, and for one slice of `npm run prove`. */
  readonly faults: { readonly commit: number; readonly prove: number };
  /** Defects of the product that this scenario must find; their names in `broken.ts`. */
  readonly finds: readonly string[];
  /** Why it cannot run on this machine; undefined where it can. */
  readonly impossible?: () => string | undefined;
  run(wanted: Wanted): Promise<Tally>;
}

export const nothing: Tally = { faults: 0, acknowledged: 0, lost: 0, duplicated: 0, late: 0, recoveryMs: 0, broken: [] };

export function sum(a: Tally, b: Tally): Tally {
  return {
    faults: a.faults + b.faults, acknowledged: a.acknowledged + b.acknowledged, lost: a.lost + b.lost, duplicated: a.duplicated + b.duplicated, late: a.late + b.late,
    recoveryMs: Math.max(a.recoveryMs, b.recoveryMs), broken: [...a.broken, ...b.broken],
  };
}

export function isClean({ lost, duplicated, late, broken }: Tally): boolean {
  return lost + duplicated + late + broken.length === 0;
}
