import { randomBytes } from 'node:crypto';
import { migrateAll } from '#libs/runtime/migrations.js';
import { AUDIENCE } from '../demo/people.js';
import { allServices } from '../demo/services.js';

export const CHANNEL_SECRET = `whsec_${randomBytes(32).toString('base64')}`;

/** A database brought to the product's schema, and the environment of a service that works on it. */
export async function productIn(url: string, logId: string, more: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, string>>> {
  await migrateAll(url, logId, allServices);
  const key = (): string => randomBytes(32).toString('base64');
  return {
    NODE_ENV: 'test', DATABASE_URL: url, KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? '127.0.0.1:1', LOG_ID: logId, PORT: '0', OIDC_AUDIENCE: AUDIENCE,
    MASTER_KEY: key(), BLIND_INDEX_SECRET: key(), CHANNEL_KEYS: JSON.stringify({ '12345': { secrets: [CHANNEL_SECRET] } }), ...more,
  };
}
