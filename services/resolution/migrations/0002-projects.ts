import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Project files, the cases beside them, coordinators' beats, what regulators were asked. */
export class Projects1700000000002 implements MigrationInterface {
  name = 'ResolutionProjects1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resolution.project("projectId" uuid PRIMARY KEY, division text NOT NULL, sector text NOT NULL, fingerprint text NOT NULL, file jsonb NOT NULL, position bigint NOT NULL);
      CREATE INDEX project_division ON resolution.project(division);
      CREATE INDEX project_fingerprint ON resolution.project(fingerprint);
      CREATE TABLE resolution.site_case(
        "caseId" uuid PRIMARY KEY, "caseNumber" text NOT NULL, division text NOT NULL, "handlingDivision" text NOT NULL, "receivedAt" timestamptz NOT NULL, category text,
        fingerprint text, closed boolean NOT NULL, "followedUpAt" timestamptz) WITH (fillfactor=70);
      CREATE INDEX site_case_fingerprint ON resolution.site_case(fingerprint) WHERE fingerprint IS NOT NULL;
      CREATE INDEX site_case_open ON resolution.site_case("handlingDivision") WHERE NOT closed;
      CREATE TABLE resolution.beat(id uuid PRIMARY KEY, coordinator text NOT NULL, divisions jsonb NOT NULL, projects jsonb NOT NULL, "visitEveryDays" int NOT NULL, active boolean NOT NULL);
      CREATE TABLE resolution.regulator_request(
        id uuid PRIMARY KEY, "caseId" uuid NOT NULL, "order" int NOT NULL, department text NOT NULL, division text NOT NULL, subject text NOT NULL,
        "askedAt" timestamptz NOT NULL, "answeredAt" timestamptz, action text, project uuid);
      CREATE INDEX regulator_request_open ON resolution.regulator_request(division, department, "askedAt") WHERE "answeredAt" IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
