import pg from 'pg';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { SESSION } from '#libs/runtime/product.js';
import { Keyring } from '#libs/security/keyring.js';
import { logKeys } from '../../services/audit/log/log-keys.js';
import { exists } from './database.js';
import type { Finding, Patient } from './finding.js';
import { bad, ok } from './finding.js';

/** The master keys open what lies in the database, and do not lie there themselves; the log's key is that of its checkpoints. */
export async function keys(client: pg.Client, patient: Patient, logId: string): Promise<readonly Finding[]> {
  return [...(await masterKeys(client, patient)), await notInDatabase(client, patient), ...(await logKey(client, patient, logId))];
}

async function masterKeys(client: pg.Client, patient: Patient): Promise<readonly Finding[]> {
  const [present, id, older, url] = [patient.setting('MASTER_KEY'), patient.setting('MASTER_KEY_ID'), patient.setting('MASTER_KEYS_OLDER') ?? {}, patient.setting('DATABASE_URL')];
  if (!present || !id || !url || !(await exists(client, 'pii.subject_key'))) return [];
  const { rows } = await client.query<{ kek: string; n: number; one: string }>('SELECT kek_id AS kek, count(*)::int AS n, min(subject_id::text) AS one FROM pii.subject_key WHERE wrapped_dek IS NOT NULL GROUP BY 1 ORDER BY 1');
  const pool = new pg.Pool({ connectionString: url, max: 1, ...SESSION });
  const findings: Finding[] = [];
  try {
    const keyring = new Keyring(pool, { id, key: present }, Object.entries(older).map(([name, key]) => ({ id: name, key })));
    for (const { kek, n, one } of rows) {
      const opened = await keyring.deksOf([one]).then((deks) => deks.has(one), () => false);
      if (!opened) findings.push(bad('master-key', 'fail', [`主密钥 ${kek} 缺失或不对：${n} 人的信息打不开`, `the master key ${kek} is missing or wrong: what ${n} persons told cannot be opened`], ['从密钥库取回，放入 MASTER_KEY 或 MASTER_KEYS_OLDER；切勿另造', 'take it from your key store into MASTER_KEY or MASTER_KEYS_OLDER; do not make another']));
      else if (kek !== id) findings.push(bad('master-key-older', 'warn', [`${n} 人的密钥仍由旧主密钥 ${kek} 封装`, `the keys of ${n} persons still lie under the older master key ${kek}`], ['npm run keys -- rewrap', 'npm run keys -- rewrap']));
    }
  } finally {
    await pool.end();
  }
  return findings.length > 0 ? findings : [ok('master-key', ['主密钥可以打开当事人密钥', 'the master key opens the keys of the persons'])];
}

const ROWS_MAX = 10_000;
const OURS = ['es', 'pii', 'intake', 'routing', 'resolution', 'supervision', 'audit', 'pg_catalog', 'information_schema'];

/** Looks where keys are put by mistake: settings of database and roles, comments, tables of others. The rows are read and compared here: a query that names a key would write it into the server's log. */
async function notInDatabase(client: pg.Client, { env }: Patient): Promise<Finding> {
  const secrets = ['MASTER_KEY', 'BLIND_INDEX_SECRET', 'SESSION_KEY', 'LOG_SIGNING_KEYS'].flatMap((name) => (env[name] ?? '').split(/[\s,]+/).filter((word) => word.length >= 32).map((word) => [name, word] as const));
  const sources: [where: string, sql: string][] = [['settings', 'SELECT array_to_string(setconfig, chr(10)) AS text FROM pg_db_role_setting'], ['comments', 'SELECT description AS text FROM pg_description UNION ALL SELECT description FROM pg_shdescription']];
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname <> ALL($1) AND n.nspname NOT LIKE 'pg\\_%' AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`, [OURS]);
  for (const { name } of tables) sources.push([name, `SELECT t::text AS text FROM ${name} t LIMIT ${ROWS_MAX}`]);
  for (const [where, sql] of sources) {
    const { rows } = await client.query<{ text: string | null }>(sql);
    const found = secrets.find(([, secret]) => rows.some(({ text }) => text?.includes(secret)));
    if (found) return bad('keys-in-database', 'fail', [`${found[0]} 存放在数据库中（${where}）：备份即可解开全部个人信息`, `${found[0]} lies in the database (${where}): a backup opens all personal data`], ['删除之，视为已泄露：更换该密钥', 'remove it, take it for known, and change the key']);
  }
  return ok('keys-in-database', ['数据库中没有密钥', 'no key lies in the database']);
}

async function logKey(client: pg.Client, patient: Patient, logId: string): Promise<readonly Finding[]> {
  const given = { NODE_ENV: patient.setting('NODE_ENV') ?? 'development', LOG_SIGNING_KEYS: patient.setting('LOG_SIGNING_KEYS') ?? [], LOG_SIGNING_KEY_FILE: patient.setting('LOG_SIGNING_KEY_FILE'), LOG_VERIFIER_KEYS: patient.setting('LOG_VERIFIER_KEYS') ?? [] };
  const { rows: [newest] } = await client.query<{ note: string }>('SELECT note FROM es.checkpoint ORDER BY size DESC LIMIT 1');
  try {
    const { signers, verifiers, origin } = logKeys(given, logId);
    if (signers.length === 0) return [bad('log-key', 'warn', ['此处未给日志签名密钥：audit 不会封存', 'no key that signs the log is given here: audit seals nothing with this environment'], ['对 audit 设 LOG_SIGNING_KEYS 或 LOG_SIGNING_KEY_FILE', 'give audit LOG_SIGNING_KEYS, or LOG_SIGNING_KEY_FILE'])];
    if (newest) openedCheckpoint(newest.note, verifiers);
    return [ok('log-key', [`日志密钥 ${origin} 与最新检查点相符`, `the log's key ${origin} is that of the newest checkpoint`])];
  } catch {
    return [bad('log-key', 'fail', ['日志密钥不可用，或不是签署最新检查点的那一把', 'the log’s key cannot be used, or is not the one that signed the newest checkpoint'], ['取回原密钥；若已更换，把旧公钥放入 LOG_VERIFIER_KEYS', 'take the one that signed; where it was changed, put the old public key into LOG_VERIFIER_KEYS'])];
  }
}
