import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { epochMs, isInstant } from '#libs/contracts/time.js';
import { signerOf, verifierOf } from '#libs/merkle/note.js';
import { isScopeCode } from '#libs/security/scope.js';
import { webhookKey } from '#libs/security/webhook.js';

/** Known to everybody who reads this file: refused where `NODE_ENV` is production. */
const demoKey = (use: string): string => createHash('sha256').update(`anxin demo: ${use}`).digest('base64');
const DEMO_MASTER_KEY = demoKey('master key');
const DEMO_BLIND_INDEX_SECRET = demoKey('blind index');

const key = z.string().refine(isKey, 'must be 32 random bytes in base64 (openssl rand -base64 32)').transform((text) => Buffer.from(text, 'base64'));
const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');
const webUrl = z.string().refine((text) => /^https?:$/.test(protocolOf(text)), 'must be an http(s) URL');
const word = (what: string, pattern: RegExp) => z.string().regex(pattern, `must be ${what}`);
const whole = (min: number, max: number) => z.string().regex(/^\d{1,9}$/, 'must be a whole number').transform(Number)
  .refine((value) => value >= min && value <= max, `must be between ${min} and ${max}`);
const list = (text: string): string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

const words = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');

const channelKey = z.strictObject({
  secrets: z.array(z.string().refine(isWebhookSecret, 'must be whsec_ and 24 to 64 bytes in base64')).min(1).max(5),
  divisions: z.array(z.string().refine(isScopeCode, 'must be a division code')).optional(),
  feedbackUrl: webUrl.optional(),
});
const channelKeys = z.string().transform(parsed).pipe(z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), channelKey, 'must be a JSON object'));
const peerLog = z.strictObject({
  url: webUrl, secrets: z.array(z.string().refine(isWebhookSecret, 'must be whsec_ and 24 to 64 bytes in base64')).min(1).max(2), divisions: z.array(z.string().refine(isScopeCode, 'must be a division code')).min(1),
});
const peerLogs = z.string().transform(parsed).pipe(z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), peerLog, 'must be a JSON object'));
const olderKeys = z.string().transform(parsed).pipe(z.record(z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/), key, 'must be a JSON object of key id to key'));

