import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';

type Named = Pick<Extract<ClaimEvent, { type: 'ClaimFiled' }>, 'employer' | 'project'>;

/** By what two claims are seen to be against the same unit. The first that gathers enough claims makes the group. */
export const signKinds = ['employerCode', 'employer', 'project', 'generalContractor'] as const;
export type SignKind = (typeof signKinds)[number];

/** Those that make a group: a general contractor has many projects, whose workers have no claim in common. */
export const gatheringKinds: readonly SignKind[] = ['employerCode', 'employer', 'project'];

export interface Sign {
  readonly kind: SignKind;
  readonly mac: Buffer;
}

/** The keyed fingerprints of the units that a claim names: whoever reads the table learns no name from it. */
export function signsOf({ employer, project }: Named, index: BlindIndex): Sign[] {
  const names: readonly (readonly [SignKind, string | null | undefined])[] = [
    ['employerCode', employer?.creditCode], ['employer', employer?.name], ['project', project?.name], ['generalContractor', project?.generalContractor],
  ];
  return names.flatMap(([kind, name]) => {
    const plain = name ? normalise('employer', name) : '';
    return plain === '' ? [] : [{ kind, mac: index.mac('employer', JSON.stringify(['sign.v1', kind, plain])) }];
  });
}
