import { clockName, isClock, sources } from './names.js';
import { both, isChinese } from './words.js';

/** What the sources mark with P: no statute says it, a region may set it. */
const OURS = { '': ['（本系统默认）', '(default of this system)'], number: ['（数值为本系统默认）', '(number: default of this system)'], 'interval of checks': ['（检查间隔为本系统默认）', '(interval: default of this system)'] };

const NUMERALS = '一二三四五六七八九十';

let pattern;
/** The statutes that a ground names by their letters, or by their Chinese titles, as the packs list them, the longest first. A title within a longer one is not it. */
function citations() {
  const labels = (first) => Object.keys(sources()).filter((label) => first.test(label)).sort((a, b) => b.length - a.length).map((label) => label.replace(/[().]/g, '\\$&')).join('|');
  const [letters, titles] = [labels(/^[A-Z]/), labels(/^\p{Script=Han}/u)];
  if (letters) pattern ??= new RegExp(`(?<![\\w-])(${letters}${titles && `|(?<![\\p{Script=Han}《])(?:${titles})(?!\\p{Script=Han})`})(?![\\w-])(?:\\s+(\\d+(?:[-–]\\d+)?(?:,\\s*\\d+(?:[-–]\\d+)?)*)(?:\\((\\d+|[${NUMERALS}])\\))?)?`, 'gu');
  return pattern ?? /(?!)/g;
}

/** `LDMA 31, 32; P HOT-ASSIST` as 《劳动争议调解仲裁法》第31、32条；本系统规则 协办. What it does not know stays as it is. */
export function lawText(ground) {
  if (/^[a-z]/.test(ground) && sources()[ground]) return both(sources()[ground]); // No document: what the project itself says.
  return ground.split('; ').map((one) => (/^P\b/.test(one) ? ourRule(one) : cited(one))).join(isChinese() ? '；' : '; ');
}

/** What no statute says: a rule of ours, by the limit that it names, or in its own Chinese words. A reference into our papers tells nobody anything. */
function ourRule(text) {
  const rest = text.replace(/^P\b[:：,，\s]*/, '');
  return `${isChinese() ? '本系统规则' : 'rule of this system'} ${isClock(rest) ? clockName(rest) : /\p{Script=Han}/u.test(rest) ? rest : ''}`.trim();
}

/** The paragraph (款, in figures) or the item (项, in Chinese numerals) of an article. */
function inPart(part) {
  const item = NUMERALS.indexOf(part) + 1;
  if (isChinese()) return item > 0 ? `第（${part}）项` : `第${part}款`;
  return item > 0 ? ` item ${item}` : ` para. ${part}`;
}

function cited(ground) {
  const text = ground.replace(citations(), (_, letters, articles, part) => {
    const { zh, en } = sources()[letters];
    if (!isChinese()) return `${en}${articles ? ` art. ${articles}${part ? inPart(part) : ''}` : ''}`;
    const title = /[法例则定典]$|办法$/.test(zh) ? `《${zh}》` : zh;
    return `${title}${articles ? `第${articles.replace(/,\s*/g, '、')}条${part ? inPart(part) : ''}` : ''}`;
  }).replace(/ ?\((?:([a-z ,]+) )?P\)/g, (_, what) => ` ${(OURS[what ?? ''] ?? OURS[''])[isChinese() ? 0 : 1]}`).trim();
  if (!isChinese()) return text;
  return text.replace(/ (consultation )?draft\b/g, '（征求意见稿）').replace(/ notice\b/g, '通知');
}
