import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Next, Wish } from '#libs/decider/process.js';
import type { ArbitrationCommand } from './arbitration/arbitration.commands.js';
import type { ClosureCommand } from './closure/closure.decider.js';
import type { CourtCommand } from './court/court.decider.js';
import type { HandoverCommand } from './handover/handover.decider.js';
import type { InspectionCommand } from './inspection/inspection.decider.js';
import type { LimitationCommand } from './limitation/limitation.decider.js';
import type { MediationCommand } from './mediation/mediation.decider.js';
import type { PaymentCommand } from './payment/payment.decider.js';

/** The data of an event of a known type; its schema was checked when it was written. */
export function dataOf<Event extends { readonly type: string }, Name extends Event['type']>(event: PublishedEvent): Omit<Extract<Event, { readonly type: Name }>, 'type'> {
  return event.data as Omit<Extract<Event, { readonly type: Name }>, 'type'>;
}

export const mediation = (command: Wish<MediationCommand>): Next => ({ stream: 'mediation', command });
export const inspection = (command: Wish<InspectionCommand>): Next => ({ stream: 'inspection', command });
export const arbitration = (command: Wish<ArbitrationCommand>): Next => ({ stream: 'arbitration', command });
export const toArbitration = arbitration({ type: 'ApplyForArbitration', track: 'speedy', simplified: true, collective: false });
export const court = (command: Wish<CourtCommand>): Next => ({ stream: 'court', command });
export const handover = (command: Wish<HandoverCommand>): Next => ({ stream: 'handover', command });
export const payment = (command: Wish<PaymentCommand>): Next => ({ stream: 'payment', command });
export const limitation = (command: Wish<LimitationCommand>): Next => ({ stream: 'limitation', command });
export const interrupted = (ground: 'requestToAuthority' | 'admission'): Next => limitation({ type: 'InterruptAll', ground });
/** Gives the time of a hearing back that is not needed any more. */
export const released = (caseId: string): Next => ({ stream: 'hearings', command: { type: 'ReleaseHearing', case: caseId } as Next['command'] });
export const closure = (command: Wish<ClosureCommand>): Next => ({ stream: 'closure', command });
