import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Pool } from 'pg';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { In, Repository } from 'typeorm';
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
import { colourOf, colourOfCase, coloursEnd } from '../board/colour.js';
import type { Sum } from '../board/tally.js';
import { lawFor } from '../desks.js';
import { actionsOf } from './case-view.actions.js';
import type { CaseRow } from './case-view.projection.js';
import { caseView } from './case-view.projection.js';
import { CaseQuery, CasesQuery } from './case-view.requests.js';
import { CaseViewTable, countOf, DUE, IN_SCOPE } from './case-view.table.js';
import { refuse } from './case-view.refusals.js';

export const DESK_ROLES = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor', 'auditor'] as const;
/** The sum of the tally that counts the cases of a filter: of open ones everything, of closed ones what asks for something still. */
const MARKERS: Readonly<Record<string, { readonly open: Sum; readonly closed?: Sum }>> = {
  breached: { open: 'withBreach' }, ownerless: { open: 'ownerless' }, stuck: { open: 'stuck' }, returnedTwice: { open: 'returnedTwice' }, unpaid: { open: 'unpaidCases', closed: 'unpaidCases' }, listed: { open: 'listed', closed: 'listed' },
};
const WAIT_MS_MAX = 3000;
const WAIT_STEP_MS = 25;

/** The page of one case and the list of them. A GET reads one table; only a past moment is folded from the log. */
@Controller('v1/cases')
export class CaseViewController {
  constructor(@InjectRepository(CaseViewTable) private readonly table: Repository<CaseViewTable>, private readonly pool: Pool, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  @Get() @Roles(...DESK_ROLES)
  async list(@Query() query: CasesQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const limit = Number(query.limit ?? 50);
    const page = this.#narrowed(this.table.createQueryBuilder('c').select('c."caseId"', 'caseId'), query, caller);
    if (query.cursor !== undefined) {
      const [due, id] = cursorOf(query.cursor);
      page.andWhere(`(${DUE}, c."caseId") > (:due::timestamptz, :id::uuid)`, { due, id });
    }
    const keys = (await page.orderBy(DUE).addOrderBy('c."caseId"').limit(limit).getRawMany<{ caseId: string }>()).map(({ caseId }) => caseId); // From the index alone; the wide rows are read one by one.
    const found = new Map((await this.table.findBy({ caseId: In(keys) })).map((row) => [row.caseId, row]));
    const rows = keys.map((key) => found.get(key)!);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const now = this.clock.now();
    return { cases: rows.map((row) => ({ ...shown(row), colour: colourOfCase(row, this.policies, now) })), next: last ? Buffer.from(`${last.nextDueAt ?? 'infinity'}|${last.caseId}`).toString('base64url') : null, ...(query.cursor === undefined && { total: await this.#total(query, caller) }) };
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

  /** What the tally keeps is added up from it; the rest is counted in the index. */
  async #total(query: CasesQuery, caller: Caller): Promise<number> {
    const { state, lead, category, division, closed, limit, cursor, ...rest } = query;
    const [marker, ...others] = Object.entries(rest).filter(([, value]) => value !== undefined);
    const sum = marker === undefined ? 'cases' : MARKERS[marker[0]]?.[closed === 'true' ? 'closed' : 'open'];
    if (sum === undefined || others.length > 0) return countOf(this.#narrowed(this.table.createQueryBuilder('c'), query, caller));
    const wanted = marker?.[1] === 'false' ? `c.cases - c."${sum}"` : `c."${sum}"`;
    const cells = this.table.manager.createQueryBuilder().select(`coalesce(sum(${wanted}), 0)::float8`, 'total').from('supervision.case_tally', 'c');
    return (await this.#narrowed(cells, { state, lead, category, division, closed } as CasesQuery, caller).getRawOne<{ total: number }>())!.total;
  }

  #narrowed<Rows extends ObjectLiteral>(select: SelectQueryBuilder<Rows>, query: CasesQuery, caller: Caller): SelectQueryBuilder<Rows> {
    select.where(IN_SCOPE, { scope: scopeOf(caller).patterns() }).andWhere(query.closed === 'true' ? 'c.closed' : 'NOT c.closed');
    for (const column of ['state', 'lead', 'category', 'caseNumber'] as const) if (query[column] !== undefined) select.andWhere(`c."${column}" = :${column}`, { [column]: query[column] });
    if (query.division !== undefined) {
      const division = divisionNamed(query.division);
      if (!division) throw refuse('UNKNOWN_DIVISION');
      select.andWhere('c."handlingDivision" LIKE ANY(:inside)', { inside: scopeOf({ divisions: [division.code] }).patterns() });
    }
    for (const column of ['breached', 'unpaid'] as const) if (query[column] !== undefined) select.andWhere(`c.${column} ${query[column] === 'true' ? '>' : '='} 0`);
    for (const column of ['listed', 'ownerless', 'stuck', 'returnedTwice'] as const) if (query[column] !== undefined) select.andWhere(`${query[column] === 'true' ? '' : 'NOT '}c."${column}"`);
    if (query.dueBefore !== undefined) select.andWhere(`${DUE} < :dueBefore::timestamptz`, { dueBefore: query.dueBefore });
    if (query.colour !== undefined) this.#ofColour(select, query.colour);
    return select;
  }

  /** Only what is due within the widest shade is read: the index on the next limit bounds it. */
  #ofColour(select: SelectQueryBuilder<ObjectLiteral>, wanted: string): void {
    const now = this.clock.now();
    const { sql, parameters } = colourOf(this.policies, now);
    select.setParameters(parameters).andWhere(`${sql} = :colour`, { colour: wanted });
    if (wanted !== 'none') select.andWhere(`${DUE} <= :coloursEnd::timestamptz`, { coloursEnd: coloursEnd(this.policies, now) });
    if (wanted === 'yellow' || wanted === 'blue') select.andWhere(`${DUE} > :colourNow::timestamptz`); // What is past is red.
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
