/** What the supervisor's screen knows, put into the words of a text message: worked out again here, apart from the product. */
export interface Name { readonly zh: string; readonly en: string }

/** Who makes the return visits. */
export const RETURN_VISIT: Name = { zh: '热线回访人员', en: 'the return-visit desk of the hotline' };

/** What a cell says about a source: a draft, and what no statute gives. */
const REMARKS: Readonly<Record<string, Name>> = {
  draft: { zh: '（征求意见稿）', en: ' draft' }, 'consultation draft': { zh: '（征求意见稿）', en: ' consultation draft' },
  '(P)': { zh: '（本系统默认）', en: ' (default of this system)' }, '(number P)': { zh: '（数值为本系统默认）', en: ' (number: default of this system)' },
};

/** What stands behind a label: articles, with a paragraph in figures or an item in Chinese numerals, and a remark. */
function articleIn(cell: string): Name {
  const remark = Object.keys(REMARKS).filter((one) => cell === one || cell.endsWith(` ${one}`)).sort((a, b) => b.length - a.length)[0];
  const bare = remark === undefined ? cell : cell.slice(0, cell.length - remark.length).trim();
  const said = remark === undefined ? { zh: '', en: '' } : REMARKS[remark]!;
  if (!/^\d/.test(bare)) return { zh: `${bare}${said.zh}`, en: `${bare === '' ? '' : ` ${bare}`}${said.en}` };
  const [articles = '', part = ''] = bare.split(/[()]/);
  const item = '一二三四五六七八九十'.indexOf(part) + 1;
  const inner = part === '' ? { zh: '', en: '' } : /\d/.test(part) ? { zh: `第${part}款`, en: ` para. ${part}` } : { zh: `第（${part}）项`, en: ` item ${item}` };
  return { zh: `第${articles.split(', ').join('、')}条${inner.zh}${said.zh}`, en: ` art. ${articles}${inner.en}${said.en}` };
}

/** A `source` cell by the names that the supervisor's screen has: the longest label that a part begins with, then its article. */
export function groundOf(source: string, sources: Readonly<Record<string, Name>>): Name {
  const parts = source.split('; ').map((part) => {
    const label = Object.keys(sources).filter((one) => part === one || part.startsWith(`${one} `)).sort((a, b) => b.length - a.length)[0]!;
    const { zh, en } = sources[label]!;
    const article = articleIn(part.slice(label.length).trim());
    return { zh: `${zh.includes('《') ? zh : `《${zh}》`}${article.zh}`, en: `${en}${article.en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** A day, or a time of a day, in Chinese. */
export function dayIn(due: string): string {
  const [year, month, day] = due.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日${due.length > 10 ? ` ${due.slice(11, 16)}` : ''}`;
}
