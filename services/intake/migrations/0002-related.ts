import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what cases are known to be of one employer, project or person, and where claims of one employer gather. No name stands in any of them. */
export class IntakeRelated1700000000002 implements MigrationInterface {
  name = 'IntakeRelated1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.claim_line(
        "caseId" uuid PRIMARY KEY, "caseNumber" text NOT NULL, division text NOT NULL, category text, matters text[] NOT NULL, gathers boolean NOT NULL, workers int NOT NULL, amount bigint,
        "periodFrom" text, "periodTo" text, "receivedAt" timestamptz NOT NULL, position bigint NOT NULL, "creditCode" bytea, open boolean NOT NULL, "group" uuid) WITH (fillfactor=80);
      CREATE INDEX claim_line_group ON intake.claim_line("group") WHERE "group" IS NOT NULL;
      CREATE TABLE intake.claim_sign(mac bytea NOT NULL, "caseId" uuid NOT NULL, kind text NOT NULL, PRIMARY KEY(mac, "caseId"));
      CREATE INDEX claim_sign_case ON intake.claim_sign("caseId");
      CREATE TABLE intake.gathering(
        mac bytea NOT NULL, county text NOT NULL, matter text NOT NULL, "creditCode" bytea, "group" uuid NOT NULL, "wentInto" uuid, open boolean NOT NULL, PRIMARY KEY(mac, county, matter));
      CREATE INDEX gathering_group ON intake.gathering("group");
      CREATE INDEX IF NOT EXISTS blind_index_case ON pii.blind_index(case_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
