import { divisionCode, given, givenOrNull, orderOf, periodFacts } from './order.js';
import type { Order } from './order.js';
import type { SelfServiceRequest } from './self-service.requests.js';

export function toOrder(request: SelfServiceRequest): Order {
  const { me, helper } = request;
  return orderOf({
    channel: 'self-service', channelNumber: request.formId, origin: 'miniProgram', receivedAt: request.sentAt,
    category: request.topic ?? null, kinds: request.iWantTo ? [request.iWantTo] : [], matters: request.problems ?? [],
    division: divisionCode('place', request.place),
    ...given({ address: request.street, text: request.story, urgencyHint: request.cannotWait ? 'urgent' as const : undefined }),
    ...(helper && { representative: { relation: helper.whoIAm, basis: helper.why, ...given({ name: helper.helperName, phone: helper.helperMobile }) } }),
    requester: givenOrNull({
      name: me.myName, phone: me.myMobile, idNumber: me.myIdNumber, onBehalfOf: me.filledInBy,
      migrantWorker: me.iAmMigrantWorker, anonymous: me.stayAnonymous, secrecy: me.keepMyNameFromEmployer,
    }),
    employer: givenOrNull({ name: request.bossOrCompany, creditCode: request.companyCreditCode }),
    project: givenOrNull({
      name: request.siteName, sector: request.kindOfWork, owner: request.siteOwner,
      generalContractor: request.mainBuilder, subcontractor: request.gangCompany,
    }),
    attachments: (request.photos ?? []).map(({ name, sha256, size, uri }) => ({ name, sha256, size, uri })),
    facts: {
      ...given({
        amount: request.owedYuan, workers: request.howManyPeople, employed: request.stillWorkingThere, terminatedOn: request.lastDayOfWork,
        employerUnreachable: request.bossCannotBeReached, legalAidRequested: request.needLegalAid, iou: request.iHoldAnIou,
      }),
      ...periodFacts('lastUnpaidMonth', request.firstUnpaidMonth, request.lastUnpaidMonth),
    },
  });
}
