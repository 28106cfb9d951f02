import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addDays } from '#libs/calendar/day.js';
import { dayOf } from '#libs/contracts/time.js';
import { newSigningKey, verifierOf } from '#libs/merkle/note.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import type { Running } from '#libs/runtime/start.js';
import { startServices } from '#libs/runtime/start.js';
import { signWebhook } from '#libs/security/webhook.js';
import { CHANNELS } from '../../../demo/home.js';
import { chance, nextOrder } from '../../../demo/orders.js';
import { AUDIENCE, people, startIssuer, tokenFor } from '../../../demo/people.js';
import { allServices } from '../../../demo/services.js';
import { Ear } from '../../../simulator/hotline.js';
import { Brokers } from '../brokers.js';
import { Calls, PRODUCT } from '../calls.js';
import type { Failing } from '../calls.js';
import type { World } from '../invariants.js';
import { counted } from '../invariants.js';
import { column, NOW, RECEIVED } from '../orders.js';
import { OwnPostgres } from '../own-postgres.js';
import type { Chance, Scenario, Tally, Wanted } from '../scenario.js';

interface House {
  readonly world: World;
  readonly running: Running;
  readonly calls: Calls;
  readonly secrets: Readonly<Record<string, string>>;
  readonly token: (role: string) => Promise<string>;
  readonly close: () => Promise<void>;
}
interface Failure { readonly of: 'postgres' | 'kafka'; readonly n: number; readonly how: Failing }

const TODAY = dayOf(NOW);
const PATIENCE_MS = 60_000;
/** One case from the hotline to the money and the call that closes it: each step by whoever it belongs to, under a key of its own. */
const STEPS: readonly (readonly [role: string, step: string, fields: object])[] = [
  ['officer', 'routing/sign-order', {}],
  ['officer', 'resolution/contact-requester', { order: 0, reached: true }],
  ['officer', 'resolution/apply-for-mediation', { organisation: '测试街道劳动争议调解委员会' }],
  ['mediator', 'resolution/start-mediation', { mediator: 'mediator-439900' }],
  ['mediator', 'resolution/record-agreement', { performBy: addDays(TODAY, 10), owed: [{ worker: 1, amount: 960_000 }] }],
  ['officer', 'resolution/give-reply', { order: 0, reply: '您的诉求已受理，承办单位正在办理，进展会及时告知。' }],
  ['officer', 'resolution/record-wage-paid', { worker: 1, amount: 960_000, source: 'employer', evidence: '银行转账回单' }],
  ['supervisor', 'resolution/record-callback', { solved: true, satisfied: 'satisfied' }],
];
/** Each of these stands in the log once when the journey is over. */
const ONCE = ['intake.claim-filed', 'routing.case-routed', 'routing.order-signed', 'supervision.clocks-opened', 'resolution.case-resolved'];

