import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { ClockStart, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import { decide } from '#libs/policy/decide.js';
import { demandOf } from '#libs/policy/demand.js';
import { factsWithin } from '#libs/policy/facts.js';
import type { Pack } from '#libs/policy/pack.js';

type Claim = Pick<Extract<ClaimEvent, { type: 'ClaimFiled' }>, 'receivedAt' | 'division' | 'origin' | 'category' | 'kinds' | 'matters' | 'facts' | 'requester'>;

/** Whose clocks alone they are: another body has nothing to accept. */
const OWN: readonly (readonly [clocks: string, bodies: readonly string[]])[] = [['INSP-', ['inspectionBody']], ['ARB-', ['arbOffice', 'speedyTribunal']]];

/**
 * Clocks of an authority that start when this body of this place has the matter (b.1 rule 10): those that a receipt there would list. The person's own reply clock
 * runs on, and so do the limits of their right.
 */
export function clocksOf({ department, division }: Unit, claim: Claim, at: Instant, pack: Pack): ClockStart[] {
  const { dispatchObjection: _, callerRegion: __, ...facts } = claim.facts;
  const { clocks, rules } = decide(pack, demandOf({ ...claim, facts: factsWithin(division, facts), receivedAt: at, division }));
  const isOurs = (id: string): boolean => OWN.every(([prefix, bodies]) => !id.startsWith(prefix) || bodies.includes(department));
  const listed = clocks.filter(({ id }) => !id.startsWith('HOT-') && pack.clocks.get(id)?.duty === 'authority' && isOurs(id));
  const accepts = department === 'inspectionBody' && !rules.includes('W-16') && !listed.some(({ id }) => id.startsWith('INSP-'));
  return accepts ? [...listed, { id: 'INSP-ACCEPT', startedAt: dayOf(at) }] : listed; // Whoever gave it to the inspection body otherwise than by the rules has done so that it decides.
}
