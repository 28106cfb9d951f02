import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import type { Entry, Proposal } from '#libs/policy/law-book.js';
import { builtOn, filesOfProposal, keyOf } from '#libs/policy/law-book.js';
import { forEditor } from '#libs/policy/overlay.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Law } from '#libs/runtime/law.js';
import type { Caller } from '#libs/security/caller.js';
import { draftOf } from './draft.js';
import { LawDoor } from './law-door.js';
import { CheckPack, ProposePack, PublishProposal, RejectProposal, TouchedQuery, WithdrawPack } from './packs.requests.js';
import { refuse } from './policy.refusals.js';
import type { Touched } from './touched.js';
import { touchedBy } from './touched.js';

const PAGE = 100;
/** A pack as people write it, with line ends and indentation. */
const PACK_BYTES_MAX = 4 * 1024 * 1024;

/** The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. */
@Controller('v1/routing/packs')
export class PacksController {
  constructor(private readonly law: Law, private readonly door: LawDoor, private readonly pool: Pool) {}

  @Get() @Roles('policy', 'auditor')
  async list(): Promise<object> {
    await this.law.refresh();
    const { entries, proposals, notices } = this.law.book;
    return {
      today: this.#today(),
      packs: [...entries.values()].map((entry) => this.#line(entry)),
      proposals: [...proposals.values()].map(proposalLine),
      calendars: notices.map(({ division, year, version, at }) => ({ division, year, version, announcedAt: at })),
    };
  }

  /** What is wrong with a pack, row by row, and with the packs that would be carried over to it. Stores nothing. */
  @Post('check') @HttpCode(200) @Roles('policy') @RouteConfig({ bodyLimit: PACK_BYTES_MAX })
  async check(@Body() { files }: CheckPack): Promise<object> {
    await this.law.refresh();
    const { source, pack, problems, children } = await draftOf(this.law.book, files);
    const head = source?.head;
    return { division: head?.division ?? null, version: head?.version ?? null, hash: pack?.ref.hash ?? null, from: head?.from ?? null, extends: head?.extends ?? null, problems, children };
  }

  @Post('proposals') @HttpCode(201) @Roles('policy') @RouteConfig({ bodyLimit: PACK_BYTES_MAX })
  async propose(@Body() request: ProposePack, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { files, note, ground = null } = request;
    const division = (files['pack'] as { division?: unknown } | null | undefined)?.division;
    if (typeof division === 'string') this.door.ensureOwn(caller, division);
    const proposal = this.door.proposalId(caller, key);
    const { outcome } = await this.door.give({ type: 'ProposePack', proposal, files, note, ground } as never, caller, key, request);
    const { version, hash, from } = this.law.book.proposals.get(proposal)!.asked as Extract<PolicyEvent, { type: 'PackProposed' }>;
    return { proposal, division, version, hash, from, outcome };
  }

  @Get('proposals/:id') @Roles('policy', 'auditor')
  async proposal(@Param('id') id: string): Promise<object> {
    const found = await this.#proposal(id);
    const { asked, texts } = found;
    return { proposal: proposalLine(found), files: asked.type === 'PackProposed' ? filesOfProposal(texts) : null, notice: asked.type === 'CalendarProposed' ? asked.notice : null };
  }

  @Post('proposals/:id/publish') @HttpCode(200) @Roles('policy')
  async publish(@Param('id') id: string, @Body() request: PublishProposal, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { asked } = await this.#proposal(id, 'PackProposed', caller);
    const before = new Set(this.law.book.entries.keys());
    const { outcome } = await this.door.give({ type: 'PublishPack', proposal: id, reviewed: request.hash ?? null } as never, caller, key, { id, ...request });
    const { division, version, hash, from } = asked as Extract<PolicyEvent, { type: 'PackProposed' }>;
    const editions = [...this.law.book.entries.values()].filter(({ pack, origin }) => origin === 'edition' && !before.has(keyOf(pack.ref)));
    return { proposal: id, division, version, hash, from, outcome, editions: editions.map(({ pack }) => ({ ...pack.ref, from: pack.from })) };
  }

  @Post('proposals/:id/reject') @HttpCode(200) @Roles('policy')
  async reject(@Param('id') id: string, @Body() { reason }: RejectProposal, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    await this.#proposal(id, 'PackProposed', caller);
    const { outcome } = await this.door.give({ type: 'RejectPack', proposal: id, reason } as never, caller, key, { id, reason });
    return { proposal: id, outcome };
  }

  /** Takes a pack out of force at once, and tells whom it has touched: their cases keep it until somebody decides otherwise. */
  @Post('withdraw') @HttpCode(200) @Roles('policy')
  async withdraw(@Body() request: WithdrawPack, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { division, version, reason } = request;
    this.door.ensureOwn(caller, division);
    const { outcome } = await this.door.give({ type: 'WithdrawPack', division, version, reason } as never, caller, key, request);
    return { ...this.#entry(division, version).pack.ref, outcome, touched: await this.#touched(division, version, caller, {}) };
  }

  /** A pack: its own files, and what it is with all that it takes from its parents. */
  @Get(':division/:version') @Roles('policy', 'auditor')
  async one(@Param('division') division: string, @Param('version') version: string): Promise<object> {
    await this.law.refresh();
    const entry = this.#entry(division, version);
    const { pack, own } = entry;
    return { pack: this.#line(entry), own, merged: { ...pack.files, parameters: pack.parameters, ...(pack.examples.length > 0 && { examples: pack.examples }) } };
  }

  /** A file of tables as the GoRules editor opens it (JSON Decision Model). */
  @Get(':division/:version/tables/:file') @Roles('policy', 'auditor')
  async tables(@Param('division') division: string, @Param('version') version: string, @Param('file') file: string): Promise<object> {
    await this.law.refresh();
    const { pack } = this.#entry(division, version);
    const tables = file === 'routing' ? pack.tables : file === 'entitlements' ? pack.entitlements : undefined;
    if (!tables) throw refuse('NO_SUCH_PACK');
    return forEditor(tables.model);
  }

  @Get(':division/:version/cases') @Roles('policy', 'auditor')
  async cases(@Param('division') division: string, @Param('version') version: string, @Query() query: TouchedQuery, @CurrentCaller() caller: Caller): Promise<Touched> {
    await this.law.refresh();
    return this.#touched(division, version, caller, query);
  }

  #touched(division: string, version: string, caller: Caller, { limit, after }: TouchedQuery): Promise<Touched> {
    this.#entry(division, version);
    return touchedBy(this.pool, builtOn(this.law.book, { division, version }), caller, { limit: Number(limit ?? PAGE), after });
  }

  #entry(division: string, version: string): Entry {
    const found = this.law.book.entries.get(keyOf({ division, version }));
    if (!found) throw refuse('NO_SUCH_PACK');
    return found;
  }

  async #proposal(id: string, kind?: Proposal['asked']['type'], caller?: Caller): Promise<Proposal> {
    await this.law.refresh();
    const found = this.law.book.proposals.get(id);
    if (!found || (kind && found.asked.type !== kind)) throw refuse('NO_SUCH_PROPOSAL');
    if (caller) this.door.ensureOwn(caller, found.asked.division);
    return found;
  }

