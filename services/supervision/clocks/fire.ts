import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { fold } from '#libs/decider/decider.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import type { ArmedClock, Lease } from '#libs/event-store/clocks.js';
import { Appender } from '#libs/event-store/append.js';
import { dueClocks, lease } from '#libs/event-store/clocks.js';
import { holderName } from '#libs/event-store/instance.js';
import { readStreams } from '#libs/event-store/read.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import { failureKind } from '#libs/messaging/handling-failure.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { log, traceOf } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';

/** What an armed time means when it comes: the stream it belongs to and the command to give, written in the clock's note. */
export interface Note {
  readonly stream: string;
  readonly command: { readonly type: string };
}

interface Batch {
  readonly due: readonly ArmedClock[];
  readonly commands: readonly AppendCommand[];
}

const BATCH_MAX = 1000;
const POLL_MS = 200;
const LEASE_SECONDS = 5;
const BACKOFF_MS = 500;

/**
 * Fires what is due, in order of due time, oldest first. One holder of the lease does it, for economy; a second one that does not know
 * better meets conflicts, and reads again. A crash before the commit has fired nothing, one after it everything.
 */
export class Firer {
  #running = true;
  #idle = new Set<string>();
  /** Nothing came of the last batch: those times will mean no more a moment later. */
  #fruitless = false;
  /** What follows on the batch in hand, decided while that is stored. */
  #ahead: Promise<Batch> | undefined;
  #state: 'starting' | 'standby' | 'firing' | 'retrying' | 'stopped' = 'starting';
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

  health(): { readonly state: string } {
    return { state: this.#state };
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
    await this.#ahead?.catch(() => undefined);
    await this.#appender.close();
    this.#state = 'stopped';
  }

  async #run(): Promise<void> {
    const owner = holderName();
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
        this.#state = held ? 'firing' : 'standby';
        if (held) fired = await this.fire();
      } catch (error) {
        held = undefined;
        this.#state = 'retrying';
        log.warn({ problem: (error as Error).name }, 'clocks wait for the store');
        await pause(BACKOFF_MS);
      }
      if (fired < BATCH_MAX || this.#fruitless) await pause(POLL_MS);
    }
    await held?.release().catch(() => undefined); // It runs out by itself.
  }

  /** Fires one batch; answers how many times were due. */
  async fire(): Promise<number> {
    const ahead = await this.#ahead?.finally(() => { this.#ahead = undefined; });
    const { due, commands } = ahead && ahead.due.length > 0 ? ahead : await this.#decided();
    this.#fruitless = commands.length === 0;
    const present = new Set(due.map(({ id }) => id));
    this.#idle = new Set([...this.#idle].filter((id) => present.has(id)));
    if (due.length === BATCH_MAX) {
      this.#ahead = this.#decided(due.at(-1));
      this.#ahead.catch(() => undefined); // Whoever fires it hears of it.
    }
    try {
      await Promise.all(commands.map((command) => this.#appender.append(command))); // A conflict: the stream moved; it is read again when nothing else is due.
    } catch (error) {
      this.#ahead = undefined;
      throw error;
    }
    return due.length;
  }

  /** The next times that are due, and what each means to its stream. */
  async #decided(after?: ArmedClock): Promise<Batch> {
    const { pool, clock } = this.product;
    const now = clock.now();
    const due = await dueClocks(pool, now, BATCH_MAX, after);
    const byStream = grouped(due);
    const histories = due.length === 0 ? new Map<string, PublishedEvent[]>() : await readStreams(pool, [...byStream.keys()]);
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
    return { due, commands };
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
    const told: ArmedClock[] = [];
    for (const one of armed) {
      const wish = { at: now, by: 'process:clocks', ...noteOf(one).command };
      const standing = state;
      const command: unknown = desk.prepare ? await desk.prepare(wish, { caseId, now, state: () => Promise.resolve(standing) }) : wish;
      if (command === undefined) continue; // Not yet: it stays armed.
      told.push(one);
      for (const event of desk.decider.decide(command, state) as readonly { type: string }[]) {
        state = desk.decider.evolve(state, event);
        events.push(event);
      }
    }
    const settled = told.map(({ id, kind, note }) => ({ id, kind, due: null, note }));
    if (events.length === 0) {
      this.#wentIdle(stream, told);
      return undefined;
    }
    return {
      stream, caseId, expected: history.length, meta: { actor: 'process:clocks' },
      events: events.map((event) => ({ ...published(desk.service, event), recordedAt: now })),
      arms: [...settled, ...events.flatMap((event) => desk.arms?.(event, caseId) ?? [])],
    };
  }
}

export function noteOf(armed: Pick<ArmedClock, 'note'>): Note {
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
