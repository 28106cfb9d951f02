import type { ClientBase } from 'pg';

/** `INSERT` of the rows of a JSON text, `$1`, by the names of their fields: a column that a later version has added beside them gets its default, and not null. */
export function insertOf(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
}

/** Adds rows whose fields are named as the columns; those that are there already stay as they are. */
export async function addRows(tx: ClientBase, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  await tx.query(`${insertOf(table, [...columns])} ON CONFLICT DO NOTHING`, [JSON.stringify(rows)]);
}
