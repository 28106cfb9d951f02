import type { EvidenceEvent } from '#libs/contracts/intake.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { refuse } from './evidence.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
type Of<Type extends EvidenceEvent['type']> = Omit<Extract<EvidenceEvent, { type: Type }>, 'type'>;

export type EvidenceCommand = Given & (
  | { readonly type: 'AddEvidence'; readonly max: number; readonly byCodeMax: number } & Of<'EvidenceAdded'>
  | { readonly type: 'WithdrawEvidence'; readonly evidence: string; readonly reason: Sealed | null; readonly replacedBy?: string | null }
  | { readonly type: 'ReadEvidence'; readonly evidence: string }
);

export interface Piece extends Of<'EvidenceAdded'> {
  readonly withdrawn: Of<'EvidenceWithdrawn'> | null;
}

export interface Evidence {
  readonly pieces: ReadonlyMap<string, Piece>;
  /** Who looked last at what, and when: a look repeated on the way is one look. */
  readonly lastRead: string | undefined;
}

const may = {
  WithdrawEvidence: (state: Evidence) => (standing(state).length === 0 ? refuse('NO_EVIDENCE') : undefined),
};

export const evidence: Decider<Evidence, EvidenceCommand, EvidenceEvent> = { initial: { pieces: new Map(), lastRead: undefined }, decide, evolve, may };

function decide(command: EvidenceCommand, state: Evidence): readonly EvidenceEvent[] {
  switch (command.type) {
    case 'AddEvidence': {
      if (sameAs(state, command.mac)) return []; // Sent twice, kept once.
      const { at, by, kind, name, mediaType, size, mac, sha256, scan, byCode, max, byCodeMax } = command;
      const kept = standing(state);
      if (kept.length >= max || (byCode && kept.filter((piece) => piece.byCode).length >= byCodeMax)) throw refuse('EVIDENCE_TOO_MANY');
      return [{ type: 'EvidenceAdded', at, by, evidence: command.evidence, kind, name, mediaType, size, mac, sha256, scan, byCode }];
    }
    case 'WithdrawEvidence': {
      const { at, by, reason, replacedBy = null } = command;
      const piece = state.pieces.get(command.evidence);
      if (piece?.withdrawn) return [];
      ensure(may, command, state);
      if (!piece) throw refuse('EVIDENCE_UNKNOWN');
      if (by.startsWith('worker:') && by !== piece.by) throw refuse('EVIDENCE_NOT_YOURS');
      if (replacedBy !== null && (replacedBy === piece.evidence || state.pieces.get(replacedBy)?.withdrawn !== null)) throw refuse('REPLACEMENT_UNKNOWN');
      return [{ type: 'EvidenceWithdrawn', at, by, evidence: piece.evidence, reason, replacedBy }];
    }
    case 'ReadEvidence': {
      if (!state.pieces.has(command.evidence)) throw refuse('EVIDENCE_UNKNOWN');
      if (state.lastRead === lookOf(command)) return [];
      return [{ type: 'EvidenceRead', at: command.at, by: command.by, evidence: command.evidence }];
    }
    default: return never(command);
  }
}

function evolve(state: Evidence, event: EvidenceEvent): Evidence {
  switch (event.type) {
    case 'EvidenceAdded': {
      const { type: _, ...piece } = event;
      return { ...state, pieces: new Map(state.pieces).set(event.evidence, { ...piece, withdrawn: null }) };
    }
    case 'EvidenceWithdrawn': {
      const { type: _, ...withdrawn } = event;
      return { ...state, pieces: new Map(state.pieces).set(event.evidence, { ...state.pieces.get(event.evidence)!, withdrawn }) };
    }
    case 'EvidenceRead': return { ...state, lastRead: lookOf(event) };
    default: return never(event);
  }
}

/** The standing piece that holds the same bytes. */
export function sameAs(state: Evidence, mac: string): Piece | undefined {
  return standing(state).find((piece) => piece.mac === mac);
}

function standing({ pieces }: Evidence): readonly Piece[] {
  return [...pieces.values()].filter(({ withdrawn }) => withdrawn === null);
}

function lookOf({ at, by, evidence: read }: Given & { readonly evidence: string }): string {
  return `${at} ${by} ${read}`;
}
