import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Screen } from '../browser.js';
import { inBrowser } from '../browser.js';
import { eachView, windowsOn } from '../looked-at.js';
import { send, wageOrders } from '../work-orders.js';

describe('The pages of figures and circulars', () => {
  let app: App;
  let figures: string;
  let circular: string;
  const look = windowsOn(() => app.url);
  const publish = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${app.url}/v1/supervision/${path}`, { method: 'POST', headers: { authorization: `Bearer ${await app.token('supervisor')}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const cases: string[] = [];
    for (let n = 1; n <= 4; n++) {
      const { json } = await send({ url: app.url, channel: 'clue-platform', secret: app.secrets['clue-platform']! }, { ...wageOrders['clue-platform']!(`CS${n}`, '2026-03-02T10:15:00+08:00'), realName: `密${n}某`, phone: `139000066${10 + n}`, employer: `图表${n}劳务公司`, arrearsAmount: 18000 + n, arrearsFrom: `20${10 + n}-01`, arrearsTo: `20${10 + n}-03` });
      cases.push(json['caseId'] as string);
    }
    await app.settled();
    await app.office.do('inspector', cases[0]!, 'resolution/verify-clue', { order: 0, conclusion: 'trueArrears', amount: 1_800_100, workers: 1 });
    await app.office.do('officer', cases[0]!, 'resolution/state-wages-owed', { performBy: '2026-03-20', owed: [{ worker: 1, amount: 1_800_100 }] });
    await app.office.do('officer', cases[0]!, 'resolution/record-wage-paid', { worker: 1, amount: 800_100, source: 'employer', evidence: 'CS-1' });
    await app.office.do('inspector', cases[1]!, 'resolution/contact-requester', { order: 0, reached: true });
    app.clock.set('2026-03-12T09:00:00+08:00'); // By now some limits were met, and some are broken.
    await app.settled();
    figures = String((await publish('figures', { title: '三月上旬统计通报', kind: 'figures', period: '2026-03', by: 'division' }))['figures']);
    await app.settled();
    circular = String((await publish('circulars', { number: '测调〔2026〕3号', title: '三月上旬调度通报', text: '请各单位核对所附数据，\n在期限内回复超期件的办理情况。', figures, units: [{ department: 'inspectionBody', division: '439901' }, { department: 'arbOffice', division: '439902' }] }))['circular']);
    await app.settled();
  });
  afterAll(() => app?.stop());

  const supervisor = (): Promise<Screen> => look({ as: 'supervisor' });
  eachView('figures', supervisor, '#/statistics?period=2026-03');
  eachView('figures-groups', supervisor, '#/statistics?period=2026-03&by=division&metric=onTime&tab=groups');
  eachView('figures-trend', supervisor, '#/statistics?period=2026-03&tab=trend');
  eachView('figures-league', supervisor, '#/statistics?period=2026-03&tab=league');
  eachView('figures-published', supervisor, '#/statistics?period=2026-03&tab=published');
  eachView('figures-cases', supervisor, '#/statistics/cases?period=2026-03&metric=clueVerification&of=denominator');
  eachView('circulars', supervisor, '#/circulars');
  eachView('circular', () => look({ as: 'inspector-439901' }), () => `#/circulars/${circular}`);
  eachView('circular-new', supervisor, () => `#/circulars/new?figures=${figures}`);

  inBrowser('open a number into its cases, and compute it again at its position', async () => {
    const { page, open, settled, complaints } = await look({ as: 'supervisor' });
    await open('#/statistics?period=2026-03');
    expect(await page.locator('[data-tile="recovered"] .total-value').innerText()).toBe('¥8,001.00');
    const position = await page.locator('[data-position]').innerText();
    await page.getByRole('link', { name: '线索核查率 分母 4' }).click();
    await page.getByRole('heading', { name: '这个数所计的案件' }).waitFor();
    expect(await page.locator('main tbody tr').count()).toBe(4);
    await open('#/statistics?period=2026-03');
    await page.getByRole('link', { name: '按此位置重算' }).click();
    await page.getByRole('link', { name: '回到现在' }).waitFor();
    await settled();
    expect(page.url()).toContain(`asOf=${position}`);
    expect(await page.locator('[data-position]').innerText()).toBe(position);
    await open('#/statistics?period=2026-03&tab=published');
    await page.getByRole('button', { name: '重算核对' }).click();
    await page.getByText('一致：重算结果与发布时相同').waitFor();
    expect(complaints).toEqual([]);
  });

  inBrowser('give ranks only to whoever asks, and files with their names', async () => {
    const { page, open, settled } = await look({ as: 'supervisor' });
    await open('#/statistics?period=2026-03&tab=league');
    expect(await page.getByRole('columnheader', { name: '名次' }).count()).toBe(0);
    await page.getByRole('button', { name: '显示名次' }).click();
    await settled();
    await page.getByRole('columnheader', { name: '名次' }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^figures-2026-03-\d+\.csv$/);
  });

  inBrowser('let a unit answer the circular, and its issuer see it', async () => {
    const unit = await look({ as: 'inspector-439901' });
    await unit.open(`#/circulars/${circular}`);
    await unit.page.getByRole('textbox', { name: '回复内容' }).fill('超期件已逐件督办。');
    await unit.page.getByRole('button', { name: '回复', exact: true }).click();
    await app.settled();
    const issuer = await look({ as: 'supervisor' });
    await issuer.open(`#/circulars/${circular}`);
    expect(await issuer.page.locator('main').innerText()).toContain('超期件已逐件督办。');
    await issuer.open('#/circulars');
    expect(await issuer.page.locator('main').innerText()).toContain('1 / 2 已回复');
  });
});
