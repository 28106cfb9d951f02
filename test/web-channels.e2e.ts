import { webhookKeyId } from '#libs/security/webhook.js';
import { Hotline } from '../simulator/hotline.js';
import type { App } from './app.js';
import { startApp } from './app.js';
import type { Looker, Screen } from './browser.js';
import { inBrowser, openBrowser } from './browser.js';
import { eachView } from './looked-at.js';
import { wageOrders } from './work-orders.js';

const NOW = '2026-03-09T09:00:00+08:00';

describe('The page of channels and keys', () => {
  let app: App;
  let looker: Looker | undefined;
  let screen: Screen | undefined;
  const administrator = async (): Promise<Screen> => (screen ??= await (looker ??= await openBrowser()).screen(app.url, { as: 'security-admin-000000' }));

  beforeAll(async () => {
    app = await startApp({ now: NOW });
    const terms = { reason: '核定权限', divisions: ['439900', '439701'], kinds: ['complaint', 'report'], formats: ['json', 'xlsx'], rate: { perMinute: 600, burst: 50 }, certificates: ['ab'.repeat(32)], feedbackUrl: 'https://hotline.test/anxin/feedback' };
    const answer = await fetch(`${app.url}/v1/channels/12333/terms`, { method: 'POST', headers: { authorization: `Bearer ${await app.token('security-admin', '000000')}`, 'content-type': 'application/json' }, body: JSON.stringify(terms) });
    expect(answer.status).toBe(200);
  });
  afterAll(async () => {
    await screen?.close();
    await looker?.close();
    await app?.stop();
  });

  inBrowser('issues a key, shows its secret once, and revokes the older one', async () => {
    const { page, open, settled } = await administrator();
    await open('#/channels');
    await page.getByRole('button', { name: /^签发或更换密钥 .*12345/ }).click();
    await page.getByLabel(/^事由/).fill('年度更换密钥');
    await page.getByRole('dialog').getByRole('button', { name: '签发或更换密钥' }).click();
    const secret = (await page.locator('#new-secret').textContent())!;
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await settled();
    expect(await page.content()).not.toContain(secret);
    const order = (): Record<string, unknown> => wageOrders['12345']!(`W-${Math.random()}`, NOW);
    expect((await new Hotline(app.url, '12345', secret).file(order())).status).toBe(202);

    const old = webhookKeyId(app.secrets['12345']!);
    await page.getByRole('button', { name: `吊销 ${old}` }).click();
    await page.getByLabel(/^事由/).fill('已换新密钥');
    await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
    await page.getByRole('row', { name: new RegExp(old) }).getByText('已吊销').waitFor();
    expect((await new Hotline(app.url, '12345', app.secrets['12345']!).file(order())).status).toBe(401);
    await page.getByRole('row', { name: new RegExp(webhookKeyId(secret)) }).getByText('有效').waitFor();
  });

  inBrowser('stops a channel and starts it again', async () => {
    const { page, open } = await administrator();
    await open('#/channels');
    await page.getByRole('button', { name: /^停用渠道 .*12345/ }).click();
    await page.getByLabel(/^事由/).fill('系统升级');
    await page.getByRole('dialog').getByRole('button', { name: '停用渠道' }).click();
    await page.getByText('已停用', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^重新启用 .*12345/ }).click();
    await page.getByLabel(/^事由/).fill('升级完成');
    await page.getByRole('dialog').getByRole('button', { name: '重新启用' }).click();
    await page.getByText('已停用', { exact: true }).waitFor({ state: 'detached' });
  });

  eachView('channels', administrator, '#/channels');
});
