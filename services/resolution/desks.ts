import { dayOf } from '#libs/contracts/time.js';
import type { AnyDecider, CommandOf, StateOf } from '#libs/decider/decider.js';
import type { AnyDesk, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { ArbitrationDesk } from './arbitration/arbitration.desk.js';
import type { Law } from './case-rules.js';
import { CaseLaw } from './case-rules.js';
import { clearing, ensureExtension, ensureSuspension, lapsed, lastDayOfNotice } from './clock-law.js';
import { closure } from './closure/closure.decider.js';
import { court } from './court/court.decider.js';
import { limitOf } from './handover/handover.course.js';
import { handover } from './handover/handover.decider.js';
import { key as matterOf } from './handover/handover.state.js';
import { inspection } from './inspection/inspection.decider.js';
import { stepDay } from './inspection/inspection.sequel.js';
import { key as rightOf, limitation } from './limitation/limitation.decider.js';
import { mediation } from './mediation/mediation.decider.js';
import { hearingsDesk } from './hearings/hearings.desk.js';
import { papers } from './papers/papers.decider.js';
import { payment, unpaidOf } from './payment/payment.decider.js';
import { Registers } from './tribunal/registers.js';
import { tribunal } from './tribunal/tribunal.decider.js';

type LawOf = (caseId: string) => Promise<Law | undefined>;
type Door<D extends AnyDecider> = (command: CommandOf<D>, law: Law, state: StateOf<D>) => CommandOf<D>;

const service = 'resolution';

/** The desks: mediation, inspection, arbitration with its register and calendar, court roads, hand-over, payment, limitation, closure. */
export function resolutionDesks({ streams, policies, pool, blindIndex }: Pick<Product, 'streams' | 'policies' | 'pool' | 'blindIndex'>): readonly AnyDesk[] {
  const law = new CaseLaw(streams, policies);
  const lawOf: LawOf = (caseId) => law.of(caseId);
  const closureDesk: Desk<typeof closure> = {
    service, stream: 'closure', decider: closure,
    /** An order may not be called done while money is unpaid: the payment stream says how much is. */
    async prepare(command, { caseId }) {
      if (command.type !== 'ConcludeOrder') return command;
      const { state } = await streams.load(`payment/${caseId}`, payment);
      return { ...command, unpaid: unpaidOf(state) };
    },
  };
  return [
    byLaw('mediation', mediation, lawOf, mediates), byLaw('inspection', inspection, lawOf, inspects), new ArbitrationDesk(streams, new Registers(streams, pool, blindIndex), lawOf).desk(),
    { service, stream: 'tribunal', decider: tribunal }, hearingsDesk,
    { service, stream: 'court', decider: court }, byLaw('handover', handover, lawOf, handsOver), byLaw('payment', payment, lawOf, pays), byLaw('limitation', limitation, lawOf, limits), closureDesk, { service, stream: 'papers', decider: papers },
  ];
}

/** Commands for which the law of the case must be read; every other goes through as it came. */
const ASKING: ReadonlySet<string> = new Set([
  'ExtendMediation', 'ExtendInvestigation', 'SuspendInvestigation', 'ExtendSanctionListing', 'CloseWageAccount', 'ExtendProcedure', 'SuspendProcedure',
  'DuePayment', 'StateWagesOwed', 'InterruptLimitation', 'SuspendLimitation', 'InterruptAll',
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

const mediates: Door<typeof mediation> = (command, law) => {
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

const handsOver: Door<typeof handover> = (command, law, { matters }) => {
  if (command.type !== 'ExtendProcedure' && command.type !== 'SuspendProcedure') return command;
  const { procedure, order } = command;
  if (command.type === 'SuspendProcedure') ensureSuspension(law, { on: 'resolution.procedure-suspended.v1', data: { procedure } });
  const matter = matters[matterOf(order, procedure)];
  if (command.type !== 'ExtendProcedure' || !matter || matter.extended[limitOf(matter)]?.said === `${command.at} ${command.days}`) return command;
  const limit = limitOf(matter);
  ensureExtension(law, { on: 'resolution.procedure-extended.v1', data: { procedure, limit } }, { by: command.days, before: matter.extended[limit]?.times ?? 0, approvedBy: command.approvedBy });
  return command;
};

const pays: Door<typeof payment> = (command, { pack, decision }) =>
  (command.type === 'DuePayment' || command.type === 'StateWagesOwed' ? { ...command, ...clearing(pack, decision, dayOf(command.at)) } : command);

const limits: Door<typeof limitation> = (command, law, state) => {
  if (command.type === 'BeginLimitation' || command.type === 'ResumeLimitation') return command;
  const over = lapsed(law, state, dayOf(command.at));
  return command.type === 'InterruptAll' ? { ...command, lapsed: over } : { ...command, lapsed: over.includes(rightOf(command.order, command.right)) };
};
