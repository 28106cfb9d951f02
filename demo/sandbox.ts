import type { Fate } from './orders.js';

/** The channel that an integrator tries things on: the canonical format, a key from `npm run channel-key -- station`. */
export const SANDBOX = 'station';

/** What stands there at the first start, by the number that a test can name: each a case of its own person and firm. */
const seeds: readonly (readonly [number: string, fate: Fate, name: string])[] = [
  ['SANDBOX-NEW', 'untouched', '甲沙某'], ['SANDBOX-SIGNED', 'signed', '乙沙某'], ['SANDBOX-RETURNED', 'objected', '丙沙某'], ['SANDBOX-INSPECTED', 'investigating', '丁沙某'],
  ['SANDBOX-CARRIED', 'carried', '戊沙某'], ['SANDBOX-CLOSED', 'orderedPaid', '己沙某'],
];

/** The seeded orders, each with how far its case goes. */
export function sandboxOrders(receivedAt: string): readonly { readonly order: object; readonly fate: Fate }[] {
  return seeds.map(([externalId, fate, name], at) => ({ fate, order: {
    externalId, receivedAt, category: 'D01', demandKind: 'complaint', division: '439901', origin: 'serviceStation', text: `沙箱工单：${name}反映三个月工资未发。`, requester: { name, phone: `1390000770${at}`, migrantWorker: true },
    employer: { name: `测试沙箱${at + 1}号建筑有限公司` }, project: { name: `测试沙箱${at + 1}号工地`, sector: 'E47' }, facts: { workers: 1, amount: 12_000, periodFrom: '2025-11', periodTo: '2026-01', sector: 'E47' },
  } }));
}