/** Every environment variable that the product reads, with what it means. The operator's reference is made from it. */
export const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test'], 'must be production, development or test').default('development')
    .describe('production refuses every demo default'),
  HOST: word('a host name or address', /^[\w.:-]{1,253}$/).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 in a container'),
  PORT: whole(0, 65_535).default(3000).describe('Port of API and console; 0 takes a free one'),
  TRUST_PROXY: z.string().default('').transform(list).refine((hops) => hops.every((hop) => /^[\da-fA-F.:]+(\/\d{1,3})?$/.test(hop)), 'must be addresses or networks of proxies')
    .describe('Addresses of the reverse proxies whose X-Forwarded-For is believed, separated by commas'),
  CLIENT_CERT_HEADER: word('a header name in lower case', /^[a-z0-9-]{1,60}$/).optional()
    .describe('Header in which a proxy of TRUST_PROXY names the client certificate that it has checked: client-cert (RFC 9440), an escaped PEM, or its SHA-256; without one no channel can be bound to a certificate'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'must be fatal, error, warn, info, debug or trace').default('info').describe('Least level that is logged'),
  LOG_ID: word('lower-case letters, digits and hyphens', /^[a-z0-9][a-z0-9-]{0,39}$/).default('anxin').describe('Name of the event log in this database; one topic each'),
  DATABASE_URL: z.string('must be set').refine((text) => /^postgres(ql)?:$/.test(protocolOf(text)), 'must be a postgres:// URL').describe('PostgreSQL, with user and database'),
  DATABASE_POOL_MAX: whole(2, 500).default(20).describe('Most connections of this process'),
  REQUESTS_MAX: whole(8, 10_000).default(256).describe('Most requests under way at once in this process; the next is told to come back (503 with Retry-After), who only looks from three quarters on'),
  STREAMS_MAX: whole(1, 10_000).default(1000).describe('Most event streams (live boards) open at once in this process'),
  CALLS_PER_MINUTE_MAX: whole(0, 1_000_000).default(3000).describe('Most calls a minute of one signed-in identity in this process (429 beyond); 0 sets no limit'),
  KAFKA_BROKERS: z.string('must be set').transform(list).refine((brokers) => brokers.length > 0 && brokers.every((broker) => /^[\w.-]+:\d{1,5}$/.test(broker)), 'must be host:port, separated by commas')
    .describe('Kafka bootstrap brokers, separated by commas'),
  OIDC_ISSUER: webUrl.optional().describe('OpenID Connect issuer; without one nobody can sign in'),
  OIDC_AUDIENCE: word('without white space', /^\S{1,200}$/).default('anxin').describe('Audience (aud) of the access tokens for this API'),
  OIDC_ROLES_CLAIM: word('a claim name', /^\S{1,200}$/).default('roles').describe('Claim, or dotted path to it, that lists the roles'),
  OIDC_DIVISIONS_CLAIM: word('a claim name', /^\S{1,200}$/).default('divisions').describe('Claim, or dotted path to it, that lists the division codes'),
  PUBLIC_URL: webUrl.optional().describe('Where a browser reaches the console, such as https://anxin.example.org; the issuer sends people back there'),
  OIDC_CLIENT_ID: word('without white space', /^\S{1,200}$/).optional().describe('Client of the console at the issuer; without one the console signs nobody in'),
  OIDC_CLIENT_SECRET: word('without white space', /^\S{1,500}$/).optional().describe('Secret of that client; none for a public client, which PKCE alone protects'),
  OIDC_SCOPE: word('scopes separated by spaces', /^[\x21-\x7e]+( [\x21-\x7e]+)*$/).default('openid').describe('Scopes asked for at sign-in; offline_access, where the issuer wants it for refresh tokens'),
  SESSION_KEY: key.optional().describe("Seals the console's session cookies: 32 bytes in base64, the same for all services. Changed, everybody signs in again"),
  MASTER_KEY: key.prefault(DEMO_MASTER_KEY).describe("Wraps the persons' keys: 32 bytes in base64. Lost, all personal data is lost"),
  MASTER_KEY_ID: word('letters, digits, dot, hyphen, underscore', /^[A-Za-z0-9_.-]{1,40}$/).default('k1').describe('Name of the master key; a new key takes a new name'),
  MASTER_KEYS_OLDER: olderKeys.prefault('{}').describe('JSON of key id to key: master keys that still wrap some persons'),
  BLIND_INDEX_SECRET: key.prefault(DEMO_BLIND_INDEX_SECRET).describe('Secret of the search by name, phone and identity number: 32 bytes in base64. Cannot be changed without a new index'),
  CHANNEL_KEYS: channelKeys.prefault('{}').describe('JSON: channel -> {secrets: [whsec_...], divisions?: [code], feedbackUrl?: URL}: what holds until the security administrator says otherwise'),
  PEER_LOGS: peerLogs.prefault('{}').describe('JSON: LOG_ID of another region -> {url, secrets: [whsec_...], divisions: [code]}: cases are transferred there and taken from there by the channel transfer; the same for intake and routing'),
  FEEDBACK_ALLOW_PRIVATE: flag.prefault('false').describe('Feedback may be sent to loopback and private addresses'),
  LOG_SIGNING_KEYS: z.string().default('').transform(words).refine((keys) => keys.every((text) => passes(() => signerOf(text))), 'must be private keys of a signed note, as npm run audit-log -- key makes them')
    .describe('For audit alone: the private keys that sign the log, the present one first; a second while keys change'),
  LOG_SIGNING_KEY_FILE: z.string().min(1, 'must be a file').optional().describe('For audit alone: a file with such keys, one a line, instead'),
  LOG_VERIFIER_KEYS: z.string().default('').transform(words).refine((keys) => keys.every((text) => passes(() => verifierOf(text))), 'must be verifier keys of a signed note')
    .describe('Public keys that signed the log before, so that older checkpoints still stand'),
  WITNESS_FILE: z.string().min(1, 'must be a file').optional().describe('For audit alone: a file outside PostgreSQL to which every checkpoint is appended'),
  POLICIES: z.string().min(1, 'must be a folder').default('policies').describe('Folder of the policy packs'),
  EVIDENCE_STORE: word('a folder or s3://bucket/prefix', /^(s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]{0,200})?|(?!\w+:\/\/).{1,400})$/).default('.anxin/evidence').describe('Where the sealed files of evidence lie: a folder, or s3://bucket/prefix'),
  EVIDENCE_STORE_ENDPOINT: webUrl.optional().describe("Address of an S3-compatible store; Amazon's where it is not set"),
  EVIDENCE_STORE_REGION: word('a region name', /^[a-z0-9-]{1,40}$/).default('us-east-1').describe('Region of the bucket'),
  EVIDENCE_BYTES_MAX: whole(1024, 67_108_864).default(20_971_520).describe('Most bytes of one file of evidence; it is held in memory while it is checked'),
  EVIDENCE_OF_CASE_MAX: whole(1, 1000).default(100).describe('Most standing pieces of evidence of one case'),
  SELF_SERVICE_WORK_BITS: whole(0, 22).default(0).describe('Zero bits that the page must find before a worker without an account files: 0 asks for none; each one more doubles the work of whoever files by the thousand'),
  IDENTITY_ISSUER: webUrl.optional().describe("Issuer of the city's real-name service, whose ID tokens prove who files by the worker's page; without one every such claim is marked as unproven"),
  IDENTITY_AUDIENCE: word('without white space', /^\S{1,200}$/).default('anxin-worker').describe('Audience (aud) of those ID tokens'),
  IDENTITY_NUMBER_CLAIM: word('a claim name', /^\S{1,200}$/).default('id_number').describe('Claim of them that holds the identity number'),
  IDENTITY_CLIENT_SECRET: word('without white space', /^\S{1,500}$/).optional().describe("Secret of the worker's page as a client of that service, IDENTITY_AUDIENCE being its client id; with one the page shows a button that goes there"),
  IDENTITY_METHODS: z.string().default('').transform(list).describe('Ways of proof (amr or acr) that count, separated by commas; any where it is not set'),
  CLAMAV_URL: z.string().refine((text) => /^(tcp:\/\/[\w.-]+(:\d{1,5})?|unix:\/\/\/.+)$/.test(text), 'must be tcp://host:port or unix:///path').transform((text) => new URL(text)).optional()
    .describe('clamd, which looks at each file before it is stored; without one files are stored unscanned, and their events say so'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional().describe('OpenTelemetry collector that takes traces by OTLP over HTTP, such as http://127.0.0.1:4318; without one no span is made'),
  OTEL_TRACES_SAMPLER_ARG: z.string().regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'must be between 0 and 1').transform(Number).prefault('1').describe('Share of the traces beginning here that is recorded; a caller that brings a trace decides for itself'),
  DEMO_CLOCK_START: z.string().refine(isInstant, 'must be an instant such as 2026-03-02T09:00:00+08:00').transform(epochMs).optional().describe('Demo only: the instant at which time starts'),
  DEMO_CLOCK_FACTOR: whole(1, 100_000).default(1).describe('Demo only: how many times faster than real time the clock runs'),
});

