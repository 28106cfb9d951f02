import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newSigningKey, verifierOf } from '#libs/merkle/note.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { freePort } from '../../demo/guarded.js';
import { CHANNELS } from '../../demo/home.js';
import type { DemoIssuer } from '../../demo/people.js';
import { AUDIENCE, startIssuer, tokenFor } from '../../demo/people.js';
import { allServices } from '../../demo/services.js';
import { Ear } from '../../simulator/hotline.js';
import { Brokers } from './brokers.js';
import type { World } from './invariants.js';
import { counted } from './invariants.js';
import { Load, ORDERS_MAX } from './load.js';
import { OwnPostgres } from './own-postgres.js';
import { Proxy } from './proxy.js';
import type { Chance, Tally } from './scenario.js';
import { Served } from './served.js';

export const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'] as const;
export type ServiceName = (typeof SERVICES)[number];

const BACK_MS_MAX = 60_000;
const CLOCKS = 20;
const CLOCKS_WITHIN_MS = 6_000;

/** The whole product as in production, five processes, on a PostgreSQL and Kafka of its own, with a wire that can fail on every link; and people who use it. */
export class City {
  readonly spares: Served[] = [];
  private constructor(
    readonly postgres: OwnPostgres, readonly brokers: Brokers, readonly wires: { readonly postgres: Proxy; readonly webhook: Proxy }, readonly services: ReadonlyMap<ServiceName, Served>,
    private readonly world: World & { readonly load: Load }, private readonly environment: Readonly<Record<string, string>>, private readonly home: string, private readonly issuer: DemoIssuer,
  ) {}

  static async start(brokerCount: 1 | 3, postgresHome?: string): Promise<City> {
    const home = mkdtempSync(join(tmpdir(), 'anxin-faults-'));
    const [postgres, brokers] = await Promise.all([OwnPostgres.start(postgresHome ?? home), Brokers.start(home, brokerCount)]);
    const logId = `f-${randomBytes(4).toString('hex')}`;
    await migrateAll(postgres.url, logId, allServices);
    const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));
    const ear = new Ear(secrets);
    const wires = { postgres: await Proxy.to(`127.0.0.1:${postgres.port}`), webhook: await Proxy.to(`127.0.0.1:${await ear.listen()}`) };
    const issuer = await startIssuer();
    const { privateKey, vkey } = newSigningKey(`faults.invalid/${logId}`);
    const key = (): string => randomBytes(32).toString('base64');
    const environment = {
      NODE_ENV: 'test', DATABASE_URL: Object.assign(new URL(postgres.url), { host: wires.postgres.address }).href, KAFKA_BROKERS: brokers.addresses.join(','), LOG_ID: logId, LOG_LEVEL: 'warn',
      OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE, MASTER_KEY: key(), BLIND_INDEX_SECRET: key(), FEEDBACK_ALLOW_PRIVATE: 'true', EVIDENCE_STORE: join(home, 'evidence'),
      CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]], feedbackUrl: `http://${wires.webhook.address}/${channel}` }]))),
      WITNESS_FILE: join(home, 'witness.jsonl'),
    };
    const signing = { LOG_SIGNING_KEYS: privateKey };
    const services = new Map<ServiceName, Served>();
    for (const name of SERVICES) services.set(name, new Served(name, await freePort(), name === 'audit' ? { ...environment, ...signing } : environment, join(home, `${name}.log`)));
    const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
    pool.on('error', () => undefined);
    const token = await tokenFor(issuer, { id: 'officer-439900', role: 'officer', division: '439900' });
    const load = new Load({ intake: services.get('intake')!.url, routing: services.get('routing')!.url, secrets, token }, postgres.url);
    const world = { databaseUrl: postgres.url, pool, logId, load, ear, keys: [verifierOf(vkey)], witness: environment.WITNESS_FILE, brokers: brokers.addresses };
    const city = new City(postgres, brokers, wires, services, world, environment, home, issuer);
    for (const one of services.values()) one.begin();
    await city.back();
    return city;
  }

  get load(): Load {
    return this.world.load;
  }

  get pool(): pg.Pool {
    return this.world.pool;
  }

  get logId(): string {
    return this.world.logId;
  }

  /** False once the orders of the demo begin to repeat each other. */
  get fresh(): boolean {
    return this.load.serial < ORDERS_MAX;
  }

  /** A second process of a service beside the first, until `dismissed`. */
  async spare(service: ServiceName): Promise<Served> {
    const one = new Served(service, await freePort(), this.environment, join(this.home, `${service}-spare.log`));
    this.spares.push(one);
    await one.ready();
    return one;
  }

  async dismissed(): Promise<void> {
    await Promise.all(this.spares.splice(0).map((one) => one.kill('SIGTERM')));
  }

  /** People are at work, clocks fall due; then the fault, which must be over when `fault` resolves; then all must hold. `faults` is how many it is. */
  async during(chance: Chance, fault: () => Promise<number>): Promise<Tally> {
    const { load } = this;
    const before = load.acknowledged.length;
    await load.arm(Array.from({ length: CLOCKS }, () => 100 + chance() * CLOCKS_WITHIN_MS));
    load.begin();
    await load.more(6);
    const faults = await fault();
    const over = performance.now();
    const [backAt, problem] = await this.back().then((at) => [at, undefined] as const, (error: Error) => [Date.now(), error.message] as const);
    const recoveryMs = performance.now() - over;
    await load.arm([300, 600, 900]);
    await load.more(6).catch((error: Error) => load.wrong.push(error.message));
    await load.end().catch((error: Error) => load.wrong.push(error.message));
    await this.dismissed();
    const found = await counted(this.world, backAt);
    return { faults, acknowledged: load.acknowledged.length - before, recoveryMs, ...found, broken: [...(problem === undefined ? [] : [problem]), ...found.broken] };
  }

  /** Waits until every process is ready, what was published flows, and clocks are fired. Answers since when they are, in milliseconds since 1970. */
  async back(): Promise<number> {
    let firedAt: number | undefined;
    let missing = '';
    for (const end = performance.now() + BACK_MS_MAX; performance.now() < end; await pause(50)) {
      const all = [...this.services.values(), ...this.spares];
      const states = await Promise.all(all.map(async (one) => {
        if (!one.alive) one.begin(); // As an orchestrator would.
        return one.readiness();
      }));
      if (states.some((state) => state?.workers?.['clocks'] === 'firing')) firedAt ??= Date.now();
      const kafka = states.flatMap((state) => state?.kafka ?? []);
      const isWhole = states.every((state) => state?.status === 'ready') && kafka.includes('leading') && kafka.every((state) => ['leading', 'standby', 'running'].includes(state));
      if (isWhole && firedAt !== undefined) return firedAt;
      missing = states.map((state, at) => `${all[at]!.service} ${state ? `${state.status} (${state.kafka.join(' ')})` : 'silent'}`).join(', ');
    }
    throw new Error(`not back after ${BACK_MS_MAX / 1000} s: ${missing}; clocks ${firedAt === undefined ? 'are not fired' : 'are fired'}`);
  }

  async close(): Promise<void> {
    await Promise.all([...this.services.values(), ...this.spares].map(async (one) => {
      one.thaw();
      await one.kill();
    }));
    await this.pool.end();
    await Promise.all([this.postgres.end('immediate'), this.brokers.close(), this.issuer.stop(), this.world.ear.close()]);
    await Promise.all([this.wires.postgres.close(), this.wires.webhook.close()]);
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
