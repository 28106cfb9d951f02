import { setTimeout as pause } from 'node:timers/promises';
import { log, traceOf } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';
import type { Called } from '../feedback/signed-call.js';
import { callSigned } from '../feedback/signed-call.js';
import type { Leaving } from './handed-over.js';
import { handedOver } from './handed-over.js';
import type { Answer, HandOver } from './note-transfers.js';
import { ordersOf } from './note-transfers.js';
import type { TransferCommand } from './transfer.decider.js';
import { transfers } from './transfer.decider.js';

interface Waiting { readonly id: string; readonly kind: 'handOver' | 'answer'; readonly peer: string; readonly caseId: string; readonly transfer: string; readonly position: string; readonly said: unknown; readonly checkpoint: string; readonly attempts: number }
interface TheirReceipt { readonly caseId: string; readonly caseNumber: string; readonly position: string; readonly checkpoint?: string }

/** Seconds until the next try; from the last on each hour, for three days. A region that is down for a weekend gets its cases on Monday. */
const RETRY_SECONDS = [1, 2, 5, 15, 60, 300, 900, 1800, 3600] as const;
const TRIES_MAX = 80;
const BATCH = 10;
const POLL_MS = 300;
/** So long a transfer waits for the checkpoint that covers it: the log is sealed within two seconds. */
const SEALED_WITHIN = '15 seconds';
const ENDING_MS = 2_000;

/** Hands cases over to the logs of other regions and answers for those that came from there: at least once, under one id, for each case in the order of its facts. */
export class TransferSender {
  #running = true;
  #loop: Promise<void> | undefined;
  readonly #ending = new AbortController();

  constructor(private readonly product: Product) {}

  start(): this {
    if (Object.keys(this.product.config.PEER_LOGS).length > 0) this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    const timer = setTimeout(() => this.#ending.abort(), ENDING_MS);
    await this.#loop;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    while (this.#running) {
      const sent = await this.#batch().catch((error: unknown) => {
        log.warn({ error: traceOf(error) }, 'transfers wait for the database');
        return 0;
      });
      if (sent < BATCH) await pause(POLL_MS);
    }
  }

  /** The checkpoint is chosen once, so that each try says the same; empty where none came in time. */
  async #batch(): Promise<number> {
    const { rows } = await this.product.pool.query<Waiting>(
      `UPDATE intake.transfer_call c SET "nextAt" = clock_timestamp() + interval '1 minute', checkpoint = due.note FROM (
         SELECT w.id, coalesce(w.checkpoint, k.note, '') AS note FROM intake.transfer_call w LEFT JOIN LATERAL (SELECT note FROM es.checkpoint WHERE size >= w.position ORDER BY size LIMIT 1) k ON true
         WHERE w.status = 'waiting' AND w."nextAt" <= clock_timestamp() AND (w.kind = 'answer' OR w.checkpoint IS NOT NULL OR k.note IS NOT NULL OR w."createdAt" < clock_timestamp() - interval '${SEALED_WITHIN}')
           AND NOT EXISTS (SELECT 1 FROM intake.transfer_call e WHERE e."caseId" = w."caseId" AND e.status = 'waiting' AND e.position < w.position)
         ORDER BY w."nextAt" LIMIT ${BATCH} FOR UPDATE OF w SKIP LOCKED) due
       WHERE c.id = due.id RETURNING c.id, c.kind, c.peer, c."caseId", c.transfer, c.position, c.said, c.checkpoint, c.attempts`);
    await Promise.all(rows.map((row) => this.#send(row)));
    return rows.length;
  }

  async #send(call: Waiting): Promise<void> {
    const { config } = this.product;
    const peer = config.PEER_LOGS[call.peer];
    const secrets = peer?.secrets ?? [];
    const path = call.kind === 'handOver' ? 'work-orders' : 'transfer-answers';
    const outcome: Called = peer
      ? await callSigned({ url: `${peer.url.replace(/\/+$/, '')}/v1/channels/transfer/${path}`, secrets, id: call.id, body: JSON.stringify(await this.#bodyOf(call)), allowPrivate: config.FEEDBACK_ALLOW_PRIVATE, signal: this.#ending.signal })
      : { problem: 'no such log is configured' };
    if (this.#ending.signal.aborted && 'problem' in outcome) return; // Broken off by our own end: another process sends it.
    const done = await this.#settled(call, outcome);
    await this.#note(call, outcome, done);
  }

  #bodyOf({ kind, said, checkpoint, ...call }: Waiting): Promise<object> {
    return kind === 'answer' ? Promise.resolve(said as Answer) : handedOver(this.product, { ...call, checkpoint: checkpoint || null, said: said as HandOver } satisfies Leaving);
  }

  /** What the answer means, as a fact; `waiting` where it means nothing yet. */
  async #settled(call: Waiting, outcome: Called): Promise<'waiting' | 'delivered' | 'refused'> {
    const { kind, peer, transfer, attempts } = call;
    const status = 'status' in outcome ? outcome.status : 0;
    const delivered = status >= 200 && status < 300;
    const refused = !delivered && (isFinal(outcome) || attempts + 1 >= TRIES_MAX);
    if (kind === 'answer') return delivered ? 'delivered' : refused ? 'refused' : 'waiting';
    const { to } = call.said as HandOver;
    const orders = ordersOf(call.said as HandOver);
    const at = this.product.clock.now();
    if (delivered && 'text' in outcome) {
      const { caseId, caseNumber, position, checkpoint = null } = JSON.parse(outcome.text) as TheirReceipt;
      await this.#give(call, { type: 'NoteDelivered', at, transfer, orders, peer, to, receipt: { caseId, caseNumber, position, checkpoint } });
      return 'delivered';
    }
    if (!refused) return 'waiting';
    await this.#give(call, { type: 'NoteSentBack', at, transfer, orders, peer, ground: codeIn(outcome), reason: '对方系统未予登记，请核对后重新移交。' });
    return 'refused';
  }

  async #give({ caseId, id }: Waiting, command: TransferCommand): Promise<void> {
    await this.product.streams.transact(`transfer/${caseId}`, transfers, 'intake', command, { actor: 'process:intake', cause: `webhook:${id}` }, { now: this.product.clock.now() });
  }

  async #note({ id, attempts }: Waiting, outcome: Called, status: string): Promise<void> {
    const wait = RETRY_SECONDS[Math.min(attempts, RETRY_SECONDS.length - 1)]!;
    await this.product.pool.query(
      `UPDATE intake.transfer_call SET status = $2, attempts = attempts + 1, "lastStatus" = $3, "lastProblem" = $4,
         "nextAt" = clock_timestamp() + make_interval(secs => $5), "doneAt" = CASE WHEN $2 <> 'waiting' THEN clock_timestamp() END WHERE id = $1`,
      [id, status, 'status' in outcome ? outcome.status : null, 'problem' in outcome ? outcome.problem : null, wait * (0.8 + 0.4 * Math.random())]);
  }
}

/** The other log has understood, and says no: the same call will not be taken later either. */
function isFinal(outcome: Called): boolean {
  if ('problem' in outcome) return false;
  return [400, 409, 413, 422].includes(outcome.status) || (outcome.status === 403 && codeIn(outcome) !== 'CHANNEL_DISABLED');
}

function codeIn(outcome: Called): string {
  if ('problem' in outcome) return 'UNREACHABLE';
  const [, code] = /"code":"([A-Z_]{1,60})"/.exec(outcome.text) ?? [];
  return code ?? `HTTP ${outcome.status}`;
}
