import type { Day, Instant } from '#libs/contracts/time.js';
import type { Lost } from './decide-by-table.js';
import type { Facts } from './facts.js';

export type Mode = 'dispatch' | 'transfer' | 'guide' | 'refuse' | 'handover' | 'merge' | 'advise' | 'explain' | 'triage';
/** The key of a body in `departments.json`. */
export type Department = string;
export type FlagValue = boolean | string | null;

/** A clock that starts with the receipt, or whose start a fact gives. Its due date is the clock stream's business. */
export interface ClockStart {
  readonly id: string;
  /** An instant for clocks of hours, a day for all others. */
  readonly startedAt: Day | Instant;
}

/** A row that was met: where it stands and what it rests on. */
export interface MatchedRow {
  readonly table: string;
  readonly rule: string;
  readonly source: string;
  readonly confidence: string;
}

/** A row that was not met, and the conditions on which it lost: `found` is null where a fact is not known. */
export interface NearMiss {
  readonly table: string;
  readonly rule: string;
  /** `_id` of the row. */
  readonly row: string;
  readonly source: string;
  readonly lost: readonly Lost[];
}

/** A body of a place that leads or assists, and the fact that names the place. */
export interface Place {
  readonly division: string;
  readonly role: 'lead' | 'assist';
  readonly department: Department;
  readonly fact: string;
  readonly rule: string;
  readonly source: string;
}

/** One order of a demand: the lead order is number 0; each further matter with another lead is a child order. */
export interface Order {
  readonly order: number;
  readonly matter: string | null;
  readonly kind: string;
  readonly category: string;
  readonly lead: Department | null;
  readonly leadAlternatives: readonly Department[];
  readonly assist: readonly Department[];
  readonly guide: readonly Department[];
  readonly rules: readonly string[];
  readonly clocks: readonly ClockStart[];
  /** The place that leads and those that assist; none where nobody leads. */
  readonly places: readonly Place[];
}

/** Where a case goes, by which rows, and why: what its routing event records. */
export interface Decision extends Omit<Order, 'order'> {
  readonly mode: Mode;
  /** Of `clocks`, which are the whole demand's, those of the lead order: a child order answers for its own reply. */
  readonly ownClocks: readonly ClockStart[];
  readonly handover: readonly Department[];
  /** Every flag has a value. */
  readonly flags: Readonly<Record<string, FlagValue>>;
  /** The region whose bodies lead and assist; null where nobody leads. */
  readonly handlingRegion: string | null;
  readonly children: readonly Order[];
  readonly mergedInto: string | null;
  readonly liableParties: readonly string[];
  /** How soon the person must hear: the urgency level of the reply clock. */
  readonly urgency: '2h' | '24h' | 'ordinary';
  readonly pack: { readonly division: string; readonly version: string; readonly hash: string };
  readonly rows: readonly MatchedRow[];
  /** The rows that came nearest to deciding otherwise, and what each lost on. */
  readonly nearest: readonly NearMiss[];
  /** The facts used, never personal ones; money in Fen. */
  readonly inputs: Facts;
  readonly reason: { readonly zh: string; readonly en: string };
}
