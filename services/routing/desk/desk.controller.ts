import { Controller, Get, Inject, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Unit } from '#libs/contracts/routing.events.js';
import { dayOf, epochMs, instantOf, isInstant } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { refuse as refuseRoute } from '../assignment/route.refusals.js';
import { StaffTable } from '../staff/staff.table.js';
import { refuse } from './desk.refusals.js';
import { buckets, DeskQuery } from './desk.requests.js';
import { DeskTable } from './desk.table.js';

type Rows = SelectQueryBuilder<DeskTable>;
const PAGE = 50;
const DAY_MS = 86_400_000;

/** What makes an order one of a bucket. An order can be in several. */
const BUCKETS: Readonly<Record<(typeof buckets)[number], string>> = {
  overdue: 'd.breached > 0', warned: 'd.warned > 0 AND d.breached = 0', noMovement: 'd."movedAt" < :idle', ownerless: 'd.officer IS NULL', waiting: `d."waitsFor" NOT IN ('unit', 'officer')`,
};

/** What lies on whose desk, the next due first. Whatever is asked, nobody sees beyond the own divisions and departments. */
@Controller('v1/routing')
export class DeskController {
  constructor(
    @InjectRepository(DeskTable) private readonly table: Repository<DeskTable>, @InjectRepository(StaffTable) private readonly staff: Repository<StaffTable>,
    private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies,
  ) {}

  @Get('desk') @Roles('officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid', 'supervisor')
  async list(@Query() query: DeskQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const { view, bucket, cursor } = query;
    const limit = Number(query.limit ?? PAGE);
    const units = await this.#teamOf(caller);
    const idleDays = this.policies.packToDecide(caller.divisions[0] ?? '000000', dayOf(this.clock.now()))?.parameters.desk.noMovementDays ?? 0;
    const scoped = (): Rows => filtered(visible(this.table.createQueryBuilder('d'), caller, view, units), query).setParameter('idle', instantOf(this.clock.nowMs() - idleDays * DAY_MS));
    const page = scoped();
    if (bucket !== undefined) page.andWhere(BUCKETS[bucket]);
    if (cursor !== undefined) {
      const [due, id] = cursorOf(cursor);
      page.andWhere('(d."dueAt", d.id) > (:due::timestamptz, :id::uuid)', { due, id });
    }
    const rows = await page.orderBy('d."dueAt"').addOrderBy('d.id').limit(limit).getMany();
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      view, units, noMovementDays: idleDays, now: this.clock.now(), ...(cursor === undefined && { counts: await countsOf(scoped()) }),
      orders: rows, next: last ? Buffer.from(`${last.dueAt ?? 'infinity'}|${last.id}`).toString('base64url') : null,
    };
  }

  /** The units in which the caller is enrolled. */
  async #teamOf({ subject }: Caller): Promise<readonly Unit[]> {
    return (await this.staff.find({ where: { officer: subject, left: false }, order: { division: 'ASC', department: 'ASC' } })).map(({ department, division }) => ({ department, division }));
  }
}

function visible(rows: Rows, { subject, divisions, departments }: Caller, view: DeskQuery['view'], units: readonly Unit[]): Rows {
  rows.where('d.division LIKE ANY(:scope)', { scope: scopeOf({ divisions }).patterns() });
  if (departments !== undefined) rows.andWhere('d.department = ANY(:departments)', { departments });
  if (view === 'mine') rows.andWhere('d.officer = :subject', { subject });
  if (view === 'team') {
    const each = units.map((_, i) => `(d.department = :department${i} AND d.division = :division${i})`);
    rows.andWhere(each.length === 0 ? 'false' : `(${each.join(' OR ')})`, Object.fromEntries(units.flatMap(({ department, division }, i) => [[`department${i}`, department], [`division${i}`, division]])));
  }
  return rows;
}

function filtered(rows: Rows, query: DeskQuery): Rows {
  rows.andWhere(query.step === 'concluded' ? 'NOT d.open' : 'd.open');
  for (const column of ['department', 'matter', 'track', 'step', 'officer', 'waitsFor'] as const) if (query[column] !== undefined) rows.andWhere(`d."${column}" = :${column}`, { [column]: query[column] });
  if (query.division !== undefined) {
    const place = divisionNamed(query.division);
    if (!place) throw refuseRoute('UNKNOWN_PLACE');
    rows.andWhere('d.division LIKE ANY(:inside)', { inside: scopeOf({ divisions: [place.code] }).patterns() });
  }
  return rows;
}

/** How many there are in all, in each bucket, and by whose turn it is: of the view and its filters, whatever bucket is shown. */
async function countsOf(rows: Rows): Promise<object> {
  const counted = buckets.map((bucket) => `count(*) FILTER (WHERE ${BUCKETS[bucket]})::int AS "${bucket}"`);
  const lines = await rows.select(['d."waitsFor" AS "waitsFor"', 'count(*)::int AS "all"', ...counted]).groupBy('d."waitsFor"').getRawMany<Record<string, number> & { waitsFor: string }>();
  const sum = (key: string): number => lines.reduce((all, line) => all + (line[key] ?? 0), 0);
  return { ...Object.fromEntries(['all', ...buckets].map((key) => [key, sum(key)])), waitsFor: Object.fromEntries(lines.map((line) => [line.waitsFor, line['all']])) };
}

function cursorOf(cursor: string): [due: string, id: string] {
  const [due = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!isUuid(id) || !(due === 'infinity' || (isInstant(due) && Number.isFinite(epochMs(due))))) throw refuse('DESK_CURSOR_MALFORMED');
  return [due, id];
}
