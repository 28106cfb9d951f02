import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a claim was looked at by a sign: the row of the sign is what two transactions with claims of one employer meet at. */
export class Gatherers1700000000018 implements MigrationInterface {
  name = 'IntakeGatherers1700000000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.gatherer(mac bytea PRIMARY KEY, looks int NOT NULL) WITH (fillfactor = 80);
      INSERT INTO intake.gatherer SELECT mac, count(*) FROM intake.claim_sign GROUP BY mac;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
