import type { ChannelEvent, ChannelTerms } from './channel.events.js';
import type { Instant } from './time.js';

/** What the log says of one key. */
export interface BookedKey {
  /** null for a key of the configuration, of which the log says only how it ends. */
  readonly issued: { readonly at: Instant; readonly by: string } | null;
  readonly until: Instant | null;
  readonly revokedAt: Instant | null;
}

export interface BookedChannel {
  readonly enabled: boolean;
  /** null: as the configuration has it. */
  readonly terms: ChannelTerms | null;
  readonly keys: ReadonlyMap<string, BookedKey>;
}

/** Every channel of which the log says anything, by its name. Never changed, only replaced. */
export type ChannelBook = ReadonlyMap<string, BookedChannel>;

export const emptyBook: ChannelBook = new Map();
export const unbookedChannel: BookedChannel = { enabled: true, terms: null, keys: new Map() };
const unbookedKey: BookedKey = { issued: null, until: null, revokedAt: null };

export function bookAfter(book: ChannelBook, event: ChannelEvent): ChannelBook {
  const channel = book.get(event.channel) ?? unbookedChannel;
  return new Map([...book, [event.channel, channelAfter(channel, event)]]);
}

function channelAfter(channel: BookedChannel, event: ChannelEvent): BookedChannel {
  switch (event.type) {
    case 'ChannelKeyIssued': return withKey(channel, event.key, { issued: { at: event.at, by: event.by } });
    case 'ChannelKeyRetired': return withKey(channel, event.key, { until: event.until });
    case 'ChannelKeyRevoked': return withKey(channel, event.key, { revokedAt: event.at });
    case 'ChannelTermsSet': return { ...channel, terms: event.terms };
    case 'ChannelDisabled': return { ...channel, enabled: false };
    case 'ChannelEnabled': return { ...channel, enabled: true };
    default: return channel;
  }
}

function withKey(channel: BookedChannel, key: string, change: Partial<BookedKey>): BookedChannel {
  return { ...channel, keys: new Map([...channel.keys, [key, { ...(channel.keys.get(key) ?? unbookedKey), ...change }]]) };
}

/** True for a key that may sign now: nobody has revoked it, and its last instant is not past. A key of which the log says nothing lives. */
export function isLive(key: BookedKey | undefined, now: Instant): boolean {
  return key === undefined || (key.revokedAt === null && (key.until === null || now < key.until));
}
