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
import { describeFailure, failureKind } from '#libs/messaging/handling-failure.js';
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
/** So long a time of which nothing came waits for its next try: twice as long after each, and never longer than the last. */
const STUCK_MS_MIN = 400;
const STUCK_MS_MAX = 60_000;

/** A time of which nothing came: what was said of it, and when it is tried again. */
interface Stuck { readonly due: Instant; readonly problem: string; readonly waitMs: number; readonly until: number }

const MOVED_ON = 'The stream had moved since its due times were read.';
const MEANS_NOTHING = 'An armed time means nothing to its stream.';

/**
 * Fires what is due, in order of due time, oldest first. One holder of the lease does it, for economy; a second one that does not know
 * better meets conflicts, and reads again. A crash before the commit has fired nothing, one after it everything.
 */
export class Firer {
  #running = true;
  readonly #stuck = new Map<string, Stuck>();
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
    this.#forget();
    const byStream = grouped(due.filter((one) => !this.#waits(one) && this.#canBeRead(one)));
    const histories = byStream.size === 0 ? new Map<string, PublishedEvent[]>() : await readStreams(pool, [...byStream.keys()]);
    const commands: AppendCommand[] = [];
    for (const [stream, armed] of byStream) {
      try {
        const command = await this.#commandOf(stream, armed, histories.get(stream) ?? [], now);
        if (command) commands.push(command);
      } catch (error) {
        if (failureKind(error) === 'outage') throw error;
        for (const one of armed) this.#failed(one, error); // The whole stream cannot be read.
      }
    }
    return { due, commands };
  }

  #canBeRead(one: ArmedClock): boolean {
    try {
      noteOf(one);
      return true;
    } catch (error) {
      this.#failed(one, error);
      return false;
    }
  }

  /** It stays armed, and holds up no other. */
  #failed(one: ArmedClock, error: unknown): void {
    const problem = describeFailure(error);
    this.#sticks(one, problem, () => log.error({ ...named(one), problem, error: traceOf(error) }, 'a clock cannot be fired'));
  }

  /** The stream had moved since its due times were read: nothing to do. A time that is still there when it is read again is stuck. */
  #wentIdle(one: ArmedClock): void {
    if (this.#stuck.get(one.id)?.due !== one.due) this.#stuck.set(one.id, { due: one.due, problem: MOVED_ON, waitMs: 0, until: performance.now() });
    else this.#sticks(one, MEANS_NOTHING, () => log.error(named(one), 'an armed time means nothing to its stream'));
  }

  /** Told once for as long as it is the same. */
  #sticks({ id, due }: ArmedClock, problem: string, tell: () => void): void {
    const before = this.#stuck.get(id);
    const again = before?.due === due ? before : undefined;
    if (again?.problem !== problem) tell();
    const waitMs = Math.min(Math.max(STUCK_MS_MIN, 2 * (again?.waitMs ?? 0)), STUCK_MS_MAX);
    this.#stuck.set(id, { due, problem, waitMs, until: performance.now() + waitMs });
  }

  #waits({ id, due }: ArmedClock): boolean {
    const stuck = this.#stuck.get(id);
    return stuck?.due === due && stuck.until > performance.now();
  }

  /** What was not tried again when its turn came is due no longer. */
  #forget(): void {
    const since = performance.now() - STUCK_MS_MAX;
    for (const [id, { until }] of this.#stuck) if (until < since) this.#stuck.delete(id);
  }

  async #commandOf(stream: string, armed: readonly ArmedClock[], history: readonly PublishedEvent[], now: Instant): Promise<AppendCommand | undefined> {
    const desk = this.desks.get(stream.slice(0, stream.indexOf('/')));
    if (!desk) return undefined; // Another service's: its own process fires it.
    const { caseId } = armed[0]!;
    let state: unknown = fold(desk.decider, history.map((event) => streamEvent<{ type: string }>(event)));
    const events: { type: string }[] = [];
    const told: ArmedClock[] = [];
    for (const one of armed) {
      const standing = state;
      try {
        const wish = { at: now, by: 'process:clocks', ...noteOf(one).command };
        const command: unknown = desk.prepare ? await desk.prepare(wish, { caseId, now, state: () => Promise.resolve(standing) }) : wish;
        if (command === undefined) continue; // Not yet: it stays armed.
        const news = desk.decider.decide(command, standing) as readonly { type: string }[];
        state = news.reduce<unknown>((before, event) => desk.decider.evolve(before, event), standing);
        events.push(...news);
        told.push(one);
      } catch (error) {
        if (failureKind(error) === 'outage') throw error;
        this.#failed(one, error);
      }
    }
    const settled = told.map(({ id, kind, note }) => ({ id, kind, due: null, note }));
    if (events.length === 0) {
      for (const one of told) this.#wentIdle(one);
      return undefined;
    }
    for (const { id } of told) this.#stuck.delete(id);
    return {
      stream, caseId, expected: history.length, meta: { actor: 'process:clocks' },
      events: events.map((event) => ({ ...published(desk.service, event), recordedAt: now })),
      arms: [...settled, ...events.flatMap((event) => desk.arms?.(event, caseId) ?? [])],
    };
  }
}

/** Throws where the row says nothing that can be read: somebody else has written it. */
export function noteOf({ note }: Pick<ArmedClock, 'note'>): Note {
  let said: Partial<Note> | null;
  try {
    said = JSON.parse(note) as Partial<Note> | null;
  } catch {
    throw new Error('The note of an armed time is no JSON.'); // Its own words would be quoted.
  }
  if (typeof said?.stream !== 'string' || typeof said.command?.type !== 'string') throw new Error('The note of an armed time names no stream and command.');
  return said as Note;
}

function grouped(due: readonly ArmedClock[]): Map<string, ArmedClock[]> {
  const groups = new Map<string, ArmedClock[]>();
  for (const one of due) {
    const { stream } = noteOf(one);
    groups.set(stream, [...(groups.get(stream) ?? []), one]);
  }
  return groups;
}

/** By its row, of what stream it is where its note says so. */
function named(one: ArmedClock): object {
  const stream = /"stream"\s*:\s*"([a-z]+)\//.exec(one.note)?.[1];
  return { clock: one.id, ...(stream !== undefined && { stream }), kind: one.kind };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
