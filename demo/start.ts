import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startOfDay, epochMs } from '#libs/contracts/time.js';
import { caseStates } from '#libs/contracts/case-states.js';
import type { CaseState } from '#libs/contracts/case-states.js';
import { newSigningKey } from '#libs/merkle/note.js';
import { readConfig } from '#libs/runtime/config.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import type { Running } from '#libs/runtime/start.js';
import { startServices } from '#libs/runtime/start.js';
import { labelOf } from '#libs/security/roles.js';
import { Ear } from '../simulator/hotline.js';
import type { Feed } from './feed.js';
import { feedFixedSet, feedSandbox, keepFeeding, timeToRouted } from './feed.js';
import { HomeInUse } from './guarded.js';
import { CHANNELS, forgetAddress, homeFolder, noteAddress, secretsOf } from './home.js';
import type { Secrets } from './home.js';
import { Office } from './office.js';
import type { DemoIssuer } from './people.js';
import { AUDIENCE, CONSOLE_CLIENT, people, startIssuer } from './people.js';
import { PortTaken, publicPort } from './port.js';
import { NoServers, startServers } from './servers.js';
import { SANDBOX } from './sandbox.js';
import { allServices } from './services.js';
import { serveCards } from './web.js';

/** Where time starts in the demo: 09:00 of a working day of the last year with an official calendar. */
const BEGIN = startOfDay('2026-03-18').replace('T00:', 'T09:');
const FACTOR = 60;
const LOG_ID = 'anxin';
const EVERY_MS = 5000;
const LIVE_SERIAL = 100_000;
/** A smaller fixed set, for tests that start the demo: about this many orders, of every kind. */
const ORDERS_MAX = Number(process.env['ANXIN_DEMO_ORDERS'] || Infinity);
const begun = performance.now();
const say = (line: string): void => console.log(line);
const stops: (() => unknown)[] = [];

// Not `once`: a library that finds itself alone with a signal sends it again, and that would end us before we have drained.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
main().catch((error: Error) => {
  console.error([NoServers, PortTaken, HomeInUse].some((kind) => error instanceof kind) ? error.message : error);
  void end(1);
});

async function main(): Promise<void> {
  const home = homeFolder();
  say('安薪 Anxin · 正在启动 / starting');
  const port = await publicPort();
  const secrets = secretsOf(home, () => newSigningKey(`anxin-demo.invalid/${LOG_ID}`).privateKey);
  const servers = await startServers({ home, say });
  stops.unshift(() => servers.stop());
  say(`  PostgreSQL: ${servers.how.postgres} · Kafka: ${servers.how.kafka} (${since()})`);
  await migrateAll(servers.databaseUrl, LOG_ID, allServices);
  const issuer = await startIssuer(0, secrets.clientSecret, `http://127.0.0.1:${port}`);
  stops.unshift(() => issuer.stop());
  const ear = new Ear(secrets.channels);
  const earPort = await ear.listen();
  stops.unshift(() => ear.close());
  const running = await startServices(allServices, readConfig({ ...environment(home, servers, secrets, issuer, earPort, port), LOG_SIGNING_KEYS: secrets.logKey, WITNESS_FILE: join(home, 'witness.jsonl') }), { extend: (app) => serveCards(app, { issuer, people }) });
  stops.unshift(() => running.stop());
  stops.unshift(() => forgetAddress(home));
  noteAddress(home, { url: running.url, issuer: issuer.issuer, pid: process.pid });
  say(`  五个服务已就绪 / five services are up: ${running.url} (${since()})`);
  await play(running, { baseUrl: running.url, secrets: secrets.channels, office: new Office(running.url, issuer), clock: running.product.clock }, ear);
}

function environment(home: string, servers: { databaseUrl: string; kafkaBrokers: string[] }, secrets: Secrets, issuer: DemoIssuer, earPort: number, port: number): Record<string, string> {
  return {
    DATABASE_URL: servers.databaseUrl, KAFKA_BROKERS: servers.kafkaBrokers.join(','), LOG_ID, HOST: process.env['HOST'] || '127.0.0.1', PORT: String(port),
    OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE, MASTER_KEY: secrets.masterKey, BLIND_INDEX_SECRET: secrets.blindIndexSecret,
    CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets.channels[channel]], feedbackUrl: (channel === SANDBOX && process.env['SANDBOX_FEEDBACK_URL']) || `http://127.0.0.1:${earPort}/${channel}` }]))),
    ...consoleOf(issuer, port), FEEDBACK_ALLOW_PRIVATE: 'true', DEMO_CLOCK_START: BEGIN, DEMO_CLOCK_FACTOR: String(FACTOR), LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn', EVIDENCE_STORE: join(home, 'evidence'),
  };
}

