import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { APP_ROLE } from '#libs/runtime/product.js';
import { allServices } from '../services.js';
import type { Finding, Patient } from './finding.js';
import { bad, ok } from './finding.js';

const VERSION_LEAST = 15;
const VERSION_TESTED = 18;
const SKEW_WARN_MS = 1_000;
const SKEW_FAIL_MS = 30_000;
const ZONES = ['UTC', 'Etc/UTC', 'GMT', 'Asia/Shanghai', 'PRC', 'Asia/Chongqing'];
const FREE_CONNECTIONS = 10;

/** What the server must be and how it must be set, so that what is acknowledged stays. */
export async function server(client: pg.Client, { now }: Patient): Promise<readonly Finding[]> {
  const before = now();
  const { rows: [row] } = await client.query<Record<'version' | 'fsync' | 'pages' | 'sync' | 'encoding' | 'zone', string> & { ms: number; most: number; used: number; ours: string; recovery: boolean }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS sync,
       current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone, pg_is_in_recovery() AS recovery, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms,
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most, (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
       clock_timestamp() AT TIME ZONE 'Asia/Shanghai' AS ours`);
  const found = row!;
  const major = Math.floor(Number(found.version) / 10_000);
  const skew = Math.round(found.ms - (before + now()) / 2);
  const free = found.most - found.used;
  return [
    major < VERSION_LEAST ? bad('postgres-version', 'fail', [`PostgreSQL ${major} 过旧`, `PostgreSQL ${major} is too old`], ['升级到 18', 'upgrade to 18'])
      : major < VERSION_TESTED ? bad('postgres-version', 'warn', [`PostgreSQL ${major} 未经测试`, `PostgreSQL ${major} is not tested`], ['升级到 18', 'upgrade to 18']) : ok('postgres-version', [`PostgreSQL ${major}`, `PostgreSQL ${major}`]),
    found.recovery ? bad('postgres-replica', 'fail', ['这是只读副本', 'this is a read-only replica'], ['让 DATABASE_URL 指向主库：决定与封存从不读副本', 'point DATABASE_URL at the primary: decisions and seals never read a replica']) : ok('postgres-replica', ['是主库', 'it is the primary']),
    found.fsync === 'off' || found.pages === 'off' ? bad('postgres-durability', 'fail', [`fsync=${found.fsync}、full_page_writes=${found.pages}：断电会损坏日志`, `fsync=${found.fsync}, full_page_writes=${found.pages}: a power cut damages the log`], ['二者都设为 on 并重启', 'set both to on and restart it'])
      : found.sync === 'off' ? bad('postgres-durability', 'warn', ['synchronous_commit=off：追加时由产品改为 on，其余写入断电可丢', 'synchronous_commit=off: appends set it to on themselves, other writes may be lost with the power'], ['设为 on', 'set it to on']) : ok('postgres-durability', ['fsync 与 synchronous_commit 已开', 'fsync and synchronous_commit are on']),
    found.encoding === 'UTF8' ? ok('postgres-encoding', ['编码 UTF8', 'encoding UTF8']) : bad('postgres-encoding', 'fail', [`编码 ${found.encoding}`, `encoding ${found.encoding}`], ['新建 UTF8 数据库', 'make a database with UTF8']),
    ZONES.includes(found.zone) ? ok('postgres-time-zone', [`时区 ${found.zone}`, `time zone ${found.zone}`]) : bad('postgres-time-zone', 'warn', [`数据库时区为 ${found.zone}：手工查询会看错日期`, `the database's time zone is ${found.zone}: who queries by hand reads other days`], ["ALTER DATABASE … SET timezone = 'Asia/Shanghai'", "ALTER DATABASE … SET timezone = 'Asia/Shanghai'"]),
    free < FREE_CONNECTIONS ? bad('postgres-connections', 'warn', [`仅剩 ${Math.max(0, free)} 个连接（上限 ${found.most}）`, `only ${Math.max(0, free)} connections are left of ${found.most}`], ['提高 max_connections，或减小 DATABASE_POOL_MAX', 'raise max_connections, or lower DATABASE_POOL_MAX']) : ok('postgres-connections', [`剩余 ${free} 个连接`, `${free} connections are left`]),
    Math.abs(skew) < SKEW_WARN_MS ? ok('clock-skew', [`与数据库时钟相差 ${Math.abs(skew)} 毫秒`, `the database's clock differs by ${Math.abs(skew)} ms`])
      : bad('clock-skew', Math.abs(skew) >= SKEW_FAIL_MS ? 'fail' : 'warn', [`与数据库时钟相差 ${(Math.abs(skew) / 1000).toFixed(1)} 秒`, `the database's clock differs by ${(Math.abs(skew) / 1000).toFixed(1)} s`], ['在两台机器上启用时间同步（NTP）；否则签名与令牌会被误判过期', 'let both machines keep time by NTP; else signatures and tokens count as expired']),
  ];
}

