import type { Streams } from '#libs/event-store/streams.js';
import type { Desk } from '#libs/runtime/desk.js';
import { payment } from '../payment/payment.decider.js';
import { unpaidBy } from '../payment/payment.state.js';
import { fund } from './fund.decider.js';

/** The fund advances wages: how much of them is still unpaid, the payment stream says. */
export function fundDesk({ streams }: { readonly streams: Streams }): Desk<typeof fund> {
  return {
    service: 'resolution', stream: 'fund', decider: fund,
    async prepare(command, { caseId }) {
      if (command.type !== 'AdvanceFromFund') return command;
      const { state } = await streams.load(`payment/${caseId}`, payment);
      if (state.bases.length === 0) return command; // Nothing is due on paper yet: the fund may act before an order or award.
      return { ...command, unpaid: unpaidBy(state, command.worker) };
    },
  };
}
