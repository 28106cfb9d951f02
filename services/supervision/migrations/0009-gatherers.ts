import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many cases gather at a subject at most: its row is what two transactions with a case of one subject meet at. */
export class Gatherers1700000000009 implements MigrationInterface {
  name = 'SupervisionGatherers1700000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision.gatherer(subject uuid PRIMARY KEY, cases int NOT NULL) WITH (fillfactor = 80);
      INSERT INTO supervision.gatherer SELECT subject, count(*) FROM (SELECT subject FROM supervision.gathered UNION ALL SELECT "byName" FROM supervision.gathered WHERE "byName" <> subject) n GROUP BY subject;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
