import type { Pool } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import type { EventKind, PublishedEvent, ServiceName } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { fold } from '#libs/decider/decider.js';
import { Refusal } from '#libs/decider/refusal.js';
import type { AppendCommand, Appended } from './append-command.js';
import type { Appender } from './append.js';
import { NewerEvent, StoreBusy } from './failures.js';
import { readStream, resultOfKey } from './read.js';
import { StreamReader } from './read-together.js';
import { refuse } from './streams.refusals.js';
import { spanned } from './trace.js';

interface Named {
  readonly type: string;
}

export interface TransactOptions<Event> {
  /** Recorded as the time of the events; the injected clock's. */
  readonly now: Instant;
  /** The case, where it is not what stands between the first two slashes of the stream. */
  readonly caseId?: string;
  readonly key?: NonNullable<AppendCommand['key']>;
  readonly claims?: NonNullable<AppendCommand['claims']>;
  /** The clocks that the decided events arm or settle. */
  readonly arms?: (events: readonly Event[]) => NonNullable<AppendCommand['arms']>;
  /** If-Match: the version that the caller saw. */
  readonly expectedVersion?: number;
  /** The stream's id was just drawn: there is nothing to load. Where there is, the store says so. */
  readonly fresh?: true;
}

export interface Transacted<Event> {
  /** `unchanged`: what was asked for holds already. `taken`: nothing was stored, another case holds a claim. */
  readonly outcome: 'appended' | 'duplicate' | 'unchanged' | 'taken';
  /** Of a duplicate: the stream, the case and the events of the first time. */
  readonly stream: string;
  readonly caseId: string;
  /** Of the stream after its last event named here; 0 for an empty one. */
  readonly version: number;
  /** Of that event; '0' where there is none. */
  readonly position: string;
  readonly events: readonly Event[];
  readonly takenBy?: NonNullable<Appended['takenBy']>;
}

export interface Loaded<State> {
  readonly state: State;
  readonly version: number;
  readonly position: string;
}

const RETRIES_MAX = 3;
const MAILBOX_MAX = 256;

/** Loads a stream, folds it, decides, appends. Alone knows how to retry a version conflict, and for how long. */
export class Streams {
  private readonly mailboxes = new Map<string, { tail: Promise<unknown>; waiting: number }>();

  private readonly reader: StreamReader;

  constructor(private readonly pool: Pool, private readonly appender: Appender) {
    this.reader = new StreamReader(pool);
  }

  /** Throws the decider's refusals, `CONCURRENT_CHANGE`, `VERSION_MISMATCH`, `KEY_REUSED`, and what `Appender.append` throws. */
  transact<State, Command extends Named, Event extends Named>(
    stream: string, decider: Decider<State, Command, Event>, service: ServiceName, command: Command, cause: Cause, options: TransactOptions<Event>,
  ): Promise<Transacted<Event>> {
    const kind = stream.slice(0, stream.indexOf('/'));
    const work = (): Promise<Transacted<Event>> => this.decided(stream, decider, service, command, cause, options);
    return this.inTurn(stream, () => spanned(`decide ${kind}`, { 'anxin.service': service, 'anxin.stream': kind, 'anxin.command': command.type }, work));
  }

  async load<State, Event extends Named>(stream: string, decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>): Promise<Loaded<State>> {
    const events = await this.reader.read(stream);
    const last = events.at(-1);
    return { state: fold(decider, events.map((event) => streamEvent<Event>(event))), version: last?.version ?? 0, position: last?.position ?? '0' };
  }