/** The console's own sign-in at the demo's issuer, beside the cards: sessions end with the demo. */
function consoleOf({ clientSecret }: DemoIssuer, port: number): Record<string, string> {
  return { PUBLIC_URL: `http://127.0.0.1:${port}`, OIDC_CLIENT_ID: CONSOLE_CLIENT, OIDC_CLIENT_SECRET: clientSecret, SESSION_KEY: randomBytes(32).toString('base64') };
}

/** The first start feeds the fixed set; a later one finds its cases and goes on. */
async function play(running: Running, feed: Feed, ear: Ear): Promise<void> {
  const { office, clock } = feed;
  const standing = await office.get<Statistics>('supervisor', '/v1/supervision/statistics');
  if (standing.cases === 0) {
    say('  通过公开接口送入演示工单 / filing the demo\'s work orders through the public API');
    const { filed, repeats, refused } = await feedFixedSet(feed, epochMs(BEGIN), ORDERS_MAX, say);
    say(`  ${filed} 件，${repeats} 件并单 / filed, merged (${since()})`);
    const sandbox = await feedSandbox(feed, BEGIN);
    for (const no of [...refused, ...sandbox]) say(`  ! ${no}`);
  }
  const serial = LIVE_SERIAL + Math.floor((clock.nowMs() - epochMs(BEGIN)) / 1000);
  const { rows } = await running.product.pool.query<{ head: string }>('SELECT coalesce(max(pos), 0)::text AS head FROM es.events');
  await running.whenCaughtUp(rows[0]!.head, 60_000); // What is measured next is one order, not the queue before it.
  const time = await timeToRouted(feed, 20, serial);
  stops.unshift(keepFeeding(feed, EVERY_MS, serial + 1000));
  await report(running, feed, ear, time);
}

interface Statistics { readonly cases: number; readonly open: number; readonly withBreach: number; readonly withWarning: number; readonly escalated: number; readonly byState: { state: CaseState; cases: number }[] }

async function report(running: Running, { office, clock }: Feed, ear: Ear, time: { median: number; worst: number }): Promise<void> {
  const { cases, open, withBreach, withWarning, escalated, byState } = await office.get<Statistics>('supervisor', '/v1/supervision/statistics');
  const { url } = running;
  say('');
  say(`演示已就绪 / the demo is running (${since()})`);
  say(`  页面 / page        ${url}/`);
  say(`  接口 / API         ${url}/openapi.json   ${url}/asyncapi.json`);
  say(`  日志 / log         ${url}/v1/audit/log/checkpoint   ${url}/v1/audit/log/key`);
  say(`                     ${(await sealedNow(url)) ?? '尚未封存 / not sealed yet'}`);
  say(`  健康 / health      ${url}/health/ready   ${url}/metrics`);
  say(`  域时钟 / clock     ${clock.now()}，每分钟走一小时 / one hour a minute`);
  say(`  案件 / cases       ${cases} · 在办 open ${open} · 预警 warned ${withWarning} · 逾期 breached ${withBreach} · 升级 escalated ${escalated}`);
  say(`  各状态 / stand     ${byState.map(({ state, cases: count }) => `${caseStates[state]} ${count}`).join(' · ')}`);
  say(`  从来电到派单 / HTTP to routed: 中位 median ${time.median} ms，最慢 worst ${time.worst} ms · 已回传渠道 heard by channels ${ear.heard.length}`);
  say('  登录 / sign in     在页面上点选身份，或 / click a person on the page, or:');
  for (const { title, name, role, division } of people) say(`    npm run -s token -- --role ${role.padEnd(11)} --division ${division}   # ${title} ${name} (${labelOf(role, 'en')})`);
  say('  渠道密钥 / channel key: npm run -s channel-key -- 12345');
  say(`  接入沙箱 / sandbox: ${SANDBOX}，工单 / orders SANDBOX-…；docs/integrators.md`);
  say('  Ctrl-C 结束 / ends it；npm run reset 清除数据 / drops the data');
}

/** The newest checkpoint, as any visitor sees it. */
async function sealedNow(url: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/v1/audit/log/checkpoint`);
  const [origin, size, root] = (await answer.text()).split('\n');
  return answer.ok ? `${origin} · ${size} 个位置已封存 / positions sealed · ${root}` : undefined;
}

function since(): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const stop of stops) await Promise.resolve(stop()).catch((error: unknown) => console.error('未能正常结束 / did not end cleanly:', (error as Error).message));
  process.exit(code);
}
