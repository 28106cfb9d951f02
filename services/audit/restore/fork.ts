import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { topicOf } from '#libs/messaging/topics.js';
import type { EventTransport } from '#libs/messaging/transport.js';
import type { Recover } from './adopt.js';
import { comeHome, hold, inTransaction, record } from './going-on.js';
import type { Said } from './going-on.js';
import { missing } from './outside.js';
import type { Standing } from './outside.js';
import { refuse } from './restore.refusals.js';
import { publishedOf } from './topic-tail.js';

export interface Forked {
  readonly epoch: number;
  readonly from: number;
  readonly lost: number;
}

/**
 * Gives up what is known outside and lost here, and lets the log go another way from its first position on. Whoever says so must state how many positions that are.
 * `schemas` are those of the services, whose marks must lie before it. Throws refusals.
 */
export async function fork(owner: ClientBase, standing: Standing, schemas: readonly string[], forgo: Recover, said: Said, giveUp: number): Promise<Forked> {
  const { common, known, witnessed, log, lineage } = standing;
  const lost = missing(standing);
  if (lost === 0) throw refuse('LOG_NOTHING_LOST');
  if (giveUp !== lost) throw refuse('LOG_LOSS_MISSTATED', { lost, from: common + 1, to: known });
  const [n, from] = [lineage.current.n + 1, common + 1];
  await inTransaction(owner, async () => {
    await hold(owner, standing.head);
    await assertNotConsumed(owner, schemas, log.logId, common);
    await forgo(standing.found.map((one, at) => publishedOf(one, common + at + 1, log.logId)), owner);
    await openEpoch(owner, n, from, known);
    await comeHome(owner);
    const { by, reason, now: at } = said;
    const newest = witnessed.filter(({ size }) => size > common).at(-1);
    const givenUp = newest ? { size: newest.size, root: newest.root.toString('base64') } : null;
    await record(owner, log.bornAs, { type: 'LogForked', at, by, reason, epoch: n, from: String(from), lostTo: String(known), lost, givenUp }, said);
  });
  return { epoch: n, from, lost };
}

/**
 * Makes of this database, a copy, a log of its own: with an id, and so a topic and witnesses, of its own. Read tables stay as they are; what waits to be told to channels is
 * the other log's to tell. Throws refusals.
 */
export async function copy(owner: ClientBase, transport: EventTransport, { log, lineage, head }: Pick<Standing, 'log' | 'lineage' | 'head'>, schemas: readonly string[], calm: (tx: ClientBase) => Promise<void>, said: Said, logId: string): Promise<number> {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(logId) || logId === log.logId || await transport.extent(topicOf(logId))) throw refuse('LOG_ID_TAKEN');
  const n = lineage.current.n + 1;
  await inTransaction(owner, async () => {
    await hold(owner, head);
    await openEpoch(owner, n, head + 1, head);
    await owner.query('UPDATE es.log SET log_id = $1', [logId]);
    await comeHome(owner);
    await owner.query(`UPDATE es.relay SET pos = 0, leaf_hash = ''`);
    // Its checkpoints were signed in the name of the other log; the tree over the same events is signed anew.
    await owner.query('ALTER TABLE es.checkpoint DISABLE TRIGGER append_only; DELETE FROM es.checkpoint; ALTER TABLE es.checkpoint ENABLE TRIGGER append_only');
    for (const schema of schemas) {
      const named = `SET consumer = $2 || substr(consumer, length($1) + 1), log_id = $2, topic = $3`;
      await owner.query(`UPDATE ${schema}.high_water ${named}, next_offset = 0 WHERE log_id = $1`, [log.logId, logId, topicOf(logId)]);
      await owner.query(`UPDATE ${schema}.parked ${named} WHERE log_id = $1`, [log.logId, logId, topicOf(logId)]);
    }
    await calm(owner);
    const { by, reason, now: at } = said;
    await record(owner, log.bornAs, { type: 'LogCopied', at, by, reason, epoch: n, copyOf: log.logId, logId, upTo: String(head) }, said);
  });
  return n;
}

async function openEpoch(owner: ClientBase, n: number, from: number, lostTo: number): Promise<void> {
  const epoch = randomUUID();
  await owner.query('INSERT INTO es.epoch(n, epoch, from_pos, lost_to) VALUES ($1, $2, $3, $4)', [n, epoch, from, lostTo]);
  await owner.query('UPDATE es.log SET log_epoch = $1', [epoch]);
}

async function assertNotConsumed(owner: ClientBase, schemas: readonly string[], logId: string, common: number): Promise<void> {
  for (const schema of schemas) {
    const { rowCount } = await owner.query(`SELECT 1 FROM ${schema}.high_water WHERE log_id = $1 AND pos > $2 LIMIT 1`, [logId, common]);
    if (rowCount) throw refuse('LOG_CONSUMED', { service: schema });
  }
}
