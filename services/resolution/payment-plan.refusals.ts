import { refusals } from '#libs/decider/refusal.js';

const refuse = refusals({
  PLAN_DOES_NOT_ADD_UP: ['invalid', '分期付款之和须等于该劳动者的应付金额。', 'The instalments of a worker must add up to what the worker is owed.', 'P'],
  INSTALMENT_OUTSIDE: ['invalid', '各期付款日须在达成或承诺之日与最后履行期限之间。', 'An instalment falls between the day of the promise and the last day of performance.', 'LDMA 15; P'],
});

interface Owed {
  readonly worker: number;
  readonly amount: number;
}
export interface Instalment extends Owed {
  readonly on: string;
}

/** A plan pays each worker what is owed, no more and no less, between two days. Days are written `2026-03-02`, which sorts as it counts. */
export function ensurePlan(plan: readonly Instalment[], owed: readonly Owed[], from: string, performBy: string): void {
  const outside = plan.find(({ on }) => on < from || on > performBy);
  if (outside) throw refuse('INSTALMENT_OUTSIDE', { on: outside.on });
  const wrong = wrongSum(plan, owed);
  if (wrong !== undefined) throw refuse('PLAN_DOES_NOT_ADD_UP', { worker: wrong });
}

/** The first worker whose parts do not add up to what is owed; undefined where all do. */
export function wrongSum(parts: readonly Owed[], owed: readonly Owed[]): number | undefined {
  const sums = new Map<number, number>();
  for (const { worker, amount } of parts) sums.set(worker, (sums.get(worker) ?? 0) + amount);
  const due = new Map(owed.map(({ worker, amount }) => [worker, amount]));
  return [...new Set([...due.keys(), ...sums.keys()])].find((worker) => (sums.get(worker) ?? 0) !== (due.get(worker) ?? 0));
}
