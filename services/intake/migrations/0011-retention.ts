import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose file each case is, and until when it is kept. Of a log that has cases already, it is filled by `npm run rebuild -- intake.retention`. */
export class IntakeRetention1700000000011 implements MigrationInterface {
  name = 'IntakeRetention1700000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.retention(
        "caseId" uuid PRIMARY KEY, "caseNumber" text NOT NULL, division text NOT NULL, subject uuid NOT NULL, "archivedAt" timestamptz, file text, "keptUntil" date, held boolean NOT NULL, "erasedAt" timestamptz);
      CREATE INDEX retention_subject ON intake.retention(subject);
      CREATE INDEX retention_due ON intake.retention("keptUntil") WHERE "erasedAt" IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
