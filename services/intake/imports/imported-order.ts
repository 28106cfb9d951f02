import type { Channel } from '../channels/channels.js';
import { divisionCode, given, givenOrNull, orderOf, periodFacts } from '../channels/order.js';
import { ImportRow } from './imports.requests.js';

/** A channel as it speaks in sheets: one flat form for all of them. */
export function sheetOf(channel: Channel): Channel {
  const toOrder = (row: ImportRow): ReturnType<Channel['toOrder']> => orderOf({
    channel: channel.name, channelNumber: row.number, origin: channel.origin, receivedAt: row.receivedAt,
    category: row.category ?? null, kinds: row.kind ? [row.kind] : [], matters: [],
    division: divisionCode('division', row.division), ...given({ address: row.address, text: row.text }),
    requester: givenOrNull({ name: row.name, phone: row.phone, idNumber: row.idNumber, migrantWorker: row.migrantWorker, secrecy: row.secrecy }),
    employer: givenOrNull({ name: row.employer, creditCode: row.creditCode }),
    project: givenOrNull({ name: row.project, sector: row.sector, owner: row.owner, generalContractor: row.generalContractor, subcontractor: row.subcontractor }),
    attachments: [], facts: { ...given({ amount: row.amount, workers: row.workers }), ...periodFacts('periodTo', row.periodFrom, row.periodTo) },
  });
  return { ...channel, requestClass: ImportRow, toOrder: toOrder as never, fields: { receivedAt: 'receivedAt', channelNumber: 'number', text: 'text', division: 'division', kind: 'kind' } };
}
