import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Pool } from 'pg';
import { caseStates } from '#libs/contracts/case-states.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { isTrackingCode } from '#libs/contracts/ids.js';
import { dayOf } from '#libs/contracts/time.js';
import { caseOfClaim, readCase } from '#libs/event-store/read.js';
import { lawOfCase } from '#libs/policy/case-law.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Public } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import { caseView } from '../../supervision/case-view/case-view.projection.js';
import type { CaseRow } from '../../supervision/case-view/case-view.projection.js';
import { refuse } from './tracking.refusals.js';

/** What a worker is told of: steps on the way, not how the offices count their days or push each other. */
const SHOWN = (event: PublishedEvent): boolean => !event.type.startsWith('supervision.') && !event.type.startsWith('audit.') && event.type !== 'routing.case-assigned.v1';

/** Where is my case? The code is the key: whoever has it sees the way of the case and nothing personal. */
@Controller('v1/track')
export class TrackingController {
  constructor(private readonly pool: Pool, @Inject(POLICIES) private readonly policies: Policies, private readonly clock: Clock) {}

  @Get(':trackingCode') @Public()
  async track(@Param('trackingCode') code: string): Promise<object> {
    const caseId = isTrackingCode(code) ? await caseOfClaim(this.pool, 'tracking-code', code) : undefined;
    if (!caseId) throw refuse('UNKNOWN_TRACKING_CODE');
    const history = await readCase(this.pool, caseId);
    let row: CaseRow | undefined;
    for (const event of history) row = caseView(row, event);
    if (!row) throw refuse('UNKNOWN_TRACKING_CODE');
    const next = Object.values(row.clocks).filter(({ kind }) => kind === row.nextClock).find(({ status }) => status === 'running');
    return {
      caseNumber: row.caseNumber, receivedAt: row.receivedAt, state: row.state, stateName: caseStates[row.state], closed: row.closed,
      inCharge: row.orders.map(({ order, department, division }) => ({ order, department: this.#nameOf(department, row), division: divisionNamed(division)?.name ?? division })),
      told: row.guide.map((department) => this.#nameOf(department, row)),
      nextStep: next ? { due: next.due, name: this.#clockName(next.kind, row) } : null,
      missing: row.missing, unpaidFen: row.unpaid, closedUnpaid: row.closed && row.unpaid > 0,
      // What the person gets without asking (免申即享), as the facts establish it today.
      entitled: (lawOfCase(history, this.policies, dayOf(this.clock.now()))?.entitlements.offered ?? []).map(({ zh, en, department }) => ({ zh, en, department: this.#nameOf(department, row) })),
      steps: history.filter(SHOWN).map(({ type, data, recordedAt }) => ({ type, at: data['at'] ?? recordedAt, title: eventKinds.get(type)?.zh ?? type })),
    };
  }

  #nameOf(department: string | null, row: CaseRow): object | null {
    return department === null ? null : this.#pack(row)?.departments[department] ?? { zh: department, en: department };
  }

  #clockName(kind: string, row: CaseRow): object {
    const clock = this.#pack(row)?.clocks.get(kind);
    return { zh: clock?.zh ?? kind, en: clock?.en ?? kind };
  }

  #pack({ division, receivedAt }: CaseRow): ReturnType<Policies['packToDecide']> {
    return this.policies.packToDecide(division, dayOf(receivedAt));
  }
}
