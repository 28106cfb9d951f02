import type { Pool } from 'pg';
import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import { policyStreamOf } from '#libs/contracts/policy.events.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import { sourcesIn } from '#libs/policy/in-force.js';
import type { LawBook } from '#libs/policy/law-book.js';
import { lawAfter, lawBook } from '#libs/policy/law-book.js';
import { log, traceOf } from './logger.js';

const LOOK_MS = 500;

/**
 * The law of this process, kept live: the packs of the release, and over them what has been published in the log. It asks the log twice a
 * second for what is new, one look into an index; while the database is away, the last law that was read whole goes on.
 */
export class Law {
  #book: LawBook;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();
  #looking = false;
  /** The version at which the stream could not be followed any further: told once. */
  #stuckAt: number | undefined;
  readonly #stream: string;

  /** Always the newest law, whoever keeps it. */
  readonly policies: Policies;

  private constructor(private readonly pool: Pool, logId: string, book: LawBook) {
    this.#book = book;
    this.#stream = policyStreamOf(logId);
    const now = (): Policies => this.#book.policies;
    this.policies = {
      get packs() { return now().packs; },
      packFor: (division, day) => now().packFor(division, day),
      packToDecide: (division, day) => now().packToDecide(division, day),
      packNamed: (division, version) => now().packNamed(division, version),
      calendarFor: (division, pack) => now().calendarFor(division, pack),
    };
  }

  /** The law as it stands now, read once before anybody decides. Throws where the folder holds no law, or another than the one that was published on. */
  static async open(pool: Pool, logId: string, folder: string): Promise<Law> {
    const law = new Law(pool, logId, lawBook(sourcesIn(folder)));
    await law.refresh();
    return law;
  }

  get book(): LawBook {
    return this.#book;
  }

  /** Goes on reading what is published. */
  start(): this {
    this.#timer ??= setInterval(() => void this.#look(), LOOK_MS);
    this.#timer.unref();
    return this;
  }

  /** Ends after the look under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#turn.catch(() => undefined); // Whoever asked for it hears of it.
  }

  /** Reads everything that was published before this call. */
  refresh(): Promise<void> {
    const turn = this.#turn.catch(() => undefined).then(() => this.#read()); // Whoever asked for the turn before hears of its failure.
    this.#turn = turn;
    return turn;
  }

  /** Waits until an event of the stream, by its version, is part of the law. */
  async upTo(version: number): Promise<void> {
    if (this.#book.version < version) await this.refresh();
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      await this.refresh();
    } catch {
      // The database is away, or `#read` has told why it cannot go on: the next look may.
    } finally {
      this.#looking = false;
    }
  }

  #tell(error: unknown): void {
    if (this.#stuckAt === this.#book.version) return;
    this.#stuckAt = this.#book.version;
    log.error({ error: traceOf(error), version: this.#book.version }, 'the published law cannot be read on; the last one goes on');
  }

  async #read(): Promise<void> {
    const events = await readStream(this.pool, this.#stream, this.#book.version + 1);
    if (events.length === 0) return;
    try {
      this.#book = lawAfter(this.#book, events.map((event) => streamEvent<PolicyEvent>(event)));
    } catch (error) {
      this.#tell(error);
      throw error;
    }
  }
}
