import type { Decider } from '#libs/decider/decider.js';
import { fold } from '#libs/decider/decider.js';
import { Refusal, refusalCatalogue } from '#libs/decider/refusal.js';

interface Typed {
  readonly type: string;
}
/** A history and the command that has its effect on it. */
export type Precedents<Command extends Typed, Event extends Typed> = {
  readonly [Type in Command['type']]: readonly [history: readonly Event[], command: Extract<Command, { readonly type: Type }>];
};
/** Code, history, and either a command that earns it or the name of a command whose guard says it. */
export type RefusedRow<Command extends Typed, Event extends Typed> = readonly [code: string, history: readonly Event[], asked: Command | Command['type']];

/** Every command of the desk takes effect once, and the same wish again yields nothing. */
export function takesEffectOnce<State, Command extends Typed, Event extends Typed>(decider: Decider<State, Command, Event>, precedents: Precedents<Command, Event>): void {
  it.each(Object.keys(precedents) as Command['type'][])('%s takes effect, and asked twice it takes effect once', (type) => {
    const [history, command] = precedents[type];
    const events = decider.decide(command, fold(decider, history));
    expect(events.length).toBeGreaterThan(0);
    expect(decider.decide(command as unknown as Command, fold(decider, [...history, ...events].map(asStored)))).toEqual([]);
  });
}

/** As the log gives an event back: its fields in the order of their names, at every depth. */
function asStored<Event>(event: Event): Event {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
  };
  return sorted(event) as Event;
}

/** Each row is refused with its code, and no declared code of the desk is left without a row; `elsewhere`: those that its door refuses, which another test earns. */
export function refusesWith<State, Command extends Typed, Event extends Typed>(decider: Decider<State, Command, Event>, rows: readonly RefusedRow<Command, Event>[], elsewhere: readonly string[] = []): void {
  it.each(rows.map((row) => [row[0], typeof row[2] === 'string' ? row[2] : row[2].type, row] as const))('%s: %s', (code, _, [, history, asked]) => {
    const state = fold(decider, history);
    const refusal = typeof asked === 'string' ? decider.may[asked]?.(state) : refusalOf(() => decider.decide(asked, state));
    expect(refusal?.code).toBe(code);
  });

  it('has earned every refusal that it declares', () => {
    expect([...new Set([...rows.map(([code]) => code), ...elsewhere])].sort()).toEqual([...refusalCatalogue.keys()].sort());
  });
}

function refusalOf(decide: () => unknown): Refusal | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
