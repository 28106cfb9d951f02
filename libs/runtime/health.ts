import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Differs } from '#libs/messaging/relay.js';
import { Public } from './auth.guard.js';

/** How a process looks after what it stands on. */
export abstract class ReadinessChecks {
  /** Rejects where the database does not answer. */
  abstract readonly postgres: () => Promise<unknown>;
  /** The state of relay and consumers. */
  abstract readonly kafka: () => readonly { readonly state: string }[];
  /** True once the process has been told to end: it takes nothing more. */
  readonly ending?: (() => boolean) | undefined;
  /** What else works in the background of this process, by its name. */
  readonly workers?: (() => ReadonlyMap<string, () => { readonly state: string }>) | undefined;
  /** How this log is another than the world was told of; undefined where it is not, or nobody knows yet. */
  readonly differs?: (() => Differs | undefined) | undefined;
}

interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly postgres: 'up' | 'down';
  /** Shown, not needed: while Kafka is away, orders are taken in and stored. */
  readonly kafka: readonly string[];
  readonly workers?: Readonly<Record<string, string>>;
  /** A person must say how to go on: which positions are known outside and not here. */
  readonly log?: Differs;
}

const POSTGRES_TIMEOUT_MS = 2000;

@ApiTags('health')
@Controller('health')
export class HealthController {
  #asked: Promise<'up' | 'down'> | undefined;

  constructor(private readonly checks: ReadinessChecks) {}

  @Get('live') @Public() @Header('cache-control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready') @Public() @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    this.#asked ??= this.#postgres().finally(() => { this.#asked = undefined; }); // However many ask, the database is asked once.
    const postgres = await this.#asked;
    const ready = postgres === 'up' && this.checks.ending?.() !== true;
    if (!ready) void reply.status(503);
    const log = this.checks.differs?.();
    const workers = [...(this.checks.workers?.() ?? [])].map(([name, worker]) => [name, worker().state] as const);
    return {
      status: ready ? 'ready' : 'not-ready', postgres, kafka: [...new Set(this.checks.kafka().map(({ state }) => state))].sort(),
      ...(workers.length > 0 && { workers: Object.fromEntries(workers) }), ...(log && { log }),
    };
  }

  async #postgres(): Promise<'up' | 'down'> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'down'>((resolve) => { timer = setTimeout(() => resolve('down'), POSTGRES_TIMEOUT_MS); });
    const answer = Promise.resolve().then(this.checks.postgres).then(() => 'up' as const, () => 'down' as const);
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
