import { isChinese } from './words.js';

/** The statutes that a ground names by their letters. */
const LAWS = {
  LDMA: ['劳动争议调解仲裁法', 'Labour Dispute Mediation and Arbitration Law'], CHR: ['劳动人事争议仲裁办案规则', 'Arbitration Case Rules'],
  'LSR-IR': ['关于实施〈劳动保障监察条例〉若干规定', 'Provisions implementing the Labour Inspection Regulation'], LSR: ['劳动保障监察条例', 'Labour Inspection Regulation'],
  WPR: ['保障农民工工资支付条例', 'Regulation on Wage Payment to Migrant Workers'], SPC1: ['最高法劳动争议解释（一）', 'SPC Interpretation I'], SPC2: ['最高法劳动争议解释（二）', 'SPC Interpretation II'],
  'CRIM-I': ['法释〔2013〕3号', 'Fa Shi [2013] 3'], CRIM: ['刑法第二百七十六条之一', 'Criminal Law art. 276-1'], TRF: ['行政执法机关移送涉嫌犯罪案件的规定', 'Provisions on Transfer to the Police'],
  CPL: ['民事诉讼法', 'Civil Procedure Law'], CC: ['民法典', 'Civil Code'], LAL: ['法律援助法', 'Legal Aid Law'], WII: ['工伤保险条例', 'Work Injury Insurance Regulation'], SIL: ['社会保险法', 'Social Insurance Law'],
  SAR: ['社会救助暂行办法', 'Social Relief Measures'], 'BJ-REG': ['北京市接诉即办工作条例', 'Beijing Respond-on-Complaint Regulation'], 'BJ-STD': ['DB11/T 2021', 'DB11/T 2021'],
  JN: ['济南市12345市民服务热线条例', 'Jinan Hotline Regulation'], WF: ['潍坊市12345政务服务便民热线条例', 'Weifang Hotline Regulation'], 'HL-2025': ['国办函〔2025〕66号', 'Guo Ban Han [2025] 66'], 'HL-2020': ['国办发〔2020〕53号', 'Guo Ban Fa [2020] 53'],
  'ZJ-ARB': ['浙江省劳动人事争议调解仲裁条例', 'Zhejiang Arbitration Regulation'], 'ZJ-INSP': ['浙江省劳动保障监察条例', 'Zhejiang Inspection Regulation'], 'QD-INSP': ['青岛市劳动保障监察条例', 'Qingdao Inspection Regulation'],
  BL: ['失信联合惩戒对象名单管理暂行办法', 'Joint-Sanction List Measures'], 'S-SH21': ['上海就地过年服务保障通知（2021）', 'Shanghai notice 2021'], 'S-SH22': ['上海农民工服务保障通知（2022）', 'Shanghai notice 2022'],
  'S-CQ24': ['渝人社〔2024〕87号', 'Chongqing notice 2024-87'], 'S-BJ25': ['京人社农工字〔2025〕79号', 'Beijing notice 2025-79'], 'S-HN20': ['湖南“湘融湘爱”实施方案（2020）', 'Hunan plan 2020'],
};

/** What the sources mark with P: no statute says it, a region may set it. */
const OURS = [['（本系统默认）', '(default of this system)'], ['（数值为本系统默认）', '(number: default of this system)']];

const LETTERS = Object.keys(LAWS).sort((a, b) => b.length - a.length).join('|');
const CITED = new RegExp(`(?<![\\w-])(${LETTERS})(?![\\w-])(?:\\s+(\\d+(?:[-–]\\d+)?(?:,\\s*\\d+(?:[-–]\\d+)?)*))?`, 'g');

/** `LDMA 31, 32` as 《劳动争议调解仲裁法》第31、32条. What it does not know stays as it is. */
export function lawText(ground) {
  if (/^P\b/.test(ground)) return ground.replace(/^P\b[:：,，\s]*/, isChinese() ? '本系统规则 ' : 'rule of this system ').trim();
  const cited = ground.replace(CITED, (_, letters, articles) => {
    const [zh, en] = LAWS[letters];
    if (!isChinese()) return `${en}${articles ? ` art. ${articles}` : ''}`;
    const title = /[法例则定典]$|办法$/.test(zh) ? `《${zh}》` : zh;
    return `${title}${articles ? `第${articles.replace(/,\s*/g, '、')}条` : ''}`;
  }).replace(/ ?\((number )?P\)/g, (_, number) => ` ${OURS[number ? 1 : 0][isChinese() ? 0 : 1]}`).trim();
  if (!isChinese()) return cited;
  return cited.replaceAll('; ', '；').replace(/ (consultation )?draft\b/g, '（征求意见稿）').replace(/ notice\b/g, '通知');
}
