import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { freshDatabase } from '../../test/stack.js';
import { Keyring, piiTables, SubjectErased } from './keyring.js';
import { seal } from './seal.js';

const kek = { id: 'k1', key: randomBytes(32) };
let database: Awaited<ReturnType<typeof freshDatabase>>;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = database.pool;
  await pool.query(piiTables);
  await pool.query(piiTables); // Twice does no harm.
});
afterAll(() => database.drop());

describe("A person's key", () => {
  it('is made once, however often and wherever it is asked for', async () => {
    const subject = randomUUID();
    const here = new Keyring(pool, kek);
    const there = new Keyring(pool, kek);
    const made = await Promise.all([here.create([subject]), there.create([subject]), here.create([subject, randomUUID()]), there.create([subject])]);
    expect(new Set(made.map((deks) => deks.get(subject)!.toString('hex'))).size).toBe(1);
    expect((await new Keyring(pool, kek).deksOf([subject])).get(subject)).toEqual(made[0]!.get(subject));
  });

  it('is durable when it is given out, and stored only wrapped', async () => {
    const subject = randomUUID();
    const dek = (await new Keyring(pool, kek).create([subject])).get(subject)!;
    const { rows } = await pool.query('SELECT wrapped_dek, kek_id, created_at, erased_at FROM pii.subject_key WHERE subject_id = $1', [subject]);
    expect(rows).toEqual([{ wrapped_dek: expect.any(Buffer), kek_id: 'k1', created_at: expect.any(Date), erased_at: null }]);
    expect(rows[0].wrapped_dek.includes(dek)).toBe(false);
  });

  it('is stored together with those that are asked for meanwhile', async () => {
    let statements = 0;
    const counting = new Proxy(pool, { get: (target, name) => name === 'query' ? (...given: never[]) => { statements++; return target.query(...(given as [never])); } : Reflect.get(target, name) });
    const keyring = new Keyring(counting, kek);
    const subjects = Array.from({ length: 500 }, () => randomUUID());
    const made = await Promise.all(subjects.map((subject) => keyring.create([subject])));
    expect(new Set(made.map((deks, i) => deks.get(subjects[i]!)!.toString('hex'))).size).toBe(500);
    expect(statements).toBeLessThanOrEqual(3);
  });

  it('fails for all who wait when the database fails, and is made by the next try', async () => {
    let broken = true;
    const failing = new Proxy(pool, { get: (target, name) => name === 'query' && broken ? () => Promise.reject(new Error('away')) : Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name) });
    const keyring = new Keyring(failing, kek);
    const subjects = [randomUUID(), randomUUID()];
    for (const outcome of await Promise.allSettled(subjects.map((subject) => keyring.create([subject])))) expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'away' } });
    broken = false;
    expect((await keyring.create(subjects)).size).toBe(2);
  });

  it('is not made for what is no id, and the others of its batch do not suffer', async () => {
    const keyring = new Keyring(pool, kek);
    const [good, bad] = await Promise.allSettled([keyring.create([randomUUID()]), keyring.create(["'; DROP SCHEMA pii; --"])]);
    expect([good!.status, bad!.status]).toEqual(['fulfilled', 'rejected']);
  });

  it('opens with no other master key, and with no other person\'s row', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await new Keyring(pool, kek).create([one, two]);
    await expect(new Keyring(pool, { id: 'k1', key: randomBytes(32) }).deksOf([one])).rejects.toThrow();
    await expect(new Keyring(pool, { id: 'k9', key: kek.key }).deksOf([one])).rejects.toThrow('The master key k1 is not configured.');
    await pool.query('UPDATE pii.subject_key SET wrapped_dek = (SELECT wrapped_dek FROM pii.subject_key WHERE subject_id = $2) WHERE subject_id = $1', [one, two]);
    await expect(new Keyring(pool, kek).deksOf([one])).rejects.toThrow();
  });

  it('is wrapped anew when the master key changes, and the old one can go', async () => {
    const subject = randomUUID();
    const dek = (await new Keyring(pool, kek).create([subject])).get(subject);
    await pool.query("DELETE FROM pii.subject_key WHERE subject_id <> $1", [subject]); // The test before left a row that nothing opens.
    const next = { id: 'k2', key: randomBytes(32) };
    const both = new Keyring(pool, next, [kek]);
    expect((await both.deksOf([subject])).get(subject)).toEqual(dek);
    while ((await both.rewrap(100)) > 0);
    expect((await new Keyring(pool, next).deksOf([subject])).get(subject)).toEqual(dek);
  });
});

