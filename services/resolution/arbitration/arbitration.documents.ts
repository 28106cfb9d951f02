import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { ArbitrationCommand, Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { checkInTime } from './arbitration.hearing.js';
import { refuse } from './arbitration.refusals.js';
import type { Arbitration } from './arbitration.state.js';

/** Acceptance with papers promised in writing (容缺受理): each is brought, or the promise is broken and something follows. */
export const documents: Steps<'ReceivePendingDocument' | 'RecordBrokenPromise'> = {
  ReceivePendingDocument(command, state) {
    const { at, document, by } = command;
    if (state.documents[document] === 'received') return [];
    ensure(may, command, state);
    const last = outstanding(document, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'PendingDocumentReceived', at, document, last, by }];
  },
  RecordBrokenPromise(command, state) {
    const { at, document, consequence, by } = command;
    if (state.documents[document] === 'broken') return [];
    ensure(may, command, state);
    const last = outstanding(document, state);
    inOrder(dayOf(at), state.since);
    if (state.promisedUntil && dayOf(at) <= state.promisedUntil) throw refuse('PROMISE_STILL_RUNS', { until: state.promisedUntil });
    const broken: ArbitrationEvent = { type: 'DocumentPromiseBroken', at, document, consequence, last, by };
    if (consequence === 'decidedWithout' || (state.track === 'ordinary' && !state.simplified)) return [broken]; // LDMA 39: who must prove bears that it is not proven.
    checkInTime(dayOf(at), state);
    return [broken, { type: 'ConvertedToOrdinary', at, ground: '容缺材料承诺未兑现', by }];
  },
};

/** What follows an acceptance on a promise: until when. */
export function promised({ at, promisedUntil, by }: Extract<ArbitrationCommand, { type: 'AcceptApplication' }>, pending: readonly string[]): readonly ArbitrationEvent[] {
  if (!promisedUntil || pending.length === 0) return [];
  if (promisedUntil < dayOf(at)) throw refuse('PROMISE_IN_THE_PAST');
  return [{ type: 'DocumentsPromised', at, documents: [...pending], until: promisedUntil, by }];
}

/** Whether it is the last one outstanding. */
function outstanding(document: string, { pending }: Arbitration): boolean {
  if (!pending.includes(document)) throw refuse('DOCUMENT_NOT_PROMISED');
  return pending.length === 1;
}
