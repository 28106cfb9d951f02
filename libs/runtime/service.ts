import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
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
  /** What it keeps beside its events and makes again from them, where events are brought back into a restored log: claims, counters. */
  readonly recover?: (desks: readonly AnyDesk[]) => Effect;
  /** What it remembers of events that are given up for good: numbers that were told to people. */
  readonly forgo?: Effect;
  /** What a copy of the log must not go on doing in the place of the original. */
  readonly calm?: (tx: import('pg').ClientBase) => Promise<void>;
  /** What it serves beside its routes: the pages of the console. */
  readonly serve?: (app: NestFastifyApplication, product: Product) => Promise<void>;
  /** Work that goes on beside the events: firing clocks, delivering feedback. Returns how to stop it. */
  readonly background?: (product: Product, desks: readonly AnyDesk[]) => Promise<() => Promise<void>>;
}

export type Effect = (chunk: readonly PublishedEvent[], tx: import('pg').ClientBase) => Promise<void>;
