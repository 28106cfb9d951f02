import type { ClientBase, Pool } from 'pg';
import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { tilesIn } from '#libs/event-store/checkpoints.js';
import { readCaseRows } from '#libs/event-store/read.js';
import type { BundleFiles } from './bundle-files.js';
import type { Bundled } from './make-bundle.js';
import { bundleFiles } from './make-bundle.js';

/** Under which checkpoint, keys and law a case is taken away. */
export type Taken = Pick<Bundled, 'origin' | 'keys' | 'packNamed'> & { readonly checkpoint: CheckpointRow };

/** The files of a case out of a database, up to the checkpoint. */
export async function caseFiles(db: Pool | ClientBase, caseId: string, taken: Taken): Promise<BundleFiles> {
  const events = await readCaseRows(db, caseId, String(taken.checkpoint.size));
  return bundleFiles({ caseId, events, tiles: tilesIn(db), ...taken });
}
