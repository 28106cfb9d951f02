import { randomUUID } from 'node:crypto';
import { signWebhook } from '#libs/security/webhook.js';

/** Who asks, in a work order of a test: synthetic, and never issued. */
export interface Asker {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly bankCard: string;
  readonly address: string;
  readonly text: string;
}

export const someone: Asker = {
  name: '密甲子测', phone: '13900007701', idNumber: '430000199003070014', bankCard: '6220000000000000016', address: '密乙丑路七十七号', text: '密丙寅三个月工资未发，要求支付。',
};

/** The same wage complaint as each of the five channels words it: complete, and well-formed. */
export const wageOrders: Readonly<Record<string, (number: string, at: string, who?: Asker) => Record<string, unknown>>> = {
  '12345': (orderNo, callTime, { name, phone, idNumber, address, text } = someone) => ({
    orderNo, callTime, appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: '439901', eventAddress: address, content: text,
    caller: { callerName: name, callerPhone: phone, idCardNo: idNumber, callsFor: `${name}之妻` }, appealedUnit: { unitName: '测试劳务公司' },
    site: { siteName: '测试花园', industryCode: 'E47' }, arrears: { owedAmount: 18000, peopleCount: 1, beginMonth: '2025-11', endMonth: '2026-01' }, files: [enclosed(name)],
  }),
  '12333': (ticketNo, acceptedTime, { name, phone, idNumber, address, text } = someone) => ({
    ticketNo, acceptedTime, consultType: 'complaint', businessLine: 'wages', region: '439901', summary: text, personName: name, mobile: phone, personId: idNumber, proxyNote: `${name}之弟`,
    unit: '测试劳务公司', workPlace: address, unpaidYuan: 18000, headcount: 1, unpaidSince: '2025-11', unpaidUntil: '2026-01', enclosures: [enclosed(name)],
  }),
  'clue-platform': (clueNo, submittedAt, { name, phone, idNumber, bankCard, address, text } = someone) => ({
    clueNo, submittedAt, realName: name, idNumber, phone, bankCard, isConstruction: true, employer: '测试劳务公司', region: '439901', address, projectName: '测试花园', projectSector: 'E47',
    arrearsFrom: '2025-11', arrearsTo: '2026-01', arrearsAmount: 18000, workerCount: 1, description: text, evidence: [enclosed(name)],
  }),
  'self-service': (formId, sentAt, { name, phone, idNumber, address, text } = someone) => ({
    formId, sentAt, topic: 'D01', problems: ['wages'], iWantTo: 'complaint', place: '439901', street: address, me: { myName: name, myMobile: phone, myIdNumber: idNumber, filledInBy: `${name}之子` },
    bossOrCompany: '测试劳务公司', owedYuan: 18000, howManyPeople: 1, firstUnpaidMonth: '2025-11', lastUnpaidMonth: '2026-01', story: text, photos: [enclosed(name)],
  }),
  station: (externalId, receivedAt, { name, phone, idNumber, address, text } = someone) => ({
    externalId, receivedAt, category: 'D01', demandKind: 'complaint', division: '439901', origin: 'serviceStation', text, address,
    requester: { name, phone, idNumber, onBehalfOf: `${name}之父` }, employer: { name: '测试劳务公司' }, project: { name: '测试花园', sector: 'E47' },
    attachments: [enclosed(name)], facts: { workers: 1, amount: 18000, periodFrom: '2025-11', periodTo: '2026-01', sector: 'E47' },
  }),
};

function enclosed(name: string): object {
  return { name: `${name}的欠条.jpg`, sha256: 'a'.repeat(64), size: 1024, uri: 'https://files.example/1' };
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly language: string | null;
  readonly text: string;
  readonly json: Problem & Record<string, unknown>;
}

export interface Sending {
  readonly url: string;
  readonly channel: string;
  readonly secret: string;
  readonly id?: string;
  /** Seconds since 1970 that the signature names. */
  readonly timestamp?: number;
  readonly path?: string;
  /** Over the signed ones; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** One signed call with exactly these bytes: what the simulator, which sends good JSON only, cannot do. */
export async function send({ url, channel, secret, id = `wh_${randomUUID()}`, timestamp = Math.floor(Date.now() / 1000), path = 'work-orders', headers = {} }: Sending, body: unknown): Promise<Reply> {
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const all = Object.entries({ 'content-type': 'application/json', ...signWebhook(secret, id, timestamp, bytes), ...headers }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return replyOf(await fetch(`${url}/v1/channels/${channel}/${path}`, { method: 'POST', headers: Object.fromEntries(all), body: bytes as never }));
}

export async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, language: response.headers.get('content-language'), text, json: (/json/.test(contentType) ? JSON.parse(text) : {}) as Reply['json'] };
}
