import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { Address } from './cloud-event.js';
import { decode, Undecodable } from './cloud-event.js';
import { PARTITIONS } from './topics.js';
import type { IncomingMessage } from './transport.js';

/** A message as far as it could be read. */
export interface Arrival {
  readonly offset: bigint;
  readonly caseId: string;
  readonly address?: Address;
  readonly event?: PublishedEvent;
  readonly leafHash?: Buffer;
  /** The trace in which it was sent. */
  readonly traceparent?: string;
  /** Why it cannot be handled, whoever tries. */
  readonly reason?: string;
}

/** Up to where a partition of a log is dealt with. */
export interface Mark {
  readonly position: bigint;
  readonly nextOffset: bigint;
  readonly epoch: string | undefined;
}

export interface Parking {
  readonly caseId: string;
  readonly position: bigint;
  readonly offset: bigint;
  readonly error: string;
  readonly attempts: number;
}

export interface Plan {
  readonly handle: readonly PublishedEvent[];
  readonly park: readonly Parking[];
  /** All that is new, handled or parked: each must stand in the log. */
  readonly taken: readonly Arrival[];
  readonly mark: Mark;
  /** The last version seen of each stream, to be remembered when the plan is carried out. */
  readonly versions: ReadonlyMap<string, number>;
}

/** What comes is not of the log as this database knows it, or was handled although a person has given it up since: nothing is done until somebody has acted. */
export class OfAnotherLog extends Error {
  override readonly name = 'OfAnotherLog';
}

const NO_CASE = '00000000-0000-0000-0000-000000000000';

/** Reads a message of a log's topic: decodes it, knows its type, and checks its data against the published schema. */
export function arrivalOf(message: IncomingMessage, partition: number, logId: string): Arrival {
  const offset = BigInt(message.offset);
  const decoded = decode(message, partition);
  const { address } = decoded;
  if (address !== undefined && address.logId !== logId) return { offset, caseId: address.caseId, reason: 'event of another log' };
  if (decoded instanceof Undecodable) return { offset, caseId: decoded.caseId ?? NO_CASE, reason: decoded.reason, ...(address ? { address } : {}) };
  const { event, leafHash, traceparent } = decoded;
  const reason = unfit(event);
  return { offset, caseId: event.caseId, address: decoded.address, event, leafHash, ...(traceparent !== undefined && { traceparent }), ...(reason === undefined ? {} : { reason }) };
}

/**
 * Why no handler may see an event: its type is unknown, or its data is not what its type promises. Names the fields, never what they hold. A field that is not
 * promised is no reason: a later version of the product may add one, and this one goes on without it. What is written is held to the schema to the last field.
 */
export function unfit(event: PublishedEvent): string | undefined {
  const kind = eventKinds.get(event.type);
  if (kind === undefined) return `unknown type ${event.type}`;
  if (kind.conforms.open(event.data)) return undefined;
  const { error } = kind.schema.safeParse(event.data);
  const issues = error?.issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path, code }) => `${path.map(String).join('.') || 'data'} (${code})`);
  return issues?.length ? `data against its schema: ${issues.join(', ')}`.slice(0, 500) : undefined;
}

/**
 * What a chunk means where the partition stands at `mark`: repeats fall away, and so does what a person gave up when the log took another way; whatever cannot be
 * handled is parked, and all of a parked case behind it.
 * `before(stream)` is the last version seen of a stream, undefined where that is not known. `condemned` is the one arrival that has failed for good.
 */
export function plan(
  arrivals: readonly Arrival[], mark: Mark, lineage: Lineage, partition: number, parkedCases: ReadonlySet<string>, before: (stream: string) => number | undefined,
  condemned?: { readonly error: string; readonly attempts: number },
): Plan {
  let { position, epoch } = mark;
  const own = epoch === undefined ? undefined : lineage.named(epoch);
  if (epoch !== undefined && (!own || lineage.givenUpBy(own.n, position))) throw new OfAnotherLog('This consumer has handled positions that are no part of the log any more: its tables must be restored with the log, or made again.');
  const parked = new Set(parkedCases);
  const versions = new Map<string, number>();
  const handle: PublishedEvent[] = [];
  const park: Parking[] = [];
  const taken: Arrival[] = [];
  const setAside = (arrival: Arrival, error: string): void => {
    const at = arrival.address?.position ?? -(arrival.offset * BigInt(PARTITIONS) + BigInt(partition) + 1n);
    park.push({ caseId: arrival.caseId, position: at, offset: arrival.offset, error, attempts: condemned?.attempts ?? 0 });
    if (arrival.caseId !== NO_CASE) parked.add(arrival.caseId);
  };
  for (const arrival of arrivals) {
    const { address, event, caseId, reason } = arrival;
    if (address === undefined) {
      setAside(arrival, reason!);
      continue;
    }
    const way = lineage.named(address.logEpoch);
    if (!way) throw new OfAnotherLog('The topic holds an epoch of the log that this database does not know: it was restored from a state before it was forked.');
    if (address.position <= position || lineage.givenUpBy(way.n, address.position)) continue;
    epoch = address.logEpoch;
    position = address.position;
    taken.push(arrival);
    const failure = reason ?? (event && gap(event, versions.get(event.stream) ?? before(event.stream)));
    if (event) versions.set(event.stream, event.version);
    if (parked.has(caseId)) setAside(arrival, failure ?? 'behind a parked event of its case');
    else if (failure !== undefined) setAside(arrival, failure);
    else if (condemned) setAside(arrival, condemned.error);
    else handle.push(event!);
  }
  const end = (arrivals.at(-1)?.offset ?? mark.nextOffset - 1n) + 1n;
  // Only progress moves the offset back (a topic that was made anew); a zombie that repeats old messages does not.
  const nextOffset = position > mark.position || end > mark.nextOffset ? end : mark.nextOffset;
  return { handle, park, taken, mark: { position, epoch, nextOffset }, versions };
}

function gap(event: PublishedEvent, before: number | undefined): string | undefined {
  return before === undefined || event.version === before + 1 ? undefined : `version ${event.version} of its stream after version ${before}`;
}
