import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '#libs/event-store/migrate.js';
import { consumerTables } from '#libs/messaging/consumer-tables.js';
import { piiTables } from '#libs/security/keyring.js';
import { APP_ROLE } from './product.js';
import type { Service } from './service.js';

const LOCK = 727_010;

/** Brings the database to the schema of the log, of the personal keys and of every service. Run by one job; another that comes meanwhile waits, then finds it done. */
export async function migrateAll(databaseUrl: string, logId: string, services: readonly Service[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    await migrate(client, { logId });
    await client.query(piiTables);
    for (const { name } of services) await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}; ${consumerTables(name)}`);
    await migrateTables(databaseUrl, services);
    await client.query(`GRANT SELECT ON anxin_migration TO ${APP_ROLE}`); // For whoever looks whether all is done.
    for (const schema of ['pii', ...services.map(({ name }) => name)]) await client.query(grants(schema));
  } finally {
    await client.end();
  }
}

async function migrateTables(databaseUrl: string, services: readonly Service[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres', url: databaseUrl, synchronize: false, migrationsTableName: 'anxin_migration', migrations: services.flatMap(({ migrations }) => [...migrations]),
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

function grants(schema: string): string {
  return `GRANT USAGE ON SCHEMA ${schema} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${APP_ROLE};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${APP_ROLE};`;
}
