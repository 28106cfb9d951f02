import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Desk1700000000001 implements MigrationInterface {
  name = 'RoutingDesk1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE routing.desk(
        id uuid PRIMARY KEY, "caseId" uuid NOT NULL, "order" int NOT NULL, department text NOT NULL, division text NOT NULL, step text NOT NULL,
        officer text, since timestamptz NOT NULL, position bigint NOT NULL);
      CREATE INDEX desk_unit ON routing.desk(division, department, step, since);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