export type Config = z.output<typeof environment>;

/** What may stand in a file instead, as Docker and Kubernetes hand out secrets: `<name>_FILE` names it. */
export const secretVariables = ['DATABASE_URL', 'OIDC_CLIENT_SECRET', 'IDENTITY_CLIENT_SECRET', 'SESSION_KEY', 'MASTER_KEY', 'MASTER_KEYS_OLDER', 'BLIND_INDEX_SECRET', 'CHANNEL_KEYS', 'LOG_SIGNING_KEYS'] as const;

/** Reads the configuration. Throws one error that names each wrong variable and what it should be, never what it is. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { filled, unread } = withFiles(env);
  const set = Object.fromEntries(Object.entries(filled).filter(([name, value]) => Object.hasOwn(environment.shape, name) && value !== undefined && value !== ''));
  const result = environment.safeParse(set);
  const wrong = result.success ? [...unread] : [...unread, ...result.error.issues.map(({ path, message, code }) => `${String(path[0])}${path.slice(1).map((part) => `.${String(part)}`).join('')} ${code === 'custom' || /^must/.test(message) ? message : 'is not as described'}`)];
  if (set['NODE_ENV'] === 'production') wrong.push(...unfitForProduction(set));
  if (!result.success || wrong.length > 0) throw new Error(`The configuration is wrong:\n${[...new Set(wrong)].map((line) => `- ${line}`).join('\n')}`);
  return result.data;
}

function withFiles(env: Readonly<Record<string, string | undefined>>): { filled: Readonly<Record<string, string | undefined>>; unread: readonly string[] } {
  const filled = { ...env };
  const unread: string[] = [];
  for (const name of secretVariables) {
    const path = env[`${name}_FILE`];
    if (path === undefined || path === '') continue;
    if (env[name] !== undefined && env[name] !== '') unread.push(`${name} and ${name}_FILE must not both be set`);
    else {
      try {
        filled[name] = readFileSync(path, 'utf8').trim();
      } catch {
        unread.push(`${name}_FILE must be a file that can be read`);
      }
    }
  }
  return { filled, unread };
}

function unfitForProduction(set: Readonly<Record<string, string | undefined>>): string[] {
  const wrong: string[] = [];
  for (const [name, demo] of [['MASTER_KEY', DEMO_MASTER_KEY], ['BLIND_INDEX_SECRET', DEMO_BLIND_INDEX_SECRET]] as const) {
    if (set[name] === undefined || set[name] === demo) wrong.push(`${name} must be set to a key of your own in production`);
  }
  if (set['MASTER_KEY'] !== undefined && set['MASTER_KEY'] === set['BLIND_INDEX_SECRET']) wrong.push('BLIND_INDEX_SECRET must differ from MASTER_KEY');
  if (/:demo-only@/.test(set['DATABASE_URL'] ?? '')) wrong.push('DATABASE_URL must not have the password of the demo in production');
  if (protocolOf(set['OIDC_ISSUER'] ?? '') !== 'https:') wrong.push('OIDC_ISSUER must be an https URL in production');
  if (set['IDENTITY_ISSUER'] !== undefined && protocolOf(set['IDENTITY_ISSUER']) !== 'https:') wrong.push('IDENTITY_ISSUER must be an https URL in production');
  if (set['OIDC_CLIENT_ID'] !== undefined) {
    for (const name of ['PUBLIC_URL', 'SESSION_KEY']) if (set[name] === undefined) wrong.push(`${name} must be set where OIDC_CLIENT_ID is`);
    if (set['PUBLIC_URL'] !== undefined && protocolOf(set['PUBLIC_URL']) !== 'https:') wrong.push('PUBLIC_URL must be an https URL in production');
  }
  if (set['IDENTITY_CLIENT_SECRET'] !== undefined) for (const name of ['IDENTITY_ISSUER', 'PUBLIC_URL', 'SESSION_KEY']) if (set[name] === undefined) wrong.push(`${name} must be set where IDENTITY_CLIENT_SECRET is`);
  if (set['SESSION_KEY'] !== undefined && [set['MASTER_KEY'], set['BLIND_INDEX_SECRET']].includes(set['SESSION_KEY'])) wrong.push('SESSION_KEY must be a key of its own');
  for (const name of ['DEMO_CLOCK_START', 'DEMO_CLOCK_FACTOR']) if (set[name] !== undefined) wrong.push(`${name} must not be set in production`);
  if (set['FEEDBACK_ALLOW_PRIVATE'] === 'true') wrong.push('FEEDBACK_ALLOW_PRIVATE must not be true in production');
  return wrong;
}

/** 32 bytes that somebody drew: not one byte repeated, as of a placeholder. */
function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === text && new Set(bytes).size > 8;
}

function isWebhookSecret(text: string): boolean {
  return passes(() => webhookKey(text));
}

function passes(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
}
