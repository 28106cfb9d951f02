import type { AccessEvent } from '#libs/contracts/audit.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';

interface Given { readonly at: Instant; readonly by: string }

export type AccessCommand = Given & (
  | { readonly type: 'RecordAccess'; readonly fields: readonly string[]; readonly reason: string }
  | { readonly type: 'RecordBundle'; readonly upTo: string; readonly events: number; readonly streams: readonly { readonly stream: string; readonly version: number }[] }
  | { readonly type: 'RecordReview'; readonly reason: string; readonly looks: number }
);

/** Who looked. Every look is a fact of its own: nothing is remembered, nothing refused. */
export const access: Decider<null, AccessCommand, AccessEvent> = { initial: null, decide, evolve: () => null, may: {} };

function decide(command: AccessCommand): readonly AccessEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'RecordAccess': return [{ type: 'PersonalDataRead', at, by, fields: [...command.fields], reason: command.reason }];
    case 'RecordBundle': return [{ type: 'CaseBundled', at, by, upTo: command.upTo, events: command.events, streams: [...command.streams] }];
    case 'RecordReview': return [{ type: 'AccessReviewed', at, by, reason: command.reason, looks: command.looks }];
    default: return never(command);
  }
}
