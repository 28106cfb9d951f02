import { Module, ValidationPipe } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Pool } from 'pg';
import type { ServiceName } from '#libs/contracts/event.js';
import { Appender } from '#libs/event-store/append.js';
import { Streams } from '#libs/event-store/streams.js';
import { TokenVerifier } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import { SessionSeal } from '#libs/security/session.js';
import { AuthGuard, ChannelKeys, Sessions } from './auth.guard.js';
import { ChannelRegister } from './channel-register.js';
import { Clock } from './clock.js';
import { CommandDoor } from './command-door.js';
import { CONSUMING, consumerController } from './consumer.controller.js';
import type { Consuming } from './consuming.js';
import type { AnyDesk } from './desk.js';
import { Desks } from './desk.js';
import { EndedSessions } from './ended-sessions.js';
import { GiveCommandHandler } from './give-command.js';
import { HealthController, ReadinessChecks } from './health.js';
import { Law } from './law.js';
import { MetricsController } from './metrics.js';
import { PARKED, parkedController } from './parked.controller.js';
import { ProblemFilter } from './problem.filter.js';
import type { Product } from './product.js';
import { Rates } from './rates.js';
import { RecordedReads } from './recorded-reads.js';
import { RefusedReads } from './refused-reads.js';
import { BLIND_INDEX, POLICIES, SESSION } from './product.js';
import { PRODUCT } from './product.tokens.js';
import { PROJECTIONS, rebuildsController } from './rebuilds.controller.js';
import type { Service } from './service.js';
import { validationPipe } from './validation.js';

export { PRODUCT };

/** What all services of a process share, each under its own class. Global, so that a service's module names only its own. */
@Module({})
export class ProductModule {
  static with(product: Product, services: readonly Service[], desks: readonly AnyDesk[], consuming: ReadonlyMap<ServiceName, Consuming>, checks: ReadinessChecks): DynamicModule {
    const shared: Provider[] = [
      { provide: PRODUCT, useValue: product },
      { provide: Pool, useValue: product.pool },
      { provide: Appender, useValue: product.appender },
      { provide: Streams, useValue: product.streams },
      { provide: Clock, useValue: product.clock },
      { provide: Keyring, useValue: product.keyring },
      { provide: BLIND_INDEX, useValue: product.blindIndex },
      { provide: TokenVerifier, useValue: product.verifier },
      { provide: POLICIES, useValue: product.policies },
      { provide: Law, useValue: product.law },
      { provide: ChannelKeys, useValue: product.channels },
      { provide: ChannelRegister, useValue: product.channels },
      { provide: Sessions, useValue: sessions(product) },
      { provide: Rates, useValue: new Rates(product.config.CALLS_PER_MINUTE_MAX) },
      { provide: Desks, useValue: new Desks(desks) },
      { provide: ValidationPipe, useFactory: () => validationPipe(product.clock) },
      { provide: PARKED, useValue: new Map([...consuming].map(([name, { parked }]) => [name, parked])) },
      { provide: CONSUMING, useValue: consuming },
      { provide: PROJECTIONS, useValue: new Map(services.map(({ name, projections }) => [name, projections])) },
      { provide: ReadinessChecks, useValue: checks },
    ];
    return {
      module: ProductModule,
      global: true,
      imports: [
        CqrsModule.forRoot(),
        TypeOrmModule.forRoot({
          type: 'postgres', url: product.config.DATABASE_URL, entities: services.flatMap(({ entities }) => [...entities]), synchronize: false, logging: false,
          extra: { max: 5, ...SESSION },
        }),
        ...services.map(({ module }) => module),
      ],
      controllers: [HealthController, MetricsController, ...services.flatMap(({ name }) => [parkedController(name), rebuildsController(name), consumerController(name)])],
      providers: [...shared, CommandDoor, EndedSessions, GiveCommandHandler, RecordedReads, RefusedReads, { provide: APP_FILTER, useClass: ProblemFilter }, { provide: APP_PIPE, useExisting: ValidationPipe }, { provide: APP_GUARD, useClass: AuthGuard }],
      exports: [...shared, CommandDoor, EndedSessions, RecordedReads, CqrsModule],
    };
  }
}

/** Every service opens the cookie that supervision, which serves the console, has sealed. */
function sessions({ config: { SESSION_KEY, PUBLIC_URL } }: Product): Sessions {
  return { seal: SESSION_KEY && new SessionSeal(SESSION_KEY), secure: PUBLIC_URL !== undefined && new URL(PUBLIC_URL).protocol === 'https:' };
}
