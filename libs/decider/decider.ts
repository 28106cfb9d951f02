import type { Refusal } from './refusal.js';

/** One stream's law: what may be asked of it, what follows, and what must be remembered to decide. Pure. */
export interface Decider<State, Command extends { readonly type: string }, Event extends { readonly type: string }> {
  readonly initial: State;
  /** The events that follow from a command; `[]` where it asks for what already holds. Throws a `Refusal`. */
  readonly decide: (command: Command, state: State) => readonly Event[];
  readonly evolve: (state: State, event: Event) => State;
  /** Why a command cannot be given now, whatever its fields (or, where they differ, on that one of its orders); undefined where it can. `/actions` shows the same answer that `decide` obeys. */
  readonly may: { readonly [Type in Command['type']]?: (state: State, order?: number) => Refusal | undefined };
}

export type AnyDecider = Decider<any, any, any>;
export type StateOf<D> = D extends Decider<infer State, infer _C, infer _E> ? State : never;
export type CommandOf<D> = D extends Decider<infer _S, infer Command, infer _E> ? Command : never;
export type EventOf<D> = D extends Decider<infer _S, infer _C, infer Event> ? Event : never;

export function fold<State, Event extends { readonly type: string }>(
  decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>, events: Iterable<Event>,
): State {
  let state = decider.initial;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

/** Refuses what `may` refuses. A `decide` calls it after it has answered a repeated wish with `[]`. */
export function ensure<State, Command extends { readonly type: string }>(
  may: { readonly [Type in Command['type']]?: (state: State) => Refusal | undefined }, command: Command, state: State,
): void {
  const refusal = may[command.type as Command['type']]?.(state);
  if (refusal) throw refusal;
}

/** The end of an exhaustive switch: the compiler shows what was forgotten, and a value from outside fails loudly. */
export function never(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
