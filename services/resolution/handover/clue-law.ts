import { divisionNamed } from '#libs/contracts/divisions.js';
import type { ClueFacts } from '#libs/contracts/resolution.events.js';
import type { ClueConclusion, Parameters } from '#libs/policy/pack.js';
import { refuse } from './clue-law.refusals.js';

/** What the pack says of a conclusion on a clue. Refuses one that the platform does not take, and one without the facts that it asks for. */
export function conclusionOf({ clueConclusions = {} }: Pick<Parameters, 'clueConclusions'>, conclusion: string, facts: ClueFacts): Pick<ClueConclusion, 'arrears' | 'resolved'> & { readonly name: { readonly zh: string; readonly en: string } } {
  const known = Object.hasOwn(clueConclusions, conclusion) ? clueConclusions[conclusion]! : undefined;
  if (!known) throw refuse('CLUE_CONCLUSION_UNKNOWN', { conclusions: Object.keys(clueConclusions) });
  const missing = known.requires.filter((name) => facts[name] === undefined || (name === 'division' && !divisionNamed(facts.division!)));
  if (missing.length > 0) throw refuse('CLUE_FACTS_MISSING', { missing });
  const { arrears, resolved, zh, en } = known;
  return { arrears, resolved, name: { zh, en } };
}
