import { z } from 'zod';
import '#libs/contracts/catalogue.js';
import { stream } from '#libs/contracts/event.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { Appender } from '#libs/event-store/append.js';
import { openLog } from '#libs/event-store/log.js';
import { Consumer } from '#libs/messaging/consumer.js';
import type { Handle } from '#libs/messaging/effects.js';
import { Parked } from '#libs/messaging/parked.js';
import { Relay } from '#libs/messaging/relay.js';
import { DatabaseClock } from '#libs/runtime/clock.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { armsOf } from '../../../services/supervision/clocks/armed.projection.js';
import { clocks } from '../../../services/supervision/clocks/clock.decider.js';
import { Firer } from '../../../services/supervision/clocks/fire.js';
import type { Broker } from './broker.js';
import type { Database } from './database.js';
import { LOG_ID } from './tables.js';
import type { Node, World } from './world.js';

/** What people do in the simulation, and what a process makes of it. */
export const asked = stream('audit', 'asked', { AskedFor: ['已请求', z.object({ n: z.int() })] });
export const echo = stream('audit', 'echo', { Echoed: ['已回应', z.object({ of: z.string() })] });
export const CONSUMERS = ['first', 'second'] as const;

const clockDesk = { service: 'supervision', stream: 'clocks', decider: clocks, arms: armsOf.clocks } as unknown as AnyDesk;

/** One process of the simulated product: the product's own appender, relay, consumers, firing of clocks and database clock, on a modelled database and broker. */
export class Process {
  #appender: Appender | undefined;
  #clock: DatabaseClock | undefined;
  readonly #parked: Parked[] = [];

  constructor(readonly node: Node, private readonly world: World, private readonly database: Database, private readonly broker: Broker) {}

  /** Begins as `start.ts` does; ends where the database cannot be had, as a process would. */
  async begin(): Promise<void> {
    const [pool, transport] = [this.database.poolOf(this.node), this.broker.transportOf(this.node)];
    const log = await openLog(pool);
    this.#clock = await new DatabaseClock(pool).start();
    const clock = this.#clock;
    const appender = new Appender(pool, log);
    const relay = new Relay({ pool, transport });
    relay.start();
    appender.onAppended(() => relay.wake());
    for (const name of CONSUMERS) {
      const handle = handleOf(name, clock);
      const where = { pool, logId: LOG_ID, service: 'sim', name, handle };
      new Consumer({ ...where, transport, onAppended: () => relay.wake() }).start();
      this.#parked.push(new Parked(where));
    }
    new Firer({ pool, log, clock } as unknown as Product, new Map([['clocks', clockDesk]])).start();
    this.#appender = appender;
  }

  /** The door of this process: undefined while it has none. */
  get door(): Appender | undefined {
    return this.node.alive ? this.#appender : undefined;
  }

  get clock(): DatabaseClock {
    return this.#clock!;
  }

  get parked(): readonly Parked[] {
    return this.#parked;
  }

  /** From one instant to the next there is nothing of it any more. */
  die(): void {
    this.node.alive = false;
    this.database.forget(this.node);
    this.#clock?.stop();
  }
}

/** Counts what it is told of, and the first consumer also answers each wish by one event: exactly once, whatever comes twice. */
function handleOf(consumer: string, clock: DatabaseClock): Handle {
  return async (events, tx) => {
    const query = tx.query.bind(tx) as (text: string, values: unknown[]) => Promise<{ rows: { version: number }[] }>;
    for (const { position } of events) await query('EFFECT', [consumer, position]);
    if (consumer !== CONSUMERS[0]) return [];
    const wishes = new Map<string, string[]>();
    for (const { type, caseId, position } of events) if (type === asked.AskedFor.type) wishes.set(caseId, [...(wishes.get(caseId) ?? []), position]);
    const commands: AppendCommand[] = [];
    for (const [caseId, positions] of wishes) {
      const { rows } = await query('VERSION', [`echo/${caseId}`]);
      commands.push({
        stream: `echo/${caseId}`, caseId, expected: rows[0]!.version, meta: { actor: 'process:test' },
        events: positions.map((of) => ({ id: uuidv5(`echo/${of}`), type: echo.Echoed.type, data: { of }, recordedAt: clock.now() })),
      });
    }
    return commands;
  };
}
