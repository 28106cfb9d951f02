import type { AnswerEvent } from '#libs/contracts/intake.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './answer.refusals.js';

type Of<Type extends AnswerEvent['type']> = Omit<Extract<AnswerEvent, { type: Type }>, 'type'>;

export type AnswerCommand =
  | { readonly type: 'GiveAnswer' } & Of<'AnswerGiven'>
  | { readonly type: 'ReturnReply' } & Of<'ReplyReturned'>;

/** The entries that were told to one caller, and who took the section's answer, by day. */
export interface Answered {
  readonly entries: readonly string[];
  readonly returned: readonly string[];
}

const ENTRIES_MAX = 20;

/** What an agent answered one caller out of the answer base: each entry once. What the caller said is nowhere kept. */
export const answer: Decider<Answered, AnswerCommand, AnswerEvent> = { initial: { entries: [], returned: [] }, decide, evolve, may: {} };

function decide(command: AnswerCommand, state: Answered): readonly AnswerEvent[] {
  switch (command.type) {
    case 'GiveAnswer': {
      const { at, by, entry, pack, division, channel, source } = command;
      if (state.entries.includes(entry)) return []; // Told once, however often it is said.
      if (state.entries.length >= ENTRIES_MAX) throw refuse('ANSWERS_TOO_MANY');
      return [{ type: 'AnswerGiven', at, by, entry, pack, division, channel, source }];
    }
    case 'ReturnReply': {
      const { at, by } = command;
      return state.returned.includes(lookOf(command)) ? [] : [{ type: 'ReplyReturned', at, by }];
    }
    default: return never(command);
  }
}

function evolve(state: Answered, event: AnswerEvent): Answered {
  switch (event.type) {
    case 'AnswerGiven': return { ...state, entries: [...state.entries, event.entry] };
    case 'ReplyReturned': return { ...state, returned: [...state.returned, lookOf(event)] };
    default: return never(event);
  }
}

/** Who looks twice on one day has looked once. */
function lookOf({ at, by }: Of<'ReplyReturned'>): string {
  return `${dayOf(at)} ${by}`;
}
