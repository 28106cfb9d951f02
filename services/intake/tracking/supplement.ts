import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IsString, Length } from 'class-validator';
import { Pool } from 'pg';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { readCase } from '#libs/event-store/read.js';
import { subjectOf } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { Keyring } from '#libs/security/keyring.js';
import { seal } from '#libs/security/seal.js';
import type { CaseRow } from '../../supervision/case-view/case-view.projection.js';
import { caseView } from '../../supervision/case-view/case-view.projection.js';
import { refuse } from './tracking.refusals.js';

/** Who has the code and no account. */
export const BY_CODE = 'worker:tracking-code';
/** So that a code that got about fills no case. */
const BY_CODE_MAX = 10;

export class SupplementRequest {
  /** In the worker's own words; sealed under the worker's key. */
  @IsString() @Length(1, 2000)
  text!: string;
}

/** What a worker without an account adds in words. The code adds and never reads; it does not withdraw either, for whoever found it must not end a case. */
@Injectable()
export class SupplementByCode {
  constructor(private readonly pool: Pool, private readonly commands: CommandBus, private readonly keyring: Keyring, @Inject(Clock) private readonly clock: Clock) {}

  async add(caseId: string, text: string): Promise<Given> {
    const history = await readCase(this.pool, caseId);
    if (history.filter(({ type, data }) => type === 'intake.claim-supplemented.v1' && data['by'] === BY_CODE).length >= BY_CODE_MAX) throw refuse('SUPPLEMENTS_TOO_MANY');
    let row: CaseRow | undefined;
    for (const event of history) row = caseView(row, event);
    if (row?.closed) throw refuse('CLAIM_IS_OVER');
    const subject = (await subjectOf(this.pool, caseId)) ?? uuidv5(`person/${caseId}`);
    const dek = (await this.keyring.create([subject])).get(subject)!;
    const command = { type: 'SupplementClaim', at: this.clock.now(), by: BY_CODE, facts: {}, text: seal(dek, subject, 'text', text) } as { type: string };
    return this.commands.execute(new GiveCommand('claim', caseId, command, { actor: BY_CODE }));
  }
}
