import { existsSync } from 'node:fs';
import { newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { head } from '#libs/event-store/read.js';
import { log } from '#libs/runtime/logger.js';
import { standardGauges } from '#libs/runtime/metrics.js';
import type { Product } from '#libs/runtime/product.js';
import { SESSION } from '#libs/runtime/product.js';
import { logKeys } from './log-keys.js';
import { Sealer } from './sealer.js';
import { Rounds } from './rounds.js';
import { notesOf, WitnessFile } from './witness-file.js';
import { WitnessTopic } from './witness-topic.js';

/** Seals the log in the background of the audit service, and verifies it over and over. Without a key it seals nothing, and says so. Returns how to stop it. */
export async function sealing({ config, pool, log: { logId }, transport, workers }: Product): Promise<() => Promise<void>> {
  const keys = logKeys(config, logId);
  standardGauges({
    sealLag: async () => Number(await head(pool)) - ((await newestCheckpoint(pool))?.size ?? 0),
    checkpointAge: async () => (await pool.query<{ age: number | null }>('SELECT extract(epoch FROM clock_timestamp() - sealed_at)::float8 AS age FROM es.checkpoint ORDER BY size DESC LIMIT 1')).rows[0]?.age ?? Number.NaN,
    sealRefused: () => 0,
  });
  if (keys.signers.length === 0) {
    workers.set('seal', () => ({ state: 'off' }));
    log.error({}, 'no key signs the log: nothing is sealed');
    return () => Promise.resolve();
  }
  const sealer = new Sealer({ pool, keys, topic: new WitnessTopic(transport, logId), file: config.WITNESS_FILE === undefined ? undefined : new WitnessFile(config.WITNESS_FILE) });
  workers.set('seal', () => sealer.health());
  standardGauges({ sealRefused: () => (sealer.health().state === 'refused' ? 1 : 0) });
  sealer.start();
  const path = config.WITNESS_FILE;
  const files = path === undefined ? [] : [{ where: 'WITNESS_FILE', mayLag: false, notes: async () => (existsSync(path) ? notesOf(path) : []) }];
  const rounds = new Rounds({ pool, connection: { connectionString: config.DATABASE_URL, options: `${SESSION.options} -c default_transaction_read_only=on`, connectionTimeoutMillis: SESSION.connectionTimeoutMillis, keepAlive: true }, keys: keys.verifiers, files }).start();
  workers.set('verify', () => rounds.health());
  standardGauges({ logDamaged: () => rounds.findings(), logRoundAge: () => rounds.ageSeconds() });
  return async () => {
    await Promise.all([sealer.stop(), rounds.stop()]);
  };
}
