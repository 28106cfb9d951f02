import { randomBytes, randomUUID } from 'node:crypto';
import { freePort } from '../../demo/guarded.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { signed } from '../sheets.js';
import { whenTrue } from '../stack.js';
import { someone, wageOrders } from '../work-orders.js';

/** S32 of the sample cases, over two logs: received in 测试区 at 2026-03-03 10:00, worked in 外市, whose log has it on 2026-03-04. */
const FIRST = '2026-03-03T10:00:00+08:00';
const [A_NOW, B_NOW] = ['2026-03-03T10:05:00+08:00', '2026-03-04T09:00:00+08:00'];
const [HERE, THERE] = ['439901', '439800'];
const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const run = randomBytes(4).toString('hex');
const [LOG_A, LOG_B] = [`a-${run}`, `b-${run}`];

interface Shown { readonly caseNumber: string; readonly state: string; readonly orders: readonly { readonly department: string | null; readonly division: string; readonly signed: boolean }[]; readonly clocks: Record<string, { readonly kind: string; readonly due: string; readonly status: string }> }
interface Event { readonly type: string; readonly data: any }

describe('A case that is another region\'s, whose log is another', () => {
  let a: App;
  let b: App | undefined;
  let ports: readonly [number, number];

  beforeAll(async () => {
    ports = [await freePort(), await freePort()];
    a = await startApp({ now: A_NOW, logId: LOG_A, more: { PORT: String(ports[0]), PEER_LOGS: JSON.stringify({ [LOG_B]: { url: `http://127.0.0.1:${ports[1]}`, secrets: [SECRET], divisions: [THERE] } }) } });
  });
  afterAll(async () => {
    await b?.stop();
    await a?.stop();
  });

  const startB = (): Promise<App> => startApp({ now: B_NOW, logId: LOG_B, more: { PORT: String(ports[1]), PEER_LOGS: JSON.stringify({ [LOG_A]: { url: `http://127.0.0.1:${ports[0]}/`, secrets: [SECRET], divisions: ['439900'] } }) } });
  const ask = async <T>(app: App, method: string, path: string, body?: object, { role = 'inspector', division = '000000' } = {}): Promise<T & { status: number }> => {
    const answer = await fetch(`${app.url}/v1/${path}`, { method, ...(body && { body: JSON.stringify(body) }), headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }) } });
    return { status: answer.status, ...(await answer.json() as T) };
  };
  const shown = (app: App, caseId: string): Promise<Shown> => ask<Shown>(app, 'GET', `cases/${caseId}`, undefined, { role: 'supervisor' });
  const eventsOf = async (app: App, caseId: string, like = '%'): Promise<readonly Event[]> =>
    (await app.database.query<Event>(`SELECT type, data::jsonb AS data FROM es.events WHERE case_id = $1 AND type LIKE $2 ORDER BY pos`, [caseId, like])).rows;
  const file = async (): Promise<{ caseId: string; caseNumber: string }> => {
    const order = { ...wageOrders['station']!(randomUUID(), FIRST), origin: '12345', requester: { name: `密${randomUUID().slice(0, 6)}`, phone: '13900007701', onBehalfOf: '密丁卯之妻' }, facts: { workers: 1, amount: 7000, sector: 'E47', callerRegion: HERE, workRegion: THERE } };
    return (await a.hotline('station').file(order)).body;
  };
  /** The case in B that came from a case of A; the newest, where it came twice. */
  const arrived = (caseId: string): Promise<string> => whenTrue(async () => (await b!.database.query<{ case_id: string }>(
    `SELECT case_id FROM es.events WHERE type = 'intake.claim-filed' AND data::jsonb->'cameFrom'->>'caseId' = $1 ORDER BY pos DESC LIMIT 1`, [caseId])).rows[0]?.case_id, 60_000);
  const calls = async (caseId: string): Promise<readonly { status: string; attempts: number; lastProblem: string | null }[]> =>
    (await a.database.query('SELECT status, attempts, "lastProblem" FROM intake.transfer_call WHERE "caseId" = $1 ORDER BY position', [caseId])).rows;
  const told = (caseId: string, type: string): Promise<Event> => whenTrue(async () => (await eventsOf(a, caseId, type)).at(-1), 60_000);

  let first: { caseId: string; caseNumber: string };
  let there: string;

  it('waits while that log is down, and is handed over when it is back', async () => {
    first = await file();
    await whenTrue(async () => (await calls(first.caseId)).some(({ attempts }) => attempts >= 2), 60_000);
    expect(await calls(first.caseId)).toEqual([expect.objectContaining({ status: 'waiting', lastProblem: 'ECONNREFUSED' })]);
    await a.settled();
    expect(await shown(a, first.caseId)).toMatchObject({ state: 'TRANSFERRED', orders: [{ department: 'inspectionBody', division: THERE, signed: false }] });
    b = await startB();
    there = await arrived(first.caseId);
    const { data } = await told(first.caseId, 'intake.transfer-delivered');
    expect(data).toMatchObject({ order: 0, peer: LOG_B, to: { department: 'inspectionBody', division: THERE }, receipt: { caseId: there, caseNumber: first.caseNumber } });
  }, 120_000);

  it('keeps its number, and each log names where it stands in the other', async () => {
    const [filed] = await eventsOf(b!, there, 'intake.claim-filed');
    const [sent] = (await a.database.query(`SELECT pos::text, encode(leaf_hash, 'hex') AS leaf FROM es.events WHERE case_id = $1 AND type = 'routing.case-transferred'`, [first.caseId])).rows;
    expect(filed!.data).toMatchObject({
      caseNumber: first.caseNumber, channel: 'transfer', origin: '12345', division: THERE,
      cameFrom: { log: LOG_A, caseId: first.caseId, order: 0, position: sent.pos, leafHash: sent.leaf, firstReceivedAt: FIRST, to: { department: 'inspectionBody', division: THERE } },
    });
    const [, size] = String(filed!.data.cameFrom.checkpoint).split('\n');
    expect(Number(size)).toBeGreaterThanOrEqual(Number(sent.pos)); // A's signed note covers the transfer.
    const [delivered] = await eventsOf(a, first.caseId, 'intake.transfer-delivered');
    const [stored] = (await b!.database.query(`SELECT case_id FROM es.events WHERE pos = $1`, [delivered!.data.receipt.position])).rows;
    expect(stored.case_id).toBe(there);
  });

  it('has its person only in the signed body and sealed at both ends', async () => {
    const { data } = (await eventsOf(b!, there, 'intake.claim-filed'))[0]!;
    const plain = await b!.running.product.keyring.open([data.requester.name, data.address, data.onBehalfOf]);
    expect([/^密/.test(plain[0]!), ...plain.slice(1)]).toEqual([true, someone.address, '密丁卯之妻']);
    for (const app of [a, b!]) {
      const { rows } = await app.database.query(`SELECT (SELECT string_agg(data || meta, '') FROM es.events) || coalesce((SELECT string_agg(t::text, '') FROM intake.transfer_call t), '') AS text`);
      expect(rows[0].text).not.toMatch(new RegExp(`${plain[0]}|13900007701|${someone.address}|密丁卯`));
    }
  });

  it('runs the reply clock from the first receipt, and the clock of the competent body from its own', async () => {
    await Promise.all([a.settled(), b!.settled()]);
    const clocks = async (app: App, caseId: string): Promise<Record<string, string>> => Object.fromEntries(Object.values((await shown(app, caseId)).clocks).map(({ kind, due }) => [kind, due]));
    const [ours, theirs] = [await clocks(a, first.caseId), await clocks(b!, there)];
    expect(ours).toMatchObject({ 'HOT-7D': '2026-03-10' }); // S32: 自首次受理起算
    expect(Object.keys(ours)).not.toContain('INSP-ACCEPT');
    expect(theirs).toMatchObject({ 'INSP-ACCEPT': '2026-03-11' }); // S32: B区2026-03-04收到
    expect(Object.keys(theirs).filter((kind) => /^HOT-\d/.test(kind))).toEqual([]);
  });

  it('is accepted there, and the sender sees it', async () => {
    expect(await ask(b!, 'POST', `routing/cases/${there}/commands/sign-order`, {}, { division: THERE })).toMatchObject({ status: 200 });
    await told(first.caseId, 'intake.transfer-taken');
    await a.settled();
    expect(await shown(a, first.caseId)).toMatchObject({ state: 'SIGNED', orders: [{ division: THERE, signed: true }] });
    expect(Object.values((await shown(a, first.caseId)).clocks).map(({ kind }) => kind)).not.toContain('INSP-ACCEPT');
    expect((await ask<{ code: string }>(b!, 'POST', `routing/cases/${there}/commands/return-transfer`, { ground: 'LSR 13', reason: '不属本地' }, { division: THERE })).code).toBe('TRANSFER_NOT_PENDING');
  });

  it('has no second effect when it is handed over again', async () => {
    const counted = async (): Promise<unknown> => [(await b!.database.query('SELECT count(*) FROM es.events')).rows, (await a.database.query('SELECT count(*) FROM es.events WHERE case_id = $1', [first.caseId])).rows];
    await b!.settled();
    const before = await counted();
    await a.database.query(`UPDATE intake.transfer_call SET status = 'waiting', attempts = 0, "nextAt" = clock_timestamp() WHERE "caseId" = $1`, [first.caseId]);
    await whenTrue(async () => (await calls(first.caseId)).every(({ status, attempts }) => status === 'delivered' && attempts === 1), 30_000);
    await Promise.all([a.settled(), b!.settled()]);
    expect(await counted()).toEqual(before);
  });

  it('comes back to the sender\'s desk with the reason, and may go there once more under its number', async () => {
    const second = await file();
    const theirs = await arrived(second.caseId);
    await b!.settled();
    const back = await ask<{ events: string[] }>(b!, 'POST', `routing/cases/${theirs}/commands/return-transfer`, { ground: 'LSR 13', reason: '用工地不在本地' }, { division: THERE });
    expect(back).toMatchObject({ status: 200, events: ['TransferReturned'] });
    expect((await told(second.caseId, 'routing.transfer-returned')).data).toMatchObject({ unit: { division: THERE }, to: { department: 'inspectionBody', division: HERE }, ground: 'LSR 13', reason: '用工地不在本地' });
    await Promise.all([a.settled(), b!.settled()]);
    expect(await shown(a, second.caseId)).toMatchObject({ state: 'DISPATCHED', orders: [{ department: 'inspectionBody', division: HERE, signed: false }] });
    // One working day to object, five to accept, from when it lies there: 3 and 4 March were a Tuesday and a Wednesday.
    const day = String((await told(second.caseId, 'routing.transfer-returned')).data.at).slice(0, 10);
    const [object, accept] = { '2026-03-03': ['2026-03-04', '2026-03-10'], '2026-03-04': ['2026-03-05', '2026-03-11'] }[day]!;
    const running = Object.values((await shown(a, second.caseId)).clocks).flatMap(({ kind, due, status }) => (/^(HOT-OBJECT|INSP-ACCEPT|HOT-7D)$/.test(kind) && status === 'running' ? [`${kind} ${due}`] : []));
    expect(running.sort()).toEqual(['HOT-7D 2026-03-10', `HOT-OBJECT ${object}`, `INSP-ACCEPT ${accept}`]);
    const desk = await ask<{ orders: readonly { caseId: string; step: string }[] }>(a, 'GET', `routing/desk?division=${HERE}`, undefined, { division: HERE });
    expect(desk.orders.find(({ caseId }) => caseId === second.caseId)).toMatchObject({ step: 'dispatched' });
    expect((await b!.database.query('SELECT step FROM routing.desk WHERE "caseId" = $1', [theirs])).rows).toEqual([{ step: 'concluded' }]);

    await ask(a, 'POST', `routing/cases/${second.caseId}/commands/transfer-order`, { division: THERE, ground: 'LSR 13，补充用工地证明' }, { role: 'inspector', division: HERE });
    const again = await whenTrue(async () => { const found = await arrived(second.caseId); return found !== theirs && found; }, 60_000);
    expect((await eventsOf(b!, again, 'intake.claim-filed'))[0]!.data).toMatchObject({ caseNumber: second.caseNumber, follows: theirs, cameFrom: { from: { department: 'inspectionBody', division: HERE } } });
  }, 90_000);

  it('goes by itself where a clue is concluded as another region\'s', async () => {
    const clue = { ...wageOrders['clue-platform']!(randomUUID(), FIRST), realName: '密线索', phone: '13900007790', employer: '测试线索公司', idNumber: '430000199003070014' };
    const { caseId } = (await a.hotline('clue-platform').file(clue)).body;
    await a.settled();
    expect(await ask(a, 'POST', `resolution/cases/${caseId}/commands/verify-clue`, { order: 0, conclusion: 'otherRegion', division: THERE }, { division: HERE })).toMatchObject({ status: 200 });
    const theirs = await arrived(caseId);
    expect((await eventsOf(b!, theirs, 'intake.claim-filed'))[0]!.data).toMatchObject({ origin: 'cluePlatform', cameFrom: { ground: expect.stringContaining('线索核查') } });
  }, 60_000);

  it('is believed from the log that signs, about its own cases only', async () => {
    const say = async (path: string, body: object, secret = SECRET): Promise<any> => {
      const text = JSON.stringify(body);
      return (await fetch(`${b!.url}/v1/channels/transfer/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...signed(secret, text) }, body: text })).json();
    };
    const [{ data }] = await eventsOf(b!, there, 'intake.claim-filed') as [Event];
    const body = {
      transfer: randomUUID(), log: 'c-elsewhere', position: '1', leafHash: 'a'.repeat(64), caseId: randomUUID(), caseNumber: '439901-2026-D01-900001', order: 0, to: { department: 'inspectionBody', division: THERE }, ground: 'LSR 13',
      transferredAt: A_NOW, firstReceivedAt: FIRST, origin: '12345', category: 'D01', kinds: ['complaint'], matters: [], attachments: [], facts: {},
    };
    expect(await say('work-orders', body)).toMatchObject({ status: 403, code: 'NOT_THAT_LOG' });
    expect(await say('work-orders', body, b!.secrets['station'])).toMatchObject({ status: 401 });
    expect(await say('work-orders', { ...body, log: LOG_A, caseNumber: 'x' })).toMatchObject({ code: 'FIELDS_REFUSED', errors: [{ field: 'caseNumber' }] });
    expect(await say('transfer-answers', { transfer: data.cameFrom.transfer, outcome: 'taken', at: B_NOW })).toMatchObject({ status: 404, code: 'NO_SUCH_TRANSFER' }); // B handed nothing over.
  });
});
