import type { demandKinds } from '#libs/policy/facts.js';
import type { Category, Matter } from '#libs/policy/matters.js';
import type { Span } from './evidence.js';

type DemandKind = (typeof demandKinds)[number];

/** A word that decided something, by its place in the text as it came (UTF-16 units). */
export interface DecidingWord extends Span {
  /** `category`, `matters`, `kinds` or `facts.<key>`. */
  readonly for: string;
  /** How far it spoke for the category rather than the next likely one, in nats; of a matter, what the lexicon gives it. */
  readonly weight?: number;
}

/** What a text seems to say. A proposal: it stands only where the order itself is silent and the confidence is enough, and a person may set it right. */
export interface Proposal {
  /** null where the text speaks of nothing that this system answers for. */
  readonly category: Category | null;
  /** 0 to 1, of the category: of the answers given with 0.9, nine in ten are right. 0 where there is none. */
  readonly confidence: number;
  /** The likeliest categories, for a person to choose from. */
  readonly candidates: readonly { readonly category: Category; readonly confidence: number }[];
  readonly kinds: readonly DemandKind[];
  readonly matters: readonly Matter[];
  /** By the keys of the fact catalogue; amounts in yuan. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly words: readonly DecidingWord[];
}

/** A proposal beside the order that it was made of, and how much of it was taken over; a person confirms the category where it was not. */
export interface Recognised extends Proposal {
  readonly threshold: number;
  /** Fields of the order that were filled from its text: `category`, `kinds`, `matters`, `facts.<key>`. */
  readonly taken: readonly string[];
}
