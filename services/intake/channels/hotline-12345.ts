import type { appealTypes, Hotline12345Request, urgencyLevels } from './hotline-12345.requests.js';
import { divisionCode, given, givenOrNull, orderOf, periodFacts } from './order.js';
import type { DemandKind, Order, UrgencyHint } from './order.js';

const kinds: Readonly<Record<(typeof appealTypes)[number], DemandKind>> = {
  CONSULTATION: 'consult', HELP: 'help', COMPLAINT: 'complaint', REPORT: 'report', SUGGESTION: 'suggestion',
};
const urgency: Readonly<Record<(typeof urgencyLevels)[number], UrgencyHint>> = { '2H': 'emergency', '24H': 'urgent', NORMAL: 'ordinary', COMPLEX: 'complex' };

export function toOrder(request: Hotline12345Request): Order {
  const { caller, appealedUnit: unit, site, arrears } = request;
  return orderOf({
    channel: '12345', channelNumber: request.orderNo, origin: '12345', receivedAt: request.callTime,
    category: request.categoryCode ?? null, kinds: [kinds[request.appealType]], matters: [],
    division: divisionCode('areaCode', request.areaCode), text: request.content,
    ...given({ address: request.eventAddress, urgencyHint: request.urgencyLevel && urgency[request.urgencyLevel] }),
    requester: givenOrNull({
      name: caller?.callerName, phone: caller?.callerPhone, idNumber: caller?.idCardNo, onBehalfOf: caller?.callsFor,
      migrantWorker: caller?.isMigrantWorker, anonymous: caller?.isAnonymous, secrecy: caller?.keepSecret,
    }),
    employer: givenOrNull({ name: unit?.unitName, creditCode: unit?.unitCreditCode, address: unit?.unitAddress }),
    project: givenOrNull({
      name: site?.siteName, sector: site?.industryCode, owner: site?.developer,
      generalContractor: site?.mainContractor, subcontractor: site?.laborSubcontractor,
    }),
    attachments: (request.files ?? []).map(({ name, sha256, size, uri }) => ({ name, sha256, size, uri })),
    facts: {
      ...given({ amount: arrears?.owedAmount, workers: arrears?.peopleCount }),
      ...periodFacts('arrears.endMonth', arrears?.beginMonth, arrears?.endMonth),
    },
  });
}
