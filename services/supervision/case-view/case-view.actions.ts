import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Holders, Holding } from '#libs/contracts/holders.js';
import { holdersOf } from '#libs/contracts/holders.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { AnyDecider } from '#libs/decider/decider.js';
import { fold } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import type { Action } from '#libs/runtime/action.js';
import { actions } from '#libs/runtime/action.js';
import type { FieldSchema } from '#libs/runtime/validation.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { isOf, standing } from '#libs/security/standing.js';
import { refuse as refuseClosure } from '../../resolution/closure/closure.refusals.js';
import { handlersOf } from '../../resolution/closure/handlers.projection.js';
import { clocks } from '../clocks/clock.decider.js';
import { openDesks } from './open-desks.js';
import type { ClockEffect } from './rehearse.js';
import { rehearse } from './rehearse.js';

interface Titled {
  readonly command: string;
  readonly service: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly ground: string;
}
export interface Open extends Titled {
  readonly method: 'POST';
  readonly href: string;
  /** The version of the stream that the step addresses: send it back as `If-Match`. */
  readonly version: number;
  readonly fields: FieldSchema;
  /** Orders of the case on which this caller may take it; null for a step that names none. */
  readonly orders: readonly number[] | null;
  /** What is known already, by field. */
  readonly prefill: Readonly<Record<string, unknown>>;
  readonly clocks: readonly ClockEffect[];
}
export interface Refused extends Titled {
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
}
/** One order, and how it is to this caller. */
export interface OwnOrder extends Pick<Holding, 'order' | 'unit' | 'step' | 'officer'> {
  readonly yours: 'officer' | 'unit' | 'no';
}

export interface Asking {
  readonly caseId: string;
  readonly history: readonly PublishedEvent[];
  readonly caller: Pick<Caller, 'subject' | 'roles' | 'divisions' | 'departments'>;
  readonly language: 'zh' | 'en';
  readonly now: Instant;
  /** By which the case's clocks run; without it nothing is said of clocks. */
  readonly law?: ClockLaw;
}

/** The steps that this caller may take on a case now, and those that the law refuses now, with the reason: by role, by who holds the order, and by the state. */
export function actionsOf(asking: Asking): { readonly orders: readonly OwnOrder[]; readonly actions: Open[]; readonly refused: Refused[] } {
  const { caseId, history, caller, language } = asking;
  const holders = holdersOf(eventsOf<AssignmentEvent>(history, `assignment/${caseId}`));
  const stage = stageOf(asking);
  const handled = (): boolean => handlersOf(history).includes(caller.subject);
  const open: Open[] = [];
  const refused: Refused[] = [];
  for (const action of actions.values()) {
    const decider = openDesks[action.stream];
    const role = inWhichOf(caller.roles, action.roles);
    if (!decider || !role) continue;
    const events = eventsOf<{ type: string }>(history, `${action.stream}/${caseId}`);
    const state: unknown = fold(decider, events);
    const fields = fieldsOf(action.request, language);
    const allowed = answerOf(action, decider, state, holders, role === 'worker' ? undefined : caller, 'order' in (fields.properties ?? {}));
    const answer: Answer = 'orders' in allowed && action.independent && handled() ? { refusal: refuseClosure('CALLBACK_BY_HANDLER') } : allowed;
    if ('refusal' in answer) {
      const { code, zh, en, ground = action.ground } = answer.refusal;
      refused.push({ ...titled(action), code, reason: { zh, en }, ground });
      continue;
    }
    const prefill = known(fields, holders, answer.orders);
    open.push({
      ...titled(action), method: 'POST', href: `/v1/${action.service}/cases/${caseId}/commands/${action.path}`, version: events.length, fields, orders: answer.orders, prefill,
      clocks: stage ? rehearse(action, decider, state, fields, prefill, { ...stage, by: `${role}:${caller.subject}` }) : [],
    });
  }
  return { orders: holders.orders.map((held) => own(held, caller)), actions: open, refused };
}

type Answer = { readonly orders: readonly number[] | null } | { readonly refusal: Refusal };

/** As the door answers: first whose order it is, then what the state allows. Of a step on an order, for each order; where none allows it, the no of the lead order. */
function answerOf({ hand, command }: Action, decider: AnyDecider, state: unknown, holders: Holders, caller: Asking['caller'] | undefined, onOrder: boolean): Answer {
  const may = (decider.may as Readonly<Record<string, ((state: unknown, order?: number) => Refusal | undefined) | undefined>>)[command];
  const no = (order?: number): Refusal | undefined => (caller && standing(caller, hand, holders, order)) ?? may?.(state, order);
  if (!onOrder || holders.orders.length === 0) {
    const refusal = no();
    return refusal ? { refusal } : { orders: null };
  }
  const orders = holders.orders.map(({ order }) => order).filter((order) => !no(order));
  return orders.length > 0 ? { orders } : { refusal: no(0)! };
}

/** What the case says of a form's fields: the order, where one is meant, and where that order is. */
function known({ properties = {}, required = [] }: FieldSchema, holders: Holders, orders: readonly number[] | null): Record<string, unknown> {
  const held = orders && holders.orders[orders[0]!];
  if (!held) return {};
  const { order, unit } = held;
  const place = !required.includes('division') && { division: unit?.division }; // Where a place must be named, it is another one.
  return Object.fromEntries(Object.entries({ order, ...place }).filter(([name, value]) => name in properties && value !== undefined));
}

function own({ order, unit, step, officer }: Holding, caller: Asking['caller']): OwnOrder {
  const mine = unit !== null && isOf(caller, unit);
  return { order, unit, step, officer, yours: !mine ? 'no' : officer === caller.subject ? 'officer' : 'unit' };
}

function stageOf({ caseId, history, now, law }: Asking): Parameters<typeof rehearse>[5] | undefined {
  return law && { caseId, now, by: '', law, clocks: fold(clocks, eventsOf(history, `clocks/${caseId}`)) };
}

function eventsOf<Event extends { readonly type: string }>(history: readonly PublishedEvent[], stream: string): Event[] {
  return history.filter((event) => event.stream === stream).map((event) => streamEvent<Event>(event));
}

function titled({ path, service, zh, en, ground }: Action): Titled {
  return { command: path, service, title: { zh, en }, ground };
}
