import type { LookingEvent } from '#libs/contracts/audit.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';

interface Given { readonly at: Instant; readonly by: string }

export type LookingCommand = Given & (
  | { readonly type: 'RecordSearch'; readonly fields: readonly ('name' | 'phone' | 'idNumber')[]; readonly reason: string; readonly found: number }
  | { readonly type: 'RecordExport'; readonly size: number }
);

interface Looking {
  /** The last day on which entries were fetched. */
  readonly exportedOn: Day | undefined;
}

/** What one caller asked for that is of no single case. An export takes thousands of requests: one fact a day. */
export const looking: Decider<Looking, LookingCommand, LookingEvent> = { initial: { exportedOn: undefined }, decide, evolve, may: {} };

function decide(command: LookingCommand, state: Looking): readonly LookingEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'RecordSearch': return [{ type: 'PersonSearched', at, by, fields: [...command.fields], reason: command.reason, found: command.found }];
    case 'RecordExport': return state.exportedOn === dayOf(at) ? [] : [{ type: 'LogExported', at, by, on: dayOf(at), size: command.size }];
    default: return never(command);
  }
}

function evolve(state: Looking, event: LookingEvent): Looking {
  return event.type === 'LogExported' ? { exportedOn: event.on } : state;
}
