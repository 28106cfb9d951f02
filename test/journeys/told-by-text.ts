/** What the supervisor's screen knows, put into the words of a text message: worked out again here, apart from the product. */
export interface Name { readonly zh: string; readonly en: string }

/** Who makes the return visits. */
export const RETURN_VISIT: Name = { zh: '热线回访人员', en: 'the return-visit desk of the hotline' };

/** What a cell says about a source, for a reader of Chinese: a draft, and a number that no statute gives. */
const REMARKS: Readonly<Record<string, string>> = { draft: '（征求意见稿）', 'consultation draft': '（征求意见稿）', '(P)': '（本系统默认）', '(number P)': '（数值为本系统默认）' };

/** An article in Chinese: the remark it ends with, if any, in its words. */
function inChinese(article: string): string {
  const remark = Object.keys(REMARKS).filter((one) => article === one || article.endsWith(` ${one}`)).sort((a, b) => b.length - a.length)[0];
  return remark === undefined ? article : `${article.slice(0, article.length - remark.length).trim()}${REMARKS[remark]!}`;
}

/** A `source` cell by the names that the supervisor's screen has: the longest label that a part begins with, then its article. */
export function groundOf(source: string, sources: Readonly<Record<string, Name>>): Name {
  const parts = source.split('; ').map((part) => {
    const label = Object.keys(sources).filter((one) => part === one || part.startsWith(`${one} `)).sort((a, b) => b.length - a.length)[0]!;
    const { zh, en } = sources[label]!;
    return { zh: `${zh.includes('《') ? zh : `《${zh}》`}${inChinese(part.slice(label.length).trim())}`, en: `${en}${part.slice(label.length)}` };
  });
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** A day, or a time of a day, in Chinese. */
export function dayIn(due: string): string {
  const [year, month, day] = due.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日${due.length > 10 ? ` ${due.slice(11, 16)}` : ''}`;
}
