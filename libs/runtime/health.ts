import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from './auth.guard.js';

/** How a process looks after what it stands on. */
export abstract class ReadinessChecks {
  /** Rejects where the database does not answer. */
  abstract readonly postgres: () => Promise<unknown>;
  /** The state of relay and consumers. */
  abstract readonly kafka: () => readonly { readonly state: string }[];
  /** What else works in the background of this process, by its name. */
  readonly workers?: (() => ReadonlyMap<string, () => { readonly state: string }>) | undefined;
}

interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly postgres: 'up' | 'down';
  /** Shown, not needed: while Kafka is away, orders are taken in and stored. */
  readonly kafka: readonly string[];
  readonly workers?: Readonly<Record<string, string>>;
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
    if (postgres === 'down') void reply.status(503);
    const workers = [...(this.checks.workers?.() ?? [])].map(([name, worker]) => [name, worker().state] as const);
    return {
      status: postgres === 'up' ? 'ready' : 'not-ready', postgres, kafka: [...new Set(this.checks.kafka().map(({ state }) => state))].sort(),
      ...(workers.length > 0 && { workers: Object.fromEntries(workers) }),
    };
  }

  async #postgres(): Promise<'up' | 'down'> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'down'>((resolve) => { timer = setTimeout(() => resolve('down'), POSTGRES_TIMEOUT_MS); });
    const answer = Promise.resolve().then(this.checks.postgres).then(() => 'up' as const, () => 'down' as const);
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
