import type { Decider } from './decider.js';
import { fold } from './decider.js';
import { Refusal } from './refusal.js';

interface Given<Command, Event> {
  when(command: Command): Then<Event>;
}
interface Then<Event> {
  /** Exactly these events, in this order. */
  then(...events: readonly Event[]): void;
  thenNothing(): void;
  thenRefused(code: string): void;
}

/** Case law for a decider: `const given = specify(arbitration); given(opened).when(extend).then(extended)`. */
export function specify<State, Command extends { readonly type: string }, Event extends { readonly type: string }>(
  decider: Decider<State, Command, Event>,
): (...history: readonly Event[]) => Given<Command, Event> {
  return (...history) => ({
    when(command) {
      const outcome = attempt(() => decider.decide(command, fold(decider, history)));
      return {
        then: (...events) => expect(outcome).toEqual({ events }),
        thenNothing: () => expect(outcome).toEqual({ events: [] }),
        thenRefused: (code) => expect(outcome).toEqual({ refused: code }),
      };
    },
  });
}

function attempt<Event>(decide: () => readonly Event[]): { events: readonly Event[] } | { refused: string } {
  try {
    return { events: decide() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}
