import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Post } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { TokenVerifier } from '#libs/security/caller.js';
import type { Caller } from '#libs/security/caller.js';
import { roleNames } from '#libs/security/roles.js';
import { signWebhook } from '#libs/security/webhook.js';
import { assertEveryRouteGuarded, AuthGuard, ChannelKeys, CurrentCaller, Public, Roles, Webhook, WebhookId } from './auth.guard.js';
import { ProblemFilter } from './problem.filter.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const audience = 'anxin';
let issuer: string;
let keys: Server;
let app: NestFastifyApplication;
let token: (claims?: Record<string, unknown>) => Promise<string>;

@Controller()
class Routes {
  @Get('open') @Public() open() { return { open: true }; }
  @Get('audit') @Roles('auditor', 'supervisor') audit(@CurrentCaller() caller: Caller) { return caller; }
  @Get('forgotten') forgotten() { return { open: true }; }
  @Post('channels/:channel') @Webhook() take(@CurrentCaller() caller: Caller, @WebhookId() id: string) { return { caller, id }; }
  @Post('both/:channel') @Webhook() @Roles('officer') both(@CurrentCaller() caller: Caller) { return caller; }
  notARoute() { return 1; }
}

@Controller('officers') @Roles('officer')
class OfficersRoutes {
  @Get('mine') mine() { return []; }
  @Get('auditors') @Roles('auditor') auditors() { return []; }
}

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
  keys = createServer((request, response) => response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` }))).listen(0, '127.0.0.1');
  await new Promise((listening) => keys.once('listening', listening));
  issuer = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
  token = (claims = {}) => new SignJWT({ iss: issuer, aud: audience, sub: 's-1', exp: Math.floor(Date.now() / 1000) + 60, roles: ['auditor'], divisions: ['439900'], ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' }).sign(privateKey);
  app = await started([Routes, OfficersRoutes]);
});
afterAll(async () => {
  await app.close();
  await new Promise((closed) => keys.close(closed));
});

async function started(controllers: Type[]): Promise<NestFastifyApplication> {
  const door = { secrets: [secret], enabled: true, divisions: ['439900'], kinds: null, formats: null, certificates: [] };
  const channels: ChannelKeys = { of: (channel) => (channel === '12345' ? door : undefined), certificateOf: () => undefined, peerOf: () => null, take: () => Promise.resolve(undefined), used: () => undefined };
  @Module({
    controllers,
    providers: [
      { provide: APP_GUARD, useClass: AuthGuard }, { provide: APP_FILTER, useClass: ProblemFilter }, { provide: ChannelKeys, useValue: channels },
      { provide: TokenVerifier, useValue: new TokenVerifier({ issuer, audience }) },
    ],
  })
  class TestModule {}
  const made = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter(), { rawBody: true, logger: false });
  await made.init();
  return made;
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
const bearer = async (claims?: Record<string, unknown>) => ({ authorization: `Bearer ${await token(claims)}` });

describe('A route', () => {
  it('that is public needs nobody', async () => expect((await get('/open')).json()).toEqual({ open: true }));

  it('that names roles opens to each of them, and to no other', async () => {
    for (const role of roleNames) expect([role, (await get('/audit', await bearer({ roles: [role] }))).statusCode]).toEqual([role, ['auditor', 'supervisor'].includes(role) ? 200 : 403]);
    expect((await get('/audit', await bearer({ roles: ['officer', 'auditor'] }))).json()).toEqual({ subject: 's-1', roles: ['officer', 'auditor'], divisions: ['439900'] });
    expect((await get('/audit', await bearer({ roles: [] }))).json()).toMatchObject({ status: 403, code: 'ROLE_NOT_ALLOWED', type: 'urn:anxin:problem:role-not-allowed' });
  });

  it.each([['operator', 'security-admin'], ['operator', 'auditor'], ['security-admin', 'auditor'], ['auditor', 'officer', 'operator']])('opens to nobody who is two administrators: %s, %s', async (...held) => {
    expect((await get('/audit', await bearer({ roles: [...held, 'supervisor'] }))).json()).toMatchObject({ status: 403, code: 'ADMINISTRATORS_APART' });
  });

  it('that says nothing is closed to everybody', async () => {
    expect((await get('/forgotten')).statusCode).toBe(401);
    expect((await get('/forgotten', await bearer({ roles: [...roleNames] }))).statusCode).toBe(403);
  });

  it('follows its class, unless it speaks for itself', async () => {
    expect((await get('/officers/mine', await bearer({ roles: ['officer'] }))).statusCode).toBe(200);
    expect((await get('/officers/auditors', await bearer({ roles: ['officer'] }))).statusCode).toBe(403);
    expect((await get('/officers/auditors', await bearer({ roles: ['auditor'] }))).statusCode).toBe(200);
  });

  it('answers every kind of bad token with the same words', async () => {
    const bad = [
      {}, { authorization: 'Bearer' }, { authorization: 'Bearer x' }, { authorization: 'Basic dTpw' }, { authorization: `Bearer  ${await token()}` }, { authorization: `Bearer ${await token()}x` },
      await bearer({ exp: 1 }), await bearer({ aud: 'other' }), await bearer({ iss: 'https://other.test' }), await bearer({ nonce: 'n' }), { authorization: `Bearer ${await token()}, Bearer ${await token()}` },
    ];
    const answers = await Promise.all(bad.map((headers) => get('/audit', headers as Record<string, string>)));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]!.json()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(answers.map(({ headers }) => headers['www-authenticate'])).toEqual(['Bearer', ...Array(bad.length - 1).fill('Bearer error="invalid_token"')]);
  });
});

describe("A channel's route", () => {
  const body = '{"text":"拖欠工资"}';
  const call = (url: string, headers: Record<string, string>, payload = body) => app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload });
  const signed = (id = 'evt_1', by = secret) => signWebhook(by, id, Math.floor(Date.now() / 1000), body);

  it('opens to its signature, over the bytes that came', async () => {
    expect((await call('/channels/12345', signed())).json()).toEqual({ caller: { subject: '12345', roles: ['channel'], divisions: ['439900'] }, id: 'evt_1' });
    expect((await call('/channels/12345', signed(), body.replace(':', ': '))).json()).toMatchObject({ status: 401, code: 'WEBHOOK_REFUSED', details: { reason: 'bad-signature' } });
  });

  it('is closed to others: no signature, a token, another channel, one that does not exist', async () => {
    expect((await call('/channels/12345', {})).json()).toMatchObject({ status: 401, details: { reason: 'missing-header' } });
    expect((await call('/channels/12345', await bearer({ roles: [...roleNames] }))).statusCode).toBe(401);
    const [unknown, wrong] = [await call('/channels/nobody', signed()), await call('/channels/12345', signed('evt_1', `whsec_${Buffer.alloc(32, 9).toString('base64')}`))];
    expect(unknown.statusCode).toBe(401);
    expect(unknown.body).toBe(wrong.body);
  });

  it('may be open to a role as well, by token', async () => {
    expect((await call('/both/12345', await bearer({ roles: ['officer'] }))).json()).toMatchObject({ roles: ['officer'] });
    expect((await call('/both/12345', await bearer({ roles: ['auditor'] }))).statusCode).toBe(403);
    expect((await call('/both/12345', signed())).json()).toMatchObject({ roles: ['channel'] });
    expect((await call('/both/12345', { ...signed(), authorization: 'Bearer x' })).statusCode).toBe(401); // A bad token is not mended by a signature.
  });
});

describe('The start', () => {
  it('fails when a route is not guarded', () => expect(() => assertEveryRouteGuarded(app)).toThrow('Routes without one of @Roles, @Public, @Webhook: Routes.forgotten'));

  it('fails when a route is public and guarded at once', async () => {
    @Controller() class Muddled { @Get('a') @Public() @Roles('officer') a() { return 1; } }
    const other = await started([Muddled]);
    expect(() => assertEveryRouteGuarded(other)).toThrow('Muddled.a');
    expect((await other.inject({ url: '/a' })).statusCode).toBe(401);
    await other.close();
  });

  it('goes on when all are', async () => {
    const other = await started([OfficersRoutes]);
    expect(() => assertEveryRouteGuarded(other)).not.toThrow();
    await other.close();
  });
});
