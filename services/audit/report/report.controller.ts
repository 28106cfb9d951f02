import { existsSync } from 'node:fs';
import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { checkpointAtMost, newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import type { Caller } from '#libs/security/caller.js';
import { LogKeysHeld } from '../log/log-keys.js';
import { refuse as refuseLog } from '../log/log.refusals.js';
import { notesOf } from '../log/witness-file.js';
import { FORMS, written } from './forms.js';
import { reportOver } from './over-database.js';
import { refuse } from './report.refusals.js';
import { ReportQuery } from './report.requests.js';

/** What a request can wait for; more is for the command line. */
const POSITIONS_MAX = 300_000;

/** What an auditor signs: what was verified, a sample drawn and replayed, and what the events of a period say. Stores nothing. */
@Controller('v1/audit')
export class ReportController {
  #busy = false;

  constructor(private readonly pool: Pool, private readonly held: LogKeysHeld, @Inject(PRODUCT) private readonly product: Product) {}

  @Get('report') @Roles('auditor') @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The audit report of a period: the log verified, a sample drawn by a seed and replayed, deadlines, erasures, who looked, packs in force, and what fell outside. The same seed and position give the same report' })
  @ApiProduces('application/json', 'text/html', 'application/pdf')
  async report(@Query() query: ReportQuery, @CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { at, from, to, size = '20', seed = '1', byRisk, format = 'json', language = 'zh' } = query;
    if (from !== undefined && to !== undefined && from > to) throw refuse('REPORT_PERIOD_INVALID');
    const { verifiers: keys } = this.held.keys;
    if (keys.length === 0) throw refuseLog('LOG_WITHOUT_KEY');
    const checkpoint = at === undefined ? await newestCheckpoint(this.pool) : await checkpointAtMost(this.pool, Number(at));
    if (!checkpoint) throw refuseLog('LOG_NOT_SEALED');
    ensureShort(checkpoint.size);
    if (this.#busy) throw refuse('REPORT_BUSY');
    this.#busy = true;
    try {
      const report = await reportOver(this.pool, keys, { at: checkpoint.size, from, to, size: Number(size), seed, byRisk: byRisk === 'true', divisions: caller.divisions }, this.#copies());
      void reply.header('content-type', FORMS[format]).header('content-disposition', `attachment; filename="audit-report-${checkpoint.size}-${language}.${format}"`);
      return await written(report, format, language);
    } finally {
      this.#busy = false;
    }
  }

  /** The witness file of this very process, where it keeps one. */
  #copies(): Parameters<typeof reportOver>[3] {
    const path = this.product.config.WITNESS_FILE;
    return path === undefined || !existsSync(path) ? {} : { files: [{ where: 'WITNESS_FILE', mayLag: false, notes: () => notesOf(path) }] };
  }
}

export function ensureShort(positions: number): void {
  if (positions > POSITIONS_MAX) throw refuse('REPORT_TOO_LONG', { positionsMax: POSITIONS_MAX });
}
