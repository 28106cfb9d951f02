import { randomUUID } from 'node:crypto';
import { Catch, Optional } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GuardedRequest } from './auth.guard.js';
import { log, traceOf } from './logger.js';
import { refusedAccess, turnedAway } from './metrics.js';
import { RefusedReads } from './refused-reads.js';
import { documentOf, languageOf, problemOf } from './problem.js';
import type { Problem } from './problem.js';

type Request = FastifyRequest & Pick<GuardedRequest, 'caller' | 'reads'>;

/** The last word on every error: a problem document for the caller, a line without personal data for the operator. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Optional() private readonly refused?: RefusedReads) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    if (this.refused && request.reads && request.caller) await this.refused.note(request.reads, request.caller, caseOf(request), problemOf(error));
    answerProblem(error, request, http.getResponse<FastifyReply>());
  }
}

/** The case that was asked for, in the address or in the body. */
function caseOf({ params, body }: Request): unknown {
  const named = (part: unknown): unknown => (part as { caseId?: unknown } | null | undefined)?.caseId;
  return named(params) ?? named(body);
}

/** For what Fastify refuses before Nest sees it, such as an address that cannot be decoded: its own answer would repeat the address. */
export function answerProblem(error: unknown, request: Request, reply: FastifyReply): void {
  const problem = problemOf(error, request.routeOptions?.bodyLimit);
  const instance = problem.status === 500 ? `urn:uuid:${randomUUID()}` : undefined; // Joins what the caller saw to the line in the log.
  record(error, problem, request, instance);
  if (reply.sent || reply.raw.headersSent) return; // A stream that broke off.
  const language = languageOf(request.headers['accept-language']);
  void reply.status(problem.status).headers({
    ...problem.headers, 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language === 'zh' ? 'zh-CN' : 'en', vary: 'accept-language', 'cache-control': 'no-store',
  }).send(JSON.stringify({ ...documentOf(problem, language), ...(instance !== undefined && { instance }) }));
}

const TURNED_AWAY: ReadonlySet<string> = new Set(['OVERLOADED', 'STORE_BUSY', 'TOO_MANY_REQUESTS']);

/** Every refused access is recorded with who, what and why; the address of the request is not, for it may hold a tracking code. */
function record(error: unknown, { status, code }: Problem, request: Request, instance: string | undefined): void {
  const asked = { method: request.method, route: request.routeOptions?.url, status, code };
  if (status === 401 || status === 403) {
    refusedAccess.inc({ code });
    log.warn({ ...asked, subject: request.caller?.subject, reason: (error as { reason?: unknown }).reason, from: request.ip }, 'access refused');
  } else if (TURNED_AWAY.has(code)) {
    turnedAway.inc({ code }); // Counted, not written down: a flood shall not become a flood of lines.
  } else if (status >= 500) {
    log.error({ ...asked, instance, error: traceOf(error) }, status === 503 ? 'outage' : 'defect');
  }
}
