import type { Calendar } from '#libs/calendar/working-days.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { EscalationEvent } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import { dueOf, startOfBreach } from '#libs/policy/due.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { payment, unpaidOf } from '../resolution/payment/payment.decider.js';
import type { AnyDesk, Arm, Circumstances, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import type { ClockCommand, ClockEvent, Clocks } from './clocks/clock.decider.js';
import { clocks } from './clocks/clock.decider.js';
import { arm } from './clocks/fire.js';
import { movesOf } from './clocks/moves.js';
import { escalation, ladder } from './escalation/escalation.decider.js';

/** Supervision's two desks: the clocks of a case, and the ladder up which a breach climbs. */
export function supervisionDesks({ policies, streams }: Pick<Product, 'policies' | 'streams'>): readonly AnyDesk[] {
  const packOf = ({ division, version }: { division: string; version: string }): Pack => {
    const pack = policies.packNamed(division, version);
    if (!pack) throw new Error(`The policy pack ${division}/${version} is gone: running cases keep theirs.`);
    return pack;
  };
  const clockDesk: Desk<typeof clocks> = {
    service: 'supervision', stream: 'clocks', decider: clocks, arms: clockArms,
    prepare: async (command, circumstances) => clockCommand(command, circumstances, (ref, division) => lawFor(policies, division, packOf(ref))),
  };
  const escalationDesk: Desk<typeof escalation> = {
    service: 'supervision', stream: 'escalation', decider: escalation, arms: escalationArms,
    async prepare(command, { caseId, now }) {
      if (command.type === 'DelistFromSupervision') return { ...command, unpaid: unpaidOf((await streams.load(`payment/${caseId}`, payment)).state) };
      if (command.type !== 'RaiseEscalation' && command.type !== 'ClimbEscalation') return command;
      const { state } = await streams.load(`clocks/${caseId}`, clocks);
      const hours = command.type === 'RaiseEscalation' && state.pack ? packOf(state.pack).clocks.get(command.kind)?.unit === 'hours' : false;
      return { ...command, answerDue: answerDue(now, hours, state.pack && policies.calendarFor(state.division, packOf(state.pack))) };
    },
  };
  return [clockDesk, escalationDesk];
}

/** The law of a case: the rows of the pack that routed it, counted by the newest calendar announced for its place. */
export function lawFor(policies: Pick<Policies, 'calendarFor'>, division: string, pack: Pack): ClockLaw {
  return { rows: pack.clocks, parameters: pack.parameters, calendar: policies.calendarFor(division, pack), from: pack.from };
}

async function clockCommand(command: ClockCommand, { event, state }: Circumstances<Clocks>, lawOf: (ref: Clocks['pack'] & object, division: string) => ClockLaw): Promise<ClockCommand | undefined> {
  if ((command.type !== 'OpenClocks' && command.type !== 'MoveClocks') || !event) return command;
  const now = await state();
  if (command.type === 'OpenClocks') {
    const { decision, division, receivedAt } = event.data as never as { decision: RoutingDecision; division: string; receivedAt: Instant };
    return { ...command, division, pack: decision.pack, receivedAt, causedBy: event.id, moves: movesOf(event, now, lawOf(decision.pack, division)) };
  }
  if (!now.pack) return undefined;
  const moves = movesOf(event, now, lawOf(now.pack, now.division));
  return moves.length === 0 ? undefined : { ...command, causedBy: event.id, moves };
}

/** Every clock that runs has two armed times; one that stands still, is met or has ended has none. */
function clockArms(event: ClockEvent, caseId: string): readonly Arm[] {
  if (event.type === 'ClocksOpened') return [];
  const { clock } = event;
  const both = (warnAt: Instant | null, breachAt: Instant | null): readonly Arm[] => [
    arm(caseId, clock, 'warn', warnAt, { stream: 'clocks', command: { type: 'WarnOfClock', clock } as never }),
    arm(caseId, clock, 'breach', breachAt, { stream: 'clocks', command: { type: 'BreachClock', clock } as never }),
  ];
  switch (event.type) {
    case 'ClockStarted': case 'ClockRestarted': case 'ClockResumed': case 'ClockExtended': case 'ClockRescheduled': return both(event.warnAt, event.breachAt);
    case 'ClockPauseEnded': case 'ClockExtensionRefused': return []; // It stands as it stood.
    case 'ClockSuspended': case 'ClockSatisfied': case 'ClockCancelled': case 'ClockBreached': return both(null, null);
    case 'ClockWarned': return both(null, null).slice(0, 1);
  }
}

function escalationArms(event: EscalationEvent, caseId: string): readonly Arm[] {
  if (!('escalation' in event)) return [];
  const { escalation: id } = event;
  const due = event.type === 'EscalationRaised' && event.step < ladder.length ? event.answerDue : null;
  return [arm(caseId, id, 'climb', due, { stream: 'escalation', command: { type: 'ClimbEscalation', escalation: id } as never })];
}

const HOURS_TO_ANSWER = 2;

/** One working day to answer, two hours where the clock itself runs in hours (P: the region may set it). */
function answerDue(now: Instant, hours: boolean, calendar: Calendar | null): Instant {
  if (hours || !calendar) return instantOf(epochMs(now) + HOURS_TO_ANSWER * 3_600_000);
  const { due, provisionalDue } = dueOf({ n: 1, unit: 'workingDays' }, dayOf(now), calendar);
  return startOfBreach(due === 'PENDING_CALENDAR' ? provisionalDue! : due);
}
