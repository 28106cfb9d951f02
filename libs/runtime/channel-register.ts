import type { Pool } from 'pg';
import type { BookedKey, ChannelBook } from '#libs/contracts/channel-book.js';
import { bookAfter, emptyBook, isLive } from '#libs/contracts/channel-book.js';
import type { ChannelEvent, ChannelTerms } from '#libs/contracts/channel.events.js';
import { channelsStreamOf } from '#libs/contracts/channel.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { fingerprintIn, peersOf } from '#libs/security/client-certificate.js';
import type { Keyring } from '#libs/security/keyring.js';
import { webhookKeyId } from '#libs/security/webhook.js';
import type { Allowance, ChannelDoor, GuardedRequest } from './auth.guard.js';
import { ChannelKeys } from './auth.guard.js';
import { takeCall } from './channel-rate.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { log, traceOf } from './logger.js';

const LOOK_MS = 500;
const WRITE_USE_MS = 2_000;

interface Secret { readonly key: string; readonly channel: string; readonly secret: string }
type Configuration = Pick<Config, 'CHANNEL_KEYS' | 'PEER_LOGS' | 'TRUST_PROXY' | 'CLIENT_CERT_HEADER'>;

/** By which cases come from the logs of other regions and go there. */
export const TRANSFER_CHANNEL = 'transfer';

/**
 * The channels of this process, kept live: the keys of the configuration, and over them what the log says. It asks the log twice a second for what is new, one look
 * into an index, so that every process obeys a revocation within a second; while the database is away, what was read last goes on.
 */
export class ChannelRegister extends ChannelKeys {
  #book: ChannelBook = emptyBook;
  #version = 0;
  #issued: readonly Secret[] = [];
  #timers: NodeJS.Timeout[] = [];
  #turn: Promise<void> = Promise.resolve();
  #uses = new Map<string, { readonly channel: string; readonly key: string }>();
  readonly #configured: readonly Secret[];
  readonly #trusted: (address: string | undefined) => boolean;

  constructor(private readonly pool: Pool, private readonly logId: string, private readonly keyring: Keyring, private readonly clock: Clock, private readonly config: Configuration) {
    super();
    const peers = Object.values(config.PEER_LOGS).flatMap(({ secrets }) => secrets);
    const channels = [...Object.entries(config.CHANNEL_KEYS).map(([channel, { secrets }]) => [channel, secrets] as const), [TRANSFER_CHANNEL, peers] as const];
    this.#configured = channels.flatMap(([channel, secrets]) => secrets.map((secret) => ({ channel, secret, key: webhookKeyId(secret) })));
    this.#trusted = peersOf(config.TRUST_PROXY);
  }

  /** Everything that stood in the log before this call is obeyed after it. */
  refresh(): Promise<void> {
    const turn = this.#turn.catch(() => undefined).then(() => this.#read());
    this.#turn = turn;
    return turn;
  }

