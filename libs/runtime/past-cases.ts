import type { Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import { readFrom, readKindsFrom, readKindsOf } from '#libs/event-store/read.js';
import { endingsOf, judged } from '#libs/policy/what-if/breaches.js';
import type { LawsFor } from '#libs/policy/what-if/law-under.js';
import { isWithin, needsFiling, pastCaseOf, ROUTED } from '#libs/policy/what-if/past-case.js';
import type { Totals } from '#libs/policy/what-if/tally.js';
import { Tally } from '#libs/policy/what-if/tally.js';
import type { Difference, Verdict } from '#libs/policy/what-if/what-if.js';
import { Again } from '#libs/policy/what-if/what-if.js';

/** Which past cases, both days included. */
export interface Wanted {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly inside: (division: string) => boolean;
}

export interface Pass {
  readonly pool: Pool;
  readonly lawsFor: LawsFor;
  readonly wanted: Wanted;
  /** The head of the log when the pass began: what comes later is not looked at. */
  readonly until: string;
  /** Where a pass goes on; the whole log by default. */
  readonly after?: string;
  /** More cases than these are too many for one answer: the pass ends with `TooManyCases`. */
  readonly casesMax?: number;
  /** Told after each page: the position of the log that the pass has come to. */
  readonly onPage?: (position: string) => void;
  /** Told of each difference with its position; `false` ends the pass. */
  readonly onDifference?: (difference: Difference, position: string) => boolean | void;
}

export class TooManyCases extends Error {
  override readonly name = 'TooManyCases';
}

/** Cases read at once: what the pass holds in memory. */
const PAGE = 250;
type Decided = Extract<Verdict, { kind: 'decided' }>;

/** Every past case decided again by the facts of its moment, in the order of the log, page by page. What it takes grows with the page, not with the log. */
export async function decideAgain({ pool, lawsFor, wanted, until, after = '0', casesMax = Infinity, onPage, onDifference }: Pass): Promise<Totals> {
  const again = new Again(lawsFor);
  const tally = new Tally();
  const now = await lastInstant(pool, until);
  const pageAfter = (position: string): Promise<PublishedEvent[]> => readKindsFrom(pool, [stored(ROUTED)], position, PAGE, until);
  for (let coming = pageAfter(after); ; ) {
    const page = await coming;
    if (page.length === 0) break;
    const { position } = page.at(-1)!;
    coming = page.length < PAGE ? Promise.resolve([]) : pageAfter(position); // The database reads while we decide.
    coming.catch(() => undefined); // Heard of at the next turn, if there is one.
    for (const [verdict, at] of await verdictsOf(page, { pool, again, wanted, tally, now })) {
      tally.add(verdict);
      if (verdict.kind === 'decided' && verdict.difference && onDifference?.(verdict.difference, at) === false) return tally.totals();
    }
    onPage?.(position);
    if (tally.cases > casesMax) throw new TooManyCases(`More than ${casesMax} cases.`);
  }
  return tally.totals();
}

interface Passing { readonly pool: Pool; readonly again: Again; readonly wanted: Wanted; readonly tally: Tally; readonly now: Instant }

async function verdictsOf(page: readonly PublishedEvent[], { pool, again, wanted, tally, now }: Passing): Promise<readonly (readonly [Verdict, string])[]> {
  const asked = page.filter(({ data }) => isWithin({ receivedDay: dayOf(String(data['receivedAt'])), division: String(data['division']) }, wanted));
  const filings = await readKindsOf(pool, asked.filter(needsFiling).map(({ caseId }) => caseId), ['intake.claim-filed']);
  const verdicts = asked.flatMap((event): (readonly [Verdict, string])[] => {
    const past = pastCaseOf(event, filings.get(event.caseId)?.[0]);
    if (past) return [[again.consider(past), event.position]];
    tally.unreadable();
    return [];
  });
  return withBreaches(verdicts, pool, now);
}

/** Whether clocks were missed is looked up for those cases alone whose clocks differ. */
async function withBreaches(verdicts: readonly (readonly [Verdict, string])[], pool: Pool, now: Instant): Promise<readonly (readonly [Verdict, string])[]> {
  const moved = verdicts.flatMap(([verdict]) => (verdict.kind === 'decided' && verdict.difference && verdict.difference.clocks.length > 0 ? [verdict as Decided & { difference: Difference }] : []));
  const kinds = new Set(moved.flatMap(({ difference, laws }) => endingsOf(difference, laws)));
  const later = await readKindsOf(pool, moved.map(({ difference }) => difference.caseId), [...kinds].map(stored));
  return verdicts.map(([verdict, position]) => {
    if (verdict.kind !== 'decided' || !verdict.difference) return [verdict, position] as const;
    const { difference, laws } = verdict;
    return [{ ...verdict, difference: judged(difference, laws, later.get(difference.caseId) ?? [], now) }, position] as const;
  });
}

/** When the last event of the pass was recorded: clocks that nothing has met by then are measured by it. */
async function lastInstant(pool: Pool, until: string): Promise<Instant> {
  const [last] = await readFrom(pool, String(BigInt(until) - 1n), 1, until);
  return last?.recordedAt ?? '1970-01-01T08:00:00+08:00';
}

/** A published name without its version, as the store has it. */
function stored(type: string): string {
  return type.replace(/\.v\d+$/, '');
}
