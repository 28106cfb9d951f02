import { Body, ConflictException, Controller, Get, HttpException, Module, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsString, MaxLength } from 'class-validator';
import pg from 'pg';
import { refusals } from '#libs/decider/refusal.js';
import { NewerEvent, StoreBusy, StoreUnavailable } from '#libs/event-store/failures.js';
import { SetClock } from './clock.js';
import { documentOf, generalProblems, languageOf, problemOf } from './problem.js';
import { answerProblem, ProblemFilter } from './problem.filter.js';
import { TooManyCalls } from './rates.js';
import { validationPipe } from './validation.js';

const refuse = refusals({
  TEST_EXTENDED_BEFORE: ['conflict', '裁决期限已延长过。', 'The award deadline has been extended before.', '劳动争议调解仲裁法 43'],
  TEST_NO_CASE: ['notFound', '没有这个案件。', 'There is no such case.'],
  TEST_NOT_YOURS: ['forbidden', '不是您的案件。', 'Not your case.'],
  TEST_TOO_LATE: ['invalid', '已超过时限。', 'Too late.'],
});
const secret = '张测试 13900000001';

class Note {
  @IsString() @MaxLength(10)
  text!: string;
}

const THROWN: Readonly<Record<string, () => unknown>> = {
  conflict: () => refuse('TEST_EXTENDED_BEFORE', { extended: 1, name: secret, phases: ['hearing'], person: { name: secret }, at: null }),
  notFound: () => refuse('TEST_NO_CASE'), forbidden: () => refuse('TEST_NOT_YOURS'), invalid: () => refuse('TEST_TOO_LATE'),
  busy: () => new StoreBusy(), often: () => new TooManyCalls(7), away: () => new StoreUnavailable('08006'), newer: () => new NewerEvent('intake.later.v1'), refusedConnection: () => Object.assign(new Error(`connect ECONNREFUSED ${secret}`), { code: 'ECONNREFUSED' }),
  stopping: () => Object.assign(new pg.DatabaseError('terminating connection', 1, 'error'), { code: '57P01' }), full: () => Object.assign(new pg.DatabaseError('too many clients', 1, 'error'), { code: '53300' }),
  timeout: () => new Error('timeout exceeded when trying to connect'), defect: () => Object.assign(new Error(`invalid input: ${secret}`), { code: '22P02' }), text: () => secret, nothing: () => undefined,
  nest: () => new NotFoundException(secret), nestConflict: () => new ConflictException({ message: secret }), teapot: () => new HttpException(secret, 418), limited: () => Object.assign(new Error(secret), { statusCode: 429 }),
};

@Controller()
class Routes {
  @Get('throw/:what') fail(@Param('what') what: string) { throw THROWN[what]!(); }
  @Get('uuid/:id') byId(@Param('id', ParseUUIDPipe) id: string) { return { id }; }
  @Post('notes') note(@Body() note: Note) { return note; }
}
@Module({ controllers: [Routes], providers: [{ provide: APP_FILTER, useClass: ProblemFilter }] })
class TestModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter({ bodyLimit: 1000, frameworkErrors: answerProblem }), { rawBody: true, logger: false });
  app.useGlobalPipes(validationPipe(new SetClock('2026-03-02T09:00:00+08:00')));
  app.getHttpAdapter().getInstance().addHook('onRequest', async (request) => { if (request.headers['x-flood']) throw Object.assign(new Error(secret), { statusCode: 429 }); });
  await app.init();
});
afterAll(() => app.close());

