import type { Sources } from './pack.js';

/** The label that a citation begins with, the longest of them: `WPR 30` begins with `WPR`, `SPC1 32(1)` with itself. */
function labelOf(citation: string, sources: Sources): string | undefined {
  return Object.keys(sources)
    .filter((label) => citation === label || (citation.startsWith(label) && !/^[A-Za-z0-9-]/.test(citation.slice(label.length))))
    .sort((a, b) => b.length - a.length)[0];
}

/** The source that a citation names. */
export function sourceNamed(citation: string, sources: Sources): Sources[string] | undefined {
  const label = labelOf(citation, sources);
  return label === undefined ? undefined : sources[label];
}

/** The parts of a `source` cell that name no source. A pack without a list of sources is not asked. */
export function unknownSources(source: string, sources: Sources): readonly string[] {
  return Object.keys(sources).length === 0 ? [] : source.split('; ').filter((part) => labelOf(part, sources) === undefined);
}

/** A `source` cell for a reader: `LAL 42(三)` as 《法律援助法》第42条第（三）项. */
export function groundIn(source: string, sources: Sources): { readonly zh: string; readonly en: string } {
  const parts = source.split('; ').map((part) => {
    const label = labelOf(part, sources);
    if (label === undefined) return { zh: part, en: part };
    const article = part.slice(label.length).trim();
    const { zh: title, en } = sources[label]!;
    return { zh: `${title.includes('《') ? title : `《${title}》`}${inChinese(article)}`, en: `${en} ${inEnglish(article)}`.trim() };
  });
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** Articles behind a label, with the paragraph (款, in figures) or the item (项, in Chinese numerals) of the last of them. */
const ARTICLES = /^(\d+(?:[-–]\d+)?(?:, \d+(?:[-–]\d+)?)*)(?:\((?:(\d+)|([一二三四五六七八九十]))\))?/;
const NUMERALS = '一二三四五六七八九十';
/** What no statute gives is said to be ours. */
const OURS = / ?\((?:([a-z ]+) )?P\)/;

/** What stands behind a label: a draft is one in Chinese too. */
function inChinese(article: string): string {
  return article
    .replace(ARTICLES, (_, articles: string, paragraph?: string, item?: string) => `第${articles.replaceAll(', ', '、')}条${paragraph ? `第${paragraph}款` : ''}${item ? `第（${item}）项` : ''}`)
    .replace(/\b(?:consultation )?draft\b/, '（征求意见稿）').replace(OURS, (_, what?: string) => (what === 'number' ? '（数值为本系统默认）' : '（本系统默认）'));
}

function inEnglish(article: string): string {
  return article
    .replace(ARTICLES, (_, articles: string, paragraph?: string, item?: string) => `art. ${articles}${paragraph ? ` para. ${paragraph}` : ''}${item ? ` item ${NUMERALS.indexOf(item) + 1}` : ''}`)
    .replace(OURS, (_, what?: string) => ` (${what ? `${what}: ` : ''}default of this system)`);
}
