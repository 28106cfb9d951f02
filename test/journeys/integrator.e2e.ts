import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelsCheck, channelsFile, Client, deliveriesList, deliveriesRedrive, isProblem, reconciliationCompare, subscriptionsChoose, subscriptionsShow, trackingTrack } from '../../client/anxin.js';
import { secretsOf } from '../../demo/home.js';
import { HotlineDay, lines } from '../../simulator/day.js';
import { Ear } from '../../simulator/hotline.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

const DAY = '2026-03-02';
type Order = Parameters<typeof channelsFile>[1]['body'];

/** J1: a hotline's integrator connects 12345 in a day, with the published documents, the client and the sandbox channel. */
describe('An integrator', () => {
  let app: App;
  let ear: Ear;
  let home: string;
  let client: Client;
  let day: HotlineDay;
  let order: Record<string, unknown>;
  let port: number;
  let receipt: Awaited<ReturnType<typeof channelsFile>>;
  const channel = '12345';
  const heardOf = (number: string): readonly string[] => ear.heard.filter(({ payload }) => payload.data.channelNumber === number).map(({ payload }) => payload.data.event);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'anxin-home-'));
    const { channels } = secretsOf(home);
    ear = new Ear(channels);
    port = await ear.listen();
    app = await startApp({ now: `${DAY}T10:20:00+08:00`, more: { CHANNEL_KEYS: JSON.stringify(Object.fromEntries(Object.entries(channels).map(([name, secret]) => [name, { secrets: [secret], feedbackUrl: `http://127.0.0.1:${port}/${name}` }]))) } });
  });
  afterAll(async () => {
    await app?.stop();
    await ear?.close().catch(() => undefined);
    await rm(home, { recursive: true, force: true });
  });

  it('gets the key of the channel', () => {
    const { stdout, status } = spawnSync(process.execPath, ['dist/demo/channel-key.js', channel], { env: { ...process.env, ANXIN_HOME: home }, encoding: 'utf8' });
    expect([status, stdout.startsWith('whsec_')]).toEqual([0, true]);
    client = new Client({ baseUrl: app.url, identity: { secret: stdout.trim() }, language: 'en' });
    let seed = 7;
    day = new HotlineDay({ client, channel, ear, random: () => (seed = (seed * 16807) % 2147483647) / 2147483647 });
  });

  it('reads the documents, and takes the first order from their example', async () => {
    const openapi = (await (await fetch(`${app.url}/openapi.json`)).json()) as { paths: Record<string, { post: { requestBody: { content: { 'application/json': { examples: Record<string, { value: Record<string, unknown> }> } } } } }> };
    order = openapi.paths['/v1/channels/{channel}/work-orders']!.post.requestBody.content['application/json'].examples[channel]!.value;
    const asyncapi = (await (await fetch(`${app.url}/asyncapi.json`)).json()) as { components: { messages: object } };
    expect(Object.keys(asyncapi.components.messages)).toEqual(expect.arrayContaining(['routing.case-routed.v1', 'resolution.case-closed.v1']));
  });

  it('asks before sending: where it goes, until when, what is missing', async () => {
    const checked = await channelsCheck(client, { channel, body: order as never });
    expect([checked.mode, checked.lead, checked.wrong]).toEqual(['dispatch', 'inspectionBody', []]);
    expect(checked.clocks!.map(({ id, due }) => [id, due])).toEqual(expect.arrayContaining([['HOT-7D', '2026-03-09'], ['INSP-ACCEPT', '2026-03-09']])); // 5 working days and 7 days after 2 March, as the law counts.
    const no = await channelsFile(client, { channel, body: { ...order, callTime: 'yesterday' } as never }).catch((error: unknown) => error);
    expect(isProblem(no, 'FIELDS_REFUSED') && [...new Set(no.problem.errors?.map(({ field }) => field))]).toEqual(['callTime']);
  });

  it('sends it, and after a timeout again: one case', async () => {
    receipt = await channelsFile(client, { channel, body: order as never }, { id: 'wh_first' });
    expect(await channelsFile(client, { channel, body: order as never }, { id: 'wh_first' })).toEqual(receipt);
    const other = await channelsFile(client, { channel, body: { ...order, orderNo: 'other' } as never }, { id: 'wh_first' }).catch((error: unknown) => error);
    expect(isProblem(other, 'KEY_REUSED')).toBe(true);
    day.receipts.set(order['orderNo'] as string, receipt);
  });

  it('sends a day’s orders out of order and twice: none is lost, none is doubled', async () => {
    const orders = new Map(Array.from({ length: 9 }, (_, at) => {
      const number = `RX2026030201${at}`;
      return [number, { ...order, orderNo: number, caller: { callerName: `甲${'子丑寅卯辰巳午未申'[at]}某`, callerPhone: `1390000010${at}`, isMigrantWorker: true }, appealedUnit: { unitName: `测试${at}建筑有限公司` }, site: { siteName: `测试${at}号工地`, industryCode: 'E47' } } as unknown as Order] as const;
    }));
    await day.file(orders);
    expect(new Set([...day.receipts.values()].map(({ caseId }) => caseId)).size).toBe(10);
    await app.settled();
    await whenTrue(() => ear.heard.length >= 10);
  });

  it('is away for a time: sees what failed, drives it again itself, and missed nothing', async () => {
    await ear.close();
    await app.office.do('officer', receipt.caseId, 'routing/sign-order');
    await app.settled();
    const failed = await whenTrue(async () => {
      const { deliveries } = await deliveriesList(client, { channel, channelNumber: order['orderNo'] as string, status: 'waiting' });
      return deliveries.some(({ attempts, lastProblem }) => attempts > 1 && lastProblem === 'ECONNREFUSED') ? deliveries : undefined; // Twice: the next try of ours is half a minute away.
    });
    expect(failed.map(({ event }) => event)).toContain('routing.order-signed.v1');
    const stranger = new Client({ baseUrl: app.url, identity: { secret: secretsOf(home).channels['12333']! } });
    for (const theirs of [channel, '12333']) await expect(deliveriesRedrive(stranger, { channel: theirs, id: failed[0]!.id })).rejects.toMatchObject({ problem: { status: theirs === channel ? 401 : 404 } });
    const heardBefore = ear.heard.length;
    ear = new Ear(secretsOf(home).channels, ear.heard);
    await ear.listen(port);
    day = new HotlineDay({ client, channel, ear, random: Math.random }, day.receipts);
    expect(await day.redrive()).toBeGreaterThan(0);
    await whenTrue(() => ear.heard.length > heardBefore && heardOf(order['orderNo'] as string).includes('routing.order-signed.v1'));
  });

  it('watches it to its closure', async () => {
    const { caseId } = receipt;
    const step = async (role: string, command: string, fields: object = {}): Promise<void> => {
      await whenTrue(async () => app.office.do(role, caseId, command, fields));
      await app.settled();
    };
    await step('officer', 'resolution/contact-requester', { order: 0, reached: true });
    await step('inspector', 'resolution/accept-complaint');
    await step('inspector', 'resolution/file-inspection', { inspectors: ['inspector-439901', 'inspector-439902'] });
    await step('inspector', 'resolution/order-payment', { owed: [{ worker: 1, amount: 1_800_000 }], dueOn: '2026-06-30', service: 'inPerson' });
    await step('officer', 'resolution/give-reply', { order: 0, reply: '已责令用人单位限期支付。' });
    await step('officer', 'resolution/record-wage-paid', { worker: 1, amount: 1_800_000, source: 'employer', evidence: 'HD-1' });
    await step('supervisor', 'resolution/record-callback', { solved: true, satisfied: 'satisfied' });
    await whenTrue(() => heardOf(order['orderNo'] as string).includes('resolution.case-closed.v1'));
    expect(heardOf(order['orderNo'] as string)).toEqual([
      'routing.case-routed.v1', 'routing.order-signed.v1', 'resolution.requester-contacted.v1', 'resolution.complaint-accepted.v1', 'resolution.reply-given.v1', 'resolution.payment-completed.v1', 'resolution.case-resolved.v1', 'resolution.callback-made.v1', 'resolution.case-closed.v1',
    ]);
    expect(await trackingTrack(new Client({ baseUrl: app.url }), { trackingCode: receipt.trackingCode })).toMatchObject({ state: 'CLOSED', unpaidFen: 0 });
  });

  it('closes the books: both sides agree', async () => {
    await whenTrue(async () => (await deliveriesList(client, { channel, status: 'waiting' })).deliveries.length === 0);
    const report = await day.close(DAY);
    expect(report.problems).toEqual([]);
    expect(report.reconciled).toMatchObject({ agrees: true, orders: { here: 10, there: 10 }, feedback: { here: report.heard, there: report.heard, waiting: 0, abandoned: 0 } });
    expect(lines(report).join('\n')).toContain('一致 / agrees');
  });

  it('is told every difference by its number', async () => {
    const [, ...missed] = [...day.receipts.keys()];
    const { agrees, orders, feedback } = await reconciliationCompare(client, { channel, body: { day: DAY, orders: [...missed, 'RX-INVENTED'], feedback: ear.heard.slice(1).map(({ webhookId }) => webhookId) } });
    expect([agrees, orders, feedback?.unknownThere, feedback?.unknownHere]).toEqual([false, { here: 10, there: 10, unknownThere: [[...day.receipts.keys()][0]], unknownHere: ['RX-INVENTED'] }, [ear.heard[0]!.webhookId], []]);
    expect(await reconciliationCompare(client, { channel, body: { day: '2026-03-01', orders: [] } })).toEqual({ day: '2026-03-01', agrees: true, orders: { here: 0, there: 0, unknownThere: [], unknownHere: [] } });
  });

  it('chooses what it is told', async () => {
    expect(await subscriptionsChoose(client, { channel, body: { events: ['resolution.case-closed.v1'] } })).toMatchObject({ channel, events: ['resolution.case-closed.v1'], stoppedAt: null });
    expect((await subscriptionsShow(client, { channel })).events).toEqual(['resolution.case-closed.v1']);
    const { caseId } = [...day.receipts.values()].at(-1)!;
    const before = ear.heard.length;
    await app.office.do('officer', caseId, 'routing/sign-order');
    await app.settled();
    expect([(await deliveriesList(client, { channel, status: 'waiting' })).deliveries, ear.heard.length]).toEqual([[], before]);
    await expect(subscriptionsChoose(client, { channel, body: { events: ['no.such.v1'] } as never })).rejects.toMatchObject({ problem: { code: 'FIELDS_REFUSED' } });
  });
});