/** All five services in this process, so that their calls can be counted and made to fail; servers of their own. */
async function house(): Promise<House> {
  const home = mkdtempSync(join(tmpdir(), 'anxin-calls-'));
  const [postgres, brokers, issuer] = await Promise.all([OwnPostgres.start(home), Brokers.start(home, 1), startIssuer()]);
  const logId = `n-${randomBytes(4).toString('hex')}`;
  await migrateAll(postgres.url, logId, allServices);
  const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));
  const ear = new Ear(secrets);
  const earPort = await ear.listen();
  const { privateKey, vkey } = newSigningKey(`faults.invalid/${logId}`);
  const witness = join(home, 'witness.jsonl');
  const calls = new Calls();
  calls.watchPostgres();
  const config = readConfig({
    NODE_ENV: 'test', DATABASE_URL: `${postgres.url}?application_name=${PRODUCT}`, KAFKA_BROKERS: brokers.addresses.join(','), LOG_ID: logId, PORT: '0', OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE,
    MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), FEEDBACK_ALLOW_PRIVATE: 'true', EVIDENCE_STORE: join(home, 'evidence'), LOG_SIGNING_KEYS: privateKey, WITNESS_FILE: witness,
    CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]], feedbackUrl: `http://127.0.0.1:${earPort}/${channel}` }]))),
  });
  const running = await startServices(allServices, config, { clock: new SetClock(NOW) });
  calls.watchKafka(running.product.transport);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
  pool.on('error', () => undefined);
  return {
    running, calls, secrets, world: { databaseUrl: postgres.url, pool, logId, load: { acknowledged: [], armed: [], wrong: [] }, ear, keys: [verifierOf(vkey)], witness, brokers: brokers.addresses },
    token: (role) => { const { id } = people.find((one) => one.role === role)!; return tokenFor(issuer, { id, role: role, division: '439900' }); },
    close: async () => {
      calls.unwatch();
      await running.stop();
      await pool.end();
      await Promise.all([ear.close(), issuer.stop(), brokers.close(), postgres.end('immediate')]);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Repeats a call until it succeeds: what is refused may still be on its way, what failed is sent again under its key. */
async function insisted(house: House, call: () => Promise<Response>): Promise<object> {
  let last = '';
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(40)) {
    const answer = await call().then(async (response) => ({ status: response.status, body: (await response.json()) as object }), () => undefined);
    if (answer && answer.status >= 200 && answer.status < 300) return answer.body;
    last = answer ? `${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}` : 'no answer';
    if (answer && ![401, 404, 409, 503].includes(answer.status)) house.world.load.wrong.push(last);
  }
  throw new Error(`not answered with success within ${PATIENCE_MS / 1000} s: ${last}`);
}

/** One case from its filing to its end, by people who repeat what fails. */
async function journey(house: House, serial: number): Promise<void> {
  const { channel, order } = nextOrder(serial, RECEIVED);
  const [id, body] = [`wh_journey_${serial}`, JSON.stringify(order)];
  const { url } = house.running;
  const { caseId } = (await insisted(house, () => fetch(`${url}/v1/channels/${channel}/work-orders`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...signWebhook(house.secrets[channel]!, id, Math.floor(Date.now() / 1000), body) }, body,
  }))) as { caseId: string };
  house.world.load.acknowledged.push({ what: 'filed', caseId });
  for (const [role, step, fields] of STEPS) {
    const [service, command] = step.split('/') as [string, string];
    const token = await house.token(role);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': `${serial}/${step}` };
    await insisted(house, () => fetch(`${url}/v1/${service}/cases/${caseId}/commands/${command}`, { method: 'POST', headers, body: JSON.stringify(fields) }));
  }
  house.world.load.acknowledged.push({ what: 'signed', caseId });
  for (const end = performance.now() + PATIENCE_MS; ; await pause(20)) {
    const types = await column<string>(house.world.pool, `SELECT type FROM es.events WHERE case_id = $1 AND type = ANY($2)`, [caseId, ONCE]);
    if (types.length > new Set(types).size) throw new Error(`done twice: ${types.sort().join(', ')}`);
    if (types.length === ONCE.length) return;
    if (performance.now() > end) throw new Error(`the case came no further than ${types.join(', ')}`);
  }
}

/** Serials whose case is one person's, and no danger: any way is open to it. */
function* serials(): Generator<number, never> {
  for (let serial = 1; ; serial++) if (serial % 7 !== 0 && serial % 11 !== 0) yield serial;
}

/** Which calls are to fail: every one where there is room for all, before and after; else some of them by chance, spread over the whole. */
function failuresOf(made: { postgres: number; kafka: number }, count: number, random: Chance): readonly Failure[] {
  const all = (['postgres', 'kafka'] as const).flatMap((of) => Array.from({ length: made[of] }, (_, n) => (['before', 'after'] as const).map((how): Failure => ({ of, n: n + 1, how }))).flat());
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.min(all.length - 1, Math.floor(((at + random()) * all.length) / count))]!);
}

async function run({ seed, count, say }: Wanted): Promise<Tally> {
  const one = await house();
  const next = serials();
  const problems: string[] = [];
  let faults = 0;
  try {
    await journey(one, next.next().value); // Warms up.
    one.calls.begin();
    await journey(one, next.next().value);
    one.calls.end();
    const made = { ...one.calls.made };
    const failures = failuresOf(made, count, chance(seed));
    say(`a journey makes ${made.postgres} calls to PostgreSQL and ${made.kafka} sends to Kafka; ${failures.length} of them fail, one a journey`);
    for (const failure of failures) {
      one.calls.begin(failure);
      await journey(one, next.next().value).catch((error: Error) => problems.push(`${failure.of} call ${failure.n}, ${one.calls.failed ?? 'not reached'}: ${error.message}`));
      one.calls.end();
      if (one.calls.failed !== undefined) faults += 1; // The last ones may not come: a journey waits more or less often.
      if (problems.length > 0) break;
    }
    const found = await counted(one.world, Date.now());
    return { faults, acknowledged: one.world.load.acknowledged.length, recoveryMs: 0, ...found, broken: [...problems, ...found.broken] };
  } finally {
    await one.close();
  }
}

export const nthCall: readonly Scenario[] = [{
  name: 'nth-call', does: 'a case from filing to closing while the n-th call to PostgreSQL or Kafka fails, before or after it took effect', faults: { commit: 16, prove: 60 },
  finds: ['relay-checkpoints-first', 'consumer-marks-first'], run,
}];
