import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { isUuid } from '#libs/contracts/uuid.js';
import { newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { CurrentCaller, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { shownFrom } from '../cli/opened.js';
import { drawnFrom } from '../cli/sample.js';
import { refuse as refuseLog } from '../log/log.refusals.js';
import { refuse } from './bundle.refusals.js';
import { BundlesRequest } from './bundle.requests.js';
import type { Drawn } from './check-sample.js';
import { zipped } from './make-bundle.js';
import { sampleBundle } from './sample-bundle.js';
import { TakeAway } from './take-away.js';

@Controller('v1/audit')
export class BundleController {
  constructor(private readonly pool: Pool, private readonly takeAway: TakeAway) {}

  @Get('cases/:caseId/bundle') @Roles('auditor') @Reads('bundle') @Header('content-type', 'application/zip') @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The case as a zip: events with inclusion proofs, checkpoint, schemas, rule packs, its history as page and as paper, and a verifier. Recorded as an access' }) @ApiProduces('application/zip')
  async bundle(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    const taken = await this.takeAway.take([caseId], caller);
    void reply.header('content-disposition', `attachment; filename="case-${caseId}.zip"`);
    return zipped(taken.get(caseId)!);
  }

  @Post('bundles') @HttpCode(200) @Roles('auditor') @Reads('bundle') @Header('content-type', 'application/zip') @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Several cases as one zip of bundles: those that are named, or a sample that a seed draws out of the caller’s divisions. Recorded as an access to each' }) @ApiProduces('application/zip')
  async bundles(@Body() { cases, sample }: BundlesRequest, @CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    if ((cases === undefined) === (sample === undefined)) throw refuse('BUNDLE_CASES_OR_SAMPLE');
    const drawn = sample ? await this.#drawn({ seed: sample.seed, size: sample.size, byRisk: sample.byRisk === true, upTo: 0, divisions: caller.divisions }) : null;
    const wanted = [...new Set(drawn ? drawn.cases : cases)];
    if (wanted.length === 0) throw refuse('SAMPLE_EMPTY');
    const taken = await this.takeAway.take(wanted, caller);
    void reply.header('content-disposition', `attachment; filename="sample-${wanted.length}.zip"`);
    return sampleBundle(taken, drawn && drawn.how);
  }

  async #drawn(wanted: Drawn): Promise<{ how: Drawn; cases: readonly string[] }> {
    const newest = await newestCheckpoint(this.pool);
    if (!newest) throw refuseLog('LOG_NOT_SEALED');
    const how = { ...wanted, upTo: newest.size };
    return { how, cases: (await drawnFrom(await shownFrom(this.pool, newest.size), how)).map(({ caseId }) => caseId) };
  }
}
