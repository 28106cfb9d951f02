import { randomUUID } from 'node:crypto';
import type { App } from './app.js';
import { startApp } from './app.js';
import { inBrowser } from './browser.js';
import { eachView, windowsOn } from './looked-at.js';

const FIRM = '测试聚集劳务有限公司';

describe('The pages of early signs and of partners', () => {
  let app: App;
  let sign: string;
  const park = randomUUID();
  const look = windowsOn(() => app.url);
  const ask = async (path: string, body?: object, role = 'officer', division = '439900'): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(`${app.url}/v1/supervision/${path}`, { method: body ? 'POST' : 'GET', headers, ...(body && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as Record<string, unknown>;
    expect([path, response.status, answer['code']]).toEqual([path, 200, undefined]);
    return answer;
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-09T09:00:00+08:00' });
    for (let n = 0; n < 9; n++) {
      await app.hotline('station').file({
        externalId: `W-${n}`, receivedAt: app.clock.now(), category: 'D01', demandKind: 'complaint', division: n < 5 ? '439901' : '439902', origin: '12345', text: `第${n}人的工资未发。`,
        requester: { name: `${'甲乙丙丁戊己庚辛壬'[n]}某`, phone: `1390000${String(2000 + n)}` }, employer: { name: FIRM }, project: { name: '测试花园', sector: 'E47' }, facts: { workers: 1, amount: 18_000 + n, months: 3 },
      });
    }
    await ask('partners/points', { partner: park, name: '测试国家级园区', kind: 'nationalPark', division: '439901', every: 'month' });
    await ask('partners/stations', { partner: randomUUID(), name: '测试市驻外服务站', division: '439900', place: '440300', host: 'chamber' });
    await ask('partners/units', { partner: randomUUID(), name: '测试协作单位', division: '439901', services: ['legalAid', 'monitoring'] });
    await ask(`partners/${park}/commands/report-major-event`, { event: randomUUID(), kind: 'stoppage', workers: 140, text: '工地停工，工人要求支付工资。' }, 'coordinator', '439901');
    await app.settled();
    sign = ((await ask('signs', undefined, 'supervisor'))['signs'] as { sign: string; kind: string }[]).find(({ kind }) => kind === 'employer')!.sign;
  }, 90_000);
  afterAll(() => app?.stop());

  inBrowser('a supervisor sees one employer with nine cases in two districts, and raises an early warning', async () => {
    const { page, complaints, open, settled } = await look({ as: 'supervisor' });
    await open('#/signs');
    expect(await page.locator('main').innerText()).toContain(FIRM);
    await page.locator('main th a', { hasText: FIRM }).click();
    await page.waitForSelector('.columns');
    await settled();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/9 件 · 2 个区县 · 9 人/);
    expect(text).toMatch(/测试区 5、邻区 4/);
    expect(await page.locator('main .sheet a[href^="#/cases/"]').count()).toBe(9);
    await page.locator('[data-step="raise-warning"] > summary').click();
    const form = page.locator('[data-step="raise-warning"]');
    await form.locator('select').first().selectOption('inspectionBody');
    await form.locator('select').nth(1).selectOption('439901');
    await form.locator('textarea').fill('两地同一单位，请核查。');
    await form.locator('button.primary').click();
    await page.waitForSelector('.notice:not([hidden])');
    await settled();
    const after = await page.locator('main').innerText();
    expect(after).toMatch(/已办理：发出预警/);
    expect(after).toMatch(/被预警单位/);
    expect(after).toMatch(/3月12日/);
    expect(after).toMatch(/两地同一单位，请核查。/);
    expect(complaints).toEqual([]);
  });

  inBrowser('an officer registers a monitoring point and sees what it owes', async () => {
    const { page, complaints, open, settled } = await look({ as: 'officer' });
    await open('#/partners?tab=points');
    await page.locator('[role="tabpanel"]:not([hidden]) [data-step="points"] > summary').click();
    const form = page.locator('[data-step="points"]');
    await form.getByLabel(/^名称/).fill('测试省级园区');
    await form.getByLabel(/^行政区划/).fill('439902');
    await form.getByLabel(/^类别/).selectOption('provincialPark');
    await form.getByLabel(/^报告周期/).selectOption('quarter');
    await form.locator('button.primary').click();
    await page.waitForSelector('.columns');
    await settled();
    const text = await page.locator('main').innerText();
    for (const said of [/报告对象\s*测试市/, /协调督促\s*邻区/, /2026-Q1/]) expect(text).toMatch(said);
    expect(complaints).toEqual([]);
  });

  eachView('signs', () => look({ as: 'supervisor' }), '#/signs');
  eachView('sign', () => look({ as: 'supervisor' }), () => `#/signs/${sign}`);
  eachView('partners', () => look({ as: 'officer' }), '#/partners');
  eachView('partners-points', () => look({ as: 'officer' }), '#/partners?tab=points');
  eachView('partners-stations', () => look({ as: 'supervisor' }), '#/partners?tab=stations');
  eachView('partner', () => look({ as: 'officer' }), () => `#/partners/${park}`, async ({ page }) => { await page.locator('[data-step="report-period"] > summary').click(); });
});
