import fc from 'fast-check';
import type { PublishedEvent } from '#libs/contracts/event.js';
import '#libs/contracts/catalogue.js';
import { holdersOf } from '#libs/contracts/holders.js';
import type { AssignmentEvent, RoutingDecision } from '#libs/contracts/routing.events.js';
import { fold } from '#libs/decider/decider.js';
import { Refusal } from '#libs/decider/refusal.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import { actions } from '#libs/runtime/action.js';
import type { Caller } from '#libs/security/caller.js';
import { standing } from '#libs/security/standing.js';
import type { AssignmentCommand } from '../../routing/assignment/assignment.decider.js';
import { assignment } from '../../routing/assignment/assignment.decider.js';
import { actionsOf } from './case-view.actions.js';

const caseId = '01a202d7-fb82-79c6-9585-04ddeb2ca280';
const at = '2026-03-18T09:00:00+08:00';
const order = (number: number): RoutingDecision['orders'][number] => ({ order: number, matter: 'wages', kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: ['W-01'], clocks: [] });
const decision: RoutingDecision = { mode: 'dispatch', orders: [order(0), order(1)], handover: [], handlingDivision: '439901', flags: {}, liableParties: [], mergedInto: null, pack: { division: '439900', version: 'v', hash: 'h' }, rows: [], inputs: {}, reason: { zh: '', en: '' } };
const demand = { origin: '12345', category: 'D01', kind: null, migrantWorker: true, complex: false, decidedOn: null };
const callers: readonly Caller[] = ['439900', '439901', '439902'].flatMap((division) => [undefined, 'inspectionBody', 'police'].flatMap((department) => (['officer', 'supervisor', 'inspector'] as const).map((role): Caller => ({ subject: `${role}-1`, roles: [role], divisions: [division], ...(department && { departments: [department] }) }))));
const units = [{ department: 'inspectionBody', division: '439901' }, { department: 'police', division: '439901' }, { department: 'inspectionBody', division: '439902' }];

