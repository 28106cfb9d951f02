import type { HandoverEvent } from '#libs/contracts/resolution.events.js';
import { ensure } from '#libs/decider/decider.js';
import type { HelpCommand, Steps } from './handover.commands.js';
import { refuse } from './handover.refusals.js';
import type { Assistance, Handover, Offered } from './handover.state.js';
import { key, keyOfHelp } from './handover.state.js';

const open = ({ step }: Assistance): boolean => step === 'requested' || step === 'accepted';
const someHelp = (state: Handover, test: (help: Assistance) => boolean) => (Object.values(state.assistance).some(test) ? undefined : refuse('ASSISTANCE_NOT_REQUESTED'));
const someOffer = (state: Handover) => (Object.values(state.offers).some(({ step }) => step === 'made') ? undefined : refuse('OFFER_UNKNOWN'));

export const mayHelp = {
  AcceptAssistance: (state: Handover) => someHelp(state, ({ step }) => step === 'requested'),
  ContributeAssistance: (state: Handover) => someHelp(state, ({ step }) => step !== 'declined'),
  DeclineAssistance: (state: Handover) => someHelp(state, open),
  AcceptOffer: (state: Handover) => someOffer(state),
  DeclineOffer: (state: Handover) => someOffer(state),
};

export const help: Steps<HelpCommand['type']> = {
  RequestAssistance(command, state) {
    const { at, order, department, division } = command;
    return state.assistance[keyOfHelp(command)] ? [] : [{ type: 'AssistanceRequested', at, order, department, division }];
  },
  AcceptAssistance(command, state) {
    const { at, order, department, division, by } = command;
    if (state.assistance[keyOfHelp(command)]?.step === 'accepted') return [];
    ensure(mayHelp, command, state);
    helpOf(command, state, ({ step }) => step === 'requested');
    return [{ type: 'AssistanceAccepted', at, order, department, division, by }];
  },
  ContributeAssistance(command, state) {
    const { at, order, department, division, by } = command;
    if (state.assistance[keyOfHelp(command)]?.contributedAt.includes(at)) return [];
    ensure(mayHelp, command, state);
    helpOf(command, state, ({ step }) => step !== 'declined');
    return [{ type: 'AssistanceContributed', at, order, department, division, note: command.note ?? null, by }]; // The first answers the request; more may follow.
  },
  DeclineAssistance(command, state) {
    const { at, order, department, division, ground, by } = command;
    if (state.assistance[keyOfHelp(command)]?.step === 'declined') return [];
    ensure(mayHelp, command, state);
    helpOf(command, state, open);
    return [{ type: 'AssistanceDeclined', at, order, department, division, ground, by }];
  },
  MakeOffers({ at, offers = [] }, state) {
    const news = offers.filter(({ offer }, i) => !state.offers[offer] && offers.findIndex((other) => other.offer === offer) === i);
    return news.map(({ order, offer, procedure, department, division, source }) => ({ type: 'OfferMade', at, order, offer, procedure, department, division, source }));
  },
  AcceptOffer(command, state) {
    const { at, offer, by } = command;
    if (state.offers[offer]?.step === 'accepted') return [];
    ensure(mayHelp, command, state);
    const { order, procedure, department, division } = offerOf(command, state);
    return [{ type: 'OfferAccepted', at, order, offer, by }, ...taken(command, { order, procedure, department, division }, state)];
  },
  DeclineOffer(command, state) {
    const { at, offer, by } = command;
    if (state.offers[offer]?.step === 'declined') return [];
    ensure(mayHelp, command, state);
    const { order } = offerOf(command, state);
    return [{ type: 'OfferDeclined', at, order, offer, by }];
  },
};

/** Acceptance opens the procedure; where the body has none of its own, it is asked to give what was offered, and its clock runs. */
function taken({ at, by }: { at: string; by: string }, { order, procedure, department, division }: Pick<Offered, 'order' | 'procedure' | 'department' | 'division'>, state: Handover): readonly HandoverEvent[] {
  if (procedure !== null) {
    const known = state.matters[key(order, procedure)];
    return known && known.step !== 'concluded' ? [] : [{ type: 'ProcedureApplied', at, order, procedure, by }];
  }
  if (department === null || state.assistance[keyOfHelp({ order, department, division })]) return [];
  return [{ type: 'AssistanceRequested', at, order, department, division }];
}

function helpOf(command: { order: number; department: string; division: string }, state: Handover, test: (help: Assistance) => boolean): void {
  const known = state.assistance[keyOfHelp(command)];
  if (!known || !test(known)) throw refuse('ASSISTANCE_NOT_REQUESTED', { order: command.order });
}

function offerOf({ offer }: { offer: string }, state: Handover): Offered {
  const known = state.offers[offer];
  if (known?.step !== 'made') throw refuse('OFFER_UNKNOWN');
  return known;
}
