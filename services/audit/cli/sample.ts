import { createHash } from 'node:crypto';
import { inScope } from '#libs/security/scope.js';
import type { Drawn } from '../bundle/check-sample.js';
import type { Shown } from './blocks.js';
import type { Placed } from './whole-log.js';
import { eventsOf } from './whole-log.js';

/** Events that make a case worth a look, by why. */
const RISKS: Readonly<Record<string, string>> = {
  'supervision.clock-breached': 'breachedClock', 'routing.routing-overridden': 'override', 'resolution.payment-defaulted': 'overduePayment', 'resolution.instalment-defaulted': 'overduePayment',
};
/** Where the data of an event names a place that its case concerns, as everybody is kept to who reads cases (`case-scope.ts`). */
const PLACES = [['division'], ['unit', 'division'], ['to', 'division'], ['decision', 'handlingDivision']] as const;

export interface Sampled { readonly caseId: string; readonly risks: Readonly<Record<string, number>>; readonly score: number }

/** The cases of a log that lie in these divisions, with what speaks for looking at each. */
export async function casesIn(events: AsyncIterable<Pick<Placed, 'caseId' | 'type' | 'stream' | 'data'>>, divisions: readonly string[]): Promise<readonly Sampled[]> {
  const everywhere = divisions.includes('000000');
  const found = new Map<string, { risks: Record<string, number>; inside: boolean }>();
  for await (const { caseId, type, stream, data } of events) {
    if (type === 'intake.claim-filed' && !found.has(caseId)) found.set(caseId, { risks: {}, inside: everywhere });
    const one = found.get(caseId);
    if (!one) continue;
    const risk = RISKS[type];
    if (risk !== undefined) one.risks[risk] = (one.risks[risk] ?? 0) + 1;
    if (!one.inside && (type === 'intake.claim-filed' || (type.startsWith('routing.') && stream.startsWith('assignment/')))) one.inside = placesIn(data).some((place) => inScope(divisions, place));
  }
  return [...found].filter(([, { inside }]) => inside).map(([caseId, { risks }]) => ({ caseId, risks, score: Object.values(risks).reduce((sum, count) => sum + count, 0) }));
}

/** Draws again, or for the first time, what `drawn` says. */
export async function drawnFrom(log: Shown, { seed, size, byRisk, upTo, divisions }: Drawn): Promise<readonly Sampled[]> {
  return sampleOf(await casesIn(eventsOf(log, upTo), divisions), size, seed, byRisk);
}

function placesIn(data: string): readonly string[] {
  const value: unknown = JSON.parse(data);
  return PLACES.flatMap((path) => {
    const place = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], value);
    return typeof place === 'string' ? [place] : [];
  });
}

/** In an order that a seed gives and that everybody can work out again; by risk, those with more of it first. */
export function sampleOf(cases: readonly Sampled[], count: number, seed: string, byRisk: boolean): readonly Sampled[] {
  const lot = ({ caseId }: Sampled): string => createHash('sha256').update(`${seed}\n${caseId}`).digest('hex');
  return cases.filter(({ score }) => !byRisk || score > 0).map((one) => ({ one, drawn: lot(one) }))
    .sort((a, b) => (byRisk ? b.one.score - a.one.score : 0) || (a.drawn < b.drawn ? -1 : 1)).slice(0, count).map(({ one }) => one);
}
