import type { ErasureBasis, ErasureEvent } from '#libs/contracts/intake.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './erasure.refusals.js';

/** A case of the person as far as the law of keeping looks at it. Read at the door. */
export interface File {
  readonly caseId: string;
  /** The last day on which it must be kept, as its archiving said by the law of the case; undefined where it is not archived. */
  readonly keptUntil: Day | undefined;
  readonly held: boolean;
}
interface Given { readonly at: Instant; readonly by: string; readonly subject: string }

export type ErasureCommand = Given & (
  | { readonly type: 'RequestErasure'; readonly files: readonly File[]; readonly basis: ErasureBasis; readonly reason: string }
  | { readonly type: 'ApproveErasure'; readonly files: readonly File[] }
  | { readonly type: 'RejectErasure'; readonly reason: string }
);

type Requested = Extract<ErasureEvent, { type: 'ErasureRequested' }>;
export interface Erasure {
  readonly open: Requested | undefined;
  readonly last: ErasureEvent['type'] | undefined;
}

/** The erasure of one person: asked by one, decided by another; refused while the law keeps any of the person's files. */
export const erasure: Decider<Erasure, ErasureCommand, ErasureEvent> = { initial: { open: undefined, last: undefined }, decide, evolve, may: {} };

function decide(command: ErasureCommand, state: Erasure): readonly ErasureEvent[] {
  const { at, by, subject } = command;
  switch (command.type) {
    case 'RequestErasure': {
      if (state.open || state.last === 'PersonErased') return [];
      ensureErasable(command.files, dayOf(at));
      return [{ type: 'ErasureRequested', at, by, subject, cases: command.files.map(({ caseId }) => caseId), basis: command.basis, reason: command.reason }];
    }
    case 'ApproveErasure': {
      if (state.last === 'PersonErased') return [];
      if (!state.open) throw refuse('NO_SUCH_ERASURE');
      if (personOf(by) === personOf(state.open.by)) throw refuse('ERASURE_FOUR_EYES');
      ensureErasable(command.files, dayOf(at)); // Much may have happened since it was asked for.
      return [{ type: 'PersonErased', at, by, subject, cases: command.files.map(({ caseId }) => caseId), basis: state.open.basis, requestedBy: state.open.by }];
    }
    case 'RejectErasure': {
      if (state.last === 'ErasureRejected') return [];
      if (!state.open) throw refuse('NO_SUCH_ERASURE');
      return [{ type: 'ErasureRejected', at, by, subject, reason: command.reason }];
    }
    default: return never(command);
  }
}

function ensureErasable(files: readonly File[], today: Day): void {
  if (files.length === 0) throw refuse('NO_SUCH_ERASURE');
  const held = files.filter((file) => file.held);
  if (held.length > 0) throw refuse('ERASURE_HELD', { cases: held.map(({ caseId }) => caseId) });
  const open = files.filter(({ keptUntil }) => keptUntil === undefined);
  if (open.length > 0) throw refuse('ERASURE_CASE_OPEN', { cases: open.map(({ caseId }) => caseId) });
  const until = files.map(({ keptUntil }) => keptUntil!).sort().at(-1)!;
  if (until >= today) throw refuse('ERASURE_WITHIN_RETENTION', { until });
}

function personOf(by: string): string {
  return by.slice(by.indexOf(':') + 1);
}

function evolve(state: Erasure, event: ErasureEvent): Erasure {
  switch (event.type) {
    case 'ErasureRequested': return { open: event, last: event.type };
    case 'ErasureRejected': case 'PersonErased': return { open: undefined, last: event.type };
    default: return never(event);
  }
}
