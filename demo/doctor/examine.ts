import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { environment } from '#libs/runtime/config.js';
import { roles, schema, server } from './database.js';
import type { Check, Finding, Level, Patient } from './finding.js';
import { bad, ok, reasonOf } from './finding.js';
import { keys } from './keys.js';
import { law } from './law.js';
import { issuer, kafka } from './outside.js';
import { configuration, demoKeys, disk, node, port } from './process.js';
import { work } from './work.js';

export interface Diagnosis {
  /** The worst of all. */
  readonly status: Level;
  readonly findings: readonly Finding[];
}

const CONNECT_MS = 5_000;
const QUERY_MS = 15_000;

/** Looks at everything that the product stands on, each thing by itself: what is wrong in one place hides nothing in another. Changes nothing. */
export async function examine(env: Patient['env'], now: () => number = Date.now): Promise<Diagnosis> {
  const patient: Patient = {
    env, now, production: env['NODE_ENV'] === 'production',
    setting: (name) => {
      const read = environment.shape[name].safeParse(env[name] || undefined);
      return read.success ? (read.data as never) : undefined;
    },
  };
  const own = await Promise.all(([node, configuration, demoKeys, port, disk, issuer] as Check[]).map((check) => guarded('process', async () => check(patient))));
  const { findings: stored, logId } = await database(patient);
  const brokers = patient.setting('KAFKA_BROKERS');
  const rest = await Promise.all([
    guarded('kafka', async () => (brokers ? kafka(brokers, logId ?? patient.setting('LOG_ID') ?? 'anxin', patient.production) : [])), guarded('packs', () => law(patient, logId)),
  ]);
  const findings = [...own.flat(), ...stored, ...rest.flat()];
  return { status: findings.some(({ level }) => level === 'fail') ? 'fail' : findings.some(({ level }) => level === 'warn') ? 'warn' : 'ok', findings };
}

async function database(patient: Patient): Promise<{ readonly findings: readonly Finding[]; readonly logId?: string }> {
  const connectionString = patient.setting('DATABASE_URL');
  if (connectionString === undefined) return { findings: [] }; // The configuration says so.
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MS, query_timeout: QUERY_MS });
  client.on('error', () => undefined); // The query under way says so.
  try {
    await client.connect();
  } catch (error) {
    return { findings: [bad('postgres', 'fail', [`PostgreSQL 不可达（${reasonOf(error)}）：写入均答 503`, `PostgreSQL cannot be reached (${reasonOf(error)}): every write is answered with 503`], ['启动数据库；检查 DATABASE_URL 的主机、端口、用户与密码', 'start it; look at host, port, user and password in DATABASE_URL'])] };
  }
  try {
    const findings: Finding[] = [ok('postgres', ['PostgreSQL 可达', 'PostgreSQL answers']), ...(await guarded('postgres-settings', () => server(client, patient)))];
    const { findings: standing, logId } = await schema(client, patient).catch((error: unknown) => ({ findings: [failed('migrations', error)], logId: undefined }));
    findings.push(...standing);
    if (logId === undefined) return { findings };
    for (const [id, check] of [['roles', () => roles(client, patient)], ['work', () => work(client)], ['keys', () => keys(client, patient, logId)]] as const) findings.push(...(await guarded(id, check)));
    return { findings, logId };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function guarded(id: string, check: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  return check().catch((error: unknown) => [failed(id, error)]);
}

function failed(id: string, error: unknown): Finding {
  return bad(id, 'fail', [`此项未能检查（${reasonOf(error)}）`, `this could not be looked at (${reasonOf(error)})`], ['先解决其他各项，再运行一次', 'mend the others first, then run it again']);
}
