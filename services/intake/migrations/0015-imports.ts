import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets under way and what became of each of their rows. The sheet itself lies sealed, under a key of its own, until its last row is answered. */
export class IntakeImports1700000000015 implements MigrationInterface {
  name = 'IntakeImports1700000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.import(
        id uuid PRIMARY KEY, channel text NOT NULL, rows int NOT NULL, divisions text[] NOT NULL, kinds text[], subject uuid NOT NULL, file bytea,
        filed int NOT NULL DEFAULT 0, joined int NOT NULL DEFAULT 0, refused int NOT NULL DEFAULT 0, failed int NOT NULL DEFAULT 0,
        "takenAt" timestamptz NOT NULL, "doneAt" timestamptz, "notBefore" timestamptz NOT NULL DEFAULT '-infinity', tries int NOT NULL DEFAULT 0) WITH (fillfactor=70);
      CREATE INDEX import_open ON intake.import("takenAt") WHERE "doneAt" IS NULL;
      CREATE TABLE intake.import_row(import uuid REFERENCES intake.import ON DELETE CASCADE, row int, result text NOT NULL, answer jsonb NOT NULL, PRIMARY KEY(import, row));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
