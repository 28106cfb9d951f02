import type { Fen } from '#libs/contracts/money.js';
import type { Day } from '#libs/contracts/time.js';

/** The same in both languages of a paper. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** What events carry as a word of the code, as a paper says it. */
const WORDS: Readonly<Record<string, Words>> = {
  speedy: { zh: '速裁程序', en: 'speedy' }, ordinary: { zh: '普通程序', en: 'ordinary' },
  employer: { zh: '用人单位', en: 'employer' }, generalContractor: { zh: '施工总承包单位', en: 'general contractor' }, projectOwner: { zh: '建设单位', en: 'project owner' }, deposit: { zh: '工资保证金', en: 'wage deposit' }, emergencyFund: { zh: '应急周转金', en: 'emergency fund' }, court: { zh: '法院执行', en: 'court' }, held: { zh: '代管工资', en: 'kept wages' }, wageAccount: { zh: '农民工工资专用账户', en: 'wage account' },
  general: { zh: '一般事项', en: 'general matter' }, workInjury: { zh: '工伤认定', en: 'work injury' }, capacityAppraisal: { zh: '劳动能力鉴定', en: 'capacity appraisal' }, residencePermit: { zh: '居住证', en: 'residence permit' }, landArbitration: { zh: '土地仲裁', en: 'land arbitration' }, relief: { zh: '救助', en: 'relief' }, legalAid: { zh: '法律援助', en: 'legal aid' }, petition: { zh: '信访', en: 'petition' },
  paid: { zh: '已支付', en: 'paid' }, solved: { zh: '已解决', en: 'solved' }, answered: { zh: '已答复', en: 'answered' }, refused: { zh: '不予受理', en: 'not accepted' }, settled: { zh: '已和解', en: 'settled' }, withdrawn: { zh: '已撤回', en: 'withdrawn' }, unfounded: { zh: '诉求不成立', en: 'unfounded' }, advised: { zh: '已告知途径', en: 'advised' }, notSolved: { zh: '未解决', en: 'not solved' }, transferred: { zh: '已转办', en: 'transferred' },
  granted: { zh: '准予', en: 'granted' }, recognised: { zh: '予以认定', en: 'recognised' }, notRecognised: { zh: '不予认定', en: 'not recognised' }, awarded: { zh: '已裁决', en: 'awarded' }, mediated: { zh: '已调解', en: 'mediated' },
  satisfied: { zh: '满意', en: 'satisfied' }, basicallySatisfied: { zh: '基本满意', en: 'basically satisfied' }, dissatisfied: { zh: '不满意', en: 'dissatisfied' },
  arbitration: { zh: '劳动人事争议仲裁', en: 'labour arbitration' }, lawsuit: { zh: '向人民法院起诉', en: 'a suit in court' }, mediation: { zh: '调解', en: 'mediation' }, inspection: { zh: '劳动保障监察', en: 'labour inspection' },
};

export function wordOf(code: string): Words {
  return WORDS[code] ?? plain(code);
}

export function plain(text: string): Words {
  return { zh: text, en: text };
}

/** 2026年3月2日 */
export function dayText(day: Day): Words {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${MONTHS[month - 1]} ${year}` };
}

/** 18,000.00元 */
export function moneyText(fen: Fen): Words {
  const yuan = Math.floor(fen / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = `${yuan}.${String(fen % 100).padStart(2, '0')}`;
  return { zh: `${amount}元`, en: `CNY ${amount}` };
}
