import pg from 'pg';

/** Every table of the product, with what a test may ask of all of them at once: how much is in it, and every word of it. */
const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1`;

/** Rows of each table, as the superuser sees them: a right that the services lack must not hide a row. */
export async function rowCounts(databaseUrl: string): Promise<Readonly<Record<string, number>>> {
  return asked(databaseUrl, async (client, tables) => {
    const { rows } = await client.query<{ name: string; n: number }>(tables.map((name) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`).join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  });
}

/** Every row of each table as text. */
export async function wholeText(databaseUrl: string): Promise<ReadonlyMap<string, string>> {
  return asked(databaseUrl, async (client, tables) => {
    const texts = new Map<string, string>();
    for (const name of tables) {
      const { rows } = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
      texts.set(name, rows.map(({ line }) => line).join('\n'));
    }
    return texts;
  });
}

/** The files of every table, index and overflow of ours, byte for byte as the server keeps them: rows that were replaced or deleted may still stand there. */
export async function wholeFiles(databaseUrl: string): Promise<string> {
  return asked(databaseUrl, async (client) => {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ bytes: Buffer }>(`SELECT pg_read_binary_file(path) AS bytes FROM (
      SELECT pg_relation_filepath(c.oid) AS path FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'i', 't', 'm') AND c.oid >= 16384 AND pg_relation_size(c.oid) > 0) f`);
    return rows.map(({ bytes }) => bytes.toString('utf8')).join('\n');
  });
}

async function asked<T>(databaseUrl: string, question: (client: pg.Client, tables: readonly string[]) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(TABLES);
    return await question(client, rows.map(({ name }) => name));
  } finally {
    await client.end();
  }
}
