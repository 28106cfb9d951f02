import { randomUUID } from 'node:crypto';
import type { App } from './app.js';
import { startApp } from './app.js';
import { inBrowser } from './browser.js';
import { eachView, windowsOn } from './looked-at.js';

describe('The pages of the answer base and of site codes', () => {
  let app: App;
  const project = randomUUID();
  const look = windowsOn(() => app.url);
  const ask = async (path: string, body: object, role: string): Promise<void> => {
    const response = await fetch(`${app.url}/v1/resolution/${path}`, { method: 'POST', headers: { authorization: `Bearer ${await app.token(role, '439901')}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect([path, response.status]).toEqual([path, 200]);
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    await ask('projects', { project, name: '测试花园二期', sector: 'housing', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司' }, investment: 'government', startedOn: '2026-01-05' }, 'inspector');
    await ask(`projects/${project}/commands/issue-site-code`, {}, 'coordinator');
    await app.hotline('station').file({
      externalId: 'WA-1', receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '工资未发。', requester: { name: '密某', phone: '13900001001' },
      employer: { name: '测试劳务公司' }, project: { name: '测试花园二期' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
    });
    const step = (command: string, body: object, role = 'inspector') => ask(`projects/${project}/commands/${command}`, body, role);
    await step('open-project-account', { bank: '测试银行', openedOn: '2026-01-20' });
    await step('pay-in-deposit', { amount: 30_000_000, form: 'guarantee', proof: 'BH-1' });
    await step('fund-labour-cost', { month: '2026-01', amount: 50_000_000, proof: 'BF-1' });
    await step('add-subcontractor', { name: '测试劳务公司', kind: 'labour' });
    await step('visit-site', { visit: randomUUID(), interviewed: 12, unpaid: { workers: 3, amount: 1_800_000, months: 2 } }, 'coordinator');
    await ask('projects', { project: randomUUID(), name: '测试大桥', sector: 'transport', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司' }, investment: 'stateOwned', startedOn: '2026-03-01' }, 'inspector');
    await app.settled();
  }, 60_000);
  afterAll(() => app?.stop());

  inBrowser('an agent finds an answer with its source, says that it was told, and passes on what it does not know', async () => {
    const { page, complaints, open, settled } = await look({ as: 'officer' });
    await open('#/answers');
    await page.fill('#question', '劳动仲裁要多久');
    await page.locator('main form button.primary').first().click();
    await page.waitForSelector('main article.card');
    const [first] = await page.locator('main article.card').allInnerTexts();
    expect(first).toMatch(/45日内裁决/);
    expect(first).toMatch(/劳动争议调解仲裁法/);
    await page.locator('main article.card button').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('channel'); // Nothing is recorded before the agent has said where the call came in.
    await page.selectOption('#channel', { label: '12345热线' });
    await page.locator('main article.card button').first().click();
    await page.waitForSelector('main article.card .notice');
    await page.fill('#question', '月球上的工伤怎么认定呢');
    await page.locator('main form button.primary').first().click();
    await settled();
    const passing = page.locator('main details.card');
    if (!(await passing.evaluate((node) => (node as never as { open: boolean }).open))) await passing.locator('summary').click();
    await passing.locator('select').selectOption('D03');
    await passing.locator('input').first().fill('工伤科');
    await passing.locator('input').nth(1).fill('13900008811');
    await passing.locator('button.primary').click();
    await page.waitForSelector('main details.card .notice');
    await page.waitForSelector('main ul.orders');
    await settled();
    const { rows } = await app.database.query<{ channel: string }>(`SELECT data::jsonb ->> 'channel' AS channel FROM es.events WHERE type = 'intake.answer-given' UNION ALL SELECT data::jsonb ->> 'origin' FROM es.events WHERE type = 'intake.claim-filed' AND data::jsonb ? 'passedOn'`);
    expect(rows).toEqual([{ channel: '12345' }, { channel: '12345' }]);
    await page.reload();
    await settled();
    expect(await page.inputValue('#channel')).toBe('12345'); // The desk does not move from call to call.
    expect(await page.locator('main ul.orders').innerText()).toMatch(/工伤科[\s\S]*3月2日 10:20/); // The clock of Shanghai, wherever the browser stands.
    expect(complaints).toEqual([]);
  });

  inBrowser('a coordinator sees the poster of a site, and takes its code back', async () => {
    const { page, complaints, open, settled } = await look({ as: 'coordinator' });
    await open(`#/sites/${project}`);
    expect(await page.locator('.poster').innerText()).toMatch(/测试花园二期/);
    const wide = await page.locator('.poster img').evaluate((node) => (node as never as { naturalWidth: number }).naturalWidth);
    expect(wide).toBeGreaterThan(0);
    await page.locator('main ul.orders button.link').click();
    await settled();
    expect(await page.locator('.poster').count()).toBe(0);
    await page.locator('main button.primary').click(); // A new one.
    await page.waitForSelector('.poster');
    expect(complaints).toEqual([]);
  });

  inBrowser('an inspector opens a file by what it lacks, records a finding, and it stands in the file', async () => {
    const { page, complaints, open, settled } = await look({ as: 'inspector-439901' });
    await open('#/projects');
    // By hand, on 2 March: the account and the deposit are there; of January and February labour cost was funded once and wages never paid; the roster is thirty days due since 4 February; the board has ninety.
    expect(await page.locator('main tbody tr', { hasText: '测试花园二期' }).locator('.chip').allTextContents()).toEqual(['人工费用拨付', '专户按月发放', '实名制和合同']);
    expect(await page.locator('[data-tile="lacking"] .total-value').innerText()).toBe('1'); // The bridge began on 1 March: nothing is due yet.
    await page.locator('[data-tile="lacking"]').click();
    await settled();
    expect(await page.locator('main tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: '测试花园二期' }).click();
    await page.waitForSelector('[data-step="make-finding"]');
    expect(await page.locator('main tbody tr', { hasText: '人工费用按月拨付到专户' }).innerText()).toMatch(/《保障农民工工资支付条例》第24、29条[\s\S]*欠缺[\s\S]*2026-02/);
    const step = page.locator('[data-step="make-finding"]');
    await step.locator('summary').first().click();
    await step.locator('select').selectOption({ label: '工资按月由专户发放' });
    await step.locator('input[type="date"]').fill('2026-03-20');
    await step.locator('button.primary').click();
    await page.waitForSelector('.notice:not([hidden])');
    await settled();
    expect(await page.locator('main tbody tr', { hasText: '未整改' }).innerText()).toMatch(/工资按月由专户发放[\s\S]*3月20日/);
    expect(complaints).toEqual([]);
  });

  eachView('projects', () => look({ as: 'officer-439901' }), '#/projects', async ({ page }) => { await page.locator('[data-step="register-project"] summary').first().click(); });
  eachView('project', () => look({ as: 'inspector-439901' }), () => `#/projects/${project}`, async ({ page }) => { await page.locator('[data-step="visit-site"] summary').first().click(); });
  eachView('answers', () => look({ as: 'officer' }), '#/answers', async ({ page, settled }) => {
    await page.fill('#question', '劳动仲裁要多久');
    await page.locator('main form button.primary').first().click();
    await settled();
  });
  eachView('sites', () => look({ as: 'coordinator' }), '#/sites');
  eachView('site-code', () => look({ as: 'coordinator' }), () => `#/sites/${project}`);
});
