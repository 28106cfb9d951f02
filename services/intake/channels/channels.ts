import type { OrderFormat } from '#libs/contracts/channel.events.js';
import { refuse } from './channels.refusals.js';
import { toOrder as fromCluePlatform } from './clue-platform.js';
import { CluePlatformRequest } from './clue-platform.requests.js';
import { toOrder as fromHotline12333 } from './hotline-12333.js';
import { Hotline12333Request } from './hotline-12333.requests.js';
import { toOrder as fromHotline12345 } from './hotline-12345.js';
import { Hotline12345Request } from './hotline-12345.requests.js';
import type { ChannelName, Order, Origin } from './order.js';
import { toOrder as fromSelfService } from './self-service.js';
import { SelfServiceRequest } from './self-service.requests.js';
import { toOrder as fromStation } from './station.js';
import { StationRequest } from './station.requests.js';
import { toOrder as fromTransfer } from './transfer.js';
import { TransferRequest } from './transfer.requests.js';

/** What intake knows of a channel: its format and how that becomes an order. */
export interface Channel<Request extends object = object> {
  readonly name: ChannelName;
  readonly zh: string;
  readonly en: string;
  /** Where the worker turned to, unless the order says otherwise. */
  readonly origin: Origin;
  readonly requestClass: new () => Request;
  /** Of a request that its class has found well-formed. Throws `FieldsRefused` for what only the tables know: the place, the facts, a period the wrong way round. */
  readonly toOrder: (request: Request) => Order;
  /** The channel's own names of what is checked across fields or shown back. */
  readonly fields: { readonly receivedAt: string; readonly channelNumber: string; readonly text: string; readonly division: string; readonly kind: string };
}

const all: readonly Channel[] = [
  channel({ name: 'station', zh: '农民工服务站', en: 'service station', origin: 'serviceStation', requestClass: StationRequest, toOrder: fromStation,
    fields: { receivedAt: 'receivedAt', channelNumber: 'externalId', text: 'text', division: 'division', kind: 'demandKind' } }),
  channel({ name: '12345', zh: '12345政务服务便民热线', en: 'government service hotline 12345', origin: '12345', requestClass: Hotline12345Request, toOrder: fromHotline12345,
    fields: { receivedAt: 'callTime', channelNumber: 'orderNo', text: 'content', division: 'areaCode', kind: 'appealType' } }),
  channel({ name: '12333', zh: '12333人力资源社会保障热线', en: 'human-resources and social-security hotline 12333', origin: '12333', requestClass: Hotline12333Request,
    toOrder: fromHotline12333, fields: { receivedAt: 'acceptedTime', channelNumber: 'ticketNo', text: 'summary', division: 'region', kind: 'consultType' } }),
  channel({ name: 'clue-platform', zh: '全国根治欠薪线索反映平台', en: 'national platform for wage-arrears clues', origin: 'cluePlatform', requestClass: CluePlatformRequest,
    toOrder: fromCluePlatform, fields: { receivedAt: 'submittedAt', channelNumber: 'clueNo', text: 'description', division: 'region', kind: 'description' } }),
  channel({ name: 'self-service', zh: '农民工自助申报', en: 'worker self-service', origin: 'miniProgram', requestClass: SelfServiceRequest, toOrder: fromSelfService,
    fields: { receivedAt: 'sentAt', channelNumber: 'formId', text: 'story', division: 'place', kind: 'iWantTo' } }),
  channel({ name: 'transfer', zh: '跨地区移交', en: 'transfer from the log of another region', origin: 'miniProgram', requestClass: TransferRequest, toOrder: fromTransfer,
    fields: { receivedAt: 'transferredAt', channelNumber: 'transfer', text: 'text', division: 'to.division', kind: 'kinds' } }),
];

/** Every channel with a format of its own, by its name in the path. */
export const channels: ReadonlyMap<string, Channel> = new Map(all.map((each) => [each.name, each]));

export function channelNamed(name: string): Channel {
  const found = channels.get(name);
  if (!found) throw refuse('NO_SUCH_CHANNEL');
  return found;
}

/** Refuses what comes in a shape in which the channel may not hand in. */
export function ensureFormat(format: OrderFormat, { formats }: { readonly formats: readonly string[] | null }): void {
  if (formats && !formats.includes(format)) throw refuse('FORMAT_NOT_ALLOWED', { format, allowed: formats });
}

/** The controller gives `toOrder` only what was made by this entry's own `requestClass`; the map cannot say so by type. */
function channel<Request extends object>(entry: Channel<Request>): Channel {
  return entry as unknown as Channel;
}
