import { blindIndex } from '#libs/security/blind-index.js';
import { toOrder as fromClue } from '../channels/clue-platform.js';
import { toOrder as fromHotline } from '../channels/hotline-12345.js';
import { orderOf } from '../channels/order.js';
import type { Order } from '../channels/order.js';
import { completedByText } from '../recognition/completed-by-text.js';
import { identityKey, samenessKeys } from './sameness.js';

const index = blindIndex(Buffer.alloc(32, 7));
const ID = '430000199003070014';
const OTHER_ID = '43000019900307009X';

const base = {
  channel: '12345', channelNumber: 'H-1', origin: '12345', receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', kinds: ['complaint'], matters: ['wages'],
  division: '439901', requester: { name: '张测试', phone: '13900000001', idNumber: ID }, employer: { name: '甲劳务公司' }, project: null, attachments: [],
  facts: { amount: 18000, periodFrom: '2025-11', periodTo: '2026-01' },
} as const;

function order(changed: Partial<Record<keyof Order, unknown>> = {}): Order {
  return orderOf({ ...base, ...changed } as never);
}

function isSame(a: Order, b: Order): boolean {
  const keys = new Set(samenessKeys(a, index));
  return samenessKeys(b, index).some((key) => keys.has(key));
}

const noId = { name: '张测试', phone: '13900000001' };
const noPeriod = { amount: 18000 };

describe('The same complaint', () => {
  it.each<[string, Partial<Record<keyof Order, unknown>>, Partial<Record<keyof Order, unknown>>, boolean]>([
    ['same in all', {}, {}, true],
    ['another channel, number and hour', {}, { channel: 'clue-platform', channelNumber: 'C-9', origin: 'cluePlatform', receivedAt: '2026-03-05T20:00:00+08:00' }, true],
    ['only one gives the identity number', {}, { requester: noId }, true],
    ['both by name and phone', { requester: noId }, { requester: noId }, true],
    ['name and phone written otherwise', { requester: noId }, { requester: { name: '张 测试', phone: '+86 139-0000-0001' } }, true],
    ['identity number with another phone and name', {}, { requester: { name: '张试测', phone: '13900000002', idNumber: ID } }, true],
    ['small x in the identity number', { requester: { idNumber: OTHER_ID } }, { requester: { idNumber: '43000019900307009x' } }, true],
    ['another period', {}, { facts: { ...base.facts, periodTo: '2026-02' } }, false],
    ['an earlier period', {}, { facts: { amount: 18000, periodFrom: '2025-08', periodTo: '2025-10' } }, false],
    ['another matter', {}, { matters: ['socialInsurance'] }, false],
    ['no matter in D01 is wages', {}, { matters: [] }, true],
    ['matters in another order', { matters: ['wages', 'socialInsurance'] }, { matters: ['socialInsurance', 'wages'] }, true],
    ['another category without matter', { category: 'D05', matters: [] }, { category: 'D06', matters: [] }, false],
    ['another person', {}, { requester: { name: '李测试', phone: '13900000002', idNumber: OTHER_ID } }, false],
    ['phone alone', { requester: noId }, { requester: { name: '李测试', phone: '13900000001' } }, false],
    ['phone alone, no names', { requester: { phone: '13900000001' } }, { requester: { phone: '13900000001' } }, false],
    ['name alone', { requester: { name: '张测试' } }, { requester: { name: '张测试' } }, false],
    ['employer in full-width brackets', { employer: { name: '甲（测试）劳务公司' } }, { employer: { name: '甲(测试) 劳务公司' } }, true],
    ['same credit code, other name', { employer: { name: '甲', creditCode: '91430000MA0T0002XW' } }, { employer: { name: '乙', creditCode: '91430000MA0T0002XW' }, facts: { ...base.facts, amount: 1 } }, true],
    ['another employer, other amount', {}, { employer: { name: '乙建筑公司' }, facts: { ...base.facts, amount: 9000 } }, false],
    ['employer written otherwise, identity, period and amount agree', {}, { employer: { name: '甲劳务有限公司' } }, true],
    ['the same without identity number', { requester: noId }, { requester: noId, employer: { name: '甲劳务有限公司' } }, false],
    ['employer missing in one, the rest agrees', {}, { employer: null }, true],
    ['amount alone differs', {}, { facts: { ...base.facts, amount: 20000 } }, true],
    ['period unstated in both, same amount', { facts: noPeriod }, { facts: noPeriod }, true],
    ['period unstated in both, another amount', { facts: noPeriod }, { facts: { amount: 9000 } }, false],
    ['period stated in one only, another employer', {}, { facts: noPeriod, employer: { name: '乙建筑公司' } }, false],
    ['period unstated in both, another employer', { facts: noPeriod }, { facts: noPeriod, employer: { name: '乙建筑公司' } }, false],
    ['anonymous', { requester: { ...base.requester, anonymous: true } }, { requester: { ...base.requester, anonymous: true } }, false],
    ['nobody named', { requester: null }, { requester: null }, false],
    ['an identity number that is none proves nothing', { requester: { idNumber: '430000199003070015' } }, { requester: { idNumber: '430000199003070015' } }, false],
  ])('%s', (_, a, b, expected) => {
    expect(isSame(order(a), order(b))).toBe(expected);
    expect(isSame(order(b), order(a))).toBe(expected);
  });

  it('S14 of the clue platform is S01 of the hotline', () => {
    const s01 = completedByText(fromHotline({
      orderNo: 'H-1', callTime: '2026-03-02T10:15:00+08:00', appealType: 'COMPLAINT', areaCode: '测试区',
      content: '来电人称约定月薪6000元，2025年11月至2026年1月三个月工资共18000元至今未发。',
      caller: { callerName: '张测试', callerPhone: '13900000001' }, appealedUnit: { unitName: '甲劳务公司' },
    }));
    const s14 = fromClue({
      clueNo: 'C-1', submittedAt: '2026-03-05T20:00:00+08:00', realName: '张测试', idNumber: ID, phone: '13900000001', isConstruction: true, employer: '甲劳务公司',
      region: '439901', address: '测试路一号', arrearsFrom: '2025-11', arrearsTo: '2026-01', arrearsAmount: 18000, workerCount: 1, description: '欠薪。',
    });
    expect(isSame(s01, s14)).toBe(true);
  });

  it('two persons of one name and phone share a key and differ in the identity key', () => {
    const [a, b, c] = [order(), order({ requester: { ...noId, idNumber: OTHER_ID } }), order({ requester: noId })];
    expect(isSame(a, b)).toBe(true);
    expect(identityKey(a, index)).not.toBe(identityKey(b, index));
    expect(identityKey(a, index)).toBe(identityKey(order({ employer: null }), index));
    expect(identityKey(c, index)).toBeUndefined();
  });

  it('an anonymous person has no keys, though a name were left in the order', () => {
    const named = order();
    expect(samenessKeys({ ...named, requester: { ...named.requester!, anonymous: true } }, index)).toEqual([]);
  });

  it('keys show nothing without the secret, and another secret gives others', () => {
    const keys = samenessKeys(order(), index);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(samenessKeys(order(), blindIndex(Buffer.alloc(32, 8))).some((key) => keys.includes(key))).toBe(false);
  });
});
