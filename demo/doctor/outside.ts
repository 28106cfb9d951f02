import { PARTITIONS, checkpointTopicOf, RELAY_TOPIC, topicOf } from '#libs/messaging/topics.js';
import type { Cluster, TopicSettings } from '#libs/messaging/topic-settings.js';
import { readCluster } from '#libs/messaging/topic-settings.js';
import { certificateEnd } from '#libs/runtime/certificates.js';
import type { Check, Finding } from './finding.js';
import { bad, ok, reasonOf } from './finding.js';

const ANSWER_MS_MAX = 5_000;
const CERTIFICATE_DAYS = 14;

/** Discovery and keys, as the product itself asks for them. */
export const issuer: Check = async (patient) => {
  const url = patient.setting('OIDC_ISSUER');
  if (url === undefined) return [bad('issuer', 'warn', ['未设置 OIDC_ISSUER，无人能够登录', 'OIDC_ISSUER is not set: nobody can sign in'], ['设为贵处统一身份认证的地址', 'set it to your OpenID Connect issuer'])];
  try {
    const found = (await fetched(`${url.replace(/\/$/, '')}/.well-known/openid-configuration`)) as { issuer?: unknown; jwks_uri?: unknown };
    if (found.issuer !== url) return [bad('issuer', 'fail', ['发现文档属于另一颁发者', 'the discovery document is another issuer’s'], ['把 OIDC_ISSUER 写得与发现文档中的 issuer 一字不差', 'write OIDC_ISSUER exactly as "issuer" stands in its discovery document'])];
    const { keys } = (await fetched(String(found.jwks_uri))) as { keys?: readonly unknown[] };
    if (!keys?.length) return [bad('issuer', 'fail', ['颁发者没有公布任何密钥', 'the issuer publishes no key'], ['在颁发者处启用签名密钥', 'enable a signing key at the issuer'])];
    return [ok('issuer', [`颁发者可达，${keys.length} 把密钥`, `the issuer answers, with ${keys.length} keys`]), ...(await certificate(url))];
  } catch (error) {
    return [bad('issuer', 'fail', [`颁发者不可达（${reasonOf(error)}）`, `the issuer cannot be reached (${reasonOf(error)})`], ['检查 OIDC_ISSUER、网络与证书', 'look at OIDC_ISSUER, the network and the certificate'])];
  }
};

async function certificate(url: string): Promise<readonly Finding[]> {
  if (!url.startsWith('https:')) return [];
  const days = Math.floor((await certificateEnd(url) - Date.now() / 1000) / 86_400);
  if (days >= CERTIFICATE_DAYS) return [ok('certificate', [`颁发者证书尚余 ${days} 天`, `the issuer's certificate has ${days} days left`])];
  return [bad('certificate', 'warn', [`颁发者证书仅余 ${days} 天`, `the issuer's certificate has only ${days} days left`], ['请颁发者的管理者更换', 'have it renewed'])];
}

async function fetched(url: string): Promise<unknown> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS_MAX) });
  if (!answer.ok) throw Object.assign(new Error('not ok'), { code: `HTTP ${answer.status}` });
  return answer.json();
}

/** The topics as the relay makes them and needs them: `logId` is the database's own. */
export async function kafka(brokers: readonly string[], logId: string, production: boolean): Promise<readonly Finding[]> {
  const topic = topicOf(logId);
  let cluster: Cluster;
  try {
    cluster = await readCluster(brokers, [topic, RELAY_TOPIC, checkpointTopicOf(logId)]);
  } catch (error) {
    return [bad('kafka', 'fail', [`Kafka 不可达（${reasonOf(error)}）；工单仍可受理，但后续停滞`, `Kafka cannot be reached (${reasonOf(error)}); orders are taken in, and nothing follows from them`], ['启动 Kafka，检查 KAFKA_BROKERS 与 advertised.listeners', 'start it; look at KAFKA_BROKERS and advertised.listeners'])];
  }
  const found = cluster.topics.get(topic);
  const reached = ok('kafka', [`Kafka 可达，${cluster.brokers} 个节点`, `Kafka answers, with ${cluster.brokers} brokers`]);
  if (!found) return [reached, bad('kafka-topic', 'warn', [`主题 ${topic} 尚不存在`, `the topic ${topic} does not exist`], ['首次启动由转发创建；若曾经存在，按 docs/operations.md “Refill the topic”重灌', 'the relay makes it at the first start; where it existed before, refill it as docs/operations.md says'])];
  return [reached, ...keptForEver(topic, found), ...copies(topic, found, cluster.brokers, production), ...compacted(cluster.topics.get(RELAY_TOPIC))];
}

function keptForEver(topic: string, { partitions, settings }: TopicSettings): readonly Finding[] {
  const findings: Finding[] = [];
  if (partitions !== PARTITIONS) findings.push(bad('kafka-partitions', 'fail', [`主题 ${topic} 有 ${partitions} 个分区，应为 ${PARTITIONS}`, `the topic ${topic} has ${partitions} partitions instead of ${PARTITIONS}`], ['分区数不可更改：删除该主题后重灌', 'the number cannot be changed: delete the topic and refill it']));
  const lost = settings['retention.ms'] !== '-1' || settings['retention.bytes'] !== '-1' || settings['cleanup.policy'] !== 'delete';
  if (lost) findings.push(bad('kafka-retention', 'fail', [`主题 ${topic} 会删除旧事件`, `the topic ${topic} drops old events`], ['设 cleanup.policy=delete、retention.ms=-1、retention.bytes=-1；已丢失的，重灌', 'set cleanup.policy=delete, retention.ms=-1, retention.bytes=-1; refill what is gone']));
  return findings.length > 0 ? findings : [ok('kafka-topic', [`主题 ${topic}：${partitions} 个分区，永久保存`, `the topic ${topic}: ${partitions} partitions, kept for ever`])];
}

function copies(topic: string, { replicas, inSync, settings }: TopicSettings, brokers: number, production: boolean): readonly Finding[] {
  const least = Number(settings['min.insync.replicas']);
  if (inSync < replicas) return [bad('kafka-replication', 'warn', [`主题 ${topic} 有副本未同步（${inSync}/${replicas}）`, `copies of the topic ${topic} are not in step (${inSync} of ${replicas})`], ['查看各节点是否在线', 'see whether all brokers are up'])];
  if (replicas >= 3 && least >= 2) return [ok('kafka-replication', [`${replicas} 个副本，至少 ${least} 个同步`, `${replicas} copies, ${least} at least in step`])];
  if (!production && brokers === 1) return [ok('kafka-replication', ['单节点，无副本：仅供演示', 'one broker, no copies: for a demo'])];
  return [bad('kafka-replication', 'warn', [`主题 ${topic}：${replicas} 个副本，min.insync.replicas=${least}；一台故障即可能丢失或停写`, `the topic ${topic} has ${replicas} copies with min.insync.replicas=${least}: one broker lost may lose events, or stop the relay`], ['用三个副本、min.insync.replicas=2', 'use three copies with min.insync.replicas=2'])];
}

function compacted(relay: TopicSettings | undefined): readonly Finding[] {
  if (!relay || relay.settings['cleanup.policy'] === 'compact') return [];
  return [bad('kafka-relay-topic', 'warn', [`主题 ${RELAY_TOPIC} 未设为压缩`, `the topic ${RELAY_TOPIC} is not compacted`], ['设 cleanup.policy=compact', 'set cleanup.policy=compact'])];
}
