import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import type { Running } from '#libs/runtime/start.js';
import { startServices } from '#libs/runtime/start.js';
import { webhookKeyId } from '#libs/security/webhook.js';
import { allServices } from '../../demo/services.js';
import { Hotline } from '../../simulator/hotline.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { csv, signed } from '../sheets.js';
import { whenTrue } from '../stack.js';
import { wageOrders } from '../work-orders.js';

const NOW = '2026-03-02T10:20:00+08:00';
const AT = '2026-03-02T10:15:00+08:00';
const REASON = { reason: '年度更换密钥' };

interface Key { readonly key: string; readonly live: boolean; readonly configured: boolean; readonly until: string | null; readonly revokedAt: string | null; readonly lastUsedAt: string | null }
interface Listed { readonly channels: readonly { readonly channel: string; readonly enabled: boolean; readonly terms: Record<string, unknown>; readonly keys: readonly Key[] }[] }
interface Said { readonly status: number; readonly json: any; readonly headers: Headers }

/** Two processes on one log: what is said to the first, the second obeys. */
describe('The keys of a channel', () => {
  let app: App;
  let other: Running;
  const clock = new SetClock(NOW);

  beforeAll(async () => {
    app = await startApp({ now: NOW, more: { TRUST_PROXY: '127.0.0.1', CLIENT_CERT_HEADER: 'client-cert' } });
    other = await startServices(allServices, readConfig({ ...app.environment, PORT: '0', TRUST_PROXY: '' }), { clock });
  });
  afterAll(async () => {
    await other?.stop();
    await app?.stop();
  });

  const ask = async (method: string, path: string, body?: object, { role = 'security-admin', division = '000000', key }: { role?: string; division?: string; key?: string } = {}): Promise<Said> => {
    const answer = await fetch(`${app.url}/v1/channels${path}`, {
      method, ...(body && { body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) },
    });
    return { status: answer.status, json: await answer.json(), headers: answer.headers };
  };
  const keysOf = async (channel: string): Promise<readonly Key[]> => ((await ask('GET', '')).json as Listed).channels.find((one) => one.channel === channel)!.keys;
  const order = (channel: string, more: object = {}): object => ({ ...wageOrders[channel]!(randomUUID(), AT), ...more });
  const file = async (secret: string, channel = '12345', at = app.url, more: object = {}, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> =>
    new Hotline(at, channel, secret).file(order(channel, more), undefined, headers) as never;
  const status = async (...given: Parameters<typeof file>): Promise<number> => (await file(...given)).status;
  const terms = (channel: string, more: object): Promise<Said> => ask('POST', `/${channel}/terms`, { reason: '核定权限', ...more });
  const facts = async (): Promise<readonly any[]> => (await app.database.query(`SELECT type, data::jsonb AS data, meta::jsonb AS meta, data AS text FROM es.events WHERE stream_id LIKE 'channels/%' ORDER BY pos`)).rows;

  it('are issued, live at once everywhere, and their secret is shown once and kept sealed', async () => {
    const once = randomUUID();
    const { status: made, json } = await ask('POST', '/12345/keys', REASON, { key: once });
    expect([made, json.outcome, json.secret]).toEqual([201, 'appended', expect.stringMatching(/^whsec_/)]);
    expect(json.key).toBe(webhookKeyId(json.secret));
    expect(await status(json.secret)).toBe(202);
    expect(await status(app.secrets['12345']!)).toBe(202); // The older one stays.
    await whenTrue(async () => (await status(json.secret, '12345', other.url)) === 202);
    expect((await ask('POST', '/12345/keys', REASON, { key: once })).json).toEqual({ key: json.key, secret: null, outcome: 'duplicate' });
    const listed = await ask('GET', '');
    expect(JSON.stringify(listed.json)).not.toMatch(/whsec_/);
    const { rows } = await app.database.query('SELECT * FROM intake.channel_key');
    expect(rows).toEqual([{ key: json.key, channel: '12345', sealed: expect.objectContaining({ sealed: 1, field: 'webhookSecret' }) }]);
    const bare = json.secret.slice('whsec_'.length);
    for (const text of [JSON.stringify(rows), JSON.stringify(await facts())]) expect(text).not.toContain(bare);
    expect((await facts()).at(-1)).toMatchObject({ type: 'intake.channel-key-issued', data: { channel: '12345', key: json.key, by: 'security-admin:security-admin-000000', ...REASON }, meta: { actor: 'security-admin:security-admin-000000' } });
  });

  it('are changed: the new one lives at once, the older ones until the stated instant', async () => {
    const oldUntil = '2026-03-03T00:00:00+08:00';
    const { json } = await ask('POST', '/12333/keys', { ...REASON, oldUntil });
    const old = app.secrets['12333']!;
    expect([await status(json.secret, '12333'), await status(old, '12333')]).toEqual([202, 202]);
    expect((await keysOf('12333')).find(({ configured }) => configured)).toMatchObject({ key: webhookKeyId(old), live: true, until: oldUntil });
    app.clock.set('2026-03-02T23:59:59+08:00');
    expect(await status(old, '12333')).toBe(202);
    app.clock.set(oldUntil);
    expect([await status(json.secret, '12333'), await status(old, '12333')]).toEqual([202, 401]);
    expect((await ask('POST', '/12333/keys', { ...REASON, oldUntil: NOW })).json).toMatchObject({ code: 'KEY_END_NOT_AHEAD' });
    app.clock.set(NOW);
  });

  it('are revoked at once, in every process, and their secret is destroyed', async () => {
    const { json } = await ask('POST', '/station/keys', REASON);
    await whenTrue(async () => (await status(json.secret, 'station', other.url)) === 202);
    expect((await ask('POST', `/station/keys/${json.key}/revoke`, { reason: '密钥泄露' })).json).toMatchObject({ outcome: 'appended' });
    expect(await status(json.secret, 'station')).toBe(401);
    await whenTrue(async () => (await status(json.secret, 'station', other.url)) === 401);
    expect((await app.database.query('SELECT 1 FROM intake.channel_key WHERE key = $1', [json.key])).rowCount).toBe(0);
    expect((await ask('POST', `/station/keys/${json.key}/revoke`, { reason: '密钥泄露' })).json).toMatchObject({ outcome: 'unchanged' });
    const configured = webhookKeyId(app.secrets['station']!);
    await ask('POST', `/station/keys/${configured}/revoke`, { reason: '改用新密钥' });
    expect(await status(app.secrets['station']!, 'station')).toBe(401); // One of the configuration too: no restart brings it back.
    await app.restart();
    expect(await status(app.secrets['station']!, 'station')).toBe(401);
    expect((await ask('POST', '/station/keys/k-000000000000/revoke', REASON)).json).toMatchObject({ code: 'NO_SUCH_CHANNEL_KEY' });
  });

  it('show when each was last used', async () => {
    const { json } = await ask('POST', '/clue-platform/keys', REASON);
    expect((await keysOf('clue-platform')).find(({ key }) => key === json.key)).toMatchObject({ lastUsedAt: null });
    await file(json.secret, 'clue-platform');
    const used = await whenTrue(async () => (await keysOf('clue-platform')).find(({ key }) => key === json.key)?.lastUsedAt);
    expect(used).toBe(NOW);
    expect((await keysOf('clue-platform')).find(({ configured }) => configured)).toMatchObject({ lastUsedAt: null });
  });

  it('are as many as five', async () => {
    for (let n = 0; n < 3; n++) await ask('POST', '/clue-platform/keys', REASON);
    expect((await ask('POST', '/clue-platform/keys', REASON)).json).toMatchObject({ status: 409, code: 'CHANNEL_KEYS_TOO_MANY' });
  });

  it('sign what the channel is told, all that live, so that it may hold either', async () => {
    const { json } = await ask('POST', '/12345/keys', REASON);
    const { body } = await file(json.secret);
    await whenTrue(() => app.ear.heard.find(({ payload }) => payload.data.caseNumber === body.caseNumber)); // The ear knows the older one only.
  });

  it('are nobody else\'s to change', async () => {
    for (const role of ['operator', 'auditor', 'supervisor', 'officer']) expect((await ask('POST', '/12345/keys', REASON, { role })).status).toBe(403);
    expect((await ask('POST', '/12345/keys', REASON, { division: '439900' })).json).toMatchObject({ status: 403, code: 'CHANNEL_OUTSIDE_DIVISIONS' });
    expect((await ask('POST', '/pigeon/keys', REASON)).json).toMatchObject({ code: 'NO_SUCH_CHANNEL' });
    expect((await ask('POST', '/12345/keys', {})).json).toMatchObject({ code: 'FIELDS_REFUSED' });
  });

  describe('The terms of a channel', () => {
    const secret = (): string => app.secrets['self-service']!;
    const send = (more: object = {}, at = app.url): Promise<{ status: number; body: any }> => file(secret(), 'self-service', at, more);

    it('name the divisions, kinds and formats in which it may file', async () => {
      expect((await terms('self-service', { divisions: ['439901'], kinds: ['complaint', 'report'], formats: ['json'] })).json).toMatchObject({ outcome: 'appended' });
      expect((await send()).status).toBe(202);
      expect((await send({ place: '439902' })).body).toMatchObject({ status: 403, code: 'DIVISION_NOT_ALLOWED', details: { field: 'place', division: '439902' } });
      expect((await send({ iWantTo: 'suggestion' })).body).toMatchObject({ status: 403, code: 'KIND_NOT_ALLOWED', details: { field: 'iWantTo', kind: 'suggestion' } });
      expect(await sheet(secret())).toMatchObject({ status: 403, code: 'FORMAT_NOT_ALLOWED', details: { format: 'csv', allowed: ['json'] } });
      await whenTrue(async () => (await send({ place: '439902' }, other.url)).status === 403);
      expect((await terms('self-service', { divisions: ['110000', '没有的地方'] })).json).toMatchObject({ code: 'FIELDS_REFUSED' });
      expect((await ask('POST', '/self-service/terms', REASON, { division: '439901' })).json).toMatchObject({ code: 'FIELDS_REFUSED', errors: [{ field: 'divisions' }] }); // Unlimited is more than that place.
    });

    it('hold it to a rate, one allowance for all processes', async () => {
      await terms('self-service', { rate: { perMinute: 1, burst: 4 } });
      await whenTrue(() => other.product.channels.termsOf('self-service').rate !== null);
      const [first, second] = [await raw(app.url), await raw(other.url)];
      expect([first, second].map(({ status: one, headers }) => [one, headers.get('ratelimit-policy'), headers.get('ratelimit')])).toEqual([
        [202, '"channel";q=1;w=60', expect.stringMatching(/^"channel";r=3;t=(5\d|60)$/)], [202, '"channel";q=1;w=60', expect.stringMatching(/^"channel";r=2;t=1(1\d|20)$/)],
      ]);
      await Promise.all([raw(app.url), raw(other.url)]);
      for (const at of [app.url, other.url]) {
        const late = await raw(at);
        expect([late.status, await late.json()]).toEqual([429, expect.objectContaining({ code: 'TOO_MANY_REQUESTS' })]);
        expect(late.headers.get('ratelimit')).toMatch(/^"channel";r=0;t=2(2\d|3\d|40)$/);
        expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(30);
        expect(Number(late.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      }
      expect(await status(`whsec_${randomBytes(32).toString('base64')}`, 'self-service')).toBe(401); // Whoever has no key is told nothing, and takes nothing.
      await terms('self-service', {});
      expect((await send()).status).toBe(202);
    });

    it('stop it altogether, until it is enabled again', async () => {
      await ask('POST', '/self-service/disable', { reason: '系统升级' });
      expect((await send()).body).toMatchObject({ status: 403, code: 'CHANNEL_DISABLED' });
      await whenTrue(async () => (await send({}, other.url)).status === 403);
      expect(await status(`whsec_${randomBytes(32).toString('base64')}`, 'self-service')).toBe(401);
      await ask('POST', '/self-service/enable', { reason: '升级完成' });
      expect((await send()).status).toBe(202);
    });

    it('bind it to a client certificate, which only the trusted proxy can name', async () => {
      const der = randomBytes(600);
      const cert = { 'client-cert': `:${der.toString('base64')}:` };
      await terms('self-service', { certificates: [createHash('sha256').update(der).digest('hex')] });
      await whenTrue(() => other.product.channels.termsOf('self-service').certificates.length > 0);
      const by = (headers: Record<string, string>, at = app.url): Promise<{ status: number; body: any }> => file(secret(), 'self-service', at, {}, headers);
      expect((await by(cert)).status).toBe(202);
      expect((await by({})).body).toMatchObject({ status: 401, code: 'WEBHOOK_REFUSED', details: { reason: 'certificate' } });
      expect((await by({ 'client-cert': `:${randomBytes(600).toString('base64')}:` })).status).toBe(401);
      expect((await by(cert, other.url)).status).toBe(401); // That process trusts no proxy: anybody could have written the header.
      await terms('self-service', {});
    });

    const raw = (at: string): Promise<Response> => {
      const body = JSON.stringify(order('self-service'));
      return fetch(`${at}/v1/channels/self-service/work-orders`, { method: 'POST', headers: { 'content-type': 'application/json', ...signed(secret(), body) }, body });
    };
    const sheet = async (by: string): Promise<object> => {
      const body = csv([['1', AT, '439901']], ['工单编号', '受理时间', '行政区划']);
      return (await fetch(`${app.url}/v1/channels/self-service/imports`, { method: 'POST', headers: { 'content-type': 'text/csv', ...signed(by, body) }, body: new Uint8Array(body) })).json() as Promise<object>;
    };
  });
});
