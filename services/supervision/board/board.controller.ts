import { Controller, Get, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { Repository } from 'typeorm';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { CaseViewTable, IN_SCOPE } from '../case-view/case-view.table.js';
import { ClockViewTable } from '../clocks/clock-view.js';
import { ClocksQuery } from './board.requests.js';

/** The board: what is about to breach, what has breached, where, and what was done about it. */
@Controller('v1/supervision')
export class BoardController {
  constructor(
    @InjectRepository(ClockViewTable) private readonly clocks: Repository<ClockViewTable>,
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

  #clocksOf(caller: Caller, { kind, level }: ClocksQuery): SelectQueryBuilder<ClockViewTable> {
    const select = this.clocks.createQueryBuilder('k').innerJoinAndMapOne('k.case', CaseViewTable, 'c', 'c."caseId" = k."caseId"').where(IN_SCOPE, { scope: scopeOf(caller).patterns() });
    if (kind !== undefined) select.andWhere('k.kind = :kind', { kind });
    if (level !== undefined) select.andWhere('k.level = :level', { level });
    return select;
  }
}

async function listed(select: SelectQueryBuilder<ClockViewTable>): Promise<object[]> {
  const rows = (await select.getMany()) as (ClockViewTable & { case: CaseViewTable })[];
  return rows.map(({ case: { caseNumber, handlingDivision, lead, state }, ...clock }) => ({ ...clock, caseNumber, division: handlingDivision, lead, state }));
}
