import { HttpException } from '@nestjs/common';
import { Refusal } from '#libs/decider/refusal.js';
import { Unauthenticated } from '#libs/security/caller.js';
import { IssuerUnavailable } from '#libs/security/issuer-keys.js';
import { personalFields } from '#libs/security/mask.js';
import { WebhookRefused } from '#libs/security/webhook.js';
import { Overloaded } from './admission.js';
import type { FieldProblem } from './field-problems.js';
import { TooManyCalls } from './rates.js';
import { FieldsRefused } from './validation.js';

export type Language = 'zh' | 'en';
type Words = { readonly [L in Language]: string };

/** What went wrong, for the caller: the matter of a problem document (RFC 9457) in both languages. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: Words;
  readonly detail?: Words;
  /** Statute and article on which a refusal rests. */
  readonly ground?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Problems that no decider declares, by code: status and title. */
export const generalProblems = {
  MALFORMED_REQUEST: [400, '请求格式有误', 'The request is malformed'],
  FIELDS_REFUSED: [400, '请求字段不符合要求', 'Some fields are wrong'],
  UNAUTHENTICATED: [401, '请先登录，或凭证无效', 'A valid identity is needed'],
  WEBHOOK_REFUSED: [401, '渠道签名未通过校验', 'The webhook signature is refused'],
  FORBIDDEN: [403, '无权进行此操作', 'This is not allowed'],
  NOT_FOUND: [404, '没有找到', 'Not found'],
  METHOD_NOT_ALLOWED: [405, '不支持此请求方法', 'The method is not allowed'],
  NOT_ACCEPTABLE: [406, '无法提供所要求的格式', 'Not acceptable'],
  REQUEST_TIMEOUT: [408, '请求超时', 'The request took too long'],
  CONFLICT: [409, '与当前状态冲突', 'In conflict with the present state'],
  GONE: [410, '已不再提供', 'Gone'],
  PRECONDITION_FAILED: [412, '版本已变化，请刷新后重试', 'The version has changed'],
  PAYLOAD_TOO_LARGE: [413, '请求内容过大', 'The request is too large'],
  URI_TOO_LONG: [414, '请求地址过长', 'The address is too long'],
  UNSUPPORTED_MEDIA_TYPE: [415, '不支持的内容类型', 'The content type is not supported'],
  UNPROCESSABLE: [422, '请求无法办理', 'The request cannot be carried out'],
  PRECONDITION_REQUIRED: [428, '请求须注明版本', 'The request must name a version'],
  TOO_MANY_REQUESTS: [429, '请求过于频繁', 'Too many requests'],
  HEADERS_TOO_LARGE: [431, '请求头过大', 'The headers are too large'],
  INTERNAL: [500, '系统内部错误', 'Internal error'],
  NOT_IMPLEMENTED: [501, '尚未提供', 'Not implemented'],
  OVERLOADED: [503, '当前请求过多，请稍后重试', 'Too much is under way, please try again'],
  STORE_BUSY: [503, '系统繁忙，请稍后重试', 'The system is busy, please try again'],
  UNAVAILABLE: [503, '服务暂不可用，请稍后重试', 'The service is not available, please try again'],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

type GeneralCode = keyof typeof generalProblems;

const REFUSALS = { invalid: 'UNPROCESSABLE', forbidden: 'FORBIDDEN', notFound: 'NOT_FOUND', conflict: 'CONFLICT' } as const;

/** What can be told of any error. Messages of others never pass: they may quote what was sent. `bodyBytesMax`: of the route that was asked. */
export function problemOf(error: unknown, bodyBytesMax = BODY_BYTES_MAX): Problem {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof FieldsRefused) return wrongFields(error.fields);
  if (error instanceof Unauthenticated) return { ...general('UNAUTHENTICATED'), headers: { 'www-authenticate': error.reason === 'missing' ? 'Bearer' : 'Bearer error="invalid_token"' } };
  if (error instanceof WebhookRefused) {
    return { ...general('WEBHOOK_REFUSED'), detail: WEBHOOK[error.reason], details: { reason: error.reason }, headers: { 'www-authenticate': 'Webhook' } };
  }
  if (error instanceof TooManyCalls) return { ...general('TOO_MANY_REQUESTS'), headers: error.headers };
  if (error instanceof Overloaded) return { ...general('OVERLOADED'), headers: { 'retry-after': String(error.retryAfter) } };
  if (named(error, 'StoreBusy')) return { ...general('STORE_BUSY'), headers: { 'retry-after': '1' } };
  if (named(error, 'StoreUnavailable') || named(error, 'NewerEvent') || error instanceof IssuerUnavailable || isOutage(error)) return { ...general('UNAVAILABLE'), headers: { 'retry-after': '5' } };
  return ofStatus(statusOf(error), error instanceof BodyTooLarge ? error.bytesMax : bodyBytesMax);
}

/** Everything that a problem document says, in one language. `type` is stable: clients may rely on it. */
export function documentOf(problem: Problem, language: Language): Readonly<Record<string, unknown>> {
  const { status, code, title, detail, ground, details, errors } = problem;
  return {
    type: `urn:anxin:problem:${code.toLowerCase().replaceAll('_', '-')}`, title: title[language], status, code,
    ...(detail && { detail: detail[language] }), ...(ground !== undefined && { ground }), ...(details && { details }),
    ...(errors && { errors: errors.map((one) => ({ field: one.field, problem: one[language] })) }),
  };
}

