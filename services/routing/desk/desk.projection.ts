import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';

/** One order on the desk of the unit that holds it. */
export interface DeskRow {
  readonly id: string;
  readonly caseId: string;
  readonly order: number;
  readonly department: string;
  readonly division: string;
  readonly step: 'dispatched' | 'signed' | 'objected' | 'transferring' | 'concluded';
  readonly officer: string | null;
  readonly since: Instant;
  readonly position: string;
}

/** The rows of an order's desk line: one for each order of a case. */
export function deskKeys(event: PublishedEvent): readonly string[] {
  const order = (event.data as { order?: unknown }).order;
  const concerns = event.type.startsWith('routing.') || event.type === 'resolution.order-concluded.v1';
  return concerns && typeof order === 'number' ? [uuidv5(`desk/${event.caseId}/${order}`)] : [];
}

export function desk(row: DeskRow | undefined, event: PublishedEvent, id: string): DeskRow | undefined {
  const data = event.data as never as AssignmentEvent & { order: number; unit: Unit; to: Unit; officer: string; role: string };
  const { caseId, position } = event;
  const begin = (unit: Unit, step: DeskRow['step']): DeskRow => ({ id, caseId, order: data.order, ...unit, step, officer: null, since: data.at, position });
  switch (event.type) {
    case 'routing.case-assigned.v1': return data.role === 'lead' ? begin(data.unit, 'dispatched') : row;
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1': return begin(data.to, 'dispatched');
    case 'routing.order-split.v1': return begin(data.unit, 'dispatched');
    case 'routing.case-transferred.v1': return begin(data.to, 'transferring');
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return row && { ...row, step: 'signed', since: data.at, position };
    case 'routing.dispatch-objected.v1': return row && { ...row, step: 'objected', since: data.at, position };
    case 'routing.dispatch-maintained.v1': return row && { ...row, step: 'dispatched', since: data.at, position };
    case 'routing.officer-named.v1': return row && { ...row, officer: data.officer, position };
    case 'resolution.order-concluded.v1': return row && { ...row, step: 'concluded', since: data.at, position };
    default: return row;
  }
}
