import type { AssignmentEvent, RoutingDecision, Unit } from './routing.events.js';

/** Who holds one order of a case, as everybody may ask: the desks, whoever opens the page of the case, and the door through which steps come. */
export interface Holding {
  readonly order: number;
  readonly unit: Unit | null;
  readonly step: 'unheld' | 'dispatched' | 'signed' | 'objected' | 'transferring';
  readonly officer: string | null;
  /** Who had it first: it keeps in touch with the requester while others dispute whose the order is (首接负责). */
  readonly first: Unit | null;
  /** The division whose office decides between bodies that refused it; null where nothing is disputed. */
  readonly disputedBefore: string | null;
}

export interface Holders {
  /** Where the case was received; null until it is routed. */
  readonly division: string | null;
  readonly mode: string | null;
  readonly orders: readonly Holding[];
  /** Bodies that assist, whichever order. */
  readonly assisting: readonly Unit[];
}

export const noHolders: Holders = { division: null, mode: null, orders: [], assisting: [] };

/** From the events of `assignment/<caseId>` alone. */
export function holdersOf(events: Iterable<AssignmentEvent>): Holders {
  let holders = noHolders;
  for (const event of events) holders = holdersAfter(holders, event);
  return holders;
}

export function holdersAfter(holders: Holders, event: AssignmentEvent): Holders {
  switch (event.type) {
    case 'CaseRouted': return { ...holders, division: event.division, mode: event.decision.mode, orders: event.decision.orders.map(({ order }) => unheld(order)) };
    case 'CaseRerouted': return { ...holders, mode: event.decision.mode, orders: withNew(holders.orders, event.decision) };
    case 'OrderSplit': return { ...holders, orders: [...holders.orders, { ...unheld(event.order), unit: event.unit, step: 'dispatched', first: event.unit }] };
    case 'CaseAssigned':
      if (event.role === 'assist') return { ...holders, assisting: [...holders.assisting, event.unit] };
      return changed(holders, event.order, { unit: event.unit, step: holders.mode === 'transfer' ? 'transferring' : 'dispatched', officer: event.officer });
    case 'OrderSigned':
    case 'TransferAccepted': return changed(holders, event.order, { step: 'signed' });
    case 'OfficerNamed': return changed(holders, event.order, { officer: event.officer });
    case 'OfficerReleased': return changed(holders, event.order, { officer: null });
    case 'DispatchObjected': return changed(holders, event.order, { step: 'objected' });
    case 'DispatchMaintained': return changed(holders, event.order, { step: 'dispatched' });
    case 'DisputeOpened': return changed(holders, event.order, { disputedBefore: event.division });
    case 'DisputeDecided': return changed(holders, event.order, { disputedBefore: null });
    case 'RoutingOverridden':
    case 'CaseRedispatched': return changed(holders, event.order, { unit: event.to, step: 'dispatched', officer: null });
    case 'CaseTransferred': return changed(holders, event.order, { unit: event.to, step: 'transferring', officer: null });
    case 'TransferReturned': return changed(holders, event.order, event.to ? { unit: event.to, step: 'dispatched', officer: null } : { unit: null, step: 'unheld', officer: null });
    case 'DuplicateRouted': return holders;
  }
}

function unheld(order: number): Holding {
  return { order, unit: null, step: 'unheld', officer: null, first: null, disputedBefore: null };
}

function withNew(orders: readonly Holding[], decision: RoutingDecision): Holding[] {
  return [...decision.orders.map(({ order }) => orders[order] ?? unheld(order)), ...orders.slice(decision.orders.length)];
}

function changed(holders: Holders, order: number, change: Partial<Holding>): Holders {
  const orders = holders.orders.map((held) => (held.order === order ? { ...held, ...change, first: held.first ?? change.unit ?? null } : held));
  return { ...holders, orders };
}
