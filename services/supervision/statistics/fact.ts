import { createHash } from 'node:crypto';
import type { Day } from '#libs/contracts/time.js';

/** To whom and to what a fact counts: who held the order when it happened, and what the case is. Empty where nobody, or nothing, is known. */
export interface Cell {
  readonly division: string;
  readonly department: string;
  readonly track: string;
  readonly category: string;
  readonly channel: string;
  /** What tells facts of one kind apart: the clock, the source of the money, the class of zero clearance. */
  readonly part: string;
}

/** What a fact is counted as. */
export const factKinds = [
  'accepted', 'dispatched', 'objected', 'redispatched', 'concluded',
  'contactMet', 'contactLate', 'contactOverdue', 'clockMet', 'clockLate', 'clockOverdue', 'lateMet',
  'calledBack', 'solved', 'unsolved', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'unreached', 'reopened',
  'clueReceived', 'clueVerified', 'clueTrue', 'clueResolved', 'arrearsVerified', 'arrearsOpen', 'paid', 'workerPaid', 'workerPaidFrom',
  'disputeClosed', 'disputeSettled', 'arbAccepted', 'arbClosed', 'award', 'finalAward', 'wageDispute', 'wageDisputeSpeedy', 'speedyClosed', 'speedyClosed30',
  'policeTransferred', 'sanctionListed', 'violationPublished',
] as const;
export type FactKind = (typeof factKinds)[number];

/** One countable fact of a case. `amount`: Fen, or days late, by its kind. */
export interface Fact extends Cell {
  readonly kind: FactKind;
  /** The day of the fact, not of its record. */
  readonly day: Day;
  readonly amount: number;
}

/** The number of a cell: made of its words, so that nobody need look it up. */
export function cellNumber({ division, department, track, category, channel, part }: Cell): string {
  return createHash('sha256').update(JSON.stringify([division, department, track, category, channel, part])).digest().readBigInt64BE(0).toString();
}

const TRACKS: Readonly<Record<string, string>> = {
  inspectionBody: 'inspection', speedyTribunal: 'arbitration', arbOffice: 'arbitration', mediationOrg: 'mediation', newFormMediation: 'mediation', peoplesMediation: 'mediation',
  basicCourt: 'court', legalAidCentre: 'legalAid', reliefStation: 'relief',
};
/** Streams in which an order is worked on, each the track of its facts. */
export const TRACK_STREAMS: ReadonlySet<string> = new Set(['inspection', 'arbitration', 'mediation', 'court']);

/** The way that a body works on what it is given. */
export function trackOf(department: string): string {
  return department === '' ? '' : TRACKS[department] ?? 'handover';
}
