import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { requesterNow } from '#libs/contracts/requester.js';
import { readCase, readStream } from '#libs/event-store/read.js';
import { CurrentCaller, Public, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { casesInScope, ensureInScope, subjectOf } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { RecordedReads } from '#libs/runtime/recorded-reads.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import { CodeDoor } from '../tracking/code-door.js';
import { OwnPerson } from '../tracking/own-person.js';
import { BY_CODE } from '../tracking/supplement.js';
import { ownCase, sealedOf } from './own-data.js';
import { ownDataPage } from './own-data.page.js';
import type { PersonalCopy } from './own-data.page.js';
import { subjectOfNobody } from './retention.projection.js';

const COPIED_BY = ['officer', 'legal-aid'] as const;
const GROUND = '个人信息保护法 45';

export class CopyRequest {
  /** How and when the person asked, and how it is known that it was the person: kept for ever. */
  @IsString() @Length(4, 300) reason!: string;
}

/** The person's own copy (个人信息保护法 45: 查阅、复制): JSON, or a page where the browser asks for one. Each is a fact of the case before it is given. */
@Controller('v1')
export class OwnDataController {
  constructor(
    private readonly pool: Pool, private readonly keyring: Keyring, private readonly clock: Clock, private readonly reads: RecordedReads,
    private readonly door: CodeDoor, private readonly own: OwnPerson, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  /** By the tracking code and a proven identity, neither alone. Known by the number, the person is given all of the own cases; known by name, this one. */
  @Post('track/:trackingCode/personal-data') @HttpCode(200) @Public() @RouteConfig({ rateLimit: { max: 20, timeWindow: '10 minutes' } })
  @ApiOperation({ summary: 'A copy of everything that is kept of the person, by tracking code and a proven identity' }) @ApiProduces('application/json', 'text/html')
  async copy(@Param('trackingCode') code: string, @Req() { ip, headers }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Headers('x-identity-assertion') assertion?: string): Promise<object | string> {
    const caseId = await this.door.caseOf(code, ip);
    const { matched } = await this.own.prove(caseId, code, assertion);
    const cases = matched.includes('idNumber') ? await this.#casesOfNumber(caseId) : [];
    return this.#given(caseId, [...new Set([caseId, ...cases])], '本人凭查询码和实名核验查阅、复制', { actor: BY_CODE }, headers.accept, reply);
  }

  /** At a desk, on the person's request: the person's cases inside the officer's divisions. */
  @Post('intake/cases/:caseId/personal-data-copy') @HttpCode(200) @Roles(...COPIED_BY) @Reads('personalData')
  @ApiOperation({ summary: 'A copy of everything that is kept of the person of a case, on the person\'s request' }) @ApiProduces('application/json', 'text/html')
  async copyFor(@Param('caseId') caseId: string, @Body() { reason }: CopyRequest, @CurrentCaller() caller: Caller, @Req() { headers }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | string> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const inside = await casesInScope(this.pool, caller, await this.#casesOfNumber(caseId));
    const role = COPIED_BY.find((one) => caller.roles.includes(one));
    return this.#given(caseId, [...new Set([caseId, ...inside])], reason, causeOf(caller, role, { reason }), headers.accept, reply);
  }

  async #subjectOf(caseId: string): Promise<string> {
    return (await subjectOf(this.pool, caseId)) ?? subjectOfNobody(caseId);
  }

  /** By the number as it stands now: a case that was filed under another's by mistake is not the other's to read. */
  async #casesOfNumber(caseId: string): Promise<readonly string[]> {
    const number = requesterNow(await readStream(this.pool, `claim/${caseId}`))?.idNumber;
    const [plain] = number ? await this.keyring.open([number]) : [null];
    if (plain == null) return [];
    const { rows } = await this.pool.query<{ caseId: string }>(`SELECT DISTINCT case_id AS "caseId" FROM pii.blind_index WHERE space = 'idNumber' AND mac = $1`, [this.index.mac('idNumber', normalise('idNumber', plain))]);
    return rows.map((row) => row.caseId);
  }

  async #given(caseId: string, cases: readonly string[], reason: string, cause: Cause, accept: string | undefined, reply: FastifyReply): Promise<object | string> {
    const histories = await Promise.all(cases.map((caseId) => readCase(this.pool, caseId)));
    const subjects = await Promise.all(cases.map((one) => this.#subjectOf(one)));
    const subject = await this.#subjectOf(caseId);
    const found = histories.map((history, n) => sealedOf(history, subjects[n]!));
    const format = /\btext\/html\b/.test(accept ?? '') ? 'html' : 'json';
    const fields = [...new Set(found.flat().map(({ sealed }) => sealed.field))].sort();
    await this.reads.noteExport({ subject, cases: [...cases], fields, reason, format }, cause);
    const opened = await Promise.all(found.map((each) => this.keyring.open(each.map(({ sealed }) => sealed))));
    const data: PersonalCopy = { madeAt: this.clock.now(), ground: GROUND, cases: histories.map((history, n) => ownCase(history, found[n]!, opened[n]!.map((value) => value ?? null))) };
    void reply.header('cache-control', 'no-store');
    if (format === 'json') return data;
    void reply.type('text/html; charset=utf-8');
    return ownDataPage(data);
  }
}
