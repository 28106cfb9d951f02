import { SpanKind } from '@opentelemetry/api';
import type { ClientBase } from 'pg';
import type { PublishedEvent, ServiceName } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { fold } from '#libs/decider/decider.js';
import type { Next } from '#libs/decider/process.js';
import { Refusal } from '#libs/decider/refusal.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { begin, traceOf, traceparentOf } from '#libs/event-store/trace.js';
import { readStreams } from '#libs/event-store/read.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import type { Clock } from './clock.js';
import type { AnyDesk, Desks } from './desk.js';

/** (event) → what shall happen next. Pure; what it must remember is in the streams it reads and writes. */
export type Process = (event: PublishedEvent) => readonly Next[];

interface Wish {
  readonly event: PublishedEvent;
  readonly next: Next;
}

/** Turns the facts of a chunk into commands for the streams of one service: one append for each stream, decided on what stands in the log now. */
export class ProcessRunner {
  constructor(
    private readonly service: ServiceName, private readonly processes: readonly Process[], private readonly desks: Desks, private readonly clock: Clock,
    /** Told of a wish that the law refuses: a late wish is normal, a pile of them is not. */
    private readonly refused: (stream: string, command: string, code: string) => void,
  ) {}

  async run(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<readonly AppendCommand[]> {
    const wishes = await this.#wishes(chunk, tx);
    if (wishes.size === 0) return [];
    const histories = await readStreams(tx, [...wishes.keys()]);
    const session = tx as { pipeline?: boolean }; // What is asked of the transaction itself goes out at once, and is answered in turn.
    session.pipeline = true;
    try {
      return (await sideBySide([...wishes], ([stream, asked]) => this.#traced(stream, asked, histories.get(stream) ?? [], tx))).flatMap((command) => command ?? []);
    } finally {
      session.pipeline = false;
    }
  }

  /** By the stream that each concerns. */
  async #wishes(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<ReadonlyMap<string, readonly Wish[]>> {
    const asked = chunk.flatMap((event) => this.processes.flatMap((process) => process(event)).map((next): Wish => ({ event, next })));
    const seen = new Map<string, unknown>();
    for (const name of new Set(asked.map(({ next }) => next.stream))) {
      seen.set(name, await this.desks.get(name).look?.([...new Set(asked.filter(({ next }) => next.stream === name).map(({ event }) => event))], tx));
    }
    const wishes = new Map<string, Wish[]>();
    for (const wish of asked) {
      const { event, next: { stream: name, command } } = wish;
      const { streamIdOf } = this.desks.get(name);
      const id = streamIdOf ? await streamIdOf(event, tx, command, seen.get(name)) : event.caseId;
      if (id === undefined) continue;
      const stream = `${name}/${id}`;
      const before = wishes.get(stream);
      if (before) before.push(wish);
      else wishes.set(stream, [wish]);
    }
    return wishes;
  }

  /** What is decided and stored belongs to the trace of the first fact that asked for it. */
  async #traced(stream: string, asked: readonly Wish[], history: readonly PublishedEvent[], tx: ClientBase): Promise<AppendCommand | undefined> {
    const parent = traceOf(asked[0]!.event);
    if (!parent) return this.#decide(stream, asked, history, tx);
    const kind = stream.slice(0, stream.indexOf('/'));
    const span = begin(`decide ${kind}`, SpanKind.INTERNAL, { 'anxin.service': this.service, 'anxin.stream': kind, 'anxin.command': asked[0]!.next.command.type, 'anxin.wishes': asked.length }, parent);
    try {
      const command = await this.#decide(stream, asked, history, tx);
      span.end();
      const traceparent = traceparentOf(span.at);
      return command && traceparent !== undefined ? { ...command, meta: { ...command.meta, traceparent } } : command;
    } catch (error) {
      span.end(error);
      throw error;
    }
  }

  async #decide(stream: string, asked: readonly Wish[], history: readonly PublishedEvent[], tx: ClientBase): Promise<AppendCommand | undefined> {
    const desk = this.desks.get(stream.slice(0, stream.indexOf('/')));
    const caseId = stream.slice(stream.indexOf('/') + 1);
    const { id: cause } = asked[0]!.event;
    let state: unknown = fold(desk.decider, history.map(streamEvent));
    const events: { type: string }[] = [];
    const claims: NonNullable<AppendCommand['claims']>[number][] = [];
    const now = this.clock.now();
    for (const wish of asked) {
      const { news, command } = await this.#fulfil(desk, caseId, wish, { state, now, tx });
      if (news.length > 0) claims.push(...(desk.claims?.(command!) ?? []));
      for (const event of news) state = desk.decider.evolve(state, event);
      events.push(...news);
    }
    if (events.length === 0) return undefined;
    return {
      stream, caseId, expected: history.length, meta: { actor: `process:${this.service}`, cause },
      events: events.map((event) => ({ ...published(this.service, event), recordedAt: now })),
      arms: events.flatMap((event) => desk.arms?.(event, caseId) ?? []), ...(claims.length > 0 && { claims }),
    };
  }

  async #fulfil(desk: AnyDesk, caseId: string, { event, next }: Wish, { state, now, tx }: { state: unknown; now: Instant; tx: ClientBase }): Promise<{ news: readonly { type: string }[]; command?: { type: string } }> {
    const at = (event.data as { at?: Instant }).at ?? now;
    const wish = { at, by: `process:${this.service}`, ...next.command };
    try {
      const command: { type: string } | undefined = desk.prepare ? await desk.prepare(wish, { caseId, now, event, tx, state: () => Promise.resolve(state) }) : wish;
      return command === undefined ? { news: [] } : { command, news: desk.decider.decide(command, state) as readonly { type: string }[] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused(desk.stream, next.command.type, error.code);
      return { news: [] };
    }
  }
}

/**
 * Of all at once, so that what they ask of other streams is read in one go. All are waited for: whoever is still at work must not meet a transaction that has ended. Throws
 * what failed first in time: what fails after it, in the same transaction, fails because of it.
 */
async function sideBySide<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const failures: unknown[] = [];
  const results = await Promise.all(all.map((one) => work(one).catch((error: unknown) => { failures.push(error); })));
  if (failures.length > 0) throw failures[0];
  return results as readonly R[];
}
