import { readdirSync, readFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { App } from './app.js';
import { startApp } from './app.js';
import type { Looker } from './browser.js';
import { inBrowser, openBrowser } from './browser.js';

const WORKER = fileURLToPath(new URL('../web/worker/', import.meta.url)).replace(/([\\/])dist([\\/]web)/, '$2');
const SHOTS = fileURLToPath(new URL('shots/', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The floor is Chrome and WebView 61 of 2017: what came later is not written in the page's files. */
describe("The worker's page on an old phone", () => {
  const files = readdirSync(WORKER).filter((name) => name.endsWith('.js') && name !== 'open.screen.js').map((name) => [name, readFileSync(join(WORKER, name), 'utf8')] as const);

  it.each(files)('%s is written in words of 2017', (_, text) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
    expect(code.match(/\?\.(?!\d)|\?\?|\bcatch \{|\.flat\(|\.flatMap\(|replaceAll|replaceChildren|fromEntries|AbortController|allSettled|\.finally\(|\.at\(|structuredClone|randomUUID|matchAll|toggleAttribute|\bimport\(/g)).toBeNull();
  });

  it('hashes as everybody does', async () => {
    const { sha256 } = (await import(pathToFileURL(join(WORKER, 'sha256.js')).href)) as { sha256: (bytes: Uint8Array) => string };
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 70_001]) {
      const bytes = randomBytes(length);
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe("The worker's page", () => {
  let app: App;
  let looker: Looker;
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    looker = await openBrowser();
  });
  afterAll(async () => {
    await looker?.close();
    await app?.stop();
  });

  const axe = async (page: Page): Promise<string[]> => {
    await page.evaluate(readFileSync(AXE, 'utf8'));
    return page.evaluate(async () => {
      const { violations } = await (window as never as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
    });
  };
  const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  inBrowser('is filled in, checked, sent, receives its photo, and is tracked, at 360 px', async () => {
    const context = await looker.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await page.goto(`${app.url}/#/file`);
    await page.waitForSelector('main form');
    expect(page.url()).toContain('/worker/#/file');
    expect([await axe(page), await fits(page)]).toEqual([[], true]);
    await page.screenshot({ path: join(SHOTS, 'worker-file-360-zh.png'), fullPage: true });
    await page.locator('.pick', { hasText: '被欠工资' }).click();
    await page.getByRole('button', { name: '先看看谁来办' }).click();
    await page.getByText('请先选省（市），再选市（区）').waitFor();
    expect(await page.getByText('行政区划代码').count()).toBe(0);
    await page.selectOption('select >> nth=0', { label: '测试市' });
    await page.selectOption('select >> nth=1', { label: '测试区' });
    const type = (label: string, text: string) => page.getByLabel(label, { exact: false }).first().fill(text);
    await type('老板或者公司叫什么', '测试劳务公司');
    await type('一共欠多少元', '18000');
    await type('手机号', '1390000');
    await page.getByRole('button', { name: '先看看谁来办' }).click();
    await page.waitForSelector('.notice.bad');
    expect(await page.locator('.wrong:visible').allTextContents()).toEqual(['应为 11 位手机号码']);
    await type('手机号', '13900008811');
    await page.reload(); // The phone was put away: what was typed is there still.
    await page.waitForSelector('main form');
    expect(await page.getByLabel('手机号').inputValue()).toBe('13900008811');
    await page.setInputFiles('#photos', { name: '考勤.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForSelector('.notice.mind >> text=还差这些');
    expect([await axe(page), await fits(page)]).toEqual([[], true]);
    await page.screenshot({ path: join(SHOTS, 'worker-checked-360-zh.png'), fullPage: true });
    let sent = 0; // Twice the network breaks, once a proxy says no in words that nobody reads; then it holds.
    await page.route('**/v1/track/*/evidence', (route) => (++sent <= 2 ? route.abort() : sent === 3 ? route.fulfill({ status: 403, contentType: 'text/html', body: '<h1>Forbidden</h1>' }) : route.continue()));
    await page.getByRole('button', { name: '没有了，就这样提交' }).click();
    await page.waitForSelector('.code');
    await page.waitForSelector('text=网络不好，重试中');
    expect([await axe(page), await fits(page)]).toEqual([[], true]);
    await page.screenshot({ path: join(SHOTS, 'worker-photo-again-360-zh.png'), fullPage: true });
    await page.waitForSelector('text=没有传上');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForSelector('text=已收到，核对无误');
    expect([await axe(page), await fits(page)]).toEqual([[], true]);
    await page.screenshot({ path: join(SHOTS, 'worker-receipt-360-zh.png'), fullPage: true });
    expect(await page.evaluate(() => localStorage.getItem('anxin.draft'))).toBeNull();
    const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), await caches.keys(), history.state]));
    expect([addresses.length > 5, [kept, ...addresses].filter((each) => each.includes('13900008811'))]).toEqual([true, []]); // Once it is sent, this phone knows nothing of it, and no address ever did.
    await app.settled();
    await page.getByRole('link', { name: '看进度' }).click();
    await page.waitForSelector('.state');
    const shown = await page.locator('main').innerText();
    expect(shown).toMatch(/劳动保障监察机构/);
    expect(shown).not.toContain('13900008811');
    expect(shown).toMatch(/《劳动保障监察条例》第\d+条/);
    await page.getByRole('button', { name: '上传照片' }).click();
    await page.locator('#main').getByText('请先选照片。').waitFor();
    expect([await axe(page), await fits(page)]).toEqual([[], true]);
    await page.screenshot({ path: join(SHOTS, 'worker-track-360-zh.png'), fullPage: true });
    await page.locator('header .plain').click();
    await page.waitForSelector('text=Where my case stands');
    await page.waitForSelector('.state');
    expect([await axe(page), await fits(page)]).toEqual([[], true]);
    await page.screenshot({ path: join(SHOTS, 'worker-track-360-en.png'), fullPage: true });
    expect((await page.locator('.steps span').allTextContents()).at(-1)).toBe('Claim filed');
    expect(sent).toBe(4);
    expect((await app.database.query(`SELECT 1 FROM es.events WHERE type = 'intake.evidence-added'`)).rowCount).toBe(1);
    expect(complaints.filter((each) => !/ERR_FAILED|403/.test(each))).toEqual([]); // The network that broke, and the proxy.
    await context.close();
  });
});
