import { divisionCode, givenOrNull, orderOf } from './order.js';
import type { Order } from './order.js';
import type { TransferRequest } from './transfer.requests.js';

/** A case of another log, under its number. Which body has it here, the pack in force decides. */
export function toOrder(request: TransferRequest): Order {
  const { transfer, log, caseId, order, position, leafHash, checkpoint = null, firstReceivedAt, from = null, to, ground, caseNumber } = request;
  const division = divisionCode('to.division', to.division);
  return {
    ...orderOf({
      channel: 'transfer', channelNumber: transfer, origin: request.origin, receivedAt: request.transferredAt, category: request.category ?? null, kinds: request.kinds, matters: request.matters, division,
      ...(request.text !== undefined && { text: request.text }), ...(request.address !== undefined && { address: request.address }),
      requester: givenOrNull({ ...request.requester }), employer: givenOrNull({ ...request.employer }), project: givenOrNull({ ...request.project }),
      attachments: request.attachments.map(({ name, sha256, size, uri }) => ({ name, sha256, size, uri })), facts: request.facts,
    }),
    transferred: { caseNumber, cameFrom: { transfer, log, caseId, order, position, leafHash, checkpoint, firstReceivedAt, from: from && { department: from.department, division: from.division }, to: { department: to.department, division }, ground } },
  };
}
