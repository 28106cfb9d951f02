import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import { fold } from '#libs/decider/decider.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import type { Lease } from '#libs/event-store/clocks.js';
import { lease } from '#libs/event-store/clocks.js';
import { holderName } from '#libs/event-store/instance.js';
import { readStreams } from '#libs/event-store/read.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import { failureKind } from '#libs/messaging/handling-failure.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { log, traceOf } from '#libs/runtime/logger.js';
import { watchedCases } from '#libs/runtime/metrics.js';
import type { Product } from '#libs/runtime/product.js';
import { STILL } from '../supervision.process.js';
import type { EscalationEvent } from './escalation.decider.js';
import { ladderFor } from './escalation.desk.js';
import { unownedOf } from './unowned.js';
import type { Known, Look } from './watch-look.js';
import { look, mayBeUnowned, OVER } from './watch-look.js';

const CASES = 500;
const LEASE_SECONDS = 10;
const LOOK_MS = 500;
const BACKOFF_MS = 2_000;
/** A case that cannot be judged is put off by this, and holds up no other meanwhile. */
const PUT_OFF = '1 hour';
/** What was put on the ladder is looked at once more after this: it may have moved in that very moment. */
const SURE_MS = 60_000;

/** After these a case may be without anybody, or begin to stand still, sooner than it would have been looked at. */
const NOTED = /^intake\.claim-filed\.|^routing\.(case-routed|case-rerouted|case-assigned|officer-released|case-redispatched|routing-overridden|case-transferred|transfer-returned|order-split)\.|^resolution\.case-(reopened|resumed)\./;

/**
 * Notes the cases that are to be looked at now, in the transaction in which their event is taken in. One row a case, and no write for what only moves
 * it: that is found when the time of the row comes, for a row written with each event would cost as much as all the rest of the board.
 */
export async function noteCases(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const cases = [...new Set(chunk.filter(({ type }) => NOTED.test(type)).map(({ caseId }) => caseId))].sort();
  if (cases.length === 0) return;
  await tx.query(`INSERT INTO supervision.watch AS w("caseId", "lookAt") SELECT unnest($1::uuid[]), '-infinity' ON CONFLICT ("caseId") DO UPDATE SET "lookAt" = '-infinity', noted = w.noted + 1`, [cases]);
}

/** What one turn did. `skipped`: by the reason. */
export interface Turn {
  readonly looked: number;
  readonly raised: number;
  readonly skipped: Readonly<Record<string, number>>;
}

type Row = Known & { readonly division: string; readonly receivedAt: Instant; readonly noted: string };

/**
 * Finds the cases that nobody holds and those that do not move, the longest due first, and puts each on the ladder once for each time that it comes to
 * that. When a case is to be looked at is a row; what is true of it, the log says. A crash loses nothing: it is looked at again, and the id of a way up
 * names the event since which the condition holds. One holder of the lease does it, for economy.
 */
export class Watch {
  #running = true;
  #loop: Promise<void> | undefined;

  constructor(private readonly product: Product, private readonly desk: AnyDesk) {}

  start(): this {
    this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
  }

