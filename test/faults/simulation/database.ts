import type { Pool } from 'pg';
import pg from 'pg';
import type { Result } from './statements.js';
import { statements } from './statements.js';
import { appending, Tables } from './tables.js';
import type { Node, World } from './world.js';

interface Answer extends Partial<Result> {
  readonly error?: Error;
}
/** A connection as the server sees it. */
interface Connection {
  readonly node: Node;
  isBroken: boolean;
  inTransaction: boolean;
  failed: boolean;
  changes: (() => void)[];
  readonly locks: Set<string>;
  /** The server takes up what one connection sends in its order, one after the other. */
  readonly inbox: (() => void)[];
  isBusy: boolean;
  arrivesAt: number;
  touchedAt: number;
}
interface Waiting { readonly connection: Connection; readonly go: () => void }

const LOG_LOCK = 'log';
const LOCK_MS_MAX = 2_000;
const IDLE_MS_MAX = 10_000;

/**
 * The log's database as a model: what a statement does it does at one instant, a transaction's changes come to light with its commit, locks are waited for. It may be away,
 * hang up before or after a statement took effect, and end sessions that keep it waiting. `bySequence` is a wrong one: it gives out positions before they are committed.
 */
export class Database {
  readonly tables = new Tables();
  /** Until then nobody is answered. */
  awayUntil = 0;
  /** By how much the server's clock differs from the world's, in milliseconds. */
  clockMs = 0;
  /** Chance that a call is cut off, before or after it took effect. */
  cuts = 0;
  #connections = new Set<Connection>();
  #holders = new Map<string, Connection>();
  #queues = new Map<string, Waiting[]>();
  #sequence = 0;

  constructor(private readonly world: World, private readonly epochMs: number, private readonly bySequence: boolean) {
    this.#sweep();
  }

  get nowMs(): number {
    return this.epochMs + this.world.now + this.clockMs;
  }

