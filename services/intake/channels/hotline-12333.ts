import type { Category, Matter } from '#libs/policy/matters.js';
import type { businessLines, consultTypes, Hotline12333Request } from './hotline-12333.requests.js';
import { divisionCode, given, givenOrNull, orderOf, periodFacts } from './order.js';
import type { DemandKind, Order } from './order.js';

const kinds: Readonly<Record<(typeof consultTypes)[number], DemandKind>> = {
  policy: 'consult', service: 'help', complaint: 'complaint', report: 'report', advice: 'suggestion',
};
const lines: Readonly<Record<(typeof businessLines)[number], readonly [Category, Matter?]>> = {
  wages: ['D01', 'wages'], socialInsurance: ['D01', 'socialInsurance'], workInjury: ['D01', 'workInjury'], laborContract: ['D01', 'laborContract'],
  dismissal: ['D01', 'dismissal'], training: ['D04'], employment: ['X2', 'jobSeeking'],
};

export function toOrder(request: Hotline12333Request): Order {
  const [category, matter] = request.businessLine ? lines[request.businessLine] : [];
  return orderOf({
    channel: '12333', channelNumber: request.ticketNo, origin: '12333', receivedAt: request.acceptedTime,
    category: category ?? null, kinds: [kinds[request.consultType]], matters: matter ? [matter] : [],
    division: divisionCode('region', request.region), text: request.summary,
    ...given({ address: request.workPlace, urgencyHint: request.hurry ? 'urgent' as const : undefined }),
    requester: givenOrNull({
      name: request.personName, phone: request.mobile, idNumber: request.personId, onBehalfOf: request.proxyNote,
      migrantWorker: request.ruralWorker, anonymous: request.nameWithheld, secrecy: request.confidential,
    }),
    employer: givenOrNull({ name: request.unit, creditCode: request.unitCode, address: request.workPlace }),
    project: givenOrNull({
      name: request.projectTitle, sector: request.industry, owner: request.buildingOwner,
      generalContractor: request.contractor, subcontractor: request.labourCompany,
    }),
    attachments: (request.enclosures ?? []).map(({ name, sha256, size, uri }) => ({ name, sha256, size, uri })),
    facts: {
      ...given({ amount: request.unpaidYuan, workers: request.headcount, terminatedOn: request.leftOn, employed: request.leftOn ? false : undefined }),
      ...periodFacts('unpaidUntil', request.unpaidSince, request.unpaidUntil),
    },
  });
}
