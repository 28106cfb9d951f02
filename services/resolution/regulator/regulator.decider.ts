import type { askedOf, regulatorActions, RegulatorEvent } from '#libs/contracts/project.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { refuse } from './regulator.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
  readonly order: number;
}
type Subject = (typeof askedOf)[number];
type Answer = (typeof regulatorActions)[number];

export type RegulatorCommand = Given & (
  /** `division`: where the case is handled, read at the door. */
  | { readonly type: 'AskRegulator'; readonly department: string; readonly subject: Subject; readonly division?: string | undefined }
  | { readonly type: 'AnswerRegulator'; readonly department: string; readonly action: Answer; readonly project?: string | null | undefined; readonly reply?: Sealed | null | undefined }
);

interface Request {
  readonly subject: Subject;
  readonly on: Day;
  readonly answered: Answer | undefined;
}
export interface Regulators {
  /** By order and department. */
  readonly requests: Readonly<Record<string, Request>>;
}

const may = {
  AnswerRegulator: ({ requests }: Regulators) => (Object.values(requests).some(({ answered }) => answered === undefined) ? undefined : refuse('REGULATOR_NOT_ASKED')),
};

/** What the regulators of construction, transport and water are asked on a case, and what they answer (WPR 7): each has a clock of its own. */
export const regulator: Decider<Regulators, RegulatorCommand, RegulatorEvent> = { initial: { requests: {} }, decide, evolve, may };

function decide(command: RegulatorCommand, state: Regulators): readonly RegulatorEvent[] {
  const { at, order, by } = command;
  switch (command.type) {
    case 'AskRegulator': {
      const { department, subject, division = '' } = command;
      const known = state.requests[key(order, department)];
      if (known && known.answered === undefined) {
        if (known.subject === subject) return [];
        throw refuse('REGULATOR_ALREADY_ASKED', { department });
      }
      inOrder(dayOf(at), known?.on);
      return [{ type: 'RegulatorAsked', at, order, department, division, subject, by }];
    }
    case 'AnswerRegulator': {
      const { department, action } = command;
      const known = state.requests[key(order, department)];
      if (known?.answered === action) return [];
      ensure(may, command, state);
      if (!known || known.answered !== undefined) throw refuse('REGULATOR_NOT_ASKED', { department });
      inOrder(dayOf(at), known.on);
      return [{ type: 'RegulatorAnswered', at, order, department, action, project: command.project ?? null, reply: command.reply ?? null, by }];
    }
    default: return never(command);
  }
}

function evolve(state: Regulators, event: RegulatorEvent): Regulators {
  const on = dayOf(event.at);
  const id = key(event.order, event.department);
  switch (event.type) {
    case 'RegulatorAsked': return { requests: { ...state.requests, [id]: { subject: event.subject, on, answered: undefined } } };
    case 'RegulatorAnswered': return state.requests[id] ? { requests: { ...state.requests, [id]: { ...state.requests[id], on, answered: event.action } } } : state;
    default: return never(event);
  }
}

function key(order: number, department: string): string {
  return `${order} ${department}`;
}
