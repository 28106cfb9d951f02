import { newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { head } from '#libs/event-store/read.js';
import { log } from '#libs/runtime/logger.js';
import { standardGauges } from '#libs/runtime/metrics.js';
import type { Product } from '#libs/runtime/product.js';
import { logKeys } from './log-keys.js';
import { Sealer } from './sealer.js';
import { WitnessFile } from './witness-file.js';
import { WitnessTopic } from './witness-topic.js';

/** Seals the log in the background of the audit service. Without a key it seals nothing, and says so. Returns how to stop it. */
export async function sealing({ config, pool, log: { logId }, transport, workers }: Product): Promise<() => Promise<void>> {
  const keys = logKeys(config, logId);
  standardGauges({ sealLag: async () => Number(await head(pool)) - ((await newestCheckpoint(pool))?.size ?? 0) });
  if (keys.signers.length === 0) {
    workers.set('seal', () => ({ state: 'off' }));
    log.error({}, 'no key signs the log: nothing is sealed');
    return () => Promise.resolve();
  }
  const sealer = new Sealer({ pool, keys, topic: new WitnessTopic(transport, logId), file: config.WITNESS_FILE === undefined ? undefined : new WitnessFile(config.WITNESS_FILE) });
  workers.set('seal', () => sealer.health());
  standardGauges({ sealRefused: () => (sealer.health().state === 'refused' ? 1 : 0) });
  sealer.start();
  return () => sealer.stop();
}
