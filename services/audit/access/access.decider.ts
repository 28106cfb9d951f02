import type { AccessEvent } from '#libs/contracts/audit.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';

export type AccessCommand =
  | { readonly type: 'RecordAccess'; readonly at: Instant; readonly by: string; readonly fields: readonly string[]; readonly reason: string }
  | { readonly type: 'RecordBundle'; readonly at: Instant; readonly by: string; readonly upTo: string; readonly events: number; readonly streams: readonly { readonly stream: string; readonly version: number }[] };

/** Who looked. Every look is a fact of its own: nothing is remembered, nothing refused. */
export const access: Decider<null, AccessCommand, AccessEvent> = {
  initial: null,
  decide: (command) => {
    if (command.type === 'RecordBundle') return [{ type: 'CaseBundled', at: command.at, by: command.by, upTo: command.upTo, events: command.events, streams: [...command.streams] }];
    return [{ type: 'PersonalDataRead', at: command.at, by: command.by, fields: [...command.fields], reason: command.reason }];
  },
  evolve: () => null,
  may: {},
};
