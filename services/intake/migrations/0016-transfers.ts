import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be told to the logs of other regions, and the cases that came from them. No personal data: that is read from the log when a call is made. */
export class IntakeTransfers1700000000016 implements MigrationInterface {
  name = 'IntakeTransfers1700000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.transfer_in("caseId" uuid PRIMARY KEY, transfer uuid NOT NULL, peer text NOT NULL);
      CREATE TABLE intake.transfer_call(
        id uuid PRIMARY KEY, kind text NOT NULL, peer text NOT NULL, "caseId" uuid NOT NULL, transfer uuid NOT NULL, position bigint NOT NULL, said jsonb NOT NULL, checkpoint text,
        status text NOT NULL DEFAULT 'waiting', attempts int NOT NULL DEFAULT 0, "nextAt" timestamptz NOT NULL DEFAULT clock_timestamp(), "lastStatus" int, "lastProblem" text,
        "createdAt" timestamptz NOT NULL DEFAULT clock_timestamp(), "doneAt" timestamptz);
      CREATE INDEX transfer_call_waiting ON intake.transfer_call("nextAt") WHERE status = 'waiting';
      CREATE INDEX transfer_call_case ON intake.transfer_call("caseId");
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
