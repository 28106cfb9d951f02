import { Controller, Get, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { Repository } from 'typeorm';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { CaseViewTable } from '../case-view/case-view.table.js';
import { ClockViewTable } from '../clocks/clock-view.js';
import { EscalationTable } from '../escalation/escalation-view.js';
import { ClocksQuery } from './board.requests.js';

interface Count { readonly [column: string]: string | number | null }

/** The board: what is about to breach, what has breached, where, and what was done about it. */
@Controller('v1/supervision')
export class BoardController {
  constructor(
    @InjectRepository(ClockViewTable) private readonly clocks: Repository<ClockViewTable>,
    @InjectRepository(EscalationTable) private readonly escalations: Repository<EscalationTable>,
    @InjectRepository(CaseViewTable) private readonly cases: Repository<CaseViewTable>,
    private readonly clock: Clock,
  ) {}

  /** Running clocks of authorities, the next due first. */
  @Get('clocks') @Roles(...DESK_ROLES)
  async running(@Query() query: ClocksQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const select = this.#clocksOf(caller, query).andWhere(`k.status = 'running' AND k.duty = 'authority'`);
    if (query.warned !== undefined) select.andWhere('k.warned = :warned', { warned: query.warned === 'true' });
    if (query.dueBefore !== undefined) select.andWhere('k."breachAt" < :before', { before: query.dueBefore });
    return { clocks: await listed(select.orderBy('k."breachAt"', 'ASC', 'NULLS LAST').limit(Number(query.limit ?? 200))) };
  }

  /** Limits of authorities that passed unmet, the oldest first; met late or still open. */
  @Get('breaches') @Roles(...DESK_ROLES)
  async breaches(@Query() query: ClocksQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const select = this.#clocksOf(caller, query).andWhere(`k.breached AND k.duty = 'authority' AND k."onTime" IS DISTINCT FROM true AND k.status <> 'cancelled'`);
    return { breaches: await listed(select.orderBy('k."breachAt"').limit(Number(query.limit ?? 200))) };
  }

  @Get('escalations') @Roles(...DESK_ROLES)
  async ladder(@CurrentCaller() caller: Caller): Promise<object> {
    const rows = await this.escalations.createQueryBuilder('e').innerJoin(CaseViewTable, 'c', 'c."caseId" = e."caseId"')
      .where(SCOPE, { scope: scopeOf(caller).patterns() }).andWhere(`e.status <> 'settled'`).orderBy('e.step', 'DESC').addOrderBy('e."answerDue"').limit(500).getMany();
    return { escalations: rows };
  }

  /** How many cases stand where, and how their limits stand `now`, which is the clock that they are counted by. Each number opens into `GET /v1/cases` with the same filter. */
  @Get('statistics') @Roles(...DESK_ROLES)
  async statistics(@CurrentCaller() caller: Caller): Promise<object> {
    const scope = { scope: scopeOf(caller).patterns() };
    const count = (column: string): Promise<Count[]> =>
      this.cases.createQueryBuilder('c').select(`c."${column}"`, column).addSelect('count(*)::int', 'cases').where(SCOPE, scope).groupBy(`c."${column}"`).orderBy('cases', 'DESC').getRawMany();
    const totals = this.cases.createQueryBuilder('c').where(SCOPE, scope)
      .select('count(*)::int', 'cases').addSelect('count(*) FILTER (WHERE NOT c.closed)::int', 'open').addSelect('count(*) FILTER (WHERE NOT c.closed AND c.breached > 0)::int', 'withBreach')
      .addSelect('count(*) FILTER (WHERE NOT c.closed AND c.warned > 0)::int', 'withWarning').addSelect('count(*) FILTER (WHERE c.listed)::int', 'listed')
      .addSelect('count(*) FILTER (WHERE NOT c.closed AND c.escalation > 0)::int', 'escalated').addSelect('coalesce(sum(c.unpaid), 0)::bigint', 'unpaidFen')
      .addSelect('count(*) FILTER (WHERE c.closed AND c.unpaid > 0)::int', 'closedUnpaid').addSelect('coalesce(sum(c.unpaid) FILTER (WHERE c.closed), 0)::bigint', 'closedUnpaidFen').addSelect('max(c.position)', 'position').getRawOne<Count>();
    const [total, byState, byLead, byCategory, byChannel] = await Promise.all([totals, count('state'), count('lead'), count('category'), count('channel')]);
    return { now: this.clock.now(), ...total, unpaidFen: Number(total?.['unpaidFen'] ?? 0), closedUnpaidFen: Number(total?.['closedUnpaidFen'] ?? 0), byState, byLead, byCategory, byChannel };
  }

  #clocksOf(caller: Caller, { kind, level }: ClocksQuery): SelectQueryBuilder<ClockViewTable> {
    const select = this.clocks.createQueryBuilder('k').innerJoinAndMapOne('k.case', CaseViewTable, 'c', 'c."caseId" = k."caseId"').where(SCOPE, { scope: scopeOf(caller).patterns() });
    if (kind !== undefined) select.andWhere('k.kind = :kind', { kind });
    if (level !== undefined) select.andWhere('k.level = :level', { level });
    return select;
  }
}

const SCOPE = '(c.division LIKE ANY(:scope) OR c."handlingDivision" LIKE ANY(:scope))';

async function listed(select: SelectQueryBuilder<ClockViewTable>): Promise<object[]> {
  const rows = (await select.getMany()) as (ClockViewTable & { case: CaseViewTable })[];
  return rows.map(({ case: { caseNumber, handlingDivision, lead, state }, ...clock }) => ({ ...clock, caseNumber, division: handlingDivision, lead, state }));
}
