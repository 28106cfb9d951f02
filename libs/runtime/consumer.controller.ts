import { Controller, Get, Inject } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { ServiceName } from '#libs/contracts/event.js';
import { Roles } from './auth.guard.js';
import type { Consuming } from './consuming.js';

/** Token of the consuming sides of this process, by service. */
export const CONSUMING = Symbol('consuming');

/** How far a service is behind the topic, for the operator. */
export function consumerController(service: ServiceName): Type {
  @Controller(`v1/${service}/consumer`)
  class ConsumerController {
    constructor(@Inject(CONSUMING) private readonly consuming: ReadonlyMap<ServiceName, Pick<Consuming, 'consumer'>>) {}

    @Get() @Roles('operator')
    @ApiOperation({ summary: 'The state of the service’s consumer, and how many events are published and not yet handled by it; null for a service that follows none' })
    async show(): Promise<object> {
      const consumer = this.consuming.get(service)?.consumer;
      if (!consumer) return { service, state: null, reason: null, lag: null };
      const { state, reason = null } = consumer.health();
      const lag = await consumer.lag().then(String, () => null); // While Kafka is away nobody knows: the state says that it is.
      return { service, state, reason, lag };
    }
  }
  return ConsumerController;
}
