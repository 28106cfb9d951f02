import type { PublishedEvent } from './event.js';
import type { ClaimEvent, Requester } from './intake.events.js';
import type { Sealed } from './sealed.js';

type Corrected = Extract<ClaimEvent, { type: 'PersonalDataCorrected' }>;
type Told = readonly Pick<PublishedEvent, 'type' | 'data'>[];

export const correctable = ['name', 'phone', 'idNumber'] as const;
export type Correctable = (typeof correctable)[number];
/** null: nothing is said of it. */
export type Corrections = Readonly<Record<Correctable, Sealed | null>>;

/** The person of a case as the last corrections leave it; null where nobody is named. From the case's history, or from its claim alone. */
export function requesterNow(history: Told): Requester | null {
  const filed = history.find(({ type }) => type === 'intake.claim-filed.v1');
  const before = (filed?.data['requester'] ?? null) as Requester | null;
  return history.filter(({ type }) => type === 'intake.personal-data-corrected.v1').reduce<Requester | null>((person, { data }) => correctedBy(person, data as never), before);
}

/** What was asked to be put right, and is neither done nor declined. */
export function correctionAsked(history: Told): Corrections | null {
  const last = history.filter(({ type }) => SETTLED.includes(type) || type === REQUESTED).at(-1);
  return last?.type === REQUESTED ? (last.data as never) : null;
}

/** True where what is known of the person is not what the claim said when it was filed. */
export function isCorrected(history: Told): boolean {
  return history.some(({ type }) => type === 'intake.personal-data-corrected.v1');
}

const REQUESTED = 'intake.correction-requested.v1';
const SETTLED: readonly string[] = ['intake.personal-data-corrected.v1', 'intake.correction-declined.v1'];

function correctedBy(person: Requester | null, { name, phone, idNumber }: Corrected): Requester {
  const said = name ?? phone ?? idNumber;
  const before: Requester = person ?? { subject: said!.subject, name: null, phone: null, idNumber: null, migrantWorker: true, secrecy: false, identity: 'unproven', representedBy: null };
  return { ...before, name: name ?? before.name, phone: phone ?? before.phone, idNumber: idNumber ?? before.idNumber, ...((name ?? idNumber) && { identity: 'unproven' }) };
}
