import { groundIn, unknownSources } from './citation.js';

const document = (zh: string, en: string): never => ({ zh, en } as never);
const sources = { WPR: document('保障农民工工资支付条例', 'Regulation on wage payment'), 'BJ-STD': document('接诉即办工作规范', 'Standard on handling complaints'), 'BJ-REG': document('《北京市接诉即办工作条例》', 'Beijing regulation'), LDMA: document('劳动争议调解仲裁法', 'Dispute Law'), LAL: document('法律援助法', 'Legal Aid Law'), CHR: document('办案规则', 'Rules') };

describe('A ground', () => {
  it.each([
    ['WPR 30', '《保障农民工工资支付条例》第30条', 'Regulation on wage payment art. 30'],
    ['WPR 26, 27 (days P)', '《保障农民工工资支付条例》第26、27条（本系统默认）', 'Regulation on wage payment art. 26, 27 (days: default of this system)'],
    ['LDMA 27(4); LAL 42(三); CHR 58-60', '《劳动争议调解仲裁法》第27条第4款；《法律援助法》第42条第（三）项；《办案规则》第58-60条', 'Dispute Law art. 27 para. 4; Legal Aid Law art. 42 item 3; Rules art. 58-60'],
    ['BJ-STD draft', '《接诉即办工作规范》（征求意见稿）', 'Standard on handling complaints draft'],
    ['BJ-REG 15; WPR 27 (number P)', '《北京市接诉即办工作条例》第15条；《保障农民工工资支付条例》第27条（数值为本系统默认）', 'Beijing regulation art. 15; Regulation on wage payment art. 27 (number: default of this system)'],
    ['BJ-REG 23 (P)', '《北京市接诉即办工作条例》第23条（本系统默认）', 'Beijing regulation art. 23 (default of this system)'],
  ])('%s is said in both languages, each in its own words', (source, zh, en) => expect(groundIn(source, sources)).toEqual({ zh, en }));

  it('names what no list of sources knows', () => expect(unknownSources('WPR 30; XYZ 1', sources)).toEqual(['XYZ 1']));
});
