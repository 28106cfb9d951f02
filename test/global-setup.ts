import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Servers } from '../demo/servers.js';
import { startServers } from '../demo/servers.js';
import { seedOfRun } from './seed.js';

declare global {
   
  var anxinServers: Servers | undefined;
}

/** One PostgreSQL and one Kafka for the whole run; each test takes a database and topics of its own from them. */
export default async function start(): Promise<void> {
  process.env['FC_SEED'] = String(seedOfRun());
  process.stderr.write(`Properties draw by the seed ${process.env['FC_SEED']} (FC_SEED=n, or the code).\n`);
  const servers = await startServers({ home: mkdtempSync(join(tmpdir(), 'anxin-test-')), ephemeral: true });
  globalThis.anxinServers = servers;
  process.env.TEST_DATABASE_URL = servers.databaseUrl;
  process.env.TEST_KAFKA_BROKERS = servers.kafkaBrokers.join(',');
}
