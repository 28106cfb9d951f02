import type { IdentityProof } from '#libs/contracts/intake.events.js';
import type { FieldProblem } from '#libs/runtime/field-problems.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Proven } from './real-names.js';
import type { PublicClaim } from './public-claim.requests.js';

/** What a claim says with the name and number of whom the service vouches for, where the page left them out. Of one who wants no name known nothing is taken. */
export function filledIn(claim: PublicClaim, proven: Proven | undefined): PublicClaim {
  if (!proven || claim.me.stayAnonymous) return claim;
  const { name, idNumber, phone } = proven;
  if (claim.helper) return { ...claim, helper: { helperName: name, ...(phone !== undefined && { helperMobile: phone }), ...claim.helper } };
  return { ...claim, me: { myName: name, myIdNumber: idNumber, ...(phone !== undefined && { myMobile: phone }), ...claim.me } };
}

/** Whoever fills in the form for somebody else says so: another's name under one's own proof would be a false one. */
export function differences({ me, helper }: PublicClaim, proven: Proven | undefined): readonly FieldProblem[] {
  if (!proven || me.stayAnonymous) return [];
  const said: readonly (readonly [field: string, space: 'name' | 'idNumber', value: string | undefined])[] = helper
    ? [['helper.helperName', 'name', helper.helperName]] : [['me.myName', 'name', me.myName], ['me.myIdNumber', 'idNumber', me.myIdNumber]];
  return said.filter(([, space, value]) => value !== undefined && normalise(space, value) !== normalise(space, proven[space]))
    .map(([field]) => ({ field, zh: '与实名核验的结果不一致；替别人申报的，请填写代办人', en: 'differs from the proven identity: whoever files for somebody else says so' }));
}

export function proofOf({ me, helper }: PublicClaim, proven: Proven | undefined): IdentityProof | undefined {
  if (!proven || me.stayAnonymous) return undefined;
  const { method, at: provenAt, issuer } = proven;
  return { person: helper ? 'representative' : 'requester', method, provenAt, issuer, matched: helper ? ['name'] : ['name', 'idNumber'] };
}
