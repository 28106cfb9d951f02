import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { head, readCaseRows } from '#libs/event-store/read.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { Law } from '#libs/runtime/law.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { LogKeysHeld } from '../log/log-keys.js';
import { refuse } from '../log/log.refusals.js';
import type { BundleFiles } from './bundle-files.js';
import { caseFiles } from './take.js';

const SEALED_LOOKS = 50;
const LOOK_MS = 200;

/** Cases for an auditor to take away, provable without us. That each was taken is recorded first, with what it consisted of; the bundle holds that record too, sealed. */
@Injectable()
export class TakeAway {
  constructor(private readonly pool: Pool, private readonly held: LogKeysHeld, private readonly commands: CommandBus, private readonly clock: Clock, private readonly law: Law) {}

  /** The files of each case, all under one checkpoint. Refuses where one lies outside the caller's divisions, before anything is recorded. */
  async take(cases: readonly string[], caller: Caller): Promise<ReadonlyMap<string, BundleFiles>> {
    for (const caseId of cases) await ensureInScope(this.pool, caller, caseId);
    const { origin, verifiers: keys } = this.held.keys;
    if (keys.length === 0) throw refuse('LOG_WITHOUT_KEY');
    let position = 0;
    for (const caseId of cases) position = await this.#record(caseId, caller);
    const checkpoint = await this.#sealed(position);
    const taken = new Map<string, BundleFiles>();
    for (const caseId of cases) {
      taken.set(caseId, await caseFiles(this.pool, caseId, { checkpoint, origin, keys, packNamed: (division, version) => this.law.policies.packNamed(division, version) }));
      await breath(); // Papers are drawn in one go: others are answered between two.
    }
    return taken;
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
