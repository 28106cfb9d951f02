import type { CluePlatformRequest } from './clue-platform.requests.js';
import { divisionCode, given, givenOrNull, orderOf, periodFacts } from './order.js';
import type { Order } from './order.js';

/** The platform takes wage arrears of migrant workers only: category, matter and kind are its own. */
export function toOrder(request: CluePlatformRequest): Order {
  return orderOf({
    channel: 'clue-platform', channelNumber: request.clueNo, origin: 'cluePlatform', receivedAt: request.submittedAt,
    category: 'D01', kinds: ['complaint'], matters: ['wages'],
    division: divisionCode('region', request.region), address: request.address, text: request.description,
    requester: {
      ...given({ name: request.realName, phone: request.phone, idNumber: request.idNumber, bankCardLast4: request.bankCard?.slice(-4), secrecy: request.hideIdentity }),
      migrantWorker: true,
    },
    employer: given({ name: request.employer, creditCode: request.employerCreditCode, address: request.address }),
    project: request.isConstruction ? givenOrNull({
      name: request.projectName, sector: request.projectSector, owner: request.constructionUnit,
      generalContractor: request.generalContractor, subcontractor: request.subcontractor,
    }) : null,
    attachments: (request.evidence ?? []).map(({ name, sha256, size, uri }) => ({ name, sha256, size, uri })),
    facts: {
      ...given({ amount: request.arrearsAmount, workers: request.workerCount, governmentInvested: request.governmentProject, sector: request.projectSector }),
      ...periodFacts('arrearsTo', request.arrearsFrom, request.arrearsTo),
    },
  });
}
