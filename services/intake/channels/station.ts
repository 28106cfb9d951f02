import { isResidentId } from '#libs/contracts/ids.js';
import { dayOf } from '#libs/contracts/time.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import { divisionCode, given, givenOrNull, matterNames, orderOf, periodFacts } from './order.js';
import type { DemandKind, Order } from './order.js';
import type { StationRequest } from './station.requests.js';

/** The canonical format is taken as it is. */
export function toOrder(request: StationRequest): Order {
  const { who, facts } = apart(request);
  periodFacts('facts.periodTo', text(facts['periodFrom']), text(facts['periodTo']));
  return orderOf({
    channel: 'station', channelNumber: request.externalId, origin: request.origin ?? 'serviceStation', receivedAt: request.receivedAt,
    category: request.category ?? null,
    kinds: kindsOf(request),
    matters: listOf(facts['matters'] ?? facts['matter']).filter((matter) => matterNames.includes(matter as never)),
    division: request.division ? divisionCode('division', request.division) : divisionCode('facts.callerRegion', String(facts['callerRegion'])),
    ...given({ address: request.address, text: request.text, urgencyHint: request.urgencyHint }),
    requester: givenOrNull({ ...given({ name: who.requesterName, phone: who.phone, idNumber: who.idNumber }), ...given({ ...request.requester }) }),
    employer: givenOrNull({ ...given({ name: who.employerName }), ...given({ ...request.employer }) }),
    project: givenOrNull({ ...request.project }),
    attachments: (request.attachments ?? []).map(({ name, sha256, size, uri }) => ({ name, sha256, size, uri })),
    facts,
  });
}

const personal = ['requesterName', 'phone', 'idNumber', 'employerName'] as const;
type Who = { readonly [Key in (typeof personal)[number]]?: string };

/** Who the person and the employer are leaves the facts, since facts are stored unsealed. What is no text stays, and is refused by the catalogue. */
function apart({ facts = {}, receivedAt }: StationRequest): { who: Who; facts: Record<string, unknown> } {
  const who: Who = Object.fromEntries(personal.flatMap((key) => (text(facts?.[key]) ? [[key, text(facts[key])]] : [])));
  if (who.idNumber !== undefined && !isResidentId(who.idNumber, dayOf(receivedAt))) {
    throw new FieldsRefused([{ field: 'facts.idNumber', zh: '不是有效的居民身份证号码', en: 'must be a valid resident identity number' }]);
  }
  return { who, facts: Object.fromEntries(Object.entries(facts ?? {}).filter(([key]) => !Object.hasOwn(who, key))) };
}

function kindsOf({ demandKind, facts }: StationRequest): DemandKind[] {
  return listOf(facts?.['kinds'] ?? demandKind ?? facts?.['kind']).filter((kind): kind is DemandKind => kind !== 'unknown');
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== 'unknown' && value.length <= 200 ? value : undefined;
}
