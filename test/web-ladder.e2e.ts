import type { App } from './app.js';
import { startApp } from './app.js';
import { inBrowser } from './browser.js';
import { eachView, windowsOn } from './looked-at.js';

describe('The pages of the ladder', () => {
  let app: App;
  let caseId: string;
  const look = windowsOn(() => app.url);

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T09:00:00+08:00' });
    const { body } = await app.hotline('station').file({
      externalId: 'L-1', receivedAt: app.clock.now(), category: 'D01', demandKind: 'complaint', division: '439901', origin: '12345', text: '三个月工资未发。', requester: { name: '密甲', phone: '13900007701' }, employer: { name: '测试劳务公司' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
    });
    caseId = String(body.caseId);
    await app.settled();
    app.clock.set('2026-03-04T09:00:00+08:00');
    for (let i = 0; i < 100 && !(await app.office.get<{ ownerless: boolean }>('supervisor', `/v1/cases/${caseId}`)).ownerless; i++) await new Promise((resolve) => setTimeout(resolve, 200));
    await app.office.do('supervisor', caseId, 'supervision/send-reminder', { order: 0, text: '请于两日内指定经办人。' });
    await app.settled();
  }, 120_000);
  afterAll(() => app?.stop());

  inBrowser('a supervisor sees what nobody holds, opens it, and finds the ladder on the page of the case', async () => {
    const { page, complaints, open, settled } = await look({ as: 'supervisor' });
    await open('#/board');
    await page.locator('a.total', { hasText: '无人承办' }).click();
    await settled();
    expect(await page.locator('tr[data-case]').count()).toBe(1);
    await open('#/ladder');
    expect(await page.locator('main').innerText()).toMatch(/无人承办[\s\S]*催办|催办[\s\S]*无人承办/);
    await page.locator('[data-tile="given"]').click();
    await settled();
    expect(await page.locator('main table.sheet tbody tr').count()).toBe(1);
    await page.locator('main table.sheet tbody a').first().click();
    await page.waitForSelector('.columns');
    await settled();
    const text = await page.locator('main').innerText();
    expect(text).toContain('督办阶梯');
    expect(text).toContain('未签收');
    expect(text).toContain('逾期未答复将升为');
    expect(complaints).toEqual([]);
  });

  eachView('ladder', () => look({ as: 'supervisor' }), '#/ladder');
  eachView('ladder-case', () => look({ as: 'supervisor' }), () => `#/cases/${caseId}`);
});
