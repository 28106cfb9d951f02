import { daysBetween } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import { countRule } from './clock-rows.js';
import type { Pause } from './due.js';
import { dueOf } from './due.js';
import type { KnownFacts } from './facts.js';
import type { Pack } from './pack.js';

type Law = Pick<Pack, 'clocks' | 'parameters' | 'calendar'>;

/** How a period of a person's right has run, with what interrupted and suspended it. */
export interface Run {
  readonly clock: string;
  /** The day on which it first began. */
  readonly start: Day;
  /** The day from which it counts now: the start, or the day that interrupted it. */
  readonly from: Day;
  readonly interruption: 'none' | 'restarted' | 'tooLate';
  readonly suspension: 'none' | 'over' | 'open';
  /** Undefined while it is suspended. */
  readonly lastDay: Day | undefined;
  /** A year on the way has no notice yet: the last day may move. */
  readonly isProvisional: boolean;
  /** Negative once it is over. */
  readonly daysLeft: number | undefined;
}

/** Periods that a claim or an admission interrupts; that of a work injury is none of limitation (WII 17), that of a suit on an award neither. */
const interruptible: ReadonlySet<string> = new Set(['ARB-LIMIT', 'ARB-LIMIT-WAGE', 'ARB-ENFORCE', 'LAND-LIMIT']);
const suspendable: ReadonlySet<string> = new Set([...interruptible, 'WI-WORKER']);

/** A period that began on `start`, as it stands on `today` (LDMA 27 paras 2 and 3; counted by b.1 rules 5 and 9). */
export function runOf(law: Law, clock: string, start: Day, facts: KnownFacts, today: Day): Run {
  const first = lastDayOf(law, clock, start, facts);
  const at = facts.interruptedOn;
  const heard = interruptible.has(clock) && at !== undefined && at > start && at <= today;
  const inTime = heard && (first.lastDay === undefined || at <= first.lastDay);
  const { lastDay, ...rest } = inTime ? lastDayOf(law, clock, at, facts) : first;
  return {
    clock, start, from: inTime ? at : start,
    interruption: inTime ? 'restarted' : heard ? 'tooLate' : 'none',
    ...rest, lastDay, daysLeft: lastDay === undefined ? undefined : daysBetween(today, lastDay),
  };
}

/** The day on which the limitation of a labour claim begins: of wages the end of the labour relation (LDMA 27 para 4), of others the day the worker knew. */
export function startOfLimitation(limitation: 'wages' | 'other', { terminatedOn, dismissedOn, knownOn }: KnownFacts): Day | undefined {
  return limitation === 'wages' ? terminatedOn ?? dismissedOn : knownOn ?? dismissedOn ?? terminatedOn;
}

/** Not over: running, or suspended. */
export function isOpen({ daysLeft }: Run): boolean {
  return daysLeft === undefined || daysLeft >= 0;
}

/** How far back inspection pursues (LSR 20): from the end of the violation, stopped for good by a report or complaint in time. Undefined where the end is not known. */
export function lookbackOf(law: Law, { violationEndedOn, reportedOn }: KnownFacts, today: Day): { readonly lastDay: Day; readonly stoppedOn: Day | undefined; readonly passed: boolean } | undefined {
  if (violationEndedOn === undefined) return undefined;
  const lastDay = counted(law, 'INSP-LOOKBACK', violationEndedOn, []).lastDay;
  const stoppedOn = reportedOn !== undefined && reportedOn <= lastDay && reportedOn <= today ? reportedOn : undefined;
  return { lastDay, stoppedOn, passed: stoppedOn === undefined && lastDay < today };
}

/** A suspension that is not over leaves the last day open, unless the period was over before it. */
function lastDayOf(law: Law, clock: string, from: Day, { forceMajeureFrom, forceMajeureTo }: KnownFacts): Pick<Run, 'lastDay' | 'isProvisional' | 'suspension'> {
  const plain = counted(law, clock, from, []);
  const reached = forceMajeureFrom !== undefined && forceMajeureFrom <= plain.lastDay && (forceMajeureTo === undefined || forceMajeureTo > from);
  if (!suspendable.has(clock) || !reached) return { ...plain, suspension: 'none' };
  if (forceMajeureTo === undefined || forceMajeureTo < forceMajeureFrom) return { lastDay: undefined, isProvisional: false, suspension: 'open' };
  return { ...counted(law, clock, from, [{ from: forceMajeureFrom, to: forceMajeureTo }]), suspension: 'over' };
}

function counted({ clocks, parameters, calendar }: Law, clock: string, from: Day, suspended: readonly Pause[]): { lastDay: Day; isProvisional: boolean } {
  const row = clocks.get(clock);
  if (!row) throw new Error(`The pack has no clock ${clock}.`);
  const { due, provisionalDue } = dueOf({ ...countRule(row, parameters), suspended }, from, calendar);
  return { lastDay: provisionalDue ?? due, isProvisional: provisionalDue !== undefined };
}
