import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clues of the national platform. */
export class Clues1700000000003 implements MigrationInterface {
  name = 'SupervisionClues1700000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision.clue_view(
        "caseId" uuid PRIMARY KEY, "receivedAt" timestamptz NOT NULL, numbers jsonb NOT NULL, "verifiedAt" timestamptz, conclusion text,
        arrears boolean NOT NULL, resolved boolean NOT NULL, "paidAt" timestamptz, position bigint NOT NULL);
      CREATE INDEX clue_view_received ON supervision.clue_view("receivedAt");
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
