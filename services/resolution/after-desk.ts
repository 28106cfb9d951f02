import type { PublishedEvent } from '#libs/contracts/event.js';
import type { FundEvent } from '#libs/contracts/project.events.js';
import type { ArbitrationEvent, HandoverEvent, InspectionEvent, MediationEvent, PaymentEvent } from '#libs/contracts/resolution.events.js';
import { hearingsOf } from '#libs/contracts/tribunal.events.js';
import type { HearingsEvent } from '#libs/contracts/tribunal.events.js';
import type { Next } from '#libs/decider/process.js';
import { arbitration, closure, court, dataOf, interrupted, payment, released, toArbitration } from './wishes.js';

/** What one desk did concerns the next. */
export function afterDesk(event: PublishedEvent): readonly Next[] {
  return [...afterTalk(event), ...afterTribunal(event), ...afterMoney(event), ...afterEnd(event)];
}

/** Who applies, pays a part or promises interrupts the limitation (LDMA 27); what was agreed is owed. */
function afterTalk(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'resolution.mediation-applied.v1':   return [interrupted('requestToAuthority')];
    case 'resolution.wage-paid.v1':           return dataOf<PaymentEvent, 'WagePaid'>(event).source === 'employer' ? [interrupted('admission')] : []; // Who pays a part admits the debt.
    case 'resolution.payment-due.v1':         return dataOf<PaymentEvent, 'PaymentDue'>(event).basis === 'voluntary' ? [interrupted('admission')] : [];
    case 'resolution.mediation-failed.v1': { // LDMA 5: mediation first, then arbitration, if the worker asks for it.
      if (!dataOf<MediationEvent, 'MediationFailed'>(event).wantsArbitration) return [];
      return [toArbitration];
    }
    case 'resolution.case-mediated.v1': return afterAgreement(dataOf<MediationEvent, 'CaseMediated'>(event));
    case 'resolution.agreement-confirmed.v1': {
      const { performBy, owed, plan, acceleration, payers } = dataOf<MediationEvent, 'AgreementConfirmed'>(event);
      return [payment({ type: 'DuePayment', basis: 'confirmation', performBy, owed, ...promised({ plan, acceleration, payers }) })]; // The same debt, enforceable from now on.
    }
    default:
      return [];
  }
}

/** What the tribunal made, took or gave back. */
function afterTribunal(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'resolution.mediation-instrument-served.v1': {
      const { performBy, owed } = dataOf<ArbitrationEvent, 'MediationInstrumentServed'>(event);
      return [payment({ type: 'DuePayment', basis: 'instrument', performBy, owed }), released(event.caseId)]; // LDMA 42: binding once both have signed; nothing is left to hear.
    }
    case 'resolution.award-made.v1': return [released(event.caseId)];
    case 'resolution.award-took-effect.v1': {
      const { performBy, owed } = dataOf<ArbitrationEvent, 'AwardTookEffect'>(event);
      return [payment({ type: 'DuePayment', basis: 'award', performBy, owed })]; // LDMA 51: only an award in effect must be performed.
    }
    case 'resolution.partial-instrument-served.v1': {
      const { performBy, owed } = dataOf<ArbitrationEvent, 'PartialInstrumentServed'>(event);
      return [payment({ type: 'DuePayment', basis: 'instrument', performBy, owed, ...inPart(owed) })]; // LDMA 42: what was settled need not wait for the rest.
    }
    case 'resolution.partial-award-made.v1': {
      const { final, performBy, owed } = dataOf<ArbitrationEvent, 'PartialAwardMade'>(event);
      return final && performBy && owed ? [payment({ type: 'DuePayment', basis: 'award', performBy, owed, ...inPart(owed) })] : []; // LDMA 47: it binds when it is made.
    }
    case 'resolution.hearing-booked.v1': {
      const { on, room, from, to, online, moved, division } = dataOf<HearingsEvent, 'HearingBooked'>(event);
      return [arbitration({ type: 'ScheduleHearing', hearingOn: on, room, from, to, online, moved: moved ?? undefined, list: hearingsOf(division, on) })]; // LDMA 35: the parties are called to the time that was taken.
    }
    case 'resolution.hearing-scheduled.v1': return dataOf<ArbitrationEvent, 'HearingScheduled'>(event).replaces ? [released(event.caseId)] : []; // The time it leaves is free again.
    default:
      return [];
  }
}

