import { Module, ValidationPipe } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Pool } from 'pg';
import type { ServiceName } from '#libs/contracts/event.js';
import { Appender } from '#libs/event-store/append.js';
import { Streams } from '#libs/event-store/streams.js';
import type { Parked } from '#libs/messaging/parked.js';
import { TokenVerifier } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import { AuthGuard, ChannelKeys } from './auth.guard.js';
import { Clock } from './clock.js';
import { CommandDoor } from './command-door.js';
import type { AnyDesk } from './desk.js';
import { Desks } from './desk.js';
import { GiveCommandHandler } from './give-command.js';
import { HealthController, ReadinessChecks } from './health.js';
import { Law } from './law.js';
import { MetricsController } from './metrics.js';
import { PARKED, parkedController } from './parked.controller.js';
import { ProblemFilter } from './problem.filter.js';
import type { Product } from './product.js';
import { BLIND_INDEX, POLICIES, SESSION } from './product.js';
import type { Service } from './service.js';
import { validationPipe } from './validation.js';

export const PRODUCT = Symbol('product');

/** What all services of a process share, each under its own class. Global, so that a service's module names only its own. */
@Module({})
export class ProductModule {
  static with(product: Product, services: readonly Service[], desks: readonly AnyDesk[], shelves: ReadonlyMap<ServiceName, Parked>, checks: ReadinessChecks): DynamicModule {
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
      { provide: ChannelKeys, useValue: channelKeys(product) },
      { provide: Desks, useValue: new Desks(desks) },
      { provide: ValidationPipe, useFactory: () => validationPipe(product.clock) },
      { provide: PARKED, useValue: shelves },
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
      controllers: [HealthController, MetricsController, ...services.map(({ name }) => parkedController(name))],
      providers: [...shared, CommandDoor, GiveCommandHandler, { provide: APP_FILTER, useClass: ProblemFilter }, { provide: APP_PIPE, useExisting: ValidationPipe }, { provide: APP_GUARD, useClass: AuthGuard }],
      exports: [...shared, CommandDoor, CqrsModule],
    };
  }
}

/** A channel without divisions of its own may file for the whole nation. */
function channelKeys({ config }: Product): ChannelKeys {
  return { of: (channel) => {
    const key = config.CHANNEL_KEYS[channel];
    return key && { secrets: key.secrets, divisions: key.divisions ?? ['000000'] };
  } };
}
