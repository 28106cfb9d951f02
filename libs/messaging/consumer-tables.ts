/** A schema's name, as it may stand in SQL. */
export function schemaName(schema: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema)) throw new TypeError('schema: lower-case letters, digits and underscores, at most 41.');
  return schema;
}

/**
 * What a service that consumes keeps beside its own tables. `high_water`: up to which position of a log, in which partition, the effects are in
 * this database. `parked`: events that could not be handled, and those of the same case behind them; positions only, for the log is their
 * copy. A message that names no position stands there under minus (offset x 12 + partition + 1), one that names no case under the nil UUID.
 */
export function consumerTables(schema: string): string {
  const s = schemaName(schema);
  return `
CREATE SCHEMA IF NOT EXISTS ${s};
CREATE TABLE IF NOT EXISTS ${s}.high_water(
  consumer text, topic text, part int, log_id text, log_epoch uuid, pos bigint NOT NULL, next_offset bigint NOT NULL,
  PRIMARY KEY(consumer, topic, part, log_id)) WITH (fillfactor=20);
CREATE TABLE IF NOT EXISTS ${s}.parked(
  consumer text, log_id text, case_id uuid, pos bigint, topic text NOT NULL, part int NOT NULL, "offset" bigint NOT NULL,
  attempts int NOT NULL, error text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY(consumer, log_id, case_id, pos));
`;
}
