import type { EscalationEvent } from '#libs/contracts/supervision.events.js';
import { epochMs } from '#libs/contracts/time.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { refuse } from './escalation.refusals.js';

export type { EscalationEvent } from '#libs/contracts/supervision.events.js';

interface Asked { readonly at: Instant; readonly by: string }

export type EscalationCommand =
  | Asked & { readonly type: 'RaiseEscalation'; readonly escalation: string; readonly clock: string; readonly kind: string; readonly answerDue: Instant }
  | Asked & { readonly type: 'ClimbEscalation'; readonly escalation: string; readonly answerDue: Instant }
  | Asked & { readonly type: 'SettleEscalations'; readonly clock: string | null; readonly causedBy: string }
  | Asked & { readonly type: 'AnswerEscalation'; readonly escalation: string; readonly answer: string }
  | Asked & { readonly type: 'ProposeSupervision'; readonly flag: string }
  | Asked & { readonly type: 'ListForSupervision'; readonly reason: string; readonly answerDue: Instant; readonly head?: string | null }
  | Asked & { readonly type: 'AnswerSupervision'; readonly answer: Sealed }
  /** `unpaid`: what the payment desk knows to be owed still, read at the door. */
  | Asked & { readonly type: 'DelistFromSupervision'; readonly solved: boolean; readonly unpaid?: number };

type Raised = Extract<EscalationEvent, { type: 'EscalationRaised' }>;

/** The ladder, rung by rung: who is addressed and how. Ownerless cases enter at the same place: the head of the unit. */
export const ladder: readonly Pick<Raised, 'addressee' | 'measure'>[] = [
  { addressee: 'unitHead', measure: 'reminder' },
  { addressee: 'divisionSupervisor', measure: 'writtenNotice' },
  { addressee: 'superiorSupervisor', measure: 'interview' },
];

interface Open { readonly escalation: string; readonly clock: string | null; readonly kind: string; readonly step: number; readonly answerDue: Instant; readonly answered: boolean }

export interface Escalations {
  readonly open: readonly Open[];
  readonly raised: readonly string[];
  readonly proposed: boolean;
  readonly listed: boolean;
  readonly answered: boolean;
}

const may: Decider<Escalations, EscalationCommand, EscalationEvent>['may'] = {
  AnswerEscalation: (state) => (state.open.some((one) => !one.answered) ? undefined : refuse('NO_OPEN_ESCALATION')),
  ListForSupervision: (state) => (state.listed ? refuse('ALREADY_LISTED') : undefined),
  AnswerSupervision: (state) => (state.listed ? undefined : refuse('NOT_LISTED')),
  DelistFromSupervision: (state) => (state.listed ? undefined : refuse('NOT_LISTED')),
};

export const escalation: Decider<Escalations, EscalationCommand, EscalationEvent> = {
  initial: { open: [], raised: [], proposed: false, listed: false, answered: false }, decide, evolve, may,
};

function decide(command: EscalationCommand, state: Escalations): readonly EscalationEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'RaiseEscalation':
      if (state.raised.includes(command.escalation)) return [];
      return [{ type: 'EscalationRaised', at, escalation: command.escalation, clock: command.clock, kind: command.kind, step: 1, ...ladder[0]!, answerDue: command.answerDue }];
    case 'ClimbEscalation': {
      const open = state.open.find((one) => one.escalation === command.escalation);
      const rung = open && ladder[open.step];
      if (!open || open.answered || !rung) return []; // Answered or settled meanwhile, or at the top.
      if (epochMs(at) < epochMs(open.answerDue)) return []; // Asked twice, it climbs once: this rung's time to answer still runs.
      return [{ type: 'EscalationRaised', at, escalation: open.escalation, clock: open.clock, kind: open.kind, step: open.step + 1, ...rung, answerDue: command.answerDue }];
    }
    case 'SettleEscalations':
      return state.open.filter((one) => command.clock === null || one.clock === command.clock)
        .map(({ escalation }) => ({ type: 'EscalationSettled', at, escalation, causedBy: command.causedBy }));
    case 'AnswerEscalation': {
      const open = state.open.find((one) => one.escalation === command.escalation);
      if (open?.answered) return [];
      ensure(may, command, state);
      if (!open) throw refuse('NO_SUCH_ESCALATION');
      return [{ type: 'EscalationAnswered', at, escalation: open.escalation, by, answer: command.answer }];
    }
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

function evolve(state: Escalations, event: EscalationEvent): Escalations {
  switch (event.type) {
    case 'EscalationRaised': {
      const { escalation, clock, kind, step, answerDue } = event;
      return { ...state, raised: [...new Set([...state.raised, escalation])], open: [...without(state, escalation), { escalation, clock, kind, step, answerDue, answered: false }] };
    }
    case 'EscalationAnswered': return { ...state, open: state.open.map((one) => (one.escalation === event.escalation ? { ...one, answered: true } : one)) };
    case 'EscalationSettled': return { ...state, open: without(state, event.escalation) };
    case 'SupervisionProposed': return { ...state, proposed: true };
    case 'SupervisionListed': return { ...state, listed: true, answered: false };
    case 'SupervisionAnswered': return { ...state, answered: true };
    case 'SupervisionDelisted': return { ...state, listed: false };
    default: return never(event);
  }
}

function without(state: Escalations, escalation: string): readonly Open[] {
  return state.open.filter((one) => one.escalation !== escalation);
}
