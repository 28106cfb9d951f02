import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { divisionNamed, isInside } from '#libs/contracts/divisions.js';
import { head } from '#libs/event-store/read.js';
import type { PackSource } from '#libs/policy/in-force.js';
import { sourceOf } from '#libs/policy/in-force.js';
import type { LawBook } from '#libs/policy/law-book.js';
import { sourceOfProposal } from '#libs/policy/law-book.js';
import type { LawsFor } from '#libs/policy/what-if/law-under.js';
import { lawsUnderIn } from '#libs/policy/what-if/law-under.js';
import type { Totals } from '#libs/policy/what-if/tally.js';
import type { Difference } from '#libs/policy/what-if/what-if.js';
import { DraftFails } from '#libs/policy/what-if/what-if.js';
import { differenceLines } from '#libs/policy/what-if/what-if-lines.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Law } from '#libs/runtime/law.js';
import type { Pass, Wanted } from '#libs/runtime/past-cases.js';
import { decideAgain, TooManyCases } from '#libs/runtime/past-cases.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { refuse } from './what-if.refusals.js';
import { WhatIfRequest } from './what-if.requests.js';

/** What a request can wait for; more is for the command line. */
const CASES_MAX = 20_000;
const LIMIT = 50;
const PACK_BYTES_MAX = 4 * 1024 * 1024;
const WAITING_MAX = 4;

/** Past cases under another law, by the facts of their moment: what would have gone elsewhere or been due on another day, and the condition that flipped. Stores nothing. */
@Controller('v1/audit')
export class WhatIfController {
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly pool: Pool, private readonly law: Law) {}

  @Post('what-if') @HttpCode(200) @Roles('policy', 'auditor') @RouteConfig({ bodyLimit: PACK_BYTES_MAX })
  async whatIf(@Body() asked: WhatIfRequest, @CurrentCaller() caller: Caller): Promise<object> {
    const { book } = this.law;
    const draft = draftOf(asked, book);
    const lawsFor = lawsOf(draft, book);
    const wanted = wantedBy(asked, caller);
    const place = asked.cursor === undefined ? undefined : placeOf(asked.cursor);
    return this.#inTurn(async () => {
      const until = place?.until ?? (await head(this.pool));
      const pass = { pool: this.pool, lawsFor, wanted, until, ...(place && { after: place.after }) };
      const { totals, differences, next } = await pageOf(pass, asked.limit ?? LIMIT, place !== undefined).catch(refused);
      return {
        draft: { division: draft.head.division, version: draft.head.version }, until,
        ...(totals && { totals }),
        differences: differences.map((each) => ({ ...each, text: differenceLines(each) })), next,
      };
    });
  }

  /** One pass at a time: each keeps a processor busy, and others work here. */
  async #inTurn<T>(pass: () => Promise<T>): Promise<T> {
    if (this.#waiting >= WAITING_MAX) throw refuse('WHAT_IF_BUSY');
    this.#waiting++;
    const turn = this.#turn.then(pass);
    this.#turn = turn.catch(() => undefined); // Whoever asked hears of it.
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }
}

/** What a pass met that the caller can act on, said as a refusal. */
export function refused(error: unknown): never {
  if (error instanceof TooManyCases) throw refuse('WHAT_IF_TOO_MANY_CASES', { casesMax: CASES_MAX });
  if (error instanceof DraftFails) throw refuse('WHAT_IF_DRAFT_FAILS', { why: error.message.slice(0, 300) });
  throw error;
}

/** The first page with the totals of all; a later page alone, as far as it must look for it. */
async function pageOf(pass: Pass, limit: number, isLater: boolean): Promise<{ totals?: Totals; differences: Difference[]; next: string | null }> {
  const differences: Difference[] = [];
  let last = '';
  let isMore = false;
  const totals = await decideAgain({
    ...pass, casesMax: CASES_MAX,
    onDifference: (difference, position) => {
      if (differences.length === limit) {
        isMore = true;
        return !isLater;
      }
      differences.push(difference);
      last = position;
      return true;
    },
  });
  return { ...(!isLater && { totals }), differences, next: isMore ? cursorAt(last, pass.until) : null };
}

function draftOf({ pack, proposal, files }: WhatIfRequest, book: LawBook): PackSource {
  if ([pack, proposal, files].filter((each) => each !== undefined).length !== 1) throw refuse('WHAT_IF_ONE_LAW');
  if (files) return whole(() => sourceOf(files));
  if (proposal !== undefined) {
    const found = book.proposals.get(proposal);
    if (found?.asked.type !== 'PackProposed') throw refuse('WHAT_IF_NO_SUCH_LAW');
    return whole(() => sourceOfProposal(found));
  }
  const written = book.written.find(({ source: { head: { division, version } } }) => division === pack!.division && version === pack!.version);
  if (!written) throw refuse('WHAT_IF_NO_SUCH_LAW');
  return written.source;
}

function lawsOf(draft: PackSource, book: LawBook): LawsFor {
  return whole(() => lawsUnderIn(draft, book));
}

/** What does not parse is the caller's own file: the reason names its fields, and nothing of ours. */
function whole<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw refuse('WHAT_IF_NO_PACK', { why: (error as Error).message.slice(0, 300) });
  }
}

function wantedBy({ from, to, division }: WhatIfRequest, caller: Caller): Wanted {
  const scope = scopeOf(caller);
  const place = division === undefined || division === '000000' ? '000000' : divisionNamed(division)?.code;
  if (place === undefined) throw refuse('WHAT_IF_UNKNOWN_PLACE');
  return { from, to, inside: (code) => scope.includes(code) && isInside(code, place) };
}

function cursorAt(position: string, until: string): string {
  return Buffer.from(`${position}|${until}`).toString('base64url');
}

function placeOf(cursor: string): { after: string; until: string } {
  const [, after, until] = /^(\d{1,18})\|(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (after === undefined || until === undefined) throw refuse('WHAT_IF_CURSOR_MALFORMED');
  return { after, until };
}
