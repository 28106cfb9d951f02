import { createHash } from 'node:crypto';
import type { Placed } from './whole-log.js';

/** Events that make a case worth a look, by why. */
const RISKS: Readonly<Record<string, string>> = {
  'supervision.clock-breached': 'breachedClock', 'routing.routing-overridden': 'override', 'resolution.payment-defaulted': 'overduePayment', 'resolution.instalment-defaulted': 'overduePayment',
};

export interface Sampled { readonly caseId: string; readonly risks: Readonly<Record<string, number>>; readonly score: number }

/** The cases of a log with what speaks for looking at each. */
export async function casesIn(events: AsyncIterable<Placed>): Promise<readonly Sampled[]> {
  const found = new Map<string, Record<string, number>>();
  for await (const { caseId, type } of events) {
    if (type === 'intake.claim-filed') found.set(caseId, found.get(caseId) ?? {});
    const [risk, risks] = [RISKS[type], found.get(caseId)];
    if (risk !== undefined && risks) risks[risk] = (risks[risk] ?? 0) + 1;
  }
  return [...found].map(([caseId, risks]) => ({ caseId, risks, score: Object.values(risks).reduce((sum, count) => sum + count, 0) }));
}

/** In an order that a seed gives and that everybody can work out again; by risk, those with more of it first. */
export function sampleOf(cases: readonly Sampled[], count: number, seed: string, byRisk: boolean): readonly Sampled[] {
  const lot = ({ caseId }: Sampled): string => createHash('sha256').update(`${seed}\n${caseId}`).digest('hex');
  return cases.filter(({ score }) => !byRisk || score > 0).map((one) => ({ one, drawn: lot(one) }))
    .sort((a, b) => (byRisk ? b.one.score - a.one.score : 0) || (a.drawn < b.drawn ? -1 : 1)).slice(0, count).map(({ one }) => one);
}
