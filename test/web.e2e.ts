import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from './app.js';
import { startApp } from './app.js';

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].reduce<string | undefined>(
  (found, name) => found ?? (spawnSync(name, ['--version']).status === 0 ? name : undefined), process.env['CHROMIUM_PATH'] || undefined);
if (!chromium) console.log('The pages are not looked at: no Chromium on PATH, and CHROMIUM_PATH is not set.');
const withBrowser = chromium ? it : it.skip;

/** Quiet, alone, and without a home: what it would otherwise keep or ask for is no part of the test. */
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-logging=stderr', '--v=0'];
const VIRTUAL_MS = 8000;

describe('The pages', () => {
  let app: App;
  let trackingCode: string;
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const { body } = await app.hotline('station').file({
      externalId: 'W-1', receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '三个月工资未发。',
      requester: { name: '甲子某' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
    });
    trackingCode = String(body.trackingCode);
    await app.settled();
  });
  afterAll(() => app?.stop());

  withBrowser('let a person of the demo sign in by a card', async () => {
    const { dom, said } = await look(`${app.url}/`);
    expect(said).toEqual([]);
    expect(dom).toContain('选择身份登录');
    expect(dom.match(/class="person"/g)?.length).toBeGreaterThan(10);
    expect(dom).toContain('测试区劳动保障监察员');
  });

  withBrowser('tell a worker in plain words where the case is, who acts, and by when', async () => {
    const { dom, said } = await look(`${app.url}/#/track/${trackingCode}`);
    expect(said).toEqual([]);
    expect(textOf(dom)).toMatch(/现在到了\s*已派单/);
    expect(textOf(dom)).toMatch(/由谁办理\s*人社部门劳动保障监察机构\s*测试区/);
    expect(textOf(dom)).toMatch(/最晚 3月\d+日.* 前/);
    expect(dom).toContain('诉求已登记');
    expect(dom).not.toContain('甲子某');
  });

  withBrowser('say it in words where a code is not known', async () => {
    const { dom } = await look(`${app.url}/#/track/AAAAAAAAAA`);
    expect(dom).toContain('没有找到这个查询码，请核对。');
  });

  it('name what the board shows by its ids, and tell the clock that they count by', async () => {
    const names = await app.office.get<Record<string, Record<string, unknown>>>('supervisor', '/v1/supervision/names');
    expect(names['departments']?.['inspectionBody']).toEqual({ zh: '人社部门劳动保障监察机构', en: 'labour inspection body of the HR&SS bureau' });
    expect(names['clocks']?.['ARB-AWARD']).toMatchObject({ zh: '仲裁审限', level: 'law' });
    expect(names['events']?.['intake.claim-filed.v1']).toBe('诉求已登记');
    expect(names['divisions']).toEqual({ 439900: '测试市', 439901: '测试区' });
    expect(await app.office.get('supervisor', '/v1/supervision/statistics')).toMatchObject({ now: '2026-03-02T10:20:00+08:00', cases: 1, open: 1 });
  });

  it('run no script and no style but their own', async () => {
    const response = await fetch(`${app.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
  });
});

/** The page as it stands when its scripts have run, and what the browser complained of: script errors and refused resources. */
async function look(url: string): Promise<{ dom: string; said: string[] }> {
  const home = await mkdtemp(join(tmpdir(), 'anxin-web-'));
  try {
    return await new Promise((resolve, reject) => {
      execFile(chromium!, [...FLAGS, `--user-data-dir=${home}`, '--lang=zh-CN', `--virtual-time-budget=${VIRTUAL_MS}`, '--dump-dom', url], { timeout: 45_000, maxBuffer: 16 * 1024 * 1024 }, (error, dom, log) => {
        if (error) return reject(error);
        resolve({ dom, said: log.split('\n').filter((line) => /:CONSOLE[:(]/.test(line)) });
      });
    });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function textOf(dom: string): string {
  return dom.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}