/** Money ordered, advanced or missed. */
function afterMoney(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'resolution.pay-ordered.v1': {
      const { dueOn, owed } = dataOf<InspectionEvent, 'PayOrdered'>(event);
      return [payment({ type: 'DuePayment', basis: 'payOrder', performBy: dueOn, owed })]; // LSR 26: ordered to pay by a day.
    }
    case 'resolution.fund-advanced.v1': {
      const { worker, amount, evidence } = dataOf<FundEvent, 'FundAdvanced'>(event);
      return [payment({ type: 'RecordWagePaid', worker, amount, source: 'emergencyFund', evidence })]; // WPR 63: the worker has it, the employer owes it to the fund.
    }
    case 'resolution.payment-defaulted.v1': { // What the law of the case offers, the person is led to.
      const { offers = [] } = dataOf<PaymentEvent, 'PaymentDefaulted'>(event);
      return offers.flatMap(({ step }) => (step === 'paymentOrder' || step === 'enforcement' ? [court({ type: 'AdviseCourtRoute', route: step })] : []));
    }
    case 'resolution.payment-order-took-effect.v1': return [court({ type: 'AdviseCourtRoute', route: 'enforcement' })]; // CPL 227.
    case 'resolution.payment-due.v1':         return [closure({ type: 'ReopenUnpaid', reason: 'moreDue' })]; // It was thought paid, and more is owed.
    case 'resolution.wage-paid-corrected.v1':
    case 'resolution.wages-held-corrected.v1':
    case 'resolution.held-wages-paid-corrected.v1': return [closure({ type: 'ReopenUnpaid', reason: 'paymentCorrected' })]; // It was thought paid, or kept.
    default:
      return [];
  }
}

/** The end of a matter at its desk concludes its order, or opens it again. */
function afterEnd(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'resolution.payment-completed.v1':   return dataOf<PaymentEvent, 'PaymentCompleted'>(event).total > 0 ? [closure({ type: 'ConcludePaid' })] : []; // Unpaid = 0 is what resolves a wage case; where nothing was owed, a person says how it ended.
    case 'resolution.matter-concluded.v1':    return afterMatter(dataOf<HandoverEvent, 'MatterConcluded'>(event));
    case 'resolution.complaint-refused.v1':   return concluding(dataOf<InspectionEvent, 'ComplaintRefused'>(event).order, 'refused'); // Answered in writing, with the other routes.
    case 'resolution.application-refused.v1': return concluding(dataOf<ArbitrationEvent, 'ApplicationRefused'>(event).order, 'refused'); // LDMA 29: the worker may sue.
    case 'resolution.procedure-refused.v1':   return afterMatter({ ...dataOf<HandoverEvent, 'ProcedureRefused'>(event), result: 'refused' }); // Refused in writing.
    case 'resolution.filing-withdrawn.v1':    return concluding(dataOf<InspectionEvent, 'FilingWithdrawn'>(event).order, 'withdrawn'); // LSR 18(3): minor and corrected.
    case 'resolution.application-withdrawn.v1': {
      const { order, settled } = dataOf<ArbitrationEvent, 'ApplicationWithdrawn'>(event);
      return [...concluding(order, settled ? 'settled' : 'withdrawn'), released(event.caseId)]; // The return visit asks whether the money came.
    }
    default:
      return [];
  }
}

/** LDMA 15: what was agreed has a day. With whom nothing was agreed, arbitration is open, and the case is not paid without them. */
function afterAgreement({ performBy, owed, plan, acceleration, payers, unsettled = [] }: Omit<Extract<MediationEvent, { type: 'CaseMediated' }>, 'type'>): readonly Next[] {
  const due = payment({ type: 'DuePayment', basis: 'agreement', performBy, owed, ...promised({ plan, acceleration, payers }), ...(unsettled.length > 0 && { unsettled: unsettled.map(({ worker }) => worker) }) });
  return [interrupted('admission'), due, ...(unsettled.some(({ wantsArbitration }) => wantsArbitration) ? [toArbitration] : [])];
}

/** The rest of what they claim is still heard: who is paid this part is not paid. */
function inPart(owed: readonly { readonly worker: number }[]): { readonly unsettled: readonly number[] } {
  return { unsettled: owed.map(({ worker }) => worker) };
}

function promised({ plan, acceleration, payers }: Pick<Extract<PaymentEvent, { type: 'PaymentDue' }>, 'plan' | 'acceleration' | 'payers'>): object {
  return { ...(plan && { plan }), ...(acceleration !== undefined && { acceleration }), ...(payers && { payers }) };
}

/** Legal aid or relief that only helps does not end the matter it helps with. */
function afterMatter({ order, role, result }: { order: number; role: 'lead' | 'assist'; result: string }): readonly Next[] {
  return role === 'lead' ? concluding(order, result) : [];
}

function concluding(order: number | null, result: string): readonly Next[] {
  return order === null ? [] : [closure({ type: 'ConcludeOrder', order, result })];
}
