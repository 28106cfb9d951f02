import type { TransferEvent } from '#libs/contracts/intake.events.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';

/** Of one transfer with all the orders that went by it. */
type Of<Type extends TransferEvent['type']> = Omit<Extract<TransferEvent, { type: Type }>, 'type' | 'order'> & { readonly orders: readonly number[] };

export type TransferCommand =
  | { readonly type: 'NoteDelivered' } & Of<'TransferDelivered'>
  | { readonly type: 'NoteTaken' } & Of<'TransferTaken'>
  | { readonly type: 'NoteSentBack' } & Of<'TransferSentBack'>;

type Phase = 'delivered' | 'taken' | 'sentBack';
/** By the transfer's id and the number of the order. */
export type Transfers = ReadonlyMap<string, Phase>;

/** What another log says of what was handed over to it: each word once, and the last word stands. An answer may overtake the receipt, whose call was broken off. */
export const transfers: Decider<Transfers, TransferCommand, TransferEvent> = { initial: new Map(), decide, evolve, may: {} };

function decide(command: TransferCommand, state: Transfers): readonly TransferEvent[] {
  return command.orders.flatMap((order) => said(command, order, state.get(keyOf({ transfer: command.transfer, order }))));
}

function said(command: TransferCommand, order: number, phase: Phase | undefined): readonly TransferEvent[] {
  const { at, transfer, peer } = command;
  if (phase === 'taken' || phase === 'sentBack') return [];
  switch (command.type) {
    case 'NoteDelivered': return phase === 'delivered' ? [] : [{ type: 'TransferDelivered', at, transfer, order, peer, to: command.to, receipt: command.receipt }];
    case 'NoteTaken': return [{ type: 'TransferTaken', at, transfer, order, peer, unit: command.unit }];
    case 'NoteSentBack': return [{ type: 'TransferSentBack', at, transfer, order, peer, ground: command.ground, reason: command.reason }];
    default: return never(command);
  }
}

function evolve(state: Transfers, event: TransferEvent): Transfers {
  switch (event.type) {
    case 'TransferDelivered': return new Map([...state, [keyOf(event), 'delivered']]);
    case 'TransferTaken': return new Map([...state, [keyOf(event), 'taken']]);
    case 'TransferSentBack': return new Map([...state, [keyOf(event), 'sentBack']]);
    default: return never(event);
  }
}

function keyOf({ transfer, order }: Pick<TransferEvent, 'transfer' | 'order'>): string {
  return `${transfer}/${order}`;
}
