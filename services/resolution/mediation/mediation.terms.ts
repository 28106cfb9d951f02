import type { MediationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import { ensurePlan, wrongSum } from '../payment-plan.refusals.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';
import { refuse } from './mediation.refusals.js';
import type { AgreementTerms } from './mediation.state.js';

/** Refuses terms that contradict themselves: sums that differ, days that cannot be kept, one worker on both sides of the line. */
export function ensureTerms(terms: AgreementTerms, at: Instant): void {
  const { performBy, owed, items, plan, unsettled = [] } = terms;
  if (performBy < dayOf(at)) throw refuse('PERFORMANCE_BEFORE_AGREEMENT', { performBy });
  ensureEachWorkerOnce([...owed, ...unsettled]);
  const wrong = items && wrongSum(items, owed);
  if (wrong !== undefined) throw refuse('ITEMS_DO_NOT_ADD_UP', { worker: wrong });
  if (plan) ensurePlan(plan, owed, dayOf(at), performBy);
}

/** The terms field by field, as an event keeps them; a plan that is not there accelerates nothing. */
export function termsOf({ performBy, owed, items, plan, acceleration, payers, unsettled, text }: AgreementTerms): Omit<Extract<MediationEvent, { type: 'AgreementDrafted' }>, 'type' | 'at' | 'by'> {
  return {
    performBy, owed: owed.map(({ worker, amount }) => ({ worker, amount })),
    ...(items && { items: items.map(({ worker, kind, amount }) => ({ worker, kind, amount })) }),
    ...(plan && { plan: plan.map(({ worker, on, amount }) => ({ worker, on, amount })), ...(acceleration !== undefined && { acceleration }) }),
    ...(payers && { payers: [...payers] }),
    ...(unsettled && { unsettled: unsettled.map(({ worker, wantsArbitration }) => ({ worker, wantsArbitration })) }),
    ...(text && { text }),
  };
}

/** The same terms in whatever order they were listed. What is sealed cannot be compared: it is another cipher each time. */
export function sameTerms(one: AgreementTerms, other: AgreementTerms): boolean {
  return key(one) === key(other);
}

function key({ performBy, owed, items = [], plan = [], acceleration = false, payers = [], unsettled = [] }: AgreementTerms): string {
  const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  return JSON.stringify([performBy, sorted(owed), sorted(items), sorted(plan), plan.length > 0 && acceleration, [...payers].sort(), sorted(unsettled)]);
}

/** The workers who settle: the one who filed where nothing is owed. */
export function settling({ owed }: AgreementTerms): readonly number[] {
  return owed.length === 0 ? [1] : owed.map(({ worker }) => worker);
}