  start(): this {
    this.#timers = [setInterval(() => void this.#looking(() => this.refresh()), LOOK_MS), setInterval(() => void this.#looking(() => this.#writeUses()), WRITE_USE_MS)];
    for (const timer of this.#timers) timer.unref();
    return this;
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#turn.catch(() => undefined);
    await this.#looking(() => this.#writeUses());
  }

  of(channel: string): ChannelDoor | undefined {
    const secrets = this.secretsOf(channel);
    if (secrets.length === 0) return undefined;
    const { divisions, kinds, formats, certificates } = this.termsOf(channel);
    return { secrets, enabled: this.#book.get(channel)?.enabled ?? true, divisions: divisions ?? ['000000'], kinds, formats, certificates };
  }

  /** Live ones, those issued last first: by the first a receiver that knows one only would be told. */
  secretsOf(channel: string): readonly string[] {
    const now = this.clock.now();
    const keys = this.#book.get(channel)?.keys;
    return [...this.#issued, ...this.#configured].filter((one) => one.channel === channel && isLive(keys?.get(one.key), now)).map(({ secret }) => secret);
  }

  /** What the log says, or else the configuration. */
  termsOf(channel: string): ChannelTerms {
    const given = this.config.CHANNEL_KEYS[channel];
    return this.#book.get(channel)?.terms ?? { divisions: given?.divisions ?? null, kinds: null, formats: null, rate: null, certificates: [], feedbackUrl: given?.feedbackUrl ?? null };
  }

  isEnabled(channel: string): boolean {
    return this.#book.get(channel)?.enabled ?? true;
  }

  /** Every key of a channel with what the log says of it; those of the configuration, of which it may say nothing, too. */
  keysOf(channel: string): readonly { readonly key: string; readonly booked: BookedKey | undefined; readonly configured: boolean }[] {
    const booked = this.#book.get(channel)?.keys ?? new Map<string, BookedKey>();
    const configured = this.configuredKeys(channel);
    return [...new Set([...booked.keys(), ...configured])].map((key) => ({ key, booked: booked.get(key), configured: configured.includes(key) }));
  }

  configuredKeys(channel: string): readonly string[] {
    return this.#configured.filter((one) => one.channel === channel).map(({ key }) => key);
  }

  /** Channels that want to be told, with their addresses. */
  listening(): ReadonlyMap<string, string> {
    const names = [...new Set([...Object.keys(this.config.CHANNEL_KEYS), ...this.#book.keys()])];
    return new Map(names.flatMap((name) => (this.isEnabled(name) && this.termsOf(name).feedbackUrl !== null ? [[name, this.termsOf(name).feedbackUrl!]] : [])));
  }

  certificateOf({ headers, raw }: GuardedRequest): string | undefined {
    const { CLIENT_CERT_HEADER: name } = this.config;
    return name !== undefined && this.#trusted(raw?.socket?.remoteAddress) ? fingerprintIn(headers[name]) : undefined;
  }

  async take(channel: string): Promise<Allowance | undefined> {
    const { rate } = this.termsOf(channel);
    return rate ? takeCall(this.pool, channel, rate) : undefined;
  }

  peerOf(secret: string): string | null {
    return Object.entries(this.config.PEER_LOGS).find(([, { secrets }]) => secrets.includes(secret))?.[0] ?? null;
  }

  used(channel: string, secret: string): void {
    const key = webhookKeyId(secret);
    this.#uses.set(`${channel}/${key}`, { channel, key });
  }

  async #read(): Promise<void> {
    const events = await readStream(this.pool, channelsStreamOf(this.logId), this.#version + 1);
    if (events.length === 0) return;
    const book = events.map((event) => streamEvent<ChannelEvent>(event)).reduce(bookAfter, this.#book);
    this.#issued = await this.#secretsIn(book);
    this.#book = book;
    this.#version = events.at(-1)!.version;
  }

  /** Secrets whose key is gone are revoked ones: they are passed by. */
  async #secretsIn(book: ChannelBook): Promise<readonly Secret[]> {
    const wanted = [...book].flatMap(([channel, { keys }]) => [...keys].filter(([, { issued, revokedAt }]) => issued && revokedAt === null).map(([key, { issued }]) => ({ channel, key, at: issued!.at })));
    if (wanted.length === 0) return [];
    const { rows } = await this.pool.query<{ key: string; sealed: Sealed }>('SELECT key, sealed FROM intake.channel_key WHERE key = ANY($1)', [wanted.map(({ key }) => key)]);
    const opened = await this.keyring.open(rows.map(({ sealed }) => sealed));
    const secrets = new Map(rows.map(({ key }, n) => [key, opened[n]!]));
    return wanted.sort((a, b) => (a.at < b.at ? 1 : -1)).flatMap(({ channel, key }) => (secrets.get(key) ? [{ channel, key, secret: secrets.get(key)! }] : []));
  }

  /** One row a key, at most every two seconds from each process: a hotline that files by the hundred is not held up by it. */
  async #writeUses(): Promise<void> {
    const uses = [...this.#uses.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    if (uses.length === 0) return;
    this.#uses = new Map();
    await this.pool.query(
      `INSERT INTO intake.channel_use (channel, key, "lastUsedAt") SELECT c, k, $3 FROM unnest($1::text[], $2::text[]) AS u(c, k) ORDER BY c, k
       ON CONFLICT (channel, key) DO UPDATE SET "lastUsedAt" = greatest(intake.channel_use."lastUsedAt", excluded."lastUsedAt")`,
      [uses.map(({ channel }) => channel), uses.map(({ key }) => key), this.clock.now()]);
  }

  async #looking(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.debug({ error: traceOf(error) }, 'the channels wait for the database');
    }
  }
}
