import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Corrections } from '#libs/contracts/requester.js';
import { correctable } from '#libs/contracts/requester.js';
import type { Product } from '#libs/runtime/product.js';
import type { Effect } from '#libs/runtime/service.js';
import { normalise } from '#libs/security/blind-index.js';

/** The fingerprint by which a case is found follows what was corrected: what stood before finds it no more. Of a person who was erased meanwhile none is left. */
export function indexCorrected({ keyring, blindIndex }: Pick<Product, 'keyring' | 'blindIndex'>): Effect {
  return async (chunk, tx) => {
    for (const event of chunk.filter(({ type }) => type === 'intake.personal-data-corrected.v1')) await followed(event, tx, { keyring, blindIndex });
  };
}

async function followed({ caseId, data }: PublishedEvent, tx: ClientBase, { keyring, blindIndex }: Pick<Product, 'keyring' | 'blindIndex'>): Promise<void> {
  for (const space of correctable) {
    const sealed = (data as never as Corrections)[space];
    const [plain] = sealed ? await keyring.open([sealed]) : [null];
    if (plain == null) continue;
    await tx.query('DELETE FROM pii.blind_index WHERE case_id = $1 AND space = $2', [caseId, space]);
    await tx.query('INSERT INTO pii.blind_index (space, mac, subject_id, case_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [space, blindIndex.mac(space, normalise(space, plain)), sealed!.subject, caseId]);
  }
}
