import type { Day } from '#libs/contracts/time.js';
import type { Row } from './decide-by-table.js';
import type { Topic } from './matters.js';

/** The row of c.2 or c.3 that a demand meets: who leads, before anybody asks where and in which mode. */
export interface Found {
  readonly topic: Topic;
  /** Grows from stage to stage: it is made for this one decision, and copying its hundred names would cost more than deciding. */
  readonly context: Record<string, unknown>;
  /** The day of the receipt: rows that did not hold then are no law for it. */
  readonly day: Day;
  readonly steps: readonly Row[];
  readonly table: 'wages' | 'matters';
  readonly rows: readonly Row[];
  /** The row that gives the lead. */
  readonly leading: Row | undefined;
  /** An application lies at the arbitration office: block II of c.0. */
  readonly atArbitration: boolean;
}
