import fc from 'fast-check';
import type { EventKind } from '#libs/contracts/event.js';
import type { Decider } from '#libs/decider/decider.js';
import { Refusal } from '#libs/decider/refusal.js';

/** What one command type may carry besides its type, time and giver. */
export type Fields<Command extends { readonly type: string }> = {
  readonly [Type in Command['type']]: fc.Arbitrary<Omit<Extract<Command, { readonly type: Type }>, 'type' | 'at' | 'by'>>;
};

const DAYS_MAX = 400;
const ONE_DAY_MS = 86_400_000;
const someTime = fc.integer({ min: 0, max: DAYS_MAX }).map((n) => `${someDayFrom(n)}T09:30:00+08:00`);
const someone = fc.constantFrom('officer:a', 'supervisor:b', 'worker:c', 'process:resolution');

/** Days, sums and names that meet often, so that repeats and contradictions are frequent. */
export const someDay = fc.integer({ min: 0, max: DAYS_MAX }).map(someDayFrom);
export const someFen = fc.integer({ min: 0, max: 5 }).map((n) => n * 100_000);
export const someText = fc.constantFrom('a', 'b', 'c');
export const someOrder = fc.integer({ min: 0, max: 2 });
export const someOwed = fc.array(fc.record({ worker: fc.integer({ min: 1, max: 3 }), amount: someFen }), { maxLength: 3 });

/**
 * Gives a decider long rows of commands in any order: it may answer with events, with nothing or with a `Refusal`, never
 * with another error; each event obeys its published schema and can be remembered; a guard agrees with what was decided.
 */
export function standsAnyOrder<State, Command extends { readonly type: string }, Event extends { readonly type: string }>(
  decider: Decider<State, Command, Event>, kinds: Readonly<Record<string, EventKind>>, fields: Fields<Command>,
): void {
  const types = Object.keys(fields) as Command['type'][];
  const command = fc.constantFrom(...types).chain((type) =>
    fc.tuple(someTime, someone, fields[type]).map(([at, by, rest]) => ({ ...(rest as object), type, at, by }) as unknown as Command));
  const inTime = fc.array(command, { minLength: 1, maxLength: 60 }).map((row) => [...row].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)));
  fc.assert(fc.property(fc.oneof(inTime, fc.array(command, { maxLength: 60 })), (row) => {
    let state = decider.initial;
    for (const each of row) state = given(decider, kinds, each, state);
  }), { numRuns: 1_000 });
}

function given<State, Command extends { readonly type: string }, Event extends { readonly type: string }>(
  decider: Decider<State, Command, Event>, kinds: Readonly<Record<string, EventKind>>, command: Command, state: State,
): State {
  const guard = decider.may[command.type as Command['type']]?.(state);
  let events: readonly Event[];
  try {
    events = decider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return state;
    throw error;
  }
  if (guard && events.length > 0) throw new Error(`${command.type} was done though its guard says ${guard.code}.`);
  let next = state;
  for (const event of events) {
    const { type, ...facts } = event;
    const kind = kinds[type];
    if (!kind) throw new Error(`${type} is not published.`);
    kind.schema.parse(facts);
    next = decider.evolve(next, event);
  }
  if (events.length === 0 && next !== state) throw new Error('Nothing happened, yet the state changed.');
  return next;
}

function timeOf(command: object): string {
  return (command as { at: string }).at;
}

function someDayFrom(n: number): string {
  return new Date(Date.UTC(2026, 0, 1) + n * ONE_DAY_MS).toISOString().slice(0, 10);
}
