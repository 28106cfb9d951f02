import { randomBytes, randomUUID } from 'node:crypto';
import { freePort } from '../../demo/guarded.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

const NOW = '2026-03-03T10:05:00+08:00';
const FIRST = '2026-03-03T10:00:00+08:00';
/** In Shanghai, whose pack sends an emergency of who has a residence permit to where he lives; and in Suzhou, under the nation's pack, by which it belongs to where it happened. */
const [HERE, THERE] = ['310115', '320583'];
/** A town that each of the two tables of logs says is the other's. */
const BOTH = '320584';
const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const run = randomBytes(4).toString('hex');
const [LOG_A, LOG_B] = [`a-${run}`, `b-${run}`];

interface Shown { readonly clocks: Readonly<Record<string, { readonly kind: string; readonly status: string }>>; readonly state: string; readonly orders: readonly { readonly department: string | null; readonly division: string; readonly signed: boolean }[] }
interface OnDesk { readonly caseId: string; readonly order: number; readonly department: string; readonly division: string; readonly step: string }

describe('A case that the rules of two logs would each send to the other', () => {
  let a: App;
  let b: App;

  beforeAll(async () => {
    const ports = [await freePort(), await freePort()];
    const start = (n: 0 | 1, logId: string, peer: string, divisions: readonly string[]): Promise<App> =>
      startApp({ now: NOW, logId, more: { PORT: String(ports[n]), PEER_LOGS: JSON.stringify({ [peer]: { url: `http://127.0.0.1:${ports[1 - n]}`, secrets: [SECRET], divisions } }) } });
    [a, b] = [await start(0, LOG_A, LOG_B, ['320000']), await start(1, LOG_B, LOG_A, ['310000', BOTH])];
  }, 120_000);
  afterAll(async () => {
    await b?.stop();
    await a?.stop();
  });

  const give = async (app: App, caseId: string, command: string, body: object, division: string, role = 'officer'): Promise<{ status: number; events: string[]; code?: string }> => {
    const [service, step] = command.split('/');
    const answer = await fetch(`${app.url}/v1/${service}/cases/${caseId}/commands/${step}`, { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${await app.token(role, division)}`, 'content-type': 'application/json' } });
    return { status: answer.status, ...(await answer.json() as { events: string[]; code?: string }) };
  };
  const shown = async (app: App, caseId: string): Promise<Shown> => (await fetch(`${app.url}/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${await app.token('supervisor', '000000')}` } })).json() as Promise<Shown>;
  const onDesk = async (app: App, caseId: string, division: string): Promise<readonly OnDesk[]> => {
    const { orders } = await (await fetch(`${app.url}/v1/routing/desk?division=${division}`, { headers: { authorization: `Bearer ${await app.token('officer', division)}` } })).json() as { orders: readonly OnDesk[] };
    return orders.filter((order) => order.caseId === caseId).sort((x, y) => x.order - y.order);
  };
  /** The cases of a log under one number, oldest first. */
  const casesOf = async (app: App, caseNumber: string): Promise<readonly string[]> =>
    (await app.database.query<{ case_id: string }>(`SELECT case_id FROM es.events WHERE type = 'intake.claim-filed' AND data::jsonb->>'caseNumber' = $1 ORDER BY pos`, [caseNumber])).rows.map(({ case_id }) => case_id);
  const handOvers = async (app: App, caseId: string): Promise<number> => (await app.database.query(`SELECT 1 FROM intake.transfer_call WHERE kind = 'handOver' AND "caseId" = $1`, [caseId])).rows.length;
  const typesOf = async (app: App, caseId: string, like: string): Promise<readonly string[]> =>
    (await app.database.query<{ said: string }>(`SELECT type || ' ' || coalesce(data::jsonb->>'order', '') AS said FROM es.events WHERE case_id = $1 AND type LIKE $2 ORDER BY pos`, [caseId, like])).rows.map(({ said }) => said);
  const settled = async (): Promise<void> => {
    await Promise.all([a.settled(), b.settled()]);
    await new Promise((resolve) => setTimeout(resolve, 3000)); // For as long as a hand-over takes: one more would have come.
    await Promise.all([a.settled(), b.settled()]);
  };
  const file = async (facts: object, more: object = {}): Promise<{ caseId: string; caseNumber: string }> => {
    const { status, body } = await a.hotline('station').file({
      externalId: randomUUID(), receivedAt: FIRST, category: 'X1', demandKind: 'help', division: HERE, origin: '12345', requester: { name: `密${randomUUID().slice(0, 6)}`, phone: '13900007701' }, facts, ...more,
    });
    expect(status).toBe(202);
    return body;
  };
  const BURNT = { matters: ['emergency', 'jobSeeking'], kinds: ['help', 'help'], disaster: true, residencePermit: true, emergencyRegion: HERE, habitualRegion: THERE };
  const arrived = (caseNumber: string, times = 1): Promise<string> => whenTrue(async () => (await casesOf(b, caseNumber))[times - 1], 60_000);

  it('goes over once, with both its orders as one case, and lies there on their desks', async () => {
    const first = await file(BURNT);
    const there = await arrived(first.caseNumber);
    await settled();
    expect([await casesOf(a, first.caseNumber), await casesOf(b, first.caseNumber)]).toEqual([[first.caseId], [there]]);
    expect([await handOvers(a, first.caseId), await handOvers(b, there)]).toEqual([1, 0]);
    const desk = await onDesk(b, there, THERE);
    expect(desk).toEqual([expect.objectContaining({ order: 0, division: THERE, step: 'dispatched' }), expect.objectContaining({ order: 1, department: 'employmentService', division: THERE, step: 'dispatched' })]);
    expect(await shown(a, first.caseId)).toMatchObject({ state: 'TRANSFERRED', orders: [{ division: THERE, signed: false }, { division: THERE, signed: false }] });
    // The claim keeps what was said; only the decision leaves the other place out.
    const { rows: [filed] } = await b.database.query(`SELECT data::jsonb->'facts' AS facts FROM es.events WHERE case_id = $1 AND type = 'intake.claim-filed'`, [there]);
    expect(filed.facts).toMatchObject({ emergencyRegion: HERE, habitualRegion: THERE });

    expect(await give(b, there, 'intake/supplement-claim', { facts: { emergencyRegion: '310104' } }, THERE)).toMatchObject({ status: 200 });
    await settled();
    expect(await handOvers(b, there)).toBe(0);
    expect(await onDesk(b, there, THERE)).toEqual(desk.map(({ order }) => expect.objectContaining({ order, division: THERE, step: 'dispatched' })));

    expect(await give(b, there, 'routing/sign-order', { order: 0 }, THERE)).toMatchObject({ status: 200 });
    await whenTrue(async () => (await typesOf(a, first.caseId, 'routing.transfer-accepted')).length === 2, 60_000);
    expect(await typesOf(a, first.caseId, 'intake.transfer-%')).toEqual(['intake.transfer-delivered 0', 'intake.transfer-delivered 1', 'intake.transfer-taken 0', 'intake.transfer-taken 1']);
    await settled();
    expect(await shown(a, first.caseId)).toMatchObject({ orders: [{ signed: true }, { signed: true }] });
  }, 180_000);

  it('goes back whole to the desk of who sent it, and a person may send it there once more', async () => {
    const second = await file(BURNT);
    const there = await arrived(second.caseNumber);
    await settled();
    expect(await give(b, there, 'routing/return-transfer', { order: 0, ground: 'SAR 47', reason: '急难发生在贵地' }, THERE)).toMatchObject({ status: 200, events: ['TransferReturned', 'TransferReturned'] });
    await whenTrue(async () => (await typesOf(a, second.caseId, 'routing.transfer-returned')).length === 2, 60_000);
    await settled();
    expect(await onDesk(a, second.caseId, HERE)).toEqual([expect.objectContaining({ order: 0, step: 'dispatched' }), expect.objectContaining({ order: 1, step: 'dispatched' })]);
    expect(await onDesk(b, there, THERE)).toEqual([]);

    expect(await give(a, second.caseId, 'routing/transfer-order', { order: 0, division: THERE, ground: 'SH-RELIEF 15' }, HERE)).toMatchObject({ status: 200 });
    const again = await arrived(second.caseNumber, 2);
    await settled();
    expect([await casesOf(a, second.caseNumber), await casesOf(b, second.caseNumber)]).toEqual([[second.caseId], [there, again]]);
    // The other order stays here, and nobody works on it there.
    expect(await onDesk(b, again, THERE)).toEqual([expect.objectContaining({ order: 0, division: THERE, step: 'dispatched' })]);
    expect(await onDesk(a, second.caseId, HERE)).toEqual([expect.objectContaining({ order: 1, division: HERE, step: 'dispatched' })]);
    const { rows: [narrowed] } = await b.database.query(`SELECT data::jsonb AS data FROM es.events WHERE case_id = $1 AND type = 'intake.claim-filed'`, [again]);
    expect(narrowed.data).toMatchObject({ category: 'X1', kinds: ['help'], matters: ['emergency'] });

    // Whoever has it there sends it back by hand: that goes, and is decided for the place that it comes to.
    expect(await give(b, again, 'routing/transfer-order', { order: 0, division: HERE, ground: 'SAR 47' }, THERE)).toMatchObject({ status: 200 });
    const back = await whenTrue(async () => (await casesOf(a, second.caseNumber))[1], 60_000);
    await settled();
    expect([(await casesOf(a, second.caseNumber)).length, (await casesOf(b, second.caseNumber)).length]).toEqual([2, 2]);
    expect(await onDesk(a, back, HERE)).toContainEqual(expect.objectContaining({ order: 0, division: HERE, step: 'dispatched' }));
  }, 180_000);

  it.each([['handover', { selfHarmRisk: true }], ['refuse', { callerRegion: THERE, violationEndedOn: '2023-12-20', everComplained: false }]] as const)('is followed by who sent it, also where the rules decided the mode %s', async (mode, facts) => {
    const wages = (): Promise<{ caseId: string; caseNumber: string }> => file({ ...facts, workRegion: THERE }, { category: 'D01', demandKind: 'complaint', employer: { name: '测试劳务公司' } });
    const [taken, returned] = [await wages(), await wages()];
    const [takenThere, returnedThere] = [await arrived(taken.caseNumber), await arrived(returned.caseNumber)];
    await settled();
    const { rows: [routed] } = await a.database.query(`SELECT data::jsonb AS data FROM es.events WHERE case_id = $1 AND type = 'routing.case-routed'`, [taken.caseId]);
    expect(routed.data).toMatchObject({ decision: { mode, handlingDivision: THERE }, toLog: LOG_B });
    for (const { caseId } of [taken, returned]) {
      const { clocks, ...seen } = await shown(a, caseId);
      expect(seen).toMatchObject({ state: 'TRANSFERRED', orders: [{ department: 'inspectionBody', division: THERE, signed: false }] });
      expect(Object.values(clocks).flatMap(({ kind, status }) => (/^(INSP-ACCEPT|HOT-OBJECT|HOT-ASSIST)$/.test(kind) && status === 'running' ? [kind] : []))).toEqual([]); // Nobody here has to sign for it, or to accept it.
      expect((await give(a, caseId, 'routing/sign-order', { order: 0 }, '000000')).code).toBe('ORDER_NOT_AWAITING_SIGNATURE');
    }
    expect([await handOvers(a, taken.caseId), await handOvers(b, takenThere)]).toEqual([1, 0]);

    expect(await give(b, takenThere, 'routing/sign-order', { order: 0 }, THERE)).toMatchObject({ status: 200 });
    expect(await give(b, returnedThere, 'routing/return-transfer', { order: 0, ground: 'LSR 13', reason: '用工地不在本地' }, THERE)).toMatchObject({ status: 200 });
    await whenTrue(async () => (await typesOf(a, taken.caseId, 'routing.transfer-accepted')).length === 1 && (await typesOf(a, returned.caseId, 'routing.transfer-returned')).length === 1, 60_000);
    await settled();
    expect(await shown(a, taken.caseId)).toMatchObject({ state: 'SIGNED', orders: [{ division: THERE, signed: true }] });
    expect(await onDesk(a, returned.caseId, HERE)).toEqual([expect.objectContaining({ order: 0, department: 'inspectionBody', step: 'dispatched' })]);
    expect(await handOvers(a, returned.caseId)).toBe(1); // The rules do not send it there again.

    // Whoever has it back works on it; to the other log it goes by a transfer alone.
    expect((await give(a, returned.caseId, 'routing/redispatch-order', { order: 0, department: 'inspectionBody', division: THERE, ground: 'LSR 13', reason: '用工地在当地' }, '000000')).code).toBe('PLACE_OF_ANOTHER_LOG');
    expect(await give(a, returned.caseId, 'routing/sign-order', { order: 0 }, HERE)).toMatchObject({ status: 200 });
    await settled();
    expect(await give(a, returned.caseId, 'resolution/accept-complaint', {}, HERE, 'inspector')).toMatchObject({ status: 200, events: expect.arrayContaining(['ComplaintAccepted']) });
  }, 180_000);

  it('stays where it came to, though each log is told that the place is the other\'s', async () => {
    const third = await file({ workers: 1, amount: 7000, sector: 'E47', workRegion: BOTH }, { category: 'D01', demandKind: 'complaint', employer: { name: '测试劳务公司' } });
    const there = await arrived(third.caseNumber);
    await settled();
    expect([await casesOf(a, third.caseNumber), await casesOf(b, third.caseNumber)]).toEqual([[third.caseId], [there]]);
    expect(await onDesk(b, there, BOTH)).toEqual([expect.objectContaining({ department: 'inspectionBody', division: BOTH, step: 'dispatched' })]);
  }, 120_000);
});
