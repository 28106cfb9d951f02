import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { ChannelEvent, ChannelTerms } from '#libs/contracts/channel.events.js';
import { channelsIdOf } from '#libs/contracts/channel.events.js';
import { epochMs, instantOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { ChannelRegister } from '#libs/runtime/channel-register.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.tokens.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import { inScope } from '#libs/security/scope.js';
import { seal } from '#libs/security/seal.js';
import { webhookKeyId } from '#libs/security/webhook.js';
import type { ChannelsCommand } from './channels.decider.js';
import { channelNamed } from './channels.js';
import { refuse } from './channels.refusals.js';
import { divisionCode } from './order.js';
import type { ChannelTermsRequest, IssueKeyRequest } from './register.requests.js';

/** Who asks, and the key by which a repetition is known. */
export interface Asking { readonly caller: Caller; readonly idempotencyKey?: string | undefined }
/** `secret`: shown this once; null where the same request was answered before. */
export interface Issued { readonly key: string; readonly secret: string | null; readonly outcome: Given['outcome'] }
type Said = ChannelsCommand extends infer C ? (C extends ChannelsCommand ? Omit<C, 'at' | 'by' | 'configured'> : never) : never;

/** What the security administrator does to channels: each step an event, obeyed by this process at once and by the others within a second. */
@Injectable()
export class ChannelKeyHandler {
  constructor(
    private readonly commands: CommandBus, private readonly pool: Pool, private readonly keyring: Keyring, private readonly clock: Clock, private readonly register: ChannelRegister,
    @Inject(PRODUCT) private readonly product: Product, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  /** The secret is stored before the log says that it lives: a key of which nobody has the secret never comes to be. */
  async issue(channel: string, { reason, oldUntil }: IssueKeyRequest, asking: Asking): Promise<Issued> {
    this.#ensureMine(channel, asking.caller);
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const key = webhookKeyId(secret);
    const subject = subjectOfKey(key);
    const sealed = seal((await this.keyring.create([subject])).get(subject)!, subject, 'webhookSecret', secret);
    await this.pool.query('INSERT INTO intake.channel_key (key, channel, sealed) VALUES ($1, $2, $3)', [key, channel, sealed]);
    const until = oldUntil === undefined ? null : instantOf(epochMs(oldUntil));
    try {
      const { outcome, events } = await this.#give({ type: 'IssueKey', channel, reason, key, until }, asking, `issue\n${reason}\n${until}`);
      if (outcome === 'appended') return { key, secret, outcome };
      await this.#forget(key);
      return { key: (events[0] as Extract<ChannelEvent, { type: 'ChannelKeyIssued' }>).key, secret: null, outcome };
    } catch (error) {
      await this.#forget(key);
      throw error;
    }
  }

  /** With the fact the secret goes: what no process can read, no process can believe. */
  async revoke(channel: string, key: string, reason: string, asking: Asking): Promise<Given> {
    this.#ensureMine(channel, asking.caller);
    const given = await this.#give({ type: 'RevokeKey', channel, reason, key }, asking, `revoke\n${key}\n${reason}`);
    await this.#forget(key);
    return given;
  }

  async setTerms(channel: string, { reason, ...asked }: ChannelTermsRequest, asking: Asking): Promise<Given> {
    this.#ensureMine(channel, asking.caller);
    const divisions = asked.divisions?.map((name) => (name === '000000' ? name : divisionCode('divisions', name))) ?? null;
    if (!(divisions ?? ['000000']).every((division) => inScope(asking.caller.divisions, division))) {
      throw new FieldsRefused([{ field: 'divisions', zh: '不在您的辖区内', en: 'lies outside your divisions' }]);
    }
    const { kinds = null, formats = null, rate, certificates = [], feedbackUrl = null } = asked;
    const terms: ChannelTerms = { divisions, kinds, formats, rate: rate ? { perMinute: rate.perMinute, burst: rate.burst } : null, certificates, feedbackUrl };
    return this.#give({ type: 'SetTerms', channel, reason, terms }, asking, `terms\n${JSON.stringify(terms)}\n${reason}`);
  }

  switch(channel: string, on: boolean, reason: string, asking: Asking): Promise<Given> {
    this.#ensureMine(channel, asking.caller);
    return this.#give({ type: on ? 'EnableChannel' : 'DisableChannel', channel, reason }, asking, `${on ? 'enable' : 'disable'}\n${reason}`);
  }

  /** A channel is changed by whoever is competent wherever it files. */
  #ensureMine(channel: string, { divisions }: Caller): void {
    channelNamed(channel);
    if (!(this.register.termsOf(channel).divisions ?? ['000000']).every((division) => inScope(divisions, division))) throw refuse('CHANNEL_OUTSIDE_DIVISIONS');
  }

  async #give(said: Said, { caller, idempotencyKey }: Asking, asked: string): Promise<Given> {
    const cause = causeOf(caller, 'security-admin');
    const command = { ...said, at: this.clock.now(), by: cause.actor, configured: this.register.configuredKeys(said.channel) };
    const key = idempotencyKey && { source: `caller:${caller.subject}`, key: idempotencyKey.slice(0, 200), mac: this.index.macOfRequest(`channel/${said.channel}\n${asked}`) };
    const given = await this.commands.execute(new GiveCommand('channels', channelsIdOf(this.product.log.bornAs), command, cause, { caller, ...(key && { key }) }));
    await this.register.refresh();
    return given;
  }

  async #forget(key: string): Promise<void> {
    await this.keyring.erase(subjectOfKey(key));
    await this.pool.query('DELETE FROM intake.channel_key WHERE key = $1', [key]);
  }
}

/** Under whose key a secret is sealed: wrapped by the master key in use, changed with it, destroyed with the secret. */
function subjectOfKey(key: string): string {
  return uuidv5(`channel-key/${key}`);
}
