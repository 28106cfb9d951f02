import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Life } from './life.js';
import { counted, recategorised, without } from './life.js';

type Of<Type extends ClaimEvent['type']> = Extract<ClaimEvent, { type: Type }>;

const CLUE = 'clueReceived';

/** What was said, through which channels, and which cases tell of the same complaint. */
export function afterClaim(life: Life | undefined, event: PublishedEvent): Life | undefined {
  if (event.type === 'intake.claim-filed.v1') return life ?? filed(event);
  if (!life) return undefined;
  switch (event.type) {
    case 'intake.duplicate-linked.v1': return withClue(life, event);
    case 'intake.duplicate-separated.v1': {
      const { channel, channelNumber } = event.data as never as Of<'DuplicateSeparated'>;
      const clues = life.clues.filter(({ number }) => number !== `${channel}/${channelNumber}`);
      return clues.length > 0 || life.clues.length === 0 ? { ...life, clues } : without({ ...life, clues }, CLUE, 'clueVerified', 'clueTrue', 'clueResolved');
    }
    case 'intake.demand-classified.v1': {
      const { category, matters } = event.data as never as Of<'DemandClassified'>;
      return recategorised({ ...life, matters }, category);
    }
    case 'intake.related-linked.v1': {
      const { other, relation } = event.data as never as Of<'RelatedLinked'>;
      const rest = life.sameAs.filter((one) => one !== other);
      return { ...life, sameAs: relation === 'duplicate' ? [...rest, other] : rest };
    }
    case 'intake.unrelated-declared.v1': return { ...life, sameAs: life.sameAs.filter((one) => one !== (event.data as never as Of<'UnrelatedDeclared'>).other) };
    default: return life;
  }
}

function filed(event: PublishedEvent): Life {
  const { channel, category, division, requester, matters, receivedAt } = event.data as never as Of<'ClaimFiled'>;
  const life: Life = {
    caseId: event.caseId, position: event.position, channel, category: category ?? '', migrant: requester?.migrantWorker ?? false, matters, holders: { 0: { department: '', division } }, merged: false, sameAs: [],
    clearZero: null, arrearsYear: Number(dayOf(receivedAt).slice(0, 4)), clocks: {}, round: 1, disputed: false, settled: false, arbitration: null, clues: [], clueResolved: false, clueAmount: 0,
    owed: {}, paid: {}, held: {}, facts: {},
  };
  return withClue(life, event);
}

/** A clue that repeats a case is counted with that case, once, on the day of its first receipt. */
function withClue(life: Life, event: PublishedEvent): Life {
  const { origin, channel, channelNumber, receivedAt } = event.data as never as Of<'DuplicateLinked'>;
  if (origin !== 'cluePlatform') return life;
  const on = dayOf(receivedAt);
  const next = { ...life, clues: [...life.clues, { number: `${channel}/${channelNumber}`, on }] };
  return life.clues.length > 0 ? next : counted(next, CLUE, CLUE, event, { day: on });
}
