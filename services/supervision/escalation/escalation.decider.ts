import type { EscalationEvent, Measure } from '#libs/contracts/supervision.events.js';
import { measures } from '#libs/contracts/supervision.events.js';
import type { Unit } from '#libs/contracts/routing.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { refuse } from './escalation.refusals.js';

export type { EscalationEvent } from '#libs/contracts/supervision.events.js';

interface Asked { readonly at: Instant; readonly by: string }

/** A rung as the pack has it for this case, worked out before the decision: who is addressed, by when an answer is due, and what follows by itself without one. */
export interface Given {
  readonly measure: Measure;
  readonly addressee: string;
  readonly unit: Unit | null;
  readonly division: string;
  readonly answerDue: Instant | null;
  readonly next: Measure | null;
}

/** A rung that a person gives on an order. `escalation`: the id of a new way up, where none by hand stands on that order. */
interface ByHand extends Asked {
  readonly escalation: string;
  readonly order: number;
  readonly given: Given;
  readonly text: Sealed | null;
  /** Staff id, where it is addressed to one person. */
  readonly to?: string | undefined;
  /** The office that gives it. */
  readonly from?: string | undefined;
}

export type EscalationCommand =
  /** `condition`: what set it off, by which the pack names the rung; `causedBy`: the event, where one did. */
  | Asked & { readonly type: 'RaiseEscalation'; readonly escalation: string; readonly condition: string; readonly clock: string | null; readonly kind: string; readonly order: number | null; readonly since?: Instant; readonly causedBy?: string; readonly given: Given }
  | Asked & { readonly type: 'ClimbEscalation'; readonly escalation: string; readonly given: Given | null }
  /** All of the case; those of a clock, or its `only` rung; or, of an order, those that these conditions set off. */
  | Asked & { readonly type: 'SettleEscalations'; readonly clock: string | null; readonly only?: Measure; readonly conditions?: readonly string[]; readonly order?: number; readonly causedBy: string }
  | Asked & { readonly type: 'AcknowledgeEscalation'; readonly escalation: string }
  | Asked & { readonly type: 'AnswerEscalation'; readonly escalation: string; readonly answer: Sealed }
  | Asked & { readonly type: 'RecordInterview'; readonly escalation: string; readonly attended: boolean; readonly record: Sealed | null }
  | ByHand & { readonly type: 'SendReminder' }
  | ByHand & { readonly type: 'IssueWrittenNotice' }
  | ByHand & { readonly type: 'ConveneInterview' }
  | ByHand & { readonly type: 'IssueCriticism' }
  | Asked & { readonly type: 'ProposeSupervision'; readonly flag: string }
  | Asked & { readonly type: 'ListForSupervision'; readonly reason: Sealed; readonly answerDue: Instant; readonly head?: string | null }
  | Asked & { readonly type: 'AnswerSupervision'; readonly answer: Sealed }
  /** `unpaid`: what the payment desk knows to be owed still, read at the door. */
  | Asked & { readonly type: 'DelistFromSupervision'; readonly solved: boolean; readonly unpaid?: number };

type Raised = Extract<EscalationEvent, { type: 'EscalationRaised' }>;
export type HandCommand = Extract<EscalationCommand, ByHand>;

/** The rung that each of a person's commands gives. */
export const handMeasures: Readonly<Record<HandCommand['type'], Measure>> = { SendReminder: 'reminder', IssueWrittenNotice: 'writtenNotice', ConveneInterview: 'interview', IssueCriticism: 'criticism' };

export interface Standing {
  readonly escalation: string;
  readonly clock: string | null;
  readonly kind: string;
  readonly order: number | null;
  readonly since: Instant | undefined;
  readonly step: number;
  readonly measure: Measure;
  readonly answerDue: Instant | null;
  readonly acknowledged: boolean;
  readonly answered: boolean;
  /** Of an interview: whether who was called in came; undefined until it was held. */
  readonly attended: boolean | undefined;
}

export interface Escalations {
  readonly open: readonly Standing[];
  /** Ids of every way up there ever was, and of the events that set one off: each does so once. */
  readonly raised: readonly string[];
  /** A limit of the authority was once broken. */
  readonly breached: boolean;
  readonly proposed: boolean;
  readonly listed: boolean;
  readonly answered: boolean;
}

const BY_HAND = 'byHand';

