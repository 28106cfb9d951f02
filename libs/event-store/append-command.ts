import type { Cause } from '#libs/contracts/cause.js';
import type { Instant } from '#libs/contracts/time.js';

export interface NewEvent {
  readonly id?: string;
  /** `intake.claim-filed.v1` */
  readonly type: string;
  readonly data: object;
  /** Stored in milliseconds. */
  readonly recordedAt: Instant;
}

/** All events that one command causes in one stream, with all that must hold together with them. */
export interface AppendCommand {
  readonly stream: string;
  readonly caseId: string;
  /** The version that the decision was made on; 0 where the stream must not exist yet. */
  readonly expected: number;
  readonly events: readonly NewEvent[];
  readonly meta: Cause;
  /** Of a door whose caller may repeat itself: the same key with the same mac of the request is answered with the first result. */
  readonly key?: { readonly source: string; readonly key: string; readonly mac: Buffer };
  /** What no other command may ever claim again. */
  readonly claims?: readonly { readonly space: string; readonly value: string }[];
  /** Clocks to arm, or to settle where `due` is null. */
  readonly arms?: readonly { readonly id: string; readonly kind: string; readonly due: Instant | null; readonly note: string }[];
}

export interface Appended {
  readonly outcome: 'appended' | 'duplicate' | 'key_reused' | 'taken' | 'conflict';
  /** The first event's version: of a duplicate, the first time's; 0 where nothing was or is stored. */
  readonly firstVersion: number;
  /** The last event's position; '0' where nothing was or is stored. */
  readonly lastPosition: string;
  /** How many events were, or the first time had been, stored. */
  readonly count: number;
  /** Of a duplicate: the stream of the first time. */
  readonly stream?: string;
  /** Of what is taken: the claim, and the case that holds it. */
  readonly takenBy?: { readonly space: string; readonly value: string; readonly caseId: string };
}
