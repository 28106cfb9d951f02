import type { Right } from '#libs/contracts/resolution.events.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { ClockRow, Trigger } from '#libs/policy/clock-rows.js';
import { countRule, extensionAllowed, meets } from '#libs/policy/clock-rows.js';
import { dueOf } from '#libs/policy/due.js';
import { beforeSpringFestival } from '#libs/policy/festival.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { refuse } from './clock-law.refusals.js';
import type { Limitation, Limitations } from './limitation/limitation.decider.js';

/** A fact as its event will say it. */
interface Fact {
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Refuses an extension that no clock of the case's law allows, so that the desk does not grant what the clock would not follow. */
export function ensureExtension({ rows }: Pick<ClockLaw, 'rows'>, { on, data }: Fact, given: { readonly by: number; readonly before: number; readonly approvedBy: string }): void {
  const moved = [...rows.values()].filter((row) => moves(row.extends, { on, data }));
  if (moved.length === 0) throw refuse('EXTENSION_NOT_IN_LAW');
  const limits = moved.map((row) => extensionAllowed(row, given));
  if (limits.every((limit) => limit !== undefined)) throw refuse('EXTENSION_BEYOND_LAW', { limit: limits[0], allowed: moved[0]?.extension });
}

/** Refuses to let time stand still where no clock of the case's law knows that: an investigation stands still in Zhejiang, not everywhere. */
export function ensureSuspension({ rows }: Pick<ClockLaw, 'rows'>, fact: Fact): void {
  if (![...rows.values()].some((row) => moves(row.suspends, fact))) throw refuse('SUSPENSION_NOT_IN_LAW');
}

function moves(triggers: readonly Trigger[], { on, data }: Fact): boolean {
  return triggers.some((trigger) => trigger.on === on && meets(trigger, data));
}

/** Last day on which a party may ask for another day of hearing; undefined where the law sets none. */
export function lastDayToAdjourn(law: ClockLaw, hearingOn: Day): Day | undefined {
  return endOf(law, 'ARB-ADJ', hearingOn);
}

/** Last day on which the parties may ask for review or confirmation of their agreement; undefined where the law sets none. */
export function lastDayToConfirm(law: ClockLaw, clock: 'MED-ARBREVIEW' | 'MED-JUDCONF', agreedOn: Day): Day | undefined {
  return endOf(law, clock, agreedOn);
}

/** Last day on which both parties can still be called to a hearing; undefined where the law sets none. */
export function lastDayToCall(law: ClockLaw, hearingOn: Day): Day | undefined {
  return endOf(law, 'ARB-HEARNOTE', hearingOn);
}

/** Last day of the public notice before a wage account is closed; undefined where the law sets none. */
export function lastDayOfNotice(law: ClockLaw, announcedOn: Day): Day | undefined {
  return endOf(law, 'ACC-CLOSE', announcedOn);
}

/** Last day on which a closed case may be reopened at the person's wish; undefined where the law sets none. */
export function lastDayToReopen(law: ClockLaw, closedOn: Day): Day | undefined {
  return endOf(law, 'HOT-REOPEN', closedOn);
}

const LIMITS: Readonly<Record<Right, string>> = { labour: 'ARB-LIMIT', wages: 'ARB-LIMIT-WAGE', land: 'LAND-LIMIT', enforcement: 'ARB-ENFORCE' };

/** The rights whose time had run out before a day: nothing interrupts them any more. */
export function lapsed(law: ClockLaw, state: Limitations, on: Day): readonly string[] {
  return Object.entries(state.rights).flatMap(([name, right]) => (hasLapsed(law, right, on) ? [name] : []));
}

function hasLapsed(law: ClockLaw, { right, since, pauses, suspendedOn }: Limitation, on: Day): boolean {
  if (since === undefined || suspendedOn !== undefined) return false;
  const end = endOf(law, LIMITS[right], since, pauses);
  return end !== undefined && end < on;
}

function endOf({ rows, parameters, calendar }: ClockLaw, id: string, from: Day, suspended: Limitation['pauses'] = []): Day | undefined {
  const row: ClockRow | undefined = rows.get(id);
  if (!row) return undefined;
  const { due, provisionalDue } = dueOf({ ...countRule(row, parameters), suspended }, from, calendar);
  return dayOfEnd(provisionalDue ?? due);
}

function dayOfEnd(end: string): Day {
  return end.length === 10 ? end : dayOf(end);
}

/** The day before the Spring Festival that follows the year of the arrears: by then arrears of class B are to be cleared (S-SH21 七). Nothing where the pack does not know the festival of that year. */
export function clearing(pack: Pick<Pack, 'files'>, { flags, inputs }: Pick<RoutingDecision, 'flags' | 'inputs'>, on: Day): { clearZeroClass: 'B'; clearBy: Day } | undefined {
  if (flags['clearZeroClass'] !== 'B') return undefined;
  const clearBy = beforeSpringFestival(pack, yearOf(inputs, on) + 1);
  return clearBy === undefined ? undefined : { clearZeroClass: 'B', clearBy };
}

/** The year in which the arrears arose, as far as it is known (P: else the year in which they were established). */
function yearOf({ caseYear, periodTo }: Readonly<Record<string, unknown>>, on: Day): number {
  if (typeof caseYear === 'number') return caseYear;
  return Number((typeof periodTo === 'string' ? periodTo : on).slice(0, 4));
}