/** The language that is wanted most (RFC 9110, 12.5.4); Chinese where it makes no difference. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weight = { zh: 0, en: 0 };
  for (const range of (acceptLanguage ?? '').toLowerCase().split(',', 20)) {
    const [, tag, q = '1'] = /^\s*(zh|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([\d.]+))?\s*$/.exec(range) ?? [];
    if (tag) weight[tag as Language] = Math.max(weight[tag as Language], Number(q) || 0);
  }
  return weight.en > weight.zh ? 'en' : 'zh';
}

function general(code: GeneralCode): Problem {
  const [status, zh, en] = generalProblems[code];
  return { status, code, title: { zh, en } };
}

/** So many wrong fields are shown: a body of nothing else must not make a long answer. */
const FIELDS_SHOWN = 100;
const FIELDS_TOLD = 5;

function wrongFields(fields: readonly FieldProblem[]): Problem {
  const names = [...new Set(fields.map(({ field }) => field))];
  const told = names.slice(0, FIELDS_TOLD);
  const more = names.length > told.length;
  return {
    ...general('FIELDS_REFUSED'), errors: fields.slice(0, FIELDS_SHOWN),
    detail: { zh: `共${names.length}个字段：${told.join('、')}${more ? '等' : ''}。`, en: `${names.length} of them: ${told.join(', ')}${more ? ', …' : ''}.` },
  };
}

function refused(refusal: Refusal): Problem {
  const { status, title } = general(REFUSALS[refusal.kind]);
  const details = showable(refusal.details);
  return {
    status, code: refusal.code, title, detail: { zh: refusal.zh, en: refusal.en }, ...(refusal.ground !== undefined && { ground: refusal.ground }), ...(details && { details }),
  };
}

/** Plain words and numbers of a refusal; nothing under a name of a personal field, nothing nested but lists of words. */
function showable(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const plain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const shown = Object.entries(details).filter(([name, value]) => !Object.hasOwn(personalFields, name) && (plain(value) || (Array.isArray(value) && value.every(plain))));
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
}

const WEBHOOK: Readonly<Record<WebhookRefused['reason'], Words>> = {
  'missing-header': { zh: '缺少 webhook-id、webhook-timestamp 或 webhook-signature。', en: 'One of webhook-id, webhook-timestamp, webhook-signature is missing.' },
  'malformed-header': { zh: 'webhook 请求头格式有误。', en: 'A webhook header is malformed.' },
  stale: { zh: '时间戳与当前时间相差超过五分钟。', en: 'The timestamp is more than five minutes off.' },
  'bad-signature': { zh: '签名与请求内容不符。', en: 'No signature fits the request.' },
  certificate: { zh: '该渠道须出示登记的客户端证书。', en: 'The channel must show the client certificate that it is bound to.' },
};

/** The status of an error of Nest or Fastify; 500 for all that nobody foresaw. */
function statusOf(error: unknown): number {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

/** The most that a request may send, where its route says nothing else. A longer one is not read, so that only its body can be named. */
export const BODY_BYTES_MAX = 256 * 1024;

/** A form with files, sent to a route that takes none. */
export class NotMultipart extends Error {
  readonly statusCode = 415;

  constructor() {
    super('This route takes no form with files.');
    this.name = 'NotMultipart';
  }
}

/** A request that grew larger than what its route takes now. */
export class BodyTooLarge extends Error {
  readonly statusCode = 413;

  constructor(readonly bytesMax: number) {
    super('The request is too large.');
    this.name = 'BodyTooLarge';
  }
}

function tooLarge(bytesMax: number): Problem {
  const [zh, en] = [`请求内容不得超过${bytesMax / 1024} KiB`, `must not be larger than ${bytesMax / 1024} KiB`];
  return { ...general('PAYLOAD_TOO_LARGE'), detail: { zh: `${zh}。`, en: `The body ${en}.` }, errors: [{ field: 'body', zh, en }] };
}

/** What was sent is not repeated, so both that can be wrong are named. */
const MALFORMED = { zh: '请核对：请求内容应为完整的 JSON，地址中的编号应与返回的一致。', en: 'Check that the body is complete JSON, and that the ids in the address are as they were given.' };

function ofStatus(status: number, bodyBytesMax: number): Problem {
  if (status === 413) return tooLarge(bodyBytesMax);
  if (status === 400) return { ...general('MALFORMED_REQUEST'), detail: MALFORMED };
  if (status === 503) return { ...general('UNAVAILABLE'), headers: { 'retry-after': '5' } };
  const found = (Object.keys(generalProblems) as GeneralCode[]).find((code) => generalProblems[code][0] === status);
  if (found) return general(found);
  return { ...general(status < 500 ? 'MALFORMED_REQUEST' : 'INTERNAL'), status };
}

/** PostgreSQL away, starting, stopping, full or locked, as read tables meet it outside the event store. */
function isOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }; // By what it says, not by its class: a socket's error may be of another realm.
  if (typeof code === 'string') return /^(08...|53...|58...|57P0.|57014|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code);
  return typeof message === 'string' && /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout)/.test(message);
}

function named(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
