import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Fact, FactKind } from './fact.js';
import { TRACK_STREAMS, trackOf } from './fact.js';

/** A clock as far as it is counted. */
export interface ClockLife {
  readonly kind: string;
  readonly order: number;
  readonly due: string;
  readonly status: 'running' | 'suspended' | 'ended';
  readonly breached: boolean;
}

/** What must be remembered of a case so that its next event can be counted, and the facts that it stands for now. */
export interface Life {
  readonly caseId: string;
  /** Of the last event that it has heard: a repetition changes nothing. */
  readonly position: string;
  readonly channel: string;
  readonly category: string;
  readonly migrant: boolean;
  readonly matters: readonly string[];
  /** By order number: who holds it. */
  readonly holders: Readonly<Record<string, { readonly department: string; readonly division: string }>>;
  /** An order that a decision merged into another case is not counted at all. */
  readonly merged: boolean;
  /** Cases that tell of the same complaint. */
  readonly sameAs: readonly string[];
  readonly clearZero: string | null;
  readonly arrearsYear: number;
  readonly clocks: Readonly<Record<string, ClockLife>>;
  /** Each conclusion begins one; a reopening ends it. */
  readonly round: number;
  readonly disputed: boolean;
  readonly settled: boolean;
  readonly arbitration: { readonly on: Day; readonly speedy: boolean } | null;
  readonly clues: readonly { readonly number: string; readonly on: Day }[];
  readonly clueResolved: boolean;
  /** What a verified clue found owed, where no desk has established it yet. */
  readonly clueAmount: number;
  readonly owed: Readonly<Record<string, number>>;
  readonly paid: Readonly<Record<string, number>>;
  /** By worker and paper: from which money it is kept. */
  readonly held: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, Fact>>;
}

const NO_FACTS: Life['facts'] = {};

/** What a case counts for. Merged orders are left out; of two cases of one complaint the one filed later is (metrics e: parent cases, once). */
export function countedFacts(life: Life | undefined): Life['facts'] {
  if (!life || life.merged || life.sameAs.some((other) => other < life.caseId)) return NO_FACTS; // Case ids are in the order of filing.
  return life.facts;
}

interface Counted {
  readonly day?: Day;
  readonly amount?: number;
  readonly part?: string;
  readonly order?: number;
}

/** The case with one more fact, or with another in its place, counted to whoever holds the order now. */
export function counted(life: Life, key: string, kind: FactKind, event: PublishedEvent, { day, amount = 0, part = '', order = 0 }: Counted = {}): Life {
  const { department = '', division = '' } = life.holders[order] ?? life.holders[0] ?? {};
  const stream = event.stream.slice(0, event.stream.indexOf('/'));
  const track = TRACK_STREAMS.has(stream) ? stream : trackOf(department);
  const fact: Fact = { kind, day: day ?? dayOf((event.data as { at: Instant }).at), amount, division, department, track, category: life.category, channel: life.channel, part };
  return { ...life, facts: { ...life.facts, [key]: fact } };
}

/** As `counted`, where the first of its kind alone counts. */
export function countedOnce(life: Life, kind: FactKind, event: PublishedEvent, how: Counted = {}): Life {
  return life.facts[kind] ? life : counted(life, kind, kind, event, how);
}

export function without(life: Life, ...keys: readonly string[]): Life {
  if (!keys.some((key) => key in life.facts)) return life;
  return { ...life, facts: Object.fromEntries(Object.entries(life.facts).filter(([key]) => !keys.includes(key))) };
}

/** All that is counted of a case follows its category when that is set right. */
export function recategorised(life: Life, category: string | null): Life {
  if (category === null || category === life.category) return life;
  return { ...life, category, facts: Object.fromEntries(Object.entries(life.facts).map(([key, fact]) => [key, { ...fact, category }])) };
}
