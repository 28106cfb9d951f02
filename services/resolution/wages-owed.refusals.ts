import { refusals } from '#libs/decider/refusal.js';

const refuse = refusals({
  WORKER_NAMED_TWICE: ['invalid', '同一劳动者被列出两次。', 'One worker is named twice.', 'P'],
});

/** What is owed is said once for each worker. */
export function ensureEachWorkerOnce(owed: readonly { readonly worker: number }[]): void {
  if (new Set(owed.map(({ worker }) => worker)).size < owed.length) throw refuse('WORKER_NAMED_TWICE');
}
