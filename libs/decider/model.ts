import type { Decider } from './decider.js';
import { fold } from './decider.js';
import { Refusal } from './refusal.js';

interface Given {
  readonly type: string;
  readonly at: string;
}
type Of<Command, Type> = Extract<Command, { readonly type: Type }>;

/** What was done so far, as the commands that had an effect: all that a plain account of the law may look at. */
export class Past<Command extends Given> {
  constructor(readonly done: readonly Command[]) {}

  /** The latest of these, if any was done. */
  last<Type extends Command['type']>(...types: readonly Type[]): Of<Command, Type> | undefined {
    return this.done.filter((each): each is Of<Command, Type> => types.includes(each.type as Type)).at(-1);
  }
  has(...types: readonly Command['type'][]): boolean {
    return this.last(...types) !== undefined;
  }
  all<Type extends Command['type']>(type: Type): readonly Of<Command, Type>[] {
    return this.done.filter((each): each is Of<Command, Type> => each.type === type);
  }
  /** What was done after the latest of these; everything where none was done. */
  after(...types: readonly Command['type'][]): Past<Command> {
    return new Past(this.done.slice(this.done.map((each) => types.includes(each.type)).lastIndexOf(true) + 1));
  }
}

/** `true`: lawful, with an effect. `false`: no effect may follow. `undefined`: the law does not say. A list: lawful, with exactly these events. */
export type Verdict = boolean | undefined | readonly string[];
export type Law<Command extends Given> = { readonly [Type in Command['type']]: (command: Of<Command, Type>, past: Past<Command>) => Verdict };

/**
 * Gives a decider a row of commands and holds each answer against the law: no unlawful step is taken, no lawful one
 * refused, none has its effect twice, and the guard says what the decision says. `byFields`: conflicts that hang on the
 * command's fields, which a guard cannot see. A fact dated before one already recorded is left to the decider. Answers
 * with the commands that had an effect, so that a test can see that none was left out.
 */
export function follow<State, Command extends Given, Event extends Given>(
  decider: Decider<State, Command, Event>, law: Law<Command>, byFields: readonly string[], row: readonly Command[],
): readonly Command[] {
  let state = decider.initial;
  let done: readonly Command[] = [];
  for (const command of row) {
    const verdict = (law[command.type as Command['type']] as (command: Command, past: Past<Command>) => Verdict)(command, new Past(done));
    const answer = ask(decider, command, state);
    const events = answer instanceof Refusal ? [] : answer;
    const where = `${JSON.stringify(command)} after ${JSON.stringify(done)}: ${answer instanceof Refusal ? answer.code : JSON.stringify(answer.map(({ type }) => type))}`;
    if (verdict === false && events.length > 0) throw new Error(`Unlawful, yet done: ${where}`);
    if (verdict && events.length === 0 && done.every(({ at }) => at <= command.at)) throw new Error(`Lawful, yet not done: ${where}`);
    if (typeof verdict === 'object' && events.length > 0 && String(events.map(({ type }) => type)) !== String(verdict)) throw new Error(`Not ${String(verdict)}: ${where}`);
    agree(decider.may[command.type as Command['type']]?.(state, (command as { readonly order?: number }).order), answer, byFields, where);
    if (events.length === 0) continue;
    state = fold({ initial: state, evolve: decider.evolve }, events);
    done = [...done, command];
    const again = ask(decider, command, state);
    if (!(again instanceof Refusal) && again.length > 0) throw new Error(`Done twice: ${where}`);
  }
  return done;
}

const SEARCHES_MAX = 20;

/**
 * Searches again, a bounded number of times, until each of these types had its effect in some row: rows in which one
 * never does show nothing about it, and a step that takes two lucky ones before it may be missed by a single search.
 */
export function searchUntilDone<Command extends Given>(types: readonly Command['type'][], search: (seen: (done: readonly Command[]) => void, drawn: { readonly seed: number }) => void): void {
  const missing = new Set<string>(types);
  const first = Number(process.env['FC_SEED']);
  for (let n = 0; n < SEARCHES_MAX && (n === 0 || missing.size > 0); n++) search((done) => done.forEach(({ type }) => missing.delete(type)), { seed: first + n });
  if (missing.size > 0) throw new Error(`No row did ${[...missing].join(', ')}.`);
}

function agree(guard: Refusal | undefined, answer: Refusal | readonly unknown[], byFields: readonly string[], where: string): void {
  if (!(answer instanceof Refusal)) {
    if (guard && answer.length > 0) throw new Error(`Done against its guard, ${guard.code}: ${where}`);
  } else if (!byFields.includes(answer.code) && (guard ? guard.code !== answer.code : answer.kind === 'conflict')) {
    throw new Error(`The guard says ${guard?.code ?? 'yes'}: ${where}`);
  }
}

function ask<State, Command extends Given, Event extends Given>(decider: Decider<State, Command, Event>, command: Command, state: State): Refusal | readonly Event[] {
  try {
    return decider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
