import type { Day } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Tribunal } from './tribunal.decider.js';
import { unfitness } from './tribunal.decider.js';

export interface Candidate {
  readonly arbitrator: string;
  /** Open cases by their weight. */
  readonly open: number;
  readonly why: { readonly zh: string; readonly en: string };
}

export interface Proposal {
  /** The fairest first. */
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly { readonly arbitrator: string; readonly why: 'conflict' | 'left' | 'away' | 'recused' }[];
}

interface Wanted {
  readonly caseId: string;
  readonly on: Day;
  /** Fingerprints of everybody against whom the claim is. */
  readonly employers: readonly string[];
  readonly recused: readonly string[];
  /** Of such cases: `speedy`, `collective`. */
  readonly speciality: string;
  readonly loads: ReadonlyMap<string, number>;
}

/** Fair load: who has the fewest weighted open cases; among equals who knows such cases, then a lot that the case itself draws. The same question has the same answer. */
export function proposalFor(register: Tribunal, { caseId, on, employers, recused, speciality, loads }: Wanted): Proposal {
  const all = Object.keys(register.arbitrators).map((arbitrator) => ({
    arbitrator, open: loads.get(arbitrator) ?? 0, knows: register.arbitrators[arbitrator]!.specialities.includes(speciality), lot: uuidv5(`${caseId}/${arbitrator}`),
    why: recused.includes(arbitrator) ? 'recused' as const : unfitness(register, arbitrator, employers, on),
  }));
  const fit = all.filter(({ why }) => why === undefined).sort((a, b) => a.open - b.open || Number(b.knows) - Number(a.knows) || (a.lot < b.lot ? -1 : 1));
  return {
    candidates: fit.map(({ arbitrator, open, knows }) => ({ arbitrator, open, why: told(open, knows) })),
    excluded: all.flatMap(({ arbitrator, why }) => (why ? [{ arbitrator, why }] : [])).sort((a, b) => (a.arbitrator < b.arbitrator ? -1 : 1)),
  };
}

function told(open: number, knows: boolean): Candidate['why'] {
  return { zh: `在办案件加权 ${open} 件${knows ? '，专长相符' : ''}`, en: `${open} weighted open cases${knows ? ', speciality fits' : ''}` };
}
