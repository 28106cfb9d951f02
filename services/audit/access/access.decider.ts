import type { AccessEvent } from '#libs/contracts/audit.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';

export interface AccessCommand {
  readonly type: 'RecordAccess';
  readonly at: Instant;
  readonly by: string;
  readonly fields: readonly string[];
  readonly reason: string;
}

/** Who looked. Every look is a fact of its own: nothing is remembered, nothing refused. */
export const access: Decider<null, AccessCommand, AccessEvent> = {
  initial: null,
  decide: ({ at, by, fields, reason }) => [{ type: 'PersonalDataRead', at, by, fields: [...fields], reason }],
  evolve: () => null,
  may: {},
};