/** Which log lies here, and whether it has the schema of this version. No log: nothing else can be asked. */
export async function schema(client: pg.Client, patient: Patient): Promise<{ readonly findings: readonly Finding[]; readonly logId?: string }> {
  const run = ['在本版本上运行 npm run migrate', 'run npm run migrate of this version'] as const;
  if (!(await exists(client, 'es.log'))) return { findings: [bad('migrations', 'fail', ['数据库中没有日志', 'the database holds no log'], run)] };
  const { rows: [log] } = await client.query<{ log_id: string }>('SELECT log_id FROM es.log');
  const logId = log?.log_id;
  if (logId === undefined) return { findings: [bad('migrations', 'fail', ['数据库中没有日志', 'the database holds no log'], run)] };
  const file = readFileSync(fileURLToPath(new URL('../../libs/event-store/schema.sql', import.meta.url)).replace(/([\\/])dist([\\/]libs[\\/])/, '$2'), 'utf8');
  const { rowCount: same } = await client.query('SELECT 1 FROM es.migration WHERE digest = $1', [createHash('sha256').update(file).digest('hex')]);
  const done = (await exists(client, 'public.anxin_migration')) ? (await client.query<{ name: string }>('SELECT name FROM public.anxin_migration')).rows.map(({ name }) => name) : [];
  const wanted = allServices.flatMap(({ migrations }) => migrations.map((Migration) => new Migration().name ?? Migration.name));
  const pending = [...wanted.filter((name) => !done.includes(name)), ...(same ? [] : ['es (schema.sql)'])];
  const later = done.filter((name) => !wanted.includes(name));
  const given = patient.setting('LOG_ID');
  return {
    logId,
    findings: [
      pending.length > 0 ? bad('migrations', 'fail', [`${pending.length} 项迁移未做：${pending.join('、')}`, `${pending.length} migrations are pending: ${pending.join(', ')}`], run)
        : later.length > 0 ? bad('migrations', 'warn', [`数据库比本版本新：${later.join('、')}`, `the database is newer than this version: ${later.join(', ')}`], ['运行较新的版本', 'run the newer version']) : ok('migrations', [`${done.length} 项迁移均已完成`, `all ${done.length} migrations are done`]),
      ...(given !== undefined && given !== logId ? [bad('log-id', 'warn', [`LOG_ID 为 ${given}，而数据库中是 ${logId}`, `LOG_ID is ${given}, and the database holds ${logId}`], ['以数据库为准，改 LOG_ID', 'the database counts: set LOG_ID'])] : []),
    ],
  };
}

/** Of these nothing is ever changed or removed. */
const APPEND_ONLY = ['es.events', 'es.checkpoint', 'es.epoch', 'es.tile'];

/** The services' role may read the log and append to it, and can change nothing of it; whoever connects may take that role and should be no more. */
export async function roles(client: pg.Client, { production }: Patient): Promise<readonly Finding[]> {
  const migrate = ['以属主再次运行 npm run migrate；核对有无手工授权', 'run npm run migrate as the owner again; look for rights that were granted by hand'] as const;
  const { rows: [role] } = await client.query<{ there: boolean; member: boolean; superuser: boolean; owner: boolean }>(
    `SELECT to_regrole('${APP_ROLE}') IS NOT NULL AS there, coalesce(pg_has_role(current_user, to_regrole('${APP_ROLE}'), 'MEMBER'), false) AS member, rolsuper AS superuser,
       (SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE oid = 'es.events'::regclass) AS owner FROM pg_roles WHERE rolname = current_user`);
  if (!role!.there || !role!.member) return [bad('roles', 'fail', [`连接用户不能取得角色 ${APP_ROLE}`, `the connecting user cannot take the role ${APP_ROLE}`], [`GRANT ${APP_ROLE} TO …；没有该角色则先迁移`, `GRANT ${APP_ROLE} TO …; migrate first where it does not exist`])];
  const { rows: [right] } = await client.query<{ append: boolean; read: boolean; change: string | null; trigger: boolean }>(
    `SELECT has_function_privilege('${APP_ROLE}', (SELECT oid FROM pg_proc WHERE proname = 'append_batch' AND pronamespace = 'es'::regnamespace), 'EXECUTE') AS append, has_table_privilege('${APP_ROLE}', 'es.events', 'SELECT') AS read,
       (SELECT string_agg(p || ' ' || t, ', ') FROM unnest($1::text[]) t, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) p WHERE has_table_privilege('${APP_ROLE}', t, p)) AS change,
       (SELECT bool_and(EXISTS (SELECT FROM pg_trigger WHERE tgrelid = t::regclass AND tgname = 'append_only' AND tgenabled <> 'D')) FROM unnest($1::text[]) t) AS trigger`, [APPEND_ONLY]);
  const findings: Finding[] = [];
  if (!right!.append || !right!.read) findings.push(bad('roles', 'fail', [`角色 ${APP_ROLE} 不能读取或追加日志`, `the role ${APP_ROLE} cannot read the log, or not append to it`], migrate));
  if (right!.change !== null) findings.push(bad('roles-change', 'fail', [`角色 ${APP_ROLE} 能改动日志：${right!.change}`, `the role ${APP_ROLE} can change the log: ${right!.change}`], ['REVOKE 这些权限', 'REVOKE these rights']));
  if (!right!.trigger) findings.push(bad('append-only', 'fail', ['日志的只增触发器被停用或删除', 'the trigger that keeps the log append-only is disabled or gone'], ['查明何人所为；ALTER TABLE … ENABLE ALWAYS TRIGGER append_only；随后 npm run audit-log -- verify', 'find out who did it; ALTER TABLE … ENABLE ALWAYS TRIGGER append_only; then npm run audit-log -- verify']));
  if (production && (role!.superuser || role!.owner)) findings.push(bad('roles-owner', 'warn', ['服务以超级用户或日志属主身份连接', 'the services connect as superuser, or as the owner of the log'], [`为服务建一个只有 ${APP_ROLE} 的用户`, `give the services a user that has ${APP_ROLE} alone`]));
  return findings.length > 0 ? findings : [ok('roles', [`角色 ${APP_ROLE} 只能读取与追加`, `the role ${APP_ROLE} can read and append, and nothing else`])];
}

export async function exists(client: pg.Client, table: string): Promise<boolean> {
  return (await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table])).rows[0]!.there;
}
