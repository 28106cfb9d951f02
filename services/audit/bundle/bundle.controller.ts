import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { isUuid } from '#libs/contracts/uuid.js';
import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { newestCheckpoint, tilesIn } from '#libs/event-store/checkpoints.js';
import { head, readCaseRows } from '#libs/event-store/read.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { Law } from '#libs/runtime/law.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { LogKeysHeld } from '../log/log-keys.js';
import { refuse } from '../log/log.refusals.js';
import { bundleOf } from './make-bundle.js';

const SEALED_LOOKS = 50;
const LOOK_MS = 200;

/** A case to take away, provable without us. That it was taken is recorded first, with what the case consisted of; the bundle holds that record too, sealed. */
@Controller('v1/audit/cases/:caseId')
export class BundleController {
  constructor(private readonly pool: Pool, private readonly held: LogKeysHeld, private readonly commands: CommandBus, private readonly clock: Clock, private readonly law: Law) {}

  @Get('bundle') @Roles('auditor') @Header('content-type', 'application/zip') @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The case as a zip: events with inclusion proofs, checkpoint, schemas, rule packs, a page to read, and a verifier. Recorded as an access' }) @ApiProduces('application/zip')
  async bundle(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const { origin, verifiers: keys } = this.held.keys;
    if (keys.length === 0) throw refuse('LOG_WITHOUT_KEY');
    const checkpoint = await this.#sealed(await this.#record(caseId, caller));
    const events = await readCaseRows(this.pool, caseId, String(checkpoint.size));
    void reply.header('content-disposition', `attachment; filename="case-${caseId}.zip"`);
    return bundleOf({ caseId, events, checkpoint, origin, keys, tiles: tilesIn(this.pool), packNamed: (division, version) => this.law.policies.packNamed(division, version) });
  }

  /** States in the log what the case consists of now; answers at which position. */
  async #record(caseId: string, caller: Caller): Promise<number> {
    const upTo = await head(this.pool);
    const events = await readCaseRows(this.pool, caseId, upTo);
    const streams = [...new Map(events.map(({ stream, version }) => [stream, version]))].map(([stream, version]) => ({ stream, version }));
    const cause = causeOf(caller, 'auditor');
    const { position } = await this.commands.execute(new GiveCommand('access', caseId, { type: 'RecordBundle', at: this.clock.now(), by: cause.actor, upTo, events: events.length, streams } as { type: string }, cause));
    return Number(position);
  }

  async #sealed(position: number): Promise<CheckpointRow> {
    for (let look = 0; look < SEALED_LOOKS; look++) {
      const newest = await newestCheckpoint(this.pool);
      if (newest && newest.size >= position) return newest;
      await pause(LOOK_MS);
    }
    throw refuse('NO_SUCH_LEAF', { position });
  }
}
