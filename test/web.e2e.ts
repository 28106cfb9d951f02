import { readdirSync, readFileSync } from 'node:fs';
import type { App } from './app.js';
import { startApp } from './app.js';
import type { Looker, Screen } from './browser.js';
import { inBrowser, openBrowser } from './browser.js';
import { eachView } from './looked-at.js';
import { whenTrue } from './stack.js';

/** The first page with all it needs, as it comes over the wire. */
const FIRST_LOAD_BYTES = 300_000;
const CITY = new URL('../policies/439900/2026-01-01/', import.meta.url);
const lawOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, CITY), 'utf8'));
/** The sample city's pack again, in force from a later day. */
const packFrom = (version: string): object => ({ ...Object.fromEntries(readdirSync(CITY).map((name) => [name.replace('.json', ''), lawOf(name)])), pack: { ...(lawOf('pack.json') as object), version, from: version } });

describe('The pages', () => {
  let app: App;
  let looker: Looker | undefined;
  let trackingCode: string;
  let caseId: string;
  const windows: Screen[] = [];
  const look = async (...at: Parameters<Looker['screen']> extends [string, ...infer Rest] ? Rest : never): Promise<Screen> => {
    looker ??= await openBrowser();
    const screen = await looker.screen(app.url, ...at);
    windows.push(screen);
    return screen;
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const { body } = await app.hotline('station').file({
      externalId: 'W-1', receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '三个月工资未发。',
      requester: { name: '甲子某' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
    });
    trackingCode = String(body.trackingCode);
    caseId = String(body.caseId);
    await app.settled();
  });
  afterEach(async () => { for (const screen of windows.splice(0)) await screen.close(); });
  afterAll(async () => { await looker?.close(); await app?.stop(); });

  inBrowser('let a person of the demo sign in by a card, and begin at the board', async () => {
    const { page, complaints, settled } = await look();
    await settled();
    expect(await page.locator('h1').textContent()).toBe('选择身份登录');
    expect(await page.locator('.person').count()).toBeGreaterThan(10);
    await page.locator('.person', { hasText: '甲督办' }).click();
    await page.waitForSelector('.who');
    await settled();
    expect(await page.locator('.who').textContent()).toContain('甲督办');
    expect(await page.locator('tr[data-case]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  inBrowser('tell a worker in plain words where the case is, who acts, and by when', async () => {
    const { page, complaints, open } = await look();
    await open(`#/track/${trackingCode}`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/现在到了\s*已派单/);
    expect(text).toMatch(/由谁办理\s*人社部门劳动保障监察机构\s*测试区/);
    expect(text).toMatch(/最晚 3月\d+日.* 前/);
    expect(text).toContain('诉求已登记');
    expect(text).not.toContain('甲子某');
    expect(complaints).toEqual([]);
  });

  inBrowser('say it in words where a code is not known', async () => {
    const { page, open } = await look();
    await open('#/track/AAAAAAAAAA');
    await page.getByText('没有找到这个查询码，请核对。').waitFor();
  });

  inBrowser('say who may open what this role may not, and what it may', async () => {
    const { page, open, axe, shot } = await look({ as: 'auditor' });
    await open('#/desk');
    const text = await page.locator('main').innerText();
    expect(text).toContain('当前身份不能打开「我的工单」');
    expect(text).toContain('可以打开的身份：经办人');
    expect(await page.locator('main a').first().getAttribute('href')).toBe('#/board');
    expect(await axe()).toEqual([]);
    await shot('no-permission-1366-zh');
    await open('#/nothing');
    expect(await page.locator('h1').textContent()).toBe('没有这个页面');
  });

  inBrowser('bring whoever signs in to the page that was asked for', async () => {
    const { page, open, settled } = await look();
    await open(`#/cases/${caseId}`);
    expect(await page.locator('h1').textContent()).toBe('选择身份登录');
    await page.locator('.person', { hasText: '甲督办' }).click();
    await page.waitForSelector('.case-head');
    await settled();
    expect(page.url()).toContain(`#/cases/${caseId}`);
  });

  inBrowser('are walked by keyboard from the board to a step on a case', async () => {
    const { page, complaints, settled } = await look({ as: 'inspector-439901' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1'); // A new screen begins at its title.
    await tabTo(page, 'tr[data-case] a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case-head');
    await settled();
    await tabTo(page, '.step > summary', '签收');
    await page.keyboard.press('Enter');
    await tabTo(page, '.step[open] button.primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice:not([hidden])');
    expect(await page.locator('.notice').textContent()).toMatch(/^已办理/);
    expect(complaints).toEqual([]);
  });

  inBrowser('show the auditor a case at any past moment, and prove its entries by the browser alone', async () => {
    const { page, open, complaints } = await look({ as: 'auditor' });
    await open(`#/audit/${caseId}`);
    await page.locator('#as-of').press('Home');
    await page.getByText(/第 1 \/ \d+ 步 · 诉求已登记/).waitFor();
    await page.getByText('已登记', { exact: true }).first().waitFor();
    await page.locator('#as-of').press('End');
    await page.locator('.facts .chip', { hasText: (await page.locator('.page-head a').textContent())! }).waitFor(); // As it stands now.
    await page.locator('[role=tab][data-tab=proof]').click();
    await page.locator('[data-tab=proof] button.primary').click();
    await page.waitForSelector('[data-verdict=good]');
    expect(await page.locator('[data-verdict]').textContent()).toMatch(/^\d+ 条记录全部在树根 \S+ 之内/);
    expect(await page.locator('.chip', { hasText: '与公布的公钥相符' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.route('**/v1/audit/log/tile/entries/**', async (route) => { // One byte of one entry, changed on the way.
      const response = await route.fetch();
      const body = await response.body();
      body[body.indexOf('claim-filed') + 2]! ^= 1;
      await route.fulfill({ response, body });
    });
    await page.locator('[data-tab=proof] button.primary').click();
    await page.waitForSelector('[data-verdict=bad]');
  });

  inBrowser('open each number of the board into its cases', async () => {
    const { page, settled } = await look({ as: 'supervisor' });
    expect(await page.locator('[data-tile=ownerless] .total-value').textContent()).toMatch(/^\d+$/);
    await page.locator('.heat td a').first().click();
    await settled();
    expect(page.url()).toMatch(/#\/board\?division=439901&lead=inspectionBody$/);
    expect(await page.locator('tr[data-case]').count()).toBe(1);
    await page.locator('[data-tile=stuck]').click();
    await settled();
    expect(await page.locator('tr[data-case]').count()).toBe(Number(await page.locator('[data-tile=stuck] .total-value').textContent()));
  });

  it('name what the board shows by its ids, and tell the clock that they count by', async () => {
    const names = await app.office.get<Record<string, Record<string, unknown>>>('supervisor', '/v1/supervision/names');
    expect(names['departments']?.['inspectionBody']).toEqual({ zh: '人社部门劳动保障监察机构', en: 'labour inspection body of the HR&SS bureau' });
    expect(names['clocks']?.['ARB-AWARD']).toMatchObject({ zh: '仲裁审限', level: 'law' });
    expect(names['events']?.['intake.claim-filed.v1']).toBe('诉求已登记');
    expect(names['divisions']).toEqual({ 439900: '测试市', 439901: '测试区' });
    expect(await app.office.get('supervisor', '/v1/supervision/statistics')).toMatchObject({ cases: 1, open: 1 });
  });

  inBrowser('name the day that a limit ends with, not the midnight after it', async () => {
    const { page } = await look({ as: 'supervisor' });
    const said = (due: string): Promise<string> => page.evaluate(async (at) => ((await import(new URL('time.js', document.querySelector<HTMLScriptElement>('script[type=module]')!.src).href)) as { dueText(due: string): string }).dueText(at), due);
    expect(await said('2026-03-18T00:00:00+08:00')).toBe('3月17日 周二');
    expect(await said('2026-03-18T00:00:00.000+08:00')).toBe(await said('2026-03-17'));
    expect(await said('2026-03-18T00:01:00+08:00')).toBe('3月18日 00:01');
  });

  inBrowser('cite the law by its title and article, in either language', async () => {
    const { page, speak } = await look({ as: 'supervisor' });
    const said = (ground: string): Promise<string> => page.evaluate(async (text) => ((await import(new URL('law.js', document.querySelector<HTMLScriptElement>('script[type=module]')!.src).href)) as { lawText(ground: string): string }).lawText(text), ground);
    expect(await said('个人信息保护法 47; 档案法实施条例 24')).toBe('《个人信息保护法》第47条；《档案法实施条例》第24条');
    expect(await said('LDMA 27(4); LAL 42(三)')).toBe('《劳动争议调解仲裁法》第27条第4款；《法律援助法》第42条第（三）项');
    expect(await said('某市未成年人保护法 3')).toBe('某市未成年人保护法 3'); // Another law that ends in the same words.
    await speak('en');
    expect(await said('个人信息保护法 47; LAL 42(三)')).toBe('Personal Information Protection Law art. 47; Legal Aid Law art. 42 item 3');
    expect(await page.locator('.who').innerText()).toMatch(/甲督办\s*Supervisor/);
  });

  inBrowser('say in words how sure a source is, since when a pack is in force, and what a part does', async () => {
    const { page, open } = await look({ as: 'supervisor' });
    await open('#/statistics');
    expect(await page.locator('main').innerText()).toMatch(/《北京市接诉即办工作条例》第32条 · 系统默认/);
    const rules = await look({ as: 'policy-439900' });
    await rules.open('#/policy');
    expect(await rules.page.locator('tr', { hasText: '测试市' }).innerText()).toContain('2026年1月1日');
    expect(await rules.page.locator('main').innerText()).toContain('没有另行公布的节假日安排');
    const parts = await look({ as: 'operator' });
    await parts.open('#/operations?tab=health');
    await parts.page.getByText('期限计时').waitFor();
    expect(await parts.page.locator('main code').allTextContents()).toEqual([]);
  });

  inBrowser('show on a phone the tab that was asked for', async () => {
    const { page, open, size } = await look({ as: 'inspector-439901', width: 360 });
    await size(360);
    await open(`#/cases/${caseId}?tab=why`);
    const box = (await page.locator('[role=tab][aria-selected=true]').boundingBox())!;
    expect([box.x >= 0, box.x + box.width <= 360]).toEqual([true, true]);
  });

  it('run no script and no style but their own', async () => {
    const response = await fetch(`${app.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
  });

  inBrowser(`come to less than ${FIRST_LOAD_BYTES / 1000} kB for the first page`, async () => {
    looker ??= await openBrowser();
    const context = await looker.browser.newContext();
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => sizes.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize)));
    await page.goto(`${app.url}/`, { waitUntil: 'networkidle' });
    await page.waitForSelector('.person');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await context.close();
    console.log(`The first page: ${sizes.length} requests, ${Math.round(bytes / 1000)} kB.`);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
  });

  /** As a consumer would have set it aside, with the rights of the schema's owner. */
  const park = (position: string): Promise<unknown> => app.database.query(
    `INSERT INTO resolution.parked (consumer, log_id, case_id, pos, topic, part, "offset", attempts, error, at) VALUES ($1 || '-resolution', $1, $2, $3, 't', 0, 0, 5, 'TypeError: synthetic', clock_timestamp())`, [app.environment['LOG_ID'], caseId, position]);
  const historyOf = async (): Promise<readonly { type: string; position: string; data: object }[]> => (await app.office.get<{ events: { type: string; position: string; data: object }[] }>('auditor', `/v1/cases/${caseId}/history`)).events;

  inBrowser('hand the operator what was set aside: it is tried again, or given up with a reason that is kept', async () => {
    const { page, open, settled, flaws, axe, shot, complaints } = await look({ as: 'operator' });
    await park((await historyOf()).find(({ type }) => type === 'routing.case-routed.v1')!.position);
    await open('#/operations?tab=parked');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('没有积压').waitFor();
    await park('999999');
    await page.reload();
    await settled();
    await page.getByRole('button', { name: '逐条查看' }).click();
    const dialog = page.locator('dialog');
    await dialog.locator('summary').click();
    await dialog.getByRole('button', { name: '跳过' }).click();
    await dialog.getByText('请填写').waitFor();
    expect([await flaws(), await axe()]).toEqual([[], []]);
    await shot('operations-skip-1366-zh');
    await dialog.getByLabel('理由', { exact: false }).fill('测试消息，日志中没有对应事件');
    await dialog.getByRole('button', { name: '跳过' }).click();
    await page.getByText('没有积压').waitFor();
    expect((await historyOf()).at(-1)).toMatchObject({ type: 'audit.parked-event-skipped.v1', data: { position: '999999', reason: '测试消息，日志中没有对应事件' } });
    expect(complaints.filter((each) => !/400/.test(each))).toEqual([]); // The reason that was left out.
  });

  inBrowser('let the operator send a delivery again, and see how far each service is', async () => {
    const { page, open, settled, complaints } = await look({ as: 'operator' });
    const standing = async (): Promise<object[]> => (await app.database.query<object>(`SELECT status, attempts FROM intake.delivery WHERE channel = 'station' ORDER BY id`)).rows;
    await whenTrue(async () => (await standing()).every((each) => 'status' in each && each.status === 'delivered'));
    await app.database.query(`UPDATE intake.delivery SET status = 'abandoned', attempts = 9`);
    await open('#/operations?tab=deliveries&channel=station&status=abandoned');
    const rows = await page.locator('main tbody tr').count();
    expect(rows).toBe((await standing()).length);
    await page.getByRole('button', { name: '重新投递' }).first().click();
    await page.getByText('已安排重新投递').waitFor();
    await whenTrue(async () => (await standing()).filter((each) => 'status' in each && each.status === 'delivered').length === 1);
    await page.reload();
    await settled();
    expect(await page.locator('main tbody tr').count()).toBe(rows - 1);
    await app.settled();
    await open('#/operations?tab=health');
    await page.reload();
    await settled();
    expect(await page.locator('[data-lag]').allTextContents()).toEqual(['0', '0', '0', '0']); // Audit follows nothing.
    expect(complaints).toEqual([]);
  });

  inBrowser('give the auditor the bundle of a case as a file, and keep that it was taken', async () => {
    const { page, open, complaints } = await look({ as: 'auditor' });
    await open(`#/audit/${caseId}?tab=bundle`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-tab=bundle] button.primary').click()]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    expect(readFileSync(await file.path()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect((await historyOf()).at(-1)).toMatchObject({ type: 'audit.case-bundled.v1' });
    expect(complaints).toEqual([]);
  });

  inBrowser('let a second person publish one proposal and reject another, never the first person', async () => {
    for (const version of ['2027-01-01', '2027-01-02']) {
      const answer = await fetch(`${app.url}/v1/routing/packs/proposals`, { method: 'POST', headers: { authorization: `Bearer ${await app.token('policy')}`, 'content-type': 'application/json' }, body: JSON.stringify({ files: packFrom(version), note: `试行 ${version}` }) });
      expect([version, answer.status]).toEqual([version, 201]);
    }
    const { page, open, settled, flaws, axe, shot, complaints } = await look({ as: 'policy-439900' });
    const press = async (on: Screen['page'], version: string, step: string): Promise<void> => {
      await on.locator('[data-tab=proposals] tbody tr', { hasText: version }).first().getByRole('button', { name: step }).click();
      await on.locator('dialog form button').click();
    };
    await open('#/policy?tab=proposals');
    await press(page, '2027-01-01', '发布');
    await page.locator('dialog .problem').waitFor();
    expect(await page.locator('dialog .problem').innerText()).toContain('FOUR_EYES');
    expect([await flaws(), await axe()]).toEqual([[], []]);
    await shot('policy-publish-1366-zh');
    const second = await look({ as: 'policy-439900-2' });
    await second.open('#/policy?tab=proposals');
    await press(second.page, '2027-01-01', '发布');
    await second.page.locator('[data-tab=proposals] tbody tr', { hasText: '2027-01-01' }).getByText('已发布').waitFor();
    await second.page.locator('[data-tab=proposals] tbody tr', { hasText: '2027-01-02' }).getByRole('button', { name: '退回' }).click();
    await second.page.locator('dialog').getByRole('textbox').fill('与上一版相同');
    await second.page.locator('dialog form button').click();
    await second.page.locator('[data-tab=proposals] tbody tr', { hasText: '2027-01-02' }).getByText('与上一版相同').waitFor();
    await settled();
    expect((await app.database.query<{ type: string }>(`SELECT type FROM es.events WHERE stream_id LIKE 'policy/%' ORDER BY version`)).rows.map(({ type }) => type).filter((type) => /published|rejected/.test(type))).toEqual(['routing.pack-published', 'routing.pack-rejected']);
    expect(complaints.filter((each) => !/40[39]/.test(each)).concat(second.complaints)).toEqual([]);
  });

  describe('look right at every size, in Chinese and in English', () => {
    eachView('sign-in', () => look(), '#/sign-in');
    eachView('board', () => look({ as: 'supervisor' }), '#/board');
    eachView('desk', () => look({ as: 'supervisor' }), '#/desk?view=unit');
    eachView('case', () => look({ as: 'inspector-439901' }), () => `#/cases/${caseId}`);
    for (const tab of ['timeline', 'money', 'files', 'why']) eachView(`case-${tab}`, () => look({ as: 'inspector-439901' }), () => `#/cases/${caseId}?tab=${tab}`);
    eachView('board-filtered', () => look({ as: 'supervisor' }), '#/board?ownerless=true');
    for (const tab of ['parked', 'deliveries', 'health']) eachView(`operations-${tab}`, () => look({ as: 'operator' }), `#/operations?tab=${tab}&channel=station`);
    for (const tab of ['packs', 'proposals']) eachView(`policy-${tab}`, () => look({ as: 'policy-439900' }), `#/policy?tab=${tab}`);
    eachView('policy-diff', () => look({ as: 'policy-439900' }), '#/policy?tab=diff', async ({ page, settled }) => { await page.locator('[data-tab=diff] button.primary').click(); await settled(); });
    eachView('policy-what-if', () => look({ as: 'policy-439900' }), '#/policy?tab=what-if', async ({ page }) => { await page.locator('form.filters button.primary').click(); await page.waitForSelector('[data-tile=cases]'); });
    eachView('audit', () => look({ as: 'auditor' }), '#/audit');
    eachView('audit-past', () => look({ as: 'auditor' }), () => `#/audit/${caseId}`, async ({ page }) => { await page.locator('#as-of').press('Home'); await page.getByText(/第 1 \/|Step 1 of/).waitFor(); });
    eachView('audit-proof', () => look({ as: 'auditor' }), () => `#/audit/${caseId}?tab=proof`, async ({ page }) => { await page.locator('[data-tab=proof] button.primary').click(); await page.waitForSelector('[data-verdict]'); });
    eachView('track', () => look(), () => `#/track/${trackingCode}`);
  });

  describe('with cases at many departments', () => {
    beforeAll(async () => {
      const one = (externalId: string, category: string, division: string): object => ({ externalId, receivedAt: '2026-03-02T10:15:00+08:00', category, division, origin: '12345', text: '请处理。', requester: { name: '甲子某' }, facts: { sector: 'E47' } });
      for (const [i, category] of ['D02', 'D05', 'D06', 'D07', 'D09', 'X3'].entries()) await app.hotline('station').file(one(`W-M${i}`, category, '439901'));
      await app.hotline('station').file(one('W-M9', 'D01', '439902'));
      await app.settled();
    });
    eachView('board-many', () => look({ as: 'supervisor' }), '#/board', async ({ page }) => { expect(await page.locator('.heat thead th').count()).toBeGreaterThan(6); });
  });
});

/** Presses Tab until the keyboard stands there. */
async function tabTo(page: Screen['page'], selector: string, words = ''): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(([wanted, text]) => document.activeElement?.matches(wanted!) && document.activeElement.textContent?.includes(text!), [selector, words])) return;
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}
