import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of intake: numbers taken, whom to tell, and every attempt to tell them. */
export class IntakeTables1700000000001 implements MigrationInterface {
  name = 'IntakeTables1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.case_number(name text PRIMARY KEY, taken int NOT NULL) WITH (fillfactor=50);
      CREATE TABLE intake.channel_order(
        "caseId" uuid NOT NULL, channel text NOT NULL, "channelNumber" text NOT NULL, "caseNumber" text NOT NULL, PRIMARY KEY("caseId", channel, "channelNumber"));
      CREATE TABLE intake.delivery(
        id uuid PRIMARY KEY, channel text NOT NULL, "channelNumber" text NOT NULL, "caseId" uuid NOT NULL, position bigint NOT NULL, event text NOT NULL, payload jsonb NOT NULL,
        status text NOT NULL, attempts int NOT NULL DEFAULT 0, "nextAt" timestamptz, "lastStatus" int, "lastProblem" text, "createdAt" timestamptz NOT NULL DEFAULT clock_timestamp(), "doneAt" timestamptz);
      CREATE INDEX delivery_waiting ON intake.delivery("nextAt") WHERE status = 'waiting';
      CREATE INDEX delivery_case ON intake.delivery("caseId", channel, position);
      CREATE INDEX delivery_channel ON intake.delivery(channel, "createdAt" DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
