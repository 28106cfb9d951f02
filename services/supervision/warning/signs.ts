import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { dayOf, instantOf } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { Streams } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope, scopeOf } from '#libs/security/scope.js';
import { isOf } from '#libs/security/standing.js';
import { clocks } from '../clocks/clock.decider.js';
import type { Asking, StreamStep } from '../stream-door.js';
import { StreamDoor } from '../stream-door.js';
import type { MonthCount } from './season.js';
import { forecast } from './season.js';
import { sign as decider } from './sign.decider.js';
import { refuse } from './sign.refusals.js';
import type { AnswerWarning, RaiseWarning, WarnedBody } from './sign.requests.js';
import { signSteps } from './sign.requests.js';
import type { Sign } from './sign.state.js';
import type { SignRow } from './sign-view.projection.js';
import type { SeasonQuery, SignsQuery } from './signs.queries.js';

type Stored = Omit<SignRow, 'foundAt' | 'grewAt' | 'endedAt' | 'amount'> & { readonly foundAt: Date; readonly grewAt: Date | null; readonly endedAt: Date | null; readonly amount: string };

const WORST_FIRST = `array_position(ARRAY['red','yellow','blue'], s.level), s."foundAt" DESC, s.sign`;
/** A sign concerns whoever has one of its cases, was warned of it, or stands above all of it. */
const CONCERNS = `(s.division LIKE ANY($1) OR EXISTS (SELECT 1 FROM jsonb_array_elements(s.places || s.bodies) p WHERE p->>'division' LIKE ANY($1)))`;
const OPEN = ['found', 'warned'];
const CASES_MAX = 200;

/** Reads signs as far as a caller may see them, and takes steps on them. */
@Injectable()
export class Signs {
  constructor(
    private readonly pool: Pool, private readonly streams: Streams, private readonly door: StreamDoor, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies,
  ) {}

  now(): string {
    return this.clock.now();
  }

  async list({ state, level, kind, limit = '200' }: SignsQuery, caller: Caller): Promise<readonly object[]> {
    const states = state === 'open' ? OPEN : state === undefined ? null : [state];
    const { rows } = await this.pool.query<Stored>(
      `SELECT s.* FROM supervision.early_sign s WHERE ${CONCERNS} AND ($2::text[] IS NULL OR s.state = ANY($2)) AND ($3::text IS NULL OR s.level = $3) AND ($4::text IS NULL OR s.kind = $4) ORDER BY ${WORST_FIRST} LIMIT $5`,
      [scopeOf(caller).patterns(), states, level ?? null, kind ?? null, Number(limit)]);
    return rows.map((row) => this.#line(row, caller));
  }

  /** A sign with the cases that lie in the caller's divisions, what was said, and until when each body is to answer. */
  async show(sign: string, caller: Caller): Promise<object> {
    const row = await this.#row(sign, caller);
    const patterns = scopeOf(caller).patterns();
    const { rows: cases } = await this.pool.query<{ receivedAt: Date; unpaid: string }>(
      `SELECT "caseId", "caseNumber", division, "handlingDivision", state, lead, "receivedAt", unpaid, closed FROM supervision.case_view
       WHERE "caseId" = ANY($1::uuid[]) AND (division LIKE ANY($2) OR "handlingDivision" LIKE ANY($2)) ORDER BY "receivedAt" DESC, "caseId" LIMIT ${CASES_MAX}`, [row.cases, patterns]);
    const { rows: escalations } = await this.pool.query<{ raisedAt: Date; answerDue: Date }>(
      `SELECT escalation, kind, step, addressee, measure, "raisedAt", "answerDue", status FROM supervision.escalation_view WHERE "caseId" = $1 ORDER BY "raisedAt" DESC LIMIT 50`, [sign]);
    return {
      now: this.now(), ...this.#line(row, caller), ...(await this.#said(row, caller)),
      cases: cases.map((one) => ({ ...one, unpaid: Number(one.unpaid), receivedAt: instantOf(one.receivedAt.getTime()) })),
      escalations: escalations.map((one) => ({ ...one, raisedAt: instantOf(one.raisedAt.getTime()), answerDue: instantOf(one.answerDue.getTime()) })),
    };
  }

  async visible(sign: string, caller: Caller): Promise<{ readonly state: Sign; readonly version: number; readonly row: Stored }> {
    const row = await this.#row(sign, caller);
    return { ...(await this.streams.load<Sign, never>(`sign/${sign}`, decider)), row };
  }

  async step(sign: string, path: string, body: unknown, asking: Asking): Promise<Given> {
    const step = this.door.stepOf(signSteps, path, asking.caller);
    const { row, state } = await this.visible(sign, asking.caller);
    const fields = await this.door.formOf(step.request, body);
    this.#ensureScope(step, fields, row, state, asking.caller);
    return this.door.give('sign', sign, step, fields, asking);
  }

  /** What the decision allows, as far as this caller may. */
  may(row: Stored, caller: Caller): typeof decider.may {
    const beyond = (state: Sign): Refusal | undefined => (this.#reaches(row, state, caller) ? undefined : refuse('SIGN_BEYOND_SCOPE'));
    return {
      ...decider.may,
      AnswerWarning: (state) => decider.may.AnswerWarning?.(state) ?? (state.episode!.bodies.some((body) => isOf(caller, body)) ? undefined : refuse('NOT_THE_BODY')),
      CloseWarning: (state) => decider.may.CloseWarning?.(state) ?? beyond(state), DismissSign: (state) => decider.may.DismissSign?.(state) ?? beyond(state),
    };
  }

  async season({ division = '000000', year }: SeasonQuery, caller: Caller): Promise<object> {
    const now = this.now();
    const of = Number(year ?? now.slice(0, 4));
    const { rows } = await this.pool.query<MonthCount>(
      `SELECT extract(year FROM t)::int AS year, extract(month FROM t)::int AS month, count(*)::int AS cases FROM (SELECT "receivedAt" AT TIME ZONE 'Asia/Shanghai' AS t FROM supervision.case_view
         WHERE (division LIKE ANY($1) OR "handlingDivision" LIKE ANY($1)) AND division LIKE ANY($2)) c GROUP BY 1, 2`, [scopeOf(caller).patterns(), scopeOf({ divisions: [division] }).patterns()]);
    return { now, division, year: of, months: forecast(rows, of) };
  }

  /** Who acts, acts within its own divisions: a district warns its own bodies; what reaches further is ended by the office above. */
  #ensureScope({ command }: StreamStep, fields: object, row: Stored, state: Sign, caller: Caller): void {
    switch (command) {
      case 'RaiseWarning': {
        const wrong = (fields as RaiseWarning).bodies.filter((body) => !this.#isBody(body, caller));
        if (wrong.length > 0) throw refuse('NO_SUCH_BODY', { bodies: wrong.map(({ department, division }) => `${department} ${division}`) });
        return;
      }
      case 'AnswerWarning': {
        if (!isOf(caller, fields as AnswerWarning)) throw refuse('NOT_THE_BODY');
        return;
      }
      default: if (!this.#reaches(row, state, caller)) throw refuse('SIGN_BEYOND_SCOPE');
    }
  }

  /** True where the caller stands above all of the sign. */
  #reaches(row: Stored, { episode }: Sign, caller: Caller): boolean {
    const places = [...row.places, ...(episode?.bodies ?? []), ...(row.places.length === 0 ? [row] : [])];
    return places.every(({ division }) => inScope(caller.divisions, division));
  }

  #isBody({ department, division }: WarnedBody, caller: Caller): boolean {
    if (!divisionNamed(division) || !inScope(caller.divisions, division)) return false;
    const departments = this.policies.packToDecide(division, dayOf(this.now()))?.departments ?? {};
    return Object.hasOwn(departments, department) && departments[department]!.ordered !== false;
  }

  async #row(sign: string, caller: Caller): Promise<Stored> {
    if (!isUuid(sign)) throw refuse('NO_SUCH_SIGN');
    const { rows: [row] } = await this.pool.query<Stored>(`SELECT s.* FROM supervision.early_sign s WHERE ${CONCERNS} AND s.sign = $2`, [scopeOf(caller).patterns(), sign]);
    if (!row) throw refuse('NO_SUCH_SIGN');
    return row;
  }