  #today(): Day {
    return dayOf(this.door.now());
  }

  #line({ pack, origin, extends: above }: Entry): object {
    const { ref, from, to = null, names } = pack;
    const { written, policies } = this.law.book;
    const withdrawn = written.find(({ source: { head } }) => keyOf(head) === keyOf(ref))?.withdrawn ?? null;
    const deciding = policies.packs.includes(pack);
    const inForce = policies.packFor(ref.division, this.#today()) === pack;
    const state = withdrawn ? 'withdrawn' : inForce ? 'inForce' : deciding && from > this.#today() ? 'toCome' : 'past';
    return { ...ref, from, to, names, extends: above, origin, state, withdrawn };
  }
}

/** What one person asked for and another decided. */
export function proposalLine({ asked, decided }: Proposal): object {
  const { proposal, division, version, by, at, note } = asked;
  const pack = asked.type === 'PackProposed';
  return {
    proposal, kind: pack ? 'pack' : 'calendar', state: decided?.state ?? 'open', division, version, hash: pack ? asked.hash : null, from: pack ? asked.from : null, year: pack ? null : asked.year,
    by, at, note, ground: pack ? asked.ground : null, decidedBy: decided?.by ?? null, decidedAt: decided?.at ?? null, reason: decided?.reason ?? null,
  };
}
