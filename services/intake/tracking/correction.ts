import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IsOptional, IsString, Length } from 'class-validator';
import { Pool } from 'pg';
import type { Correctable } from '#libs/contracts/requester.js';
import { correctable } from '#libs/contracts/requester.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { readStream } from '#libs/event-store/read.js';
import { subjectOf } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { FieldsRefused, IsMobile, IsResidentId } from '#libs/runtime/validation.js';
import { normalise } from '#libs/security/blind-index.js';
import { Keyring, SubjectErased } from '#libs/security/keyring.js';
import { seal } from '#libs/security/seal.js';
import { OwnPerson } from './own-person.js';
import { BY_CODE } from './supplement.js';
import { refuse } from './tracking.refusals.js';

/** So that a code that got about does not keep an office busy. */
const REQUESTED_MAX = 5;

export class CorrectionRequest {
  @IsOptional() @IsString() @Length(1, 60)
  name?: string;

  @IsOptional() @IsMobile()
  phone?: string;

  @IsOptional() @IsResidentId()
  idNumber?: string;

  /** What is wrong with what was written, in the person's words; sealed. */
  @IsOptional() @IsString() @Length(1, 300)
  reason?: string;
}

/** `requested`: an officer verifies it and corrects (个人信息保护法 46). */
export interface CorrectionOutcome {
  readonly outcome: 'corrected' | 'requested' | 'unchanged';
}

/**
 * Name, telephone or number put right by the tracking code. The code alone proves nobody: whoever found it could take the offices' calls, so it asks, and an officer verifies. With an
 * assertion of the service of real names it is the person, and it is done: name and number only as the service tells them.
 */
@Injectable()
export class CorrectionByCode {
  constructor(private readonly pool: Pool, private readonly commands: CommandBus, private readonly keyring: Keyring, private readonly own: OwnPerson, @Inject(Clock) private readonly clock: Clock) {}

  async correct(caseId: string, code: string, said: CorrectionRequest, assertion: string | undefined): Promise<CorrectionOutcome> {
    if (correctable.every((field) => said[field] === undefined)) throw new FieldsRefused(correctable.map((field) => ({ field, zh: '请至少填写一项要更正的内容', en: 'say at least one that is to be corrected' })));
    if (assertion === undefined) return this.#ask(caseId, said);
    const { proof, proven } = await this.own.vouched(caseId, code, assertion);
    const others = (['name', 'idNumber'] as const).filter((field) => said[field] !== undefined && normalise(field, said[field]) !== normalise(field, proven[field]));
    if (others.length > 0) throw new FieldsRefused(others.map((field) => ({ field, zh: '与实名核验的结果不一致', en: 'differs from the proven identity' })));
    const matched = [...new Set([...proof.matched, ...(['name', 'idNumber'] as const).filter((field) => said[field] !== undefined)])];
    const command = { type: 'CorrectPerson', ...(await this.#sealed(caseId, said)), missing: [], proof: { ...proof, matched } };
    const done = await this.#give(caseId, command);
    return { outcome: done ? 'corrected' : 'unchanged' };
  }

  async #ask(caseId: string, said: CorrectionRequest): Promise<CorrectionOutcome> {
    const before = await readStream(this.pool, `claim/${caseId}`);
    if (before.filter(({ type, data }) => type === 'intake.correction-requested.v1' && data['by'] === BY_CODE).length >= REQUESTED_MAX) throw refuse('CORRECTIONS_TOO_MANY');
    await this.#give(caseId, { type: 'RequestCorrection', ...(await this.#sealed(caseId, said)) });
    return { outcome: 'requested' }; // Whatever stands: by another answer whoever found the code could try numbers.
  }

  async #sealed(caseId: string, said: CorrectionRequest): Promise<Readonly<Record<Correctable | 'reason', Sealed | null>>> {
    const subject = (await subjectOf(this.pool, caseId)) ?? uuidv5(`person/${caseId}`);
    const dek = await this.#keyOf(subject);
    return Object.fromEntries([...correctable, 'reason' as const].map((field) => [field, said[field] === undefined ? null : seal(dek, subject, field, said[field])])) as never;
  }

  async #keyOf(subject: string): Promise<Buffer> {
    try {
      return (await this.keyring.create([subject])).get(subject)!;
    } catch (error) {
      throw error instanceof SubjectErased ? refuseCommand('PERSON_ERASED') : error;
    }
  }

  async #give(caseId: string, command: { readonly type: string }): Promise<boolean> {
    const { events } = await this.commands.execute(new GiveCommand('claim', caseId, { ...command, at: this.clock.now(), by: BY_CODE } as { type: string }, { actor: BY_CODE }));
    return events.length > 0;
  }
}
