import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClosureEvent } from '#libs/contracts/resolution.events.js';
import type { Life } from './life.js';
import { counted, countedOnce, without } from './life.js';

/** Tries after which a person counts as not reached, where the event does not say (P). */
const TRIES = 3;

/** Concluded, called back, reopened. Each conclusion begins a round of its own; of several calls in one round the last answer counts. */
export function afterClosure(life: Life, event: PublishedEvent): Life {
  const { round } = life;
  switch (event.type) {
    case 'resolution.case-resolved.v1': return concluded(without(life, 'concluded', ...DISPUTE), event);
    case 'resolution.case-closed.v1': return life.facts['concluded'] ? life : concluded(life, event); // Advised or answered at once: nothing was handled before.
    case 'resolution.case-reopened.v1': return { ...counted(without(life, 'concluded', ...DISPUTE), `reopened/${round}`, 'reopened', event), round: round + 1 };
    case 'resolution.callback-made.v1': {
      const { solved, satisfied } = event.data as never as Extract<ClosureEvent, { type: 'CallbackMade' }>;
      let next = counted(without(life, `unreached/${round}`), `called/${round}`, 'calledBack', event);
      next = solved === null ? without(next, `solved/${round}`) : counted(next, `solved/${round}`, solved ? 'solved' : 'unsolved', event);
      return satisfied === null ? without(next, `satisfied/${round}`) : counted(next, `satisfied/${round}`, satisfied, event);
    }
    case 'resolution.callback-unreached.v1': {
      const { attempt, tries = TRIES } = event.data as never as Extract<ClosureEvent, { type: 'CallbackUnreached' }>;
      return attempt < tries || life.facts[`called/${round}`] ? life : counted(life, `unreached/${round}`, 'unreached', event);
    }
    default: return life;
  }
}

const DISPUTE = ['disputeClosed', 'disputeSettled'] as const;

function concluded(life: Life, event: PublishedEvent): Life {
  const closed = countedOnce(life, 'concluded', event);
  if (!life.disputed) return closed;
  const ended = countedOnce(closed, 'disputeClosed', event);
  return life.settled ? countedOnce(ended, 'disputeSettled', event) : ended;
}
