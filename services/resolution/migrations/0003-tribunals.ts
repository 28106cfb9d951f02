import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers of the arbitration bodies, so that they can be listed. */
export class Tribunals1700000000003 implements MigrationInterface {
  name = 'ResolutionTribunals1700000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resolution.tribunal(id uuid PRIMARY KEY, division text NOT NULL, register jsonb NOT NULL, position bigint NOT NULL);
      CREATE INDEX tribunal_division ON resolution.tribunal(division);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
