import type pg from 'pg';
import { allServices } from '../services.js';
import { exists } from './database.js';
import type { Finding } from './finding.js';
import { bad, ok } from './finding.js';

const LAG_WARN = 200;
const SEALED_WITHIN_S = 60;
const LATE_S = 30;
const UNDELIVERED_S = 1_800;

/** Whether what is stored goes its way: published, handled, sealed, fired, told. */
export async function work(client: pg.Client): Promise<readonly Finding[]> {
  const { rows: [row] } = await client.query<{ head: string; published: string; same: boolean | null; held: boolean }>(
    `SELECT coalesce((SELECT max(pos) FROM es.events), 0)::text AS head, r.pos::text AS published, (SELECT e.leaf_hash = r.leaf_hash FROM es.events e WHERE e.pos = r.pos) AS same,
       EXISTS (SELECT FROM es.lease WHERE name = 'relay' AND until > clock_timestamp()) AS held FROM es.relay r`);
  const { head, published, same, held } = row!;
  return [relay(BigInt(head), BigInt(published), same, held), ...(await consumers(client, BigInt(published))), await sealing(client, BigInt(head)), await clocks(client), await leases(client), await parked(client), ...(await deliveries(client))];
}

function relay(head: bigint, published: bigint, same: boolean | null, held: boolean): Finding {
  if (published > 0n && same !== true) return bad('log-forked', 'fail', [`位置 ${published} 已发布，而日志中${published > head ? '没有这个位置' : '是另一事件'}`, `position ${published} was published, and the log ${published > head ? 'does not reach it' : 'holds another event there'}`], ['数据库被恢复到较早状态或被改动：按 docs/operations.md “Back up, restore”恢复最新状态', 'the database was restored from an older state, or changed: restore the newest, as docs/operations.md says']);
  const lag = head - published;
  if (lag === 0n) return ok('relay', [`已全部发布至位置 ${head}`, `all is published, up to position ${head}`]);
  if (!held) return bad('relay', 'fail', [`${lag} 个事件未发布，且无人在转发`, `${lag} events are not published, and nobody relays`], ['启动任一服务', 'start any of the services']);
  return lag > LAG_WARN ? bad('relay', 'warn', [`${lag} 个事件未发布`, `${lag} events are not published`], ['看 /health/ready 与 Kafka', 'look at /health/ready and at Kafka']) : ok('relay', [`${lag} 个事件正在发布`, `${lag} events are being published`]);
}

async function consumers(client: pg.Client, published: bigint): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name, projections, processes, effects } of allServices) {
    if (projections.length === 0 && processes.length === 0 && !effects) continue;
    if (!(await exists(client, `${name}.high_water`))) continue;
    const { rows: [mark] } = await client.query<{ pos: string | null; epochs: number }>(`SELECT max(pos)::text AS pos, count(DISTINCT log_epoch)::int AS epochs FROM ${name}.high_water`);
    const lag = published - BigInt(mark!.pos ?? 0); // Of its foremost partition: a service that stands still is behind in all of them.
    findings.push(lag > LAG_WARN ? bad('consumer', 'warn', [`${name} 落后 ${lag} 个位置`, `${name} is ${lag} positions behind`], [`查看 ${name} 是否在运行，及其 /health/ready`, `see whether ${name} runs, and what its /health/ready says`]) : ok('consumer', [`${name} 落后 ${lag < 0n ? 0n : lag} 个位置`, `${name} is ${lag < 0n ? 0n : lag} positions behind`]));
  }
  return findings;
}

async function sealing(client: pg.Client, head: bigint): Promise<Finding> {
  const { rows: [newest] } = await client.query<{ size: string; age: number }>('SELECT size::text, extract(epoch FROM clock_timestamp() - sealed_at)::float8 AS age FROM es.checkpoint ORDER BY size DESC LIMIT 1');
  const unsealed = head - BigInt(newest?.size ?? 0);
  if (unsealed < 0n) return bad('seal', 'fail', [`已封存 ${newest!.size} 个位置，而日志只有 ${head} 个`, `${newest!.size} positions were sealed, and the log has ${head}`], ['恢复最新状态；勿删见证', 'restore the newest state; remove no witness copy']);
  if (unsealed > 0n && (newest?.age ?? Infinity) > SEALED_WITHIN_S) return bad('seal', 'fail', [`${unsealed} 个事件未封存，已逾一分钟无新检查点`, `${unsealed} events are not sealed, and no checkpoint was made for a minute`], ['启动 audit；设置 LOG_SIGNING_KEYS；看其 /health/ready', 'start audit; set LOG_SIGNING_KEYS; see what its /health/ready says']);
  return ok('seal', [`已封存 ${newest?.size ?? 0} 个位置`, `${newest?.size ?? 0} positions are sealed`]);
}