const may: Decider<Escalations, EscalationCommand, EscalationEvent>['may'] = {
  AcknowledgeEscalation: (state) => (state.open.length > 0 ? undefined : refuse('NO_OPEN_ESCALATION')),
  AnswerEscalation: (state) => (state.open.some((one) => !one.answered) ? undefined : refuse('NO_OPEN_ESCALATION')),
  RecordInterview: (state) => (state.open.some(({ measure }) => measure === 'interview') ? undefined : refuse('NO_INTERVIEW_CONVENED')),
  SendReminder: (state, order = 0) => standsAt('reminder', state, order),
  IssueWrittenNotice: (state, order = 0) => standsAt('writtenNotice', state, order),
  ConveneInterview: (state, order = 0) => standsAt('interview', state, order),
  IssueCriticism: (state, order = 0) => standsAt('criticism', state, order) ?? (state.breached || state.open.some(isCall) ? undefined : refuse('CRITICISM_UNFOUNDED')),
  ListForSupervision: (state) => (state.listed ? refuse('ALREADY_LISTED') : undefined),
  AnswerSupervision: (state) => (state.listed ? undefined : refuse('NOT_LISTED')),
  DelistFromSupervision: (state) => (state.listed ? undefined : refuse('NOT_LISTED')),
};

export const escalation: Decider<Escalations, EscalationCommand, EscalationEvent> = {
  initial: { open: [], raised: [], breached: false, proposed: false, listed: false, answered: false }, decide, evolve, may,
};

function decide(command: EscalationCommand, state: Escalations): readonly EscalationEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'RaiseEscalation': return raise(command, state);
    case 'ClimbEscalation': {
      const open = found(state, command.escalation);
      const { given } = command;
      if (!open || open.answered || !given || open.answerDue === null || stepOf(given.measure) <= open.step) return []; // Answered or settled meanwhile, or at the top.
      if (epochMs(at) < epochMs(open.answerDue)) return []; // Asked twice, it climbs once: this rung's time to answer still runs.
      return [raised(open, given, at)];
    }
    case 'SettleEscalations':
      return state.open.filter((one) => isMeant(one, command)).map(({ escalation }) => ({ type: 'EscalationSettled', at, escalation, causedBy: command.causedBy }));
    case 'AcknowledgeEscalation': {
      const open = found(state, command.escalation);
      if (open?.acknowledged) return [];
      ensure(may, command, state);
      if (!open) throw refuse('NO_SUCH_ESCALATION');
      return [{ type: 'EscalationAcknowledged', at, escalation: open.escalation, step: open.step, by }];
    }
    case 'AnswerEscalation': {
      const open = found(state, command.escalation);
      if (open?.answered) return [];
      ensure(may, command, state);
      if (!open) throw refuse('NO_SUCH_ESCALATION');
      return [{ type: 'EscalationAnswered', at, escalation: open.escalation, by, answer: command.answer }];
    }
    case 'RecordInterview': {
      ensure(may, command, state);
      const open = found(state, command.escalation);
      if (!open) throw refuse('NO_SUCH_ESCALATION');
      if (open.measure !== 'interview') throw refuse('NOT_AN_INTERVIEW');
      if (open.attended === true || open.attended === command.attended) return [];
      return [{ type: 'InterviewHeld', at, escalation: open.escalation, by, attended: command.attended, record: command.record }];
    }
    case 'SendReminder': case 'IssueWrittenNotice': case 'ConveneInterview': case 'IssueCriticism': return giveByHand(command, state);
    case 'ProposeSupervision':
      if (state.proposed || state.listed) return [];
      return [{ type: 'SupervisionProposed', at, flag: command.flag }];
    case 'ListForSupervision':
      ensure(may, command, state);
      return [{ type: 'SupervisionListed', at, by, reason: command.reason, answerDue: command.answerDue, ...(command.head && { head: command.head }) }];
    case 'AnswerSupervision':
      if (state.listed && state.answered) return [];
      ensure(may, command, state);
      return [{ type: 'SupervisionAnswered', at, by, answer: command.answer }];
    case 'DelistFromSupervision':
      ensure(may, command, state);
      if (!command.solved || (command.unpaid ?? 0) > 0) throw refuse('NOT_SOLVED');
      return [{ type: 'SupervisionDelisted', at, by, solved: true }];
    default: return never(command);
  }
}

/** A warning that stands goes on as the breach of its clock; what stands on a higher rung, unanswered, is not begun again below. */
function raise({ at, escalation: id, clock, kind, order, since, causedBy, given }: Extract<EscalationCommand, { type: 'RaiseEscalation' }>, state: Escalations): readonly EscalationEvent[] {
  if (state.raised.includes(id) || (causedBy !== undefined && state.raised.includes(causedBy))) return [];
  const standing = state.open.find((one) => (clock === null ? one.clock === null && one.kind === kind && one.order === order : one.clock === clock));
  if (standing && !standing.answered && stepOf(given.measure) <= standing.step) return [];
  const way = standing ?? { escalation: id, clock, kind, order, since };
  return [{ ...raised(way, given, at), ...(causedBy !== undefined && { causedBy }) }];
}

