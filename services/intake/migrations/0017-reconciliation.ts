import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a channel is told, and by which day its orders and feedback are counted; of orders taken before, the day of the first feedback stands for theirs. */
export class IntakeReconciliation1700000000017 implements MigrationInterface {
  name = 'IntakeReconciliation1700000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.subscription(channel text PRIMARY KEY, events text[], "stoppedAt" timestamptz);
      ALTER TABLE intake.channel_order ADD COLUMN "takenOn" date;
      UPDATE intake.channel_order o SET "takenOn" = (d."createdAt" AT TIME ZONE 'Asia/Shanghai')::date
        FROM (SELECT "caseId", channel, "channelNumber", min("createdAt") AS "createdAt" FROM intake.delivery GROUP BY 1, 2, 3) d
        WHERE d."caseId" = o."caseId" AND d.channel = o.channel AND d."channelNumber" = o."channelNumber";
      CREATE INDEX channel_order_day ON intake.channel_order(channel, "takenOn");
      CREATE INDEX delivery_day ON intake.delivery(channel, left(payload->>'timestamp', 10));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
