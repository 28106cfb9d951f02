import { groundIn, unknownSources } from './citation.js';

const document = (zh: string, en: string): never => ({ zh, en } as never);
const sources = { WPR: document('保障农民工工资支付条例', 'Regulation on wage payment'), 'BJ-STD': document('接诉即办工作规范', 'Standard on handling complaints'), 'BJ-REG': document('《北京市接诉即办工作条例》', 'Beijing regulation') };

describe('A ground', () => {
  it.each([
    ['WPR 30', '《保障农民工工资支付条例》30', 'Regulation on wage payment 30'],
    ['BJ-STD draft', '《接诉即办工作规范》（征求意见稿）', 'Standard on handling complaints draft'],
    ['BJ-REG 15; WPR 27 (number P)', '《北京市接诉即办工作条例》15；《保障农民工工资支付条例》27（数值为本系统默认）', 'Beijing regulation 15; Regulation on wage payment 27 (number P)'],
    ['BJ-REG 23 (P)', '《北京市接诉即办工作条例》23（本系统默认）', 'Beijing regulation 23 (P)'],
  ])('%s is said in both languages, each in its own words', (source, zh, en) => expect(groundIn(source, sources)).toEqual({ zh, en }));

  it('names what no list of sources knows', () => expect(unknownSources('WPR 30; XYZ 1', sources)).toEqual(['XYZ 1']));
});
