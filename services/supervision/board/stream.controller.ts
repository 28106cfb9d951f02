import { Controller, Injectable, Sse } from '@nestjs/common';
import type { BeforeApplicationShutdown, MessageEvent } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { catchError, exhaustMap, filter, interval, map, merge, NEVER, Observable, of, Subject, take, takeUntil, timer } from 'rxjs';
import { In, Repository } from 'typeorm';
import { CurrentCaller, CurrentStay, Roles } from '#libs/runtime/auth.guard.js';
import type { Stay } from '#libs/runtime/auth.guard.js';
import { EndedSessions } from '#libs/runtime/ended-sessions.js';
import { traceOf, log } from '#libs/runtime/logger.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { CaseViewTable } from '../case-view/case-view.table.js';

const POLL_MS = 500;
const ROWS_MAX = 1000;
/** Partitions are consumed side by side: a row of a lower position may be committed after one of a higher. It is looked for this far back. */
const OVERLAP = 2000n;
const RETRY_MS = 3000;

/** Characters that may wait for a listener that does not read; then it is cut off, and asks again when it lives. */
const PENDING_MAX = 128 * 1024;

/** A changed line, and the same as text, written once for all who listen. */
interface Change {
  readonly row: CaseViewTable;
  readonly data: string;
}

/** The changed lines of the board, read once for all listeners of this process. */
@Injectable()
export class BoardFeed implements BeforeApplicationShutdown {
  readonly #changes = new Subject<Change>();
  readonly #sent = new Map<string, string>();
  #listeners = 0;
  #head = -1n;
  #timer: NodeJS.Timeout | undefined;

  constructor(@InjectRepository(CaseViewTable) private readonly table: Repository<CaseViewTable>) {}

  changes(): Observable<Change> {
    return new Observable((listener) => {
      const subscription = this.#changes.subscribe(listener);
      this.#listeners++;
      if (this.#timer === undefined) {
        this.#head = -1n; // Nobody listened: what changed meanwhile is on the pages that are opened now.
        this.#timer = setTimeout(() => void this.#poll(), 0);
      }
      return () => {
        subscription.unsubscribe();
        this.#listeners--;
      };
    });
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.#timer);
    this.#changes.complete(); // An open stream would hold up the shutdown.
  }

  async #poll(): Promise<void> {
    try {
      if (this.#head < 0n) this.#head = BigInt((await this.table.maximum('position' as never)) ?? 0);
      const after = this.#head > OVERLAP ? this.#head - OVERLAP : 0n;
      const near = await this.table.createQueryBuilder('c').select('c."caseId"', 'caseId').addSelect('c.position', 'position').where('c.position > :after', { after: after.toString() }).orderBy('c.position').getRawMany<{ caseId: string; position: string }>();
      const fresh = near.filter(({ caseId, position }) => this.#sent.get(caseId) !== position).slice(0, ROWS_MAX);
      const rows = fresh.length === 0 ? [] : await this.table.find({ where: { caseId: In(fresh.map(({ caseId }) => caseId)) }, order: { position: 'ASC' } });
      for (const row of rows) {
        this.#sent.set(row.caseId, row.position);
        if (BigInt(row.position) > this.#head) this.#head = BigInt(row.position);
        this.#changes.next({ row, data: JSON.stringify(row) });
      }
      if (this.#sent.size > 20 * ROWS_MAX) this.#sent.clear();
    } catch (error) {
      log.warn({ error: traceOf(error) }, 'the board feed waits for the database');
    }
    this.#timer = this.#listeners > 0 ? setTimeout(() => void this.#poll(), POLL_MS) : undefined;
  }
}

/** How soon a stream ends after its session was ended, here or elsewhere. */
const ENDED_POLL_MS = 5000;
/** The longest that a timer can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** The live board: server-sent events, one for each changed case in the caller's divisions, as long as the token and the session last by which it was opened. */
@Controller('v1/supervision')
export class StreamController {
  constructor(private readonly feed: BoardFeed, private readonly ended: EndedSessions) {}

  @Sse('stream', { maxPendingDataLength: PENDING_MAX }) @Roles(...DESK_ROLES)
  stream(@CurrentCaller() caller: Caller, @CurrentStay() stay: Stay): Observable<MessageEvent> {
    const changes = this.feed.changes().pipe(
      filter(({ row: { division, handlingDivision } }) => inScope(caller.divisions, division) || inScope(caller.divisions, handlingDivision)),
      map(({ row, data }): MessageEvent => ({ id: row.position, type: 'case', data })),
    );
    return merge(of<MessageEvent>({ type: 'hello', data: {}, retry: RETRY_MS }), changes).pipe(takeUntil(this.#over(stay, caller)));
  }

  /** Whoever was let in is asked again at the door: a browser that goes on opens it anew with what it holds now. */
  #over({ leftMs, session }: Stay, caller: Caller): Observable<unknown> {
    const ended = session ? interval(ENDED_POLL_MS).pipe(exhaustMap(() => this.ended.has(session, caller)), catchError((_, again) => again), filter(Boolean)) : NEVER; // While the database is away nothing new is shown either.
    return merge(timer(Math.min(leftMs, TIMER_MS_MAX)), ended).pipe(take(1));
  }
}
