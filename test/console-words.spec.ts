import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('../web/', import.meta.url));
type Words = Readonly<Record<string, readonly [string, string]>>;

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.js')).sort()
  .map((path) => ({ path, text: readFileSync(join(WEB, path), 'utf8') }));
const wordFiles = sources.filter(({ path }) => basename(path) === 'words.js');
const tables = new Map(await Promise.all(wordFiles.map(async ({ path }) => [path, ((await import(join(WEB, path))) as { words: Words }).words] as const)));
const shared = tables.get('words.js')!;

/** Which words a file speaks: by where its `t` comes from. */
function wordsOf({ path, text }: { path: string; text: string }): Words | undefined {
  const from = /import \{[^}]*\bt\b[^}]*\} from '([^']*words\.js)'/.exec(text)?.[1];
  return from === undefined ? undefined : { ...shared, ...tables.get(posix.join(dirname(path), from)) };
}

describe("The console's own words", () => {
  it('are found at all', () => expect([tables.size > 4, Object.keys(shared).length > 50, sources.length > 25]).toEqual([true, true, true]));

  it.each([...tables])('%s says everything in Chinese and in English, and fills in the same', (_, words) => {
    const filled = (text: string): string => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
    const other = (key: string): boolean => key === 'other'; // The name of the other language.
    expect(Object.entries(words).filter(([key, pair]) => pair.length !== 2 || (!other(key) && !/\p{Script=Han}|\{/u.test(pair[0])) || pair[1] === '' || (!other(key) && /\p{Script=Han}/u.test(pair[1])) || filled(pair[0]) !== filled(pair[1]))).toEqual([]);
  });

  it('are there for every key that a file asks for', () => {
    const missing = sources.flatMap((source) => {
      const words = wordsOf(source);
      const asked = [...source.text.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key!);
      const begun = [...source.text.matchAll(/\bt\(`([^`$]*)\$\{/g)].map(([, start]) => start!);
      if (!words) return [...asked, ...begun].map((key) => `${source.path}: ${key} without words`);
      return [...asked.filter((key) => !Object.hasOwn(words, key)), ...begun.filter((start) => !Object.keys(words).some((key) => key.startsWith(start)))].map((key) => `${source.path}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('are all said somewhere', () => {
    const said = (key: string, folder: string): boolean => sources.some(({ path, text }) => {
      if (basename(path) === 'words.js' || (folder !== '' && !path.startsWith(`${folder}/`))) return false;
      return new RegExp(`['"]${key}['"]|\\b${key}: |[\`{(]\\s*${key}\\b`).test(text) || [...text.matchAll(/`([A-Za-z]\w{2,})\$\{/g)].some(([, start]) => key.startsWith(start!));
    });
    expect([...tables].flatMap(([path, words]) => Object.keys(words).filter((key) => !said(key, path === 'words.js' ? '' : dirname(path))).map((key) => `${path}: ${key}`))).toEqual([]);
  });

  it('repeat nothing that all screens share', () => {
    const alone = ['words.js', 'worker/words.js']; // The worker's page loads on phones that read none of the console's files.
    expect([...tables].filter(([path]) => !alone.includes(path)).flatMap(([path, words]) => Object.keys(words).filter((key) => shared[key]?.join() === words[key]!.join()).map((key) => `${path}: ${key}`))).toEqual([]);
  });
});

describe("The console's registry", () => {
  it('has each path once, and a folder with the screen that it loads', async () => {
    const { screens, groups } = (await import(join(WEB, 'screens.js'))) as { screens: { path: string; title: { zh: string; en: string }; group?: string; roles?: string[]; load: () => Promise<{ screen: unknown }>; css?: string }[]; groups: Record<string, unknown> };
    expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length);
    for (const { path, load, group, title, roles } of screens) {
      expect([path, typeof (await load()).screen, group === undefined || group in groups, title.zh !== '' && title.en !== '', roles?.length !== 0]).toEqual([path, 'function', true, true, true]);
    }
    const drawn = sources.filter(({ path }) => path.endsWith('.screen.js')).map(({ path }) => path);
    const loaded = [...sources.find(({ path }) => path === 'screens.js')!.text.matchAll(/import\('\.\/([^']+)'\)/g)].map(([, path]) => path);
    expect(loaded.sort()).toEqual(drawn);
  });

  it('draws without a style attribute or a script in the page, which its policy forbids', () => {
    expect(sources.filter(({ text }) => /\bstyle:\s|\.style\.|setAttribute\('style'|innerHTML|insertAdjacentHTML|\beval\(|new Function\(/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
