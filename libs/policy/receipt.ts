import type { Loser } from './decide-by-table.js';
import type { NearMiss, Place } from './decision.js';
import type { Context } from './derive.js';
import { countyOf, overlap } from './derive.js';
import type { Pack } from './pack.js';
import type { Found } from './found.js';

const NEAREST_MOST = 6;

/**
 * The rows that might have decided and did not, nearest first, each with the conditions it lost on. A row of a later block that was met
 * lost on its block (c.0 point 2); one that met nothing but the subject of its table is near to nothing, unless nothing is nearer.
 */
export function nearestOf({ table, rows, context, day }: Found, pack: Pack): readonly NearMiss[] {
  const decided = rows.find((row) => row['lead'] !== undefined) ?? rows[0];
  const beaten = table === 'wages' ? pack.tables.ask(['wages'], context, day)['wages']!.filter((row) => !rows.includes(row)).map((row): Loser => (
    { row, met: 0, lost: [{ field: 'block', wanted: String(row['block']), found: (decided?.['block'] as number | undefined) ?? null }] }
  )) : [];
  const asked = table === 'wages' ? 'wages' : 'topics';
  const losers = pack.tables.losers(asked, context, day, 4 * NEAREST_MOST);
  const near = losers.filter(({ met }) => met > 0);
  const ofSubject = table === 'wages' ? [] : pack.tables.losers('matters', context, day, 4 * NEAREST_MOST).filter(({ lost: [first] }) => first!.field !== 'topics.topic');
  const nearest = [...[...beaten, ...ofSubject].map((loser) => nearMiss(table, loser)), ...near.map((loser) => nearMiss(asked, loser))];
  return distinct(nearest.length > 0 ? nearest : losers.map((loser) => nearMiss(asked, loser))).slice(0, NEAREST_MOST);
}

/** A rule that stands in several rows and lost them all on the same is told once. */
function distinct(misses: readonly NearMiss[]): readonly NearMiss[] {
  return [...new Map(misses.map((miss) => [`${miss.rule} ${miss.lost.map(({ field, wanted }) => `${field} ${wanted}`).join()}`, miss])).values()];
}

function nearMiss(table: string, { row, lost }: Loser): NearMiss {
  return { table, row: String(row['_id']), rule: String(row['rule'] ?? row['topic'] ?? row['_id']), source: String(row['source']), lost };
}

/** The places that a demand names, each a fact of its own. */
const PLACES = {
  work: 'workRegion', seat: 'employerSeat', project: 'projectRegion', home: 'homeRegion', habitual: 'habitualRegion', emergency: 'emergencyPlace', receiving: 'receivingRegion',
} as const;

/** Which of these places lie outside the division that handles the demand, or outside its province, as `homeElsewhere`, `homeOtherProvince` and so on: what the table `places` asks. */
export function elsewhere(context: Context, handlingRegion: string): Context {
  const found: Record<string, boolean> = {};
  const handling = countyOf(handlingRegion);
  for (const [name, fact] of Object.entries(PLACES)) {
    const place = context[fact];
    const isElsewhere = typeof place === 'string' && place !== handlingRegion && !overlap(countyOf(place), handling);
    found[`${name}Elsewhere`] = isElsewhere;
    found[`${name}OtherProvince`] = isElsewhere && place.slice(0, 2) !== handling.slice(0, 2);
  }
  return found;
}

/** Two places, one case: the place that leads, and the bodies in other places that the pack has assist, each with the fact that names its place. */
export function placesOf(found: Found, asked: Context, handlingRegion: string, region: { readonly fact: string; readonly source: string }, pack: Pack): readonly Place[] {
  const lead: Place = { division: handlingRegion, role: 'lead', department: String(asked['lead']), fact: region.fact, rule: 'step 4', source: region.source };
  const assisting = pack.tables.ask(['places'], asked, found.day)['places']!.map((row): Place => ({
    division: countyOf(String(asked[String(row['fact'])])), role: 'assist', department: String(row['department']), fact: String(row['fact']), rule: String(row['rule']), source: String(row['source']),
  }));
  return [lead, ...assisting];
}
