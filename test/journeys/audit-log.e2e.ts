import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { leafHash } from '#libs/merkle/entry.js';
import { verifierOf } from '#libs/merkle/note.js';
import { verifyConsistency, verifyInclusion } from '#libs/merkle/tree.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { checkedByGo, goVerifier, skippedWithout } from '../go-verifier.js';
import { whenTrue } from '../stack.js';
import { send, someone, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';

/** Orders come in, the log is sealed; then somebody without access to the database asks for proof. */
describe('The log for everybody', () => {
  let app: App;
  let vkey: string;
  const go = goVerifier();

  const get = async (path: string, token?: string): Promise<Response> => fetch(`${app.url}${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  const bytes = async (path: string, token?: string): Promise<Buffer> => {
    const reply = await get(path, token);
    expect([path, reply.status]).toEqual([path, 200]);
    return Buffer.from(await reply.arrayBuffer());
  };
  const checkpoint = async () => openedCheckpoint(String(await bytes('/v1/audit/log/checkpoint')), [verifierOf(vkey)]);
  const file = async (number: string, id = randomUUID(), who = { ...someone, name: `密${number}`, phone: `139000${number}`, idNumber: '' }) => {
    const order = wageOrders['12345']!(number, AT, who) as { caller: Record<string, unknown> };
    const { idCardNo: _, ...caller } = order.caller;
    return send({ url: app.url, channel: '12345', secret: app.secrets['12345']!, id }, { ...order, caller, appealedUnit: { unitName: `测试${number}公司` } });
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const none = await get('/v1/audit/log/checkpoint');
    expect([none.status, (await none.json() as { code: string }).code]).toEqual([404, 'LOG_NOT_SEALED']);
    const first = await file('30000');
    expect([first.status, first.json['checkpoint']]).toEqual([202, undefined]); // Nothing was sealed yet.
    for (let number = 30_001; number < 30_025; number++) expect((await file(String(number))).status).toBe(202);
    await app.settled();
    const head = Number((await app.database.query<{ head: string }>('SELECT max(pos) AS head FROM es.events')).rows[0]!.head);
    await whenTrue(async () => (await get('/v1/audit/log/checkpoint')).status === 200);
    vkey = String(await bytes('/v1/audit/log/key')).trim();
    await whenTrue(async () => (await checkpoint()).size >= head);
  });
  afterAll(() => app?.stop());

  it('shows that it is being sealed, in health and metrics', async () => {
    expect((await (await get('/health/ready')).json() as { workers: object }).workers).toMatchObject({ clocks: 'firing', seal: 'sealing', verify: 'verifying' });
    const metrics = String(await bytes('/metrics'));
    expect(metrics).toMatch(/^anxin_seal_refused 0$/m);
    expect(metrics).toMatch(/^anxin_seal_lag_positions 0$/m);
  });

  it('serves tiles with the type and life that tlog-tiles asks for, and none beyond its size', async () => {
    const { size, root } = await checkpoint();
    expect(size).toBeGreaterThan(256);
    const reply = await get('/v1/audit/log/tile/0/000');
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual([200, 'application/octet-stream', 'public, max-age=31536000, immutable']);
    const note = await get('/v1/audit/log/checkpoint');
    expect([note.headers.get('content-type'), note.headers.get('cache-control')]).toEqual(['text/plain; charset=utf-8', 'no-cache']);
    expect((await bytes('/v1/audit/log/tile/0/000')).length).toBe(8192);
    expect((await bytes('/v1/audit/log/tile/0/000.p/7')).equals((await bytes('/v1/audit/log/tile/0/000')).subarray(0, 7 * 32))).toBe(true);
    expect((await bytes('/v1/audit/log/tile/1/000.p/1')).length).toBe(32);
    expect(root.length).toBe(32);
    for (const path of [`0/${String(Math.floor(size / 256)).padStart(3, '0')}`, '0/999', '1/000', '2/000.p/1', '0/0', '64/000', 'x', '0/000.p/256']) expect([path, (await get(`/v1/audit/log/tile/${path}`)).status]).toEqual([path, 404]);
  });

  it('gives entries to auditors alone', async () => {
    const path = '/v1/audit/log/tile/entries/000';
    expect((await get(path)).status).toBe(401);
    expect((await get(path, await app.token('officer'))).status).toBe(403);
    const bundle = await bytes(path, await app.token('auditor'));
    const hashes = await bytes('/v1/audit/log/tile/0/000');
    let [at, leaf] = [0, 0];
    for (; at < bundle.length; leaf++) {
      const entry = bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at));
      expect(leafHash(entry).equals(hashes.subarray(leaf * 32, leaf * 32 + 32))).toBe(true);
      at += 2 + entry.length;
    }
    expect([at, leaf]).toEqual([bundle.length, 256]);
  });

  it('proves each position, and each beginning, to whoever asks', async () => {
    const proofs: { leafIndex: number; leafHash: string; treeSize: number; rootHash: string; proof: string[]; checkpoint: string }[] = [];
    for (const position of [1, 100, 256, 257]) {
      const proof = JSON.parse(String(await bytes(`/v1/audit/proofs/inclusion?position=${position}`))) as (typeof proofs)[0];
      const { size, root } = openedCheckpoint(proof.checkpoint, [verifierOf(vkey)]);
      expect([proof.leafIndex, proof.treeSize, proof.rootHash]).toEqual([position - 1, size, root.toString('base64')]);
      expect(verifyInclusion({ leafHash: Buffer.from(proof.leafHash, 'base64'), index: position - 1, size, root, proof: proof.proof.map((hash) => Buffer.from(hash, 'base64')) })).toBe(true);
      proofs.push(proof);
    }
    const { size, root } = await checkpoint();
    const { fromRoot, toRoot, proof } = JSON.parse(String(await bytes(`/v1/audit/proofs/consistency?from=100&to=${size}`))) as Record<'fromRoot' | 'toRoot', string> & { proof: string[] };
    expect(toRoot).toBe(root.toString('base64'));
    expect(verifyConsistency({ from: 100, to: size, fromRoot: Buffer.from(fromRoot, 'base64'), toRoot: root, proof: proof.map((hash) => Buffer.from(hash, 'base64')) })).toBe(true);
    for (const [path, status] of [['inclusion', 400], ['inclusion?position=0', 400], ['inclusion?position=x', 400], [`inclusion?position=${size + 999}`, 404], ['consistency?from=9&to=4', 422], [`consistency?from=1&to=${size + 999}`, 422], ['consistency?from=0&to=4', 400]] as const) {
      expect([path, (await get(`/v1/audit/proofs/${path}`)).status]).toEqual([path, status]);
    }
    const codeOf = async (path: string): Promise<string> => (await (await get(`/v1/audit/${path}`)).json() as { code: string }).code;
    expect(await Promise.all(['proofs/inclusion?position=999999', 'proofs/consistency?from=9&to=4', 'log/tile/0/999'].map(codeOf))).toEqual(['NO_SUCH_LEAF', 'LOG_RANGE_INVALID', 'NO_SUCH_TILE']);
  });

  it('gives every channel the newest checkpoint with its receipt, and the same one when the call comes again', async () => {
    const [id, before] = [randomUUID(), (await checkpoint()).size];
    const receipt = await file('30100', id);
    const told = openedCheckpoint(receipt.json['checkpoint'] as string, [verifierOf(vkey)]);
    expect(told.size).toBeGreaterThanOrEqual(before);
    await whenTrue(async () => (await checkpoint()).size > told.size);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await file('30100', id)).json).toEqual(receipt.json);
    const again = await file('30100');
    expect(again.json['checkpoint']).toBe(receipt.json['checkpoint']);
    const { size } = await checkpoint();
    const { fromRoot } = JSON.parse(String(await bytes(`/v1/audit/proofs/consistency?from=${told.size}&to=${size}`))) as { fromRoot: string };
    expect(fromRoot).toBe(told.root.toString('base64')); // What the channel was told is the beginning of what stands now.
  });

  it('is verified by anxin-audit from the database, from the server and from an export; a changed export is found out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anxin-audit-'));
    const token = await app.token('auditor');
    const audit = async (...words: string[]): Promise<{ code: number; out: string }> => {
      const child = spawn(process.execPath, [join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), ...words, '--state', join(folder, 'state.json'), '--json'], { env: { PATH: process.env['PATH'], ANXIN_TOKEN: token }, stdio: ['ignore', 'pipe', 'ignore'] });
      const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
      return { code, out };
    };
    const whole = (out: string): object => JSON.parse(out) as object;
    const server = ['--server', app.url];
    const first = await audit('verify', ...server, '--key', vkey);
    expect([first.code, whole(first.out)]).toEqual([0, expect.objectContaining({ whole: true, firstBadPosition: null, findings: [] })]);
    const again = await audit('verify', '--database', app.environment['DATABASE_URL']!, '--kafka', app.environment['KAFKA_BROKERS']!); // By the key that it remembers.
    expect([again.code, whole(again.out)]).toEqual([0, expect.objectContaining({ whole: true, findings: [] })]);
    expect((await audit('prove', 'inclusion', '7', ...server)).code).toBe(0);
    expect((await audit('prove', 'consistency', '7', '100', ...server)).code).toBe(0);
    const path = join(folder, 'log.export');
    expect(spawnSync(process.execPath, [join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), 'verify'], { stdio: 'ignore' }).status).toBe(2);
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), 'export', ...server, '--key', vkey, '--out', path], { env: { PATH: process.env['PATH'], ANXIN_TOKEN: token }, stdio: 'ignore' });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect((await audit('verify', '--file', path)).code).toBe(0);
    const bytes = readFileSync(path);
    bytes[bytes.indexOf('intake.claim-filed') + 3]! ^= 1;
    writeFileSync(path, bytes);
    const changed = await audit('verify', '--file', path);
    expect([changed.code, whole(changed.out)]).toEqual([1, expect.objectContaining({ whole: false, firstBadPosition: 1 })]);
    rmSync(folder, { recursive: true });
  });

  it('is read, whole, by a client that others wrote in another language', async () => {
    if (skippedWithout(go)) return;
    const { stdout: said } = await promisify(execFile)(go.path!, ['read', `${app.url}/v1/audit/log`, await app.token('auditor'), vkey], { timeout: 60_000 }); // Not in step: the server is this process.
    const [, entries, size] = /^ok: (\d+) of (\d+) entries/.exec(said)!;
    expect([entries, Number(size) > 256]).toEqual([size, true]);
    process.stdout.write(`The client in Go: ${said}`);
  });

  it('and its proofs are accepted there, and refused with one bit turned', async () => {
    if (skippedWithout(go)) return;
    const bundle = await bytes('/v1/audit/log/tile/entries/000', await app.token('auditor'));
    const entry = bundle.subarray(2, 2 + bundle.readUInt16BE(0)).toString('base64');
    const inclusion = JSON.parse(String(await bytes('/v1/audit/proofs/inclusion?position=1'))) as { leafIndex: number; proof: string[]; checkpoint: string };
    const turned = (text: string, at = 5): string => { const raw = Buffer.from(text, 'base64'); raw[at]! ^= 1; return raw.toString('base64'); };
    const spoiled = (proof: readonly string[]): string[][] => proof.map((_, at) => proof.map((hash, other) => (other === at ? turned(hash) : hash)));
    const honest = { vkey, checkpoint: inclusion.checkpoint, leafIndex: 0, entry, proof: inclusion.proof };
    const older = (await app.database.query<{ note: string; size: string }>('SELECT note, size FROM es.checkpoint ORDER BY size LIMIT 1')).rows[0]!;
    const { size } = openedCheckpoint(inclusion.checkpoint, [verifierOf(vkey)]);
    const consistency = JSON.parse(String(await bytes(`/v1/audit/proofs/consistency?from=${older.size}&to=${size}`))) as { proof: string[] };
    const grown = { vkey, checkpoint: inclusion.checkpoint, older: older.note, proof: consistency.proof };
    const said = checkedByGo(go, [
      honest, { ...honest, leafIndex: 1 }, { ...honest, entry: turned(entry) }, ...spoiled(inclusion.proof).map((proof) => ({ ...honest, proof })),
      { ...honest, checkpoint: honest.checkpoint.replace(`\n${size}\n`, `\n${size + 1}\n`) },
      grown, ...spoiled(consistency.proof).map((proof) => ({ ...grown, proof })), { ...grown, checkpoint: older.note, older: inclusion.checkpoint },
    ]);
    const accepted = said.flatMap((line, at) => (line === 'ok' ? at : []));
    expect(accepted).toEqual([0, 4 + inclusion.proof.length]);
    expect(said.filter((line) => line.startsWith('no')).length).toBe(said.length - 2);
  });
});
