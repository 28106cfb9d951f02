import type { Fen } from '#libs/contracts/money.js';
import type { Day } from '#libs/contracts/time.js';
import type { FactKey } from '../facts.js';

/** Whether a condition holds; `unknown` where a fact is missing that would decide it. */
export type Answer = 'met' | 'unmet' | 'unknown';

/** One step that led to a limit: a condition of its test, or a step of its counting. */
export interface LimitStep {
  /** What has to be shown: every point of a test. */
  readonly point: string;
  /** One of the ways to show it: one way is enough, and takes all of its steps. */
  readonly way: string;
  readonly zh: string;
  readonly en: string;
  /** Null for a step of counting, which is no condition. */
  readonly answer: Answer | null;
  /** Where it is met, the test fails whatever else is shown. */
  readonly excludes: boolean;
  /** What the law wants and what there is; money in Fen. */
  readonly wanted: string | number | boolean | null;
  readonly found: string | number | boolean | null;
  /** The facts that decide it: what is to be found out where it is unknown. */
  readonly facts: readonly FactKey[];
  readonly source: string;
}

interface Told {
  /** A clock of b.2 (`ARB-LIMIT-WAGE`) or the name of a test (`FINAL-AWARD`). */
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** What came out, in one sentence. */
  readonly zh: string;
  readonly en: string;
  readonly steps: readonly LimitStep[];
  readonly source: string;
  readonly confidence: 'A' | 'B' | 'C' | 'P';
}

/** Until when a right can be used, or an authority pursues. */
export interface PeriodLimit extends Told {
  readonly kind: 'period';
  readonly start: Day | null;
  /** The day it counts from now: another than `start` where it was interrupted. */
  readonly from: Day | null;
  readonly lastDay: Day | null;
  /** A year on the way has no notice yet. */
  readonly isProvisional: boolean;
  readonly daysLeft: number | null;
  readonly state: 'notStarted' | 'running' | 'suspended' | 'stopped' | 'passed' | 'unknown';
  /** What its passing does: only a defence that the employer may raise, or the end of the right. */
  readonly effect: 'defence' | 'bar' | 'rightLost' | 'undetermined';
  /** The last day if this order itself counts as a request to an authority, which interrupts the period. */
  readonly renewedTo: Day | null;
}

/** Whether a rule applies, condition by condition. */
export interface TestLimit extends Told {
  readonly kind: 'test';
  readonly answer: Answer;
  /** The flag of the decision that says the same. */
  readonly flag: string | null;
}

export interface ItemLimit {
  /** Counted from 1. */
  readonly item: number;
  readonly claim: string;
  readonly amount: Fen;
  /** The amount up to which the award on it is final; null where the minimum wage is not known. */
  readonly most: Fen | null;
  readonly answer: Answer;
}

/** The final-award test, claim by claim. */
export interface ItemsLimit extends Told {
  readonly kind: 'items';
  readonly answer: Answer;
  readonly flag: string | null;
  readonly items: readonly ItemLimit[];
  /** Final and non-final claims together: then the award is none (SPC1 20). */
  readonly isMixed: boolean;
}

export interface Payer {
  /** Counted from 1: who is asked first. */
  readonly order: number;
  readonly party: string;
  readonly zh: string;
  readonly en: string;
  readonly grounds: readonly { readonly zh: string; readonly en: string; readonly source: string; readonly upTo: Fen | null; readonly isCapped: boolean }[];
  /** No ground without an upper bound: then no more than `upTo`, null where that amount is not known. */
  readonly isCapped: boolean;
  readonly upTo: Fen | null;
  /** From whom the party gets back what it paid. */
  readonly recourse: string | null;
}

export interface PayersLimit extends Told {
  readonly kind: 'payers';
  readonly payers: readonly Payer[];
}

/** An amount between two bounds. */
export interface MoneyLimit extends Told {
  readonly kind: 'money';
  readonly answer: Answer;
  readonly least: Fen | null;
  readonly most: Fen | null;
}

/** Who hears or helps. */
export interface ChoiceLimit extends Told {
  readonly kind: 'choice';
  readonly choice: string;
  /** Code of the division whose body it is; null where that is not the question. */
  readonly division: string | null;
}

export type Limit = PeriodLimit | TestLimit | ItemsLimit | PayersLimit | MoneyLimit | ChoiceLimit;
