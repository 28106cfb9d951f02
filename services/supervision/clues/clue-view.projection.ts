import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { HandoverEvent, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Instant } from '#libs/contracts/time.js';

/** One number under which the platform sent the clue, and its receipt for the conclusion that it was told. */
export interface ClueNumber {
  readonly channel: string;
  readonly channelNumber: string;
  readonly acknowledgedAt: Instant | null;
  readonly receipt: string | null;
}

/** A case that the national platform reported. A clue that repeats a case is counted with that case, once (metrics e). */
export interface ClueRow {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly numbers: readonly ClueNumber[];
  readonly verifiedAt: Instant | null;
  readonly conclusion: string | null;
  readonly arrears: boolean;
  readonly resolved: boolean;
  readonly paidAt: Instant | null;
  readonly position: string;
}

/** Of conclusions recorded before the pack said what they mean. */
const ARREARS_BEFORE = 'trueArrears';
const TOLD: string = 'resolution.clue-verified.v1';

export const clueTypes: ReadonlySet<string> = new Set(['intake.claim-filed.v1', 'intake.duplicate-linked.v1', TOLD, 'intake.feedback-acknowledged.v1', 'resolution.payment-due.v1', 'resolution.payment-reopened.v1', 'resolution.held-wages-paid-corrected.v1', 'resolution.payment-completed.v1']);

/** Most events concern no clue: their rows are not even read. */
export function clueKeys({ type, caseId }: PublishedEvent): readonly string[] {
  return clueTypes.has(type) ? [caseId] : [];
}

export function clueView(row: ClueRow | undefined, event: PublishedEvent): ClueRow | undefined {
  const { position } = event;
  switch (event.type) {
    case 'intake.claim-filed.v1':
    case 'intake.duplicate-linked.v1': {
      const { origin, channel, channelNumber, receivedAt } = event.data as never as Extract<ClaimEvent, { type: 'DuplicateLinked' }>;
      if (origin !== 'cluePlatform') return row;
      const number: ClueNumber = { channel, channelNumber, acknowledgedAt: null, receipt: null };
      return row ? { ...row, numbers: [...row.numbers, number], position }
        : { caseId: event.caseId, receivedAt, numbers: [number], verifiedAt: null, conclusion: null, arrears: false, resolved: false, paidAt: null, position };
    }
    case TOLD: {
      const { at, conclusion, arrears, resolved } = event.data as never as Extract<HandoverEvent, { type: 'ClueVerified' }>;
      return row && { ...row, verifiedAt: row.verifiedAt ?? at, conclusion: row.conclusion ?? conclusion, arrears: row.arrears || (arrears ?? conclusion === ARREARS_BEFORE), resolved: row.resolved || (resolved ?? false), position };
    }
    case 'intake.feedback-acknowledged.v1': {
      const { at, channel, channelNumber, about, receipt } = event.data as never as Extract<ClaimEvent, { type: 'FeedbackAcknowledged' }>;
      if (about !== TOLD) return row;
      return row && { ...row, numbers: row.numbers.map((one) => (one.channel === channel && one.channelNumber === channelNumber ? { ...one, acknowledgedAt: at, receipt } : one)), position };
    }
    case 'resolution.payment-due.v1': // More is owed than was paid.
    case 'resolution.payment-reopened.v1': return row && { ...row, paidAt: null, position };
    case 'resolution.held-wages-paid-corrected.v1': {
      const { was, amount } = event.data as never as Extract<PaymentEvent, { type: 'HeldWagesPaidCorrected' }>;
      return row && amount < was ? { ...row, paidAt: null, position } : row; // What was not fetched lies with the holder again.
    }
    case 'resolution.payment-completed.v1': return row && { ...row, paidAt: (event.data as { at: Instant }).at, position };
    default: return row;
  }
}
