import type { PublishedEvent } from '#libs/contracts/event.js';
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
  readonly mark: Mark;
  /** The last version seen of each stream, to be remembered when the plan is carried out. */
  readonly versions: ReadonlyMap<string, number>;
}

/** The log was forked on purpose: what this consumer did after the fork must be undone by rebuilding it. */
export class EpochChanged extends Error {
  override readonly name = 'EpochChanged';
}

const NO_CASE = '00000000-0000-0000-0000-000000000000';

/** Reads a message of a log's topic: decodes it, knows its type, and checks its data against the published schema. */
export function arrivalOf(message: IncomingMessage, partition: number, logId: string): Arrival {
  const offset = BigInt(message.offset);
  const decoded = decode(message, partition);
  const { address } = decoded;
  if (address !== undefined && address.logId !== logId) return { offset, caseId: address.caseId, reason: 'event of another log' };
  if (decoded instanceof Undecodable) return { offset, caseId: decoded.caseId ?? NO_CASE, reason: decoded.reason, ...(address ? { address } : {}) };
  const { event } = decoded;
  const reason = unfit(event);
  return { offset, caseId: event.caseId, address: decoded.address, event, ...(reason === undefined ? {} : { reason }) };
}

/** Why no handler may see an event: its type is unknown, or its data is not what its type promises. Names the fields, never what they hold. */
export function unfit(event: PublishedEvent): string | undefined {
  const kind = eventKinds.get(event.type);
  if (kind === undefined) return `unknown type ${event.type}`;
  const { error } = kind.schema.safeParse(event.data);
  const issues = error?.issues.map(({ path, code }) => `${path.map(String).join('.') || 'data'} (${code})`);
  return issues && `data against its schema: ${issues.join(', ')}`.slice(0, 500);
}

/**
 * What a chunk means where the partition stands at `mark`: repeats fall away, whatever cannot be handled is parked, and all of a parked case behind it.
 * `before(stream)` is the last version seen of a stream, undefined where that is not known. `condemned` is the one arrival that has failed for good.
 */
export function plan(
  arrivals: readonly Arrival[], mark: Mark, partition: number, parkedCases: ReadonlySet<string>, before: (stream: string) => number | undefined,
  condemned?: { readonly error: string; readonly attempts: number },
): Plan {
  let { position, epoch } = mark;
  const parked = new Set(parkedCases);
  const versions = new Map<string, number>();
  const handle: PublishedEvent[] = [];
  const park: Parking[] = [];
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
    if (epoch !== undefined && address.logEpoch !== epoch) throw new EpochChanged('The log has another epoch than the events before: rebuild this consumer.');
    epoch = address.logEpoch;
    if (address.position <= position) continue;
    position = address.position;
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
  return { handle, park, mark: { position, epoch, nextOffset }, versions };
}

function gap(event: PublishedEvent, before: number | undefined): string | undefined {
  return before === undefined || event.version === before + 1 ? undefined : `version ${event.version} of its stream after version ${before}`;
}
