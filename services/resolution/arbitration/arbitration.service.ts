import type { Service } from './arbitration.commands.js';
import { refuse } from './arbitration.refusals.js';
import type { Arbitration } from './arbitration.state.js';

type Means = Service['means'] | null | undefined;
const ELECTRONIC: readonly Means[] = ['phone', 'sms', 'email'];

/** CHR 58-60: phone, SMS and e-mail serve in the simplified procedure, and never an instrument or award. */
export function checkService(means: Means, { simplified }: Pick<Arbitration, 'simplified'>, paper: 'other' | 'instrumentOrAward' = 'other'): void {
  if (!ELECTRONIC.includes(means)) return;
  if (paper === 'instrumentOrAward') throw refuse('PAPER_NOT_ELECTRONIC');
  if (!simplified) throw refuse('ELECTRONIC_SIMPLIFIED_ONLY');
}

/** The proofs of one paper, a line for each party; undefined where none are told. */
export function checkServices(services: readonly Service[] | null | undefined, state: Pick<Arbitration, 'simplified'>, paper?: 'other' | 'instrumentOrAward'): Service[] | undefined {
  if (!services) return undefined;
  if (new Set(services.map(({ party }) => party)).size < services.length) throw refuse('PARTY_SERVED_TWICE');
  for (const { means } of services) checkService(means, state, paper);
  return services.map(({ party, means, proof }) => ({ party, means, proof }));
}

/** The worker and whoever acts for the worker speak for the worker only. */
export function checkSide(party: 'worker' | 'employer' | 'self', by: string): void {
  if (party !== 'worker' && /^(worker|legal-aid):/.test(by)) throw refuse('NOT_YOUR_SIDE');
}