/** By hand a higher rung may be given at once, and any after an answer; the same or a lower one not while an answer is awaited. */
function giveByHand(command: HandCommand, state: Escalations): readonly EscalationEvent[] {
  const { at, by, order, given, text, to, from } = command;
  const refusal = may[command.type]?.(state, order);
  if (refusal) throw refusal;
  if (given.answerDue !== null && epochMs(given.answerDue) <= epochMs(at)) throw refuse('ANSWER_DUE_PASSED');
  const ground = command.type === 'IssueCriticism' ? groundOfCriticism(state, at) : undefined;
  const way = byHandOn(state, order) ?? { escalation: command.escalation, clock: null, kind: BY_HAND, order, since: undefined };
  return [{ ...raised(way, given, at), by, text, ...(to && { to }), ...(from && { from }), ...(ground && { ground }) }];
}

/** Nobody is criticised before other means have failed: a notice or an interview that found no answer in its time, or a limit that was broken. */
function groundOfCriticism({ open, breached }: Escalations, at: Instant): 'unanswered' | 'breach' {
  if (open.some((one) => isCall(one) && one.answerDue !== null && epochMs(one.answerDue) <= epochMs(at))) return 'unanswered';
  if (!breached) throw refuse('ANSWER_NOT_YET_DUE');
  return 'breach';
}

function raised({ escalation: id, clock, kind, order, since }: Pick<Standing, 'escalation' | 'clock' | 'kind' | 'order' | 'since'>, given: Given, at: Instant): Raised {
  const { measure, addressee, unit, division, answerDue, next } = given;
  return { type: 'EscalationRaised', at, escalation: id, clock, kind, step: stepOf(measure), addressee, measure, answerDue, order, unit, division, next, ...(since !== undefined && { since }) };
}

function evolve(state: Escalations, event: EscalationEvent): Escalations {
  const changed = (id: string, change: Partial<Standing>): Escalations => ({ ...state, open: state.open.map((one) => (one.escalation === id ? { ...one, ...change } : one)) });
  switch (event.type) {
    case 'EscalationRaised': {
      const { escalation: id, clock, kind, step, measure, answerDue, order = null, since, causedBy } = event;
      const standing = { escalation: id, clock, kind, order, since, step, measure, answerDue, acknowledged: false, answered: false, attended: undefined };
      return {
        ...state, raised: [...new Set([...state.raised, id, ...(causedBy === undefined ? [] : [causedBy])])], open: [...without(state, id), standing], breached: state.breached || (clock !== null && step > 0),
      };
    }
    case 'EscalationAcknowledged': return changed(event.escalation, { acknowledged: true });
    case 'EscalationAnswered': return changed(event.escalation, { answered: true });
    case 'InterviewHeld': return changed(event.escalation, { attended: event.attended, ...(event.attended && { answered: true }) });
    case 'EscalationSettled': return { ...state, open: without(state, event.escalation) };
    case 'SupervisionProposed': return { ...state, proposed: true };
    case 'SupervisionListed': return { ...state, listed: true, answered: false };
    case 'SupervisionAnswered': return { ...state, answered: true };
    case 'SupervisionDelisted': return { ...state, listed: false };
    default: return never(event);
  }
}

function isMeant({ clock, measure, kind, order }: Standing, command: Extract<EscalationCommand, { type: 'SettleEscalations' }>): boolean {
  if (command.conditions) return clock === null && command.conditions.includes(kind) && (command.order === undefined || order === null || order === command.order);
  return command.clock === null || (clock === command.clock && (command.only === undefined || measure === command.only));
}

function standsAt(measure: Measure, state: Escalations, order: number): ReturnType<typeof refuse> | undefined {
  const standing = byHandOn(state, order);
  return standing && !standing.answered && stepOf(measure) <= standing.step ? refuse('RUNG_AWAITS_ANSWER') : undefined;
}

function byHandOn({ open }: Escalations, order: number): Standing | undefined {
  return open.find((one) => one.kind === BY_HAND && one.order === order);
}

/** What calls somebody to account, and waits for the answer. */
function isCall({ measure, answered }: Standing): boolean {
  return (measure === 'writtenNotice' || measure === 'interview') && !answered;
}

function found({ open }: Escalations, id: string): Standing | undefined {
  return open.find((one) => one.escalation === id);
}

function without(state: Escalations, id: string): readonly Standing[] {
  return state.open.filter((one) => one.escalation !== id);
}

export function stepOf(measure: Measure): number {
  return measures.indexOf(measure);
}
