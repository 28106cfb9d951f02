import { Controller, Get, Module, Post } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Admission } from './admission.js';
import { answerProblem, ProblemFilter } from './problem.filter.js';

let open: () => void;
let gate: Promise<void>;

@Controller()
class Routes {
  @Get('look') async look() { await gate; return {}; }
  @Post('order') async order() { await gate; return {}; }
  @Get('health/ready') ready() { return {}; }
  @Get('v1/stream') async stream() { await gate; return {}; }
}
@Module({ controllers: [Routes], providers: [{ provide: APP_FILTER, useClass: ProblemFilter }] })
class TestModule {}

describe('What a process lets in', () => {
  let app: NestFastifyApplication;
  let admission: Admission;

  beforeEach(async () => {
    gate = new Promise((resolve) => { open = resolve; });
    app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter({ frameworkErrors: answerProblem }), { logger: false });
    admission = new Admission({ requests: 4, streams: 2, bytes: 1_000 }).watch(app);
    await app.init();
  });
  afterEach(async () => {
    open();
    await app.close();
  });

  const ask = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<number> => {
    const answer = await app.inject({ method, url, ...(payload !== undefined && { payload, headers: { 'content-type': 'application/json' } }) });
    if (answer.statusCode === 503) {
      expect(answer.json()).toMatchObject({ code: 'OVERLOADED', title: '当前请求过多，请稍后重试' });
      expect(answer.headers['retry-after']).toMatch(/^[123]$/);
    }
    return answer.statusCode;
  };
  /** What is answered at once, while the rest waits at the gate. */
  const atOnce = async (asked: readonly Promise<number>[]): Promise<readonly (number | 'waits')[]> => {
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    return Promise.all(asked.map((one) => Promise.race([one, Promise.resolve('waits' as const)])));
  };

  it('are so many orders; the next is told to come back, and is let in when there is room', async () => {
    const asked = Array.from({ length: 6 }, () => ask('POST', '/order', '{}'));
    expect(await atOnce(asked)).toEqual(['waits', 'waits', 'waits', 'waits', 503, 503]);
    open();
    expect(await Promise.all(asked)).toEqual([201, 201, 201, 201, 503, 503]);
    expect([await ask('POST', '/order', '{}'), admission.requests]).toEqual([201, 0]);
  });

  it('keeps the last quarter for orders: who looks is turned away first', async () => {
    const looks = Array.from({ length: 4 }, () => ask('GET', '/look'));
    expect(await atOnce(looks)).toEqual(['waits', 'waits', 'waits', 503]);
    expect(await atOnce([ask('POST', '/order', '{}'), ask('POST', '/order', '{}')])).toEqual(['waits', 503]);
  });

  it('always answers how it is', async () => {
    const asked = Array.from({ length: 4 }, () => ask('POST', '/order', '{}'));
    expect(await atOnce([...asked, ask('GET', '/health/ready')])).toEqual(['waits', 'waits', 'waits', 'waits', 200]);
  });

  it('counts streams by themselves', async () => {
    expect(await atOnce(Array.from({ length: 3 }, () => ask('GET', '/v1/stream')))).toEqual(['waits', 'waits', 503]);
    expect([admission.streams, admission.requests]).toEqual([2, 0]);
    expect(await atOnce([ask('POST', '/order', '{}')])).toEqual(['waits']);
  });

  it('bounds what bodies take together, and one alone may take it all', async () => {
    const large = JSON.stringify('a'.repeat(900));
    const asked = [ask('POST', '/order', large), ask('POST', '/order', large), ask('POST', '/order', '{}')];
    expect(await atOnce(asked)).toEqual(['waits', 503, 'waits']);
    open();
    await Promise.all(asked);
    expect(await ask('POST', '/order', JSON.stringify('a'.repeat(2_000)))).toBe(201);
  });
});