describe('An erased person', () => {
  it('reads as null in every field, and others do not', async () => {
    const keyring = new Keyring(pool, kek);
    const [gone, stays] = [randomUUID(), randomUUID()];
    const deks = await keyring.create([gone, stays]);
    const fields = [seal(deks.get(gone)!, gone, 'name', '张测试'), seal(deks.get(stays)!, stays, 'name', '李测试'), seal(deks.get(gone)!, gone, 'phone', '10000000001')];
    expect(await keyring.open(fields)).toEqual(['张测试', '李测试', '10000000001']);
    expect(await keyring.erase(gone)).toBe(true);
    expect(await keyring.open(fields)).toEqual([null, '李测试', null]);
    expect(await new Keyring(pool, kek).open(fields)).toEqual([null, '李测试', null]);
    expect(await keyring.erase(gone)).toBe(false);
    expect(await keyring.erase(randomUUID())).toBe(false);
  });

  it('cannot be found any more', async () => {
    const keyring = new Keyring(pool, kek);
    const [gone, stays] = [randomUUID(), randomUUID()];
    await keyring.create([gone, stays]);
    for (const subject of [gone, stays]) await pool.query('INSERT INTO pii.blind_index VALUES ($1, $2, $3, $4)', ['phone', randomBytes(32), subject, randomUUID()]);
    await keyring.erase(gone);
    const { rows } = await pool.query('SELECT subject_id FROM pii.blind_index WHERE subject_id = ANY($1)', [[gone, stays]]);
    expect(rows).toEqual([{ subject_id: stays }]);
  });

  it('gets no new key', async () => {
    const keyring = new Keyring(pool, kek);
    const subject = randomUUID();
    await keyring.create([subject]);
    await keyring.erase(subject);
    await expect(keyring.create([subject])).rejects.toThrow(SubjectErased);
    expect((await pool.query('SELECT 1 FROM pii.subject_key WHERE subject_id = $1 AND wrapped_dek IS NULL AND erased_at IS NOT NULL', [subject])).rowCount).toBe(1);
  });

  it('is forgotten by other processes at the latest when their memory runs out', async () => {
    const other = new Keyring(pool, kek, [], { cachedMax: 10, cachedForMs: 50 });
    const subject = randomUUID();
    await other.create([subject]);
    await new Keyring(pool, kek).erase(subject);
    expect((await other.deksOf([subject])).size).toBe(1); // What the limit allows, until an event tells it to forget.
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await other.deksOf([subject])).size).toBe(0);
  });

  it('is not remembered by a reading that was under way', async () => {
    const subject = randomUUID();
    await new Keyring(pool, kek).create([subject]);
    let release: () => void = () => undefined;
    const slow = new Proxy(pool, { get: (target, name) => name === 'query' ? async (text: string, values: never) => {
      const answer = await target.query(text, values);
      if (text.startsWith('SELECT')) await new Promise<void>((resolve) => { release = resolve; });
      return answer;
    } : Reflect.get(target, name) });
    const keyring = new Keyring(slow, kek);
    const reading = keyring.deksOf([subject]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await keyring.erase(subject);
    release();
    await reading;
    const again = keyring.deksOf([subject]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    release();
    expect((await again).size).toBe(0);
  });
});

it('The memory of keys stays bounded, and keeps those used last', async () => {
  const keyring = new Keyring(pool, kek, [], { cachedMax: 3, cachedForMs: 60_000 });
  const subjects = Array.from({ length: 4 }, () => randomUUID());
  await keyring.create(subjects.slice(0, 3).sort());
  const [first] = subjects.slice(0, 3).sort();
  await keyring.deksOf([first!]);
  await keyring.create([subjects[3]!]);
  await pool.query('UPDATE pii.subject_key SET wrapped_dek = NULL, erased_at = now() WHERE subject_id = ANY($1)', [subjects]); // What is still answered comes from memory.
  expect([...(await keyring.deksOf(subjects)).keys()].sort()).toEqual([...subjects.slice(0, 3).sort().filter((_, i) => i !== 1), subjects[3]].sort());
});
