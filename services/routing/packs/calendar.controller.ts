import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Law } from '#libs/runtime/law.js';
import type { Caller } from '#libs/security/caller.js';
import { LawDoor } from './law-door.js';
import { ProposeCalendar, RejectProposal } from './packs.requests.js';
import { refuse } from './policy.refusals.js';

type Asked = Extract<PolicyEvent, { type: 'CalendarProposed' }>;

/** The yearly notice of working days: entered by one person, announced by another. From then on every date that waited for it is a real one. */
@Controller('v1/routing/calendar/proposals')
export class CalendarController {
  constructor(private readonly law: Law, private readonly door: LawDoor) {}

  @Post() @HttpCode(201) @Roles('policy')
  async propose(@Body() request: ProposeCalendar, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { division = '000000', year, notice, note } = request;
    this.door.ensureOwn(caller, division);
    const proposal = this.door.proposalId(caller, key);
    const { outcome } = await this.door.give({ type: 'ProposeCalendar', proposal, division, year, notice, note } as never, caller, key, request);
    const { version } = this.law.book.proposals.get(proposal)!.asked;
    return { proposal, division, year, version, outcome };
  }

  @Post(':id/publish') @HttpCode(200) @Roles('policy')
  async publish(@Param('id') id: string, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { division, year } = await this.#asked(id, caller);
    const { outcome } = await this.door.give({ type: 'AnnounceCalendar', proposal: id } as never, caller, key, { id });
    const version = this.law.book.notices.find(({ proposal }) => proposal === id)?.version ?? null;
    return { proposal: id, division, year, version, outcome };
  }

  @Post(':id/reject') @HttpCode(200) @Roles('policy')
  async reject(@Param('id') id: string, @Body() { reason }: RejectProposal, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    await this.#asked(id, caller);
    const { outcome } = await this.door.give({ type: 'RejectCalendar', proposal: id, reason } as never, caller, key, { id, reason });
    return { proposal: id, outcome };
  }

  async #asked(id: string, caller: Caller): Promise<Asked> {
    await this.law.refresh();
    const found = this.law.book.proposals.get(id)?.asked;
    if (found?.type !== 'CalendarProposed') throw refuse('NO_SUCH_PROPOSAL');
    this.door.ensureOwn(caller, found.division);
    return found;
  }
}
