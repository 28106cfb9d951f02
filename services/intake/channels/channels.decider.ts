import type { BookedKey, ChannelBook } from '#libs/contracts/channel-book.js';
import { bookAfter, emptyBook, isLive, unbookedChannel } from '#libs/contracts/channel-book.js';
import type { ChannelEvent, ChannelTerms } from '#libs/contracts/channel.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './channels.refusals.js';

/** `configured`: the keys that the configuration gives the channel, of which the log may say nothing. */
interface Asked { readonly at: Instant; readonly by: string; readonly channel: string; readonly reason: string; readonly configured: readonly string[] }

export type ChannelsCommand =
  /** `until`: every other live key ends then. */
  | Asked & { readonly type: 'IssueKey'; readonly key: string; readonly until: Instant | null }
  | Asked & { readonly type: 'RevokeKey'; readonly key: string }
  | Asked & { readonly type: 'SetTerms'; readonly terms: ChannelTerms }
  | Asked & { readonly type: 'DisableChannel' | 'EnableChannel' };

export const LIVE_KEYS_MAX = 5;
const OVERLAP_MS_MAX = 90 * 24 * 3_600_000;

/** Who may speak for which channel. One stream for all of them: there are few, and every process follows it. */
export const channelRegister: Decider<ChannelBook, ChannelsCommand, ChannelEvent> = { initial: emptyBook, decide, evolve: bookAfter, may: {} };

function decide(command: ChannelsCommand, book: ChannelBook): readonly ChannelEvent[] {
  const { at, by, channel, reason } = command;
  const known = book.get(channel) ?? unbookedChannel;
  const change = { at, by, channel, reason };
  switch (command.type) {
    case 'IssueKey': return issued(command, known.keys);
    case 'RevokeKey': {
      const key = known.keys.get(command.key);
      if (!key && !command.configured.includes(command.key)) throw refuse('NO_SUCH_CHANNEL_KEY');
      return key && key.revokedAt !== null ? [] : [{ type: 'ChannelKeyRevoked', ...change, key: command.key }];
    }
    case 'SetTerms': return JSON.stringify(known.terms) === JSON.stringify(command.terms) ? [] : [{ type: 'ChannelTermsSet', ...change, terms: command.terms }];
    case 'DisableChannel': return known.enabled ? [{ type: 'ChannelDisabled', ...change }] : [];
    case 'EnableChannel': return known.enabled ? [] : [{ type: 'ChannelEnabled', ...change }];
    default: return never(command);
  }
}

function issued({ at, by, channel, reason, key, until, configured }: Extract<ChannelsCommand, { type: 'IssueKey' }>, keys: ReadonlyMap<string, BookedKey>): readonly ChannelEvent[] {
  if (keys.has(key)) return []; // Issued twice, listed once.
  const live = [...new Set([...keys.keys(), ...configured])].filter((one) => isLive(keys.get(one), at));
  if (live.length >= LIVE_KEYS_MAX) throw refuse('CHANNEL_KEYS_TOO_MANY', { max: LIVE_KEYS_MAX });
  if (until !== null && !(at < until && epochMs(until) - epochMs(at) <= OVERLAP_MS_MAX)) throw refuse('KEY_END_NOT_AHEAD', { daysMax: OVERLAP_MS_MAX / 86_400_000 });
  const ending = until === null ? [] : live.filter((one) => (keys.get(one)?.until ?? null) === null || keys.get(one)!.until! > until);
  return [
    { type: 'ChannelKeyIssued', at, by, channel, reason, key },
    ...ending.map((one) => ({ type: 'ChannelKeyRetired' as const, at, by, channel, reason, key: one, until: until! })),
  ];
}
