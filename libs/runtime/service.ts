import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import type { PublishedEvent, ServiceName } from '#libs/contracts/event.js';
import type { AnyDesk } from './desk.js';
import type { Process } from './process-runner.js';
import type { Product } from './product.js';
import type { AnyProjection } from './projection.js';

/** One of the five services: what it owns, what it derives, what it does next. Runs alone or beside the others. */
export interface Service {
  readonly name: ServiceName;
  readonly module: Type;
  readonly entities: readonly Type[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly desks: (product: Product) => readonly AnyDesk[];
  readonly projections: readonly AnyProjection[];
  readonly processes: readonly Process[];
  /** What follows a fact outside the event log, written in the same transaction: deliveries to channels. */
  readonly effects?: (product: Product) => Effect;
  /** Work that goes on beside the events: firing clocks, delivering feedback. Returns how to stop it. */
  readonly background?: (product: Product, desks: readonly AnyDesk[]) => Promise<() => Promise<void>>;
}

export type Effect = (chunk: readonly PublishedEvent[], tx: import('pg').ClientBase) => Promise<void>;
