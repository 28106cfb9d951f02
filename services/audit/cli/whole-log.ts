import { eventIn, leafHash } from '#libs/merkle/entry.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { Frontier } from '#libs/merkle/tiles.js';
import type { BundleFinding, BundleReport } from '../bundle/check-bundle.js';
import type { Shown } from './blocks.js';
import { entriesIn } from './blocks.js';

export type Placed = StoredEvent & { readonly position: number };

/** The first `size` entries of a log as it is shown, in their order. */
export async function* entriesOf(shown: Shown, size: number): AsyncIterable<{ readonly position: number; readonly entry: Buffer }> {
  let position = 0;
  for await (const { entries } of shown.blocks(size)) {
    for (const entry of entriesIn(entries)) {
      if (position === size) return;
      yield { position: ++position, entry };
    }
  }
}

export async function* eventsOf(shown: Shown, size: number): AsyncIterable<Placed> {
  for await (const { position, entry } of entriesOf(shown, size)) yield { ...eventIn(entry), position };
}

/** What bundles under one checkpoint cannot show by themselves: that the cases had no other events. The entries must make the very root that they are signed under; then they are the whole log. */
export async function comparedWithLog(bundles: readonly { readonly folder: string; readonly report: BundleReport }[], shown: Shown): Promise<readonly BundleFinding[]> {
  const { size, root } = bundles[0]!.report.log!;
  const frontier = new Frontier();
  const byCase = new Map(bundles.map(({ folder, report }) => [report.caseId.replaceAll('-', ''), { folder, bundled: new Set(report.positions) }]));
  const missing: BundleFinding[] = [];
  for await (const { position, entry } of entriesOf(shown, size)) {
    frontier.push(leafHash(entry));
    const known = byCase.get(entry.toString('hex', 3, 19));
    if (known && !known.bundled.has(position)) missing.push({ file: `${known.folder}events.json`, position, rule: 'complete', what: 'the log has an event of the case here that the bundle leaves out' });
  }
  if (frontier.size < size) return [{ file: 'checkpoint', position: frontier.size + 1, rule: 'complete', what: `${shown.where} ends before the ${size} positions of this checkpoint` }];
  if (!frontier.root().equals(root)) return [{ file: 'checkpoint', rule: 'complete', what: `${shown.where} is another log: its first ${size} entries do not make the root of this checkpoint` }];
  return missing;
}
