import pg from 'pg';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { freshDatabase } from '../../test/stack.js';
import { readLineage } from './lineage.js';
import { isAtHome, openLog, promoted, sweepCommandKeys } from './log.js';
import { migrate } from './migrate.js';
import type { Store } from './specimen.js';
import { command, freshStore } from './specimen.js';

describe('The migration', () => {
  it('makes one log, however often and from however many processes it runs', async () => {
    const { pool, drop } = await freshDatabase();
    await expect(openLog(pool)).rejects.toThrow();
    const clients = await Promise.all(Array.from({ length: 4 }, () => pool.connect()));
    await Promise.all(clients.map((client, index) => migrate(client, { logId: `log-${index}` })));
    const log = await openLog(pool);
    expect(log).toEqual({ logId: expect.stringMatching(/^log-[0-3]$/), logEpoch: expect.stringMatching(/^[0-9a-f-]{36}$/), bornAs: log.logId });
    expect((await readLineage(pool)).epochs).toEqual([{ n: 0, epoch: log.logEpoch, from: 1n, lostTo: 0n }]);
    await pool.query("UPDATE es.migration SET digest = 'of another release'");
    await migrate(clients[0]!, { logId: 'late' });
    expect(await openLog(pool)).toEqual(log);
    expect((await pool.query('SELECT name FROM es.lease ORDER BY 1')).rows).toEqual([{ name: 'clocks' }, { name: 'relay' }, { name: 'seal' }, { name: 'verify' }]);
    await expect(migrate(clients[0]!, { logId: '../x' })).rejects.toThrow('logId');
    for (const client of clients) client.release();
    await drop();
  });
});

describe('A database that is not where the log lives', () => {
  let store: Store;
  beforeAll(async () => { store = await freshStore(); });
  afterAll(() => store.drop());
  const moved = (home: string) => store.owner.query(`UPDATE es.log SET home = ${home}`);

  it.each([['another timeline, after a failover', `left(es.here(), -8) || '000000FF'`, true], ['another database', `regexp_replace(es.here(), '/.*/', '/1/')`, false], ['another server', `'1' || es.here()`, false]])(
    'as of %s stores nothing; the log may be told to live there by the relay: %s', async (_, home, mayReturn) => {
      await moved('es.here()');
      expect([await isAtHome(store.pool), await promoted(store.pool)]).toEqual([true, true]);
      await moved(home);
      expect(await isAtHome(store.pool)).toBe(false);
      const before = (await store.pool.query('SELECT 1 FROM es.events')).rowCount;
      await expect(store.appender.append(command(0))).rejects.toMatchObject({ name: 'StoreUnavailable', code: '55000' });
      expect((await store.pool.query('SELECT 1 FROM es.events')).rowCount).toBe(before);
      expect([await promoted(store.pool), await isAtHome(store.pool)]).toEqual([mayReturn, mayReturn]);
      await moved('es.here()');
      expect(await store.appender.append(command(0))).toMatchObject({ outcome: 'appended' });
    });
});

describe('The services\' role', () => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore();
    await store.appender.append(command(0, {
      key: { source: 'door', key: 'old', mac: Buffer.alloc(32) }, claims: [{ space: 's', value: 'v' }], arms: [{ id: uuidv7(), kind: 'K', due: '2026-03-02T00:00:00+08:00', note: '' }],
    }));
  });
  afterAll(() => store.drop());

  it.each(['events', 'epoch', 'streams', 'command_keys', 'claims', 'clocks', 'log'])('cannot write es.%s but through the append function (test 12)', async (table) => {
    const { rows: [column] } = await store.owner.query<{ name: string }>("SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1", [`es.${table}`]);
    for (const statement of [`INSERT INTO es.${table} SELECT * FROM es.${table}`, `UPDATE es.${table} SET ${column!.name} = ${column!.name}`, `DELETE FROM es.${table}`, `TRUNCATE es.${table}`]) {
      await expect(store.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await store.pool.query(`SELECT 1 FROM es.${table}`)).rowCount).toBe(1);
  });

  it('cannot change the schema, the trigger or the function (test 12)', async () => {
    for (const statement of ['DROP TRIGGER append_only ON es.events', 'ALTER TABLE es.events DISABLE TRIGGER ALL', 'CREATE TABLE es.mine()', 'DROP FUNCTION es.append_batch', 'SET session_replication_role = replica']) {
      const client = new pg.Client({ connectionString: store.url });
      await client.connect();
      await client.query(`CREATE ROLE ${ROLE} LOGIN IN ROLE anxin_app`);
      await client.query(`SET SESSION AUTHORIZATION ${ROLE}`);
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      await client.query(`RESET SESSION AUTHORIZATION; DROP ROLE ${ROLE}`);
      await client.end();
    }
  });
  const ROLE = `t_role_${uuidv7().slice(-12)}`;

  it.each(['UPDATE es.events SET data = data', 'DELETE FROM es.events', 'TRUNCATE es.events', 'SET session_replication_role = replica; DELETE FROM es.events'])('is not alone: the owner, too, is refused %s (test 12)', async (statement) => {
    const client = await store.owner.connect();
    await expect(client.query(statement)).rejects.toThrow('append-only');
    client.release(true);
    expect((await store.pool.query('SELECT 1 FROM es.events')).rowCount).toBe(1);
  });

  it('forgets command keys only past their retention', async () => {
    expect(await sweepCommandKeys(store.pool, '2000-01-01T00:00:00+08:00')).toBe(0);
    expect(await sweepCommandKeys(store.pool, '2999-01-01T00:00:00+08:00')).toBe(1);
    expect((await store.pool.query('SELECT 1 FROM es.command_keys')).rowCount).toBe(0);
  });
});
