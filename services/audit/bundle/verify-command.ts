import { verifierOf } from '#libs/merkle/note.js';
import { BundleUnreadable, bundleAt } from './bundle-files.js';
import type { Checked } from './check-sample.js';
import { checkedFiles } from './check-sample.js';

/** `node verify.mjs [bundle.zip | folder] --key <vkey>`: 0 all well, 1 not what was sealed, 2 asked for wrongly. */
export function verifyCommand(args: readonly string[], here: string, say: (line: string) => void): number {
  const keys = args.flatMap((arg, at) => (args[at - 1] === '--key' ? [arg] : []));
  const [path = here, ...more] = args.filter((arg, at) => arg !== '--key' && args[at - 1] !== '--key');
  try {
    const files = bundleAt(path);
    if (keys.length === 0 || more.length > 0) {
      say('用法 / usage: node verify.mjs [bundle.zip | 目录 folder] --key <日志公钥 verifier key>');
      say(`案卷包自带的公钥，请与别处公布的核对后再用 / the key that the bundle brings; compare it with one from elsewhere before you use it:\n${files.get('key')?.toString().trim() ?? ''}`);
      return 2;
    }
    const checked = checkedFiles(files, keys.map(verifierOf));
    for (const line of linesOf(checked)) say(line);
    return checked.findings.length === 0 ? 0 : 1;
  } catch (error) {
    say(`${path}: ${(error as Error).message}`);
    return error instanceof BundleUnreadable ? 1 : 2;
  }
}

/** What was found, or else what is proven of each case and what is not. */
export function linesOf({ bundles, findings }: Checked, isCompared = false): readonly string[] {
  const places = findings.map(({ file, position, rule, what }) => `${file}${position === undefined ? '' : ` · 位置 / position ${position}`} · ${rule} · ${what}`);
  if (places.length > 0) return [...places, `发现 ${places.length} 处：案卷包与封存的不一致 / findings: the bundle is not what was sealed (${places.length})`];
  return [
    ...bundles.map(({ report: { caseId, log, positions } }) => `案件 / case ${caseId} · ${positions.length} 个事件 / events · ${log!.origin} · ${log!.size}`),
    '已证明：每个事件都在封存的日志中，未被改动；各流版本连续；规则包与时间线与事件一致 / proven: each event stands unchanged in the sealed log; no version of a stream is left out; rule packs and page agree with the events',
    ...(isCompared ? [] : bundles.flatMap(({ report: { statement } }) => (statement ? [`日志在位置 ${statement.position}（${statement.at}）声明：截至位置 ${statement.upTo}，本案共有这些事件 / the log itself states at position ${statement.position} (${statement.at}) that these are all events of the case up to position ${statement.upTo}`] : []))),
    isCompared ? '已与整个日志核对：检查点以内，没有别的事件 / compared with the whole log: within the checkpoint there are no other events of these cases'
      : '未证明：该声明属实、其后没有新事件；须以整个日志核对（anxin-audit verify-bundle --server 或 --file）/ not proven here: that the statement is true, and that nothing came later; that takes the whole log (anxin-audit verify-bundle --server or --file)',
  ];
}
