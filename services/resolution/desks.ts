import { dayOf } from '#libs/contracts/time.js';
import type { AnyDecider, CommandOf, StateOf } from '#libs/decider/decider.js';
import { remediesFor } from '#libs/policy/outcomes.js';
import type { AnyDesk, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { ArbitrationDesk } from './arbitration/arbitration.desk.js';
import type { Law } from './case-rules.js';
import { CaseLaw } from './case-rules.js';
import { clearing, ensureExtension, ensureSuspension, lapsed, lastDayOfNotice, lastDayToConfirm } from './clock-law.js';
import { closureDesk } from './closure/closure.desk.js';
import { coordination } from './coordination/coordination.decider.js';
import { court } from './court/court.decider.js';
import { employment } from './employment/employment.decider.js';
import { fundDesk } from './fund/fund.desk.js';
import { handover } from './handover/handover.decider.js';
import { handsOver, offersAfter } from './handover/handover.desk.js';
import { hearingsDesk } from './hearings/hearings.desk.js';
import { inspection } from './inspection/inspection.decider.js';
import { stepDay } from './inspection/inspection.sequel.js';
import { key as rightOf, limitation } from './limitation/limitation.decider.js';
import { mediation } from './mediation/mediation.decider.js';
import { papers } from './papers/papers.decider.js';
import { payment } from './payment/payment.decider.js';
import { addingParts } from './payment/payment.desk.js';
import type { Payment } from './payment/payment.state.js';
import { beat } from './project/beat.decider.js';
import { projectDesk } from './project/project.desk.js';
import { regulatorDesk } from './regulator/regulator.desk.js';
import { Registers } from './tribunal/registers.js';
import { tribunal } from './tribunal/tribunal.decider.js';

type LawOf = (caseId: string) => Promise<Law | undefined>;
type Door<D extends AnyDecider> = (command: CommandOf<D>, law: Law, state: StateOf<D>) => CommandOf<D>;

const service = 'resolution';

/** The desks: mediation, inspection, arbitration with its register and calendar, court roads, hand-over, payment, limitation, closure. */
export function resolutionDesks({ streams, policies, pool, blindIndex }: Pick<Product, 'streams' | 'policies' | 'pool' | 'blindIndex'>): readonly AnyDesk[] {
  const law = new CaseLaw(streams, policies);
  const lawOf: LawOf = (caseId) => law.of(caseId);
  /** What the pack offers by a decision is read from the decision itself. */
  const offering = (desk: Desk<typeof handover>): Desk<typeof handover> => ({
    ...desk,
    prepare: async (command, circumstances) => command.type !== 'MakeOffers' ? desk.prepare!(command, circumstances)
      : circumstances.event && { ...command, offers: await offersAfter(circumstances.event, policies, pool) },
  });
  const paid = async (caseId: string): Promise<Payment> => (await streams.load(`payment/${caseId}`, payment)).state;
  const courtDesk: Desk<typeof court> = {
    service, stream: 'court', decider: court,
    /** A court enforces a title; whether this case has more than a promise, the payment desk knows. */
    async prepare(command, { caseId }) {
      if (command.type !== 'ApplyForEnforcement') return command;
      const { grounds } = await paid(caseId);
      return { ...command, onlyPromised: grounds.length > 0 && grounds.every((basis) => basis === 'agreement' || basis === 'voluntary') };
    },
  };
  return [
    byLaw('mediation', mediation, lawOf, mediates), byLaw('inspection', inspection, lawOf, inspects), new ArbitrationDesk(streams, new Registers(streams, pool, blindIndex), lawOf).desk(),
    { service, stream: 'tribunal', decider: tribunal }, hearingsDesk,
    fundDesk({ streams }), regulatorDesk({ streams, lawOf }), { service, stream: 'coordination', decider: coordination }, { service, stream: 'employment', decider: employment }, projectDesk({ policies }), { service, stream: 'beat', decider: beat },
    courtDesk, offering(byLaw('handover', handover, lawOf, handsOver)), addingParts(streams, byLaw('payment', payment, lawOf, pays)), byLaw('limitation', limitation, lawOf, limits), closureDesk({ pool, lawOf, paid }), { service, stream: 'papers', decider: papers },
  ];
}

/** Commands for which the law of the case must be read; every other goes through as it came. */
const ASKING: ReadonlySet<string> = new Set([
  'ApplyForArbitralReview', 'ApplyForJudicialConfirmation', 'DuePayment', 'StateWagesOwed', 'DefaultPayment', 'DefaultInstalment', 'InterruptLimitation', 'SuspendLimitation', 'InterruptAll',
  'ExtendMediation', 'ExtendInvestigation', 'SuspendInvestigation', 'ExtendSanctionListing', 'CloseWageAccount', 'ExtendProcedure', 'SuspendProcedure', 'RefuseLegalAid', 'VerifyClue',
]);

/** A desk that reads the law of the case at its door. What the state forbids is for the decider to say; a case that was never routed has no law yet. */
function byLaw<D extends AnyDecider>(stream: string, decider: D, lawOf: LawOf, door: Door<D>): Desk<D> {
  return {
    service, stream, decider,
    async prepare(command, { caseId, state }) {
      const { type } = command as { type: string };
      if (!ASKING.has(type)) return command;
      const now = await state();
      const law = decider.may[type]?.(now) ? undefined : await lawOf(caseId);
      return law ? door(command, law, now) : command;
    },
  };
}

const mediates: Door<typeof mediation> = (command, law, { since }) => {
  if (command.type === 'ApplyForArbitralReview' && since) return { ...command, lastDay: lastDayToConfirm(law, 'MED-ARBREVIEW', since) };
  if (command.type === 'ApplyForJudicialConfirmation' && since) return { ...command, lastDay: lastDayToConfirm(law, 'MED-JUDCONF', since) };
  if (command.type === 'ExtendMediation' && command.bothAgree) ensureExtension(law, { on: 'resolution.mediation-extended.v1', data: {} }, { by: command.days, before: 0, approvedBy: command.by });
  return command;
};

const inspects: Door<typeof inspection> = (command, law, { sequel }) => {
  if (command.type === 'ExtendInvestigation') ensureExtension(law, { on: 'resolution.investigation-extended.v1', data: {} }, { by: command.days, before: 0, approvedBy: command.approvedBy });
  if (command.type === 'ExtendSanctionListing') ensureExtension(law, { on: 'resolution.sanction-listing-extended.v1', data: {} }, { by: command.days, before: 0, approvedBy: command.approvedBy });
  if (command.type === 'SuspendInvestigation') ensureSuspension(law, { on: 'resolution.investigation-suspended.v1', data: {} });
  const announcedOn = stepDay(sequel, 'account');
  return command.type === 'CloseWageAccount' && announcedOn ? { ...command, noticeUntil: lastDayOfNotice(law, announcedOn) } : command;
};

const pays: Door<typeof payment> = (command, { pack, decision }, { grounds }) => {
  if (command.type === 'DuePayment' || command.type === 'StateWagesOwed') return { ...command, ...clearing(pack, decision, dayOf(command.at)) };
  return command.type === 'DefaultPayment' || command.type === 'DefaultInstalment' ? { ...command, offers: remediesFor(pack, grounds, decision.inputs['sector']) } : command;
};

const limits: Door<typeof limitation> = (command, law, state) => {
  if (command.type === 'BeginLimitation' || command.type === 'ResumeLimitation') return command;
  const over = lapsed(law, state, dayOf(command.at));
  return command.type === 'InterruptAll' ? { ...command, lapsed: over } : { ...command, lapsed: over.includes(rightOf(command.order, command.right)) };
};