/** By the database's clock: a demo's own runs ahead, and then nothing is late by this one. */
async function clocks(client: pg.Client): Promise<Finding> {
  const { rows: [row] } = await client.query<{ armed: number; late: number; oldest: number | null; held: boolean }>(
    `SELECT count(*)::int AS armed, (count(*) FILTER (WHERE due_at < clock_timestamp() - interval '${LATE_S} seconds'))::int AS late, extract(epoch FROM clock_timestamp() - min(due_at))::float8 AS oldest,
       EXISTS (SELECT FROM es.lease WHERE name = 'clocks' AND until > clock_timestamp()) AS held FROM es.clocks`);
  const { armed, late, oldest, held } = row!;
  if (late === 0) return ok('clocks', [`${armed} 个到时点，无迟到`, `${armed} times are armed, none is late`]);
  return bad('clocks', 'fail', [`${late} 个到时点未触发，最早的已逾 ${Math.round(oldest!)} 秒${held ? '' : '；无人在触发'}`, `${late} times have not fired, the oldest ${Math.round(oldest!)} s late${held ? '' : '; nobody fires them'}`], ['启动 supervision；若在运行，看数据库负载及日志中的 a clock cannot be fired', 'start supervision; where it runs, look at the load of the database, and in its log for "a clock cannot be fired"']);
}

/** Which process does what only one shall do at a time. */
async function leases(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; owner: string; epoch: string }>('SELECT name, owner, epoch::text FROM es.lease WHERE until > clock_timestamp() ORDER BY name');
  if (rows.length === 0) return ok('leases', ['当前没有进程持有租约', 'no process holds a lease']);
  const held = rows.map(({ name, owner, epoch }) => ({ name, by: owner.split('/').slice(0, 2).join('/'), epoch })); // The machine and its process.
  return ok('leases', [`租约：${held.map(({ name, by, epoch }) => `${name} 由 ${by} 持有（第 ${epoch} 任）`).join('，')}`, `leases: ${held.map(({ name, by, epoch }) => `${name} by ${by} (holder ${epoch})`).join(', ')}`]);
}

async function parked(client: pg.Client): Promise<Finding> {
  const counts: [string, number][] = [];
  for (const { name } of allServices) {
    if (await exists(client, `${name}.parked`)) counts.push([name, (await client.query<{ n: number }>(`SELECT count(DISTINCT case_id)::int AS n FROM ${name}.parked`)).rows[0]!.n]);
  }
  const standing = counts.filter(([, n]) => n > 0).map(([name, n]) => `${name} ${n}`);
  if (standing.length === 0) return ok('parked', ['没有被搁置的案件', 'no case is set aside']);
  return bad('parked', 'warn', [`被搁置的案件：${standing.join('，')}`, `cases are set aside: ${standing.join(', ')}`], ['GET /v1/{service}/parked 看原因；修复后 retry', 'GET /v1/{service}/parked says why; repair, then retry']);
}

async function deliveries(client: pg.Client): Promise<readonly Finding[]> {
  if (!(await exists(client, 'intake.delivery'))) return [];
  const { rows } = await client.query<{ channel: string; given: number; oldest: number | null }>(
    `SELECT channel, (count(*) FILTER (WHERE status = 'abandoned'))::int AS given, (extract(epoch FROM clock_timestamp() - min("createdAt") FILTER (WHERE status = 'waiting')))::float8 AS oldest FROM intake.delivery GROUP BY channel ORDER BY channel`);
  const wrong = rows.filter(({ given, oldest }) => given > 0 || (oldest ?? 0) > UNDELIVERED_S);
  if (wrong.length === 0) return [ok('deliveries', ['渠道回传正常', 'channels are told'])];
  return wrong.map(({ channel, given, oldest }) => bad('deliveries', 'warn', [`渠道 ${channel}：放弃 ${given} 件，最早待送 ${Math.round(oldest ?? 0)} 秒`, `channel ${channel}: ${given} given up, the oldest waits for ${Math.round(oldest ?? 0)} s`], ['看 lastStatus、lastProblem，联系渠道，然后 redrive', 'look at lastStatus and lastProblem, talk to the channel, then redrive']));
}
