import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Looker, Screen } from '../browser.js';
import { chromiumPath, inBrowser, openBrowser } from '../browser.js';
import type { Somebody } from './desk-people.js';
import { Persons } from './desk-people.js';

const FRIDAY = '2026-11-27T09:00:00+08:00';
const THURSDAY = '2026-12-03T09:00:00+08:00';
const NEXT_DAY = '2026-12-04T09:00:00+08:00';
const SUNDAY = '2026-12-06T18:00:00+08:00';
const MONDAY = '2026-12-07T08:30:00+08:00';
const NEXT_MONTH = '2027-01-04T09:00:00+08:00';

const [leader, second] = ['sup-1', 'sup-2'].map((id) => ({ id, role: 'supervisor', division: '439900' })) as [Somebody, Somebody];
const here: Somebody = { id: 'inspector-439901', role: 'inspector', division: '439901', department: 'inspectionBody' };
const there: Somebody = { id: 'inspector-439902', role: 'inspector', division: '439902', department: 'inspectionBody' };
const FIRM = '测试聚集劳务有限公司';
const WINTER = '2026年根治欠薪冬季专项行动';
const FIGURES = '十二月上旬统计通报';
const OWED = 1_800_000; // Fen.

/**
 * J4: what a city's supervisor does on a Monday, at the screen. Every number is counted by hand from the cases below, and opens into just those.
 * Dispatched cases: the requester is to be contacted within 24 hours, accepted within five working days (HOT-CONTACT, INSP-ACCEPT); the sample city lets a case stand still for five.
 */
