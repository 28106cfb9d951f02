import { isInside } from '#libs/contracts/divisions.js';
import type { PackSource, Policies } from '../in-force.js';
import { packOf } from '../in-force.js';
import type { LawBook } from '../law-book.js';
import type { Pack } from '../pack.js';
import type { PastCase } from './past-case.js';

/** The pack that decided a case, and the one that would decide it if the draft were the law. */
export interface Laws {
  readonly before: Pack;
  readonly after: Pack;
}

/** `beyond`: no place that the draft reaches. `gone`: the pack of the decision is no longer kept. */
export type LawsFor = (past: Pick<PastCase, 'division' | 'recorded'>) => Laws | 'beyond' | 'gone';

/** As `lawsUnder`, over the law as it stands: packs of the release and published ones, those withdrawn since too, for their cases are past cases. */
export function lawsUnderIn(draft: PackSource, { written, policies }: LawBook): LawsFor {
  return lawsUnder(draft, written.map(({ source }) => source), policies);
}

/**
 * What holds where if a draft were the law: the draft itself in its division, and below it every pack that is written over it, with the
 * draft as its parent. `sources`: all packs as they were written, the draft's division's too, whose place the draft takes.
 * Throws where the draft, or a pack over it, is none.
 */
export function lawsUnder(draft: PackSource, sources: readonly PackSource[], policies: Policies): LawsFor {
  const { division } = draft.head;
  const others = [...sources.filter(({ head }) => head.division !== division), draft];
  const own = packOf(draft, others);
  const below = new Map<string, Pack | undefined>();
  const belowOf = ({ ref }: Pack): Pack | undefined => {
    const written = ref.version.split('+')[0]!; // A later edition is named after its parent too.
    const key = `${ref.division}/${written}`;
    if (!below.has(key)) {
      const source = sources.find(({ head }) => head.division === ref.division && head.version === written);
      below.set(key, source && packOf(source, others));
    }
    return below.get(key);
  };
  return ({ division: place, recorded: { pack } }) => {
    if (!isInside(place, division)) return 'beyond';
    const before = policies.packNamed(pack.division, pack.version);
    if (!before) return 'gone';
    const isBelow = before.ref.division !== division && isInside(before.ref.division, division);
    const after = isBelow ? belowOf(before) : own;
    return after ? { before, after } : 'gone';
  };
}
