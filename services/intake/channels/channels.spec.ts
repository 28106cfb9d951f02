import { readFacts } from '#libs/policy/facts.js';
import { SetClock } from '#libs/runtime/clock.js';
import type { FieldProblem } from '#libs/runtime/field-problems.js';
import { FieldsRefused, fieldsOf, validationPipe } from '#libs/runtime/validation.js';
import { completedByText } from '../recognition/completed-by-text.js';
import { channels } from './channels.js';
import type { Order } from './order.js';
import { receivedAtProblem } from './order.js';

const ID = '430000199003070014';
const CODE = '91430000MA0T0002XW';
const at = '2026-03-02T10:15:00+08:00';
const file = { name: '考勤表.jpg', sha256: 'a'.repeat(64), size: 1024, uri: 'https://files.example/1' };

const valid: Readonly<Record<string, Record<string, unknown>>> = {
  station: {
    externalId: 'ST-1', receivedAt: at, category: 'D01', demandKind: 'complaint', division: '测试区', origin: '12345', text: '三个月工资未发，老板失联。',
    requester: { name: '张测试', phone: '13900000001', idNumber: ID, migrantWorker: true }, employer: { name: '甲劳务公司', creditCode: CODE },
    project: { name: '某某花园二期', sector: 'E47', generalContractor: '乙建筑公司' }, attachments: [file],
    facts: { workers: 1, amount: 18000, months: 3, workRegion: 'B', governmentInvested: 'unknown' },
  },
  '12345': {
    orderNo: 'H-1', callTime: at, appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: '439901', eventAddress: '测试路一号', content: '拖欠工资。', urgencyLevel: '24H',
    caller: { callerName: '张测试', callerPhone: '13900000001', idCardNo: ID, keepSecret: true }, appealedUnit: { unitName: '甲劳务公司', unitCreditCode: CODE },
    site: { siteName: '某某花园二期', industryCode: 'E47', mainContractor: '乙建筑公司' }, arrears: { owedAmount: 18000, peopleCount: 1, beginMonth: '2025-11', endMonth: '2026-01' },
    files: [file],
  },
  '12333': {
    ticketNo: 'T-1', acceptedTime: at, consultType: 'complaint', businessLine: 'wages', region: '测试区', summary: '拖欠工资。', personName: '张测试', mobile: '13900000001',
    personId: ID, unit: '甲劳务公司', unitCode: CODE, industry: 'E47', projectTitle: '某某花园二期', contractor: '乙建筑公司', unpaidYuan: 18000, headcount: 1,
    unpaidSince: '2025-11', unpaidUntil: '2026-01', leftOn: '2026-02-01', hurry: true, confidential: true, enclosures: [file],
  },
  'clue-platform': {
    clueNo: 'C-1', submittedAt: at, realName: '张测试', idNumber: ID, phone: '13900000001', bankCard: '6220000000000000016', isConstruction: true, employer: '甲劳务公司',
    employerCreditCode: CODE, region: '测试区', address: '测试路一号', projectName: '某某花园二期', projectSector: 'E47', generalContractor: '乙建筑公司',
    arrearsFrom: '2025-11', arrearsTo: '2026-01', arrearsAmount: 18000, workerCount: 1, description: '拖欠工资。', hideIdentity: true, evidence: [file],
  },
  'self-service': {
    formId: 'F-1', sentAt: at, topic: 'D01', problems: ['wages'], iWantTo: 'complaint', place: 'A', street: '测试路一号',
    me: { myName: '张测试', myMobile: '13900000001', myIdNumber: ID, keepMyNameFromEmployer: true }, bossOrCompany: '甲劳务公司', companyCreditCode: CODE,
    siteName: '某某花园二期', kindOfWork: 'E47', mainBuilder: '乙建筑公司', owedYuan: 18000, howManyPeople: 1, firstUnpaidMonth: '2025-11', lastUnpaidMonth: '2026-01',
    stillWorkingThere: true, bossCannotBeReached: false, story: '拖欠工资。', photos: [file],
  },
};

/** Those of integrators; what comes from another log is no order of a person: transfer.e2e.ts. */
const names = [...channels.keys()].filter((name) => name !== 'transfer');

const pipe = validationPipe(new SetClock('2026-03-02T10:20:00+08:00'));

