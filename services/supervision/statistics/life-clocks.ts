import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, isDay, isInstant, startOfDay } from '#libs/contracts/time.js';
import type { ClockLife, Life } from './life.js';
import { counted, without } from './life.js';

/** The limit for the first contact, as every pack names it. */
const CONTACT = 'HOT-CONTACT';
const DAY_MS = 86_400_000;

type Started = Extract<ClockEvent, { type: 'ClockStarted' }>;
type Data = Started & { readonly onTime: boolean };

/** Limits of authorities. A clock is counted when it is met, and from its breach on while it is open and not suspended; cancelled ones never. */
export function afterClock(life: Life, event: PublishedEvent): Life {
  const { clock: id, due, kind, order, rule } = event.data as never as Data;
  if (event.type === 'supervision.clock-started.v1') {
    if (rule.duty !== 'authority') return life;
    return withClock(life, id, { kind, order: order ?? 0, due, status: 'running', breached: false });
  }
  const clock = life.clocks[id];
  if (!clock) return life; // A person's or an employer's.
  switch (event.type) {
    case 'supervision.clock-restarted.v1': return open(life, id, { ...clock, due, breached: false }, event);
    case 'supervision.clock-extended.v1':
    case 'supervision.clock-rescheduled.v1': return open(life, id, { ...clock, due, breached: clock.breached && clock.due === due }, event);
    case 'supervision.clock-resumed.v1': return open(life, id, { ...clock, due, status: 'running', breached: clock.breached && clock.due === due }, event);
    case 'supervision.clock-suspended.v1': return open(life, id, { ...clock, status: 'suspended' }, event);
    case 'supervision.clock-breached.v1': return open(life, id, { ...clock, breached: true }, event);
    case 'supervision.clock-satisfied.v1': return met(life, id, clock, event);
    case 'supervision.clock-cancelled.v1': return without(withClock(life, id, { ...clock, status: 'ended' }), id, ...(isContact(clock) ? ['contact'] : []));
    default: return life;
  }
}

/** An open clock: counted while it runs beyond its due day. */
function open(life: Life, id: string, clock: ClockLife, event: PublishedEvent): Life {
  const next = withClock(life, id, clock);
  if (clock.status === 'ended') return next;
  const day = dueDay(clock.due);
  if (!clock.breached || clock.status !== 'running' || !day) return without(next, id, ...(isContact(clock) ? ['contact'] : []));
  return also(counted(next, id, 'clockOverdue', event, { day, part: clock.kind, order: clock.order }), clock, 'contactOverdue', day, event);
}

function met(life: Life, id: string, clock: ClockLife, event: PublishedEvent): Life {
  const { at, onTime } = event.data as never as { at: Instant; onTime: boolean };
  const next = withClock(life, id, { ...clock, status: 'ended' });
  const day = dueDay(clock.due);
  if (!day) return next; // Its due date waits for a calendar: it fell due in no period.
  const { kind: part, order } = clock;
  if (onTime) return also(counted(next, id, 'clockMet', event, { day, part, order }), clock, 'contactMet', day, event);
  const late = counted(next, id, 'clockLate', event, { day, part, order });
  const daysLate = (Date.parse(startOfDay(dayOf(at))) - Date.parse(startOfDay(day))) / DAY_MS;
  return also(counted(late, `${id}/late`, 'lateMet', event, { part, order, amount: daysLate }), clock, 'contactLate', day, event);
}

/** The first contact of the parent order, once a case: where its limit was set again, the last one counts. */
function also(life: Life, clock: ClockLife, kind: 'contactMet' | 'contactLate' | 'contactOverdue', day: Day, event: PublishedEvent): Life {
  return isContact(clock) ? counted(life, 'contact', kind, event, { day }) : life;
}

function isContact({ kind, order }: ClockLife): boolean {
  return kind === CONTACT && order === 0;
}

function withClock(life: Life, id: string, clock: ClockLife): Life {
  return { ...life, clocks: { ...life.clocks, [id]: clock } };
}

/** The last day on which it can be met; none while the calendar is not announced. */
function dueDay(due: string): Day | undefined {
  return isDay(due) ? due : isInstant(due) ? dayOf(due) : undefined;
}
