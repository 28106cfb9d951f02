import type { App } from './app.js';
import { startApp } from './app.js';
import type { Looker, Screen } from './browser.js';
import { inBrowser, openBrowser } from './browser.js';
import { eachView } from './looked-at.js';

describe('The page of rebuilds', () => {
  let app: App;
  let looker: Looker | undefined;
  let screen: Screen | undefined;
  const operator = async (): Promise<Screen> => (screen ??= await (looker ??= await openBrowser()).screen(app.url, { as: 'operator' }));

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-09T09:00:00+08:00' });
    await app.hotline('station').file({ externalId: 'R-1', receivedAt: app.clock.now(), category: 'D01', demandKind: 'complaint', division: '439901', origin: '12345', text: '工资未发。', employer: { name: '测试公司' }, facts: { workers: 1, amount: 18_000, months: 3 } });
    await app.settled();
  });
  afterAll(async () => {
    await screen?.close();
    await looker?.close();
    await app?.stop();
  });

  inBrowser('makes a table again and says how it went', async () => {
    const { page, open } = await operator();
    await open('#/rebuild');
    await page.getByRole('button', { name: '重建 intake.retention', exact: true }).click();
    await page.getByRole('row', { name: /intake\.retention/ }).getByText('与在用的一致').waitFor();
    await app.database.query('UPDATE supervision.case_view SET breached = 77');
    await page.getByRole('button', { name: '只比对 supervision.case_view', exact: true }).click();
    await page.getByRole('row', { name: /supervision\.case_view/ }).getByText('1 行不同').waitFor();
    expect((await app.database.query('SELECT 1 FROM supervision.case_view WHERE breached = 77')).rowCount).toBe(1);
    await page.getByRole('button', { name: '重建 supervision.case_view', exact: true }).click();
    await page.getByRole('row', { name: /supervision\.case_view/ }).getByText('只比对，未更换').waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /supervision\.case_view/ }).getByText('已完成').waitFor();
    expect((await app.database.query('SELECT 1 FROM supervision.case_view WHERE breached = 77')).rowCount).toBe(0);
  });

  eachView('rebuild', operator, '#/rebuild');
});