/** What the door and the channel say of a body: an order, or what is wrong with which field. */
async function taken(name: string, body: Record<string, unknown>): Promise<{ order?: Order; problems: readonly FieldProblem[] }> {
  const { requestClass, toOrder } = channels.get(name)!;
  try {
    return { order: completedByText(toOrder(await pipe.transform(body, { type: 'body', metatype: requestClass }) as object)), problems: [] };
  } catch (error) {
    if (error instanceof FieldsRefused) return { problems: error.fields };
    throw error;
  }
}

async function problems(name: string, body: Record<string, unknown>): Promise<string[]> {
  return [...new Set((await taken(name, body)).problems.map(({ field }) => field))];
}

async function order(name: string, changed: Record<string, unknown> = {}): Promise<Order> {
  const { order, problems } = await taken(name, { ...valid[name], ...changed });
  expect(problems).toEqual([]);
  return order!;
}

describe('Every channel', () => {
  it('is one of five, each with two names', async () => {
    expect(names).toEqual(['station', '12345', '12333', 'clue-platform', 'self-service']);
    for (const { zh, en } of channels.values()) expect([zh.length > 0, en.length > 0]).toEqual([true, true]);
  });

  it.each(names)('%s: the same complaint becomes the same order', async (name) => {
    expect(await order(name)).toMatchObject({
      channel: name, receivedAt: at, category: 'D01', kinds: ['complaint'], division: '439901',
      requester: { name: '张测试', phone: '13900000001', idNumber: ID, migrantWorker: true, anonymous: false },
      employer: { name: '甲劳务公司', creditCode: CODE }, project: { name: '某某花园二期', sector: 'E47', generalContractor: '乙建筑公司' },
      attachments: [file], facts: { amount: 18000, workers: 1, months: 3, sector: 'E47', generalContractor: 'known' },
    });
  });

  it.each(names)('%s: gives only facts of the catalogue, each of its type', async (name) => expect(readFacts((await order(name)).facts).wrong).toEqual([]));

  it.each(names)('%s: finds the fields of its own that the registry names', async (name) => {
    const { fields, requestClass } = channels.get(name)!;
    for (const field of Object.values(fields)) expect(Object.keys(fieldsOf(requestClass).properties!)).toContain(field);
  });

  it.each(names.flatMap((name) => Object.keys(valid[name]!).filter((field) => field !== 'facts').map((field) => [name, field] as const)))('%s: %s of a wrong type is named', async (name, field) => {
    for (const hostile of [{ evil: 1 }, ['x'], 7e30, '', 'x'.repeat(5000), '\u0000']) {
      const found = await problems(name, { ...valid[name], [field]: hostile });
      expect(found.some((path) => path.split(/[.[]/)[0] === field)).toBe(true);
    }
  });

  it.each(names)('%s: an unknown field is refused, outside and inside', async (name) => {
    expect(await problems(name, { ...valid[name], admin: true })).toEqual(['admin']);
    for (const [field, value] of Object.entries(valid[name]!)) {
      if (typeof value !== 'object' || Array.isArray(value) || field === 'facts') continue;
      expect(await problems(name, { ...valid[name], [field]: { ...value, admin: true } })).toEqual([`${field}.admin`]);
    }
  });

  it.each(names)('%s: an empty body names every field that must be there', async (name) => {
    const required: Readonly<Record<string, string[]>> = {
      station: ['externalId', 'receivedAt', 'division'], '12345': ['orderNo', 'callTime', 'appealType', 'areaCode', 'content'],
      '12333': ['ticketNo', 'acceptedTime', 'consultType', 'region', 'summary'],
      'clue-platform': ['clueNo', 'submittedAt', 'realName', 'idNumber', 'phone', 'isConstruction', 'employer', 'region', 'address', 'arrearsFrom', 'arrearsTo', 'arrearsAmount',
        'workerCount', 'description'],
      'self-service': ['formId', 'sentAt', 'place', 'me'],
    };
    expect((await problems(name, {})).sort()).toEqual(required[name]!.sort());
  });

  it.each([['station', 'attachments'], ['12345', 'files'], ['12333', 'enclosures'], ['clue-platform', 'evidence'], ['self-service', 'photos']])(
    '%s: no more than twenty files, each whole', async (name, field) => {
      expect(await problems(name, { ...valid[name], [field]: Array(21).fill(file) })).toEqual([field]);
      for (const wrong of [{ sha256: 'A'.repeat(64) }, { size: -1 }, { size: 1.5 }, { uri: 'file:///etc/passwd' }, { uri: 'http://files.example/1' }, { name: '' }]) {
        expect(await problems(name, { ...valid[name], [field]: [{ ...file, ...wrong }] })).toEqual([`${field}[0].${Object.keys(wrong)[0]}`]);
      }
    });

  it.each([
    ['station', { requester: { phone: '139****0001' } }, 'requester.phone'], ['12345', { caller: { callerPhone: '10000000001' } }, 'caller.callerPhone'],
    ['12333', { mobile: '139****0001' }, 'mobile'], ['clue-platform', { phone: '10000000001' }, 'phone'], ['self-service', { me: { myMobile: '139****0001' } }, 'me.myMobile'],
    ['station', { requester: { idNumber: '430000199003070015' } }, 'requester.idNumber'], ['clue-platform', { idNumber: '990000199003070013' }, 'idNumber'],
    ['station', { employer: { creditCode: '91430000MA0T00O2XW' } }, 'employer.creditCode'], ['12333', { unitCode: '92500000MA0T00011D' }, 'unitCode'],
    ['station', { division: '朝阳区' }, 'division'], ['12345', { areaCode: '990101' }, 'areaCode'], ['self-service', { place: '市辖区' }, 'place'],
    ['clue-platform', { bankCard: '6220000000000000017' }, 'bankCard'], ['clue-platform', { arrearsAmount: -1 }, 'arrearsAmount'], ['12333', { unpaidYuan: 0.001 }, 'unpaidYuan'],
    ['12345', { callTime: '2026-02-30T10:00:00+08:00' }, 'callTime'], ['12345', { callTime: '2026-03-02 10:00' }, 'callTime'], ['12333', { leftOn: '2026-02-29' }, 'leftOn'],
    ['clue-platform', { arrearsFrom: '2026-13' }, 'arrearsFrom'], ['self-service', { problems: ['theft'] }, 'problems'], ['self-service', { howManyPeople: 0 }, 'howManyPeople'],
    ['station', { category: 'D14' }, 'category'], ['12345', { appealType: 'complaint' }, 'appealType'], ['12333', { industry: 'E4' }, 'industry'],
    ['station', { project: { sector: 'U47' } }, 'project.sector'],
  ])('%s: %j is refused', async (name, changed, path) => expect(await problems(name, { ...valid[name], ...changed })).toEqual([path]));
});

describe('The time of receipt', () => {
  it.each(names)('%s: may be five minutes ahead, no more', async (name) => {
    const { receivedAt } = channels.get(name)!.fields;
    expect(receivedAtProblem(await order(name), receivedAt, '2026-03-02T10:10:00+08:00')).toBeUndefined();
    expect(receivedAtProblem(await order(name), receivedAt, '2026-03-02T10:09:59+08:00')?.field).toBe(receivedAt);
  });
  it('is kept in the zone of Shanghai', async () => expect((await order('station', { receivedAt: '2026-03-02T02:15:00Z' })).receivedAt).toBe(at));
});

describe('A person', () => {
  it('who wants no name known leaves none behind', async () => {
    const anonymous = await order('12345', { caller: { ...(valid['12345']!['caller'] as object), isAnonymous: true } });
    expect(anonymous.requester).toEqual({ phone: '13900000001', migrantWorker: true, anonymous: true, secrecy: true });
    const silent = await order('self-service', { me: { stayAnonymous: true } });
    expect(silent.requester).toEqual({ migrantWorker: true, anonymous: true, secrecy: true });
  });
  it('of whom nothing is said is nobody', async () => expect((await order('12345', { caller: undefined })).requester).toBeNull());
  it('may say to be no migrant worker, and speak for another', async () => {
    expect((await order('12333', { ruralWorker: false, proxyNote: '妻子' })).requester).toMatchObject({ migrantWorker: false, onBehalfOf: '妻子', secrecy: true });
  });
  it('keeps of the bank card four digits', async () => {
    const clue = await order('clue-platform');
    expect(clue.requester?.bankCardLast4).toBe('0016');
    expect(JSON.stringify(clue)).not.toContain('6220000000000000016');
  });
  it('has an identity number with a large X', async () => {
    expect((await order('station', { requester: { idNumber: '43000019900307009x' } })).requester?.idNumber).toBe('43000019900307009X');
  });
});

describe('The canonical format', () => {
  it('is taken as it is where it names a category', async () => {
    const taken = await order('station');
    expect(taken.proposed).toEqual([]);
    expect(taken.facts).toEqual({ sector: 'E47', generalContractor: 'known', workers: 1, amount: 18000, months: 3, workRegion: 'B', governmentInvested: 'unknown' });
  });
  it('is asked of its text where it names none', async () => {
    const read = await order('station', { category: undefined });
    expect(read).toMatchObject({ category: 'D01', matters: ['wages'], facts: { employerUnreachable: true } });
    expect(read.proposed).toEqual(['category', 'matters', 'facts.employerUnreachable']);
  });
  it('moves who the person and the employer are out of the facts', async () => {
    const facts = { requesterName: '李测试', phone: '139****0001', idNumber: ID, employerName: '丙路桥公司', amount: 1 };
    const moved = await order('station', { requester: undefined, employer: undefined, facts });
    expect(moved.requester).toEqual({ name: '李测试', phone: '139****0001', idNumber: ID, migrantWorker: true, anonymous: false, secrecy: false });
    expect(moved.employer).toEqual({ name: '丙路桥公司' });
    for (const key of ['requesterName', 'phone', 'idNumber', 'employerName']) expect(moved.facts).not.toHaveProperty(key);
  });
  it('believes the requester more than the facts', async () => {
    expect((await order('station', { facts: { requesterName: '李测试', phone: '139****0001' } })).requester).toMatchObject({ name: '张测试', phone: '13900000001' });
  });
  it('takes kinds and matters from the facts, and the place from the caller where none is named', async () => {
    const facts = { kinds: ['consult', 'complaint'], matters: ['publicRental', 'agencyFee'], callerRegion: 'A' };
    const split = await order('station', { division: undefined, demandKind: undefined, facts });
    expect([split.kinds, split.matters, split.division, readFacts(split.facts).facts.callerRegion]).toEqual([facts.kinds, facts.matters, '439901', '439901']);
  });
  it.each([['idNumber', '430000199003070015', 'facts.idNumber'], ['periodTo', '2025-10', 'facts.periodTo'], ['callerRegion', '火星', 'facts.callerRegion']])(
    'refuses the fact %s: %j', async (key, value, field) => {
      const facts = { periodFrom: '2025-11', callerRegion: 'A', [key]: value };
      expect(await problems('station', { ...valid['station'], division: undefined, facts })).toEqual([field]);
    });
  it('leaves a name that is no text to the catalogue, which refuses it', async () => {
    const { facts } = await order('station', { facts: { requesterName: { $ne: 1 }, phone: 139, evil: 1 } });
    expect(readFacts(facts).wrong.map(({ field }) => field)).toEqual(['facts.requesterName', 'facts.phone', 'facts.evil']);
  });
});

describe('What only the tables know', () => {
  it.each([
    ['station', { division: '439999' }, 'division'], ['12345', { areaCode: '朝阳区' }, 'areaCode'], ['12333', { region: '439999' }, 'region'],
    ['clue-platform', { region: '439999' }, 'region'], ['self-service', { place: '火星' }, 'place'],
    ['12345', { arrears: { beginMonth: '2026-02', endMonth: '2026-01' } }, 'arrears.endMonth'], ['12333', { unpaidSince: '2026-02' }, 'unpaidUntil'],
    ['clue-platform', { arrearsFrom: '2026-02' }, 'arrearsTo'], ['self-service', { firstUnpaidMonth: '2026-02' }, 'lastUnpaidMonth'],
    ['12345', { caller: { callerName: '张\u0007' } }, 'caller.callerName'], ['station', { facts: { employerName: '\ud800' } }, 'facts.employerName'],
  ])('%s: %j is refused by its field', async (name, changed, field) => expect(await problems(name, { ...valid[name], ...changed })).toEqual([field]));

  it.each(names)('%s: empty fields of a form are as if left out', async (name) => {
    const optional = Object.keys(valid[name]!).filter((field) => fieldsOf(channels.get(name)!.requestClass).required?.includes(field) === false && field !== 'division');
    expect(await problems(name, { ...valid[name], ...Object.fromEntries(optional.map((field) => [field, null])) })).toEqual([]);
  });

  it.each(names)('%s: the description of the API knows every field', (name) => {
    const { properties = {} } = fieldsOf(channels.get(name)!.requestClass);
    for (const [field, schema] of Object.entries(properties)) expect([field, schema.type ?? schema.enum]).not.toEqual([field, undefined]);
    expect(Object.keys(valid[name]!).filter((field) => !(field in properties))).toEqual([]);
  });
});
