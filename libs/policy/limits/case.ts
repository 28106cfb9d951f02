import type { Fen } from '#libs/contracts/money.js';
import { yuanOf } from '#libs/contracts/money.js';
import type { Day } from '#libs/contracts/time.js';
import type { Decision } from '../decision.js';
import type { Context, Received } from '../derive.js';
import type { KnownFacts } from '../facts.js';
import type { Topic } from '../matters.js';
import type { Pack } from '../pack.js';
import type { Route } from '../route.js';
import { complete, find } from '../route.js';

/** One matter of a demand with all that its limits are computed from: the same contexts, tables and flags that decided it. */
export interface Case {
  readonly pack: Pack;
  readonly facts: KnownFacts;
  readonly topic: Topic;
  readonly context: Context;
  readonly atArbitration: boolean;
  readonly flags: Route['flags'];
  readonly decision: Decision;
  /** The day on which days left are counted. */
  readonly today: Day;
  readonly receivedDay: Day;
}

export function caseOf(pack: Pack, received: Received, facts: KnownFacts, topic: Topic, decision: Decision, today: Day): Case {
  const found = find(received, facts, topic, pack);
  const { flags } = complete(found, decision.children.length > 0, pack);
  return { pack, facts, topic, context: found.context, atArbitration: found.atArbitration, flags, decision, today, receivedDay: found.day };
}

/** An amount as a person reads it: 24000, 1250.5; `?` where it is not known. */
export function yuan(fen: Fen | undefined | null): string {
  return fen === undefined || fen === null ? '?' : String(Math.round(yuanOf(fen) * 100) / 100);
}