  private async decided<State, Command extends Named, Event extends Named>(
    stream: string, decider: Decider<State, Command, Event>, service: ServiceName, command: Command, cause: Cause, options: TransactOptions<Event>,
  ): Promise<Transacted<Event>> {
    const caseId = options.caseId ?? caseOfStream(stream);
    for (let attempt = 0; attempt <= RETRIES_MAX; attempt++) {
      const { state, version, position } = options.fresh && attempt === 0 ? { state: decider.initial, version: 0, position: '0' } : await this.load(stream, decider);
      let events: readonly Event[];
      try {
        if (options.expectedVersion !== undefined && options.expectedVersion !== version) throw refuse('VERSION_MISMATCH', { version });
        events = decider.decide(command, state);
      } catch (error) {
        const first = error instanceof Refusal && await this.repeated<Event>(options.key); // What was accepted once is not refused to whoever repeats it.
        if (first) return first;
        throw error;
      }
      if (events.length === 0) return (await this.repeated<Event>(options.key)) ?? { outcome: 'unchanged', stream, caseId, version, position, events };
      const { key, claims } = options;
      const appended = await this.appender.append({
        stream, caseId, expected: version, meta: cause, events: events.map((event) => ({ ...published(service, event), recordedAt: options.now })),
        ...(key && { key }), ...(claims && { claims }), ...(options.arms && { arms: options.arms(events) }),
      });
      if (appended.outcome === 'conflict') continue;
      if (appended.outcome === 'taken') return { outcome: 'taken', stream, caseId, version, position, events: [], ...(appended.takenBy && { takenBy: appended.takenBy }) };
      if (appended.outcome === 'appended') return { outcome: 'appended', stream, caseId, version: version + events.length, position: appended.lastPosition, events };
      const first = await this.repeated<Event>(key);
      if (first) return first;
    }
    throw refuse('CONCURRENT_CHANGE');
  }

  /** The first result of a command key; undefined where the key is new. Throws `KEY_REUSED` where it stood for another request. */
  private async repeated<Event extends Named>(key: AppendCommand['key']): Promise<Transacted<Event> | undefined> {
    const first = key && await resultOfKey(this.pool, key);
    if (!first) return undefined;
    if (!first.sameRequest) throw refuse('KEY_REUSED');
    const { stream, firstVersion, count, lastPosition } = first;
    const events = (await readStream(this.pool, stream, firstVersion)).slice(0, count);
    return { outcome: 'duplicate', stream, caseId: events[0]!.caseId, version: firstVersion + count - 1, position: lastPosition, events: events.map((event) => streamEvent<Event>(event)) };
  }

  /** A mailbox for each stream: commands of this process on one stream queue up instead of meeting conflicts. */
  private async inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const box = this.mailboxes.get(stream) ?? { tail: Promise.resolve(), waiting: 0 };
    if (box.waiting >= MAILBOX_MAX) throw new StoreBusy();
    this.mailboxes.set(stream, box);
    box.waiting += 1;
    const mine = box.tail.then(work);
    box.tail = mine.catch(() => undefined); // The sender hears of it through `mine`; the next in the queue does not.
    try {
      return await mine;
    } finally {
      box.waiting -= 1;
      if (box.waiting === 0) this.mailboxes.delete(stream);
    }
  }
}

/** An event of a stream under the name by which everybody else knows it, in the newest version that is declared. */
export function published<Event extends Named>(service: ServiceName, event: Event): { type: string; data: Omit<Event, 'type'> } {
  const { type: name, ...data } = event;
  const kind = kindOf(service, name);
  if (!kind) throw new Error(`No stream of ${service} declares the event ${name}.`);
  return { type: kind.type, data };
}

/** A published event as its own stream's decider knows it. */
export function streamEvent<Event extends Named>(event: Pick<PublishedEvent, 'type' | 'data'>): Event {
  const kind = eventKinds.get(event.type);
  if (!kind) throw new NewerEvent(event.type);
  return { ...event.data, type: kind.name } as unknown as Event;
}

const kindsByName = new Map<string, EventKind>();

function kindOf(service: ServiceName, name: string): EventKind | undefined {
  const found = kindsByName.get(`${service} ${name}`);
  if (found) return found;
  for (const kind of eventKinds.values()) {
    const key = `${kind.service} ${kind.name}`;
    if ((kindsByName.get(key)?.version ?? 0) < kind.version) kindsByName.set(key, kind);
  }
  return kindsByName.get(`${service} ${name}`);
}

/** `arbitration/<caseId>`, `clock/<caseId>/<clockId>`; what is no case has its own id in that place. */
function caseOfStream(stream: string): string {
  return stream.split('/')[1] ?? '';
}
