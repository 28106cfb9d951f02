import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import { requesterNow } from '#libs/contracts/requester.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readCase } from '#libs/event-store/read.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { Keyring } from '#libs/security/keyring.js';
import { refuse } from './answer.refusals.js';

const REPLIES: readonly string[] = ['resolution.answered-on-line.v1', 'resolution.reply-given.v1'];

/** The section's answer and the number to call, for the agent who gives it back. The look is recorded before anything is shown. */
@Injectable()
export class ReadReply {
  constructor(private readonly pool: Pool, private readonly commands: CommandBus, private readonly keyring: Keyring, @Inject(Clock) private readonly clock: Clock) {}

  async read(caseId: string, cause: Cause): Promise<{ readonly reply: string | null; readonly phone: string | null }> {
    const history = await readCase(this.pool, caseId);
    const [filed] = history;
    const reply = history.filter(({ type, data }) => REPLIES.includes(type) && data['reply'] !== null).at(-1)?.data['reply'] as Sealed | undefined;
    if (!filed?.data['passedOn'] || !reply) throw refuse('NO_REPLY_YET');
    const phone = requesterNow(history)?.phone;
    await this.commands.execute(new GiveCommand('answer', caseId, { type: 'ReturnReply', at: this.clock.now(), by: cause.actor } as { type: string }, cause));
    const [text, number] = await this.keyring.open([reply, ...(phone ? [phone] : [])]);
    return { reply: text ?? null, phone: number ?? null };
  }
}
