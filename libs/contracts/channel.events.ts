import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';
import { uuidv5 } from './uuid.js';

/** In which shape a channel may hand in: one order as JSON, or a sheet of them. */
export const orderFormats = ['json', 'csv', 'xlsx'] as const;
export type OrderFormat = (typeof orderFormats)[number];

/** SHA-256 of a client certificate (DER), in hexadecimal. */
export const certificateHash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a channel may do. null: all divisions, kinds or formats; no limit. No certificate: none is asked for. */
export const channelTerms = z.strictObject({
  divisions: z.array(z.string()).min(1).nullable(), kinds: z.array(z.string()).min(1).nullable(), formats: z.array(z.enum(orderFormats)).min(1).nullable(),
  rate: z.strictObject({ perMinute: z.int().min(1), burst: z.int().min(1) }).nullable(),
  certificates: z.array(certificateHash), feedbackUrl: z.string().nullable(),
});
export type ChannelTerms = Readonly<z.infer<typeof channelTerms>>;

/** `key`: the name of a secret, from which nobody learns the secret. `reason` names nobody. */
const change = { at: instant, by: z.string(), channel: z.string(), reason: z.string() };

/** channels/<id of the log's register>: who may speak for which channel, how much, and until when. A secret is in no event. */
export const channelEvents = stream('intake', 'channels', {
  ChannelKeyIssued: ['渠道密钥已签发', z.strictObject({ ...change, key: z.string() })],
  /** It is good until that instant, and no longer: another has taken its place. */
  ChannelKeyRetired: ['渠道密钥已定停用时间', z.strictObject({ ...change, key: z.string(), until: instant })],
  ChannelKeyRevoked: ['渠道密钥已吊销', z.strictObject({ ...change, key: z.string() })],
  ChannelTermsSet: ['渠道权限已设定', z.strictObject({ ...change, terms: channelTerms })],
  ChannelDisabled: ['渠道已停用', z.strictObject(change)],
  ChannelEnabled: ['渠道已启用', z.strictObject(change)],
});
export type ChannelEvent = EventsOf<typeof channelEvents>;

/** What stands where the case's id would in the stream of a log's channels. */
export function channelsIdOf(logId: string): string {
  return uuidv5(`channels/${logId}`);
}

export function channelsStreamOf(logId: string): string {
  return `channels/${channelsIdOf(logId)}`;
}
