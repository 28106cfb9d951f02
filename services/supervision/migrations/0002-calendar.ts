import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a new calendar needs: how each clock is counted, and how far the re-issue of open clocks has come. */
export class Calendar1700000000002 implements MigrationInterface {
  name = 'SupervisionCalendar1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE supervision.clock_view ADD COLUMN counted jsonb;
      CREATE INDEX clock_view_open ON supervision.clock_view("caseId", clock) WHERE status IN ('running', 'suspended') AND NOT breached;
      CREATE TABLE supervision.reissue(
        notice uuid PRIMARY KEY, position bigint NOT NULL, law int NOT NULL, division text NOT NULL, year int NOT NULL, version text NOT NULL,
        "arrivedAt" timestamptz NOT NULL DEFAULT clock_timestamp(), step text NOT NULL DEFAULT 'walk', cursor uuid, swept bigint, moved int NOT NULL DEFAULT 0, "doneAt" timestamptz);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
