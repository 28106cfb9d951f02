import { readFileSync } from 'node:fs';
import { orderOf } from '../channels/order.js';
import type { Order } from '../channels/order.js';
import { completedByText, recordOf, shownOf, THRESHOLD } from './completed-by-text.js';
import { numberOf } from './numbers.js';
import { recognise } from './recognise.js';

/** The 36 synthetic sample cases: id, category, and what is known of each. The patterns were written with their texts at hand. */
const known: readonly [id: string, category: string, facts: Readonly<Record<string, unknown>>][] = [
  ["S01", "D01", {"workers": 1, "amount": 18000, "months": 3, "sector": "E47", "generalContractor": "known", "employed": true, "inArbitration": false}],
  ["S02", "D01", {"workers": 26, "amount": 620000, "months": 4, "sector": "E4812", "gathering": true, "governmentInvested": "unknown"}],
  ["S03", "D01", {"workers": 8, "amount": 114000, "months": 3, "sector": "E482", "governmentInvested": true, "caseYear": 2026}],
  ["S04", "D01", {"workers": 45, "amount": 1380000, "months": 3, "sector": "C39", "employerUnreachable": true, "assetsMoved": true}],
  ["S05", "D01", {"workers": 1, "amount": 9600, "terminatedOn": "2025-10-05", "respondentReachable": true, "applicationReceived": "2026-09-18"}],
  ["S06", "D01", {"workers": 1, "items": [20000, 15000, 22000], "itemKinds": ["wages", "overtime", "severance"], "minWageMonth": 2000}],
  ["S07", "D01", {"workers": 1, "items": [38000, 3000], "itemKinds": ["wages", "annualLeave"], "minWageMonth": 2000}],
  ["S08", "D01", {"workers": 12, "amount": 96000, "commonClaim": true, "reps": 3}],
  ["S09", "D01", {"workers": 1, "amount": 16000, "respondentReachable": false}],
  ["S10", "D01", {"agreementDate": "2026-05-06", "performBy": "2026-05-31", "amount": 7200, "matter": "wages"}],
  ["S11", "D01", {"iou": true, "amount": 12500, "otherLaborClaims": false}],
  ["S12", "D01", {"claimType": "projectPayment", "wagesPaid": true}],
  ["S13", "D01", {"inArbitration": true, "acceptedOn": "2026-03-10"}],
  ["S14", "D01", {"duplicateOf": "S01"}],
  ["S15", "D01", {"pensioner": true, "amount": 5600}],
  ["S16", "D01", {"platformWork": true, "laborRelation": "unclear", "amount": 4200}],
  ["S17", "D01", {"matter": "socialInsurance"}],
  ["S18", "D01", {"accidentOn": "2025-06-10", "employerFiled": false, "matter": "workInjury", "legalAidRequested": true}],
  ["S19", "D02", {"imminentDanger": true, "sector": "E47", "matter": "siteHazard"}],
  ["S20", "D03", {"kind": "consult"}],
  ["S21", "D04", {"kind": "consult"}],
  ["S22", "D05", {"residencePermit": true, "deadlinePressure": "2026-09-01"}],
  ["S23", "D06", {"kind": "complaint", "matter": "insurance"}],
  ["S24", "D07", {"kinds": ["consult", "complaint"], "matters": ["publicRental", "agencyFee"]}],
  ["S25", "D08", {"kinds": ["consult", "complaint"], "matters": ["election", "workersCongress"]}],
  ["S26", "D09", {"kind": "suggestion"}],
  ["S27", "D10", {"kind": "consult"}],
  ["S28", "D11", {"kind": "consult"}],
  ["S29", "D12", {"childAlone": true, "age": 8}],
  ["S30", "D13", {"matter": "landContract"}],
  ["S31", "X1", {"disaster": true, "residencePermit": false}],
  ["S32", "D01", {"callerRegion": "A", "workRegion": "B", "amount": 7000}],
  ["S33", "D01", {"violationEndedOn": "2023-12-20", "everComplained": false}],
  ["S34", "D01", {"selfHarmRisk": true}],
  ["S35", "D01", {"filedOn": "2026-11-20"}],
  ["S36", "D01", {"dispatchObjection": true, "dispatchedTo": "subDistrict"}],
];

