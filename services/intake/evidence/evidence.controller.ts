import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { isTrackingCode } from '#libs/contracts/ids.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { caseOfClaim } from '#libs/event-store/read.js';
import { CurrentCaller, Public, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope, ensureOwnOrInScope, subjectOf } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import type { Role } from '#libs/security/roles.js';
import { refuse as refuseCode } from '../tracking/tracking.refusals.js';
import type { Taken } from './evidence.handler.js';
import { EvidenceHandler } from './evidence.handler.js';
import { refuse } from './evidence.refusals.js';
import { asAttachment } from './file-name.js';
import { extensionOf, GIVEN_OUT_AS, givenOutAs } from './media-type.js';
import { receiveFile } from './receive-file.js';

const HANDED_IN_BY = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'worker'] as const;
const LISTED_TO = [...HANDED_IN_BY, 'supervisor', 'auditor'] as const;
/** Those who handle cases, as for every other personal field. */
const READ_BY = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'] as const;

/** Files that prove something: handed in one by one, read one by one, each reading on record. */
@Controller('v1/intake/cases/:caseId/evidence')
export class EvidenceController {
  constructor(private readonly pool: Pool, private readonly handler: EvidenceHandler) {}

  /** multipart/form-data: `kind`, `file`. The same bytes again are the same piece. */
  @Post() @HttpCode(201) @Roles(...HANDED_IN_BY) @RouteConfig({ multipart: true })
  async add(@Param('caseId') caseId: string, @Req() request: FastifyRequest, @CurrentCaller() caller: Caller): Promise<Taken> {
    const [role, subject] = await this.#seen(caller, HANDED_IN_BY, caseId);
    const received = await receiveFile(request, this.handler.bytesMax);
    return this.handler.add({ caseId, subject, cause: causeOf(caller, role), byCode: false }, received);
  }

  /** What there is, without names: those are personal, and stand with the file. */
  @Get() @Roles(...LISTED_TO)
  async list(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#seen(caller, LISTED_TO, caseId);
    const pieces = await this.handler.list(caseId);
    return { caseId, evidence: pieces.map(({ name: _, mac: _mac, withdrawn, ...piece }) => ({ ...piece, withdrawn: withdrawn && { at: withdrawn.at, by: withdrawn.by, replacedBy: withdrawn.replacedBy } })) };
  }

  @ApiProduces(...GIVEN_OUT_AS)
  @Get(':evidenceId') @Roles(...READ_BY) @Reads('evidence')
  async read(@Param('caseId') caseId: string, @Param('evidenceId') id: string, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    if (!isUuid(id)) throw refuse('NO_SUCH_EVIDENCE');
    const { bytes, name, piece } = await this.handler.read(caseId, id, causeOf(caller, inWhichOf(caller.roles, READ_BY)));
    const plain = `evidence-${id.slice(-12)}.${extensionOf(piece.mediaType)}`;
    await reply.headers({
      'content-type': givenOutAs(piece.mediaType),
      'content-disposition': asAttachment(name || plain, plain), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox", 'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
    }).send(bytes);
  }

  async #seen<R extends Role>(caller: Caller, roles: readonly R[], caseId: string): Promise<readonly [Role, string | null]> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    const role = inWhichOf(caller.roles, roles) ?? 'worker';
    return [role, await ensureOwnOrInScope(this.pool, caller, role, caseId)];
  }
}

/** For a worker without an account: the code adds, and never reads. Few tries, so that nobody looks for codes here, and few pieces. */
@Controller('v1/track/:trackingCode/evidence')
export class TrackedEvidenceController {
  constructor(private readonly pool: Pool, private readonly handler: EvidenceHandler) {}

  @Post() @HttpCode(201) @Public() @RouteConfig({ multipart: true, rateLimit: { max: 20, timeWindow: '10 minutes' } })
  async add(@Param('trackingCode') code: string, @Req() request: FastifyRequest): Promise<Pick<Taken, 'sha256' | 'outcome'>> {
    const caseId = isTrackingCode(code) ? await caseOfClaim(this.pool, 'tracking-code', code) : undefined;
    if (!caseId) throw refuseCode('UNKNOWN_TRACKING_CODE');
    const received = await receiveFile(request, this.handler.bytesMax);
    const { sha256, outcome } = await this.handler.add({ caseId, subject: await subjectOf(this.pool, caseId), cause: { actor: 'worker:tracking-code' }, byCode: true }, received);
    return { sha256, outcome };
  }
}
