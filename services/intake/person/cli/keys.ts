import { Command } from 'commander';
import pg from 'pg';
import { readConfig } from '#libs/runtime/config.js';
import { SESSION } from '#libs/runtime/product.js';
import { Keyring } from '#libs/security/keyring.js';

/** `npm run keys -- status | rewrap`: under which master key each person's key lies, and the way to a new one. No event is rewritten. */
const program = new Command('keys').description('当事人密钥 / the persons’ keys').exitOverride();
const BATCH = 1_000;

program.command('status').description('各主密钥下的人数，已删除人数 / persons under each master key, and erased ones').action(() => withPool(status));
program.command('rewrap').description('改由现用主密钥封装；可中断，再运行即接着做 / wraps anew under the present master key; may be broken off, and goes on when run again').action(() => withPool(rewrap));

await program.parseAsync().catch((error: Error & { exitCode?: number }) => {
  if (error.exitCode === undefined) console.error(error.message);
  process.exitCode = error.exitCode === 0 ? 0 : 2;
});

async function status(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ kek: string; n: number; erased: number }>(
    'SELECT kek_id AS kek, (count(*) FILTER (WHERE wrapped_dek IS NOT NULL))::int AS n, (count(*) FILTER (WHERE wrapped_dek IS NULL))::int AS erased FROM pii.subject_key GROUP BY 1 ORDER BY 1');
  for (const { kek, n, erased } of rows) console.log(`${kek}: ${n} 人 / persons · 已删除 / erased ${erased}`);
}

/** Each batch is durable by itself: a crash loses none, and what is done is not looked at again. */
async function rewrap(pool: pg.Pool): Promise<void> {
  const config = readConfig(process.env);
  const keyring = new Keyring(pool, { id: config.MASTER_KEY_ID, key: config.MASTER_KEY }, Object.entries(config.MASTER_KEYS_OLDER).map(([id, key]) => ({ id, key })));
  let total = 0;
  for (let done = await keyring.rewrap(BATCH); done > 0; done = await keyring.rewrap(BATCH)) {
    total += done;
    console.log(`${total} …`);
  }
  console.log(`${config.MASTER_KEY_ID}: ${total} 人已改封；旧主密钥可以撤下 / persons wrapped anew; the older master keys can go`);
}

async function withPool(work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: readConfig(process.env).DATABASE_URL, max: 1, ...SESSION, query_timeout: 600_000 });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}
