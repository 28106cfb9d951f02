import { mask, maskId, maskName, maskPhone } from './mask.js';

describe('Masking', () => {
  it.each([['张测试', '张**'], ['张测', '张*'], ['张', '*'], ['', '*'], ['𠮷测试', '𠮷**'], [' 张测试 ', '张**']])('shows the name %s as %s', (name, shown) => expect(maskName(name)).toBe(shown));
  it.each([['13900000001', '139****0001'], ['1000000', '*****00'], ['110', '***'], ['', '']])('shows the number %s as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));
  it.each([['430000199003070014', '4300**********0014'], ['1234567', '*****67'], ['43', '**']])('shows the identity number %s as %s', (id, shown) => expect(maskId(id)).toBe(shown));

  it.each([
    ['requester.name', '张测试', '张**'], ['requester.phone', '13900000001', '139****0001'], ['idNumber', '430000199003070014', '4300**********0014'],
    ['bankCard', '6220000000000000016', '***************0016'], ['text', '拖欠工资', '***'], ['somethingNew', '张测试', '***'],
  ])('knows by the field: %s', (field, text, shown) => expect(mask(field, text)).toBe(shown));
});
