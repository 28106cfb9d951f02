import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noteAddress } from '../demo/home.js';
import type { App } from './app.js';
import { startApp } from './app.js';

const TOOLS = ['bash', 'curl', 'openssl', 'awk', 'od'];
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
const suite = missing.length === 0 ? describe : describe.skip;

suite(`The walk of README.md${missing.length === 0 ? '' : ` (skipped: needs ${missing.join(', ')})`}`, () => {
  let app: App;
  let home: string;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-18T10:00:00+08:00' });
    // A home as a running demo has it, so that `npm run token` and `npm run channel-key` speak for this app.
    home = mkdtempSync(join(tmpdir(), 'anxin-readme-'));
    writeFileSync(join(home, 'secrets.json'), JSON.stringify({ channels: app.secrets, clientSecret: app.issuer.clientSecret }), { mode: 0o600 });
    noteAddress(home, { url: app.url, issuer: app.issuer.issuer, pid: process.pid });
  });

  afterAll(async () => {
    await app?.stop();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  it('leads a case from the call to its closure and back by replay', async () => {
    const { stdout } = await promisify(execFile)('bash', ['test/readme-walk.sh'], { env: { ...process.env, NODE_OPTIONS: '', ANXIN_HOME: home, URL: app.url }, timeout: 240_000 });
    expect(stdout).toContain("'inspectionBody'");
    expect(stdout).toContain('sent again: the same receipt');
    for (const event of ['OrderSigned', 'RequesterContacted', 'ComplaintAccepted', 'InspectionFiled', 'PayOrdered', 'ReplyGiven', 'WagePaid', 'PaymentCompleted', 'CallbackMade', 'CaseClosed']) {
      expect(stdout).toContain(`'${event}'`);
    }
    expect(stdout).toMatch(/^CLOSED 0 诉求已登记 .*已结案$/m);
    expect(stdout).toMatch(/as it stood when signed: \d+ SIGNED$/m);
    const { cases } = await app.office.get<{ cases: { state: string; unpaid: number }[] }>('supervisor', '/v1/cases?closed=true');
    expect(cases).toMatchObject([{ state: 'CLOSED', unpaid: 0 }]);
  }, 270_000);
});
