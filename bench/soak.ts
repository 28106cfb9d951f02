import { startIssuer } from '../demo/people.js';
import { openPool, serverSettings, withDatabase } from './databases.js';
import { filed, SERVICES } from './flow.js';
import { percentile } from './intake.js';
import type { Finding, Part } from './measure.js';
import { serve } from './processes.js';
import type { Served } from './processes.js';
import { productIn } from './product.js';

const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 10);
/** Half of what the flow takes on two cores. */
const PER_SECOND = Number(process.env['BENCH_RATE'] ?? 20);
const LOOK_MS = 5_000;
/** Heaps and caches fill at first: the slope is that of the rest. */
const WARM = 1 / 3;

interface Sample { readonly minute: number; readonly mib: number; readonly descriptors: number }

/** Orders at half of the peak for `BENCH_MINUTES`: whether any process grows, leaves files or sockets open, falls behind or sets something aside. Needs DATABASE_URL and KAFKA_BROKERS. */
export const part: Part = { name: 'soak', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server || !process.env['KAFKA_BROKERS']) return { part: 'soak', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL or KAFKA_BROKERS is not set.'] };
  return withDatabase(server, async (url, name) => {
    const issuer = await startIssuer();
    const environment = await productIn(url, name.replaceAll('_', '-'), { OIDC_ISSUER: issuer.issuer });
    const served = new Map<string, Served>();
    try {
      for (const service of SERVICES) served.set(service, await serve(`services/${service}/main.js`, environment));
      await filed(served.get('intake')!, url, { orders: 200, first: 0 });
      const samples = new Map<string, Sample[]>([...served.keys()].map((service) => [service, []]));
      const began = performance.now();
      const look = (): void => { for (const [service, one] of served) samples.get(service)!.push({ minute: (performance.now() - began) / 60_000, mib: one.memory(), descriptors: one.descriptors() }); };
      const looking = setInterval(look, LOOK_MS);
      const orders = Math.round(MINUTES * 60 * PER_SECOND);
      const { seconds, refused, doors, boards } = await filed(served.get('intake')!, url, { orders, first: 200, perSecond: PER_SECOND }).finally(() => clearInterval(looking));
      return {
        part: 'soak', ratios: {},
        figures: {
          minutes: seconds / 60, cases_per_second: orders / seconds, parked: await parkedIn(url), refused, door_p99_ms: percentile(doors, 0.99), board_p50_ms: percentile(boards, 0.5), board_p99_ms: percentile(boards, 0.99),
          ...Object.fromEntries([...samples].flatMap(([service, all]) => grown(service, all))),
        },
        notes: [`${orders.toLocaleString('en')} orders at ${PER_SECOND} a second; memory by a line of least squares through the last ${Math.round(100 * (1 - WARM))} % of the time; the five services as five processes. ${await serverSettings(url)}.`],
      };
    } finally {
      await Promise.all([...served.values()].map((one) => one.stop()));
      await issuer.stop();
    }
  });
}

/** By how much a process grew each minute, what it held at the end, and its descriptors at both ends of that time. */
function grown(service: string, all: readonly Sample[]): [string, number][] {
  const late = all.slice(Math.floor(all.length * WARM));
  const mean = (of: (sample: Sample) => number): number => late.reduce((total, sample) => total + of(sample), 0) / late.length;
  const [minute, mib] = [mean((sample) => sample.minute), mean((sample) => sample.mib)];
  const slope = late.reduce((total, sample) => total + (sample.minute - minute) * (sample.mib - mib), 0) / late.reduce((total, sample) => total + (sample.minute - minute) ** 2, 0);
  return [[`${service}_mib_per_minute`, slope], [`${service}_mib`, late.at(-1)!.mib], [`${service}_descriptors_before`, late[0]!.descriptors], [`${service}_descriptors_after`, late.at(-1)!.descriptors]];
}

async function parkedIn(url: string): Promise<number> {
  const pool = openPool(url, 1);
  try {
    const counts = await Promise.all(['intake', 'routing', 'resolution', 'supervision'].map(async (service) => (await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${service}.parked`)).rows[0]!.n));
    return counts.reduce((a, b) => a + b, 0);
  } finally {
    await pool.end();
  }
}