  /** As one process would open it. */
  poolOf(node: Node): Pool {
    const pool = {
      query: (text: string | { text: string; values?: unknown[] }, values?: unknown[]) => { const connection = this.#connect(node); return this.#call(connection, text, values).finally(() => this.#end(connection)); },
      connect: () => new Promise((resolve, reject) => {
        this.world.after(this.world.latency(), 'connect', () => {
          if (this.awayUntil > this.world.now) return reject(refused());
          const connection = this.#connect(node);
          resolve({
            query: (text: string | { text: string; values?: unknown[] }, own?: unknown[]) => this.#call(connection, text, own), on: () => undefined, off: () => undefined, pipeline: false,
            release: () => this.#end(connection),
          });
        }, node);
      }),
      on: () => undefined, end: () => Promise.resolve(),
    };
    return pool as never;
  }

  /** Every session ends; what was not committed never was. */
  crash(forMs: number): void {
    this.awayUntil = this.world.now + forMs;
    for (const connection of [...this.#connections]) this.#break(connection);
  }

  /** The sessions of a dead process. */
  forget(node: Node): void {
    for (const connection of [...this.#connections]) if (connection.node === node) this.#break(connection);
  }

  #connect(node: Node): Connection {
    const connection: Connection = { node, isBroken: false, inTransaction: false, failed: false, changes: [], locks: new Set(), inbox: [], isBusy: false, arrivesAt: 0, touchedAt: this.world.now };
    this.#connections.add(connection);
    return connection;
  }

  #end(connection: Connection): void {
    this.#rollback(connection);
    this.#connections.delete(connection);
  }

  #break(connection: Connection): void {
    connection.isBroken = true;
    this.#end(connection);
  }

  /** Idle in a transaction for too long, or waiting for a lock: the server gives up. */
  #sweep(): void {
    this.world.after(500, 'sweep', () => {
      for (const connection of [...this.#connections]) if (connection.inTransaction && this.world.now - connection.touchedAt > IDLE_MS_MAX && !connection.isBusy) this.#break(connection);
      this.#sweep();
    }, 'nobody');
  }

  #call(connection: Connection, asked: string | { text: string; values?: unknown[] }, given?: unknown[]): Promise<Result> {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: given ?? [] } : { text: asked.text, values: asked.values ?? given ?? [] };
    const { node } = connection;
    const begins = text.replaceAll(/\s+/g, ' ').slice(0, 36);
    return new Promise((resolve, reject) => {
      const arrivesAt = Math.max(this.world.now + this.world.latency(), connection.arrivesAt);
      connection.arrivesAt = arrivesAt;
      const answered = ({ error, rows = [], rowCount = 0 }: Answer): void => {
        connection.isBusy = false;
        connection.inbox.shift()?.();
        const isCut = error === undefined && this.world.chance() < this.cuts;
        if (isCut) this.#break(connection);
        this.world.after(this.world.latency(), `reply ${begins}`, () => (error ?? isCut ? reject(error ?? cutOff()) : resolve({ rows, rowCount })), node);
      };
      const takeUp = (): void => {
        connection.isBusy = true;
        connection.touchedAt = this.world.now;
        if (this.awayUntil > this.world.now) return answered({ error: refused() });
        if (connection.isBroken || this.world.chance() < this.cuts) {
          this.#break(connection);
          return answered({ error: cutOff() });
        }
        this.#execute(connection, text, values as never[], answered);
      };
      // It is on its way: it arrives though the sender dies.
      this.world.after(arrivesAt - this.world.now, `execute ${begins}`, () => { if (connection.isBusy) connection.inbox.push(takeUp); else takeUp(); }, 'nobody');
    });
  }

  #execute(connection: Connection, text: string, values: readonly never[], answered: (answer: Answer) => void): void {
    if (text.startsWith('BEGIN')) {
      connection.inTransaction = true;
      return answered({});
    }
    if (text.startsWith('ROLLBACK') || (text.startsWith('COMMIT') && connection.failed)) {
      this.#rollback(connection);
      return answered({});
    }
    if (text.startsWith('COMMIT')) return this.#commit(connection, answered);
    if (connection.failed) return answered({ error: sqlState('25P02') });
    const fails = (error: Error): void => {
      connection.failed = connection.inTransaction;
      answered({ error });
    };
    if (/es\.append_batch/.test(text)) return this.#append(connection, text, values, answered, fails);
    if (/FOR UPDATE$/.test(text)) {
      const inOrder = [...(values[3] as unknown as readonly number[])].sort((a, b) => a - b);
      const next = (at: number): void => (at === inOrder.length ? answered(this.#run(connection, text, values)) : this.#locked(connection, `mark ${String(values[0])}/${inOrder[at]}`, () => next(at + 1), fails));
      return next(0);
    }
    answered(this.#run(connection, text, values));
  }

  #run(connection: Connection, text: string, values: readonly never[]): Answer {
    const flat = text.replaceAll(/\s+/g, ' ').replace(/^SELECT e\.pos, .*? FROM (es\.events e (?=WHERE)|(?=unnest))/, 'READ ');
    const found = statements.find(([begins]) => flat.startsWith(begins));
    if (!found) throw new Error(`The model of the database does not know this statement: ${flat.slice(0, 200)}`);
    const later = (change: () => void): void => { if (connection.inTransaction) connection.changes.push(change); else change(); };
    return found[1](values as never, { tables: this.tables, nowMs: this.nowMs, later });
  }

  #append(connection: Connection, text: string, values: readonly Buffer[], answered: (answer: Answer) => void, fails: (error: Error) => void): void {
    const all = text.includes('es.all_appended');
    const decide = (): void => {
      const base = this.bySequence ? this.#sequence : this.#head();
      const { outcomes, count, store } = appending(this.tables, values, base);
      this.#sequence = base + count;
      if (all && outcomes.some(([, outcome]) => outcome !== 'appended')) return fails(sqlState('40001'));
      const put = (): void => {
        const { outcomes: now } = appending(this.tables, values, base);
        if (!now.every(([, outcome], at) => outcome === outcomes[at]![1])) return; // Never, unless the store is the wrong one.
        store(base);
        for (let n = 1; n <= count; n++) this.tables.committedAt.set(base + n, this.world.now);
      };
      if (connection.inTransaction) {
        connection.changes.push(put);
        return answered({ rows: [], rowCount: 0 });
      }
      const commit = (): void => {
        put();
        this.#release(connection);
        answered({ rows: outcomes as unknown[], rowCount: outcomes.length });
      };
      if (this.bySequence) this.world.after(this.world.chance() * 8, 'commit', commit, 'nobody');
      else commit();
    };
    if (this.bySequence) decide();
    else this.#locked(connection, LOG_LOCK, decide, fails);
  }

  #head(): number {
    return this.tables.events.length;
  }

  #commit(connection: Connection, answered: (answer: Answer) => void): void {
    for (const change of connection.changes) change();
    connection.changes = [];
    this.#rollback(connection);
    answered({});
  }

  #rollback(connection: Connection): void {
    connection.changes = [];
    connection.inTransaction = false;
    connection.failed = false;
    this.#release(connection);
  }

  #locked(connection: Connection, name: string, go: () => void, fails: (error: Error) => void): void {
    const holder = this.#holders.get(name);
    if (holder === undefined || holder === connection) {
      this.#holders.set(name, connection);
      connection.locks.add(name);
      return go();
    }
    const waiting: Waiting = { connection, go };
    this.#queues.set(name, [...(this.#queues.get(name) ?? []), waiting]);
    this.world.after(LOCK_MS_MAX, 'lock timeout', () => {
      const queue = this.#queues.get(name) ?? [];
      if (!queue.includes(waiting)) return;
      this.#queues.set(name, queue.filter((one) => one !== waiting));
      fails(sqlState('55P03'));
    }, 'nobody');
  }

  #release(connection: Connection): void {
    for (const name of [...connection.locks]) {
      connection.locks.delete(name);
      this.#holders.delete(name);
      const [next, ...rest] = (this.#queues.get(name) ?? []).filter((one) => !one.connection.isBroken);
      this.#queues.set(name, rest);
      if (!next) continue;
      this.#holders.set(name, next.connection);
      next.connection.locks.add(name);
      next.connection.touchedAt = this.world.now;
      next.go();
    }
  }
}

function refused(): Error {
  return Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
}

function cutOff(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}

function sqlState(code: string): Error {
  return Object.assign(new pg.DatabaseError(`SQLSTATE ${code}`, 0, 'error'), { code });
}
