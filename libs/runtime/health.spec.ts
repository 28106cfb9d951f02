import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TokenVerifier } from '#libs/security/caller.js';
import { assertEveryRouteGuarded, AuthGuard } from './auth.guard.js';
import { HealthController, ReadinessChecks } from './health.js';
import { MetricsController, processRefusals, standardGauges } from './metrics.js';
import { ProblemFilter } from './problem.filter.js';

let postgres: () => Promise<unknown> = async () => undefined;
let kafka: { state: string }[] = [];
let asked = 0;
let ending = false;
const checks: ReadinessChecks = { ending: () => ending, postgres: () => { asked++; return postgres(); }, kafka: () => kafka };

@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    { provide: ReadinessChecks, useValue: checks }, { provide: TokenVerifier, useValue: new TokenVerifier({ issuer: 'http://127.0.0.1:1', audience: 'anxin' }) },
    { provide: APP_GUARD, useClass: AuthGuard }, { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class TestModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter(), { logger: false });
  await app.init();
});
afterAll(() => app.close());
const get = (url: string) => app.inject({ url });

describe('The health of a process', () => {
  it('is public, and every route of it is marked', () => expect(() => assertEveryRouteGuarded(app)).not.toThrow());

  it('is live whatever is away', async () => {
    postgres = () => Promise.reject(new Error('away'));
    expect((await get('/health/live')).json()).toEqual({ status: 'live' });
  });

  it('is ready with Postgres, with or without Kafka', async () => {
    postgres = async () => undefined;
    kafka = [{ state: 'running' }, { state: 'rebuilding' }, { state: 'running' }];
    const answer = await get('/health/ready');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready', postgres: 'up', kafka: ['rebuilding', 'running'] }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is not ready without Postgres, and does not say why', async () => {
    postgres = () => Promise.reject(new Error('password for user "sekret"'));
    const answer = await get('/health/ready');
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not-ready', postgres: 'down', kafka: ['rebuilding', 'running'] }]);
  });

  it('is not ready once it has been told to end', async () => {
    postgres = async () => undefined;
    ending = true;
    const answer = await get('/health/ready');
    ending = false;
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not-ready', postgres: 'up', kafka: ['rebuilding', 'running'] }]);
  });

  it('is not ready when Postgres hangs, and asks it once for all who ask meanwhile', async () => {
    postgres = () => new Promise(() => undefined);
    asked = 0;
    const answers = await Promise.all([get('/health/ready'), get('/health/ready'), get('/health/ready')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
    expect(asked).toBe(1);
  });
});

describe('The metrics', () => {
  it('show what the process measures and what it can read, a failing reading as NaN', async () => {
    processRefusals.inc({ service: 'resolution', code: 'AWARD_ALREADY_EXTENDED' });
    standardGauges({ relayLag: () => 3, parked: async () => new Map([['anxin-audit', 2]]), sealLag: () => { throw new Error('away'); } });
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    for (const line of ['anxin_relay_lag_positions 3', 'anxin_parked_events{consumer="anxin-audit"} 2', 'anxin_seal_lag_positions Nan', 'anxin_process_refusals_total{service="resolution",code="AWARD_ALREADY_EXTENDED"} 1', 'process_resident_memory_bytes']) {
      expect(body).toContain(line);
    }
  });

  it('read anew when services start again in the same process', async () => {
    standardGauges({ relayLag: () => 7, parked: () => new Map() });
    const { body } = await get('/metrics');
    expect(body).toContain('anxin_relay_lag_positions 7');
    expect(body).not.toContain('anxin_parked_events{');
  });
});