  #line(row: Stored, caller: Caller): object {
    const { sign, position, kind, name, creditCode, division, episode, basis, level, rule, season, pack, places, cases, workers, amount, state, foundAt, grewAt, endedAt, result, bodies } = row;
    const own = places.filter((place) => inScope(caller.divisions, place.division));
    const mine = own.reduce((sum, place) => sum + place.cases, 0);
    const law = this.policies.packNamed(pack.division, pack.version)?.parameters.earlySigns;
    const named = (id: string | null, rows: readonly { id: string; zh: string; en: string; source: string }[] = []): object | null => rows.filter((one) => one.id === id).map(({ zh, en, source }) => ({ id, zh, en, source }))[0] ?? (id === null ? null : { id });
    return {
      sign, position, kind, name, creditCode, division, episode, basis, level, rule: basis === 'projectEnd' && rule === 'projectEnd' ? { id: rule, source: law?.projectEnd.source } : named(rule, law?.levels), season: named(season, law?.seasons),
      total: { cases: cases.length, districts: places.length, workers, amount: Number(amount) }, places: own, others: { cases: cases.length - mine, districts: places.length - own.length },
      state, foundAt: instantOf(foundAt.getTime()), grewAt: grewAt && instantOf(grewAt.getTime()), endedAt: endedAt && instantOf(endedAt.getTime()), result,
      warned: bodies.length, answered: bodies.filter(({ answeredAt }) => answeredAt !== null).length,
    };
  }

  /** The words of a warning are for those who gave it and those who got it: a body of another place sees that it was warned, not what it answered. */
  async #said({ sign, text, endText, bodies }: Stored, caller: Caller): Promise<object> {
    const answers = bodies.map((body) => (inScope(caller.divisions, body.division) ? body.answer : null));
    const [said, end, ...opened] = await this.door.texts([text, endText, ...answers]);
    const due = [...(await this.streams.load(`clocks/${sign}`, clocks)).state.clocks.values()].filter(({ kind }) => kind === 'SIGN-ANSWER');
    return {
      text: said, endText: end,
      bodies: bodies.map(({ department, division, raisedAt, answeredAt, action }, i) => {
        const limit = due.filter(({ part }) => part === `${department} ${division}`).at(-1);
        return { department, division, raisedAt, answeredAt, action, answer: opened[i] ?? null, due: limit?.provisionalDue ?? limit?.due ?? null, breached: limit?.breached ?? false };
      }),
    };
  }
}