describe('The supervisor’s Monday', () => {
  let app: App;
  let persons: Persons;
  let looker: Looker | undefined;
  let monday: Screen;
  let serial = 0;
  const winter = randomUUID();
  const cases: Record<'still' | 'paid' | 'ownerless' | 'returned' | 'today' | 'soon' | 'calm', string[]> = { still: [], paid: [], ownerless: [], returned: [], today: [], soon: [], calm: [] };

  const file = async (division: string, { firm = `测试${serial}建筑公司` } = {}): Promise<string> => {
    const n = ++serial;
    const { body } = await app.hotline('station').file({
      externalId: `J4-${n}`, receivedAt: app.clock.now(), category: 'D01', demandKind: 'complaint', division, origin: '12345', text: '三个月工资未发。',
      requester: { name: `密${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[n - 1]}某`, phone: `1390000${7800 + n}` }, employer: { name: firm }, facts: { workers: 1, amount: 18_000 + n, months: 3, sector: 'E47' },
    });
    return String(body.caseId);
  };
  const give = async (who: Somebody, path: string, body: object = {}): Promise<void> => {
    const { status, json } = await persons.ask(who, path, body);
    expect([path, status, json.code]).toEqual([path, 200, undefined]);
  };
  const step = (who: Somebody, id: string, name: string, fields: object = {}): Promise<void> => {
    const [service, command] = name.split('/') as [string, string];
    return give(who, `${service}/cases/${id}/commands/${command}`, fields);
  };
  const pay = (id: string, amount: number) => app.office.do('officer', id, 'resolution/record-wage-paid', { worker: 1, amount, source: 'employer', evidence: `HD-${id.slice(-4)}-${amount}` });

  /** Ten days before: two cases will be left lying, and one is paid. The winter action begins with what these three are owed. */
  async function theWeekBefore(): Promise<void> {
    const [first, neighbour, paid] = await Promise.all([file('439901'), file('439902'), file('439901'), file('430102')]); // The last is another city's: it is in none of the numbers.
    cases.still.push(first, neighbour);
    cases.paid.push(paid);
    await app.settled();
    await Promise.all(([[first, here], [neighbour, there], [paid, here]] as const).map(async ([id, holder]) => {
      await step(holder, id, 'routing/sign-order', { order: 0 });
      await app.office.do('officer', id, 'routing/name-officer', { order: 0, officer: holder.id });
      await app.office.do('officer', id, 'resolution/state-wages-owed', { performBy: '2027-01-10', owed: [{ worker: 1, amount: OWED }] });
    }));
    await app.settled();
    await give(leader, 'supervision/campaigns', { campaign: winter, kind: 'winter', title: WINTER, division: '439900', year: 2026, source: '测试人社发〔2026〕31号', targets: [{ division: '439901', openMax: 0, dueOn: '2027-01-20' }] });
    await give(second, `supervision/campaigns/${winter}/commands/start`);
  }

  /** From Thursday on one employer's cases come; the first three find no officer, and another case is objected to by both districts. */
  async function theDaysBefore(): Promise<void> {
    app.clock.set(THURSDAY);
    await pay(cases.paid[0]!, OWED);
    cases.ownerless.push(...(await Promise.all([1, 2, 3].map(() => file('439901', { firm: FIRM })))));
    await app.settled();
    app.clock.set(NEXT_DAY);
    const id = await file('439901');
    cases.returned.push(id);
    await app.settled();
    const word = { ground: 'LSR 13', reason: '工地不在本区。' };
    await step(here, id, 'routing/object-to-dispatch', word);
    await step(leader, id, 'routing/redispatch-order', { department: 'inspectionBody', division: '439902', ...word });
    await step(there, id, 'routing/object-to-dispatch', word);
    await app.settled();
  }

  /** Six more of the employer: one came on Sunday evening, and two are already signed for and their workers spoken to. */
  async function thisMorning(): Promise<void> {
    const firm = FIRM;
    app.clock.set(SUNDAY);
    cases.today.push(await file('439901', { firm }));
    await app.settled();
    app.clock.set(MONDAY);
    cases.soon.push(...(await Promise.all([file('439901', { firm }), file('439902', { firm }), file('439902', { firm })])));
    cases.calm.push(...(await Promise.all([file('439902', { firm }), file('439902', { firm })])));
    await app.settled();
    await Promise.all(cases.calm.map(async (id) => {
      await step(there, id, 'routing/sign-order', { order: 0 });
      await step(there, id, 'resolution/contact-requester', { order: 0, reached: true });
    }));
    await app.settled();
    await until(async () => { // What time alone does: the limits that broke, and what the watch over cases found.
      const { ownerless, stuck, withBreach } = await app.office.get<Record<string, number>>('supervisor', '/v1/supervision/statistics');
      return ownerless! >= 3 && stuck! >= 2 && withBreach! >= 7;
    });
    await app.settled();
  }

  beforeAll(async () => {
    if (!chromiumPath) return;
    app = await startApp({ now: FRIDAY });
    persons = new Persons(app);
    await theWeekBefore();
    await theDaysBefore();
    await thisMorning();
    looker = await openBrowser();
    monday = await looker.screen(app.url, { as: 'supervisor-439900' }); // 甲督办 of the city: both districts, and nothing else.
  }, 180_000);
  afterEach(() => { if (monday) expect(monday.complaints).toEqual([]); });
  afterAll(async () => { await looker?.close(); await app?.stop(); });

  inBrowser('begins at the board, where each number opens into just its cases', async () => {
    const { page, open, settled } = monday;
    const breached = [...cases.still, ...cases.paid, ...cases.ownerless, ...cases.returned];
    const today = [...breached, ...cases.today];
    const expected = { dueToday: today, dueSoon: [...today, ...cases.soon], ownerless: cases.ownerless, stuck: cases.still, returnedTwice: cases.returned };
    const shown = () => page.locator('tr[data-case]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-case')!).sort());
    const opened = async (tile: ReturnType<typeof page.locator>, ids: readonly string[]): Promise<void> => {
      expect(await tile.locator('.total-value').innerText()).toBe(String(ids.length));
      await tile.click();
      await settled();
      expect(await shown()).toEqual([...ids].sort());
    };
    await open('#/board');
    await opened(page.locator('a.total', { has: page.getByText('在办', { exact: true }) }), Object.values(cases).flat());
    await opened(page.locator('a.total', { has: page.getByText('逾期', { exact: true }) }), breached);
    for (const [tile, ids] of Object.entries(expected)) await opened(page.locator(`[data-tile=${tile}]`), ids);
  });

  inBrowser('asks of a case that nobody holds why it is due on Thursday, and reminds whoever should', async () => {
    const { page } = monday;
    await toCase('#/board?ownerless=true', cases.ownerless[0]!);
    const acceptance = page.locator('li.clock', { has: page.getByText('监察受理', { exact: true }) });
    await acceptance.getByRole('button', { name: '为什么是这一天' }).click();
    await acceptance.locator('.derivation li').first().waitFor();
    const why = await acceptance.innerText();
    // Routed on Thursday the 3rd, which does not count: the 4th, then 7, 8, 9, 10.
    for (const said of ['12月10日 周四 到期', '2026-12-03当日不计入，自次日2026-12-04起算5个工作日', '除周六、周日休息', '于2026-12-10（周四）二十四时届满', '劳动保障监察条例']) expect(why).toContain(said);
    await takeStep('催办', async (form) => form.getByLabel('督办内容').fill('请于明日前指定经办人并联系诉求人。'));
    const rung = page.locator('.card', { has: page.getByRole('heading', { name: '督办阶梯' }) }).locator('li', { hasText: '人工督办' });
    for (const said of [/催办\s*待答复/, /单位负责人\s*人社部门劳动保障监察机构 测试区/, /答复期限：\s*12月8日 周二/, /未签收/]) expect(await rung.innerText()).toMatch(said); // One working day: the whole of Tuesday.
    expect(await ladderOf('side=given&measure=reminder')).toEqual([cases.ownerless[0]]);
  });

  inBrowser('lists a major case by name, for its head to answer by a day', async () => {
    const { page } = monday;
    await toCase('#/board?stuck=true', cases.still[0]!);
    await takeStep('挂牌督办', async (form) => {
      await form.getByLabel('督办负责人').fill('head-439901');
      await form.locator('textarea').fill('两项以上法定期限逾期，五个工作日未动。');
      await form.getByLabel('答复时限').fill('2026-12-11T17:00:00');
    });
    expect(await page.locator('.case-chips').innerText()).toContain('挂牌督办');
    const line = page.locator('.card', { has: page.getByRole('heading', { name: '督办阶梯' }) }).locator('li', { hasText: '挂牌督办' });
    for (const said of [/待答复/, /指定人员\s*head-439901/, /答复期限：\s*12月11日 17:00/]) expect(await line.innerText()).toMatch(said);
    expect(await ladderOf('measure=listedSupervision')).toEqual([cases.still[0]]);
  });

  inBrowser('sees one employer in nine fresh cases of two districts, and warns both', async () => {
    const { page, open, settled } = monday;
    await open('#/signs');
    await page.locator('main th a', { hasText: FIRM }).click();
    await page.waitForSelector('.columns');
    await settled();
    const sign = await page.locator('main').innerText();
    for (const said of [/9 件 · 2 个区县 · 9 人/, /测试区 5、邻区 4/]) expect(sign).toMatch(said);
    expect(await casesLinked()).toEqual([...cases.ownerless, ...cases.today, ...cases.soon, ...cases.calm].sort());
    const form = page.locator('[data-step="raise-warning"]');
    await form.locator('summary').first().click();
    await form.getByRole('button', { name: '增加一项' }).click();
    for (const [at, division] of ['439901', '439902'].entries()) {
      await form.locator('.row-line').nth(at).locator('select').first().selectOption('inspectionBody');
      await form.locator('.row-line').nth(at).locator('select').nth(1).selectOption(division);
    }
    await form.locator('textarea').fill('两区同一单位，请联合核查。');
    await form.locator('button.primary').click();
    await page.waitForSelector('.notice:not([hidden])');
    await settled();
    const warned = page.locator('.card', { has: page.getByRole('heading', { name: '被预警单位' }) });
    expect(await warned.locator('tbody tr').count()).toBe(2);
    for (const said of [/测试区/, /邻区/, /12月10日/, /两区同一单位，请联合核查。/]) expect(await warned.innerText()).toMatch(said); // Three working days from Monday.
  });

  inBrowser('opens the winter action and sees how far it is from its target', async () => {
    const { page, open, settled } = monday;
    await open('#/campaigns');
    await page.getByRole('link', { name: WINTER }).click();
    await page.waitForSelector('[data-tile="open"]');
    await settled();
    expect(await page.locator('[data-tile="rate"]').innerText()).toMatch(/33\.33%\s*1 \/ 3/);
    expect(await page.locator('[data-tile="open"]').innerText()).toMatch(/2\s*启动时 3/);
    expect(await page.locator('[data-tile="unpaid"]').innerText()).toContain('¥36,000');
    await page.getByRole('tab', { name: '目标' }).click();
    expect(await page.locator('[data-tab="targets"] tbody tr', { hasText: '测试区' }).innerText()).toMatch(/测试区\s*0\s*2027年1月20日\s*未到期/);
    await open(`#/campaigns/${winter}?tab=members&open=true`);
    expect(await casesLinked()).toEqual([...cases.still].sort());
  });

  inBrowser('publishes a figure, which is computed again to the same value when the log has gone on for a month', async () => {
    const { page, open, settled } = monday;
    const figures = async (): Promise<string[]> => [...(await page.locator('.figure-tiles').allInnerTexts()), ...(await page.locator('[role=tabpanel]:not([hidden]) tbody tr').allInnerTexts())];
    await open('#/statistics?period=2026-12');
    expect(await page.locator('[data-tile="recovered"] .total-value').innerText()).toBe('¥18,000.00');
    expect(await page.getByRole('row', { name: /^受理 / }).innerText()).toMatch(/\b10\b/); // Three on Thursday, one on Friday, six since Sunday.
    const [then, position] = [await figures(), await page.locator('[data-position]').innerText()];
    const again = (await page.getByRole('link', { name: '按此位置重算' }).getAttribute('href'))!;
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.locator('dialog').getByLabel('标题').fill(FIGURES);
    await page.locator('dialog button.primary').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await pay(cases.still[1]!, 500_000);
    await file('439902');
    await app.settled();
    app.clock.set(NEXT_MONTH);
    await app.settled();
    await open('#/board');
    await open('#/statistics?period=2026-12');
    expect(await page.locator('[data-tile="recovered"] .total-value').innerText()).toBe('¥23,000.00');
    expect(await figures()).not.toEqual(then);
    await open(again);
    await page.getByRole('link', { name: '回到现在' }).waitFor();
    await settled();
    expect([await page.locator('[data-position]').innerText(), await figures()]).toEqual([position, then]);
    await open('#/statistics?period=2026-12&tab=published');
    const row = page.locator('tr', { hasText: FIGURES });
    expect(await row.innerText()).toContain(position);
    await row.getByRole('button', { name: '重算核对' }).click();
    await row.getByText('一致：重算结果与发布时相同').waitFor();
  });

  /** From a list into a case of it. */
  async function toCase(list: string, id: string): Promise<void> {
    const { page, open, settled } = monday;
    await open(list);
    await page.locator(`tr[data-case="${id}"] a`).click();
    await page.waitForSelector('.case-head');
    await settled();
  }

  /** One of the steps that the case offers now, by its form. */
  async function takeStep(title: string, fill: (form: ReturnType<Screen['page']['locator']>) => Promise<void>): Promise<void> {
    const { page, settled } = monday;
    const form = page.locator('details.step', { has: page.locator('summary b').getByText(title, { exact: true }) });
    await form.locator('summary').first().click();
    await fill(form);
    await form.locator('button.primary').click();
    await page.locator('.notice:not([hidden])', { hasText: `已办理：${title}` }).waitFor();
    await settled();
  }

  /** The cases that the ladder lists. */
  async function ladderOf(query: string): Promise<string[]> {
    await monday.open(`#/ladder?${query}`);
    return casesLinked();
  }

  const casesLinked = (): Promise<string[]> => monday.page.locator('main tbody a[href^="#/cases/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice('#/cases/'.length)).sort());
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await holds()).toBe(true);
}
