import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Pool } from 'pg';
import { InvalidCalendar } from '#libs/calendar/working-days.js';
import { instantOf } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { NoticeGiven } from '#libs/policy/announced.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Law } from '#libs/runtime/law.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { refuse } from './calendar.refusals.js';
import { PreviewOfNotice, PreviewOfProposal, PreviewPage } from './calendar.requests.js';
import { lawWithNotice, movedBy, pageOf, totalsOf } from './preview.js';

const PAGE = 100;

/** What a year's notice would move before anybody announces it, and how far those that were announced have come. */
@Controller('v1/supervision/calendar')
export class CalendarPreviewController {
  constructor(private readonly law: Law, private readonly pool: Pool) {}

  @Get('preview') @Roles('policy')
  async ofProposal(@Query() { proposal, ...page }: PreviewOfProposal, @CurrentCaller() caller: Caller): Promise<object> {
    await this.law.refresh();
    const asked = proposal === undefined ? undefined : this.law.book.proposals.get(proposal)?.asked;
    if (asked?.type !== 'CalendarProposed') throw refuse('NO_CALENDAR_PROPOSAL');
    return this.#preview(asked, page, caller);
  }

  @Post('preview') @HttpCode(200) @Roles('policy')
  async ofNotice(@Body() { division = '000000', year, notice }: PreviewOfNotice, @Query() page: PreviewPage, @CurrentCaller() caller: Caller): Promise<object> {
    await this.law.refresh();
    return this.#preview({ division, year, notice }, page, caller);
  }

  /** Every announced notice since this log began to re-issue, the newest first. */
  @Get('reissues') @Roles('policy')
  async reissues(): Promise<object> {
    const { rows } = await this.pool.query<{ notice: string; division: string; year: number; version: string; moved: number; arrived: number; done: number | null }>(
      `SELECT notice, division, year, version, moved, (extract(epoch FROM "arrivedAt") * 1000)::float8 AS arrived, (extract(epoch FROM "doneAt") * 1000)::float8 AS done
       FROM supervision.reissue ORDER BY position DESC LIMIT 100`);
    return { reissues: rows.map(({ arrived, done, ...row }) => ({ ...row, arrivedAt: instantOf(arrived), doneAt: done === null ? null : instantOf(done) })) };
  }

  async #preview(notice: NoticeGiven, { cursor, limit }: PreviewPage, caller: Caller): Promise<object> {
    const after = cursor === undefined ? null : placeOf(cursor);
    const { version, policies } = this.#lawWith(notice);
    const moved = movedBy(policies, this.law.policies);
    const scope = scopeOf(caller).patterns();
    const { clocks, more } = await pageOf(this.pool, notice, scope, moved, after, Number(limit ?? PAGE));
    const last = more ? clocks.at(-1) : undefined;
    const totals = after === null ? { totals: await totalsOf(this.pool, notice, scope, moved) } : {};
    return { division: notice.division, year: notice.year, version, ...totals, clocks, next: last ? Buffer.from(`${last.caseId}|${last.clock}`).toString('base64url') : null };
  }

  #lawWith(notice: NoticeGiven): ReturnType<typeof lawWithNotice> {
    try {
      return lawWithNotice(this.law.book, notice);
    } catch (error) {
      if (error instanceof InvalidCalendar) throw refuse('NOTICE_INVALID', { field: error.field, expected: error.message.slice(`${error.field}: expected `.length) });
      throw error;
    }
  }
}

function placeOf(cursor: string): readonly [string, string] {
  const [caseId = '', clock = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!isUuid(caseId) || !isUuid(clock)) throw refuse('PREVIEW_CURSOR_MALFORMED');
  return [caseId, clock];
}
