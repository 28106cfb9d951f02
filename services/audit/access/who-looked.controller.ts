import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { Pool } from 'pg';
import { readCase } from '#libs/event-store/read.js';
import { CurrentCaller, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { casesInScope, ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import { lookerOf } from '#libs/runtime/refused-reads.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import type { AccessCommand } from './access.decider.js';
import { refuse } from './access.refusals.js';
import type { LookingCommand } from './looking.decider.js';
import type { Look } from './looks.projection.js';
import { looksIn } from './looks.projection.js';
import { WhoLookedRequest } from './who-looked.requests.js';

/** So many are shown of those that are found: whoever finds more names the phone as well. */
const CASES_MAX = 100;
const EXPORTS_MAX = 100;
const PERSONAL = ['name', 'phone', 'idNumber'] as const;

interface Looked {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly looks: readonly Look[];
}

/** Who looked at a case, or at the cases of a named worker. The question is a look itself: it is recorded before it is answered. */
@Controller('v1/audit')
export class WhoLookedController {
  constructor(private readonly pool: Pool, private readonly commands: CommandBus, private readonly clock: Clock, @Inject(BLIND_INDEX) private readonly index: BlindIndex) {}

  @Post('who-looked') @HttpCode(200) @Roles('auditor') @Reads('whoLooked')
  @ApiOperation({ summary: 'Who saw, took away or was refused personal data of a case, or of the cases of a person; recorded as a look itself' })
  async whoLooked(@Body() asked: WhoLookedRequest, @CurrentCaller() caller: Caller): Promise<object> {
    const { reason } = asked;
    const found = await this.#casesOf(asked, caller);
    const cases = await Promise.all(found.slice(0, CASES_MAX).map((caseId) => this.#looked(caseId)));
    const { actor: by } = causeOf(caller, 'auditor');
    for (const { caseId, looks } of cases) await this.#record('access', caseId, { type: 'RecordReview', at: this.clock.now(), by, reason, looks: looks.length }, caller);
    return { found: found.length, cases, exports: await this.#exports() };
  }

  /** The one that is named, or those of the person inside the caller's divisions. */
  async #casesOf(asked: WhoLookedRequest, caller: Caller): Promise<readonly string[]> {
    const fields = PERSONAL.filter((field) => asked[field] !== undefined);
    if ((asked.caseId === undefined) === (fields.length === 0)) throw refuse('LOOK_NAMES_NOBODY');
    if (asked.caseId !== undefined) {
      await ensureInScope(this.pool, caller, asked.caseId);
      return [asked.caseId];
    }
    const found = await this.#byPerson(fields.map((field) => [field, normalise(field, asked[field]!)]));
    const inside = [...(await casesInScope(this.pool, caller, found))].sort();
    await this.#record('looking', lookerOf(caller), { type: 'RecordSearch', at: this.clock.now(), by: causeOf(caller, 'auditor').actor, fields, reason: asked.reason, found: inside.length }, caller);
    return inside;
  }

  /** The cases that all of the given values lead to. An erased person is found by none. */
  async #byPerson(values: readonly (readonly [(typeof PERSONAL)[number], string])[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT b.case_id AS id FROM unnest($1::text[], $2::bytea[]) AS w(space, mac) JOIN pii.blind_index b USING (space, mac) GROUP BY 1 HAVING count(DISTINCT w.space) = $3`,
      [values.map(([space]) => space), values.map(([space, value]) => this.index.mac(space, value)), values.length]);
    return rows.map(({ id }) => id);
  }

  async #looked(caseId: string): Promise<Looked> {
    const events = await readCase(this.pool, caseId);
    return { caseId, caseNumber: (events[0]?.data as { caseNumber?: string } | undefined)?.caseNumber ?? '', looks: looksIn(events) };
  }

  /** Whoever fetched the entries of the log has every case, sealed. The newest first. */
  async #exports(): Promise<readonly object[]> {
    const { rows } = await this.pool.query<{ position: string; data: string }>(
      `SELECT pos AS position, data FROM es.events WHERE stream_id >= 'looking/' AND stream_id < 'looking0' AND type = 'audit.log-exported' ORDER BY pos DESC LIMIT ${EXPORTS_MAX}`);
    return rows.map(({ position, data }) => ({ position, ...(JSON.parse(data) as object) }));
  }

  async #record(stream: string, id: string, command: AccessCommand | LookingCommand, caller: Caller): Promise<void> {
    await this.commands.execute(new GiveCommand(stream, id, command, causeOf(caller, 'auditor')));
  }
}
