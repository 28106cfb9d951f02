import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { symbols } from 'pino';
import { log } from '#libs/runtime/logger.js';
import { orphansIn } from '../../services/intake/evidence/sweep.js';
import { FolderStore } from '../../services/intake/evidence/storage/folder-store.js';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { wholeText } from '../whole-database.js';
import { send } from '../work-orders.js';

const NOW = '2026-03-02T10:20:00+08:00';
const NAME = '龘子彧的欠条.jpg';
/** A test sample that every scanner reports and that does no harm (eicar.org); in two parts, so that no scanner takes this file for it. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1');
const jpeg = (size = 2000): Buffer => Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), randomBytes(size - 4)]);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { code?: string; errors?: { field: string }[] }; readonly headers: Headers }

describe('Evidence', () => {
  let app: App;
  let clamd: Clamd;
  const lines: string[] = [];

  beforeAll(async () => {
    Object.assign(log as never as Record<symbol, unknown>, { [symbols.streamSym]: { write: (line: string) => lines.push(line) } });
    log.level = 'info';
    clamd = await startClamd();
    app = await startApp({ now: NOW, more: { EVIDENCE_BYTES_MAX: '65536', EVIDENCE_OF_CASE_MAX: '4', CLAMAV_URL: `tcp://127.0.0.1:${clamd.port}` } });
  });
  afterAll(async () => {
    await app?.stop();
    await clamd?.stop();
  });

  const file = async (): Promise<{ caseId: string; code: string }> => {
    const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, {
      externalId: randomBytes(6).toString('hex'), receivedAt: '2026-03-02T10:15:00+08:00', division: '439901', category: 'D01', text: '三个月工资未发。',
      requester: { name: '龘子彧', phone: `139${randomBytes(4).readUInt32BE() % 90000000 + 10000000}` }, facts: { workers: 1, amount: 18000 },
    });
    return { caseId: json['caseId'] as string, code: json['trackingCode'] as string };
  };
  const upload = async (path: string, parts: readonly (readonly [string, Buffer | string, string?])[], token?: string): Promise<Answer> => {
    const form = new FormData();
    for (const [name, value, fileName] of parts) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, new Blob([new Uint8Array(value)]), fileName);
    }
    const response = await fetch(app.url + path, { method: 'POST', body: form, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
    return { status: response.status, json: (await response.json()) as Answer['json'], headers: response.headers };
  };
  const add = async (caseId: string, bytes: Buffer, name = NAME, role = 'officer', division = '439900'): Promise<Answer> =>
    upload(`/v1/intake/cases/${caseId}/evidence`, [['kind', 'debtNote'], ['file', bytes, name]], await app.token(role, division));
  const read = async (caseId: string, id: string, role = 'officer', division = '439900'): Promise<Response> =>
    fetch(`${app.url}/v1/intake/cases/${caseId}/evidence/${id}`, { headers: { authorization: `Bearer ${await app.token(role, division)}` } });
  const events = async (caseId: string): Promise<{ type: string; data: Record<string, unknown>; meta: { actor: string } }[]> =>
    (await app.office.get<{ events: { type: string; data: Record<string, unknown>; meta: { actor: string } }[] }>('supervisor', `/v1/cases/${caseId}/history`)).events.filter(({ type }) => /evidence/.test(type));
  const stored = async (): Promise<string[]> => (await readdir(app.environment['EVIDENCE_STORE']!, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

  it('is kept sealed, found again whole, and each reading is on record', async () => {
    const { caseId } = await file();
    const bytes = jpeg();
    const { status, json } = await add(caseId, bytes);
    expect([status, json]).toEqual([201, { evidence: expect.stringMatching(/^[0-9a-f-]{36}$/), position: expect.any(String), sha256: sha256(bytes), outcome: 'added' }]);
    const id = json['evidence'] as string;
    const [added] = await events(caseId);
    expect(added).toMatchObject({ type: 'intake.evidence-added.v1', data: { evidence: id, kind: 'debtNote', mediaType: 'image/jpeg', size: bytes.length, scan: 'clean', byCode: false }, meta: { actor: 'officer:officer-439900' } });
    const [path] = (await stored()).filter((each) => each.endsWith(id));
    const sealed = await readFile(path!);
    expect([sha256(sealed), sealed.includes(bytes.subarray(0, 16))]).toEqual([added!.data['sha256'], false]);
    expect(JSON.stringify(added)).not.toContain(sha256(bytes)); // A plain hash would confirm a guess for ever.
    const answer = await read(caseId, id, 'arbitrator');
    expect([answer.status, Buffer.from(await answer.arrayBuffer()).equals(bytes)]).toEqual([200, true]);
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'cache-control', 'content-disposition'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
      'content-disposition': `attachment; filename="evidence-${id.slice(-12)}.jpg"; filename*=UTF-8''${encodeURIComponent(NAME)}`,
    });
    expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
    expect((await events(caseId)).at(-1)).toMatchObject({ type: 'intake.evidence-read.v1', data: { evidence: id, by: 'arbitrator:arbitrator-439900' } });
  });

  it('handed in again is the same piece; withdrawn, it counts no more, and stays', async () => {
    const { caseId } = await file();
    const bytes = jpeg();
    const first = await add(caseId, bytes);
    const again = await add(caseId, bytes, '另一名字.jpeg', 'inspector');
    expect(again.json).toMatchObject({ evidence: first.json['evidence'], outcome: 'unchanged' });
    expect(await events(caseId)).toHaveLength(1);
    const other = await file();
    expect((await add(other.caseId, bytes)).json['outcome']).toBe('added'); // Of another case it is another piece.
    const step = { evidence: first.json['evidence'], reason: '照片不清' };
    await app.office.do('officer', caseId, 'intake/withdraw-evidence', step);
    expect((await app.office.do('officer', caseId, 'intake/withdraw-evidence', step)).outcome).toBe('unchanged');
    expect((await read(caseId, first.json['evidence'] as string)).status).toBe(200);
    const clear = await add(caseId, bytes);
    expect(clear.json['outcome']).toBe('added');
    await expect(app.office.do('officer', caseId, 'intake/withdraw-evidence', { ...step, evidence: clear.json['evidence'], replacedBy: first.json['evidence'] })).rejects.toThrow('REPLACEMENT_UNKNOWN');
    const { evidence } = await app.office.get<{ evidence: Record<string, unknown>[] }>('supervisor', `/v1/intake/cases/${caseId}/evidence`);
    expect(evidence.map(({ withdrawn }) => withdrawn !== null)).toEqual([true, false]);
    expect(Object.keys(evidence[0]!)).not.toContain('name');
  });

  it('is refused where it is too large, empty, of another kind, or one too many, and then nothing is kept', async () => {
    const { caseId } = await file();
    const before = await stored();
    const path = `/v1/intake/cases/${caseId}/evidence`;
    const token = await app.token('officer');
    expect(await add(caseId, jpeg(65_537))).toMatchObject({ status: 413, json: { code: 'PAYLOAD_TOO_LARGE', detail: '请求内容不得超过64 KiB。' } });
    expect(await add(caseId, jpeg(200_000))).toMatchObject({ status: 413 });
    expect(await add(caseId, Buffer.alloc(0))).toMatchObject({ status: 400, json: { errors: [{ field: 'file' }] } });
    expect(await add(caseId, Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'a.jpg')).toMatchObject({ status: 422, json: { code: 'EVIDENCE_TYPE_NOT_ALLOWED' } });
    expect(await add(caseId, jpeg(), 'a.pdf')).toMatchObject({ status: 422, json: { code: 'EVIDENCE_TYPE_DIFFERS' } });
    expect(await add(caseId, jpeg(), 'a.jpg.exe')).toMatchObject({ status: 422, json: { code: 'EVIDENCE_TYPE_DIFFERS' } });
    expect(await upload(path, [['kind', 'gold'], ['file', jpeg(), NAME]], token)).toMatchObject({ status: 400, json: { errors: [{ field: 'kind' }] } });
    expect(await upload(path, [['kind', 'photo']], token)).toMatchObject({ status: 400, json: { errors: [{ field: 'file' }] } });
    expect(await upload(path, [['file', jpeg(), NAME], ['file', jpeg(), NAME]], token)).toMatchObject({ status: 400, json: { errors: [{ field: 'file' }] } });
    expect(await upload(path, [['caseId', '1'], ['file', jpeg(), NAME]], token)).toMatchObject({ status: 400 });
    for (const [type, body] of [['application/json', '{}'], ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="龘.jpg"\r\n\r\nabc'], ['multipart/form-data', 'x']]) {
      const answer = await fetch(app.url + path, { method: 'POST', body: body!, headers: { 'content-type': type!, authorization: `Bearer ${token}` } });
      expect([type, answer.status]).toEqual([type, 400]);
    }
    expect(await stored()).toEqual(before);
    expect(await events(caseId)).toEqual([]);
    for (let n = 0; n < 4; n++) expect((await add(caseId, jpeg())).status).toBe(201);
    expect(await add(caseId, jpeg())).toMatchObject({ status: 409, json: { code: 'EVIDENCE_TOO_MANY' } });
    expect(await stored()).toHaveLength(before.length + 4);
  });

  it('that is infected is refused; while the scanner is away nothing is taken', async () => {
    const { caseId } = await file();
    const before = await stored();
    expect(await add(caseId, EICAR, '说明.txt')).toMatchObject({ status: 422, json: { code: 'EVIDENCE_INFECTED', details: { signature: 'Win.Test.EICAR_HDB-1' } } });
    await clamd.stop();
    const away = await add(caseId, jpeg());
    expect([away.status, away.json.code, away.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '5']);
    await clamd.start('stream: size limit exceeded ERROR');
    expect(await add(caseId, jpeg())).toMatchObject({ status: 503 });
    await clamd.stop();
    await clamd.start();
    expect([await stored(), await events(caseId)]).toEqual([before, []]);
    expect((await add(caseId, jpeg())).status).toBe(201);
  });

  it('of a case elsewhere, or of another person, is not there', async () => {
    const { caseId } = await file();
    const other = await file();
    const id = (await add(caseId, jpeg())).json['evidence'] as string;
    expect([await add(caseId, jpeg(), NAME, 'officer', '110000'), await add(caseId, jpeg(), NAME, 'worker')]).toMatchObject([{ status: 404, json: { code: 'NO_SUCH_CASE' } }, { status: 404, json: { code: 'NO_SUCH_CASE' } }]);
    expect([(await read(caseId, id, 'officer', '110000')).status, (await read(other.caseId, id)).status, (await read(caseId, 'x')).status, (await read('x', id)).status]).toEqual([404, 404, 404, 404]);
    expect([(await read(caseId, id, 'worker')).status, (await read(caseId, id, 'supervisor')).status, (await read(caseId, id, 'operator')).status]).toEqual([403, 403, 403]);
    expect((await upload(`/v1/intake/cases/${caseId}/evidence`, [['file', jpeg(), NAME]])).status).toBe(401);
    expect((await events(caseId)).map(({ type }) => type)).toEqual(['intake.evidence-added.v1']);
    const subject = (await app.database.query<{ subject: string }>(`SELECT data::jsonb #>> '{requester,subject}' AS subject FROM es.events WHERE stream_id = $1`, [`claim/${caseId}`])).rows[0]!.subject;
    const own = await tokenFor(app.issuer, { id: subject, role: 'worker', division: '439900' });
    expect((await upload(`/v1/intake/cases/${caseId}/evidence`, [['file', jpeg(), NAME]], own)).status).toBe(201);
    expect((await upload(`/v1/intake/cases/${other.caseId}/evidence`, [['file', jpeg(), NAME]], own)).status).toBe(404);
    const withdraw = async (evidence: string) => (await fetch(`${app.url}/v1/intake/cases/${caseId}/commands/withdraw-evidence`, { method: 'POST', headers: { authorization: `Bearer ${own}`, 'content-type': 'application/json' }, body: JSON.stringify({ evidence, reason: '误传' }) })).json() as Promise<{ code?: string; outcome?: string }>;
    expect(await withdraw(id)).toMatchObject({ code: 'EVIDENCE_NOT_YOURS' });
    expect(await withdraw((await events(caseId)).at(-1)!.data['evidence'] as string)).toMatchObject({ outcome: 'appended' });
  });

  it('comes in by tracking code too, adds only, and the code is not to be guessed there', async () => {
    const { caseId, code } = await file();
    const bytes = jpeg();
    const byCode = (body: Buffer, at = code) => upload(`/v1/track/${at}/evidence`, [['kind', 'photo'], ['file', body, NAME]]);
    expect(await byCode(bytes)).toMatchObject({ status: 201, json: { sha256: sha256(bytes), outcome: 'added' } });
    expect(await byCode(bytes)).toMatchObject({ status: 201, json: { outcome: 'unchanged' } });
    expect((await events(caseId)).map(({ data, meta }) => [data['byCode'], meta.actor])).toEqual([[true, 'worker:tracking-code']]);
    expect((await fetch(`${app.url}/v1/track/${code}/evidence`)).status).toBe(404);
    const answers: number[] = [];
    for (let n = 0; n < 20; n++) answers.push((await byCode(bytes, 'AAAAAAAAAA')).status);
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
    expect((await byCode(bytes)).json.code).toBe('TOO_MANY_REQUESTS');
  });

  it('takes no form with files at a door that has none', async () => {
    const { caseId } = await file();
    expect((await upload(`/v1/intake/cases/${caseId}/commands/withdraw-claim`, [['reason', 'x']], await app.token('officer'))).status).toBe(415);
  });

  it('that was changed or lost in the store is not given out', async () => {
    const { caseId } = await file();
    const id = (await add(caseId, jpeg())).json['evidence'] as string;
    const [path] = (await stored()).filter((each) => each.endsWith(id));
    const whole = await readFile(path!);
    const changed = Buffer.from(whole);
    changed[100]! ^= 1;
    await writeFile(path!, changed);
    expect((await read(caseId, id)).status).toBe(500);
    await rm(path!);
    expect((await read(caseId, id)).status).toBe(500);
    expect((await events(caseId)).map(({ type }) => type)).toEqual(['intake.evidence-added.v1']);
    await writeFile(path!, whole);
    expect((await read(caseId, id)).status).toBe(200);
  });

  it('without its event is swept when it is old, and no other', async () => {
    const { caseId } = await file();
    await add(caseId, jpeg());
    const folder = await mkdtemp(join(app.environment['EVIDENCE_STORE']!, 'x-')); // Beside the others: only what has an id is a file of the store.
    const store = new FolderStore(app.environment['EVIDENCE_STORE']!);
    const [old, young] = ['01987f3a-6c02-7e94-8fa5-907182031499', '01987f3a-6c02-7e94-8fa5-907182031498'];
    for (const id of [old!, young!]) await store.put(id, Buffer.from('x'));
    await utimes(join(app.environment['EVIDENCE_STORE']!, '99', old!), new Date(0), new Date(0));
    for (const path of await stored()) if (!path.endsWith(young!) && !path.endsWith(old!)) await utimes(path, new Date(0), new Date(0));
    expect(await orphansIn(store, app.running.product.pool, 24)).toEqual([old]);
    await rm(folder, { recursive: true });
  });

  it('is unreadable everywhere once its person is erased', async () => {
    const { caseId, code } = await file();
    const id = (await add(caseId, jpeg())).json['evidence'] as string;
    const subject = (await app.database.query<{ subject: string }>(`SELECT data::jsonb #>> '{requester,subject}' AS subject FROM es.events WHERE stream_id = $1`, [`claim/${caseId}`])).rows[0]!.subject;
    expect(await app.running.product.keyring.erase(subject)).toBe(true);
    const answer = await read(caseId, id);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'EVIDENCE_ERASED']);
    expect(await add(caseId, jpeg())).toMatchObject({ status: 409, json: { code: 'EVIDENCE_ERASED' } });
    expect(code).toHaveLength(10);
  });

  it('leaves no name in a row, a path or a line of the log', async () => {
    const found = [...(await wholeText(app.environment['DATABASE_URL']!))].filter(([, text]) => /龘|彧|欠条|误传|照片不清/.test(text)).map(([table]) => table);
    expect([found, (await stored()).filter((path) => !/\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(path)), lines.filter((line) => /龘|彧|欠条/.test(line))]).toEqual([[], [], []]);
    expect(lines.some((line) => line.includes('infected file refused'))).toBe(true);
  });
});

interface Clamd { readonly port: number; start(says?: string): Promise<void>; stop(): Promise<void> }

/** clamd as far as INSTREAM goes: a TCP server that reads the command and the chunks by their lengths, and knows one signature. There is no clamd here to ask. */
async function startClamd(): Promise<Clamd> {
  let server: Server | undefined;
  let port = 0;
  const start = (says?: string): Promise<void> => new Promise((resolve) => {
    server = createServer((socket) => {
      let heard = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        heard = Buffer.concat([heard, part]);
        if (heard.length < 10 || heard.toString('latin1', 0, 10) !== 'zINSTREAM\0') return;
        const chunks: Buffer[] = [];
        for (let at = 10; heard.length >= at + 4; ) {
          const length = heard.readUInt32BE(at);
          if (length === 0) return void socket.end(`${says ?? `stream: ${Buffer.concat(chunks).includes(EICAR) ? 'Win.Test.EICAR_HDB-1 FOUND' : 'OK'}`}\0`);
          chunks.push(heard.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
    });
    server.listen(port, '127.0.0.1', () => {
      port = (server!.address() as AddressInfo).port;
      resolve();
    });
  });
  await start();
  return { get port() { return port; }, start, stop: () => new Promise((resolve) => { server!.close(() => resolve()); }) };
}
