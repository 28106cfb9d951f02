import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '#libs/runtime/product.js';

/** What cases in one cell share, and what is added up over them. A warning or a breach of a closed case asks for nothing. */
const CELL = 'division, "handlingDivision", state, lead, category, channel, closed';
const SUMS: Readonly<Record<string, string>> = {
  cases: '1', withBreach: '(NOT closed AND breached > 0)::int', withWarning: '(NOT closed AND warned > 0)::int', escalated: '(NOT closed AND escalation > 0)::int', listed: 'listed::int',
  ownerless: '(NOT closed AND ownerless)::int', stuck: '(NOT closed AND stuck)::int', returnedTwice: '(NOT closed AND "returnedTwice")::int', unpaidCases: '(unpaid > 0)::int', unpaidFen: 'unpaid',
};
const names = Object.keys(SUMS).map((name) => `"${name}"`);
const added = Object.values(SUMS).map((sql) => `sum(sign * ${sql})`);
const tallied = (lane: string, rows: string): string => `SELECT ${lane}, ${CELL}, ${added.join(', ')} FROM (${rows}) AS r GROUP BY ${CELL}`;

/**
 * How many cases stand where, kept by the database itself as the lines of cases change, whoever changes them: a consumer, a rebuild, or an instance of the version before
 * in a rolling upgrade. A sum lies in lanes: each transaction has one to itself until it ends, so that consumers of several partitions do not wait for each other's counts.
 *
 * And narrow indexes that answer the lists, their totals, what is due, what does not move and the forecast without the wide rows: they take the place of seven.
 */
export class CaseTally1700000000008 implements MigrationInterface {
  name = 'SupervisionCaseTally1700000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      LOCK TABLE supervision.case_view IN SHARE ROW EXCLUSIVE MODE;
      CREATE TABLE supervision.case_tally(
        lane int NOT NULL, division text NOT NULL, "handlingDivision" text NOT NULL, state text NOT NULL, lead text, category text, channel text NOT NULL, closed boolean NOT NULL,
        ${names.map((name) => `${name} bigint NOT NULL`).join(', ')}, UNIQUE NULLS NOT DISTINCT (lane, ${CELL})) WITH (fillfactor=70, autovacuum_vacuum_scale_factor=0.02);
      GRANT SELECT, INSERT, UPDATE ON supervision.case_tally TO ${APP_ROLE}; -- Services of the version before write to it from now on.
      INSERT INTO supervision.case_tally(lane, ${CELL}, ${names.join(', ')}) ${tallied('0', 'SELECT 1 AS sign, c.* FROM supervision.case_view c')};

      CREATE FUNCTION supervision.free_lane() RETURNS int LANGUAGE plpgsql AS $$
      BEGIN
        FOR lane IN 0..63 LOOP
          IF pg_try_advisory_xact_lock(727030, lane) THEN RETURN lane; END IF; -- Its own, too: a transaction keeps what it has.
        END LOOP;
        PERFORM pg_advisory_xact_lock(727030, 0);
        RETURN 0;
      END $$;

      CREATE FUNCTION supervision.tally_cases() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE changed text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT 1 AS sign, n.* FROM new_rows n'
        WHEN 'DELETE' THEN 'SELECT -1 AS sign, o.* FROM old_rows o'
        ELSE 'SELECT 1 AS sign, n.* FROM new_rows n UNION ALL SELECT -1, o.* FROM old_rows o' END;
      BEGIN
        EXECUTE format($q$INSERT INTO supervision.case_tally AS t (lane, ${CELL}, ${names.join(', ')}) ${tallied('$1', '%s')} HAVING ${added.map((sum) => `${sum} <> 0`).join(' OR ')}
          ON CONFLICT (lane, ${CELL}) DO UPDATE SET ${names.map((name) => `${name} = t.${name} + excluded.${name}`).join(', ')}$q$, changed) USING supervision.free_lane();
        RETURN NULL;
      END $$;
      CREATE TRIGGER tally_inserted AFTER INSERT ON supervision.case_view REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION supervision.tally_cases();
      CREATE TRIGGER tally_updated AFTER UPDATE ON supervision.case_view REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION supervision.tally_cases();
      CREATE TRIGGER tally_deleted AFTER DELETE ON supervision.case_view REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION supervision.tally_cases();

      CREATE INDEX case_view_board ON supervision.case_view(closed, (COALESCE("nextDueAt", 'infinity'::timestamptz)), "caseId")
        INCLUDE ("nextDueAt", division, "handlingDivision", state, lead, category, breached, unpaid, listed, ownerless, stuck, "returnedTwice");
      CREATE INDEX case_view_closed_unpaid ON supervision.case_view((COALESCE("nextDueAt", 'infinity'::timestamptz)), "caseId") WHERE closed AND unpaid > 0;
      CREATE INDEX case_view_still ON supervision.case_view("movedAt", "caseId") INCLUDE (division, "handlingDivision", lead, state) WHERE NOT closed;
      CREATE INDEX case_view_received ON supervision.case_view("receivedAt") INCLUDE (division, "handlingDivision");
      DROP INDEX supervision.case_view_moved, supervision.case_view_due, supervision.case_view_division, supervision.case_view_handling, supervision.case_view_ownerless, supervision.case_view_stuck, supervision.case_view_returned;
      ALTER TABLE supervision.case_view SET (autovacuum_vacuum_scale_factor=0.02, autovacuum_vacuum_insert_scale_factor=0.05); -- An index alone answers only for pages that were vacuumed.
      CREATE INDEX clock_view_breached ON supervision.clock_view("breachAt") WHERE breached;
      CREATE INDEX case_facts_overdue ON supervision.case_facts(day) INCLUDE (cell, since, until) WHERE kind = 'clockOverdue';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
