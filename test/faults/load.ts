import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { instantOf } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { Appender } from '#libs/event-store/append.js';
import { openLog } from '#libs/event-store/log.js';
import { published } from '#libs/event-store/streams.js';
import { signWebhook } from '#libs/security/webhook.js';
import { nextOrder } from '../../demo/orders.js';
import { armsOf } from '../../services/supervision/clocks/armed.projection.js';
import { clocks } from '../../services/supervision/clocks/clock.decider.js';

/** A command that was answered with success: from then on it must not be lost. */
export interface Acknowledged {
  readonly what: 'filed' | 'signed';
  readonly caseId: string;
}

/** A clock that was armed, and when it is due. */
export interface ArmedFor {
  readonly clock: string;
  readonly dueMs: number;
}

/** What the people of a test were told. */
export interface Ledger {
  readonly acknowledged: Acknowledged[];
  readonly armed: ArmedFor[];
  /** Answers that a client must not get: neither success, nor a refusal that another try may meet otherwise. */
  readonly wrong: string[];
}

export interface Doors {
  readonly intake: string;
  readonly routing: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly token: string;
}

const AT_ONCE = 4;
const BETWEEN_MS = 150;
const ANSWER_MS_MAX = 10_000;
const AGAIN_MS = 100;
/** After this many serials the demo's orders begin to repeat each other. */
export const ORDERS_MAX = 9_000;

/** Hotlines and an officer at work: each call is repeated, under its own id, until it is answered with success. */
export class Load implements Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly armed: ArmedFor[] = [];
  readonly wrong: string[] = [];
  /** How long a command is repeated. What follows from an event waits for as long as Kafka is away. */
  patienceMs = 120_000;
  #serial = 1;
  #isOver = true;
  #work: Promise<void[]> = Promise.resolve([]);

  constructor(private readonly doors: Doors, private readonly databaseUrl: string) {}

  get serial(): number {
    return this.#serial;
  }

  begin(): void {
    this.#isOver = false;
    this.#work = Promise.all(Array.from({ length: AT_ONCE }, () => this.#channelAtWork()));
    this.#work.catch(() => undefined); // Awaited in `end`.
  }

  /** No new order; what was sent is repeated until it is taken. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#work;
  }

  /** Waits until so many more commands were answered. */
  async more(count: number): Promise<void> {
    const wanted = this.acknowledged.length + count;
    for (const end = performance.now() + 60_000; this.acknowledged.length < wanted; await pause(10)) {
      if (performance.now() > end) throw new Error(`Only ${count - wanted + this.acknowledged.length} of ${count} commands were answered within 60 s. ${this.wrong.at(-1) ?? ''}`);
    }
  }

  async #channelAtWork(): Promise<void> {
    while (!this.#isOver) {
      const caseId = await this.file();
      await this.#insist(() => fetch(`${this.doors.routing}/v1/routing/cases/${caseId}/commands/sign-order`, {
        method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${this.doors.token}` }, body: '{}', signal: AbortSignal.timeout(ANSWER_MS_MAX),
      }), [404, 409, 503]); // It may not have come to routing yet.
      this.acknowledged.push({ what: 'signed', caseId });
      await pause(BETWEEN_MS);
    }
  }

  /** One order, repeated under its id until it is taken. */
  async file(): Promise<string> {
    const { channel, order } = nextOrder(this.#serial++, instantOf(Date.now() - 60_000));
    const id = `wh_${randomUUID()}`;
    const body = JSON.stringify(order);
    const filed = await this.#insist(() => fetch(`${this.doors.intake}/v1/channels/${channel}/work-orders`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...signWebhook(this.doors.secrets[channel]!, id, Math.floor(Date.now() / 1000), body) }, body, signal: AbortSignal.timeout(ANSWER_MS_MAX),
    }), [503]);
    const { caseId } = filed as { caseId: string };
    this.acknowledged.push({ what: 'filed', caseId });
    return caseId;
  }

  async #insist(call: () => Promise<Response>, again: readonly number[]): Promise<object> {
    for (const began = performance.now(); ; await pause(AGAIN_MS)) {
      if (performance.now() > began + this.patienceMs) throw new Error(`A command was not answered with success within ${this.patienceMs / 1000} s.`);
      const answer = await call().then(async (response) => ({ status: response.status, body: (await response.json()) as object }), () => undefined); // Cut off: repeated under its id.
      if (answer === undefined) continue;
      if (answer.status >= 200 && answer.status < 300) return answer.body;
      if (!again.includes(answer.status)) this.wrong.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
    }
  }

  /** Cases with one clock each, by their own decider, due after so many milliseconds. */
  async arm(afterMs: readonly number[]): Promise<void> {
    const pool = new pg.Pool({ connectionString: this.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    try {
      const appender = new Appender(pool, await openLog(pool));
      const { rows } = await pool.query<{ ms: number }>('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms');
      await Promise.all(afterMs.map(async (ms) => {
        const [caseId, clock, dueMs] = [uuidv7(), uuidv7(), Math.floor(rows[0]!.ms + ms)];
        await appender.append(opening(caseId, clock, instantOf(Math.floor(rows[0]!.ms)), instantOf(dueMs)));
        this.armed.push({ clock, dueMs });
      }));
      await appender.close();
    } finally {
      await pool.end();
    }
  }
}

/** A case with one clock, by the clocks' own decider. */
export function opening(caseId: string, clock: string, at: Instant, breachAt: Instant): Parameters<Appender['append']>[0] {
  const schedule = { due: breachAt, provisionalDue: null, warnAt: null, breachAt, calendar: 'test' };
  const rule = { n: 1, unit: 'hours', roll: false, source: 'test', level: 'target', duty: 'authority' } as const;
  const pack = { division: '439900', version: '2026-01-01', hash: `sha256:${'0'.repeat(64)}` };
  const events = clocks.decide({ type: 'OpenClocks', at, division: '439901', pack, receivedAt: at, causedBy: clock, moves: [{ move: 'start', clock, kind: 'HOT-SIGN', order: 0, startedAt: at, rule, schedule }] }, clocks.initial);
  return {
    stream: `clocks/${caseId}`, caseId, expected: 0, meta: { actor: 'process:test' },
    events: events.map((event) => ({ ...published('supervision', event), recordedAt: at })), arms: events.flatMap((event) => armsOf.clocks(event, caseId)),
  };
}
