import type { HandoverEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { CourseCommand, Steps } from './handover.commands.js';
import { refuse } from './handover.refusals.js';
import type { Handover, Matter } from './handover.state.js';
import { TAKEN_OVER, key, open, where } from './handover.state.js';

/** When a step is open to a matter, whichever procedure it follows, and what is said where it is not. */
interface Passage {
  readonly open: (matter: Matter) => boolean;
  readonly otherwise: Parameters<typeof refuse>[0];
}

/** Which procedures know a step at all, and for how long, is the pack's: the clocks that it moves. */
const passages: Readonly<Record<CourseCommand['type'], Passage>> = {
  RefuseProcedure:    { open: pending, otherwise: 'NOTHING_TO_ACCEPT' },
  ForwardProcedure:   { open: (matter) => pending(matter) && matter.forwardedTo === undefined, otherwise: 'NOTHING_TO_ACCEPT' },
  ReturnProcedure:    { open: (matter) => pending(matter) && matter.forwardedTo !== undefined, otherwise: 'NOT_FORWARDED' },
  RequestMaterials:   { open: (matter) => pending(matter) && matter.materials === 'none', otherwise: 'MATERIALS_ALREADY_REQUESTED' },
  ReceiveMaterials:   { open: (matter) => matter.step !== 'concluded' && matter.materials === 'requested', otherwise: 'MATERIALS_NOT_REQUESTED' },
  ExtendProcedure:    { open: (matter) => matter.step !== 'concluded', otherwise: 'NO_OPEN_MATTER' },
  SuspendProcedure:   { open: (matter) => matter.step === 'accepted' && matter.waits === undefined, otherwise: 'NOTHING_TO_SUSPEND' },
  ResumeProcedure:    { open: (matter) => matter.waits === 'conclusion', otherwise: 'PROCEDURE_NOT_SUSPENDED' },
  ChallengeProcedure: { open: (matter) => matter.step === 'concluded' && matter.result !== TAKEN_OVER && !matter.challenged, otherwise: 'NO_RESULT_TO_CHALLENGE' },
};

export const mayCourse = Object.fromEntries(Object.entries(passages).map(([type, passage]) =>
  [type, (state: Handover) => where(state, passage.open, () => refuse(passage.otherwise))])) as Readonly<Record<CourseCommand['type'], (state: Handover) => Refusal | undefined>>;

export const course: Steps<CourseCommand['type']> = {
  RefuseProcedure: (command, state) => pass(command, state, (matter) => matter.step === 'concluded' && matter.result === 'refused',
    ({ at, order, procedure, ground, by }, { role }) => ({ type: 'ProcedureRefused', at, order, role, procedure, ground, by })),
  ForwardProcedure: (command, state) => pass(command, state, (matter) => matter.forwardedTo === command.department,
    ({ at, order, procedure, department, by }) => ({ type: 'ProcedureForwarded', at, order, procedure, department, by })),
  ReturnProcedure: (command, state) => pass(command, state, (matter) => matter.returnedAt === command.at,
    ({ at, order, procedure, ground, by }) => ({ type: 'ProcedureReturned', at, order, procedure, ground, by })),
  RequestMaterials: (command, state) => pass(command, state, (matter) => matter.materials === 'requested',
    ({ at, order, procedure, gaps, by }) => ({ type: 'MaterialsRequested', at, order, procedure, gaps: [...gaps], by })),
  ReceiveMaterials: (command, state) => pass(command, state, (matter) => matter.materials === 'received',
    ({ at, order, procedure, by }) => ({ type: 'MaterialsReceived', at, order, procedure, by })),
  ExtendProcedure: (command, state) => pass(command, state, (matter) => matter.extended[limitOf(matter)]?.said === `${command.at} ${command.days}`,
    ({ at, order, procedure, days, reason, approvedBy }, matter) => ({ type: 'ProcedureExtended', at, order, procedure, limit: limitOf(matter), days, reason, approvedBy })),
  SuspendProcedure: (command, state) => pass(command, state, (matter) => matter.waits === 'conclusion',
    ({ at, order, procedure, reason, by }) => ({ type: 'ProcedureSuspended', at, order, procedure, reason, by })),
  ResumeProcedure: (command, state) => pass(command, state, (matter) => matter.step === 'accepted' && matter.waits === undefined && matter.since === dayOf(command.at),
    ({ at, order, procedure, by }) => ({ type: 'ProcedureResumed', at, order, procedure, by })),
  ChallengeProcedure: (command, state) => pass(command, state, (matter) => matter.challenged,
    ({ at, order, procedure, route, by }) => ({ type: 'ProcedureChallenged', at, order, procedure, route, by })),
};

/** Before the application or its acceptance an extension is of the time to apply (WII 17), after it of the time to decide. */
export function limitOf(matter: Matter): 'apply' | 'decide' {
  return matter.step === 'accepted' ? 'decide' : 'apply';
}

/** A step of one matter: nothing where it holds already, refused where it is not open, else the event. */
function pass<C extends CourseCommand>(command: C, state: Handover, holds: (matter: Matter) => boolean, made: (command: C, matter: Matter) => HandoverEvent): readonly HandoverEvent[] {
  const { at, order, procedure } = command;
  const known = state.matters[key(order, procedure)];
  if (known && holds(known)) return [];
  const refusal = mayCourse[command.type](state);
  if (refusal) throw refusal;
  const matter = known && command.type === 'ChallengeProcedure' ? known : open(state, order, procedure); // What has come to its end can only be challenged.
  const passage = passages[command.type];
  if (!passage.open(matter)) throw refuse(passage.otherwise, { order, procedure });
  inOrder(dayOf(at), matter.step === 'handedOver' ? undefined : matter.since);
  return [made(command, matter)];
}

function pending(matter: Matter): boolean {
  return matter.step === 'handedOver' || matter.step === 'applied';
}
