import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, readConfig, secretVariables } from './config.js';

const needed = { DATABASE_URL: 'postgres://anxin@127.0.0.1:5432/anxin', KAFKA_BROKERS: '127.0.0.1:9092' };
const key = () => randomBytes(32).toString('base64');
const production = {
  ...needed, NODE_ENV: 'production', MASTER_KEY: key(), BLIND_INDEX_SECRET: key(), OIDC_ISSUER: 'https://sign-in.test',
};
const secret = `whsec_${randomBytes(32).toString('base64')}`;

describe('The configuration', () => {
  it('needs a database and brokers only, outside production', () => {
    expect(readConfig(needed)).toMatchObject({
      NODE_ENV: 'development', PORT: 3000, HOST: '127.0.0.1', KAFKA_BROKERS: ['127.0.0.1:9092'],
      LOG_ID: 'anxin', CHANNEL_KEYS: {}, FEEDBACK_ALLOW_PRIVATE: false, MASTER_KEYS_OLDER: {}, TRUST_PROXY: [], REQUESTS_MAX: 256, STREAMS_MAX: 1000, CALLS_PER_MINUTE_MAX: 3000,
    });
    expect(readConfig(needed).MASTER_KEY).toHaveLength(32);
    expect(readConfig(production).NODE_ENV).toBe('production');
  });

  it('takes an empty variable as one that is not set, and ignores those of others', () => {
    expect(readConfig({ ...needed, PORT: '', HOME: '/', __proto__: 'x' }).PORT).toBe(3000);
  });

  it('reads lists, numbers, instants and channels', () => {
    const channels = { 'clue-platform': { secrets: [secret], divisions: ['439900'], feedbackUrl: 'https://channel.test/hook' } };
    expect(readConfig({ ...needed, PORT: '0', CHANNEL_KEYS: JSON.stringify(channels), DEMO_CLOCK_START: '2026-03-02T09:00:00+08:00', TRUST_PROXY: '10.0.0.1,fd00::/8' }))
      .toMatchObject({ PORT: 0, CHANNEL_KEYS: channels, DEMO_CLOCK_START: Date.parse('2026-03-02T09:00:00+08:00'), TRUST_PROXY: ['10.0.0.1', 'fd00::/8'] });
  });

  it.each<[string, string]>([
    ['DATABASE_URL', 'mysql://sekret@host/x'], ['DATABASE_URL', 'sekret'], ['KAFKA_BROKERS', 'sekret'], ['KAFKA_BROKERS', ','], ['PORT', '65536'], ['PORT', '-1'], ['PORT', '1e3'],
    ['HOST', 'a b'], ['LOG_LEVEL', 'sekret'], ['LOG_ID', 'Sekret!'], ['DATABASE_POOL_MAX', '1'], ['OIDC_ISSUER', 'sekret'], ['OIDC_AUDIENCE', 'a b'], ['MASTER_KEY', 'sekret'],
    ['MASTER_KEY', Buffer.alloc(32, 1).toString('base64')], ['MASTER_KEY', randomBytes(31).toString('base64')], ['MASTER_KEY_ID', 'a b'], ['MASTER_KEYS_OLDER', '{"k0":"sekret"}'], ['BLIND_INDEX_SECRET', 'sekret'],
    ['CHANNEL_KEYS', 'sekret'], ['CHANNEL_KEYS', '["sekret"]'], ['CHANNEL_KEYS', '{"12345":{"secrets":["sekret"]}}'], ['CHANNEL_KEYS', '{"12345":{"secrets":[]}}'], ['CHANNEL_KEYS', '{"12345":"sekret"}'],
    ['CHANNEL_KEYS', `{"12345":{"secrets":["${secret}"],"feedbackUrl":"file:///sekret"}}`], ['CHANNEL_KEYS', `{"12345":{"secrets":["${secret}"],"divisions":["sekret"]}}`],
    ['FEEDBACK_ALLOW_PRIVATE', 'yes'], ['DEMO_CLOCK_START', '2026-02-30T00:00:00+08:00'], ['DEMO_CLOCK_FACTOR', '0'], ['NODE_ENV', 'sekret'], ['TRUST_PROXY', 'true'],
  ])('names %s when it is wrong, and does not repeat it', (name, value) => {
    const said = complaint({ ...needed, [name]: value });
    expect(said).toContain(`\n- ${name}`);
    expect(said.split('\n- ')).toHaveLength(2);
    expect(said).not.toMatch(/sekret/i);
    expect(said).not.toContain(secret);
  });

  it('names everything that is wrong at once', () => {
    const said = complaint({ PORT: 'x' });
    for (const name of ['DATABASE_URL must be set', 'KAFKA_BROKERS must be set', 'PORT must be a whole number']) expect(said).toContain(name);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['MASTER_KEY', { MASTER_KEY: undefined }], ['MASTER_KEY', { MASTER_KEY: readConfig(needed).MASTER_KEY.toString('base64') }], ['BLIND_INDEX_SECRET', { BLIND_INDEX_SECRET: undefined }],
    ['BLIND_INDEX_SECRET', { BLIND_INDEX_SECRET: readConfig(needed).BLIND_INDEX_SECRET.toString('base64') }], ['BLIND_INDEX_SECRET', { BLIND_INDEX_SECRET: production.MASTER_KEY }],
    ['OIDC_ISSUER', { OIDC_ISSUER: undefined }], ['OIDC_ISSUER', { OIDC_ISSUER: 'http://sign-in.test' }], ['DEMO_CLOCK_START', { DEMO_CLOCK_START: '2026-03-02T09:00:00+08:00' }],
    ['DEMO_CLOCK_FACTOR', { DEMO_CLOCK_FACTOR: '60' }], ['FEEDBACK_ALLOW_PRIVATE', { FEEDBACK_ALLOW_PRIVATE: 'true' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://anxin:demo-only@db/anxin' }], ['IDENTITY_ISSUER', { IDENTITY_ISSUER: 'http://id.test' }],
  ])('refuses a demo %s in production', (name, change) => {
    expect(complaint({ ...production, ...change })).toContain(`\n- ${name}`);
    expect(() => readConfig({ ...production, ...change, NODE_ENV: 'development' })).not.toThrow();
  });

  it('reads a secret from a file that its variable names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anxin-secrets-'));
    for (const name of secretVariables.filter((one) => !['MASTER_KEYS_OLDER', 'CHANNEL_KEYS', 'LOG_SIGNING_KEYS', 'DATABASE_URL'].includes(one))) {
      writeFileSync(join(folder, name), `${production.MASTER_KEY}\n`);
      expect([name, readConfig({ ...needed, [`${name}_FILE`]: join(folder, name) })[name]]).toEqual([name, readConfig({ ...needed, [name]: production.MASTER_KEY })[name]]);
    }
    writeFileSync(join(folder, 'url'), 'postgres://anxin@another/anxin\n');
    expect(readConfig({ KAFKA_BROKERS: needed.KAFKA_BROKERS, DATABASE_URL_FILE: join(folder, 'url') }).DATABASE_URL).toBe('postgres://anxin@another/anxin');
    expect(complaint({ ...needed, MASTER_KEY: production.MASTER_KEY, MASTER_KEY_FILE: join(folder, 'MASTER_KEY') })).toContain('MASTER_KEY and MASTER_KEY_FILE must not both be set');
    expect(complaint({ ...needed, MASTER_KEY_FILE: join(folder, 'none') })).toContain('MASTER_KEY_FILE must be a file that can be read');
    expect(complaint({ ...needed, MASTER_KEY_FILE: join(folder, 'none') })).not.toContain(folder);
    rmSync(folder, { recursive: true });
  });

  it('describes every variable', () => {
    for (const [name, schema] of Object.entries(environment.shape)) expect([name, schema.description]).toEqual([name, expect.stringMatching(/\w{4}/)]);
  });
});

function complaint(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
