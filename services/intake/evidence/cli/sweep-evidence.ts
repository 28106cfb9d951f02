import { Command } from 'commander';
import pg from 'pg';
import { readConfig } from '#libs/runtime/config.js';
import { SESSION } from '#libs/runtime/product.js';
import { openStore } from '../storage/open-store.js';
import { orphansIn } from '../sweep.js';

/** `node dist/services/intake/evidence/cli/sweep-evidence.js --hours 24 [--remove]`: files in the store that no event names. */
const command = new Command('sweep-evidence').description('列出或删除没有事件的证据文件 / lists, or removes, files of evidence that no event names')
  .option('--hours <n>', '至少这么旧 / at least so old', '24').option('--remove', '删除 / remove them', false).parse();
const { hours, remove } = command.opts<{ hours: string; remove: boolean }>();
if (!/^\d{1,5}$/.test(hours) || Number(hours) < 1) command.error('--hours: 1 … 99999');
const config = readConfig(process.env);
const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 1, ...SESSION, query_timeout: 600_000 });
const store = openStore(config);
for (const id of await orphansIn(store, pool, Number(hours))) {
  if (remove) await store.remove(id);
  console.log(`${remove ? '已删除 removed' : '无事件 no event'} ${id}`);
}
await pool.end();
