import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { addDays } from '#libs/calendar/day.js';
import { hearingsOf } from '#libs/contracts/tribunal.events.js';
import type { HearingsEvent } from '#libs/contracts/tribunal.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { ensure, fold } from '#libs/decider/decider.js';
import { readStreams } from '#libs/event-store/read.js';
import { Streams, streamEvent } from '#libs/event-store/streams.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { Policies } from '#libs/policy/in-force.js';
import { casesInScope, ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { arbitration } from '../arbitration/arbitration.decider.js';
import { ArbitrationDesk } from '../arbitration/arbitration.desk.js';
import type { Arbitration } from '../arbitration/arbitration.state.js';
import { Registers } from '../tribunal/registers.js';
import type { Register } from '../tribunal/registers.js';
import { refuse as refuseTribunal } from '../tribunal/tribunal.refusals.js';
import { ensureOwn } from '../tribunal/tribunal.controller.js';
import { isAway } from '../tribunal/tribunal.decider.js';
import { worksOn } from './hearings-calendar.js';
import type { Booking, Hearings, HearingsCommand } from './hearings.decider.js';
import { hearings } from './hearings.decider.js';
import { refuse } from './hearings.refusals.js';
import type { BookHearing, ReleaseHearing, SlotsQuery } from './hearings.requests.js';
import { freeSlots } from './slots.js';

const DAYS = 14;
const MINUTES = 60;
const SLOTS_MAX = 500;

/** Steps on the calendar. What the case itself would refuse is refused before its time is taken. */
@Injectable()
export class HearingsHandler {
  constructor(
    private readonly commands: CommandBus, private readonly streams: Streams, private readonly pool: Pool, private readonly registers: Registers, private readonly desk: ArbitrationDesk,
    private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  async list(division: string, on: Day, caller: Caller): Promise<object> {
    ensureOwn(division, caller);
    const { state: { bookings } } = await this.streams.load(`hearings/${hearingsOf(division, on)}`, hearings);
    const inside = await casesInScope(this.pool, caller, bookings.map((one) => one.case));
    const listed = [...bookings].filter((one) => inside.has(one.case)).sort((a, b) => (`${a.room} ${a.from}` < `${b.room} ${b.from}` ? -1 : 1));
    return { division, on, hearings: listed.map(({ case: caseId, room, online, from, to, arbitrators }) => ({ caseId, room, online, from, to, arbitrators })) };
  }

  async slots({ division, from, days = String(DAYS), minutes = String(MINUTES), room, caseId }: SlotsQuery, caller: Caller): Promise<object> {
    ensureOwn(division, caller);
    const { state: register } = await this.registers.of(division);
    const earliest = caseId === undefined ? from : await this.#earliest(caseId, from, caller);
    const panel = caseId === undefined ? [] : (await this.#arbitration(caseId)).panel;
    const now = this.clock.now();
    const wanted = Array.from({ length: Number(days) }, (_, n) => addDays(from, n)).filter((on) => on >= earliest && on >= dayOf(now) && worksOn(this.policies, division, on));
    const lists = await readStreams(this.pool, wanted.map((on) => `hearings/${hearingsOf(division, on)}`));
    const halls = Object.entries(register.rooms).filter(([name]) => room === undefined || name === room).map(([name, hall]) => ({ room: name, ...hall }));
    const found = wanted.flatMap((on) => {
      if (panel.some((one) => register.arbitrators[one] && isAway(register.arbitrators[one], on))) return [];
      const events = lists.get(`hearings/${hearingsOf(division, on)}`) ?? [];
      const { bookings } = fold(hearings, events.map((event) => streamEvent<HearingsEvent>(event)));
      return freeSlots(halls, bookings.filter((one) => one.case !== caseId), Number(minutes), panel).map((slot) => ({ on, ...slot }));
    }).filter(({ on, from: begin }) => on > dayOf(now) || begin > timeOf(now));
    return { division, slots: found.slice(0, SLOTS_MAX), more: found.length > SLOTS_MAX };
  }

  async book({ caseId, on, from, to, room, online = false, moved }: BookHearing, caller: Caller, key: string | undefined): Promise<Given> {
    await ensureInScope(this.pool, caller, caseId);
    const state = await this.#arbitration(caseId);
    const cause = causeOf(caller, inWhichOf(caller.roles, ['arbitrator']));
    const given = { at: this.clock.now(), by: cause.actor };
    const register = await this.desk.registerOf(caseId);
    if (!register) throw refuseTribunal('NO_SUCH_TRIBUNAL');
    const list = hearingsOf(register.division, on);
    const schedule = { type: 'ScheduleHearing' as const, ...given, hearingOn: on, room, from, to, online, list, moved };
    ensure(arbitration.may, schedule, state);
    arbitration.decide(await this.desk.complete(schedule, caseId, state), state); // Throws what the case would refuse.
    const standing = state.hearing && !state.hearing.held ? state.hearing : undefined;
    const replaces = standing?.list !== undefined && standing.list !== list ? standing.list : null;
    if (standing && !moved && !isSame(standing, { on, room, from, to })) throw refuse('MOVE_NEEDS_REASON');
    const booking: Booking = { case: caseId, room, online, from, to, arbitrators: [...state.panel] };
    const command: HearingsCommand = { type: 'BookHearing', ...given, ...booking, division: register.division, on, moved: moved ?? null, replaces, ...this.#dayLaw(register, on, booking) };
    const mac = this.index.macOfRequest(`book\n${canonicalJson({ caseId, on, from, to, room, online, moved: moved ?? null })}`);
    return this.commands.execute(new GiveCommand('hearings', list, command, cause, key ? { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac } } : {}));
  }

  async release({ caseId, on }: ReleaseHearing, caller: Caller): Promise<Given> {
    await ensureInScope(this.pool, caller, caseId);
    const register = await this.desk.registerOf(caseId);
    const list = register && hearingsOf(register.division, on);
    const booked = list && (await this.streams.load<Hearings, never>(`hearings/${list}`, hearings)).state.bookings.some((one) => one.case === caseId);
    if (!booked) throw refuse('NO_HEARING_BOOKED');
    const cause = causeOf(caller, inWhichOf(caller.roles, ['arbitrator', 'supervisor']));
    return this.commands.execute(new GiveCommand('hearings', list, { type: 'ReleaseHearing', at: this.clock.now(), by: cause.actor, case: caseId } as HearingsCommand, cause));
  }

  async #arbitration(caseId: string): Promise<Arbitration> {
    return (await this.streams.load(`arbitration/${caseId}`, arbitration)).state;
  }

  /** Not before its parties can be called in time, unless the procedure is simplified. */
  async #earliest(caseId: string, from: Day, caller: Caller): Promise<Day> {
    await ensureInScope(this.pool, caller, caseId);
    const { simplified } = await this.#arbitration(caseId);
    return simplified ? from : this.desk.firstDayToHear(caseId, from, dayOf(this.clock.now()), DAYS);
  }

  #dayLaw(register: Register, on: Day, { room, arbitrators }: Booking): { workingDay: boolean; open: Register['state']['rooms'][string] | null; away: string[] } {
    const { rooms, arbitrators: registered } = register.state;
    return {
      workingDay: worksOn(this.policies, register.division, on), open: Object.hasOwn(rooms, room) ? rooms[room]! : null,
      away: arbitrators.filter((one) => registered[one] !== undefined && isAway(registered[one], on)),
    };
  }
}

function isSame(hearing: NonNullable<Arbitration['hearing']>, { on, room, from, to }: { on: Day; room: string; from: string; to: string }): boolean {
  return hearing.on === on && hearing.room === room && hearing.from === from && hearing.to === to;
}

/** `2026-03-12T11:00:00+08:00` on the wall clock: 11:00. */
function timeOf(now: Instant): string {
  return now.slice(11, 16);
}
