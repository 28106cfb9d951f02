import type { Day } from '#libs/contracts/time.js';
import type { Category } from '#libs/policy/matters.js';
import type { Evidence } from './evidence.js';
import type { Lesson } from './learn.js';
import { lexicon, pairs } from './lexicon.js';

/** A synthetic order with what a person would read out of it. */
export interface Labelled {
  readonly id: string;
  /** null where it belongs nowhere in this system. */
  readonly category: Category | null;
  readonly matters: readonly string[];
  readonly kinds: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  /** Told in roundabout words, none of which names the matter: what a hotline also hears, and a machine should leave to a person. */
  readonly indirect?: true;
  readonly text: string;
}

export interface LabelledSet {
  /** The day on which all of them came in. */
  readonly on: Day;
  readonly orders: readonly Labelled[];
}

export function readLabelled(json: string): LabelledSet {
  return JSON.parse(json) as LabelledSet;
}

export function lessonsOf({ orders }: LabelledSet): readonly Lesson[] {
  return orders.map(({ text, category }) => ({ text, category: category ?? 'none' }));
}

/** Everything that has a weight before anything is learned. */
export function knownFeatures(): readonly (readonly [string, Evidence['known']])[] {
  return [...lexicon, ...pairs.map((pair) => [pair.tags.join('+'), pair] as const)];
}
