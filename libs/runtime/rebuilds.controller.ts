import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import type { ServiceName } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { Refusal } from '#libs/decider/refusal.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { CurrentCaller, Roles } from './auth.guard.js';
import { Clock } from './clock.js';
import { log, traceOf } from './logger.js';
import type { Product } from './product.js';
import { PRODUCT } from './product.tokens.js';
import type { AnyProjection } from './projection.js';
import type { Rebuilt } from './rebuild.js';
import { rebuild } from './rebuild.js';
import { refuse } from './rebuild.refusals.js';

/** Token of the read tables of this process, by service. */
export const PROJECTIONS = Symbol('projections');

export class AskRebuild {
  /** `supervision.case_view` */
  @IsString() @Length(3, 80) projection!: string;
  /** Compares alone, and changes nothing. */
  @IsOptional() @IsBoolean() check?: boolean;
}

interface Run {
  readonly projection: string;
  readonly check: boolean;
  readonly by: string;
  readonly startedAt: Instant;
  state: 'running' | 'done' | 'failed';
  position: number;
  of: number;
  result: Rebuilt | null;
  /** A refusal's code, or `INTERNAL`. */
  code: string | null;
}

/** Read tables of a service made again while they are in use, for the operator; one run of a table at a time. */
export function rebuildsController(service: ServiceName): Type {
  @Controller(`v1/${service}/rebuilds`)
  class RebuildsController {
    /** The last run of each table that this process made. */
    readonly #runs = new Map<string, Run>();

    constructor(@Inject(PROJECTIONS) private readonly projections: ReadonlyMap<ServiceName, readonly AnyProjection[]>, @Inject(PRODUCT) private readonly product: Product, private readonly clock: Clock) {}

    @Get() @Roles('operator')
    @ApiOperation({ summary: 'The read tables of this service, and how their last rebuild in this process goes or went' })
    list(): object {
      return { projections: this.#own().map(({ table }) => ({ projection: table, run: this.#runs.get(table) ?? null })) };
    }

    @Post() @HttpCode(202) @Roles('operator')
    @ApiOperation({ summary: 'Makes a read table again beside the one in use, compares the two, and exchanges what differs' })
    start(@Body() { projection: table, check = false }: AskRebuild, @CurrentCaller() caller: Caller): object {
      const projection = this.#own().find((one) => one.table === table);
      if (!projection) throw refuse('NO_SUCH_PROJECTION');
      if (this.#runs.get(table)?.state === 'running') throw refuse('REBUILD_RUNNING');
      const cause = causeOf(caller, 'operator');
      const run: Run = { projection: table, check, by: cause.actor, startedAt: this.clock.now(), state: 'running', position: 0, of: 0, result: null, code: null };
      this.#runs.set(table, run);
      const { config, log: { logId } } = this.product;
      void rebuild({
        databaseUrl: config.DATABASE_URL, logId, service, projection, cause, check, now: () => this.clock.now(),
        onProgress: (position, of) => Object.assign(run, { position, of }),
      }).then((result) => Object.assign(run, { state: 'done', result }), (error: unknown) => {
        Object.assign(run, { state: 'failed', code: error instanceof Refusal ? error.code : 'INTERNAL' });
        log.error({ service, projection: table, error: traceOf(error) }, 'a rebuild failed');
      });
      return run;
    }

    #own(): readonly AnyProjection[] {
      return this.projections.get(service) ?? [];
    }
  }
  return RebuildsController;
}
