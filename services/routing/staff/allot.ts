import type { Allotment, Needs } from '#libs/contracts/routing.events.js';
import type { Concern, Speciality } from '#libs/contracts/staff.events.js';
import type { Day } from '#libs/contracts/time.js';

/** One who works in the unit, as far as an order can depend on it. */
export interface Officer {
  readonly specialities: readonly Speciality[];
  readonly openMax: number;
  readonly away: { readonly from: Day; readonly to: Day | null } | null;
  readonly left: boolean;
  readonly conflicts: readonly Concern[];
  readonly open: readonly OpenOrder[];
  /** The turn in which an order last came to this one; 0 for none yet. */
  readonly lastTurn: number;
}

/** An order that lies with the unit: what it weighs in a load, and what it asks to know. */
export interface OpenOrder {
  readonly caseId: string;
  readonly order: number;
  readonly weight: number;
  readonly needs: Needs;
}

type Candidate = Allotment['candidates'][number];
const RANK = { match: 0, general: 1, other: 2 } as const;

/** Losses of one who could have had the order. */
const ABLE: readonly Candidate['lost'][] = [null, 'speciality', 'load', 'turn', 'continuity'];

export interface Choice {
  readonly officer: string | null;
  readonly receipt: Allotment;
}

/**
 * Whose an order shall be. Out are: absent today, conflict declared, as many open orders as the limit. Of those left, who knows the matter goes
 * before who does everything, and that one before who does something else; then the least weighted load; then who waited longest; then the id.
 * `previous` had the order before and goes on with it where it can. Of the facts given alone, so that anybody can do the sum again.
 */
export function choose(officers: ReadonlyMap<string, Officer>, order: OpenOrder, today: Day, previous: string | null = null): Choice {
  const { weight, needs, caseId } = order;
  const able: (Candidate & { turn: number })[] = [];
  const candidates = [...officers].filter(([, { left }]) => !left).sort(([a], [b]) => (a < b ? -1 : 1)).map(([officer, one]): Candidate => {
    const own = one.open.filter((each) => !isSame(each, order));
    const candidate: Candidate = { officer, load: own.reduce((sum, each) => sum + each.weight, 0), open: own.length, openMax: one.openMax, fit: fitOf(one, needs), lost: barred(one, own.length, caseId, needs, today) };
    if (candidate.lost === null) able.push({ ...candidate, turn: one.lastTurn });
    return candidate;
  });
  const winner = able.find(({ officer }) => officer === previous) ?? able.sort((a, b) => RANK[a.fit] - RANK[b.fit] || a.load - b.load || a.turn - b.turn || (a.officer < b.officer ? -1 : 1))[0];
  const receipt = { weight, needs, candidates: candidates.map((each) => ({ ...each, lost: each.lost ?? (winner ? lostTo(each, winner, previous) : null) })) };
  return { officer: winner?.officer ?? null, receipt };
}

/** The receipt of an order that a person gave to somebody: everybody else lost by that. */
export function chosenBy(officers: ReadonlyMap<string, Officer>, order: OpenOrder, today: Day, officer: string): Allotment {
  const { receipt } = choose(officers, order, today);
  return { ...receipt, candidates: receipt.candidates.map((each) => ({ ...each, lost: each.officer === officer ? null : ABLE.includes(each.lost) ? 'override' : each.lost })) };
}

export function isSame(a: Pick<OpenOrder, 'caseId' | 'order'>, b: Pick<OpenOrder, 'caseId' | 'order'>): boolean {
  return a.caseId === b.caseId && a.order === b.order;
}

export function isAway({ away }: Officer, today: Day): boolean {
  return away !== null && away.from <= today && (away.to === null || today <= away.to);
}

export function hasConflict({ conflicts }: Officer, caseId: string, { employer }: Pick<Needs, 'employer'>): boolean {
  return conflicts.some(({ kind, value }) => (kind === 'case' ? value === caseId : value === employer));
}

function barred(officer: Officer, open: number, caseId: string, needs: Needs, today: Day): Candidate['lost'] {
  if (isAway(officer, today)) return 'absent';
  if (hasConflict(officer, caseId, needs)) return 'conflict';
  return open >= officer.openMax ? 'limit' : null;
}

function fitOf({ specialities }: Officer, needs: Needs): Candidate['fit'] {
  if (specialities.length === 0) return 'general';
  return specialities.some(({ kind, code }) => needs[kind] === code) ? 'match' : 'other';
}

function lostTo(each: Candidate, winner: Candidate, previous: string | null): Candidate['lost'] {
  if (each.officer === winner.officer) return null;
  if (winner.officer === previous) return 'continuity';
  if (RANK[each.fit] > RANK[winner.fit]) return 'speciality';
  return each.load > winner.load ? 'load' : 'turn';
}
