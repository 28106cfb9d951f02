/** One wage complaint as each channel words it, complete: the documentation's examples, which a test files and the simulator sends. */
export const orderExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '12345': {
    orderNo: 'RX20260302001', callTime: '2026-03-02T09:00:00+08:00', appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: '439901', eventAddress: '测试路一号', content: '在测试花园工地做木工，单位拖欠去年十一月到今年一月的工资一万八千元，要求尽快支付。',
    caller: { callerName: '甲子某', callerPhone: '13900000001', isMigrantWorker: true }, appealedUnit: { unitName: '测试建筑有限公司' },
    site: { siteName: '测试花园', industryCode: 'E47', mainContractor: '测试总承包有限公司' }, arrears: { owedAmount: 18000, peopleCount: 1, beginMonth: '2025-11', endMonth: '2026-01' },
  },
  '12333': {
    ticketNo: 'TK20260302001', acceptedTime: '2026-03-02T09:05:00+08:00', consultType: 'complaint', businessLine: 'wages', region: '439901', summary: '餐馆拖欠两个月工资六千元。', personName: '乙丑某', mobile: '13900000002',
    unit: '测试餐饮店', workPlace: '测试路二号', unpaidYuan: 6000, headcount: 1, unpaidSince: '2025-12', unpaidUntil: '2026-01',
  },
  'clue-platform': {
    clueNo: 'XS20260302001', submittedAt: '2026-03-02T09:10:00+08:00', realName: '丙寅某', idNumber: '430000199003070014', phone: '13900000003', isConstruction: true, employer: '测试劳务公司', region: '439901', address: '测试路三号',
    projectName: '测试广场', projectSector: 'E47', arrearsFrom: '2025-11', arrearsTo: '2026-01', arrearsAmount: 21000, workerCount: 1, description: '测试广场项目拖欠三个月工资。',
  },
  'self-service': {
    formId: 'ZZ20260302001', sentAt: '2026-03-02T09:15:00+08:00', topic: 'D01', problems: ['wages'], iWantTo: 'complaint', place: '439901', street: '测试路四号', me: { myName: '丁卯某', myMobile: '13900000004' },
    bossOrCompany: '测试服装厂', owedYuan: 9000, howManyPeople: 1, firstUnpaidMonth: '2025-12', lastUnpaidMonth: '2026-01', story: '离职后两个月工资没有结清。',
  },
  station: {
    externalId: 'ZD20260302001', receivedAt: '2026-03-02T09:20:00+08:00', category: 'D01', demandKind: 'complaint', division: '439901', origin: 'serviceStation', text: '三个月工资未发，要求支付。', address: '测试路五号',
    requester: { name: '戊辰某', phone: '13900000005' }, employer: { name: '测试装饰有限公司' }, project: { name: '测试花园', sector: 'E47' }, facts: { workers: 1, amount: 15000, periodFrom: '2025-11', periodTo: '2026-01', sector: 'E47' },
  },
  public: {
    formId: '0197a5b2-7c1e-4000-8000-000000000010', topic: 'D01', problems: ['wages'], iWantTo: 'complaint', place: '439901', me: { myName: '己巳某', myMobile: '13900000006' },
    bossOrCompany: '测试物流公司', owedYuan: 7000, howManyPeople: 1, firstUnpaidMonth: '2025-12', lastUnpaidMonth: '2026-01', story: '跑车两个月没有拿到工资。',
  },
};