const texts = JSON.parse(readFileSync(new URL('./labelled/samples.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
const samples = known.map(([id, category, facts]) => [id, category, texts[id]!, facts] as const);

/** Texts that say nothing of the demand itself: S14 speaks of another case, S36 of the way of an order. */
const silent = ['S14', 'S36'];

describe('The category of a text', () => {
  it.each(samples.filter(([id]) => !silent.includes(id)))('%s is %s', (_, category, text) => expect(recognise(text).category).toBe(category));
  it.each(samples.filter(([id]) => silent.includes(id)))('%s is not guessed', (_id, _category, text) => expect(recognise(text).category).toBeNull());

  it.each([
    ['老板欠我三个月工钱不给', 'D01', ['wages']], ['公司克扣加班费', 'D01', ['wages']], ['单位没有给我缴社保', 'D01', ['socialInsurance']],
    ['没签劳动合同就把我辞退了', 'D01', ['dismissal']], ['厂里干了八年查出尘肺', 'D02', ['occupationalDisease']], ['想给孩子转学', 'D05', ['enrolment']],
    ['在外地住院，异地就医怎么报销', 'D06', ['crossRegionSettlement']], ['宅基地被占', 'D13', ['homestead']], ['想找工作', 'X2', ['jobSeeking']],
    ['流浪街头三天', 'X1', ['vagrant']], ['工资卡丢了', null, []], ['今天天气很好', null, []], ['', null, []],
  ])('%j is %s', (text, category, matters) => {
    expect(recognise(text).category).toBe(category);
    expect(recognise(text).matters).toEqual(matters);
  });
});

describe('Facts of a text', () => {
  it.each(samples)('%s: none is at odds with what is known', (_id, _category, text, given) => {
    for (const [key, value] of Object.entries(recognise(text).facts)) if (key in given) expect([key, value]).toEqual([key, given[key]]);
  });

  it('S02: how many, how much, how long, and that they gather', () => expect(recognise(samples[1]![2]).facts).toEqual({
    workers: 26, amount: 620000, periodFrom: '2025-09', periodTo: '2025-12', months: 4, gathering: true, sector: 'E4812',
  }));
  it('S04: the employer is gone and takes the machines along', () => expect(recognise(samples[3]![2]).facts).toEqual({
    workers: 45, amount: 1380000, periodFrom: '2026-01', periodTo: '2026-03', months: 3, employerUnreachable: true, assetsMoved: true,
  }));
  it('S34: danger to life is not overlooked', () => expect(recognise(samples[33]![2]).facts).toEqual({ selfHarmRisk: true }));

  it.each([
    ['拖欠工资11.4万元', 114000], ['拖欠工资1.15万元', 11500], ['拖欠工资18,000元', 18000], ['拖欠工资１８０００元', 18000], ['拖欠工资0.5元', 0.5],
    ['月薪6000元，拖欠工资', undefined], ['拖欠工资3000元，又欠加班费500元', undefined], ['每人8000元，拖欠工资共96000元', 96000],
  ])('%j is %p yuan', (text, amount) => expect(recognise(text).facts['amount']).toBe(amount));

  it.each([
    ['2025年11月至2026年1月工资未发', ['2025-11', '2026-01', 3]], ['2026年7月到9月工资未发', ['2026-07', '2026-09', 3]], ['两个月工资没发', [undefined, undefined, 2]],
    ['2026年13月至2026年14月工资未发', [undefined, undefined, undefined]], ['2026年3月至1月工资未发', [undefined, undefined, undefined]],
  ])('%j', (text, period) => {
    const { periodFrom, periodTo, months } = recognise(text).facts;
    expect([periodFrom, periodTo, months]).toEqual(period);
  });

  it.each([['拖欠工资，老板没有失联', undefined], ['拖欠工资，老板失联', true], ['拖欠工资，老板电话关机', true]])('%j: out of reach %p', (text, gone) =>
    expect(recognise(text).facts['employerUnreachable']).toBe(gone));
});

describe('Kinds', () => {
  it.each([
    ['S20', ['consult']], ['S21', ['consult']], ['S22', ['complaint']], ['S24', ['consult', 'complaint']], ['S25', ['consult', 'complaint']], ['S26', ['suggestion']],
    ['S27', ['consult']], ['S28', ['consult']], ['S10', []], ['S11', []], ['S18', []],
  ])('%s: %p', (id, kinds) => expect(recognise(samples.find(([each]) => each === id)![2]).kinds).toEqual(kinds));

  it('pairs kinds with matters where two demands are in one text', () => {
    expect(recognise(samples[23]![2]).matters).toEqual(['publicRental', 'agencyFee']);
    expect(recognise(samples[24]![2]).matters).toEqual(['election', 'workersCongress']);
  });
});

describe('An order completed by its text', () => {
  const order = (changed: object): Order => orderOf({
    channel: '12345', channelNumber: '1', origin: '12345', receivedAt: '2026-03-02T10:15:00+08:00', category: null, kinds: [], matters: [], division: '439901',
    requester: null, employer: null, project: null, attachments: [], facts: {}, ...changed,
  } as never);

  it('takes from the text what it does not say, and remembers that', () => {
    const completed = completedByText(order({ text: samples[1]![2] }));
    expect(completed).toMatchObject({ category: 'D01', matters: ['wages'], facts: { workers: 26, amount: 620000 } });
    expect(completed.proposed).toEqual(['category', 'matters', 'facts.workers', 'facts.amount', 'facts.periodFrom', 'facts.periodTo', 'facts.months', 'facts.gathering', 'facts.sector']);
  });
  it('keeps every word it says itself', () => {
    const said = { category: 'D01', kinds: ['help'], matters: ['dismissal'], facts: { workers: 3, amount: 5, months: 1, gathering: false } };
    expect(completedByText(order({ ...said, text: samples[1]![2] }))).toMatchObject({ ...said, proposed: ['facts.sector'] });
  });
  it('takes no wages from the text of another demand', () => {
    expect(completedByText(order({ category: 'D07', text: samples[0]![2] })).facts).toEqual({ employed: true, generalContractor: 'known', sector: 'E47' });
    expect(completedByText(order({ category: 'D07', text: samples[0]![2] })).matters).toEqual([]);
  });
  it('pairs its own kind with the first demand of the text', () => {
    const completed = completedByText(order({ kinds: ['help'], text: samples[23]![2] }));
    expect([completed.kinds, completed.matters, completed.proposed]).toEqual([['help', 'complaint'], ['publicRental', 'agencyFee'], ['category', 'kinds', 'matters']]);
  });
  it('gains nothing from a second reading', () => {
    for (const [, , text] of samples) expect(completedByText(completedByText(order({ text })))).toEqual(completedByText(order({ text })));
  });
  it('in the canonical format says all itself once it names a category', () => {
    const canonical = order({ channel: 'station', category: 'D01', text: samples[1]![2] });
    expect(completedByText(canonical)).toBe(canonical);
  });
  it('is the same order where there is no text', () => {
    const silentOrder = order({});
    expect(completedByText(silentOrder)).toBe(silentOrder);
  });
});

describe('A reading that is not sure', () => {
  const doubtful = '活交出去快两年了，甲方乙方互相踢皮球，人已经爬上塔吊说不想活了。';
  const order = (changed: object): Order => orderOf({
    channel: '12345', channelNumber: '1', origin: '12345', receivedAt: '2026-03-02T10:15:00+08:00', category: null, kinds: [], matters: [], division: '439901',
    requester: null, employer: null, project: null, attachments: [], facts: {}, ...changed,
  } as never);

  it('is shown and not taken over, but what may not wait is', () => {
    const held = completedByText(order({ text: `${doubtful}有八个人。` }), 0.999);
    expect(held).toMatchObject({ category: null, matters: [], kinds: [], facts: { selfHarmRisk: true } });
    expect(Object.keys(held.facts)).toEqual(['selfHarmRisk']);
    expect(held.recognised).toMatchObject({ threshold: 0.999, taken: ['facts.selfHarmRisk'] });
    expect(shownOf(held)).toMatchObject({ confirm: true });
  });
  it.each(['拿不到钱我就从楼上跳下去', '再不处理就同归于尽', '他说不想活了，你们快来', '是不是要跳楼你们才管'])('%s: danger to life is found whatever the demand', (text) =>
    expect(completedByText(order({ text }), 1.1).facts).toMatchObject({ selfHarmRisk: true }));
  it('shows what it proposes, whatever the threshold', () => {
    const text = texts['S02']!;
    const held = completedByText(order({ text }), 1.1);
    expect(held.category).toBeNull();
    expect(held.recognised).toMatchObject({ category: 'D01', matters: ['wages'], facts: { workers: 26, amount: 620000 } });
    expect(held.facts).toEqual({ gathering: true });
  });
  it('takes over from the threshold on', () => {
    const { confidence } = recognise(texts['S01']!);
    expect(confidence).toBeGreaterThanOrEqual(THRESHOLD);
    expect(completedByText(order({ text: texts['S01']! }), confidence).category).toBe('D01');
  });
  it('is recorded without a word of the text, amounts in Fen', () => {
    const text = '包工头跑路了，欠我们七个人工钱四万三千元。';
    const recorded = recordOf(completedByText(order({ text })).recognised!);
    expect(recorded.facts).toMatchObject({ amount: 4_300_000, workers: 7, employerUnreachable: true });
    for (const word of ['包工头', '跑路', '工钱', '四万']) expect(JSON.stringify(recorded)).not.toContain(word);
  });
  it('shows whoever sent the text the words that decided', () => {
    const shown = shownOf(completedByText(order({ text: '村里强行收回我的承包地。' })))!;
    expect(shown).toMatchObject({ category: 'D13', matters: ['landContract'], confirm: false });
    expect(shown.words[0]).toMatchObject({ word: '承包地', for: 'category' });
    expect(shown.words[0]!.weight).toBeGreaterThan(2);
  });
});

describe('What is denied, near or of another', () => {
  it.each([
    ['我们厂从不拖欠工资，就想问问怎么办居住证', 'D03'], ['没有欠薪，来问公租房怎么申请', 'D07'], ['工资卡丢了怎么补办', null], ['社保卡密码忘了', null],
    ['老板欠我货款三万元', null], ['小区停水了', null], ['要求职业病鉴定', 'D02'],
  ])('%s is %s', (text, category) => expect(recognise(text).category).toBe(category));
  it.each([['老板没有失联', 'employerUnreachable'], ['没有聚集', 'gathering'], ['并未着火', 'disaster']])('%s', (text, key) => expect(recognise(text).facts).not.toHaveProperty(key));
});

describe('Numbers and days', () => {
  it.each([
    ['18,000', 18000], ['１８', undefined], ['3.5万', 35000], ['3万5', 35000], ['2万3000', 23000], ['四万三', 43000], ['四千二百', 4200], ['一万五千', 15000], ['三百二', 320],
    ['十二', 12], ['二十', 20], ['七', 7], ['两', 2], ['一百零五', 105], ['一千零二十', 1020], ['两百万', 2_000_000], ['八九', undefined], ['万', undefined], ['', 0],
  ])('%s is %p', (written, value) => expect(numberOf(written)).toBe(value));

  const on = '2026-09-15';
  it.each([
    ['拖欠工资，8月20日离职', { terminatedOn: '2026-08-20' }], ['拖欠工资，11月3日辞职', { terminatedOn: '2025-11-03' }], ['欠薪，去年12月1号离职', { terminatedOn: '2025-12-01' }],
    ['2月30日离职，工资没发', {}], ['孩子没学上，10月1日就要开学', { deadlinePressure: '2026-10-01' }], ['欠薪，裁决书已生效', { awardEffective: true }],
    ['工资从去年11月到今年1月没发', { periodFrom: '2025-11', periodTo: '2026-01', months: 3 }], ['11月到1月的工资没发', { periodFrom: '2025-11', periodTo: '2026-01', months: 3 }],
  ])('%s', (text, facts) => expect(recognise(text, on).facts).toEqual(facts));
  it('without the day of receipt places no day that names no year', () => expect(recognise('拖欠工资，8月20日离职').facts).toEqual({}));
});

describe('Speed', () => {
  const cpuMs = (run: () => void): number => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it('is linear in the length of a hostile text', () => {
    const words = ['拖欠', '工资', '1', '２', '共', '问', '支付', '孩子', '骑手', '没', ' ', '一', '万', '我', '1,', '1月1日', '，还', '给', '三个月', '不认', '没有签', '12名', '申请', '老人', '随时'];
    for (const word of words) {
      recognise(word.repeat(500));
      expect([word, cpuMs(() => recognise(word.repeat(40_000 / word.length))) < 1500]).toEqual([word, true]);
    }
  });
  it('is well above what a hotline says', () => {
    const all = Object.values(texts);
    for (let i = 0; i < 20; i++) for (const text of all) recognise(text);
    expect((36 * 20 * 1000) / cpuMs(() => { for (let i = 0; i < 20; i++) for (const text of all) recognise(text); })).toBeGreaterThan(1500);
  });
});
