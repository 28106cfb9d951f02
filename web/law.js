import { sources } from './names.js';
import { isChinese } from './words.js';

/** What the sources mark with P: no statute says it, a region may set it. */
const OURS = [['（本系统默认）', '(default of this system)'], ['（数值为本系统默认）', '(number: default of this system)']];

let cited;
/** The statutes that a ground names by their letters, as the packs list them, the longest first. */
function citations() {
  const letters = Object.keys(sources()).filter((label) => /^[A-Z]/.test(label)).sort((a, b) => b.length - a.length).map((label) => label.replace(/[()（）.]/g, '\\$&')).join('|');
  if (letters) cited ??= new RegExp(`(?<![\\w-])(${letters})(?![\\w-])(?:\\s+(\\d+(?:[-–]\\d+)?(?:,\\s*\\d+(?:[-–]\\d+)?)*))?`, 'g');
  return cited ?? /(?!)/g;
}

/** `LDMA 31, 32` as 《劳动争议调解仲裁法》第31、32条. What it does not know stays as it is. */
export function lawText(ground) {
  if (/^P\b/.test(ground)) return ground.replace(/^P\b[:：,，\s]*/, isChinese() ? '本系统规则 ' : 'rule of this system ').trim();
  const text = ground.replace(citations(), (_, letters, articles) => {
    const { zh, en } = sources()[letters];
    if (!isChinese()) return `${en}${articles ? ` art. ${articles}` : ''}`;
    const title = /[法例则定典]$|办法$/.test(zh) ? `《${zh}》` : zh;
    return `${title}${articles ? `第${articles.replace(/,\s*/g, '、')}条` : ''}`;
  }).replace(/ ?\((number )?P\)/g, (_, number) => ` ${OURS[number ? 1 : 0][isChinese() ? 0 : 1]}`).trim();
  if (!isChinese()) return text;
  return text.replaceAll('; ', '；').replace(/ (consultation )?draft\b/g, '（征求意见稿）').replace(/ notice\b/g, '通知');
}
