import type { Streams } from '#libs/event-store/streams.js';
import type { Desk } from '#libs/runtime/desk.js';
import { arbitration } from '../arbitration/arbitration.decider.js';
import { inAll } from '../arbitration/arbitration.state.js';
import type { payment } from './payment.decider.js';

/** Papers of the tribunal that name one of several debts: what is due with them in all, the arbitration stream says. */
const WITH_PARTS: readonly string[] = ['resolution.partial-instrument-served.v1', 'resolution.partial-award-made.v1', 'resolution.mediation-instrument-served.v1'];

/** The payment desk takes one debt on two grounds once; two instruments on different claims are two debts, and both are due. */
export function addingParts(streams: Pick<Streams, 'load'>, desk: Desk<typeof payment>): Desk<typeof payment> {
  return {
    ...desk,
    async prepare(command, circumstances) {
      const done = await desk.prepare!(command, circumstances);
      const { event, caseId } = circumstances;
      if (done?.type !== 'DuePayment' || !event || !WITH_PARTS.includes(event.type)) return done;
      const { state: { owedInPart, awardedInPart } } = await streams.load(`arbitration/${caseId}`, arbitration);
      const owed = event.type === 'resolution.mediation-instrument-served.v1' ? inAll(done.owed, owedInPart, awardedInPart) : inAll(owedInPart);
      return { ...done, owed, ...(done.unsettled && { unsettled: owed.map(({ worker }) => worker) }) };
    },
  };
}
