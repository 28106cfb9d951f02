import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Pool } from 'pg';
import { Repository } from 'typeorm';
import type { Instant } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import type { Scoped } from '#libs/security/scope.js';
import { scopeOf } from '#libs/security/scope.js';
import { colourOf, coloursEnd } from '../board/colour.js';
import type { Counted, Sum } from '../board/tally.js';
import { tallied } from '../board/tally.js';
import { CaseViewTable, DUE, IN_SCOPE } from '../case-view/case-view.table.js';

const ASPECTS = ['state', 'lead', 'category', 'channel'] as const;

/** How many cases stand where, and how their limits stand `now`, which is the clock that they are counted by. Each number opens into `GET /v1/cases` with the same filter. */
@Injectable()
export class Standing {
  constructor(private readonly pool: Pool, @InjectRepository(CaseViewTable) private readonly cases: Repository<CaseViewTable>, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  async of(caller: Caller): Promise<object> {
    const now = this.clock.now();
    const scope = scopeOf(caller);
    const [[whole, byState, byLead, byCategory, byChannel], colours, position] = await Promise.all([
      tallied(this.pool, scope, ['closed'], ...ASPECTS.map((aspect) => [aspect])), this.#colours(scope, now), this.cases.maximum('position' as never),
    ]);
    const total = (name: Sum, closed?: boolean): number => whole!.filter((one) => closed === undefined || one.closed === closed).reduce((sum, one) => sum + one[name], 0);
    return {
      now, cases: total('cases'), open: total('cases', false), withBreach: total('withBreach'), withWarning: total('withWarning'), listed: total('listed'),
      ownerless: total('ownerless'), stuck: total('stuck'), returnedTwice: total('returnedTwice'), ...colours, escalated: total('escalated'),
      unpaidFen: total('unpaidFen'), closedUnpaid: total('unpaidCases', true), closedUnpaidFen: total('unpaidFen', true), position,
      byState: ranked(byState!, 'state'), byLead: ranked(byLead!, 'lead'), byCategory: ranked(byCategory!, 'category'), byChannel: ranked(byChannel!, 'channel'),
    };
  }

  /** Of a day and its next ones alone: a colour is told by the time that is left. */
  async #colours(scope: Scoped, now: Instant): Promise<object> {
    const { sql, parameters } = colourOf(this.policies, now);
    const rows = await this.cases.createQueryBuilder('c').select(sql, 'colour').addSelect('count(*)::int', 'cases').where(IN_SCOPE, { scope: scope.patterns() }).setParameters(parameters)
      .andWhere(`NOT c.closed AND ${DUE} <= :coloursEnd::timestamptz`, { coloursEnd: coloursEnd(this.policies, now) }).groupBy('1').getRawMany<{ colour: string; cases: number }>();
    return Object.fromEntries(['blue', 'yellow', 'red'].map((colour) => [colour, rows.find((one) => one.colour === colour)?.cases ?? 0]));
  }
}

function ranked(of: readonly Counted[], aspect: (typeof ASPECTS)[number]): object[] {
  return [...of].sort((a, b) => b.cases - a.cases).map((one) => ({ [aspect]: one[aspect], cases: one.cases }));
}
