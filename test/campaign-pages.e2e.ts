import { randomUUID } from 'node:crypto';
import type { App } from './app.js';
import { startApp } from './app.js';
import { inBrowser } from './browser.js';
import { Persons } from './journeys/desk-people.js';
import { eachView, windowsOn } from './looked-at.js';
import { send, wageOrders } from './work-orders.js';

const [leader, second] = ['sup-1', 'sup-2'].map((id) => ({ id, role: 'supervisor', division: '439900' })) as [{ id: string; role: string; division: string }, { id: string; role: string; division: string }];

describe('The pages of campaigns', () => {
  let app: App;
  const [winter, visits, list, place, closed] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const look = windowsOn(() => app.url);

  beforeAll(async () => {
    app = await startApp({ now: '2026-11-30T09:00:00+08:00' });
    const persons = new Persons(app);
    const give = (who: typeof leader, path: string, body: object = {}) => persons.ask(who, `supervision/${path}`, body);
    const cases: string[] = [];
    for (const [n, division] of ['439901', '439901', '439901', '439902', '439902'].entries()) {
      const order = { ...wageOrders['station']!(`P${n}`, app.clock.now()), division, employer: { name: `测试${n}建筑公司` }, requester: { name: `密${n}某`, phone: `139000079${10 + n}` }, facts: { workers: 2, amount: 5000, periodFrom: '2026-08', periodTo: '2026-09', sector: 'E47', governmentInvested: n % 2 === 0 } };
      cases.push((await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, order)).json['caseId'] as string);
    }
    await app.settled();
    for (const [n, caseId] of cases.entries()) await app.office.do('officer', caseId, 'resolution/state-wages-owed', { performBy: '2027-03-10', owed: [{ worker: 1, amount: 1_800_000 + n * 100_000 }, { worker: 2, amount: 900_000 }] });
    await app.settled();
    await give(leader, 'campaigns', { campaign: winter, kind: 'winter', title: '2026年根治欠薪冬季专项行动', division: '439900', year: 2026, source: '测试人社发〔2026〕31号', targets: [{ division: '439901', openMax: 0, dueOn: '2027-01-20' }, { division: '439902', openMax: 0 }] });
    await give(second, `campaigns/${winter}/commands/start`);
    await give(leader, 'campaigns', { campaign: closed, kind: 'summer', title: '2026年夏季专项行动', division: '439900', year: 2026, source: '京人社农工字〔2025〕79号 七', dueOn: '2026-12-14' });
    await give(second, `campaigns/${closed}/commands/start`);
    await give(leader, 'campaigns', { campaign: visits, kind: 'visits', title: '春节前排摸走访', division: '439900', year: 2026, source: '就地过年服务保障通知 二', dueOn: '2027-01-31' });
    await give(second, `campaigns/${visits}/commands/start`);
    await give(leader, 'campaigns', { campaign: list, kind: 'practicalMatters', title: '2027年为农民工办实事清单', division: '439900', year: 2027, source: '京人社农工字〔2025〕79号 十', dueOn: '2027-12-31' });
    await give(second, `campaigns/${list}/commands/start`);
    const matter = randomUUID();
    await give(leader, `campaigns/${list}/commands/list-matter`, { matter, title: '在农民工集中的地区设立一站式服务窗口', department: 'employmentService', division: '439901', dueOn: '2027-06-30' });
    await give(leader, `campaigns/${list}/commands/list-matter`, { matter: randomUUID(), title: '高频事项政策汇编成册，在服务窗口和车站发放', department: 'employmentService', division: '439902', dueOn: '2027-03-31' });
    await give(leader, `campaigns/${list}/commands/finish-matter`, { matter, proof: 'BSS-2027-1' });
    for (const [residence, name, id] of [['community', '测试街道第一社区', randomUUID()], ['workplace', '测试花园二期工地', place], ['lodging', '测试旅店', randomUUID()], ['barracks', '测试营区', randomUUID()]] as const) {
      await give(leader, `campaigns/${visits}/visits`, { place: id, division: '439901', residence, name, dueOn: residence === 'lodging' ? '2026-12-05' : '2027-01-10' });
    }
    await app.settled();
    app.clock.set('2026-12-08T09:00:00+08:00');
    const pay = (n: number, worker: number, amount: number) => app.office.do('officer', cases[n]!, 'resolution/record-wage-paid', { worker, amount, source: 'employer', evidence: `HD-${n}-${worker}` });
    await pay(0, 1, 1_800_000); await pay(0, 2, 900_000); await pay(3, 1, 2_100_000);
    await app.settled();
    app.clock.set('2026-12-15T09:00:00+08:00');
    await pay(3, 2, 900_000);
    await app.settled();
    for (let i = 0; i < 50 && (await persons.ask(leader, `supervision/campaigns/${closed}`)).json['outcome'] !== 'missed'; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    await give(leader, `campaigns/${closed}/commands/close`, { note: '余案转入冬季行动。' });
    await app.settled();
  }, 180_000);
  afterAll(() => app?.stop());

  inBrowser('lead a supervisor from the list through the numbers into a case', async () => {
    const { page, complaints, open, settled } = await look({ as: 'supervisor' });
    await open('#/campaigns');
    await page.getByRole('link', { name: '2026年根治欠薪冬季专项行动' }).click();
    await page.waitForSelector('[data-tile="open"]');
    await settled();
    // By hand: five cases, two of them paid in full; 1,900,000 + 2,000,000 + 2,200,000 and three times 900,000 Fen are left.
    expect(await page.locator('[data-tile="rate"]').innerText()).toMatch(/40%\s*2 \/ 5/);
    expect(await page.locator('[data-tile="open"]').innerText()).toMatch(/3\s*启动时 5/);
    expect(await page.locator('[data-tile="unpaid"]').innerText()).toContain('¥88,000');
    await page.getByRole('tab', { name: '案件' }).click();
    await settled();
    expect(await page.locator('[data-tab="members"] tbody tr').count()).toBe(5);
    await page.locator('[data-tab="members"] tbody a').first().click();
    await page.waitForSelector('.case-head');
    expect(complaints).toEqual([]);
  });

  inBrowser('take a visit and what it found from a coordinator, and show the case that it has become', async () => {
    const { page, complaints, open, settled } = await look({ as: 'coordinator-439901' });
    await open(`#/visits/${place}`);
    const step = (name: string) => page.locator('details.step', { hasText: name });
    await step('登记走访').locator('summary').first().click();
    await step('登记走访').getByLabel('访谈人数').fill('26');
    await step('登记走访').getByLabel('登记人数').fill('27');
    await step('登记走访').getByLabel('已宣讲政策').selectOption('true');
    await step('登记走访').locator('button.primary').click();
    await step('登记走访').getByText('登记人数不得多于访谈人数').waitFor();
    await step('登记走访').getByLabel('登记人数').fill('24');
    await step('登记走访').getByLabel('走访记录').fill('密某反映食堂欠薪。');
    await step('登记走访').locator('button.primary').click();
    await page.getByText('登记发现的问题').waitFor();
    await settled();
    expect(await page.locator('main').innerText()).not.toContain('密某'); // Behind a reason, and the look is kept.
    await page.locator('details.reveal summary').click();
    await page.getByLabel('查看理由', { exact: false }).fill('复核走访情况');
    await page.locator('details.reveal button').click();
    await page.getByText('密某反映食堂欠薪。').waitFor();
    await step('登记发现的问题').locator('summary').first().click();
    await step('登记发现的问题').getByLabel('走访', { exact: false }).first().selectOption({ index: 0 });
    await step('登记发现的问题').getByLabel('诉求类别').selectOption('D01');
    await step('登记发现的问题').getByLabel('涉及人数').fill('3');
    await step('登记发现的问题').locator('button.primary').click();
    await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('正在立案') || document.querySelector('main')?.textContent?.includes('打开案件'));
    await app.settled();
    await open('#/campaigns');
    await open(`#/visits/${place}`);
    await page.getByRole('link', { name: '打开案件' }).click();
    await page.waitForSelector('.case-head');
    await settled();
    expect(await page.locator('main').innerText()).toContain('走访发现');
    expect(complaints.filter((each) => !/422/.test(each))).toEqual([]);
  });

  describe('look right at every size, in Chinese and in English', () => {
    eachView('campaigns', () => look({ as: 'supervisor' }), '#/campaigns', async ({ page }) => { await page.locator('details.step > summary').click(); });
    eachView('campaign-progress', () => look({ as: 'supervisor' }), () => `#/campaigns/${winter}`);
    eachView('campaign-members', () => look({ as: 'supervisor' }), () => `#/campaigns/${winter}?tab=members`);
    eachView('campaign-targets', () => look({ as: 'supervisor' }), () => `#/campaigns/${winter}?tab=targets`);
    eachView('campaign-report', () => look({ as: 'supervisor' }), () => `#/campaigns/${closed}?tab=report`);
    eachView('campaign-matters', () => look({ as: 'supervisor' }), () => `#/campaigns/${list}?tab=matters`);
    eachView('campaign-visits', () => look({ as: 'supervisor' }), () => `#/campaigns/${visits}?tab=visits`);
    eachView('place', () => look({ as: 'coordinator-439901' }), () => `#/visits/${place}`, async ({ page }) => { await page.locator('details.step > summary').first().click(); });
  });
});
