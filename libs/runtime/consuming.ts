import { Consumer } from '#libs/messaging/consumer.js';
import type { Handle } from '#libs/messaging/effects.js';
import { Parked } from '#libs/messaging/parked.js';
import type { Relay } from '#libs/messaging/relay.js';
import type { AnyDesk } from './desk.js';
import { Desks } from './desk.js';
import { log } from './logger.js';
import { processRefusals } from './metrics.js';
import { ProcessRunner } from './process-runner.js';
import type { Product } from './product.js';
import { project } from './projection.js';
import type { Service } from './service.js';

/** The consuming side of one service: what runs by itself, and the shelf of what it could not handle. */
export interface Consuming {
  readonly consumer: Consumer;
  readonly parked: Parked;
}

/** undefined for a service that follows no events. */
export function consumingOf(service: Service, product: Product, desks: readonly AnyDesk[], relay: Relay): Consuming | undefined {
  const { name, projections, processes, effects } = service;
  if (projections.length === 0 && processes.length === 0 && !effects) return undefined;
  const { transport, pool, log: { logId } } = product;
  const where = { pool, logId, service: name, name: `${logId}-${name}`, handle: handleOf(service, product, desks) };
  return { consumer: new Consumer({ ...where, transport, onAppended: () => relay.wake() }), parked: new Parked(where) };
}

/** All that a chunk of events means for a service: rows, deliveries, then commands for its own streams. */
function handleOf({ name, projections, processes, effects }: Service, product: Product, desks: readonly AnyDesk[]): Handle {
  const runner = new ProcessRunner(name, processes, new Desks(desks), product.clock, (stream, command, code) => {
    processRefusals.inc({ service: name, code });
    log.debug({ service: name, stream, command, code }, 'a late wish was refused');
  });
  const effect = effects?.(product);
  return async (chunk, tx) => {
    for (const projection of projections) await project(tx, projection, chunk);
    await effect?.(chunk, tx);
    return runner.run(chunk, tx);
  };
}
