import { migrateAll } from '#libs/runtime/migrations.js';
import { allServices } from './services.js';

/** The migration job: brings DATABASE_URL to the present schema. Safe to run again, and by several at once. */
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL 未设置。DATABASE_URL must be set.');
  process.exit(2);
}
await migrateAll(url, process.env['LOG_ID'] || 'anxin', allServices);
console.log('schema is up to date');
