import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read tables of supervision. Columns are named as the rows' fields, so that a row is stored and answered as it is. */
export class ReadTables1700000000001 implements MigrationInterface {
  name = 'SupervisionReadTables1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA IF NOT EXISTS supervision;
      CREATE TABLE supervision.case_view(
        "caseId" uuid PRIMARY KEY, "caseNumber" text NOT NULL, division text NOT NULL, "handlingDivision" text NOT NULL, state text NOT NULL,
        channel text NOT NULL, "channelOrders" jsonb NOT NULL, origin text NOT NULL, "receivedAt" timestamptz NOT NULL, category text, mode text, lead text,
        orders jsonb NOT NULL, guide jsonb NOT NULL, rules jsonb NOT NULL, flags jsonb NOT NULL, facts jsonb NOT NULL, employer text, project text, missing jsonb NOT NULL,
        clocks jsonb NOT NULL, "nextClock" text, "nextDueAt" timestamptz, breached int NOT NULL, warned int NOT NULL, escalation int NOT NULL, listed boolean NOT NULL,
        owed jsonb NOT NULL, paid jsonb NOT NULL, unpaid bigint NOT NULL, "openedAt" timestamptz NOT NULL, "changedAt" timestamptz NOT NULL, closed boolean NOT NULL, position bigint NOT NULL);
      CREATE INDEX case_view_due ON supervision.case_view("nextDueAt") WHERE NOT closed;
      CREATE INDEX case_view_division ON supervision.case_view(division, "nextDueAt");
      CREATE INDEX case_view_handling ON supervision.case_view("handlingDivision", "nextDueAt");
      CREATE INDEX case_view_position ON supervision.case_view(position);
      CREATE INDEX case_view_number ON supervision.case_view("caseNumber");
      CREATE TABLE supervision.clock_view(
        clock uuid PRIMARY KEY, "caseId" uuid NOT NULL, kind text NOT NULL, "order" int, "startedAt" text NOT NULL, due text NOT NULL, "provisionalDue" text, "breachAt" timestamptz,
        status text NOT NULL, warned boolean NOT NULL, breached boolean NOT NULL, "onTime" boolean, level text NOT NULL, duty text NOT NULL,
        "breachedAt" timestamptz, "lagMs" double precision, position bigint NOT NULL);
      CREATE INDEX clock_view_case ON supervision.clock_view("caseId");
      CREATE INDEX clock_view_due ON supervision.clock_view("breachAt") WHERE status = 'running';
      CREATE TABLE supervision.escalation_view(
        escalation uuid PRIMARY KEY, "caseId" uuid NOT NULL, clock uuid, kind text NOT NULL, step int NOT NULL, addressee text NOT NULL, measure text NOT NULL,
        "raisedAt" timestamptz NOT NULL, "answerDue" timestamptz NOT NULL, status text NOT NULL, position bigint NOT NULL);
      CREATE INDEX escalation_view_case ON supervision.escalation_view("caseId");
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
