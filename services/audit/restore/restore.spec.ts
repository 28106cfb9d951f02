import pg from 'pg';
import '#libs/contracts/catalogue.js';
import { leavesAfter, storeCheckpoint } from '#libs/event-store/checkpoints.js';
import { readRows } from '#libs/event-store/read.js';
import { signedCheckpoint } from '#libs/merkle/checkpoint.js';
import { entryOf, leafHash } from '#libs/merkle/entry.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { Frontier, HASH_BYTES } from '#libs/merkle/tiles.js';
import { messageOf } from '#libs/messaging/cloud-event.js';
import { consumerTables } from '#libs/messaging/consumer-tables.js';
import { noteMessage } from '#libs/messaging/relay-note.js';
import { ensureTopics } from '#libs/messaging/topics.js';
import { openLog } from '#libs/event-store/log.js';
import { piiTables } from '#libs/security/keyring.js';
import type { FreshLog } from '../../../test/fresh-log.js';
import { freshLog } from '../../../test/fresh-log.js';
import { WitnessTopic } from '../log/witness-topic.js';
import { adopt } from './adopt.js';
import { fork } from './fork.js';
import { look, missing } from './outside.js';

/** Ten events are published, eight of them sealed and witnessed; then the database comes back as it was after six. */
describe('A log that came back shorter', () => {
  let log: FreshLog;
  let owner: pg.Client;
  let before: string[];
  let cases: string[];
  const signer = signerOf(newSigningKey('log.test/restored').privateKey);
  const said = { by: 'operator:test', reason: '演练', now: '2026-03-02T10:15:00+08:00' } as const;
  const nothing = () => Promise.resolve();
  const looked = () => look({ pool: log.pool, transport: log.transport, verifiers: [signer.verifier], witnesses: [] });
  const all = async () => (await readRows(log.pool, '0', 100)).map((row) => `${row.position} ${row.leafHash.toString('hex')} ${leafHash(entryOf(row)).toString('hex')}`);

  async function noteOf(size: number): Promise<{ size: number; root: Buffer; note: string }> {
    const frontier = new Frontier();
    const leaves = await leavesAfter(log.pool, 0, size);
    for (let at = 0; at < leaves.length; at += HASH_BYTES) frontier.push(leaves.subarray(at, at + HASH_BYTES));
    return { size, root: frontier.root(), note: signedCheckpoint({ origin: 'log.test/restored', size, root: frontier.root() }, [signer]) };
  }

  beforeEach(async () => {
    log = await freshLog();
    await log.pool.query(`${piiTables}; ${consumerTables('svc')}`);
    cases = await log.fill(5, 2);
    await ensureTopics(log.transport, log.logId, '0');
    const [known, rows] = [await openLog(log.pool), await readRows(log.pool, '0', 100)];
    await log.transport.publish([...rows.map((row) => messageOf(row, known.logEpoch, log.topic)), noteMessage(known, rows.at(-1)!)]);
    const witness = new WitnessTopic(log.transport, log.logId);
    await witness.tail();
    await witness.publish([await noteOf(4), await noteOf(8)]);
    await storeCheckpoint(log.pool, await noteOf(4));
    before = await all();
    await log.pool.query(`ALTER TABLE es.events DISABLE TRIGGER ALL; DELETE FROM es.events WHERE pos > 6; UPDATE es.streams s SET version = (SELECT max(version) FROM es.events e WHERE e.stream_id = s.stream_id)`);
    owner = new pg.Client({ connectionString: log.url });
    await owner.connect();
  });
  afterEach(async () => {
    await owner.end();
    await log.drop();
  });

  it('gets back byte for byte what was sealed, and what was only published where somebody says so', async () => {
    const standing = await looked();
    expect([missing(standing), standing.found.length, standing.provenTo, standing.known]).toEqual([4, 4, 8, 10]);
    await expect(adopt(owner, standing, nothing, said)).rejects.toMatchObject({ code: 'LOG_UNPROVEN', details: { from: 9, to: 10 } });
    expect(await adopt(owner, standing, nothing, said, { unsealed: true })).toEqual({ events: 4, stillMissing: 0, keysMissing: 0 });
    expect((await all()).slice(0, 10)).toEqual(before);
    expect((await log.pool.query('SELECT 1 FROM es.checkpoint WHERE size = 8')).rowCount).toBe(1);
    await log.append(log.next(cases.slice(0, 1), 2)); // The streams stand where their events do.
    const after = await looked();
    await expect(fork(owner, after, ['svc'], nothing, said, 0)).rejects.toMatchObject({ code: 'LOG_NOTHING_LOST' });
    await log.append(log.next(cases.slice(1, 2), 2));
    await expect(adopt(owner, after, nothing, said)).rejects.toMatchObject({ code: 'LOG_CHANGED_MEANWHILE' });
  });

  it('takes nothing from the topic that does not make the root that was signed', async () => {
    const [known, last] = [await openLog(log.pool), (await looked()).found[1]!];
    const forged = { ...last.stored, data: '{"n":99}' };
    await log.transport.publish([messageOf({ ...forged, position: '8', logId: log.logId, leafHash: leafHash(entryOf(forged)) }, known.logEpoch, log.topic)]);
    const standing = await looked();
    expect([missing(standing), standing.found.length, standing.provenTo]).toEqual([4, 0, 6]);
    expect(await adopt(owner, standing, nothing, said)).toMatchObject({ events: 0, stillMissing: 4 });
    expect(await all()).toEqual(before.slice(0, 6));
  });

  it('that went on meanwhile can only be forked, and keeps what it stored', async () => {
    await log.append(log.next(cases.slice(1, 2), 2).map((command) => ({ ...command, expected: 1 })).concat(log.next(await Promise.resolve(['0190b0a2-7b6e-7d11-9c51-0a2f6e6c7a11']), 0)));
    const standing = await looked();
    expect([standing.common, standing.head, missing(standing)]).toEqual([6, 8, 4]);
    await expect(adopt(owner, standing, nothing, said, { unsealed: true })).rejects.toMatchObject({ code: 'LOG_WENT_ON' });
    expect(await fork(owner, standing, ['svc'], nothing, said, 4)).toEqual({ epoch: 1, from: 7, lost: 4 });
    const after = await looked();
    expect([after.head, missing(after), after.lineage.current.n]).toEqual([9, 0, 1]);
  });

  it('is not forked where read tables have taken in what would be given up', async () => {
    await log.pool.query(`INSERT INTO svc.high_water VALUES ('c', $1, 0, $2, (SELECT log_epoch FROM es.log), 7, 1)`, [log.topic, log.logId]);
    await expect(fork(owner, await looked(), ['svc'], nothing, said, 4)).rejects.toMatchObject({ code: 'LOG_CONSUMED' });
    expect((await log.pool.query('SELECT 1 FROM es.epoch')).rowCount).toBe(1);
  });

  it('is told apart from one that was changed below its own checkpoint, and from one of before a fork', async () => {
    const row = (await readRows(log.pool, '2', 1))[0]!;
    const changed = { ...row, data: '{"n":77}' };
    await log.pool.query(`UPDATE es.events SET data = $1, leaf_hash = $2 WHERE pos = 3`, [changed.data, leafHash(entryOf(changed))]);
    await expect(looked()).rejects.toMatchObject({ code: 'LOG_SEALED_OTHERWISE' });
    await log.transport.publish([noteMessage({ ...(await openLog(log.pool)), logEpoch: '0190b0a2-7b6e-4d11-9c51-0a2f6e6c7a11' }, row)]);
    await expect(looked()).rejects.toMatchObject({ code: 'LOG_OLDER_THAN_FORK' });
  });
});
