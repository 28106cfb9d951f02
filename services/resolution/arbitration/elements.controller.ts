import { Controller, Get, Param } from '@nestjs/common';
import { Pool } from 'pg';
import { claim } from '../../intake/claim/claim.decider.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { Streams } from '#libs/event-store/streams.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { CaseLaw } from '../case-rules.js';
import { arbitration } from './arbitration.decider.js';
import { issuesOf } from './arbitration.elements.js';
import { formOf, prefilled } from './element-form.js';

/** The element form of a case: what is asked, what the claim says already, what each side states, and what is in dispute. */
@Controller('v1/resolution/cases')
export class ElementsController {
  constructor(private readonly streams: Streams, private readonly pool: Pool, private readonly law: CaseLaw) {}

  @Get(':caseId/elements') @Roles('officer', 'mediator', 'arbitrator', 'legal-aid', 'supervisor', 'auditor')
  async form(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuse('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const [{ state }, { state: { facts } }, law] = await Promise.all([this.streams.load(`arbitration/${caseId}`, arbitration), this.streams.load(`claim/${caseId}`, claim), this.law.of(caseId)]);
    const points = law ? formOf(law.pack) : [];
    const known = prefilled(points, facts);
    const { agreed } = issuesOf(state);
    const { worker, employer } = state.stated;
    return {
      caseId, fixed: state.issues ?? null,
      elements: points.map(({ element, zh, en, kind, source }) => ({
        element, title: { zh, en }, kind, source, prefilled: known[element] ?? null, worker: worker[element] ?? null, employer: employer[element] ?? null,
        standing: worker[element] === undefined && employer[element] === undefined ? 'open' : agreed.includes(element) ? 'agreed' : 'disputed',
      })),
    };
  }
}
