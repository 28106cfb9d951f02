import { sameAmounts } from '#libs/contracts/money.js';
import type { InspectionEvent } from '#libs/contracts/resolution.events.js';
import { dayOf, epochMs } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { InspectionCommand, Step, Steps } from './inspection.commands.js';
import { demandSteps, mayDemand } from './inspection.demand-steps.js';
import { followUp, mayFollow } from './inspection.follow-up.js';
import { refuse } from './inspection.refusals.js';
import { evolve, filed, initial, may } from './inspection.state.js';
import type { Inspection } from './inspection.state.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';

const EXTENSION_MAX_WORKING_DAYS = 30; // LSR 17

export const inspection: Decider<Inspection, InspectionCommand, InspectionEvent> = { initial, decide, evolve, may: { ...may, ...mayFollow, ...mayDemand } };
export type { InspectionCommand } from './inspection.commands.js';

function decide(command: InspectionCommand, state: Inspection): readonly InspectionEvent[] {
  return (steps[command.type] as Step<InspectionCommand>)(command, state);
}

const acceptance: Steps<'ReceiveComplaint' | 'RequestSupplements' | 'ReceiveSupplements' | 'AcceptComplaint' | 'RefuseComplaint' | 'FileInspection'> = {
  ReceiveComplaint({ at, division, order }, state) {
    const moved = ['received', 'accepted', 'refused'].includes(state.phase) && state.division !== division; // Another body holds it now: what the one before refused, this one has not.
    if (state.phase !== 'none' && !moved) return [];
    return [{ type: 'ComplaintReceived', at, division, order }];
  },
  RequestSupplements(command, state) {
    if (state.supplements === 'requested' && JSON.stringify(command.gaps) === JSON.stringify(state.gaps)) return []; // Another list is another request.
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'SupplementsRequested', at: command.at, gaps: [...command.gaps], by: command.by }]; // Asked for once, all together; the time to accept waits (LSR-IR 18).
  },
  ReceiveSupplements(command, state) {
    if (state.supplements === 'received') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'SupplementsReceived', at: command.at, by: command.by }];
  },
  AcceptComplaint(command, state) {
    if (state.phase === 'accepted' || filed(state)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'ComplaintAccepted', at: command.at, by: command.by }];
  },
  RefuseComplaint(command, state) {
    if (state.phase === 'refused') return [];
    ensure(may, command, state);
    const { at, ground, otherRoutes, by } = command;
    inOrder(dayOf(at), state.since);
    return [{ type: 'ComplaintRefused', at, order: state.order, ground, otherRoutes: [...otherRoutes], by }];
  },
  FileInspection(command, state) {
    if (filed(state)) return [];
    ensure(may, command, state);
    const { at, by } = command;
    const inspectors = [...new Set(command.inspectors)];
    if (inspectors.length < 2) throw refuse('TWO_INSPECTORS', { inspectors: inspectors.length });
    if (command.noInterest === false) throw refuse('INSPECTOR_HAS_INTEREST');
    inOrder(dayOf(at), state.since);
    const filing: InspectionEvent = { type: 'InspectionFiled', at, inspectors, ...(command.noInterest && { noInterest: true }), by };
    return state.phase === 'received' ? [{ type: 'ComplaintAccepted', at, by }, filing] : [filing]; // Acceptance and filing are one day's act: LSR-IR 18.
  },
};

const investigation: Steps<'ExtendInvestigation' | 'SuspendInvestigation' | 'ResumeInvestigation' | 'CompleteInvestigation'> = {
  ExtendInvestigation(command, state) {
    const { at, days, approvedBy } = command;
    if (state.extended?.at === at && state.extended.days === days) return [];
    ensure(may, command, state);
    if (days > EXTENSION_MAX_WORKING_DAYS) throw refuse('EXTENSION_OVER_30_WORKING_DAYS', { days });
    inOrder(dayOf(at), state.since);
    return [{ type: 'InvestigationExtended', at, days, approvedBy }];
  },
  SuspendInvestigation(command, state) {
    if (state.suspended) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'InvestigationSuspended', at: command.at, reason: command.reason, by: command.by }];
  },
  ResumeInvestigation(command, state) {
    if (!state.suspended && state.resumedAt === command.at) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'InvestigationResumed', at: command.at, by: command.by }];
  },
  CompleteInvestigation(command, state) {
    if (state.phase === 'completed') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'InvestigationCompleted', at: command.at, by: command.by }];
  },
};

