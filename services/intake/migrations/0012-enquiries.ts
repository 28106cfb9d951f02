import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enquiries that the answer base did not answer: where they stand, for the agents who call back. Who asked stands only in the log, sealed. */
export class IntakeEnquiries1700000000012 implements MigrationInterface {
  name = 'IntakeEnquiries1700000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.enquiry(
        "caseId" uuid PRIMARY KEY, "caseNumber" text NOT NULL, division text NOT NULL, category text, channel text NOT NULL, section text NOT NULL, by text NOT NULL,
        "askedAt" timestamptz NOT NULL, due text, "answeredAt" timestamptz);
      CREATE INDEX enquiry_open ON intake.enquiry(division text_pattern_ops, due) WHERE "answeredAt" IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
