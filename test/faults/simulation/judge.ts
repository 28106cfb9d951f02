import { PARTITIONS, partitionOf, topicOf } from '#libs/messaging/topics.js';
import type { Tally } from '../scenario.js';
import type { Broker } from './broker.js';
import { asked, CONSUMERS, echo } from './process.js';
import type { Tables } from './tables.js';
import { LOG_ID } from './tables.js';

/** What somebody was answered with success. */
export interface Wish {
  readonly key: string;
  readonly clock?: string;
  readonly dueMs?: number;
}
interface Trial {
  readonly tables: Tables;
  readonly broker: Broker;
  readonly wishes: readonly Wish[];
  readonly epochMs: number;
  /** When all was whole again; undefined where the clock was put wrong, so that nobody can say what is late. */
  readonly healedAt: number | undefined;
}

/** For leases and sessions to run out; only what is later than that and two seconds is late. */
const BACK_MS = 12_000;
/** A process may be wrong about the server's clock by half the time that reading it took. */
const READING_MS = 100;
const STARTED = 'supervision.clock-started';
const BREACHED = 'supervision.clock-breached';

/** Everything published and done, every clock fired, every wish of the process fulfilled. */
export function isDone(tables: Tables, broker: Broker, wishes: readonly Wish[]): boolean {
  const count = (type: string): number => tables.events.filter((event) => event.type === type).length;
  const head = Math.max(0, ...tables.events.map(({ pos }) => pos));
  const last = lastOfEach(tables);
  const marked = CONSUMERS.every((consumer) => [...last].every(([part, pos]) => Number(tables.marks.get(`${consumer}/${part}`)?.pos ?? 0) >= pos));
  const parked = new Set(tables.parked.filter(({ consumer }) => consumer === CONSUMERS[0]).map(({ pos }) => Number(pos)));
  const asks = tables.events.filter(({ type, pos }) => `${type}.v1` === asked.AskedFor.type && !parked.has(pos)).length;
  return tables.relay.pos === head && marked && count(BREACHED) >= wishes.filter(({ clock }) => clock).length && count(echo.Echoed.type.replace('.v1', '')) >= asks && broker.awayUntil === 0;
}

/** What is not as it must be when all has come to rest. */
export function brokenIn({ tables, broker, wishes, epochMs, healedAt }: Trial): Omit<Tally, 'faults' | 'recoveryMs'> {
  const broken: string[] = [];
  const events = [...tables.events].sort((a, b) => a.pos - b.pos);
  if (events.some(({ pos }, at) => pos !== at + 1)) broken.push('positions have a gap, or one stands twice');
  const versions = new Map<string, number>();
  for (const { stream, version } of events) {
    if (version !== (versions.get(stream) ?? 0) + 1) broken.push(`version ${version} of ${stream} follows ${versions.get(stream) ?? 0}`);
    versions.set(stream, version);
  }
  const stored = new Set(tables.keys.keys());
  let lost = wishes.filter(({ key }) => !stored.has(`people/${key}`)).length;
  let duplicated = 0;
  for (const consumer of CONSUMERS) {
    for (const { pos } of events) {
      const times = tables.effects.get(`${consumer}/${pos}`) ?? 0;
      if (times === 0) lost += 1;
      duplicated += Math.max(0, times - 1);
    }
  }
  const asks = events.filter(({ type }) => `${type}.v1` === asked.AskedFor.type).length;
  const echoes = events.filter(({ type }) => `${type}.v1` === echo.Echoed.type).map(({ data }) => (JSON.parse(data) as { of: string }).of);
  lost += Math.max(0, asks - new Set(echoes).size);
  duplicated += echoes.length - new Set(echoes).size;
  broken.push(...publishedWrongly(tables, broker), ...tables.parked.map(({ consumer, pos, error }) => `${consumer} still has ${pos} parked: ${error}`));
  const times = firedOf(tables, wishes, epochMs, healedAt);
  lost += times.never;
  return { acknowledged: wishes.length, lost, duplicated: duplicated + times.twice, late: times.late, broken: times.early > 0 ? [...broken, `${times.early} clocks were fired before they were due`] : broken };
}

function firedOf(tables: Tables, wishes: readonly Wish[], epochMs: number, healedAt: number | undefined): { never: number; twice: number; early: number; late: number } {
  const found = { never: 0, twice: 0, early: 0, late: 0 };
  for (const { clock, dueMs } of wishes) {
    if (clock === undefined) continue;
    const own = tables.events.filter(({ data }) => (JSON.parse(data) as { clock?: string }).clock === clock);
    const fired = own.filter(({ type }) => type === BREACHED);
    const armedAt = Math.max(...own.filter(({ type }) => type === STARTED).map(({ pos }) => tables.committedAt.get(pos)!)); // Nobody owes what was asked for before it was stored.
    if (fired.length === 0) found.never += 1;
    found.twice += Math.max(0, fired.length - 1);
    for (const { atMs, pos } of fired) {
      if (atMs < dueMs! || (healedAt !== undefined && tables.committedAt.get(pos)! + epochMs < dueMs! - READING_MS)) found.early += 1;
      if (healedAt !== undefined && tables.committedAt.get(pos)! > Math.max(dueMs! - epochMs, armedAt, healedAt + BACK_MS) + 2_000) found.late += 1;
    }
  }
  return found;
}

/** In each partition, repeats aside, all of its events, in order. */
function publishedWrongly(tables: Tables, broker: Broker): string[] {
  const wrong: string[] = [];
  const partitions = broker.topics.get(topicOf(LOG_ID))?.partitions ?? [];
  for (let part = 0; part < PARTITIONS; part++) {
    const seen: number[] = [];
    for (const { headers } of partitions[part] ?? []) {
      const pos = Number(String(headers['ce_position']));
      if (!seen.includes(pos)) seen.push(pos);
    }
    const wanted = tables.events.filter(({ caseId }) => partitionOf(caseId) === part).map(({ pos }) => pos).sort((a, b) => a - b);
    if (seen.join() !== wanted.join()) wrong.push(`partition ${part} holds ${seen.join(' ')} instead of ${wanted.join(' ')}`.slice(0, 300));
  }
  return wrong;
}

function lastOfEach(tables: Tables): Map<number, number> {
  const last = new Map<number, number>();
  for (const { caseId, pos } of tables.events) last.set(partitionOf(caseId), Math.max(pos, last.get(partitionOf(caseId)) ?? 0));
  return last;
}
