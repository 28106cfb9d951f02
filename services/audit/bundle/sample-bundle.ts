import type { BundleFiles } from './bundle-files.js';
import { sha256 } from './check-bundle.js';
import type { Drawn, SampleList } from './check-sample.js';
import { folderOf, SAMPLE, SAMPLE_FORMAT } from './check-sample.js';
import { zipped } from './make-bundle.js';
import { oneFile } from './one-file.js';

const README = `案卷核验包，多案一册 / Bundles of several cases in one

node verify.mjs --key <日志公钥 / verifier key of the log>
cases/ 下每个目录是一案完整的核验包，可单独交付、单独核验 / each folder under cases/ is the whole bundle of one case, which may be handed on and verified alone
sample.json 记有种子：凭整个日志可重新抽取 / sample.json has the seed: whoever has the whole log can draw the same again (anxin-audit verify-bundle --server <url> | --file <export>)
`;

/** One zip of many bundles, all under one checkpoint. The same cases give the same bytes. */
export function sampleBundle(bundles: ReadonlyMap<string, BundleFiles>, drawn: Drawn | null): Buffer {
  const own: readonly (readonly [string, Buffer])[] = [['README.txt', Buffer.from(README)], ['verify.mjs', Buffer.from(oneFile())]];
  const inFolders = [...bundles].flatMap(([caseId, files]) => [...files].map(([name, content]) => [`${folderOf(caseId)}${name}`, content] as const));
  const listed = [...own, ...inFolders.filter(([name]) => name.endsWith('/bundle.json'))];
  const list: SampleList = { format: SAMPLE_FORMAT, cases: [...bundles.keys()], drawn, files: Object.fromEntries(listed.map(([name, content]) => [name, sha256(content)])) };
  return zipped(new Map([[SAMPLE, Buffer.from(`${JSON.stringify(list, null, 2)}\n`)], ...own, ...inFolders]));
}
