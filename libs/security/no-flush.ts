/**
 * To be joined by a statement that writes rows which mean nothing without an event that is appended after them: its commit waits for no flush of its own. PostgreSQL writes one
 * journal in order, so the flush of the later append makes them durable too; a crash before it takes both.
 */
export const NO_FLUSH = `CROSS JOIN (SELECT set_config('synchronous_commit', 'off', true) OFFSET 0) AS no_flush`;