const decisions: Steps<'OrderPayment' | 'ExpirePayOrder' | 'DecideHandling' | 'DecidePenalty' | 'WithdrawFiling' | 'ApplyForCourtEnforcement'> = {
  OrderPayment(command, state) {
    const { at, dueOn, service, by } = command;
    const owed = command.owed.map(({ worker, amount }) => ({ worker, amount }));
    if (state.payOrder?.dueOn === dueOn && sameAmounts(state.payOrder.owed, owed)) return [];
    ensure(may, command, state);
    if (dueOn < dayOf(at)) throw refuse('PAY_DUE_BEFORE_SERVICE', { dueOn });
    ensureEachWorkerOnce(owed);
    return [{ type: 'PayOrdered', at, owed, dueOn, service, by }]; // May lie before the complaint: the body may have ordered of its own motion.
  },
  ExpirePayOrder({ at }, state) {
    if (!state.payOrder || state.payOrder.expired || dayOf(at) <= state.payOrder.dueOn) return []; // A later order runs on.
    return [{ type: 'PayOrderExpired', at, dueOn: state.payOrder.dueOn }];
  },
  DecideHandling(command, state) {
    const { at, amount, additionalCompensation, by } = command;
    if (state.handled) return [];
    ensure(may, command, state);
    if (additionalCompensation > 0) checkCompensation(command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'HandlingDecided', at, amount, additionalCompensation, by }];
  },
  DecidePenalty(command, state) {
    if (state.penalised) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'PenaltyDecided', at: command.at, fine: command.fine, by: command.by }];
  },
  WithdrawFiling(command, state) {
    if (state.phase === 'withdrawn') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'FilingWithdrawn', at: command.at, order: state.order, reason: command.reason, by: command.by }];
  },
  ApplyForCourtEnforcement(command, state) {
    if (state.enforcementApplied) return [];
    ensure(may, command, state);
    if (!state.handled) checkExpired(command.at, state);
    return [{ type: 'CourtEnforcementApplied', at: command.at, by: command.by }];
  },
};

const police: Steps<
  'ReportCrime' | 'ApproveTransfer' | 'DeclineTransfer' | 'TransferToPolice' | 'ForwardByPolice' | 'RecordPoliceFiling' | 'RecordPoliceRefusal'
  | 'RequestReconsideration' | 'RecordReconsideration'
> = {
  ReportCrime(command, state) {
    if (state.crime === 'reported') return [];
    ensure(may, command, state);
    checkExpired(command.at, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'CrimeReported', at: command.at, by: command.by }];
  },
  ApproveTransfer(command, state) {
    if (state.crime === 'approved') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'TransferApproved', at: command.at, approvedBy: command.approvedBy }];
  },
  DeclineTransfer(command, state) {
    if (state.crime === 'declined') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'TransferDeclined', at: command.at, reason: command.reason, by: command.by }];
  },
  TransferToPolice(command, state) {
    if (state.crime === 'transferred') return [];
    ensure(may, command, state);
    if (state.crimeAt && epochMs(command.at) < epochMs(state.crimeAt)) throw refuse('TRANSFER_BEFORE_APPROVAL', { notBefore: state.crimeAt });
    return [{ type: 'TransferredToPolice', at: command.at, by: command.by }];
  },
  ForwardByPolice(command, state) {
    if (state.crime === 'transferred' && state.forwardedTo === command.to) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'PoliceForwarded', at: command.at, to: command.to, by: command.by }]; // TRF 7: the competent body's three days begin with its receipt.
  },
  RecordPoliceFiling(command, state) {
    if (state.crime === 'policeFiled') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'PoliceFiled', at: command.at, by: command.by }];
  },
  RecordPoliceRefusal(command, state) {
    if (state.crime === 'policeRefused') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'PoliceRefused', at: command.at, reason: command.reason, by: command.by }];
  },
  RequestReconsideration(command, state) {
    if (state.crime === 'reconsidering') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.crimeAt && dayOf(state.crimeAt));
    return [{ type: 'ReconsiderationRequested', at: command.at, by: command.by }];
  },
  RecordReconsideration(command, state) {
    const { at, filed: files, reason, by } = command;
    if (state.crime === (files ? 'policeFiled' : 'reconsidered')) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.crimeAt && dayOf(state.crimeAt));
    return [files ? { type: 'PoliceFiled', at, by } : { type: 'ReconsiderationRefused', at, reason, by }]; // A second no is for the procuratorate: TRF 9.
  },
};

const steps: Steps<InspectionCommand['type']> = { ...acceptance, ...investigation, ...decisions, ...police, ...followUp, ...demandSteps };

/** 50 to 100 per cent, and only after an order to pay has run out: LSR 26. */
function checkCompensation({ at, amount, additionalCompensation }: Extract<InspectionCommand, { type: 'DecideHandling' }>, state: Inspection): void {
  if (!state.payOrder) throw refuse('PAY_ORDER_NOT_GIVEN');
  checkExpired(at, state);
  if (additionalCompensation * 2 < amount || additionalCompensation > amount) throw refuse('COMPENSATION_OUT_OF_RANGE', { amount, additionalCompensation });
}

/** The last day belongs to the debtor: the order has run out on the day after it, whether or not the clock has rung yet. */
function checkExpired(at: Instant, state: Inspection): void {
  if (state.payOrder && dayOf(at) <= state.payOrder.dueOn) throw refuse('PAY_ORDER_NOT_EXPIRED', { dueOn: state.payOrder.dueOn });
}
