import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Pool } from 'pg';
import { Repository } from 'typeorm';
import { caseStates } from '#libs/contracts/case-states.js';
import type { CaseState } from '#libs/contracts/case-states.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { isInstant } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { readCase } from '#libs/event-store/read.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope, ensureOwnOrInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { languageOf } from '#libs/runtime/problem.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { scopeOf } from '#libs/security/scope.js';
import { lawFor } from '../desks.js';
import { actionsOf } from './case-view.actions.js';
import type { CaseRow } from './case-view.projection.js';
import { caseView } from './case-view.projection.js';
import { CaseQuery, CasesQuery } from './case-view.requests.js';
import { CaseViewTable } from './case-view.table.js';
import { refuse } from './case-view.refusals.js';

export const DESK_ROLES = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor', 'auditor'] as const;
const WAIT_MS_MAX = 3000;
const WAIT_STEP_MS = 25;

/** The page of one case and the list of them. A GET reads one table; only a past moment is folded from the log. */
@Controller('v1/cases')
export class CaseViewController {
  constructor(@InjectRepository(CaseViewTable) private readonly table: Repository<CaseViewTable>, private readonly pool: Pool, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  @Get() @Roles(...DESK_ROLES)
  async list(@Query() query: CasesQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const limit = Number(query.limit ?? 50);
    const select = this.table.createQueryBuilder('c')
      .where('(c.division LIKE ANY(:scope) OR c."handlingDivision" LIKE ANY(:scope))', { scope: scopeOf(caller).patterns() });
    for (const column of ['state', 'lead', 'category', 'caseNumber'] as const) if (query[column] !== undefined) select.andWhere(`c."${column}" = :${column}`, { [column]: query[column] });
    if (query.division !== undefined) {
      const division = divisionNamed(query.division);
      if (!division) throw refuse('UNKNOWN_DIVISION');
      select.andWhere('c."handlingDivision" LIKE ANY(:inside)', { inside: scopeOf({ divisions: [division.code] }).patterns() });
    }
    select.andWhere('c.closed = :closed', { closed: query.closed === 'true' });
    if (query.breached !== undefined) select.andWhere(query.breached === 'true' ? 'c.breached > 0' : 'c.breached = 0');
    if (query.unpaid !== undefined) select.andWhere(query.unpaid === 'true' ? 'c.unpaid > 0' : 'c.unpaid = 0');
    if (query.listed !== undefined) select.andWhere('c.listed = :listed', { listed: query.listed === 'true' });
    const total = query.cursor === undefined ? await select.getCount() : undefined;
    if (query.cursor !== undefined) {
      const [due, id] = cursorOf(query.cursor);
      select.andWhere(`(COALESCE(c."nextDueAt", 'infinity'), c."caseId") > (:due::timestamptz, :id::uuid)`, { due, id });
    }
    const rows = await select.orderBy(`COALESCE(c."nextDueAt", 'infinity')`).addOrderBy('c."caseId"').limit(limit).getMany();
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { cases: rows.map(shown), next: last ? Buffer.from(`${last.nextDueAt ?? 'infinity'}|${last.caseId}`).toString('base64url') : null, ...(total !== undefined && { total }) };
  }

  @Get(':caseId') @Roles(...DESK_ROLES)
  async show(@Param('caseId') caseId: string, @Query() { asOf, minPosition }: CaseQuery, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#ensureVisible(caller, caseId);
    if (asOf !== undefined) return shown(await this.#asOf(caseId, asOf));
    const row = await this.#row(caseId, minPosition);
    if (!row) throw refuseCase('NO_SUCH_CASE');
    return shown(row);
  }

  /** Everything that happened to a case, whoever wrote it, in the order of the log. Personal fields stay sealed. */
  @Get(':caseId/history') @Roles(...DESK_ROLES)
  async history(@Param('caseId') caseId: string, @Query() { asOf }: CaseQuery, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#ensureVisible(caller, caseId);
    const events = await this.#events(caseId, asOf);
    return { caseId, events: events.map(({ position, id, type, stream, version, recordedAt, meta, data }) => ({ position, id, type, stream, version, recordedAt, meta, data })) };
  }

  @Get(':caseId/actions') @Roles(...DESK_ROLES, 'worker')
  async actions(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept: string | undefined): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureOwnOrInScope(this.pool, caller, inWhichOf(caller.roles, DESK_ROLES) ?? 'worker', caseId);
    const history = await readCase(this.pool, caseId);
    const law = lawOfCase(this.policies, history);
    return { caseId, ...actionsOf({ caseId, history, caller, language: languageOf(accept), now: this.clock.now(), ...(law && { law }) }) };
  }

  async #ensureVisible(caller: Caller, caseId: string): Promise<void> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
  }

  async #row(caseId: string, minPosition: string | undefined): Promise<CaseViewTable | null> {
    const until = performance.now() + WAIT_MS_MAX;
    for (;;) {
      const row = await this.table.findOneBy({ caseId });
      if (minPosition === undefined || (row && BigInt(row.position) >= BigInt(minPosition))) return row;
      if (performance.now() > until) throw refuse('NOT_CAUGHT_UP');
      await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
    }
  }

  async #asOf(caseId: string, asOf: string): Promise<CaseRow> {
    let row: CaseRow | undefined;
    for (const event of await this.#events(caseId, asOf)) row = caseView(row, event);
    if (!row) throw refuseCase('NO_SUCH_CASE');
    return row;
  }

  #events(caseId: string, asOf: string | undefined): Promise<PublishedEvent[]> {
    if (asOf === undefined) return readCase(this.pool, caseId);
    if (/^\d{1,18}$/.test(asOf)) return readCase(this.pool, caseId, { upToPosition: asOf });
    if (isInstant(asOf)) return readCase(this.pool, caseId, { upToInstant: asOf });
    throw refuse('AS_OF_MALFORMED');
  }
}

/** The law that the case's clocks run under; none before it is routed. */
function lawOfCase(policies: Policies, history: readonly PublishedEvent[]): ClockLaw | undefined {
  const opened = history.find(({ type }) => type === 'supervision.clocks-opened.v1')?.data as { pack: { division: string; version: string }; division: string } | undefined;
  const pack = opened && policies.packNamed(opened.pack.division, opened.pack.version);
  return pack && lawFor(policies, opened.division, pack);
}

/** A case that was closed while wages are unpaid says so. */
function shown<Row extends Pick<CaseRow, 'closed' | 'unpaid'> & { readonly state: string }>(row: Row): Row & { stateName: string; closedUnpaid: boolean } {
  return { ...row, stateName: caseStates[row.state as CaseState], closedUnpaid: row.closed && row.unpaid > 0 };
}

function cursorOf(cursor: string): [due: string, id: string] {
  const [due = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!isUuid(id) || !(due === 'infinity' || isInstant(due))) throw refuse('CURSOR_MALFORMED');
  return [due, id];
}
