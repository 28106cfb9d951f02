import type { Changed, PackDiff } from '../diff.js';
import { diffPacks } from '../diff.js';
import type { Flip } from './flip.js';
import type { Case, Heard } from './flips.js';
import { flipsOf, Listener } from './flips.js';
import { clockFlips } from './flips-beside-rows.js';
import type { Laws, LawsFor } from './law-under.js';
import type { Held, MovedClock, Outcome } from './outcome.js';
import { changedOutcome, heldBy, isSameWay, movedClocks, outcomeOf } from './outcome.js';
import type { Pack } from '../pack.js';
import type { PastCase } from './past-case.js';

/** A past case that would have gone otherwise, or had another day to be done by. Ids, codes, words of the law: nothing personal. */
export interface Difference {
  readonly caseId: string;
  readonly receivedAt: string;
  readonly division: string;
  readonly category: string;
  readonly packs: { readonly before: Pack['ref']; readonly after: Pack['ref'] };
  readonly changed: readonly Changed[];
  readonly clocks: readonly JudgedClock[];
  /** The conditions that flipped, the first question first: the rest may follow from it. */
  readonly flips: readonly Flip[];
}

export interface JudgedClock extends MovedClock {
  /** Fields of the clock's row, parameters, or `calendar`, that move it; empty where it starts under one pack alone. */
  readonly by: readonly string[];
  /** Whether the day that counts had passed before the matter was done; null where that is not known. */
  readonly breachedBefore: boolean | null;
  readonly breachedAfter: boolean | null;
}

/** What became of one past case. */
export type Verdict =
  | { readonly kind: 'beyond' } | { readonly kind: 'gone' }
  /** `strayed`: the record is not what its own pack says today: another program wrote it, or the pack has been rewritten. */
  | { readonly kind: 'decided'; readonly strayed: boolean; readonly before: Held; readonly after: Held; readonly laws: Laws; readonly difference: Difference | null };

/** The draft cannot decide a case that was decided: it lacks a table or a clock, or a cell of it is outside the grammar. `npm run policy -- check` says more. */
export class DraftFails extends Error {
  override readonly name = 'DraftFails';
}

/** Past cases decided again, one after another, under another law. Holds the compiled packs, and no case. */
export class Again {
  private readonly listeners = new Map<Pack, Listener>();
  private readonly diffs = new Map<string, PackDiff>();
  private readonly countings = new Map<string, Counting>();

  constructor(private readonly lawsFor: LawsFor) {}

  consider(past: PastCase): Verdict {
    const laws = this.lawsFor(past);
    if (laws === 'beyond' || laws === 'gone') return { kind: laws };
    const { recorded, division } = past;
    const now = this.underDraft(past, laws.after);
    const held = heldBy(recorded, division);
    if (isSameWay(recorded, now.decision, division) && !this.counts(laws).moves(recorded)) return { kind: 'decided', strayed: false, before: held, after: held, laws, difference: null };
    const then = this.listenerTo(laws.before).decide(past.demand); // The record may stray from its pack; what the draft changes is what the packs say apart.
    const [before, after] = [outcomeOf(then.decision, division, laws.before), outcomeOf(now.decision, division, laws.after)];
    const [changed, clocks] = [changedOutcome(before, after), movedClocks(before, after)];
    const isSame = changed.length === 0 && clocks.length === 0;
    return {
      kind: 'decided', strayed: !isSameWay(recorded, then.decision, division) && isOther(outcomeOf(recorded, division, laws.before), before),
      before: heldBy(then.decision, division), after: heldBy(now.decision, division), laws,
      difference: isSame ? null : this.explained(past, { demand: past.demand, laws, then, now, changes: this.changesOf(laws) }, changed, clocks),
    };
  }

  private underDraft({ demand }: PastCase, pack: Pack): Heard {
    try {
      return this.listenerTo(pack).decide(demand);
    } catch (error) {
      throw new DraftFails((error as Error).message);
    }
  }

  private explained({ caseId, receivedAt, division, demand }: PastCase, both: Case, changed: readonly Changed[], clocks: readonly MovedClock[]): Difference {
    const { laws, changes } = both;
    const moved = clocks.map((clock) => ({ ...clock, by: clock.before === null || clock.after === null ? [] : this.counts(laws).moversOf(clock.id), breachedBefore: null, breachedAfter: null }));
    return {
      caseId, receivedAt, division, category: demand.category, packs: { before: laws.before.ref, after: laws.after.ref }, changed, clocks: moved,
      flips: [...flipsOf(both), ...clockFlips(moved, laws, changes)],
    };
  }

  private counts(laws: Laws): Counting {
    const key = keyOf(laws);
    const known = this.countings.get(key) ?? new Counting(laws, this.changesOf(laws));
    this.countings.set(key, known);
    return known;
  }

  private changesOf(laws: Laws): PackDiff {
    const key = keyOf(laws);
    const known = this.diffs.get(key) ?? diffPacks(laws.before, laws.after);
    this.diffs.set(key, known);
    return known;
  }

  private listenerTo(pack: Pack): Listener {
    const known = this.listeners.get(pack) ?? new Listener(pack);
    this.listeners.set(pack, known);
    return known;
  }
}

function keyOf({ before, after }: Laws): string {
  return `${before.ref.hash} ${after.ref.hash}`;
}

function isOther(a: Outcome, b: Outcome): boolean {
  return changedOutcome(a, b).length > 0 || movedClocks(a, b).length > 0;
}

const COUNTS = new Set(['n', 'unit', 'roll']);

/** Which clocks two packs count otherwise, and by what. */
class Counting {
  private readonly movers = new Map<string, readonly string[]>();

  constructor(private readonly laws: Laws, private readonly changes: PackDiff) {}

  moves({ orders }: PastCase['recorded']): boolean {
    return orders.some(({ clocks }) => clocks.some(({ id }) => this.moversOf(id).length > 0));
  }

  /** What a clock's day hangs on, as far as it changed. */
  moversOf(id: string): readonly string[] {
    const known = this.movers.get(id) ?? moversOf(id, this.laws, this.changes);
    this.movers.set(id, known);
    return known;
  }
}

function moversOf(id: string, { before, after }: Laws, { clocks, parameters, calendar }: PackDiff): readonly string[] {
  const fields = clocks.changed.find((row) => row.id === id)?.fields.filter(({ path }) => COUNTS.has(path)).map(({ path }) => `clocks.${id}.${path}`) ?? [];
  const rows = [before.clocks.get(id), after.clocks.get(id)];
  const named = rows.flatMap((row) => [...(typeof row?.n === 'string' ? [row.n] : []), ...(row?.unit === 'bareDays' ? ['bareDayUnit'] : [])]);
  const moved = parameters.filter(({ path }) => named.some((name) => path === name || path.startsWith(`${name}.`))).map(({ path }) => `parameters.${path}`);
  const isCalendar = calendar.version !== null || calendar.days.length > 0 || calendar.yearsAdded.length > 0 || calendar.yearsRemoved.length > 0;
  return [...fields, ...moved, ...(isCalendar ? ['calendar'] : [])];
}
