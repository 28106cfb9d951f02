import { zipSync } from 'fflate';
import { eventKinds } from '#libs/contracts/event.js';
import { schemaOfKind } from '#libs/contracts/write-schemas.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { entryOf } from '#libs/merkle/entry.js';
import type { Verifier } from '#libs/merkle/note.js';
import { inclusionProofFrom } from '#libs/merkle/proof.js';
import type { ReadTile } from '#libs/merkle/tiles.js';
import { textOf } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { BundleFiles } from './bundle-files.js';
import type { BundledEvent } from './check-bundle.js';
import { FORMAT, packsNamedIn, sha256, toldOf, typeOf } from './check-bundle.js';
import { oneFile } from './one-file.js';
import { timelinePage, titleOf } from './timeline.js';
import { timelinePdf } from './timeline-pdf.js';

export interface Bundled {
  readonly caseId: string;
  /** In the order of the log, all within the checkpoint. */
  readonly events: readonly (StoredEvent & { readonly position: string })[];
  readonly checkpoint: { readonly size: number; readonly note: string };
  readonly origin: string;
  readonly keys: readonly Verifier[];
  readonly tiles: ReadTile;
  readonly packNamed: (division: string, version: string) => Pick<Pack, 'ref' | 'from' | 'to' | 'names' | 'parameters' | 'files'> | undefined;
}

const README = `案卷核验包 / Bundle of one case

node verify.mjs --key <日志公钥 / verifier key of the log>
须用从别处取得的公钥，不用本包所带的 / with a key that you have from elsewhere, not the one in here. Node 20.15+ / 退出码 exit code 0 · 1 · 2

单凭本包可证明 / This bundle proves by itself
· 每个事件原样处于封存日志的所示位置（RFC 6962 证明，Ed25519 签名的检查点） / each event stands, byte for byte, at its position of the sealed log
· 各流版本连续，且与日志中封存的声明（audit.case-bundled）一致 / no version of a stream is left out, and the streams are those that a sealed event of the log states
· 规则包的哈希即决定所记的哈希；时间线与事件一致 / rule packs are those that the decisions name; the page tells what the events say

须凭整个日志才能证明 / What takes the whole log: anxin-audit verify-bundle --server <url> | --file <export>
· 声明属实，其后没有新事件 / that the statement is true and nothing came later

不受日志保护 / Held by no proof: schemas/, README.txt, verify.mjs, timeline.pdf 与 bundle.json（只按 bundle.json 比对 / compared with bundle.json alone）. 须用自己的核验程序 / Use a verifier of your own: anxin-audit verify-bundle，它还重新生成 timeline.pdf 比对 / it also makes timeline.pdf anew and compares.
`;
/** The same case gives the same bytes: a zip keeps no time of ours. */
const ZIP = { mtime: new Date(2026, 0, 1), level: 6 } as const;

export async function bundleOf(wanted: Bundled): Promise<Buffer> {
  return zipped(await bundleFiles(wanted));
}

export async function bundleFiles(wanted: Bundled): Promise<BundleFiles> {
  const { caseId, checkpoint: { size, note }, origin } = wanted;
  const events = wanted.events.map((event) => ({ ...event, position: Number(event.position) }));
  const bundled: BundledEvent[] = [];
  for (const event of events) {
    const proof = await inclusionProofFrom(wanted.tiles, event.position - 1, size);
    bundled.push({ position: event.position, entry: entryOf(event).toString('base64'), proof: proof.map((hash) => hash.toString('base64')) });
  }
  const schemas = [...new Set(events.map(typeOf))].sort().map((type) => [type, schemaOfKind(eventKinds.get(type)!)] as const);
  const titles = new Map(schemas.map(([type, { title }]) => [type, titleOf(String(title))]));
  const told = toldOf(caseId, events, titles, { origin, size });
  const files: Record<string, string | Buffer> = {
    'README.txt': README, checkpoint: note, key: wanted.keys.map(({ vkey }) => `${vkey}\n`).join(''),
    'events.json': `[\n${bundled.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`,
    'timeline.html': timelinePage(told), 'timeline.pdf': await timelinePdf(told), 'verify.mjs': oneFile(), ...packsOf(wanted),
    ...Object.fromEntries(schemas.map(([type, schema]) => [`schemas/${type}.json`, `${JSON.stringify(schema, null, 2)}\n`])),
  };
  return listed(caseId, new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
}

/** The zip of these files with the list of their hashes. */
export function packed(caseId: string, files: BundleFiles): Buffer {
  return zipped(listed(caseId, files));
}

export function zipped(files: BundleFiles): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files), ZIP));
}

function listed(caseId: string, files: BundleFiles): BundleFiles {
  const list = { format: FORMAT, caseId, files: Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)])) };
  return new Map([['bundle.json', Buffer.from(`${JSON.stringify(list, null, 2)}\n`)], ...files]);
}

/** Those that this process has under the recorded hash; of one that is not here the verifier says that it is missing. */
function packsOf({ events, packNamed }: Bundled): Record<string, string> {
  const named = new Map(events.flatMap(({ data }) => packsNamedIn(JSON.parse(data))).map((each) => [each.file, each]));
  return Object.fromEntries([...named.values()].flatMap(({ file, division, version, hash }) => {
    const pack = packNamed(division, version);
    return pack?.ref.hash === hash ? [[file, textOf(pack)] as const] : [];
  }));
}