  async #run(): Promise<void> {
    const owner = holderName();
    let held: Lease | undefined;
    while (this.#running) {
      let looked = 0;
      try {
        held = held && (await held.renew()) ? held : await lease(this.product.pool, 'watch', owner, LEASE_SECONDS);
        if (held) looked = (await this.turn()).looked;
      } catch (error) {
        held = undefined;
        log.warn({ problem: (error as Error).name }, 'the watch over cases waits for the store');
        await pause(BACKOFF_MS);
      }
      if (looked < CASES) await pause(LOOK_MS);
    }
    await held?.release().catch(() => undefined); // It runs out by itself.
  }

  /** One batch of the cases whose time has come, the longest due first. */
  async turn(): Promise<Turn> {
    const now = this.product.clock.now();
    const due = await this.#due(now);
    if (due.length === 0) return { looked: 0, raised: 0, skipped: {} };
    const skipped: Record<string, number> = {};
    const looks = await this.#looks(due, now, skipped);
    const raised = await this.#act(due.filter(({ caseId }) => wantsAct(looks.get(caseId))), looks, now, skipped);
    await this.#note(due, looks);
    watchedCases.inc({ outcome: 'looked' }, due.length);
    watchedCases.inc({ outcome: 'raised' }, raised);
    for (const [reason, count] of Object.entries(skipped)) watchedCases.inc({ outcome: reason }, count);
    if (Object.keys(skipped).length > 0) log.warn({ skipped }, 'cases were not judged by the watch');
    return { looked: due.length, raised, skipped };
  }

  /** The read table is behind the log at most by what will be noted yet; what moves a case is read from the log before anything is raised. */
  async #due(now: Instant): Promise<readonly Row[]> {
    const { rows } = await this.product.pool.query<Row>(
      `SELECT w."caseId", w.noted, c."caseId" IS NULL OR c.closed AS over, c.state, c.mode, c.stuck, c.division, c.orders, to_jsonb(c."movedAt") AS "movedAt", to_jsonb(c."receivedAt") AS "receivedAt", c.position AS "movedBy"
       FROM (SELECT * FROM supervision.watch WHERE "lookAt" <= $1 ORDER BY "lookAt", "caseId" LIMIT $2) w LEFT JOIN supervision.case_view c USING ("caseId") ORDER BY w."lookAt", w."caseId"`, [now, CASES]);
    return rows;
  }

  async #looks(due: readonly Row[], now: Instant, skipped: Record<string, number>): Promise<Map<string, Look>> {
    const { pool } = this.product;
    const assignments = await readStreams(pool, due.filter(mayBeUnowned).map(({ caseId }) => `assignment/${caseId}`));
    const judge = (row: Row): Look | undefined => {
      const law = row.over ? undefined : this.#law(row, now);
      if (!law && !row.over) {
        skipped['noLadder'] = (skipped['noLadder'] ?? 0) + 1;
        return undefined;
      }
      return law ? look(row, unownedOf(assignments.get(`assignment/${row.caseId}`) ?? []), law, now) : OVER;
    };
    const looks = new Map<string, Look>();
    for (const row of due) {
      const found = judge(row);
      if (found) looks.set(row.caseId, found);
    }
    const still = due.filter(({ caseId }) => looks.get(caseId)?.raise.some(({ condition }) => condition === 'noMovement'));
    const last = await this.#lastMovements(still.map(({ caseId }) => caseId));
    for (const row of still) looks.set(row.caseId, judge({ ...row, ...last.get(row.caseId)! })!);
    return looks;
  }

  #law({ division, receivedAt }: Row, now: Instant): Parameters<typeof look>[2] | undefined {
    const { policies } = this.product;
    const pack = policies.packToDecide(division, dayOf(receivedAt));
    const ladder = pack && ladderFor(policies, pack, now);
    return ladder && { ladder, calendar: policies.calendarFor(division, pack) };
  }

  /** By the log: the event that last moved each of these cases. The index of a case is walked back over what does not. */
  async #lastMovements(cases: readonly string[]): Promise<ReadonlyMap<string, Pick<Known, 'movedAt' | 'movedBy'>>> {
    if (cases.length === 0) return new Map();
    const { rows } = await this.product.pool.query<{ caseId: string; movedAt: Instant; movedBy: string }>(
      `SELECT w.id AS "caseId", to_jsonb(e.recorded_at) AS "movedAt", e.pos AS "movedBy" FROM unnest($1::uuid[]) AS w(id)
       CROSS JOIN LATERAL (SELECT recorded_at, pos FROM es.events WHERE case_id = w.id AND NOT type ^@ ANY($2) ORDER BY pos DESC LIMIT 1) e`, [cases, STILL]);
    return new Map(rows.map(({ caseId, ...moved }) => [caseId, moved]));
  }

  /** Answers how many were put on the ladder or taken off. A stream that moved meanwhile is left as it is, and looked at again; so is, a minute later, what was put on. */
  async #act(rows: readonly Row[], looks: Map<string, Look>, now: Instant, skipped: Record<string, number>): Promise<number> {
    if (rows.length === 0) return 0;
    const { pool, appender } = this.product;
    const histories = await readStreams(pool, rows.map(({ caseId }) => `escalation/${caseId}`));
    const commands: AppendCommand[] = [];
    for (const { caseId } of rows) {
      try {
        const command = await this.#command(caseId, looks.get(caseId)!, histories.get(`escalation/${caseId}`) ?? [], now);
        if (command) commands.push(command);
      } catch (error) {
        if (failureKind(error) === 'outage') throw error;
        log.error({ error: traceOf(error) }, 'a case cannot be put on the ladder');
        looks.delete(caseId);
        skipped['failed'] = (skipped['failed'] ?? 0) + 1;
      }
    }
    const outcomes = await Promise.all(commands.map((command) => appender.append(command)));
    const done = commands.filter((_, i) => outcomes[i]!.outcome === 'appended').map(({ caseId }) => caseId);
    for (const { caseId } of commands) looks.set(caseId, { ...looks.get(caseId)!, next: done.includes(caseId) ? instantOf(epochMs(now) + SURE_MS) : now });
    if (done.length < commands.length) skipped['moved'] = commands.length - done.length;
    return done.length;
  }

  async #command(caseId: string, { raise, settle }: Look, history: readonly PublishedEvent[], now: Instant): Promise<AppendCommand | undefined> {
    let state: unknown = fold(this.desk.decider, history.map((event) => streamEvent<{ type: string }>(event)));
    const events: EscalationEvent[] = [];
    const asked = { at: now, by: 'process:watch' };
    const wishes = [...(settle ? [{ type: 'SettleEscalations', clock: null, conditions: ['noMovement'], causedBy: 'watch', ...asked }] : []), ...raise.map((wish) => ({ ...wish, ...asked }))];
    for (const wish of wishes) {
      const command: unknown = await this.desk.prepare!(wish, { caseId, now, state: () => Promise.resolve(state) });
      for (const event of (command === undefined ? [] : this.desk.decider.decide(command, state)) as readonly EscalationEvent[]) {
        state = this.desk.decider.evolve(state, event);
        events.push(event);
      }
    }
    if (events.length === 0) return undefined;
    return {
      stream: `escalation/${caseId}`, caseId, expected: history.length, meta: { actor: 'process:watch' },
      events: events.map((event) => ({ ...published('supervision', event), recordedAt: now })), arms: events.flatMap((event) => this.desk.arms?.(event, caseId) ?? []),
    };
  }

  /** When each is to be looked at next. One that was noted meanwhile stays due. */
  async #note(due: readonly Row[], looks: ReadonlyMap<string, Look>): Promise<void> {
    const next = due.map(({ caseId }) => (looks.has(caseId) ? looks.get(caseId)!.next ?? 'never' : 'later'));
    await this.product.pool.query(
      `WITH seen AS (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS s(id, noted, next)),
       over AS (DELETE FROM supervision.watch w USING seen s WHERE w."caseId" = s.id AND w.noted = s.noted AND s.next = 'never')
       UPDATE supervision.watch w SET "lookAt" = CASE s.next WHEN 'later' THEN $4::timestamptz + interval '${PUT_OFF}' ELSE s.next::timestamptz END
       FROM seen s WHERE w."caseId" = s.id AND w.noted = s.noted AND s.next <> 'never'`,
      [due.map(({ caseId }) => caseId), due.map(({ noted }) => noted), next, this.product.clock.now()]);
  }
}

function wantsAct(found: Look | undefined): boolean {
  return found !== undefined && (found.raise.length > 0 || found.settle);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
