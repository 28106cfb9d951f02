import type { RetentionEvent } from '#libs/contracts/intake.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { refuse } from './retention.refusals.js';

interface Given { readonly at: Instant; readonly by: string }

export type RetentionCommand = Given & (
  | { readonly type: 'PlaceHold'; readonly reason: string }
  | { readonly type: 'LiftHold'; readonly reason: string }
  | { readonly type: 'ErasePersonalData'; readonly subject: string }
);

export interface Retention {
  readonly held: boolean;
  readonly erased: boolean;
  readonly lifted: Instant | undefined;
}

const may = {
  PlaceHold: (state: Retention) => (state.erased ? refuse('HOLD_TOO_LATE') : undefined),
  LiftHold: (state: Retention) => (state.held ? undefined : refuse('FILE_NOT_HELD')),
};

/** A file that a court, a review or an inquiry needs stays whole, whatever its term says, until somebody says that it is needed no more. */
export const retention: Decider<Retention, RetentionCommand, RetentionEvent> = { initial: { held: false, erased: false, lifted: undefined }, decide, evolve, may };

function decide(command: RetentionCommand, state: Retention): readonly RetentionEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'PlaceHold':
      if (state.held) return [];
      ensure(may, command, state);
      return [{ type: 'HoldPlaced', at, by, reason: command.reason }];
    case 'LiftHold':
      if (!state.held && state.lifted === at) return [];
      ensure(may, command, state);
      return [{ type: 'HoldLifted', at, by, reason: command.reason }];
    case 'ErasePersonalData': return state.erased ? [] : [{ type: 'PersonalDataErased', at, by, subject: command.subject }];
    default: return never(command);
  }
}

function evolve(state: Retention, event: RetentionEvent): Retention {
  switch (event.type) {
    case 'HoldPlaced': return { ...state, held: true };
    case 'HoldLifted': return { ...state, held: false, lifted: event.at };
    case 'PersonalDataErased': return { ...state, erased: true };
    default: return never(event);
  }
}
