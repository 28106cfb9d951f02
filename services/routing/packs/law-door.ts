import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { policyIdOf } from '#libs/contracts/policy.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import { Appender } from '#libs/event-store/append.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { Law } from '#libs/runtime/law.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inScope } from '#libs/security/scope.js';
import { refuse } from './policy.refusals.js';

/** Where a step on the law itself comes in: of whom, when, and how often. */
@Injectable()
export class LawDoor {
  constructor(
    private readonly commands: CommandBus, private readonly clock: Clock, private readonly law: Law, private readonly appender: Appender, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  /** Nobody makes law outside the own divisions; the nation's only who speaks for the nation. */
  ensureOwn(caller: Caller, division: string): void {
    if (!inScope(caller.divisions, division)) throw refuse('OUTSIDE_YOUR_DIVISIONS', { division });
  }

  /** The same key gives the same proposal. */
  proposalId(caller: Caller, key: string | undefined): string {
    return key ? uuidv5(`proposal/${caller.subject}/${key}`) : uuidv7(this.clock.nowMs());
  }

  /** Gives a command to the stream of the law, and reads the law anew: whoever has published decides by it at once. */
  async give(command: { readonly type: string }, caller: Caller, key: string | undefined, asked: object): Promise<Given> {
    const by = `policy:${caller.subject}`;
    const fingerprint = `${command.type}\n${canonicalJson(JSON.parse(JSON.stringify(asked)))}`;
    const options = key ? { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac: this.index.macOfRequest(fingerprint) } } : {};
    const given = await this.commands.execute(new GiveCommand('policy', policyIdOf(this.appender.log.bornAs), { at: this.clock.now(), by, ...command } as never, causeOf(caller, 'policy'), options));
    await this.law.refresh();
    return given;
  }
}
