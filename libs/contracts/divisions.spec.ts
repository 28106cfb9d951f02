import { divisionNamed, divisionsOf, divisionTable, isInside } from './divisions.js';
import { isDivisionShape } from './ids.js';
import { isDay } from './time.js';

describe('The table of divisions', () => {
  it('says where it comes from and of which day it is', () => {
    expect(divisionTable.source).toContain('GB/T 2260');
    expect(isDay(divisionTable.asOf)).toBe(true);
  });
  it('holds 34 provinces and 333 prefectures, all of the right shape', () => {
    const codes = Object.keys(divisionTable.divisions);
    const notPrefectures = /^(市辖区|县|.+直辖县级行政区划)$/;
    expect(codes.filter((code) => code.endsWith('0000'))).toHaveLength(34);
    expect(codes.filter((code) => /[^0]00$|[1-9]000$/.test(code) && !code.endsWith('0000') && !notPrefectures.test(divisionTable.divisions[code]!))).toHaveLength(333);
    for (const code of [...codes, ...Object.keys(divisionTable.sample)]) expect(isDivisionShape(code)).toBe(true);
    for (const code of codes) expect(divisionNamed(`${code.slice(0, 2)}0000`)).toBeDefined();
  });
  it('never issued the codes of the sample region', () => {
    for (const code of Object.keys(divisionTable.sample)) expect(divisionTable.divisions[code]).toBeUndefined();
  });
});

describe('A division', () => {
  it.each([
    ['439900', '439900', '测试市'], ['测试市', '439900', '测试市'], ['测试区', '439901', '测试区'], ['A', '439901', '测试区'], ['B', '439902', '邻区'],
    ['邻区', '439902', '邻区'], ['测试县', '439903', '测试县'], ['测试街道', '439901001', '测试街道'], ['外市', '439800', '外市'], ['丙县', '439701', '丙县'],
    ['丁县', '439702', '丁县'], ['测试市测试区', '439901', '测试区'], [' 测试区 ', '439901', '测试区'],
    ['湖南省', '430000', '湖南省'], ['长沙市', '430100', '长沙市'], ['湖南省长沙市', '430100', '长沙市'], ['110105', '110105', '朝阳区'],
    ['北京市朝阳区', '110105', '朝阳区'], ['重庆市', '500000', '重庆市'], ['重庆市忠县', '500233', '忠县'], ['湖北省仙桃市', '429004', '仙桃市'],
    ['莱芜市', undefined, undefined], ['林芝市', '540400', '林芝市'],
  ])('%j is %s %s', (text, code, name) => {
    expect(divisionNamed(text)?.code).toBe(code);
    expect(divisionNamed(text)?.name).toBe(name);
  });

  it.each(['市辖区', '县', '朝阳区', '江北区', '和平区', '省直辖县级行政区划', '', '990101', '43010', '439999', '439901002', 'a', '__proto__', 'constructor', 'toString'])(
    '%j is not known or fits several', (text) => expect(divisionNamed(text)).toBeUndefined());

  it('knows the path from the province down', () => {
    expect(divisionNamed('测试街道')?.path).toEqual(['测试市', '测试区', '测试街道']);
    expect(divisionNamed('110105')?.path).toEqual(['北京市', '朝阳区']);
    expect(divisionNamed('110100')?.path).toEqual(['北京市', '市辖区']);
    expect(divisionNamed('430100')?.path).toEqual(['湖南省', '长沙市']);
    expect(divisionNamed('430000')?.path).toEqual(['湖南省']);
  });
});

describe('Another table', () => {
  const find = divisionsOf({
    source: '', asOf: '', aliases: {}, sample: {},
    divisions: { 220000: '吉林省', 220100: '长春市', 220104: '朝阳区', 110000: '北京市', 110105: '朝阳区', 350000: '甲省', 350100: '同名市', 360000: '乙省', 360100: '同名市' },
  });
  it('does not choose between two prefectures of one name', () => {
    expect(find('同名市')).toBeUndefined();
    expect(find('甲省同名市')?.code).toBe('350100');
  });
  it('takes a county by what it belongs to', () => {
    expect([find('朝阳区'), find('长春市朝阳区')?.code, find('吉林省长春市朝阳区')?.code, find('北京市朝阳区')?.code]).toEqual([undefined, '220104', '220104', '110105']);
  });
});

describe('Inside', () => {
  it.each([
    ['439901', '439900', true], ['439901', '439901', true], ['439901001', '439901', true], ['439901001', '439900', true], ['439901', '430000', true],
    ['439901', '000000', true], ['439902', '439901', false], ['439900', '439901', false], ['439800', '439900', false], ['110105', '430000', false],
    ['231000', '230000', true], ['231002', '231000', true], ['230102', '231000', false], ['439901', '439901001', false],
  ])('%s in %s: %s', (code, parent, inside) => expect(isInside(code, parent)).toBe(inside));

  it('takes a county or township that the table does not list by its code, below a place that it knows', () => {
    expect(divisionNamed('430102')).toMatchObject({ code: '430102', name: '长沙市（430102）' });
    expect(divisionNamed('110105001')).toMatchObject({ code: '110105001', path: ['北京市', '朝阳区', '110105001'] });
    for (const code of ['990102', '439909', '110199', '430000001', '439901999', '4301']) expect(divisionNamed(code)).toBeUndefined();
  });
});
