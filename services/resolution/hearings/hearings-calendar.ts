import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { addDays } from '#libs/calendar/day.js';
import { placeOf } from '#libs/contracts/divisions.js';
import type { HearingsEvent } from '#libs/contracts/tribunal.events.js';
import { hearingsOf } from '#libs/contracts/tribunal.events.js';
import type { Day } from '#libs/contracts/time.js';
import { fold } from '#libs/decider/decider.js';
import { readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import { casesInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { arbitration } from '../arbitration/arbitration.decider.js';
import { Registers, upwards } from '../tribunal/registers.js';
import { ensureOwn } from '../tribunal/tribunal.controller.js';
import type { Booking } from './hearings.decider.js';
import { hearings } from './hearings.decider.js';
import type { CalendarQuery } from './hearings.requests.js';

const WEEK = 7;
const CASES_MAX = 200;

interface OpenCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly handlingDivision: string;
  readonly kind: string;
  readonly arbitrators: readonly string[];
}

/** What the calendar of an arbitration body shows: its days, and the cases that a day is looked for. */
@Injectable()
export class HearingsCalendar {
  constructor(private readonly pool: Pool, private readonly registers: Registers, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  async days({ division, from, days = String(WEEK) }: CalendarQuery, caller: Caller): Promise<object> {
    ensureOwn(division, caller);
    const { state: { rooms } } = await this.registers.of(division);
    const wanted = Array.from({ length: Number(days) }, (_, n) => addDays(from, n));
    const lists = await readStreams(this.pool, wanted.map((on) => `hearings/${hearingsOf(division, on)}`));
    const bookings = wanted.map((on) => fold(hearings, (lists.get(`hearings/${hearingsOf(division, on)}`) ?? []).map((event) => streamEvent<HearingsEvent>(event))).bookings);
    const cases = bookings.flat().map((one) => one.case);
    const [inside, numbers] = await Promise.all([casesInScope(this.pool, caller, cases), this.#numbers(cases)]);
    return {
      now: this.clock.now(), division, name: placeOf(division), from, rooms: Object.entries(rooms).map(([room, { opens, closes, online }]) => ({ room, opens, closes, online })),
      days: wanted.map((on, n) => ({ on, works: worksOn(this.policies, division, on), hearings: bookings[n]!.filter((one) => inside.has(one.case)).sort(byTime).map(({ case: caseId, ...rest }) => ({ caseId, caseNumber: numbers.get(caseId) ?? null, ...rest })) })),
    };
  }

  /** A case is heard by the nearest body that keeps a register: those of a body below are left out. */
  async waiting(division: string, caller: Caller): Promise<object> {
    ensureOwn(division, caller);
    const kept = new Set((await this.registers.kept(caller)).map((register) => register.division));
    const { rows } = await this.pool.query<OpenCase>(
      `SELECT p."caseId", c."caseNumber", c."handlingDivision", p.kind, p.arbitrators FROM resolution.panel_case p JOIN resolution.site_case c USING ("caseId")
       WHERE p.open AND NOT c.closed AND c."handlingDivision" LIKE ANY($1) ORDER BY c."receivedAt", p."caseId" LIMIT ${CASES_MAX}`, [scopeOf({ divisions: [division] }).patterns()]);
    const own = rows.filter(({ handlingDivision }) => upwards(handlingDivision).find((one) => kept.has(one)) === division);
    const lives = await readStreams(this.pool, own.map(({ caseId }) => `arbitration/${caseId}`));
    return {
      division, cases: own.map(({ caseId, caseNumber, kind, arbitrators }) => {
        const { hearing } = fold(arbitration, (lives.get(`arbitration/${caseId}`) ?? []).map((event) => streamEvent<never>(event)));
        return { caseId, caseNumber, kind, arbitrators, hearing: hearing && !hearing.held ? { on: hearing.on, from: hearing.from ?? null, to: hearing.to ?? null, room: hearing.room } : null };
      }),
    };
  }

  async #numbers(cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ caseId: string; caseNumber: string }>('SELECT "caseId", "caseNumber" FROM resolution.site_case WHERE "caseId" = ANY($1::uuid[])', [cases]);
    return new Map(rows.map(({ caseId, caseNumber }) => [caseId, caseNumber]));
  }
}

/** True on days on which offices work, make-up days with them. */
export function worksOn(policies: Pick<Policies, 'packToDecide' | 'calendarFor'>, division: string, on: Day): boolean {
  const pack = policies.packToDecide(division, on);
  const kind = pack && policies.calendarFor(division, pack).kindOf(on).kind;
  return kind === 'working' || kind === 'makeUp';
}

function byTime(a: Booking, b: Booking): number {
  return `${a.from} ${a.room}` < `${b.from} ${b.room}` ? -1 : 1;
}
