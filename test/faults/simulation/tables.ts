import { elementsOf, intOf, textOf, timeOf, uuidOf } from './arrays.js';

export interface Row {
  readonly pos: number;
  readonly caseId: string;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly data: string;
  readonly meta: string;
  readonly atMs: number;
  readonly leaf: Buffer;
}
export interface Clock { readonly id: string; readonly caseId: string; readonly kind: string; readonly dueMs: number; readonly note: string }
export interface Mark { readonly pos: string; readonly offset: string; readonly epoch: string | null }
interface Key { readonly mac: Buffer; readonly stream: string; readonly first: number; readonly n: number }

export const LOG_ID = 'sim';
export const LOG_EPOCH = '00000000-0000-4000-8000-000000000001';

/** What the log's database holds, as far as relay, consumers, clocks and appender ask for it. Everything in it is committed. */
export class Tables {
  readonly events: Row[] = [];
  readonly versions = new Map<string, number>();
  readonly keys = new Map<string, Key>();
  readonly clocks = new Map<string, Clock>();
  readonly leases = new Map<string, { owner: string; epoch: number; untilMs: number }>();
  readonly relay = { epoch: 0, pos: 0, leaf: Buffer.alloc(0) as Buffer };
  /** `consumer/partition` → how far it is. */
  readonly marks = new Map<string, Mark>();
  parked: { readonly consumer: string; readonly caseId: string; readonly pos: string; readonly error: string }[] = [];
  /** When each position was committed, in the world's milliseconds. */
  readonly committedAt = new Map<number, number>();
  /** `consumer/position` → how often its effect is there. */
  readonly effects = new Map<string, number>();
}

interface Command { readonly stream: string; readonly caseId: string; readonly expected: number; readonly key: string | undefined; readonly mac: Buffer | null; readonly events: Omit<Row, 'pos' | 'version'>[]; readonly clocks: { readonly clock: Clock; readonly settles: boolean }[] }

export interface Appending {
  /** One for each command, as `es.append_batch` answers it. */
  readonly outcomes: readonly (readonly [cmd: string, outcome: string, firstVersion: string | null, lastPosition: string | null])[];
  readonly count: number;
  /** What it stores when it commits, at the positions behind `base`. */
  readonly store: (base: number) => void;
}

/** `es.append_batch` over its 23 arrays: what it would answer and store now. */
export function appending(tables: Tables, values: readonly Buffer[], base: number): Appending {
  const outcomes: [string, string, string | null, string | null][] = [];
  const stored: Command[] = [];
  const touched = new Set<string>();
  let position = base;
  for (const [at, command] of commandsOf(values).entries()) {
    const n = String(at + 1);
    const before = command.key === undefined ? undefined : tables.keys.get(command.key);
    const names = [command.stream, ...(command.key === undefined ? [] : [`key ${command.key}`])];
    if (names.some((name) => touched.has(name))) outcomes.push([n, 'again', null, null]);
    else if (before) outcomes.push([n, before.mac.equals(command.mac!) ? 'duplicate' : 'key_reused', String(before.first), null]);
    else if ((tables.versions.get(command.stream) ?? 0) !== command.expected) outcomes.push([n, 'conflict', null, null]);
    else {
      position += command.events.length;
      stored.push(command);
      outcomes.push([n, 'appended', String(command.expected + 1), String(position)]);
    }
    for (const name of names) touched.add(name);
  }
  return { outcomes, count: position - base, store: (from) => { let pos = from; for (const command of stored) pos = put(tables, command, pos); } };
}

function put(tables: Tables, { stream, caseId, expected, key, mac, events, clocks }: Command, base: number): number {
  let pos = base;
  for (const [at, event] of events.entries()) tables.events.push({ ...event, caseId, stream, pos: ++pos, version: expected + at + 1 });
  tables.versions.set(stream, expected + events.length);
  if (key !== undefined) tables.keys.set(key, { mac: mac!, stream, first: expected + 1, n: events.length });
  for (const { clock, settles } of clocks) {
    if (settles) tables.clocks.delete(clock.id);
    else tables.clocks.set(clock.id, clock);
  }
  return pos;
}

function commandsOf(values: readonly Buffer[]): Command[] {
  const column = <T>(at: number, read: (bytes: Buffer | null) => T): T[] => elementsOf(values[at]!).map((one) => read(one));
  const orNull = (read: (bytes: Buffer) => string) => (bytes: Buffer | null): string | undefined => (bytes === null ? undefined : read(bytes));
  const [streams, cases, expected, sources, keys] = [column(0, textOf), column(1, uuidOf), column(2, intOf), column(4, orNull(textOf)), column(5, orNull(textOf))];
  const macs = elementsOf(values[6]!);
  const [ofEvent, ids, types, schemas, data, metas, times, leaves] = [column(7, intOf), column(8, uuidOf), column(9, textOf), column(10, intOf), column(11, textOf), column(12, textOf), column(13, timeOf), elementsOf(values[14]!)];
  const [ofClock, clockIds, kinds, notes] = [column(18, intOf), column(19, uuidOf), column(20, textOf), column(22, textOf)];
  const dues = elementsOf(values[21]!);
  return streams.map((stream, c) => ({
    stream, caseId: cases[c]!, expected: expected[c]!, key: keys[c] === undefined ? undefined : `${sources[c]}/${keys[c]}`, mac: macs[c]!,
    events: ofEvent.flatMap((cmd, e) => (cmd === c + 1 ? [{ caseId: cases[c]!, stream, id: ids[e]!, type: types[e]!, schema: schemas[e]!, data: data[e]!, meta: metas[e]!, atMs: times[e]!, leaf: Buffer.from(leaves[e]!) }] : [])),
    clocks: ofClock.flatMap((cmd, k) => (cmd === c + 1 ? [{ settles: dues[k] === null, clock: { id: clockIds[k]!, caseId: cases[c]!, kind: kinds[k]!, dueMs: dues[k] === null ? 0 : timeOf(dues[k]!), note: notes[k]! } }] : [])),
  }));
}
