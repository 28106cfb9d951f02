import type { Client } from 'pg';
import type { Standing } from './clock-sums.js';
import { ClockSums, partOf } from './clock-sums.js';
import type { Said, Told } from './clock-sources.js';
import { readArmed, streamsIn, toldBy } from './clock-sources.js';
import type { Finding } from './leaves.js';
import { RANGE } from './range.js';

/** The sums over what the first `size` events arm, whose root was this. */
interface Summed { readonly size: number; readonly root: Buffer; readonly sums: ClockSums }

const FINDINGS_MAX = 100;
/** Rows that are held at once while the place of a difference is looked for. */
const ROWS_MAX = 50_000;
/** So often sums go on from those of the time before; then they are made anew from the first event. */
const USES_MAX = 20;

/**
 * Whether the times that stand armed are those that the events of the log arm, no more and no fewer. Both sides are summed, part by part; only of parts that differ is
 * more held than a few streams at a time. One who compares again and again goes on from the sums of the last whole range, as long as the log up to there has the very root
 * that it had then: what stands armed is read whole each time. What somebody changed in the log only while it was summed would stay in these sums, and so they are made anew now and then.
 */
export class Clocks {
  #kept: Summed | undefined;
  #uses = 0;
  /** Of this walk: whether the log up to the sums that are kept is what it was, and the last whole range. */
  #stands = false;
  #walked: Omit<Summed, 'sums'> | undefined;

  constructor(private readonly step = RANGE) {}

  begin(): void {
    [this.#stands, this.#walked] = [false, undefined];
  }

  /** What the walk through the log came by, and found nothing wrong so far. */
  saw(size: number, root: Buffer): void {
    if (size % this.step !== 0 || size === 0) return;
    if (size === this.#kept?.size) this.#stands = this.#kept.root.equals(root);
    this.#walked = { size, root };
  }

  /** `armed` is how many stand. */
  async compared(client: Client, breathe: () => Promise<void>): Promise<{ readonly findings: readonly Finding[]; readonly armed: number }> {
    if (!this.#stands || this.#uses >= USES_MAX) this.#kept = undefined;
    const table = this.#kept?.sums.empty() ?? ClockSums.none();
    let armed = 0;
    const head = await readArmed(client, (id, row) => { table.add(id, row); armed++; });
    await breathe();
    const unlike = (await this.#summed(client, table.empty(), head, breathe)).unlike(table);
    if (unlike.length === 0) return { findings: [], armed };
    this.#kept = undefined; // The next are made anew, whatever is found now.
    return { findings: await located(client, unlike.slice(0, FINDINGS_MAX), breathe), armed };
  }

  /** Over what the log arms up to a position. */
  async #summed(client: Client, none: ClockSums, head: number, breathe: () => Promise<void>): Promise<ClockSums> {
    const walked = this.#walked && this.#walked.size <= head ? this.#walked : undefined;
    if (this.#kept && walked) {
      const sums = this.#kept.sums.copy();
      await this.#goOn(client, sums, this.#kept.size, walked.size, breathe);
      this.#kept = { ...walked, sums: sums.copy() };
      this.#uses++;
      await this.#goOn(client, sums, walked.size, head, breathe);
      return sums;
    }
    const [early, sums] = [none.empty(), none];
    for await (const { names } of streamsIn(client, 0, head, this.step)) {
      const [before, after] = await toldBy(client, names, walked?.size ?? 0, head);
      for (const [id, one] of standing(before)) early.add(id, one);
      for (const [id, one] of standing(after)) sums.add(id, one);
      await breathe();
    }
    [this.#kept, this.#uses] = [walked && { ...walked, sums: early }, 0];
    return sums;
  }

  /** Streams that have an event in a window lose what they armed before it, and get what they arm behind it. */
  async #goOn(client: Client, sums: ClockSums, after: number, until: number, breathe: () => Promise<void>): Promise<void> {
    for await (const { names, from, to } of streamsIn(client, after, until, this.step)) {
      const [before, then] = await toldBy(client, names, from, to);
      for (const [id, one] of standing(before)) sums.take(id, one);
      for (const [id, one] of standing(then)) sums.add(id, one);
      await breathe();
    }
  }
}

function* standing(told: Told): Iterable<readonly [string, Standing]> {
  for (const [id, said] of told) if (said.standing) yield [id, said.standing];
}

/** Which times of some parts are not what the log says. What was mended meanwhile is none. */
async function located(client: Client, parts: readonly number[], breathe: () => Promise<void>): Promise<readonly Finding[]> {
  const [rows, twice, said] = [new Map<string, Standing>(), new Set<string>(), new Map<string, Said>()];
  let [held, last] = [0, ''];
  const head = await readArmed(client, (id, row) => {
    if (rows.has(id)) twice.add(id);
    rows.set(id, row);
    [held, last] = [held + 1, id];
  }, parts, ROWS_MAX);
  const wanted = new Set(parts);
  const isLookedAt = (id: string): boolean => wanted.has(partOf(id)) && (held < ROWS_MAX || id <= last);
  for await (const { names } of streamsIn(client, 0, head)) {
    for (const [id, one] of (await toldBy(client, names, 0, head))[1]) if (isLookedAt(id) && (one.standing || rows.has(id))) said.set(id, one);
    await breathe();
  }
  return [...differences(said, rows, twice)].slice(0, FINDINGS_MAX);
}

function* differences(said: Told, rows: ReadonlyMap<string, Standing>, twice: ReadonlySet<string>): Iterable<Finding> {
  for (const [id, { position, standing: told }] of said) {
    if (!told) continue;
    const row = rows.get(id);
    if (!row) yield { position, rule: 'clock', at: `es.clocks ${id}`, what: `missing: the event here arms ${told.kind}, and nothing settled it` };
    else if (row.dueMs !== told.dueMs) yield { position, rule: 'clock', at: `es.clocks ${id} due_at`, what: 'is not when the event here says' };
    else if (row.kind !== told.kind || row.note !== told.note || row.caseId !== told.caseId) yield { position, rule: 'clock', at: `es.clocks ${id} ${row.kind !== told.kind ? 'kind' : row.note !== told.note ? 'note' : 'case_id'}`, what: 'is not what the event here says' };
    else if (twice.has(id)) yield { position, rule: 'clock', at: `es.clocks ${id}`, what: 'stands twice' };
  }
  for (const [id, { kind }] of rows) {
    const one = said.get(id);
    if (!one?.standing) yield { ...(one && { position: one.position }), rule: 'clock', at: `es.clocks ${id}`, what: one ? 'stands armed, though the event here settled it' : `stands armed as ${kind}, and no event armed it` };
  }
}
