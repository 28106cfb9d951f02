import { randomUUID } from 'node:crypto';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { fold } from '#libs/decider/decider.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import type { ArmedClock, Lease } from '#libs/event-store/clocks.js';
import { Appender } from '#libs/event-store/append.js';
import { dueClocks, lease } from '#libs/event-store/clocks.js';
import { readStreams } from '#libs/event-store/read.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import { failureKind } from '#libs/messaging/handling-failure.js';
import type { AnyDesk, Arm } from '#libs/runtime/desk.js';
import { log, traceOf } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';

/** What an armed time means when it comes: the stream it belongs to and the command to give, written in the clock's note. */
interface Note {
  readonly stream: string;
  readonly command: { readonly type: string };
}

/** A time to arm, by the thing it is for: arming it again moves it, and it fires once. */
export function arm(caseId: string, of: string, kind: string, due: Instant | null, note: Omit<Note, 'stream'> & { readonly stream: string }): Arm {
  return { id: uuidv5(`${caseId}/${of}/${kind}`), kind, due, note: JSON.stringify({ ...note, stream: `${note.stream}/${caseId}` } satisfies Note) };
}

const BATCH_MAX = 1000;
const POLL_MS = 200;
const LEASE_SECONDS = 5;
const BACKOFF_MS = 2000;

/**
 * Fires what is due, in order of due time, oldest first. One holder of the lease does it, for economy; a second one that does not know
 * better meets conflicts, and reads again. A crash before the commit has fired nothing, one after it everything.
 */
export class Firer {
  #running = true;
  #idle = new Set<string>();
  #loop: Promise<void> | undefined;
  /** Of its own, with one connection: what is fired together is stored in the order in which it fell due. */
  readonly #appender: Appender;

  constructor(private readonly product: Product, private readonly desks: ReadonlyMap<string, AnyDesk>) {
    this.#appender = new Appender(product.pool, product.log, { connections: 1, batchMax: BATCH_MAX });
  }

  start(): this {
    this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
    await this.#appender.close();
  }

  async #run(): Promise<void> {
    const owner = randomUUID();
    let held: Lease | undefined;
    let renewedAt = 0;
    while (this.#running) {
      let fired = 0;
      try {
        if (!held || performance.now() - renewedAt > (LEASE_SECONDS * 1000) / 4) {
          renewedAt = performance.now();
          if (held && !(await held.renew())) held = undefined;
          held ??= await lease(this.product.pool, 'clocks', owner, LEASE_SECONDS);
        }
        if (held) fired = await this.fire();
      } catch (error) {
        held = undefined;
        log.warn({ problem: (error as Error).name }, 'clocks wait for the store');
        await pause(BACKOFF_MS);
      }
      if (fired < BATCH_MAX) await pause(POLL_MS);
    }
    await held?.release().catch(() => undefined); // It runs out by itself.
  }

  /** Fires one batch; answers how many times were due. */
  async fire(): Promise<number> {
    const { pool, clock } = this.product;
    const now = clock.now();
    const due = await dueClocks(pool, now, BATCH_MAX);
    const present = new Set(due.map(({ id }) => id));
    this.#idle = new Set([...this.#idle].filter((id) => present.has(id)));
    if (due.length === 0) return 0;
    const byStream = grouped(due);
    const histories = await readStreams(pool, [...byStream.keys()]);
    const commands: AppendCommand[] = [];
    for (const [stream, armed] of byStream) {
      try {
        const command = await this.#commandOf(stream, armed, histories.get(stream) ?? [], now);
        if (command) commands.push(command);
      } catch (error) {
        if (failureKind(error) === 'outage') throw error;
        log.error({ stream: stream.split('/')[0], error: traceOf(error) }, 'a clock cannot be fired'); // It stays armed, and holds up no other.
      }
    }
    await Promise.all(commands.map((command) => this.#appender.append(command))); // A conflict: the stream moved; it is read again with the next batch.
    return due.length;
  }

  /** The stream had moved since its due times were read: nothing to do. A time that is still there when it is read again is stuck. */
  #wentIdle(stream: string, armed: readonly ArmedClock[]): void {
    const stuck = armed.filter(({ id }) => this.#idle.has(id));
    if (stuck.length > 0) log.error({ stream: stream.split('/')[0], kinds: [...new Set(stuck.map(({ kind }) => kind))] }, 'an armed time means nothing to its stream');
    for (const { id } of armed) this.#idle.add(id);
  }

  async #commandOf(stream: string, armed: readonly ArmedClock[], history: readonly PublishedEvent[], now: Instant): Promise<AppendCommand | undefined> {
    const desk = this.desks.get(stream.slice(0, stream.indexOf('/')));
    if (!desk) return undefined; // Another service's: its own process fires it.
    const { caseId } = armed[0]!;
    let state: unknown = fold(desk.decider, history.map((event) => streamEvent<{ type: string }>(event)));
    const events: { type: string }[] = [];
    for (const one of armed) {
      const wish = { at: now, by: 'process:clocks', ...noteOf(one).command };
      const standing = state;
      const command: unknown = desk.prepare ? await desk.prepare(wish, { caseId, now, state: () => Promise.resolve(standing) }) : wish;
      for (const event of desk.decider.decide(command, state) as readonly { type: string }[]) {
        state = desk.decider.evolve(state, event);
        events.push(event);
      }
    }
    const settled = armed.map(({ id, kind, note }) => ({ id, kind, due: null, note }));
    if (events.length === 0) {
      this.#wentIdle(stream, armed);
      return undefined;
    }
    return {
      stream, caseId, expected: history.length, meta: { actor: 'process:clocks' },
      events: events.map((event) => ({ ...published(desk.service, event), recordedAt: now })),
      arms: [...settled, ...events.flatMap((event) => desk.arms?.(event, caseId) ?? [])],
    };
  }
}

function noteOf(armed: ArmedClock): Note {
  return JSON.parse(armed.note) as Note;
}

function grouped(due: readonly ArmedClock[]): Map<string, ArmedClock[]> {
  const groups = new Map<string, ArmedClock[]>();
  for (const one of due) {
    const { stream } = noteOf(one);
    groups.set(stream, [...(groups.get(stream) ?? []), one]);
  }
  return groups;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
