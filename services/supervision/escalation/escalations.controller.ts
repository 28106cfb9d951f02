import { Controller, Get, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { Repository } from 'typeorm';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { isInstant } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { refuse } from '../case-view/case-view.refusals.js';
import { CaseViewTable } from '../case-view/case-view.table.js';
import { EscalationTable } from './escalation-view.js';
import { EscalationsQuery } from './escalation.requests.js';

type Rows = SelectQueryBuilder<EscalationTable>;

const UNANSWERED = `e.status = 'open' AND e."answerDue" IS NOT NULL`;
const OVERDUE = `e.status = 'open' AND e."answerDue" <= :now::timestamptz`;
const GIVEN = `e.by IS NOT NULL AND e."from" LIKE ANY(:scope)`;

/** What stands on the ladder, the first due first. */
@Controller('v1/supervision')
export class EscalationsController {
  constructor(@InjectRepository(EscalationTable) private readonly table: Repository<EscalationTable>, private readonly clock: Clock) {}

  @Get('escalations') @Roles(...DESK_ROLES)
  async list(@Query() query: EscalationsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const now = this.clock.now();
    const limit = Number(query.limit ?? 200);
    const scoped = (): Rows => this.table.createQueryBuilder('e').innerJoinAndMapOne('e.case', CaseViewTable, 'c', 'c."caseId" = e."caseId"').setParameters({ now, scope: scopeOf(caller).patterns(), ...own(caller) })
      .where('(c.division LIKE ANY(:scope) OR c."handlingDivision" LIKE ANY(:scope))').andWhere(`e.status <> 'settled'`);
    const page = filtered(scoped(), query, caller);
    if (query.cursor !== undefined) {
      const [due, id] = cursorOf(query.cursor);
      page.andWhere(`(COALESCE(e."answerDue", 'infinity'), e.escalation) > (:due::timestamptz, :id::uuid)`, { due, id });
    }
    const rows = (await page.orderBy(`COALESCE(e."answerDue", 'infinity')`).addOrderBy('e.escalation').limit(limit).getMany()) as (EscalationTable & { case: CaseViewTable })[];
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      now, escalations: rows.map(({ case: { caseNumber, handlingDivision, lead, state }, ...row }) => ({ ...row, caseNumber, handlingDivision, lead, state })),
      ...(query.cursor === undefined && { counts: await countsOf(scoped(), caller) }), next: last ? Buffer.from(`${last.answerDue ?? 'infinity'}|${last.escalation}`).toString('base64url') : null,
    };
  }
}

/** Who this caller is to the ladder: a person, a body of exactly these places, and their supervisor where the role is held. */
function own({ subject, divisions, departments }: Caller): Record<string, unknown> {
  return { subject, places: divisions, departments: departments ?? [] };
}

/** That the caller is addressed: by name; as the supervisor of that very place; or as the body that holds the order. Who sees a wider place is not meant by it. */
function mine({ roles, departments }: Caller): string {
  const supervisor = roles.includes('supervisor') ? `OR (e.addressee IN ('divisionSupervisor', 'superiorSupervisor') AND e.division = ANY(:places))` : '';
  const body = `OR (e.addressee IN ('holder', 'unitHead') AND e.division = ANY(:places)${departments === undefined ? '' : ' AND e.department = ANY(:departments)'})`;
  return `(e.status = 'open' AND ((e.addressee = 'named' AND e."to" = :subject) ${supervisor} ${body}))`;
}

function filtered(rows: Rows, query: EscalationsQuery, caller: Caller): Rows {
  for (const column of ['measure', 'kind', 'addressee'] as const) if (query[column] !== undefined) rows.andWhere(`e.${column} = :${column}`, { [column]: query[column] });
  if (query.side !== undefined) rows.andWhere(query.side === 'mine' ? mine(caller) : GIVEN);
  if (query.unanswered !== undefined) rows.andWhere(query.unanswered === 'true' ? UNANSWERED : `NOT (${UNANSWERED})`);
  if (query.overdue !== undefined) rows.andWhere(query.overdue === 'true' ? OVERDUE : `COALESCE(NOT (${OVERDUE}), true)`);
  if (query.division !== undefined) {
    const place = divisionNamed(query.division);
    if (!place) throw refuse('UNKNOWN_DIVISION');
    rows.andWhere('c."handlingDivision" LIKE ANY(:inside)', { inside: scopeOf({ divisions: [place.code] }).patterns() });
  }
  return rows;
}

/** Of all that the caller may see: how many wait for the caller, were given by the caller's offices, wait for an answer, and are overdue. */
async function countsOf(rows: Rows, caller: Caller): Promise<object> {
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})::int`;
  return (await rows.select('count(*)::int', 'all').addSelect(count(mine(caller)), 'mine').addSelect(count(GIVEN), 'given').addSelect(count(UNANSWERED), 'unanswered').addSelect(count(OVERDUE), 'overdue').getRawOne<object>())!;
}

function cursorOf(cursor: string): [due: string, id: string] {
  const [due = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!isUuid(id) || !(due === 'infinity' || isInstant(due))) throw refuse('CURSOR_MALFORMED');
  return [due, id];
}
