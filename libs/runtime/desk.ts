import type { ClientBase } from 'pg';
import type { PublishedEvent, ServiceName } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import type { AnyDecider, CommandOf, EventOf, StateOf } from '#libs/decider/decider.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import type { Caller } from '#libs/security/caller.js';

export type Arm = NonNullable<AppendCommand['arms']>[number];

/** What a desk may look at while it completes a command. */
export interface Circumstances<State = unknown> {
  readonly caseId: string;
  readonly now: Instant;
  /** The stream's state, read when asked for. */
  readonly state: () => Promise<State>;
  /** The fact that a process follows from; undefined where a person asks. */
  readonly event?: PublishedEvent;
  /** The consumer's transaction, where a process asks: what this chunk of facts has written so far is seen by it alone. */
  readonly tx?: ClientBase;
  readonly caller?: Caller;
}

/** One kind of stream with its decider, and what the edge adds to a command before it is decided. */
export interface Desk<D extends AnyDecider = AnyDecider, Seen = undefined> {
  readonly service: ServiceName;
  /** First part of the stream's name: `arbitration` for `arbitration/<caseId>`. */
  readonly stream: string;
  readonly decider: D;
  /** What `streamIdOf` must know of all the facts of a chunk, asked for in one go. */
  readonly look?: (events: readonly PublishedEvent[], tx: ClientBase) => Promise<Seen>;
  /** What stands behind the first slash of the stream that a fact concerns, where that is not the fact's case; undefined: it concerns none. */
  readonly streamIdOf?: (event: PublishedEvent, tx: ClientBase, command: { readonly type: string }, seen: Seen) => Promise<string | undefined>;
  /** Completes a command by what the pack or another stream says, read once at the door. Undefined: nothing is to be done. */
  readonly prepare?: (command: CommandOf<D>, circumstances: Circumstances<StateOf<D>>) => Promise<CommandOf<D> | undefined>;
  /** What a completed command claims for ever, beside its events: numbers, turns. */
  readonly claims?: (command: CommandOf<D>) => NonNullable<AppendCommand['claims']>;
  /** The clocks that an event arms or settles, in the same transaction. */
  readonly arms?: (event: EventOf<D>, caseId: string) => readonly Arm[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDesk = Desk<any, any>;

/** Every desk of this process, by the first part of its streams' names. */
export class Desks {
  readonly #desks: ReadonlyMap<string, AnyDesk>;

  constructor(desks: readonly AnyDesk[]) {
    this.#desks = new Map(desks.map((desk) => [desk.stream, desk]));
  }

  get(stream: string): AnyDesk {
    const desk = this.#desks.get(stream);
    if (!desk) throw new Error(`No service of this process owns streams ${stream}/….`);
    return desk;
  }
}
