import type { EventTransport, TopicExtent } from './transport.js';

/** Fixed for ever: another count would send a case's later events to another partition, past its earlier ones. To change it, relay the log anew into a new topic. */
export const PARTITIONS = 12;
/** Where each log's relay notes how far it came: compacted, key = log id. */
export const RELAY_TOPIC = 'anxin.relay.v1';
const FIRST_LOGS = new Set(['anxin', 'default']);

/** The topic of a log: the first one's carries no log id. */
export function topicOf(logId: string): string {
  return FIRST_LOGS.has(logId) ? 'anxin.case-events.v1' : `anxin.case-events.${logId}.v1`;
}

/** Where a log's checkpoints are published: one partition, kept for ever, key = log id. */
export function checkpointTopicOf(logId: string): string {
  return FIRST_LOGS.has(logId) ? 'anxin.checkpoints.v1' : `anxin.checkpoints.${logId}.v1`;
}

/**
 * The partition of a case: FNV-1a (32 bits) over the UTF-8 bytes of the case id in lower case, its upper half folded into the lower by XOR
 * (the low bits of FNV alone see only the low bits of the text), modulo 12. Ours, not the client's, so that no change of client can move a case.
 */
export function partitionOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < caseId.length; at++) hash = Math.imul(hash ^ caseId.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 16)) >>> 0) % PARTITIONS;
}

/** The topic is not what was published to: somebody must decide before anything is sent. */
export class TopicRefused extends Error {
  override readonly name = 'TopicRefused';
}

/**
 * Makes sure that the topics of a log exist and are what they were. `published` is the log's last published position: where it is not 0, a topic
 * that is missing, or holds fewer messages than were sent, was deleted, and is not silently begun again. Throws `TopicRefused`.
 */
export async function ensureTopics(transport: EventTransport, logId: string, published: string): Promise<void> {
  const topic = topicOf(logId);
  const extent = await transport.extent(topic);
  if (extent === undefined && published !== '0') throw new TopicRefused(`The topic ${topic} is gone after ${published} events were published to it. Refill it from the log.`);
  if (extent === undefined) await createCaseTopic(transport, logId);
  else assertExtent(topic, extent, published);
  await transport.createTopic(RELAY_TOPIC, 1, { 'cleanup.policy': 'compact', 'segment.bytes': '1048576', 'min.cleanable.dirty.ratio': '0.1', 'max.compaction.lag.ms': '3600000' });
}

/** Kept for ever: a consumer that begins years later reads it from the first event. */
export async function createCaseTopic(transport: EventTransport, logId: string): Promise<void> {
  await transport.createTopic(topicOf(logId), PARTITIONS, { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' });
}

export function assertExtent(topic: string, extent: TopicExtent, published: string): void {
  if (extent.ends.length !== PARTITIONS) throw new TopicRefused(`The topic ${topic} has ${extent.ends.length} partitions instead of ${PARTITIONS}.`);
  const messages = extent.ends.reduce((sum, end) => sum + end, 0n); // Offsets count what was ever sent, and every event was sent at least once.
  if (messages < BigInt(published)) throw new TopicRefused(`The topic ${topic} was sent ${messages} messages where ${published} events were published: it was made anew. Refill it from the log.`);
}