describe('An error becomes a problem document', () => {
  it.each<[string, number, string, string | undefined]>(([
    ['conflict', 409, 'TEST_EXTENDED_BEFORE'], ['notFound', 404, 'TEST_NO_CASE'], ['forbidden', 403, 'TEST_NOT_YOURS'], ['invalid', 422, 'TEST_TOO_LATE'], ['busy', 503, 'STORE_BUSY', '1'], ['often', 429, 'TOO_MANY_REQUESTS', '7'], ['away', 503, 'UNAVAILABLE', '5'], ['newer', 503, 'UNAVAILABLE', '5'],
    ['refusedConnection', 503, 'UNAVAILABLE', '5'], ['stopping', 503, 'UNAVAILABLE', '5'], ['full', 503, 'UNAVAILABLE', '5'], ['timeout', 503, 'UNAVAILABLE', '5'], ['defect', 500, 'INTERNAL'], ['text', 500, 'INTERNAL'],
    ['nothing', 500, 'INTERNAL'], ['nest', 404, 'NOT_FOUND'], ['nestConflict', 409, 'CONFLICT'], ['teapot', 418, 'MALFORMED_REQUEST'], ['limited', 429, 'TOO_MANY_REQUESTS'],
  ] as [string, number, string, string?][]).map(([what, status, code, retryAfter]) => [what, status, code, retryAfter]))('%s: %i %s', async (what, status, code, retryAfter) => {
    const answer = await app.inject({ url: `/throw/${what}` });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, code, type: `urn:anxin:problem:${code.toLowerCase().replaceAll('_', '-')}`, title: expect.stringMatching(/\p{Script=Han}/u) });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'zh-CN', vary: 'accept-language', 'cache-control': 'no-store' });
    expect(answer.headers['retry-after']).toBe(retryAfter);
    expect(answer.body).not.toMatch(/张测试|13900000001/);
  });

  it('of a refusal says why, in the language asked for, with its ground and plain details', async () => {
    const ask = async (language: string) => (await app.inject({ url: '/throw/conflict', headers: { 'accept-language': language } })).json();
    expect(await ask('zh-CN')).toEqual({
      type: 'urn:anxin:problem:test-extended-before', title: '与当前状态冲突', status: 409, code: 'TEST_EXTENDED_BEFORE', detail: '裁决期限已延长过。', ground: '劳动争议调解仲裁法 43', details: { extended: 1, phases: ['hearing'] },
    });
    expect(await ask('en-GB,en;q=0.9')).toMatchObject({ title: 'In conflict with the present state', detail: 'The award deadline has been extended before.' });
  });

  it('of a defect carries a number that also stands in the log, and nothing else', async () => {
    expect((await app.inject({ url: '/throw/defect' })).json()).toEqual({ type: 'urn:anxin:problem:internal', title: '系统内部错误', status: 500, code: 'INTERNAL', instance: expect.stringMatching(/^urn:uuid:/) });
  });

  it.each<[string, Parameters<NestFastifyApplication['inject']>[0], number, string]>([
    ['broken JSON', { method: 'POST', url: '/notes', headers: { 'content-type': 'application/json' }, payload: '{"text":' }, 400, 'MALFORMED_REQUEST'],
    ['an empty JSON body', { method: 'POST', url: '/notes', headers: { 'content-type': 'application/json' }, payload: '' }, 400, 'MALFORMED_REQUEST'],
    ['a prototype key', { method: 'POST', url: '/notes', headers: { 'content-type': 'application/json' }, payload: '{"text":"a","__proto__":{"x":1}}' }, 400, 'MALFORMED_REQUEST'],
    ['too large a body', { method: 'POST', url: '/notes', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ text: 'a'.repeat(1000) }) }, 413, 'PAYLOAD_TOO_LARGE'],
    ['XML', { method: 'POST', url: '/notes', headers: { 'content-type': 'application/xml' }, payload: '<a/>' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a path that is not there', { method: 'GET', url: `/nowhere/${encodeURIComponent(secret)}` }, 404, 'NOT_FOUND'],
    ['a flood', { method: 'GET', url: '/uuid/1', headers: { 'x-flood': '1' } }, 429, 'TOO_MANY_REQUESTS'],
    ['an id that is none', { method: 'GET', url: '/uuid/1' }, 400, 'MALFORMED_REQUEST'],
    ['a path that cannot be decoded', { method: 'GET', url: '/uuid/%E0%A4%A' }, 400, 'MALFORMED_REQUEST'],
  ])('for %s', async (_, request, status, code) => {
    const answer = await app.inject(request);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).not.toMatch(/张测试|13900000001/);
  });

  it('says what to check of a request that cannot be read', async () => {
    const send = (language: string) => app.inject({ method: 'POST', url: '/notes', headers: { 'content-type': 'application/json', 'accept-language': language }, payload: '{"text":' });
    expect((await send('zh')).json().detail).toBe('请核对：请求内容应为完整的 JSON，地址中的编号应与返回的一致。');
    expect((await send('en')).json().detail).toMatch(/complete JSON/);
  });

  it('for wrong fields names each, in both languages', async () => {
    const send = (language: string) => app.inject({ method: 'POST', url: '/notes', headers: { 'accept-language': language }, payload: { text: secret.repeat(2), extra: secret } });
    const zh = await send('zh');
    expect(zh.json()).toMatchObject({ status: 400, code: 'FIELDS_REFUSED', errors: expect.arrayContaining([{ field: 'text', problem: '不能超过 10 个字符' }, { field: 'extra', problem: '没有这个字段' }]) });
    expect((await send('en')).json().errors).toContainEqual({ field: 'text', problem: 'must have at most 10 characters' });
    expect(zh.body).not.toMatch(/张测试|13900000001/);
  });
});

it.each([
  [undefined, 'zh'], ['', 'zh'], ['en', 'en'], ['en-US', 'en'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'], ['en,zh', 'zh'], ['en;q=0.9,zh;q=0.8', 'en'], ['fr,en;q=0.1', 'en'], ['fr', 'zh'], ['*', 'zh'], ['en;q=0', 'zh'], ['EN-us', 'en'],
  ['en;q=x', 'zh'], [`${'a'.repeat(5000)},en`, 'en'], ["en'; DROP", 'zh'],
])('Accept-Language %s is %s', (header, language) => expect(languageOf(header)).toBe(language));

it('Every general problem has its own code and words in both languages', () => {
  for (const [code, [status]] of Object.entries(generalProblems)) expect([code, status, problemOf({ statusCode: status }).status]).toEqual([code, status, status]);
  for (const language of ['zh', 'en'] as const) expect(documentOf(problemOf({ statusCode: 404 }), language)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});
