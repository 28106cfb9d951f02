import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ladder: who is addressed, who took receipt, who answered; what nobody holds and what does not move. Rows from before say what was known then:
 * a case that is open is looked at by the watch, which reads the log.
 */
export class Ladder1700000000004 implements MigrationInterface {
  name = 'SupervisionLadder1700000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE supervision.escalation_view ALTER COLUMN "answerDue" DROP NOT NULL, ADD COLUMN "order" int, ADD COLUMN "to" text, ADD COLUMN department text, ADD COLUMN division text, ADD COLUMN by text, ADD COLUMN "from" text,
        ADD COLUMN ground text, ADD COLUMN next text, ADD COLUMN since timestamptz, ADD COLUMN "acknowledgedAt" timestamptz, ADD COLUMN "acknowledgedBy" text, ADD COLUMN "answeredAt" timestamptz, ADD COLUMN "answeredBy" text;
      CREATE INDEX escalation_view_due ON supervision.escalation_view("answerDue", escalation) WHERE status <> 'settled';
      CREATE INDEX escalation_view_addressee ON supervision.escalation_view(division, "answerDue") WHERE status = 'open';
      CREATE INDEX escalation_view_to ON supervision.escalation_view("to", "answerDue") WHERE status = 'open' AND "to" IS NOT NULL;
      ALTER TABLE supervision.case_view ADD COLUMN ownerless boolean NOT NULL DEFAULT false, ADD COLUMN stuck boolean NOT NULL DEFAULT false, ADD COLUMN "returnedTwice" boolean NOT NULL DEFAULT false,
        ADD COLUMN ladder jsonb NOT NULL DEFAULT '{}', ADD COLUMN "movedAt" timestamptz;
      UPDATE supervision.case_view SET "movedAt" = "changedAt";
      ALTER TABLE supervision.case_view ALTER COLUMN "movedAt" SET NOT NULL, ALTER COLUMN "movedAt" SET DEFAULT clock_timestamp(); -- For rows of the version before, which writes none.
      CREATE INDEX case_view_moved ON supervision.case_view("movedAt") WHERE NOT closed;
      CREATE INDEX case_view_ownerless ON supervision.case_view("nextDueAt") WHERE ownerless AND NOT closed;
      CREATE INDEX case_view_stuck ON supervision.case_view("nextDueAt") WHERE stuck AND NOT closed;
      CREATE INDEX case_view_returned ON supervision.case_view("nextDueAt") WHERE "returnedTwice" AND NOT closed;
      CREATE TABLE supervision.watch("caseId" uuid PRIMARY KEY, "lookAt" timestamptz NOT NULL, noted bigint NOT NULL DEFAULT 0) WITH (fillfactor=80, autovacuum_vacuum_scale_factor=0.02);
      CREATE INDEX watch_look ON supervision.watch("lookAt", "caseId");
      INSERT INTO supervision.watch("caseId", "lookAt") SELECT "caseId", '-infinity' FROM supervision.case_view WHERE NOT closed;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
