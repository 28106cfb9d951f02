import { blindIndex, normalise } from './blind-index.js';
import type { BlindSpace } from './blind-index.js';

const index = blindIndex(Buffer.alloc(32, 7));

describe('The blind index', () => {
  it('gives the fingerprint that another implementation computed', () => {
    // Python: HKDF(SHA256, 32, salt=b'', info=b'anxin.blind-index.v1\nphone').derive(b'\7' * 32), then HMAC-SHA-256 of '10000000001'.
    expect(index.mac('phone', '10000000001').toString('hex')).toBe('83240188b86f27da9c31297d71993db39919469d19192b8c443d07e59f485c36');
  });

  it('shows neither the same value in two spaces nor under two secrets as equal', () => {
    const phone = index.mac('phone', '10000000001');
    expect(index.mac('idNumber', '10000000001').equals(phone)).toBe(false);
    expect(blindIndex(Buffer.alloc(32, 8)).mac('phone', '10000000001').equals(phone)).toBe(false);
  });

  it('refuses a short secret', () => expect(() => blindIndex(Buffer.alloc(31, 7))).toThrow('32 bytes'));

  it.each<[BlindSpace, string, string]>([
    ['name', ' 张 测\u200b试 ', '张测试'],
    ['name', '张测试（代）', '张测试代'],
    ['name', '买买提•测试', '买买提·测试'],
    ['name', '买买提．测试', '买买提·测试'],
    ['name', 'Ｚｈａｎｇ San', 'zhangsan'],
    ['phone', '+86 100-0000-0001', '10000000001'],
    ['phone', '０１００００００００１', '01000000001'],
    ['phone', '0086 10000000001', '10000000001'],
    ['phone', '(0731) 8000-0000', '073180000000'],
    ['idNumber', '43000019900307009x', '43000019900307009X'],
    ['idNumber', '４３００００１９９００３０７００９Ｘ ', '43000019900307009X'],
    ['employer', '测试（丙县）劳务 有限公司', '测试丙县劳务有限公司'],
    ['employer', '测试(丙县)劳务有限公司', '测试丙县劳务有限公司'],
    ['employer', '测试ＡＢ建筑有限公司', '测试ab建筑有限公司'],
    ['name', ' \u3000 ', ''],
  ])('compares the %s "%s" as "%s"', (space, written, compared) => {
    expect(normalise(space, written)).toBe(compared);
    expect(normalise(space, normalise(space, written))).toBe(compared);
  });

  it('keeps the suffix of a company: a company and its branch are two employers', () => {
    expect(normalise('employer', '测试建筑有限公司')).not.toBe(normalise('employer', '测试建筑有限公司一分公司'));
  });
});
