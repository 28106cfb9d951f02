import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { tokenFor } from '../demo/people.js';
import type { App } from './app.js';
import { startApp } from './app.js';
import type { Looker } from './browser.js';
import { inBrowser, openBrowser } from './browser.js';
import type { TestIdentityService } from './identity-service.js';
import { citizen, CLIENT_SECRET, startIdentityService } from './identity-service.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SHOTS = fileURLToPath(new URL('shots/', import.meta.url));
const NOW = '2026-03-02T10:20:00+08:00';

/** The worker's page of a city that has a service of real names, in a real browser, beside that service. */
describe("The worker's page", () => {
  let service: TestIdentityService;
  let app: App;
  let looker: Looker;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    service = await startIdentityService();
    app = await startApp({ now: NOW, signIn: true, more: { IDENTITY_ISSUER: service.issuer, IDENTITY_CLIENT_SECRET: CLIENT_SECRET } });
    looker = await openBrowser();
  });
  afterAll(async () => {
    await looker?.close();
    await app?.stop();
    await service?.stop().catch(() => undefined);
  });

  const phone = async (of: App = app): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> => {
    const context = await looker.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${of.url}/worker/#/file`);
    await page.waitForSelector('main form');
    return { context, page, complaints };
  };
  const axe = async (page: Page): Promise<string[]> => {
    await page.evaluate(readFileSync(AXE, 'utf8'));
    return page.evaluate(async () => {
      const { violations } = await (window as never as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
    });
  };
  const fillIn = async (page: Page, boss: string): Promise<void> => {
    await page.locator('.pick', { hasText: '被欠工资' }).click();
    await page.selectOption('select >> nth=0', { label: '测试市' });
    await page.selectOption('select >> nth=1', { label: '测试区' });
    for (const [label, text] of [['老板或者公司叫什么', boss], ['一共欠多少元', '18000'], ['几个人', '1'], ['用您自己的话写', '三个月没发工资。']] as const) await page.getByLabel(label, { exact: false }).first().fill(text);
  };
  const send = async (page: Page): Promise<string> => {
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('.code').or(page.locator('.notice.mind', { hasText: '还差这些' })).waitFor();
    if ((await page.locator('.code').count()) === 0) await page.getByRole('button', { name: '没有了，就这样提交' }).click();
    await page.waitForSelector('.code');
    return (await page.locator('.code').innerText()).trim();
  };
  const identityOf = async (code: string): Promise<{ proofs: { method: string; matched: string[] }[]; requester: Record<string, unknown> }> => {
    await app.settled();
    const { rows } = await app.database.query<{ type: string; data: string }>(`SELECT type, data FROM es.events WHERE case_id = (SELECT case_id FROM es.events WHERE type = 'intake.claim-filed' AND data LIKE '%' || $1 || '%') ORDER BY pos`, [code]);
    const of = (type: string): Record<string, unknown>[] => rows.filter((row) => row.type === type).map(({ data }) => JSON.parse(data) as Record<string, unknown>);
    return { proofs: of('intake.identity-proven') as never, requester: of('intake.claim-filed')[0]!['requester'] as never };
  };

  inBrowser('sends the worker to the service and back to the form as it was, and files as proven', async () => {
    const { context, page, complaints } = await phone();
    await fillIn(page, '实名登录劳务公司');
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(SHOTS, 'worker-identity-360-zh.png'), fullPage: true });
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.getByRole('link', { name: '用城市实名服务登录' }).click();
    await page.waitForURL(`${service.issuer}/authorize**`);
    await page.getByRole('link', { name: '确认是我' }).click();
    await page.waitForSelector('.notice.good >> text=已实名登录');
    await page.screenshot({ path: join(SHOTS, 'worker-proven-360-zh.png'), fullPage: true });
    expect([page.url(), await page.getByLabel('老板或者公司叫什么').inputValue(), await page.getByRole('link', { name: '用城市实名服务登录' }).count()]).toEqual([`${app.url}/worker/#/file`, '实名登录劳务公司', 0]);
    expect(await axe(page)).toEqual([]);
    const readable = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
    const code = await send(page);
    expect(await page.locator('main').innerText()).toContain('已通过实名核验');
    expect(await identityOf(code)).toEqual({
      proofs: [expect.objectContaining({ method: 'face', issuer: service.issuer, matched: ['name', 'idNumber'] })], requester: expect.objectContaining({ identity: 'proven', name: expect.objectContaining({ sealed: 1 }), idNumber: expect.objectContaining({ sealed: 1 }) }),
    });
    const cookies = (await context.cookies()).map(({ name }) => name);
    expect([cookies, [readable, ...addresses].filter((each) => each.includes(citizen.idNumber) || each.includes(citizen.name) || /id_token|eyJ/.test(each))]).toEqual([[], []]); // Nothing of it stays on the phone, and no address ever had it.
    expect(complaints).toEqual([]);
    await context.close();
  });

  inBrowser('takes the form of who says no there as unproven, and says so', async () => {
    const { context, page } = await phone();
    await fillIn(page, '没有登录劳务公司');
    await page.getByRole('link', { name: '用城市实名服务登录' }).click();
    await page.getByRole('link', { name: '取消' }).click();
    await page.waitForSelector('.notice.mind >> text=没有登录成功');
    expect(await page.getByLabel('老板或者公司叫什么').inputValue()).toBe('没有登录劳务公司');
    expect((await identityOf(await send(page))).proofs).toEqual([]);
    await context.close();
  });

  inBrowser('takes no proof that another browser began, that is used twice, or that was made for another form', async () => {
    const { context, page } = await phone();
    const begun = await context.request.get(`${app.url}/v1/self-service/identity/sign-in?form=01a202d7-fb82-79c6-9585-04ddeb2ca281`, { maxRedirects: 0 });
    const at = new URL(begun.headers()['location']!);
    expect([begun.status(), at.origin, at.searchParams.get('nonce'), at.searchParams.get('code_challenge_method')]).toEqual([303, service.issuer, '01a202d7-fb82-79c6-9585-04ddeb2ca281', 'S256']);
    const back = /href="([^"]*code=[^"]*)"/.exec(await (await context.request.get(at.href)).text())![1]!.replaceAll('&amp;', '&');
    const ends = async (response: { headers(): Record<string, string> }): Promise<string> => response.headers()['location']!;
    const other = await looker.browser.newContext();
    expect(await ends(await other.request.get(back, { maxRedirects: 0 }))).toBe('/worker/#/file?identity=no');
    expect(await ends(await context.request.get(back, { maxRedirects: 0 }))).toBe('/worker/#/file?identity=proven');
    expect(await ends(await context.request.get(back, { maxRedirects: 0 }))).toBe('/worker/#/file?identity=no');
    await page.reload();
    await page.waitForSelector('main form');
    await fillIn(page, '别的表单劳务公司');
    expect(await page.locator('.notice.good').count()).toBe(0); // Its form is another one.
    expect((await identityOf(await send(page))).proofs).toEqual([]);
    for (const form of ['', 'x']) expect(await ends(await other.request.get(`${app.url}/v1/self-service/identity/sign-in?form=${form}`, { maxRedirects: 0 }))).toBe('/worker/#/file?identity=no');
    await other.close();
    await context.close();
  });

  inBrowser('asks by the tracking code for a number that is wrong to be put right, and tells when it is', async () => {
    const { context, page, complaints } = await phone();
    await fillIn(page, '写错号码劳务公司');
    await page.getByLabel('手机号').first().fill('13900008841');
    const code = await send(page);
    await app.settled();
    await page.getByRole('link', { name: '看进度' }).click();
    await page.getByText('姓名、手机号、身份证号写错了').click();
    await page.getByLabel('正确的手机号').fill('1390000');
    await page.getByRole('button', { name: '申请更正' }).click();
    await page.waitForSelector('.wrong >> text=应为 11 位手机号码');
    await page.getByLabel('正确的手机号').fill('13900008842');
    await page.getByRole('button', { name: '申请更正' }).click();
    await page.waitForSelector('.notice.good >> text=核实后更正');
    await page.screenshot({ path: join(SHOTS, 'worker-correction-360-zh.png'), fullPage: true });
    expect(await axe(page)).toEqual([]);
    const { rows } = await app.database.query<{ id: string }>(`SELECT case_id AS id FROM es.events WHERE type = 'intake.correction-requested'`);
    const done = await fetch(`${app.url}/v1/intake/cases/${rows[0]!.id}/commands/correct-person`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(app.issuer, { id: 'officer-a', role: 'officer', division: '439901' })}` }, body: JSON.stringify({ reason: '回拨新号码核实' }),
    });
    expect(done.status).toBe(200);
    await page.goto(`${app.url}/worker/#/track/${code}`);
    await page.reload();
    await page.waitForSelector('text=您的个人信息已经更正。');
    expect(await page.locator('main').innerText()).not.toMatch(/1390000884/);
    expect(complaints.filter((each) => !/400/.test(each))).toEqual([]); // The number that was too short.
    await context.close();
  });

  inBrowser('has no such button where no service is configured', async () => {
    const without = await startApp({ now: NOW });
    try {
      const { context, page } = await phone(without);
      expect([await (await fetch(`${without.url}/v1/self-service/identity`)).json(), await page.getByRole('link', { name: '用城市实名服务登录' }).count(), await page.getByLabel('您的姓名').count()]).toEqual([{ signIn: false, form: null }, 0, 1]);
      await context.close();
    } finally {
      await without.stop();
    }
  });

  inBrowser('goes on without the service while it is away', async () => {
    await service.stop();
    await app.restart(); // With nothing of it in memory.
    const { context, page } = await phone();
    await page.getByRole('link', { name: '用城市实名服务登录' }).click();
    await page.waitForSelector('.notice.mind >> text=实名服务暂时不能用');
    await context.close();
  });
});