/** As the door gives a step: whose order it is, then the decider. The answer is a code, or the events. */
function give(history: readonly PublishedEvent[], caller: Caller, command: AssignmentCommand & { readonly order?: number }): string | readonly AssignmentEvent[] {
  const events = history.map((event) => streamEvent<AssignmentEvent>(event));
  const action = [...actions.values()].find((each) => each.command === command.type)!;
  const refusal = standing(caller, action.hand, holdersOf(events), command.order);
  if (refusal) return refusal.code;
  try {
    return assignment.decide(command, fold(assignment, events));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function appended(history: readonly PublishedEvent[], events: readonly AssignmentEvent[]): readonly PublishedEvent[] {
  return [...history, ...events.map((event, i): PublishedEvent => ({ ...(published('routing', event) as { type: string; data: Record<string, unknown> }), position: String(history.length + i + 1), logId: 't', id: `e${history.length + i}`, caseId, stream: `assignment/${caseId}`, version: history.length + i + 1, meta: { actor: 'test' }, recordedAt: at }))];
}

describe('The list of steps', () => {
  const routing = [...actions.values()].filter(({ stream }) => stream === 'assignment').map(({ command, path }) => [command, path] as const);
  const fields = (to: (typeof units)[number], n: number): object => ({ to, clocks: [], assist: [], ground: 'LSR 13', reason: '理由', officer: `o${n}`, matter: 'housing', kind: 'complaint', category: 'D07' });
  const turn = fc.record({ who: fc.nat(callers.length - 1), what: fc.nat(routing.length - 1), order: fc.nat(1), to: fc.constantFrom(...units), n: fc.nat(5) });
  const begun = appended([], assignment.decide({ type: 'RouteCase', at, by: 'process:routing', receivedAt: at, division: '439901', decision, demand }, assignment.initial));

  const asked = { at, by: 'x:y', order: 0, ground: 'LSR 13', reason: '理由', clocks: [] } as const;
  const disputed = ([{ type: 'ObjectToDispatch', ...asked }, { type: 'RedispatchOrder', ...asked, to: units[2]! }, { type: 'ObjectToDispatch', ...asked }] as const)
    .reduce((history, command) => appended(history, assignment.decide(command, fold(assignment, history.map((event) => streamEvent<AssignmentEvent>(event))))), begun);

  it('offers the return visit to who did not handle the case, and to nobody who did', () => {
    const fact = (name: string, actor: string, data: object): PublishedEvent => ({ type: `resolution.${name}.v1`, data: { at, ...data }, position: '1', logId: 't', id: name, caseId, stream: `closure/${caseId}`, version: 1, meta: { actor }, recordedAt: at });
    const history = [fact('case-opened', 'process:resolution', { orders: [0], money: [], enquiries: [] }), fact('order-concluded', 'officer:o1', { order: 0, result: 'solved', by: 'officer:o1' }), fact('case-resolved', 'officer:o1', { result: 'solved', by: 'officer:o1' })];
    const calls = (subject: string): readonly string[] => {
      const { actions: open, refused } = actionsOf({ caseId, history, caller: { subject, roles: ['officer'], divisions: ['439900'] }, language: 'zh', now: at });
      return [...open.map(({ command }) => ({ command, code: 'open' })), ...refused].filter(({ command }) => command.startsWith('record-callback')).map(({ command, code }) => `${command} ${code}`);
    };
    expect(calls('o2')).toEqual(['record-callback open', 'record-callback-unreached open']);
    expect(calls('o1')).toEqual(['record-callback CALLBACK_BY_HANDLER', 'record-callback-unreached CALLBACK_BY_HANDLER']);
  });

  it('offers what the door takes, on the orders that it names, and refuses by the code of the door, in any state and to anybody', () => {
    const met = { open: new Set<string>(), refused: new Set<string>() };
    fc.assert(fc.property(fc.constantFrom(begun, disputed), fc.array(turn, { minLength: 1, maxLength: 15, size: 'max' }), (from, turns) => {
      let history = from;
      for (const { who, what, order: wanted, to, n } of turns) {
        const caller = callers[who]!;
        const [command, path] = routing[what]!;
        const { actions: open, refused } = actionsOf({ caseId, history, caller, language: 'zh', now: at });
        const listed = open.find((each) => each.command === path);
        const no = refused.find((each) => each.command === path);
        if (!listed && !no) continue; // Not this role's step.
        const step = (number: number): string | readonly AssignmentEvent[] => give(history, caller, { type: command, at, by: `x:${caller.subject}`, order: number, ...fields(to, n) } as never);
        if (no) {
          const answer = step(0);
          met.refused.add(`${command} ${no.code}`);
          if (typeof answer === 'string' || answer.length > 0) expect([command, answer]).toEqual([command, no.code]); // What holds already is no refusal.
        } else {
          met.open.add(command);
          for (const number of listed!.orders!) {
            const answer = step(number);
            if (typeof answer === 'string') expect([command, number, ['SAME_UNIT', 'SAME_DIVISION'].includes(answer), answer]).toEqual([command, number, true, answer]); // About a field, not about the state.
          }
          const others = holdersOf(history.map((event) => streamEvent<AssignmentEvent>(event))).orders.map((each) => each.order).filter((number) => !listed!.orders!.includes(number));
          for (const number of others) expect(typeof step(number) === 'string' || step(number).length === 0).toBe(true);
        }
        const done = step(wanted);
        if (typeof done !== 'string') history = appended(history, done);
      }
    }), { numRuns: 150 });
    expect(routing.map(([command]) => command).filter((command) => !met.open.has(command))).toEqual([]);
    expect(['SignOrder NOT_YOUR_ORDER', 'ObjectToDispatch ALREADY_SIGNED', 'SignOrder OBJECTION_PENDING', 'MaintainDispatch OWN_REFUSAL', 'DesignateBody NO_DISPUTE'].filter((each) => !met.refused.has(each))).toEqual([]);
  });
});
