import type { Unit } from '#libs/contracts/routing.events.js';
import type { CircularEvent } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { refuse } from './circular.refusals.js';

type Issued = Extract<CircularEvent, { type: 'CircularIssued' }>;
interface Asked { readonly at: Instant; readonly by: string }

export type CircularCommand =
  | Omit<Issued, 'type'> & { readonly type: 'IssueCircular' }
  | Asked & { readonly type: 'ReceiveCircular'; readonly unit: Unit }
  | Asked & { readonly type: 'AnswerCircular'; readonly unit: Unit; readonly answer: string }
  | Asked & { readonly type: 'MissAnswers' };

export interface Circular {
  readonly answerDue: Instant | null;
  /** By `department@division`: what each unit has done. */
  readonly units: Readonly<Record<string, { readonly unit: Unit; readonly received: boolean; readonly answer: string | null }>>;
  readonly missed: boolean;
}

const may: Decider<Circular, CircularCommand, CircularEvent>['may'] = {
  ReceiveCircular: ({ answerDue }) => (answerDue === null ? refuse('NO_SUCH_CIRCULAR') : undefined),
  AnswerCircular: ({ answerDue }) => (answerDue === null ? refuse('NO_SUCH_CIRCULAR') : undefined),
};

/** A dispatch circular: issued once, received and answered by each unit, and its missing answers named when the time is over (S-HN20 四(三)). */
export const circular: Decider<Circular, CircularCommand, CircularEvent> = { initial: { answerDue: null, units: {}, missed: false }, decide, evolve, may };

function decide(command: CircularCommand, state: Circular): readonly CircularEvent[] {
  ensure(may, command, state);
  const { at } = command;
  switch (command.type) {
    case 'IssueCircular': {
      if (state.answerDue !== null) return [];
      const { by, number, title, text, division, figures, position, units, answerDue, rule } = command;
      if (new Set(units.map(keyOf)).size < units.length) throw refuse('UNIT_TWICE');
      return [{ type: 'CircularIssued', at, by, number, title, text, division, figures, position, units: [...units], answerDue, rule }];
    }
    case 'ReceiveCircular': {
      const { unit } = command;
      return addressed(state, unit).received ? [] : [{ type: 'CircularReceived', at, by: command.by, unit }];
    }
    case 'AnswerCircular': {
      const { by, unit, answer } = command;
      const own = addressed(state, unit);
      if (own.answer === answer) return [];
      if (own.answer !== null) throw refuse('CIRCULAR_ANSWERED');
      const last = Object.values(state.units).every((one) => one === own || one.answer !== null);
      return [
        ...(own.received ? [] : [{ type: 'CircularReceived' as const, at, by, unit }]),
        { type: 'CircularAnswered', at, by, unit, answer, late: epochMs(at) >= epochMs(state.answerDue!) }, ...(last ? [{ type: 'CircularAllAnswered' as const, at }] : []),
      ];
    }
    case 'MissAnswers': {
      if (state.missed || state.answerDue === null || epochMs(at) < epochMs(state.answerDue)) return [];
      const units = Object.values(state.units).filter(({ answer }) => answer === null).map(({ unit }) => unit);
      return units.length === 0 ? [] : [{ type: 'CircularAnswersMissed', at, units }];
    }
    default: return never(command);
  }
}

function evolve(state: Circular, event: CircularEvent): Circular {
  switch (event.type) {
    case 'CircularIssued': return { answerDue: event.answerDue, missed: false, units: Object.fromEntries(event.units.map((unit) => [keyOf(unit), { unit, received: false, answer: null }])) };
    case 'CircularReceived': return withUnit(state, event.unit, { received: true });
    case 'CircularAnswered': return withUnit(state, event.unit, { answer: event.answer });
    case 'CircularAllAnswered': return state;
    case 'CircularAnswersMissed': return { ...state, missed: true };
    default: return never(event);
  }
}

function addressed(state: Circular, unit: Unit): Circular['units'][string] {
  const own = state.units[keyOf(unit)];
  if (!own) throw refuse('NOT_ADDRESSED');
  return own;
}

function withUnit(state: Circular, unit: Unit, change: Partial<Circular['units'][string]>): Circular {
  return { ...state, units: { ...state.units, [keyOf(unit)]: { ...state.units[keyOf(unit)]!, ...change } } };
}

export function keyOf({ department, division }: Unit): string {
  return `${department}@${division}`;
}
