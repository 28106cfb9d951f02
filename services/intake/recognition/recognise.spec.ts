import { orderOf } from '../channels/order.js';
import type { Order } from '../channels/order.js';
import { completedByText } from './completed-by-text.js';
import { recognise } from './recognise.js';

/** The 36 synthetic sample cases: id, category, text, and what is known of each. The patterns were written with these texts at hand. */
const samples: readonly [id: string, category: string, text: string, facts: Readonly<Record<string, unknown>>][] = [
  ["S01", "D01", "来电人称其2025年11月起在某某花园二期（房屋建筑，测试区）跟随劳务分包单位甲劳务公司做木工，总包为乙建筑公司，约定月薪6000元，2025年11月至2026年1月三个月工资共18000元至今未发，现仍在岗，手里有考勤表照片。诉求：尽快发放工资。", {"workers": 1, "amount": 18000, "months": 3, "sector": "E47", "generalContractor": "known", "employed": true, "inArbitration": false}],
  ["S02", "D01", "来电人代表同班组26名工友反映：在测试县某二级公路改建项目（施工单位丙路桥公司）做路面施工，2025年9月至12月工资合计62万元未付，项目部称业主未拨款。工友准备今天下午到项目部门口集中讨要，请求政府立即协调。", {"workers": 26, "amount": 620000, "months": 4, "sector": "E4812", "gathering": true, "governmentInvested": "unknown"}],
  ["S03", "D01", "线索反映：测试县某小型水库除险加固工程（政府投资），丁水利工程公司拖欠8名农民工2026年7月至9月工资11.4万元，施工单位答复县里资金没有拨付到专用账户。", {"workers": 8, "amount": 114000, "months": 3, "sector": "E482", "governmentInvested": true, "caseYear": 2026}],
  ["S04", "D01", "来电人反映戊电子配件厂4月3日突然停产，法定代表人电话关机、厂房设备已搬走，拖欠45名工人2026年1月至3月工资约138万元，工人住在宿舍没有生活费。", {"workers": 45, "amount": 1380000, "months": 3, "sector": "C39", "employerUnreachable": true, "assetsMoved": true}],
  ["S05", "D01", "申请人在己餐饮店做后厨，2025年10月5日离职，店方尚欠9600元工资，有微信对账记录。曾多次口头催要。现申请仲裁，愿意调解。", {"workers": 1, "amount": 9600, "terminatedOn": "2025-10-05", "respondentReachable": true, "applicationReceived": "2026-09-18"}],
  ["S06", "D01", "申请人请求庚物业公司支付拖欠工资20000元、加班费15000元、解除劳动合同经济补偿22000元，三项合计57000元。", {"workers": 1, "items": [20000, 15000, 22000], "itemKinds": ["wages", "overtime", "severance"], "minWageMonth": 2000}],
  ["S07", "D01", "申请人请求辛物流公司支付拖欠工资38000元、未休年休假工资3000元。", {"workers": 1, "items": [38000, 3000], "itemKinds": ["wages", "annualLeave"], "minWageMonth": 2000}],
  ["S08", "D01", "12名缝纫工共同申请仲裁，请求壬服装公司支付2026年2月至3月工资，每人8000元，共96000元，推举3名代表。", {"workers": 12, "amount": 96000, "commonClaim": true, "reps": 3}],
  ["S09", "D01", "申请人请求癸装饰公司支付工资16000元，登记地址无人、电话空号，邮寄被退回。", {"workers": 1, "amount": 16000, "respondentReachable": false}],
  ["S10", "D01", "经测试街道劳动争议调解委员会调解，子食品厂与来电人于5月6日签订调解协议，约定5月31日前一次付清拖欠工资7200元。6月1日仍未支付，来电人问怎么办。", {"agreementDate": "2026-05-06", "performBy": "2026-05-31", "amount": 7200, "matter": "wages"}],
  ["S11", "D01", "来电人持丑装修队老板（有个体工商户执照）出具的工资欠条12500元，双方对金额无异议，不主张其他劳动权利，问能否直接打官司。", {"iou": true, "amount": 12500, "otherLaborClaims": false}],
  ["S12", "D01", "来电人自称某标段承包人，要求总包寅建设公司支付35万元“民工工资”，经核实其与总包为分包结算纠纷，班组工人工资已由专用账户代发完毕。", {"claimType": "projectPayment", "wagesPaid": true}],
  ["S13", "D01", "来电人催问拖欠工资一事，经查其3月10日已被测试区仲裁院受理，尚在审理期限内。", {"inArbitration": true, "acceptedOn": "2026-03-10"}],
  ["S14", "D01", "线索平台收到的线索与S01为同一申请人、同一单位、同一时段，金额18000元。", {"duplicateOf": "S01"}],
  ["S15", "D01", "来电人62岁，已按月领取职工养老金，在卯保安公司做夜班保安，拖欠2个月报酬5600元。", {"pensioner": true, "amount": 5600}],
  ["S16", "D01", "来电人为某平台众包骑手，与配送合作商因4200元配送费发生争议，无劳动合同，对方称是合作关系。", {"platformWork": true, "laborRelation": "unclear", "amount": 4200}],
  ["S17", "D01", "来电人反映辰家具厂2024年3月入职至今未给其缴纳社会保险，要求补缴。", {"matter": "socialInsurance"}],
  ["S18", "D01", "来电人2025年6月10日在巳铸造厂被机器轧伤手指，单位一直未申报工伤，问还能不能认定，家里困难请不起律师。", {"accidentOn": "2025-06-10", "employerFiled": false, "matter": "workInjury", "legalAidRequested": true}],
  ["S19", "D02", "来电人反映某在建商住楼外架多处缺安全网、临边无护栏，工人未系安全带，正在18层作业，担心随时出事。", {"imminentDanger": true, "sector": "E47", "matter": "siteHazard"}],
  ["S20", "D03", "来电人在本市务工六年，想把妻子和孩子户口迁入，询问条件和办理窗口。", {"kind": "consult"}],
  ["S21", "D04", "来电人参加叉车操作培训取证，问培训补贴怎么申领、需要什么材料。", {"kind": "consult"}],
  ["S22", "D05", "来电人持居住证，孩子今年上一年级，片区学校称材料不全不予登记，9月1日就要开学。", {"residencePermit": true, "deadlinePressure": "2026-09-01"}],
  ["S23", "D06", "来电人孩子随其在本市居住，想参加本市城乡居民医保，窗口说不能办。", {"kind": "complaint", "matter": "insurance"}],
  ["S24", "D07", "来电人夫妻在工业园区务工三年，无房，想申请公租房，询问条件；并反映中介重复收费。", {"kinds": ["consult", "complaint"], "matters": ["publicRental", "agencyFee"]}],
  ["S25", "D08", "诉求人在外省务工，询问换届选举能否在务工地社区登记，另反映所在企业职代会不接收外来工代表。", {"kinds": ["consult", "complaint"], "matters": ["election", "workersCongress"]}],
  ["S26", "D09", "诉求人建议在工业园开放职工书屋和篮球场，晚上下班后没有去处。", {"kind": "suggestion"}],
  ["S27", "D10", "来电人刚搬到测试社区，想办居住证、参加社区新市民培训，不知道找谁。", {"kind": "consult"}],
  ["S28", "D11", "来电人为货运司机，所在车队没有工会，咨询如何加入工会、遇事能否得到法律服务。", {"kind": "consult"}],
  ["S29", "D12", "诉求人夫妻在广东务工，老家孩子8岁由奶奶照看，奶奶今天住院，孩子一人在家。", {"childAlone": true, "age": 8}],
  ["S30", "D13", "诉求人进城落户后，村里以“已不是村民”为由收回其家庭承包地并另行发包，要求返还。", {"matter": "landContract"}],
  ["S31", "X1", "来电人外省来务工，今晚合租房失火，随身财物和工资卡烧毁，两人无处住、无钱吃饭，没有办理居住证。", {"disaster": true, "residencePermit": false}],
  ["S32", "D01", "来电人住A区，在B区工地干活被欠7000元，向A区热线反映。", {"callerRegion": "A", "workRegion": "B", "amount": 7000}],
  ["S33", "D01", "来电人反映2023年12月20日完工离场时被某劳务公司扣发工资3000元，此后未主张过，现投诉。", {"violationEndedOn": "2023-12-20", "everComplained": false}],
  ["S34", "D01", "来电人情绪激动，称拿不到工资就从塔吊跳下去，人已在塔吊上。", {"selfHarmRisk": true}],
  ["S35", "D01", "来电人反映午包装厂拖欠工资13000元，监察机构11月20日立案。", {"filedOn": "2026-11-20"}],
  ["S36", "D01", "工单派至测试街道，街道认为应由人社部门办理，提出退单；该件涉及园区物业、劳务公司两方。", {"dispatchObjection": true, "dispatchedTo": "subDistrict"}],
];

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
  it.each(samples)('%s: none is at odds with what is known', (_id, _category, text, known) => {
    for (const [key, value] of Object.entries(recognise(text).facts)) if (key in known) expect([key, value]).toEqual([key, known[key]]);
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
  it('reads a long hostile text in no time', () => {
    const started = performance.now();
    for (const word of ['拖欠', '工资', '1', '２', '共', '问', '支付', '孩子', '骑手', '没'.repeat(3)]) recognise(word.repeat(4000 / word.length));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
