import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, startOfDay } from '#libs/contracts/time.js';
import type { Life } from './life.js';
import { countedOnce, without } from './life.js';

type Of<Type extends ArbitrationEvent['type']> = Extract<ArbitrationEvent, { type: Type }>;

const DAY_MS = 86_400_000;
const SPEEDY_DAYS = 30;

/** Mediation, arbitration, inspection: accepted, settled, awarded, passed on, listed, published. */
export function afterDispute(life: Life, event: PublishedEvent): Life {
  switch (event.type) {
    case 'resolution.mediation-started.v1': return { ...life, disputed: true };
    case 'resolution.case-mediated.v1': return { ...life, disputed: true, settled: true };
    case 'resolution.mediation-failed.v1': return { ...life, settled: false };
    case 'resolution.application-accepted.v1': return accepted(life, event);
    case 'resolution.converted-to-ordinary.v1': return life.arbitration ? without({ ...life, arbitration: { ...life.arbitration, speedy: false } }, 'wageDisputeSpeedy') : life;
    case 'resolution.mediation-instrument-served.v1': return closed({ ...life, settled: true }, event);
    case 'resolution.application-withdrawn.v1': return closed({ ...life, settled: (event.data as never as Of<'ApplicationWithdrawn'>).settled }, event);
    case 'resolution.award-made.v1': {
      const awarded = countedOnce(closed({ ...life, settled: false }, event), 'award', event);
      return (event.data as never as Of<'AwardMade'>).final ? countedOnce(awarded, 'finalAward', event) : awarded;
    }
    case 'resolution.transferred-to-police.v1': return countedOnce(life, 'policeTransferred', event);
    case 'resolution.sanction-listed.v1': return countedOnce(life, 'sanctionListed', event);
    case 'resolution.sanction-list-removed.v1': return (event.data as { ground?: string }).ground === 'revoked' ? without(life, 'sanctionListed') : life; // It should never have been listed.
    case 'resolution.violation-published.v1': return countedOnce(life, 'violationPublished', event);
    default: return life;
  }
}

function accepted(life: Life, event: PublishedEvent): Life {
  const { at, track } = event.data as never as Of<'ApplicationAccepted'>;
  const speedy = track === 'speedy';
  const taken = countedOnce({ ...life, disputed: true, arbitration: { on: dayOf(at), speedy } }, 'arbAccepted', event);
  if (!life.migrant || !life.matters.includes('wages')) return taken;
  const wages = countedOnce(taken, 'wageDispute', event);
  return speedy ? countedOnce(wages, 'wageDisputeSpeedy', event) : wages;
}

/** The proceedings end once; what comes later of the same case is another matter. */
function closed(life: Life, event: PublishedEvent): Life {
  if (!life.arbitration || life.facts['arbClosed']) return life;
  const ended = countedOnce(life, 'arbClosed', event);
  if (!life.arbitration.speedy) return ended;
  const speedy = countedOnce(ended, 'speedyClosed', event);
  return daysBetween(life.arbitration.on, dayOf((event.data as { at: Instant }).at)) <= SPEEDY_DAYS ? countedOnce(speedy, 'speedyClosed30', event) : speedy;
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(startOfDay(to)) - Date.parse(startOfDay(from))) / DAY_MS;
}
